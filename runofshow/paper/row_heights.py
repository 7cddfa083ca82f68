"""How high the rows of a workbook are.

No program fits the height of a row to a merged cell, nor does every one to a wrapped one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from runofshow.core.value import replace
from runofshow.paper import measures
from runofshow.paper.heights import Type, line_starts
from runofshow.paper.sheet import Cell, Column, Row, Run
from runofshow.paper.torn import torn_row

HIGHEST: Final = 409
"""Points that a row of Excel's may have."""
_SIGN_PT, _EDGE_PT = 5.25, 3.75
"""Of a column: of each such digit, and beside them."""
_WIDEST_SIGN_PT: Final = 5.6
"""The same where a program reckons with parts of a point on the screen."""
_SURELY: Final = 0.96
"""Of a column's width is used: a screen and a printer differ."""
_LINE, _OVER_PT = 1.2, 4
"""Of a row: a line by the size of its type, and the room over and under them."""


def widest(widths: Sequence[float]) -> float:
    """How wide columns of so many digits are on paper, in points, at the most."""
    return sum(widths) * _WIDEST_SIGN_PT + len(widths) * _EDGE_PT


def low_rows(row: Row, rooms: Sequence[float], type_: Type, continued: str) -> Iterator[Row]:
    """The row, or as many rows as it takes where it is higher than one of Excel's may be."""
    # a value stands on one line, whatever the paper says in its place
    bare = tuple(Cell((), cell.values) if cell.values else cell for cell in row.cells)
    room = (HIGHEST - _OVER_PT) / _LINE * measures.LINE_OF_TYPE
    while True:
        told = [(cell.lines, wide) for cell, wide in zip(bare, rooms, strict=True)]
        low = height_of(told, type_) <= HIGHEST
        parts = None if low else torn_row(replace(row, cells=bare), rooms, type_, room, continued)
        if parts is None:
            yield row
            return
        yield replace(row, cells=parts[0].cells)
        row, bare = parts[1], parts[1].cells


def rooms_of(columns: Sequence[Column], widths: Sequence[float]) -> list[float]:
    """How wide the text of each column of the paper may be, in points; of several it stands in the first."""
    rooms, at = [], 0
    for column in columns:
        rooms.append(room_of(widths[at : at + 1]))
        at += max(1, len(column.reckoned))
    return rooms


def room_of(widths: Sequence[float]) -> float:
    """How wide text may be in a cell of these columns, in points."""
    return (sum(widths) * _SIGN_PT + (len(widths) - 1) * _EDGE_PT) * _SURELY


def height_of(told: Sequence[tuple[Sequence[tuple[Run, ...]], float]], type_: Type) -> float:
    """Of a row with these lines in cells so wide, in points; a cell has one size of letters."""
    lines = max((_lines(*each, type_) for each in told), default=1)
    return max(lines, 1) * type_.size * _LINE + _OVER_PT


def _lines(lines: Sequence[tuple[Run, ...]], room: float, type_: Type) -> float:
    """How many lines of the row's type the lines of a cell are as high as."""
    large = is_large(lines)
    count = sum(len(line_starts(_of_one_size(runs, large), type_, room)) for runs in lines)
    return count * (measures.LARGE_RUN if large else 1.0)


def is_large(lines: Sequence[Sequence[Run]]) -> bool:
    """Whether all letters of a cell are large ones."""
    runs = [run for runs in lines for run in runs]
    return bool(runs) and all(run.large for run in runs)


def _of_one_size(runs: Sequence[Run], large: bool) -> tuple[Run, ...]:
    if not any(run.small or run.large for run in runs):
        return tuple(runs)
    return tuple(replace(run, small=False, large=large) for run in runs)
