"""Connections into a hall, facts waited for, and servers that are no hall at all."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from runofshow.core.agenda import Role
from runofshow.core.commands import Command
from runofshow.core.events import Entry
from runofshow.core.refusal import Reason
from runofshow.core.views.roles import HandView, RoleView
from runofshow.line.address import Address
from runofshow.line.answer import Answer
from runofshow.line.connection import Connection
from runofshow.web.network import LOOPBACK
from tests.web.halls import Hall

PATIENCE = 20.0


class Guest:
    """A connection whose news can be waited for."""

    def __init__(self, address: Address, role: Role, steady: Callable[[], float] = time.monotonic) -> None:
        self._news = threading.Condition()
        self.connection = Connection(address, role, steady, self._hear)

    def _hear(self) -> None:
        with self._news:
            self._news.notify_all()

    def until(self, holds: Callable[[Connection], bool]) -> Connection:
        """Wait until the claim is true of the connection. A beat is no news, so it looks now and then too."""
        until = time.monotonic() + PATIENCE
        with self._news:
            while not holds(self.connection):
                assert time.monotonic() < until, f"{self.connection.standing} {self.connection.latest}"
                self._news.wait(0.1)
        return self.connection

    def sees(self, holds: Callable[[HandView], bool]) -> HandView:
        """Wait for a hand's picture of which the claim is true."""

        def seen(at: Connection) -> bool:
            return isinstance(at.latest, HandView) and holds(at.latest)

        latest = self.until(seen).latest
        assert isinstance(latest, HandView)
        return latest

    def shown(self) -> RoleView:
        latest = self.until(lambda at: at.latest is not None).latest
        assert latest is not None
        return latest


class Told:
    """A steady clock that moves when told: no load of the machine makes a second of it."""

    def __init__(self, at: float = 1000.0) -> None:
        self._at = at
        self._looks = 0
        self._looked = threading.Condition()

    def __call__(self) -> float:
        with self._looked:
            self._looks += 1
            self._looked.notify_all()
            return self._at

    def skip(self, seconds: float) -> None:
        with self._looked:
            self._at += seconds
            self._looks = 0

    def wait_for_looks(self, count: int) -> None:
        """Until who watches this clock has seen where it stands."""
        with self._looked:
            assert self._looked.wait_for(lambda: self._looks >= count, PATIENCE)


@dataclass
class Guests:
    """All connections of one test."""

    there: list[Guest] = field(default_factory=list)

    def come(self, address: Address, role: Role, steady: Callable[[], float] = time.monotonic) -> Guest:
        guest = Guest(address, role, steady)
        self.there.append(guest)
        guest.connection.start()
        return guest

    def close(self) -> None:
        for guest in self.there:
            guest.connection.close()


def door(hall: Hall, role: Role) -> Address:
    """What the join link of a role says."""
    return Address(LOOPBACK, hall.port, hall.access.codes[role], None)


def do(hall: Hall, command: Command) -> Entry:
    """The caller's order, obeyed; the guard against double presses is waited out."""
    until = time.monotonic() + PATIENCE
    while True:
        answer = hall.engine.ask(command).result(10)
        if isinstance(answer, Entry):
            return answer
        assert answer.reason is Reason.GUARD, answer
        assert time.monotonic() < until, answer


def answered(send: Callable[[Callable[[Answer], None]], None]) -> Answer:
    """What an order came to."""
    heard: list[Answer] = []
    told = threading.Event()

    def hear(answer: Answer) -> None:
        heard.append(answer)
        told.set()

    send(hear)
    assert told.wait(PATIENCE)
    return heard[0]


JOINED = (
    b"HTTP/1.1 303 See Other\r\nLocation: /mc?joined\r\nSet-Cookie: runofshow=abc; HttpOnly\r\n"
    b"Content-Length: 0\r\nConnection: close\r\n\r\n"
)
STREAM = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
NOW = "2020-03-27T08:00:00.000+07:00"
PICTURE = {
    "seq": 3,
    "mode": "live",
    "phase": "before",
    "now": NOW,
    "show": {"title": "Hội nghị", "organiser": "", "venue": ""},
    "session": {"title": "", "start": "2020-03-27T08:10:00.000+07:00"},
    "cues": [],
    "messages": [],
    "needs": [],
}


def event(name: str, data: object) -> bytes:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


@dataclass
class Imposter:
    """Something else behind the address: it says what it was told to, once for each connection."""

    port: int
    asked: list[bytes] = field(default_factory=list)
    """The first line of every request."""
    came: threading.Condition = field(default_factory=threading.Condition)

    def wait_for_tries(self, count: int) -> None:
        with self.came:
            assert self.came.wait_for(lambda: len(self.asked) >= count, PATIENCE), self.asked

    @property
    def address(self) -> Address:
        return Address(LOOPBACK, self.port, "ABCDEF", None)


@contextmanager
def imposter(*says: bytes, open_from: int | None = None) -> Iterator[Imposter]:
    """A server that answers its connections with these bytes in turn, the last ones for ever. It closes after
    them; the connections from `open_from` on, counted from 0, stay open."""
    listening = socket.create_server((LOOPBACK, 0))
    there = Imposter(listening.getsockname()[1])
    held: list[socket.socket] = []

    def serve() -> None:
        count = 0
        while True:
            try:
                opened, _ = listening.accept()
            except OSError:
                return
            line, stays = says[min(count, len(says) - 1)], open_from is not None and count >= open_from
            count += 1
            held.append(opened)
            with contextlib.suppress(OSError):  # the other side may have had enough
                head = opened.recv(4096)
                with there.came:
                    there.asked.append(head.partition(b"\r\n")[0])
                    there.came.notify_all()
                opened.sendall(line)
            if not stays:
                opened.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield there
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        for one in held:
            with contextlib.suppress(OSError):  # closed already
                one.shutdown(socket.SHUT_RDWR)
        thread.join(5)
        for one in held:
            one.close()
