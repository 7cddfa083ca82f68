"""The rules of what was called too early or too late: back to the item before, and a start put right.

In a rehearsal nothing was too early: who goes back there wants the item once more. It waits for its next take
and begins when it is called; the takes that it had stay in the record (takes.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from runofshow.core import events as e
from runofshow.core.carrying import hung_on
from runofshow.core.commands import Mode
from runofshow.core.record import FRESH_RUN, Missed, StoodDown
from runofshow.core.refusal import Reason, Refused
from runofshow.core.state import State

DAY = timedelta(hours=24)
"""No length and no correction is longer."""

Events = tuple[e.Event, ...]


def decide_back(state: State) -> Events | Refused:
    """Return to the leaf that ended last; it runs on from its old start, and its cues that were left wait.
    In a rehearsal it comes next, for another take."""
    last = ended_last(state)
    if last is None:
        return Refused(Reason.NO_ITEM_BEFORE)
    before, ended_at = last
    if state.opened.mode is Mode.REHEARSAL:
        return (*_broken_off(state), *once_more(state, before))
    events = list(_broken_off(state))
    if state.current_id is not None:
        is_at_once = state.run(state.current_id).started_at == ended_at
        events += _still_next(state, state.current_id, before, is_at_once)
    return (*events, e.ItemReopened(before, ended_at), *_left_behind(state, before))


def once_more(state: State, item_id: str) -> Events:
    """The leaf, which is over, comes next for another take."""
    started_at = state.run(item_id).started_at
    assert started_at is not None
    return (e.ItemReturned(item_id, started_at), e.NextChosen(item_id, state.chosen_id))


def _broken_off(state: State) -> Events:
    """The running leaf waits again, and what it was held for with it."""
    if state.current_id is None:
        return ()
    started_at = state.run(state.current_id).started_at
    assert started_at is not None
    held: Events = () if state.held_since is None else (e.HoldCancelled(state.held_since),)
    return (*held, e.ItemReturned(state.current_id, started_at))


def ended_last(state: State) -> tuple[str, datetime] | None:
    """The leaf that ended last, and when; None when none has."""
    ended = [
        # the later start decides where one was back-dated so far that nothing is left of its item
        (run.ended_at, run.started_at, item_id)
        for item_id, run in state.runs.items()
        if run.ended_at is not None and run.started_at is not None
    ]
    if not ended:
        return None
    ended_at, _, item_id = max(ended)
    return item_id, ended_at


def _still_next(state: State, item_id: str, before: str, is_at_once: bool) -> Iterator[e.Event]:
    """The leaf that is stepped back from comes next again, also where a jump had led to it.

    `is_at_once`: it began as `before` ended. Into another session only a jump leads so; else GO ends the
    session first.
    """
    if state.chosen_id is not None:
        return
    here, there = (state.order.places[leaf].session.session_id for leaf in (before, item_id))
    if is_at_once and here != there:
        yield e.NextChosen(item_id, None)
        return
    waiting = (
        leaf.item.item_id
        for leaf in state.order.leaves
        if state.is_upcoming(leaf.item.item_id) or leaf.item.item_id == item_id
    )
    if next(waiting) != item_id:
        yield e.NextChosen(item_id, None)


def _left_behind(state: State, item_id: str) -> Iterator[e.Event]:
    """The recall of the cues that were settled because their item was left."""
    place = state.order.places[item_id]
    for cue in hung_on(state, place):
        outcome = state.cue(cue.cue_id).outcome
        # what became of a heading's cue in another part stays
        if outcome is None or (cue not in place.item.cues and outcome.at != state.run(item_id).ended_at):
            continue
        match outcome:
            case Missed(at, "item_left"):
                yield e.CueRecalled(cue.cue_id, e.CueMissed(cue.cue_id, at, "item_left"))
            case StoodDown(at):
                yield e.CueRecalled(cue.cue_id, e.CueStoodDown(cue.cue_id, at))
            case _:
                continue


def decide_backdate(state: State, item_id: str, by: timedelta, now: datetime) -> Events | Refused:
    """The start moves, and the end of what ran before it with it; neither may pass a neighbour or a hold."""
    if item_id not in state.order.places:
        return Refused(Reason.UNKNOWN_ITEM, item_id)
    run = state.run(item_id)
    if run.started_at is None:
        return Refused(Reason.NOT_STARTED, item_id)
    if not by or not within_a_day(by):
        return Refused(Reason.BAD_LENGTH, item_id)
    start = run.started_at - by
    touching = (
        other_id
        for other_id, other in state.runs.items()
        if other_id != item_id and other.ended_at == run.started_at and other.started_at is not None
    )
    before = next(touching, None)
    earlier = FRESH_RUN if before is None else state.run(before)
    # no item is shorter than its holds
    floor = earlier.started_at and earlier.started_at + earlier.held
    ceiling = (run.ended_at or now) - state.held_for(item_id, now)
    if start > ceiling or (floor is not None and start < floor):
        return Refused(Reason.BAD_LENGTH, item_id)
    if before is None and any(
        other.ended_at is not None and other_id != item_id and start < other.ended_at <= run.started_at
        for other_id, other in state.runs.items()
    ):
        return Refused(Reason.BAD_LENGTH, item_id)
    return (e.StartBackdated(item_id, by, before),)


def within_a_day(length: timedelta) -> bool:
    """Whether a length or a correction is one that somebody can mean."""
    return -DAY <= length <= DAY
