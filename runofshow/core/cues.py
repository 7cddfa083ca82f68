"""The phase of every cue, computed from the state, the forecast and now. Nothing is ever scheduled.

The theory. A cue is carried by one leaf: its own item, or, when its item is a heading, the part that runs at
its moment (see carrying.py). Its moment is known from the item it is written at: so long after its start, so
long before the end it should have, so long after the track of another cue has come to its end; holds are not
counted. A word has no moment, nor has a timecode: when that is reached, timecode_now.py says.

What has happened to a cue (`CueRecord`) comes first: gone, missed and stood down are final until they are
taken back. Otherwise the moment decides: a running carrier makes it *due* when the moment is reached;
an acknowledged cue is *ready*, one that the machine plays when it is armed, one by which it falls silent
once it is awaited; within its lead, or told by hand, it is at *stand-by*; before that, *later*.
Added time or a hold moves the moment, and the phase with it, so there is no timer that could be wrong.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from runofshow.core.agenda import Action, AtTimecode, Cue, OnStep, OnWord, Role, TrackMark
from runofshow.core.carrying import carrier_of, moment_of, span_of
from runofshow.core.forecast import Forecast
from runofshow.core.lamp import lamp_of
from runofshow.core.record import CueRecord, Gone, Missed
from runofshow.core.running_order import Place
from runofshow.core.snapshot import CuePhase, CueRow
from runofshow.core.state import State
from runofshow.core.wire import seconds


def cue_now(state: State, ahead: Forecast, now: datetime, place: Place, cue: Cue) -> CueRow:
    """One cue, written at the row `place`."""
    carrier = carrier_of(state, ahead, now, place, cue)
    item = place.item if carrier is None else carrier.item
    will_run = carrier is not None and item.item_id in ahead.spans
    span = span_of(state, ahead, place) if will_run else None
    moment = moment_of(state, ahead, now, place, cue, span)
    # a word is heard while its item runs, so its hand stands by for the item
    standby_at = None if span is None else (moment or span.start) - cue.standby_lead
    record = state.cue(cue.cue_id)
    outcome = record.outcome
    by_machine, armed = is_by_machine(state, cue), state.sound.is_armed(cue.cue_id)
    # a fade or a stop has nothing to load
    is_ready = armed or cue.do is not Action.PLAY if by_machine else record.acked_at is not None
    phase = _phase(state, record, item.item_id, will_run, moment, standby_at, now, is_ready)
    track = None if cue.track_id is None else state.order.tracks.get(cue.track_id)
    return CueRow(
        cue_id=cue.cue_id,
        item_id=item.item_id,
        number=item.number,
        to=cue.to,
        do=cue.do,
        text=cue.text,
        track=cue.track_id,
        track_title=track.title if track else None,
        mark=track.mark if track else TrackMark.PLAIN,
        go=cue.go,
        phase=phase,
        lamp=lamp_of(state, cue, phase, by_machine, is_ready),
        expected_at=moment,
        standby_at=standby_at,
        stood_by_at=record.stood_by_at,
        acked_at=record.acked_at,
        armed=armed,
        by_machine=by_machine,
        gone_at=outcome.at if isinstance(outcome, Gone) else None,
        assumed=cue.assumed,
        track_assumed=cue.track_assumed,
        word=cue.at.word if isinstance(cue.at, OnWord) else None,
        step=cue.at.step if isinstance(cue.at, OnStep) else None,
        pre_wait_s=seconds(cue.pre_wait),
        timecode=cue.at.code.text() if isinstance(cue.at, AtTimecode) else None,
    )


def is_by_machine(state: State, cue: Cue) -> bool:
    """Whether the player of the hall carries it out, so that no hand answers for it."""
    if state.sound.player is None or cue.to is not Role.MUSIC:
        return False
    return cue.do in (Action.FADE, Action.STOP) or is_played(state, cue)


def is_played(state: State, cue: Cue) -> bool:
    """Whether the machine plays it, so that only the machine can say that it is ready."""
    track = state.order.tracks.get(cue.track_id) if cue.track_id else None
    return (
        state.sound.player is not None
        and cue.to is Role.MUSIC
        and cue.do is Action.PLAY
        and track is not None
        and track.file is not None
        and not track.live
    )


def is_too_late(state: State, cue: Cue, late_by: timedelta) -> bool:
    """Whether an auto cue that is so late is missed."""
    # a tolerance is of real seconds, as the ticks are: a rehearsal at speed stretches it
    return late_by > cue.tolerance * max(state.opened.speed, 1.0)


def _phase(
    state: State,
    record: CueRecord,
    leaf_id: str,
    will_run: bool,
    moment: datetime | None,
    standby_at: datetime | None,
    now: datetime,
    is_ready: bool,
) -> CuePhase:
    outcome = record.outcome
    if outcome is not None:
        if isinstance(outcome, Gone):
            return CuePhase.GONE
        return CuePhase.MISSED if isinstance(outcome, Missed) else CuePhase.STOOD_DOWN
    if not will_run or state.ended_at is not None or state.run(leaf_id).ended_at is not None:
        return CuePhase.STOOD_DOWN
    if moment is not None and moment <= now and leaf_id == state.current_id:
        return CuePhase.DUE
    is_awaited = record.stood_by_at is not None or (standby_at is not None and standby_at <= now)
    if record.acked_at is not None or is_awaited:
        return CuePhase.READY if is_ready else CuePhase.STANDBY
    return CuePhase.LATER
