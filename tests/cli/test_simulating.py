"""What acts by itself in a rehearsal, beside a show that runs in its own thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from runofshow.agenda_file.reader import read_agenda
from runofshow.cli.arguments import WrongUsage, parse
from runofshow.cli.opening import open_new, pick_up, read_record
from runofshow.cli.simulating import simulate
from runofshow.clock import Sources
from runofshow.core.commands import Mode, OpenShow, Start
from runofshow.core.drill import answers_after
from runofshow.core.evolve import replay
from runofshow.core.joins import EDGE
from runofshow.engine import Engine
from runofshow.texts import Language
from tests.cli.kept import AGENDA, EIGHT, ZONE

PATIENCE = 20.0
"""Seconds: of a machine under load."""


class Wall:
    """A machine's clocks, which move when told."""

    def __init__(self) -> None:
        self.passed = 0.0

    def sources(self) -> Sources:
        return Sources(
            lambda: EIGHT + timedelta(seconds=self.passed), lambda: self.passed, lambda: self.passed
        )


@contextmanager
def running(home: Path, wall: Wall, **more: Any) -> Iterator[Engine]:
    """Ninh Hòa in rehearsal, its first item called."""
    assert ZONE is not None
    agenda = read_agenda(AGENDA, tz=ZONE, today=EIGHT.date()).agenda
    assert agenda is not None
    command = OpenShow(agenda, Mode.REHEARSAL, 60, floating=True, source=str(AGENDA), **more)
    engine = Engine(open_new(home, command, wall.sources(), ZONE), tick=0.01)
    simulate(engine)
    engine.start()
    try:
        engine.ask(Start(sure=True)).result(PATIENCE)
        yield engine
    finally:
        engine.stop()


def wait_for(fact: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not fact():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_in_a_rehearsal_of_the_joins_the_clock_jumps_by_itself_and_once(home_of_shows: Path) -> None:
    wall = Wall()
    with running(home_of_shows, wall, joins=True) as engine:
        # the acts are five minutes long; half a second on the wall is half a minute of the show
        wall.passed += 0.5
        wait_for(lambda: engine.latest.current is not None and engine.latest.current.remaining == EDGE)
        jumps = [entry for entry in engine.log if entry.do == "jump_clock"]
        assert [entry.by for entry in jumps] == ["joins"]
        now, folder = engine.latest.now, engine.show.folder
    reading = read_record(folder)
    again = pick_up(folder, reading, replay(reading.entries), wall.sources())
    try:
        assert again.latest.now == now
    finally:
        again.close()


def test_simulated_hands_answer_late_or_never_by_their_seed(home_of_shows: Path) -> None:
    wall, seed = Wall(), 6
    with running(home_of_shows, wall, drill=seed) as engine:
        told = {cue.cue_id for cue in engine.latest.told}
        assert told
        # a second of the show: nobody is so quick
        wall.passed += 1 / 60
        wait_for(lambda: engine.latest.now >= EIGHT + timedelta(seconds=1))
        assert not any(entry.by == "drill" for entry in engine.log)
        wall.passed += 1.5
        will = {cue_id for cue_id in told if answers_after(seed, cue_id) is not None}
        assert will
        assert told - will
        wait_for(lambda: will <= {e.events[0].cue_id for e in engine.log if e.by == "drill"})  # type: ignore[union-attr]
        did = {entry.events[0].cue_id for entry in engine.log if entry.by == "drill"}  # type: ignore[union-attr]
        assert not (told - will) & did


def test_nothing_acts_in_a_rehearsal_that_asked_for_nothing(home_of_shows: Path) -> None:
    wall = Wall()
    with running(home_of_shows, wall) as engine:
        for _ in range(3):
            wall.passed += 1.0
            here = engine.latest.now
            wait_for(lambda here=here: engine.latest.now > here)  # type: ignore[misc]
        assert {entry.by for entry in engine.log} <= {"caller", "clock"}


def test_only_one_item_or_session_is_rehearsed_from_it_and_until_it() -> None:
    asked = parse(("rehearse", "a.yaml", "--only", "4", "--drill", "12", "--joins"), Language.VI)
    assert (asked.first, asked.until, asked.drill, asked.joins) == ("4", "4", 12, True)
    # without a number the first hands
    assert parse(("rehearse", "a.yaml", "--drill"), Language.VI).drill == 1
    with pytest.raises(WrongUsage, match="nhóm"):
        parse(("rehearse", "a.yaml", "--drill", "mười"), Language.VI)
