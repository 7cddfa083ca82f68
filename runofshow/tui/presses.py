"""One press of a key, however long it is held.

A terminal sends a held key again and again and never says that it was let go, so only time tells: keys that
come closer than a hand presses twice are one press. The first repeat is the hard one. It comes as late as a
second press would, after 0.25 to 1 s as the machine is set; but the next repeat follows at once, and no hand
does that.
"""

from __future__ import annotations

from enum import Enum

from runofshow.tui.keys import Act, Order

ONE_A_PRESS = frozenset({Act.UNDO, Act.REDO})
"""What a key that repeats asks for once."""

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
        self._at = 0.0

    def heard(self, order: Order, at: float) -> Heard:
        """What the key for `order` is, heard at `at`."""
        gap = at - self._at if order is self._order else FIRST_REPEAT
        self._order, self._at = order, at
        if order not in ONE_A_PRESS or gap >= FIRST_REPEAT:
            return Heard.PRESS
        return Heard.REPEAT if gap < CLOSE else Heard.UNSURE

    def is_last(self, order: Order, at: float) -> bool:
        """Whether nothing has been heard since then, so that it was a press."""
        return order is self._order and at == self._at
