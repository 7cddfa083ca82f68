"""The server's clock, carried between its beats by this machine's steady one."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

KEPT = 8
"""Beats the best one is chosen from."""
STEP = 1.5
"""Seconds: a larger difference is a stepped clock or a machine that slept, and no slow network."""


class ServerClock(Struct, frozen=True):
    """What time it is there. `heard` gives the clock that knows more; this one does not change."""

    origin: datetime
    """The first moment that was heard; the differences are counted from it, and its offset is the hall's."""
    samples: tuple[float, ...]
    """Show seconds from `origin` to each moment heard, less `speed` times the steady seconds of then."""
    speed: float = 1.0
    """Show seconds in a second."""

    def heard(self, now: datetime, steady: float, speed: float = 1.0) -> ServerClock:
        """After the server said that it is `now`, `steady` being this machine's steady seconds."""
        if speed != self.speed:
            return first_heard(now, steady, speed)
        sample = (now - self.origin).total_seconds() - steady * speed
        if abs(sample - max(self.samples)) > STEP * speed:
            return first_heard(now, steady, speed)
        return ServerClock(self.origin, (*self.samples, sample)[-KEPT:], speed)

    def at(self, steady: float) -> datetime:
        """The server's moment at these steady seconds, with the hall's offset."""
        # what came late looks earlier than it is, so the largest is the truest
        return self.origin + timedelta(seconds=max(self.samples) + steady * self.speed)


def first_heard(now: datetime, steady: float, speed: float = 1.0) -> ServerClock:
    """A clock that knows one moment."""
    return ServerClock(now, (-steady * speed,), speed)
