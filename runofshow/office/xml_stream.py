"""XML read element by element as it unpacks, so that a part of any size takes little memory."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol
from xml.parsers import expat

from runofshow.office.failure import CannotRead, Failure

MOST_ELEMENTS = 400_000
"""Of one part: as many as are read in half a second. 4 000 rows of 20 cells have 170 000."""
MOST_LETTERS = 12_000_000
"""Of the text of one part."""
MOST_SILENT = 2_000_000
"""Bytes without an element or text among them: one tag that has no end."""


class Listener(Protocol):
    """Names come without their namespace, those of attributes too."""

    def begin(self, name: str, attributes: dict[str, str]) -> None: ...
    def end(self, name: str) -> None: ...
    def text(self, letters: str) -> None: ...


class Enough(Exception):
    """A listener has all that it wants."""


def listen(chunks: Iterator[bytes], listener: Listener) -> bool:
    """Whether the part was read to its end. Raises CannotRead(DAMAGED), also for a document type, which an
    office file never has."""
    left = MOST_ELEMENTS
    letters = MOST_LETTERS
    silent = 0
    begun = False

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal left, silent
        left -= 1
        silent = 0
        if left < 0:
            raise Enough
        listener.begin(
            name.rpartition("}")[2], {key.rpartition("}")[2]: attributes[key] for key in attributes}
        )

    def text(written: str) -> None:
        nonlocal letters, silent
        letters -= len(written)
        silent = 0
        if letters < 0:
            raise Enough
        listener.text(written)

    def refuse(*_: object) -> None:
        raise CannotRead(Failure.DAMAGED)

    reader = expat.ParserCreate(namespace_separator="}")
    reader.buffer_text = True
    reader.StartElementHandler = begin
    reader.EndElementHandler = lambda name: listener.end(name.rpartition("}")[2])
    reader.CharacterDataHandler = text
    reader.StartDoctypeDeclHandler = refuse
    try:
        for chunk in chunks:
            reader.Parse(chunk, False)
            begun = True
            silent += len(chunk)
            if silent > MOST_SILENT:
                raise CannotRead(Failure.BOMB)
        if begun:  # else there is no such part
            reader.Parse(b"", True)
    except Enough:
        return False
    except (expat.ExpatError, ValueError, LookupError) as problem:
        raise CannotRead(Failure.DAMAGED) from problem
    return True
