"""What may be taken earlier: a leader's items in front of what can wait, and acts into a wait.

The theory. What a leader was promised comes in front of the nearest item from which it is over in time, so
that as little as possible stands elsewhere than on paper; never in front of the rites with which a conference
opens. While the hall waits for somebody, or for an hour, an act or a film that was to come later may fill the
time, as stage managers do when a guest of honour is late.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from runofshow.core.agenda import Leader
from runofshow.core.amend import siblings
from runofshow.core.amendments import has_begun
from runofshow.core.forecast import Forecast
from runofshow.core.recovery.applied import leaves_to_come
from runofshow.core.recovery.changes import Before
from runofshow.core.recovery.promises import promised, promised_to_anybody
from runofshow.core.running_order import Place
from runofshow.core.state import State
from runofshow.core.timeline import NO_TIME

Moves = tuple[Before, ...]

_FIRST: Final = frozenset(
    "reception settling flag_salute moment_of_silence offering introduction presidium adopt_agenda"
    " credentials opening".split()
)
"""With these a conference opens, in the order that protocol gives them: nothing is put in front of them."""
_FILLING: Final = frozenset({"performance", "video"})
"""Acts and films come forward when somebody is late."""
_LONG_WAIT: Final = timedelta(minutes=3)
_MOST_FILLED: Final = 2
_MOST_MOVED: Final = 3
"""Items to stand elsewhere than on paper: with more of them nobody finds their place."""


def earlier(state: State, ahead: Forecast, leader: Leader) -> Iterator[Moves]:
    """What puts the leader's items in front of others so that they are over in time: those that are late, or
    all that are still to come, for one that comes earlier may put another off. Where no place is early enough
    they come as far forward as may be."""
    assert leader.leaves_at is not None
    own = [place for place in promised(state.order, leader) if place.item.item_id in ahead.spans]
    coming = [place for place in own if state.is_upcoming(place.item.item_id)]
    late = [place for place in coming if ahead.spans[place.item.item_id].end > leader.leaves_at]
    last = late[0].session.session_id
    every = [place for place in coming if place.session.session_id == last]
    for places in (late, every) if len(every) > len(late) else (late,):
        if moves := _in_time(state, ahead, places, leader.leaves_at):
            yield moves


def _in_time(state: State, ahead: Forecast, places: Sequence[Place], by: datetime) -> Moves:
    kept = promised_to_anybody(state)
    units = list(dict.fromkeys(_unit(state, place, kept) for place in places))
    ids = [item.item_id for item in siblings(state.agenda, units[0])]
    units = [unit for unit in units if unit in ids]
    if len(units) > _MOST_MOVED:
        return ()
    rows = _in_front(state, units)
    length = sum((_length(ahead, state, unit) for unit in units), NO_TIME)
    fitting = (row for row in rows if ahead.spans[_first(state, row)].start + length <= by)
    target = next(fitting, rows[-1] if rows else None)
    return () if target is None else tuple(Before(unit, target) for unit in units)


def filling(state: State, ahead: Forecast, leaves: Sequence[str]) -> Iterator[Moves]:
    """Acts and films to come, each in front of the first long wait before it."""
    waits = next((leaf_id for leaf_id in leaves if ahead.spans[leaf_id].wait >= _LONG_WAIT), None)
    if waits is None:
        return
    kept, count = promised_to_anybody(state), 0
    front = _unit(state, state.order.places[waits], kept)
    if state.order.places[front].parent is not None:
        return
    behind = leaves[leaves.index(waits) :]
    for leaf_id in behind:
        place = state.order.places[leaf_id]
        item, is_top = place.item, place.parent is None
        is_free = not item.protected and leaf_id not in kept and item.fixed_start is None
        if item.kind in _FILLING and is_top and is_free and item.until is None and leaf_id != front:
            yield (Before(leaf_id, front),)
            count += 1
            if count == _MOST_FILLED:
                return


def _unit(state: State, place: Place, own: Collection[str]) -> str:
    """The row that moves with a leaf: its heading, unless that has begun or holds a rite that is no
    leader's."""
    heading = place.parent
    if heading is None or has_begun(state, heading.parts):
        return place.item.item_id
    rites = (leaf for leaf in leaves_to_come(state, heading.item_id) if leaf.protected)
    return place.item.item_id if any(leaf.item_id not in own for leaf in rites) else heading.item_id


def _in_front(state: State, units: Sequence[str]) -> list[str]:
    """The rows before the first of these on its level that have not begun, from the nearest."""
    level = siblings(state.agenda, units[0])
    ids = [item.item_id for item in level]
    found: list[str] = []
    for item in reversed(level[: ids.index(units[0])]):
        leaves = item.parts or (item,)
        if has_begun(state, leaves) or item.kind in _FIRST:
            break
        if any(state.is_upcoming(leaf.item_id) for leaf in leaves):
            found.append(item.item_id)
    return found


def _first(state: State, row: str) -> str:
    leaves = state.order.places[row].item.parts or (state.order.places[row].item,)
    return next(leaf.item_id for leaf in leaves if state.is_upcoming(leaf.item_id))


def _length(ahead: Forecast, state: State, row: str) -> timedelta:
    leaves = state.order.places[row].item.parts or (state.order.places[row].item,)
    spans = [ahead.spans[leaf.item_id] for leaf in leaves if leaf.item_id in ahead.spans]
    return sum((span.end - span.start for span in spans), NO_TIME)
