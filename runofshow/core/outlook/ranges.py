"""The range of the end and the chance of the hard out, corrected by how earlier forecasts turned out.

The theory. The misses of the office's earlier shows, forecast anew at about the same part of the show, say
how far the rule is off here and how much too narrow or too wide it is: a conformal correction (V. Vovk, A.
Gammerman and G. Shafer, "Algorithmic Learning in a Random World", 2005), split by the part of the show, in
standard deviations of each forecast. A few shows make a few misses, so both are shrunk: to no bias and to
the spread as it was reckoned.
"""

from __future__ import annotations

from typing import Final

from runofshow.core.outlook.ending import ending
from runofshow.core.outlook.habits import Habits
from runofshow.core.outlook.known import Known, Outlook
from runofshow.core.outlook.lasting import below

BIAS_NEEDS: Final = 5.0
WIDTH_NEEDS: Final = 10.0
WIDTH: Final = 1.0
_NEAR: Final = 0.3
"""Forecasts made this much earlier or later in a show teach nothing of one."""
LOW: Final = 1.2
HIGH: Final = 1.36
"""Standard deviations of the 80 % range: lengths lean to the long side."""
_WORST: Final = 4.0


def outlook(habits: Habits, known: Known) -> Outlook:
    """When the show will end. Answers within 2 ms for 200 items, and the same to the same question."""
    found = ending(habits, known)
    off, width = _correction(habits, found.progress)
    spread = found.spread_s * width
    middle = max(found.mean_s + off * found.spread_s, known.now_s)
    low, high = max(middle - LOW * spread, known.now_s), middle + HIGH * spread
    if known.hard_out_s is None:
        return Outlook(low, middle, high, None)
    return Outlook(low, middle, high, _chance(known, middle, spread, known.hard_out_s))


def _correction(habits: Habits, progress: float) -> tuple[float, float]:
    """How many standard deviations later, and how many times as wide."""
    near = [
        (weight, min(max(miss.by, -_WORST), _WORST))
        for miss in habits.misses
        if (weight := 1 - abs(miss.progress - progress) / _NEAR) > 0
    ]
    weighed = sum(weight for weight, _ in near)
    off = sum(weight * by for weight, by in near) / (weighed + BIAS_NEEDS)
    square = sum(weight * (by - off) ** 2 for weight, by in near)
    return off, ((square + WIDTH_NEEDS * WIDTH**2) / (weighed + WIDTH_NEEDS)) ** 0.5


def _chance(known: Known, middle: float, spread: float, hard_out: float) -> float:
    if hard_out < known.now_s:
        return 0.0
    if spread <= 0:
        return 1.0 if middle <= hard_out else 0.0
    side = HIGH if hard_out > middle else LOW
    return below((hard_out - middle) / spread * (LOW + HIGH) / (2 * side))
