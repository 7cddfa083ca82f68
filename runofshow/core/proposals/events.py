"""What an agent has proposed, and what a person said to it. As in core/events.py."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from runofshow.core.proposals.changes import AnyProposed


class EditsProposed(Struct, frozen=True, tag_field="event", tag="edits_proposed"):
    proposal_id: str
    who: str
    why: str
    changes: tuple[AnyProposed, ...]
    at: datetime


class ProposalAnswered(Struct, frozen=True, tag_field="event", tag="proposal_answered"):
    """The changes that follow it in the entry are those that were taken."""

    proposal_id: str
    taken: tuple[int, ...]
    """The places of the changes that were; empty when it was declined."""
    at: datetime
    by: str


ProposalEvent = EditsProposed | ProposalAnswered
