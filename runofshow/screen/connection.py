"""The connection of one screen: it comes in, follows the live picture, and comes back for ever.

The theory. One thread follows: it joins, opens the stream, reads, and when that ends for any reason begins
again after a pause of 0.5 to 5 seconds. It may be stuck in a read or in a dribble of bytes at any point, so a
second thread watches the time: three seconds without news make a live connection a lost one, and a stream or
an attempt that is silent for too long is cut off under the reader's feet. Orders go out in threads of their
own, for an answer may take seconds and a key must not.

Others read `latest`, `standing` and `now`, which are replaced whole and never changed.

    Connecting -> Live <-> Lost       and from anywhere: ShutOut, which is the end
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from http.client import HTTPException, IncompleteRead

from msgspec import Struct
from msgspec.json import decode

from runofshow.core.agenda import Role
from runofshow.core.ask import Ask
from runofshow.core.change import changed
from runofshow.core.commands import Acknowledge, SendMessage
from runofshow.core.floating import floated
from runofshow.core.views.roles import RoleView
from runofshow.core.wire import Json
from runofshow.screen import asking
from runofshow.screen.address import Address
from runofshow.screen.asking import Answer, Failure, NotObeyed, Pass, ShutOut, Slowed, Strange
from runofshow.screen.event_stream import Event, EventStream
from runofshow.screen.reading import read_now, read_view
from runofshow.screen.server_clock import ServerClock, first_heard

SILENCE_S = 3.0
"""Seconds without a beat after which nothing that is shown can be trusted."""
PAUSES_S = (0.5, 1.0, 2.0, 5.0)
"""Before each next attempt; the last one for ever."""
LOOK_S = 0.1
ECHO_EVERY = 2
"""Beats. The hall takes who has sent none back for some seconds for gone, and one or two may be lost."""
FAREWELL_S = 1.0
"""Seconds to wait for the threads at the end. One that still waits for a connection ends by itself."""


class Trouble(StrEnum):
    """Why the last attempt came to nothing."""

    NO_ANSWER = "no_answer"
    NOT_UNDERSTOOD = "not_understood"
    SLOWED = "slowed"


class Connecting(Struct, frozen=True):
    """Nothing has been heard yet."""

    trouble: Trouble | None = None


class Live(Struct, frozen=True):
    """The newest picture is true."""


class Lost(Struct, frozen=True):
    since: datetime
    """The show's moment of the last news."""
    stopped_at: datetime
    """Where the counts stopped: one that nobody can confirm must not go on."""
    trouble: Trouble | None = None


Standing = Connecting | Live | Lost | ShutOut


class Connection:
    """`heard` is called in threads of the connection whenever something has changed; it must not wait."""

    def __init__(
        self, address: Address, role: Role, steady: Callable[[], float], heard: Callable[[], None]
    ) -> None:
        """`steady` gives seconds of a clock that nobody sets."""
        self.address = address
        self.role = role
        self._steady = steady
        self._listeners = [heard]
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._standing: Standing = Connecting()
        self._latest: RoleView | None = None
        self._clock: ServerClock | None = None
        self._pass: Pass | None = None
        self._value: Json = None
        self._beats = 0
        self._heard_at = self._cut_at = steady()
        self._socket: socket.socket | None = None
        self._threads = [
            threading.Thread(target=self._follow, name="runofshow screen", daemon=True),
            threading.Thread(target=self._watch, name="runofshow screen watch", daemon=True),
        ]

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
        for thread in self._threads:
            thread.start()

    def close(self) -> None:
        """End; nothing is heard after it."""
        self._stopping.set()
        self._cut()
        for thread in self._threads:
            if thread.is_alive() and thread is not threading.current_thread():
                thread.join(FAREWELL_S)

    # Orders

    def acknowledge(self, cue_id: str, told: Callable[[Answer], None]) -> None:
        """Answer a cue: "Đã rõ". `told` hears what came of it, in another thread."""
        self.order(Acknowledge(cue_id), told)

    def write(self, text: str, told: Callable[[Answer], None]) -> None:
        """Send a message to the caller. `told` as above."""
        self.order(SendMessage(Role.CALLER, text), told)

    def order(self, what: Ask, told: Callable[[Answer], None]) -> None:
        """Send an order. `told` as above."""

        def send() -> None:
            answer = self.ask(what)
            if not self._stopping.is_set():
                told(answer)

        threading.Thread(target=send, name="runofshow screen order", daemon=True).start()

    def ask(self, what: Ask) -> Answer:
        """Send an order and wait for its answer, in the caller's own thread."""
        by = self._pass
        if by is None or isinstance(self._standing, ShutOut):
            return NotObeyed(Failure.NOT_CONNECTED)
        try:
            return asking.order(self.address, by, what)
        except ConnectionRefusedError:
            return NotObeyed(Failure.NOT_CONNECTED)
        except (OSError, HTTPException):
            return NotObeyed(Failure.NO_ANSWER)

    # The thread that follows

    def _follow(self) -> None:
        attempt = 0
        while not self._stopping.is_set():
            seen = self._latest
            trouble = self._attempt()
            if self._stopping.is_set() or isinstance(self._standing, ShutOut):
                return
            self._failed(trouble)
            # one that sends a good picture and then nonsense is tried as calmly as one that sends nonsense
            if trouble is Trouble.NO_ANSWER and self._latest is not seen:
                attempt = 0
            self._stopping.wait(PAUSES_S[min(attempt, len(PAUSES_S) - 1)])
            attempt += 1

    def _attempt(self) -> Trouble:
        """One connection from its beginning to its end, and why it ended."""
        self._cut_at = self._steady() + asking.PATIENCE_S
        try:
            by = self._pass or asking.join(self.address, self.role, self._opened)
            if isinstance(by, ShutOut):
                self._stand(by)
                return Trouble.NO_ANSWER
            self._pass = by
            stream = asking.open_events(self.address, by, self._opened)
            if isinstance(stream, ShutOut):
                self._stand(stream)
                return Trouble.NO_ANSWER
            try:
                self._read(stream)
            finally:
                stream.close()
        except Slowed:
            return Trouble.SLOWED
        except (OSError, IncompleteRead):
            # a stream without its last chunk is how a hall closes
            return Trouble.NO_ANSWER
        except (HTTPException, Strange, ValueError, RecursionError):
            # ValueError: no UTF-8, no JSON, no picture, too long
            return Trouble.NOT_UNDERSTOOD
        finally:
            with self._lock:
                self._socket = None
        return Trouble.NO_ANSWER

    def _opened(self, opened: socket.socket) -> None:
        with self._lock:
            self._socket = opened
        if self._stopping.is_set():
            self._cut()

    def _read(self, stream: asking.Stream) -> None:
        events = EventStream()
        self._value = None
        while not self._stopping.is_set():
            piece = stream.read()
            if not piece:
                return
            for event in events.feed(piece):
                self._take(event)

    def _take(self, event: Event) -> None:
        match event.name:
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
        for heard in self._listeners:
            heard()

    def _hear_time(self, now: datetime, speed: float) -> None:
        clock, steady = self._clock, self._steady()
        self._clock = first_heard(now, steady, speed) if clock is None else clock.heard(now, steady, speed)

    def _echo(self, now: str) -> None:
        self._beats += 1
        by = self._pass
        if self._beats % ECHO_EVERY != 1 or by is None:
            return

        def send() -> None:
            # lost on the way is no loss: the delay is then not known, and the next echo tells it
            with contextlib.suppress(OSError, HTTPException):
                asking.echo(self.address, by, now)

        threading.Thread(target=send, name="runofshow screen echo", daemon=True).start()

    # How it stands

    def _news(self) -> bool:
        """Something true was heard; whether others were told of a new standing."""
        with self._lock:
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
        with self._lock:
            if standing == self._standing or isinstance(self._standing, ShutOut):
                return False
            if isinstance(standing, Lost) and isinstance(self._standing, Live) and not self._is_silent():
                return False  # news came in this very moment
            self._standing = standing
        if not self._stopping.is_set():
            self._heard()
        return True

    def _is_silent(self) -> bool:
        return self._steady() > self._heard_at + SILENCE_S

    # The thread that watches

    def _watch(self) -> None:
        while not self._stopping.wait(LOOK_S):
            steady = self._steady()
            if steady > self._cut_at:
                self._cut()
            clock = self._clock
            if isinstance(self._standing, Live) and clock is not None and self._is_silent():
                self._stand(Lost(clock.at(self._heard_at), clock.at(steady)))

    def _cut(self) -> None:
        with self._lock:
            if self._socket is not None:
                # gone already is as good
                with contextlib.suppress(OSError):
                    self._socket.shutdown(socket.SHUT_RDWR)
