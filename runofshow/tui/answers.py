"""The pen with what is known of the hands: who is expected to answer, and what has waited too long for it."""

from __future__ import annotations

from runofshow.core.answers import answering, is_unanswered, waiting_of
from runofshow.core.presence import Presence
from runofshow.core.snapshot import CueRow, Snapshot
from runofshow.core.value import replace
from runofshow.core.waiting import Asked
from runofshow.tui.pen import Pen

__all__ = ["aware", "is_late_answer", "is_overdue", "is_unanswered", "missing"]


def aware(pen: Pen, snapshot: Snapshot, present: Presence | None = None) -> Pen:
    """`pen` with what is known of the hands at this moment."""
    current = snapshot.current
    return replace(
        pen,
        answering=answering(snapshot, present),
        presence=present,
        calm=current is not None and current.row.protected,
        failures=snapshot.sound.failures,
        crew=dict(snapshot.plan.crew),
        decks_taken=all(deck.what is not None for deck in snapshot.sound.decks),
        waiting={one.about: one for one in waiting_of(snapshot, present) if one.what is Asked.CUE},
    )


def is_late_answer(cue: CueRow, pen: Pen) -> bool:
    """A hand that does answer has taken long, or the moment has come."""
    waits = pen.waiting.get(cue.cue_id)
    return waits is not None and waits.is_late


def is_overdue(cue: CueRow, pen: Pen) -> bool:
    """The same, so long that it is red; never while a protected item runs."""
    waits = pen.waiting.get(cue.cue_id)
    return waits is not None and waits.is_overdue


def missing(snapshot: Snapshot, pen: Pen) -> CueRow | None:
    """The stand-by that waits longest for a hand whose machine has gone; None when there is none."""
    waits = [cue for cue in snapshot.told if cue.cue_id in pen.waiting and pen.waiting[cue.cue_id].is_lost]
    return min(waits, key=lambda cue: pen.waiting[cue.cue_id].since, default=None)
