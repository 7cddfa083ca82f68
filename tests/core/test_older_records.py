"""Records of before an undo told the picture it puts back: each event of the call is reversed by another."""

from __future__ import annotations

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core import undo_events as u
from runofshow.core.agenda import AtStart
from runofshow.core.evolve import apply, replay
from runofshow.core.handiwork import restored
from runofshow.core.history import history
from runofshow.core.snapshot import Phase
from tests.core.shows import MINUTE, Stage, agenda, at, cue, four_items, item, minutes


def undone_by(stage: Stage, *events: e.Event) -> Stage:
    """The stage after an undo as an older record has it."""
    entry = e.Entry(stage.state.seq + 1, stage.now, "caller", "undo", (u.CallUndone(), *events))
    stage.state = apply(stage.state, entry)
    stage.entries.append(entry)
    return stage


def test_a_step_back_taken_back_has_the_item_run_on_with_all_that_had_happened_in_it() -> None:
    stage = Stage(agenda(item("a", 10), item("b", 10, cue("x"), cue("y", AtStart(5 * MINUTE))))).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance(), c.Go("x"), c.AddTime(2 * MINUTE))
    stage.at("8:11").do(c.Hold())
    stage.at("8:12").do(c.Resume())
    before = stage.state
    stage.at("8:13").do(c.Back(sure=True))
    assert (stage.running, stage.state.run("b").held, stage.cue("x").gone_at) == ("a", minutes(0), None)
    undone_by(stage, e.ItemEnded("a", at("8:10")), e.ItemStarted("b", at("8:10")))
    assert stage.running == "b"
    assert (stage.state.run("b"), stage.state.cue("x")) == (before.run("b"), before.cue("x"))


def test_the_start_taken_back_has_a_floating_plan_float_again_where_the_agenda_had_it() -> None:
    stage = Stage(four_items(), "19:00", floating=True).at("19:10")
    before = stage.state
    stage.do(c.Start())
    assert stage.starts()["b"] == "19:20"
    undone_by(stage, e.ItemReturned("a", at("19:10")))
    assert (stage.state.floating, stage.state.plan, stage.running) == (True, before.plan, None)
    stage.at("19:30").do(c.Start())
    assert stage.starts()["b"] == "19:40"


def test_the_start_taken_back_leaves_a_plan_with_hours_of_its_own_where_it_is() -> None:
    stage = Stage(four_items()).at("8:03")
    stage.do(c.Start())
    undone_by(stage, e.ItemReturned("a", at("8:03")))
    assert (stage.running, stage.picture.phase, stage.row("a").planned_start) == (
        None,
        Phase.BEFORE,
        at("8:00"),
    )


def test_the_end_of_the_show_taken_back_has_it_run_on() -> None:
    stage = Stage(agenda(item("a", 10))).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.End())
    undone_by(stage, e.ShowReopened(), e.ItemReopened("a", at("8:10")))
    assert (stage.picture.phase, stage.running) == (Phase.RUNNING, "a")
    stage.do(c.AddTime(MINUTE))


def test_an_undo_or_a_redo_of_what_nobody_remembers_says_what_its_events_say_and_takes_back_no_call() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Hold())
    stage.at("8:01").do(c.Resume(), c.CorrectClock(MINUTE))
    stage.at("8:02")
    for do in ("undo", "redo"):
        entry = e.Entry(stage.state.seq + 1, stage.now, "caller", do, (e.TimeAdded("a", MINUTE),))
        stage.entries.append(entry)
        stage.state = apply(stage.state, entry)
    told = history(stage.entries)
    assert stage.state.run("a").added == 2 * MINUTE
    assert (told.taken_back, len(told.pauses), restored(stage.entries)) == ((), 1, {})
    assert replay(stage.entries) == stage.state
