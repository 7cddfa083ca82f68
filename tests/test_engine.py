"""The thread of the show: it answers, it ticks, and a failing tick is an alarm and not the end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from runofshow.clock import Clock, system_sources
from runofshow.core.agenda import Agenda, Item, Session
from runofshow.core.alarms import AlarmCode
from runofshow.core.commands import Advance, Hold, OpenShow, Start
from runofshow.core.events import Entry
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import Snapshot
from runofshow.engine import Engine
from runofshow.journal import Journal
from runofshow.live import LiveShow


def agenda(begins: datetime) -> Agenda:
    items = tuple(Item(f"m{n}", str(n), f"Mục {n}", "other", timedelta(minutes=5)) for n in (1, 2))
    return Agenda("Hội nghị", (Session("s1", "", begins, items=items),))


@pytest.fixture
def show(tmp_path: Path) -> Iterator[LiveShow]:
    clock = Clock(system_sources())
    journal = Journal.create(tmp_path / "show", since=clock.now())
    show = LiveShow.opened(clock, journal, OpenShow(agenda(clock.now())))
    yield show
    show.close()


def test_orders_from_many_threads_are_obeyed_one_after_the_other(show: LiveShow) -> None:
    engine = Engine(show)
    engine.start()
    answers: list[Entry | Refused] = []
    threads = [
        threading.Thread(target=lambda: answers.append(engine.ask(Start()).result(5))) for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    engine.stop()
    assert sum(isinstance(answer, Entry) for answer in answers) == 1
    assert [entry.seq for entry in engine.log] == list(range(1, len(engine.log) + 1))


def test_the_picture_moves_by_itself(show: LiveShow) -> None:
    engine = Engine(show, tick=0.01)
    moved = threading.Event()
    first = engine.latest.now

    def hear(snapshot: Snapshot, fresh: tuple[Entry, ...]) -> None:
        if snapshot.now > first:
            moved.set()

    engine.listen(hear)
    engine.start()
    assert moved.wait(5)
    engine.stop()


def test_a_failing_screen_is_an_alarm_and_the_show_goes_on(show: LiveShow) -> None:
    engine = Engine(show, tick=0.01)
    failed = threading.Event()

    def break_down(snapshot: Snapshot, fresh: tuple[Entry, ...]) -> None:
        failed.set()
        raise RuntimeError("a screen that fails")

    engine.listen(break_down)
    engine.start()
    assert failed.wait(5)
    assert isinstance(engine.ask(Start()).result(5), Entry)
    assert isinstance(engine.ask(Hold()).result(5), Entry)
    assert AlarmCode.LISTENER in {alarm.code for alarm in engine.latest.alarms}
    engine.stop()


def test_a_failing_tick_is_an_alarm_and_the_next_one_comes(tmp_path: Path) -> None:
    class Broken(LiveShow):
        async def tick_beside(self) -> None:
            raise ZeroDivisionError("our own mistake")

    clock = Clock(system_sources())
    broken = Broken.opened(
        clock, Journal.create(tmp_path / "show", since=clock.now()), OpenShow(agenda(clock.now()))
    )
    engine = Engine(broken, tick=0.01)
    engine.start()
    while AlarmCode.ENGINE not in {alarm.code for alarm in engine.latest.alarms}:
        engine.call(lambda: None).result(5)
    assert isinstance(engine.ask(Start()).result(5), Entry)
    engine.stop()


def test_after_stop_the_show_is_still_open_and_its_folder_free(show: LiveShow) -> None:
    engine = Engine(show)
    engine.start()
    engine.ask(Start()).result(5)
    assert engine.ask(Start()).result(5) == Refused(Reason.ALREADY_STARTED)
    engine.stop()
    with pytest.raises(RuntimeError):
        engine.ask(Advance())
    assert not (show.folder / "holder.json").exists()
