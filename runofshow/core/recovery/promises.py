"""What leaders were promised: the items that are to be over before they go, and those in which they act.

The theory. A leader's own items are those that name them: who speaks, hands over or reads a decision. A name
is the leader's where it holds the leader's own, whatever address stands before it and office behind it. Those
items are never shortened or left out to save time, whether or not the leader must go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from runofshow.core.agenda import Item, Leader
from runofshow.core.running_order import Place, RunningOrder
from runofshow.core.spoken import name_and_office, spoken
from runofshow.core.state import State

_ADDRESS = re.compile(r"^((các|đồng chí|đ/c|ông|bà|anh|chị|mr|ms|mrs|dr)\.? +)+", re.IGNORECASE)


def promised(order: RunningOrder, leader: Leader) -> tuple[Place, ...]:
    """The leaves that are to be over before the leader goes, as they run, begun or not."""
    own = re.compile(rf"(?<!\w){re.escape(_bare(leader.name))}(?!\w)", re.IGNORECASE)
    return tuple(place for place in order.leaves if _is_promised(place, leader, own))


def promised_to_anybody(state: State) -> frozenset[str]:
    """The ids of the leaves that any leader was promised, or acts in."""
    leaders = state.agenda.leaders
    return frozenset(place.item.item_id for one in leaders for place in promised(state.order, one))


def _is_promised(place: Place, leader: Leader, own: re.Pattern[str]) -> bool:
    ids = {place.item.item_id} if place.parent is None else {place.item.item_id, place.parent.item_id}
    return not ids.isdisjoint(leader.before_leaving) or any(map(own.search, _named(place.item)))


def _named(item: Item) -> Iterator[str]:
    if item.by:
        yield item.by
    if item.award is not None:
        yield from filter(None, (item.award.presenter, item.award.reader))


def _bare(name: str) -> str:
    """The name without the address before it and the office behind it."""
    said = name_and_office(spoken(name))[0]
    return _ADDRESS.sub("", said) or said
