"""An order on its way through the disk: waited for, or let go on beside a loop.

Whoever writes says how, as a generator that yields each work it has asked a disk for, and goes on when that
is over or has been given up. So the same steps serve a caller that waits and a loop that must not.
"""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from typing import Generic, TypeVar

from runofshow.journal.patience import Work

Answer = TypeVar("Answer")
Steps = Generator[Work, None, Answer]

QUICK = 0.02
"""Seconds that a loop waits itself: a good disk needs a fraction of them, and no task is switched for it."""
SLICE = 0.02
"""Seconds between two looks at a disk that takes longer."""


class OnItsWay(Generic[Answer]):
    """Goes from one work to the next. Belongs to one thread."""

    def __init__(self, steps: Steps[Answer]) -> None:
        self._steps = steps
        self._work: Work | None = None
        self._end: list[Answer] = []
        self._error: Exception | None = None
        self.waited = 0.0
        """Seconds that the work of now has taken, to a slice."""
        self.longest = 0.0
        """Of all works so far."""
        self._go_on()

    def carry_through(self, patience: float) -> None:
        """Wait until all is over; a work that takes longer than `patience` seconds is given up."""
        while (work := self._work) is not None:
            while not work.is_over and self.waited < min(patience, work.patience):
                self._count(work.wait(SLICE), SLICE)
            self._go_on()

    async def carry_on(self, patience: float) -> None:
        """The same beside a loop. Somebody who cannot wait may carry it through meanwhile."""
        while (work := self._work) is not None:
            self._count(work.wait(QUICK), QUICK)
            enough = min(patience, work.patience)
            while self._work is work and not work.is_over and self.waited < enough:
                await asyncio.sleep(SLICE)
                self._count(work.is_over, SLICE)
            if self._work is work:
                self._go_on()

    def answer(self) -> Answer:
        """What came of it, once it was carried through. Raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._end[0]

    def _count(self, is_over: bool, seconds: float) -> None:
        if not is_over:
            self.waited += seconds
            self.longest = max(self.longest, self.waited)

    def _go_on(self) -> None:
        self._work, self.waited = None, 0.0
        try:
            self._work = next(self._steps)
        except StopIteration as end:
            self._end.append(end.value)
        except Exception as error:  # noqa: BLE001 - it belongs to whoever asked
            self._error = error
