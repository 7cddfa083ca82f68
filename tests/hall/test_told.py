"""Which changes of a picture are told at once, which now and then, and which never."""

from __future__ import annotations

from datetime import UTC

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.views.roles import view_of
from runofshow.core.wire import Json
from runofshow.hall.told import Told, drift_pause, is_only_counted, stands
from tests.core.shows import MINUTE, Stage, four_items


def test_drift_waits_its_time_and_news_do_not() -> None:
    stage = Stage(four_items(), tick=False).at("8:00")
    stage.do(c.Start())
    stage.now += 11 * MINUTE
    told = Told.first(view_of(Role.STAGE, stage.picture, UTC), 0.0)
    stage.now += MINUTE
    drifted = view_of(Role.STAGE, stage.picture, UTC)
    assert told.change(drifted, 14.9, is_news=False) is None
    assert told.change(drifted, 15.1, is_news=False) is not None
    assert told.change(drifted, 15.2, is_news=True) is None, "they have it"
    stage.do(c.Skip("d"))
    assert told.change(view_of(Role.STAGE, stage.picture, UTC), 15.3, is_news=False) is not None


def test_drift_costs_at_most_a_hundred_bytes_a_second_or_a_minute() -> None:
    assert [drift_pause(False, size) for size in (0, 4000, 100_000)] == [15.0, 40.0, 60.0]
    # at ten times the speed it drifts as far in a tenth of the time; what it may cost is the same
    assert [drift_pause(False, size, 10) for size in (0, 4000, 100_000)] == [1.5, 40.0, 60.0]


def test_a_part_of_a_picture_stands_while_no_more_than_time_has_passed_over_it() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.ticks_by_itself = False
    stage.now += 11 * MINUTE
    before = view_of(Role.STAGE, stage.picture, UTC)
    stage.now += 14 * MINUTE
    after = view_of(Role.STAGE, stage.picture, UTC)
    assert before != after
    assert stands(before, after)
    stage.do(c.Skip("d"))
    assert not stands(after, view_of(Role.STAGE, stage.picture, UTC))


@pytest.mark.parametrize(
    ("patch", "is_so"),
    [
        ({}, True),
        ({"now": 1, "current": {"elapsed_s": 1, "remaining_s": 2}}, True),
        ({"now": 1, "next": {"expected_start": 1}}, False),
        ({"now": 1, "current": None}, False),
        ({"cues": []}, False),
    ],
)
def test_a_patch_of_what_the_page_counts_by_itself_is_not_worth_sending(
    patch: dict[str, Json], is_so: bool
) -> None:
    assert is_only_counted(patch) is is_so
