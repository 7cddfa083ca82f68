"""Simulated hands, for a caller who practises alone: most answer a stand-by soon, some late, some never.

The same seed gives the same hands: what each does at each cue follows from seed and cue alone, whatever
happens in between. The shares are what a caller has to be ready for, a judgement and no measure of any crew:
of ten stand-bys seven are answered within 2 to 8 seconds, two within 15 to 75, which is late and for a
stand-by of a minute at times too late, and one never. Seconds are the show's: at sixty times the speed such
hands are as quick as the show, so that what they miss is told from what they do in time.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256

from runofshow.core.commands import Mode
from runofshow.core.snapshot import Snapshot
from runofshow.core.state import State

SOON, SOON_S = 0.7, (2.0, 8.0)
LATE, LATE_S = 0.2, (15.0, 75.0)
"""The share of the stand-bys, and from when to when they are answered; the rest never are."""


def is_drill(state: State) -> bool:
    """Whether hands are simulated: never in a show."""
    return state.opened.drill is not None and state.opened.mode is Mode.REHEARSAL


def answers_after(seed: int, cue_id: str) -> timedelta | None:
    """How long after its stand-by a cue is answered; None: never."""
    which, when = _draws(seed, cue_id)
    if which >= SOON + LATE:
        return None
    low, high = SOON_S if which < SOON else LATE_S
    return timedelta(seconds=low + (high - low) * when)


def answers_due(seed: int, shown: Snapshot) -> dict[str, datetime]:
    """The cues that a simulated hand answers by now, each with its stand-by."""
    found: dict[str, datetime] = {}
    for cue in shown.told:
        after = answers_after(seed, cue.cue_id)
        if after is None or cue.acked_at is not None or cue.stood_by_at is None or cue.by_machine:
            continue
        if shown.now >= cue.stood_by_at + after:
            found[cue.cue_id] = cue.stood_by_at
    return found


def _draws(seed: int, cue_id: str) -> tuple[float, float]:
    """Two numbers from 0 to 1 that are the same on every machine."""
    drawn = sha256(f"{seed}:{cue_id}".encode()).digest()
    return int.from_bytes(drawn[:6]) / 2**48, int.from_bytes(drawn[6:12]) / 2**48
