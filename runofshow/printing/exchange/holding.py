"""What people hold: the pages of a paper as they were printed, each with its label and all that stands on it.

A page is known by what it says, so that a later one can be held against it whatever has become of the program
since. A row keeps its key, by which it is found again in a newer plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from runofshow.paper.pages import pages_of
from runofshow.paper.sheet import Block, Cell, Chart, Facing, Facts, Paper, Paragraph, Row, Run, Table


class Piece(Struct, frozen=True, omit_defaults=True):
    """A paragraph, a row of a table, or the head of one."""

    texts: tuple[str, ...]
    """Of a row one for each cell."""
    key: str = ""
    continues: bool = False
    is_head: bool = False


class HeldPage(Struct, frozen=True):
    label: str
    """`5`, `5a`"""
    pieces: tuple[Piece, ...]


class Held(Struct, frozen=True):
    """A paper in somebody's hands."""

    size: float
    """Of its type."""
    pages: tuple[HeldPage, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(page.label for page in self.pages)


def held_of(paper: Paper) -> Held:
    """What is in the hand of whoever gets a paper, which has its pages."""
    pages = pages_of(paper)
    labels = [margin.label for margin in paper.margins] or [str(at) for at in range(1, len(pages) + 1)]
    told = (HeldPage(label, pieces_of(page)) for label, page in zip(labels, pages, strict=True))
    return Held(paper.size, tuple(told))


def pieces_of(page: Sequence[Block]) -> tuple[Piece, ...]:
    """All that stands on a page."""
    return tuple(piece for block in page for piece in _pieces(block))


def _pieces(block: Block) -> Iterator[Piece]:
    match block:
        case Table():
            yield Piece(tuple(column.head for column in block.columns), is_head=True)
            yield from map(row_piece, block.rows)
        case _:
            yield block_piece(block)


def block_piece(block: Paragraph | Facing | Facts | Chart) -> Piece:
    """Of what is no table."""
    match block:
        case Paragraph():
            return Piece((_said(block.runs),), block.key, block.continues)
        case Facing():
            return Piece(tuple(_said(each.runs) for each in (*block.left, *block.right)))
        case Facts():
            return Piece(tuple(f"{fact.name}: {_said(fact.said())}" for fact in block.facts))
        case Chart():
            return Piece((block.title,))


def row_piece(row: Row) -> Piece:
    """Of a row of a table."""
    return Piece(tuple(map(text_of, row.cells)), row.key, row.continues)


def text_of(cell: Cell) -> str:
    """The lines of a cell."""
    return "\n".join(map(_said, cell.lines))


def _said(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)
