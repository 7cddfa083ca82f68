"""When a session is likely to end: in the picture of its session alone, and calm."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.end_outlook import EndOutlook, calmed
from runofshow.core.picture import take_snapshot
from runofshow.core.presence import Senses
from runofshow.core.value import replace
from runofshow.core.views.roles import CallerView, StageView, view_of
from tests.core.shows import Stage, at, minutes, seconds, two_sessions

HERE = timezone(timedelta(hours=7))
FOUND = EndOutlook(session_id="s1", low=at("8:28"), mid=at("8:33"), high=at("8:46"), chance=0.87)


def test_what_is_sensed_of_the_session_that_runs_is_in_its_picture_and_no_other() -> None:
    stage = Stage(two_sessions(), "8:00")
    assert take_snapshot(stage.state, stage.now, Senses(outlook=FOUND)).outlook == FOUND
    other = replace(FOUND, session_id="s2")
    assert take_snapshot(stage.state, stage.now, Senses(outlook=other)).outlook is None


def test_a_show_that_has_ended_is_likely_to_end_no_more() -> None:
    stage = Stage(two_sessions(), "8:00")
    stage.do(c.Start(), c.End(sure=True))
    session_id = take_snapshot(stage.state, stage.now).session.session_id
    senses = Senses(outlook=replace(FOUND, session_id=session_id))
    assert take_snapshot(stage.state, stage.now, senses).outlook is None


def test_caller_and_stage_are_told_in_the_time_of_the_hall() -> None:
    stage = Stage(two_sessions(), "8:00")
    picture = take_snapshot(stage.state, stage.now, Senses(outlook=FOUND))
    for role in (Role.CALLER, Role.STAGE):
        view = view_of(role, picture, HERE)
        assert isinstance(view, CallerView | StageView)
        assert view.outlook is not None
        assert view.outlook.high.isoformat() == "2020-03-27T15:46:00+07:00"
        assert view.outlook.chance == 0.87


@pytest.mark.parametrize("by", [-59, 59])
def test_a_figure_that_moves_by_less_than_a_minute_stays_where_it_was(by: int) -> None:
    moved = replace(FOUND, low=FOUND.low + seconds(by), high=FOUND.high + seconds(by), chance=0.89)
    assert calmed(moved, FOUND) == FOUND


def test_a_figure_that_moves_by_a_minute_is_said() -> None:
    moved = replace(FOUND, high=FOUND.high + minutes(1), chance=0.84)
    assert calmed(moved, FOUND) == moved


@pytest.mark.parametrize("last", [None, replace(FOUND, session_id="s0")])
def test_the_first_figures_of_a_session_are_said_as_they_are(last: EndOutlook | None) -> None:
    assert calmed(FOUND, last) == FOUND


def test_a_chance_comes_and_goes_with_its_hard_out() -> None:
    without = replace(FOUND, chance=None)
    assert calmed(without, FOUND) == without
    assert calmed(FOUND, without) == FOUND
