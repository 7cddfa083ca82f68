"""A disk that is slow, or never answers, holds up one order and nobody else."""

from __future__ import annotations

import asyncio
import errno
import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from runofshow.clock import Clock, system_sources
from runofshow.core.agenda import Agenda, Item, Session
from runofshow.core.alarms import AlarmCode
from runofshow.core.commands import AddTime, Command, OpenShow, ReportSignal, ReportSound, Start, TakeNote
from runofshow.core.events import Entry
from runofshow.core.snapshot import Phase
from runofshow.core.sound_events import PlayerCame, SignalSent
from runofshow.engine import Engine
from runofshow.journal import FILE_NAME, Journal, read_journal
from runofshow.live import BY_PLAYER, BY_SIGNALS, LiveShow

START = Start(sure=True)


@dataclass
class Disk:
    """A disk that keeps what it is given, and answers when it is let."""

    answers: threading.Event = field(default_factory=threading.Event)
    asked: threading.Event = field(default_factory=threading.Event)
    slow: bool = False
    only_under: Path | None = None

    def sync(self, descriptor: int) -> None:
        where = Path(f"/proc/self/fd/{descriptor}").resolve()
        if self.slow and (self.only_under is None or where.is_relative_to(self.only_under)):
            self.asked.set()
            assert self.answers.wait(30)
        os.fsync(descriptor)


@pytest.fixture
def disk() -> Iterator[Disk]:
    disk = Disk()
    yield disk
    disk.answers.set()


def a_show(folder: Path, disk: Disk, patience: float = 20.0) -> LiveShow:
    clock = Clock(system_sources())
    items = tuple(Item(f"m{n}", str(n), f"Mục {n}", "other", timedelta(minutes=5)) for n in (1, 2))
    agenda = Agenda("Hội nghị", (Session("s1", "", clock.now(), items=items),))
    disk.only_under = (folder / "show").resolve()
    journal = Journal.create(
        folder / "show",
        since=clock.now(),
        fallbacks=(folder / "second", folder / "third"),
        sync=disk.sync,
        patience=patience,
    )
    return LiveShow.opened(clock, journal, OpenShow(agenda))


def waited_for(fact: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not fact():
        assert time.monotonic() < end
        time.sleep(0.01)


pytestmark = pytest.mark.skipif(
    not Path("/proc/self/fd").exists(), reason="needs to know a file by its number"
)


def test_while_the_disk_takes_its_time_the_picture_moves_on_and_shows_nothing_new(
    tmp_path: Path, disk: Disk
) -> None:
    show = a_show(tmp_path, disk)
    engine = Engine(show, tick=0.02)
    engine.start()
    disk.slow = True
    asked = engine.ask(START)
    assert disk.asked.wait(20)
    first = engine.latest.now
    waited_for(lambda: engine.latest.now > first + timedelta(seconds=1))
    phases = [engine.latest.phase]
    waited_for(lambda: AlarmCode.SLOW_DISK in [alarm.code for alarm in engine.latest.alarms])
    assert not asked.done()
    disk.slow = False
    disk.answers.set()
    assert isinstance(asked.result(20), Entry)
    assert [*phases, engine.latest.phase] == [Phase.BEFORE, Phase.RUNNING]
    # it stays said for a while: it will be slow again
    assert AlarmCode.SLOW_DISK in [alarm.code for alarm in engine.latest.alarms]
    engine.stop()
    assert read_journal(show.folder / FILE_NAME).entries == show.log


def test_orders_behind_it_are_obeyed_in_their_turn(tmp_path: Path, disk: Disk) -> None:
    engine = Engine(a_show(tmp_path, disk), tick=0.02)
    engine.start()
    disk.slow = True
    first = engine.ask(START)
    assert disk.asked.wait(20)
    later = [engine.ask(AddTime(timedelta(minutes=n))) for n in (1, 2)]
    disk.slow = False
    disk.answers.set()
    answers = [asked.result(20) for asked in (first, *later)]
    assert [answer.do for answer in answers if isinstance(answer, Entry)] == ["start", "add_time", "add_time"]
    seqs = [answer.seq for answer in answers if isinstance(answer, Entry)]
    assert seqs == sorted(seqs)
    engine.stop()


async def test_what_cannot_wait_sees_the_order_before_it_to_its_end(tmp_path: Path, disk: Disk) -> None:
    show = a_show(tmp_path, disk)
    disk.slow = True
    first = asyncio.create_task(show.obey(START))
    assert await asyncio.to_thread(disk.asked.wait, 20)
    disk.slow = False
    threading.Timer(0.1, disk.answers.set).start()
    note = show.do(TakeNote("behind"))
    assert isinstance(note, Entry)
    started = await first
    assert isinstance(started, Entry)
    assert started.seq < note.seq
    assert [entry.seq for entry in show.log] == list(range(1, len(show.log) + 1))
    show.close()


async def test_an_order_whose_asker_has_gone_is_in_the_record_and_in_the_picture(
    tmp_path: Path, disk: Disk
) -> None:
    show = a_show(tmp_path, disk)
    disk.slow = True
    asked = asyncio.create_task(show.obey(START))
    assert await asyncio.to_thread(disk.asked.wait, 20)
    disk.slow = False
    threading.Timer(0.1, disk.answers.set).start()
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    assert show.latest.phase is Phase.RUNNING
    assert isinstance(await show.obey(TakeNote("next")), Entry)
    show.close()
    assert read_journal(show.folder / FILE_NAME).entries == show.log


def test_a_disk_that_never_answers_is_given_up_and_the_second_copy_goes_on(
    tmp_path: Path, disk: Disk
) -> None:
    show = a_show(tmp_path, disk, patience=0.3)
    disk.slow = True
    began = time.monotonic()
    assert isinstance(show.do(START), Entry)
    assert time.monotonic() - began < 5
    (alarm,) = (alarm for alarm in show.latest.alarms if alarm.code == "journal")
    assert os.strerror(errno.ETIMEDOUT) in alarm.detail
    copy = show.second_copy
    assert copy is not None
    assert read_journal(copy / FILE_NAME).entries == show.log
    # it is asked for nothing more, so nobody waits again
    disk.asked.clear()
    assert isinstance(show.do(TakeNote("on the copy")), Entry)
    assert not disk.asked.is_set()
    assert read_journal(copy / FILE_NAME).entries == show.log
    disk.slow = False
    disk.answers.set()

    def is_whole() -> bool:
        show.do(TakeNote("again"))
        return show.second_copy is None

    waited_for(is_whole)
    assert read_journal(show.folder / FILE_NAME).entries == show.log
    assert "journal" not in [alarm.code for alarm in show.latest.alarms]
    show.close()


def test_reports_of_the_player_and_of_signals_wait_for_the_disk_beside_the_loop(
    tmp_path: Path, disk: Disk
) -> None:
    show = a_show(tmp_path, disk)
    engine = Engine(show, tick=0.02)
    engine.start()
    disk.slow = True
    reports: list[tuple[Command, str]] = [
        (ReportSound(PlayerCame("console", show.latest.now)), BY_PLAYER),
        (ReportSignal(SignalSent("s1", "m1", timedelta(), show.latest.now)), BY_SIGNALS),
    ]
    for report, by in reports:
        # the loop is free again at once, while the disk holds the first of them
        engine.call(partial(show.note, report, by)).result(20)
    assert disk.asked.wait(20)
    first = engine.latest.now
    waited_for(lambda: engine.latest.now > first)
    stopping = threading.Thread(target=engine.stop)
    stopping.start()
    disk.slow = False
    disk.answers.set()
    stopping.join(20)
    # those that were still on their way are in the record
    assert [entry.by for entry in show.log if entry.by in (BY_PLAYER, BY_SIGNALS)] == [BY_PLAYER, BY_SIGNALS]
    assert read_journal(show.folder / FILE_NAME).entries == show.log


def test_with_every_disk_hung_no_second_copy_is_waited_for_long(tmp_path: Path, disk: Disk) -> None:
    show = a_show(tmp_path, disk, patience=60.0)
    # the folder of the show is gone, and where its copies go never answers
    (tmp_path / "show").rename(tmp_path / "away")
    (tmp_path / "show").write_text("a file in its place")
    disk.only_under, disk.slow = None, True
    began = time.monotonic()
    assert isinstance(show.do(START), Entry)
    assert time.monotonic() - began < 30
    (alarm,) = (alarm for alarm in show.latest.alarms if alarm.code == "journal")
    assert alarm.detail.endswith("∅")
    disk.slow = False
    disk.answers.set()

    def is_copied() -> bool:
        show.do(TakeNote("again"))
        return show.second_copy is not None

    waited_for(is_copied)
    show.close()


def test_a_show_is_left_though_its_disk_never_answers(tmp_path: Path, disk: Disk) -> None:
    show = a_show(tmp_path, disk, patience=0.3)
    disk.slow = True
    engine = Engine(show, tick=0.02)
    engine.start()
    assert isinstance(engine.ask(START).result(20), Entry)
    stopping = threading.Thread(target=engine.stop)
    stopping.start()
    stopping.join(20)
    assert not stopping.is_alive()
