"""The records that a workbook of Excel 97 is made of, and the strings in them. From [MS-XLS] 2.1.4 and 2.5.

Each record has a kind and a size, two bytes each. The shared strings run on over several records, and where
one ends within a string the next begins with a byte that says anew how wide its letters are.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from enum import IntEnum

from runofshow.office.failure import CannotRead, Failure


class Kind(IntEnum):
    """Those that are looked at."""

    BOF = 0x809
    EOF = 0x0A
    CONTINUE = 0x3C
    FILEPASS = 0x2F
    """The file has a password."""
    # of the workbook
    DATEMODE = 0x22
    FONT = 0x31
    FORMAT = 0x41E
    XF = 0xE0
    BOUNDSHEET = 0x85
    SST = 0xFC
    # of a sheet
    ROW = 0x208
    COLINFO = 0x7D
    MERGED = 0xE5
    LABEL = 0x204
    RICH_LABEL = 0xD6
    SHARED_LABEL = 0xFD
    NUMBER = 0x203
    SHORT_NUMBER = 0x27E
    SHORT_NUMBERS = 0xBD
    FORMULA = 0x06
    RESULT = 0x207
    """The words that the formula before it gives."""


MOST_RECORDS = 150_000
"""Of one sheet; 4 000 full rows have half as many."""
_WIDE, _ASIAN, _RICH = 1, 4, 8


def records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Up to the end of the sheet that begins there; a chart within it has an end of its own. Raises
    CannotRead(ENCRYPTED)."""
    at, depth = start, 0
    for _ in range(MOST_RECORDS):
        if at + 4 > len(stream):
            return
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == Kind.FILEPASS:
            raise CannotRead(Failure.ENCRYPTED)
        depth += (kind == Kind.BOF) - (kind == Kind.EOF)
        yield kind, stream[at + 4 : at + 4 + size]
        if kind == Kind.EOF and depth <= 0:
            return
        at += 4 + size


def string(body: bytes, at: int, *, short: bool = False, wide_letters: bool = True) -> str:
    """The string that stands at this byte: its length (one byte if it is `short`), how wide its letters are,
    and they. Before Excel 97 there were no wide letters, and no byte that says so."""
    length = body[at] if short else struct.unpack_from("<H", body, at)[0]
    at += 1 if short else 2
    if not wide_letters:
        return body[at : at + length].decode("cp1252", "replace")
    flags = body[at] if at < len(body) else 0
    at += 1 + (2 if flags & _RICH else 0) + (4 if flags & _ASIAN else 0)
    return _letters(body[at : at + (length * 2 if flags & _WIDE else length)], flags)


def shared_strings(bodies: list[bytes], most: int) -> list[str]:
    """Of the record of shared strings and those that continue it, up to `most`."""
    reader = _Reader(bodies)
    reader.take(4)
    count = struct.unpack("<I", reader.take(4).ljust(4, b"\0"))[0]
    found: list[str] = []
    while len(found) < min(count, most) and reader.has_more:
        length, flags = struct.unpack("<HB", reader.take(3).ljust(3, b"\0"))
        runs = struct.unpack("<H", reader.take(2).ljust(2, b"\0"))[0] if flags & _RICH else 0
        more = struct.unpack("<I", reader.take(4).ljust(4, b"\0"))[0] if flags & _ASIAN else 0
        found.append(reader.letters(length, flags))
        reader.take(4 * runs + more)
    return found


def _letters(data: bytes, flags: int) -> str:
    return data.decode("utf-16-le", "replace") if flags & _WIDE else data.decode("latin-1")


class _Reader:
    """Reads on from one record into the next."""

    def __init__(self, bodies: list[bytes]) -> None:
        self._bodies = bodies
        self._record = self._at = 0

    @property
    def has_more(self) -> bool:
        return self._record < len(self._bodies)

    def take(self, size: int) -> bytes:
        """So many bytes, fewer at the end of all."""
        taken = b""
        while size > len(taken) and self.has_more:
            taken += self._piece(size - len(taken))
        return taken

    def letters(self, length: int, flags: int) -> str:
        text = ""
        while length > 0 and self.has_more:
            size = 2 if flags & _WIDE else 1
            data = self._piece(length * size)
            text += _letters(data, flags)
            length -= len(data) // size or 1
            if length > 0 and self.has_more:
                flags = (flags & ~_WIDE) | (self.take(1)[:1] or b"\0")[0] & _WIDE
        return text

    def _piece(self, size: int) -> bytes:
        """What is left of this record, at most so many bytes."""
        body = self._bodies[self._record]
        data = body[self._at : self._at + size]
        self._at += len(data)
        if self._at >= len(body):
            self._record, self._at = self._record + 1, 0
        return data
