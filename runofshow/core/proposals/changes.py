"""One change of the running order, as an agent proposes it.

    {"what": "edit", "item_id": "m4", "title": "Tham luận của Đoàn xã", "seconds": 420}
    {"what": "insert", "title": "Tặng hoa", "seconds": 180, "kind": "gift", "after": "m4"}
    {"what": "move", "item_id": "m6", "before": "m5"}
    {"what": "skip", "item_id": "m7"}
    {"what": "add_time", "item_id": "m8", "seconds": -120}

Only what mends a plan can be said in these words: no call, no cue, no sound, no message, no protection.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, get_args

from msgspec import Meta, Struct

from runofshow.core.agenda import Item
from runofshow.core.ask import Id, Text

MOST_CHANGES = 20
"""In one proposal: what a person reads through before saying yes."""
DAY_S = 86_400
"""No length is longer. Whoever reads a stranger's change sees to it: a record is read whatever it says."""


INNER = frozenset({"like"})
"""Fields that nobody outside fills in."""


class Proposed(Struct, frozen=True, tag_field="what", omit_defaults=True):
    """What would be done to one item."""


class EditItem(Proposed, frozen=True, tag="edit"):
    """What it says; None leaves a field as it is, an empty text empties it."""

    item_id: Id
    title: Text | None = None
    by: Text | None = None
    mc: Text | None = None
    notes: Text | None = None
    presenter: Text | None = None
    seconds: float | None = None
    start: datetime | None = None
    until: datetime | None = None


class InsertItem(Proposed, frozen=True, tag="insert"):
    """A new item behind one or in front of one; with neither the first of all, before the show."""

    title: Text
    seconds: float
    kind: Id = "other"
    by: Text | None = None
    after: Id | None = None
    before: Id | None = None
    like: Item | None = None
    """What its kind brings, filled in where the proposal comes in."""


class MoveItem(Proposed, frozen=True, tag="move"):
    """In front of another; with None to the end of its heading or session, or of the session named."""

    item_id: Id
    before: Id | None = None
    session: Id | None = None


class SkipItem(Proposed, frozen=True, tag="skip"):
    """It is left out."""

    item_id: Id


class TimeForItem(Proposed, frozen=True, tag="add_time"):
    """More time, or less when negative."""

    item_id: Id
    seconds: float


AnyProposed = EditItem | InsertItem | MoveItem | SkipItem | TimeForItem
Changes = Annotated[tuple[AnyProposed, ...], Meta(min_length=1, max_length=MOST_CHANGES)]
PROPOSED: dict[str, type[AnyProposed]] = {
    str(kind.__struct_config__.tag): kind for kind in get_args(AnyProposed)
}
"""Every change by its name."""
