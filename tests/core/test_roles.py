"""What each role may ask."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.core.roles import may_ask
from tests.core.shows import Stage, agenda, cue, item

STATE = Stage(agenda(item("a", 5, cue("music", to=Role.MUSIC), cue("mc", to=Role.MC)))).state


def test_the_caller_may_ask_everything() -> None:
    for command in (c.Advance(), c.Acknowledge("mc"), c.SendMessage(Role.MC, "x"), c.End()):
        assert may_ask(Role.CALLER, command, STATE)


def test_a_hand_answers_its_own_cues_and_no_others() -> None:
    assert may_ask(Role.MUSIC, c.Acknowledge("music"), STATE)
    assert not may_ask(Role.MUSIC, c.Acknowledge("mc"), STATE)
    assert may_ask(Role.MUSIC, c.Acknowledge("unknown"), STATE), "decide says that it is unknown"


def test_a_hand_writes_to_the_caller_alone() -> None:
    assert may_ask(Role.CREW, c.SendMessage(Role.CALLER, "x"), STATE)
    assert not may_ask(Role.CREW, c.SendMessage(Role.DISPLAY, "x"), STATE)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CALLER])
def test_nobody_else_calls_the_show(role: Role) -> None:
    orders = (
        c.Start(),
        c.Go(),
        c.Go("music"),
        c.Advance(),
        c.Undo(),
        c.TakeNote("x"),
        c.Tick(),
        c.StandBy("mc"),
    )
    assert not any(may_ask(role, order, STATE) for order in orders)


@pytest.mark.parametrize("role", sorted(set(Role) - set(CUE_ROLES) - {Role.CALLER}))
def test_a_screen_that_only_shows_asks_nothing(role: Role) -> None:
    assert not may_ask(role, c.Acknowledge("music"), STATE)
    assert not may_ask(role, c.SendMessage(Role.CALLER, "x"), STATE)
