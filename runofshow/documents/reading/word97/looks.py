"""How the text of a Word 97 file looks: pages of 512 bytes tell it for stretches of the stream, upon styles.

A look is a list of single changes (sprm): two bytes say which, and the top three bits of them how long its
value is.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from runofshow.documents.reading.look import DEEPEST_STYLE, MM_PER_TWIP
from runofshow.documents.reading.word97.file import (
    FONTS,
    LOOKS_OF_PARAGRAPHS,
    LOOKS_OF_TEXT,
    STYLES,
    Word97File,
)

Changes = dict[int, bytes]
"""Values by the two bytes that say which."""

DELETED, BOLD, ITALIC, HIDDEN, FONT, SYMBOL, RUN_STYLE = (
    0x0800,
    0x0835,
    0x0836,
    0x083C,
    0x4A4F,
    0x6A09,
    0x4A30,
)
PARAGRAPH_STYLE, IN_TABLE, ROW_END, DEPTH, INNER_CELL, INNER_ROW_END = (
    0x4600,
    0x2416,
    0x2417,
    0x6649,
    0x244B,
    0x244C,
)
JUSTIFIED_80, JUSTIFIED, LEFT_80, LEFT, FIRST_80, FIRST = 0x2403, 0x2461, 0x840F, 0x845E, 0x8411, 0x8460
LIST_LEVEL, LIST, OUTLINE, CELLS, MERGE = 0x260A, 0x460B, 0x2640, 0xD608, 0xD62B
SWITCHES = frozenset({BOLD, ITALIC, HIDDEN})
LARGE_LOOK, TABLE_LOOK = 0x6646, 0x646B
"""The changes themselves stand in the stream `Data`."""
TABS, PICTURE = 0xC615, 0x6A03
PAGE = 512
VALUE_LENGTHS = (1, 1, 2, 4, 2, 2, -1, 3)


class Style97(Struct, frozen=True):
    """A style; `kind` is the number that Word has for those of its own: 1 to 9 are headings."""

    kind: int
    upon: int
    paragraph: Changes
    run: Changes


NO_STYLE = Style97(0xFFF, 0xFFF, {}, {})


class Looks:
    """Asked for a place in the stream."""

    def __init__(self, file: Word97File) -> None:
        self._file = file
        self._runs = _Stretches(file, LOOKS_OF_TEXT)
        self._paragraphs = _Stretches(file, LOOKS_OF_PARAGRAPHS)
        self._styles = list(_styles(file.table(STYLES)))
        self._fonts = list(_fonts(file.table(FONTS)))
        self._whole: dict[int, Style97] = {}

    def run_ends(self, begin: int, end: int) -> Iterator[int]:
        """Where between two places the look of the text changes, and the end."""
        yield from self._runs.ends(begin, end)

    def run(self, fc: int) -> Changes:
        """What is said of the text there, without styles."""
        return changes(self._runs.at(fc))

    def paragraph(self, fc: int) -> tuple[Style97, Changes]:
        """The style of the paragraph that ends there, and what is said of it besides."""
        told = self._paragraphs.at(fc)
        if len(told) < 2:
            return self.style(0), {}
        said = changes(told[2:])
        for elsewhere in (LARGE_LOOK, TABLE_LOOK):
            if elsewhere in said:
                at = number(said[elsewhere])
                length = number(self._file.data[at : at + 2])
                said |= changes(self._file.data[at + 2 : at + 2 + length])
        return self.style(
            number(said[PARAGRAPH_STYLE]) if PARAGRAPH_STYLE in said else number(told[:2])
        ), said

    def style(self, which: int) -> Style97:
        """A style upon all that it stands on."""
        if which not in self._whole:
            chain: list[Style97] = []
            at = which
            while 0 <= at < len(self._styles) and len(chain) < DEEPEST_STYLE:
                chain.append(self._styles[at])
                at = chain[-1].upon
            whole = NO_STYLE
            for own in reversed(chain):
                run = whole.run | own.run
                for each in SWITCHES & own.run.keys():
                    # A style, too, may say «the other way than what I stand on».
                    run[each] = bytes([switch(each, own.run, whole.run)])
                whole = Style97(own.kind, own.upon, whole.paragraph | own.paragraph, run)
            self._whole[which] = whole
        return self._whole[which]

    def picture_mm2(self, said: Changes) -> float:
        """How large the picture is that stands there; 0 of a drawing."""
        if PICTURE not in said:
            return 0
        at = number(said[PICTURE])
        wide, high, across, down = (number(self._file.data[at + 28 + 2 * n :][:2]) for n in range(4))
        # scaled in thousandths
        return wide * across / 1000 * high * down / 1000 * MM_PER_TWIP**2

    def font(self, said: Changes) -> str:
        """The name of the font that is named there."""
        return self.font_name(number(said.get(FONT, b"\xff\xff")))

    def font_name(self, which: int) -> str:
        """By its number."""
        return self._fonts[which] if which < len(self._fonts) else ""


class _Stretches:
    """Stretches of the stream, and what is said of each: read page by page, when it is asked for."""

    def __init__(self, file: Word97File, which: int) -> None:
        self._stream = file.main
        plex = file.table(which)
        many = max((len(plex) - 4) // 8, 0)
        self._begins = list(struct.unpack_from(f"<{many}I", plex)) if many else []
        self._pages = (
            [each & 0x3FFFFF for each in struct.unpack_from(f"<{many}I", plex, 4 * (many + 1))]
            if many
            else []
        )
        self._wide = 1 if which == LOOKS_OF_TEXT else 13
        self._read: dict[int, tuple[list[int], list[bytes]]] = {}

    def at(self, fc: int) -> bytes:
        """What is said of the stretch in which it stands."""
        begins, said = self._page(fc)
        at = bisect_right(begins, fc) - 1
        return said[at] if 0 <= at < len(said) else b""

    def ends(self, begin: int, end: int) -> Iterator[int]:
        while begin < end:
            begins, _ = self._page(begin)
            at = bisect_right(begins, begin)
            begin = min(begins[at] if at < len(begins) else self._next_page(begin, end), end)
            yield begin

    def _next_page(self, fc: int, end: int) -> int:
        at = bisect_right(self._begins, fc)
        return self._begins[at] if at < len(self._begins) else end

    def _page(self, fc: int) -> tuple[list[int], list[bytes]]:
        at = bisect_right(self._begins, fc) - 1
        if not 0 <= at < len(self._pages):
            return [], []
        number = self._pages[at]
        if number not in self._read:
            self._read[number] = self._parse(self._stream[number * PAGE : (number + 1) * PAGE])
        return self._read[number]

    def _parse(self, page: bytes) -> tuple[list[int], list[bytes]]:
        if len(page) < PAGE:
            return [], []
        many = page[-1]
        if 4 * (many + 1) + many * self._wide > PAGE:
            return [], []
        begins = list(struct.unpack_from(f"<{many + 1}I", page))
        said = []
        for number in range(many):
            at = page[4 * (many + 1) + number * self._wide] * 2
            said.append(b"" if at == 0 else self._one(page, at))
        return begins, said

    def _one(self, page: bytes, at: int) -> bytes:
        length = page[at]
        if self._wide == 1:
            return page[at + 1 : at + 1 + length]
        if length:
            return page[at + 1 : at + 2 * length]
        return page[at + 2 : at + 2 + 2 * page[at + 1]]


def changes(told: bytes) -> Changes:
    """A list of changes; one that is cut short is left out."""
    found: Changes = {}
    at = 0
    while at + 2 < len(told):
        which = told[at] | told[at + 1] << 8
        at += 2
        length = VALUE_LENGTHS[which >> 13]
        if length < 0:
            if which == CELLS:
                length = (told[at] | told[at + 1] << 8 if at + 1 < len(told) else 0) + 1
            elif which == TABS and told[at] == 255:
                break
            else:
                length = told[at] + 1
        if which in found and which == MERGE:
            found[which] += told[at : at + length]
        else:
            found[which] = told[at : at + length]
        at += length
    return found


def number(value: bytes) -> int:
    """Without a sign; 0 of nothing."""
    return int.from_bytes(value, "little")


def signed(value: bytes) -> int:
    """With a sign."""
    return int.from_bytes(value, "little", signed=True)


def switch(which: int, said: Changes, style: Changes) -> bool:
    """Bold and the like: on, off, as the style, or the other way than the style."""
    by_style = number(style.get(which, b"\0")) == 1
    own = number(said.get(which, b"\x80"))
    return by_style if own == 0x80 else not by_style if own == 0x81 else own == 1


def _styles(sheet: bytes) -> Iterator[Style97]:
    if len(sheet) < 6:
        return
    head = number(sheet[:2])
    many, fixed = number(sheet[2:4]), number(sheet[4:6])
    at = 2 + head
    for _ in range(many):
        length = number(sheet[at : at + 2])
        yield _style(sheet[at + 2 : at + 2 + length], fixed)
        at += 2 + length


def _style(told: bytes, fixed: int) -> Style97:
    if len(told) < 10:
        return NO_STYLE
    kind, second, third = struct.unpack_from("<HHH", told)
    letters = number(told[fixed : fixed + 2])
    at = fixed + 2 + 2 * letters + 2
    parts = []
    for _ in range(third & 0xF):
        length = number(told[at : at + 2])
        parts.append(told[at + 2 : at + 2 + length])
        at += 2 + length + length % 2
    is_paragraph = second & 0xF == 1
    paragraph = changes(parts[0][2:]) if is_paragraph and parts else {}
    run = changes(parts[-1]) if parts and (not is_paragraph or len(parts) > 1) else {}
    return Style97(kind & 0xFFF, second >> 4, paragraph, run)


def _fonts(table: bytes) -> Iterator[str]:
    at = 4
    for _ in range(number(table[:2])):
        if at >= len(table):
            return
        length = table[at] + 1
        name = table[at + 40 : at + length].decode("utf-16-le", "replace")
        yield name.partition("\0")[0]
        at += length
