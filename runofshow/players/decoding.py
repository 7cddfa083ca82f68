"""A track decoded from its start to its end, as fast as the machine can and heard by nobody.

The one way to know that a track is whole, and how long one is that does not say so. mpv decodes some 300
times faster than a track sounds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from runofshow.core.sound import Fault
from runofshow.players.chained import length_if_chained
from runofshow.players.faults import Faulty
from runofshow.players.loading import LENIENT, load
from runofshow.players.mpv import Mpv, OrderRefused, PlayerDied

UNHEARD = ("--ao=null", "--ao-null-untimed=yes", "--untimed=yes", "--keep-open=always")

PAUSE = 0.02
"""Seconds between two looks whether it is done."""
PATIENCE = 15.0
"""Seconds that any file may take, on a machine with other work to do."""
SLOWEST = 4.0
"""Times faster than it sounds that decoding is at the least."""

SHORT_BY = 1.0
SHORT_PART = 0.05
"""Seconds, or a part of the whole if that is more, that may lack at the end: some lose their last packets."""


class Decoded(Struct, frozen=True):
    """A track that is whole. In seconds of the file."""

    start: float
    stop: float
    meter: Mapping[str, str]
    """What mpv's filter called `meter` had found at the end; empty without one."""


async def decode(
    program: Path,
    file: Path,
    start: float,
    end: float | None,
    filters: str | None = None,
    gentle: bool = False,
) -> Decoded | Faulty:
    """Decode one track in an mpv of its own; `gentle` leaves the processor to others first.

    `filters` are mpv's (`--af`). Never takes more than `PATIENCE` seconds and a quarter of the track's
    length.
    """
    options = UNHEARD if filters is None else (*UNHEARD, f"--af={filters}")
    try:
        mpv = await Mpv.started(program, options, gentle=gentle)
    except (PlayerDied, OrderRefused) as trouble:
        return Faulty(Fault.PLAYER, str(trouble))
    try:
        return await _decode(mpv, file, start, end)
    except (PlayerDied, OrderRefused) as trouble:
        return Faulty(Fault.PLAYER, str(trouble))
    finally:
        await mpv.close()


async def _decode(mpv: Mpv, file: Path, start: float, end: float | None) -> Decoded | Faulty:
    loaded = await load(mpv, file, start, end, {})
    if isinstance(loaded, Faulty):
        return loaded
    length = loaded.stop - start
    await mpv.ask("set_property", "pause", False)
    clock = asyncio.get_running_loop().time
    limit = PATIENCE + length / SLOWEST
    deadline = clock() + limit
    while await mpv.get("eof-reached") is not True:
        if mpv.file.ended is not None:
            return Faulty(Fault.CORRUPT, mpv.complaints or mpv.file.ended.detail)
        if clock() > deadline:
            mpv.kill(f"not decoded within {limit:.0f} s")
        await asyncio.sleep(PAUSE)
    came_to = await mpv.number("time-pos")
    if came_to is None or came_to <= start:
        return Faulty(Fault.CORRUPT, mpv.complaints or "nothing in it can be decoded")
    if loaded.is_guess:
        if end is not None and end > came_to + LENIENT:
            return Faulty(Fault.POINTS, f"{start:.1f} - {end:.1f} of {came_to:.1f} s")
        stop = came_to
    elif end is None and (chained := await length_if_chained(file)) is not None:
        stop = chained
    elif loaded.stop - came_to > max(SHORT_BY, SHORT_PART * length):
        return Faulty(Fault.CORRUPT, f"ends at {came_to:.1f} s of {loaded.stop:.1f} s")
    elif end is None and came_to - loaded.stop > LENIENT:
        stop = came_to
    else:
        stop = loaded.stop
    return Decoded(start, stop, _meter(await mpv.get("af-metadata/meter")))


def _meter(values: object) -> dict[str, str]:
    if not isinstance(values, dict):
        return {}  # no meter, or a track shorter than its first look
    return {str(name): str(value) for name, value in values.items()}
