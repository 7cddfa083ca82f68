"""When all that is left will start and end, and how late that is. The one place that reckons lateness.

The theory. What is done keeps its actual times. The running item is expected to end at its target (start,
plus holds, plus its planned and added time), a batch of an award round when its round's pace says (pace.py),
which may be before its target or behind it; and once past that, now: it may end any moment, so it
counts only what it has lasted longer. Overrun is always against the target. What is to come follows back to
back, with the waits and breaks of course.py. What is laid aside or left over has no place in it.

Lateness is positive when late. A session is late by its expected end less its planned end, where the plan
is the agenda as it was opened. Back-time runs the other way: the latest start of each item from which,
without any wait, the session still ends at its hard out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.agenda import Item
from runofshow.core.course import Course, course_of, to_defend
from runofshow.core.pace import length_at_pace
from runofshow.core.reckoned import ReckonedById
from runofshow.core.state import State, seated
from runofshow.core.timeline import Span, planned_length, session_ends


class Forecast(Struct, frozen=True):
    spans: ReckonedById[Span]
    """Leaf id to actual or expected times; a skipped leaf has none."""
    planned: Mapping[str, Span]
    """Leaf id to the times of the plan; what was inserted has none."""
    target_end: datetime | None
    """When the running item should end by plan, holds and added time; None when nothing runs."""
    expected_end: datetime | None
    """When it is expected to end, at the pace of its round; that may be past. None when nothing runs."""
    on_target: Mapping[str, Span]
    """Leaf id to the times it would have if what runs had ended when it was expected to."""
    session_ends: Mapping[str, datetime]
    planned_ends: Mapping[str, datetime]
    latest_starts: ReckonedById[datetime]
    """Leaf id to the latest start that makes the hard out; only what runs or is to come, under a hard out."""
    course: Course

    def session_late_by(self, session_id: str) -> timedelta:
        """How much later than planned the session ends."""
        return self.session_ends[session_id] - self.planned_ends[session_id]


def forecast(
    state: State, now: datetime, course: Course | None = None, last: Forecast | None = None
) -> Forecast:
    """The forecast of `state` at `now`. A floating plan must have been settled (see `state.settled`).

    What is still right of a `course` and of the `last` forecast is kept.
    """
    course = course_of(state, course)
    known = {
        item_id: Span(run.started_at, run.ended_at or now)
        for item_id, run in state.runs.items()
        if run.started_at is not None and item_id in state.order.places
    }
    target_end = expected_end = None
    cursor = now
    if state.current is not None:
        place = seated(state, state.current)
        item = place.item
        target_end = target_of(state, item, now)
        expected_end = target_end + (length_at_pace(course.pace, place) - item.duration)
        cursor = max(now, expected_end)
        known[item.item_id] = Span(known[item.item_id].start, cursor)

    spans = course.spans_from(cursor, known, None if last is None else last.spans)
    is_over = expected_end is not None and expected_end < now
    return Forecast(
        spans,
        state.planned,
        target_end,
        expected_end,
        course.spans_from(expected_end, {}) if expected_end is not None and is_over else spans,
        _session_ends(state, course, spans, known),
        # a plan that is laid elsewhere on the clock has other spans
        last.planned_ends
        if last is not None and last.planned is state.planned
        else session_ends(state.plan, state.planned),
        _latest_starts(state, course).or_same(None if last is None else last.latest_starts),
        course,
    )


def _session_ends(
    state: State, course: Course, spans: Mapping[str, Span], known: Mapping[str, Span]
) -> dict[str, datetime]:
    """Session id to the end of its last leaf; its start when nothing of it will run."""
    ends: dict[str, datetime] = {}
    for leaf_id in (*known, *course.last_ones.values()):
        session_id, end = state.order.places[leaf_id].session.session_id, spans[leaf_id].end
        ends[session_id] = max(end, ends.get(session_id, end))
    return {one.session_id: ends.get(one.session_id, one.start_at) for one in state.agenda.sessions}


def start_of(state: State, item_id: str, now: datetime) -> datetime | None:
    """When a leaf started or is expected to, in the hours its plan is written in; None when it is skipped."""
    # a floating plan begins whenever it does: what stands in it is as far from its beginning as ever
    at = state.plan.sessions[0].start_at if state.floating else now
    span = forecast(state, at).spans.get(item_id)
    return None if span is None else span.start


def length_of(state: State, item: Item, now: datetime) -> timedelta:
    """How long a leaf lasts, without added time: up to its hour from its start, where it has one."""
    if item.until is None:
        return item.duration
    start = start_of(state, item.item_id, now)
    return item.duration if start is None else planned_length(item, start)


def target_of(state: State, item: Item, now: datetime) -> datetime:
    """When a started leaf should end: its start, its holds up to `now`, its planned and added time."""
    run = state.run(item.item_id)
    assert run.started_at is not None
    if item.until is not None:
        return max(max(item.until, run.started_at) + run.added, run.started_at)
    return run.started_at + state.held_for(item.item_id, now) + item.duration + run.added


def _latest_starts(state: State, course: Course) -> ReckonedById[datetime]:
    hard_outs = {one.session_id: one.hard_out for one in state.agenda.sessions if one.hard_out is not None}

    def latest(leaf_id: str) -> datetime:
        session_id, left = course.left[leaf_id]
        return hard_outs[session_id] - left

    current = None if state.current is None else seated(state, state.current)
    end = None if current is None else hard_outs.get(current.session.session_id)
    if current is None or end is None:
        return ReckonedById(course.left, latest, {}, hard_outs)
    left = course.left_in[current.session.session_id] + to_defend(state, current)
    return ReckonedById(course.left, latest, {current.item.item_id: end - left}, hard_outs)
