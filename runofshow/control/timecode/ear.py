"""Listens to a timecode for as long as the show runs, in the loop of the show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import assert_never

from runofshow.control.child import Child
from runofshow.control.timecode.following import Follower
from runofshow.control.timecode.told import Opened, told
from runofshow.core.timecode import TimecodeBy, TimecodeIn
from runofshow.core.timecode_now import TimecodeHeard

_LTC = "runofshow.control.timecode.ltc_listening"
_MTC = "runofshow.control.gear.midi_port"


async def listen(
    source: TimecodeIn,
    sense: Callable[[TimecodeHeard], object],
    now: Callable[[], datetime],
) -> None:
    """Until cancelled. Where the program that listens goes, the code is lost until it is back."""
    follower = Follower(source, sense, now)

    def heard(line: bytes) -> None:
        found = told(line)
        if isinstance(found, Opened):
            follower.opened()
        else:
            follower.passed(found)

    match source.by:
        case TimecodeBy.LTC:
            child = Child(_LTC, (source.rate.value, source.device), heard, follower.lost)
        case TimecodeBy.MTC:
            child = Child(_MTC, (source.device, "timecode"), heard, follower.lost)
        case _:
            assert_never(source.by)
    try:
        await child.run()
    finally:
        follower.close()
