"""What is to come, measured once and asked for later, is what laying out every leaf anew gives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda
from runofshow.core.board import board_at
from runofshow.core.forecast import Forecast, target_of
from runofshow.core.pace import Pace, length_at_pace, pace_of
from runofshow.core.running_order import Place
from runofshow.core.state import State, amended, begun_sessions, seated, to_come
from runofshow.core.timeline import NO_TIME, Span, laid_out, session_ends
from runofshow.core.value import replace
from tests.core.histories import Moment, opening, some_call
from tests.core.shows import Stage, agenda, at, heading, item, minutes, seconds, two_sessions

Times = tuple[dict[str, Span], dict[str, Span], dict[str, datetime], dict[str, datetime]]


def plain(state: State, now: datetime) -> Times:
    """The plain rule: every leaf laid out now, one behind the other."""
    spans = {
        place.item.item_id: Span(run.started_at, run.ended_at or now)
        for place in state.order.leaves
        if (run := state.run(place.item.item_id)).started_at is not None
    }
    pace = pace_of(state)
    end = None
    if state.current is not None:
        current = seated(state, state.current)
        end = target_of(state, _paced(pace, current).item, now)
        spans[current.item.item_id] = Span(spans[current.item.item_id].start, max(now, end))
    waiting = tuple(seated(state, place) for place in to_come(state)) if state.ended_at is None else ()
    paced = tuple(_paced(pace, place) for place in waiting)
    added = {item_id: run.added for item_id, run in state.runs.items()}
    begun = begun_sessions(state)
    spans.update(laid_out(paced, now if end is None else max(now, end), begun, added))
    on_target = spans
    if end is not None and end < now:
        on_target = laid_out(paced, end, begun, added)
    return spans, on_target, session_ends(state.agenda, spans), _latest_starts(state, waiting)


def _paced(pace: Pace, place: Place) -> Place:
    """A leaf as long as its round has taught."""
    return replace(place, item=replace(place.item, duration=length_at_pace(pace, place)))


def _latest_starts(state: State, waiting: tuple[Place, ...]) -> dict[str, datetime]:
    left = waiting if state.current is None else (seated(state, state.current), *waiting)
    reached = {one.session_id: one.hard_out for one in state.agenda.sessions if one.hard_out is not None}
    latest = {}
    for place in reversed(left):
        if (end := reached.get(place.session.session_id)) is not None:
            length = place.item.duration if place.item.until is None else NO_TIME
            added = state.run(place.item.item_id).added
            latest[place.item.item_id] = reached[place.session.session_id] = end - length - added
    return latest


def assert_plain(ahead: Forecast, state: State, now: datetime) -> None:
    lazily: tuple[Mapping[str, object], ...] = (
        ahead.spans,
        ahead.on_target,
        ahead.session_ends,
        ahead.latest_starts,
    )
    for kept, wanted in zip(lazily, plain(state, now), strict=True):
        assert dict(kept) == wanted
        assert len(kept) == len(wanted)
    assert ahead.course.coming == (to_come(state) if state.ended_at is None else ())
    assert ahead.planned_ends == session_ends(state.plan, state.planned)


@settings(deadline=None, max_examples=10)
@given(st.integers(0, 2**32))
def test_a_course_that_is_kept_gives_the_times_of_laying_out_anew(seed: int) -> None:
    draw = Random(seed)
    here = _with_hard_outs(draw, opening(draw))
    board = board_at(here.state, here.now)
    for _ in range(25):
        here = here.asked(some_call(draw, here)) or here
        here = replace(here, now=here.now + seconds(draw.choice((0, 1, 30, 300))))
        board = board_at(here.state, here.now, board)
        assert_plain(board.ahead, board.state, here.now)


def _with_hard_outs(draw: Random, here: Moment) -> Moment:
    sessions = tuple(
        replace(one, hard_out=one.start_at + minutes(30)) if draw.random() < 0.5 else one
        for one in here.state.agenda.sessions
    )
    return replace(here, state=amended(here.state, replace(here.state.agenda, sessions=sessions)))


def _conference() -> Agenda:
    tea = item("tea", 10, until=at("8:40"))
    return agenda(item("a", 10), heading("h", item("p", 10), item("q", 5)), tea, item("b", 10))


def test_a_minute_more_for_what_runs_and_a_hold_measure_nothing_anew() -> None:
    stage = Stage(_conference()).at("8:00")
    stage.do(c.Start())
    first = board_at(stage.state, at("8:01"))
    stage.do(c.AddTime(minutes(1)), c.Hold())
    later = board_at(stage.state, at("8:03"), first)
    assert later.ahead.course is first.ahead.course
    assert later.ahead.spans["p"].start == at("8:14")
    assert_plain(later.ahead, stage.state, at("8:03"))


def test_a_minute_more_for_what_is_to_come_measures_it_anew() -> None:
    stage = Stage(_conference()).at("8:00")
    stage.do(c.Start())
    first = board_at(stage.state, at("8:00"))
    stage.do(c.AddTime(minutes(1), "p"))
    later = board_at(stage.state, at("8:00"), first)
    assert later.ahead.course is not first.ahead.course
    assert later.ahead.spans["q"].start == at("8:21")


def test_an_amendment_that_leaves_every_length_measures_nothing_anew_and_another_does() -> None:
    stage = Stage(_conference()).at("8:00")
    stage.do(c.Start())
    first = board_at(stage.state, at("8:00"))
    stage.do(c.Edit("p", title="Khác", by="Bà Q"))
    reworded = board_at(stage.state, at("8:00"), first)
    assert reworded.ahead.spans is first.ahead.spans
    assert reworded.coming[0].item.by == "Bà Q"
    stage.do(c.Edit("q", duration=minutes(7)))
    longer = board_at(stage.state, at("8:00"), reworded)
    assert longer.ahead.course.stretches is not first.ahead.course.stretches
    assert_plain(longer.ahead, stage.state, at("8:00"))


def test_a_plan_that_moves_with_a_clock_that_is_put_right_is_measured_anew() -> None:
    stage = Stage(_conference(), floating=True).at("8:07")
    stage.do(c.Start())
    first = board_at(stage.state, at("8:07"))
    stage.do(c.CorrectClock(minutes(2)))
    assert_plain(board_at(stage.state, stage.now, first).ahead, stage.state, stage.now)


def test_the_second_session_waits_for_its_hour_and_only_its_first_item_does() -> None:
    stage = Stage(two_sessions()).at("8:00")
    ahead = board_at(stage.state, at("8:00")).ahead
    waits = {leaf_id: span.wait for leaf_id, span in ahead.spans.items() if span.wait}
    assert list(waits) == [stage.state.agenda.sessions[1].items[0].item_id]
    assert_plain(ahead, stage.state, at("8:00"))
    assert "nobody" not in ahead.spans
    assert ahead.spans.get("nobody") is None


def test_the_end_of_the_show_leaves_nothing_to_come() -> None:
    stage = Stage(agenda(item("a", 10), item("b", 5))).at("8:00")
    stage.do(c.Start())
    first = board_at(stage.state, at("8:00"))
    stage.do(c.End(sure=True))
    assert board_at(stage.state, at("8:00"), first).ahead.course.coming == ()


def test_a_plan_that_waits_for_its_first_call_is_measured_once_however_the_clock_goes() -> None:
    stage = Stage(_conference(), floating=True).at("8:00")
    first = board_at(stage.state, at("8:00"))
    later = board_at(stage.state, at("8:07"), first)
    assert later.grid is first.grid
    assert later.ahead.course.stretches is first.ahead.course.stretches
    assert later.ahead.spans["b"] == Span(at("8:47"), at("8:57"))
    assert_plain(later.ahead, later.state, at("8:07"))
    assert later.rows == board_at(stage.state, at("8:07")).rows
    assert later.cues == board_at(stage.state, at("8:07")).cues
