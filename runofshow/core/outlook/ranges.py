"""The range of the end and the chance of the hard out, corrected by how earlier forecasts turned out.

The theory. The misses of the office's earlier shows, forecast anew at about the same part of the show,
say how far the rule is off here and how much too narrow or too wide it is: a correction after conformal
prediction (V. Vovk, A. Gammerman and G. Shafer, "Algorithmic Learning in a Random World", 2005), split by
the part of the show, in standard deviations of each forecast. A few shows make a few misses, so both are
shrunk: to no bias and to the spread as it was reckoned, the bias by the credibility of what the shows
agree on (credibility.py). What is not known of the bias widens the range, and of an office nobody has
seen that is all of it. The width is taken from how far the misses lie off on the mean, which one show
that got out of hand moves less than their squares; a normal distribution's is the root of 2 over pi of
its standard deviation (R. C. Geary, "The ratio of the mean deviation to the standard deviation", 1935).
A width that is known from few misses is in doubt itself, so the range reaches as far as Student's
distribution of as many degrees of freedom does (Student, "The probable error of a mean", 1908), by the
first term of E. A. Cornish and R. A. Fisher's expansion (1938): z + (z^3 + z) / 4n.
"""

from __future__ import annotations

from math import exp, log, pi, sqrt
from typing import Final

from runofshow.core.outlook.ending import ending
from runofshow.core.outlook.habits import Habits
from runofshow.core.outlook.known import Known, Outlook
from runofshow.core.outlook.lasting import below

_BIAS: Final = 0.35
"""Standard deviation, in those of a forecast, of what the rule may be off by at one office."""
_SHOWS_AS_THOUGHT: Final = 1.0
"""As many shows count for what is thought of how their misses differ; a standard deviation of 1."""
_MISSES_AS_THOUGHT: Final = 3.0
"""As many misses count for the width as it was reckoned."""
_DEGREES_AS_THOUGHT: Final = 8.0
"""Degrees of freedom of the width as it was reckoned; each miss near by is one more."""
_NEAR: Final = 0.3
"""Forecasts made this much earlier or later in a show teach nothing of one."""
WITHIN: Final = 1.2816
"""Standard deviations on each side that hold 80 %."""
_WORST: Final = 4.0
"""Standard deviations that one miss counts for."""
_LEAST_WIDE: Final = 0.1
"""Of the variance as it was reckoned."""


def outlook(habits: Habits, known: Known) -> Outlook:
    """When the show will end. Answers within 2 ms for 200 items, and the same to the same question."""
    found = ending(habits, known)
    off, width, degrees = _correction(habits, found.progress)
    # what is still to come, log-normal: it is never less than nothing and leans to the long side. Its middle
    # stays at its mean, since the few that last very long are a part of every sum
    begins, hard_out = found.from_s, known.hard_out_s
    left = max(found.mean_s + off * found.spread_s - begins, 0.1 * (found.mean_s - begins))
    if left <= 0 or found.spread_s <= 0:
        end = begins + max(left, 0.0)
        return Outlook(end, end, end, None if hard_out is None else float(end <= hard_out))
    deviation = sqrt(log(1 + (width * found.spread_s / left) ** 2))
    reach = exp((WITHIN + (WITHIN**3 + WITHIN) / (4 * degrees)) * deviation)
    low, mid, high = begins + left / reach, begins + left, begins + left * reach
    if hard_out is None:
        return Outlook(low, mid, high, None)
    until = hard_out - begins
    return Outlook(low, mid, high, below(log(until / left) / deviation) if until > 0 else 0.0)


def _correction(habits: Habits, progress: float) -> tuple[float, float, float]:
    """How many standard deviations later, how many times as wide, and with how many degrees of freedom."""
    near = [
        (miss.show, min(max(miss.by, -_WORST), _WORST), weight)
        for miss in habits.misses
        if (weight := 1 - abs(miss.progress - progress) / _NEAR) > 0
    ]
    if not near:
        return 0.0, sqrt(1 + _BIAS**2), _DEGREES_AS_THOUGHT
    shows: dict[int, tuple[float, float]] = {}
    for show, by, weight in near:
        told, weights = shows.get(show, (0.0, 0.0))
        shows[show] = told + weight * by, weights + weight
    each = [told / weights for told, weights in shows.values()]
    mean = sum(each) / len(each)
    differ = sum((one - mean) ** 2 for one in each)
    variance = (_SHOWS_AS_THOUGHT + differ) / (_SHOWS_AS_THOUGHT + len(each) - 1)
    off = mean * len(each) / (len(each) + variance / _BIAS**2)
    doubt = 1 / (1 / _BIAS**2 + len(each) / variance)
    # of what is missed, the bias that is taken away is no width
    missed = sum(weight * abs(by - off) for _, by, weight in near) * sqrt(pi / 2)
    weighed = sum(weight for _, _, weight in near)
    width = (missed + _MISSES_AS_THOUGHT) / (weighed + _MISSES_AS_THOUGHT)
    return off, sqrt(max(width * width + doubt, _LEAST_WIDE)), weighed + _DEGREES_AS_THOUGHT
