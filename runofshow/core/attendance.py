"""What the record knows of people: who was seen, and which items do not begin without whom.

The theory. A speaker is seen for their own item, for between two speeches they may leave; whoever is a leader
or sits in the chair panel is seen once, wherever else they are named. What is seen holds for a name: when
somebody else is to speak, nobody has seen them yet, and when that is undone, the first is as they were.

An item waits for the leaders that the agenda names for it, until they are seen or it has begun.
"""

from __future__ import annotations

from runofshow.core.agenda import Item, Leader
from runofshow.core.people import HONOURED, LEADER, NAMED, PANEL, SPEAKER, Seen
from runofshow.core.state import State


def is_spoken(item: Item) -> bool:
    """Whether somebody is looked for before a leaf begins: it is named, and nothing without a person."""
    return item.needs_person and item.by is not None


def name_of(state: State, person_id: str) -> str | None:
    """What the agenda calls a person now; None where nobody has that id. Of who is honoured the id."""
    kind, own = person_id[:2], person_id[2:]
    match kind:
        case _ if kind == HONOURED:
            return person_id if own in state.order.lists.where else None
        case _ if kind == SPEAKER:
            place = state.order.places.get(own)
            return None if place is None else place.item.by
        case _ if kind == LEADER:
            return next((one.name for one in state.agenda.leaders if one.leader_id == own), None)
        case _ if kind == PANEL:
            seats = state.agenda.chair_panel
            return seats[int(own)] if own.isdecimal() and int(own) < len(seats) else None
        case _:
            return None


def key_of(state: State, person_id: str) -> str:
    """Under which key of `state.seen` that person stands: one who is looked for by name, by that."""
    if person_id.startswith(HONOURED):
        return person_id
    name = name_of(state, person_id) or ""
    is_everywhere = not person_id.startswith(SPEAKER) or name in _seen_once(state)
    return NAMED + name if is_everywhere else f"{person_id} {name}"


def _seen_once(state: State) -> frozenset[str]:
    return frozenset((*state.agenda.chair_panel, *(one.name for one in state.agenda.leaders)))


def seen_of(state: State, person_id: str) -> Seen | None:
    """What is known of somebody's being there; None where nobody has looked."""
    return state.seen.get(key_of(state, person_id))


def is_here(state: State, person_id: str) -> bool | None:
    """Whether somebody is there; None where nobody has looked."""
    seen = seen_of(state, person_id)
    return None if seen is None else seen.here


def item_for(state: State, leader: Leader) -> str | None:
    """The id of the leaf that is not to begin before a leader is there; None when that has begun or is left
    out."""
    if leader.awaited_by is None:
        return None if state.started else _first(state)
    first = state.order.ends.get(leader.awaited_by, (leader.awaited_by, None))[0]
    return first if first in state.order.places and state.is_upcoming(first) else None


def _first(state: State) -> str | None:
    """The leaf with which the show begins."""
    ids = (place.item.item_id for place in state.order.leaves)
    return state.chosen_id or next((item_id for item_id in ids if state.is_upcoming(item_id)), None)


def awaited(state: State) -> dict[str, tuple[Leader, ...]]:
    """Leaf id to the leaders for whom it waits."""
    found: dict[str, tuple[Leader, ...]] = {}
    for leader in state.agenda.leaders:
        item_id = None if is_here(state, LEADER + leader.leader_id) else item_for(state, leader)
        if item_id is not None:
            found[item_id] = (*found.get(item_id, ()), leader)
    return found
