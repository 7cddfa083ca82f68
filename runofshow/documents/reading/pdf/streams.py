"""How much the streams of a PDF unpack to, told before the library unpacks them: it sets itself no bound."""

from __future__ import annotations

import re
import zlib

from runofshow.office.failure import CannotRead, Failure

MOST_OF_ONE = 15_000_000
"""Bytes. A page full of drawing has 1 MB, a font of Chinese signs 10; as objects it is twenty times that."""
MOST_OF_ALL = 80_000_000

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 400
"""Bytes before a stream in which its kind is told."""


def refuse_bomb(data: bytes) -> None:
    """Raises CannotRead(BOMB). Pictures are left out: they are not drawn, so not unpacked."""
    left = MOST_OF_ALL
    for found in _STREAM.finditer(data):
        before = data[max(found.start() - _DICTIONARY, 0) : found.start()]
        if b"/Image" in before[before.rfind(b"obj") :]:
            continue
        unpacking = zlib.decompressobj()
        try:
            size = len(unpacking.decompress(data[found.end() :], MOST_OF_ONE + 1))
        except zlib.error:  # packed otherwise, or not at all
            continue
        left -= size
        if size > MOST_OF_ONE or left < 0:
            raise CannotRead(Failure.BOMB)
