"""What the tests of the players have: sounds made here, and an ear for what a deck tells."""

from __future__ import annotations

import array
import asyncio
import math
import wave
from pathlib import Path
from typing import TypeVar

from runofshow.players.happenings import Began, Ended, Happening

Heard = TypeVar("Heard", Began, Ended)

RATE = 48000

PATIENCE = 10.0
"""Seconds after which a fact that does not come is a failure."""


def tone(file: Path, seconds: float, amplitude: float = 0.5, silence: float = 0.0) -> Path:
    """A WAVE file of an A (440 Hz) in two channels, after so many seconds of silence."""
    one_second = array.array("h")
    for sample in range(RATE):
        value = round(32767 * amplitude * math.sin(2 * math.pi * 440 * sample / RATE))
        one_second.extend((value, value))
    sounding = one_second * (int(seconds) + 1)
    with wave.open(str(file), "wb") as written:
        written.setnchannels(2)
        written.setsampwidth(2)
        written.setframerate(RATE)
        written.writeframes(bytes(4 * int(RATE * silence)) + sounding[: 2 * int(RATE * seconds)].tobytes())
    return file


class Ear:
    """Hears what a deck tells."""

    def __init__(self) -> None:
        self.heard: list[Happening] = []
        self._more = asyncio.Event()

    def __call__(self, happening: Happening) -> None:
        self.heard.append(happening)
        self._more.set()

    async def beginning(self) -> Began:
        """The first beginning that has not been asked for."""
        return await self._first(Began)

    async def end(self) -> Ended:
        """The first end that has not been asked for."""
        return await self._first(Ended)

    async def _first(self, kind: type[Heard]) -> Heard:
        async with asyncio.timeout(PATIENCE):
            while True:
                for happening in self.heard:
                    if isinstance(happening, kind):
                        self.heard.remove(happening)
                        return happening
                self._more.clear()
                await self._more.wait()
