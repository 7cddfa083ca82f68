"""What is known of one proposal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from msgspec import Struct, field

from runofshow.core.agenda import Item
from runofshow.core.proposals.changes import AnyProposed


class Proposal(Struct, frozen=True):
    """Changes that an agent has laid before the caller."""

    proposal_id: str
    who: str
    """As the agent calls itself."""
    why: str
    changes: tuple[AnyProposed, ...]
    at: datetime
    was: Mapping[str, Item] = field(default_factory=dict)
    """Item id to what the item said when it was proposed: who reads it must know what it would replace."""
    taken: tuple[int, ...] = ()
    """The places of the changes that were made, once it is answered; empty where it was declined."""
    answered_at: datetime | None = None
    answered_by: str | None = None

    @property
    def waits(self) -> bool:
        """Nobody has answered it."""
        return self.answered_at is None


def waiting_proposals(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Those that nobody has answered, the oldest first."""
    return tuple(one for one in proposals if one.waits)
