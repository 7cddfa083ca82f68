"""How long a track is, how loud it is, and which file it is.

Loudness is that of EBU R128: integrated over the track, gated, so that pauses do not count; in LUFS. Two
tracks of one loudness are heard as equally loud, whatever their peaks are. mpv's own filter measures it, so
that nothing else must be installed.
"""

from __future__ import annotations

import asyncio
import hashlib
import math
from datetime import timedelta
from pathlib import Path

from msgspec import Struct

from runofshow.core.sound import Fault
from runofshow.players.decoding import decode
from runofshow.players.faults import Faulty

METER = "@meter:lavfi=[ebur128=metadata=1:peak=sample]"

GATE = -70.0
"""LUFS. What never rises above it is silence by the standard, and has no loudness."""


class Measured(Struct, frozen=True):
    """A track that is whole."""

    length: timedelta
    """From its start point to its end point."""
    loudness: float | None
    """LUFS; None of silence, and of a sound under 0.4 s, the least that the standard measures."""
    peak: float | None
    """dBFS of the loudest sample; None of silence."""
    sha256: str
    """Of the whole file, in hexadecimal."""


def measure(
    program: Path, file: Path, start: timedelta = timedelta(), end: timedelta | None = None
) -> Measured | Faulty:
    """Measure one track, and wait for it; not for where a loop runs. See `measured`."""
    return asyncio.run(measured(program, file, start, end))


async def measured(
    program: Path, file: Path, start: timedelta = timedelta(), end: timedelta | None = None
) -> Measured | Faulty:
    """Measure one track at low priority, in an mpv of its own (`program`). Its volume is not reckoned in."""
    until = None if end is None else end.total_seconds()
    decoded = await decode(program, file, start.total_seconds(), until, METER, gentle=True)
    if isinstance(decoded, Faulty):
        return decoded
    loudness = _number(decoded.meter.get("lavfi.r128.I"))
    peak = _number(decoded.meter.get("lavfi.r128.sample_peak"))
    try:
        sha256 = await asyncio.to_thread(_hash, file)
    except OSError as error:
        return Faulty(Fault.UNREADABLE, error.strerror or str(error))
    return Measured(
        length=timedelta(seconds=decoded.stop - decoded.start),
        loudness=loudness if loudness is not None and loudness > GATE else None,
        peak=20 * math.log10(peak) if peak else None,
        sha256=sha256,
    )


def _number(words: str | None) -> float | None:
    """A finite number that is written out; None for anything else."""
    try:
        number = math.nan if words is None else float(words)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
