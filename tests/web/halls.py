"""A hall for tests: a real show in its thread, its server on a free port, browsers that are plain sockets."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta, timezone
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any

from runofshow.clock import Clock, Sources, system_sources
from runofshow.core.agenda import Agenda, Cue, Role
from runofshow.core.commands import OpenShow
from runofshow.engine import Engine
from runofshow.hall.access import Access
from runofshow.hall.kept_doors import read_doors
from runofshow.journal import FILE_NAME, Journal, read_journal
from runofshow.live import BY_CLOCK, LiveShow
from runofshow.texts import Language
from runofshow.web.network import LOOPBACK, Listening
from runofshow.web.server import HallServer
from tests.core.shows import agenda, cue, item
from tests.web.pace import unhurried

HERE = timezone(timedelta(hours=7))
TOKEN = "a-token-of-enough-signs"


def plan(items: int = 4) -> Agenda:
    """So many items of ten minutes; each has a cue for music and one for the MC."""
    return agenda(*(item(f"m{n}", 10, *_cues(n), mc=f"Lời dẫn {n}") for n in range(1, items + 1)))


def _cues(number: int) -> tuple[Cue, Cue]:
    return cue(f"music{number}"), cue(f"mc{number}", to=Role.MC)


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Hall:
    """A show with its server."""

    engine: Engine
    access: Access
    server: HallServer
    port: int
    sockets: list[socket.socket] = field(default_factory=list)

    @property
    def obeyed(self) -> list[str]:
        """What was ever ordered; that this machine stalled for a while is in the record too."""
        return [entry.do for entry in self.engine.show.log if entry.by != BY_CLOCK]

    def ask(
        self,
        method: str,
        path: str,
        *,
        cookie: str | None = None,
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
        source: str = LOOPBACK,
    ) -> Answer:
        """One request on a connection of its own."""
        connection = HTTPConnection(LOOPBACK, self.port, timeout=10, source_address=(source, 0))
        sent = dict(headers or {})
        if cookie is not None:
            sent["Cookie"] = _header(cookie)
        try:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            return Answer(
                answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
            )
        finally:
            connection.close()

    def order(self, order: object, *, cookie: str | None = None, token: str | None = None) -> Answer:
        """An order as a page or a program sends it."""
        headers = {"Content-Type": "application/json"}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        return self.ask("POST", "/api/command", cookie=cookie, body=json.dumps(order), headers=headers)

    def joined(self, role: Role) -> str:
        """The cookie of a new guest."""
        answer = self.ask("GET", f"/j/{self.access.codes[role]}")
        assert answer.status == 303, answer
        return answer.headers["set-cookie"].partition(";")[0].partition("=")[2]

    @contextmanager
    def watching(self, cookie: str, query: str = "", path: str = "/api/events") -> Iterator[Watcher]:
        """A live picture."""
        connection = HTTPConnection(LOOPBACK, self.port, timeout=10)
        connection.request("GET", f"{path}{query}", headers={"Cookie": _header(cookie)})
        answer = connection.getresponse()
        assert answer.status == 200, answer.status
        try:
            yield Watcher(answer)
        finally:
            connection.close()
            answer.close()

    def raw(self, data: bytes) -> socket.socket:
        """A connection with these bytes on it."""
        opened = socket.create_connection((LOOPBACK, self.port), timeout=15)
        self.sockets.append(opened)
        opened.sendall(data)
        return opened


def _header(cookie: str) -> str:
    """What is sent for a cookie, or for a whole jar of them."""
    return cookie if "=" in cookie else f"runofshow={cookie}"


@dataclass
class Jar:
    """A browser with its cookies: what the hall sets and takes back is kept, whatever its name."""

    opened: Hall
    cookies: dict[str, str] = field(default_factory=dict)

    def header(self) -> str:
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def ask(self, method: str, path: str) -> Answer:
        return self.opened.ask(method, path, cookie=self.header())

    def order(self, role: str, order: object) -> Answer:
        headers = {"Content-Type": "application/json"}
        return self.opened.ask(
            "POST",
            f"/api/command?as={role}",
            cookie=self.header(),
            body=json.dumps(order),
            headers=headers,
        )

    def join(self, role: Role) -> None:
        """Open the role's join link."""
        connection = HTTPConnection(LOOPBACK, self.opened.port, timeout=10)
        connection.request("GET", f"/j/{self.opened.access.codes[role]}", headers={"Cookie": self.header()})
        answer = connection.getresponse()
        assert answer.status == 303, answer.status
        for told in answer.headers.get_all("set-cookie", []):
            name, _, value = told.partition(";")[0].partition("=")
            if "max-age=0" in told.lower():
                del self.cookies[name]
            else:
                self.cookies[name] = value
        connection.close()


@dataclass
class Event:
    """One server-sent event."""

    name: str
    data: Any
    event_id: str | None


class Watcher:
    """Reads server-sent events one by one."""

    def __init__(self, answer: HTTPResponse) -> None:
        self._answer = answer

    def next(self) -> Event:
        """The next event; fails when the stream ends."""
        name, data, event_id = self._read()
        return Event(name, json.loads(data), event_id)

    def next_text(self) -> tuple[str, str]:
        """The next event that names a role: what it is and which role."""
        name, data, _ = self._read()
        return name, data

    def _read(self) -> tuple[str, str, str | None]:
        name, data, event_id = "", "", None
        while True:
            line = self._answer.readline()
            assert line, "the stream has ended"
            key, _, value = line.decode().rstrip("\n").partition(": ")
            if key == "event":
                name = value
            elif key == "data":
                data = value
            elif key == "id":
                event_id = value
            elif not key and name:
                return name, data, event_id

    def until(self, name: str) -> Event:
        """The next event of that name."""
        while True:
            found, data, event_id = self._read()
            if found == name:
                return Event(name, json.loads(data), event_id)

    def change_of(self, key: str) -> Event:
        """The next change that has this key; others may come first, since time passes too."""
        while True:
            event = self.until("change")
            if key in event.data:
                return event


@contextmanager
def hall(
    folder: Path,
    show_of: Agenda | None = None,
    tick: float = 0.02,
    lan: bool = False,
    agents: str | None = None,
) -> Iterator[Hall]:
    """A show that has not begun, or the one that `folder` has, served on a free port of this machine."""
    passed, kept_in = unhurried(), folder / "show"
    opened_at = system_sources().wall()
    clock = Clock(Sources(lambda: opened_at + timedelta(seconds=passed()), passed, passed))
    if kept_in.exists():
        reading = read_journal(kept_in / FILE_NAME)
        journal = Journal.resume(kept_in, reading, since=clock.now())
        show = LiveShow(clock, journal, reading.entries)
    else:
        journal = Journal.create(kept_in, since=clock.now())
        show = LiveShow.opened(clock, journal, OpenShow(show_of or plan(), floating=True))
    engine = Engine(show, tick)
    access = Access(TOKEN, read_doors(kept_in), system_sources().awake())
    server = HallServer(engine, access, port=0, tz=HERE, language=Language.VI, lan=lan, agents=agents)
    engine.start()
    try:
        standing = server.start().result(10)
        assert isinstance(standing, Listening), standing
        opened = Hall(engine, access, server, standing.port)
        try:
            yield opened
        finally:
            for one in opened.sockets:
                one.close()
    finally:
        engine.stop()
