"""How well simulated shows are forecast: what the rule must reach, whatever the office is like.

The bars of the short test leave room for the chance of few shows; those of the long one are what was
reached at all kinds of offices, with a little room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.core.outlook import ledgers, matched, references, worlds
from tests.core.outlook.measures import QUARTERS, scores
from tests.core.outlook.worlds import Question

OFFICES = pytest.mark.parametrize(
    "questions",
    [worlds.questions, ledgers.questions, matched.questions],
    ids=["ratios", "minutes", "matched"],
)
Asked = Callable[[int, int], Iterator[Question]]


@OFFICES
def test_the_end_is_seen_better_than_by_the_plan_at_every_part_of_the_show(questions: Asked) -> None:
    found = scores(questions(2, 80))
    assert all(found["all"].over_plan(quarter) < 0.95 for quarter in QUARTERS)
    assert found["after three"].over_plan() < 0.7
    assert 0.72 < found["all"].coverage < 0.93
    assert found["all"].brier < 0.6 * found["all"].plan_brier


@pytest.mark.soak
@OFFICES
def test_a_thousand_shows_are_forecast_as_well_as_before(questions: Asked) -> None:
    found = scores(questions(4, 1000))
    assert all(found["all"].over_plan(quarter) < 1 for quarter in QUARTERS)
    assert found["cold, with takes"].over_plan() <= 0.87
    assert found["after three"].over_plan() <= 0.6
    # of the minutes, whose chance is small, the range is too wide
    assert 0.77 <= found["all"].coverage <= 0.92
    assert all(score.coverage >= 0.7 for name, score in found.items() if name.startswith(("world", "first")))
    assert found["after three"].brier <= 0.13


def test_known_methods_do_on_matched_offices_about_what_they_do_elsewhere() -> None:
    found = references.errors(5, 600)
    elsewhere = {"adaptive": 0.98, "cold": 0.88, "takes": 0.83, "warm": 0.62, "oracle": 0.39}
    assert all(found[method][0] == pytest.approx(over, abs=0.12) for method, over in elsewhere.items())
    # the pace of the first quarter misleads, that of three quarters does not
    assert found["adaptive"][2] > 1 > found["adaptive"][4]
