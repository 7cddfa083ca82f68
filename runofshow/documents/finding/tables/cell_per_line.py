"""A table that was pasted one cell a line: its head words stand in a row above, each on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from runofshow.documents.document import Cell, Line, Row, Table
from runofshow.documents.finding.lists.marks import BULLETS, marked
from runofshow.documents.finding.tables.columns import Use, use_of
from runofshow.documents.finding.times.day_headings import day_heading
from runofshow.documents.finding.times.hours import hours_of_cell, length_in

MOST_COLUMNS = 7
LONGEST_HEAD = 40
"""Letters."""


def table_of_lines(lines: Sequence[Line]) -> tuple[Table, int] | None:
    """The table that these lines were, with its head, and how many lines stand above it; None where they were
    none."""
    for at in range(len(lines) - 3):
        head = list[Line]()
        while at + len(head) < len(lines) and len(head) < MOST_COLUMNS:
            line = lines[at + len(head)]
            if len(line.text) > LONGEST_HEAD or ":" in line.text.strip(" :") or use_of(line.text) is None:
                break
            head.append(line)
        uses = [use_of(line.text) for line in head]
        if len(head) >= 2 and len(set(uses)) == len(uses) and Use.CONTENT in uses:
            filled = _filled(head, [use for use in uses if use], lines[at + len(head) :])
            if filled is not None:
                return filled, at
    return None


def _filled(head: Sequence[Line], uses: Sequence[Use], lines: Sequence[Line]) -> Table | None:
    """Rows begin where a line fits the first column: a number, or a time. A day stands across the table, and
    the head may come again."""
    first = uses[0]
    if first not in (Use.NUMBER, Use.TIME):
        return None
    rows, row = [_row(1, [[line] for line in head])], list[Line]()
    names = {line.text.casefold() for line in head}
    for line in lines:
        day = day_heading(line.text)
        if day is not None and not day.hours_first:
            rows += [_row(len(rows) + 1, _fitted(row, uses))] if row else []
            rows.append(_wide(len(rows) + 1, line, len(uses)))
            row = []
        elif line.text.casefold() in names:
            continue
        elif _begins(line, first) and (not row or len(row) > 1):
            rows += [_row(len(rows) + 1, _fitted(row, uses))] if row else []
            row = [line]
        elif row:
            row.append(line)
    rows += [_row(len(rows) + 1, _fitted(row, uses))] if row else []
    return Table(rows=tuple(rows)) if len(rows) > 2 else None


def _begins(line: Line, first: Use) -> bool:
    if first is Use.NUMBER:
        return line.text.strip(" .)").isdigit() and len(line.text) <= 4
    hours = hours_of_cell(line.text)
    return hours is not None and not hours.rest and len(line.text) < LONGEST_HEAD


def _fitted(row: list[Line], uses: Sequence[Use]) -> list[list[Line]]:
    """The lines of a row in its columns: a time where one is, the content next, what is left behind it."""
    left = list[Line](row)
    cells = list[list[Line]]()
    for at, use in enumerate(uses):
        timed = bool(left) and _is_time(left[0])
        if not left or ((use in (Use.TIME, Use.LENGTH)) != timed and use in (Use.TIME, Use.LENGTH)):
            cells.append([])
            continue
        cell = [left.pop(0)]
        while use is Use.CONTENT and left and _goes_on(cell, left, len(uses) - at - 1):
            cell.append(left.pop(0))
        cells.append(cell)
    return cells


def _goes_on(cell: Sequence[Line], left: Sequence[Line], behind: int) -> bool:
    """The content has more lines: bullets stay together, and what the columns behind cannot hold is its."""
    bullets = marked(cell[0].text).sort in BULLETS and marked(left[0].text).sort in BULLETS
    return bullets or len(left) > behind


def _is_time(line: Line) -> bool:
    hours = hours_of_cell(line.text)
    return (hours is not None and not hours.rest) or length_in(line.text, clock=False) is not None


def _wide(number: int, line: Line, columns: int) -> Row:
    return Row(cells=(Cell(blocks=(line,), column=0, columns=columns),), number=number)


def _row(number: int, cells: Sequence[Sequence[Line]]) -> Row:
    made = tuple(Cell(blocks=tuple(lines), column=at) for at, lines in enumerate(cells))
    return Row(cells=made, number=number)
