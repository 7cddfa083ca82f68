"""What is higher than a page, in two: what still stands on this one, and the rest.

A row is torn between the lines of its cells; its rest says in its first cell that it goes on. A line is torn
only where nothing else fits, and of a cell then both ends say so: `… `.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from runofshow.core.value import replace
from runofshow.paper.heights import BORDER_PT, Type, line_starts, told_height, type_of
from runofshow.paper.measures import CELL_OVER_PT, LOOKS
from runofshow.paper.sheet import Cell, Paragraph, Row, Run, line

GOES_ON, WENT_ON = " …", "… "
"""Of a line that is torn: at the end of what stands first, and before the rest."""

Runs = tuple[Run, ...]
_EMPTY: Final = Cell()


def torn_row(
    row: Row, rooms: Sequence[float], type_: Type, room: float, continued: str
) -> tuple[Row, Row] | None:
    """What fits into `room` points of height, and the rest; None where no line of it fits. `rooms` are the
    widths of its cells, `continued` is what its rest says."""
    mark = line(continued, italic=True)
    marked = 2 * CELL_OVER_PT + type_.line_pt
    cells = list(row.cells)
    if row.continues:
        cells[0] = Cell(cells[0].lines[1:])
    fitting = room - BORDER_PT - (marked if row.continues else 0)
    parts = [_torn_cell(cell, each, type_, fitting) for cell, each in zip(cells, rooms, strict=True)]
    if not any(first.lines for first, _ in parts) or not any(rest.lines for _, rest in parts):
        return None
    first, rest = ([part[at] for part in parts] for at in (0, 1))
    if row.continues:
        first[0] = Cell((mark, *first[0].lines))
    rest[0] = Cell((mark, *rest[0].lines))
    return replace(row, cells=tuple(first)), replace(row, cells=tuple(rest), continues=True)


def _torn_cell(cell: Cell, width: float, type_: Type, room: float) -> tuple[Cell, Cell]:
    used = 0.0
    for at, told in enumerate(cell.lines):
        used += told_height(told, width, type_)
        if used <= room:
            continue
        if at:
            return Cell(cell.lines[:at], cell.values), Cell(cell.lines[at:])
        starts = line_starts(told, type_, width)
        fitting = int((room - 2 * CELL_OVER_PT) / type_.line_pt)
        # the mark at its end may need a line
        kept = fitting - 1 if fitting > 1 else fitting
        if kept < 1:
            return _EMPTY, cell
        before, behind = torn_runs(told, starts[kept])
        told_first = (*before, Run(GOES_ON))
        if told_height(told_first, width, type_) > room:
            return _EMPTY, cell
        first = Cell((told_first,), cell.values)
        return first, Cell(((Run(WENT_ON), *behind), *cell.lines[1:]))
    return cell, _EMPTY


def torn_paragraph(block: Paragraph, width: float, room: float) -> tuple[Paragraph, Paragraph] | None:
    """What fits into `room` points of height, and the rest; None where no line of it fits."""
    look, type_ = LOOKS[block.style], type_of(block)
    starts = line_starts(block.runs, type_, width, look.first)
    fitting = int((room - look.before - look.after) / type_.line_pt)
    if not 0 < fitting < len(starts):
        return None
    before, behind = torn_runs(block.runs, starts[fitting])
    return replace(block, runs=before), replace(block, runs=behind, new_page=False, continues=True)


def torn_runs(runs: Sequence[Run], at: int) -> tuple[Runs, Runs]:
    """The runs before that place in their text, without the space at their end, and those behind it."""
    before: list[Run] = []
    behind: list[Run] = []
    for run in runs:
        if at >= len(run.text):
            before.append(run)
        elif at <= 0:
            behind.append(run)
        else:
            before.append(replace(run, text=run.text[:at]))
            behind.append(replace(run, text=run.text[at:]))
        at -= len(run.text)
    if before:
        before[-1] = replace(before[-1], text=before[-1].text.rstrip())
    return tuple(before), tuple(behind)
