"""Plain and pasted text, Markdown among it: its lines, and the tables that are drawn with tabs or «|».

A place counts lines of the file. Markdown's marks and stray tags of a page («<p>», «*Yee*») are letters of
the tool that made the text, and are taken off; bullets and numbers were typed and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from runofshow.documents.document import Block, Document, Line, Part, Place
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.documents.reading.pasted import drawn_tables
from runofshow.documents.reading.pasted.grid import table_of
from runofshow.documents.reading.pasted.markup import without_markup
from runofshow.office.decoding import text_of
from runofshow.office.plain import plain

MOST_LINES = 20_000

MOST_LETTERS = 100_000
"""Of one line."""
MOST_CELLS = 60_000
_MOST_TRIES = 4
"""Lines of a run with bars or tabs at which a table may begin, before it is taken as lines."""

_SPACE_MM = 2.0
_TAB_MM = 12.7
"""As wide as the office programs make them."""

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(\S.*?)\s*#*\s*")
_RULE = re.compile(r"\s*(?:[-_=*~.]\s?){3,}\s*")
_QUOTED = re.compile(r"^\s{0,3}(?:>\s?)+")
_WHOLLY_BOLD = re.compile(r"\s*(?:\*\*|__)(?=\S)(?:(?!\*\*|__).)+(?:\*\*|__)\s*")
_WHOLLY_ITALIC = re.compile(r"\s*\*(?=[^\s*)])[^*]+\*\s*")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_plain(data: bytes, name: str) -> Document:
    """Raises CannotRead when it is no text."""
    return plain_document(text_of(data), name)


def plain_document(text: str, name: str) -> Document:
    """Text that is decoded already, as what is pasted is; past MOST_LINES it is cut short."""
    lines = text.replace("\f", "\n").split("\n", MOST_LINES)
    kept = [line[:MOST_LETTERS] for line in lines[:MOST_LINES]]
    marks = accumulate(line.count("\t") + line.count("|") for line in kept)
    kept = [line for line, cells in zip(kept, marks, strict=True) if cells <= MOST_CELLS]
    cut_short = len(lines) > len(kept) or any(len(line) == MOST_LETTERS for line in kept)
    blocks = tuple(_blocks(kept))
    doubts = [Doubt.of(DoubtCode.CUT_SHORT)] if cut_short else []
    return Document(name=name, parts=(Part(blocks=blocks),), doubts=tuple(doubts))


def _blocks(lines: list[str]) -> Iterator[Block]:
    tables = index = tries = 0
    while index < len(lines):
        tries = tries + 1 if drawn_tables.may_begin(lines[index]) else 0
        drawn = drawn_tables.at(lines, index) if 0 < tries <= _MOST_TRIES else None
        if drawn is not None:
            tables += 1
            rows = [[_BREAK.sub("\n", cell) for cell in row] for row in drawn.rows]
            rows = [["\n".join(map(without_markup, cell.split("\n"))) for cell in row] for row in rows]
            yield table_of(rows, Place(table=tables, paragraph=index + 1))
            index += drawn.lines
            tries = 0
            continue
        yield from _line(lines[index], Place(paragraph=index + 1))
        index += 1


def _line(written: str, place: Place) -> Iterator[Line]:
    """One line of the file: none when nothing is said on it, several when it holds <br>."""
    if _RULE.fullmatch(written):
        return
    written = _QUOTED.sub("", written, count=1)
    blank = written[: len(written) - len(written.lstrip())]
    heading = _HEADING.fullmatch(written)
    words = heading[2] if heading else written
    going_on = False
    for piece in _BREAK.split(words):
        text = plain(without_markup(piece))
        if not text:
            continue
        yield Line(
            text=text,
            place=place,
            level=len(heading[1]) - 1 if heading else None,
            indent=_TAB_MM * blank.count("\t") + _SPACE_MM * (len(blank) - blank.count("\t")),
            bold=_WHOLLY_BOLD.fullmatch(piece) is not None,
            italic=_WHOLLY_ITALIC.fullmatch(piece) is not None,
            heading=heading is not None,
            goes_on=going_on,
        )
        going_on = True
