"""A real show with a real player beside it, joined as the console joins them; it plays to nobody."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from runofshow.cli.arguments import Asked
from runofshow.cli.opening import open_new
from runofshow.cli.outcome import Outcome
from runofshow.cli.sounding import console_player, play
from runofshow.clock import Sources, system_sources
from runofshow.core.agenda import Action, Agenda, Anchor, Cue, Item, OnWord, Role, Session, Track
from runofshow.core.commands import Command, Go, OpenShow
from runofshow.core.events import CueGone, Entry, Event
from runofshow.core.snapshot import CueRow, Snapshot
from runofshow.core.sound import Sounding
from runofshow.core.sound_events import TrackBegan
from runofshow.core.value import replace
from runofshow.engine import Engine
from runofshow.live import LiveShow
from runofshow.players.player import Player
from runofshow.texts import Language
from runofshow.texts.cli import CLI
from tests.players.hearing import PATIENCE, tone
from tests.web.pace import lateness

Told = TypeVar("Told", bound=Event)

EIGHT = datetime(2026, 3, 27, 1, 0, tzinfo=UTC)
LOOK = 0.02
"""Seconds between two looks at what nobody tells."""

WORD = OnWord("Mời!")
"""No clock calls it: the test does."""


class Machine:
    """This machine's clocks, running as they do, and put forward by hand."""

    def __init__(self) -> None:
        self._real = system_sources()
        self.forward = 0.0
        """Seconds."""

    def sources(self) -> Sources:
        real = self._real
        return Sources(
            wall=lambda: real.wall() + timedelta(seconds=self.forward),
            steady=lambda: real.steady() + self.forward,
            awake=lambda: real.awake() + self.forward,
        )


class Hall:
    """The show, its player, and what a test asks of them. It waits for facts of record and picture."""

    def __init__(self, engine: Engine, player: Player, machine: Machine, worst: Callable[[], float]) -> None:
        self._worst = worst
        self.engine = engine
        self.player = player
        self.machine = machine
        self._more = threading.Condition()
        engine.listen(self._hear)

    @property
    def now(self) -> datetime:
        """The show's moment."""
        return self.machine.sources().wall()

    @property
    def late(self) -> float:
        """By how many seconds this machine, which may be busy elsewhere, has come late to anything so far."""
        return self._worst()

    @property
    def about(self) -> timedelta:
        """What two moments may differ by that should be one."""
        return timedelta(seconds=0.5 + self.late)

    @property
    def picture(self) -> Snapshot:
        return self.engine.latest

    @property
    def record(self) -> tuple[Event, ...]:
        return tuple(event for entry in self.engine.log for event in entry.events)

    @property
    def alarms(self) -> dict[str, str]:
        """The code of each alarm, and what it says."""
        return {alarm.code: alarm.detail for alarm in self.picture.alarms}

    def cue(self, cue_id: str) -> CueRow:
        return next(row for row in self.picture.cues if row.cue_id == cue_id)

    @property
    def playing(self) -> set[str]:
        """The tracks that sound, by the record."""
        decks = self.picture.sound.decks
        return {deck.what.track_id for deck in decks if isinstance(deck.what, Sounding)}

    def went_at(self, cue_id: str) -> datetime:
        """When the cue was called last."""
        return self.told(CueGone, cue_id=cue_id)[-1].at

    def told(self, kind: type[Told], **fields: object) -> list[Told]:
        """The news of a kind that say this in these fields."""
        return [
            event
            for event in self.record
            if isinstance(event, kind) and all(getattr(event, name) == is_ for name, is_ in fields.items())
        ]

    def do(self, command: Command, by: str = Role.CALLER) -> Entry:
        """Have `command` obeyed; its line of the record."""
        answer = self.engine.ask(command, by).result(PATIENCE)
        assert isinstance(answer, Entry), (command, answer)
        return answer

    def call(self, cue_id: str) -> TrackBegan:
        """Call a cue once it is armed, and wait until it is heard."""
        self.wait_for(lambda: self.cue(cue_id).armed)
        self.do(Go(cue_id))
        return self.wait_told(TrackBegan, cue_id=cue_id)

    def wait_for(self, claim: Callable[[], object], seconds: float = PATIENCE) -> None:
        """Until the claim is true. A level is no news, so it is looked at now and then too."""
        until = time.monotonic() + seconds
        with self._more:
            while not claim() and time.monotonic() < until:
                self._more.wait(LOOK)
        assert claim(), ("it did not come true", self.picture.sound.decks, self.alarms, self.record[-8:])

    def wait_told(
        self, kind: type[Told], count: int = 1, seconds: float = PATIENCE, **fields: object
    ) -> Told:
        """The `count`th of these news, once it is in the record."""
        self.wait_for(lambda: len(self.told(kind, **fields)) >= count, seconds)
        return self.told(kind, **fields)[count - 1]

    def _hear(self, picture: Snapshot, fresh: tuple[Entry, ...]) -> None:
        with self._more:
            self._more.notify_all()


@contextmanager
def hall(
    folder: Path, plan: Agenda, environ: dict[str, str] | None = None, machine: Machine | None = None
) -> Iterator[Hall]:
    """A show of `plan` just opened, its tracks in `folder`, and a player that plays to nobody."""
    machine = machine or Machine()
    command = OpenShow(plan, source=str(folder / "agenda.yaml"))
    with _running(
        folder, open_new(folder / "home", command, machine.sources(), UTC), environ, machine
    ) as hall:
        yield hall


@contextmanager
def _running(
    folder: Path, show: LiveShow, environ: dict[str, str] | None, machine: Machine
) -> Iterator[Hall]:
    engine = Engine(show)
    asked = Asked("run", agenda=folder / "agenda.yaml")
    around = {**os.environ, "RUNOFSHOW_AUDIO": "null", **(environ or {})}
    outcome = Outcome(asked, Language.VI, CLI[Language.VI], around)
    player = console_player(outcome, engine)
    assert player is not None
    engine.start()
    try:
        play(engine, player)
        with lateness() as worst:
            yield Hall(engine, player, machine, worst)
    finally:
        engine.stop()


def plan(*cues: Cue, tracks: tuple[Track, ...]) -> Agenda:
    """One item of ten minutes with these cues, and a second without."""
    first = Item("one", "1", "Trao thưởng", "award", timedelta(minutes=10), cues=cues)
    second = Item("two", "2", "Bế mạc", "closing", timedelta(minutes=10))
    return Agenda("Hội nghị", (Session("s1", "", EIGHT, items=(first, second)),), tracks=tracks)


def cue(cue_id: str, track: Track | None, at: Anchor = WORD, do: Action = Action.PLAY, **more: Any) -> Cue:
    """A cue for music, by hand and on a word unless told otherwise."""
    track_id = None if track is None else track.track_id
    return Cue(cue_id, Role.MUSIC, do, f"Lệnh {cue_id}", at, track_id, **more)


def recorded(folder: Path, track_id: str, seconds: float, amplitude: float = 0.5, **more: Any) -> Track:
    """A track whose file is a tone of so many seconds, made now."""
    tone(folder / f"{track_id}.wav", seconds, amplitude)
    return Track(track_id, f"Nhạc {track_id}", f"{track_id}.wav", **more)


def looped(track: Track) -> Track:
    return replace(track, loop=True)


def children() -> set[int]:
    """The processes that this one has started and that are not gone."""
    found: set[int] = set()
    for task in Path("/proc/self/task").iterdir():
        with suppress(OSError):  # a thread that has just ended
            found |= {int(pid) for pid in (task / "children").read_text().split()}
    return found
