"""The rules of counting a vote: of what is voted on, once it has begun, and also when the show is over.

A count may be said again, since a hall is counted twice: the last one holds. It is kept with the run of its
item, so one that waits again as if it had not been called has none.
"""

from __future__ import annotations

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.amendments import not_waiting
from runofshow.core.refusal import Reason, Refused
from runofshow.core.state import State, item_of
from runofshow.core.vote import Vote, is_voted


def decide_vote(state: State, command: c.CountVote) -> tuple[e.Event, ...] | Refused:
    """Keep a count, or take it back. What is already so is refused as empty."""
    item_id = command.item_id or state.current_id
    if item_id is None:
        return Refused(Reason.NOT_STARTED if state.ended_at is None else Reason.ENDED)
    item = item_of(state, item_id)
    if item is None:
        return Refused(Reason.UNKNOWN_ITEM, item_id)
    if item.parts:
        return Refused(Reason.IS_HEADING, item_id)
    if not is_voted(item):
        return Refused(Reason.NOT_A_VOTE, item_id)
    run = state.run(item_id)
    if state.is_upcoming(item_id):
        return Refused(Reason.ITEM_UPCOMING, item_id)
    if run.started_at is None:
        return not_waiting(state, item)
    if command.in_favour is None:
        # what has no votes in favour but others was only half written
        vote, is_half = None, bool(command.against or command.other)
    else:
        vote, is_half = Vote(command.in_favour, command.against, command.other), False
    return Refused(Reason.EMPTY, item_id) if is_half or vote == run.vote else (e.VoteCounted(item_id, vote),)
