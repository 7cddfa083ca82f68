"""What the clock wrote down and an order put off again: it is so no longer, whether undone or not."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core import undo_events as u
from runofshow.core.agenda import AtStart, BeforeEnd, GoMode
from runofshow.core.evolve import apply
from runofshow.core.refusal import Reason
from runofshow.core.snapshot import CuePhase
from tests.core.shows import MINUTE, Stage, agenda, at, cue, four_items, heading, item, minutes

WRONG_AND_RIGHT = [
    (c.AddTime(-5 * MINUTE), c.AddTime(5 * MINUTE)),
    (c.Backdate("a", 5 * MINUTE), c.Backdate("a", -5 * MINUTE)),
    (c.Edit("a", duration=minutes(5)), c.Edit("a", duration=minutes(10))),
    (c.EditCue("x", at=AtStart()), c.EditCue("x", at=BeforeEnd(MINUTE))),
]


@pytest.mark.parametrize(("wrong", "right"), WRONG_AND_RIGHT, ids=str)
@pytest.mark.parametrize("undone", [False, True])
def test_an_auto_cue_missed_by_a_wrong_order_waits_again_and_goes_at_its_moment(
    wrong: c.Command, right: c.Command, undone: bool
) -> None:
    stage = Stage(agenda(item("a", 10, cue("x", BeforeEnd(MINUTE), go=GoMode.AUTO)))).at("8:00")
    stage.do(c.Start())
    stage.watch_until("8:06").do(wrong)
    assert stage.cue("x").phase is CuePhase.MISSED
    stage.watch_until("8:07").do(c.Undo() if undone else right)
    assert (stage.cue("x").phase, stage.cue("x").expected_at) == (CuePhase.LATER, at("8:09"))
    stage.watch_until("8:09:01")
    assert stage.cue("x").gone_at == at("8:09")
    assert stage.state.cue("x").due_at == at("8:09")


@pytest.mark.parametrize(("wrong", "right"), WRONG_AND_RIGHT, ids=str)
def test_a_hand_cue_due_by_a_wrong_order_is_due_at_its_own_moment(wrong: c.Command, right: c.Command) -> None:
    stage = Stage(agenda(item("a", 10, cue("x", BeforeEnd(MINUTE))))).at("8:00")
    stage.do(c.Start())
    stage.watch_until("8:06").do(wrong)
    assert stage.cue("x").phase is CuePhase.DUE
    stage.watch_until("8:07").do(right)
    assert (stage.cue("x").phase, stage.state.cue("x").due_at) == (CuePhase.LATER, None)
    stage.watch_until("8:09")
    assert stage.state.cue("x").due_at == at("8:09")


def test_a_stand_by_that_was_answered_stays_when_its_moment_is_put_off() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", BeforeEnd(MINUTE))))).at("8:00")
    stage.do(c.Start())
    stage.watch_until("8:08:30").do(c.Acknowledge("x"))
    stage.do(c.AddTime(5 * MINUTE))
    assert stage.cue("x").phase is CuePhase.READY


def test_a_stand_by_told_by_hand_stays_when_its_moment_is_put_off() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", BeforeEnd(MINUTE))))).at("8:00")
    stage.do(c.Start(), c.StandBy("x"), c.AddTime(5 * MINUTE))
    assert stage.cue("x").phase is CuePhase.STANDBY


def test_an_overrun_is_over_when_the_end_lies_ahead_again() -> None:
    """Where an older record took back a resume, its hold lasts still, and the end moves on with it."""
    stage = Stage(agenda(item("a", 10))).at("8:00")
    stage.do(c.Start())
    stage.at("8:04").do(c.Hold())
    stage.at("8:09").do(c.Resume())
    stage.at("8:16")
    assert stage.state.run("a").overran
    events = (u.CallUndone(), e.ResumeCancelled(at("8:09"), at("8:04")))
    stage.state = apply(stage.state, e.Entry(stage.state.seq + 1, stage.now, "caller", "undo", events))
    assert stage.tick() == (u.OverrunCleared("a", stage.now),)
    assert stage.tick() == ()
    assert not stage.state.run("a").overran


def test_undo_of_go_on_a_missed_cue_has_it_missed_again() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", AtStart(MINUTE), go=GoMode.AUTO)))).at("8:00")
    stage.do(c.Start())
    stage.at("8:03")
    assert stage.cue("x").phase is CuePhase.MISSED
    stage.do(c.Go("x"))
    assert stage.cue("x").phase is CuePhase.GONE
    stage.at("8:04").do(c.Undo())
    assert stage.cue("x").phase is CuePhase.MISSED


# A step back keeps a jump


def test_a_step_back_keeps_the_jump_that_led_away() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Jump("c"))
    stage.at("8:05").do(c.Advance())
    stage.at("8:06").do(c.Back())
    assert stage.running == "a"
    assert stage.picture.next is not None
    assert stage.picture.next.item_id == "c"
    stage.at("8:07").do(c.Advance())
    assert stage.running == "c"


def test_a_step_back_keeps_a_jump_that_is_still_to_be_made() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance())
    stage.at("8:06").do(c.Jump("d"), c.Back())
    assert stage.picture.next is not None
    assert stage.picture.next.item_id == "d"


def test_a_step_back_in_order_leaves_the_order_to_decide() -> None:
    stage = Stage(agenda(item("a", 10), heading("h", item("h1", 5), item("h2", 5)))).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance())
    stage.at("8:06").do(c.Back())
    assert stage.state.chosen_id is None


# A protected item


def test_a_protected_item_made_too_long_by_mistake_can_be_set_back_to_its_plan_and_no_further() -> None:
    stage = Stage(agenda(item("a", 5, protected=True), item("b", 5))).at("8:00")
    stage.do(c.Start(), c.Edit("a", duration=minutes(50)))
    assert stage.refusal(c.Edit("a", duration=minutes(4))) is Reason.PROTECTED
    stage.do(c.AddTime(-45 * MINUTE))
    assert stage.row("a").expected_end == at("8:05")
    assert stage.refusal(c.AddTime(-MINUTE)) is Reason.PROTECTED
    assert stage.refusal(c.Edit("a", duration=minutes(49))) is Reason.PROTECTED
    stage.do(c.AddTime(45 * MINUTE), c.Edit("a", duration=minutes(5)))
    assert stage.row("a").expected_end == at("8:05")


def test_what_came_in_protected_is_never_shortened() -> None:
    stage = Stage(agenda(item("a", 5))).at("8:00")
    came = e.ItemInserted(item("x1", 5, protected=True), "a")
    stage.state = apply(stage.state, e.Entry(2, stage.now, "caller", "insert", (came,)))
    assert stage.refusal(c.AddTime(-MINUTE, "x1")) is Reason.PROTECTED
