"""The thread the show lives in, with a loop of its own.

A terminal that stops reading, or a screen that fails, must stop no phone, no music and no record. So the
show, its ticker and later the hall's server run here, and every screen, the console too, only reads
`latest` and sends orders.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Set
from concurrent.futures import Future
from typing import Any, TypeVar

from runofshow.core.alarms import AlarmCode
from runofshow.core.commands import Command
from runofshow.core.events import Entry
from runofshow.core.refusal import Refused
from runofshow.core.snapshot import Snapshot
from runofshow.live import Listener, LiveShow

Answer = TypeVar("Answer")

TICK = 0.25
"""Seconds between two looks at the clock: no count is ever a second behind, and the machine stays idle."""


class Engine:
    """A running show for screens in other threads. Start it, ask it, stop it."""

    def __init__(self, show: LiveShow, tick: float = TICK) -> None:
        self._show = show
        self._tick = tick
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="runofshow engine", daemon=True)
        self._is_stopping = False
        self._next_tick: asyncio.Future[None] | None = None

    @property
    def latest(self) -> Snapshot:
        """The newest picture; safe to read from any thread."""
        return self._show.latest

    @property
    def log(self) -> tuple[Entry, ...]:
        """The record so far; safe to read from any thread."""
        return self._show.log

    @property
    def show(self) -> LiveShow:
        """The show itself, for what runs in this thread or after it has stopped."""
        return self._show

    def start(self) -> None:
        """Begin to tick and to take orders."""
        self._thread.start()

    def ask(self, command: Command, by: str = "caller", seen: int | None = None) -> Future[Entry | Refused]:
        """Send an order; the answer comes when it is on disk. See `LiveShow.do`."""
        return self.run_beside(self._show.obey(command, by, seen))

    def call(self, question: Callable[[], Answer]) -> Future[Answer]:
        """Have `question` answered in the thread of the show. Raises RuntimeError when that has ended."""

        asked: Future[Answer] = Future()

        def answer() -> None:
            if asked.set_running_or_notify_cancel():
                try:
                    asked.set_result(question())
                except Exception as error:  # noqa: BLE001 - it belongs to whoever asked
                    asked.set_exception(error)

        self._loop.call_soon_threadsafe(answer)
        return asked

    def listen(self, listener: Listener) -> None:
        """Have `listener` told of everything new, in the thread of the show; it must not wait."""
        self._show.listen(listener)

    def run_beside(self, work: Coroutine[Any, Any, Answer]) -> Future[Answer]:
        """Run `work` in the loop of the show, beside the ticker; the stop cancels it.

        Raises RuntimeError when the thread of the show has ended.
        """
        try:
            return asyncio.run_coroutine_threadsafe(work, self._loop)
        except RuntimeError:
            work.close()
            raise

    def stop(self) -> None:
        """End the thread and let go of the journal. The show stays open in it."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._end)
            self._thread.join()
        self._show.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._tick_until_stopped())
            self._loop.run_until_complete(_cancel_the_rest(self._show.noting))
        finally:
            self._loop.close()

    async def _tick_until_stopped(self) -> None:
        ticking: asyncio.Task[None] | None = None
        while not self._is_stopping:
            if ticking is None or ticking.done():
                ticking = asyncio.create_task(self._one_tick(), name="tick")
            else:
                # a slow disk holds it up
                self._show.beat()
            # a future and no task with a time limit: that costs more than the tick
            self._next_tick = self._loop.create_future()
            timer = self._loop.call_later(self._tick, _come, self._next_tick)
            await self._next_tick
            timer.cancel()

    def _end(self) -> None:
        self._is_stopping = True
        if self._next_tick is not None:
            _come(self._next_tick)

    async def _one_tick(self) -> None:
        try:
            await self._show.tick_beside()
        except Exception as error:  # noqa: BLE001
            # the thread's edge: our own mistake becomes an alarm, and the show goes on
            self._show.raise_alarm(AlarmCode.ENGINE, f"{type(error).__name__}: {error}")


def _come(moment: asyncio.Future[None]) -> None:
    if not moment.done():
        moment.set_result(None)


async def _cancel_the_rest(noting: Set[asyncio.Task[None]]) -> None:
    """End what runs beside the ticker and wait until it has put its things in order.

    What it has still told, `noting`, is written down.
    """
    while beside := asyncio.all_tasks() - {asyncio.current_task()}:
        for task in beside - noting:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
    # what they closed is let go of in the next round of the loop
    await asyncio.sleep(0)
