"""The signals of a show on their way out, in the loop of the show.

Each target has a line of its own: its signals go one after the other, in the order they were set off, and a
target that hangs holds up only its own line. A line is short, and a signal whose moment is past by `latest`
is not begun any more: a picture cut half a minute late is worse than none. What gave way is told of like
every other failure.

HTTP is tried three times, with short growing waits, and only where the try before cannot have done anything
(see exchange.py). OSC is sent once: UDP has no answer to wait for. A show that is picked up again sends
nothing old, since its listeners are told only of what is fresh.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import deque
from collections.abc import Callable
from datetime import timedelta, tzinfo
from typing import TYPE_CHECKING

from msgspec import Struct

from runofshow.control.datagram import send_datagram
from runofshow.control.failure import Failed, Trouble
from runofshow.control.filling import Values, values_of, whole_values
from runofshow.control.messages import Datagram, Request, Taken, Target, message, target_of, wants_values
from runofshow.core.alarms import AlarmCode
from runofshow.core.events import Entry
from runofshow.core.signalling import Fired, signals_of
from runofshow.core.snapshot import Snapshot
from runofshow.core.sound_events import SignalFailed, SignalSent
from runofshow.core.state import State
from runofshow.line.finding import Finder, NoHost, Search, search_system

if TYPE_CHECKING:
    from runofshow.control.exchange import Gear

Result = SignalSent | SignalFailed
Report = Callable[[Result], object]


class Limits(Struct, frozen=True):
    """Seconds, but for `waiting`."""

    a_try: float = 2.0
    waits: tuple[float, ...] = (0.2, 0.5)
    """Between the tries of HTTP, so there is one try more."""
    latest: float = 5.0
    """After it was set off no try begins."""
    waiting: int = 16
    """Signals in one line."""


USUAL = Limits()


class Ready(Struct, frozen=True):
    """A signal with its values, ready to go."""

    fired: Fired
    what: Datagram | Request
    since: float
    """When it was set off, on the loop's clock."""


class SignalSender:
    """Sends what the show sets off, and reports what became of it. It lives in the loop of the show."""

    def __init__(
        self,
        state: Callable[[], State],
        report: Report,
        alarm: Callable[[AlarmCode, str], object],
        tz: tzinfo,
        *,
        enabled: bool = True,
        limits: Limits = USUAL,
        search: Search = search_system,
    ) -> None:
        """`state` is the show as it stands; `alarm` takes a code and a detail, where no report is taken."""
        self._state = state
        self._report = report
        self._alarm = alarm
        self._tz = tz
        self._enabled = enabled
        self._limits = limits
        self._search = search
        self._lines: dict[Target, _Line] = {}

    def heard(self, snapshot: Snapshot, entries: tuple[Entry, ...]) -> None:
        """A listener of the show, called in its loop: sets signals going and waits for nothing."""
        if not self._enabled:
            return
        state = self._state()
        fired = [signal for entry in entries for signal in signals_of(state, entry)]
        filled = any(wants_values(one.signal.send) for one in fired)
        whole = whole_values(snapshot, self._tz) if filled else {}
        for one in fired:
            self._set_going(one, snapshot, whole)

    async def settled(self) -> None:
        """Wait until nothing is on its way."""
        while working := [line.work for line in self._lines.values() if line.work is not None]:
            await asyncio.wait(working)

    def close(self) -> None:
        """Drop what is on its way; the end of the show's loop does it too."""
        for line in self._lines.values():
            if line.work is not None:
                line.work.cancel()

    def _set_going(self, fired: Fired, snapshot: Snapshot, whole: Values) -> None:
        loop = asyncio.get_running_loop()
        send = fired.signal.send
        try:
            target = target_of(send)
            values: Values = values_of(whole, snapshot, fired, self._tz) if wants_values(send) else {}
            ready = Ready(fired, message(send, values), loop.time())
        except Failed as failed:
            # never inside the order that set it off: a report is an order of its own
            loop.call_soon(self._tell, _failed(fired, failed, 0))
            return
        line = self._lines.get(target)
        if line is None:
            line = self._lines[target] = _Line(target, self._tell, self._limits, self._search)
        line.add(ready)

    def _tell(self, result: Result) -> None:
        try:
            self._report(result)
        except Exception as error:  # noqa: BLE001 - a task's edge: what could not be recorded is on the screen
            self._alarm(AlarmCode.CONTROL, f"{result.signal_id}: {type(error).__name__}: {error}")


class _Line:
    """The signals that wait for one target. `work` is the task while there are any."""

    def __init__(
        self, target: Target, tell: Callable[[Result], None], limits: Limits, search: Search
    ) -> None:
        self._target = target
        self._tell = tell
        self._limits = limits
        self._finder = Finder(target.host, target.port, search)
        self._waiting: deque[Ready] = deque()
        self._gear: Gear | None = None
        self.work: asyncio.Task[None] | None = None

    def add(self, ready: Ready) -> None:
        loop = asyncio.get_running_loop()
        if len(self._waiting) >= self._limits.waiting:
            oldest = self._waiting.popleft()
            loop.call_soon(self._tell, _failed(oldest.fired, Failed(Trouble.CROWDED), 0))
        self._waiting.append(ready)
        if self.work is None:
            self.work = loop.create_task(self._work(), name=f"signals to {self._target.host}")

    async def _work(self) -> None:
        try:
            while self._waiting:
                self._tell(await self._sent(self._waiting.popleft()))
        finally:
            self.work = None

    async def _sent(self, ready: Ready) -> Result:
        loop = asyncio.get_running_loop()
        tries = 0
        trouble = Failed(Trouble.LATE)
        waits = (0.0, *self._limits.waits) if isinstance(ready.what, Request) else (0.0,)
        for wait in waits:
            if loop.time() + wait - ready.since > self._limits.latest:
                break
            if wait:
                await asyncio.sleep(wait)
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
                signal_id, is_done = ready.fired.signal.signal_id, is_told_done(ready.what)
                return SignalSent(signal_id, taken.detail, took, at, is_done)
            if not trouble.again:
                break
        return _failed(ready.fired, trouble, tries)

    async def _one_try(self, what: Datagram | Request) -> Taken:
        within = self._limits.a_try
        until = asyncio.get_running_loop().time() + within
        try:
            async with asyncio.timeout_at(until):
                addresses = await self._finder.addresses()
                if isinstance(what, Datagram):
                    await send_datagram(addresses, self._target.port, what.data)
                    return Taken(what.shown)
                if self._gear is None:
                    # both take longer to load than the loop may stand still
                    self._gear = await asyncio.to_thread(_gear_at, self._target)
        except NoHost as error:
            raise Failed(Trouble.NO_HOST, str(error), again=True) from error
        except TimeoutError as error:
            raise Failed(Trouble.TIMEOUT, f"{within:g} s", again=True) from error
        return await self._gear.exchange(addresses, what, within, until)


def _gear_at(target: Target) -> Gear:
    """With httpx, and the system's certificates where they are asked for."""
    from runofshow.control.exchange import Gear

    return Gear(target, ssl.create_default_context() if target.scheme == "https" else None)


def is_told_done(what: Datagram | Request) -> bool:
    """Whether the answer's own words say that it was done; a status alone says that it was taken."""
    return isinstance(what, Request) and bool(what.expect or what.expect_not)


def _failed(fired: Fired, failed: Failed, tries: int) -> SignalFailed:
    return SignalFailed(fired.signal.signal_id, str(failed), tries, fired.at)
