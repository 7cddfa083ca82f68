"""What a sheet holds as a Part: rows with their own numbers, merged cells, rows and columns that are hidden.

The readers of workbooks (workbook.py, workbook_97.py, open_sheet.py) give it cell by cell and stop when it is
full. Rows without a word are left out; the numbers of the others tell the gap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from msgspec import Struct

from runofshow.documents.document import Cell, Line, Part, Place, Row, Table
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.documents.reading.plain import plain

MOST_ROWS = 4_000
"""Rows with words of one sheet."""
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
        self._cells: dict[int, dict[int, tuple[str, Look]]] = {}
        self._count = 0
        self._merged: dict[tuple[int, int], tuple[int, int]] = {}

    def put(self, row: int, column: int, text: str, look: Look = PLAIN_LOOK) -> None:
        """A cell that has words; past the bounds it is dropped, and the sheet is cut short."""
        if not text.strip():
            return
        new_row = row not in self._cells
        self.is_full = self._count >= MOST_CELLS or (new_row and len(self._cells) >= MOST_ROWS)
        if self.is_full or column >= MOST_COLUMNS:
            self.cut_short = True
            return
        self._cells.setdefault(row, {})[column] = (text, look)
        self._count += 1

    def merge(self, row: int, column: int, last_row: int, last_column: int) -> None:
        """One cell covers these, both ends among them."""
        if len(self._merged) < MOST_MERGED and last_row >= row and last_column >= column:
            self._merged[row, column] = (last_row, last_column)

    def texts(self) -> dict[int, dict[int, str]]:
        """What stands in its cells, hidden ones too, letter by letter: by row and column."""
        return {
            row: {column: text for column, (text, _) in cells.items()} for row, cells in self._cells.items()
        }

    def part(self) -> Part:
        """The sheet as it was put together; empty when it has no words that are shown."""
        cells = {
            row: shown
            for row, found in self._cells.items()
            if (shown := {at: cell for at, cell in found.items() if at not in self.hidden_columns})
        }
        if not cells:
            return Part(blocks=(), name=self.name, hidden=self.hidden)
        first, last = min(map(min, cells.values())), max(map(max, cells.values()))
        numbers = sorted(cells)
        covered = self._covered(numbers)
        rows = []
        for row in numbers:
            found = cells.get(row, {})
            made = [
                self._cell(row, column, found.get(column), numbers, last)
                for column in range(first, last + 1)
                if (row, column) not in covered
            ]
            rows.append(Row(cells=tuple(made), number=row + 1, hidden=row in self.hidden_rows))
        table = Table(rows=tuple(rows), place=Place(sheet=self.name))
        return Part(blocks=(table,), name=self.name, hidden=self.hidden)

    def _covered(self, numbers: list[int]) -> set[tuple[int, int]]:
        """The cells that are only a part of one above or at the left."""
        covered: set[tuple[int, int]] = set()
        for (row, column), (last_row, last_column) in self._merged.items():
            if len(covered) > MOST_CELLS * 4:  # a table of merged cells alone
                break
            columns = range(column, min(last_column, MOST_COLUMNS) + 1)
            rows = numbers[bisect_left(numbers, row) : bisect_right(numbers, last_row)]
            covered.update((at_row, at) for at_row in rows for at in columns if (at_row, at) != (row, column))
        return covered

    def _cell(
        self, row: int, column: int, held: tuple[str, Look] | None, numbers: list[int], last: int
    ) -> Cell:
        last_row, last_column = self._merged.get((row, column), (row, column))
        rows = bisect_right(numbers, last_row) - bisect_left(numbers, row)
        columns = min(last_column, max(last, column)) - column + 1
        text, look = held or ("", PLAIN_LOOK)
        lines: list[Line] = []
        for written in map(plain, text.replace("\r", "").split("\n")):
            if written:
                lines.append(
                    Line(
                        text=written,
                        place=Place(sheet=self.name, row=row + 1, column=column + 1),
                        indent=look.indent,
                        bold=look.bold,
                        italic=look.italic,
                        centred=look.centred,
                        goes_on=bool(lines),
                    )
                )
        return Cell(blocks=tuple(lines), column=column, columns=columns, rows=rows)


def doubts_of(sheets: list[Sheet], parts: list[Part], *, cut_short: bool = False) -> tuple[Doubt, ...]:
    """What of the workbook is not shown to who opens it, and what is not read."""
    found = [
        Doubt.of(DoubtCode.HIDDEN_SHEET, name=part.name) for part in parts if part.hidden and part.blocks
    ]
    for part in parts:
        rows = [row for block in part.blocks if isinstance(block, Table) for row in block.rows]
        count = sum(row.hidden and any(cell.blocks for cell in row.cells) for row in rows)
        if count and not part.hidden:
            found.append(Doubt.of(DoubtCode.HIDDEN_ROWS, name=part.name, count=count))
    if cut_short or any(sheet.cut_short for sheet in sheets):
        found.append(Doubt.of(DoubtCode.CUT_SHORT))
    return tuple(found)
