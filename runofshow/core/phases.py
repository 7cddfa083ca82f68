"""Where the show, an item and a cue stand, and what lamp a cue may have."""

from __future__ import annotations

from enum import StrEnum


class Phase(StrEnum):
    BEFORE = "before"
    RUNNING = "running"
    HELD = "held"
    ENDED = "ended"


class ItemState(StrEnum):
    """What has become of an item."""

    UPCOMING = "upcoming"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"
    ASIDE = "aside"
    """Not part of this show: laid aside, or left over of a session that the hall has left."""

    @property
    def is_left_out(self) -> bool:
        """Whether it is skipped or laid aside."""
        return self in (ItemState.SKIPPED, ItemState.ASIDE)


class CuePhase(StrEnum):
    LATER = "later"
    STANDBY = "standby"
    READY = "ready"
    DUE = "due"
    GONE = "gone"
    MISSED = "missed"
    STOOD_DOWN = "stood_down"


OVER = (CuePhase.GONE, CuePhase.MISSED, CuePhase.STOOD_DOWN)
"""What will not be called any more."""


class Lamp(StrEnum):
    """What a cue shows on every screen: a shape and a colour each, by the rule in lamp.py."""

    LATER = "later"
    STANDBY = "standby"
    """Told, and not ready."""
    OVERDUE = "overdue"
    """Not ready for so long, or in its moment, that it is red; never while a protected item runs."""
    READY = "ready"
    """The hand has answered, or the player has it loaded."""
    FAILED = "failed"
    """The player tried, and cannot play it."""
    GONE = "gone"
    MISSED = "missed"
    STOOD_DOWN = "stood_down"
