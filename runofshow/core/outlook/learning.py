"""What earlier shows teach: the habits of their office.

The theory. The factors (credibility.py), how the chair presses (pressing.py) and how lengths drift through
a show are found in turn until they agree. An older show counts less, since offices change. Then each
earlier show is forecast anew from all the others, at several moments, and what these forecasts missed by is
kept: it is what the range is corrected by (ranges.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from runofshow.core.outlook import pressing
from runofshow.core.outlook.credibility import Factors, Taught, factors_of
from runofshow.core.outlook.ending import ending, takes_of, trust_in
from runofshow.core.outlook.habits import TAKE_RATIO, Habits, Miss
from runofshow.core.outlook.kinds import manner_of, precision_of, weight_of
from runofshow.core.outlook.known import EarlierShow, Known, Piece, Ran, Running
from runofshow.core.outlook.pressing import MOST, Press, pressures
from runofshow.core.value import replace

LAST: Final = 12
"""So many shows back; what was before them is another office."""
_KEPT: Final = 0.85
"""What a show counts over the one after it."""
_ROUNDS: Final = 5
_AT_MOST: Final = 2.5
"""Times what was expected that one item counts for."""
_PRESS_NEEDS: Final = 0.15
_DRIFT_NEEDS: Final = 6.0
_TRUST_NEEDS: Final = 0.3
"""Sums of squares, of pressures, places and takes, that make a slope half believed."""
_TAKES_NEED: Final = 12.0
"""Ten minutes of takes, so many times."""
_WAITS_NEED: Final = 1.0
"""Shows."""
_CHANCE_NEEDS: Final = 20.0
"""Items."""
_MOMENTS: Final = (0.0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875)


def learn(before: Sequence[EarlierShow]) -> Habits:
    """The habits of the office whose earlier shows, oldest first, are `before`."""
    before = [one for one in before if one.items][-LAST:]
    habits = _habits_of(before)
    if len(before) < 2:
        return habits
    without = [_habits_of([*before[:n], *before[n + 1 :]]) for n in range(len(before))]
    trust = _take_trust(without, before)
    misses = tuple(
        miss
        for n, (others, show) in enumerate(zip(without, before, strict=True))
        for miss in _misses(replace(others, take_trust=trust), show, n)
    )
    return replace(habits, take_trust=trust, misses=misses)


def _habits_of(before: Sequence[EarlierShow]) -> Habits:
    if not before:
        return Habits()
    lines = [
        (one, at, pressure, precision_of(one) * _KEPT ** (len(before) - 1 - n))
        for n, show in enumerate(before)
        for one, at, pressure in _under_pressure(show)
        if one.plan_s > 0
    ]
    press, drift, chance = pressing.UNKNOWN, 0.0, 1.0
    factors = factors_of((), Taught(), chance, 0)
    for n in range(_ROUNDS):
        factors = factors_of(
            [
                (
                    one.actual_s / (weight_of(one) * press.leaves(one, pressure) * (1 + drift * (at - 0.5))),
                    weight,
                    one.kind,
                    one.speaker,
                )
                for one, at, pressure, weight in lines
                if not one.skipped
            ],
            Taught(),
            chance,
            2 if n == 0 else 1,
        )
        press, drift, chance = _bent(lines, factors, press, drift)
    return Habits(
        taught=factors.taught,
        press=press,
        drift=drift,
        take_ratio=_take_ratio(before),
        chance=chance,
        waits_s=_waits(before),
    )


def _bent(
    lines: Sequence[tuple[Ran, float, float, float]], factors: Factors, press: Press, drift: float
) -> tuple[Press, float, float]:
    sums = {
        True: [_PRESS_NEEDS * pressing.UNKNOWN.elastic, _PRESS_NEEDS],
        False: [_PRESS_NEEDS * pressing.UNKNOWN.others, _PRESS_NEEDS],
    }
    drifted, moved = 0.0, _DRIFT_NEEDS
    chance, count = _CHANCE_NEEDS, _CHANCE_NEEDS
    for one, at, pressure, weight in lines:
        length = weight_of(one) * factors.office * factors.kinds.get(one.kind, 1.0)
        if one.speaker is not None:
            length *= factors.speakers.get(one.speaker, 1.0)
        ratio = min(one.actual_s / length, _AT_MOST)
        drifting, pressed = 1 + drift * (at - 0.5), press.leaves(one, pressure)
        if pressure > 0 and not one.protected:
            sums[one.elastic][0] += weight * pressure * (1 - ratio / drifting)
            sums[one.elastic][1] += weight * pressure * pressure
        if one.skipped:
            continue
        drifted += weight * (at - 0.5) * (ratio / pressed - 1)
        moved += weight * (at - 0.5) ** 2
        off = (ratio / (pressed * drifting) - 1) / manner_of(one).spread
        chance += min(off * off, 9.0)
        count += 1
    elastic, others = (min(max(sums[key][0] / sums[key][1], 0.0), MOST) for key in (True, False))
    return Press(elastic, others), min(max(drifted / moved, -0.5), 0.5), min(max(chance / count, 0.2), 3.0)


def _under_pressure(show: EarlierShow) -> Iterator[tuple[Ran, float, float]]:
    planned = sum(one.plan_s for one in show.items)
    if planned <= 0:
        return
    begun = show.end_s - sum(one.actual_s for one in show.items)
    for one, (at, pressure) in zip(
        show.items, pressures(show.items, begun, show.hard_out_s, planned), strict=True
    ):
        yield one, at, pressure


def _take_ratio(before: Sequence[EarlierShow]) -> float:
    taken, live = _TAKES_NEED * TAKE_RATIO, _TAKES_NEED
    for show in before:
        for one in show.items:
            lasted = [take[one.item_id] for take in show.takes if take.get(one.item_id, 0.0) > 0]
            if lasted and one.plan_s > 0 and one.actual_s > 0 and not one.skipped:
                mean, weight = sum(lasted) / len(lasted), 1 / 600
                taken += weight * min(mean, 2 * one.actual_s)
                live += weight * min(one.actual_s, 3 * mean)
    return taken / live


def _take_trust(without: Sequence[Habits], before: Sequence[EarlierShow]) -> float:
    """By the regression of how long items lasted on their takes, both over what else was known of them."""
    told, weighed = _TRUST_NEEDS, _TRUST_NEEDS
    for habits, show in zip(without, before, strict=True):
        takes = takes_of(show.takes)
        factors = factors_of((), habits.taught, habits.chance, 0)
        for one, at, pressure in _under_pressure(show) if takes else ():
            if one.item_id in takes and one.plan_s > 0 and not one.skipped:
                length = weight_of(one) * factors.office * factors.kinds.get(one.kind, 1.0)
                length *= 1.0 if one.speaker is None else factors.speakers.get(one.speaker, 1.0)
                lasted, count = takes[one.item_id]
                live = one.actual_s / (
                    length * habits.press.leaves(one, pressure) * (1 + habits.drift * (at - 0.5))
                )
                take = trust_in(count) * (min(lasted / habits.take_ratio / length, _AT_MOST) - 1)
                told += take * (min(live, _AT_MOST) - 1)
                weighed += take * take
    return min(max(told / weighed, 0.0), 2.5)


def _waits(before: Sequence[EarlierShow]) -> float:
    waits = [max(show.end_s - show.start_s - sum(one.actual_s for one in show.items), 0.0) for show in before]
    return sum(waits) / (len(waits) + _WAITS_NEED)


def _misses(habits: Habits, show: EarlierShow, number: int) -> Iterator[Miss]:
    begun = show.end_s - sum(one.actual_s for one in show.items)
    for part in _MOMENTS:
        known = _known_at(show, begun, begun + part * (show.end_s - begun))
        found = ending(habits, known)
        if found.spread_s > 0:
            yield Miss(number, found.progress, (show.end_s - found.mean_s) / found.spread_s)


def _known_at(show: EarlierShow, begun: float, now: float) -> Known:
    at, done, running = begun, 0, None
    while done < len(show.items) and at + show.items[done].actual_s <= now:
        at += show.items[done].actual_s
        done += 1
    rest: tuple[Piece, ...] = show.items[done:]
    if done < len(show.items) and now > at:
        first = show.items[done]
        running = Running(
            item_id=first.item_id, kind=first.kind, plan_s=first.plan_s, parent_id=first.parent_id,
            speaker=first.speaker, protected=first.protected, elastic=first.elastic,
            recipients=first.recipients, batch=first.batch, elapsed_s=now - at,
        )  # fmt: skip
        rest = rest[1:]
    return Known(
        now_s=now, start_s=show.start_s, hard_out_s=show.hard_out_s, takes=show.takes,
        done=show.items[:done], running=running, rest=rest,
    )  # fmt: skip
