"""Word's form from 1997 to 2003: .doc, by its piece table. Macros are told, never run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType

from runofshow.documents.document import Block, Document, Line
from runofshow.documents.reading.edges import EdgedCell, Merge
from runofshow.documents.reading.glyphs import sign
from runofshow.documents.reading.look import Piece, is_of_index, lines_of_pieces
from runofshow.documents.reading.open_tables import OpenTables
from runofshow.documents.reading.placing import placed
from runofshow.documents.reading.seen import Seen
from runofshow.documents.reading.word97 import looks as has
from runofshow.documents.reading.word97.file import Text97, Word97File
from runofshow.documents.reading.word97.lists import Lists97, first_line
from runofshow.documents.reading.word97.looks import Changes, Looks, Style97, number, switch

_ENDS = re.compile(r"[\r\x07\x0c]")
CELL_END, BREAK = "\x07", "\x0c"
"""A break ends a paragraph where a section ends; else it is one of pages."""
FIELD_BEGINS, FIELD_CODE_ENDS, FIELD_ENDS = "\x13", "\x14", "\x15"
LETTERS = MappingProxyType({"\x0b": "\n", "\x1e": "-"} | dict.fromkeys("\x01\x02\x05\x08\x0c\x0e\x1f", ""))
"""Soft breaks and hyphens; pictures, notes, comments and breaks of pages are no text."""
_MARKS = re.compile("[\x01\x02\x05\x08\x0b\x0c\x0e\x13-\x15\x1e\x1f]")
TITLES, INDEX = frozenset({62, 74}), range(19, 28)
"""Numbers of Word's own styles: title and subtitle, lines of a table of contents."""


def read_word97(data: bytes, name: str) -> Document:
    """Raises CannotRead: DAMAGED, ENCRYPTED, EMPTY, NO_TEXT."""
    file = Word97File(data)
    reader = _Reader(file)
    blocks = tuple(placed(reader.blocks()))
    reader.seen.macros = file.has_macros
    return reader.seen.document(name, blocks)


class _Reader:
    def __init__(self, file: Word97File) -> None:
        self.seen = Seen()
        self._text = Text97(list(file.pieces()))
        self._lengths = file.lengths()
        self._looks = Looks(file)
        self._lists = Lists97(file, self._looks)
        self._tables = OpenTables()
        self._fields: list[bool] = []
        """Of each field that is open: whether its code is still being told."""
        self._carried: list[Piece] = []
        """Text of paragraphs whose end was deleted: it stands in the next one."""
        self._sections = file.section_ends()

    def blocks(self) -> list[Block]:
        """The text, then what stands in text boxes: where those hang is not read."""
        text, before_boxes, boxes = self._lengths
        self._read(0, text)
        self._tables.blocks(0)
        self._fields.clear()
        self._read(before_boxes, before_boxes + boxes)
        return self._tables.blocks(0)

    def _read(self, begin: int, end: int) -> None:
        letters = self._text.letters
        end = min(end, len(letters))
        while begin < end and self.seen.has_room_for(paragraphs=1):
            mark = _ENDS.search(letters, begin, end)
            while mark and mark[0] == BREAK and mark.end() not in self._sections:
                mark = _ENDS.search(letters, mark.end(), end)
            until = mark.start() if mark else end
            self._paragraph(begin, until, mark[0] if mark else "\r")
            begin = until + 1

    def _paragraph(self, begin: int, end: int, mark: str) -> None:
        place = self._text.fc(min(end, len(self._text.letters) - 1))
        style, said = self._looks.paragraph(place)
        depth = _depth(said, mark)
        if number(said.get(has.ROW_END, b"")) or number(said.get(has.INNER_ROW_END, b"")):
            self._tables.end_row(depth, _edges(said))
            return
        pieces, self._carried = self._carried, []
        pieces.extend(self._pieces(begin, end, style))
        if self._fields and self._fields[-1]:
            # No code goes over the end of a paragraph: the file lost the end of the field.
            self._fields.pop()
        if mark == BREAK and not pieces:
            return
        if mark == "\r" and number(self._looks.run(place).get(has.DELETED, b"")):
            self.seen.deleted = True
            self._carried = pieces
            return
        like = self._like(style, said)
        if style.kind not in INDEX or not is_of_index(pieces):
            self._tables.blocks(depth).extend(lines_of_pieces(pieces, like, depth > 0))
        if depth and (mark == CELL_END or number(said.get(has.INNER_CELL, b""))):
            self._tables.end_cell(depth)

    def _like(self, style: Style97, said: Changes) -> Line:
        whole = style.paragraph | said
        outline = number(whole.get(has.OUTLINE, b"\x09"))
        if 1 <= style.kind <= 9:
            outline = style.kind - 1
        heading = outline < 9 or style.kind in TITLES
        mark, level = "", outline if outline < 9 else None
        indent = first_line(said)
        use, depth = number(whole.get(has.LIST, b"")), number(whole.get(has.LIST_LEVEL, b""))
        list_level = self._lists.level(use, depth)
        if list_level is not None:
            mark, level = self._lists.next_mark(use, depth), depth
            if indent is None:
                indent = list_level.indent
        if indent is None:
            indent = first_line(style.paragraph)
        told = said if has.JUSTIFIED in said or has.JUSTIFIED_80 in said else style.paragraph
        justified = number(told.get(has.JUSTIFIED, told.get(has.JUSTIFIED_80, b"")))
        return Line(
            text="",
            mark=mark,
            level=level,
            indent=round(max(indent or 0, 0), 1),
            centred=justified == 1,
            heading=heading,
        )

    def _pieces(self, begin: int, end: int, style: Style97) -> Iterator[Piece]:
        for cp, letters, fc, wide in self._text.stretches(begin, end):
            at = fc
            for until in self._looks.run_ends(fc, fc + letters * wide):
                said = self._looks.run(at)
                first, last = cp + (at - fc) // wide, cp + (until - fc) // wide
                yield from self._piece(self._text.letters[first:last], said, style.run)
                at = until

    def _piece(self, raw: str, said: Changes, upon: Changes) -> Iterator[Piece]:
        if has.RUN_STYLE in said:
            upon = upon | self._looks.style(number(said[has.RUN_STYLE])).run
        text = self._words(raw, said)
        if not text or switch(has.HIDDEN, said, upon) or not self.seen.has_room_for(letters=len(text)):
            return
        if number(said.get(has.DELETED, b"")):
            self.seen.deleted = self.seen.deleted or bool(text.strip())
            return
        yield Piece(text, switch(has.BOLD, said, upon), switch(has.ITALIC, said, upon))

    def _words(self, raw: str, said: Changes) -> str:
        """The letters of a run less the codes of its fields."""
        if has.SYMBOL in said and raw == "(":
            of_font, code = number(said[has.SYMBOL][:2]), number(said[has.SYMBOL][2:4])
            return "" if any(self._fields) else sign(code, self._looks.font_name(of_font))
        if not self._fields and not _MARKS.search(raw):
            text = raw
        else:
            text = ""
            for letter in raw:
                if letter == FIELD_BEGINS:
                    self._fields.append(True)
                elif letter == FIELD_CODE_ENDS and self._fields:
                    self._fields[-1] = False
                elif letter == FIELD_ENDS and self._fields:
                    self._fields.pop()
                elif not any(self._fields):
                    if letter in "\x01\x08":
                        self.seen.picture(self._looks.picture_mm2(said))
                    text += LETTERS.get(letter, letter)
        font = self._looks.font(said)
        if "dings" in font.lower() or font.lower() == "symbol":
            return "".join(each if each.isspace() else sign(ord(each), font) for each in text)
        return text


def _depth(said: Changes, mark: str) -> int:
    """Tables that the paragraph is in."""
    depth = number(said.get(has.DEPTH, b""))
    if depth > 100:
        return 0
    return max(depth, 1) if depth or number(said.get(has.IN_TABLE, b"")) or mark == CELL_END else 0


def _edges(said: Changes) -> list[EdgedCell]:
    """What the end of a row says of its cells."""
    told = said.get(has.CELLS, b"")[2:]
    if not told:
        return []
    many = told[0]
    places = [has.signed(told[1 + 2 * at : 3 + 2 * at]) for at in range(many + 1)]
    flags = [number(told[3 + 2 * many + 20 * at :][:2]) for at in range(many)]
    cells = [
        EdgedCell(
            left=places[at],
            right=max(places[at + 1], places[at]),
            down={0x20: Merge.GOES_ON, 0x60: Merge.BEGINS}.get(flags[at] & 0x60, Merge.NONE),
            across=Merge.BEGINS if flags[at] & 1 else Merge.GOES_ON if flags[at] & 2 else Merge.NONE,
        )
        for at in range(many)
    ]
    told = said.get(has.MERGE, b"")
    for at in range(0, len(told) - 2, 3):
        if told[at + 1] < many:
            cells[told[at + 1]].down = {1: Merge.GOES_ON, 3: Merge.BEGINS}.get(told[at + 2], Merge.NONE)
    return cells
