"""A plan without hours, reckoned from an older picture: the same as if it were taken anew."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core.agenda import AtStart, BeforeEnd, Role
from runofshow.core.floating import floated
from runofshow.core.views.roles import view_of
from runofshow.core.wire import Json, as_json
from tests.core.shows import MINUTE, Stage, agenda, at, cue, heading, item

HERE = timezone(timedelta(hours=7))
FIXED = at("8:20")


def waiting() -> Stage:
    """A plan with one of every moment, and with things that have happened before its start."""
    plan = agenda(
        item("a", 10, cue("x", AtStart(5 * MINUTE)), cue("y", BeforeEnd(MINUTE))),
        heading("h", item("h1", 7, cue("z")), cues=()),
        item("b", 5, fixed_start=FIXED),
        item("tea", 9, until=at("8:45")),
        hard_out="9:00",
    )
    stage = Stage(plan, "19:00", floating=True)
    stage.do(c.SendMessage(Role.MC, "Chờ một chút"), c.Skip("b"), c.StandBy("x"))
    return stage


def seen(stage: Stage, role: Role) -> dict[str, Json]:
    return as_json(view_of(role, stage.picture, HERE))


@given(st.sampled_from(Role), st.timedeltas(timedelta(), timedelta(hours=30)))
def test_an_old_picture_moved_on_is_the_picture_of_now(role: Role, waited: timedelta) -> None:
    waited -= waited % timedelta(milliseconds=1)
    stage = waiting()
    old = seen(stage, role)
    stage.now += waited
    assert floated(old, stage.now) == seen(stage, role)


def test_a_plan_that_has_begun_stands() -> None:
    stage = waiting()
    stage.do(c.Start())
    old = seen(stage, Role.STAGE)
    assert floated(old, stage.now + MINUTE) is old


@pytest.mark.parametrize("no_moment", ["gestern", "2020-03-27T19:00:00", "9999-12-31T23:59:59+07:00", 7])
def test_what_is_no_moment_stays(no_moment: Json) -> None:
    stage = waiting()
    picture = {**seen(stage, Role.CALLER), "planned_end": no_moment}
    moved = floated(picture, stage.now + MINUTE)
    assert moved["planned_end"] == no_moment
    assert moved["expected_end"] != picture["expected_end"]


def test_a_picture_of_no_moment_stays() -> None:
    picture = {**seen(waiting(), Role.STAGE), "now": "gestern"}
    assert floated(picture, waiting().now + MINUTE) is picture
