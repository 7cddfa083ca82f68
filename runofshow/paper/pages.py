"""A paper with its pages: which block, and which row of a table, begins each.

Every office program breaks pages where it likes, so that "exchange page 5" would mean another page to each.
Here the pages are reckoned once, with a little room left at their ends, and every form of file is told where
they begin. A heading stands with what follows it, a row on one page; what is higher than a page goes on with
the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.paper import measures
from runofshow.paper.heights import block_height, cell_rooms, head_height, height_in, row_height, row_type
from runofshow.paper.measures import GAP_PT
from runofshow.paper.sheet import Block, Level, Paper, Paragraph, Row, Table
from runofshow.paper.torn import torn_paragraph, torn_row

_SPARE_PT: Final = 14
"""At the end of a page: programs differ by a hair in each line."""
_WORTH: Final = 0.4
"""Of a page must be left for what is higher than one to begin on it."""
_KEEPING: Final = frozenset((Level.SESSION, Level.HEADING))


def paginated(paper: Paper) -> Paper:
    """The same paper, each page of it beginning with a block that says so; a table over several pages is one
    for each."""
    desk = _Desk(paper)
    for group in _groups(desk.pieces()):
        desk.lay(group)
    return replace(paper, blocks=tuple(_blocks(desk.pages)), paged=True)


def pages_of(paper: Paper) -> list[tuple[Block, ...]]:
    """The blocks of each page of a paper that has its pages."""
    pages: list[list[Block]] = []
    for block in paper.blocks:
        if block.new_page or not pages:
            pages.append([])
        pages[-1].append(block)
    return [tuple(page) for page in pages]


def page_count(paper: Paper) -> int:
    """How many pages a paper takes, by the reckoning."""
    return len(pages_of(paginated(paper)))


class _Piece(Struct, frozen=True):
    """What is never torn: a block, or a row of a table."""

    height: float
    block: Block
    row: Row | None = None
    head: float = 0
    """Height of the head over a row that is the first of its table on a page."""

    @property
    def keeps(self) -> bool:
        """Whether it stands on the page of what follows."""
        if self.row is not None:
            return self.row.level in _KEEPING
        return isinstance(self.block, Paragraph) and self.block.keep_with_next


def _groups(pieces: Iterator[_Piece]) -> Iterator[list[_Piece]]:
    group: list[_Piece] = []
    for piece in pieces:
        if group and _begins(piece):
            yield group
            group = []
        group.append(piece)
        if not piece.keeps:
            yield group
            group = []
    if group:
        yield group


def _begins(piece: _Piece) -> bool:
    return piece.block.new_page and (piece.row is None or piece.row is _first_row(piece.block))


def _first_row(block: Block) -> Row | None:
    return block.rows[0] if isinstance(block, Table) and block.rows else None


class _Desk:
    """Pages while they are filled."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._width = measures.width_mm(paper.landscape)
        self._whole = measures.height_mm(paper.landscape) * measures.POINTS_OF_A_MM - _SPARE_PT
        self.pages: list[list[_Piece]] = [[]]
        self._left = self._whole

    def pieces(self) -> Iterator[_Piece]:
        """Everything of the paper in its order."""
        width, size = self._width, self._paper.size
        for block in self._paper.blocks:
            if not isinstance(block, Table):
                yield _Piece(block_height(block, width, size), block)
                continue
            head = head_height(block, width, size) + GAP_PT
            if not block.rows:
                yield _Piece(head, block)
            for row in block.rows:
                yield _Piece(height_in(block, row, width, size), block, row, head)

    def lay(self, group: Sequence[_Piece]) -> None:
        """Put what stays together on this page, or on the next."""
        page = self.pages[-1]
        needed = self._needed(group, page)
        if page and (_begins(group[0]) or (needed > self._left and not self._is_worth_beginning(group))):
            self._turn()
            page, needed = self.pages[-1], self._needed(group, [])
        if needed <= self._left:
            page.extend(group)
            self._left -= needed
        elif len(group) > 1:
            # no page holds them together: what is high is torn, so that no heading is left behind
            for piece in group[:-1]:
                self._lay_alone(piece)
            self._tear(group[-1])
        else:
            self._tear(group[0])

    def _lay_alone(self, piece: _Piece) -> None:
        needed = self._needed([piece], self.pages[-1])
        if needed <= self._left:
            self.pages[-1].append(piece)
            self._left -= needed
        elif self.pages[-1] and self._needed([piece], []) <= self._whole:
            self._turn()
            self._lay_alone(piece)
        else:
            self._tear(piece)

    def _is_worth_beginning(self, group: Sequence[_Piece]) -> bool:
        return self._needed(group, []) > self._whole and self._left > _WORTH * self._whole

    def _tear(self, piece: _Piece) -> None:
        """Lay what is higher than a page on as many as it needs."""
        while True:
            over = self._needed([piece], self.pages[-1]) - piece.height
            if over + piece.height <= self._left:
                self.pages[-1].append(piece)
                self._left -= over + piece.height
                return
            parts = self._torn(piece, self._left - over)
            if parts is None and self.pages[-1]:
                self._turn()
                continue
            if parts is None:
                # the program that opens it must see what it can do
                self.pages[-1].append(piece)
                self._left = 0
                return
            self.pages[-1].append(parts[0])
            self._turn()
            piece = parts[1]

    def _torn(self, piece: _Piece, room: float) -> tuple[_Piece, _Piece] | None:
        width, size = self._width, self._paper.size
        if isinstance(piece.block, Table) and piece.row is not None and piece.row.level is not Level.SESSION:
            columns = piece.block.columns
            rooms, type_ = cell_rooms(piece.row, columns, width), row_type(piece.row, size)
            rows = torn_row(piece.row, rooms, type_, room, self._paper.continued)
            if rows is None:
                return None
            first, rest = (
                _Piece(row_height(row, columns, width, size), piece.block, row, piece.head) for row in rows
            )
            return first, rest
        if isinstance(piece.block, Paragraph):
            blocks = torn_paragraph(piece.block, width * measures.POINTS_OF_A_MM, room)
            if blocks is None:
                return None
            before, behind = (_Piece(block_height(block, width, size), block) for block in blocks)
            return before, behind
        return None

    def _needed(self, group: Sequence[_Piece], page: Sequence[_Piece]) -> float:
        """Height of a group behind what stands on that page."""
        needed, table = 0.0, page[-1].block if page else None
        for piece in group:
            needed += piece.height + (piece.head if piece.block is not table else 0)
            table = piece.block
        return needed

    def _turn(self) -> None:
        self.pages.append([])
        self._left = self._whole


def _blocks(pages: Sequence[Sequence[_Piece]]) -> Iterator[Block]:
    """The pieces as blocks again, the first of each page marked."""
    drawn: Block | None = None
    for number, page in enumerate(pages):
        at = 0
        while at < len(page):
            block, new_page = page[at].block, number > 0 and at == 0
            rows: list[Row] = []
            while at < len(page) and page[at].block is block and (row := page[at].row) is not None:
                rows.append(row)
                at += 1
            if isinstance(block, Table) and rows:
                continues = block.continues or block is drawn
                yield replace(block, rows=tuple(rows), new_page=new_page, continues=continues)
            else:
                yield block if block.new_page is new_page else replace(block, new_page=new_page)
                at += 1
            drawn = block
