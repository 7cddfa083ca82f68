"""Everything that cost time or went wrong, in the order it happened, each once.

What cost time is a share of a session's lateness (ledger.py), with what was written down as its cause. Beside
it stand the incidents that explain none of it, the cues that were missed, what the gear failed to do, and
what the clocks did.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.alarms import Alarm
from runofshow.core.failings import Failing
from runofshow.core.history import CueHistory, History
from runofshow.core.notices import Note, NoteKind
from runofshow.report.reckoning.ledger import Ledger, Share, Why

COSTLY = (Why.START, Why.HOLD, Why.OVER)
"""What of a session's lateness is an incident: an item that was put in is a decision."""


class Incident(Struct, frozen=True):
    """One thing that cost time or went wrong."""

    at: datetime
    item_id: str | None
    """The item that ran; None where none did."""
    what: Share | Note | CueHistory | Failing | Alarm
    lost: timedelta | None = None
    """None where nobody can say what of the lateness it was."""
    causes: tuple[Note, ...] = ()


def incidents(history: History, accounts: tuple[Ledger, ...]) -> tuple[Incident, ...]:
    """All of them, the oldest first. `accounts` are the ledgers of the history."""
    costly = [share for one in accounts for share in one.shares if share.why in COSTLY and share.is_lost]
    return tuple(sorted((*_costly(costly), *_others(history, costly)), key=lambda one: one.at))


def _costly(shares: list[Share]) -> Iterator[Incident]:
    for share in shares:
        assert share.at is not None
        item_id = None if share.item is None else share.item.row.item_id
        yield Incident(share.at, item_id, share, share.by, share.causes)


def _others(history: History, costly: list[Share]) -> Iterator[Incident]:
    told = [note for share in costly for note in share.causes]
    for note in history.notes:
        if note.kind is NoteKind.INCIDENT and note not in told:
            yield Incident(note.at, note.item_id, note)
    for cue in history.cues:
        if cue.missed is not None:
            yield Incident(cue.missed.at, cue.item_id, cue)
    for failing in history.failings:
        yield Incident(failing.at, item_at(history, failing.at), failing)
    for alarm in history.alarms:
        yield Incident(alarm.since, item_at(history, alarm.since), alarm)


def item_at(history: History, moment: datetime) -> str | None:
    """The id of the item that ran then; None when none did."""
    for item in history.leaves:
        start, end = item.row.actual_start, item.row.actual_end
        if start is not None and start <= moment and (end is None or moment < end):
            return item.row.item_id
    return None
