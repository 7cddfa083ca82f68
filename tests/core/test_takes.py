"""Every time that an item ran: what is a take, and how long it was."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import AtStart
from runofshow.core.refusal import Reason
from runofshow.core.snapshot import CuePhase
from runofshow.core.takes import Take, takes
from tests.core.shows import MINUTE, Stage, agenda, at, cue, four_items, item, minutes, seconds


def lengths(stage: Stage) -> list[tuple[str, timedelta | None]]:
    return [(take.item_id, take.length) for take in takes(stage.entries)]


def test_a_take_lasts_from_its_call_to_its_end_and_the_last_one_to_the_end_of_the_show() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:12").do(c.Advance())
    stage.at("8:30").do(c.End())
    assert lengths(stage) == [("a", minutes(12)), ("b", minutes(18))]


def test_a_rehearsal_at_speed_is_told_in_the_time_of_the_show() -> None:
    stage = Stage(four_items(), speed=60).at("8:00")
    stage.do(c.Start())
    # twelve seconds on the wall
    stage.at("8:12").do(c.Advance())
    assert lengths(stage)[0] == ("a", minutes(12))


def test_a_hold_is_no_length_and_one_that_was_a_slip_counts_as_time() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:03").do(c.Hold())
    stage.at("8:08").do(c.Resume())
    stage.at("8:12").do(c.Hold())
    # left while it is held
    stage.at("8:13").do(c.Advance())
    stage.at("8:14").do(c.Hold())
    stage.at("8:16").do(c.Undo())
    stage.at("8:20").do(c.Advance())
    assert lengths(stage)[:2] == [("a", minutes(7)), ("b", minutes(7))]


def test_what_still_runs_or_was_stepped_back_from_says_nothing() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:11").do(c.Back())
    first, second = takes(stage.entries)
    assert (first.is_running, first.length) == (True, None)
    assert (second.is_broken_off, second.is_running, second.length) == (True, False, None)
    stage.at("8:15").do(c.Advance())
    # in a show the item had run on
    assert lengths(stage) == [("a", minutes(15)), ("b", None), ("b", None)]


def test_what_is_skipped_has_no_take_and_an_undone_call_is_none() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Skip("b"))
    stage.at("8:09").do(c.Advance())
    stage.at("8:10").do(c.Undo())
    assert lengths(stage) == [("a", None)]
    stage.at("8:11").do(c.Redo())
    assert lengths(stage) == [("a", minutes(9)), ("c", None)]


def test_a_start_put_right_moves_the_end_of_the_take_before_it() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:14").do(c.Backdate("b", MINUTE), c.Backdate("a", MINUTE))
    stage.at("8:20").do(c.Advance())
    assert lengths(stage)[:2] == [("a", minutes(10)), ("b", minutes(11))]


def test_a_clock_that_is_put_right_changes_no_length() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:12").do(c.CorrectClock(minutes(30)))
    stage.sleep(minutes(3)).do(c.Advance())
    assert lengths(stage)[:2] == [("a", minutes(10)), ("b", minutes(5))]


def rehearsal(**more: Any) -> Stage:
    return Stage(four_items(), mode=c.Mode.REHEARSAL, **more).at("8:00")


def test_back_in_a_rehearsal_is_another_take_when_it_is_called_and_the_first_stays() -> None:
    stage = rehearsal()
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:12").do(c.Back())
    # people walk back to their places
    assert (stage.running, stage.row("a").is_next, stage.row("a").actual_start) == (None, True, None)
    stage.at("8:15").do(c.Advance())
    assert stage.running == "a"
    stage.at("8:23").do(c.Advance())
    assert stage.running == "b"
    assert lengths(stage) == [("a", minutes(10)), ("b", None), ("a", minutes(8)), ("b", None)]


def test_an_item_that_is_over_is_chosen_for_another_take_in_a_rehearsal_alone() -> None:
    stage = rehearsal()
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:30").do(c.Advance())
    stage.do(c.Jump("a"))
    assert stage.running == "c"
    stage.at("8:35").do(c.Advance())
    stage.at("8:44").do(c.Advance())
    # then the order goes on
    assert stage.running == "d"
    assert lengths(stage)[:4] == [
        ("a", minutes(10)),
        ("b", minutes(20)),
        ("c", minutes(5)),
        ("a", minutes(9)),
    ]
    live = Stage(four_items()).at("8:00")
    live.do(c.Start())
    live.at("8:10").do(c.Advance())
    assert live.refusal(c.Jump("a")) is Reason.ITEM_DONE


def test_the_cues_of_a_repeated_item_wait_as_they_did_before_it() -> None:
    plan = agenda(item("a", 10, cue("q"), cue("later", AtStart(minutes(5)))), item("b", 10))
    stage = Stage(plan, mode=c.Mode.REHEARSAL).at("8:00")
    stage.do(c.Start(), c.Go("q"))
    stage.at("8:04").do(c.Advance())
    stage.at("8:05").do(c.Back())
    assert [stage.cue(cue_id).phase for cue_id in ("q", "later")] == [CuePhase.STANDBY, CuePhase.LATER]


def test_a_take_that_was_asked_for_by_a_slip_is_taken_back() -> None:
    stage = rehearsal(floating=True)
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    before = stage.picture
    stage.at("8:11").do(c.Hold(), c.Back(), c.Undo(), c.Undo())
    assert (stage.running, stage.row("a").actual_end) == ("b", before.rows[0].actual_end)
    stage.at("8:30").do(c.Advance())
    assert lengths(stage)[:2] == [("a", minutes(10)), ("b", minutes(20))]


def test_with_nothing_that_ran_there_is_nothing_to_repeat_and_after_a_long_pause_nothing_is_asked() -> None:
    stage = rehearsal()
    assert stage.refusal(c.Back()) is Reason.NO_ITEM_BEFORE
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:30").do(c.Advance())
    stage.at("11:30").do(c.Back())
    assert stage.row("b").is_next
    # and nothing counts to a session that began long ago
    assert (stage.picture.between_items, stage.picture.count) == (True, None)


def test_a_resume_that_was_a_slip_lets_the_hold_go_on() -> None:
    record = [
        e.Entry(1, at("8:00"), "caller", "start", (e.ItemStarted("a", at("8:00")),)),
        e.Entry(2, at("8:01"), "caller", "hold", (e.Held(at("8:01")),)),
        e.Entry(3, at("8:03"), "caller", "resume", (e.Resumed(at("8:03"), at("8:01")),)),
        e.Entry(4, at("8:04"), "caller", "advance", (e.ResumeCancelled(at("8:03"), at("8:01")),)),
        e.Entry(
            5,
            at("8:09"),
            "caller",
            "advance",
            (e.Resumed(at("8:09"), at("8:01")), e.ItemEnded("a", at("8:09"))),
        ),
    ]
    assert [take.length for take in takes(record)] == [MINUTE]


ORDERS = (
    c.Advance(sure=True),
    c.Advance(sure=True),
    c.Back(sure=True),
    c.Hold(),
    c.Resume(),
    c.Undo(sure=True),
    c.Redo(sure=True),
    c.Backdate("b", seconds(20)),
    c.Jump("d"),
    c.Jump("a"),
    c.Skip("c", sure=True),
    c.CorrectClock(seconds(-3)),
)


@pytest.mark.parametrize("mode", c.Mode)
@pytest.mark.parametrize("seed", range(30))
def test_the_last_take_of_an_item_is_what_the_show_knows_of_it(seed: int, mode: c.Mode) -> None:
    draw, stage = Random(seed), Stage(four_items(), mode=mode).at("8:00")
    stage.do(c.Start())
    for _ in range(60):
        stage.sleep(seconds(draw.choice((1, 30, 120))))
        stage.ask(draw.choice(ORDERS))
    last = {take.item_id: take for take in takes(stage.entries) if not take.is_broken_off}
    for item_id in "abcd":
        run, take = stage.state.run(item_id), last.get(item_id, Take(item_id, at("8:00")))
        if run.ended_at is not None:
            assert run.started_at is not None
            assert (take.began_at, take.length) == (run.started_at, run.ended_at - run.started_at - run.held)
        assert take.is_running == (stage.running == item_id) or item_id not in last


def test_the_end_of_what_never_began_is_the_end_of_no_take() -> None:
    opened_first = Stage(four_items(), "8:00").entries[0]
    ended = e.Entry(2, at("8:05"), "caller", "advance", (e.ItemEnded("a", at("8:05")),))
    assert takes((opened_first, ended)) == ()
