"""What has come true by itself: the facts a tick writes down, once each.

A stand-by reached, a hand cue fallen due, an overrun begun; an auto cue at its moment goes, and one found
later than its tolerance (the machine slept, the program was restarted) is missed, never played late.
A hold stops the running item's clock, and with it its auto cues.

What has stopped being true by itself is a fact too. An order can put an end or a moment off again (time
given back, a start put right, a cue edited): then the overrun is over, the stand-by is withdrawn unless it
was answered, and a cue that fell due, or was missed by the clock, waits again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from runofshow.core import events as e
from runofshow.core import undo_events as u
from runofshow.core.agenda import GoMode
from runofshow.core.board import Board
from runofshow.core.cues import is_too_late
from runofshow.core.record import Gone, StoodDown
from runofshow.core.snapshot import CuePhase, CueRow
from runofshow.core.sounding import order_of, silences_anthem
from runofshow.core.state import State


def newly_true(board: Board) -> tuple[e.Event, ...]:
    """The facts of this moment that are not written down yet."""
    state, now, ahead = board.state, board.now, board.ahead
    if state.ended_at is not None:
        return ()
    facts: list[e.Event] = []
    running_id = state.current_id
    if running_id and ahead.target_end:
        is_over, overran = ahead.target_end < now, state.run(running_id).overran
        if is_over and not overran:
            facts.append(e.OverrunBegan(running_id, now))
        elif overran and not is_over:
            facts.append(u.OverrunCleared(running_id, now))
    for place in board.near:
        row = board.cues[place]
        facts.extend(_no_longer(state, row, now))
        facts.extend(_of_cue(state, row, now))
    return tuple(facts)


def _no_longer(state: State, row: CueRow, now: datetime) -> Iterator[e.Event]:
    record = state.cue(row.cue_id)
    outcome = record.outcome
    if state.run(row.item_id).ended_at is not None or isinstance(outcome, Gone | StoodDown):
        return
    is_reached = row.item_id == state.current_id and row.expected_at is not None and row.expected_at <= now
    # of a timecode no clock can say that it has not come
    is_reached = is_reached or row.timecode is not None
    if outcome is not None and (is_reached or not outcome.by_clock):
        return
    is_told = record.told_by_clock and record.acked_at is None
    if is_told and row.standby_at is not None and row.standby_at > now:
        yield e.StandByWithdrawn(row.cue_id)
    if outcome is not None or (record.due_at is not None and not is_reached):
        yield u.CueWaitsAgain(row.cue_id, now)


def _of_cue(state: State, row: CueRow, now: datetime) -> Iterator[e.Event]:
    if row.phase in (CuePhase.STANDBY, CuePhase.DUE) and row.stood_by_at is None:
        yield e.CueStoodBy(row.cue_id, now, auto=True)
    if row.phase is not CuePhase.DUE or row.expected_at is None:
        return
    if row.go is GoMode.AUTO and state.held_since is not None:
        return
    if state.cue(row.cue_id).due_at is None:
        # the moment itself, not the tick that saw it: punctuality is measured from here
        yield e.CueFellDue(row.cue_id, row.expected_at)
    if row.go is GoMode.AUTO:
        cue = state.order.cues[row.cue_id][0]
        is_late = is_too_late(state, cue, now - row.expected_at)
        if silences_anthem(state.sound, order_of(cue), state.order.tracks):
            # it waits for the anthem's end, but no longer than it may be late
            if is_late:
                yield e.CueMissed(row.cue_id, now, "anthem")
        elif is_late:
            yield e.CueMissed(row.cue_id, now, "late")
        else:
            yield e.CueGone(row.cue_id, now, auto=True)
