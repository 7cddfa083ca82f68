"""What the one number of a show counts, and that a window which hears nothing counts on as the show does."""

from __future__ import annotations

from datetime import datetime
from random import Random

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import ClockMode, TrackMark
from runofshow.core.count import Count, CountLabel, Tone, Way
from runofshow.core.value import replace
from tests.core.histories import Moment, opening, some_call, some_other
from tests.core.shows import Stage, agenda, at, change_first, four_items, item, minutes, seconds, two_sessions
from tests.core.sounds import ANTHEM, A, began, hall, salute, tell

L, T = CountLabel, Tone


def said(count: Count | None, now: datetime) -> tuple[CountLabel, Tone, float]:
    """What a window shows: the phrase, the look, and how many seconds."""
    assert count is not None
    shown = count.on(now)
    return shown.label, shown.tone, shown.length(now).total_seconds()


def counted(stage: Stage) -> tuple[CountLabel, Tone, float]:
    return said(stage.picture.count, stage.now)


def ten_minutes(clock: ClockMode, *, protected: bool = False) -> Stage:
    """8:00 an item of 10 minutes runs, and another comes."""
    first = replace(item("a", 10, protected=protected), clock=clock)
    stage = Stage(agenda(first, item("b", 10))).at("8:00")
    stage.do(c.Start())
    return stage


@pytest.mark.parametrize(
    ("clock", "moment", "shown"),
    [
        (ClockMode.DOWN, "8:04", (L.REMAINING, T.CALM, 360)),
        (ClockMode.DOWN, "8:09", (L.REMAINING, T.SOON, 60)),
        (ClockMode.DOWN, "8:10:42", (L.OVER, T.OVER, 42)),
        (ClockMode.MEDIA, "8:09:30", (L.REMAINING, T.SOON, 30)),
        (ClockMode.UP, "8:09:30", (L.ELAPSED, T.CALM, 570)),
        # what is over is as red as anywhere: who looks up for half a second must know it
        (ClockMode.UP, "8:10:42", (L.OVER_BY, T.OVER, 642)),
        (ClockMode.UP_SOFT, "8:10:42", (L.ELAPSED, T.SOFT, 642)),
        (ClockMode.UNTIL_RESUMED, "8:09:30", (L.BACK_IN, T.CALM, 30)),
        (ClockMode.UNTIL_RESUMED, "8:10:42", (L.OVER_BREAK, T.SOON, 42)),
    ],
)
def test_each_kind_of_clock_counts_in_its_own_way(
    clock: ClockMode, moment: str, shown: tuple[CountLabel, Tone, float]
) -> None:
    stage = ten_minutes(clock)
    begun = stage.picture.count
    stage.at(moment)
    assert counted(stage) == shown
    # and who has heard nothing since the beginning
    assert said(begun, stage.now) == shown


@pytest.mark.parametrize("clock", [ClockMode.DOWN, ClockMode.UP, ClockMode.UNTIL_RESUMED])
@pytest.mark.parametrize("moment", ["8:04", "8:09:30", "8:12"])
def test_a_rite_is_never_red_nor_amber(clock: ClockMode, moment: str) -> None:
    stage = ten_minutes(clock, protected=True).at(moment)
    assert counted(stage)[1] is T.SOFT


def test_added_time_moves_the_end_of_the_count() -> None:
    stage = ten_minutes(ClockMode.DOWN).at("8:09:30")
    stage.do(c.AddTime(minutes(1)))
    assert counted(stage) == (L.REMAINING, T.CALM, 90)
    assert stage.picture.count is not None
    assert stage.picture.count.whole_s == 660


def test_in_a_hold_the_number_stands_and_afterwards_it_goes_on() -> None:
    stage = ten_minutes(ClockMode.DOWN).at("8:04")
    stage.do(c.Hold())
    held = stage.picture.count
    assert held is not None
    assert held.way is Way.DOWN
    stage.at("8:06")
    assert counted(stage) == said(held, stage.now) == (L.HELD, T.HELD, 360)
    stage.do(c.Resume())
    assert counted(stage.at("8:07")) == (L.REMAINING, T.CALM, 300)


@pytest.mark.parametrize(
    ("clock", "shown"),
    [
        (ClockMode.DOWN, [(L.HELD, T.HELD, 240), (L.HELD, T.HELD, 30)]),
        (ClockMode.UP, [(L.HELD, T.HELD, 240), (L.HELD, T.HELD, 240)]),
    ],
)
def test_what_is_left_to_an_hour_goes_by_in_a_hold_too(
    clock: ClockMode, shown: list[tuple[CountLabel, Tone, float]]
) -> None:
    first = replace(item("a", 10), clock=clock, until=at("8:10"))
    stage = Stage(agenda(first, item("b", 10))).at("8:00")
    stage.do(c.Start())
    stage.at("8:04").do(c.Hold())
    held = stage.picture.count
    assert counted(stage.at("8:06")) == said(held, stage.now) == shown[0]
    assert counted(stage.at("8:10:30")) == said(held, stage.now) == shown[1]


def test_before_the_start_it_counts_to_it_and_then_how_late_it_is() -> None:
    stage = Stage(four_items())
    before = stage.picture.count
    assert counted(stage) == (L.STARTS_IN, T.SOFT, 300)
    stage.at("8:01")
    assert counted(stage) == said(before, stage.now) == (L.LATE_START, T.SOON, 60)


def test_between_two_sessions_it_counts_to_the_next_one() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    stage.at("8:30").do(c.Go())
    assert stage.picture.current is None
    assert counted(stage) == (L.SESSION_IN, T.SOFT, 1800)


def test_nothing_is_counted_to_a_plan_without_hours_nor_after_the_end() -> None:
    assert Stage(four_items(), floating=True).picture.count is None
    stage = ten_minutes(ClockMode.DOWN)
    stage.do(c.End())
    assert stage.picture.count is None


def test_while_the_anthem_sounds_what_is_left_of_it_is_counted_also_in_a_hold() -> None:
    stage = salute().at("8:01:20")
    assert counted(stage) == (L.ANTHEM_LEFT, T.SOFT, 42)
    stage.do(c.Hold())
    assert counted(stage.at("8:01:30")) == (L.ANTHEM_LEFT, T.SOFT, 32)


def test_an_anthem_of_which_nobody_knows_the_length_leaves_the_item_its_count() -> None:
    assert ANTHEM.mark is TrackMark.ANTHEM_WITHOUT_WORDS
    stage = hall().at("8:01")
    tell(stage, began(A, ANTHEM, "anthem"))
    assert counted(stage)[0] is L.REMAINING


def test_an_item_of_half_a_minute_is_amber_from_its_beginning() -> None:
    plan = change_first(agenda(item("a", 1), item("b", 1)), lambda one: replace(one, duration=seconds(30)))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    assert counted(stage) == (L.REMAINING, T.SOON, 30)


def test_whatever_happens_an_old_count_goes_on_as_the_show_does_until_something_happens() -> None:
    draw = Random(2026)
    looked = changed = 0
    for _ in range(60):
        here: Moment = opening(draw)
        for _ in range(12):
            command = some_call(draw, here) if draw.random() < 0.7 else some_other(draw, here)[0]
            here = here.asked(command) or here
            old, called = here.picture.count, here.state.call_seq
            later = here.slept(seconds(draw.choice((1, 20, 59, 61, 300))), 1)
            if later.state.call_seq == called and old is not None:
                new = later.picture.count
                assert said(new, later.now) == said(old, later.now), command
                looked += 1
                changed += new != old
            here = later
    assert looked > 100
    assert changed > 5
