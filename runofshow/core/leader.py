"""Leaders for whom a conference waits, and who may have to leave it before its end."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class Leader(Struct, frozen=True):
    """One who is waited for: the first row of the hall."""

    leader_id: str
    name: str
    """As written, titles and all."""
    arrives_at: datetime | None = None
    """When they are expected; None when nobody has said."""
    awaited_by: str | None = None
    """The id of the item that does not begin without them; None is the first of all."""
    leaves_at: datetime | None = None
    """When they must leave; None when they stay to the end."""
    before_leaving: tuple[str, ...] = ()
    """The ids of the items that are to be over by then, beside those that name them."""
