"""Calling the show: start, advance, the guard, sessions, jump, back, the end, and what is refused when."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import AtStart, Role
from runofshow.core.evolve import apply, evolve, replay
from runofshow.core.notices import NoteKind
from runofshow.core.refusal import Reason, Rest
from runofshow.core.snapshot import CallItem, CallSession, ItemState, Phase
from tests.core.shows import (
    Stage,
    agenda,
    at,
    cue,
    four_items,
    heading,
    item,
    minutes,
    opened,
    seconds,
    two_sessions,
)


def states(stage: Stage) -> dict[str, str]:
    return {row.item_id: row.state.value for row in stage.picture.rows}


# Start and advance


def test_before_the_start_nothing_runs_and_the_first_item_is_next() -> None:
    stage = Stage(four_items())
    picture = stage.picture
    assert (picture.phase, picture.current, picture.held_since) == (Phase.BEFORE, None, None)
    assert picture.next is not None
    assert picture.next.item_id == "a"
    assert [row.item_id for row in picture.rows if row.is_next] == ["a"]


def test_start_starts_the_first_item_at_this_moment() -> None:
    stage = Stage(four_items()).at("8:02")
    assert stage.do(c.Start()) == (e.ItemStarted("a", at("8:02")),)
    assert stage.picture.phase is Phase.RUNNING
    assert (stage.current.row.item_id, stage.current.started_at) == ("a", at("8:02"))
    assert stage.row("a").late_by == minutes(2)


def test_go_and_advance_start_a_show_too() -> None:
    for command in (c.Go(), c.Advance()):
        stage = Stage(four_items())
        stage.do(command)
        assert stage.running == "a"


def test_a_show_is_started_and_opened_once() -> None:
    stage = Stage(four_items())
    stage.do(c.Start())
    assert stage.refusal(c.Start()) is Reason.ALREADY_STARTED
    assert stage.refusal(c.OpenShow(four_items())) is Reason.ALREADY_STARTED


def test_advance_ends_one_item_and_starts_the_next_at_the_same_moment() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    assert stage.at("8:09").do(c.Advance()) == (e.ItemEnded("a", at("8:09")), e.ItemStarted("b", at("8:09")))
    assert (stage.row("a").actual_end, stage.row("b").actual_start) == (at("8:09"), at("8:09"))
    assert states(stage) == {"a": "done", "b": "running", "c": "upcoming", "d": "upcoming"}


def test_elapsed_and_remaining_count_from_the_start() -> None:
    stage = Stage(four_items()).at("8:01")
    stage.do(c.Start())
    stage.at("8:07")
    assert stage.current.elapsed == minutes(6)
    assert stage.current.remaining == minutes(4)
    assert stage.current.overrun == minutes(0)


def test_past_its_time_nothing_remains_and_the_overrun_counts() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:12")
    assert (stage.current.remaining, stage.current.overrun) == (minutes(0), minutes(2))


def test_nothing_wraps_past_the_last_item() -> None:
    stage = Stage(agenda(item("a", 1), item("b", 1))).at("8:00")
    stage.do(c.Start())
    stage.at("8:01").do(c.Advance())
    stage.at("8:02")
    assert stage.picture.next_call is None
    assert stage.picture.next is None
    assert stage.refusal(c.Advance()) is Reason.LAST_ITEM
    assert stage.refusal(c.Go()) is Reason.LAST_ITEM
    assert stage.running == "b"


# The guard


def test_two_presses_within_700_ms_are_one() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.sleep(seconds(0.699))
    assert stage.refusal(c.Advance()) is Reason.GUARD
    assert stage.refusal(c.Go()) is Reason.GUARD
    stage.sleep(seconds(0.001)).do(c.Advance())
    assert stage.running == "b"


def test_the_guard_holds_between_a_cue_and_the_next_call() -> None:
    stage = Stage(agenda(item("a", 5, cue("a1"), cue("a2")), item("b", 5))).at("8:00")
    stage.do(c.Start())
    stage.sleep(seconds(1)).do(c.Go())
    stage.sleep(seconds(0.5))
    assert stage.refusal(c.Go()) is Reason.GUARD
    assert stage.refusal(c.Advance()) is Reason.GUARD
    stage.sleep(seconds(0.2)).do(c.Go())
    assert stage.cue("a2").gone_at == stage.now


def test_a_rehearsal_ten_times_as_fast_guards_seven_show_seconds() -> None:
    stage = Stage(four_items(), speed=10.0).at("8:00")
    stage.do(c.Start())
    stage.sleep(seconds(6.9))
    assert stage.refusal(c.Advance()) is Reason.GUARD
    stage.sleep(seconds(0.1)).do(c.Advance())
    assert stage.running == "b"


# Sessions


def test_go_at_the_last_item_of_a_session_waits_for_the_next_session() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    before = stage.at("8:30").picture
    assert before.next_call == CallSession("Buổi s2")
    stage.do(c.Go())
    assert (stage.running, stage.picture.phase, stage.picture.current) == (None, Phase.RUNNING, None)
    assert stage.picture.session.session_id == "s2"
    call = stage.picture.next_call
    assert isinstance(call, CallItem)
    assert call.row.item_id == "c"
    stage.at("9:01").do(c.Go())
    assert stage.running == "c"
    assert stage.row("c").late_by == minutes(1)


def test_between_two_sessions_nothing_can_be_held_or_given_time() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:30").do(c.Advance())
    assert stage.refusal(c.Hold()) is Reason.NOT_STARTED
    assert stage.refusal(c.AddTime(minutes(1))) is Reason.NOT_STARTED
    assert stage.refusal(c.Start()) is Reason.ALREADY_STARTED


def test_a_show_can_end_between_two_sessions() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:30").do(c.Advance())
    assert stage.at("8:31").do(c.End()) == (e.ShowEnded(at("8:31")),)
    assert stage.picture.session.session_id == "s1"


# Jump


def test_jump_makes_an_item_next_and_what_is_passed_over_stays() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Jump("d"))
    assert stage.running == "a"
    assert [row.item_id for row in stage.picture.rows if row.is_next] == ["d"]
    stage.at("8:10").do(c.Advance())
    assert stage.running == "d"
    assert states(stage) == {"a": "done", "b": "upcoming", "c": "upcoming", "d": "running"}
    stage.at("8:20").do(c.Advance())
    assert stage.running == "b"


def test_a_jump_reorders_the_forecast() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Jump("d"))
    assert stage.starts() == {"a": "8:00", "d": "8:10", "b": "8:20", "c": "8:40"}


def test_a_jump_to_a_heading_is_to_its_first_part_that_waits() -> None:
    plan = agenda(item("a", 5), heading("h", item("h1", 5), item("h2", 5)), item("b", 5))
    stage = Stage(plan).at("8:00")
    stage.do(c.Jump("h"), c.Start())
    assert stage.running == "h1"
    stage.at("8:05").do(c.Jump("h"))
    stage.do(c.Advance())
    assert stage.running == "h2"
    assert stage.refusal(c.Jump("h")) is Reason.ITEM_DONE


def test_a_jump_into_the_next_session_does_not_stop_between_them() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start(), c.Jump("c", Rest.ASIDE))
    stage.at("8:10").do(c.Advance(sure=True))
    assert stage.running == "c"


def test_only_what_waits_can_be_jumped_to() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Skip("c"))
    stage.at("8:10").do(c.Advance())
    assert stage.refusal(c.Jump("a")) is Reason.ITEM_DONE
    assert stage.refusal(c.Jump("b")) is Reason.ITEM_RUNNING
    assert stage.refusal(c.Jump("c")) is Reason.ITEM_SKIPPED
    assert stage.refusal(c.Jump("z")) is Reason.UNKNOWN_ITEM


# Back


def test_back_lets_the_item_before_run_on_from_its_old_start() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:06").do(c.Advance())
    stage.at("8:08").do(c.Back())
    assert (stage.running, stage.current.elapsed) == ("a", minutes(8))
    assert states(stage) == {"a": "running", "b": "upcoming", "c": "upcoming", "d": "upcoming"}
    assert stage.row("b").actual_start is None


def test_back_from_a_hold_forgets_the_hold() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:06").do(c.Advance())
    stage.at("8:07").do(c.Hold())
    stage.at("8:08").do(c.Back())
    assert stage.picture.phase is Phase.RUNNING
    assert stage.current.held_for == minutes(0)


def test_back_between_two_sessions_returns_to_the_last_item() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:30").do(c.Advance())
    stage.at("8:31").do(c.Back())
    assert (stage.running, stage.current.elapsed) == ("b", minutes(21))


def test_back_after_a_jump_returns_to_what_ran_before_and_not_to_what_stands_before() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Jump("d"))
    stage.at("8:10").do(c.Advance())
    stage.at("8:11").do(c.Back())
    assert stage.running == "a"


def test_back_at_the_first_item_has_nowhere_to_go() -> None:
    stage = Stage(four_items())
    assert stage.refusal(c.Back()) is Reason.NO_ITEM_BEFORE
    stage.do(c.Start())
    assert stage.refusal(c.Back()) is Reason.NO_ITEM_BEFORE


def test_back_recalls_the_cues_that_were_left_with_the_item() -> None:
    plan = agenda(item("a", 10, cue("due"), cue("gone"), cue("later", AtStart(minutes(5)))), item("b", 10))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start(), c.Go("gone"))
    stage.at("8:02").do(c.Advance())
    assert phases(stage) == {"due": "missed", "gone": "gone", "later": "stood_down"}
    stage.at("8:03").do(c.Back())
    assert phases(stage) == {"due": "due", "gone": "gone", "later": "later"}


def test_back_after_an_item_of_no_length_returns_to_the_later_one() -> None:
    # "z" sorts behind "a", and both ended at the same moment
    stage = Stage(agenda(item("z", 10), item("a", 10), item("b", 10))).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance())
    stage.at("8:09").do(c.Advance())
    stage.do(c.Backdate("b", minutes(4)))
    assert (stage.row("z").actual_end, stage.row("a").actual_end) == (at("8:05"), at("8:05"))
    stage.do(c.Back())
    assert stage.running == "a"


# The end


def test_the_end_ends_the_running_item_and_forecasts_nothing_more() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:04").do(c.End())
    picture = stage.picture
    assert (picture.phase, picture.current, picture.next, picture.next_call) == (
        Phase.ENDED,
        None,
        None,
        None,
    )
    assert stage.row("a").actual_end == at("8:04")
    assert stage.row("b").expected_start is None
    assert picture.session.expected_end == at("8:04")
    assert picture.over_under == -minutes(41)


def test_a_show_that_has_not_started_cannot_end() -> None:
    assert Stage(four_items()).refusal(c.End()) is Reason.NOT_STARTED


@pytest.mark.parametrize(
    "command",
    [
        c.Start(),
        c.Go(),
        c.Go("a1"),
        c.Advance(),
        c.Hold(),
        c.Resume(),
        c.AddTime(minutes(1)),
        c.StandBy(),
        c.Acknowledge("a1"),
        c.Back(),
        c.Jump("b"),
        c.Skip("b"),
        c.Unskip("b"),
        c.Move("b", None),
        c.Edit("b", title="Khác"),
        c.Insert(None, "Tặng hoa", minutes(5)),
        c.Backdate("a", minutes(1)),
        c.End(),
    ],
    ids=lambda command: type(command).__name__,
)
def test_an_ended_show_refuses_every_call(command: c.Command) -> None:
    stage = Stage(agenda(item("a", 5, cue("a1")), item("b", 5))).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.End())
    assert stage.refusal(command) is Reason.ENDED


def test_an_ended_show_still_takes_notes_messages_and_undo() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.End())
    stage.at("8:06").do(c.TakeNote("Mất điện"), c.SendMessage(Role.MUSIC, "Cảm ơn"))
    assert stage.tick() == ()
    stage.do(c.Undo())
    assert stage.running == "a"
    assert stage.current.elapsed == minutes(6)


# Orders that make no sense


def test_orders_that_need_a_running_item_are_refused_before_the_start() -> None:
    stage = Stage(four_items())
    assert stage.refusal(c.Hold()) is Reason.NOT_STARTED
    assert stage.refusal(c.Resume()) is Reason.NOT_HELD
    assert stage.refusal(c.AddTime(minutes(1))) is Reason.NOT_STARTED
    assert stage.refusal(c.Undo()) is Reason.NOTHING_TO_UNDO
    assert stage.refusal(c.Backdate("a", minutes(1))) is Reason.NOT_STARTED


def test_a_show_of_which_all_is_skipped_does_not_start() -> None:
    stage = Stage(agenda(item("a", 5)))
    stage.do(c.Skip("a"))
    assert stage.refusal(c.Start()) is Reason.LAST_ITEM
    assert stage.picture.next_call is None
    assert stage.picture.session.expected_end == at("8:00")


# Notes and messages


def test_a_note_is_taken_with_the_item_that_runs() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.TakeNote("Trước giờ"), c.Start())
    stage.at("8:03").do(c.TakeNote("Micro số 2 hỏng"))
    notes = [(note.item_id, note.at, note.text) for note in stage.picture.notes]
    assert notes == [(None, at("8:00"), "Trước giờ"), ("a", at("8:03"), "Micro số 2 hỏng")]


def test_a_note_says_what_it_is_about_where_somebody_has_said_so() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.TakeNote("Đủ 150 đại biểu"), c.TakeNote("Bỏ phần giải lao", NoteKind.DECISION))
    assert [note.kind for note in stage.picture.notes] == [NoteKind.NOTE, NoteKind.DECISION]


def test_a_message_says_who_wrote_it_to_whom_and_has_an_id_of_its_own() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.SendMessage(Role.MC, "Đọc chậm lại"))
    stage.do(c.SendMessage(Role.CALLER, "Đã rõ 100 %"), by="mc")
    said = [(m.message_id, m.by, m.to, m.text) for m in stage.picture.messages]
    assert said == [("t1", "caller", Role.MC, "Đọc chậm lại"), ("t2", "mc", Role.CALLER, "Đã rõ 100 %")]


def test_empty_and_endless_words_are_refused() -> None:
    stage = Stage(four_items())
    assert stage.refusal(c.TakeNote(" \n")) is Reason.EMPTY
    assert stage.refusal(c.SendMessage(Role.MC, "")) is Reason.EMPTY
    assert stage.refusal(c.TakeNote("x" * 4_001)) is Reason.TOO_LONG
    assert stage.refusal(c.SendMessage(Role.MC, "x" * 1_001)) is Reason.TOO_LONG
    stage.do(c.TakeNote("x" * 4_000), c.SendMessage(Role.MC, "x" * 1_000))


# The record


def test_a_record_begins_with_an_opened_show_and_has_only_one() -> None:
    with pytest.raises(ValueError, match="empty"):
        replay([])
    with pytest.raises(ValueError, match="first"):
        apply(None, e.Entry(1, at("8:00"), "caller", "start", (e.ItemStarted("a", at("8:00")),)))
    with pytest.raises(ValueError, match="first"):
        apply(None, e.Entry(1, at("8:00"), "caller", "start", ()))
    stage = Stage(four_items())
    with pytest.raises(ValueError, match="once"):
        evolve(stage.state, opened(four_items(), at("8:00")))


def test_an_order_is_stale_when_a_call_came_between_and_not_when_a_fact_did() -> None:
    stage = Stage(agenda(item("a", 5, cue("a1")), item("b", 5))).at("8:00")
    stage.do(c.Start())
    seen = stage.state.seq
    assert stage.state.call_seq < seen, "the tick behind the start wrote its facts"
    stage.do(c.TakeNote("x"), c.SendMessage(Role.MC, "y"), c.Acknowledge("a1"))
    assert stage.state.call_seq < seen
    stage.at("8:01").do(c.Go())
    assert stage.state.call_seq > seen


def test_the_state_of_a_row_is_that_of_its_leaf() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Skip("c"))
    assert [row.state for row in stage.picture.rows] == [
        ItemState.RUNNING,
        ItemState.UPCOMING,
        ItemState.SKIPPED,
        ItemState.UPCOMING,
    ]


def phases(stage: Stage) -> dict[str, str]:
    return {row.cue_id: row.phase.value for row in stage.picture.cues}
