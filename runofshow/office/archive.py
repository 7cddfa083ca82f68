"""A zip of an office program, looked at before it is unpacked, and XML that can neither grow nor call out.

The directory of the zip is read first: how many parts there are and how large each says it is. A part is then
read up to its bound, whatever it said. XML with a document type is refused: an office file never has one, and
entities that multiply, or fetch a file, need one.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from xml.parsers import expat

from runofshow.office.failure import CannotRead, Failure

MOST_PARTS = 5_000
"""A plan with a thousand pictures has fewer."""
MOST_UNPACKED = 400_000_000
"""Bytes of all parts together, as the directory says: pictures and sounds hardly shrink, so a file of 50 MB
comes to little more than its own size."""
MOST_AT_ONCE = 24_000_000
"""Bytes of a part that is not read piece by piece."""
MOST_XML = 100_000_000
"""Bytes of a part of XML: a book of 500 pages has 50 MB."""
MOST_MEMORY, PER_TAG, PER_ATTRIBUTE, PER_LETTER = 180_000_000, 80, 260, 8
"""Bytes that the elements of a part may take, by what one takes in CPython 3.11: 200 pages of Word and
more. What goes beyond is cut off."""

_CHUNK = 1 << 18


class Archive:
    """A zip in memory. Raises CannotRead: DAMAGED, BOMB."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, OSError) as problem:
            raise CannotRead(Failure.DAMAGED) from problem
        # Some programs write the parts as Windows writes paths.
        self._parts = {part.filename.replace("\\", "/").lstrip("/"): part for part in self._zip.infolist()}
        if len(self._parts) > MOST_PARTS or sum(self.sizes().values()) > MOST_UNPACKED:
            raise CannotRead(Failure.BOMB)

    def sizes(self) -> dict[str, int]:
        """The parts, and the bytes that each says it has."""
        return {name: part.file_size for name, part in self._parts.items()}

    def read(self, name: str, most: int = MOST_AT_ONCE) -> bytes:
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
        return parsed(data) if data else None

    def long_xml(self, name: str) -> Iterator[bytes]:
        """A part of XML piece by piece. Raises CannotRead as `chunks` does, and BOMB."""
        if self.sizes().get(name, 0) > MOST_XML:
            raise CannotRead(Failure.BOMB)
        return self.chunks(name, MOST_XML)


def parsed(data: bytes) -> Element:
    """The root of an XML text. Raises CannotRead: DAMAGED, also for one that has a document type; BOMB."""
    root, whole = elements_of([data])
    if root is None or not whole:
        raise CannotRead(Failure.BOMB if root else Failure.DAMAGED)
    return root


def elements_of(chunks: Iterable[bytes]) -> tuple[Element | None, bool]:
    """The root of an XML text, as far as its elements take no more than MOST_MEMORY, and whether that is all;
    None where there is no text. Raises CannotRead(DAMAGED), also for one that has a document type."""
    builder = TreeBuilder()
    parser = XMLParser(target=builder)
    left = MOST_MEMORY
    begun = False
    try:
        for chunk in chunks:
            if not begun:
                _refuse_document_type(chunk)
            begun = True
            left -= _memory_of(chunk)
            if left < 0:
                return builder.close(), False
            parser.feed(chunk)
        return (parser.close() if begun else None), True
    except (ParseError, ValueError, LookupError) as problem:
        raise CannotRead(Failure.DAMAGED) from problem


def _memory_of(chunk: bytes) -> int:
    tags, attributes = chunk.count(b"<"), chunk.count(b"=")
    letters = max(len(chunk) - 20 * tags - 10 * attributes, 0)
    return PER_TAG * tags + PER_ATTRIBUTE * attributes + PER_LETTER * letters


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
        reader.Parse(data, False)
    except _Seen:
        return
    except (expat.ExpatError, ValueError, LookupError) as problem:
        raise CannotRead(Failure.DAMAGED) from problem
