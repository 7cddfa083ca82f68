"""Methods that are known elsewhere, each in its shortest form, to hold simulated offices against.

Each says how many seconds are left of a show in which `done` items are over and the next has lasted so long.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.core.outlook.matched import Show, pressed, shows
from tests.core.outlook.worlds import Row

Before = Sequence[Show]


def moment(show: Show, part: float) -> tuple[int, float, float]:
    """How many items are over at this part of the show, how long the next has lasted, and what is left."""
    one = show.played
    now, at, done = part * (one.end_s - one.start_s), 0.0, 0
    while done < len(one.actual) and at + one.actual[done] <= now:
        at, done = at + one.actual[done], done + 1
    return done, now - at, one.end_s - one.start_s - now


def _left(lengths: Sequence[float], done: int, elapsed: float) -> float:
    return max(0.0, lengths[done] - elapsed) + sum(lengths[done + 1 :])


def _plans(show: Show) -> list[float]:
    return [float(str(row["plan_s"])) for row in show.played.rows]


def plan(show: Show, done: int, elapsed: float) -> float:
    """The plan's arithmetic."""
    return _left(_plans(show), done, elapsed)


def adaptive(show: Show, done: int, elapsed: float) -> float:
    """What is left of the plan, at the pace of today: OnlyT's adaptive timer."""
    plans = _plans(show)
    pace = sum(show.played.actual[:done]) / sum(plans[:done]) if done else 1.0
    return _left([pace * one for one in plans], done, elapsed)


def sums(show: Show, done: int, elapsed: float, before: Before = (), with_takes: bool = False) -> float:
    """Ratios of sums of the office, its kinds and its speakers, each shrunk by a number of items."""
    rows = show.played.rows
    takes: dict[str, list[float]] = {}
    for take in show.played.takes if with_takes else ():
        for item_id, lasted in take.items():
            takes.setdefault(item_id, []).append(float(str(lasted)) / 0.95)
    means = {item_id: sum(lasted) / len(lasted) for item_id, lasted in takes.items()}
    seen = [pair for one in before for pair in zip(one.played.rows, one.played.actual, strict=True)]
    seen += zip(rows[:done], show.played.actual, strict=False)
    seen += [(row, means[str(row["item_id"])]) for row in rows[done:] if row["item_id"] in means]
    office, kinds, speakers = 1.0, dict[str, float](), dict[str, float]()

    def usual(row: Row, *without: Mapping[str, float]) -> float:
        length = 1.07 * float(str(row["plan_s"])) * office
        for name, factors in (("kind", kinds), ("speaker", speakers)):
            length *= 1.0 if factors in without else factors.get(str(row[name]), 1.0)
        return length

    for _ in range(2):
        office *= (15 + sum(min(lasted / usual(row), 2.5) for row, lasted in seen)) / (15 + len(seen))
        for name, factors, needs in (("kind", kinds, 3), ("speaker", speakers, 2)):
            told: dict[str, list[float]] = {}
            for row, lasted in seen:
                told.setdefault(str(row[name]), []).append(
                    min(lasted * factors.get(str(row[name]), 1.0) / usual(row), 2.5)
                )
            found = {key: (needs + sum(ratios)) / (needs + len(ratios)) for key, ratios in told.items()}
            found.pop("None", None)
            factors.update(found)
    lengths = []
    for row in rows:
        length, item_id = usual(row), str(row["item_id"])
        trust = 0.35 + 0.1 * len(takes[item_id]) if item_id in takes else 0.0
        lengths.append(length + trust * (means.get(item_id, length) - length))
    return _left(lengths, done, elapsed)


def oracle(show: Show, done: int, elapsed: float) -> float:
    """With every cause known, and nothing of chance."""
    plans, one = _plans(show), show.played
    begun = now = one.start_s + sum(one.actual[:done])
    left = sum(plans[done:])
    for n in range(done, len(plans)):
        length = pressed(show.press, one.rows[n], show.expected[n], now + left - one.hard_out_s, left)
        now, left = now + (max(length, 1.08 * elapsed) if n == done else length), left - plans[n]
    return now - begun - elapsed


def errors(seed: int, count: int) -> dict[str, list[float]]:
    """Method -> error over the plan's, of all and by quarter."""
    found: dict[str, list[float]] = {}
    before: list[Show] = []
    off: list[list[float]] = [[] for _ in range(4)]
    for show in shows(seed, count):
        if show.ordinal == 0:
            before, off = [], [[] for _ in range(4)]
        for quarter in range(4):
            done, elapsed, left = moment(show, quarter / 4)
            warm = sums(show, done, elapsed, before, True)
            # corrected by what it was off by at this part of the office's earlier shows
            bias = sum(off[quarter]) / (len(off[quarter]) + 2)
            off[quarter].append(min(max(left / max(warm, 60.0) - 1, -0.5), 0.5))
            for method, answer in (
                ("plan", plan(show, done, elapsed)),
                ("adaptive", adaptive(show, done, elapsed)),
                ("cold", sums(show, done, elapsed)),
                ("takes", sums(show, done, elapsed, (), True)),
                ("warm", warm * (1 + bias)),
                ("oracle", oracle(show, done, elapsed)),
            ):
                found.setdefault(method, [0.0] * 4)[quarter] += abs(answer - left)
        before.append(show)
    plans = found["plan"]
    return {
        method: [sum(of) / sum(plans), *(one / over for one, over in zip(of, plans, strict=True))]
        for method, of in found.items()
    }
