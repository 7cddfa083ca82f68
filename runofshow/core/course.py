"""What is still to come, measured once, and laid on the clock from any moment.

The theory. Leaves run back to back, so where one begins follows from where the first does. Four things break
that chain: a fixed start, a session that has not begun, a leader who is waited for, and a break up to an
hour. What stands between is a *leg*, inside which nothing moves against anything else. A moment later, or a
minute more in front, moves the beginnings of the legs, of which there are few; the span of a leaf is reckoned
from them when it is asked for. A course holds until something else is to come, in another order or for
another length. How long a batch of an award round is expected to last is taught by those that have ended
(pace.py); what is to be defended of a hard out is the plan's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from operator import attrgetter

from msgspec import Struct

from runofshow.core.attendance import awaited
from runofshow.core.pace import Pace, length_at_pace, pace_of, taught
from runofshow.core.reckoned import ReckonedById
from runofshow.core.record import FRESH_RUN, Run
from runofshow.core.rounds import is_batch, round_id_of
from runofshow.core.running_order import Place
from runofshow.core.state import State, begun_sessions, seated, to_come
from runofshow.core.timeline import NO_TIME, Span
from runofshow.core.value import replace


class Leg(Struct, frozen=True):
    not_before: datetime | None
    """It waits for that moment; None where it follows at once."""
    length: timedelta
    """Of a break up to an hour only what was added to it."""
    until: datetime | None = None
    """The hour of such a break, which is a leg of its own."""

    def end(self, start: datetime) -> datetime:
        """When it ends that begins then. A break up to an hour may have less left than is taken from it."""
        if self.until is None:
            return start + self.length
        return start + max(max(self.until - start, NO_TIME) + self.length, NO_TIME)

    def later(self, by: timedelta) -> Leg:
        """The same with its hours later by so much."""
        if self.not_before is None and self.until is None:
            return self
        return Leg(self.not_before and self.not_before + by, self.length, self.until and self.until + by)


class Stretch(Struct, frozen=True):
    """Where a leaf stands in its leg."""

    leg: int
    after: timedelta | None
    """How long after the beginning of its leg it begins; None of the first, which may wait."""
    length: timedelta


class Course(Struct, frozen=True):
    made_of: State
    coming: tuple[Place, ...]
    """The leaves still to be started, in their order; none once the show has ended."""
    legs: tuple[Leg, ...]
    stretches: Mapping[str, Stretch]
    """By the id of the leaf."""
    last_ones: Mapping[str, str]
    """Session id to the last leaf of it that is to come."""
    left: Mapping[str, tuple[str, timedelta]]
    """Leaf id to the session under a hard out in which it is to run, and how long that has still to run then,
    waits apart."""
    left_in: Mapping[str, timedelta]
    """The same of each session under a hard out, in all."""
    pace: Pace
    """What award rounds have taught of the length of a batch."""

    def spans_from(
        self, cursor: datetime, known: dict[str, Span], last: ReckonedById[Span] | None = None
    ) -> ReckonedById[Span]:
        """Every leaf to come back to back from `cursor`, beside those that are `known`; the `last` ones while
        they are the same."""
        begins: list[tuple[datetime, timedelta]] = []
        for leg in self.legs:
            start = cursor if leg.not_before is None else max(cursor, leg.not_before)
            begins.append((start, start - cursor))
            cursor = leg.end(start)

        def span(leaf_id: str) -> Span:
            stretch = self.stretches[leaf_id]
            leg, (begin, wait) = self.legs[stretch.leg], begins[stretch.leg]
            if leg.until is not None:
                return Span(begin, leg.end(begin), wait)
            if stretch.after is None:
                return Span(begin, begin + stretch.length, wait)
            start = begin + stretch.after
            return Span(start, start + stretch.length)

        return ReckonedById(self.stretches, span, known, (self.legs, begins)).or_same(last)

    def moved(self, state: State) -> Course:
        """The same of the same plan at another hour: of `state`, in which all the same is to come."""
        by = state.plan.sessions[0].start_at - self.made_of.plan.sessions[0].start_at
        return replace(self.reworded(state), legs=tuple(leg.later(by) for leg in self.legs))

    def reworded(self, state: State) -> Course:
        """The same of `state`, in which all the same is to come, with other words."""
        coming = tuple(state.order.places[place.item.item_id] for place in self.coming)
        return replace(self, made_of=state, coming=coming)


def course_of(state: State, last: Course | None = None) -> Course:
    """The course of `state`: the `last` one while it holds."""
    if last is None or not _holds(last, state):
        return _measured(state)
    return last if last.made_of.order is state.order else last.reworded(state)


def _holds(course: Course, state: State) -> bool:
    """Whether the same leaves are to come, in the same order and for the same lengths."""
    was = course.made_of
    if was.chosen_id != state.chosen_id or (was.ended_at is None) is not (state.ended_at is None):
        return False
    if was.order is not state.order and not _is_as_long(was, state, course.pace):
        return False
    is_same_wait = was.seen is state.seen and was.agenda is state.agenda
    if not is_same_wait and awaited(was) != awaited(state):
        return False
    return was.runs is state.runs or all(
        (old := was.run(item_id)) is (new := state.run(item_id))
        or (_to_come(old) == _to_come(new) and (taught(old) == taught(new) or not _teaches(state, item_id)))
        for item_id in {**was.runs, **state.runs}
    )


def _is_as_long(was: State, state: State, pace: Pace) -> bool:
    """Whether an amendment has left every leaf where it was, and as long by plan and by `pace`."""

    def lasts(place: Place) -> tuple[object, ...]:
        item = place.item
        taught_by = (round_id_of(place), item.award) if pace.times and is_batch(item) else None
        return item.item_id, item.duration, item.fixed_start, item.until, taught_by

    hours = attrgetter("session_id", "start_at", "hard_out")
    if list(map(hours, was.agenda.sessions)) != list(map(hours, state.agenda.sessions)):
        return False
    old, new = was.order.leaves, state.order.leaves
    return len(old) == len(new) and all(
        before.session.session_id == now.session.session_id
        and (before.item is now.item or lasts(before) == lasts(now))
        for before, now in zip(old, new, strict=True)
    )


def _teaches(state: State, item_id: str) -> bool:
    """Whether how long a leaf lasted says how long others will."""
    place = state.order.places.get(item_id)
    return place is not None and is_batch(place.item)


def _to_come(run: Run) -> tuple[object, ...]:
    """What of a run says whether and how long it is to come, and whether it began its session."""
    is_started = run.started_at is not None
    return is_started, run.skipped, run.aside, run.borrowed, NO_TIME if is_started else run.added


def _measured(state: State) -> Course:
    coming = to_come(state) if state.ended_at is None else ()
    pace = pace_of(state)
    waiting = tuple(map(seated, [state] * len(coming), coming))
    leaders = awaited(state)
    legs: list[Leg] = []
    stretches: dict[str, Stretch] = {}
    begun = begun_sessions(state)
    not_before: datetime | None = None
    length = NO_TIME
    is_first = True
    for place in waiting:
        item, session = place.item, place.session
        starts = [] if item.fixed_start is None else [item.fixed_start]
        if session.session_id not in begun:
            begun.add(session.session_id)
            starts.append(session.start_at)
        starts += (one.arrives_at for one in leaders.get(item.item_id, ()) if one.arrives_at is not None)
        if starts or item.until is not None:
            if not is_first:
                legs.append(Leg(not_before, length))
            not_before, length, is_first = max(starts, default=None), NO_TIME, True
        added = state.runs.get(item.item_id, FRESH_RUN).added
        if item.until is not None:
            stretches[item.item_id] = Stretch(len(legs), None, added)
            legs.append(Leg(not_before, added, item.until))
            not_before = None
            continue
        own = max(length_at_pace(pace, place) + added, NO_TIME)
        stretches[item.item_id] = Stretch(len(legs), None if is_first else length, own)
        length, is_first = length + own, False
    if not is_first:
        legs.append(Leg(not_before, length))
    last_ones = {place.session.session_id: place.item.item_id for place in coming}
    return Course(state, coming, tuple(legs), stretches, last_ones, *_left(state, waiting), pace)


def _left(
    state: State, waiting: tuple[Place, ...]
) -> tuple[dict[str, tuple[str, timedelta]], dict[str, timedelta]]:
    left_in = {one.session_id: NO_TIME for one in state.agenda.sessions if one.hard_out is not None}
    left: dict[str, tuple[str, timedelta]] = {}
    for place in reversed(waiting if left_in else ()):
        session_id = place.session.session_id
        if session_id in left_in:
            left_in[session_id] += to_defend(state, place)
            left[place.item.item_id] = session_id, left_in[session_id]
    return left, left_in


def to_defend(state: State, place: Place) -> timedelta:
    """How long a leaf takes of what is left until a hard out."""
    # a break up to `until` has no length of its own to defend: begun late, it ends at once
    length = place.item.duration if place.item.until is None else NO_TIME
    return length + state.run(place.item.item_id).added
