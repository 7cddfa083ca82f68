"""How loud a recording is heard: its own loudness, and what its volume makes of it.

A volume in percent is mpv's and cubic: the amplitude is `(volume / 100) ** 3`, hence

    decibels = 60 * log10(volume / 100)

so that 100 leaves the sound as it is, 68 takes away 10 dB, and 130 adds 7.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct

FAR_LOUDER = 10.0
"""dB, which are twice as loud to the ear: the hall turns round, and the desk cannot follow in time."""


def decibels(volume: float) -> float:
    """What a volume in percent does to the sound, in dB; 0 is full, minus infinity is silence."""
    return 60 * math.log10(volume / 100) if volume > 0 else -math.inf


def lowered(volume: int, by: float) -> int:
    """The volume in whole percent that is heard `by` dB softer than `volume`; at least 1."""
    return max(1, round(volume * math.pow(10, -by / 60)))


class Heard(Struct, frozen=True):
    """A recording as the hall hears it."""

    track_id: str
    loudness: float
    """LUFS of the recording itself."""
    volume: int
    """In percent; not 0, for what is not heard has no loudness."""

    @property
    def level(self) -> float:
        """LUFS in the hall, where 100 % of the volume is as the recording is."""
        return self.loudness + decibels(self.volume)


class Step(Struct, frozen=True):
    """One recording far louder than another that sounds right before or after it."""

    louder: Heard
    softer: Heard

    @property
    def by(self) -> float:
        """In dB."""
        return self.louder.level - self.softer.level

    @property
    def volume(self) -> int:
        """The volume at which the louder one is as loud as the other."""
        return lowered(self.louder.volume, self.by)


def steep_steps(beds: Iterable[Heard]) -> tuple[Step, ...]:
    """For each of `beds`, in the order they sound, that is far louder than a neighbour: the greatest step.

    Lowering the louder ones as the steps say, and asking again, comes to an end: a volume only ever falls,
    and to no less than what is as loud as the softest.
    """
    greatest: dict[str, Step] = {}
    for first, second in pairwise(beds):
        louder, softer = (first, second) if first.level >= second.level else (second, first)
        step = Step(louder, softer)
        known = greatest.get(louder.track_id)
        if step.by >= FAR_LOUDER and (known is None or step.by > known.by):
            greatest[louder.track_id] = step
    return tuple(greatest.values())
