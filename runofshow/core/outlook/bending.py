"""What bends lengths beside the factors of credibility.py: how chairs press, how items drift through a
show and shows from one to the next, how awards follow their people.

The theory. Each is a slope, found by the regression of what items lasted, over what else is known of
them, on how far something had come, and shrunk to what is thought of all offices (a ridge: A. E. Hoerl
and R. W. Kennard, 1970). They and the factors are found in turn, each with the others held. From show to
show only the office as a whole moves, a level with a trend (C. C. Holt, "Forecasting seasonals and trends
by exponentially weighted moving averages", 1957): lengths of earlier shows are brought to where the trend
is at the coming one, so that what is learnt from them is true of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from msgspec import Struct

from runofshow.core.outlook import pressing
from runofshow.core.outlook.credibility import Factors
from runofshow.core.outlook.honoured import PART, Honoured
from runofshow.core.outlook.kinds import manner_of, precision_of, weight_of
from runofshow.core.outlook.known import EarlierShow, Ran
from runofshow.core.outlook.pressing import MOST, Press, pressures
from runofshow.core.value import replace

_KEPT: Final = 0.85
"""What a show counts over one that is nearer to the coming show by one."""
_AT_MOST: Final = 2.5
"""Times what was expected that one item counts for."""
_PRESS_NEEDS: Final = 0.15
_DRIFT_NEEDS: Final = 6.0
_TREND_NEEDS: Final = 800.0
_PEOPLE_NEED: Final = 1.0
"""Sums of squares, of pressures, places, shows and excesses, that make a slope half believed; of shows
so many times more where chance is large, since one wild show is no trend."""
_STEEPEST: Final = 0.1
"""No office is thought to move more from show to show."""
_CHANCE_NEEDS: Final = 20.0
"""Items."""


class Line(NamedTuple):
    """One item of an earlier show."""

    one: Ran
    at: float
    """How far the plan had come at its start, 0 to 1."""
    pressure: float
    excess: float
    """Of those who are honoured in it."""
    shows: int
    """How many shows after the coming one it was; before it is negative."""
    weight: float


class Bent(Struct, frozen=True):
    """What is found beside the factors."""

    honoured: Honoured
    press: Press = pressing.UNKNOWN
    drift: float = 0.0
    """How much longer, as a part of itself, an item lasts at the end of a show than at its beginning."""
    trend: float = 0.0
    """How much longer it lasts in each show than in the one before."""
    chance: float = 1.0
    """How wide single items spread, over what is thought of all offices; a ratio of variances."""

    def of(self, line: Line) -> float:
        """How many times as long an item lasted for all of it."""
        return self.unpressed(line) * self.press.leaves(line.one, line.pressure)

    def unpressed(self, line: Line) -> float:
        drifted = (1 + self.drift * (line.at - 0.5)) * max(1 + self.trend * line.shows, 0.3)
        return drifted * (1 + self.honoured.part * line.excess)


def under_pressure(show: EarlierShow) -> Iterator[tuple[Ran, float, float]]:
    """Each item, how far the plan had come at its start, and the pressure on it."""
    planned = sum(one.plan_s for one in show.items)
    if planned <= 0:
        return
    begun = show.end_s - sum(one.actual_s for one in show.items)
    for one, (at, pressure) in zip(
        show.items, pressures(show.items, begun, show.hard_out_s, planned), strict=True
    ):
        yield one, at, pressure


def lines_of(told: Sequence[tuple[int, EarlierShow]], coming: int, honoured: Honoured) -> list[Line]:
    """Whatever of the numbered shows teaches something of the one that has the number `coming`."""
    return [
        Line(
            one,
            at,
            pressure,
            honoured.excess(one),
            n - coming,
            precision_of(one) * _KEPT ** (abs(n - coming) - 1),
        )
        for n, show in told
        for one, at, pressure in under_pressure(show)
        if one.plan_s > 0
    ]


def bent_by(lines: Sequence[Line], factors: Factors, bent: Bent) -> Bent:
    """What bends `lines` beside these factors, from what was thought of it before."""
    pressed = {
        True: [_PRESS_NEEDS * pressing.UNKNOWN.elastic, _PRESS_NEEDS],
        False: [_PRESS_NEEDS * pressing.UNKNOWN.others, _PRESS_NEEDS],
    }
    drift, drift_squares = 0.0, _DRIFT_NEEDS
    trend, trend_squares = 0.0, _TREND_NEEDS * bent.chance
    people, people_squares = _PEOPLE_NEED * PART, _PEOPLE_NEED
    chance, count = _CHANCE_NEEDS, _CHANCE_NEEDS
    weighed = sum(line.weight for line in lines)
    middle = sum(line.weight * line.shows for line in lines) / weighed if weighed else 0.0
    for line in lines:
        one, weight, ratio = line.one, line.weight, _ratio(line.one, factors)
        if line.pressure > 0 and not one.protected:
            pressed[one.elastic][0] += weight * line.pressure * (1 - ratio / bent.unpressed(line))
            pressed[one.elastic][1] += weight * line.pressure * line.pressure
        if one.skipped:
            continue
        off = ratio / bent.of(line) - 1
        place, show, excess = line.at - 0.5, line.shows - middle, line.excess
        drift += weight * place * (off + bent.drift * place)
        drift_squares += weight * place * place
        trend += weight * show * (off + bent.trend * show)
        trend_squares += weight * show * show
        people += weight * excess * (off + bent.honoured.part * excess)
        people_squares += weight * excess * excess
        wide = off / manner_of(one).spread
        chance += min(wide * wide, 9.0)
        count += 1
    elastic, others = (min(max(told / squares, 0.0), MOST) for told, squares in pressed.values())
    return Bent(
        honoured=replace(bent.honoured, part=min(max(people / people_squares, 0.0), 1.0)),
        press=Press(elastic, others),
        drift=min(max(drift / drift_squares, -0.5), 0.5),
        trend=min(max(trend / trend_squares, -_STEEPEST), _STEEPEST),
        chance=min(max(chance / count, 0.2), 3.0),
    )


def _ratio(one: Ran, factors: Factors) -> float:
    """What it lasted over what its factors say."""
    length = weight_of(one) * factors.office * factors.kinds.get(one.kind, 1.0)
    if one.speaker is not None:
        length *= factors.speakers.get(one.speaker, 1.0)
    return min(one.actual_s / length, _AT_MOST)
