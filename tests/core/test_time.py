"""Plans without a clock of their own, clocks that are put right, and clocks that part."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Agenda, AtStart, BeforeEnd, GoMode, Role, Session
from runofshow.core.alarms import Alarm, AlarmCode
from runofshow.core.amend import shifted_by_days
from runofshow.core.commands import ClockFault
from runofshow.core.evolve import replay
from runofshow.core.refusal import Reason
from runofshow.core.snapshot import CuePhase
from runofshow.core.value import replace
from tests.core.shows import (
    MINUTE,
    Stage,
    agenda,
    at,
    clock,
    cue,
    four_items,
    item,
    minutes,
    seconds,
    two_sessions,
    what_matters,
)

# A floating plan


def planned(stage: Stage) -> dict[str, str]:
    return {row.item_id: clock(row.planned_start) for row in stage.picture.rows if row.planned_start}


def test_a_floating_plan_begins_now_until_the_first_call() -> None:
    stage = Stage(four_items(), "19:00", floating=True)
    assert planned(stage) == {"a": "19:00", "b": "19:10", "c": "19:30", "d": "19:35"}
    stage.at("19:20")
    picture = stage.picture
    assert (picture.floating, picture.over_under, picture.slack) == (True, minutes(0), minutes(15))
    assert planned(stage)["a"] == "19:20"


def test_a_floating_plan_stands_from_the_first_call_on() -> None:
    stage = Stage(four_items(), "19:00", floating=True).at("19:20")
    stage.do(c.Start())
    stage.at("19:33").do(c.Advance())
    picture = stage.picture
    assert picture.floating is False
    assert planned(stage) == {"a": "19:20", "b": "19:30", "c": "19:50", "d": "19:55"}
    assert stage.row("b").late_by == minutes(3)
    assert picture.over_under == minutes(3)
    assert (clock(picture.session.planned_end), clock(picture.session.hard_out)) == ("20:05", "20:20")


def test_fixed_starts_breaks_and_hard_outs_float_with_their_plan() -> None:
    plan = agenda(
        item("a", 10), item("b", 5, fixed_start=at("8:20")), item("tea", 9, until=at("8:45")), hard_out="9:00"
    )
    stage = Stage(plan, "19:00", floating=True)
    stage.do(c.Start())
    assert stage.starts() == {"a": "19:00", "b": "19:20", "tea": "19:25"}
    assert clock(stage.row("tea").expected_end) == "19:45"


def test_a_floating_plan_floats_again_when_its_start_is_undone() -> None:
    stage = Stage(four_items(), "19:00", floating=True)
    stage.do(c.Start())
    stage.at("19:05").do(c.Undo())
    stage.at("19:30")
    assert (stage.picture.floating, stage.picture.over_under) == (True, minutes(0))
    stage.do(c.Start())
    assert planned(stage)["b"] == "19:40"


def test_an_edit_made_before_a_start_that_was_undone_can_be_undone_too() -> None:
    # what an edit restores was written when the plan still stood where the agenda had it
    plan = agenda(item("a", 10), item("b", 5, fixed_start=at("8:20")))
    stage = Stage(plan, "19:00", floating=True)
    stage.do(c.Edit("b", title="Khác"), c.Start())
    stage.at("19:01").do(c.Undo(), c.Undo())
    stage.at("19:30").do(c.Start())
    assert stage.starts() == {"a": "19:30", "b": "19:50"}


def test_a_plan_that_began_with_its_first_item_is_backdated_with_it() -> None:
    stage = Stage(four_items(), "19:00", floating=True).at("19:05")
    stage.do(c.Start())
    stage.at("19:06").do(c.Backdate("a", 5 * MINUTE))
    assert planned(stage)["b"] == "19:10"
    assert stage.picture.over_under == minutes(0)
    stage.do(c.Undo())
    assert planned(stage)["b"] == "19:15"


def test_a_fixed_plan_is_not_moved_by_a_backdated_start() -> None:
    stage = Stage(four_items()).at("8:05")
    stage.do(c.Start())
    stage.at("8:06").do(c.Backdate("a", 3 * MINUTE))
    assert stage.picture.over_under == minutes(2)


# A clock that is put right


def busy() -> Agenda:
    own = (cue("due"), cue("far", AtStart(9 * MINUTE)), cue("auto", BeforeEnd(8 * MINUTE), go=GoMode.AUTO))
    return replace(agenda(item("a", 10, *own), item("b", 20), hard_out="9:00"), title="x")


def counts(stage: Stage) -> tuple[object, ...]:
    current = stage.current
    phases = tuple(row.phase for row in stage.picture.cues)
    return current.elapsed, current.remaining, current.overrun, current.held_for, phases


def test_a_correction_moves_no_count() -> None:
    for by in (minutes(13), -minutes(13), seconds(0.4)):
        stage = Stage(busy()).at("8:00")
        stage.do(c.Start())
        stage.at("8:01").do(c.Hold())
        stage.at("8:02").do(c.Resume(), c.Acknowledge("far"))
        stage.watch_until("8:04").do(c.Hold())
        stage.at("8:05")
        before = counts(stage)
        stage.do(c.CorrectClock(by))
        assert stage.now == at("8:05") + by
        assert counts(stage) == before
        assert stage.cue("auto").phase is CuePhase.GONE


def test_a_correction_tells_how_late_the_show_truly_is() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.CorrectClock(minutes(3)))
    assert stage.current.started_at == at("8:03")
    assert stage.picture.over_under == minutes(3)


def test_a_plan_that_began_with_its_first_item_moves_with_the_clock() -> None:
    stage = Stage(four_items(), "19:00", floating=True)
    stage.do(c.Start())
    stage.at("19:05").do(c.CorrectClock(minutes(60)))
    assert stage.picture.over_under == minutes(0)
    assert planned(stage)["b"] == "20:10"


def test_a_correction_moves_what_is_over_too() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.TakeNote("Ghi"), c.SendMessage(Role.MC, "Nhắn"))
    stage.at("8:10").do(c.Advance())
    stage.at("8:20").do(c.End())
    stage.do(c.CorrectClock(-minutes(5)))
    assert (stage.row("a").actual_end, stage.row("b").actual_end) == (at("8:05"), at("8:15"))
    assert stage.state.ended_at == at("8:15")
    assert (stage.picture.notes[0].at, stage.picture.messages[0].at) == (at("7:55"), at("7:55"))


def test_undo_ends_at_a_correction_and_the_guard_does_not_outlast_it() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.CorrectClock(-minutes(30)))
    assert stage.refusal(c.Undo()) is Reason.NOTHING_TO_UNDO
    stage.do(c.Advance())
    assert stage.running == "b"


def test_a_correction_of_more_than_a_day_is_refused() -> None:
    stage = Stage(four_items())
    assert stage.refusal(c.CorrectClock(minutes(24 * 60 + 1))) is Reason.BAD_LENGTH
    stage.do(c.CorrectClock(minutes(24 * 60)))


# Clocks that part


def test_a_parted_clock_is_an_alarm_until_it_is_put_right() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.ReportClock(ClockFault.STEPPED, minutes(7)), by="clock")
    stage.at("8:01").do(c.ReportClock(ClockFault.SLEPT, seconds(90)), by="clock")
    stage.at("8:02").do(c.ReportClock(ClockFault.STEPPED, -minutes(2)), by="clock")
    told = stage.picture.alarms
    assert told == (
        Alarm(AlarmCode.SLEPT, at("8:01"), seconds(90)),
        Alarm(AlarmCode.STEPPED, at("8:02"), minutes(5)),
    )
    stage.do(c.CorrectClock(minutes(5)))
    assert not stage.picture.alarms


def test_a_show_taken_up_after_a_crash_is_the_same_to_the_second() -> None:
    stage = Stage(busy()).at("8:00")
    stage.do(c.Start())
    stage.watch_until("8:04").do(c.Hold(), c.AddTime(MINUTE), c.Insert("a", "Tặng hoa", minutes(3)))
    again = replay(stage.entries)
    assert again == stage.state
    assert what_matters(again) == what_matters(stage.state)


def test_an_alarm_that_was_read_goes_away_and_stays_in_the_record() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.ReportClock(ClockFault.SLEPT, minutes(3)))
    assert [alarm.code for alarm in stage.picture.alarms] == ["slept"]
    stage.do(c.DismissAlarms())
    assert stage.picture.alarms == ()
    assert any(isinstance(event, e.ClockParted) for entry in stage.entries for event in entry.events)


def test_a_correction_without_a_length_takes_what_the_alarm_says() -> None:
    stage = Stage(four_items())
    assert stage.refusal(c.CorrectClock()) is Reason.NO_STEPPED_CLOCK
    stage.do(c.ReportClock(c.ClockFault.SLEPT, minutes(3)))
    assert stage.refusal(c.CorrectClock()) is Reason.NO_STEPPED_CLOCK, "a sleep is counted already"
    stage.do(c.ReportClock(c.ClockFault.STEPPED, minutes(60)))
    assert stage.do(c.CorrectClock()) == (e.ClockCorrected(minutes(60), at("7:55")),)
    assert stage.picture.alarms == ()


def test_a_clock_that_is_set_again_is_off_by_the_sum() -> None:
    stage = Stage(four_items())
    stage.do(
        c.ReportClock(c.ClockFault.STEPPED, minutes(60)), c.ReportClock(c.ClockFault.STEPPED, -minutes(5))
    )
    (alarm,) = stage.picture.alarms
    assert alarm.by == minutes(55)
    stage.do(c.ReportClock(c.ClockFault.STEPPED, -minutes(55)))
    assert stage.picture.alarms == (), "it is back where it was"


# A plan on another day


def test_a_plan_laid_on_another_day_keeps_its_hours_over_a_change_of_summer_time() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    eve, after = datetime(2026, 3, 28, 9, tzinfo=berlin), datetime(2026, 3, 30, 9, tzinfo=berlin)
    plan = Agenda("Hội nghị", (Session("s1", "", eve.astimezone(UTC), items=(item("a", 10),)),))
    assert shifted_by_days(plan, 2, berlin).sessions[0].start_at == after.astimezone(UTC)
    assert after.astimezone(UTC) - eve.astimezone(UTC) == timedelta(hours=47)


def test_a_row_is_called_by_its_session_too_where_that_has_a_name() -> None:
    rows = Stage(two_sessions()).picture.rows
    assert (rows[0].called, rows[2].called) == ("a · Buổi s1", "c · Buổi s2")
    unnamed = Agenda("Hội nghị", (Session("s1", "", at("8:00"), items=(item("a", 10),)),))
    assert Stage(unnamed).picture.rows[0].called == "a"
