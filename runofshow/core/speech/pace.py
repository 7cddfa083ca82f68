"""How fast a text is read aloud, in syllables a minute: by custom, by its slot, by the reader's own takes.

Where the rates come from: who reads a report aloud at a conference takes 160 to 190 a minute, a leader who
speaks to the hall 120 to 150, an MC 140 to 170 (hosts on television 222 to 330). A page of 400 to 450
syllables is thus two and a half to three minutes.

The pace of a clock is the reader's own where takes have taught it; else the one that fills the slot, where
people read so: then the text fits, and who keeps to it ends on time. Else it is the nearest custom: to be
told to read at 400 a minute helps nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from enum import StrEnum
from math import inf
from statistics import median
from typing import Final

from msgspec import Struct


class Rates(Struct, frozen=True):
    """Syllables a minute, from the slow to the brisk."""

    slow: int
    brisk: int

    @property
    def middle(self) -> float:
        return (self.slow + self.brisk) / 2


REPORTS: Final = Rates(160, 190)
LEADERS: Final = Rates(120, 150)
MC: Final = Rates(140, 170)

_OF_KIND: Final = {
    **dict.fromkeys(("report", "paper", "credentials", "decision", "notice", "adopt_agenda"), REPORTS),
    **dict.fromkeys(("opening", "speech", "greeting", "launch", "pledge", "directive", "reply"), LEADERS),
    **dict.fromkeys(("summary", "closing", "moment_of_silence"), LEADERS),
}

STRETCH: Final = 1.15
"""How far beyond custom a pace is still one that people read at."""
SLOWEST, FASTEST = 60.0, 330.0
"""What can be somebody's pace: television's fastest, and half of a slow leader's. Outside it a take measured
something else: a wait, or a summary read instead of the text."""


class PaceBy(StrEnum):
    """What tells a pace."""

    OWN = "own"
    """Takes of the reader."""
    SLOT = "slot"
    """The length of the item: the text fits."""
    CUSTOM = "custom"
    """The text does not fit the length."""


class Pace(Struct, frozen=True):
    per_minute: float
    by: PaceBy


def rates_of(kind: str) -> Rates:
    """The custom of a kind of item; what is neither report nor speech is the MC's to read."""
    return _OF_KIND.get(kind, MC)


def is_read_out(kind: str) -> bool:
    """Whether an item of this kind is the reading of a text and little else."""
    return kind in _OF_KIND


def reading_time(syllables: float, per_minute: float) -> timedelta:
    """How long so many are read."""
    return timedelta(minutes=syllables / per_minute)


def pace_of(syllables: int, length: timedelta, rates: Rates, own: float | None = None) -> Pace:
    """The pace for a text in an item of this length; `own` is the reader's, if known."""
    if own is not None:
        return Pace(own, PaceBy.OWN)
    filling = syllables / (length / timedelta(minutes=1)) if length > timedelta() else inf
    slowest, fastest = rates.slow / STRETCH, rates.brisk * STRETCH
    if slowest <= filling <= fastest:
        return Pace(filling, PaceBy.SLOT)
    return Pace(rates.brisk if filling > fastest else rates.slow, PaceBy.CUSTOM)


def learnt_pace(readings: Iterable[tuple[int, timedelta]]) -> float | None:
    """A reader's own syllables a minute, by the syllables of each text and how long a take of it was, holds
    left out; None where no take can have been a reading of its text. The median, so that one take that was
    broken off does not move it.

    >>> minutes = timedelta(minutes=1)
    >>> learnt_pace([(1700, 10 * minutes), (1700, 2 * minutes), (640, 4 * minutes)])
    165.0
    """
    minutes = ((count, take / timedelta(minutes=1)) for count, take in readings)
    paces = [count / each for count, each in minutes if each > 0 and SLOWEST <= count / each <= FASTEST]
    return median(paces) if paces else None


def paces_of(readings: Iterable[tuple[str, int, timedelta]]) -> dict[str, float]:
    """The same of each reader, from whose it was, how many syllables and how long; nobody of whom no reading
    can have been one."""
    theirs: defaultdict[str, list[tuple[int, timedelta]]] = defaultdict(list)
    for who, count, take in readings:
        theirs[who].append((count, take))
    paces = {who: learnt_pace(read) for who, read in theirs.items()}
    return {who: pace for who, pace in paces.items() if pace is not None}
