"""Timecode: the hour, minute, second and frame by which recorded pictures and sound are told apart.

    01:00:10:00     an hour and ten seconds, the first frame      01:00:10;00     the same in drop-frame

The theory. A code counts frames, and names them like a clock. Colour television in America runs a thousandth
slower than its 30 frames a second, so its codes fall behind the clock; *drop-frame* leaves two names out at
the start of each minute but every tenth (never a frame), and its clock is right to 86 ms a day. All of a day
are numbered from zero, and after the last of them comes zero again. The names and the dropped ones are those
of SMPTE ST 12-1.
"""

from __future__ import annotations

import re
from datetime import timedelta
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

_WRITTEN = re.compile(r"(\d\d):(\d\d):(\d\d)[:;](\d\d)")
_DROPPED_A_MINUTE = 2


class Rate(StrEnum):
    """How fast the frames come, and how they are named."""

    FILM = "24"
    EUROPE = "25"
    SLOWED = "29.97"
    """Thirty names a second at a thousandth less: behind the clock by 3.6 s an hour."""
    DROPPED = "29.97df"
    THIRTY = "30"

    @property
    def names(self) -> int:
        """How many frames a second has by name."""
        return {Rate.FILM: 24, Rate.EUROPE: 25}.get(self, 30)

    @property
    def is_dropped(self) -> bool:
        return self is Rate.DROPPED

    @property
    def frame(self) -> Fraction:
        """Seconds that one frame lasts."""
        slow = Fraction(1001, 1000) if self in (Rate.SLOWED, Rate.DROPPED) else 1
        return Fraction(1, self.names) * slow

    @property
    def day(self) -> int:
        """How many frames a day of names has."""
        dropped = _DROPPED_A_MINUTE * 54 * 24 if self.is_dropped else 0
        return self.names * 86_400 - dropped


class Timecode(Struct, frozen=True, order=True):
    """The name of one frame; which frame that is, only a rate says."""

    hour: int
    minute: int
    second: int
    frame: int

    def text(self, rate: Rate | None = None) -> str:
        """`01:00:10:00`, in drop-frame `01:00:10;00`."""
        mark = ";" if rate is Rate.DROPPED else ":"
        return f"{self.hour:02}:{self.minute:02}:{self.second:02}{mark}{self.frame:02}"


class TimecodeBy(StrEnum):
    """How a code comes in."""

    LTC = "ltc"
    """As sound, at an input of the machine."""
    MTC = "mtc"
    """By MIDI."""


class TimecodeIn(Struct, frozen=True):
    """The code that a show listens to."""

    by: TimecodeBy
    rate: Rate = Rate.EUROPE
    """MIDI says its own; sound tells no more than whether it drops."""
    device: str = ""
    """A part of the name of the sound input or of the MIDI port; empty is the machine's first."""


def read_timecode(text: str) -> Timecode | None:
    """The code so written, of whatever rate; None when it is none."""
    if not (found := _WRITTEN.fullmatch(text.strip())):
        return None
    hour, minute, second, frame = map(int, found.groups())
    is_named = hour < 24 and minute < 60 and second < 60 and frame < 30
    return Timecode(hour, minute, second, frame) if is_named else None


def is_named(code: Timecode, rate: Rate) -> bool:
    """Whether there is a frame of that name: a second has no more than its frames, and some are dropped."""
    is_left_out = rate.is_dropped and code.minute % 10 and not code.second
    return code.frame < rate.names and not (is_left_out and code.frame < _DROPPED_A_MINUTE)


def number_of(code: Timecode, rate: Rate) -> int:
    """Which frame of the day it is, from 0. A name that is left out is that of the next frame."""
    minutes = code.hour * 60 + code.minute
    number = (minutes * 60 + code.second) * rate.names + min(code.frame, rate.names - 1)
    if not rate.is_dropped:
        return number
    missing = 0 if is_named(code, rate) else _DROPPED_A_MINUTE - code.frame
    return number + missing - _DROPPED_A_MINUTE * (minutes - minutes // 10)


def code_of(number: int, rate: Rate) -> Timecode:
    """The name of that frame; past the last of the day, and before the first, it goes round."""
    number %= rate.day
    if rate.is_dropped:
        ten_minutes = rate.names * 600 - 9 * _DROPPED_A_MINUTE
        a_minute = rate.names * 60 - _DROPPED_A_MINUTE
        tens, rest = divmod(number, ten_minutes)
        # of ten minutes the first is whole
        minutes = max(rest - _DROPPED_A_MINUTE, 0) // a_minute
        number += _DROPPED_A_MINUTE * (9 * tens + minutes)
    seconds, frame = divmod(number, rate.names)
    return Timecode(seconds // 3600, seconds // 60 % 60, seconds % 60, frame)


def moved(code: Timecode, by: int, rate: Rate) -> Timecode:
    """So many frames later, earlier when negative."""
    return code_of(number_of(code, rate) + by, rate)


def frames_between(first: Timecode, last: Timecode, rate: Rate) -> int:
    """How many frames on from `first` to `last`, the next time that it comes: 0 to a day."""
    return (number_of(last, rate) - number_of(first, rate)) % rate.day


def nearest_step(first: Timecode, last: Timecode, rate: Rate) -> int:
    """The same by the shorter way, negative when `last` is the earlier one: midnight is no jump."""
    ahead = frames_between(first, last, rate)
    return ahead if ahead <= rate.day // 2 else ahead - rate.day


def lasting(frames: int, rate: Rate) -> timedelta:
    """How long so many frames take by the clock."""
    return timedelta(seconds=float(frames * rate.frame))
