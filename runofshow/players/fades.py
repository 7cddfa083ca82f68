"""How a volume moves from one loudness to another, so that the ear hears equal steps.

The ear hears ratios: a fade that takes away the same amount of volume at each step seems to do nothing for
long and then to drop. So each step takes the same number of decibels. mpv's volume is cubic (core/level.py),
and equal steps in decibels are equal ratios of the volume: the curve is a geometric one. It ends at -60 dB,
volume 10, below the noise of any hall; from there the player is stopped.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

FLOOR = 10.0
"""The volume, in percent, that is as good as silence: -60 dB."""

STEP = 0.025
"""Seconds between two steps at most. A fade of three seconds then moves by half a decibel each time."""


def volume_at(progress: float, begin: float, goal: float) -> float:
    """The volume in percent at `progress` (0 begins, 1 is there; beyond is cut off) on the way to `goal`.

    Silence is infinitely far in decibels, so a way from or to a volume of 0 is made in one step at its end.
    """
    if progress <= 0:
        return begin
    if progress >= 1:
        return goal
    if begin <= 0 or goal <= 0:
        return begin
    return begin * math.pow(goal / begin, progress)


def fading_steps(over: float) -> Iterator[float]:
    """The moments of a fade as progress: equal, at most `STEP` of its `over` seconds; the last is 1.

    A fade of no length is one step.
    """
    count = max(1, math.ceil(over / STEP))
    return (step / count for step in range(1, count + 1))
