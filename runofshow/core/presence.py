"""Who is connected: the one rule that the console, the pages, programs and missing answers all ask.

A screen sends a beat back every few seconds. Whoever has none open, or has stopped to echo, has gone after a
few seconds more, whatever its connection looks like to the system. Times are seconds of a steady clock.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct, field

from runofshow.core.agenda import Role
from runofshow.core.notices import Alarm

AWAY_S = 5.0
"""A machine without an open picture that asked nothing for so many seconds has gone."""
ECHO_LOST_S = 6.0
"""So has one whose picture is still open for the system, but which sent back no beat for so long. Screens
send one in four seconds: who dies is missed after two to six."""


class Seen(Protocol):
    """One machine that came in by a role's code."""

    @property
    def role(self) -> Role: ...
    @property
    def seen_s(self) -> float:
        """Seconds since it last asked for something."""

    @property
    def screens(self) -> int:
        """How many live pictures it has open."""


class Presence(Struct, frozen=True):
    """Who is connected, in whole seconds, so that it changes no more often than a clock."""

    machines: int = 0
    """How many machines follow the show now."""
    here: frozenset[Role] = frozenset()
    """Roles with at least one of them."""
    lost: tuple[tuple[Role, int], ...] = field(default=())
    """Roles that came in and have none left, with the seconds since the last one was seen."""

    @property
    def joined(self) -> frozenset[Role]:
        """Roles that ever came in."""
        return self.here | {role for role, _ in self.lost}

    def lost_for(self, role: Role) -> int | None:
        """Seconds since the last machine of `role` was seen; None while one is here or when none ever was."""
        return next((seconds for lost, seconds in self.lost if lost is role), None)


class Senses(Struct, frozen=True):
    """What is known of this moment beside the record: it enters the next picture, and never the journal."""

    alarms: tuple[Alarm, ...] = ()
    """The console's own."""
    presence: Presence | None = None
    """Who is connected; None while there is no server to be connected to."""


NOTHING_SENSED = Senses()


def is_here(seen_s: float, screens: int) -> bool:
    """Whether a machine follows the show now."""
    return seen_s <= (ECHO_LOST_S if screens else AWAY_S)


def presence_of(machines: Iterable[Seen]) -> Presence:
    """Who is connected of those that came in."""
    all_of_them = tuple(machines)
    here = [one for one in all_of_them if is_here(one.seen_s, one.screens)]
    roles = frozenset(one.role for one in here)
    gone: dict[Role, float] = {}
    for one in all_of_them:
        if one.role not in roles:
            gone[one.role] = min(one.seen_s, gone.get(one.role, one.seen_s))
    return Presence(len(here), roles, tuple((role, int(seconds)) for role, seconds in gone.items()))
