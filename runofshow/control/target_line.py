"""The signals that wait for one target, one after the other, and the tries of each.

A line is short, and a signal whose moment is past by `latest` is not begun any more: a picture cut half a
minute late is worse than none. What gave way is told of like every other failure. A try that failed is made
again, with short growing waits, only where it cannot have done anything.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from typing import Generic, TypeVar

from msgspec import Struct

from runofshow.control.failure import Failed, Trouble
from runofshow.control.messages import Taken
from runofshow.core.signalling import Fired
from runofshow.core.sound_events import SignalFailed, SignalSent

Result = SignalSent | SignalFailed
What = TypeVar("What")


class Limits(Struct, frozen=True):
    """Seconds, but for `waiting`."""

    a_try: float = 2.0
    waits: tuple[float, ...] = (0.2, 0.5)
    """Between the tries where there is another, so there is one try more."""
    latest: float = 5.0
    """After it was set off no try begins."""
    waiting: int = 16
    """Signals in one line."""


USUAL = Limits()


class Ready(Struct, Generic[What], frozen=True):
    """A signal with its values, ready to go."""

    fired: Fired
    what: What
    since: float
    """When it was set off, on the loop's clock."""


class TargetLine(Generic[What]):
    """The signals that wait for one target."""

    def __init__(
        self,
        name: str,
        one_try: Callable[[What], Awaitable[Taken]],
        tell: Callable[[Result], None],
        limits: Limits,
        *,
        side_by_side: bool = False,
    ) -> None:
        """`one_try` raises Failed; where nothing was done by it, it may be asked again. `side_by_side`: it
        keeps the order of what it is asked itself, and is asked the next before it has answered."""
        self._name = name
        self._one_try = one_try
        self._tell = tell
        self._limits = limits
        self._side_by_side = side_by_side
        self._waiting: deque[Ready[What]] = deque()
        self._newest: Ready[What] | None = None
        self.work: set[asyncio.Task[None]] = set()
        """What is under way; empty while there is nothing to do."""

    def add(self, ready: Ready[What]) -> None:
        """Put it at the end. Of too many the oldest gives way; of what is side by side, the newest."""
        if self._side_by_side:
            if len(self.work) >= self._limits.waiting:
                self._give_way(ready)
            else:
                self._newest = ready
                self._set_off(self._one(ready))
            return
        if len(self._waiting) >= self._limits.waiting:
            self._give_way(self._waiting.popleft())
        self._waiting.append(ready)
        if not self.work:
            self._set_off(self._all())

    def _give_way(self, ready: Ready[What]) -> None:
        # never inside the order that set it off: a report is an order of its own
        crowded = failed_of(ready.fired, Failed(Trouble.CROWDED), 0)
        asyncio.get_running_loop().call_soon(self._tell, crowded)

    def _set_off(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work, name=f"signals to {self._name}")
        self.work.add(task)
        task.add_done_callback(self.work.discard)  # of one that was cancelled before its first step

    async def _one(self, ready: Ready[What]) -> None:
        try:
            self._tell(await self._sent(ready))
        finally:
            self._end()

    async def _all(self) -> None:
        try:
            while self._waiting:
                self._tell(await self._sent(self._waiting.popleft()))
        finally:
            self._end()

    def _end(self) -> None:
        task = asyncio.current_task()
        assert task is not None
        self.work.discard(task)

    async def _sent(self, ready: Ready[What]) -> Result:
        loop = asyncio.get_running_loop()
        tries = 0
        trouble = Failed(Trouble.LATE)
        for wait in (0.0, *self._limits.waits):
            if loop.time() + wait - ready.since > self._limits.latest:
                break
            if wait:
                await asyncio.sleep(wait)
                if self._side_by_side and ready is not self._newest:
                    break  # it would come behind what was ordered after it
            tries += 1
            try:
                taken = await self._one_try(ready.what)
            except Failed as failed:
                trouble = failed
            except Exception as error:  # noqa: BLE001 - a task's edge: the other signals still go
                trouble = Failed(Trouble.BROKEN, f"{type(error).__name__}: {error}")
            else:
                at = ready.fired.at + timedelta(seconds=loop.time() - ready.since)
                took = timedelta(seconds=round(taken.after, 6))
                return SignalSent(ready.fired.signal.signal_id, taken.detail, took, at, taken.done)
            if not trouble.again:
                break
        return failed_of(ready.fired, trouble, tries)


def failed_of(fired: Fired, failed: Failed, tries: int) -> SignalFailed:
    """What the record says of a signal that did not reach its target."""
    return SignalFailed(fired.signal.signal_id, str(failed), tries, fired.at)
