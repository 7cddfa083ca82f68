"""Open Document text: .odt, and .fodt where all is one XML. Deleted text is kept apart, and stays out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from runofshow.documents.document import Block, Cell, Document, Line, Place, Row, Table
from runofshow.documents.reading.look import Look, Piece, lines_of_pieces, over
from runofshow.documents.reading.numbering import DEEPEST
from runofshow.documents.reading.open.styles import (
    OFFICE,
    SVG,
    TEXT,
    XML_ID,
    OpenList,
    OpenStyles,
    millimetres,
)
from runofshow.documents.reading.seen import Seen
from runofshow.office.archive import Archive, elements_of, parsed
from runofshow.office.failure import CannotRead, Failure

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"

SILENT = frozenset(
    {
        TEXT + name
        for name in "tracked-changes note table-of-content illustration-index alphabetical-index".split()
    }
    | {TEXT + name for name in "sequence-decls variable-decls user-field-decls hidden-text ruby-text".split()}
    | {OFFICE + name for name in "annotation annotation-end forms".split()}
)
"""What is not of the text: notes, comments, tables of contents, what was deleted."""
PARAGRAPHS = frozenset({TEXT + "p", TEXT + "h"})
ROW_GROUPS = frozenset(TABLE + name for name in "table-header-rows table-rows table-row-group".split())
WIDEST = 100
LONGEST = 10_000
"""Columns and rows that a cell may cover."""


def read_open_text(data: bytes, name: str) -> Document:
    """Raises CannotRead: DAMAGED, BOMB, EMPTY, NO_TEXT."""
    archive = Archive(data)
    content, whole = elements_of(archive.long_xml("content.xml"))
    if content is None:
        raise CannotRead(Failure.DAMAGED)
    macros = any(part.startswith("Basic/") and "/script-l" not in part for part in archive.sizes())
    styles, _ = elements_of(archive.long_xml("styles.xml"))
    return _read(content, OpenStyles(styles, content), name, Seen(macros=macros, cut_short=not whole))


def read_flat_open_text(data: bytes, name: str) -> Document:
    """Raises CannotRead: DAMAGED, EMPTY, NO_TEXT."""
    root = parsed(data)
    return _read(root, OpenStyles(root), name, Seen())


def _read(root: Element, styles: OpenStyles, name: str, seen: Seen) -> Document:
    text = root.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise CannotRead(Failure.DAMAGED if root.find(OFFICE + "body") is None else Failure.UNKNOWN_FORM)
    body = _Body(styles, seen)
    seen.deleted = any("".join(each.itertext()).strip() for each in text.iter(TEXT + "deletion"))
    return seen.document(name, body.blocks(text, None))


class _Item(Struct):
    """An item of a list whose first paragraph is to come: it alone bears the number."""

    of: OpenList
    depth: int
    start: int | None
    counted: bool = False


class _Body:
    def __init__(self, styles: OpenStyles, seen: Seen) -> None:
        self._seen = seen
        self._styles = styles
        self._paragraph = 0
        self._table = 0
        self._outline = OpenList(styles.outline, [None] * DEEPEST)
        self._lists: dict[str, OpenList] = {}
        """By id, and the last one by style."""

    def blocks(self, parent: Element, within: Place | None, item: _Item | None = None) -> Iterator[Block]:
        for each in parent:
            if each.tag in PARAGRAPHS:
                yield from self._lines(each, within, item)
            elif each.tag == TEXT + "list":
                yield from self._list(each, within, item)
            elif each.tag == TABLE + "table":
                table = self._read_table(each)
                if table.rows:
                    yield table
            elif each.tag == TEXT + "section" and each.get(TEXT + "display") == "none":
                continue
            elif each.tag.startswith(DRAW):
                boxes: list[Element] = []
                self._drawing(each, boxes)
                for box in boxes:
                    yield from self.blocks(box, within)
            elif each.tag not in SILENT:
                yield from self.blocks(each, within, item)

    def _list(self, element: Element, within: Place | None, outer: _Item | None) -> Iterator[Block]:
        depth = 0 if outer is None else outer.depth + 1
        name = element.get(TEXT + "style-name")
        if outer is not None:
            of = outer.of if name is None else OpenList(self._styles.levels(name), outer.of.counts)
        else:
            before = self._lists.get(element.get(TEXT + "continue-list", "none"))
            if before is None and element.get(TEXT + "continue-numbering") == "true":
                before = self._lists.get(f"style {name}")
            of = OpenList(self._styles.levels(name), [None] * DEEPEST if before is None else before.counts)
            self._lists[f"style {name}"] = of
            if (ident := element.get(XML_ID)) is not None:
                self._lists[ident] = of
        for each in element:
            if each.tag == TEXT + "list-header":
                yield from self.blocks(each, within, _Item(of, depth, None, counted=True))
            elif each.tag == TEXT + "list-item":
                start = each.get(TEXT + "start-value", "")
                yield from self.blocks(
                    each, within, _Item(of, depth, int(start) if start.isdecimal() else None)
                )

    def _lines(self, paragraph: Element, within: Place | None, item: _Item | None) -> Iterator[Block]:
        if not self._seen.has_room_for(paragraphs=1):
            return
        look = self._styles.look("paragraph", paragraph.get(TEXT + "style-name"))
        boxes: list[Element] = []
        pieces = list(self._inline(paragraph, look, boxes))
        heading = paragraph.tag == TEXT + "h"
        outline = paragraph.get(TEXT + "outline-level", "1") if heading else ""
        level = int(outline) - 1 if outline.isdecimal() else None
        mark, indent = "", look.indent
        if item is not None:
            level = item.depth
            if not item.counted:
                item.counted = True
                mark = item.of.mark(item.depth, item.start)
            in_list = item.of.levels.get(item.depth)
            if in_list is not None and not self._styles.tells_indent(paragraph.get(TEXT + "style-name")):
                indent = in_list.indent
        elif heading and level is not None and paragraph.get(TEXT + "is-list-header") != "true":
            mark = self._outline.mark(level, None) if level < DEEPEST else ""
        elif look.heading:
            level = look.outline
        like = Line(
            text="",
            place=within or Place(paragraph=self._paragraph + 1),
            mark=mark,
            level=level,
            indent=round(max(indent or 0, 0), 1),
            centred=bool(look.centred),
            heading=heading or bool(look.heading),
        )
        lines = lines_of_pieces(pieces, like, within is not None)
        if lines and within is None:
            self._paragraph += 1
        yield from lines
        for box in boxes:
            yield from self.blocks(box, within)

    def _inline(self, parent: Element, look: Look, boxes: list[Element]) -> Iterator[Piece]:
        def piece(text: str | None) -> Iterator[Piece]:
            if text and not look.hidden and self._seen.has_room_for(letters=len(text)):
                yield Piece(text, bool(look.bold), bool(look.italic))

        yield from piece(_blanks(parent.text))
        for each in parent:
            match each.tag.removeprefix(TEXT):
                case "s":
                    yield from piece(" ")
                case "tab":
                    yield from piece("\t")
                case "line-break":
                    yield from piece("\n")
                case "span":
                    style = self._styles.look("text", each.get(TEXT + "style-name"))
                    yield from self._inline(each, over(style, look), boxes)
                case _ if each.tag.startswith(DRAW):
                    self._drawing(each, boxes)
                case _ if each.tag not in SILENT:
                    yield from self._inline(each, look, boxes)
            yield from piece(_blanks(each.tail))

    def _drawing(self, drawing: Element, boxes: list[Element]) -> None:
        """The text in a drawing stands after the paragraph on which it hangs."""
        if drawing.tag == DRAW + "text-box" or any(each.tag in PARAGRAPHS for each in drawing):
            boxes.append(drawing)
            return
        if drawing.tag == DRAW + "frame" and drawing.find(DRAW + "text-box") is None:
            if drawing.find(DRAW + "image") is not None:
                area = millimetres(drawing.get(SVG + "width")) * millimetres(drawing.get(SVG + "height"))
                self._seen.picture(area)
            return
        for each in drawing:
            if each.tag.startswith(DRAW):
                self._drawing(each, boxes)

    # Tables

    def _read_table(self, table: Element) -> Table:
        self._table += 1
        place = Place(table=self._table)
        rows: list[Row] = []
        for row in _rows(table):
            number = len(rows) + 1
            cells = tuple(self._cells(row, Place(table=place.table, row=number)))
            hidden = row.get(TABLE + "visibility", "visible") != "visible"
            self._seen.hidden_rows += hidden
            rows.append(Row(cells=cells, number=number, hidden=hidden))
        return Table(rows=tuple(rows), place=place)

    def _cells(self, row: Element, place: Place) -> Iterator[Cell]:
        column = 0
        for each in row:
            times = _count(each, "number-columns-repeated", WIDEST)
            if each.tag == TABLE + "covered-table-cell":
                column += times
            elif each.tag == TABLE + "table-cell":
                for _ in range(times if self._seen.has_room_for(paragraphs=times) else 0):
                    at = Place(table=place.table, row=place.row, column=column + 1)
                    columns = _count(each, "number-columns-spanned", WIDEST)
                    rows = _count(each, "number-rows-spanned", LONGEST)
                    yield Cell(blocks=tuple(self.blocks(each, at)), column=column, columns=columns, rows=rows)
                    column += 1
            if column > WIDEST:
                return


def _rows(table: Element) -> Iterator[Element]:
    """Head rows and groups of rows hold rows as the table does."""
    for each in table:
        if each.tag == TABLE + "table-row":
            yield each
        elif each.tag in ROW_GROUPS:
            yield from _rows(each)


def _count(element: Element, name: str, most: int) -> int:
    value = element.get(TABLE + name, "1")
    return max(1, min(int(value), most)) if value.isdecimal() and len(value) < 9 else 1


def _blanks(text: str | None) -> str:
    """Blanks and line ends of the XML are one blank each; those that count are elements of their own."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")
