"""A table of which each row says for itself where the edges of its cells stand, as .doc and .rtf have it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from msgspec import Struct

from runofshow.documents.document import Block, Cell, Row, Table

SAME_EDGE = 60
"""Twips, about a millimetre: edges that a hand dragged to the same place."""


class Merge(Enum):
    """Whether a cell is one with the cell above it, or before it."""

    NONE = auto()
    BEGINS = auto()
    GOES_ON = auto()


class EdgedCell(Struct, kw_only=True):
    """A cell of such a row. Edges in twips."""

    left: int
    right: int
    blocks: tuple[Block, ...] = ()
    down: Merge = Merge.NONE
    across: Merge = Merge.NONE


def edged_table(rows: Sequence[Sequence[EdgedCell]]) -> Table:
    """The grid that all edges make together; places are not yet in it."""
    columns = _columns({edge for row in rows for cell in row for edge in (cell.left, cell.right)})
    made: list[list[_Open]] = []
    above: dict[int, _Open] = {}
    for row in rows:
        cells: list[_Open] = []
        down: dict[int, _Open] = {}
        free = 0
        for cell in row:
            first = max(columns[cell.left], free)
            last = max(columns[cell.right], first + 1)
            free = last
            if cell.across is Merge.GOES_ON and cells and cells[-1].last == first:
                cells[-1].last = last
            elif cell.down is Merge.GOES_ON and first in above:
                above[first].rows += 1
                down[first] = above[first]
            else:
                cells.append(_Open(cell.blocks, first, last))
                if cell.down is not Merge.NONE:
                    down[first] = cells[-1]
        above = down
        made.append(cells)
    return Table(
        rows=tuple(
            Row(
                cells=tuple(
                    Cell(
                        blocks=each.blocks, column=each.first, columns=each.last - each.first, rows=each.rows
                    )
                    for each in cells
                ),
                number=number,
            )
            for number, cells in enumerate(made, 1)
        )
    )


class _Open(Struct):
    blocks: tuple[Block, ...]
    first: int
    last: int
    rows: int = 1


def _columns(edges: set[int]) -> dict[int, int]:
    """Which line of the grid each edge is; those that are nearly the same are one."""
    found: dict[int, int] = {}
    column, begun = -1, None
    for edge in sorted(edges):
        if begun is None or edge - begun > SAME_EDGE:
            column, begun = column + 1, edge
        found[edge] = column
    return found
