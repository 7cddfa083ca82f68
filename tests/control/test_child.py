"""A program beside the show: lines both ways, begun again when it falls, gone when the show is."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress

from runofshow.control.child import Child

TALKER = "tests.control.talker"


class Ears:
    """What a child said, and why it went."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self.reasons: list[str] = []
        self._came = asyncio.Event()

    def heard(self, line: bytes) -> None:
        self.lines.append(line)
        self._came.set()

    def lost(self, why: str) -> None:
        self.reasons.append(why)
        self._came.set()

    async def until(self, lines: int = 0, reasons: int = 0) -> None:
        async with asyncio.timeout(20):
            while len(self.lines) < lines or len(self.reasons) < reasons:
                self._came.clear()
                await self._came.wait()


async def ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_what_is_said_to_it_is_heard_from_it_and_it_ends_with_the_show() -> None:
    ears = Ears()
    child = Child(TALKER, ("echo",), ears.heard, ears.lost)
    assert not child.say(b"too early")
    running = asyncio.create_task(child.run())
    await ears.until(lines=1)
    pid = int(ears.lines[0].split()[1])
    assert child.say("chào".encode())
    await ears.until(lines=2)
    assert ears.lines[1] == "chào".encode()
    await ended(running)
    with suppress(ProcessLookupError):
        os.kill(pid, 0)
        raise AssertionError("it still runs")
    assert not child.say(b"too late")
    assert ears.reasons == []


async def test_one_that_is_taken_down_is_begun_again_and_its_last_words_are_told() -> None:
    ears = Ears()
    running = asyncio.create_task(Child(TALKER, ("fall",), ears.heard, ears.lost, waits=(0,)).run())
    await ears.until(lines=2, reasons=2)
    await ended(running)
    assert set(ears.reasons) == {"the driver is gone"}


async def test_a_line_without_end_is_not_kept() -> None:
    ears = Ears()
    running = asyncio.create_task(Child(TALKER, ("shout",), ears.heard, ears.lost, waits=(9,)).run())
    await ears.until(reasons=1)
    await ended(running)
    assert ears.lines == []


async def test_a_program_that_cannot_be_loaded_says_so() -> None:
    ears = Ears()
    running = asyncio.create_task(Child("tests.control.nowhere", (), ears.heard, ears.lost, waits=(9,)).run())
    await ears.until(reasons=1)
    await ended(running)
    assert "No module named tests.control.nowhere" in ears.reasons[0]
