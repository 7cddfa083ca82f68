"""Who came when, of those who were looked for, as it is told afterwards."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from runofshow.core.attendance import is_spoken, seen_of
from runofshow.core.people import HONOURED, LEADER, SPEAKER
from runofshow.core.state import State


class LeaderTold(Struct, frozen=True):
    name: str
    planned_at: datetime | None
    """When they were expected by the plan as opened; None where it does not say, or they came in later."""
    seen_at: datetime | None
    """When it was last said that they are there; None where nobody has."""
    leaves_at: datetime | None = None
    """When they must go; None when they stay to the end."""


class SpeakerTold(Struct, frozen=True):
    """One who had not been seen when their item began."""

    item_id: str
    name: str
    seen_at: datetime | None
    """When they were seen after all; None where nobody has said so."""


def leaders_told(state: State) -> tuple[LeaderTold, ...]:
    """The leaders in their order."""
    planned = {one.leader_id: one.arrives_at for one in state.plan.leaders}
    told: list[LeaderTold] = []
    for one in state.agenda.leaders:
        seen = seen_of(state, LEADER + one.leader_id)
        at = seen.at if seen is not None and seen.here else None
        told.append(LeaderTold(one.name, planned.get(one.leader_id), at, one.leaves_at))
    return tuple(told)


def late_speakers(state: State) -> tuple[SpeakerTold, ...]:
    """In the order of the agenda; nobody where nobody was looked for."""
    if all(key.startswith(HONOURED) for key in state.seen):
        return ()
    late: list[SpeakerTold] = []
    for place in state.order.leaves:
        item = place.item
        began_at = state.run(item.item_id).started_at
        if began_at is None or not is_spoken(item):
            continue
        seen = seen_of(state, SPEAKER + item.item_id)
        at = seen.at if seen is not None and seen.here else None
        if at is None or at > began_at:
            late.append(SpeakerTold(item.item_id, item.by or "", at))
    return tuple(late)
