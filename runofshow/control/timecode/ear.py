"""Listens to a timecode for as long as the show runs, in the loop of the show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from runofshow.control.child import Child
from runofshow.control.timecode.following import Follower
from runofshow.control.timecode.told import Opened, told
from runofshow.core.timecode import TimecodeIn
from runofshow.core.timecode_now import TimecodeHeard

LTC = "runofshow.control.timecode.ltc_listening"


async def listen(
    source: TimecodeIn,
    sense: Callable[[TimecodeHeard], object],
    now: Callable[[], datetime],
    module: str = LTC,
) -> None:
    """Until cancelled. Where the program that listens goes, the code is lost until it is back."""
    follower = Follower(source, sense, now)

    def heard(line: bytes) -> None:
        found = told(line)
        if isinstance(found, Opened):
            follower.opened()
        else:
            follower.passed(found)

    try:
        await Child(module, (source.rate.value, source.device), heard, follower.lost).run()
    finally:
        follower.close()
