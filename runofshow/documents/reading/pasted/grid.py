"""A table of cells that are plain text, as csv, pasted text and a peer's project give them."""

from __future__ import annotations

from collections.abc import Sequence

from runofshow.documents.document import Cell, Line, Place, Row, Table
from runofshow.office.plain import plain


def table_of(rows: Sequence[Sequence[str]], place: Place) -> Table:
    """The rows as they are, empty cells kept, a line break in a cell as a soft break. Rows count from 1."""
    return Table(
        rows=tuple(row_of(texts, number, place) for number, texts in enumerate(rows, 1)), place=place
    )


def row_of(texts: Sequence[str], number: int, place: Place, *, hidden: bool = False) -> Row:
    """One row of the table that stands at `place`."""
    cells = tuple(
        Cell(blocks=lines_of_text(text, at(place, number, column)), column=column - 1)
        for column, text in enumerate(texts, 1)
    )
    return Row(cells=cells, number=number, hidden=hidden)


def lines_of_text(text: str, place: Place) -> tuple[Line, ...]:
    """The lines of one cell or paragraph, blank ones left out; those after the first go on."""
    texts = [line for line in map(plain, text.split("\n")) if line]
    return tuple(Line(text=line, place=place, goes_on=index > 0) for index, line in enumerate(texts))


def at(place: Place, row: int, column: int) -> Place:
    """A cell's place within a table's."""
    return Place(sheet=place.sheet, page=place.page, table=place.table, row=row, column=column)
