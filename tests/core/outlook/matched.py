"""A third set of simulated offices, whose parameters were searched for until known methods did on them what
they did elsewhere.

What is known of a thousand shows that nobody here has seen is how far methods came on them: error over the
plan's arithmetic, of all and at 25, 50 and 75 % of the show. With references.py the same methods do here
(seed 777, 1000 shows):

                                      there                     here
    adaptive ratio, as in OnlyT       .98  1.10  .94  .81       1.05  1.23  1.01  .88
    ratios of sums, cold              .88                       .87
    and takes                         .83                       .82
    and earlier shows, corrected      .62   .66  .69  .48       .66   .68   .64  .56
    an oracle that knows every cause  .39   .40  .45  .29       .40   .42   .42  .33

So the causes are strong and chance is not: speakers and the people in long rounds of awards above all, which
come late in the show, and little that all items of one day have in common. What is shared with worlds.py are
the words of a question, and no rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from tests.core.outlook.worlds import Played, Question, Row, as_before, asked_at

WORLDS = ("even", "heavy", "hopeful", "press", "drift")
MINUTE = 60.0
OF_EACH = 6

_NOISE = 0.42
_KINDS = {
    # chance of one item, over _NOISE
    "performance": 1.2, "flag_salute": 0.2, "introduction": 0.8, "opening": 0.8, "video": 0.1, "report": 1.0,
    "paper": 1.0, "break": 0.8, "discussion": 1.3, "award": 0.33, "launch": 0.7, "directive": 0.7,
    "reply": 0.65, "closing": 0.65,
}  # fmt: skip
_RIGID = ("flag_salute", "video")
_LATE = ("directive", "launch", "reply", "closing")
_ELASTIC = ("performance", "report", "paper", "break", "discussion")
_PEOPLE = {
    "paper": 7,
    "report": 2,
    "directive": 2,
    "opening": 2,
    "introduction": 2,
    "launch": 1,
    "reply": 2,
    "closing": 1,
}


class Show(NamedTuple):
    world: str
    ordinal: int
    played: Played
    expected: list[float]
    """What each item lasts by all its causes but chance and the chair."""
    press: float


class _Office:
    def __init__(self, chance: Random, world: str) -> None:
        self.chance, self.world = chance, world
        self.ratios = {kind: 1.06 * self._around(self._differs(kind)) for kind in _KINDS}
        self.ratios["award"] *= 1.25
        self.ratios["directive"] *= 1.2
        self.people = {
            kind: {f"{kind} {n}": self._around(0.33) for n in range(count)} for kind, count in _PEOPLE.items()
        }
        self.level = self._around(0.13) * (1.25 if world == "hopeful" else 1.0)
        self.round_s, self.each_s = 87 * self._around(0.25), 13 * self._around(0.25)
        self.press = 0.6 if world == "press" else 0.11
        self.takes_are = 0.94 * self._around(0.14)

    def _around(self, spread: float) -> float:
        return self.chance.lognormvariate(-spread * spread / 2, spread)

    def _differs(self, kind: str) -> float:
        """How far offices differ in a kind."""
        return 0.03 if kind in _RIGID else 0.27 if kind == "award" else 0.35 if kind in _LATE else 0.2

    def programme(self) -> list[Row]:
        chance, rows = self.chance, list[Row]()

        def add(kind: str, minutes: float, honoured: int = 0, batch: int | None = None) -> None:
            who = chance.choice(list(self.people[kind])) if kind in self.people else None
            rows.append({
                "item_id": f"m{len(rows)}", "parent_id": "a" if honoured else None, "kind": kind,
                "speaker": who, "plan_s": minutes * MINUTE, "protected": kind not in (*_ELASTIC, "video"),
                "elastic": kind in _ELASTIC, "recipients": honoured, "batch": batch,
            })  # fmt: skip

        if chance.random() < 0.85:
            for _ in range(chance.randint(2, 4)):
                add("performance", 5)
        add("flag_salute", 5)
        add("introduction", chance.choice((5, 10, 10)))
        add("opening", chance.choice((5, 10, 10)))
        if chance.random() < 0.5:
            add("video", chance.choice((5, 10)))
        add("report", chance.choice((10, 15, 20, 25)))
        papers = chance.randint(4, 8)
        for n in range(papers):
            add("paper", chance.choice((5, 7, 7, 10)))
            if n == papers // 2 and chance.random() < 0.6:
                add("break", chance.choice((10, 15, 15)))
        if chance.random() < 0.75:
            add("discussion", chance.choice((15, 20, 30)))
        first = chance.random() < 0.9
        if first:
            add("directive", chance.choice((10, 15, 20)))
        for batch in range(chance.randint(6, 9)):
            add("award", chance.choice((3, 3, 4, 4)), chance.randint(4, 14), batch + 1)
        if chance.random() < 0.5:
            add("launch", chance.choice((5, 10)))
        if not first:
            add("directive", chance.choice((10, 15, 20)))
        if chance.random() < 0.5:
            add("reply", 5)
        add("closing", chance.choice((5, 5, 10)))
        return rows

    def usual(self, row: Row) -> float:
        """What it lasts whenever this office plans it."""
        kind, plan = str(row["kind"]), float(str(row["plan_s"]))
        if kind == "award":
            plan = 0.2 * plan + 0.8 * (self.round_s + self.each_s * int(str(row["recipients"])))
        plan *= self.ratios[kind]
        if row["speaker"] is not None:
            plan *= self.people[kind][str(row["speaker"])]
        return plan if kind in _RIGID else plan * self.level

    def show(self, ordinal: int) -> Show:
        chance, rows = self.chance, self.programme()
        plans = [float(str(row["plan_s"])) for row in rows]
        today, rehearsed = self._around(0.06), chance.choice((1, 1, 2, 3)) if chance.random() < 0.43 else 0
        takes: list[Row] = [{} for _ in range(rehearsed)]
        expected, free = [], []
        for n, row in enumerate(rows):
            kind = str(row["kind"])
            rigid, wide = kind in _RIGID, _KINDS[kind]
            # this text, this panel: the same in a take and live
            length = self.usual(row) * (1.0 if rigid else today) * self._around(0.2 * min(wide, 1.3))
            for take in takes:
                if kind != "break" and chance.random() < 0.8:
                    take[str(row["item_id"])] = length * self.takes_are * self._around(0.38)
            if self.world == "drift" and not rigid:
                length *= 1 + 0.32 * sum(plans[:n]) / sum(plans) + 0.02 * ordinal
            tail = self.world == "heavy" and not rigid
            expected.append(length * (1.09 if tail else 1.0))
            length *= self._around(_NOISE * wide)
            free.append(length * (1.3 + 2.4 * chance.random() if tail and chance.random() < 0.06 else 1.0))
        if chance.random() < 0.5:
            free[0] += max(0.0, chance.gauss(0, 5.5)) * MINUTE
        start = chance.choice((7.5, 8.0, 14.0)) * 3600
        hard_out = start + sum(plans) + (2.5 + chance.uniform(-10, 15)) * MINUTE
        now, left, actual = start, sum(plans), []
        for row, plan, length in zip(rows, plans, free, strict=True):
            actual.append(pressed(self.press, row, length, now + left - hard_out, left))
            now, left = now + actual[-1], left - plan
        played = Played(rows, start, hard_out, takes, actual, [False] * len(rows))
        return Show(self.world, ordinal, played, expected, self.press)


def pressed(press: float, row: Row, length: float, over: float, left: float) -> float:
    """What the chair leaves of an item when the plan has so much left and would be so far over."""
    if over <= 0 or not row["elastic"]:
        return length
    return length * max(0.4, 1 - press * min(1.0, 2 * over / max(left, MINUTE)))


def shows(seed: int, count: int) -> Iterator[Show]:
    """Office by office, the worlds in turn."""
    chance = Random(seed)
    for n in range(max(count // OF_EACH, 1)):
        office = _Office(chance, WORLDS[n % len(WORLDS)])
        for ordinal in range(OF_EACH):
            yield office.show(ordinal)


def questions(seed: int, count: int) -> Iterator[Question]:
    """Four questions of each show."""
    before: list[Row] = []
    for n, show in enumerate(shows(seed, count)):
        one = show.played
        if show.ordinal == 0:
            before = []
        for quarter in range(4):
            known, plan_end = asked_at(one, one.start_s + quarter / 4 * (one.end_s - one.start_s))
            asked = {
                "show_id": str(n), "q": quarter / 4, "start_s": one.start_s, "hard_out_s": one.hard_out_s,
                "office": str(n // OF_EACH), "ordinal": show.ordinal, "takes": one.takes, **known,
            }  # fmt: skip
            if quarter == 0:
                asked["before"] = list(before)
            yield Question(asked, one.end_s, plan_end, show.world, quarter)
        before.append(as_before(one))
