"""Tables for tests, drawn as their rows: «^» goes on from above, «<» from the left."""

from __future__ import annotations

from collections.abc import Sequence

from runofshow.documents.document import Block, Cell, Document, Line, Part, Place, Row, Table


def table(*rows: Sequence[str], number: int = 1) -> Table:
    made = list[Row]()
    for at, row in enumerate(rows):
        cells = list[Cell]()
        for column, text in enumerate(row):
            if text in ("^", "<"):
                continue
            width = 1
            while column + width < len(row) and row[column + width] == "<":
                width += 1
            height = 1
            while at + height < len(rows) and rows[at + height][column] == "^":
                height += 1
            place = Place(table=number, row=at + 1, column=column + 1)
            blocks = tuple(Line(text=line, place=place) for line in text.split("\n") if line)
            cells.append(Cell(blocks=blocks, column=column, columns=width, rows=height))
        made.append(Row(cells=tuple(cells), number=at + 1))
    return Table(rows=tuple(made), place=Place(table=number))


def document(*blocks: Block | str) -> Document:
    given = [
        Line(text=block, place=Place(paragraph=at + 1)) if isinstance(block, str) else block
        for at, block in enumerate(blocks)
    ]
    return Document(name="ke-hoach.docx", parts=(Part(blocks=tuple(given)),))
