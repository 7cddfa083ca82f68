"""The program that listens at a sound input, at a JACK server without sound hardware."""

from __future__ import annotations

import asyncio
import ctypes.util
import shutil
import subprocess
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from runofshow.control.timecode.ear import listen
from runofshow.control.timecode.ltc_sound import write_ltc
from runofshow.core.timecode import Rate, Timecode, TimecodeBy, TimecodeIn, frames_between
from runofshow.core.timecode_now import Movement, TimecodeHeard
from tests.control.jack import jack_server, needs_jack, port_named

FIRST = Timecode(1, 0, 0, 0)


class Told:
    def __init__(self) -> None:
        self.all: list[TimecodeHeard] = []
        self._came = asyncio.Event()

    def sense(self, heard: TimecodeHeard) -> None:
        self.all.append(heard)
        self._came.set()

    async def until(self, movement: Movement) -> None:
        async with asyncio.timeout(30):
            while not any(one.movement is movement for one in self.all):
                self._came.clear()
                await self._came.wait()


async def listening(told: Told, source: TimecodeIn) -> asyncio.Task[None]:
    return asyncio.create_task(listen(source, told.sense, lambda: datetime(2026, 3, 27, tzinfo=UTC)))


async def ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@needs_jack
@pytest.mark.skipif(ctypes.util.find_library("portaudio") is None, reason="PortAudio is not installed")
@pytest.mark.skipif(shutil.which("mpv") is None, reason="mpv is not installed")
async def test_a_tape_that_is_played_to_a_sound_input_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tape = tmp_path / "tape.wav"
    write_ltc(tape, FIRST, 75, Rate.EUROPE)
    told = Told()
    with jack_server("runofshow-ltc", monkeypatch):
        task = await listening(told, TimecodeIn(TimecodeBy.LTC))
        port = await asyncio.to_thread(port_named, "PortAudio:in")
        played = ("mpv", "--no-config", "--no-video", "--really-quiet", "--ao=jack", f"--jack-port={port}")
        await asyncio.to_thread(subprocess.run, (*played, str(tape)), check=True, capture_output=True)
        await told.until(Movement.RUNNING)
        await ended(task)
    codes = [one.code for one in told.all if one.movement is Movement.RUNNING and one.code]
    steps = [frames_between(FIRST, code, Rate.EUROPE) for code in codes]
    # a server without real-time rights drops sound on a busy machine, and with it a frame, but makes none up
    assert steps == sorted(set(steps))
    assert len(steps) >= 50
    assert steps[-1] <= 75


async def test_a_machine_without_that_input_has_lost_the_code_and_says_why() -> None:
    told = Told()
    task = await listening(told, TimecodeIn(TimecodeBy.LTC, device="no such input at all"))
    await told.until(Movement.LOST)
    await ended(task)
    assert told.all[-1].detail
