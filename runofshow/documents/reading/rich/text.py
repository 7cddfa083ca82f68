"""Rich Text: .rtf, read as the stream of words, groups and letters that it is.

What a word sets holds to the end of its group. Paragraphs end with \\par, cells with \\cell, rows with \\row;
a row says where its cells end (\\cellx) before or after them. The number before a paragraph is kept as text
(\\listtext, \\pntext). Deleted text is marked (\\deleted) and stays out.
"""

from __future__ import annotations

import codecs
import re
from types import MappingProxyType

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.document import Block, Document, Line
from runofshow.documents.reading.glyphs import sign
from runofshow.documents.reading.look import MM_PER_TWIP, Piece, is_of_index, lines_of_pieces
from runofshow.documents.reading.placing import placed
from runofshow.documents.reading.rich.tables import ROW_WORDS, RichTables
from runofshow.documents.reading.rich.words import CODE_PAGES, LETTERS, SIGNS, SILENT, STARRED, SYMBOLS
from runofshow.documents.reading.seen import Seen
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.plain import plain

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
MOST_TOKENS = 1_500_000
"""A book of 500 pages has about as many; they take two to three seconds."""
DEEPEST_GROUP = 1_000
MOST_OF_A_HEAD = 1_000_000
"""Bytes of the table of fonts, or of styles."""
_HEADING = re.compile(r"heading (\d)|title|subtitle", re.IGNORECASE)


class _State(Struct):
    """What holds to the end of the group."""

    silent: bool = False
    mark: bool = False
    """The group is the number of the paragraph."""
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    deleted: bool = False
    font: int = -1
    skip: int = 1
    """Letters after \\u that stand in for it."""
    centred: bool = False
    left: int = 0
    first: int = 0
    level: int | None = None
    style: int = 0
    outline: int | None = None
    depth: int = 0
    """Tables that the paragraph is in."""
    inside: int = 0
    """Tables that the text box is in whose words these are."""
    nested: bool = False
    """The words are about a row of a table inside another."""


def read_rich_text(data: bytes, name: str) -> Document:
    """Raises CannotRead: EMPTY, NO_TEXT, DAMAGED."""
    reader = _Reader()
    reader.read(data)
    return reader.seen.document(name, placed(reader.blocks()))


class _Reader:
    def __init__(self) -> None:
        self.seen = Seen()
        self._state = _State()
        self._outer: list[_State] = []
        self._tables = RichTables()
        self._pieces: list[Piece] = []
        self._mark = ""
        self._raw = bytearray()
        """Letters of the current font that are not yet decoded: some take two bytes."""
        self._left_out = 0
        """Letters still to be skipped after one that was told by its number."""
        self._fonts: dict[int, tuple[str, str]] = {}
        self._headings: dict[int, int | None] = {}
        """Styles of headings, with their depth."""
        self._index: set[int] = set()
        """Styles of a table of contents."""
        self._code_page = "cp1252"
        self._held: list[tuple[int, list[Piece], str]] = []
        """Of each text box that is open: at which group it began, and the paragraph on which it hangs."""

    def blocks(self) -> list[Block]:
        """All that was read, when all is read."""
        self._end_paragraph(0)
        return self._tables.blocks(0)

    def read(self, data: bytes) -> None:
        """Reads all."""
        self._read_heads(data)
        at, tokens, starred, begun = 0, 0, False, False
        while token := _TOKEN.match(data, at):
            tokens += 1
            if tokens > MOST_TOKENS or self.seen.cut_short:
                self.seen.cut_short = True
                return
            at = token.end()
            match token.lastindex:
                case 1 | 2 if token[1] not in _KNOWN and not starred:
                    # Most words are of no concern here.
                    if self._left_out:
                        self._left_out -= 1
                case 1 | 2:
                    word, number = token[1].decode("ascii"), token[2]
                    self._flush()
                    if word == "bin":
                        at += max(int(number or 0), 0)
                    elif word == "pict" and not self._state.silent:
                        self._picture(data[at : at + 500])
                    self._word(word, None if number is None else int(number), starred)
                    starred = False
                case 3:
                    self._bytes(bytes([int(token[3], 16)]))
                case 4:
                    # A star counts at the beginning of a group alone.
                    starred = begun and token[4] == b"*"
                    if token[4] != b"*":
                        self._flush()
                        self._sign(token[4].decode("latin-1"))
                case 5:
                    self._flush()
                    self._group(token[5] == b"{")
                    if not self._outer:
                        return
                case 6:
                    self._bytes(token[6])
            begun = token[5] == b"{"
        if not data.rstrip(b"\0\r\n ").endswith(b"}"):
            raise CannotRead(Failure.DAMAGED)

    # What stands at the beginning of the file

    def _read_heads(self, data: bytes) -> None:
        page = re.search(rb"\\ansicpg(\d{3,5})", data[:2000])
        self._code_page = _known(f"cp{page[1].decode()}" if page else "cp1252")
        for found in re.finditer(rb"\{\\f(\d{1,5})((?:[^{}]|\{[^{}]*\})*)\}", _group_of(data, b"{\\fonttbl")):
            charset = re.search(rb"\\fcharset(\d{1,3})", found[2])
            number = int(charset[1]) if charset else 1
            name = re.sub(rb"\{[^{}]*\}|\\[a-z]+-?\d* ?", b"", found[2]).decode("latin-1").strip(" ;\r\n")
            symbol = "symbol " if number == SYMBOLS else ""
            self._fonts[int(found[1])] = (CODE_PAGES.get(number, self._code_page), (symbol + name).lower())
        styles = _group_of(data, b"{\\stylesheet")
        for found in re.finditer(rb"\{\\s(\d{1,5})((?:[^{}]|\{[^{}]*\})*)\}", styles):
            name = re.sub(rb"\{[^{}]*\}|\\[a-z]+-?\d* ?|[\r\n]", b"", found[2]).decode("latin-1").strip(" ;")
            if heading := _HEADING.match(name):
                self._headings[int(found[1])] = int(heading[1]) - 1 if heading[1] else None
            elif name.lower().startswith("toc "):
                self._index.add(int(found[1]))

    # Groups and words

    def _group(self, opens: bool) -> None:
        if opens:
            if len(self._outer) > DEEPEST_GROUP:
                raise CannotRead(Failure.DAMAGED)
            self._outer.append(self._state)
            self._state = replace(self._state)
        elif self._outer:
            if self._held and self._held[-1][0] == len(self._outer):
                self._end_paragraph(self._state.depth)
                _, self._pieces, self._mark = self._held.pop()
            self._state = self._outer.pop()

    def _word(self, word: str, number: int | None, starred: bool) -> None:
        state = self._state
        if state.silent:
            return
        if self._left_out:
            self._left_out -= 1
        on = number != 0
        if word in LETTERS:
            self._put(LETTERS[word])
        elif word in SILENT or (starred and word not in STARRED):
            state.silent = True
        elif word in _SWITCHES:
            setattr(state, _SWITCHES[word], on)
        elif word in _NUMBERS:
            setattr(state, _NUMBERS[word], number or 0)
        elif word in ROW_WORDS or word in ("cell", "nestcell"):
            self._cell_word(word, number or 0)
        elif word == "par" and state.deleted:
            self.seen.deleted = True  # the end was deleted: the paragraph goes on in the next
        elif word in ("par", "sect"):
            self._end_paragraph(state.depth)
        else:
            self._other_word(word, number)

    def _other_word(self, word: str, number: int | None) -> None:
        state = self._state
        match word:
            case "u":
                self._put(_letter((number or 0) % 65536, self._font()[1]))
                self._left_out = state.skip
            case "pard":
                state.centred, state.left, state.first, state.depth, state.style = False, 0, 0, 0, 0
                state.level = state.outline = None
            case "plain":
                state.bold = state.italic = state.hidden = state.deleted = False
            case "intbl":
                state.depth = max(state.depth, 1)
            case "ql" | "qr" | "qj":
                state.centred = False
            case "listtext" | "pntext":
                state.mark = True
            case "shptxt" | "dptxbxtext":
                self._held.append((len(self._outer), self._pieces, self._mark))
                self._pieces, self._mark = [], ""
                state.inside = state.depth
            case "nesttableprops":
                state.nested = True

    def _cell_word(self, word: str, number: int) -> None:
        state = self._state
        ends_cell = word in ("cell", "nestcell")
        if self._held and state.inside:
            # Of a table in a box in a cell the words are kept, the grid is not.
            if ends_cell:
                self._end_paragraph(state.inside)
            return
        depth = max(state.depth, 2) if state.nested or word.startswith("nest") else 1
        if ends_cell:
            self._end_paragraph(depth)
            self._tables.end_cell(depth)
        else:
            self._tables.row_word(word, number, depth)

    def _sign(self, sign: str) -> None:
        if self._state.silent:
            return
        letter = SIGNS.get(sign, "")
        if letter == "\0par":
            self._end_paragraph(self._state.depth)
        elif self._left_out:
            self._left_out -= 1
        elif letter:
            self._put(letter)

    def _picture(self, head: bytes) -> None:
        wide, high = (re.search(rb"\\" + word + rb"(\d{1,6})", head) for word in (b"picwgoal", b"pichgoal"))
        area = int(wide[1]) * int(high[1]) * MM_PER_TWIP**2 if wide and high else 0
        self.seen.picture(area)

    # Letters

    def _bytes(self, raw: bytes) -> None:
        if self._state.silent:
            return
        skipped = min(self._left_out, len(raw))
        self._left_out -= skipped
        self._raw += raw[skipped:]

    def _flush(self) -> None:
        if not self._raw:
            return
        page, name = self._font()
        raw, self._raw = bytes(self._raw), bytearray()
        if "symbol" in name or "dings" in name:
            self._put("".join(chr(byte) if byte == 32 else sign(byte, name) for byte in raw))
        else:
            self._put(raw.decode("ascii" if raw.isascii() else page, "replace"))

    def _font(self) -> tuple[str, str]:
        return self._fonts.get(self._state.font, (self._code_page, ""))

    def _put(self, text: str) -> None:
        state = self._state
        if state.silent or state.hidden:
            return
        if state.deleted:
            self.seen.deleted = self.seen.deleted or bool(text.strip())
        elif state.mark:
            self._mark += text
        elif self.seen.has_room_for(letters=len(text)):
            self._pieces.append(Piece(text, state.bold, state.italic))

    # Paragraphs and tables

    def _end_paragraph(self, depth: int) -> None:
        state = self._state
        if not self.seen.has_room_for(paragraphs=1):
            self._pieces.clear()
        depth = max(depth, state.inside)
        mark = plain(self._mark)
        mark = "◦" if mark == "o" else mark
        outline = self._headings.get(state.style) if state.outline is None else state.outline
        like = Line(
            text="",
            mark=mark,
            level=state.level if mark and state.level is not None else outline,
            indent=round(max((state.left + state.first) * MM_PER_TWIP, 0), 1),
            centred=state.centred,
            heading=state.style in self._headings or outline is not None,
        )
        into = self._tables.blocks(depth)
        if state.style not in self._index or not is_of_index(self._pieces):
            into.extend(lines_of_pieces(self._pieces, like, depth > 0))
        self._pieces, self._mark = [], ""


def _group_of(data: bytes, opening: bytes) -> bytes:
    """The whole group that begins so; nothing where there is none."""
    begin = data.find(opening)
    depth = 0
    for brace in re.finditer(
        rb"\\.|[{}]", data[begin : begin + MOST_OF_A_HEAD] if begin >= 0 else b"", re.DOTALL
    ):
        depth += {b"{": 1, b"}": -1}.get(brace[0], 0)
        if depth == 0 and brace[0] == b"}":
            return data[begin + 1 : begin + brace.start()]
    return b""


def _known(code_page: str) -> str:
    try:
        return codecs.lookup(code_page).name
    except LookupError:
        return "cp1252"


def _letter(code: int, font: str) -> str:
    return sign(code, font) if 0xF000 <= code <= 0xF0FF else chr(code)


_SWITCHES = MappingProxyType(
    {"b": "bold", "i": "italic", "v": "hidden", "deleted": "deleted", "mvf": "deleted", "qc": "centred"}
)
_NUMBERS = MappingProxyType(
    {"f": "font", "uc": "skip", "li": "left", "fi": "first", "ilvl": "level", "s": "style", "itap": "depth"}
    | {"outlinelevel": "outline"}
)
_OTHERS = (
    "par sect pard plain cell nestcell intbl nesttableprops u ql qr qj listtext pntext shptxt dptxbxtext"
    " pict bin"
)
_KNOWN = frozenset(
    word.encode()
    for words in (LETTERS, SILENT, STARRED, _SWITCHES, _NUMBERS, ROW_WORDS, _OTHERS.split())
    for word in words
)
