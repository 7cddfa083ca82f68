"""What the show and the program that holds a MIDI port say to each other, a line of JSON each.

to it      {"number": 7, "bytes": [144, 60, 100]}
           {"number": 8, "timecode": {"says": "mtc", "code": {...}, "rate": "25"}}
from it    {"told": "open", "name": "USB MIDI Interface"}
           {"told": "sent", "number": 7}       {"told": "failed", "number": 7, "detail": "no output"}
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.json import Decoder, Encoder

from runofshow.core.gear_orders import RunTimecode


class Say(Struct, frozen=True):
    """One message to go out, or the timecode that is to run from now on."""

    number: int
    bytes: tuple[int, ...] = ()
    timecode: RunTimecode | None = None


class Opened(Struct, frozen=True, tag_field="told", tag="open"):
    """The port is there."""

    name: str


class Sent(Struct, frozen=True, tag_field="told", tag="sent"):
    """The system took it."""

    number: int


class NotSent(Struct, frozen=True, tag_field="told", tag="failed"):
    number: int
    detail: str


class Came(Struct, frozen=True, tag_field="told", tag="came"):
    """One message that came in."""

    bytes: tuple[int, ...]


read_say = Decoder(Say).decode
read_told = Decoder(Opened | Sent | NotSent | Came).decode
"""Both raise ValueError for what is none of these."""
write = Encoder().encode
