"""What goes on over a page of a PDF is one: a table whose columns stand on, a paragraph within a sentence."""

from __future__ import annotations

import re

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.document import Block, Cell, Line, Row, Table

_NEAR = 5.0
"""Points."""


class Placed(Struct, frozen=True):
    """A block with its place on the page, and of a table the rules that part its columns."""

    top: float
    block: Block
    edges: tuple[float, ...] = ()


def joined(pages: list[list[Placed]]) -> list[Block]:
    """All pages' blocks, each page's from the top down."""
    blocks: list[Block] = []
    edges: tuple[float, ...] = ()
    for page in pages:
        for index, each in enumerate(page):
            above, below = blocks[-1] if blocks else None, each.block
            if index or above is None:
                blocks.append(below)
            elif isinstance(above, Table) and isinstance(below, Table) and _same(edges, each.edges):
                blocks[-1] = _continued(above, below)
            elif isinstance(above, Line) and isinstance(below, Line) and _within_sentence(above, below):
                blocks[-1] = replace(above, text=f"{above.text} {below.text}")
            else:
                blocks.append(below)
            edges = each.edges
    return blocks


def numbered(blocks: list[Block]) -> list[Block]:
    """Places by number: paragraphs and tables as they follow, rows of a table over all its pages."""
    told: list[Block] = []
    tables = lines = 0
    for block in blocks:
        if isinstance(block, Line):
            lines += 1
            told.append(replace(block, place=replace(block.place, paragraph=lines)))
            continue
        tables += 1
        rows = []
        for number, row in enumerate(block.rows, 1):
            cells = tuple(_renumbered(cell, tables, number) for cell in row.cells)
            rows.append(replace(row, number=number, cells=cells))
        told.append(replace(block, rows=tuple(rows), place=replace(block.place, table=tables)))
    return told


def _renumbered(cell: Cell, table: int, row: int) -> Cell:
    lines = [replace(line, place=replace(line.place, table=table, row=row)) for line in cell.lines]
    return replace(cell, blocks=tuple(lines))


def _within_sentence(above: Line, below: Line) -> bool:
    begins = below.text[:1].islower() and not re.match(r"\w[.)]", below.text)
    return begins and (above.text[-1:].isalnum() or above.text.endswith(","))


def _same(edges: tuple[float, ...], others: tuple[float, ...]) -> bool:
    alike = len(edges) == len(others) > 0
    return alike and all(abs(one - other) < _NEAR for one, other in zip(edges, others, strict=True))


def _continued(above: Table, below: Table) -> Table:
    rows = list(below.rows)
    if rows and _texts(rows[0]) == _texts(above.rows[0]):
        rows.pop(0)  # the head, which is drawn on each page
    whole = list(above.rows)
    if rows and (_is_rest(rows[0]) or _is_left_open(whole[-1], rows[0])):
        rest = {cell.column: cell.blocks for cell in rows.pop(0).cells}
        cells = [
            replace(cell, blocks=_with_rest(cell, rest.get(cell.column, ()))) for cell in whole[-1].cells
        ]
        whole[-1] = replace(whole[-1], cells=tuple(cells))
    return replace(above, rows=(*whole, *rows))


def _is_rest(row: Row) -> bool:
    """The rest of a row that did not fit on its page: it begins within a sentence, and without an hour."""
    texts = _texts(row)
    begun = [text for text in texts if text]
    return len(texts) > 1 and not texts[0] and bool(begun) and all(text[0].islower() for text in begun)


def _is_left_open(above: Row, row: Row) -> bool:
    """The rest of a row whose words end on the page before within brackets, a quotation or behind a comma."""
    texts, rest = _texts(above), _texts(row)
    timed = len(texts) == len(rest) > 1 and bool(texts[0]) and not rest[0]
    return timed and any(_is_open(text) and more for text, more in zip(texts, rest, strict=True))


def _is_open(text: str) -> bool:
    pairs = (("“", "”"), ("(", ")"), ("«", "»"))
    return text.endswith(",") or any(text.count(left) > text.count(right) for left, right in pairs)


def _with_rest(cell: Cell, rest: tuple[Block, ...]) -> tuple[Block, ...]:
    """An open sentence takes the first line of the rest into its last."""
    if not rest or not _is_open(cell.text):
        return cell.blocks + rest
    last, first = cell.blocks[-1], rest[0]
    if not (isinstance(last, Line) and isinstance(first, Line)):
        return cell.blocks + rest
    return (*cell.blocks[:-1], replace(last, text=f"{last.text} {first.text}"), *rest[1:])


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells]
