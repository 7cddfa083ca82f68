"""A paper laid on the pages that people hold: each page gets what stands between its old borders.

What is too much for a page goes on one put in behind it, unless the next page goes on with it already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.paper.pages import pages_of, paginated
from runofshow.paper.sheet import Block, Level, Paper, Paragraph, Row, Table
from runofshow.printing.exchange.holding import Held, HeldPage, Piece, block_piece, row_piece

_NUMBER = re.compile(r"\d+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_KEEPING = frozenset((Level.SESSION, Level.HEADING))


class Unit(Struct, frozen=True):
    """What is laid as one: a block, or a row of a table."""

    block: Block
    row: Row | None = None

    @property
    def piece(self) -> Piece:
        if self.row is not None:
            return row_piece(self.row)
        assert not isinstance(self.block, Table)
        return block_piece(self.block)

    @property
    def keeps(self) -> bool:
        if self.row is not None:
            return self.row.level in _KEEPING
        return isinstance(self.block, Paragraph) and self.block.keep_with_next

    @property
    def changed(self) -> bool:
        """Whether it is marked as such."""
        told = self.block if self.row is None else self.row
        return isinstance(told, (Row, Paragraph)) and told.changed

    @property
    def begins(self) -> bool:
        is_first = not isinstance(self.block, Table) or self.row is self.block.rows[0]
        return self.block.new_page and is_first


class Laid(Struct, frozen=True):
    label: str
    blocks: tuple[Block, ...]


def units_of(blocks: Sequence[Block]) -> Iterator[Unit]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (Unit(block, row) for row in block.rows)
        else:
            yield Unit(block)


def _places(units: Sequence[Unit], pairs: Mapping[int, int], pages: Sequence[int]) -> list[int]:
    """On which of the old pages each unit stands: what nobody knows stands behind what is before it, but a
    heading with what follows it. `pages` has the page of each old piece."""
    places, place = [], 0
    for at in range(len(units)):
        place = pages[pairs[at]] if at in pairs else place
        places.append(place)
    for at in reversed(range(len(units) - 1)):
        stays = not units[at].changed and _stood_so(at, places, pairs, pages)
        if units[at].keeps and not units[at + 1].begins and not stays:
            places[at] = places[at + 1]
    return places


def _stood_so(at: int, places: Sequence[int], pairs: Mapping[int, int], pages: Sequence[int]) -> bool:
    """Whether a heading and what follows it were on these pages before: one as high as a page may have been
    the last on it."""
    if at not in pairs or pairs.get(at + 1) != pairs[at] + 1:
        return False
    return places[at + 1] == pages[pairs[at + 1]]


def begun_on(held: Held) -> list[tuple[int, Piece]]:
    """All that stands on the pages but heads of tables, once, with the index of its first page."""
    return [
        (place, piece)
        for place, page in enumerate(held.pages)
        for piece in page.pieces
        if not piece.is_head and not piece.continues
    ]


def laid_on(paper: Paper, held: Held, units: Sequence[Unit], pairs: Mapping[int, int]) -> list[Laid]:
    """The pages in their order, each with its label. `pairs` has the place among `begun_on` of each unit that
    stood there."""
    shares: list[list[Unit]] = [[] for _ in held.pages]
    places = _places(units, pairs, [page for page, _ in begun_on(held)])
    for unit, place in zip(units, places, strict=True):
        shares[place].append(unit)
    laid = list(_laid(paper, held, shares))
    return [Laid(label, page.blocks) for label, page in zip(_labels(held, laid), laid, strict=True)]


def _laid(paper: Paper, held: Held, shares: Sequence[Sequence[Unit]]) -> Iterator[Laid]:
    """The pages, those put in with the label of the page they stand behind."""
    over: list[Unit] = []
    for at, page in enumerate(held.pages):
        content = [*over, *shares[at]]
        over = []
        if not content:
            continue
        first, *more = pages_of(paginated(replace(paper, blocks=_blocks(content))))
        yield Laid(page.label, first)
        if more and at + 1 < len(held.pages) and _flows(page, held.pages[at + 1], shares[at + 1]):
            over = [unit for blocks in more for unit in units_of(blocks)]
            continue
        for blocks in more:
            yield Laid(page.label, blocks)


def _labels(held: Held, laid: Sequence[Laid]) -> Iterator[str]:
    """The label of each page, in the order in which people put them: what comes between 5 and 5a is 5a now,
    and what was 5a is 5b."""
    for number, group in groupby((page.label for page in laid), _number):
        known = [label for label in held.labels if _number(label) == number]
        stands = list(group)
        kept = list(dict.fromkeys(stands))
        last = known[-1]
        yield from kept
        for _ in stands[len(kept) :]:
            last = _label_behind(last)
            yield last


def _flows(page: HeldPage, following: HeldPage, share: Sequence[Unit]) -> bool:
    """Whether what is too much for a page goes on with the next: it did so, or that was put in behind it."""
    if share and share[0].begins:
        return False
    first = next((piece for piece in following.pieces if not piece.is_head), None)
    return (first is not None and first.continues) or _number(page.label) == _number(following.label)


def _number(label: str) -> str:
    found = _NUMBER.match(label)
    return found[0] if found else label


def _label_behind(label: str) -> str:
    """`5a` behind `5`, `5b` behind `5a`, `5za` behind `5z`."""
    is_letter, is_last = label[-1] in _LETTERS, label[-1] == _LETTERS[-1]
    if not is_letter or is_last:
        return f"{label}{_LETTERS[0]}"
    return f"{label[:-1]}{_LETTERS[_LETTERS.index(label[-1]) + 1]}"


def _blocks(units: Sequence[Unit]) -> tuple[Block, ...]:
    """Units as blocks again: the rows of one table as one, and what began a page only within the page."""
    blocks: list[Block] = []
    at = 0
    while at < len(units):
        unit = units[at]
        rows: list[Row] = []
        block = unit.block
        while at < len(units) and _is_same(units[at].block, block) and (row := units[at].row) is not None:
            rows.append(row)
            at += 1
        begins = unit.begins and bool(blocks)
        if isinstance(block, Table) and rows:
            blocks.append(replace(block, rows=tuple(rows), new_page=begins, continues=False))
        else:
            blocks.append(replace(block, new_page=begins))
            at += 1
    return tuple(blocks)


def _is_same(block: Block, other: Block) -> bool:
    """Whether both are one table, which may have gone over pages meanwhile."""
    if not isinstance(block, Table) or not isinstance(other, Table):
        return block is other
    return (block.columns, block.name) == (other.columns, other.name)


def joined(pages: Sequence[Laid]) -> tuple[Block, ...]:
    """The blocks of all pages, the first of each beginning it."""
    return tuple(
        replace(block, new_page=number > 0 and at == 0)
        for number, page in enumerate(pages)
        for at, block in enumerate(page.blocks)
    )
