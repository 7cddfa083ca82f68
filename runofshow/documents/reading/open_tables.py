"""Tables that are being read from a stream of cells, each in a cell of the one before: .rtf and .doc.

A cell ends, then its row ends, and what the row says of the edges of its cells comes with that end.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.document import Block
from runofshow.documents.reading.edges import EdgedCell, edged_table

DEEPEST_TABLE = 8
UNKNOWN_WIDTH = 1_000
"""Twips: of a cell of which the row says nothing."""


class _Depth(Struct):
    """One table; the first is the page, of which there are the blocks alone."""

    blocks: list[Block]
    """Of the cell that is open."""
    cells: list[tuple[Block, ...]]
    """Of the row that is open."""
    rows: list[list[EdgedCell]]


class OpenTables:
    """The page, and the tables that are open."""

    def __init__(self) -> None:
        self._open = [_Depth([], [], [])]

    def blocks(self, depth: int) -> list[Block]:
        """Those of the page (0), or of the cell that is open in the table at that depth. Tables that are
        deeper end here, and stand among them."""
        table = self._at(depth)
        while self._open[-1] is not table:
            ended = self._open.pop()
            _end_row(ended, ())
            if ended.rows:
                self._open[-1].blocks.append(edged_table(ended.rows))
        return table.blocks

    def end_cell(self, depth: int) -> None:
        """All that was put into it is its own."""
        table = self._at(depth)
        table.cells.append(tuple(self.blocks(depth)))
        table.blocks = []

    def end_row(self, depth: int, edges: Sequence[EdgedCell]) -> None:
        """`edges` has what the row says of its cells, as far as it says it."""
        self.blocks(depth)
        _end_row(self._at(depth), edges)

    def _at(self, depth: int) -> _Depth:
        depth = min(depth, DEEPEST_TABLE)
        while len(self._open) <= depth:
            self._open.append(_Depth([], [], []))
        return self._open[depth]


def _end_row(table: _Depth, edges: Sequence[EdgedCell]) -> None:
    if table.blocks:
        table.cells.append(tuple(table.blocks))
        table.blocks = []
    row: list[EdgedCell] = []
    for number, blocks in enumerate(table.cells):
        if number < len(edges):
            row.append(replace(edges[number], blocks=blocks))
        elif blocks or not edges:
            left = row[-1].right if row else 0
            row.append(EdgedCell(left=left, right=left + UNKNOWN_WIDTH, blocks=blocks))
        # LibreOffice ends more cells than there are in a row that holds a table: empty ones.
    if row:
        table.rows.append(row)
    table.cells = []
