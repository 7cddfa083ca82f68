"""The connection of one screen: it comes in, follows the live picture, and comes back for ever.

The theory. One thread with a loop of its own. A task follows: it joins, opens the stream, reads, and when
that ends for any reason begins again after a pause of 0.5 to 5 seconds. It may be stuck in a read or in a
dribble of bytes at any point, so a second task watches the time: three seconds without news make a live
connection a lost one, and a stream or an attempt that is silent for too long is called off. Orders are tasks
too, for an answer may take seconds and a key must not.

Others read `latest`, `standing` and `now`, which are replaced whole and never changed.

    Connecting -> Live <-> Lost       and from anywhere: ShutOut, which is the end
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import CancelledError, Future
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec.json import decode

from runofshow.core.agenda import Role
from runofshow.core.ask import Ask
from runofshow.core.change import changed
from runofshow.core.commands import Acknowledge, SendMessage
from runofshow.core.floating import floated
from runofshow.core.views.roles import RoleView
from runofshow.core.wire import Json
from runofshow.line.address import Address
from runofshow.line.answer import Answer, Failure, NoAnswer, NotObeyed, Slowed, Strange
from runofshow.line.reading import read_now, read_view
from runofshow.line.server_clock import ServerClock, first_heard
from runofshow.line.standing import Connecting, Live, Lost, ShutOut, Standing, Trouble

if TYPE_CHECKING:
    from httpx_sse import ServerSentEvent

    from runofshow.line.asking import Hall, Pass

SILENCE_S = 3.0
"""Seconds without a beat after which nothing that is shown can be trusted."""
PAUSES_S = (0.5, 1.0, 2.0, 5.0)
"""Before each next attempt; the last one for ever."""
ATTEMPT_S = 5.0
"""From an attempt's beginning to the first news."""
ORDER_S = 10.0
"""For an order and its answer: each of its steps has its own bound, and a dribble of bytes has this."""
LOOK_S = 0.1
ECHO_EVERY = 2
"""Beats. The hall takes who has sent none back for some seconds for gone, and one or two may be lost."""
FAREWELL_S = 1.0
"""Seconds to wait for the thread at the end."""


Given = TypeVar("Given")


class Connection:
    """`heard` is called in the connection's thread whenever something has changed; it must not wait."""

    def __init__(
        self, address: Address, role: Role, steady: Callable[[], float], heard: Callable[[], None]
    ) -> None:
        """`steady` gives seconds of a clock that nobody sets."""
        self.address = address
        self.role = role
        self._steady = steady
        self._listeners = [heard]
        self._standing: Standing = Connecting()
        self._latest: RoleView | None = None
        self._clock: ServerClock | None = None
        self._hall: Hall | None = None
        self._pass: Pass | None = None
        self._value: Json = None
        self._beats = 0
        self._heard_at = self._cut_at = steady()
        self._is_closing = False
        self._closing = asyncio.Event()
        self._attempting: asyncio.Task[Trouble] | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="runofshow screen", daemon=True)

    @property
    def latest(self) -> RoleView | None:
        """The newest picture; None before the first."""
        return self._latest

    @property
    def standing(self) -> Standing:
        """How the connection is."""
        return self._standing

    @property
    def now(self) -> datetime | None:
        """The show's moment with the hall's offset; it stands still while the connection is lost."""
        standing, clock = self._standing, self._clock
        if isinstance(standing, Lost):
            return standing.stopped_at
        return None if clock is None else clock.at(self._steady())

    @property
    def reckoned(self) -> datetime | None:
        """The same, but carried on while the connection is lost: for what goes on without the hall."""
        clock = self._clock
        return None if clock is None else clock.at(self._steady())

    def listen(self, heard: Callable[[], None]) -> None:
        """Before `start`: tell another of everything new, as the first."""
        self._listeners.append(heard)

    def start(self) -> None:
        """Begin to connect."""
        self._thread.start()

    def close(self) -> None:
        """End; nothing is heard after it."""
        self._is_closing = True
        with contextlib.suppress(RuntimeError):  # it has ended already
            if self._loop is not None:
                self._loop.call_soon_threadsafe(self._closing.set)
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(FAREWELL_S)

    # Orders

    def acknowledge(self, cue_id: str, told: Callable[[Answer], None]) -> None:
        """Answer a cue: "Đã rõ". `told` hears the outcome in the connection's thread; it must not wait."""
        self.order(Acknowledge(cue_id), told)

    def write(self, text: str, told: Callable[[Answer], None]) -> None:
        """Send a message to the caller. `told` as above."""
        self.order(SendMessage(Role.CALLER, text), told)

    def order(self, what: Ask, told: Callable[[Answer], None]) -> None:
        """Send an order. `told` as above."""

        def tell(answered: Future[Answer]) -> None:
            if not self._is_closing:
                told(_answer(answered))

        self._sent(what).add_done_callback(tell)

    def ask(self, what: Ask) -> Answer:
        """Send an order and wait for its answer, in a thread of the caller's own."""
        return _answer(self._sent(what))

    def _sent(self, what: Ask) -> Future[Answer]:
        hall, by, loop = self._hall, self._pass, self._loop
        if (
            by is not None
            and hall is not None
            and loop is not None
            and not isinstance(self._standing, ShutOut)
        ):
            order = self._order(hall, by, what)
            try:
                return asyncio.run_coroutine_threadsafe(order, loop)
            except RuntimeError:
                order.close()  # the loop has ended
        nobody: Future[Answer] = Future()
        nobody.set_result(NotObeyed(Failure.NOT_CONNECTED))
        return nobody

    async def _order(self, hall: Hall, by: Pass, what: Ask) -> Answer:
        try:
            async with asyncio.timeout(ORDER_S):
                return await hall.order(by, what)
        except NoAnswer as error:
            return NotObeyed(Failure.NO_ANSWER if error.is_sent else Failure.NOT_CONNECTED)
        except (Strange, TimeoutError):
            return NotObeyed(Failure.NO_ANSWER)

    # In the connection's thread

    def _run(self) -> None:
        asyncio.run(self._live())

    async def _live(self) -> None:
        from runofshow.line.asking import Hall  # httpx: in this thread, while the screen is painted

        self._loop = asyncio.get_running_loop()
        self._hall = Hall(self.address)
        if self._is_closing:
            self._closing.set()
        self._begin(self._follow(self._hall))
        self._begin(self._watch())
        await self._closing.wait()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._hall.close()

    def _begin(self, work: Coroutine[Any, Any, Given]) -> asyncio.Task[Given]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def _follow(self, hall: Hall) -> None:
        attempt = 0
        while True:
            seen = self._latest
            self._cut_at = self._steady() + ATTEMPT_S
            self._attempting = attempting = self._begin(self._attempt(hall))
            await asyncio.wait([attempting])
            # called off by who watches the time
            trouble = Trouble.NO_ANSWER if attempting.cancelled() else attempting.result()
            if isinstance(self._standing, ShutOut):
                return
            self._failed(trouble)
            # one that sends a good picture and then nonsense is tried as calmly as one that sends nonsense
            if trouble is Trouble.NO_ANSWER and self._latest is not seen:
                attempt = 0
            await asyncio.sleep(PAUSES_S[min(attempt, len(PAUSES_S) - 1)])
            attempt += 1

    async def _attempt(self, hall: Hall) -> Trouble:
        """One connection from its beginning to its end, and why it ended."""
        try:
            by = self._pass or await hall.join(self.role)
            if isinstance(by, ShutOut):
                self._stand(by)
                return Trouble.NO_ANSWER
            self._pass = by
            async with hall.events(by) as events:
                if isinstance(events, ShutOut):
                    self._stand(events)
                    return Trouble.NO_ANSWER
                self._value = None
                async for event in events:
                    self._take(event)
        except Slowed:
            return Trouble.SLOWED
        except NoAnswer:
            return Trouble.NO_ANSWER
        except (Strange, ValueError, RecursionError):
            # ValueError: no JSON, no picture
            return Trouble.NOT_UNDERSTOOD
        return Trouble.NO_ANSWER

    def _take(self, event: ServerSentEvent) -> None:
        match event.event:
            case "snapshot":
                self._show(decode(event.data), is_timed=True)
            case "change":
                patch = decode(event.data)
                self._show(changed(self._value, patch), is_timed="now" in patch)
            case "beat":
                beat = decode(event.data)
                self._hear_time(read_now(beat), self._clock.speed if self._clock else 1.0)
                if self._value is not None:
                    self._news()
                    self._float(read_now(beat))
                    self._echo(str(beat["now"]))

    def _show(self, value: Json, is_timed: bool) -> None:
        picture = read_view(self.role, value)
        if is_timed:
            self._hear_time(picture.now, picture.speed)
        self._value, self._latest = value, picture
        if not self._news():
            self._heard()

    def _float(self, now: datetime) -> None:
        """The times of a plan without hours, which move on with each minute and are not sent again."""
        latest, value = self._latest, self._value
        if latest is None or not isinstance(value, dict) or not latest.floating:
            return
        if (now.minute, now.hour) != (latest.now.minute, latest.now.hour):
            self._latest = read_view(self.role, floated(value, now))
            self._heard()

    def _heard(self) -> None:
        if not self._is_closing:
            for heard in self._listeners:
                heard()

    def _hear_time(self, now: datetime, speed: float) -> None:
        clock, steady = self._clock, self._steady()
        self._clock = first_heard(now, steady, speed) if clock is None else clock.heard(now, steady, speed)

    def _echo(self, now: str) -> None:
        self._beats += 1
        by, hall = self._pass, self._hall
        if self._beats % ECHO_EVERY != 1 or by is None or hall is None:
            return
        self._begin(self._echoed(hall, by, now))

    async def _echoed(self, hall: Hall, by: Pass, now: str) -> None:
        # lost on the way is no loss: the delay is then not known, and the next echo tells it
        with contextlib.suppress(NoAnswer, Strange, TimeoutError):
            async with asyncio.timeout(ORDER_S):
                await hall.echo(by, now)

    # How it stands

    def _news(self) -> bool:
        """Something true was heard; whether others were told of a new standing."""
        self._heard_at = self._steady()
        self._cut_at = self._heard_at + SILENCE_S
        return self._stand(Live())

    def _failed(self, trouble: Trouble) -> None:
        match self._standing:
            case Connecting():
                self._stand(Connecting(trouble))
            case Lost(since, stopped_at):
                self._stand(Lost(since, stopped_at, trouble))
            case Live() | ShutOut():
                # still live: a connection that comes back within the three seconds was never lost
                pass

    def _stand(self, standing: Standing) -> bool:
        if standing == self._standing or isinstance(self._standing, ShutOut):
            return False
        self._standing = standing
        self._heard()
        return True

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(LOOK_S)
            steady, clock = self._steady(), self._clock
            if steady > self._cut_at and self._attempting is not None:
                self._attempting.cancel()
            is_silent = steady > self._heard_at + SILENCE_S
            if isinstance(self._standing, Live) and clock is not None and is_silent:
                self._stand(Lost(clock.at(self._heard_at), clock.at(steady)))


def _answer(sent: Future[Answer]) -> Answer:
    try:
        return sent.result(2 * ORDER_S)
    except (CancelledError, TimeoutError):
        # the connection was closed meanwhile
        return NotObeyed(Failure.NO_ANSWER)
