"""A hall to draw: a real show on a real agenda, and a clock that moves when told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path

from runofshow.agenda_file.catalogue import catalogue
from runofshow.agenda_file.reader import read_agenda
from runofshow.clock import Clock, Sources
from runofshow.core import commands as c
from runofshow.core.agenda import Agenda
from runofshow.core.commands import Command, Mode, OpenShow
from runofshow.core.events import Entry
from runofshow.core.refusal import Refused
from runofshow.core.snapshot import CallCue, Snapshot
from runofshow.journal import Journal
from runofshow.live import LiveShow
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.tui.colours import DARK, Palette
from runofshow.tui.pen import Pen

AGENDAS = Path(__file__).resolve().parents[2] / "agendas"
HALL_TIME: tzinfo = timezone(timedelta(hours=7))


@dataclass
class HandClock:
    """All clocks of a machine, moved together by hand."""

    start: datetime
    passed: float = 0.0

    @property
    def now(self) -> datetime:
        return self.start + timedelta(seconds=self.passed)

    def sources(self) -> Sources:
        return Sources(
            wall=lambda: self.start + timedelta(seconds=self.passed),
            steady=lambda: self.passed,
            awake=lambda: self.passed,
        )

    def move(self, by: timedelta) -> None:
        self.passed += by.total_seconds()


@dataclass
class Venue:
    """Where shows of one test are kept, until they are closed together."""

    path: Path
    shows: list[LiveShow] = field(default_factory=list)

    def close(self) -> None:
        for show in self.shows:
            show.close()


@dataclass
class Hall:
    """A show whose engine is not started: what is asked of it is done at once."""

    show: LiveShow
    hand: HandClock
    agenda: Agenda
    answers: list[Entry | Refused] = field(default_factory=list)

    def do(self, command: Command, by: str = "caller") -> Entry | Refused:
        answer = self.show.do(command, by)
        self.answers.append(answer)
        return answer

    def move(self, **lengths: float) -> Snapshot:
        """Let time pass a second at a time, ticking, as the engine would."""
        length = timedelta(**lengths)
        while length > timedelta():
            step = min(length, timedelta(seconds=1))
            self.hand.move(step)
            self.show.tick()
            length -= step
        return self.show.latest

    @property
    def now(self) -> Snapshot:
        return self.show.latest

    def advance_to(self, number: str) -> Snapshot:
        """Run the show until the item with this number runs: a minute late, and each item a little over."""
        for _ in range(60):
            current = self.now.current
            if current is not None and current.row.number == number:
                return self.now
            if current is not None:
                while isinstance(self.now.next_call, CallCue):
                    self.hand.move(timedelta(seconds=1))
                    self.do(c.Go())
                left = current.remaining + current.started_at + current.elapsed - self.hand.now
                self.hand.move(max(left, timedelta()) + timedelta(seconds=12))
            else:
                self.hand.move(self.now.session.start_at - self.now.now + timedelta(minutes=1))
            self.do(c.Advance())
        raise AssertionError(f"no item {number}")


def hall(
    venue: Venue,
    agenda: str = "ninh-hoa-2020",
    *,
    mode: Mode = Mode.LIVE,
    speed: float = 1.0,
    early: timedelta = timedelta(minutes=12, seconds=30),
    floating: bool = False,
) -> Hall:
    """The agenda opened `early` before its planned start."""
    day = datetime(2020, 3, 27, tzinfo=UTC).date()
    read = read_agenda(AGENDAS / f"{agenda}.yaml", tz=HALL_TIME, today=day, language=Language.VI)
    assert read.agenda is not None
    return hall_for(venue, read.agenda, mode=mode, speed=speed, early=early, floating=floating)


def hall_for(
    venue: Venue,
    agenda: Agenda,
    *,
    mode: Mode = Mode.LIVE,
    speed: float = 1.0,
    early: timedelta = timedelta(minutes=12, seconds=30),
    floating: bool = False,
) -> Hall:
    hand = HandClock(agenda.sessions[0].start_at - early)
    clock = Clock(hand.sources())
    journal = Journal.create(venue.path / f"show-{len(venue.shows)}", since=clock.now())
    opening = OpenShow(agenda, mode, speed, floating, "agenda.yaml")
    show = LiveShow.opened(clock, journal, opening)
    venue.shows.append(show)
    return Hall(show, hand, agenda)


def kind_labels(language: Language) -> dict[str, str]:
    return {kind.id: kind.label(language) for kind in catalogue().values()}


def pen(language: Language = Language.VI, ink: Palette = DARK, agenda: Agenda | None = None) -> Pen:
    tracks = {track.track_id: track for track in agenda.tracks} if agenda else {}
    return Pen(CONSOLE[language], HALL_TIME, ink, kind_labels(language), tracks)
