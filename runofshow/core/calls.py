"""What GO will do: the next call in order, a cue or the next item.

The order is that of the hall. While an item runs, its hand cues that are not yet called come first, from
its start to its end; then the next item. Auto cues go by themselves and are never in the way. The last item
of a session is followed by no item: GO ends it, and the hall waits for the next session. An item borrowed
from a later session is followed by what is left of the one where the hall sits.
"""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.agenda import Cue, GoMode, Session
from runofshow.core.carrying import Shares, carried_by
from runofshow.core.running_order import Place
from runofshow.core.state import State, sitting, to_come


class CallTheCue(Struct, frozen=True):
    cue: Cue


class CallTheItem(Struct, frozen=True):
    place: Place


class EndTheSession(Struct, frozen=True):
    """The running item is the last of its session; `coming` is the session that follows."""

    coming: Session


class EndTheItem(Struct, frozen=True):
    """The running item, in a rehearsal of the joins: the next begins when the MC has led over to it."""

    place: Place


Call = CallTheCue | CallTheItem | EndTheSession | EndTheItem


def next_call(state: State, shares: Shares, waiting: tuple[Place, ...] | None = None) -> Call | None:
    """The next call; None when only ending the show is left, or when it has ended.

    `shares` is what each part carries of its heading's cues now; `waiting` are the leaves to come, where they
    are known.
    """
    if state.ended_at is not None:
        return None
    if state.current is not None:
        for cue in carried_by(state, shares, state.current.item.item_id):
            if cue.go is GoMode.HAND and state.cue(cue.cue_id).outcome is None:
                return CallTheCue(cue)
    return next_item_call(state, waiting)


def next_item_call(
    state: State, waiting: tuple[Place, ...] | None = None
) -> CallTheItem | EndTheSession | EndTheItem | None:
    """The same, whatever cues are left."""
    waiting = to_come(state) if waiting is None else waiting
    if state.ended_at is not None or not waiting:
        return None
    coming = waiting[0]
    if (
        state.current is not None
        and coming.session.session_id != sitting(state)
        and coming.item.item_id != state.chosen_id
    ):
        return EndTheSession(coming.session)
    if state.current is not None and state.opened.joins:
        return EndTheItem(state.current)
    return CallTheItem(coming)


def next_standby(state: State, shares: Shares) -> Cue | None:
    """The next cue whose hand has not been told: of the running item, then of the item that comes next."""
    waiting = to_come(state)
    leaves = ([state.current] if state.current else []) + list(waiting[:1])
    for place in leaves:
        for cue in carried_by(state, shares, place.item.item_id):
            record = state.cue(cue.cue_id)
            if record.outcome is None and record.stood_by_at is None:
                return cue
    return None
