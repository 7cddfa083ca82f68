"""What a show was: planned against actual, from its record."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import AtStart, GoMode, OnWord, Role
from runofshow.core.alarms import Alarm, AlarmCode
from runofshow.core.commands import ClockFault
from runofshow.core.handiwork import Added, Pause, TakenBack, restored, restored_call
from runofshow.core.history import CueHistory, History, ItemHistory, history
from runofshow.core.record import Missed
from runofshow.core.snapshot import CuePhase, Phase
from tests.core.ceremony import batch, with_parts
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
    seconds,
    two_sessions,
)


def told(stage: Stage) -> History:
    return history(stage.entries)


def of(told: History, item_id: str) -> ItemHistory:
    return next(found for found in told.items if found.row.item_id == item_id)


def cue_of(told: History, cue_id: str) -> CueHistory:
    return next(found for found in told.cues if found.cue_id == cue_id)


def test_an_empty_record_has_no_history() -> None:
    with pytest.raises(IndexError):
        history([])


def test_an_item_is_told_by_plan_and_by_what_it_took_holds_included() -> None:
    stage = Stage(four_items()).at("8:02")
    stage.do(c.Start(), c.AddTime(MINUTE))
    stage.at("8:05").do(c.Hold())
    stage.at("8:08").do(c.Resume())
    stage.at("8:17").do(c.Advance())
    a = of(told(stage), "a")
    assert (a.planned, a.actual, a.difference, a.held) == (minutes(10), minutes(15), minutes(5), minutes(3))
    assert a.added == (Added(at("8:02"), "caller", MINUTE),)
    b = of(told(stage), "b")
    assert (b.planned, b.actual, b.difference) == (minutes(20), None, None)


def test_a_heading_is_told_by_its_parts() -> None:
    stage = Stage(agenda(heading("h", item("h1", 5), item("h2", 5)), item("a", 5))).at("8:00")
    stage.do(c.Start(), c.AddTime(MINUTE, "h2"))
    stage.at("8:06").do(c.Advance())
    assert of(told(stage), "h").actual is None
    stage.at("8:13").do(c.Advance())
    h = of(told(stage), "h")
    assert (h.planned, h.actual, h.difference) == (minutes(10), minutes(13), minutes(3))
    assert len(h.added) == 1


def test_the_show_as_a_whole_and_each_session_by_itself() -> None:
    stage = Stage(two_sessions()).at("8:05")
    stage.do(c.Start())
    stage.at("8:15").do(c.Advance())
    stage.at("8:35").do(c.Advance())
    stage.at("9:02").do(c.Advance())
    stage.at("9:17").do(c.Advance())
    stage.at("9:20").do(c.End())
    whole = told(stage)
    assert (whole.phase, whole.started_at, whole.ended_at) == (Phase.ENDED, at("8:05"), at("9:20"))
    assert (clock(whole.planned_start), clock(whole.planned_end), whole.over_under) == (
        "8:00",
        "9:20",
        minutes(0),
    )
    morning, afternoon = whole.sessions
    assert (morning.started_at, morning.ended_at, morning.over_under) == (at("8:05"), at("8:35"), minutes(5))
    assert (clock(afternoon.planned_start), clock(afternoon.planned_end)) == ("9:00", "9:20")


def test_a_session_that_goes_on_or_never_came_has_no_end() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10")
    morning, afternoon = told(stage).sessions
    assert (morning.started_at, morning.ended_at) == (at("8:00"), None)
    assert (afternoon.started_at, afternoon.ended_at) == (None, None)


def test_a_hold_moves_with_the_clock_that_is_put_right() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Hold())
    stage.at("8:02").do(c.Resume(), c.CorrectClock(10 * MINUTE))
    stage.at("8:15").do(c.Hold(), c.CorrectClock(MINUTE))
    assert told(stage).pauses == (
        Pause("a", at("8:11"), at("8:13")),
        Pause("a", at("8:16"), None),
    )


def test_a_missed_cue_says_when_and_why_and_a_stand_by_when_it_was_given() -> None:
    plan = agenda(
        item("a", 10, cue("missed", AtStart(5 * MINUTE), go=GoMode.AUTO), cue("word", OnWord("Thôi!")))
    )
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    stage.at("8:06")
    missed = cue_of(told(stage), "missed")
    assert missed.missed == Missed(at("8:06"), "late")
    assert (cue_of(told(stage), "word").missed, cue_of(told(stage), "word").stood_by_at) == (None, at("8:00"))


def test_a_cue_is_told_by_how_punctual_it_was_and_how_soon_it_was_answered() -> None:
    far = AtStart(5 * MINUTE)
    plan = agenda(
        item(
            "a",
            10,
            cue("late", far),
            cue("auto", far, go=GoMode.AUTO),
            cue("early", far),
            cue("word", OnWord("Thôi!")),
            cue("missed", far),
        )
    )
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    stage.watch_until("8:04").do(c.Go("early"))
    stage.watch_until("8:04:20").do(c.Acknowledge("late"))
    stage.watch_until("8:05:03").do(c.Go("late"))
    stage.watch_until("8:06").do(c.Go("word"), c.End())
    whole = told(stage)
    late = cue_of(whole, "late")
    assert (late.due_at, late.gone_at, late.off_by, late.answered_in) == (
        at("8:05"),
        at("8:05:03"),
        seconds(3),
        seconds(20),
    )
    assert (cue_of(whole, "auto").auto, cue_of(whole, "auto").off_by) == (True, seconds(0))
    assert (cue_of(whole, "early").due_at, cue_of(whole, "early").off_by) == (None, -MINUTE)
    assert (cue_of(whole, "word").off_by, cue_of(whole, "word").answered_in) == (None, None)
    assert (cue_of(whole, "missed").phase, cue_of(whole, "missed").off_by) == (CuePhase.MISSED, None)


def test_a_hand_that_said_it_knew_before_it_was_asked_took_no_time_to_answer() -> None:
    """Told to stand by 4:00 into the item, a minute before its moment, and it had answered at 1:00."""
    stage = Stage(agenda(item("a", 10, cue("x", AtStart(5 * MINUTE))))).at("8:00")
    stage.do(c.Start())
    stage.watch_until("8:01").do(c.Acknowledge("x"))
    stage.watch_until("8:04").do(c.StandBy("x"))
    stage.watch_until("8:05").do(c.Go("x"))
    assert cue_of(told(stage), "x").answered_in == seconds(0)


def test_an_early_call_behind_a_hold_has_no_known_moment() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", AtStart(5 * MINUTE))))).at("8:00")
    stage.do(c.Start(), c.Go("x"))
    stage.at("8:01").do(c.Hold())
    stage.at("8:02").do(c.Resume())
    assert cue_of(told(stage), "x").off_by is None


def test_every_hold_that_counted_is_told_and_one_taken_back_is_not() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:01").do(c.Hold())
    stage.at("8:02").do(c.Resume())
    stage.at("8:03").do(c.Hold(), c.Undo())
    stage.at("8:04").do(c.Hold())
    stage.at("8:05").do(c.Resume())
    stage.at("8:06").do(c.Undo())
    assert told(stage).pauses == (Pause("a", at("8:01"), at("8:02")), Pause("a", at("8:04"), None))
    stage.at("8:07").do(c.Advance())
    assert told(stage).pauses[-1] == Pause("a", at("8:04"), at("8:07"))


def test_what_was_taken_back_is_told_with_its_call() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.AddTime(MINUTE))
    stage.at("8:01").do(c.Undo())
    stage.do(c.CorrectClock(MINUTE), c.Hold())
    stage.at("8:03").do(c.Undo())
    assert told(stage).taken_back == (
        TakenBack(at("8:01"), "caller", "add_time"),
        TakenBack(at("8:03"), "caller", "hold"),
    )


def test_an_undo_and_a_redo_know_the_entry_of_their_call() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.AddTime(MINUTE), c.Hold(), c.Undo(), c.Undo(), c.Redo())
    calls = {entry.do: entry for entry in stage.entries}
    assert [call for _, call in sorted(restored(stage.entries).items())] == [
        calls["hold"],
        calls["add_time"],
        calls["add_time"],
    ]


def test_a_hold_in_an_item_that_is_stepped_back_from_is_not_told() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:11").do(c.Hold())
    stage.at("8:12").do(c.Back())
    assert told(stage).pauses == ()
    stage.at("8:13").do(c.Undo())
    assert told(stage).pauses == (Pause("b", at("8:11"), None),)


def test_a_hold_made_again_counts_again() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:01").do(c.Hold())
    stage.at("8:02").do(c.Undo())
    assert told(stage).pauses == ()
    stage.at("8:03").do(c.Redo())
    assert told(stage).pauses == (Pause("a", at("8:01"), None),)
    assert told(stage).taken_back == (TakenBack(at("8:02"), "caller", "hold", at("8:03")),)
    stage.at("8:04").do(c.Undo())
    assert told(stage).pauses == ()
    assert [back.again_at for back in told(stage).taken_back] == [at("8:03"), None]


def test_a_line_of_the_record_says_which_call_it_takes_back_or_makes_again() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Undo(), c.Redo())
    assert [restored_call(entry) for entry in stage.entries if entry.do != "tick"] == [
        {},
        {},
        {"undone": "start"},
        {"redone": "start"},
    ]


def test_what_came_in_or_was_moved_is_marked() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Insert("a", "Tặng hoa", minutes(5)), c.Move("d", "c"))
    whole = told(stage)
    assert [(found.row.item_id, found.inserted, found.moved) for found in whole.items] == [
        ("a", False, False),
        ("x1", True, False),
        ("b", False, False),
        ("d", False, True),
        ("c", False, False),
    ]
    assert of(whole, "x1").planned is None
    stage.do(c.Move("x1", None), c.Undo(), c.Undo(), c.Undo())
    assert not any(found.moved or found.inserted for found in told(stage).items)


def test_notes_messages_and_what_the_clocks_did_are_told() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.TakeNote("Mất điện"), c.SendMessage(Role.MC, "Chờ"))
    stage.do(c.ReportClock(ClockFault.SLEPT, MINUTE), by="clock")
    stage.at("8:01").do(c.CorrectClock(MINUTE))
    whole = told(stage)
    assert (len(whole.notes), len(whole.messages)) == (1, 1)
    assert whole.alarms == (
        Alarm(AlarmCode.SLEPT, at("8:00"), MINUTE),
        Alarm(AlarmCode.CORRECTED, at("8:01"), MINUTE),
    )


def test_a_floating_plan_is_told_from_where_it_began() -> None:
    stage = Stage(four_items(), "19:00", floating=True).at("19:10")
    stage.do(c.Start())
    stage.at("19:22").do(c.Advance())
    whole = told(stage)
    assert (clock(whole.planned_start), clock(whole.planned_end)) == ("19:10", "19:55")
    assert whole.over_under == minutes(2)


def test_a_batch_that_was_split_shares_its_plan_with_what_was_split_off() -> None:
    stage = Stage(with_parts(batch("h1", "a", "b", "c", length=3), batch("h2", "d", "e", length=2)))
    stage.at("8:00").do(c.Start(), c.SplitBatch("h1", "b"))
    stage.at("8:02").do(c.Advance())
    found = told(stage)
    assert [of(found, one).planned for one in ("h1", "x1", "h2")] == [minutes(1), minutes(2), minutes(2)]
    assert (of(found, "h1").difference, of(found, "h").planned) == (minutes(1), minutes(5))
    assert (of(found, "x1").inserted, of(found, "x1").planned_in) == (True, None)


def test_pieces_that_are_split_again_share_one_plan_and_what_is_taken_back_has_none_of_it() -> None:
    stage = Stage(with_parts(batch("h1", "a", "b", "c", "d", length=10 / 3))).at("8:00")
    stage.do(c.Start(), c.SplitBatch("h1", "b"), c.SplitBatch("x1", "c"))
    shares = [of(told(stage), one).planned for one in ("h1", "x1", "x2")]
    assert shares == [seconds(50), seconds(50), seconds(100)]
    stage.do(c.Undo(), c.Undo())
    assert of(told(stage), "h1").planned == seconds(200)


def test_a_piece_of_what_came_in_during_the_show_has_no_plan() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Insert("a", "Trao thêm", minutes(4), "award"))
    stage.do(c.AddRecipient("x1", "Ông U"), c.AddRecipient("x1", "Bà V"), c.SplitBatch("x1", "added-2"))
    assert [of(told(stage), one).planned for one in ("x1", "x2", "a")] == [None, None, minutes(10)]
