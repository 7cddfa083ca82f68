"""The one number of a show as a value: which way it counts from which moment, what it says, how it looks.

The theory. Nothing in it moves: a window subtracts `at` from its clock, and writes what is left or what has
passed. Where the number says something else from a moment on (the last minute, the end), that is `then`, so
a window which hears nothing for a while goes on as the others do. The rule is in counting.py.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from runofshow.core.wire import Length, Moment, Moves


class CountLabel(StrEnum):
    """What the number is: the name of its phrase."""

    STARTS_IN = "starts_in"
    SESSION_IN = "session_in"
    LATE_START = "late_start"
    REMAINING = "remaining"
    ELAPSED = "elapsed"
    OVER = "over"
    OVER_BY = "over_by"
    """What has passed, and in the phrase by how much that is more than the whole."""
    BACK_IN = "back_in"
    OVER_BREAK = "over_break"
    ANTHEM_LEFT = "anthem_left"
    HELD = "held"
    LINK = "link"
    """How long the MC has led over to the next item."""


class Way(StrEnum):
    DOWN = "down"
    """What is left until `at`, rounded up."""
    UP = "up"
    """What has passed since `at`, rounded down."""
    OVER = "over"
    """The same with a plus: how far past an end."""


class Tone(StrEnum):
    """What a number asks for. A word stands beside it, and where there is room a shape."""

    SOFT = "soft"
    """Nobody is hurried: a rite, a leader, a show that has not begun."""
    CALM = "calm"
    SOON = "soon"
    """Somebody will have to act."""
    OVER = "over"
    HELD = "held"


class Count(Struct, frozen=True):
    label: CountLabel
    way: Way
    at: Moment
    """Where the number is zero."""
    tone: Tone
    whole_s: Length = 0
    """Seconds it counts in all, so that room is kept for its widest text; zero where it is the widest now."""
    since: Moment | None = None
    """From when on it says this; None: from its beginning."""
    stopped_at: Moment | None = None
    """It stands still as it was at this moment; None while it runs."""
    then: Count | None = None
    """What it says from a later moment on, which that one has as `since`; None when it goes on like this."""

    def on(self, now: datetime) -> Count:
        """What it says at `now`, which is no earlier than the moment it was told."""
        said = self
        while (then := said.then) is not None and (then.since or now) <= now:
            said = then
        return said

    def length(self, now: datetime) -> timedelta:
        """How much it shows at `now`; negative where it is on the other side of its zero."""
        now = self.stopped_at or now
        return self.at - now if self.way is Way.DOWN else now - self.at


CountedOn = Annotated[Count | None, Moves.COUNTED]
"""What it says from a later moment on stands in it, so that time alone is no reason to send it again."""
