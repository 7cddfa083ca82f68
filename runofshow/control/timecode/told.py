"""What the program that listens to a timecode tells the show, a line of JSON each.

{"told": "frame", "code": [1, 0, 10, 5], "rate": "25", "movement": "running"}
{"told": "open", "name": "USB Audio"}
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.json import Decoder, Encoder

from runofshow.control.timecode.passing import Passing
from runofshow.core.timecode import Rate, Timecode
from runofshow.core.timecode_now import Movement


class Frame(Struct, frozen=True, tag_field="told", tag="frame"):
    """A frame that begins now."""

    code: tuple[int, int, int, int]
    rate: Rate
    movement: Movement


class Opened(Struct, frozen=True, tag_field="told", tag="open"):
    """The input is there; whether a code comes is not known yet."""

    name: str


Told = Frame | Opened
_read = Decoder(Frame | Opened)
_write = Encoder()


def told(line: bytes) -> Passing | Opened:
    """What a line tells. Raises ValueError for what is none of these."""
    found = _read.decode(line)
    if isinstance(found, Opened):
        return found
    return Passing(Timecode(*found.code), found.rate, found.movement)


def line_of(passing: Passing | Opened) -> bytes:
    """The line that tells it, without its end."""
    if isinstance(passing, Opened):
        return _write.encode(passing)
    code = passing.code
    numbers = (code.hour, code.minute, code.second, code.frame)
    return _write.encode(Frame(numbers, passing.rate, passing.movement))
