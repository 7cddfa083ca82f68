"""The report as Markdown: pipe tables, and nothing of other people's text taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import tzinfo

from runofshow.core.history import History
from runofshow.report.contents import outline
from runofshow.report.sheet import Cell, Fact, Level, Line, Section, Sheet, Table, Tone
from runofshow.texts.report import ReportTexts

_MARKUP = re.compile(r"([\\`*_{}\[\]|~#$])")


def as_markdown(history: History, tz: tzinfo, words: ReportTexts) -> str:
    """The report in Markdown, times in `tz`."""
    return "\n".join(_page(outline(history, tz, words))) + "\n"


def escaped(text: str) -> str:
    """`text` as Markdown shows it as it is written, inside a line; its line breaks become `<br>`."""
    return "<br>".join(_escaped_line(line) for line in text.split("\n"))


def own_line(text: str) -> str:
    """The same at the beginning of a line, where text may look like a list or a rule and is none."""
    line = escaped(text)
    if match := re.match(r"(\d{1,9})([.)])(?=\s|$)", line):
        return f"{match[1]}\\{line[match.start(2) :]}"
    return f"\\{line}" if line[:1] in ("-", "+", "=") else line


def _escaped_line(line: str) -> str:
    plain = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = _MARKUP.sub(r"\\\1", plain)
    # an address would become a link by itself; a report leads nowhere
    return plain.replace("://", "&#58;//").replace("www.", "www&#46;").replace("@", "&#64;")


def _page(sheet: Sheet) -> Iterator[str]:
    yield f"# {escaped(sheet.mark)} · {escaped(sheet.title)}" if sheet.mark else f"# {escaped(sheet.title)}"
    yield ""
    yield f"**{escaped(sheet.event)}**"
    yield ""
    if sheet.mark:
        yield f"> **⚠ {escaped(sheet.mark)}** {escaped(' '.join(sheet.mark_lines))}"
        yield ""
    if sheet.warning:
        yield f"> **{escaped(sheet.warning)}**"
        yield ""
    for name, value in sheet.about:
        yield f"- {escaped(name)}: {escaped(value)}"
    yield ""
    for section in (sheet.summary, *sheet.sections):
        yield from _section(section)
    yield "---"
    yield ""
    yield own_line(sheet.made_by)


def _section(section: Section) -> Iterator[str]:
    yield f"## {escaped(section.title)}"
    yield ""
    for fact in section.facts:
        yield f"- {_fact(fact)}"
    if section.facts:
        yield ""
    for name, lines in section.listed:
        yield f"{own_line(name)}:"
        yield ""
        yield from (f"- {own_line(line)}" for line in lines)
        yield ""
    if section.table is not None:
        yield from _table(section.table)
        yield ""
    if section.remark:
        yield own_line(section.remark)
        yield ""


def _fact(fact: Fact) -> str:
    notes = ", ".join(_toned(note, tone) for note, tone in fact.notes)
    return f"{escaped(fact.name)}: **{escaped(fact.value)}**" + (f" ({notes})" if notes else "")


def _table(table: Table) -> Iterator[str]:
    yield _row([escaped(column.head) for column in table.columns])
    yield _row(["---:" if column.figures else "---" for column in table.columns])
    for line in table.lines:
        yield _row([_cell(cell, line) for cell in line.cells])


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(cell: Cell, line: Line) -> str:
    text = _toned(cell.text, cell.tone)
    if cell.text and line.level in (Level.SESSION, Level.HEADING, Level.TOTAL) and "**" not in text:
        text = f"**{text}**"
    return "<br>".join((text, *(_toned(below, tone) for below, tone in cell.below)))


def _toned(text: str, tone: Tone) -> str:
    """Bold for what a reader must not miss; the words carry the rest."""
    return f"**{escaped(text)}**" if text and tone in (Tone.OVER, Tone.ALERT) else escaped(text)
