"""One line of the running order as every screen has it."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from runofshow.core.phases import ItemState
from runofshow.core.vote import Vote
from runofshow.core.wire import Drifting, Moment, PlannedMoment, Seconds, length


class ItemRow(Struct, frozen=True, kw_only=True):
    """One line of the running order; a heading speaks for its parts."""

    item_id: str
    parent_id: str | None = None
    number: str
    session: str = ""
    """Its title."""
    session_id: str = ""
    title: str
    kind: str = ""
    by: str | None = None
    state: ItemState
    planned_start: PlannedMoment | None = None
    """As the plan was laid on the clock; None for what came in later."""
    expected_start: PlannedMoment | None = None
    expected_end: PlannedMoment | None = None
    """Both None when skipped or laid aside."""
    actual_start: Moment | None = None
    actual_end: Moment | None = None
    planned_s: Seconds
    """As amended, without added time. Of what ends at an hour: from its start, actual or expected, to it."""
    added_s: Seconds
    late_s: Drifting | None = None
    """Its start, actual or expected, against the plan; positive is late."""
    latest_start: PlannedMoment | None = None
    """Back-time: the latest start that still makes the hard out; None without one."""
    assumed: bool = False
    """The length is the catalogue's and not the plan's."""
    protected: bool = False
    optional: bool = False
    vote: Vote | None = None
    """As it was counted; None without a count, and for a heading."""

    @property
    def called(self) -> str:
        """Its number as it is said aloud: with its session's name, since each session may have a 1."""
        return f"{self.number} · {self.session}" if self.session else self.number

    @property
    def planned(self) -> timedelta:
        return timedelta(seconds=self.planned_s)

    @property
    def added(self) -> timedelta:
        return timedelta(seconds=self.added_s)

    @property
    def late_by(self) -> timedelta | None:
        return length(self.late_s)
