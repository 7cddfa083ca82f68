"""The pen with what is known at a moment: the recordings, who is expected to answer, what waits too long."""

from __future__ import annotations

from runofshow.core.people_seen import SpeakerNow
from runofshow.core.snapshot import CueRow, Snapshot
from runofshow.core.value import replace
from runofshow.core.waiting import Asked, Waiting
from runofshow.tui.pen import Pen


def aware(pen: Pen, snapshot: Snapshot) -> Pen:
    """`pen` with what is known at this moment."""
    current = snapshot.current
    return replace(
        pen,
        tracks={track.track_id: track for track in snapshot.plan.tracks},
        answering=snapshot.answering,
        presence=snapshot.presence,
        calm=current is not None and current.row.protected,
        failures=snapshot.sound.failures,
        crew=dict(snapshot.plan.crew),
        decks_taken=all(deck.what is not None for deck in snapshot.sound.decks),
        waiting={one.about: one for one in snapshot.waiting if one.what is Asked.CUE},
    )


def is_late_answer(cue: CueRow, pen: Pen) -> bool:
    """A hand that does answer has taken long, or the moment has come."""
    waits = pen.waiting.get(cue.cue_id)
    return waits is not None and waits.is_late


def missing(snapshot: Snapshot) -> Waiting | None:
    """The stand-by that waits longest for a hand whose machine has gone; None when there is none."""
    return next((one for one in snapshot.waiting if one.is_lost and one.what is Asked.CUE), None)


def unanswered(snapshot: Snapshot) -> Waiting | None:
    """The message that waits longest for its answer, of those that are late; None when there is none."""
    return next((one for one in snapshot.waiting if one.is_late and one.what is Asked.MESSAGE), None)


def missing_speaker(snapshot: Snapshot) -> SpeakerNow | None:
    """The next of the speakers who are looked for and not there; None when there is none."""
    waited = {one.about for one in snapshot.waiting if one.what is Asked.PERSON}
    return next((one for one in snapshot.people.speakers if one.person_id in waited), None)
