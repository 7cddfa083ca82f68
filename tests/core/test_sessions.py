"""Several sessions: where the hall sits, what is borrowed, left over or laid aside, what is asked first."""

from __future__ import annotations

from datetime import UTC

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Role
from runofshow.core.history import history
from runofshow.core.refusal import Reason, Refused, Rest
from runofshow.core.session_events import ItemsLaidAside, ItemsTakenUp
from runofshow.core.snapshot import CallSession, CuePhase, ItemState
from runofshow.core.state import begin
from runofshow.core.value import replace
from runofshow.core.views.roles import HandView, view_of
from tests.core.shows import Stage, agenda, at, clock, cue, heading, item, minutes, session


def day() -> Agenda:
    """8:00 a 10', b 20', hard out 8:45; 13:00 d 15', e 5', hard out 13:30; 18:00 g 30'."""
    return Agenda(
        "Hội nghị",
        (
            session("s1", "8:00", item("a", 10), item("b", 20, cue("qb")), hard_out="8:45"),
            session("s2", "13:00", item("d", 15, cue("qd")), item("e", 5), hard_out="13:30"),
            session("s3", "18:00", item("g", 30)),
        ),
    )


def opened(plan: Agenda, now: str, *aside: str, floating: bool = False) -> Stage:
    """A show that was opened without these leaves."""
    stage = Stage(plan, now, floating=floating, tick=False)
    opening = replace(stage.state.opened, aside=aside)
    stage.entries = [replace(stage.entries[0], events=(opening,))]
    stage.state = replace(begin(opening), seq=1)
    stage.ticks_by_itself = True
    return stage


def coming(stage: Stage) -> str | None:
    """What comes next, once the cues are called."""
    following = stage.picture.next
    return None if following is None else following.item_id


def states(stage: Stage) -> dict[str, str]:
    return {row.item_id: row.state.value for row in stage.picture.rows if not row.is_heading}


# Opened on a later session


def test_a_show_opened_on_its_afternoon_begins_with_it_and_is_on_time() -> None:
    stage = opened(day(), "12:50", "a", "b")
    picture = stage.picture
    assert coming(stage) == "d"
    assert (picture.session.session_id, picture.over_under) == ("s2", minutes(0))
    assert picture.slack == minutes(10)
    assert states(stage) == {"a": "aside", "b": "aside", "d": "upcoming", "e": "upcoming", "g": "upcoming"}
    assert stage.starts() == {"d": "13:00", "e": "13:15", "g": "18:00"}
    assert stage.row("a").state.is_left_out
    assert not stage.row("d").state.is_left_out
    assert stage.cue("qb").phase is CuePhase.STOOD_DOWN
    stage.at("13:02").do(c.Start())
    assert (stage.running, stage.picture.over_under) == ("d", minutes(2))


def test_a_show_opened_in_the_middle_keeps_the_plans_hours_from_there() -> None:
    stage = opened(agenda(item("a", 10), item("b", 20), item("c", 5)), "8:09", "a")
    assert stage.row("b").planned_start == at("8:10")
    stage.at("8:11").do(c.Start())
    assert stage.row("b").late_by == minutes(1)
    assert stage.picture.over_under == minutes(1)


def test_the_plan_of_an_afternoon_opened_anew_does_not_wait_for_a_morning_that_was_planned_too_long() -> None:
    plan = Agenda("Hội nghị", (session("s1", "8:00", item("a", 400)), session("s2", "13:00", item("d", 15))))
    assert stage_start(opened(plan, "12:55"), "d") == "14:40"
    assert stage_start(opened(plan, "12:55", "a"), "d") == "13:00"


def stage_start(stage: Stage, item_id: str) -> str:
    return clock(stage.row(item_id).planned_start)


def test_a_plan_without_hours_begins_with_the_item_it_was_opened_on() -> None:
    plan = agenda(item("a", 10), item("b", 20), item("c", 5, fixed_start=at("8:40")))
    stage = opened(plan, "15:00", "a", floating=True)
    assert stage.starts() == {"b": "15:00", "c": "15:30"}
    stage.at("15:10").do(c.Start())
    # ten minutes lie between the end of b and the fixed start of c, as in the plan
    assert stage.starts() == {"b": "15:10", "c": "15:40"}
    assert stage.picture.over_under == minutes(0)
    stage.do(c.Backdate("b", minutes(2)))
    assert (stage.starts()["b"], stage.starts()["c"]) == ("15:08", "15:38")


def test_a_break_that_was_laid_aside_at_the_opening_is_as_long_as_in_the_whole_plan() -> None:
    plan = agenda(item("a", 10), item("tea", 15, until=at("8:52")), item("b", 20))
    stage = opened(plan, "8:52", "a", "tea")
    assert stage.row("tea").planned == minutes(42)
    assert stage.row("a").planned == minutes(10)


def test_a_show_that_begins_on_time_with_what_is_not_skipped_is_not_far_from_its_hour() -> None:
    stage = Stage(agenda(item("a", 40), item("b", 20))).at("8:40")
    assert stage.refusal(c.Start()) is Reason.FAR_START
    stage.do(c.Skip("a"), c.Start())
    assert stage.running == "b"


def test_what_was_laid_aside_can_be_brought_back_before_the_session_begins() -> None:
    stage = opened(day(), "7:55", "a", "b")
    stage.do(c.Unskip("a"))
    assert coming(stage) == "a"
    assert stage.picture.session.session_id == "s1"
    stage.do(c.Undo())
    assert states(stage)["a"] == "aside"
    assert stage.refusal(c.Skip("a")) is Reason.ITEM_ASIDE
    assert stage.refusal(c.Unskip("d")) is Reason.NOT_SKIPPED


def test_a_heading_of_which_nothing_is_left_is_laid_aside_and_a_jump_takes_up_its_first_part() -> None:
    plan = agenda(heading("h", item("h1", 5), item("h2", 5), cues=(cue("q"),)), item("b", 5))
    stage = opened(plan, "8:00", "h1", "h2")
    assert stage.row("h").state is ItemState.ASIDE
    stage.do(c.Jump("h"), c.Start())
    assert stage.running == "h1"
    assert stage.row("h").state is ItemState.RUNNING
    half = opened(plan, "8:00", "h1")
    assert half.row("h").state is ItemState.UPCOMING
    assert half.cue("q").item_id == "h2"


def test_a_show_opened_without_any_item_still_has_its_plan() -> None:
    stage = opened(agenda(item("a", 10)), "8:00", "a")
    assert stage.picture.next_call is None
    assert stage.row("a").state is ItemState.ASIDE
    assert Stage(replace(day(), sessions=(session("s1", "8:00"),))).picture.next is None


def test_no_screen_speaks_of_what_is_laid_aside() -> None:
    stage = opened(day(), "12:55", "a", "b")
    for role in Role:
        view = view_of(role, stage.picture, UTC)
        following = getattr(view, "next", None)
        assert following is None or following.item_id == "d"
    crew = view_of(Role.CREW, stage.picture, UTC)
    assert isinstance(crew, HandView)
    assert [need.item.item_id for need in crew.needs] == ["d"]


# Back over the border


def test_a_step_back_over_a_pause_is_asked_about() -> None:
    stage = Stage(day()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:30").do(c.Advance())
    stage.at("8:31").do(c.Back())
    assert stage.running == "b"
    stage.at("8:32").do(c.Advance())
    stage.at("12:58")
    assert stage.ask(c.Back()) == Refused(Reason.LONG_OVER, "b")
    stage.do(c.Advance())
    stage.at("13:01")
    assert stage.ask(c.Back()) == Refused(Reason.LONG_OVER, "b")
    stage.do(c.Back(sure=True))
    assert (stage.running, stage.picture.session.session_id) == ("b", "s1")
    stage.do(c.Undo())
    assert (stage.running, stage.picture.session.session_id) == ("d", "s2")
    stage.at("13:16").do(c.Advance())
    stage.at("13:40").do(c.Back())
    assert stage.running == "d"


def test_a_step_back_over_a_jump_into_another_session_keeps_the_jump() -> None:
    stage = Stage(day()).at("8:00")
    stage.do(c.Start(), c.Jump("g", Rest.ASIDE))
    before = stage.picture.next_call
    stage.at("8:05").do(c.Advance(sure=True))
    stage.do(c.Back())
    assert (type(stage.picture.next_call), coming(stage)) == (type(before), "g")
    stage.sleep(minutes(1)).do(c.Go(sure=True))
    assert stage.running == "g"


# A jump over the border


def test_a_jump_into_a_later_session_asks_what_becomes_of_the_rest() -> None:
    stage = Stage(day()).at("8:00")
    stage.do(c.Start())
    assert stage.refusal(c.Jump("e")) is Reason.REST
    assert stage.refusal(c.Jump("g")) is Reason.REST
    stage.at("8:10").do(c.Advance())
    # nothing is left of the morning
    stage.do(c.Jump("e"))
    assert coming(stage) == "e"


def test_the_rest_is_laid_aside_with_the_jump_and_undo_brings_it_back() -> None:
    stage = Stage(day()).at("8:00")
    stage.do(c.Start(), c.Jump("d", Rest.ASIDE))
    assert states(stage) == {"a": "running", "b": "aside", "d": "upcoming", "e": "upcoming", "g": "upcoming"}
    assert stage.cue("qb").phase is CuePhase.STOOD_DOWN
    stage.do(c.Undo())
    assert states(stage)["b"] == "upcoming"
    assert coming(stage) == "b"
    stage.do(c.Jump("d", Rest.ASIDE))
    stage.at("8:10").do(c.Advance(sure=True))
    assert (stage.running, stage.picture.session.session_id) == ("d", "s2")
    assert coming(stage) == "e"


def test_a_jump_over_a_whole_session_lays_that_aside_too() -> None:
    stage = Stage(day()).at("8:00")
    stage.do(c.Start())
    assert stage.do(c.Jump("g", Rest.ASIDE))[0] == ItemsLaidAside(("b", "d", "e"))


def test_an_item_borrowed_from_the_afternoon_does_not_begin_the_afternoon() -> None:
    stage = Stage(day()).at("8:00")
    stage.do(c.Start(), c.Jump("e", Rest.KEEP))
    # it is expected at once, and what stands behind it in the morning right after it
    assert stage.starts() == {"a": "8:00", "e": "8:10", "b": "8:15", "d": "13:00", "g": "18:00"}
    stage.at("8:10").do(c.Advance())
    assert (stage.running, stage.picture.session.session_id) == ("e", "s1")
    assert coming(stage) == "b"
    # back-time is the morning's: 8:45 less 20' of b, less 5' of e
    assert stage.row("e").latest_start == at("8:20")
    stage.at("8:15").do(c.Advance(), c.Go("qb"))
    assert stage.picture.next_call == CallSession("Buổi s2")
    stage.at("8:35").do(c.Advance())
    assert stage.picture.current is None
    assert stage.picture.session.session_id == "s2"
    assert stage.starts()["d"] == "13:00"
    assert stage.cue("qd").standby_at == at("12:59")
    assert stage.picture.slack == minutes(15)
    stage.at("13:00").do(c.Advance())
    assert stage.running == "d"
    assert coming(stage) == "g"


def test_a_borrowed_item_that_is_undone_is_the_afternoons_again() -> None:
    stage = Stage(day()).at("8:00")
    stage.do(c.Start(), c.Jump("d", Rest.KEEP))
    stage.at("8:10").do(c.Advance())
    stage.do(c.Undo(), c.Undo())
    assert coming(stage) == "b"
    assert stage.starts()["d"] == "13:00"


def test_an_item_left_over_from_the_morning_never_takes_go_in_the_afternoon() -> None:
    stage = Stage(day()).at("8:00")
    stage.do(c.Start(), c.Skip("b"))
    stage.at("8:10").do(c.Advance())
    stage.at("13:00").do(c.Advance())
    stage.do(c.Unskip("b"))
    assert states(stage)["b"] == "aside"
    assert "b" not in stage.starts()
    assert coming(stage) == "e"
    assert stage.picture.session.session_id == "s2"
    # a jump alone takes it, and the afternoon goes on behind it
    stage.do(c.Jump("b"))
    stage.at("13:15").do(c.Advance())
    assert (stage.running, stage.picture.session.session_id) == ("b", "s2")
    assert coming(stage) == "e"


def test_what_was_laid_aside_of_a_session_that_is_over_is_taken_up_by_a_jump_alone() -> None:
    stage = opened(day(), "12:55", "a", "b")
    stage.at("13:00").do(c.Start())
    assert stage.refusal(c.Unskip("b")) is Reason.SESSION_OVER
    assert stage.do(c.Jump("b"))[0] == ItemsTakenUp(("b",))
    stage.do(c.Undo())
    assert states(stage)["b"] == "aside"
    stage.do(c.Jump("b"))
    stage.at("13:15").do(c.Advance())
    assert stage.running == "b"


def test_a_jump_to_the_afternoon_before_the_show_has_begun_borrows_it() -> None:
    stage = Stage(day()).at("8:00")
    stage.do(c.Jump("d", Rest.KEEP))
    assert stage.picture.session.session_id == "s1"
    stage.do(c.Start())
    assert stage.running == "d"
    assert coming(stage) == "a"


def test_after_the_last_item_of_the_running_session_go_waits() -> None:
    stage = Stage(day()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:30").do(c.Advance())
    assert stage.running is None
    stage.do(c.Back())
    assert stage.picture.session.session_id == "s1"
    assert stage.starts()["b"] == "8:10"


def test_the_last_item_skipped_ends_the_session_with_the_one_before() -> None:
    stage = Stage(day()).at("8:00")
    stage.do(c.Start(), c.Skip("b"))
    assert stage.picture.next_call == CallSession("Buổi s2")


def test_the_report_of_a_show_whose_morning_ran_elsewhere_knows_its_afternoon() -> None:
    stage = opened(day(), "12:55", "a", "b", "g")
    stage.at("13:00").do(c.Start())
    stage.at("13:15").do(c.Advance())
    stage.at("13:21").do(c.End())
    told = history(stage.entries)
    assert (told.planned_start, told.over_under) == (at("13:00"), minutes(1))
    assert [(one.session_id, one.started_at is None) for one in told.sessions] == [
        ("s1", True),
        ("s2", False),
        ("s3", True),
    ]
    assert [one.row.state.value for one in told.items] == ["aside", "aside", "done", "done", "aside"]


# Far from the hour


def test_an_item_long_before_its_fixed_start_is_asked_about() -> None:
    stage = Stage(agenda(item("a", 10), item("b", 20, fixed_start=at("9:02")))).at("8:00")
    stage.do(c.Start())
    stage.at("8:05")
    assert stage.ask(c.Advance()) == Refused(Reason.EARLY, "b")
    assert stage.ask(c.Go()) == Refused(Reason.EARLY, "b")
    stage.do(c.Advance(sure=True))
    assert stage.running == "b"


def test_a_quarter_of_an_hour_is_not_far() -> None:
    stage = Stage(agenda(item("a", 10), item("b", 20, fixed_start=at("8:25")))).at("8:00")
    stage.do(c.Start())
    assert stage.at("8:09:59").refusal(c.Advance()) is Reason.EARLY
    stage.at("8:10").do(c.Advance())


def test_a_session_five_hours_early_is_asked_about() -> None:
    stage = Stage(day()).at("8:00")
    stage.do(c.Start(), c.Skip("b"))
    stage.at("8:10").do(c.Advance())
    stage.at("8:11")
    assert stage.refusal(c.Go()) is Reason.EARLY
    stage.do(c.Go(sure=True))
    assert (stage.running, stage.picture.session.session_id) == ("d", "s2")
    # its own start no longer holds for the rest of it
    stage.do(c.Go("qd"))
    stage.sleep(minutes(1)).do(c.Go())
    assert stage.running == "e"


@pytest.mark.parametrize(("now", "far"), [("7:29", True), ("7:30", False), ("8:30", False), ("8:31", True)])
def test_a_start_far_from_the_plan_is_asked_about(now: str, far: bool) -> None:
    stage = Stage(agenda(item("a", 10), item("b", 20)), "7:00").at(now)
    for order in (c.Start(), c.Go(), c.Advance()):
        answer = stage.ask(order)
        assert answer == Refused(Reason.FAR_START, "a") if far else not isinstance(answer, Refused)
        if not far:
            break
    if far:
        stage.do(c.Start(sure=True))
    assert stage.running == "a"


def test_a_plan_without_hours_starts_whenever_it_is_started() -> None:
    stage = Stage(agenda(item("a", 10, fixed_start=at("12:00"))), "3:00", floating=True)
    stage.do(c.Start())
    assert stage.picture.over_under == minutes(0)


def test_a_first_item_with_an_hour_of_its_own_is_not_started_long_before_it() -> None:
    stage = Stage(agenda(item("a", 10, fixed_start=at("8:40"))), "8:00")
    assert stage.refusal(c.Start()) is Reason.FAR_START


def test_what_came_in_before_the_start_does_not_make_it_far() -> None:
    stage = Stage(agenda(item("a", 10)), "7:50")
    stage.do(c.Insert(None, "Đón khách", minutes(5)))
    stage.at("8:00").do(c.Start())
    assert stage.running == "x1"
