"""How long an Ogg file is that holds several recordings one after the other.

The format lets two files be joined by writing one behind the other. Every player plays both, but says the
length of one, and counts anew from zero where the second begins. So the pages are read: each has the place
its sound has come to, in samples, and the first of each recording has the samples of a second.
"""

from __future__ import annotations

import asyncio
import struct
from pathlib import Path
from typing import BinaryIO

PAGE = struct.Struct("<4sBBqIIIB")
FIRST_PAGE = 0x02
"""The flag of the page that a recording begins with."""
OPUS_RATE = 48000


async def length_if_chained(file: Path) -> float | None:
    """Seconds of an Ogg file of several recordings; None of any other, and where the disk does not say."""
    try:
        return await asyncio.to_thread(chained_length, file)
    except OSError:
        return None  # whoever loads it says what is wrong


def chained_length(file: Path) -> float | None:
    """Seconds of all the recordings in an Ogg file; None of a file that is no Ogg, or has only one.

    Reads the disk. Raises OSError.
    """
    with file.open("rb") as opened:
        return _length(opened)


def _length(opened: BinaryIO) -> float | None:
    recordings, whole, came_to, rate = 0, 0.0, 0, 0.0
    while len(head := opened.read(PAGE.size)) == PAGE.size:
        signature, _, flags, place, _, _, _, count = PAGE.unpack(head)
        if signature != b"OggS":
            return None
        size = sum(opened.read(count))
        if flags & FIRST_PAGE:
            if rate:
                whole += came_to / rate
            recordings, came_to, rate = recordings + 1, 0, _rate(opened.read(size))
            if not rate:
                return None  # of another kind, or with a picture beside the sound
        else:
            opened.seek(size, 1)
            came_to = max(came_to, place)
    return whole + came_to / rate if recordings > 1 else None


def _rate(first: bytes) -> float:
    """Samples of a second by the first packet of a recording; 0 for what is not known here."""
    if first[:7] == b"\x01vorbis" and len(first) >= 16:
        return float(int.from_bytes(first[12:16], "little"))
    return OPUS_RATE if first[:8] == b"OpusHead" else 0.0
