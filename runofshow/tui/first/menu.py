"""Rows to choose from as a picture: large enough at 80x24, airy where there is room."""

from __future__ import annotations

from msgspec import Struct
from rich.segment import Segment

from runofshow.tui.lines import EMPTY, Line, Picture, cells, centred, cut, over, pad, spread, wrap, wrapped
from runofshow.tui.pen import Pen

WIDEST = 92
"""Cells of the column of rows: an eye finds the end of it."""
AIRY = 34
"""Lines from which a blank one stands between two rows."""


class Row(Struct, frozen=True):
    title: str
    details: tuple[str, ...] = ()
    """Beneath it, a line each."""
    is_idle: bool = False
    """There is nothing to take here now."""


class Said(Struct, frozen=True):
    """What came of the last wish; it stays until the next key."""

    text: str
    bad: bool = False


class Page(Struct, frozen=True):
    """One set of rows."""

    rows: tuple[Row, ...]
    foot: str
    heads: tuple[str, ...] = ()
    """Above the rows: what they are about."""
    said: Said | None = None


class Drawn(Struct, frozen=True):
    picture: Picture
    row_at: tuple[int | None, ...]
    """Which row stands on each line."""


def menu(page: Page, at: int, band: tuple[str, str], size: tuple[int, int], pen: Pen) -> Drawn:
    """The page with row `at` chosen, under a band with its left and right words."""
    width, height = size
    ink = pen.ink
    column = min(width, WIDEST)
    margin = " " * ((width - column) // 2)
    head = over(
        spread((Segment(f" {band[0]}", ink.strong),), (Segment(f"{band[1]} ", ink.text),), width), ink.header
    )
    above = [line for text in page.heads for line in wrapped(text, column - 8, ink.strong, 2)]
    said = _said(page.said, column, height, pen)
    room = height - 2 - len(said) - (len(above) + 1 if above else 0)
    beneath = _beneath(page, at, column, room)
    body: list[tuple[Line, int | None]] = [((Segment("    "), *line), None) for line in above]
    if above:
        body.append((EMPTY, None))
    gap = height >= AIRY and room >= sum(2 + len(lines) for lines in beneath)
    for number, row in enumerate(page.rows):
        drawn = _row(row, number, number == at, beneath[number], column, pen)
        body += [(line, number) for line in drawn]
        body += [(EMPTY, None)] * gap
    spare = max(0, height - 2 - len(body) - len(said))
    body = [(EMPTY, None)] * min(spare // 3, 6) + body + [(line, None) for line in said]
    lines = [*body, *[(EMPTY, None)] * (height - 2 - len(body))][: height - 2]
    # no margin is drawn on: a wide window shows a calm column
    placed = [(Segment(margin), *line) if line else line for line, _ in lines]
    foot = centred((Segment(page.foot, ink.quiet),), width)
    picture = [head, *placed, foot]
    return Drawn([pad(line, width) for line in picture], (None, *(row for _, row in lines), None))


def _beneath(page: Page, at: int, column: int, room: int) -> list[list[str]]:
    """The lines beneath each row: whole where there is room, else a line each, else the chosen one's."""
    every = [[line for text in row.details for line in wrap(text, column - 10)] for row in page.rows]
    if len(every) + sum(map(len, every)) <= room - len(every):
        return every
    single = [list(row.details) for row in page.rows]
    if len(single) + sum(map(len, single)) <= room:
        return single
    first = [lines if number == at else lines[:1] for number, lines in enumerate(single)]
    if len(first) + sum(map(len, first)) <= room:
        return first
    return [lines[: max(0, room - len(first))] if number == at else [] for number, lines in enumerate(single)]


def _row(row: Row, number: int, is_chosen: bool, beneath: list[str], column: int, pen: Pen) -> Picture:
    ink = pen.ink
    mark = Segment(" ▶ " if is_chosen else "   ", ink.accent)
    # without colours too the chosen one is told, by its mark and its weight
    title = ink.quiet if row.is_idle else ink.strong if is_chosen else ink.text
    key = Segment(f" {number + 1} ", ink.quiet if row.is_idle else ink.keycap)
    lines: Picture = [(mark, key, Segment(f"  {row.title}", title))]
    told = ink.text if is_chosen and not row.is_idle else ink.quiet
    lines += [(Segment(" " * 8), Segment(text, told)) for text in beneath]
    fitted = [pad(cut(line, column - 1), column) for line in lines]
    return [over(line, ink.cursor) for line in fitted] if is_chosen else fitted


def _said(said: Said | None, column: int, height: int, pen: Pen) -> Picture:
    """What came of the last wish, with a blank line above and below."""
    if said is None:
        return []
    mark, style = ("✗", pen.ink.amber) if said.bad else ("✓", pen.ink.green)
    lines = wrapped(said.text, column - 6, pen.ink.text, max(3, height // 3))
    first = (Segment(f"   {mark} ", style), *lines[0]) if lines else EMPTY
    rest: Picture = [(Segment("     "), *line) for line in lines[1:]]
    assert all(cells(line) <= column for line in rest)
    return [EMPTY, first, *rest, EMPTY]
