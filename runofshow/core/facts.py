"""What has come true by itself: the facts a tick writes down, once each.

A stand-by reached, a hand cue fallen due, an overrun begun; an auto cue at its moment goes, and one found
later than its tolerance (the machine slept, the program was restarted) is missed, never played late.
A hold stops the running item's clock, and with it its auto cues.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from runofshow.core import events as e
from runofshow.core.agenda import GoMode
from runofshow.core.cues import cue_board
from runofshow.core.evolve import settled
from runofshow.core.forecast import forecast
from runofshow.core.snapshot import CuePhase, CueRow
from runofshow.core.sounding import order_of, silences_anthem
from runofshow.core.state import State


def newly_true(state: State, now: datetime) -> tuple[e.Event, ...]:
    """The facts of `now` that are not written down yet."""
    if state.ended_at is not None:
        return ()
    state = settled(state, now)
    ahead = forecast(state, now)
    facts: list[e.Event] = []
    running_id = state.current_id
    if running_id and ahead.target_end and ahead.target_end < now and not state.run(running_id).overran:
        facts.append(e.OverrunBegan(running_id, now))
    for row in cue_board(state, ahead, now):
        facts.extend(_of_cue(state, row, now))
    return tuple(facts)


def _of_cue(state: State, row: CueRow, now: datetime) -> Iterator[e.Event]:
    if row.phase in (CuePhase.STANDBY, CuePhase.DUE) and row.stood_by_at is None:
        yield e.CueStoodBy(row.cue_id, now)
    if row.phase is not CuePhase.DUE or row.expected_at is None:
        return
    if row.go is GoMode.AUTO and state.held_since is not None:
        return
    if state.cue(row.cue_id).due_at is None:
        # the moment itself, not the tick that saw it: punctuality is measured from here
        yield e.CueFellDue(row.cue_id, row.expected_at)
    if row.go is GoMode.AUTO:
        # a tolerance is of real seconds, as the ticks are: a rehearsal at speed stretches it
        is_late = now - row.expected_at > row.cue.tolerance * max(state.opened.speed, 1.0)
        if silences_anthem(state.sound, order_of(row.cue), state.order.tracks):
            # it waits for the anthem's end, but no longer than it may be late
            if is_late:
                yield e.CueMissed(row.cue_id, now, "anthem")
        elif is_late:
            yield e.CueMissed(row.cue_id, now, "late")
        else:
            yield e.CueGone(row.cue_id, now, auto=True)
