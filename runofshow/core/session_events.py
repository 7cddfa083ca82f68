"""What a show leaves out of several sessions. As in events.py."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ItemsLaidAside:
    """The show goes on without these leaves; they were not skipped, but left for another time."""

    item_ids: tuple[str, ...]
    event: Literal["items_laid_aside"] = "items_laid_aside"


@dataclass(frozen=True, slots=True)
class ItemsTakenUp:
    """These leaves, laid aside before, are to come again."""

    item_ids: tuple[str, ...]
    event: Literal["items_taken_up"] = "items_taken_up"


SessionEvent = ItemsLaidAside | ItemsTakenUp
