"""Which cues the timecode that comes in has reached.

The theory. What a code sets going is written down once, by the clock that it is. While a code runs forward,
everything between where this run began and where it stands now has been passed. A cue that hangs at such a
moment goes, if its item runs; found later than its tolerance (the tape jumped over it, its item began behind
it) it is missed, never played late. A code that stands, runs back or is lost passes nothing, and one that was
wound back begins a run anew: what has gone is gone. In a hold nothing goes by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from runofshow.core import events as e
from runofshow.core.agenda import AtTimecode, Cue
from runofshow.core.carrying import hung_on
from runofshow.core.sounding import order_of, silences_anthem
from runofshow.core.state import State
from runofshow.core.timecode import frames_between, lasting
from runofshow.core.timecode_now import TimecodeHeard


def passed_by(state: State, heard: TimecodeHeard, now: datetime) -> tuple[e.Event, ...]:
    """What the code sets going at `now`, or leaves behind as missed."""
    if heard.code is None or heard.run_from is None or state.ended_at is not None:
        return ()
    if state.current is None or state.held_since is not None:
        return ()
    ran = frames_between(heard.run_from, heard.code, heard.rate)
    events: list[e.Event] = []
    for cue in hung_on(state, state.current):
        if isinstance(cue.at, AtTimecode) and state.cue(cue.cue_id).outcome is None:
            ago = frames_between(cue.at.code, heard.code, heard.rate)
            if ago <= ran:
                events += _of_cue(state, cue, now, lasting(ago, heard.rate))
    return tuple(events)


def _of_cue(state: State, cue: Cue, now: datetime, late_by: timedelta) -> Iterator[e.Event]:
    if state.cue(cue.cue_id).due_at is None:
        # the moment itself, not the frame that was told: punctuality is measured from here
        yield e.CueFellDue(cue.cue_id, now - late_by)
    if late_by > cue.tolerance:
        yield e.CueMissed(cue.cue_id, now, "timecode")
    elif not silences_anthem(state.sound, order_of(cue), state.order.tracks):
        yield e.CueGone(cue.cue_id, now, auto=True)
