"""The body of a Word document: its paragraphs and tables in reading order, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from runofshow.documents.document import Block, Cell, Place, Row, Table
from runofshow.documents.reading.word.lines import GONE, MC, Paragraphs, chosen_of
from runofshow.documents.reading.word.lists import VAL, W
from runofshow.documents.reading.word.styles import on
from runofshow.paper.kept import mark_in

WRAPPERS = frozenset(W + name for name in "sdt sdtContent customXml smartTag ins moveTo".split())
WIDEST = 100
"""Columns; Word itself stops at 63."""


class _Cell(Struct):
    blocks: tuple[Block, ...]
    column: int
    columns: int
    rows: int = 1


class Body:
    """Reads blocks, and counts paragraphs and tables as people do."""

    def __init__(self, paragraphs: Paragraphs) -> None:
        self._paragraphs = paragraphs
        self._paragraph = 0
        self._table = 0

    def blocks(self, parent: Element, within: Place | None = None) -> Iterator[Block]:
        """Of the body, a cell or a text box; `within` is the place of the cell."""
        for each in children(parent):
            if each.tag == W + "p":
                yield from self._lines(each, within)
            elif each.tag == W + "tbl":
                yield from self._left_over(within)
                table = self._read_table(each)
                if table.rows:
                    yield table
        yield from self._left_over(within)

    def _lines(self, paragraph: Element, within: Place | None) -> Iterator[Block]:
        if not self._paragraphs.seen.has_room_for(paragraphs=1):
            return
        place = within or Place(paragraph=self._paragraph + 1)
        lines, boxes = self._paragraphs.lines(paragraph, place, within is not None)
        if lines and within is None:
            self._paragraph += 1
        yield from lines
        for box in boxes:
            yield from self.blocks(box, within)

    def _left_over(self, within: Place | None) -> Iterator[Block]:
        """A paragraph whose end was deleted cannot go on in a table, nor in another cell."""
        lines = self._paragraphs.left_over(within or Place(paragraph=self._paragraph + 1))
        if lines and within is None:
            self._paragraph += 1
        yield from lines

    def _read_table(self, table: Element) -> Table:
        self._table += 1
        number = self._table
        rows: list[tuple[list[_Cell], bool, str]] = []
        spanning: dict[int, _Cell] = {}
        """By its first column, the cell that began above and is merged down as far as the row before."""
        for row in children(table):
            if row.tag != W + "tr":
                continue
            properties = row.find(W + "trPr")
            if properties is not None and any(properties.find(gone) is not None for gone in GONE):
                self._paragraphs.seen.deleted = True
                continue
            place = Place(table=number, row=len(rows) + 1)
            cells, spanning = self._read_row(row, place, _count(properties, "gridBefore", 0), spanning)
            hides = None if properties is None else properties.find(W + "hidden")
            hidden = hides is not None and on(hides.get(VAL), True)
            self._paragraphs.seen.hidden_rows += hidden
            rows.append((cells, hidden, _name(row)))
        return Table(
            rows=tuple(
                Row(
                    cells=tuple(
                        Cell(blocks=each.blocks, column=each.column, columns=each.columns, rows=each.rows)
                        for each in cells
                    ),
                    number=at,
                    hidden=hidden,
                    mark=mark,
                )
                for at, (cells, hidden, mark) in enumerate(rows, 1)
            ),
            place=Place(table=number),
        )

    def _read_row(
        self, row: Element, place: Place, column: int, above: dict[int, _Cell]
    ) -> tuple[list[_Cell], dict[int, _Cell]]:
        cells: list[_Cell] = []
        spanning: dict[int, _Cell] = {}
        for each in children(row):
            if each.tag != W + "tc":
                continue
            properties = each.find(W + "tcPr")
            if properties is not None and properties.find(W + "cellDel") is not None:
                self._paragraphs.seen.deleted = True
                continue
            columns = max(1, min(_count(properties, "gridSpan", 1), WIDEST))
            down = _merge(properties, "vMerge")
            across = _merge(properties, "hMerge")
            at = Place(table=place.table, row=place.row, column=column + 1)
            if across == "continue" and cells and cells[-1].column + cells[-1].columns == column:
                cells[-1].columns += columns
            elif down == "continue" and column in above:
                # What a merged cell holds below its first row is not shown.
                above[column].rows += 1
                spanning[column] = above[column]
            else:
                cell = _Cell(tuple(self.blocks(each, at)), column, columns)
                cells.append(cell)
                if down is not None:
                    spanning[column] = cell
            column += columns
        return cells, spanning


def children(parent: Element) -> Iterator[Element]:
    """What stands in an element, as if content controls, tags and insertions were not around it."""
    for each in parent:
        if each.tag in WRAPPERS:
            yield from children(each)
        elif each.tag == MC + "AlternateContent":
            for chosen in chosen_of(each):
                yield from children(chosen)
        else:
            yield each


def _name(row: Element) -> str:
    """The name of a row of our own papers, by the bookmarks in it."""
    return mark_in(each.get(W + "name", "") for each in row.iter(W + "bookmarkStart"))


def _merge(properties: Element | None, name: str) -> str | None:
    """«restart», «continue», or None where the cell is not merged."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else found.get(VAL, "continue")


def _count(properties: Element | None, name: str, otherwise: int) -> int:
    found = None if properties is None else properties.find(W + name)
    try:
        return otherwise if found is None else max(0, min(int(found.get(VAL, "")), WIDEST))
    except ValueError:
        return otherwise
