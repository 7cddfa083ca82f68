"""A real show with its server for real browsers: its clock runs by itself, and jumps ahead when told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone, tzinfo
from pathlib import Path

from runofshow.agenda_file.reader import read_agenda
from runofshow.clock import Clock, Sources
from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Role
from runofshow.core.events import Entry
from runofshow.core.questions import answered
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import Current, Snapshot
from runofshow.engine import Engine
from runofshow.hall.access import Access
from runofshow.journal import Journal
from runofshow.live import LiveShow
from runofshow.texts import Language
from runofshow.web.network import LOOPBACK, Listening
from runofshow.web.server import HallServer
from tests.web.pace import unhurried
from tests.web.pages.window import Browser, W

AGENDAS = Path(__file__).resolve().parents[3] / "agendas"
HALL_TIME: tzinfo = timezone(timedelta(hours=7))
DAY = date(2026, 12, 15)
HOP_S = 1.5


@dataclass
class RunningClock:
    """All clocks of a machine: they run on from `start`, and `ahead` is how far they were moved."""

    start: datetime
    running: Callable[[], float]
    ahead: float = 0.0

    def passed(self) -> float:
        return self.running() + self.ahead

    def sources(self) -> Sources:
        return Sources(lambda: self.start + timedelta(seconds=self.passed()), self.passed, self.passed)


@dataclass
class Theatre:
    """A show, its server and how to drive them."""

    engine: Engine
    access: Access
    clock: RunningClock
    server: HallServer
    port: int

    @property
    def now(self) -> Snapshot:
        return self.engine.latest

    @property
    def running(self) -> Current:
        """The item that runs."""
        assert self.now.current is not None
        return self.now.current

    def until(self, holds: Callable[[Snapshot], bool], seconds: float = 20.0) -> Snapshot:
        """Wait for a fact of the show."""
        end = time.monotonic() + seconds
        while not holds(self.now):
            assert time.monotonic() < end, "it never came true"
            time.sleep(0.02)
        return self.now

    def do(self, *commands: c.Command, by: str = "caller") -> Entry:
        """All of these by somebody who is sure; a second press within the guard time is a later one here."""
        answer: Entry | Refused | None = None
        for command in commands:
            answer = self.engine.ask(command, by).result(5)
            if isinstance(answer, Refused) and answer.reason is Reason.GUARD:
                self.move(seconds=1)
                answer = self.engine.ask(command, by).result(5)
            if isinstance(answer, Refused) and (sure := answered(command, answer)) is not None:
                answer = self.engine.ask(sure, by).result(5)
            assert isinstance(answer, Entry), (command, answer)
        assert isinstance(answer, Entry)
        return answer

    def move(self, **length: float) -> None:
        """Let time pass at once, with a tick before the clock would call the engine stalled."""

        def hop() -> None:
            left = timedelta(**length).total_seconds()
            while left > 0:
                self.clock.ahead += min(left, HOP_S)
                self.engine.show.tick()
                left -= HOP_S

        self.engine.call(hop).result(60)

    def advance_to(self, number: str, session: int = 0) -> Snapshot:
        """Run the show until the item with this number runs; each item takes its time and a little more."""
        session_id = self.engine.show.state.agenda.sessions[session].session_id
        for _ in range(60):
            current = self.now.current
            if current is not None and (current.row.number, current.row.session_id) == (number, session_id):
                return self.now
            if current is None:
                wait = self.now.session.start_at - self.now.now + timedelta(minutes=1)
                self.move(seconds=max(wait.total_seconds(), 1))
            else:
                self.move(seconds=current.remaining.total_seconds() + 8)
            self.do(c.Advance())
        raise AssertionError(f"no item {number}")

    def link(self, role: Role) -> str:
        return f"http://{LOOPBACK}:{self.port}/j/{self.access.codes[role]}"

    def screen(self, engine: Browser[W], role: Role, width: int = 390, height: int = 844) -> W:
        """The role's screen in a window of its own."""
        return self.shown(engine.page(width, height), role)

    def shown(self, page: W, role: Role) -> W:
        """The same window with the role's screen, opened by its join link and drawn for the first time."""
        page.goto(self.link(role))
        page.wait_for(f"location.pathname === '/{role.value}' && {DRAWN}")
        return page

    def tabs(self, engine: Browser[W], *roles: Role) -> list[W]:
        """A tab for each, all of one browser."""
        pages: list[W] = []
        for role in roles:
            page = engine.tab_beside(pages[0], 390, 844) if pages else engine.page(390, 844)
            pages.append(self.shown(page, role))
        return pages

    def stop_server(self) -> None:
        """The hall's network is gone; the show goes on."""
        self.server.stop().result(10)

    def start_server(self) -> None:
        """The server again, on the same port and with the same guests."""
        self.server = _serve(self.engine, self.access, self.port)[0]


DRAWN = "document.documentElement.hasAttribute('data-phase')"


@contextmanager
def theatre(
    folder: Path,
    plan: Agenda | None = None,
    early: timedelta = timedelta(minutes=5),
    *,
    floating: bool = False,
    mode: c.Mode = c.Mode.LIVE,
    speed: float = 1.0,
    drill: int | None = None,
) -> Iterator[Theatre]:
    """The full example, or `plan`, opened `early` before its planned start."""
    agenda = plan or example()
    clock = RunningClock(agenda.sessions[0].start_at - early, unhurried())
    shows_clock = Clock(clock.sources())
    journal = Journal.create(folder / "show", since=shows_clock.now())
    opening = c.OpenShow(agenda, mode, speed, floating, drill=drill)
    engine = Engine(LiveShow.opened(shows_clock, journal, opening), tick=0.05)
    engine.start()
    try:
        access = Access()
        server, port = _serve(engine, access, 0)
        yield Theatre(engine, access, clock, server, port)
    finally:
        engine.stop()


def example(name: str = "full-example") -> Agenda:
    """An agenda of the house on a day of its own."""
    read = read_agenda(AGENDAS / f"{name}.yaml", tz=HALL_TIME, today=DAY, language=Language.VI)
    assert read.agenda is not None
    return read.agenda


def _serve(engine: Engine, access: Access, port: int) -> tuple[HallServer, int]:
    server = HallServer(engine, access, port=port, tz=HALL_TIME, language=Language.VI)
    standing = server.start().result(10)
    assert isinstance(standing, Listening), standing
    return server, standing.port
