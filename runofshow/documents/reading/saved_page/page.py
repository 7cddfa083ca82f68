"""A page that was saved (.html, .htm, .mht): its paragraphs, lists and tables, as its elements say.

Nothing is fetched or run; what a page hides, and the ways around its site, are left out. A page that Word
saved says its automatic numbers in spans of their own: they become the marks of their lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.document import Block, Cell, Document, Line, Place, Row, Table
from runofshow.documents.doubt import Doubt, DoubtCode
from runofshow.documents.reading.glyphs import signs
from runofshow.documents.reading.letters import from_font
from runofshow.documents.reading.look import Piece, lines_of_pieces
from runofshow.documents.reading.saved_page.depth import is_too_deep
from runofshow.documents.reading.saved_page.lists import PageList
from runofshow.documents.reading.saved_page.style import NO_STYLE, PageStyle, style_of
from runofshow.documents.reading.seen import Seen
from runofshow.office.decoding import text_of
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.plain import plain

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MOST_BYTES = 4_000_000
"""Without the pictures that a page may carry within it."""
MOST_LINES = 20_000
MOST_CELLS = 60_000
DEEPEST = 120
"""Elements within elements; what stands deeper is read as text."""
_MOST_COLUMNS = 120
_LONGEST_MARK = 8

_LEFT_OUT = frozenset(
    "head script style noscript template nav aside button select option datalist svg math iframe object"
    " canvas video audio dialog textarea input".split()
)
_BLOCKS = frozenset(
    "p div section article main header footer address blockquote center dl dt dd figure figcaption fieldset"
    " form legend hr h1 h2 h3 h4 h5 h6 ul ol li pre details summary body html tr td th caption hgroup"
    " menu".split()
)
_HEADINGS = {f"h{level}": level - 1 for level in range(1, 7)}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{3,30})", re.IGNORECASE)
_INLINE_DATA = re.compile(rb"data:[\w/+.-]+;base64,[A-Za-z0-9+/=\s%]{100,}")


class _Around(Struct, frozen=True):
    """What holds for the text within an element."""

    bold: bool = False
    italic: bool = False
    font: str = ""
    centred: bool = False
    indent: float = 0
    heading: int | None = None
    level: int | None = None
    lists: tuple[PageList, ...] = ()
    is_drawn: bool = False
    """Line breaks are those of the file."""


def read_web_page(data: bytes, name: str) -> Document:
    """Raises CannotRead: EMPTY, NO_TEXT where it holds pictures alone, UNKNOWN_FORM, BOMB."""
    from selectolax.lexbor import LexborHTMLParser

    page = page_text(_of_archive(data))
    if is_too_deep(page):
        raise CannotRead(Failure.BOMB)
    root = LexborHTMLParser(page).root
    walk = _Walk()
    if root is not None:
        walk.within(root, _Around(), 0)
        walk.flush(_Around())
    document = walk.seen.document(name, walk.blocks)
    if not walk.old_fonts:
        return document
    told = Doubt.of(DoubtCode.OLD_LETTERS, name="TCVN3/VNI")
    return replace(document, doubts=(*document.doubts, told))


def page_text(data: bytes) -> str:
    """The page as text, by the encoding that it names where its bytes are no UTF-8."""
    data = _INLINE_DATA.sub(b"", data)[:MOST_BYTES]
    named = _CHARSET.search(data[:4096])
    return text_of(data, named[1].decode("ascii") if named else None)


def _of_archive(data: bytes) -> bytes:
    """The page within a web archive (.mht); any other data as it is."""
    head = data[:4096].lower()
    if b"mime-version:" not in head or b"multipart/related" not in head:
        return data
    from email import message_from_bytes, policy

    for part in message_from_bytes(data, policy=policy.compat32).walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            charset = part.get_content_charset()
            if isinstance(page, bytes):
                return page if charset is None else b"<!-- charset=" + charset.encode() + b" -->" + page
    return data


class _Walk:
    """Goes through the elements, and gathers blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.seen = Seen()
        self.old_fonts = False
        self._pieces: list[Piece] = []
        self._fonts: list[str] = []
        self._mark = ""
        self._cell: Place | None = None
        self._paragraphs = self._tables = self._lines = self._cells = 0

    def within(self, node: LexborNode, around: _Around, depth: int) -> None:
        """Everything in an element."""
        child = node.child
        while child is not None and self._lines < MOST_LINES:
            tag = child.tag or ""
            if tag == "-text":
                self._text(child.text_content or "", around)
            elif tag.startswith(("-", "!")) or tag in _LEFT_OUT:
                pass
            elif depth > DEEPEST:
                self._text(child.text(), around)
            else:
                self._element(child, tag, around, depth + 1)
            child = child.next
        self.seen.cut_short |= self._lines >= MOST_LINES

    def _element(self, node: LexborNode, tag: str, around: _Around, depth: int) -> None:
        attributes = node.attributes
        style = style_of(attributes) if attributes else NO_STYLE
        if style.hidden or attributes.get("role") == "navigation":
            return
        if tag == "br":
            self._pieces.append(Piece("\n"))
        elif tag == "img":
            self.seen.picture(_area(attributes))
        elif tag == "del":
            self.seen.deleted = True
        elif style.is_mark or (style.ends_mark and not plain(node.text())):
            self._drawn_mark(node, style, around)
        elif style.tabs:
            self._pieces.append(Piece("\t"))
        elif tag == "table":
            self.flush(around)
            self._table(node, around, depth)
        else:
            inside = _inside(tag, attributes, style, around)
            if tag in _BLOCKS:
                self.flush(around)
            if tag == "li" and inside.lists:
                self._mark = inside.lists[-1].next_mark(attributes)
                inside = replace(inside, level=inside.lists[-1].depth)
            self.within(node, inside, depth)
            if tag in _BLOCKS:
                self.flush(inside)
                self._mark = "" if tag == "li" else self._mark

    def _text(self, text: str, around: _Around) -> None:
        if not around.is_drawn:
            text = re.sub(r"[ \t\r\n\f]+", " ", text)
        if around.font:
            today = from_font(text, around.font)
            self.old_fonts |= today != text
            text = today
            if "symbol" in around.font.lower() or "dings" in around.font.lower():
                text = signs(text.strip(), around.font) + " " if text.strip() else text
        if text:
            self._pieces.append(Piece(text, around.bold, around.italic))

    def _drawn_mark(self, node: LexborNode, style: PageStyle, around: _Around) -> None:
        """An automatic number of Word: in a span that says so, or before the gap drawn behind it."""
        if style.is_mark:
            font = style.font or _font_within(node) or around.font
            self._mark = plain(signs(plain(node.text()), font))
            return
        before = plain("".join(piece.text for piece in self._pieces))
        if before and len(before) <= _LONGEST_MARK and not self._mark:
            self._mark, self._pieces = before, []

    def flush(self, around: _Around) -> None:
        """What was gathered as a paragraph."""
        pieces, self._pieces = self._pieces, []
        place = self._cell or Place(paragraph=self._paragraphs + 1)
        like = Line(
            text="",
            place=place,
            mark=self._mark,
            level=around.heading if around.heading is not None else around.level,
            indent=around.indent,
            centred=around.centred,
            heading=around.heading is not None,
        )
        lines = lines_of_pieces(pieces, like, self._cell is not None and bool(pieces))
        if lines:
            self._mark = ""
            self._lines += len(lines)
            self._paragraphs += self._cell is None
            self.blocks.extend(lines)

    def _table(self, node: LexborNode, around: _Around, depth: int) -> None:
        self._tables += 1
        number = self._tables
        around = _Around(font=around.font, bold=around.bold, italic=around.italic)
        place = Place(table=number)
        found = [row for row in _rows(node) if not style_of(row.attributes).hidden]
        rows: list[Row] = []
        occupied: dict[int, int] = {}  # column -> rows below that a cell from above still covers
        for index, row in enumerate(found):
            cells: list[Cell] = []
            column = 0
            covered = {at: left for at, left in occupied.items() if left}
            occupied = {at: left - 1 for at, left in covered.items()}
            for each in _children(row, "td", "th"):
                self._cells += 1
                while column in covered:
                    column += 1
                if self._cells > MOST_CELLS or column >= _MOST_COLUMNS:
                    self.seen.cut_short = True
                    break
                columns = _span(each, "colspan", _MOST_COLUMNS - column)
                down = _span(each, "rowspan", len(found) - index)
                at = Place(table=number, row=index + 1, column=column + 1)
                bold = around.bold or each.tag == "th"
                blocks = self._in_cell(each, at, replace(around, bold=bold), depth)
                cells.append(Cell(blocks=blocks, column=column, columns=columns, rows=down))
                occupied.update(dict.fromkeys(range(column, column + columns), down - 1))
                column += columns
            rows.append(Row(cells=tuple(cells), number=index + 1))
        if any(row.cells for row in rows):
            self.blocks.append(Table(rows=tuple(rows), place=place))

    def _in_cell(self, node: LexborNode, at: Place, around: _Around, depth: int) -> tuple[Block, ...]:
        outside = self.blocks, self._pieces, self._mark, self._cell
        self.blocks, self._pieces, self._mark, self._cell = [], [], "", at
        inside = _inside(node.tag or "", node.attributes, style_of(node.attributes), around)
        self.within(node, inside, depth)
        self.flush(inside)
        blocks = tuple(self.blocks)
        self.blocks, self._pieces, self._mark, self._cell = outside
        return blocks


def _inside(tag: str, attributes: dict[str, str | None], style: PageStyle, around: _Around) -> _Around:
    lists = around.lists
    if tag in ("ol", "ul"):
        lists = (*lists, PageList(tag, attributes, len(lists)))
    return _Around(
        bold=style.bold if style.bold is not None else around.bold or tag in ("b", "strong"),
        italic=style.italic if style.italic is not None else around.italic or tag in ("i", "em"),
        font=style.font if style.font is not None else around.font,
        centred=style.centred if style.centred is not None else around.centred or tag == "center",
        indent=style.indent
        if style.indent is not None
        else around.indent + (10 if tag == "blockquote" else 0),
        heading=_HEADINGS.get(tag, around.heading),
        level=style.level if style.level is not None else around.level,
        lists=lists,
        is_drawn=around.is_drawn or tag == "pre",
    )


def _children(node: LexborNode, *tags: str) -> list[LexborNode]:
    found = []
    child = node.child
    while child is not None:
        if child.tag in tags:
            found.append(child)
        child = child.next
    return found


def _rows(table: LexborNode) -> list[LexborNode]:
    """Of this table alone, those of tables in its cells left out."""
    groups = _children(table, "thead", "tbody", "tfoot", "tr", "caption")
    return [row for each in groups for row in ([each] if each.tag == "tr" else _children(each, "tr"))]


def _span(cell: LexborNode, name: str, most: int) -> int:
    written = cell.attributes.get(name) or "1"
    if not written.strip().isdecimal():
        return 1
    return min(int(written) or most, most)  # a rowspan of 0 reaches to the end


def _font_within(node: LexborNode) -> str | None:
    inner = node.child
    while inner is not None and inner.tag == "-text":
        inner = inner.next
    return style_of(inner.attributes).font if inner is not None and inner.is_element_node else None


def _area(attributes: dict[str, str | None]) -> float:
    """Of a picture in mm²; one that says no size may be large."""
    width, height = (re.match(r"\d{1,5}", attributes.get(name) or "") for name in ("width", "height"))
    if width is None or height is None:
        return 0
    return int(width[0]) * int(height[0]) * (25.4 / 96) ** 2
