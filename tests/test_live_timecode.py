"""The timecode in the running show: in the picture at once, in the record only by what it sets going."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from runofshow.clock import Clock, Sources
from runofshow.core.agenda import Action, Agenda, AtTimecode, Cue, GoMode, Item, Role, Session
from runofshow.core.commands import Advance, OpenShow, Start
from runofshow.core.events import CueFellDue, CueGone, Entry
from runofshow.core.snapshot import CuePhase
from runofshow.core.timecode import Rate, Timecode, TimecodeBy, moved
from runofshow.core.timecode_now import Movement, TimecodeHeard
from runofshow.journal import FILE_NAME, Journal, read_journal
from runofshow.live import LiveShow

EIGHT = datetime(2026, 3, 27, 1, 0, tzinfo=UTC)
FIRST = Timecode(1, 0, 0, 0)


class Machine:
    """A machine's clock, moved by hand."""

    passed = 0.0


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def show(tmp_path: Path, machine: Machine) -> Iterator[LiveShow]:
    at = AtTimecode(Timecode(1, 0, 0, 10))
    cue = Cue("c1", Role.LIGHTS, Action.DO, "Sáng cờ", at, go=GoMode.AUTO)
    items = (
        Item("m1", "1", "Phóng sự", "video", timedelta(minutes=10), cues=(cue,)),
        Item("m2", "2", "Báo cáo", "report", timedelta(minutes=15)),
    )
    plan = Agenda("Hội nghị", (Session("s1", "", EIGHT, items=items),))
    sources = Sources(
        wall=lambda: EIGHT + timedelta(seconds=machine.passed),
        steady=lambda: machine.passed,
        awake=lambda: machine.passed,
    )
    clock = Clock(sources)
    show = LiveShow.opened(clock, Journal.create(tmp_path / "show", since=EIGHT), OpenShow(plan))
    yield show
    show.close()


def heard(frames: int) -> TimecodeHeard:
    code = moved(FIRST, frames, Rate.EUROPE)
    return TimecodeHeard(TimecodeBy.LTC, Movement.RUNNING, EIGHT, code, Rate.EUROPE, FIRST)


async def noted(show: LiveShow) -> None:
    while show.noting:
        await asyncio.gather(*show.noting)


async def test_twenty_five_frames_a_second_write_one_line_and_that_with_the_cue(show: LiveShow) -> None:
    show.do(Start())
    lines = len(show.log)
    for frames in range(60):
        show.sense_timecode(heard(frames))
        await noted(show)
    assert len(show.log) == lines + 1
    entry = show.log[-1]
    assert (entry.by, entry.do) == ("timecode", "tick")
    assert entry.events == (CueFellDue("c1", EIGHT), CueGone("c1", EIGHT, auto=True))
    assert read_journal(show.folder / FILE_NAME).entries == show.log
    assert [cue.phase for cue in show.latest.cues] == [CuePhase.GONE]


async def test_frames_that_come_while_the_disk_is_asked_write_no_second_line(show: LiveShow) -> None:
    show.do(Start())
    lines = len(show.log)
    for frames in range(8, 14):
        show.sense_timecode(heard(frames))
    await noted(show)
    assert len(show.log) == lines + 1


async def test_an_order_before_it_that_leaves_the_item_leaves_nothing_to_go(
    show: LiveShow, machine: Machine
) -> None:
    show.do(Start())
    machine.passed = 5.0
    show.sense_timecode(heard(10))
    assert isinstance(show.do(Advance()), Entry)
    entries = show.log
    await noted(show)
    assert show.log == entries


async def test_the_code_is_in_the_next_picture_and_goes_with_who_listened(show: LiveShow) -> None:
    show.sense_timecode(heard(3))
    show.tick()
    assert show.latest.timecode is not None
    assert show.latest.timecode.code == "01:00:00"
    show.sense_timecode(None)
    show.tick()
    assert show.latest.timecode is None
