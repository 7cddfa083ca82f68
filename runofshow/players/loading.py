"""A file brought before mpv, and what mpv then knows of it.

mpv says "success" to any file; whether it is one is told by what comes after. When the file is ready, its
first sound is decoded and waits in a sound device that opened.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from runofshow.core.sound import Fault
from runofshow.players.chained import length_if_chained
from runofshow.players.faults import WITHDRAWN, Faulty, look_at, stranger
from runofshow.players.messages import FileEnded
from runofshow.players.mpv import FileNow, Mpv, OrderRefused

PROVING = 15.0
"""Seconds in which a file must be proven: a stick that must spin up, a loudspeaker that must wake."""
LOOKING = 10.0
"""Seconds for the disk to say what the file is."""
TELLING = 1.0
"""Seconds for mpv to tell why nothing sounds; it does at once."""
BEYOND = 0.5
"""Seconds behind the end that the file names, where nothing must sound any more."""
TAIL = 0.3
"""Seconds before the end from which the end is proven."""
LENIENT = 0.1
"""Seconds that an end point may lie behind the end: lengths are written with a tenth at most."""


class Loaded(Struct, frozen=True):
    """A file that begins. All in seconds of the file."""

    entry: int
    start: float
    stop: float
    begins: float
    """Where the first sound really is: `start`, or a packet later."""
    is_guess: bool
    """The file does not say how long it is, and `stop` may be anywhere."""
    is_chained: bool = False
    """Several recordings in one file: the place in it begins anew with each."""


async def load(
    mpv: Mpv, file: Path, start: float, end: float | None, options: Mapping[str, str]
) -> Loaded | Faulty:
    """Load `file` paused at `start`. It must not be playing. Raises PlayerDied."""
    loaded = await _load(mpv, file, start, end, options)
    is_cut = loaded.fault is Fault.POINTS if isinstance(loaded, Faulty) else bool(start) and end is None
    # after a seek only the recording that was sought in is played: the others would be lost in silence
    if is_cut and (whole := await length_if_chained(file)) is not None:
        return Faulty(Fault.JOINED, f"{whole:.1f} s")
    return loaded


async def _load(
    mpv: Mpv, file: Path, start: float, end: float | None, options: Mapping[str, str]
) -> Loaded | Faulty:
    try:
        async with asyncio.timeout(LOOKING):
            fault = await asyncio.to_thread(look_at, file)
    except TimeoutError:
        fault = Faulty(Fault.UNREADABLE, "the disk does not answer")
    if fault is not None:
        return fault
    if end is not None and end <= start:
        return Faulty(Fault.POINTS, f"{start:.1f} - {end:.1f} s")
    await mpv.ask("set_property", "pause", True)
    # no start where it is none: a seek to 0 loses all but the first recording of joined Ogg files
    points = {"start": f"{start:.6f}"} if start else {}
    points |= {} if end is None else {"end": f"{end:.6f}"}
    entry = await mpv.load(await asyncio.to_thread(file.absolute), {**options, **points})
    now = await mpv.until(lambda now: now.entry >= entry and bool(now.readied or now.ended), PROVING)
    if now.entry > entry:
        return WITHDRAWN
    length = await mpv.number("duration")
    begins = await mpv.number("audio-pts")
    device = await mpv.get("current-ao")
    if length is None or begins is None or device is None:
        # of a device that does not open mpv tells after the file was ready; of a file without sound, nothing
        if not await mpv.comes(lambda now: now.ended is not None or now.entry != entry, TELLING):
            return Faulty(Fault.POINTS if start else Fault.EMPTY, f"no sound at {start:.1f} s")
        now = mpv.file
    if now.ended is not None:
        return await _why_it_ended(mpv, file, now.ended, start)
    if length is None or begins is None:
        return WITHDRAWN
    if mpv.length_is_guess:
        return Loaded(entry, start, length if end is None else end, begins, is_guess=True)
    is_behind = start >= length or (end is not None and end > length + LENIENT)
    if is_behind and await _seek(mpv, entry, max(start, 0.0 if end is None else end - TAIL)):
        # sound goes on behind the end that the file names
        return Loaded(entry, start, length if end is None else end, begins, is_guess=True)
    if is_behind:
        return Faulty(Fault.POINTS, f"{start:.1f} - {'' if end is None else f'{end:.1f}'} of {length:.1f} s")
    return Loaded(entry, start, length if end is None else min(end, length), begins, is_guess=False)


async def find_end(mpv: Mpv, loaded: Loaded, is_named: bool) -> bool:
    """Whether there is a sound just before the end and, unless the end `is_named` by the agenda, none behind
    it; and the start again, where mpv then waits.

    Raises PlayerDied. When the answer is no, the file must be loaded anew.
    """
    if not is_named and await _seek(mpv, loaded.entry, loaded.stop + BEYOND):
        return False
    tail = max(loaded.start, loaded.stop - TAIL)
    return await _seek(mpv, loaded.entry, tail) and await _seek(mpv, loaded.entry, loaded.start)


async def _seek(mpv: Mpv, entry: int, place: float) -> bool:
    """Whether there is a sound at `place`, where mpv then waits."""

    def over(now: FileNow) -> bool:
        return now.entry != entry or now.ended is not None

    before = mpv.file.readied
    try:
        await mpv.ask("seek", f"{place:.6f}", "absolute+exact")
    except OrderRefused:
        return False  # no file is left to seek in
    now = await mpv.until(lambda now: over(now) or now.readied > before, PROVING)
    # where a file is cut off mpv says all the same that it is ready, but it has no sound
    return not over(now) and await mpv.number("audio-pts") is not None


async def _why_it_ended(mpv: Mpv, file: Path, ended: FileEnded, start: float) -> Faulty:
    detail = "; ".join(words for words in (ended.detail, mpv.complaints) if words)
    match ended:
        case FileEnded(reason="stop"):
            return WITHDRAWN
        case FileEnded(detail="audio output initialization failed"):
            return Faulty(Fault.OUTPUT, detail)
        case FileEnded(detail="no audio or video data played") if mpv.complaints:
            return Faulty(Fault.FOREIGN, detail)  # a picture
        case FileEnded(reason="eof") | FileEnded(detail="no audio or video data played"):
            return Faulty(Fault.POINTS if start else Fault.EMPTY, f"no sound at {start:.1f} s")
        case _:
            return await asyncio.to_thread(stranger, file, detail)
