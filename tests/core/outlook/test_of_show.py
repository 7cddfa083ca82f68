"""A show at one moment, and a record, as a forecast is told of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from random import Random

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Award
from runofshow.core.award import listed
from runofshow.core.end_outlook import EndOutlook
from runofshow.core.forecast import forecast
from runofshow.core.history import history
from runofshow.core.outlook.known import Known, Piece, Ran, Running, Take
from runofshow.core.outlook.learning import learn
from runofshow.core.outlook.of_show import end_outlook, looks
from runofshow.core.outlook.pieces import earlier_shows, take_of
from runofshow.core.state import State, settled
from tests.core.histories import opening, some_call
from tests.core.shows import Stage, agenda, at, four_items, heading, item, minutes, two_sessions

COLD = learn(())
EIGHT = 8 * 3600.0


def told(stage: Stage, session_id: str = "s1", takes: tuple[Take, ...] = ()) -> list[Known]:
    return list(looks(stage.state, forecast(stage.state, stage.now), stage.now, session_id, takes))


def likely(stage: Stage, session_id: str = "s1") -> EndOutlook | None:
    ahead = forecast(stage.state, stage.now)
    return end_outlook(COLD, (), stage.state, ahead, stage.now, session_id)


def piece(item_id: str, length: float) -> Piece:
    return Piece(item_id=item_id, plan_s=length * 60)


def test_of_an_hour_after_eight_is_told_what_is_done_what_runs_and_what_is_left() -> None:
    stage = Stage(four_items(), "8:00")
    stage.do(c.Start())
    stage.now = at("8:14")
    stage.do(c.Advance())
    stage.now = at("8:20")
    stage.do(c.Hold())
    stage.now = at("8:22")
    (known,) = told(stage, takes=({"c": 240.0},))
    assert known == Known(
        now_s=EIGHT + 22 * 60,
        start_s=EIGHT,
        hard_out_s=9 * 3600.0,
        takes=({"c": 240.0},),
        done=(Ran(item_id="a", plan_s=600, actual_s=840),),
        running=Running(item_id="b", plan_s=1200, elapsed_s=360),
        rest=(piece("c", 5), piece("d", 10)),
    )


def test_before_it_begins_the_end_is_looked_at_from_its_hour() -> None:
    stage = Stage(four_items(), "7:30")
    now, hour = told(stage)
    assert (now.now_s, hour.now_s) == (EIGHT - 30 * 60, EIGHT)
    assert now.rest == hour.rest
    found = likely(stage)
    assert found is not None
    assert found.mid > at("8:40")


def test_nothing_that_waits_for_its_hour_comes_before_it() -> None:
    plan = agenda(item("a", 10), item("b", 5, fixed_start=at("9:00")), hard_out="9:30")
    stage = Stage(plan, "8:00")
    stage.do(c.Start())
    now, hour = told(stage)
    assert now.rest == (piece("b", 5),)
    assert hour == Known(now_s=9 * 3600.0, start_s=EIGHT, hard_out_s=9.5 * 3600, rest=(piece("b", 5),))
    found = likely(stage)
    assert found is not None
    assert found.low >= at("9:00")


def test_behind_a_break_up_to_an_hour_everything_waits_for_that() -> None:
    plan = agenda(item("a", 10), item("giải lao", 20, until=at("8:30")), item("b", 10))
    stage = Stage(plan, "8:00")
    stage.do(c.Start())
    now, hour = told(stage)
    assert now.rest == hour.rest == (piece("b", 10),)
    assert hour.now_s == EIGHT + 30 * 60
    stage.now = at("8:12")
    stage.do(c.Advance())
    (_, running) = told(stage)
    assert (running.running, running.now_s) == (None, EIGHT + 30 * 60)


def test_a_break_up_to_an_hour_that_ends_a_session_ends_it_then() -> None:
    plan = agenda(item("a", 10), item("giải lao", 20, until=at("8:30")))
    stage = Stage(plan, "8:00")
    stage.do(c.Start())
    found = likely(stage)
    assert found is not None
    assert found.low >= at("8:30")


def test_only_the_session_that_is_asked_for_is_told_of() -> None:
    stage = Stage(two_sessions(), "8:00")
    stage.do(c.Start())
    assert [one.item_id for one in told(stage)[0].rest] == ["b"]
    assert [one.item_id for one in told(stage, "s2")[0].rest] == ["c", "d"]
    assert told(stage, "s2")[0].running is None


def test_of_a_session_of_which_nothing_is_left_nothing_is_likely() -> None:
    stage = Stage(four_items(), "8:00")
    stage.do(c.Start(), c.End(sure=True))
    assert likely(stage) is None


def test_an_award_says_how_many_are_honoured_and_which_batch_it_is() -> None:
    award = Award(recipients=listed("Ông Lê Văn A", "Bà Trần Thị B (vắng)", "Tập thể Trường C"))
    plan = agenda(heading("m", item("m1", 5, award=award), item("m2", 5, award=award)))
    first, second = told(Stage(plan, "8:00"))[0].rest
    assert (first.parent_id, first.recipients, first.batch) == ("m", 2, 1)
    assert (second.parent_id, second.recipients, second.batch) == ("m", 2, 2)


def test_what_a_record_teaches_is_what_the_show_was() -> None:
    stage = Stage(four_items(), "8:00")
    stage.do(c.Start())
    for moment in ("8:12", "8:30"):
        stage.now = at(moment)
        stage.do(c.Advance())
    stage.do(c.Skip("d"))
    stage.now = at("8:40")
    stage.do(c.End())
    record = history(stage.entries)
    (show,) = earlier_shows(record, ({"a": 700.0},))
    assert (show.start_s, show.end_s, show.hard_out_s) == (EIGHT, EIGHT + 40 * 60, 9 * 3600.0)
    assert show.takes == ({"a": 700.0},)
    assert [(one.item_id, one.plan_s, one.actual_s, one.skipped) for one in show.items] == [
        ("a", 600, 720, False),
        ("b", 1200, 1080, False),
        ("c", 300, 600, False),
        ("d", 600, 0, True),
    ]
    leaves = [place.item for place in stage.state.order.leaves]
    assert take_of(leaves, record) == {"a": 720, "b": 1080, "c": 600}


def test_a_session_that_never_ended_teaches_nothing() -> None:
    stage = Stage(two_sessions(), "8:00")
    stage.do(c.Start())
    assert earlier_shows(history(stage.entries)) == ()


def moments(draw: Random) -> Iterator[tuple[State, datetime]]:
    """A long show at random, after each of its orders."""
    here = opening(draw)
    for _ in range(40):
        here = (here.asked(some_call(draw, here)) or here).slept(minutes(draw.uniform(0, 6)), 1)
        yield settled(here.state, here.now), here.now


@pytest.mark.parametrize("seed", range(12))
def test_of_any_show_at_any_moment_the_range_holds_its_middle_and_is_still_to_come(seed: int) -> None:
    for state, now in moments(Random(seed)):
        for session in state.agenda.sessions:
            found = end_outlook(COLD, (), state, forecast(state, now), now, session.session_id)
            if found is not None:
                assert now <= found.low <= found.mid <= found.high
                assert (found.chance is None) == (session.hard_out is None)


def test_what_may_be_shorter_or_left_out_gives_way_and_nothing_else() -> None:
    plan = agenda(
        item("a", 10),
        item("b", 10, min=minutes(5)),
        item("c", 10, may_drop=True),
        item("d", 10, optional=True),
        item("e", 10, min=minutes(5), protected=True),
    )
    assert [one.elastic for one in told(Stage(plan, "8:00"))[0].rest] == [False, True, True, True, False]
