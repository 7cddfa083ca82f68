"""One press of a key, however long it is held.

A terminal sends a held key again and again and never says that it was let go, so only time tells: keys that
come closer than a hand presses twice are one press. The first repeat is the hard one. It comes as late as a
second press would, after 0.25 to 1 s as the machine is set; but the next repeat follows at once, and no hand
does that.
"""

from __future__ import annotations

from enum import Enum

from runofshow.tui.keys import Act, Order

ONE_A_PRESS = frozenset(
    {
        Act.UNDO,
        Act.REDO,
        Act.HOLD,
        Act.BACK,
        Act.SKIP,
        Act.ABSENT,
        Act.PRESENT,
        Act.MISSING,
        Act.LATER,
        Act.SPLIT,
    }
)
"""What a key that repeats asks for once."""

CALLS = frozenset({Act.GO, Act.ADVANCE})
"""What a key that repeats asks for once too, but never waits: the guard time of a call takes in the first
repeat, so only those that follow must be told from presses."""

CLOSE = 0.5
"""Seconds; two of the same key within it are one press."""

FIRST_REPEAT = 1.2
"""Seconds; no machine waits longer with the first repeat of a held key."""

FOLLOWS = 0.2
"""Seconds; a repeat is followed by the next within it (the slowest setting in use is 5 a second)."""


class Heard(Enum):
    PRESS = "press"
    REPEAT = "repeat"
    UNSURE = "unsure"
    """A press, unless the same key follows within `FOLLOWS`."""


class Presses:
    """Tells presses from repeats. Times are seconds of the event's clock."""

    def __init__(self) -> None:
        self._order: Order | None = None
        self._key = ""
        self._at = 0.0

    def other(self) -> None:
        """Something else was heard: what comes now is a press."""
        self._order = None

    def heard(self, order: Order, at: float, key: str = "") -> Heard:
        """What `key`, the one for `order`, is, heard at `at`. Another key for the same order is a press."""
        gap = at - self._at if (order, key) == (self._order, self._key) else FIRST_REPEAT
        self._order, self._key, self._at = order, key, at
        if order in CALLS:
            return Heard.REPEAT if gap < FOLLOWS else Heard.PRESS
        if order not in ONE_A_PRESS or gap >= FIRST_REPEAT:
            return Heard.PRESS
        return Heard.REPEAT if gap < CLOSE else Heard.UNSURE
