"""What stands on every screen until somebody has read it: how alarms come, add up and give way."""

from __future__ import annotations

from datetime import datetime, timedelta

from runofshow.core.alarms import Alarm, AlarmCode
from runofshow.core.commands import ClockFault
from runofshow.core.gear import name_of
from runofshow.core.gear_told import gear_of
from runofshow.core.sound_events import SignalFailed
from runofshow.core.state import State
from runofshow.core.value import replace

LEAST_STEP = timedelta(seconds=2)
"""A wall clock that is off by less needs no correction."""
MOST_ALARMS = 40
"""Of the events; the oldest give way."""

OF_CLOCK = frozenset(AlarmCode(fault) for fault in ClockFault)


def alarmed(state: State, alarm: Alarm) -> State:
    """One of each kind about each thing, the newest last."""
    about = (alarm.code, alarm.detail, alarm.cause)
    rest = [known for known in state.alarms if (known.code, known.detail, known.cause) != about]
    return replace(state, alarms=(*rest[1 - MOST_ALARMS :], alarm))


def clock_parted(state: State, fault: ClockFault, by: timedelta, at: datetime) -> State:
    """A wall clock that was set again is off by the sum; set back to where it was, it needs no correction."""
    if fault is ClockFault.STEPPED:
        by += sum((one.by for one in state.alarms if one.code is AlarmCode.STEPPED), timedelta())
        if abs(by) < LEAST_STEP:
            return replace(
                state, alarms=tuple(one for one in state.alarms if one.code is not AlarmCode.STEPPED)
            )
    return alarmed(state, Alarm(AlarmCode(fault), at, by))


def outlives(alarm: Alarm) -> bool:
    """Whether it says what a correction of the clock does not answer."""
    return alarm.code not in OF_CLOCK


def signal_failed(state: State, event: SignalFailed) -> State:
    """With the alarm about it; gear has one, since it first failed after it had last worked."""
    cause, _, about = event.detail.partition(": ")
    gear = gear_of(state.agenda, event.signal_id)
    if gear is None:
        titles = (signal.title for signal in state.agenda.signals if signal.signal_id == event.signal_id)
        detail = " · ".join(filter(None, (next(titles, "") or event.signal_id, about)))
        return alarmed(state, Alarm(AlarmCode.SIGNAL_FAILED, event.at, detail=detail, cause=cause))
    known = next((one for one in state.alarms if one.gear_id == gear.gear_id), None)
    rest = tuple(one for one in state.alarms if one is not known)
    since = event.at if known is None else known.since
    # its name and why leave a narrow screen no room for more, which is in the record
    alarm = Alarm(AlarmCode.GEAR_FAILED, since, detail=name_of(gear), cause=cause, gear_id=gear.gear_id)
    return alarmed(replace(state, alarms=rest), alarm)


def gear_works(state: State, signal_id: str) -> State:
    """Without the alarm about the gear that has just taken a signal."""
    gear = gear_of(state.agenda, signal_id)
    if gear is None:
        return state
    return replace(state, alarms=tuple(one for one in state.alarms if one.gear_id != gear.gear_id))


MISSED = (AlarmCode.TRACK_BROKEN, AlarmCode.TRACK_LATE, AlarmCode.PLAYER_DIED)
"""Alarms about something that was not heard: that the track is loaded again does not answer them."""


def answered(state: State, track_id: str, *, is_heard: bool) -> State:
    """Without the alarms about a track that is ready again; what was missed stays said until it is heard."""
    missed = () if is_heard else MISSED
    rest = (one for one in state.alarms if one.track_id != track_id or one.code in missed)
    return replace(state, alarms=tuple(rest))
