"""The report as one HTML page: sober, for the screen, the phone and A4 paper.

It holds all it needs, asks nothing of any address and runs nothing; its own policy line forbids both, should
anything slip through. On a phone each line of a table becomes a card with the names of its columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo
from html import escape
from importlib.resources import files

from runofshow.core.history import History
from runofshow.report.contents import outline
from runofshow.report.sheet import Cell, Column, Fact, Level, Line, Section, Sheet, Table, Tone
from runofshow.texts.report import ReportTexts

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_page(history: History, tz: tzinfo, words: ReportTexts) -> str:
    """The report as a whole HTML document, times in `tz`."""
    return "\n".join(_document(outline(history, tz, words))) + "\n"


def _style() -> str:
    return files("runofshow.report").joinpath("page.css").read_text(encoding="utf-8")


def _document(sheet: Sheet) -> Iterator[str]:
    mark = f"{sheet.mark} · " if sheet.mark else ""
    yield "<!doctype html>"
    yield f'<html lang="{_safe(sheet.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{_safe(f'{mark}{sheet.title}: {sheet.event}')}</title>"
    yield f"<style>{_style()}</style>"
    yield "</head>"
    yield "<body>"
    if sheet.mark:
        yield f'<div class="watermark" aria-hidden="true">{_safe(sheet.mark)}</div>'
    yield "<main>"
    yield from _head(sheet)
    yield from _section(sheet.summary, "summary")
    for section in sheet.sections:
        yield from _section(section, "" if section.table else "none")
    yield from _foot(sheet)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _head(sheet: Sheet) -> Iterator[str]:
    yield "<header>"
    if sheet.mark:
        lines = "".join(f"<span>{_safe(line)}</span>" for line in sheet.mark_lines)
        yield f'<p class="mark" role="note"><strong>{_safe(sheet.mark)}</strong>{lines}</p>'
    yield f"<h1>{_safe(sheet.title)}</h1>"
    yield f'<p class="event">{_safe(sheet.event)}</p>'
    yield '<dl class="about">'
    for name, value in sheet.about:
        yield f"<div><dt>{_safe(name)}</dt><dd>{_safe(value)}</dd></div>"
    yield "</dl>"
    if sheet.warning:
        yield f'<p class="warning" role="note">{_safe(sheet.warning)}</p>'
    yield "</header>"


def _foot(sheet: Sheet) -> Iterator[str]:
    yield "<footer>"
    yield f"<p>{_safe(sheet.made_by)}</p>"
    name, sign = _safe(sheet.signed_by), _safe(sheet.sign_here)
    yield f'<p class="signature"><strong>{name}</strong><em>{sign}</em></p>'
    yield "</footer>"


def _section(section: Section, name: str) -> Iterator[str]:
    yield f'<section class="{name}">' if name else "<section>"
    yield f"<h2>{_safe(section.title)}</h2>"
    if section.facts:
        yield '<dl class="facts">'
        yield from (_fact(fact) for fact in section.facts)
        yield "</dl>"
    for title, lines in section.listed:
        yield f"<h3>{_safe(title)}</h3>"
        yield "<ul>"
        yield from (f"<li>{_safe(line)}</li>" for line in lines)
        yield "</ul>"
    if section.table is not None:
        yield from _table(section.table)
    if section.remark:
        yield f'<p class="remark">{_safe(section.remark)}</p>'
    yield "</section>"


def _fact(fact: Fact) -> str:
    notes = "".join(f'<dd class="note{_tone(tone)}">{_safe(note)}</dd>' for note, tone in fact.notes)
    return f'<div><dt>{_safe(fact.name)}</dt><dd class="value">{_safe(fact.value)}</dd>{notes}</div>'


def _table(table: Table) -> Iterator[str]:
    yield f'<table class="of{len(table.columns)}">'
    yield "<thead><tr>"
    for column in table.columns:
        yield f'<th scope="col"{_figures(column)}>{_safe(column.head)}</th>'
    yield "</tr></thead>"
    yield "<tbody>"
    for line in table.lines:
        yield from _line(table, line)
    yield "</tbody>"
    yield "</table>"


def _line(table: Table, line: Line) -> Iterator[str]:
    if line.level is Level.SESSION:
        title = " ".join(cell.text for cell in line.cells if cell.text)
        width = len(table.columns)
        yield f'<tr class="session"><th scope="rowgroup" colspan="{width}">{_safe(title)}</th></tr>'
        return
    yield f'<tr class="{line.level.value}">'
    for column, cell in zip(table.columns, line.cells, strict=True):
        yield _cell(column, cell)
    yield "</tr>"


def _cell(column: Column, cell: Cell) -> str:
    below = "".join(f'<small class="note{_tone(tone)}">{_safe(text)}</small>' for text, tone in cell.below)
    kind = "figures" if column.figures else "text"
    empty = "" if cell.text or cell.below else " empty"
    # the name of the column, for a phone, where a line of the table is a card
    name = escape(column.head, quote=True)
    return (
        f'<td class="{kind}{_tone(cell.tone)}{empty}" data-name="{name}">'
        f"<span>{_safe(cell.text)}{below}</span></td>"
    )


def _figures(column: Column) -> str:
    return ' class="figures"' if column.figures else ' class="text"'


def _tone(tone: Tone) -> str:
    return "" if tone is Tone.PLAIN else f" {tone.value}"


def _safe(text: str) -> str:
    """Text as HTML shows it; its line breaks stay."""
    return escape(text, quote=True).replace("\n", "<br>")
