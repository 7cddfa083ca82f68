"""The rules of taking a way back: all its changes, or none.

What is protected, has begun, or was promised to a leader is not touched; nothing is shortened below its
least length, left out unless it may be, or lengthened beyond its most. So it is whoever asks, and whatever
was offered: between the offer and the order the show has gone on. A leader's own item may be moved, for that
keeps the promise.
"""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Item
from runofshow.core.amendments import decide_skip, has_begun, not_waiting
from runofshow.core.evolve import evolve
from runofshow.core.in_turn import in_turn
from runofshow.core.placing import decide_move
from runofshow.core.recovery.applied import lasting, lasts_otherwise, leaves_to_come
from runofshow.core.recovery.changes import AnyChange, Before, Drop, Lengthen, Shorten
from runofshow.core.recovery.promises import promised_to_anybody
from runofshow.core.recovery.yielding import may_be_dropped
from runofshow.core.refusal import Reason, Refused
from runofshow.core.state import State, passed_sessions

Events = tuple[e.Event, ...]


def decide_recover(state: State, command: c.Recover, now: datetime) -> Events | Refused:
    """The events of all its changes."""
    return in_turn(state, command.changes, lambda then, change: _events(then, change, now))


def _events(state: State, change: AnyChange, now: datetime) -> Events | Refused:
    match change:
        case Shorten() | Lengthen():
            return _lasting(state, change, now)
        case Drop(item_id):
            return _dropped(state, item_id, now)
        case Before(item_id, before):
            return _moved(state, item_id, before)
    assert_never(change)


def _lasting(state: State, change: Shorten | Lengthen, now: datetime) -> Events | Refused:
    events: list[e.Event] = []
    for item_id in change.item_ids:
        place = state.order.places.get(item_id)
        if place is None:
            return Refused(Reason.UNKNOWN_ITEM, item_id)
        if not place.is_leaf:
            return Refused(Reason.IS_HEADING, item_id)
        refusal = _kept(state, place.item)
        if refusal is not None:
            return refusal
        if not lasts_otherwise(state, change, place, now):
            continue
        least, most, added = place.item.min, place.item.stretch, state.run(item_id).added
        if isinstance(change, Shorten) and (least is None or change.to + added < least):
            return Refused(Reason.BELOW_LEAST, item_id)
        if isinstance(change, Lengthen) and (most is None or change.to + added > most):
            return Refused(Reason.ABOVE_MOST, item_id)
        events.append(e.ItemEdited(lasting(state, place, change.to, now), place.written))
        state = evolve(state, events[-1])
    return tuple(events) or Refused(Reason.EMPTY, change.item_ids[0])


def _dropped(state: State, item_id: str, now: datetime) -> Events | Refused:
    if item_id in state.order.places:
        for leaf in leaves_to_come(state, item_id):
            refusal = _kept(state, leaf)
            if refusal is not None:
                return refusal
            if not may_be_dropped(leaf):
                return Refused(Reason.MUST_STAY, leaf.item_id)
    return decide_skip(state, c.Skip(item_id), now)


def _moved(state: State, item_id: str, before: str) -> Events | Refused:
    if item_id in state.order.places:
        own = promised_to_anybody(state)
        rites = [leaf for leaf in leaves_to_come(state, item_id) if leaf.protected]
        if any(leaf.item_id not in own for leaf in rites):
            return Refused(Reason.PROTECTED, item_id)
    return decide_move(state, c.Move(item_id, before))


def _kept(state: State, leaf: Item) -> Refused | None:
    """Why nothing is done to a leaf."""
    if has_begun(state, (leaf,)) or not state.is_upcoming(leaf.item_id):
        return not_waiting(state, leaf)
    if leaf.protected:
        return Refused(Reason.PROTECTED, leaf.item_id)
    if state.order.places[leaf.item_id].session.session_id in passed_sessions(state):
        return Refused(Reason.SESSION_OVER, leaf.item_id)
    return Refused(Reason.PROMISED, leaf.item_id) if leaf.item_id in promised_to_anybody(state) else None
