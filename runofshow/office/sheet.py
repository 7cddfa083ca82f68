"""What a sheet holds: its cells, merged cells, rows and columns that are hidden.

Whoever reads a workbook gives it cell by cell and stops when it is full. Rows without a word are left out;
the numbers of the others tell the gap.
"""

from __future__ import annotations

from msgspec import Struct

MOST_ROWS = 5_100
"""Rows with words of one sheet: 5,000, and what stands above and below a table of so many."""
MOST_COLUMNS = 120
MOST_CELLS = 60_000
"""Of one sheet."""
MOST_MERGED = 5_000
MOST_SHEETS = 60


class Look(Struct, frozen=True):
    """How a cell is drawn, as far as it tells something."""

    bold: bool = False
    italic: bool = False
    centred: bool = False
    indent: float = 0
    """Millimetres."""


PLAIN_LOOK = Look()


class Sheet:
    """One sheet while it is read. Rows and columns count from 0 here."""

    def __init__(self, name: str, *, hidden: bool = False) -> None:
        self.name = name
        self.hidden = hidden
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.cut_short = False
        self.is_full = False
        """No further row is taken; a row may still be cut at its right."""
        self.unread: set[tuple[int, int]] = set()
        """Cells that say nothing to people: a mistake, a truth, a formula that was never reckoned."""
        self.cells: dict[int, dict[int, tuple[str, Look]]] = {}
        """By row and column; hidden ones too."""
        self._count = 0
        self.merged: dict[tuple[int, int], tuple[int, int]] = {}
        """The first cell of each that covers several, with the last."""

    def put(self, row: int, column: int, text: str, look: Look = PLAIN_LOOK) -> None:
        """A cell that has words; past the bounds it is dropped, and the sheet is cut short."""
        if not text.strip():
            return
        new_row = row not in self.cells
        self.is_full = self._count >= MOST_CELLS or (new_row and len(self.cells) >= MOST_ROWS)
        if self.is_full or column >= MOST_COLUMNS:
            self.cut_short = True
            return
        self.cells.setdefault(row, {})[column] = (text, look)
        self._count += 1

    def merge(self, row: int, column: int, last_row: int, last_column: int) -> None:
        """One cell covers these, both ends among them."""
        if len(self.merged) < MOST_MERGED and last_row >= row and last_column >= column:
            self.merged[row, column] = (last_row, last_column)

    def texts(self) -> dict[int, dict[int, str]]:
        """What stands in its cells, hidden ones too, letter by letter: by row and column."""
        return {
            row: {column: text for column, (text, _) in cells.items()} for row, cells in self.cells.items()
        }
