"""What a show leaves out of several sessions. As in events.py."""

from __future__ import annotations

from msgspec import Struct


class ItemsLaidAside(Struct, frozen=True, tag_field="event", tag="items_laid_aside"):
    """The show goes on without these leaves; they were not skipped, but left for another time."""

    item_ids: tuple[str, ...]


class ItemsTakenUp(Struct, frozen=True, tag_field="event", tag="items_taken_up"):
    """These leaves, laid aside before, are to come again."""

    item_ids: tuple[str, ...]


SessionEvent = ItemsLaidAside | ItemsTakenUp
