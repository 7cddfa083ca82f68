"""What earlier shows teach: the habits of their office.

The theory. The factors (credibility.py) and what bends lengths beside them (bending.py) are found in turn
until they agree. An older show counts less, since offices change. Then each earlier show is forecast anew
from all the others, at several moments, and what these forecasts missed by is kept: it is what the range is
corrected by (ranges.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from runofshow.core.outlook.bending import Bent, bent_by, lines_of, under_pressure
from runofshow.core.outlook.credibility import Taught, factors_of
from runofshow.core.outlook.ending import ending, takes_of, trust_in
from runofshow.core.outlook.habits import TAKE_RATIO, Habits, Miss
from runofshow.core.outlook.honoured import honoured_in
from runofshow.core.outlook.kinds import weight_of
from runofshow.core.outlook.known import EarlierShow, Known, Piece, Running
from runofshow.core.value import replace

LAST: Final = 12
"""So many shows back; what was before them is another office."""
_ROUNDS: Final = 5
_AT_MOST: Final = 2.5
"""Times what was expected that one item counts for."""
_TRUST_NEEDS: Final = 0.15
"""The sum of squares of takes that makes their regression half believed."""
_TAKES_NEED: Final = 12.0
"""Ten minutes of takes, so many times."""
_WAITS_NEED: Final = 1.0
"""Shows."""
_MOMENTS: Final = (0.0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875)


def learn(before: Sequence[EarlierShow]) -> Habits:
    """The habits of the office whose earlier shows, oldest first, are `before`."""
    before = [one for one in before if one.items][-LAST:]
    told = list(enumerate(before))
    habits = _habits_of(told, len(before))
    if len(before) < 2:
        return habits
    without = [_habits_of([*told[:n], *told[n + 1 :]], n) for n in range(len(before))]
    trust = _take_trust(without, before)
    misses = tuple(
        miss
        for n, (others, show) in enumerate(zip(without, before, strict=True))
        for miss in _misses(replace(others, take_trust=trust), show, n)
    )
    return replace(habits, take_trust=trust, misses=misses)


def _habits_of(told: Sequence[tuple[int, EarlierShow]], coming: int) -> Habits:
    """From numbered shows those of the one that has the number `coming`."""
    if not told:
        return Habits()
    before = [show for _, show in told]
    bent = Bent(honoured_in(one for show in before for one in show.items))
    lines = lines_of(told, coming, bent.honoured)
    factors = factors_of((), Taught(), bent.chance, 0)
    for n in range(_ROUNDS):
        factors = factors_of(
            [
                (
                    line.one.actual_s / (weight_of(line.one) * bent.of(line)),
                    line.weight,
                    line.one.kind,
                    line.one.speaker,
                )
                for line in lines
                if not line.one.skipped
            ],
            Taught(),
            bent.chance,
            2 if n == 0 else 1,
        )
        bent = bent_by(lines, factors, bent)
    return Habits(
        taught=factors.taught,
        honoured=bent.honoured,
        press=bent.press,
        drift=bent.drift,
        take_ratio=_take_ratio(before),
        chance=bent.chance,
        waits_s=_waits(before),
    )


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
        for one, at, pressure in under_pressure(show) if takes else ():
            if one.item_id in takes and one.plan_s > 0 and not one.skipped:
                length = weight_of(one) * habits.honoured.lengthens(one)
                length *= factors.office * factors.kinds.get(one.kind, 1.0)
                length *= 1.0 if one.speaker is None else factors.speakers.get(one.speaker, 1.0)
                lasted, count = takes[one.item_id]
                live = one.actual_s / (
                    length * habits.press.leaves(one, pressure) * (1 + habits.drift * (at - 0.5))
                )
                take = trust_in(count) * (min(lasted / habits.take_ratio / length, _AT_MOST) - 1)
                told += take * (min(live, _AT_MOST) - 1)
                weighed += take * take
    return min(max(told / weighed, 0.0), 3.5)


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
