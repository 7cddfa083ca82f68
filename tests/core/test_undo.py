"""Undo takes back the last call, and everything that matters is as it was before."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Agenda, AtStart, BeforeEnd, GoMode, Role
from runofshow.core.evolve import apply
from runofshow.core.record import UNDO_DEPTH
from runofshow.core.refusal import Reason
from runofshow.core.snapshot import CuePhase
from tests.core.shows import (
    MINUTE,
    Stage,
    agenda,
    at,
    clock,
    cue,
    four_items,
    heading,
    item,
    minutes,
    two_sessions,
    what_matters,
)


def full() -> Agenda:
    far = AtStart(5 * MINUTE)
    return agenda(
        item("a", 10, cue("a due"), cue("a far", far), cue("a end", BeforeEnd(MINUTE))),
        heading(
            "h", item("h1", 10, cue("h1 x", far)), item("h2", 10), cues=(cue("h open"), cue("h end", far))
        ),
        item("b", 10, cue("b x")),
        item("c", 10),
    )


@pytest.mark.parametrize(
    "command",
    [
        c.Go(),
        c.Go("b x"),
        c.Advance(),
        c.Hold(),
        c.AddTime(-3 * MINUTE),
        c.AddTime(3 * MINUTE, "b"),
        c.StandBy(),
        c.Back(),
        c.Jump("b"),
        c.Skip("h"),
        c.Skip("b"),
        c.Unskip("c"),
        c.Move("b", "h"),
        c.Move("h2", "h1"),
        c.Move("h", None),
        c.Edit("h1", title="Khác", by="Ông An", duration=minutes(3)),
        c.Edit("h", title="Khác"),
        c.Insert("a", "Tặng hoa", minutes(5)),
        c.Insert("h1", "Tặng hoa", minutes(5)),
        c.Backdate("a", MINUTE),
        c.End(),
    ],
    ids=str,
)
def test_undo_leaves_all_as_before_the_call(command: c.Command) -> None:
    stage = Stage(full(), tick=False).at("8:00")
    stage.do(c.Skip("c"), c.Start())
    stage.at("8:01").do(c.Acknowledge("h open"))
    stage.at("8:02").do(c.StandBy("b x"))
    if isinstance(command, c.Back):
        stage.at("8:03").do(c.Advance())
        stage.at("8:04").do(c.Go(), c.Hold())
    stage.at("8:05")
    before = stage.state
    stage.do(command)
    assert stage.picture.undoable == stage.entries[-1].do
    assert what_matters(stage.state) != what_matters(before)
    stage.at("8:06").do(c.Undo())
    assert what_matters(stage.state) == what_matters(before)
    assert stage.state.calls == before.calls


def test_undo_of_the_start_is_a_show_that_has_not_started() -> None:
    stage = Stage(four_items()).at("8:00")
    before = stage.state
    stage.do(c.Start())
    stage.at("8:02").do(c.Undo())
    assert what_matters(stage.state) == what_matters(before)
    assert stage.picture.undoable is None
    assert stage.refusal(c.Undo()) is Reason.NOTHING_TO_UNDO
    stage.at("8:03").do(c.Start())
    assert stage.row("a").actual_start == at("8:03")


def test_undo_of_an_advance_lets_the_item_run_on_as_if_nothing_had_been() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:06").do(c.Advance())
    stage.at("8:07").do(c.Undo())
    assert (stage.running, stage.current.elapsed) == ("a", minutes(7))


def test_undo_of_an_advance_out_of_a_hold_is_held_as_before() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:04").do(c.Hold())
    stage.at("8:06").do(c.Advance())
    stage.at("8:07").do(c.Undo())
    assert stage.picture.held_since == at("8:04")
    assert (stage.current.elapsed, stage.current.held_for) == (minutes(4), minutes(3))


def test_undo_of_a_resume_holds_on_from_the_old_moment() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:04").do(c.Hold())
    stage.at("8:06").do(c.Resume())
    stage.at("8:09").do(c.Undo())
    assert stage.picture.held_since == at("8:04")
    assert (stage.current.elapsed, stage.current.held_for) == (minutes(4), minutes(5))


def test_undo_of_a_hold_never_counted() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:04").do(c.Hold())
    stage.at("8:06").do(c.Undo())
    assert (stage.current.elapsed, stage.current.held_for) == (minutes(6), minutes(0))


def test_undo_of_a_jumped_advance_has_the_jump_again() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Jump("d"))
    stage.at("8:10").do(c.Advance())
    stage.at("8:11").do(c.Undo())
    assert stage.running == "a"
    assert stage.picture.next is not None
    assert stage.picture.next.item_id == "d"
    stage.do(c.Undo())
    assert stage.picture.next.item_id == "b"


def test_undo_of_the_end_of_a_session_reopens_its_last_item() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:30").do(c.Go())
    stage.at("8:32").do(c.Undo())
    assert (stage.running, stage.current.elapsed) == ("b", minutes(22))


def test_undo_of_the_end_of_the_show_reopens_it() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:04").do(c.End())
    stage.at("8:05").do(c.Undo())
    assert (stage.running, stage.current.elapsed, stage.picture.undoable) == ("a", minutes(5), "start")


def test_a_cue_that_went_with_an_item_called_by_mistake_goes_again_with_it() -> None:
    own, shared = cue("own", go=GoMode.AUTO), cue("shared", go=GoMode.AUTO)
    plan = agenda(item("a", 10), heading("h", item("h1", 10, own), cues=(shared,)))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance())
    assert {row.phase for row in stage.picture.cues} == {CuePhase.GONE}
    stage.at("8:05:30").do(c.Undo())
    assert {row.phase for row in stage.picture.cues} == {CuePhase.LATER}
    stage.at("8:10").do(c.Advance())
    assert [row.gone_at for row in stage.picture.cues] == [at("8:10"), at("8:10")]


def test_what_was_said_to_a_hand_before_the_start_still_holds_after_its_undo() -> None:
    plan = agenda(item("a", 10), item("b", 10, cue("told"), cue("answered"), cue("called")))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start(), c.StandBy("told"), c.StandBy("answered"))
    stage.at("8:01").do(c.Acknowledge("answered"), c.Go("called"))
    stage.at("8:02").do(c.Advance())
    stage.at("8:03").do(c.Undo())
    phases = [stage.cue(cue_id).phase for cue_id in ("told", "answered", "called")]
    assert phases == [CuePhase.STANDBY, CuePhase.READY, CuePhase.GONE]


def test_undo_of_a_step_back_has_the_cues_gone_that_had_gone() -> None:
    plan = agenda(item("a", 10, cue("left")), item("b", 10, cue("gone"), cue("open")))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance())
    stage.at("8:06").do(c.Go())
    stage.at("8:07").do(c.Back())
    assert [row.phase for row in stage.picture.cues] == [CuePhase.DUE, CuePhase.LATER, CuePhase.LATER]
    events = stage.at("8:08").do(c.Undo())
    assert not any(isinstance(event, e.CueGone) for event in events), "no music plays by an undo"
    assert (stage.running, stage.current.elapsed) == ("b", minutes(3))
    assert [row.phase for row in stage.picture.cues] == [CuePhase.MISSED, CuePhase.GONE, CuePhase.DUE]


def test_undo_of_a_step_back_takes_back_what_went_by_itself_because_of_it() -> None:
    plan = agenda(item("a", 10, cue("x", AtStart(7 * MINUTE), go=GoMode.AUTO)), item("b", 10))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance())
    assert stage.cue("x").phase is CuePhase.STOOD_DOWN
    stage.at("8:06").do(c.Back())
    stage.at("8:07")
    assert stage.cue("x").phase is CuePhase.GONE
    stage.at("8:08").do(c.Undo())
    assert (stage.cue("x").phase, stage.cue("x").gone_at) == (CuePhase.STOOD_DOWN, None)


def test_undo_of_a_standby_takes_the_answer_with_it() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", AtStart(9 * MINUTE))))).at("8:00")
    stage.do(c.Start(), c.StandBy("x"))
    stage.at("8:01").do(c.Acknowledge("x"))
    stage.do(c.Undo())
    assert stage.cue("x").phase is CuePhase.LATER
    stage.do(c.Acknowledge("x"))


def test_undo_of_a_standby_keeps_an_answer_that_came_before_it() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", AtStart(9 * MINUTE))))).at("8:00")
    stage.do(c.Start(), c.Acknowledge("x"))
    stage.at("8:01").do(c.StandBy("x"))
    stage.at("8:02").do(c.Undo())
    assert stage.cue("x").phase is CuePhase.READY


def test_messages_notes_and_answers_are_not_undone() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", AtStart(9 * MINUTE))))).at("8:00")
    stage.do(c.Start(), c.Hold())
    stage.do(c.TakeNote("Ghi"), c.SendMessage(Role.MC, "Nhắn"), c.Acknowledge("x"))
    stage.do(c.Undo())
    assert stage.picture.held_since is None
    assert (len(stage.picture.notes), len(stage.picture.messages)) == (1, 1)
    assert stage.cue("x").phase is CuePhase.READY


def test_what_a_call_only_told_of_is_left_as_it_is() -> None:
    stage = Stage(four_items(), tick=False).at("8:00")
    stage.do(c.Start())
    stage.at("8:11")
    told = (e.OverrunBegan("a", stage.now), e.Held(stage.now))
    stage.state = apply(stage.state, e.Entry(stage.state.seq + 1, stage.now, "caller", "hold", told))
    stage.do(c.Undo())
    assert stage.picture.held_since is None
    stage.tick()
    assert stage.state.run("a").overran


def test_so_many_calls_can_be_taken_back_and_no_more() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    for _ in range(UNDO_DEPTH):
        stage.do(c.AddTime(MINUTE, "b"))
    for _ in range(UNDO_DEPTH):
        stage.do(c.Undo())
    assert stage.refusal(c.Undo()) is Reason.NOTHING_TO_UNDO
    assert (stage.running, stage.row("b").added) == ("a", minutes(0))


# A start that was forgotten


def test_a_backdated_start_moves_the_end_of_what_ran_before() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:12").do(c.Advance())
    stage.at("8:13")
    assert stage.do(c.Backdate("b", 2 * MINUTE)) == (e.StartBackdated("b", 2 * MINUTE, "a"),)
    assert (stage.row("a").actual_end, stage.row("b").actual_start) == (at("8:10"), at("8:10"))
    assert stage.current.elapsed == minutes(3)
    assert stage.picture.over_under == minutes(0)
    stage.do(c.Undo())
    assert (stage.row("a").actual_end, stage.row("b").actual_start) == (at("8:12"), at("8:12"))


def test_a_start_can_be_put_later_as_well() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:09").do(c.Advance())
    stage.at("8:12").do(c.Backdate("b", -2 * MINUTE))
    assert (stage.row("a").actual_end, stage.row("b").actual_start) == (at("8:11"), at("8:11"))
    assert stage.refusal(c.Backdate("b", -2 * MINUTE)) is Reason.BAD_LENGTH, "it cannot begin in the future"


def test_a_backdated_start_never_passes_its_neighbours() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:30").do(c.Advance())
    assert stage.refusal(c.Backdate("b", 11 * MINUTE)) is Reason.BAD_LENGTH
    assert stage.refusal(c.Backdate("b", -21 * MINUTE)) is Reason.BAD_LENGTH
    assert stage.refusal(c.Backdate("b", minutes(0))) is Reason.BAD_LENGTH
    assert stage.refusal(c.Backdate("d", MINUTE)) is Reason.NOT_STARTED
    assert stage.refusal(c.Backdate("z", MINUTE)) is Reason.UNKNOWN_ITEM
    stage.do(c.Backdate("b", 10 * MINUTE))
    assert (clock(stage.row("a").actual_end), clock(stage.row("b").actual_start)) == ("8:00", "8:00")


def test_the_first_item_of_the_second_session_never_reaches_into_the_first() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:30").do(c.Advance())
    stage.at("9:00").do(c.Advance())
    assert stage.refusal(c.Backdate("c", 31 * MINUTE)) is Reason.BAD_LENGTH
    assert stage.do(c.Backdate("c", 10 * MINUTE)) == (e.StartBackdated("c", 10 * MINUTE, None),)
    assert stage.row("b").actual_end == at("8:30")


def test_no_item_becomes_shorter_than_its_holds() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:01").do(c.Hold())
    stage.at("8:06").do(c.Advance())
    stage.at("8:07").do(c.Hold())
    stage.at("8:10")
    assert stage.refusal(c.Backdate("b", 2 * MINUTE)) is Reason.BAD_LENGTH, (
        "a was held for 5 of its 6 minutes"
    )
    assert stage.refusal(c.Backdate("b", -2 * MINUTE)) is Reason.BAD_LENGTH, (
        "b is held since its first minute"
    )
    stage.do(c.Backdate("b", -MINUTE))
    assert (stage.current.elapsed, stage.current.held_for) == (minutes(0), minutes(3))


def test_a_cue_that_went_by_itself_since_the_call_has_gone_when_its_moment_is_still_reached() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", AtStart(MINUTE), go=GoMode.AUTO)), item("b", 10)), "8:00")
    stage.do(c.Start())
    stage.sleep(MINUTE / 2)
    stage.do(c.AddTime(MINUTE))
    stage.at("8:01")
    stage.do(c.Undo())
    assert stage.cue("x").phase is CuePhase.GONE
