"""The levels of one universe, sent for as long as the show runs.

A level is a state and no event: receivers let go of a source that is silent for 2.5 seconds (E1.31) or a few
seconds more (Art-Net). So the levels last ordered are sent again and again, also over a link that comes back.
Nothing is sent before the first order: until then the lights are somebody else's.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.light_levels import Levels, at_rest, at_the_end, ordered, slots
from runofshow.control.gear.light_ways import Ways
from runofshow.control.gear.thread import Alarm
from runofshow.core.gear_orders import ToLights
from runofshow.core.value import replace

FRAME = 0.025
"""Seconds between two frames: 40 a second; a DMX line carries 44."""
REPEATS = 3
"""Frames in a row that say the same before the rest (E1.31, 6.6.1): one of them may be lost."""
KEEP_ALIVE = 0.9
"""Seconds between two frames at rest; E1.31 wants 0.8 to 1, Art-Net at most 4."""


class Wire(Protocol):
    """How frames look on their way."""

    def frame(self, slots: bytes) -> bytes:
        """The next one."""
        ...

    def farewell(self) -> tuple[bytes, ...]:
        """Frames that say that none will follow; none where the wire has no word for it."""
        ...


class LightStream:
    """Sends what is ordered, in the loop in which it got its first order, until it is closed."""

    def __init__(self, wire: Wire, open_ways: Callable[[], Ways], alarm: Alarm) -> None:
        """`open_ways` raises Failed. `alarm` is told once of each time that nothing leaves this machine while
        no order waits for it."""
        self._wire = wire
        self._open_ways = open_ways
        self._alarm = alarm
        self._levels = Levels()
        self._ways: Ways | None = None
        self._work: asyncio.Task[None] | None = None
        self._woken = asyncio.Event()
        self._waiting: list[asyncio.Future[None]] = []
        """Those who have given an order that no frame has carried yet."""
        self._is_broken = False

    def go_on_from(self, held: ToLights) -> None:
        """These are the levels that the lights have, so that the first order moves what it names alone."""
        self._levels = ordered(self._levels, replace(held, fade_for=timedelta()), 0.0)

    async def order(self, order: ToLights) -> None:
        """Go towards new levels; the first frame of it has left when this returns. Raises Failed where it
        could not leave; the levels stay ordered, and leave once they can."""
        loop = asyncio.get_running_loop()
        self._levels = ordered(self._levels, order, loop.time())
        left = loop.create_future()
        self._waiting.append(left)
        self._woken.set()
        if self._work is None:
            self._work = loop.create_task(self._run(), name="light levels")
        await left

    def close(self) -> None:
        """Send where the fades lead, and say that nothing follows."""
        if self._work is None:
            return
        self._work.cancel()
        last = slots(at_the_end(self._levels), 0.0)
        try:
            with contextlib.closing(self._ways or self._open_ways()) as ways:
                for frame in (self._wire.frame(last), *self._wire.farewell()):
                    ways.send(frame)
        except Failed:
            return  # nobody is left to be told

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        last, due, repeats = b"", 0.0, 0
        while True:
            # an order that comes from here on wakes the rest below
            self._woken.clear()
            now = loop.time()
            self._levels = at_rest(self._levels, now)
            fresh = slots(self._levels, now)
            if fresh != last or now >= due or self._waiting:
                repeats = repeats - 1 if fresh == last and repeats else REPEATS if fresh != last else 0
                last = fresh
                await self._put_out(fresh, is_rest=not repeats)
                due = now + (FRAME if repeats else KEEP_ALIVE)
            await self._rest(now + FRAME if self._levels.fades else due, now + FRAME)

    async def _rest(self, until: float, earliest: float) -> None:
        """Until that moment or the next order, and not shorter than a frame."""
        try:
            async with asyncio.timeout_at(until):
                await self._woken.wait()
        except TimeoutError:
            return
        await asyncio.sleep(max(earliest - asyncio.get_running_loop().time(), 0.0))

    async def _put_out(self, fresh: bytes, *, is_rest: bool) -> None:
        waiting, self._waiting = self._waiting, []
        try:
            if self._ways is None:
                self._ways = self._open_ways()
            elif is_rest or waiting:
                self._ways.renew()
            frame = self._wire.frame(fresh)
            if waiting:
                await self._ways.tried(frame)
            else:
                self._ways.send(frame)
        except Failed as failed:
            self._fail(failed, waiting)
        except Exception as error:  # noqa: BLE001 - a task's edge: the levels must go on
            self._fail(Failed(Trouble.BROKEN, f"{type(error).__name__}: {error}"), waiting)
        else:
            self._is_broken = False
            for left in waiting:
                if not left.done():
                    left.set_result(None)

    def _fail(self, failed: Failed, waiting: list[asyncio.Future[None]]) -> None:
        if self._ways is not None:
            self._ways.close()
            self._ways = None
        told = [left for left in waiting if not left.done()]
        for left in told:
            left.set_exception(failed)
        if not told and not self._is_broken:
            self._alarm(failed)
        self._is_broken = True
