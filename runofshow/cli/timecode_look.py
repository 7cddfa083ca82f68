"""Whether the timecode of a plan comes in, as `doctor AGENDA` asks."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import datetime
from importlib.util import find_spec

from runofshow.control.strangers import shown
from runofshow.control.timecode.ear import listen
from runofshow.core.timecode import TimecodeBy, TimecodeIn
from runofshow.core.timecode_now import Movement, TimecodeHeard
from runofshow.doctor.gear import Seen
from runofshow.texts import Language
from runofshow.texts.cli import CLI
from runofshow.texts.console import CONSOLE
from runofshow.texts.doctor import DOCTOR

WITHIN = 3.0
"""Seconds: the program that listens is loaded in one, and a code is there in a tenth."""
_NEEDED = {TimecodeBy.LTC: ("sounddevice", "ltc"), TimecodeBy.MTC: ("rtmidi2", "midi")}


def look_at_timecode(source: TimecodeIn, now: datetime, language: Language) -> Seen:
    """The code as it comes now, or why none does."""
    who = (
        "timecode",
        CLI[language].plan_timecode,
        " ".join(filter(None, (source.by.upper(), source.device))),
    )
    module, extra = _NEEDED[source.by]
    if find_spec(module) is None:
        return Seen(*who, trouble=CONSOLE[language].alarms.cause("not_installed"), extra=extra)
    heard = asyncio.run(_heard(source, now))
    words = DOCTOR[language].looked
    if heard is None or heard.movement is Movement.STANDING:
        return Seen(*who, trouble=words.no_timecode, remedy=words.remedy_timecode)
    if heard.code is None or heard.movement is Movement.LOST:
        trouble = f"{words.no_input} ({shown(heard.detail)})" if heard.detail else words.no_input
        return Seen(*who, trouble=trouble, remedy=words.remedy_port)
    return Seen(*who, (("timecode", heard.code.text(heard.rate)),))


async def _heard(source: TimecodeIn, now: datetime) -> TimecodeHeard | None:
    """What is known once it moves or is lost; None where nothing happens for so long."""
    told: asyncio.Future[TimecodeHeard] = asyncio.get_running_loop().create_future()

    def sense(heard: TimecodeHeard) -> None:
        if heard.movement is not Movement.STANDING and not told.done():
            told.set_result(heard)

    listening = asyncio.create_task(listen(source, sense, lambda: now))
    try:
        async with asyncio.timeout(WITHIN):
            return await told
    except TimeoutError:
        return None
    finally:
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening
