"""Which leaf carries a cue, and when its moment is.

The theory. A cue of a leaf is carried by that leaf. A heading runs from the start of its first part to the
end of its last, and its cues are reckoned from there; each is carried by the part that runs when its moment
comes, and one that has no moment yet, or whose moment has come, by the part that runs now. So a moment 12
minutes in is not lost when the first part lasts 10, nor one 15 minutes before the end of a last part of 10.
What has happened to a cue stays with the part in which it happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import assert_never

from runofshow.core.agenda import AfterCue, Agenda, AtStart, AtTimecode, BeforeEnd, Cue, OnStep, OnWord
from runofshow.core.commands import Mode
from runofshow.core.events import ShowOpened
from runofshow.core.forecast import Forecast, forecast
from runofshow.core.record import Gone, Missed, StoodDown
from runofshow.core.rounds import is_batch, step_at_of, step_of
from runofshow.core.running_order import Place, RunningOrder
from runofshow.core.state import State, begin, in_turn
from runofshow.core.timeline import NO_TIME, Span

Shares = Mapping[str, tuple[Cue, ...]]
"""Leaf id to all that it carries, in calling order, of each leaf that has a share of its heading's cues."""


def carried_by(state: State, shares: Shares, leaf_id: str) -> tuple[Cue, ...]:
    """What a leaf carries, in calling order: its own cues and its heading's share."""
    return shares.get(leaf_id) or state.order.calls.get(leaf_id, ())


def shared_out(state: State, ahead: Forecast, now: datetime) -> Shares:
    """The share of its heading's cues that each part carries as it looks at `now`."""
    shares: dict[str, tuple[Cue, ...]] = {}
    for heading_id, ends in state.order.ends.items():
        cues = state.order.calls.get(heading_id)
        if cues is None or ends[0] is None:
            continue
        heading = state.order.places[heading_id]
        found: dict[str, list[Cue]] = {}
        for cue in cues:
            leaf = carrier_of(state, ahead, now, heading, cue)
            assert leaf is not None, "one of its parts runs"
            found.setdefault(leaf.item.item_id, []).append(cue)
        shares |= {leaf_id: _merged(state, ahead, now, leaf_id, share) for leaf_id, share in found.items()}
    return shares


def hung_on(state: State, leaf: Place) -> tuple[Cue, ...]:
    """The cues of a leaf and of its heading."""
    rows = (leaf.item,) if leaf.parent is None else (leaf.parent, leaf.item)
    return tuple(cue for row in rows for cue in state.order.calls.get(row.item_id, ()))


def outlives(state: State, leaf: Place, cue: Cue) -> bool:
    """Whether a cue that hangs on `leaf` waits on when it is left: its heading's, with a part to come."""
    parts = () if leaf.parent is None or cue in leaf.item.cues else leaf.parent.parts
    return any(state.is_upcoming(part.item_id) for part in parts)


def called_by_plan(agenda: Agenda, order: RunningOrder) -> Shares:
    """Leaf id to all that it carries, in calling order, of every leaf, when all goes by plan."""
    start = agenda.sessions[0].start_at
    state = begin(ShowOpened(agenda, Mode.LIVE, 1.0, False, "", start), order)
    shares = shared_out(state, forecast(state, start), start)
    return {leaf.item.item_id: carried_by(state, shares, leaf.item.item_id) for leaf in state.order.leaves}


def carrier_of(state: State, ahead: Forecast, now: datetime, place: Place, cue: Cue) -> Place | None:
    """The leaf that carries a cue written at `place`; None when every part of a heading is skipped."""
    if place.is_leaf:
        return place
    parts = in_turn(state, place.item)
    if not parts:
        return None
    outcome = state.cue(cue.cue_id).outcome
    if outcome is not None:
        begun = [
            part
            for part in parts
            if (at := state.run(part.item_id).started_at)
            # what is settled as a part is left is settled in that one, at the moment in which the next begins
            and (at < outcome.at if _is_settled(outcome) else at <= outcome.at)
        ]
        return state.order.places[(begun or parts[:1])[-1].item_id]
    left = [part.item_id for part in parts if state.run(part.item_id).ended_at is None]
    moment = moment_of(state, ahead, now, place, cue, span_of(state, ahead, place))
    if moment is None or moment <= now:
        return state.order.places[left[0] if left else parts[-1].item_id]
    spans = ((leaf_id, ahead.spans.get(leaf_id)) for leaf_id in left)
    reaching = (leaf_id for leaf_id, span in spans if span is not None and span.end > moment)
    return state.order.places[next(reaching, parts[-1].item_id)]


def _is_settled(outcome: Gone | Missed | StoodDown) -> bool:
    """Whether it came with the end of the part, and by nobody's call."""
    return isinstance(outcome, StoodDown) or (isinstance(outcome, Missed) and outcome.reason == "item_left")


def span_of(state: State, ahead: Forecast, place: Place) -> Span | None:
    """From when to when a row runs, a heading from its first part to its last; None when it will not."""
    first, last = state.order.ends.get(place.item.item_id, (place.item.item_id, place.item.item_id))
    start, end = ahead.spans.get(first or ""), ahead.spans.get(last or "")
    if start is None or end is None:
        return None
    # of what runs, the end it should have: an overrun does not put off what hangs on it
    is_running = last == state.current_id and ahead.target_end is not None
    return Span(start.start, ahead.target_end if is_running and ahead.target_end else end.end)


def moment_of(
    state: State, ahead: Forecast, now: datetime, place: Place, cue: Cue, span: Span | None
) -> datetime | None:
    """When a cue written at `place` falls due; None for a word, a code, and what nobody can know yet."""
    if span is None:
        return None
    match cue.at:
        case AtStart(after):
            # zero is the start itself, whatever was held since
            return span.start + after + state.held_in(place.item, now) if after else span.start
        case BeforeEnd(lead):
            moment = span.end - lead
            return _end_on_target(state, ahead, place, span.end) - lead if moment <= now else moment
        case AfterCue(cue_id, wait):
            followed = state.cue(cue_id)
            # the music plays on in a hold, but what follows waits with its item
            held = max(state.held_in(place.item, now) - followed.held_by_then, NO_TIME)
            return followed.played_out_at and followed.played_out_at + wait + held
        case OnStep(step):
            # a step begins while its batch runs, and of those to come nobody is asked where they stand
            is_running = place.item.item_id == state.current_id and is_batch(place.item)
            return step_at_of(state, place) if is_running and step_of(state, place) is step else None
        case OnWord() | AtTimecode():
            return None
    assert_never(cue.at)


def _end_on_target(state: State, ahead: Forecast, place: Place, end: datetime) -> datetime:
    """The end of a heading as it was before the part that runs overran; `end` of any other row.

    That overrun puts off what is still to fall due before the end, and not what has fallen due: else its
    moment would pass by with the clock, always as long ago.
    """
    parent = None if state.current is None else state.current.parent
    if parent is None or parent.item_id != place.item.item_id:
        return end
    _, last = state.order.ends[parent.item_id]
    kept = ahead.on_target.get(last or "")
    return end if kept is None else kept.end


def _merged(state: State, ahead: Forecast, now: datetime, leaf_id: str, share: list[Cue]) -> tuple[Cue, ...]:
    """Both by their moments, the heading's first; what has none keeps its place behind the cue before it."""
    own = state.order.calls.get(leaf_id, ())
    keyed = [*_by_moment(state, ahead, now, share), *_by_moment(state, ahead, now, own)]
    return tuple(cue for _, cue in sorted(keyed, key=lambda entry: entry[0]))


def _by_moment(
    state: State, ahead: Forecast, now: datetime, cues: Iterable[Cue]
) -> Iterator[tuple[tuple[datetime, bool], Cue]]:
    key = (datetime.min.replace(tzinfo=UTC), False)
    for cue in cues:
        place = state.order.cues[cue.cue_id][1]
        moment = moment_of(state, ahead, now, place, cue, span_of(state, ahead, place))
        if moment is not None and isinstance(cue.at, AtStart | BeforeEnd):
            key = (moment, isinstance(cue.at, BeforeEnd))
        yield key, cue
