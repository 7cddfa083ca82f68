"""A show that follows: the record and the picture of the caller, and nothing written of its own."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from runofshow.clock import Clock, Sources
from runofshow.core.agenda import Action, Agenda, AtStart, AtTimecode, Cue, GoMode, Item, Role, Session
from runofshow.core.commands import Advance, Command, CorrectClock, Hold, OpenShow, ReportSound, Start
from runofshow.core.events import ClockParted, Entry
from runofshow.core.refusal import Reason, Refused
from runofshow.core.sound_events import PlayerCame
from runofshow.core.term_events import TookOver
from runofshow.core.timecode import Rate, Timecode, TimecodeBy
from runofshow.core.timecode_now import Movement, TimecodeHeard
from runofshow.journal import FILE_NAME, Journal, read_journal
from runofshow.live import BY_PLAYER, LiveShow

EIGHT = datetime(2026, 3, 27, 1, 0, tzinfo=UTC)


class Machine:
    """A machine's clocks, moved by hand."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.stepped = 0.0

    def clock(self) -> Clock:
        return Clock(
            Sources(
                wall=lambda: EIGHT + timedelta(seconds=self.passed + self.stepped),
                steady=lambda: self.passed,
                awake=lambda: self.passed,
            )
        )


def agenda() -> Agenda:
    music = Cue("c1", Role.MUSIC, Action.PLAY, "Nhạc hiệu", AtStart(timedelta(seconds=30)), go=GoMode.AUTO)
    light = Cue("c2", Role.LIGHTS, Action.DO, "Sáng cờ", AtTimecode(Timecode(1, 0, 0, 0)), go=GoMode.AUTO)
    items = (
        Item("m1", "1", "Khai mạc", "opening", timedelta(minutes=10), cues=(music, light)),
        Item("m2", "2", "Báo cáo", "report", timedelta(minutes=15)),
    )
    return Agenda("Hội nghị", (Session("s1", "", EIGHT, items=items),))


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def caller(tmp_path: Path, machine: Machine) -> Iterator[LiveShow]:
    journal = Journal.create(tmp_path / "caller" / "show", since=EIGHT)
    show = LiveShow.opened(machine.clock(), journal, OpenShow(agenda()))
    yield show
    show.close()


@pytest.fixture
def follower(tmp_path: Path, machine: Machine, caller: LiveShow) -> Iterator[LiveShow]:
    """On its own disk, and at the opening so far."""
    journal = Journal.create(tmp_path / "follower" / "show", since=EIGHT)
    journal.append(caller.log[0])
    show = LiveShow(machine.clock(), journal, caller.log[:1])
    show.follow()
    yield show
    show.close()


async def catch_up(follower: LiveShow, caller: LiveShow) -> None:
    for entry in caller.log[follower.latest.seq :]:
        await follower.take_in(entry)


def journal_of(show: LiveShow) -> bytes:
    return (show.folder / FILE_NAME).read_bytes()


async def test_the_record_and_the_picture_are_those_of_the_caller(
    caller: LiveShow, follower: LiveShow, machine: Machine
) -> None:
    orders: list[Command] = [Start(), Hold(), Advance()]
    for order in orders:
        machine.passed += 31
        caller.tick()
        assert isinstance(caller.do(order), Entry)
        await catch_up(follower, caller)
        assert follower.log == caller.log
        assert follower.latest == caller.latest
    assert journal_of(follower) == journal_of(caller)


async def test_what_is_taken_in_is_on_disk_before_it_is_shown(
    tmp_path: Path, caller: LiveShow, machine: Machine
) -> None:
    seen: list[int] = []
    shows: list[LiveShow] = []

    def sync(descriptor: int) -> None:
        os.fsync(descriptor)
        seen.extend(show.latest.seq for show in shows)

    journal = Journal.create(tmp_path / "follower" / "show", since=EIGHT, sync=sync)
    journal.append(caller.log[0])
    follower = LiveShow(machine.clock(), journal, caller.log[:1])
    shows.append(follower)
    follower.follow()
    caller.do(Start())
    await follower.take_in(caller.log[1])
    assert (seen, follower.latest.seq) == ([1], 2)
    follower.close()


async def test_each_entry_is_told_once_to_whoever_listens(caller: LiveShow, follower: LiveShow) -> None:
    heard: list[Entry] = []
    follower.listen(lambda _snapshot, fresh: heard.extend(fresh))
    caller.do(Start())
    await catch_up(follower, caller)
    follower.tick()
    assert heard == list(caller.log[1:])


async def test_a_follower_obeys_nobody(follower: LiveShow) -> None:
    before = journal_of(follower)
    assert follower.do(Start()) == Refused(Reason.FOLLOWING)
    assert await follower.obey(Start()) == Refused(Reason.FOLLOWING)
    follower.note(ReportSound(PlayerCame("p1", EIGHT)), BY_PLAYER)
    await asyncio.gather(*follower.noting)
    assert journal_of(follower) == before
    assert follower.is_following


async def test_what_comes_true_by_itself_is_written_by_the_caller_alone(
    caller: LiveShow, follower: LiveShow, machine: Machine
) -> None:
    caller.do(Start())
    await catch_up(follower, caller)
    before = journal_of(follower)
    machine.passed += 31
    machine.stepped += 60
    heard = TimecodeHeard(
        TimecodeBy.LTC, Movement.RUNNING, EIGHT, Timecode(1, 0, 1, 0), Rate.EUROPE, Timecode(0, 59, 59, 0)
    )
    caller.sense_timecode(heard)
    follower.sense_timecode(heard)
    await asyncio.gather(*caller.noting, *follower.noting)
    follower.beat()
    follower.tick()
    caller.tick()
    assert journal_of(follower) == before
    fresh = {type(event).__name__ for entry in caller.log[follower.latest.seq :] for event in entry.events}
    assert {"CueGone", "ClockParted"} <= fresh
    await catch_up(follower, caller)
    assert follower.log == caller.log


@pytest.mark.parametrize("seq", [1, 2, 4])
async def test_only_the_next_entry_is_taken_in(caller: LiveShow, follower: LiveShow, seq: int) -> None:
    for order in (Start(), Hold(), Advance()):
        caller.do(order)
    await follower.take_in(caller.log[1])
    before = follower.latest, journal_of(follower)
    with pytest.raises(ValueError, match="is not taken in behind 2"):
        await follower.take_in(caller.log[seq - 1])
    assert (follower.latest, journal_of(follower)) == before


async def test_a_show_that_is_called_here_takes_nothing_in_and_is_not_cut_back(caller: LiveShow) -> None:
    caller.do(Start())
    with pytest.raises(ValueError, match="is not taken in"):
        await caller.take_in(Entry(caller.latest.seq + 1, EIGHT, "clock", "tick", ()))
    with pytest.raises(ValueError, match="called here"):
        await caller.cut_back(1)


async def test_orders_are_sent_on_with_who_asks_and_what_they_saw(
    caller: LiveShow, follower: LiveShow
) -> None:
    sent: list[tuple[Command, str, int | None]] = []

    async def send_on(command: Command, by: str, seen: int | None) -> Entry | Refused:
        sent.append((command, by, seen))
        return await caller.obey(command, by, seen)

    follower.follow(send_on)
    answer = await follower.obey(Start(), "caller", 1)
    assert isinstance(answer, Entry)
    assert sent == [(Start(), "caller", 1)]
    assert follower.latest.seq == 1  # it comes with the record, as everything does
    assert await follower.obey(Start(), "mc") == Refused(Reason.NOT_ALLOWED)


async def test_an_order_that_waits_for_its_turn_while_another_takes_over_is_refused(
    tmp_path: Path, machine: Machine
) -> None:
    held, let_go = threading.Event(), threading.Event()
    is_slow = False

    def sync(descriptor: int) -> None:
        if is_slow:
            held.set()
            let_go.wait(10)
        os.fsync(descriptor)

    journal = Journal.create(tmp_path / "show", since=EIGHT, sync=sync, patience=10)
    show = LiveShow.opened(machine.clock(), journal, OpenShow(agenda()))
    is_slow = True
    first = asyncio.create_task(show.obey(Start()))
    second = asyncio.create_task(show.obey(Hold()))
    await asyncio.to_thread(held.wait, 10)
    show.follow()
    let_go.set()
    assert isinstance(await first, Entry)
    assert await second == Refused(Reason.FOLLOWING)
    assert [entry.do for entry in read_journal(show.folder / FILE_NAME).entries] == ["open", "start"]
    show.close()


async def test_a_show_that_is_cut_back_keeps_its_branch_and_goes_on_with_the_other_record(
    caller: LiveShow, follower: LiveShow
) -> None:
    caller.do(Start())
    await catch_up(follower, caller)
    shared = caller.log
    picture = caller.latest
    caller.do(Hold())
    own = caller.log[len(shared) :]
    whole = journal_of(caller)
    caller.follow()
    assert await caller.cut_back(len(shared)) == own
    assert caller.log == shared
    assert caller.latest == picture
    assert (caller.folder / f"{FILE_NAME}.branch-1").read_bytes() == whole
    other = Entry(len(shared) + 1, EIGHT, "caller", "hold", own[0].events)
    await caller.take_in(other)
    await follower.take_in(other)
    assert journal_of(caller) == journal_of(follower)


async def test_whoever_takes_over_obeys_from_then_on_in_a_term_of_its_own(
    caller: LiveShow, follower: LiveShow, machine: Machine
) -> None:
    caller.do(Start())
    await catch_up(follower, caller)
    entry = await follower.take_over(1, "Laptop 2")
    assert isinstance(entry, Entry)
    shared = len(caller.log)
    assert (entry.seq, entry.by, entry.events) == (
        shared + 1,
        "console",
        (TookOver(1, "Laptop 2", EIGHT),),
    )
    assert (follower.is_following, follower.latest.term) == (False, 1)
    machine.passed += 31
    follower.tick()
    assert isinstance(await follower.obey(Hold()), Entry)
    assert [each.do for each in follower.log[shared:]] == ["take_over", "tick", "hold"]
    # the one that called comes back, and follows
    caller.follow()
    await catch_up(caller, follower)
    assert (journal_of(caller), caller.latest) == (journal_of(follower), follower.latest)


async def test_what_the_clocks_did_while_it_followed_is_not_told_by_whoever_takes_over(
    follower: LiveShow, machine: Machine
) -> None:
    machine.stepped += 60
    follower.tick()
    await follower.take_over(1, "Laptop 2")
    follower.tick()
    told = {type(event) for entry in follower.log for event in entry.events}
    assert TookOver in told
    assert ClockParted not in told


async def test_a_console_that_has_seen_a_higher_term_goes_on_following(follower: LiveShow) -> None:
    await follower.take_over(17, "Laptop 2")
    follower.follow()
    assert await follower.take_over(16, "Laptop 1") == Refused(Reason.OLD_TERM)
    assert follower.is_following
    assert await follower.obey(Start()) == Refused(Reason.FOLLOWING)


async def test_a_clock_that_is_put_right_is_put_right_at_the_follower_and_back_with_the_cut(
    caller: LiveShow, follower: LiveShow, machine: Machine
) -> None:
    caller.do(Start())
    await catch_up(follower, caller)
    machine.passed += 10
    caller.do(CorrectClock(timedelta(minutes=5)))
    seq = follower.latest.seq
    await catch_up(follower, caller)
    assert follower.latest == caller.latest
    assert follower.latest.now == EIGHT + timedelta(minutes=5, seconds=10)
    await follower.cut_back(seq)
    assert follower.latest.now == EIGHT + timedelta(seconds=10)
