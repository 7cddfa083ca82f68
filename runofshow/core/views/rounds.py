"""Which hands see an award round when, and what of it the delegates see."""

from __future__ import annotations

from datetime import timedelta

from runofshow.core.on_stage import OnStage
from runofshow.core.snapshot import Snapshot
from runofshow.core.spoken import spoken


def is_near(snapshot: Snapshot, ahead: timedelta) -> bool:
    """Whether the hands see the round: it runs, is the next item, or comes within `ahead`."""
    found = snapshot.round
    if found is None or found.running is not None or found.next is None:
        return found is not None
    start = found.next.expected_start
    is_next = snapshot.next is not None and snapshot.next.item_id == found.next.item_id
    return is_next or (start is not None and start < snapshot.now + ahead)


def names_on_display(snapshot: Snapshot) -> tuple[str, ...]:
    """Who is honoured on stage, as the delegates read it; nobody where the plan does not want it."""
    batch = None if snapshot.round is None else snapshot.round.running
    if batch is None or not batch.on_display:
        return ()
    return tuple(_to_be_read(one) for one in batch.people if not one.absent)


def _to_be_read(one: OnStage) -> str:
    """A name without remarks; with the unit where another of that name is honoured."""
    is_shared = one.shown != one.name and one.unit
    return f"{spoken(one.name)}, {spoken(one.unit)}" if is_shared else spoken(one.name)
