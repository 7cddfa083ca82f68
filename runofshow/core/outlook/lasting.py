"""How long an item lasts that has lasted so long already.

The theory. A length is log-normal around its mean, and one in so many gets out of hand: a second, longer
and wider one is mixed in. Given that it has lasted longer than what has passed, its mean and its spread are
those of the mixture's upper part, in closed form (partial moments of the log-normal: J. Aitchison and J. A.
C. Brown, "The Lognormal Distribution", 1957). So one that is over its plan is expected to last a while yet,
and the longer the more: the tail has taken it.
"""

from __future__ import annotations

from math import erf, exp, log, pi, sqrt
from typing import Final

OUT_OF_HAND: Final = 0.03
_OUT_RATIO: Final = 1.8
_OUT_SPREAD: Final = 0.4


def below(z: float) -> float:
    """The normal distribution's share below `z` standard deviations."""
    return 0.5 * (1 + erf(z / sqrt(2)))


def density(z: float) -> float:
    return exp(-z * z / 2) / sqrt(2 * pi)


def whole_length(mean_s: float, spread: float, elapsed_s: float) -> tuple[float, float]:
    """Mean and standard deviation, in seconds, of all an item lasts, at `elapsed_s` since its start.

    `mean_s` is what it was expected to last before it began, `spread` its standard deviation as a part of it.
    """
    if elapsed_s <= 0 or mean_s <= 0 or spread <= 0:
        return max(mean_s, elapsed_s), mean_s * spread
    usual = _above(mean_s * (1 - OUT_OF_HAND * (_OUT_RATIO - 1)), spread, elapsed_s)
    out = _above(mean_s * _OUT_RATIO, max(_OUT_SPREAD, spread), elapsed_s)
    share = (1 - OUT_OF_HAND) * usual[0] + OUT_OF_HAND * out[0]
    if share < 1e-9:
        return elapsed_s * 1.1, elapsed_s * 0.1
    mean = ((1 - OUT_OF_HAND) * usual[1] + OUT_OF_HAND * out[1]) / share
    square = ((1 - OUT_OF_HAND) * usual[2] + OUT_OF_HAND * out[2]) / share
    return mean, sqrt(max(square - mean * mean, 0.0))


def _above(mean_s: float, spread: float, elapsed_s: float) -> tuple[float, float, float]:
    """Of a log-normal: the share above, and its part of the mean and of the mean square that lies there."""
    variance = log(1 + spread * spread)
    deviation = sqrt(variance)
    middle = log(mean_s) - variance / 2
    z = (log(elapsed_s) - middle) / deviation
    return (
        below(-z),
        mean_s * below(deviation - z),
        exp(2 * middle + 2 * variance) * below(2 * deviation - z),
    )
