"""A sheet as Markdown: pipe tables, and nothing of other people's text taken for markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, assert_never

from runofshow.paper.sheet import (
    Block,
    Cell,
    Chart,
    Facing,
    Facts,
    Level,
    Paper,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    Tone,
    paragraph,
)

_MARKUP = re.compile(r"([\\`*_{}\[\]|~#$])")
_BEFORE: Final = {Style.KIND: "# ", Style.HEADING: "## ", Style.MARK: "> ⚠ "}
_BOLD: Final = frozenset((Style.ORGAN, Style.NATION, Style.MOTTO, Style.SUBJECT, Style.SIGNER, Style.MARK))
_LOUD: Final = frozenset((Tone.OVER, Tone.ALERT))
"""What a reader must not miss; the words carry the rest."""


def as_markdown(paper: Paper) -> str:
    """The whole paper, ending in a line break. Its mark stands before all else."""
    lines = [line for block in paper.blocks for line in _block(block, paper.mark)]
    foot = ["---", "", own_line(paper.foot)] if paper.foot else []
    return "\n".join((*lines, *foot)) + "\n"


def escaped(text: str) -> str:
    """`text` as Markdown shows it as it is written, inside a line; its line breaks become `<br>`."""
    return "<br>".join(_escaped_line(line) for line in text.split("\n"))


def own_line(text: str) -> str:
    """The same at the beginning of a line, where text may look like a list or a rule and is none."""
    return _kept_line(escaped(text))


def _kept_line(line: str) -> str:
    if match := re.match(r"(\d{1,9})([.)])(?=\s|$)", line):
        return f"{match[1]}\\{line[match.start(2) :]}"
    return f"\\{line}" if line[:1] in ("-", "+", "=") else line


def _escaped_line(line: str) -> str:
    plain = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain = _MARKUP.sub(r"\\\1", plain)
    # an address would become a link by itself; a paper leads nowhere
    return plain.replace("://", "&#58;//").replace("www.", "www&#46;").replace("@", "&#64;")


def _block(block: Block, mark: str) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from _paragraph(block, mark)
        case Table():
            yield from _table(block)
        case Facts():
            for fact in block.facts:
                notes = ", ".join(_run(note) for note in fact.notes)
                value = _runs(fact.value, bold=True)
                yield f"- {escaped(fact.name)}: {value}" + (f" ({notes})" if notes else "")
            yield ""
        case Chart():
            yield from _paragraph(paragraph(block.instead, Style.SMALL), "")
        case Facing():
            for each in (*block.left, *block.right):
                yield from _paragraph(each, "")
        case _:
            assert_never(block)


def _paragraph(block: Paragraph, mark: str) -> Iterator[str]:
    text = _runs(block.runs, bold=block.style in _BOLD)
    if not text:
        return
    if block.style is Style.KIND and mark:
        text = f"{escaped(mark)} · {text}"
    if block.style is Style.LISTED:
        text = f"- {_kept_line(text.removeprefix('- '))}"
    before = _BEFORE.get(block.style, "")
    yield before + (text if before or block.style is Style.LISTED else _kept_line(text))
    yield ""


def _table(table: Table) -> Iterator[str]:
    yield _row([escaped(column.head) for column in table.columns])
    yield _row([":---:" if column.figures else "---" for column in table.columns])
    yield from (_row(_cells(row, len(table.columns))) for row in table.rows)
    yield ""


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cells(row: Row, width: int) -> list[str]:
    bold = row.level in (Level.SESSION, Level.HEADING, Level.TOTAL)
    cells = [_cell(cell, bold=bold) for cell in row.cells]
    return cells + [""] * (width - len(cells))


def _cell(cell: Cell, *, bold: bool) -> str:
    return "<br>".join(_runs(runs, bold=bold and not any(run.small for run in runs)) for runs in cell.lines)


def _runs(runs: tuple[Run, ...], *, bold: bool = False) -> str:
    if bold:
        return _bold("".join(run.text for run in runs))
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    return _bold(run.text) if run.bold or run.tone in _LOUD else escaped(run.text)


def _bold(text: str) -> str:
    """Between stars, which bind only to words: white space stands outside them."""
    words = text.strip()
    if not words:
        return escaped(text)
    before, _, after = text.partition(words)
    return f"{escaped(before)}**{escaped(words)}**{escaped(after)}"
