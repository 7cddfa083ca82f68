"""Tables of Rich Text: cells come first or last, and what the row says of their edges beside."""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.document import Block
from runofshow.documents.reading.edges import EdgedCell, Merge, edged_table

ROW_WORDS = frozenset("trowd trleft clvmgf clvmrg clmgf clmrg cellx row nestrow".split())
DEEPEST_TABLE = 8
UNKNOWN_WIDTH = 1_000
"""Twips: of a cell of which the row says nothing."""


class _Depth(Struct):
    """One table that is being read; the first is the page, of which there are the blocks alone."""

    blocks: list[Block]
    """Of the cell that is open."""
    cells: list[tuple[Block, ...]]
    """Of the row that is open."""
    rows: list[list[EdgedCell]]
    edges: list[EdgedCell]
    """What the row says of its cells."""
    edge: EdgedCell
    """That of the cell which is being told."""
    left: int = 0
    """Where the row begins."""


class RichTables:
    """The page, and the tables that are open, each in a cell of the one before."""

    def __init__(self) -> None:
        self._open = [_nothing()]

    def blocks(self, depth: int) -> list[Block]:
        """Those of the page (0), or of the cell that is open in the table at that depth. Tables that are
        deeper end here, and stand among them."""
        table = self._at(depth)
        while self._open[-1] is not table:
            ended = self._open.pop()
            _end_row(ended)
            if ended.rows:
                self._open[-1].blocks.append(edged_table(ended.rows))
        return table.blocks

    def end_cell(self, depth: int) -> None:
        """All that was put into it is its own."""
        table = self._at(depth)
        table.cells.append(tuple(self.blocks(depth)))
        table.blocks = []

    def row_word(self, word: str, number: int, depth: int) -> None:
        """One of ROW_WORDS."""
        table = self._at(depth)
        match word:
            case "trowd":
                table.edges, table.edge, table.left = [], _edge(), 0
            case "trleft":
                table.left = number
            case "clvmgf":
                table.edge.down = Merge.BEGINS
            case "clvmrg":
                table.edge.down = Merge.GOES_ON
            case "clmgf":
                table.edge.across = Merge.BEGINS
            case "clmrg":
                table.edge.across = Merge.GOES_ON
            case "cellx":
                table.edge.left = table.edges[-1].right if table.edges else min(table.left, number)
                table.edge.right = number
                table.edges.append(table.edge)
                table.edge = _edge()
            case "row" | "nestrow":
                self.blocks(depth)
                _end_row(table)

    def _at(self, depth: int) -> _Depth:
        depth = min(depth, DEEPEST_TABLE)
        while len(self._open) <= depth:
            self._open.append(_nothing())
        return self._open[depth]


def _end_row(table: _Depth) -> None:
    if table.blocks:
        table.cells.append(tuple(table.blocks))
        table.blocks = []
    row: list[EdgedCell] = []
    for number, blocks in enumerate(table.cells):
        if number < len(table.edges):
            row.append(replace(table.edges[number], blocks=blocks))
        elif blocks or not table.edges:
            left = row[-1].right if row else table.left
            row.append(EdgedCell(left=left, right=left + UNKNOWN_WIDTH, blocks=blocks))
        # LibreOffice ends more cells than there are in a row that holds a table: empty ones.
    if row:
        table.rows.append(row)
    table.cells = []


def _nothing() -> _Depth:
    return _Depth([], [], [], [], _edge())


def _edge() -> EdgedCell:
    return EdgedCell(left=0, right=0)
