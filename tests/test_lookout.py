"""What is looked for beside the show: it comes into the picture, stays out of the record, and may fail."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from runofshow.clock import Clock, system_sources
from runofshow.core.agenda import Agenda, Item, Session
from runofshow.core.alarms import AlarmCode
from runofshow.core.amend import without_item
from runofshow.core.commands import End, OpenShow, Start
from runofshow.core.events import Entry
from runofshow.core.forecast import forecast
from runofshow.core.outlook.known import Past
from runofshow.core.snapshot import Snapshot
from runofshow.core.speech.pace import PaceBy
from runofshow.core.speech.script import Passage, Speech
from runofshow.core.state import State, amended
from runofshow.core.value import replace
from runofshow.engine import Engine
from runofshow.journal import Journal
from runofshow.live import LiveShow
from runofshow.lookout import Lookout


def agenda(begins: datetime) -> Agenda:
    items = tuple(Item(f"m{n}", str(n), f"Mục {n}", "other", timedelta(minutes=5)) for n in (1, 2))
    out = begins + timedelta(minutes=12)
    return Agenda("Hội nghị", (Session("s1", "", begins, hard_out=out, items=items),))


def late_agenda(begins: datetime) -> Agenda:
    """It ends two minutes behind its hard out, unless the second item is shortened."""
    items = tuple(
        Item(f"m{n}", str(n), f"Mục {n}", "other", timedelta(minutes=7), min=timedelta(minutes=2))
        for n in (1, 2)
    )
    return Agenda(
        "Hội nghị", (Session("s1", "", begins, hard_out=begins + timedelta(minutes=12), items=items),)
    )


def opened(folder: Path, *, floating: bool = False) -> LiveShow:
    clock = Clock(system_sources())
    command = OpenShow(agenda(clock.now()), floating=floating)
    return LiveShow.opened(clock, Journal.create(folder, since=clock.now()), command)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = Engine(opened(tmp_path / "show"), tick=0.01)
    engine.start()
    yield engine
    engine.stop()


def nothing_kept(is_wanted: Callable[[], bool]) -> Past:
    return Past()


def looking(engine: Engine, past: Callable[[Callable[[], bool]], Past] = nothing_kept) -> Lookout:
    lookout = Lookout(engine, past, beat=0.01, patience=0)
    lookout.start()
    return lookout


def until(engine: Engine, is_so: Callable[[Snapshot], bool]) -> Snapshot:
    """The first picture that is so."""
    seen = threading.Event()
    found: list[Snapshot] = []

    def look(picture: Snapshot, fresh: tuple[Entry, ...]) -> None:
        if is_so(picture) and not seen.is_set():
            found.append(picture)
            seen.set()

    engine.listen(look)
    assert seen.wait(20)
    return found[0]


def test_the_range_of_the_end_comes_into_the_picture_and_never_into_the_record(engine: Engine) -> None:
    engine.ask(Start()).result(5)
    before = engine.log
    lookout = looking(engine)
    picture = until(engine, lambda picture: picture.outlook is not None)
    lookout.stop()
    outlook = picture.outlook
    assert outlook is not None
    assert outlook.chance is not None
    assert outlook.session_id == "s1"
    assert picture.now < outlook.low <= outlook.mid <= outlook.high
    assert 0 <= outlook.chance <= 1
    assert engine.log == before


def test_a_show_that_has_ended_is_looked_ahead_for_no_more(engine: Engine) -> None:
    engine.ask(Start()).result(5)
    lookout = looking(engine)
    until(engine, lambda picture: picture.outlook is not None)
    engine.ask(End(sure=True)).result(5)
    until(engine, lambda picture: picture.outlook is None)
    lookout.stop()


def test_of_a_plan_without_hours_nobody_knows_an_end_before_it_begins(tmp_path: Path) -> None:
    engine = Engine(opened(tmp_path / "show", floating=True), tick=0.01)
    engine.start()
    lookout = looking(engine)
    engine.ask(Start()).result(5)
    picture = until(engine, lambda picture: picture.outlook is not None)
    lookout.stop()
    engine.stop()
    assert not picture.floating


def test_a_failing_look_is_an_alarm_and_the_show_goes_on(engine: Engine) -> None:
    def fails(is_wanted: Callable[[], bool]) -> Past:
        raise ZeroDivisionError("our own mistake")

    lookout = looking(engine, fails)
    until(engine, lambda picture: AlarmCode.LISTENER in {alarm.code for alarm in picture.alarms})
    assert isinstance(engine.ask(Start()).result(5), Entry)
    lookout.stop()


def test_reading_the_past_ends_when_nobody_waits_for_it_any_more(engine: Engine) -> None:
    asked, reading = threading.Event(), threading.Event()

    def reads_for_long(is_wanted: Callable[[], bool]) -> Past:
        reading.set()
        while is_wanted():
            asked.wait(0.01)
        return Past()

    lookout = looking(engine, reads_for_long)
    assert reading.wait(5)
    lookout.stop()


def test_one_that_is_stopped_before_its_first_look_reads_nothing(engine: Engine) -> None:
    def never(is_wanted: Callable[[], bool]) -> Past:
        raise AssertionError("it was read")

    lookout = Lookout(engine, never, patience=60)
    lookout.start()
    lookout.stop()
    assert not engine.latest.alarms


def test_what_another_plan_would_come_to_can_be_asked_once_the_past_is_known(engine: Engine) -> None:
    engine.ask(Start()).result(5)
    lookout = Lookout(engine, nothing_kept, patience=0)

    def chance(state: State) -> float | None:
        now = engine.latest.now
        return lookout.chance(state, forecast(state, now), now)

    assert chance(engine.show.state) is None
    lookout.start()
    until(engine, lambda picture: picture.outlook is not None)
    shorter = amended(engine.show.state, without_item(engine.show.state.agenda, "m2"))
    before, after = chance(engine.show.state), chance(shorter)
    lookout.stop()
    assert before is not None
    assert after is not None
    assert before < after


def test_the_ways_back_come_into_the_picture_with_their_chances(tmp_path: Path) -> None:
    clock = Clock(system_sources())
    command = OpenShow(late_agenda(clock.now()))
    engine = Engine(
        LiveShow.opened(clock, Journal.create(tmp_path / "late", since=clock.now()), command), tick=0.01
    )
    engine.start()
    engine.ask(Start()).result(5)
    lookout = looking(engine)
    picture = until(engine, lambda picture: picture.ways is not None)
    lookout.stop()
    engine.stop()
    assert picture.ways is not None
    (way,) = picture.ways.ways
    assert way.is_enough
    assert way.chance is not None


def test_who_was_heard_before_reads_by_their_own_pace(tmp_path: Path) -> None:
    clock = Clock(system_sources())
    plan = agenda(clock.now())
    speech = Speech("a.txt", (Passage(600, 1, "Kính thưa…"),))
    first, second = plan.sessions[0].items
    items = (replace(first, by="Ông An", kind="report", speech=speech), second)
    plan = replace(plan, sessions=(replace(plan.sessions[0], items=items),))
    show = LiveShow.opened(clock, Journal.create(tmp_path / "show", since=clock.now()), OpenShow(plan))
    engine = Engine(show, tick=0.01)
    engine.start()
    lookout = looking(engine, lambda is_wanted: Past(paces={"ông an": 150.0}))
    engine.ask(Start(sure=True)).result(5)
    picture = until(engine, lambda now: now.speech is not None and now.speech.pace_by is PaceBy.OWN)
    assert picture.speech is not None
    assert picture.speech.pace == 150
    lookout.stop()
    engine.stop()
