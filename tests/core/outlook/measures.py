"""How far forecasts of simulated shows were off, and whether their ranges and chances held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from runofshow.core.outlook.habits import Habits
from runofshow.core.outlook.known import EarlierShow, Known
from runofshow.core.outlook.learning import learn
from runofshow.core.outlook.ranges import outlook
from tests.core.outlook import ledgers, matched, worlds
from tests.core.outlook.worlds import Question

QUARTERS = (0, 1, 2, 3)


@dataclass
class Score:
    """Of one class of questions."""

    errors: list[float] = field(default_factory=lambda: [0.0] * 4)
    """Seconds that the middle was off, by quarter."""
    plan_errors: list[float] = field(default_factory=lambda: [0.0] * 4)
    held: int = 0
    asked: int = 0
    squares: float = 0.0
    plan_squares: float = 0.0

    def over_plan(self, *quarters: int) -> float:
        """The error over that of the plan's arithmetic: of these quarters, or of all."""
        of = quarters or QUARTERS
        return sum(self.errors[quarter] for quarter in of) / sum(self.plan_errors[quarter] for quarter in of)

    @property
    def coverage(self) -> float:
        return self.held / self.asked

    @property
    def brier(self) -> float:
        return self.squares / self.asked

    @property
    def plan_brier(self) -> float:
        """That of saying the plan's word for certain."""
        return self.plan_squares / self.asked

    def line(self, name: str) -> str:
        parts = " ".join(f"{self.over_plan(quarter):6.2f}" for quarter in QUARTERS)
        return (
            f"{name:<22}{self.asked // 4:6}{self.over_plan():8.2f} {parts}{self.coverage:9.2f}"
            f"{self.brier:8.3f}{self.plan_brier:8.3f}"
        )


def scores(questions: Iterable[Question]) -> dict[str, Score]:
    """What became of the answers: of all, of each world, and by what was known."""
    found: dict[str, Score] = {}
    habits = Habits()
    for question in questions:
        if question.quarter == 0:
            habits = learn(msgspec.convert(question.asked["before"], tuple[EarlierShow, ...]))
        known = msgspec.convert(question.asked, Known)
        seen = outlook(habits, known)
        assert seen.chance is not None
        assert known.hard_out_s is not None
        met = question.end_s <= known.hard_out_s
        for name in _classes(question):
            score = found.setdefault(name, Score())
            score.errors[question.quarter] += abs(seen.mid_s - question.end_s)
            score.plan_errors[question.quarter] += abs(question.plan_end_s - question.end_s)
            score.held += seen.low_s <= question.end_s <= seen.high_s
            score.asked += 1
            score.squares += (seen.chance - met) ** 2
            score.plan_squares += (question.plan_end_s <= known.hard_out_s) != met
    return found


def _classes(question: Question) -> Iterator[str]:
    yield "all"
    yield f"world {question.world}"
    match question.asked["ordinal"]:
        case 0:
            yield "first of an office"
            yield "cold, with takes" if question.asked["takes"] else "cold"
        case 1 | 2:
            yield "after one or two"
        case _:
            yield "after three"


def table(shows: int) -> str:
    """How all kinds of simulated offices were forecast, as text."""
    head = "                       shows     all      0     25     50     75   in 80   Brier    plan"
    lines = []
    for name, found in (
        ("Ratios of plans", scores(worlds.questions(1, shows))),
        ("Minutes added up", scores(ledgers.questions(1, shows))),
        ("Matched to what is known", scores(matched.questions(1, shows))),
    ):
        lines += [f"{name}: error over the plan's arithmetic, of all and by part of the show", head]
        lines += [found[one].line(one) for one in sorted(found)] + [""]
    return "\n".join(lines)
