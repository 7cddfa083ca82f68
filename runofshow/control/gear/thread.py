"""A piece of gear in a thread of its own, with a loop of its own.

Whatever drives it may block, import for seconds or be flooded with answers: the show's loop only waits for a
result, and not longer than it said. A thread that hangs is left behind when the show ends.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import Protocol

from runofshow.control.failure import Failed, Trouble
from runofshow.control.messages import Taken
from runofshow.core.gear_orders import GearOrder

Alarm = Callable[[Failed], object]
"""Is told what fails while no order waits for it, in the thread of the piece."""

GRACE = 0.5
"""Seconds beyond what it was given after which it is not waited for any more."""


class Piece(Protocol):
    """What drives one piece of gear; every method is called in the thread of that piece."""

    async def send(self, order: GearOrder, within: float) -> Taken:
        """What it answered. Raises Failed within so many seconds."""
        ...

    async def look(self, within: float) -> Taken:
        """What it says of itself. Raises Failed within so many seconds."""
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


class GearThread:
    """One piece of gear. It is opened by the first order, and again where that failed."""

    def __init__(self, name: str, opening: Callable[[], Piece]) -> None:
        """`opening` is called in the thread. Raises Failed."""
        self._name = name
        self._opening = opening
        self._piece: Piece | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._runs: threading.Thread | None = None

    async def send(self, order: GearOrder, within: float) -> Taken:
        """What the gear answered. Raises Failed, at most `GRACE` later than `within` seconds."""
        return await self._ask(lambda piece: piece.send(order, within), within)

    async def look(self, within: float) -> Taken:
        """What the gear says of itself. Raises Failed, at most `GRACE` later than `within` seconds."""
        return await self._ask(lambda piece: piece.look(within), within)

    def close(self) -> None:
        """Let go of the gear and of the thread, without waiting for it."""
        loop, self._loop = self._loop, None
        if loop is not None:
            loop.call_soon_threadsafe(self._end, loop)

    async def gone(self) -> None:
        """Once it is let go of, or `GRACE` is over: lights say that no more levels follow."""
        if self._runs is not None:
            await asyncio.to_thread(self._runs.join, GRACE)

    async def _ask(self, what: Callable[[Piece], Awaitable[Taken]], within: float) -> Taken:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            name = f"gear {self._name}"
            self._runs = threading.Thread(target=_run, args=(self._loop,), name=name, daemon=True)
            self._runs.start()
        until = asyncio.get_running_loop().time() + within
        asked = asyncio.run_coroutine_threadsafe(self._answer(what, until), self._loop)
        try:
            async with asyncio.timeout(within + GRACE):
                # given up here, it is given up there
                return await asyncio.wrap_future(asked)
        except TimeoutError as error:
            raise Failed(Trouble.NO_ANSWER, f"{within:g} s") from error

    async def _answer(self, what: Callable[[Piece], Awaitable[Taken]], until: float) -> Taken:
        if asyncio.get_running_loop().time() >= until:
            # the thread was blocked meanwhile: what was given up is not done late
            raise Failed(Trouble.LATE)
        if self._piece is None:
            self._piece = self._opening()
        return await what(self._piece)

    def _end(self, loop: asyncio.AbstractEventLoop) -> None:
        piece, self._piece = self._piece, None
        try:
            if piece is not None:
                piece.close()
        finally:
            loop.stop()


def _run(loop: asyncio.AbstractEventLoop) -> None:
    try:
        loop.run_forever()
        loop.run_until_complete(_given_up())
    finally:
        loop.close()


async def _given_up() -> None:
    """What is under way gets its turn to let go of what it holds."""
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
