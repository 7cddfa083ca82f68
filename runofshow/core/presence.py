"""Who is connected, and what else is known of a moment beside the record."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from runofshow.core.agenda import Role
from runofshow.core.alarms import Alarm
from runofshow.core.end_outlook import EndOutlook
from runofshow.core.recovery.outcome import WaysBack
from runofshow.core.timecode_now import TimecodeHeard


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
    outlook: EndOutlook | None = None
    """When the session will end; None while nobody has looked so far ahead."""
    ways: WaysBack | None = None
    """What can be done about it; None while nobody has looked."""
    timecode: TimecodeHeard | None = None
    """The code that comes in; None while nobody listens to one."""
    paces: Mapping[str, float] = field(default_factory=dict)
    """Syllables a minute of who reads in a leaf, by its id; only of those whose pace is known."""


NOTHING_SENSED = Senses()
