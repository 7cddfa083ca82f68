"""One change of a way back, as it is offered, sent and ordered.

{"what": "shorten", "item_ids": ["m5.1", "m5.2"], "to_s": 360}
"""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

from msgspec import Meta, Struct

from runofshow.core.ask import Id

MOST_ITEMS = 500
"""Leaves in one change: more than any programme has of speakers in a row."""
MOST_CHANGES = 100
"""In one order."""
Ids = Annotated[tuple[Id, ...], Meta(min_length=1, max_length=MOST_ITEMS)]
DaySeconds = Annotated[float, Meta(gt=0, le=86_400)]


class Change(Struct, frozen=True, tag_field="what"):
    """What is done to one item, or to several alike."""


class Shorten(Change, frozen=True, tag="shorten"):
    """Those of the leaves that are longer last so long, added time apart."""

    item_ids: Ids
    to_s: DaySeconds

    @property
    def to(self) -> timedelta:
        return timedelta(seconds=self.to_s)


class Drop(Change, frozen=True, tag="drop"):
    """A leaf is left out, or all that is to come of a heading."""

    item_id: Id


class Before(Change, frozen=True, tag="before"):
    """An item comes in front of another one of its level."""

    item_id: Id
    before: Id


class Lengthen(Change, frozen=True, tag="lengthen"):
    """Those of the leaves that are shorter last so long, added time apart."""

    item_ids: Ids
    to_s: DaySeconds

    @property
    def to(self) -> timedelta:
        return timedelta(seconds=self.to_s)


AnyChange = Shorten | Drop | Before | Lengthen
Changes = Annotated[tuple[AnyChange, ...], Meta(min_length=1, max_length=MOST_CHANGES)]
