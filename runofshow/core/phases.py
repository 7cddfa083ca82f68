"""Where the show, an item and a cue stand."""

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
