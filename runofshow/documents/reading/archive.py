"""A zip of an office program, looked at before it is unpacked, and XML that can neither grow nor call out.

The directory of the zip is read first: how many parts there are and how large each says it is. A part is then
read up to its bound, whatever it said. XML with a document type is refused: an office file never has one, and
entities that multiply, or fetch a file, need one.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from runofshow.documents.reading.failure import CannotRead, Failure

MOST_PARTS = 5_000
"""A plan with a thousand pictures has fewer."""
MOST_UNPACKED = 400_000_000
"""Bytes of all parts together, as the directory says: pictures and sounds hardly shrink, so a file of 50 MB
comes to little more than its own size."""
MOST_XML = 24_000_000
"""Bytes of one part of XML: a book of 500 pages has under 20 MB. As elements it takes ten times that."""

_CHUNK = 1 << 18


class Archive:
    """A zip in memory. Raises CannotRead: DAMAGED, BOMB."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, OSError) as problem:
            raise CannotRead(Failure.DAMAGED) from problem
        self._parts = {part.filename: part for part in self._zip.infolist()}
        if len(self._parts) > MOST_PARTS or sum(self.sizes().values()) > MOST_UNPACKED:
            raise CannotRead(Failure.BOMB)

    def sizes(self) -> dict[str, int]:
        """The parts, and the bytes that each says it has."""
        return {name: part.file_size for name, part in self._parts.items()}

    def read(self, name: str, most: int = MOST_XML) -> bytes:
        """A part; nothing where there is none. Raises CannotRead: ENCRYPTED, DAMAGED, BOMB."""
        part = self._parts.get(name)
        if part is None:
            return b""
        if part.flag_bits & 0x1:
            raise CannotRead(Failure.ENCRYPTED)
        if part.file_size > most:
            raise CannotRead(Failure.BOMB)
        try:
            with self._zip.open(part) as unpacked:
                data = unpacked.read(most + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, RuntimeError, OSError) as problem:
            raise CannotRead(Failure.DAMAGED) from problem
        if len(data) > most:
            raise CannotRead(Failure.BOMB)
        return data

    def chunks(self, name: str, most: int = MOST_UNPACKED) -> Iterator[bytes]:
        """A part piece by piece, as far as `most`; nothing where there is none. Raises CannotRead: ENCRYPTED,
        DAMAGED."""
        part = self._parts.get(name)
        if part is None:
            return
        if part.flag_bits & 0x1:
            raise CannotRead(Failure.ENCRYPTED)
        try:
            with self._zip.open(part) as unpacked:
                while most > 0 and (chunk := unpacked.read(min(_CHUNK, most))):
                    most -= len(chunk)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, RuntimeError, OSError) as problem:
            raise CannotRead(Failure.DAMAGED) from problem

    def xml(self, name: str) -> Element | None:
        """A part of XML; None where there is none. Raises CannotRead as `read` does."""
        data = self.read(name)
        return None if not data else parsed(data)


def parsed(data: bytes) -> Element:
    """The root of an XML text. Raises CannotRead(DAMAGED), also for one that has a document type."""
    _refuse_document_type(data)
    try:
        return fromstring(data)
    except (ParseError, ValueError, LookupError) as problem:
        raise CannotRead(Failure.DAMAGED) from problem


class _Seen(Exception):
    """The first element: a document type can only stand before it."""


def _refuse_document_type(data: bytes) -> None:
    def refuse(*_: object) -> None:
        raise CannotRead(Failure.DAMAGED)

    def stop(*_: object) -> None:
        raise _Seen

    reader = expat.ParserCreate()
    reader.StartDoctypeDeclHandler = refuse
    reader.StartElementHandler = stop
    try:
        reader.Parse(data, True)
    except _Seen:
        return
    except (expat.ExpatError, ValueError, LookupError) as problem:
        raise CannotRead(Failure.DAMAGED) from problem
