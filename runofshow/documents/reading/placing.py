"""Places for what a reader has read without them, counted in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from runofshow.core.value import replace
from runofshow.documents.document import Block, Line, Place, Table


def placed(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, each with its place: paragraphs of the body and all tables are counted from 1."""
    tables = count(1)
    paragraph = 0
    for each in blocks:
        if isinstance(each, Line):
            paragraph += not each.goes_on
            yield replace(each, place=Place(paragraph=paragraph))
        else:
            yield _table(each, tables)


def _table(table: Table, tables: Iterator[int]) -> Table:
    number = next(tables)
    return Table(
        rows=tuple(
            replace(
                row,
                cells=tuple(
                    replace(
                        cell,
                        blocks=tuple(
                            replace(each, place=Place(table=number, row=row.number, column=cell.column + 1))
                            if isinstance(each, Line)
                            else _table(each, tables)
                            for each in cell.blocks
                        ),
                    )
                    for cell in row.cells
                ),
            )
            for row in table.rows
        ),
        place=Place(table=number),
    )
