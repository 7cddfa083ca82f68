"""The orders about proposals: an agent makes one, the caller takes or declines it."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from runofshow.core.ask import NOBODY, Ask, Id, Text, Undoable
from runofshow.core.proposals.changes import MOST_CHANGES, Changes

Place = Annotated[int, Meta(ge=0, lt=MOST_CHANGES)]
Chosen = Annotated[tuple[Place, ...], Meta(min_length=1, max_length=MOST_CHANGES)]


class Propose(Ask, frozen=True, tag="propose"):
    """Lay these changes before the caller. It is all that an agent may ask of a show."""

    asked_by = NOBODY
    told_by = "agent"

    who: Text
    """As the agent calls itself."""
    why: Text
    changes: Changes


class TakeProposal(Undoable, frozen=True, tag="take_proposal"):
    """Make the chosen changes of a proposal, all of them or none; without a choice every one."""

    proposal_id: Id
    chosen: Chosen | None = None
    """Their places in the proposal, from 0."""


class DeclineProposal(Ask, frozen=True, tag="decline_proposal"):
    """Make none of them."""

    proposal_id: Id


ProposalCommand = Propose | TakeProposal | DeclineProposal
