"""What was found: the ways back of a session, with what each saves and costs."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from runofshow.core.recovery.changes import AnyChange


class Step(Struct, frozen=True):
    """One change as it is told."""

    change: AnyChange
    number: str
    title: str
    kind: str
    """These of the item, or of the heading over several; of a row of speakers those of the first."""
    count: int
    """How many leaves it touches."""
    was: timedelta | None
    """How long the longest of them lasts; None of what only moves."""
    to: timedelta | None
    """How long each lasts then; None of what is left out, and of what only moves."""
    cut: timedelta
    """How much of the programme goes, of all together; negative where it is made longer."""
    is_alike: bool = False
    """Several under different titles, shortened alike."""
    before: str = ""
    """The number of the item in front of which it comes."""


class WayBack(Struct, frozen=True):
    steps: tuple[Step, ...]
    saves: timedelta
    """By how much the session ends earlier, as the forecast has it; negative when later."""
    costs: timedelta
    """How much of the programme goes; more than it saves where an hour absorbs it."""
    ends_at: datetime
    """When the session ends then."""
    is_enough: bool
    """The hard out is made, and what leaders were promised is kept."""
    chance: float | None = None
    """Of making the hard out; None where nobody knows."""

    @property
    def changes(self) -> tuple[AnyChange, ...]:
        """As they are ordered."""
        return tuple(step.change for step in self.steps)


class Outcome(StrEnum):
    FINE = "fine"
    LATE = "late"
    EARLY = "early"


class Broken(Struct, frozen=True):
    """A leader who must go before an item is over that they were promised."""

    leader_id: str
    name: str
    leaves_at: datetime
    number: str
    title: str
    """Of the last such item."""
    ends_at: datetime


class WaysBack(Struct, frozen=True, kw_only=True):
    outcome: Outcome
    session_id: str
    ends_at: datetime
    """When the session is expected to end."""
    hard_out: datetime | None
    chance: float | None
    """Of making it; None where nobody knows."""
    broken: tuple[Broken, ...] = ()
    ways: tuple[WayBack, ...] = ()
    """Where the first is not enough, no other is: it is the best there is. When it is early, what may last
    longer."""
    early_by: timedelta
    """Before its planned end; negative when late."""
    seq: int
    """The newest entry of the record that is in it."""
    at: datetime
    """When it was reckoned."""
