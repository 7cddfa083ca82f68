"""A frame of timecode as it is told, whatever way it came."""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.timecode import Rate, Timecode
from runofshow.core.timecode_now import Movement


class Passing(Struct, frozen=True):
    """The frame that begins now; of a tape that stands, the one it stands at."""

    code: Timecode
    rate: Rate
    movement: Movement = Movement.RUNNING
