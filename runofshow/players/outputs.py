"""Whether this machine has a sound output that opens, found by opening it: a moment of silence, paused."""

from __future__ import annotations

import asyncio
import wave
from pathlib import Path
from tempfile import TemporaryDirectory

from runofshow.core.sound import Fault
from runofshow.players.faults import Faulty
from runofshow.players.happenings import Output
from runofshow.players.loading import load
from runofshow.players.mpv import Mpv, OrderRefused, PlayerDied

LIMIT = 8.0
"""Seconds for it all; a wireless loudspeaker that must wake takes two or three."""
RATE = 48_000
FRAME = b"\0\0\0\0"
"""Nothing, in two channels of 16 bits."""


def opened_output(program: Path, output: Output) -> str | Faulty:
    """mpv's name of what opened ("pulse", "wasapi"), or why nothing did. Nothing is heard. Blocks."""
    return asyncio.run(_within(program, output))


async def _within(program: Path, output: Output) -> str | Faulty:
    try:
        async with asyncio.timeout(LIMIT):
            return await _opened(program, output)
    except TimeoutError:
        return Faulty(Fault.OUTPUT, f"no answer within {LIMIT:.0f} s")
    except (PlayerDied, OrderRefused) as trouble:
        return Faulty(Fault.PLAYER, str(trouble))


async def _opened(program: Path, output: Output) -> str | Faulty:
    with TemporaryDirectory(prefix="runofshow-") as folder:
        silence = _silence(Path(folder) / "silence.wav")
        mpv = await Mpv.started(program, output.options)
        try:
            loaded = await load(mpv, silence, 0, None, {})
            return loaded if isinstance(loaded, Faulty) else str(await mpv.get("current-ao"))
        finally:
            await mpv.close()


def _silence(file: Path) -> Path:
    with wave.open(str(file), "wb") as written:
        written.setnchannels(2)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(FRAME * (RATE // 2))
    return file
