"""A paragraph of Word as lines: what a person sees in it when every change is accepted.

Insertions stay and deletions go, also what was moved away; of a field its result stands, not its code;
hidden text, notes and comments are left out. Of a drawing that is kept in two ways, for a new Word and an old
one, one is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from runofshow.documents.document import Line, Place
from runofshow.documents.reading.glyphs import sign
from runofshow.documents.reading.look import MM_PER_TWIP, Look, Piece, is_of_index, lines_of_pieces, over
from runofshow.documents.reading.numbering import DEEPEST
from runofshow.documents.reading.seen import Seen
from runofshow.documents.reading.word.lists import VAL, Lists, W, length
from runofshow.documents.reading.word.styles import Styles, said

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
PLACING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"

_BLANKS = re.compile(r"[\r\n]+")
"""Line ends of the XML: what breaks a line is an element."""

_SIDE = re.compile(r"(?:^|;)\s*(width|height):([\d.]+\w+)")
THROUGH = frozenset(
    W + name for name in "ins moveTo smartTag customXml sdt sdtContent hyperlink fldSimple bdo dir".split()
)
"""What only wraps: its content stands as if it were not there."""
GONE = frozenset(W + name for name in ("del", "moveFrom"))


PICTURES = (DRAWING + "blip", VML + "imagedata", DIAGRAM + "relIds")
"""Pictures, and diagrams, whose words stand in parts of their own."""


class Paragraphs:
    """Makes lines of paragraphs, one after the other: lists count on, and a field may go on in the next."""

    def __init__(self, styles: Styles, lists: Lists) -> None:
        self.seen = Seen()
        self._styles = styles
        self._lists = lists
        self._fields: list[bool] = []
        """Of each field that is open: whether its code is still being told."""
        self._carried: list[Piece] = []
        """Text of paragraphs whose end was deleted: it stands in the next one."""

    def lines(self, paragraph: Element, place: Place, in_cell: bool) -> tuple[list[Line], list[Element]]:
        """Its lines, and the text boxes that hang on it."""
        properties = paragraph.find(W + "pPr")
        ident = _style_id(properties, "pStyle")
        own = said(None, properties)
        by_style = self._styles.paragraph(ident)
        look = over(own, by_style)
        boxes: list[Element] = []
        pieces, self._carried = self._carried, []
        pieces.extend(self._inline(paragraph, by_style, boxes))
        if self._fields and self._fields[-1]:
            # No code goes over the end of a paragraph: the file lost the end of the field.
            self._fields.pop()
        end = None if properties is None else properties.find(W + "rPr")
        if end is not None and any(end.find(gone) is not None for gone in GONE):
            self.seen.deleted = True
            self._carried = pieces
            return [], boxes
        if properties is not None and _is_large_initial(properties):
            self._carried = pieces
            return [], boxes
        if look.index and is_of_index(pieces):
            return [], []
        mark, level, indent = self._mark(own, by_style, ident or self._styles.default)
        if level is None and look.heading:
            level = look.outline
        if end is not None and not pieces and said(end, None).hidden:
            mark = ""
        return lines_of_pieces(
            pieces,
            Line(
                text="",
                place=place,
                mark=mark,
                level=level,
                indent=round(max(indent if indent is not None else look.indent or 0, 0), 1),
                centred=bool(look.centred),
                heading=bool(look.heading),
            ),
            in_cell,
        ), boxes

    def left_over(self, place: Place) -> list[Line]:
        """What stood in paragraphs whose end was deleted, where no other comes after them."""
        pieces, self._carried = self._carried, []
        return lines_of_pieces(pieces, Line(text="", place=place), False)

    def _mark(self, own: Look, by_style: Look, ident: str | None) -> tuple[str, int | None, float | None]:
        """The number before it, its depth in the list, and where the first line begins, in mm."""
        number = own.number if own.number is not None else by_style.number
        if number is None or number == "0":
            return "", None, own.indent
        depth = own.depth
        if depth is None and own.number is None and ident is not None:
            depth = self._lists.depth_of_style(number, ident)
        if depth is None:
            depth = by_style.depth or 0
        if depth >= DEEPEST:
            return "", None, own.indent
        level = self._lists.level(number, depth)
        if level is None:
            return "", None, own.indent
        indent = own.indent
        if indent is None and (own.number is not None or by_style.indent is None):
            indent = level.indent
        return self._lists.next_mark(number, depth), depth, indent

    # Inside a paragraph

    def _inline(self, parent: Element, look: Look, boxes: list[Element]) -> Iterator[Piece]:
        for each in parent:
            tag = each.tag
            if tag == W + "r":
                yield from self._run(each, look, boxes)
            elif tag in THROUGH:
                yield from self._inline(each, look, boxes)
            elif tag in GONE:
                self.seen.deleted = self.seen.deleted or any(
                    part.text for part in each.iter() if part.tag in (W + "delText", W + "t")
                )
            elif tag == MC + "AlternateContent":
                for chosen in chosen_of(each):
                    yield from self._inline(chosen, look, boxes)
            elif tag.startswith(MATH):
                text = "".join(part.text or "" for part in each.iter(MATH + "t"))
                yield Piece(text, bool(look.bold), bool(look.italic))

    def _run(self, run: Element, look: Look, boxes: list[Element]) -> Iterator[Piece]:
        properties = run.find(W + "rPr")
        if properties is not None:
            look = over(
                over(said(properties, None), self._styles.of_run(_style_id(properties, "rStyle"))), look
            )
        text = self._text(run, look.font or "", boxes)
        if text and not look.hidden and self.seen.has_room_for(letters=len(text)):
            yield Piece(text, bool(look.bold), bool(look.italic))

    def _text(self, run: Element, font: str, boxes: list[Element]) -> str:
        text = ""
        for each in run:
            match each.tag.removeprefix(W):
                case "fldChar":
                    self._field(each.get(W + "fldCharType"))
                case "t":
                    if not any(self._fields):
                        text += _drawn(_BLANKS.sub(" ", each.text or ""), font)
                case "tab" | "ptab":
                    text += "\t"
                case "br":
                    text += "\n" if each.get(W + "type", "textWrapping") == "textWrapping" else ""
                case "cr":
                    text += "\n"
                case "noBreakHyphen":
                    text += "-"
                case "sym":
                    text += _sign_of(each)
                case "delText":
                    self.seen.deleted = self.seen.deleted or bool(each.text)
                case "drawing" | "pict" | "object":
                    self._drawing(each, boxes)
                case "ruby":
                    text += "".join(
                        part.text or "" for base in each.iter(W + "rubyBase") for part in base.iter(W + "t")
                    )
                case _ if each.tag == MC + "AlternateContent":
                    for chosen in chosen_of(each):
                        text += self._text(chosen, font, boxes)
        return "" if any(self._fields) else text

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _drawing(self, drawing: Element, boxes: list[Element]) -> None:
        found = list(_boxes(drawing))
        boxes.extend(found)
        pictures = any(True for tag in PICTURES for _ in drawing.iter(tag))
        if pictures and not found:
            self.seen.picture(_area_mm2(drawing))


def chosen_of(alternate: Element) -> Iterator[Element]:
    """One of the ways in which something is kept: the first that has anything in it."""
    for each in alternate:
        if each.tag in (MC + "Choice", MC + "Fallback") and len(each):
            yield each
            return


def _boxes(drawing: Element) -> Iterator[Element]:
    """The text boxes of a drawing, each once; those inside another are met when that one is read."""
    for each in drawing:
        if each.tag == W + "txbxContent":
            yield each
        elif each.tag == MC + "AlternateContent":
            for chosen in chosen_of(each):
                yield from _boxes(chosen)
        else:
            yield from _boxes(each)


def _area_mm2(drawing: Element) -> float:
    per_mm = 36_000
    """English metric units."""
    for extent in drawing.iter(PLACING + "extent"):
        try:
            return int(extent.get("cx", "0")) / per_mm * int(extent.get("cy", "0")) / per_mm
        except ValueError:
            return 0
    for shape in drawing.iter(VML + "shape"):
        sides = dict(_SIDE.findall(shape.get("style", "")))
        return length(sides.get("width")) * length(sides.get("height")) * MM_PER_TWIP**2
    return 0


def _is_large_initial(properties: Element) -> bool:
    """The first letter of a paragraph may stand in one of its own, over two lines."""
    frame = properties.find(W + "framePr")
    return frame is not None and frame.get(W + "dropCap", "none") != "none"


def _style_id(properties: Element | None, name: str) -> str | None:
    found = None if properties is None else properties.find(W + name)
    return None if found is None else found.get(VAL)


def _drawn(text: str, font: str) -> str:
    low = font.lower()
    if "wingdings" in low or "webdings" in low or low == "symbol":
        return "".join(each if each.isspace() else sign(ord(each), font) for each in text)
    return text


def _sign_of(symbol: Element) -> str:
    try:
        return sign(int(symbol.get(W + "char", ""), 16), symbol.get(W + "font", ""))
    except (ValueError, OverflowError):
        return ""
