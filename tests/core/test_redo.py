"""What was taken back can be made again; and what undo puts back is every field there is to put back."""

from __future__ import annotations

from runofshow.core import commands as c
from runofshow.core.agenda import AtStart, GoMode
from runofshow.core.evolve import replay
from runofshow.core.image import ALONE, NOT_PUT_BACK, Image
from runofshow.core.refusal import Reason
from runofshow.core.snapshot import CuePhase
from runofshow.core.sound import FadeOrder, PlayOrder
from runofshow.core.state import State
from tests.core.shows import MINUTE, Stage, agenda, at, cue, four_items, item, minutes, seconds, what_matters
from tests.core.sounds import A, B, began, ended, hall, orders, tell


def test_every_field_of_a_state_is_put_back_or_named_as_one_that_is_not() -> None:
    known = {*ALONE, "runs", "cues", "agenda"}
    assert known.isdisjoint(NOT_PUT_BACK)
    assert set(State.__struct_fields__) == known | NOT_PUT_BACK
    assert set(Image.__struct_fields__) == known | {"starts_at"}


def test_redo_makes_again_what_was_taken_back_and_undo_takes_it_back_again() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance())
    stage.at("8:06")
    made = stage.state
    assert (stage.picture.undoable, stage.picture.redoable) == ("advance", None)
    stage.at("8:07").do(c.Undo())
    assert (stage.running, stage.picture.undoable, stage.picture.redoable) == ("a", "start", "advance")
    stage.at("8:08").do(c.Redo())
    assert what_matters(stage.state) == what_matters(made)
    assert (stage.current.elapsed, stage.picture.undoable, stage.picture.redoable) == (
        minutes(3),
        "advance",
        None,
    )
    stage.at("8:09").do(c.Undo())
    assert (stage.running, stage.current.elapsed) == ("a", minutes(9))


def test_a_new_call_ends_what_can_be_made_again_and_what_is_said_does_not() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Hold(), c.Undo(), c.TakeNote("Ghi"), c.Redo(), c.Undo(), c.AddTime(MINUTE))
    assert stage.refusal(c.Redo()) is Reason.NOTHING_TO_REDO
    stage.do(c.Undo(), c.CorrectClock(MINUTE))
    assert stage.refusal(c.Redo()) is Reason.NOTHING_TO_REDO


def test_what_was_taken_back_can_be_made_again_after_a_restart() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance())
    stage.at("8:06").do(c.Undo())
    stage.state = replay(stage.entries)
    stage.at("8:07").do(c.Redo())
    assert (stage.running, stage.current.elapsed) == ("b", minutes(2))


def test_the_picture_after_two_undos_is_as_it_was_before_the_two_calls() -> None:
    plan = agenda(item("a", 10), item("b", 10, cue("cue 1")), item("c", 10))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    stage.at("8:02").do(c.Go())
    stage.at("8:02:10").do(c.Go("cue 1"))
    stage.at("8:02:15").do(c.Hold())
    stage.at("8:02:45").do(c.Resume())
    stage.at("8:03")
    before = stage.state
    assert stage.current.elapsed == seconds(30)
    stage.do(c.Back())
    stage.at("8:03:01").do(c.Go())
    stage.do(c.Undo(), c.Undo())
    assert what_matters(stage.state) == what_matters(before)
    assert (stage.current.elapsed, stage.current.held_for) == (seconds(31), seconds(30))
    assert stage.cue("cue 1").gone_at == at("8:02:10")


def test_redo_of_a_cue_calls_its_sound_again() -> None:
    stage = hall()
    stage.do(c.Go("award"))
    tell(stage, began(A, stage.state.order.tracks["trao"], "award", None))
    stage.do(c.Undo(), c.Redo())
    assert [type(order) for order in orders(stage)] == [PlayOrder, FadeOrder, PlayOrder]


def test_redo_of_a_cue_whose_track_had_come_to_its_end_calls_no_sound() -> None:
    stage = hall()
    track = stage.state.order.tracks["moi"]
    stage.do(c.Go("invite"))
    tell(stage, began(B, track, "invite", seconds(12)))
    stage.sleep(seconds(12))
    tell(stage, ended(B, track, "invite"))
    stage.do(c.Undo(), c.Redo())
    assert [type(order) for order in orders(stage)] == [PlayOrder, FadeOrder]
    assert stage.cue("invite").phase is CuePhase.GONE


def test_redo_plays_nothing_late_that_went_by_itself() -> None:
    plan = agenda(item("a", 10), item("b", 10, cue("x", AtStart(), go=GoMode.AUTO)))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance())
    stage.at("8:05:01").do(c.Undo())
    stage.at("8:09").do(c.Redo())
    assert stage.cue("x").gone_at == at("8:05")
