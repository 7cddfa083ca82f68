"""Tables of Rich Text: cells come first or last, and what the row says of their edges beside."""

from __future__ import annotations

from msgspec import Struct

from runofshow.documents.reading.edges import EdgedCell, Merge
from runofshow.documents.reading.open_tables import OpenTables

ROW_WORDS = frozenset("trowd trleft clvmgf clvmrg clmgf clmrg cellx row nestrow".split())


class _Edges(Struct):
    """What was said of the row last."""

    cells: list[EdgedCell]
    cell: EdgedCell
    """The one that is being told."""
    left: int = 0


class RichTables(OpenTables):
    """Tables, and what the words say of their rows."""

    def __init__(self) -> None:
        super().__init__()
        self._edges: dict[int, _Edges] = {}

    def row_word(self, word: str, number: int, depth: int) -> None:
        """One of ROW_WORDS."""
        if word == "trowd" or depth not in self._edges:
            self._edges[depth] = _Edges([], _edge())
        edges = self._edges[depth]
        match word:
            case "trleft":
                edges.left = number
            case "clvmgf":
                edges.cell.down = Merge.BEGINS
            case "clvmrg":
                edges.cell.down = Merge.GOES_ON
            case "clmgf":
                edges.cell.across = Merge.BEGINS
            case "clmrg":
                edges.cell.across = Merge.GOES_ON
            case "cellx":
                edges.cell.left = edges.cells[-1].right if edges.cells else min(edges.left, number)
                edges.cell.right = number
                edges.cells.append(edges.cell)
                edges.cell = _edge()
            case "row" | "nestrow":
                self.end_row(depth, edges.cells)


def _edge() -> EdgedCell:
    return EdgedCell(left=0, right=0)
