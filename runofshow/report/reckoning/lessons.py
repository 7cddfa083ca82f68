"""What the record itself suggests for the next time; whether it is a lesson is for a meeting to say.

Rules, each modest: an item that took a fifth longer than planned, and a minute at least, in the show and in
half of its rehearsals or more; a hand whose cues were missed; a hand that answered slowly, or often not at
all though it could. The length of an item is of the show's clock and has no holds in it, that of an answer is
of the hand's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from math import ceil
from statistics import median

from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.core.answers import LATE_S
from runofshow.core.beside import Beside, Line
from runofshow.core.history import CueHistory, History, ItemHistory
from runofshow.report.reckoning.hands import Hand, by_role

OVER = 1.2
"""Of the planned length. Less may be chance or applause [E]."""
LEAST_OVER = timedelta(minutes=1)
UNANSWERED = 3
"""Stand-bys of a hand that has answered others: fewer may be a phone in a pocket [E]."""


class TooShort(Struct, frozen=True):
    """The plan gives an item less than it takes."""

    item: ItemHistory
    takes: tuple[timedelta, ...]
    """What it took in rehearsals, the latest first; empty when it was never rehearsed."""
    needed: timedelta
    """The median of all that it took, the show included, in whole minutes rounded up."""


class MissedCues(Struct, frozen=True):
    """Cues of one hand went by."""

    role: Role
    cues: tuple[CueHistory, ...]


class SlowAnswers(Struct, frozen=True):
    """A hand answered late, or not at all."""

    hand: Hand


Suggestion = TooShort | MissedCues | SlowAnswers


def suggestions(history: History, rehearsed: Beside) -> tuple[Suggestion, ...]:
    """All of them: items in their order, then the hands in theirs."""
    hands = by_role(history)
    return (
        *_too_short(history, rehearsed),
        *(_missed(history, hand) for hand in hands if hand.missed),
        # of simulated hands nobody learns to be quicker
        *(SlowAnswers(hand) for hand in hands if history.drill is None and _is_slow(hand, history.speed)),
    )


def _too_short(history: History, rehearsed: Beside) -> Iterator[TooShort]:
    lines = rehearsed.by_item
    for item in history.leaves:
        length = item.length
        if item.planned is None or length is None or not _is_over(length, item.planned):
            continue
        line = lines.get(item.row.item_id, Line(item, ()))
        takes = tuple(take for take in line.takes if take is not None)
        if sum(_is_over(take, item.planned) for take in takes) * 2 >= len(takes):
            needed = median(each.total_seconds() for each in (length, *takes))
            yield TooShort(item, takes, timedelta(minutes=ceil(needed / 60)))


def _is_over(actual: timedelta, planned: timedelta) -> bool:
    return actual > planned * OVER and actual - planned >= LEAST_OVER


def _missed(history: History, hand: Hand) -> MissedCues:
    return MissedCues(
        hand.role,
        tuple(cue for cue in history.cues if cue.to is hand.role and cue.missed is not None),
    )


def _is_slow(hand: Hand, speed: float) -> bool:
    if hand.answer_median is None:
        return False
    by_its_clock = hand.answer_median.total_seconds() / speed
    return by_its_clock >= LATE_S or hand.asked - hand.answered >= UNANSWERED
