"""Call and answer: which hands answer, and how long one that was told to stand by has not.

A hand answers when it has a machine in the hall or has answered before; where nobody ever does, the call goes
by voice and a missing answer is no alarm. For what the machine plays nobody answers. From ten seconds on a
missing answer is said with its time, from twenty it is red. While a protected item runs nothing is.
"""

from __future__ import annotations

from dataclasses import replace

from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.core.snapshot import CuePhase, CueRow, Snapshot
from runofshow.tui.hall import Presence
from runofshow.tui.pen import Pen

LATE_S = 10
"""Seconds of a person's time: a rehearsal at ten times the speed leaves nobody less of it."""
OVERDUE_S = 20
WAITING = (CuePhase.STANDBY, CuePhase.DUE)


def answering(snapshot: Snapshot, present: Presence | None = None) -> frozenset[Role]:
    """Who is expected to answer: who has answered in this show, and who has come in with a machine."""
    answered = frozenset(cue.to for cue in snapshot.cues if cue.acked_at is not None)
    if present is None:
        return answered
    joined = present.here | {role for role, _ in present.lost}
    return answered | (joined & frozenset(CUE_ROLES))


def aware(pen: Pen, snapshot: Snapshot, present: Presence | None = None) -> Pen:
    """`pen` with what is known of the hands at this moment."""
    who = answering(snapshot, present)
    current = snapshot.current
    return replace(
        pen,
        answering=who,
        presence=present,
        calm=current is not None and current.row.protected,
        failures=snapshot.sound.failures,
        decks_taken=all(deck.what is not None for deck in snapshot.sound.decks),
        waiting={
            cue.cue_id: int((snapshot.now - cue.stood_by_at).total_seconds() / snapshot.speed)
            for cue in snapshot.cues
            if cue.stood_by_at is not None
            and is_unanswered(cue)
            and cue.phase in WAITING
            and cue.to in who
            and not cue.by_machine
        },
    )


def is_unanswered(cue: CueRow) -> bool:
    """It was told to stand by, and the hand has not answered."""
    return cue.stood_by_at is not None and cue.acked_at is None


def is_late_answer(cue: CueRow, pen: Pen) -> bool:
    """A hand that does answer has taken long, or the moment has come."""
    waited = pen.waiting.get(cue.cue_id)
    return waited is not None and (waited >= LATE_S or cue.phase is CuePhase.DUE)


def is_overdue(cue: CueRow, pen: Pen) -> bool:
    """The same, so long that it is red; never while a protected item runs."""
    waited = pen.waiting.get(cue.cue_id)
    return waited is not None and not pen.calm and (waited >= OVERDUE_S or cue.phase is CuePhase.DUE)


def missing(snapshot: Snapshot, pen: Pen) -> CueRow | None:
    """The stand-by that waits longest for a hand whose machine has gone; None when there is none."""
    present = pen.presence
    if present is None:
        return None
    waits = [
        cue for cue in snapshot.cues if cue.cue_id in pen.waiting and present.lost_for(cue.to) is not None
    ]
    return max(waits, key=lambda cue: pen.waiting[cue.cue_id], default=None)
