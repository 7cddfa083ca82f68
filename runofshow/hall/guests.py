"""Who came in and how: a role's link, the machines that came by it, and which of them are still here.

A screen sends a beat back every few seconds. Whoever has none open, or has stopped to echo, has gone after a
few seconds more, whatever its connection looks like to the system. `now` is seconds of a steady clock.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.core.presence import Presence

AWAY_S = 5.0
"""A machine without an open picture that asked nothing for so many seconds has gone."""
ECHO_LOST_S = 6.0
"""So has one whose picture is still open for the system, but which sent back no beat for so long. Screens
send one in four seconds: who dies is missed after two to six."""


class JoinLink(Struct, frozen=True):
    """How a role comes in."""

    role: Role
    code: str
    url: str
    """At the likeliest address of this machine."""


class Guest(Struct, frozen=True):
    """One browser that joined as a role."""

    guest_id: str
    """To name it by; it opens nothing."""
    role: Role
    address: str
    agent: str
    """What the browser says of itself, cut to 120 signs that can be shown."""
    joined: float
    seen: float
    """When it last asked for something."""
    delay: float | None = None
    """Seconds from a beat to its echo; None until it was measured."""
    screens: int = 0
    """How many live pictures it has open now."""

    def seen_s(self, now: float) -> float:
        """Seconds since it last asked for something."""
        return max(0.0, now - self.seen)

    def is_here(self, now: float) -> bool:
        """Whether it follows the show."""
        return now - self.seen <= (ECHO_LOST_S if self.screens else AWAY_S)


def presence_of(guests: Iterable[Guest], now: float) -> Presence:
    """Who is connected of those that came in."""
    came = tuple(guests)
    here = [one for one in came if one.is_here(now)]
    roles = frozenset(one.role for one in here)
    gone: dict[Role, float] = {}
    for one in came:
        if one.role not in roles:
            gone[one.role] = min(one.seen_s(now), gone.get(one.role, one.seen_s(now)))
    return Presence(len(here), roles, tuple((role, int(seconds)) for role, seconds in gone.items()))
