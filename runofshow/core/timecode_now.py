"""The timecode that comes into the show. It is sensed, like who is in the hall, and never written down; what
it sets going is (see timecode_passing.py)."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from runofshow.core.timecode import Rate, Timecode, TimecodeBy
from runofshow.core.wire import Moment


class Movement(StrEnum):
    RUNNING = "running"
    BACKWARD = "backward"
    STANDING = "standing"
    """Its source is there, and no frame comes."""
    LOST = "lost"
    """Its source is not there: a device, a port, or the program that listens to it."""


class TimecodeHeard(Struct, frozen=True):
    """What is known of the code at one moment, to the frame."""

    by: TimecodeBy
    movement: Movement
    since: datetime
    """When it began to move so."""
    code: Timecode | None = None
    """The last that came; None while none has."""
    rate: Rate = Rate.EUROPE
    run_from: Timecode | None = None
    """Where this run forward began; None while it does not run forward."""
    detail: str = ""
    """Why it is lost, as the machine says it."""


class TimecodeNow(Struct, frozen=True, kw_only=True):
    """The same in the picture: without its frames, so that it changes no more often than a clock."""

    by: TimecodeBy
    movement: Movement
    since: Moment
    code: str | None = None
    """`01:00:10`; None while none has come."""
    rate: Rate | None = None
    """How fast its frames come; before the first, as the agenda has it."""
    detail: str = ""


def timecode_now(heard: TimecodeHeard | None) -> TimecodeNow | None:
    """What a picture says of it; None where nobody listens to one."""
    if heard is None:
        return None
    code = None if heard.code is None else heard.code.text().rpartition(":")[0]
    return TimecodeNow(
        by=heard.by,
        movement=heard.movement,
        since=heard.since,
        code=code,
        rate=heard.rate,
        detail=heard.detail,
    )
