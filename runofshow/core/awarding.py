"""How a show follows from what happens to its batches, its lists and the people who are waited for.

Lists are a part of the agenda as amended: who is absent is so on every screen and paper that reads it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from runofshow.core import award_events as a
from runofshow.core.agenda import Award, Recipient
from runofshow.core.amend import with_item
from runofshow.core.attendance import key_of
from runofshow.core.people import Seen
from runofshow.core.state import State, amended
from runofshow.core.value import replace

List = tuple[Recipient, ...]


def awarded(state: State, event: a.AwardEvent | a.PeopleEvent) -> State:
    """`state` after one of these events."""
    match event:
        case a.StepBegun(item_id, step, at):
            run = replace(state.run(item_id), step=step, step_at=at)
            return replace(state, runs={**state.runs, item_id: run})
        case a.RecipientChanged(item_id, recipient):
            listed = own_list(state, item_id)
            changed = (recipient if one.recipient_id == recipient.recipient_id else one for one in listed)
            return _with_list(state, item_id, tuple(changed))
        case a.RecipientMoved(recipient_id, item_id, to_id, before):
            listed = own_list(state, item_id)
            moved = next(one for one in listed if one.recipient_id == recipient_id)
            left = tuple(one for one in listed if one is not moved)
            without = _with_list(state, item_id, left)
            return _with_list(without, to_id, put_in(own_list(without, to_id), moved, before))
        case a.RecipientAdded(item_id, recipient, before):
            return _with_list(state, item_id, put_in(own_list(state, item_id), recipient, before))
        case a.PersonSeen(person_id, here, at, by):
            key = key_of(state, person_id)
            seen = {known: one for known, one in state.seen.items() if known != key}
            return replace(state, seen=seen if here is None else {**seen, key: Seen(here, at, by)})
        case a.LeaderChanged(leader, was):
            leaders = state.agenda.leaders
            changed_leaders = (
                (*leaders, leader)
                if was is None
                else tuple(leader if one.leader_id == was.leader_id else one for one in leaders)
            )
            return amended(state, replace(state.agenda, leaders=changed_leaders))
    assert_never(event)


def own_list(state: State, item_id: str) -> List:
    """The list that is written at an item itself, not at its heading."""
    award = state.order.places[item_id].written.award
    return () if award is None else award.recipients


def listing_of(state: State, item_id: str) -> str:
    """The id of the item whose list holds for an item: its own, or its heading's."""
    place = state.order.places.get(item_id)
    if place is None or place.parent is None or not own_list(state, place.parent.item_id):
        return item_id
    own = place.written.award
    return item_id if own is not None and own.has_own_list else place.parent.item_id


def put_in(listed: Sequence[Recipient], one: Recipient, before: str | None) -> List:
    """`listed` with `one` in front of another, or last."""
    ids = [known.recipient_id for known in listed]
    at = ids.index(before) if before in ids else len(ids)
    return (*listed[:at], one, *listed[at:])


def listed_at(state: State, recipient_id: str) -> str | None:
    """The id of the item at which somebody is listed; None where nobody has that id."""
    return state.order.lists.where.get(recipient_id)


def _with_list(state: State, item_id: str, listed: List) -> State:
    written = state.order.places[item_id].written
    award = replace(written.award or Award(), recipients=listed, apart=not listed)
    return amended(state, with_item(state.agenda, replace(written, award=award)))
