"""The live show: rules, record and picture together, with a clock moved by hand and a disk that can fail."""

from __future__ import annotations

import errno
import os
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from runofshow.clock import Clock, Sources
from runofshow.core.agenda import Action, Agenda, AtStart, Cue, GoMode, Item, Role, Session
from runofshow.core.alarms import AlarmCode
from runofshow.core.commands import (
    Acknowledge,
    AddTime,
    Advance,
    CorrectClock,
    Go,
    Hold,
    OpenShow,
    ReportSignal,
    ReportSound,
    SendMessage,
    Start,
    TakeNote,
)
from runofshow.core.events import CueGone, Entry
from runofshow.core.refusal import Reason, Refused
from runofshow.core.roles import TELLERS
from runofshow.core.snapshot import CuePhase, Phase
from runofshow.core.sound_events import PlayerCame, SignalFailed
from runofshow.journal import FILE_NAME, Journal, read_journal
from runofshow.journal.line import encode
from runofshow.live import BY_PLAYER, BY_SIGNALS, LiveShow

EIGHT = datetime(2026, 3, 27, 1, 0, tzinfo=UTC)


class Machine:
    """A machine's clocks, moved by hand."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.stepped = 0.0

    def sources(self) -> Sources:
        return Sources(
            wall=lambda: EIGHT + timedelta(seconds=self.passed + self.stepped),
            steady=lambda: self.passed,
            awake=lambda: self.passed,
        )


def agenda() -> Agenda:
    music = Cue("c1", Role.MUSIC, Action.PLAY, "Nhạc hiệu", go=GoMode.AUTO)
    call = Cue("c2", Role.MC, Action.SAY, "Mời lên", AtStart(timedelta(seconds=30)))
    items = (
        Item("m1", "1", "Khai mạc", "opening", timedelta(minutes=10), cues=(music, call)),
        Item("m2", "2", "Báo cáo", "report", timedelta(minutes=15)),
    )
    return Agenda("Hội nghị", (Session("s1", "", EIGHT, items=items),))


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def show(tmp_path: Path, machine: Machine) -> Iterator[LiveShow]:
    clock = Clock(machine.sources())
    journal = Journal.create(tmp_path / "show", since=EIGHT)
    show = LiveShow.opened(clock, journal, OpenShow(agenda()))
    yield show
    show.close()


def on_disk(show: LiveShow) -> tuple[Entry, ...]:
    return read_journal(show.folder / FILE_NAME).entries


def test_what_is_shown_is_on_disk_first(tmp_path: Path, machine: Machine) -> None:
    seen: list[Phase] = []
    shows: list[LiveShow] = []

    def sync(descriptor: int) -> None:
        os.fsync(descriptor)
        seen.extend(show.latest.phase for show in shows)

    journal = Journal.create(tmp_path / "show", since=EIGHT, sync=sync)
    show = LiveShow.opened(Clock(machine.sources()), journal, OpenShow(agenda()))
    shows.append(show)
    show.do(Start())
    assert seen[0] is Phase.BEFORE  # while the disk was asked to keep the call, nothing was shown of it
    assert show.latest.phase is Phase.RUNNING
    assert on_disk(show) == show.log
    show.close()


def test_every_obeyed_command_is_one_line_and_a_refused_one_none(show: LiveShow) -> None:
    show.do(Start())
    before = len(on_disk(show))
    assert show.do(Start()) == Refused(Reason.ALREADY_STARTED)
    assert len(on_disk(show)) == before


def test_an_auto_cue_at_the_start_goes_with_the_item_and_not_a_tick_later(show: LiveShow) -> None:
    show.do(Start())
    music = next(cue for cue in show.latest.cues if cue.cue_id == "c1")
    assert (music.phase, music.gone_at) == (CuePhase.GONE, EIGHT)


def test_listeners_hear_fresh_entries_once_and_nothing_of_a_replay(show: LiveShow, machine: Machine) -> None:
    show.do(Start())
    again = LiveShow(Clock(machine.sources()), _reopened(show), show.log)
    heard: list[Entry] = []
    again.listen(lambda snapshot, fresh: heard.extend(fresh))
    machine.passed += 1
    again.tick()
    assert not any(isinstance(event, CueGone) for entry in heard for event in entry.events)
    again.do(Hold())
    assert [entry.do for entry in heard] == ["hold"]
    again.close()


def _reopened(show: LiveShow) -> Journal:
    show.close()
    return Journal.resume(show.folder, read_journal(show.folder / FILE_NAME), since=EIGHT)


def test_an_order_costs_the_same_however_long_the_record_is(show: LiveShow, machine: Machine) -> None:
    show.do(Start())
    short = _memory_of_an_order(show)
    last = show.state.seq
    journal = show.folder / FILE_NAME
    show.close()
    with journal.open("ab") as file:
        file.writelines(encode(Entry(last + more, EIGHT, "clock", "tick", ())) for more in range(1, 20_001))
    reading = read_journal(journal)
    again = LiveShow(
        Clock(machine.sources()), Journal.resume(show.folder, reading, since=EIGHT), reading.entries
    )
    # one more copy of what each entry is known by would take 160 kB
    assert _memory_of_an_order(again) < short + 80_000
    assert again.log == on_disk(again)
    again.close()


def _memory_of_an_order(show: LiveShow) -> int:
    """Bytes that an order takes at most while it is obeyed, its line written and its picture taken."""
    tracemalloc.start()
    took = []
    for by in (1, -1, 1):
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        show.do(AddTime(timedelta(minutes=by)))
        took.append(tracemalloc.get_traced_memory()[1] - before)
    tracemalloc.stop()
    return min(took)


def test_a_stale_order_is_refused_but_one_that_only_missed_a_fact_is_not(
    show: LiveShow, machine: Machine
) -> None:
    show.do(Start())
    seen = show.latest.seq
    machine.passed += 31
    show.tick()  # the second cue falls due: a fact, not a call
    assert show.latest.seq > seen
    assert isinstance(show.do(Go(), seen=seen), Entry)
    machine.passed += 1
    assert show.do(Advance(), seen=seen) == Refused(Reason.STALE)


def test_a_role_may_answer_its_own_cue_and_nothing_else(show: LiveShow) -> None:
    assert show.do(Advance(), by="mc") == Refused(Reason.NOT_ALLOWED)
    assert show.do(Acknowledge("c1"), by="mc") == Refused(Reason.NOT_ALLOWED)
    assert isinstance(show.do(Acknowledge("c2"), by="mc"), Entry)
    assert isinstance(show.do(SendMessage(Role.CALLER, "Micro 2 hỏng"), by="music"), Entry)
    assert show.latest.messages[-1].by == "music"


def test_the_player_and_the_signals_tell_of_themselves_and_it_is_on_disk(show: LiveShow) -> None:
    came = show.do(ReportSound(PlayerCame("console", EIGHT)), by=BY_PLAYER)
    assert isinstance(came, Entry)
    assert show.latest.sound.player == "console"
    failed = show.do(ReportSignal(SignalFailed("den", "timed out", 3, EIGHT)), by=BY_SIGNALS)
    assert isinstance(failed, Entry)
    assert [alarm.code for alarm in show.latest.alarms] == ["signal_failed"]
    told = [(entry.by, entry.do) for entry in on_disk(show) if entry.by in (BY_PLAYER, BY_SIGNALS)]
    assert told == [("player", "sound"), ("signals", "signal")]


@pytest.mark.parametrize("by", sorted(TELLERS))
def test_a_part_of_the_program_that_only_tells_gives_no_order(show: LiveShow, by: str) -> None:
    for order in (Start(), TakeNote("x"), CorrectClock(timedelta(seconds=5))):
        assert show.do(order, by=by) == Refused(Reason.NOT_ALLOWED)


def test_a_name_that_is_no_role_may_tell_nothing(show: LiveShow) -> None:
    before = show.log
    with pytest.raises(ValueError, match="stranger"):
        show.do(ReportSound(PlayerCame("console", EIGHT)), by="stranger")
    assert (show.log, on_disk(show), show.latest.sound.player) == (before, before, None)


def test_another_hand_may_not_speak_for_a_player(show: LiveShow) -> None:
    for by in ("mc", "display"):
        assert show.do(ReportSound(PlayerCame("music", EIGHT)), by=by) == Refused(Reason.NOT_ALLOWED)
    foreign = show.do(ReportSound(PlayerCame("console", EIGHT)), by="music")
    assert foreign == Refused(Reason.NOT_ALLOWED, "console")
    assert isinstance(show.do(ReportSound(PlayerCame("music", EIGHT)), by="music"), Entry)


def test_a_full_disk_stops_no_show_and_every_screen_says_so(tmp_path: Path, machine: Machine) -> None:
    full = False

    def sync(descriptor: int) -> None:
        if full:
            raise OSError(errno.ENOSPC, "No space left on device")

    second = tmp_path / "second"
    journal = Journal.create(tmp_path / "show", since=EIGHT, fallbacks=(second,), sync=sync)
    show = LiveShow.opened(Clock(machine.sources()), journal, OpenShow(agenda()))
    full = True
    assert isinstance(show.do(Start()), Entry)
    assert show.latest.current is not None
    assert [alarm.code for alarm in show.latest.alarms] == [AlarmCode.JOURNAL]
    full = False
    machine.passed += 1
    show.do(TakeNote("đã dọn đĩa"))
    assert show.latest.alarms == ()
    assert on_disk(show) == show.log
    show.close()


def test_a_stepped_wall_clock_moves_no_count_and_is_told(show: LiveShow, machine: Machine) -> None:
    show.do(Start())
    machine.passed += 60
    show.tick()
    machine.stepped += 3600
    machine.passed += 1
    show.tick()
    current = show.latest.current
    assert current is not None
    assert current.elapsed == timedelta(seconds=61)
    (alarm,) = show.latest.alarms
    assert (alarm.code, alarm.by) == ("clock_stepped", timedelta(hours=1))


def test_putting_the_clock_right_changes_the_hour_and_no_count(show: LiveShow, machine: Machine) -> None:
    show.do(Start())
    machine.passed += 60
    show.do(CorrectClock(timedelta(hours=-2)))
    current = show.latest.current
    assert current is not None
    assert show.latest.now == EIGHT + timedelta(minutes=1) - timedelta(hours=2)
    assert current.elapsed == timedelta(seconds=60)
    assert show.latest.alarms == ()


def test_two_pieces_of_gear_that_fail_are_both_on_the_screens(show: LiveShow) -> None:
    show.raise_alarm(AlarmCode.GEAR_FAILED, "Đèn sàn", "unreachable", "san")
    show.raise_alarm(AlarmCode.GEAR_FAILED, "Đèn vòm", "unreachable", "vom")
    show.raise_alarm(AlarmCode.GEAR_FAILED, "Đèn sàn", "no_host", "san")
    told = [(one.detail, one.cause, one.gear_id) for one in show.latest.alarms]
    assert told == [("Đèn vòm", "unreachable", "vom"), ("Đèn sàn", "no_host", "san")]
    show.lower_alarm(AlarmCode.GEAR_FAILED, "vom")
    assert [one.gear_id for one in show.latest.alarms] == ["san"]


def test_our_own_alarm_keeps_its_beginning(show: LiveShow, machine: Machine) -> None:
    show.raise_alarm(AlarmCode.ENGINE, "first")
    machine.passed += 5
    show.raise_alarm(AlarmCode.ENGINE, "again")
    (alarm,) = show.latest.alarms
    assert (alarm.since, alarm.detail) == (EIGHT, "again")


def test_a_resumed_show_has_the_same_item_and_the_second_goes_on(show: LiveShow, machine: Machine) -> None:
    show.do(Start())
    machine.passed += 125
    show.do(AddTime(timedelta(minutes=1)))
    machine.passed += 10
    again = LiveShow(Clock(machine.sources()), _reopened(show), on_disk(show))
    current = again.latest.current
    assert current is not None
    assert current.row.item_id == "m1"
    assert current.elapsed == timedelta(seconds=135)
    assert current.remaining == timedelta(minutes=11) - timedelta(seconds=135)
    again.close()


def test_a_show_opened_on_a_disk_that_fails_says_so_before_the_first_order(
    tmp_path: Path, machine: Machine
) -> None:
    (tmp_path / "home").write_text("no folder")
    journal = Journal.create(tmp_path / "home" / "show-1", since=EIGHT, fallbacks=[tmp_path / "usb"])
    show = LiveShow.opened(Clock(machine.sources()), journal, OpenShow(agenda()))
    assert [alarm.code for alarm in show.latest.alarms] == [AlarmCode.JOURNAL]
    show.close()
    reading = read_journal(tmp_path / "usb" / "show-1.copy-1" / FILE_NAME)
    again = Journal.resume(tmp_path / "home" / "show-1", reading, since=EIGHT, fallbacks=[tmp_path / "usb"])
    picked_up = LiveShow(Clock(machine.sources()), again, reading.entries)
    assert [alarm.code for alarm in picked_up.latest.alarms] == [AlarmCode.JOURNAL]
    picked_up.close()
