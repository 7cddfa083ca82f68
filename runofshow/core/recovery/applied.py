"""A show as it would be with the changes of a way back: what the rules of recovering.py come to, in one go.

`decide` gives the same show by events, one by one, each of which lays the whole order out anew; a search
looks at several shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import assert_never

from runofshow.core.agenda import Agenda, Item
from runofshow.core.amend import with_items, with_moved
from runofshow.core.forecast import start_of
from runofshow.core.recovery.changes import AnyChange, Before, Drop, Lengthen, Shorten
from runofshow.core.running_order import Place
from runofshow.core.state import State, amended
from runofshow.core.value import replace


def applied(state: State, changes: Iterable[AnyChange], now: datetime) -> State:
    """`state` with the changes in their order, which may be made (see recovering.py)."""
    edits: dict[str, Item] = {}
    for change in changes:
        match change:
            case Shorten() | Lengthen():
                for item_id in change.item_ids:
                    place = state.order.places[item_id]
                    if place.item.until is not None:
                        # where it begins depends on all that is shorter by now
                        state, edits = _amended(state, edits), {}
                    if lasts_otherwise(state, change, place, now):
                        edits[item_id] = lasting(state, place, change.to, now)
            case Drop(item_id):
                dropped = [leaf.item_id for leaf in leaves_to_come(state, item_id)]
                runs = {each: replace(state.run(each), skipped=True) for each in dropped}
                chosen = None if state.chosen_id in dropped else state.chosen_id
                state = replace(state, runs={**state.runs, **runs}, chosen_id=chosen)
            case Before(item_id, before):
                state = _amended(state, edits, with_moved(state.agenda, item_id, before))
                edits = {}
            case _:
                assert_never(change)
    return _amended(state, edits)


def leaves_to_come(state: State, item_id: str) -> tuple[Item, ...]:
    """The leaf, or the parts of a heading, that are still to be started."""
    item = state.order.places[item_id].item
    leaves = (state.order.places[leaf.item_id].item for leaf in item.parts or (item,))
    return tuple(leaf for leaf in leaves if state.is_upcoming(leaf.item_id))


def length_now(state: State, place: Place, now: datetime) -> timedelta:
    """How long a leaf to come lasts, added time apart; one that ends at an hour, from when it is expected."""
    if place.item.until is None:
        return place.item.duration
    start = start_of(state, place.item.item_id, now)
    assert start is not None
    return max(place.item.until - start, timedelta())


def lasts_otherwise(state: State, change: Shorten | Lengthen, place: Place, now: datetime) -> bool:
    """Whether the change is one for this leaf: it is longer than that, or shorter."""
    length = length_now(state, place, now)
    return length > change.to if isinstance(change, Shorten) else length < change.to


def lasting(state: State, place: Place, length: timedelta, now: datetime) -> Item:
    """The leaf as it is written, with that length; what ends at an hour ends so long after its start."""
    edited = replace(place.written, duration=length, assumed=False)
    if place.item.until is None:
        return edited
    start = start_of(state, place.item.item_id, now)
    assert start is not None
    return replace(edited, until=start + length)


def _amended(state: State, edits: dict[str, Item], agenda: Agenda | None = None) -> State:
    """`state` with its order made anew, after what was left out."""
    return amended(state, with_items(agenda or state.agenda, edits))
