"""Taking back the last call, and making it again: each a new fact, never a line less in the record.

The theory. A call is known by the show before it and after it. To take it back, every field that it changed
gets the value from before; what others have changed since (the clock, the hands, the player) stays. But what
the clock has written down stays only as long as it is true of the show that stands again: a stand-by whose
time lies ahead is withdrawn, a cue that went by itself or was missed because of the call waits, and what the
clock had written before the call and has had to unwrite since is written again. To make it again is to take
back the taking back.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

from runofshow.core import events as e
from runofshow.core import undo_events as u
from runofshow.core.agenda import GoMode
from runofshow.core.cues import cue_now, is_too_late
from runofshow.core.forecast import Forecast, forecast
from runofshow.core.image import ALONE, Call
from runofshow.core.record import FRESH_CUE, FRESH_RUN, CueRecord, Gone, Missed, Run
from runofshow.core.refusal import Reason, Refused
from runofshow.core.restoring import image_of, recorded, taken_back_sounds
from runofshow.core.snapshot import CuePhase, CueRow
from runofshow.core.sound import SoundOrder
from runofshow.core.sounding import order_of, silences_anthem
from runofshow.core.state import State, amended, plan_moved, settled
from runofshow.core.timeline import NO_TIME
from runofshow.core.value import replace

Record = TypeVar("Record", Run, CueRecord)

Answer = tuple[e.Event, ...] | Refused


def decide_undo(state: State, now: datetime, sure: bool) -> Answer:
    """The last call taken back. What cuts the anthem short is refused until whoever asks is sure."""
    if not state.calls:
        return Refused(Reason.NOTHING_TO_UNDO)
    return _put_back(state, state.calls[-1], now, sure)


def decide_redo(state: State, now: datetime, sure: bool) -> Answer:
    """The call that was taken back last made again, with its sound, unless that had come to its end."""
    if not state.undone:
        return Refused(Reason.NOTHING_TO_REDO)
    return _put_back(state, state.undone[-1], now, sure, plays=True)


def _put_back(state: State, call: Call, now: datetime, sure: bool, *, plays: bool = False) -> Answer:
    wanted = as_before(state, call, now)
    image = image_of(state, wanted)
    again = tuple(cue_id for cue_id in image.cues if plays and _plays_again(state, wanted, cue_id, now))
    orders: list[SoundOrder | None] = [*taken_back_sounds(state, image)]
    orders += (order_of(wanted.order.cues[cue_id][0]) for cue_id in again)
    if not sure and any(silences_anthem(state.sound, order, state.order.tracks) for order in orders):
        return Refused(Reason.ANTHEM)
    return (u.ShowRestored(call.do, now, image, again),)


def _plays_again(state: State, wanted: State, cue_id: str, now: datetime) -> bool:
    """Whether a cue that has gone again is heard again: not what had come to its end, and nothing late that
    no hand has called."""
    outcome = wanted.cue(cue_id).outcome
    if not isinstance(outcome, Gone) or isinstance(state.cue(cue_id).outcome, Gone):
        return False
    if wanted.cue(cue_id).played_out_at is not None or cue_id not in wanted.order.cues:
        return False
    return not outcome.auto or not is_too_late(state, wanted.order.cues[cue_id][0], now - outcome.at)


def as_before(state: State, call: Call, now: datetime) -> State:
    """The show as if the call had not been made, as far as that can be known at `now`."""
    was = recorded(state, call.before)
    then = recorded(was, call.after)
    by = was.plan.sessions[0].start_at - then.plan.sessions[0].start_at
    if by:
        state, then = plan_moved(state, by), plan_moved(then, by)
    alone = {name: getattr(was, name) for name in ALONE if getattr(was, name) != getattr(then, name)}
    merged = replace(
        state,
        **alone,
        runs=_merged(state.runs, was.runs, then.runs, FRESH_RUN),
        cues=_merged(state.cues, was.cues, then.cues, FRESH_CUE),
    )
    # with the runs as they were, other parts of a heading may be its first and last
    merged = amended(merged, state.agenda if then.agenda == was.agenda else was.agenda)
    # neither an overrun that is written down nor a cue says when anything ends
    ahead = forecast(settled(merged, now), now)
    merged = replace(merged, runs={**merged.runs, **_true_runs(merged, was, now, ahead.target_end)})
    merged = replace(
        merged, cues={**merged.cues, **_answers_gone(state, merged, was), **_of_nothing(merged, was)}
    )
    # what follows another cue's track is true only with that: so until nothing changes
    while changed := _true_cues(merged, was, now, ahead):
        merged = replace(merged, cues={**merged.cues, **changed})
    return merged


def _merged(
    now: Mapping[str, Record], was: Mapping[str, Record], then: Mapping[str, Record], fresh: Record
) -> dict[str, Record]:
    """Each record with the fields that the call changed as they were."""
    merged = dict(now)
    for key in {**was, **then}:
        old, new = was.get(key, fresh), then.get(key, fresh)
        if old is not new:
            changed = {
                name: getattr(old, name)
                for name in old.__struct_fields__
                if getattr(old, name) != getattr(new, name)
            }
            merged[key] = replace(now.get(key, fresh), **changed)
    return merged


def _true_runs(state: State, was: State, now: datetime, end: datetime | None) -> dict[str, Run]:
    """The overruns that are true, where the record has others; `end` is when what runs should."""
    overran = {
        key: was.run(key).overran
        or (key == state.current_id and run.overran and end is not None and end < now)
        for key, run in state.runs.items()
    }
    return {
        key: replace(state.run(key), overran=it)
        for key, it in overran.items()
        if it != state.run(key).overran
    }


def _answers_gone(state: State, merged: State, was: State) -> dict[str, CueRecord]:
    """An answer goes with the stand-by that it answered."""
    return {
        key: replace(record, acked_at=_silent(state.cue(key), was.cue(key)).acked_at)
        for key, record in merged.cues.items()
        if record.stood_by_at is None
        and state.cue(key).stood_by_at is not None
        and record.acked_at == state.cue(key).acked_at
    }


def _silent(record: CueRecord, was: CueRecord) -> CueRecord:
    """Without its stand-by and the answer to that; an answer from before the call was to none."""
    silent = record.without_stand_by()
    return replace(silent, acked_at=record.acked_at) if record.acked_at == was.acked_at else silent


def _of_nothing(state: State, was: State) -> dict[str, CueRecord]:
    """The cues of what is no longer in the agenda, as they were."""
    return {key: was.cue(key) for key in state.cues if key not in state.order.cues}


def _true_cues(state: State, was: State, now: datetime, ahead: Forecast) -> dict[str, CueRecord]:
    """What the clock has to say of the cues, where the record has something else. Of a cue of which nothing
    is written down, and nothing was, it has nothing to say."""
    untold = {key: _untold(record, was.cue(key)) for key, record in state.cues.items()}
    standing = settled(replace(state, cues=untold), now)
    known = standing.order.cues
    written = (known[key] for key in {**state.cues, **was.cues} if key in known)
    rows = (cue_now(standing, ahead, now, place, cue) for cue, place in written)
    true = {row.cue_id: _true(state, was.cue(row.cue_id), row, now) for row in rows}
    return {key: record for key, record in true.items() if record != state.cue(key)}


def _untold(record: CueRecord, was: CueRecord) -> CueRecord:
    return _silent(record, was) if record.told_by_clock and was.stood_by_at is None else record


def _true(state: State, was: CueRecord, row: CueRow, now: datetime) -> CueRecord:
    """One cue. What the clock had said of it before the call is said again; what it has said since stays
    while it would say so of the show that stands again. `row` is of a cue whose hand it has not told."""
    record = state.cue(row.cue_id)
    if was.outcome is not None:
        # a cue that is over stays as it was, but for the end of its track
        return replace(was, played_out_at=record.played_out_at, held_by_then=record.held_by_then)
    if was.stood_by_at is not None:
        record = replace(record, stood_by_at=was.stood_by_at, told_by_clock=was.told_by_clock)
    elif row.phase not in _TOLD:
        record = _untold(record, was)
    moment = row.expected_at
    reached = moment is not None and moment <= now and row.item_id == state.current_id
    if row.go is GoMode.AUTO and state.held_since is not None:
        # a hold stops what goes by itself
        reached = False
    if row.timecode is not None:
        # what a timecode did no clock can say again: it stands as long as its item does
        reached = row.item_id == state.current_id
    outcome = record.outcome
    if isinstance(outcome, Gone | Missed) and outcome.by_clock:
        by_itself = reached and row.go is GoMode.AUTO
        if not by_itself or (isinstance(outcome, Missed) and not _too_late(state, row, outcome)):
            outcome = None
    due_at = record.due_at
    if was.due_at is not None:
        due_at = was.due_at
    elif outcome is None and not (reached and due_at == moment):
        due_at = None
    if not isinstance(outcome, Gone):
        record = replace(record, played_out_at=None, held_by_then=NO_TIME)
    return replace(record, outcome=outcome, due_at=due_at)


_TOLD = (CuePhase.STANDBY, CuePhase.DUE, CuePhase.GONE, CuePhase.MISSED)
"""The phases in which a hand has been told."""


def _too_late(state: State, row: CueRow, missed: Missed) -> bool:
    if row.timecode is not None:
        return True
    assert row.expected_at is not None
    return is_too_late(state, state.order.cues[row.cue_id][0], missed.at - row.expected_at)
