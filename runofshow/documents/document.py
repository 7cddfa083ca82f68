"""What a file says, whatever its form: lines and tables in the order they are read, each with its place.

A reader (reading/) gives these and judges nothing: what is the programme, an hour or a name is for finding/.
Text is NFC, without blanks at its ends, and with plain blanks inside; a tab stays one. What a tracked change
took out is not in it, what one put in is.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from runofshow.documents.doubt import Doubt


class Place(Struct, frozen=True, order=True):
    """Where something stands, each counted from 1 as people count; None where the form has no such thing."""

    sheet: str | None = None
    """Name of the sheet of a workbook."""
    page: int | None = None
    """Of a file that is laid out in pages."""
    paragraph: int | None = None
    """Among the paragraphs of the body that have text, tables left out; of a plain file, the line."""
    table: int | None = None
    """Among all tables; one inside another counts when it is come upon."""
    row: int | None = None
    """Of the table, or of the sheet as its program numbers it."""
    column: int | None = None
    """Of the table's grid, or of the sheet."""


class Line(Struct, frozen=True, kw_only=True):
    """One line of text as it is broken by its writer: a paragraph, or what stands between two soft breaks."""

    text: str
    place: Place = Place()
    mark: str = ""
    """The number or bullet that the program draws before it: «1.», «a)», «-», «•». What was typed stays in
    the text."""
    level: int | None = None
    """Depth in an automatic list, or of a heading, from 0; None where the form does not say."""
    indent: float = 0
    """How far it stands in from the left edge of the text, in millimetres, as far as the form says."""
    bold: bool = False
    """All of it."""
    italic: bool = False
    """All of it."""
    centred: bool = False
    heading: bool = False
    """Its style is that of a heading or a title."""
    goes_on: bool = False
    """It stands in the paragraph of the line before it, after a soft break."""


class Cell(Struct, frozen=True, kw_only=True):
    """One cell of a table."""

    blocks: tuple[Line | Table, ...] = ()
    """Empty when nothing stands in it."""
    column: int
    """The first column of the grid that it covers, from 0."""
    columns: int = 1
    rows: int = 1
    """How many rows of the table it covers, this one among them."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that stand in it itself, those of tables inside it left out."""
        return tuple(each for each in self.blocks if isinstance(each, Line))

    @property
    def text(self) -> str:
        """All its own lines, with a line break between."""
        return "\n".join(line.text for line in self.lines)


class Row(Struct, frozen=True, kw_only=True):
    """One row: the cells that begin in it, by column. One that spans down from above is not here again."""

    cells: tuple[Cell, ...]
    number: int
    """From 1; of a sheet, as its program numbers it."""
    hidden: bool = False
    """The sheet does not show it."""
    mark: str = ""
    """The name that a paper of ours gives it (paper/kept.py); empty where it has none."""


class Table(Struct, frozen=True, kw_only=True):
    """A table, or what a sheet holds."""

    rows: tuple[Row, ...]
    place: Place = Place()

    @property
    def width(self) -> int:
        """How many columns its grid has."""
        return max((cell.column + cell.columns for row in self.rows for cell in row.cells), default=0)

    def whole_rows(self) -> Iterator[tuple[Row, dict[int, tuple[Cell, bool]]]]:
        """Each row with the cell at every column of the grid, and whether that cell began in a row above."""
        above: dict[int, tuple[Cell, int]] = {}
        for row in self.rows:
            whole = {column: (cell, True) for column, (cell, _) in above.items()}
            left = {column: (cell, rows - 1) for column, (cell, rows) in above.items() if rows > 1}
            for cell in row.cells:
                for column in range(cell.column, cell.column + cell.columns):
                    whole[column] = (cell, False)
                    if cell.rows > 1:
                        left[column] = (cell, cell.rows - 1)
            above = left
            yield row, dict(sorted(whole.items()))


Block = Line | Table


class Part(Struct, frozen=True, kw_only=True):
    """A sheet of a workbook; any other file is one part without a name."""

    blocks: tuple[Block, ...]
    name: str = ""
    hidden: bool = False

    def lines(self) -> Iterator[Line]:
        """Every line in reading order, those in tables too."""
        for block in self.blocks:
            yield from lines_of(block)


class Document(Struct, frozen=True, kw_only=True):
    """A file that was read."""

    name: str
    """The file's name, without its folder."""
    parts: tuple[Part, ...]
    doubts: tuple[Doubt, ...] = ()
    """What its reader could not be sure of: words that were taken out and may be among the rest, letters of
    an old font, sheets that are hidden."""
    kept: str = ""
    """What a paper of ours keeps unseen (paper/kept.py); empty of any other file."""


def lines_of(block: Block) -> Iterator[Line]:
    """Every line of a block in reading order."""
    if isinstance(block, Line):
        yield block
        return
    for row in block.rows:
        for cell in row.cells:
            for each in cell.blocks:
                yield from lines_of(each)
