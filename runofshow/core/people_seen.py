"""What is seen of those who are to be on stage: next speakers, leaders, chair panel (people_now.py)."""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.wire import Moment, PlannedMoment


class SpeakerNow(Struct, frozen=True, kw_only=True):
    """Who speaks in one of the next items."""

    person_id: str
    """For the order that says they are there."""
    name: str
    """As the agenda has it, titles and all."""
    item_id: str
    number: str
    title: str
    expected_start: PlannedMoment | None = None
    here: bool | None = None
    """False is looked for in vain, None not looked for."""
    is_missing: bool = False
    """Their item is near, and they are not there."""


class LeaderNow(Struct, frozen=True, kw_only=True):
    person_id: str
    leader_id: str
    """For the order that changes when they are expected."""
    name: str
    arrives_at: PlannedMoment | None = None
    """None when nobody has said."""
    leaves_at: PlannedMoment | None = None
    """When they must go; None when they stay to the end."""
    here: bool | None = None
    seen_at: Moment | None = None
    """When it was said that they are there, or are not to be found."""
    item_id: str | None = None
    """What does not begin without them; None once that has begun."""
    number: str = ""
    title: str = ""
    """Both of that item."""


class SeatNow(Struct, frozen=True, kw_only=True):
    person_id: str
    name: str
    here: bool | None = None


class PanelNow(Struct, frozen=True, kw_only=True):
    """The chair panel while it is invited up, or before."""

    item_id: str
    number: str
    title: str
    expected_start: PlannedMoment | None = None
    is_running: bool = False
    """It is being invited up."""
    seats: tuple[SeatNow, ...]


class PeopleNow(Struct, frozen=True, kw_only=True):
    speakers: tuple[SpeakerNow, ...] = ()
    """Of the next two items in which somebody speaks."""
    leaders: tuple[LeaderNow, ...] = ()
    panel: PanelNow | None = None
    """None where the plan has none, or behind its item."""
    awaited: tuple[str, ...] = ()
    """The names of those for whom the next item waits."""
    waits_until: PlannedMoment | None = None
    """When the last of them is expected; None where nobody has said, or nobody is waited for."""
    is_looking: bool = False
    """Somebody has said of a speaker, a leader or the panel whether they are there."""


NOBODY = PeopleNow()
