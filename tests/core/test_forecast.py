"""When everything will start and end, and how late that is, in numbers a chairman would recognise."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Award, Handin
from runofshow.core.award import listed
from runofshow.core.events import OverrunBegan
from runofshow.core.refusal import Reason
from runofshow.core.snapshot import ItemState, Phase
from runofshow.core.value import replace
from tests.core.shows import (
    Stage,
    agenda,
    at,
    clock,
    four_items,
    heading,
    item,
    minutes,
    session,
    two_sessions,
)


def test_before_the_start_the_plan_is_what_is_expected() -> None:
    stage = Stage(four_items())
    assert stage.starts() == {"a": "8:00", "b": "8:10", "c": "8:30", "d": "8:35"}
    assert clock(stage.picture.session.expected_end) == "8:45"
    assert stage.picture.over_under == minutes(0)
    assert stage.picture.slack == minutes(15)


def test_a_show_that_is_not_started_in_time_is_late_by_so_much() -> None:
    stage = Stage(four_items()).at("8:03")
    assert stage.starts() == {"a": "8:03", "b": "8:13", "c": "8:33", "d": "8:38"}
    assert stage.picture.over_under == minutes(3)
    assert stage.row("d").late_by == minutes(3)


def test_an_early_start_makes_all_early() -> None:
    stage = Stage(four_items()).at("7:58")
    stage.do(c.Start())
    assert stage.starts() == {"a": "7:58", "b": "8:08", "c": "8:28", "d": "8:33"}
    assert stage.picture.over_under == -minutes(2)


def test_an_item_done_sooner_brings_all_that_follows_forward() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:07").do(c.Advance())
    assert stage.starts() == {"a": "8:00", "b": "8:07", "c": "8:27", "d": "8:32"}
    assert stage.picture.over_under == -minutes(3)


def test_a_running_item_within_its_time_moves_nothing() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    for moment in ("8:01", "8:05", "8:10"):
        stage.at(moment)
        assert stage.starts()["b"] == "8:10"
        assert stage.picture.over_under == minutes(0)


def test_a_running_item_past_its_time_is_expected_to_end_now_and_shifts_the_rest_by_its_overrun() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:12:30")
    assert clock(stage.row("a").expected_end) == "8:12:30"
    assert stage.starts() == {"a": "8:00", "b": "8:12:30", "c": "8:32:30", "d": "8:37:30"}
    assert stage.picture.over_under == minutes(2.5)
    assert stage.picture.slack == minutes(12.5)


def test_added_time_moves_every_later_item() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.AddTime(minutes(3)))
    assert stage.starts() == {"a": "8:00", "b": "8:13", "c": "8:33", "d": "8:38"}
    assert stage.current.remaining == minutes(13)
    assert (stage.row("a").planned, stage.row("a").added) == (minutes(10), minutes(3))
    assert stage.picture.over_under == minutes(3)


def test_time_taken_from_an_item_that_waits_moves_what_follows_it() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.AddTime(-minutes(8), "b"))
    assert stage.starts() == {"a": "8:00", "b": "8:10", "c": "8:22", "d": "8:27"}
    assert stage.picture.over_under == -minutes(8)


def test_a_skipped_item_takes_no_time_and_has_no_times() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Skip("b"))
    assert stage.starts() == {"a": "8:00", "c": "8:10", "d": "8:15"}
    row = stage.row("b")
    assert (row.expected_start, row.expected_end, row.late_by, row.planned_start) == (
        None,
        None,
        None,
        at("8:10"),
    )


def test_over_and_under_is_the_expected_end_less_the_planned_end() -> None:
    stage = Stage(four_items()).at("8:05")
    stage.do(c.Start(), c.AddTime(-minutes(2), "d"), c.Insert("b", "Tặng hoa", minutes(4)))
    session = stage.picture.session
    assert (clock(session.planned_end), clock(session.expected_end)) == ("8:45", "8:52")
    assert stage.picture.over_under == minutes(7)
    assert stage.picture.slack == minutes(8)


def test_without_a_hard_out_there_is_no_slack_and_no_latest_start() -> None:
    stage = Stage(agenda(item("a", 10))).at("8:00")
    assert stage.picture.slack is None
    assert stage.row("a").latest_start is None


def test_slack_is_negative_when_the_hall_will_be_overrun() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.AddTime(minutes(20)))
    assert stage.picture.slack == -minutes(5)


# Back-time


def test_back_time_is_the_latest_start_that_still_makes_the_hard_out() -> None:
    stage = Stage(four_items())
    latest = {row.item_id: clock(row.latest_start) for row in stage.picture.rows}
    assert latest == {"a": "8:15", "b": "8:25", "c": "8:45", "d": "8:50"}


def test_back_time_counts_added_time_and_leaves_out_what_is_done_or_skipped() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Skip("c"), c.AddTime(minutes(5), "d"))
    stage.at("8:10").do(c.Advance())
    assert stage.row("a").latest_start is None
    assert stage.row("c").latest_start is None
    assert clock(stage.row("d").latest_start) == "8:45"
    assert clock(stage.row("b").latest_start) == "8:25"


def test_started_at_its_latest_start_a_show_ends_at_the_hard_out() -> None:
    stage = Stage(four_items()).at("8:15")
    stage.do(c.Start())
    assert clock(stage.picture.session.expected_end) == "9:00"
    assert stage.picture.slack == minutes(0)


def test_back_time_is_of_each_session_by_itself() -> None:
    stage = Stage(two_sessions())
    latest = {row.item_id: clock(row.latest_start) for row in stage.picture.rows}
    assert latest == {"a": "8:15", "b": "8:25", "c": "9:10", "d": "9:25"}


def test_back_time_of_a_heading_is_that_of_its_first_part() -> None:
    plan = agenda(heading("h", item("h1", 10), item("h2", 10)), item("a", 10), hard_out="9:00")
    assert clock(Stage(plan).row("h").latest_start) == "8:30"


# Fixed starts and breaks


def fixed() -> Agenda:
    """8:00 a 10', then nothing until b at 8:20 sharp, 10'; c 5' at 8:30."""
    return agenda(item("a", 10), item("b", 10, fixed_start=at("8:20")), item("c", 5), hard_out="9:00")


def test_the_wait_for_a_fixed_start_is_shown() -> None:
    stage = Stage(fixed(), "8:00")
    assert stage.starts() == {"a": "8:00", "b": "8:20", "c": "8:30"}
    assert (stage.row("b").wait, stage.row("a").wait) == (minutes(10), minutes(0))


def test_the_wait_for_a_fixed_start_absorbs_lateness() -> None:
    stage = Stage(fixed()).at("8:07")
    stage.do(c.Start())
    assert stage.starts() == {"a": "8:07", "b": "8:20", "c": "8:30"}
    assert stage.row("b").wait == minutes(3)
    assert stage.picture.over_under == minutes(0)


def test_lateness_beyond_the_wait_is_all_that_is_left_of_it() -> None:
    stage = Stage(fixed()).at("8:14")
    stage.do(c.Start())
    assert stage.starts() == {"a": "8:14", "b": "8:24", "c": "8:34"}
    assert stage.picture.over_under == minutes(4)


def test_a_fixed_start_holds_back_the_forecast_and_not_the_caller() -> None:
    stage = Stage(fixed()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    assert stage.starts() == {"a": "8:00", "b": "8:10", "c": "8:20"}
    assert stage.row("b").late_by == -minutes(10)


def with_break() -> Agenda:
    """8:00 a 20', a break from 8:20 until 8:45, then b 15' to 9:00."""
    return agenda(item("a", 20), item("tea", 15, until=at("8:45")), item("b", 15), hard_out="9:30")


def test_a_break_ends_at_its_moment_whenever_it_began() -> None:
    stage = Stage(with_break())
    assert stage.starts() == {"a": "8:00", "tea": "8:20", "b": "8:45"}
    stage.at("8:12").do(c.Start())
    assert stage.starts() == {"a": "8:12", "tea": "8:32", "b": "8:45"}
    assert stage.picture.over_under == minutes(0)
    stage.at("8:32").do(c.Advance())
    assert stage.current.remaining == minutes(13)


def test_a_break_that_begins_past_its_end_is_over_at_once() -> None:
    stage = Stage(with_break()).at("8:30")
    stage.do(c.Start())
    assert stage.starts() == {"a": "8:30", "tea": "8:50", "b": "8:50"}
    stage.at("8:50").do(c.Advance())
    assert stage.current.remaining == minutes(0)


def test_a_break_that_is_given_time_is_called_back_later() -> None:
    stage = Stage(with_break()).at("8:00")
    stage.do(c.Start(), c.AddTime(minutes(5), "tea"))
    assert stage.starts()["b"] == "8:50"
    stage.at("8:20").do(c.Advance())
    assert stage.current.remaining == minutes(30)


def test_a_break_never_ends_before_it_begins_however_much_is_taken_from_it() -> None:
    stage = Stage(with_break()).at("8:20")
    stage.do(c.Start())
    assert stage.refusal(c.AddTime(-minutes(6), "tea")) is Reason.BAD_LENGTH
    stage.do(c.AddTime(-minutes(5), "tea"))
    assert stage.starts() == {"a": "8:20", "tea": "8:40", "b": "8:40"}
    stage.at("8:40").do(c.Advance())
    assert clock(stage.row("tea").expected_end) == "8:40"
    assert stage.current.overrun == minutes(0)


def test_a_break_that_began_late_ends_at_once_in_back_time() -> None:
    stage = Stage(with_break())
    latest = {row.item_id: clock(row.latest_start) for row in stage.picture.rows}
    assert latest == {"a": "8:55", "tea": "9:15", "b": "9:15"}


# Sessions


def test_the_pause_between_two_sessions_absorbs_the_lateness_of_the_first() -> None:
    stage = Stage(two_sessions()).at("8:20")
    stage.do(c.Start())
    assert stage.starts() == {"a": "8:20", "b": "8:30", "c": "9:00", "d": "9:15"}
    assert stage.picture.over_under == minutes(20)
    assert stage.row("c").late_by == minutes(0)


def test_over_and_under_is_that_of_the_session_that_runs_or_comes_next() -> None:
    stage = Stage(two_sessions()).at("8:05")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    assert (stage.picture.session.session_id, stage.picture.session_count) == ("s1", 2)
    stage.at("8:30").do(c.Advance())
    assert stage.picture.session.session_id == "s2"
    assert stage.picture.over_under == minutes(0)
    stage.at("9:04").do(c.Advance())
    assert stage.picture.over_under == minutes(4)
    assert stage.picture.slack == minutes(6)


def test_a_session_that_has_begun_is_not_held_back_by_its_planned_start() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance())
    stage.at("8:10").do(c.Advance())
    stage.at("8:50").do(c.Advance())
    assert stage.starts() == {"a": "8:00", "b": "8:05", "c": "8:50", "d": "9:05"}


def test_the_show_of_which_the_last_session_is_skipped_is_told_by_what_ran() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start(), c.Skip("c"), c.Skip("d"))
    stage.at("8:10").do(c.Advance())
    stage.at("8:30").do(c.End())
    assert stage.picture.session.session_id == "s1"
    assert stage.picture.over_under == minutes(0)


# Headings


def test_a_heading_speaks_for_its_parts() -> None:
    plan = agenda(item("a", 10), heading("h", item("h1", 7), item("h2", 8)), item("b", 5))
    stage = Stage(plan).at("8:00")
    row = stage.row("h")
    assert (row.is_heading, row.state, row.planned) == (True, ItemState.UPCOMING, minutes(15))
    assert (clock(row.expected_start), clock(row.expected_end), row.actual_start) == ("8:10", "8:25", None)
    stage.do(c.Start())
    stage.at("8:12").do(c.Advance())
    row = stage.row("h")
    assert (row.state, row.late_by, row.actual_start) == (ItemState.RUNNING, minutes(2), at("8:12"))
    assert stage.current.heading == row
    assert stage.row("h1").parent_id == "h"
    stage.at("8:19").do(c.AddTime(minutes(1), "h2"), c.Advance())
    assert stage.row("h").added == minutes(1)
    assert stage.row("h").actual_end is None
    stage.at("8:28").do(c.Advance())
    row = stage.row("h")
    assert (row.state, row.actual_end) == (ItemState.DONE, at("8:28"))


def test_a_heading_is_done_without_the_parts_that_were_skipped() -> None:
    plan = agenda(heading("h", item("h1", 5), item("h2", 5)), item("a", 5))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start(), c.Skip("h2"))
    assert stage.row("h").state is ItemState.RUNNING
    stage.at("8:05").do(c.Advance())
    assert stage.row("h").state is ItemState.DONE


def test_a_heading_of_which_all_is_skipped_is_skipped() -> None:
    stage = Stage(agenda(heading("h", item("h1", 5), item("h2", 5)), item("a", 5)))
    stage.do(c.Skip("h"))
    row = stage.row("h")
    assert (row.state, row.expected_start, row.wait) == (ItemState.SKIPPED, None, minutes(0))


def test_a_heading_is_assumed_when_a_part_is() -> None:
    plan = agenda(heading("h", item("h1", 5), item("h2", 5, assumed=True)))
    assert Stage(plan).row("h").assumed


# What else a row says


def test_the_words_of_the_mc_have_the_names_of_the_item_in_them() -> None:
    mc = "Kính mời {by} lên trình bày {title}."
    plan = agenda(item("a", 5, mc=mc, by="Ông An", title="báo cáo"), item("b", 5, mc=mc, title="đáp từ"))
    stage = Stage(plan)
    assert stage.row("a").mc == "Kính mời ông An lên trình bày báo cáo."
    assert stage.row("b").mc == "Kính mời đại biểu lên trình bày đáp từ."
    stage.do(c.Edit("b", by="Bà Bình"))
    assert stage.row("b").mc == "Kính mời bà Bình lên trình bày đáp từ."


def test_an_item_that_needs_somebody_and_names_nobody_is_unassigned() -> None:
    stage = Stage(
        agenda(item("a", 5, needs_person=True), item("b", 5), item("c", 5, needs_person=True, by="X"))
    )
    assert [row.unassigned for row in stage.picture.rows] == [True, False, False]


def test_a_row_carries_what_was_handed_in_and_what_is_awarded() -> None:
    text, prize = Handin(None, received=False), Award("Quyết định 12", recipients=listed("Ông An"))
    stage = Stage(agenda(item("a", 5, handin=text), item("b", 5, award=prize, optional=True)))
    a, b = stage.picture.rows
    assert (a.handin, a.award, a.optional) == (text, None, False)
    assert (b.handin, b.award, b.optional) == (None, prize, True)


def test_the_backdrop_is_the_items_own_or_that_of_the_agenda() -> None:
    plan = replace(agenda(item("a", 5), item("b", 5, backdrop="Trao giải")), backdrop="Hội nghị")
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    assert stage.current.backdrop == "Hội nghị"
    stage.at("8:05").do(c.Advance())
    assert stage.current.backdrop == "Trao giải"


# Holds


def test_a_hold_freezes_what_remains_and_delays_what_follows() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:04").do(c.Hold())
    stage.at("8:09")
    assert stage.picture.phase is Phase.HELD
    assert stage.picture.held_since == at("8:04")
    current = stage.current
    assert (current.elapsed, current.remaining, current.held_for) == (minutes(4), minutes(6), minutes(5))
    assert stage.starts()["b"] == "8:15"
    assert stage.picture.over_under == minutes(5)
    stage.do(c.Resume())
    stage.at("8:11")
    assert (stage.current.elapsed, stage.current.remaining) == (minutes(6), minutes(4))
    assert stage.starts()["b"] == "8:15"


def test_two_holds_add_up() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    for hold, resume in (("8:01", "8:02"), ("8:05", "8:08")):
        stage.at(hold).do(c.Hold())
        stage.at(resume).do(c.Resume())
    assert stage.current.held_for == minutes(4)
    assert stage.current.elapsed == minutes(4)


def test_a_hold_past_the_time_freezes_the_overrun() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:11").do(c.Hold())
    stage.at("8:20")
    assert stage.current.overrun == minutes(1)


def test_a_show_is_held_once_and_resumed_once() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    assert stage.refusal(c.Resume()) is Reason.NOT_HELD
    stage.do(c.Hold())
    assert stage.refusal(c.Hold()) is Reason.ALREADY_HELD
    stage.do(c.Resume())
    assert stage.refusal(c.Resume()) is Reason.NOT_HELD


def test_advance_out_of_a_hold_resumes_it_first_and_leaves_no_hold_behind() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:04").do(c.Hold())
    stage.at("8:06").do(c.Advance())
    assert stage.picture.phase is Phase.RUNNING
    assert (stage.running, stage.current.held_for) == ("b", minutes(0))
    assert stage.state.run("a").held == minutes(2)
    assert stage.row("a").actual_end == at("8:06")


def test_a_break_up_to_a_moment_is_not_put_off_by_a_hold() -> None:
    stage = Stage(with_break()).at("8:00")
    stage.do(c.Start())
    stage.at("8:20").do(c.Advance())
    stage.at("8:25").do(c.Hold())
    stage.at("8:35")
    assert (stage.current.elapsed, stage.current.remaining) == (minutes(5), minutes(10))


# Added time


def test_time_is_added_within_reason_and_to_what_is_not_done() -> None:
    plan = agenda(item("a", 10), heading("h", item("h1", 5)), item("b", 10))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    assert stage.refusal(c.AddTime(minutes(1), "z")) is Reason.UNKNOWN_ITEM
    assert stage.refusal(c.AddTime(minutes(1), "h")) is Reason.IS_HEADING
    assert stage.refusal(c.AddTime(minutes(0))) is Reason.BAD_LENGTH
    assert stage.refusal(c.AddTime(-minutes(11))) is Reason.BAD_LENGTH
    assert stage.refusal(c.AddTime(minutes(24 * 60 + 1))) is Reason.BAD_LENGTH
    stage.do(c.AddTime(-minutes(10)), c.AddTime(minutes(24 * 60), "b"))
    assert stage.refusal(c.AddTime(minutes(1), "b")) is Reason.BAD_LENGTH
    stage.at("8:01").do(c.Advance())
    assert stage.refusal(c.AddTime(minutes(1), "a")) is Reason.ITEM_DONE


@pytest.mark.parametrize("days", [999_999_999, -999_999_999])
def test_an_outlandish_length_is_refused_and_raises_nothing(days: int) -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.AddTime(minutes(1)))
    length = timedelta(days=days)
    assert stage.refusal(c.AddTime(length)) is Reason.BAD_LENGTH
    assert stage.refusal(c.Backdate("a", length)) is Reason.BAD_LENGTH
    assert stage.refusal(c.CorrectClock(length)) is Reason.BAD_LENGTH


def test_a_protected_item_is_given_time_but_never_cut_below_its_plan() -> None:
    stage = Stage(agenda(item("a", 10, protected=True), item("b", 5))).at("8:00")
    stage.do(c.Start())
    assert stage.refusal(c.AddTime(-minutes(1))) is Reason.PROTECTED
    stage.do(c.AddTime(minutes(2)), c.AddTime(-minutes(1)), c.AddTime(-minutes(1)))
    assert stage.refusal(c.AddTime(-minutes(1))) is Reason.PROTECTED
    assert stage.current.remaining == minutes(10)


def test_an_overrun_is_written_down_once_and_again_after_more_time() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.watch_until("8:12")
    assert stage.facts() == [_overrun("8:10:01")]
    stage.do(c.AddTime(minutes(5)))
    stage.watch_until("8:16")
    assert stage.facts() == [_overrun("8:10:01"), _overrun("8:15:01")]
    stage.do(c.Edit("a", duration=minutes(13)))
    stage.watch_until("8:19")
    assert stage.facts() == [_overrun("8:10:01"), _overrun("8:15:01"), _overrun("8:18:01")]


def _overrun(moment: str) -> OverrunBegan:
    return OverrunBegan("a", at(moment))


def test_three_sessions_in_a_row_are_planned_one_after_the_other() -> None:
    plan = Agenda(
        "Hội nghị",
        (
            session("s1", "8:00", item("a", 90)),
            session("s2", "9:00", item("b", 10)),
            session("s3", "9:05", item("c", 10)),
        ),
    )
    assert Stage(plan).starts() == {"a": "8:00", "b": "9:30", "c": "9:40"}
