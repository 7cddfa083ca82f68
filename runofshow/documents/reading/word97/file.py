"""The parts of a Word 97 file: its text in pieces, and where its tables of looks stand.

The file is a small file system (OLE). `WordDocument` begins with a head (FIB) that says where in `0Table` or
`1Table` each table is. The text lies in pieces, some with one byte a letter and some with two, in an order
that the piece table tells; a place in it is a CP (letters from the beginning), a place in the stream an FC.
[MS-DOC] is Microsoft's description of it.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from io import BytesIO

from msgspec import Struct

from runofshow.office.failure import CannotRead, Failure

FIRST_OF_97 = 106
"""nFib: what is below was written by Word 6 or 95, in another way."""
SAVED_FAST, ENCRYPTED, TABLE_1, WIDE_IN_95 = 0x0004, 0x0100, 0x0200, 0x1000
"""Bits of the head."""
STYLES, SECTIONS, LOOKS_OF_TEXT, LOOKS_OF_PARAGRAPHS, FONTS, PIECES, LISTS, LISTS_IN_USE = (
    1,
    6,
    12,
    13,
    15,
    33,
    73,
    74,
)
"""Numbers of the tables in the head."""


class Piece97(Struct, frozen=True):
    """Text that lies together: the letters from `cp` on, at `fc` in the stream."""

    cp: int
    fc: int
    wide: int
    """Bytes a letter."""
    text: str


class Word97File:
    """What the other modules ask of it. Raises CannotRead: DAMAGED, ENCRYPTED."""

    def __init__(self, data: bytes) -> None:
        from olefile import OleFileIO

        with OleFileIO(BytesIO(data)) as ole:
            names = {"/".join(path).lower() for path in ole.listdir()}
            self.has_macros = any(name.startswith("macros/") for name in names)
            self.main: bytes = ole.openstream("WordDocument").read()
            flags = self.word(10)
            if flags & ENCRYPTED:
                raise CannotRead(Failure.ENCRYPTED)
            self.is_old = self.word(2) < FIRST_OF_97
            table = "1Table" if flags & TABLE_1 else "0Table"
            self._table: bytes = b"" if self.is_old else ole.openstream(table).read()
            self.data: bytes = ole.openstream("Data").read() if "data" in names else b""

    def word(self, at: int) -> int:
        """Two bytes of the main stream."""
        return int(struct.unpack_from("<H", self.main, at)[0])

    def long(self, at: int) -> int:
        """Four bytes of it."""
        return int(struct.unpack_from("<I", self.main, at)[0])

    def table(self, number: int, beyond: bool = False) -> bytes:
        """One of the tables of the head; empty where there is none. `beyond`: with what stands after it."""
        if self.word(152) <= number:
            return b""
        at, length = self.long(154 + 8 * number), self.long(158 + 8 * number)
        return (self._table[at:] if beyond else self._table[at : at + length]) if length else b""

    def lengths(self) -> tuple[int, int, int]:
        """Letters of the text, of all that stands before the text boxes, and of the text boxes."""
        if self.is_old:
            return self.long(52), 0, 0
        counts = [self.long(76 + 4 * at) for at in range(7)]
        # text, notes, headers, macros, comments, endnotes, text boxes
        return counts[0], sum(counts[:6]), counts[6]

    def section_ends(self) -> frozenset[int]:
        """The CPs after the breaks that end a section."""
        plex = self.table(SECTIONS)
        many = max((len(plex) - 4) // 16, 0)
        return frozenset(struct.unpack_from(f"<{many}I", plex, 4)) if many else frozenset()

    def pieces(self) -> Iterator[Piece97]:
        """All text, in its order."""
        if not self.is_old:
            yield from self._pieces(self.table(PIECES))
        elif self.word(10) & SAVED_FAST:
            at, length = self.long(0x160), self.long(0x164)
            yield from self._pieces(self.main[at : at + length])
        else:
            begin, end = self.long(24), self.long(28)
            yield Piece97(0, begin, 1, self.main[begin:end].decode("cp1252", "replace"))

    def _pieces(self, table: bytes) -> Iterator[Piece97]:
        at = 0
        while at < len(table) and table[at] == 1:
            at += 3 + struct.unpack_from("<H", table, at + 1)[0]
        if at >= len(table) or table[at] != 2:
            raise CannotRead(Failure.DAMAGED)
        (length,) = struct.unpack_from("<I", table, at + 1)
        plex = table[at + 5 : at + 5 + length]
        many = (len(plex) - 4) // 12
        places = struct.unpack_from(f"<{many + 1}I", plex)
        for number in range(many):
            (told,) = struct.unpack_from("<I", plex, 4 * (many + 1) + 8 * number + 2)
            letters = places[number + 1] - places[number]
            if not 0 <= letters <= len(self.main):
                raise CannotRead(Failure.DAMAGED)
            fc = told & 0x3FFF_FFFF
            if self.is_old:
                narrow = not self.word(10) & WIDE_IN_95
            else:
                narrow = bool(told & 0x4000_0000)
                fc //= 2 if narrow else 1
            wide = 1 if narrow else 2
            raw = self.main[fc : fc + letters * wide]
            # A letter must stay one: UTF-16 would join the halves of those beyond the first 65536.
            # Word 95 keeps a hint beside each letter, and no second half of it.
            text = _ucs2(raw) if wide == 2 and not self.is_old else raw[::wide].decode("cp1252", "replace")
            yield Piece97(places[number], fc, wide, text)


def _ucs2(raw: bytes) -> str:
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw[: len(raw) // 2 * 2])))


class Text97:
    """The text by its CPs, and where in the stream it stands."""

    def __init__(self, pieces: list[Piece97]) -> None:
        self._pieces = pieces
        self._cps = [piece.cp for piece in pieces]
        self.letters = "".join(piece.text for piece in pieces)

    def stretches(self, begin: int, end: int) -> Iterator[tuple[int, int, int, int]]:
        """From one CP to another: CP, letters, FC and bytes a letter of each stretch that lies together."""
        at = max(bisect_right(self._cps, begin) - 1, 0)
        while at < len(self._pieces) and begin < end:
            piece = self._pieces[at]
            until = min(end, piece.cp + len(piece.text))
            if until > begin:
                yield begin, until - begin, piece.fc + (begin - piece.cp) * piece.wide, piece.wide
                begin = until
            at += 1

    def fc(self, cp: int) -> int:
        """Where the letter at a CP stands."""
        return next((fc for _, _, fc, _ in self.stretches(cp, cp + 1)), -1)
