"""What the ended batches of a round teach of those to come, and what the forecast makes of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Agenda, Award, Recipient
from runofshow.core.board import board_at
from runofshow.core.value import replace
from tests.core.ceremony import batch, round_at, running, with_parts
from tests.core.shows import SECOND, Stage, agenda, at, clock, heading, item, minutes, seconds


def three(**more: Any) -> Agenda:
    """8:00 three batches of 3 minutes with three people each, 8:09 a closing. A batch weighs 80 s and 9 s for
    each of them: 107 s."""
    return with_parts(
        *(batch(one, *names, **more) for one, names in (("h1", "abc"), ("h2", "def"), ("h3", "ghk")))
    )


def started(plan: Agenda, first: float) -> Stage:
    """The second batch begins, behind a first that has lasted so many seconds."""
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    stage.sleep(seconds(first)).do(c.Advance())
    return stage


def test_before_any_batch_has_ended_the_plan_is_all_that_is_known() -> None:
    stage = Stage(three()).at("8:00")
    stage.do(c.Start())
    assert stage.starts() == {"h1": "8:00", "h2": "8:03", "h3": "8:06", "m2": "8:09"}
    assert round_at(stage).expected_end == at("8:09")


def test_the_batches_to_come_last_as_long_as_those_that_have_ended() -> None:
    """The first took 2 minutes of its 3: so will the others, and the closing begins at 8:06, not at 8:08."""
    stage = started(three(), 120)
    assert stage.starts() == {"h1": "8:00", "h2": "8:02", "h3": "8:04", "m2": "8:06"}
    assert (round_at(stage).expected_end, round_at(stage).pace_s) == (at("8:06"), 120)
    assert running(stage).expected_end == at("8:04")
    # what it is called against stays the plan's
    assert stage.current.remaining == minutes(3)
    assert [stage.row(one).planned for one in ("h2", "h3")] == [minutes(3)] * 2


def test_who_is_absent_takes_no_time_and_several_presenters_take_less() -> None:
    """The first took what it weighs, 107 s: 9 s less for one who is absent, 4 s less for each where two hand
    over."""
    stage = started(three(), 107)
    assert stage.starts()["m2"] == "8:05:21"
    stage.do(c.ChangeRecipient("g", absent=True))
    assert stage.starts()["m2"] == "8:05:12"
    stage.do(c.Edit("h3", presenter="Ông P; bà Q"))
    assert stage.starts()["m2"] == "8:05:04"
    stage.do(c.AddRecipient("h3", "Ông Mới"))
    assert stage.starts()["m2"] == "8:05:09"
    stage.do(c.Undo(), c.Undo(), c.Undo())
    assert stage.starts()["m2"] == "8:05:21"


def test_a_decision_that_is_read_and_flowers_weigh_too_and_a_photo_that_is_not_taken_does_not() -> None:
    """Behind 147 s for the first with its reading, the second has none of it: 107 s."""
    assert started(three(decision="QĐ 1"), 147).starts()["h3"] == "8:04:14"
    assert started(three(decision="QĐ 1", flowers=True), 162).starts()["h3"] == "8:04:44"
    assert started(three(decision="QĐ 1", photo=False), 132).starts()["h3"] == "8:03:44"


def test_time_that_is_added_counts_beside_the_pace() -> None:
    stage = started(three(), 120)
    stage.do(c.AddTime(minutes(1)), c.AddTime(minutes(2), "h3"))
    assert stage.starts() == {"h1": "8:00", "h2": "8:02", "h3": "8:05", "m2": "8:09"}
    assert stage.current.remaining == minutes(4)


def test_a_hold_teaches_nothing_and_puts_off_the_end() -> None:
    stage = Stage(three()).at("8:00")
    stage.do(c.Start(), c.Hold())
    stage.sleep(minutes(1)).do(c.Resume())
    stage.sleep(minutes(2)).do(c.Advance())
    assert stage.starts()["m2"] == "8:07"
    stage.do(c.Hold())
    stage.sleep(SECOND * 30).do(c.Resume())
    assert stage.starts()["m2"] == "8:07:30"


def test_a_batch_that_lasts_longer_than_its_round_puts_off_what_follows_long_before_it_overruns() -> None:
    stage = started(three(), 120)
    stage.at("8:04:30")
    assert (running(stage).expected_end, stage.current.overrun) == (at("8:04:30"), timedelta())
    assert stage.starts()["m2"] == "8:06:30"
    stage.at("8:05:30")
    assert (stage.current.overrun, stage.facts(e.OverrunBegan)) == (
        SECOND * 30,
        [e.OverrunBegan("h2", stage.now)],
    )


def test_a_batch_whose_round_is_slow_overruns_its_plan_before_it_is_expected_to_end() -> None:
    """The first took 4 minutes: the second is expected to end at 8:08, a minute behind its plan of 8:07."""
    stage = started(three(), 240)
    stage.at("8:07:30")
    assert (running(stage).expected_end, stage.current.overrun) == (at("8:08"), SECOND * 30)
    assert stage.starts()["m2"] == "8:12"


def test_the_board_stands_until_the_earlier_of_the_two_and_then_until_the_later() -> None:
    slow, fast = started(three(), 240), started(three(), 120)
    board = board_at(slow.state, at("8:04:30"))
    assert board.stands_until == at("8:07")
    assert board_at(slow.state, at("8:07:30"), board).stands_until == at("8:08")
    assert board_at(slow.state, at("8:08:01"), board).stands_until is None
    board = board_at(fast.state, at("8:02:30"))
    assert board.stands_until == at("8:04")
    assert board_at(fast.state, at("8:04:01"), board).stands_until is None


def test_what_a_correction_of_an_ended_batch_teaches_is_heard() -> None:
    """Its start is put right by a minute: it took 3 minutes and not 2."""
    stage = started(three(), 120)
    first = board_at(stage.state, stage.now)
    stage.do(c.Backdate("h1", minutes(1)))
    later = board_at(stage.state, stage.now, first)
    assert later.ahead.course is not first.ahead.course
    assert stage.starts()["m2"] == "8:08"


def test_what_another_item_took_teaches_no_batch() -> None:
    stage = Stage(agenda(item("m1", 10), heading("h", batch("h1", "a"), batch("h2", "b")), item("m2", 5))).at(
        "8:00"
    )
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance())
    first = board_at(stage.state, stage.now)
    stage.do(c.Backdate("m1", minutes(1)))
    assert board_at(stage.state, stage.now, first).ahead.course is first.ahead.course
    assert stage.starts()["m2"] == "8:11"


def test_one_round_teaches_nothing_of_another() -> None:
    plan = agenda(
        heading("h", batch("h1", "a"), batch("h2", "b")), heading("k", batch("k1", "c"), batch("k2", "d"))
    )
    stage = started(plan, 60)
    assert stage.starts() == {"h1": "8:00", "h2": "8:01", "k1": "8:02", "k2": "8:05"}


def test_where_nobody_is_listed_a_batch_weighs_what_the_plan_gives_it() -> None:
    parts = (item("h1", 2, award=Award("QĐ 1")), item("h2", 4, award=Award("QĐ 1")))
    assert started(with_parts(*parts), 60).starts()["m2"] == "8:03"
    none = replace(parts[0], duration=timedelta())
    assert started(with_parts(none, parts[1]), 60).starts()["m2"] == "8:05"


def test_a_break_up_to_an_hour_ends_at_its_hour_whatever_the_pace() -> None:
    plan = with_parts(batch("h1", "a"), replace(batch("h2", "b"), until=at("8:10")), batch("h3", "c"))
    assert started(plan, 60).starts()["h3"] == "8:10"


@pytest.mark.parametrize(("first", "expected"), [(5, "8:00:59"), (1_000, "8:30:56")])
def test_a_call_made_by_mistake_teaches_no_more_than_a_quarter_or_four_times(
    first: float, expected: str
) -> None:
    """107 s each: 26.75 s at the least, 428 s at the most."""
    assert clock(round_at(started(three(), first)).expected_end) == expected


# To show: 60 recipients in 6 batches


def sixty(planned: timedelta) -> Agenda:
    """Six batches of ten, each planned for so long."""
    parts = (
        replace(
            item(
                f"h{row}",
                1,
                award=Award(
                    "QĐ 1",
                    "Ông P",
                    tuple(Recipient(f"r{row}-{at}", f"Ông Nguyễn Văn {at}") for at in range(10)),
                ),
            ),
            duration=planned,
        )
        for row in range(6)
    )
    return agenda(heading("h", *parts), item("m2", 5))


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from((1 / 1.5, 1.5)),
    st.floats(75, 90),
    st.floats(8, 10),
    st.floats(20, 60),
    st.floats(0.8, 1.25),
    st.integers(0, 2**32),
)
def test_after_three_of_six_batches_the_end_of_the_round_is_known_to_a_tenth_of_it(
    planned: float, overhead: float, each: float, reading: float, hall: float, seed: int
) -> None:
    """The plan is half too long or too short, four are absent, and each batch takes up to 8 % more or less
    than this hall's own pace has it. The round lasts about 18 minutes."""
    draw = Random(seed)
    absent = draw.sample([f"r{row}-{at}" for row in range(6) for at in range(10)], 4)
    stage = Stage(sixty(seconds(planned * (overhead + 10 * each))), tick=False).at("8:00")
    stage.do(c.Start())
    known_after_three: datetime | None = None
    for row in range(6):
        stage.do(*(c.ChangeRecipient(one, absent=True) for one in absent if one.startswith(f"r{row}-")))
        there = 10 - sum(one.startswith(f"r{row}-") for one in absent)
        took = (overhead + there * each + (0 if row else reading)) * hall * draw.uniform(0.92, 1.08)
        stage.sleep(seconds(took))
        if row == 2:
            stage.do(c.Advance())
            known_after_three = round_at(stage).expected_end
        elif row < 5:
            stage.do(c.Advance())
    assert known_after_three is not None
    assert abs(known_after_three - stage.now) < (stage.now - at("8:00")) / 10


def test_the_pace_of_a_round_is_worth_more_than_its_plan() -> None:
    """Planned 4 minutes each, 120 s taken: after three the plan still says 20 minutes, the pace 12."""
    stage = Stage(sixty(minutes(4))).at("8:00")
    stage.do(c.Start())
    for _ in range(3):
        stage.sleep(SECOND * 120).do(c.Advance())
    end = round_at(stage).expected_end
    assert end is not None
    assert abs(end - at("8:12")) < SECOND * 60
