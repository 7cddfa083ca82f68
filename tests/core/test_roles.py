"""What each role may ask."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core import sound_events as s
from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.core.proposals.changes import SkipItem
from runofshow.core.roles import TELLERS, may, may_ask
from tests.core.shows import Stage, agenda, at, cue, item, seconds
from tests.core.sounds import ANTHEM, A, armed, came, died

STATE = Stage(agenda(item("a", 5, cue("music", to=Role.MUSIC), cue("mc", to=Role.MC)))).state
OTHERS = [role for role in Role if role is not Role.CALLER]
NOT_MUSIC = [role for role in OTHERS if role is not Role.MUSIC]


def test_the_caller_may_ask_everything() -> None:
    for command in (c.Advance(), c.Acknowledge("mc"), c.SendMessage(Role.MC, "x"), c.End()):
        assert may_ask(Role.CALLER, command, STATE)


def test_a_hand_answers_its_own_cues_and_no_others() -> None:
    assert may_ask(Role.MUSIC, c.Acknowledge("music"), STATE)
    assert not may_ask(Role.MUSIC, c.Acknowledge("mc"), STATE)
    assert may_ask(Role.MUSIC, c.Acknowledge("unknown"), STATE), "decide says that it is unknown"


def test_the_stage_answers_its_own_cue_and_calls_none() -> None:
    state = Stage(agenda(item("a", 5, cue("chairs", to=Role.STAGE), cue("trays", to=Role.CREW)))).state
    assert may_ask(Role.STAGE, c.Acknowledge("chairs"), state)
    assert may_ask(Role.STAGE, c.SendMessage(Role.CALLER, "Thiếu một ghế"), state)
    assert not may_ask(Role.STAGE, c.Acknowledge("trays"), state)
    assert not may_ask(Role.STAGE, c.Go("chairs"), state)


def test_a_hand_writes_to_the_caller_alone() -> None:
    assert may_ask(Role.CREW, c.SendMessage(Role.CALLER, "x"), STATE)
    assert not may_ask(Role.CREW, c.SendMessage(Role.DISPLAY, "x"), STATE)


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_calls_the_show(role: Role) -> None:
    orders = (
        c.Start(),
        c.Go(),
        c.Go("mc"),
        c.Advance(),
        c.Undo(),
        c.TakeNote("x"),
        c.Tick(),
        c.StandBy("mc"),
        c.DismissAlarms(),
        c.ReportSignal(s.SignalSent("den", "200", seconds(0), at("8:00"))),
    )
    assert not any(may_ask(role, order, STATE) for order in orders)


@pytest.mark.parametrize("role", sorted(set(Role) - set(CUE_ROLES) - {Role.CALLER}))
def test_a_screen_that_only_shows_asks_nothing(role: Role) -> None:
    assert not may_ask(role, c.Acknowledge("music"), STATE)
    assert not may_ask(role, c.SendMessage(Role.CALLER, "x"), STATE)


@pytest.mark.parametrize("role", OTHERS)
def test_a_role_answers_what_was_written_to_it_and_nothing_else(role: Role) -> None:
    stage = Stage(agenda(item("a", 5)))
    # nothing can be written to the delegates' display, and nothing is answered there
    stage.do(c.SendMessage(Role.MC if role is Role.DISPLAY else role, "Còn 5 phút"))
    stage.do(c.SendMessage(Role.CALLER, "Rõ"))
    assert may_ask(role, c.AnswerMessage("t1"), stage.state) == (role is not Role.DISPLAY)
    assert not may_ask(role, c.AnswerMessage("t2"), stage.state)
    assert may_ask(role, c.AnswerMessage("t9"), stage.state) == (role is not Role.DISPLAY), "decide says it"


# Sound

PLAYER = [
    c.PlayTrack("moi"),
    c.FadeSound(),
    c.StopSound("moi"),
    c.Panic(hard=True, sure=True),
    c.Arm("music"),
]


@pytest.mark.parametrize("order", PLAYER, ids=str)
def test_the_music_operator_works_the_player_and_no_other_hand_does(order: c.Command) -> None:
    assert may_ask(Role.MUSIC, order, STATE)
    assert may_ask(Role.CALLER, order, STATE)
    assert not any(may_ask(role, order, STATE) for role in NOT_MUSIC)


def test_the_music_operator_calls_the_cues_of_music_by_name_and_no_others() -> None:
    assert may_ask(Role.MUSIC, c.Go("music"), STATE)
    assert may_ask(Role.MUSIC, c.Go("unknown"), STATE), "decide says that it is unknown"
    assert not may_ask(Role.MUSIC, c.Go("mc"), STATE)
    assert not may_ask(Role.MUSIC, c.Go(), STATE)
    assert not may_ask(Role.MC, c.Go("mc"), STATE), "the MC answers, and the caller calls"


@pytest.mark.parametrize("news", [came("music"), died("music"), armed(A, ANTHEM, "anthem")], ids=str)
def test_the_operators_machine_tells_of_itself_and_no_other_hands_does(news: s.SoundNews) -> None:
    assert may_ask(Role.MUSIC, c.ReportSound(news), STATE)
    assert not any(may_ask(role, c.ReportSound(news), STATE) for role in NOT_MUSIC)


# Who tells from inside the program

ORDERS: list[c.Command] = [
    c.Go(),
    c.Advance(),
    c.Undo(),
    c.End(),
    c.PlayTrack("moi"),
    c.TakeNote("x"),
    c.DismissAlarms(),
]
OWN: dict[str, list[c.Command]] = {
    "clock": [c.Tick(), c.ReportClock(c.ClockFault.SLEPT, seconds(5))],
    "player": [c.ReportSound(came())],
    "joins": [c.JumpClock(seconds(60))],
    "drill": [c.AnswerInDrill("music")],
    "console": [c.TakeOver(1, "Laptop 2"), c.KeepBranch("Laptop 1", 0, at("8:00"), ("x",))],
    "agent": [c.Propose("Claude", "Cho kịp giờ", (SkipItem("m1"),))],
    "signals": [c.ReportSignal(s.SignalSent("den", "200", seconds(0), at("8:00")))],
}


@pytest.mark.parametrize("teller", OWN)
def test_a_part_of_the_program_writes_its_own_report_and_gives_no_order(teller: str) -> None:
    assert set(OWN) == TELLERS
    assert all(may(teller, report, STATE) for report in OWN[teller])
    others: list[c.Command] = [
        report for other, reports in OWN.items() if other != teller for report in reports
    ]
    assert not any(may(teller, command, STATE) for command in others + ORDERS)


def test_a_role_is_judged_by_its_name_and_a_stranger_by_none() -> None:
    assert may("music", c.Acknowledge("music"), STATE)
    assert not may("music", c.Tick(), STATE)
    with pytest.raises(ValueError, match="stranger"):
        may("stranger", c.Tick(), STATE)
