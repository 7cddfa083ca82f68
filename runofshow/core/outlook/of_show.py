"""When a session will end: a show at one moment as a forecast is told of it.

A forecast takes what is left back to back. What waits for an hour of its own (a fixed start, a leader, a
session's start, a break up to an hour) cannot come before it, whatever goes before. So what follows such an
hour is looked at from there as well: of each end of the range the later one counts, of the chances the
smaller. An award's batches are planned at the pace of their round (core/pace.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from msgspec.structs import asdict

from runofshow.core.course import Course
from runofshow.core.end_outlook import EndOutlook
from runofshow.core.forecast import Forecast
from runofshow.core.outlook.habits import Habits
from runofshow.core.outlook.known import Known, Piece, Ran, Running, Take
from runofshow.core.outlook.pieces import piece_of, zero_of
from runofshow.core.outlook.ranges import outlook
from runofshow.core.running_order import Place
from runofshow.core.state import State, seated
from runofshow.core.timeline import NO_TIME
from runofshow.core.value import replace


def end_outlook(
    habits: Habits, takes: Sequence[Take], state: State, ahead: Forecast, now: datetime, session_id: str
) -> EndOutlook | None:
    """What is likely at `now`, of which `ahead` is the forecast; None where nothing of it is left."""
    found = [outlook(habits, one) for one in looks(state, ahead, now, session_id, tuple(takes))]
    if not found:
        return None
    zero = _zero(state)
    return EndOutlook(
        session_id=session_id,
        low=zero + timedelta(seconds=max(one.low_s for one in found)),
        mid=zero + timedelta(seconds=max(one.mid_s for one in found)),
        high=zero + timedelta(seconds=max(one.high_s for one in found)),
        chance=min((one.chance for one in found if one.chance is not None), default=None),
    )


def _zero(state: State) -> datetime:
    return zero_of(state.plan.sessions[0].start_at)


def looks(
    state: State, ahead: Forecast, now: datetime, session_id: str, takes: tuple[Take, ...]
) -> Iterator[Known]:
    """What is known from now on, and from each later hour that something of the session waits for."""
    session = next(one for one in state.agenda.sessions if one.session_id == session_id)
    zero = _zero(state)
    begun = sorted(_begun(state, session_id))
    legs = tuple(_legs(state, ahead.course, session_id))
    current = state.current if begun and state.current_id == begun[-1][1] else None
    if current is not None and current.item.until is not None and ahead.target_end is not None:
        # a break up to its hour: what comes next waits for that
        legs, current = ((ahead.target_end, ()), *legs), None
    running = None if current is None else _running(state, current, now)
    if running is None and not legs:
        return
    known = Known(
        now_s=(now - zero).total_seconds(),
        start_s=((begun[0][0] if begun else session.start_at) - zero).total_seconds(),
        hard_out_s=None if session.hard_out is None else (session.hard_out - zero).total_seconds(),
        takes=takes,
        done=tuple(_done(state, [item_id for _, item_id in begun])),
        running=running,
        rest=tuple(piece for _, pieces in legs for piece in pieces),
    )
    yield known
    for at, (hour, _) in enumerate(legs):
        if hour is not None and hour > now:
            rest = tuple(piece for _, pieces in legs[at:] for piece in pieces)
            yield replace(known, now_s=(hour - zero).total_seconds(), running=None, rest=rest)


def _begun(state: State, session_id: str) -> Iterator[tuple[datetime, str]]:
    """When each leaf began that ran or runs in the session, and its id."""
    for item_id, run in state.runs.items():
        place = state.order.places.get(item_id)
        if place is None or run.started_at is None or run.skipped or run.aside:
            continue
        if seated(state, place).session.session_id == session_id:
            yield run.started_at, item_id


def _legs(
    state: State, course: Course, session_id: str
) -> Iterator[tuple[datetime | None, tuple[Piece, ...]]]:
    """What of the session is to come: the hour that each leg waits for, and its pieces. A break up to an hour
    has none; what follows waits for that hour."""
    coming: dict[int, list[Piece]] = {}
    for place in course.coming:
        if seated(state, place).session.session_id == session_id:
            stretch = course.stretches[place.item.item_id]
            own = coming.setdefault(stretch.leg, [])
            if course.legs[stretch.leg].until is None:
                own.append(piece_of(place, stretch.length))
    for number, pieces in coming.items():
        leg = course.legs[number]
        yield leg.not_before, tuple(pieces)
        if leg.until is not None:
            yield leg.until, ()


def _running(state: State, place: Place, now: datetime) -> Running:
    """The leaf that runs; what it was held for is no part of its length."""
    run = state.run(place.item.item_id)
    assert run.started_at is not None
    lasted = now - run.started_at - state.held_for(place.item.item_id, now)
    planned = piece_of(place, place.item.duration + run.added)
    return Running(**asdict(planned), elapsed_s=max(lasted, NO_TIME).total_seconds())


def _done(state: State, begun: Sequence[str]) -> Iterator[Ran]:
    """What has ended, in the order in which it began."""
    for item_id in begun:
        run, place = state.run(item_id), state.order.places[item_id]
        if run.started_at is not None and run.ended_at is not None:
            lasted = run.ended_at - run.started_at - run.held
            span = state.planned.get(item_id)
            planned = place.item.duration if span is None else span.end - span.start
            yield Ran(**asdict(piece_of(place, planned)), actual_s=max(lasted, NO_TIME).total_seconds())
