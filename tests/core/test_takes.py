"""Every time that an item ran: what is a take, and how long it was."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Role
from runofshow.core.takes import Take, takes
from tests.core.shows import MINUTE, Stage, at, four_items, minutes, seconds


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


def test_a_take_is_repeated_by_a_new_start_and_both_stay() -> None:
    def entry(seq: int, clock: str, *events: e.Event) -> e.Entry:
        return e.Entry(seq, at(clock), Role.CALLER.value, "advance", events)

    start, again = at("8:00"), at("8:12")
    record = [
        entry(2, "8:00", e.ItemStarted("a", start)),
        entry(3, "8:10", e.ItemEnded("a", at("8:10"))),
        entry(4, "8:12", e.ItemReturned("a", start), e.ItemStarted("a", again)),
        entry(5, "8:20", e.ItemEnded("a", at("8:20"))),
    ]
    assert [take.length for take in takes(record)] == [minutes(10), minutes(8)]


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
    c.Skip("c", sure=True),
    c.CorrectClock(seconds(-3)),
)


@pytest.mark.parametrize("seed", range(40))
def test_the_last_take_of_an_item_is_what_the_show_knows_of_it(seed: int) -> None:
    draw, stage = Random(seed), Stage(four_items()).at("8:00")
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
