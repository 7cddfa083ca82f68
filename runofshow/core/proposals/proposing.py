"""How the state keeps what was proposed and answered."""

from __future__ import annotations

from runofshow.core.proposals.changes import AnyProposed, InsertItem, MoveItem
from runofshow.core.proposals.events import EditsProposed, ProposalAnswered
from runofshow.core.proposals.proposal import Proposal
from runofshow.core.state import State
from runofshow.core.value import replace


def proposed(state: State, event: EditsProposed) -> State:
    """With the proposal, and what the items that it is about say now."""
    places = state.order.places
    named = {item_id for change in event.changes for item_id in _named(change)} & places.keys()
    was = {item_id: places[item_id].written for item_id in sorted(named)}
    one = Proposal(event.proposal_id, event.who, event.why, event.changes, event.at, was)
    return replace(state, proposals=(*state.proposals, one))


def answered_proposal(state: State, event: ProposalAnswered) -> State:
    """With the answer to one of them."""
    answered = (
        replace(one, taken=event.taken, answered_at=event.at, answered_by=event.by)
        if one.proposal_id == event.proposal_id
        else one
        for one in state.proposals
    )
    return replace(state, proposals=tuple(answered))


def _named(change: AnyProposed) -> set[str]:
    match change:
        case InsertItem():
            named: set[str | None] = {change.after, change.before}
        case MoveItem():
            named = {change.item_id, change.before}
        case _:
            named = {change.item_id}
    return {item_id for item_id in named if item_id is not None}
