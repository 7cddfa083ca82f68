"""When all that is left will start and end, and how late that is. The one place that reckons lateness.

The theory. What is done keeps its actual times. The running item is expected to end at its target (start,
plus holds, plus its planned and added time), and once past the target, now: it may end any moment, so it
counts only its overrun. What is to come follows back to
back, with the waits and breaks of timeline.py. What is laid aside or left over has no place in it.

Lateness is positive when late. A session is late by its expected end less its planned end, where the plan
is the agenda as it was opened. Back-time runs the other way: the latest start of each item from which,
without any wait, the session still ends at its hard out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.agenda import Item
from runofshow.core.running_order import Place
from runofshow.core.state import State, begun_sessions, seated, to_come
from runofshow.core.timeline import NO_TIME, Span, laid_out, planned_length, session_ends


class Forecast(Struct, frozen=True):
    spans: Mapping[str, Span]
    """Leaf id to actual or expected times; a skipped leaf has none."""
    planned: Mapping[str, Span]
    """Leaf id to the times of the plan; what was inserted has none."""
    target_end: datetime | None
    """When the running item should end by plan, holds and added time; None when nothing runs."""
    on_target: Mapping[str, Span]
    """Leaf id to the times it would have if what runs had not overrun."""
    session_ends: Mapping[str, datetime]
    planned_ends: Mapping[str, datetime]
    latest_starts: Mapping[str, datetime]
    """Leaf id to the latest start that makes the hard out; only what runs or is to come, under a hard out."""

    def session_late_by(self, session_id: str) -> timedelta:
        """How much later than planned the session ends."""
        return self.session_ends[session_id] - self.planned_ends[session_id]


def forecast(state: State, now: datetime) -> Forecast:
    """The forecast of `state` at `now`. A floating plan must have been settled (see `state.settled`)."""
    spans: dict[str, Span] = {}
    for place in state.order.leaves:
        run = state.run(place.item.item_id)
        if run.started_at is not None:
            spans[place.item.item_id] = Span(run.started_at, run.ended_at or now)

    target_end = None
    cursor = now
    if state.current is not None:
        item = seated(state, state.current).item
        target_end = target_of(state, item, now)
        started_at = spans[item.item_id].start
        cursor = max(now, target_end)
        spans[item.item_id] = Span(started_at, cursor)

    waiting = tuple(seated(state, place) for place in to_come(state)) if state.ended_at is None else ()
    added = {item_id: run.added for item_id, run in state.runs.items()}
    begun = begun_sessions(state)
    spans.update(laid_out(waiting, cursor, begun, added))
    on_target = spans
    if target_end is not None and target_end < now:
        on_target = laid_out(waiting, target_end, begun, added)
    return Forecast(
        spans,
        state.planned,
        target_end,
        on_target,
        session_ends(state.agenda, spans),
        session_ends(state.plan, state.planned),
        _latest_starts(state, waiting),
    )


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


def _latest_starts(state: State, waiting: tuple[Place, ...]) -> dict[str, datetime]:
    current = state.current
    left = (*waiting,) if current is None else (seated(state, current), *waiting)
    latest: dict[str, datetime] = {}
    reached: dict[str, datetime] = {
        session.session_id: session.hard_out
        for session in state.agenda.sessions
        if session.hard_out is not None
    }
    for place in reversed(left):
        end = reached.get(place.session.session_id)
        if end is None:
            continue
        added = state.run(place.item.item_id).added
        # a break up to `until` has no length of its own to defend: begun late, it ends at once
        length = place.item.duration if place.item.until is None else NO_TIME
        reached[place.session.session_id] = latest[place.item.item_id] = end - length - added
    return latest
