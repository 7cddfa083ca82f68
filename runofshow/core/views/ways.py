"""The ways back as they are sent: each as it is ordered, with what it comes to."""

from __future__ import annotations

from datetime import tzinfo
from typing import Annotated

from msgspec import Meta, Struct

from runofshow.core.recovery.changes import AnyChange
from runofshow.core.recovery.outcome import Outcome, WaysBack
from runofshow.core.wire import PlannedMoment, Seconds, local, seconds


class WayView(Struct, frozen=True, kw_only=True):
    """One way, the fewest changes first."""

    changes: tuple[AnyChange, ...]
    """As `recover` takes them, all or some."""
    saves_s: Seconds
    """By how much the session ends earlier."""
    costs_s: Seconds
    """How much of the programme goes."""
    expected_end: PlannedMoment
    """Of the session."""
    is_enough: bool
    """The hard out is made, and what leaders were promised is kept."""
    chance: Annotated[float, Meta(ge=0, le=1)] | None = None
    """Of making the hard out; None where nobody knows."""


def ways_view(found: WaysBack | None, tz: tzinfo) -> tuple[WayView, ...]:
    """What is offered while it is late; nothing where nothing is in danger."""
    if found is None or found.outcome is not Outcome.LATE:
        return ()
    return tuple(
        WayView(
            changes=way.changes,
            saves_s=seconds(way.saves),
            costs_s=seconds(way.costs),
            expected_end=local(way.ends_at, tz),
            is_enough=way.is_enough,
            chance=way.chance,
        )
        for way in found.ways
    )
