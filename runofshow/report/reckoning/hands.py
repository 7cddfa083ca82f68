"""How each role's hand did: its cues called, missed and stood down, how punctual they were, how soon it
answered.

Whether a cue comes in time is the caller's doing; whether it is answered, the hand's. For what the hall's
player carries out nobody answers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from statistics import median

from msgspec import Struct

from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.core.history import CueHistory, History
from runofshow.core.snapshot import CuePhase


class Hand(Struct, frozen=True):
    """The cues of one role."""

    role: Role
    all: int
    gone: int
    missed: int
    stood_down: int
    median: timedelta | None
    """Of the absolute deviations of those that were called; None when none has a moment to measure from."""
    worst: CueHistory | None
    """The largest absolute deviation, the first of several."""
    asked: int
    """Told to stand by, with a hand to answer for it."""
    answered: int
    """Of these."""
    answer_median: timedelta | None
    answer_worst: CueHistory | None
    """The slowest answer."""


def by_role(history: History) -> tuple[Hand, ...]:
    """Each role that had a cue, in the order of the roles."""
    of = {role: [cue for cue in history.cues if cue.to is role] for role in CUE_ROLES}
    return tuple(_hand(role, cues) for role, cues in of.items() if cues)


def _hand(role: Role, cues: Sequence[CueHistory]) -> Hand:
    asked = [cue for cue in cues if cue.stood_by_at is not None and not cue.by_player]
    off = _Measured(cues, lambda cue: cue.off_by)
    answers = _Measured(asked, lambda cue: cue.answered_in)
    return Hand(
        role=role,
        all=len(cues),
        gone=_count(cues, CuePhase.GONE),
        missed=_count(cues, CuePhase.MISSED),
        stood_down=_count(cues, CuePhase.STOOD_DOWN),
        median=off.median,
        worst=off.worst,
        asked=len(asked),
        answered=sum(cue.answered_in is not None for cue in asked),
        answer_median=answers.median,
        answer_worst=answers.worst,
    )


def _count(cues: Sequence[CueHistory], phase: CuePhase) -> int:
    return sum(cue.phase is phase for cue in cues)


class _Measured:
    """What of some cues can be measured, by its size."""

    def __init__(self, cues: Sequence[CueHistory], of: Callable[[CueHistory], timedelta | None]) -> None:
        self._sizes = [(abs(found), cue) for cue in cues if (found := of(cue)) is not None]

    @property
    def median(self) -> timedelta | None:
        seconds = [size.total_seconds() for size, _ in self._sizes]
        return timedelta(seconds=median(seconds)) if seconds else None

    @property
    def worst(self) -> CueHistory | None:
        return max(self._sizes, key=lambda one: one[0], default=(None, None))[1]
