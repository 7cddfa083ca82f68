"""What of a leaf gives way when the show is late, by its plan alone."""

from __future__ import annotations

from runofshow.core.agenda import Item


def may_be_dropped(item: Item) -> bool:
    """Whether a leaf may be left out: as it says, else where it is only planned «nếu có»."""
    return not item.protected and (item.optional if item.may_drop is None else item.may_drop)


def may_be_shortened(item: Item) -> bool:
    """Whether a leaf may last less than it is planned to."""
    return not item.protected and item.min is not None and item.min < item.duration
