"""The rules of proposals.

The theory. An agent proposes and never changes anything: `propose` gives one event, from which no item, cue
or clock follows. Whether its changes would be obeyed is tried on the show as it is, so a person is shown none
that makes no sense; and tried again, on the show as it is then, when they are taken: all that were chosen, or
none. A protected item is touched by neither, however sure anybody is. What a person has reworded since is not
overwritten by words that an agent had found for something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import assert_never

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Item
from runofshow.core.amendments import decide_add_time, decide_edit, decide_skip
from runofshow.core.in_turn import in_turn
from runofshow.core.placing import decide_insert, decide_move
from runofshow.core.proposals.changes import (
    AnyProposed,
    EditItem,
    InsertItem,
    MoveItem,
    SkipItem,
    TimeForItem,
)
from runofshow.core.proposals.events import EditsProposed, ProposalAnswered
from runofshow.core.proposals.proposal import Proposal, waiting_proposals
from runofshow.core.refusal import Reason, Refused
from runofshow.core.state import State

LONGEST_NAME = 60
LONGEST_WHY = 1_000
"""Signs."""
MOST_WAITING = 5
"""Proposals before the caller at once."""
MOST_OF_A_SHOW = 200

Events = tuple[e.Event, ...]


def decide_propose(state: State, command: c.Propose, now: datetime) -> Events | Refused:
    """The proposal, where all of it would be obeyed now."""
    who, why = command.who.strip(), command.why.strip()
    if not who or not why:
        return Refused(Reason.EMPTY)
    if len(who) > LONGEST_NAME or len(why) > LONGEST_WHY:
        return Refused(Reason.TOO_LONG)
    if len(waiting_proposals(state.proposals)) >= MOST_WAITING or len(state.proposals) >= MOST_OF_A_SHOW:
        return Refused(Reason.TOO_MANY)
    made = _made(state, command.changes, now)
    if isinstance(made, Refused):
        return made
    return (EditsProposed(f"d{len(state.proposals) + 1}", who, why, command.changes, now),)


def decide_take(state: State, command: c.TakeProposal, now: datetime, by: str) -> Events | Refused:
    """The chosen changes, or none of them."""
    proposal = _unanswered(state, command.proposal_id)
    if isinstance(proposal, Refused):
        return proposal
    places = range(len(proposal.changes)) if command.chosen is None else sorted(set(command.chosen))
    if places[-1] >= len(proposal.changes):
        return Refused(Reason.UNKNOWN_PROPOSAL, command.proposal_id)
    changes = [proposal.changes[place] for place in places]
    made = _overwritten(state, proposal, changes) or _made(state, changes, now)
    if isinstance(made, Refused):
        return made
    return (ProposalAnswered(proposal.proposal_id, tuple(places), now, by), *made)


def decide_decline(state: State, command: c.DeclineProposal, now: datetime, by: str) -> Events | Refused:
    """None of its changes."""
    proposal = _unanswered(state, command.proposal_id)
    if isinstance(proposal, Refused):
        return proposal
    return (ProposalAnswered(proposal.proposal_id, (), now, by),)


def why_not(state: State, proposal: Proposal, place: int, now: datetime) -> Refused | None:
    """Why one change of a proposal, by itself, could not be taken now; None where it could."""
    change = proposal.changes[place]
    made = _overwritten(state, proposal, [change]) or _made(state, [change], now)
    return made if isinstance(made, Refused) else None


def order_of(change: AnyProposed) -> c.Edit | c.Insert | c.Move | c.Skip | c.AddTime:
    """The order by which a person would make the change."""
    match change:
        case EditItem():
            return c.Edit(
                change.item_id,
                title=change.title,
                by=change.by,
                duration=None if change.seconds is None else timedelta(seconds=change.seconds),
                mc=change.mc,
                notes=change.notes,
                start=change.start,
                until=change.until,
                presenter=change.presenter,
            )
        case InsertItem():
            after = change.after if change.before is None else None
            length = timedelta(seconds=change.seconds)
            return c.Insert(after, change.title, length, change.kind, change.by, change.before, change.like)
        case MoveItem(item_id, before, session):
            return c.Move(item_id, before, session)
        case SkipItem(item_id):
            return c.Skip(item_id)
        case TimeForItem(item_id, seconds):
            return c.AddTime(timedelta(seconds=seconds), item_id)
    assert_never(change)


def _unanswered(state: State, proposal_id: str) -> Proposal | Refused:
    proposal = next((one for one in state.proposals if one.proposal_id == proposal_id), None)
    if proposal is None:
        return Refused(Reason.UNKNOWN_PROPOSAL, proposal_id)
    return proposal if proposal.waits else Refused(Reason.ALREADY_ANSWERED, proposal_id)


def _made(state: State, changes: Sequence[AnyProposed], now: datetime) -> Events | Refused:
    """The events of all these changes, or why one of them is refused."""

    def judge(then: State, change: AnyProposed) -> Events | Refused:
        return _protected(then, change) or _events(then, change, now)

    return in_turn(state, changes, judge)


def _events(state: State, change: AnyProposed, now: datetime) -> Events | Refused:
    order = order_of(change)
    match order:
        case c.Edit():
            return decide_edit(state, order, now)
        case c.Insert():
            return decide_insert(state, order)
        case c.Move():
            return decide_move(state, order)
        case c.Skip():
            return decide_skip(state, order, now)
        case c.AddTime():
            return decide_add_time(state, order, now)
    assert_never(order)


def _protected(state: State, change: AnyProposed) -> Refused | None:
    """That the item, one of its parts or its heading is protected: then nothing of it is changed."""
    if isinstance(change, InsertItem):
        return None
    place = state.order.places.get(change.item_id)
    if place is None:
        return None
    parts = (state.order.places[part.item_id].item for part in place.item.parts)
    rows = (place.item, *parts, *(() if place.parent is None else (place.parent,)))
    return Refused(Reason.PROTECTED, change.item_id) if any(row.protected for row in rows) else None


def _overwritten(state: State, proposal: Proposal, changes: Sequence[AnyProposed]) -> Refused | None:
    """That somebody has changed what an edit would change, since it was proposed."""
    for change in changes:
        if not isinstance(change, EditItem) or change.item_id not in state.order.places:
            continue
        item, was = state.order.places[change.item_id].written, proposal.was.get(change.item_id)
        if was is None or any(said(item, name) != said(was, name) for name in edited(change)):
            return Refused(Reason.CHANGED_SINCE, change.item_id)
    return None


def edited(change: EditItem) -> tuple[str, ...]:
    """The fields that an edit changes."""
    names = (name for name in change.__struct_fields__ if name != "item_id")
    return tuple(name for name in names if getattr(change, name) is not None)


def said(item: Item, name: str) -> object:
    """What an item says in the field that an edit calls so."""
    match name:
        case "seconds":
            return item.duration.total_seconds()
        case "start":
            return item.fixed_start
        case "presenter":
            return None if item.award is None else item.award.presenter
        case _:
            return getattr(item, name)
