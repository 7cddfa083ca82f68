"""Counts, clock times, lengths and lateness as people read them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.texts.console import EN, VI
from runofshow.tui.formats import (
    added,
    clock,
    column_length,
    count_down,
    count_up,
    difference,
    lateness,
    length,
    overrun,
)
from tests.tui.hall import HALL_TIME


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0:00"),
        (0.2, "0:01"),
        (59, "0:59"),
        (60, "1:00"),
        (419.5, "7:00"),
        (3600, "1:00:00"),
        (-5, "0:00"),
    ],
)
def test_a_count_down_rounds_up_so_that_zero_means_now(seconds: float, shown: str) -> None:
    assert count_down(timedelta(seconds=seconds)) == shown


@pytest.mark.parametrize(("seconds", "shown"), [(0.9, "0:00"), (42.7, "0:42"), (3725, "1:02:05")])
def test_a_count_up_rounds_down(seconds: float, shown: str) -> None:
    assert count_up(timedelta(seconds=seconds)) == shown


def test_an_overrun_carries_its_plus() -> None:
    assert overrun(timedelta(seconds=42)) == "+0:42"


def test_a_clock_time_is_that_of_the_hall() -> None:
    assert clock(datetime(2020, 3, 27, 1, 42, tzinfo=UTC), HALL_TIME) == "08:42"
    assert clock(None, HALL_TIME) == "--:--"


@pytest.mark.parametrize(
    ("seconds", "shown"), [(420, "7'"), (90, "1'30"), (45, '45"'), (0, "0'"), (5400, "90'"), (-60, "-1'")]
)
def test_lengths_are_written_with_the_minute_mark(seconds: int, shown: str) -> None:
    assert length(timedelta(seconds=seconds)) == shown


def test_added_time_carries_its_sign_and_none_is_silent() -> None:
    assert (added(timedelta(minutes=1)), added(timedelta(minutes=-2)), added(timedelta())) == (
        "+1'",
        "-2'",
        "",
    )


@pytest.mark.parametrize(
    ("seconds", "vi", "en"),
    [
        (180, "chậm 3'", "late 3'"),
        (-120, "sớm 2'", "early 2'"),
        (59, "đúng giờ", "on time"),
        (-59, "đúng giờ", "on time"),
    ],
)
def test_late_early_or_on_time(seconds: int, vi: str, en: str) -> None:
    by = timedelta(seconds=seconds)
    assert (lateness(by, VI), lateness(by, EN)) == (vi, en)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "0"),
        (-60, "0"),
        (17, '17"'),
        (59, '59"'),
        (60, "1"),
        (89, "1"),
        (90, "2"),
        (170, "3"),
        (420, "7"),
        (7199, "2h00"),
    ],
)
def test_a_column_of_minutes_has_the_nearest_one_and_seconds_under_a_minute(seconds: int, shown: str) -> None:
    assert column_length(timedelta(seconds=seconds)) == shown


def test_from_two_hours_on_nobody_has_to_reckon_minutes() -> None:
    late = timedelta(hours=5, minutes=23)
    assert (lateness(late, VI), lateness(-late, EN)) == ("chậm 5h23", "early 5h23")
    assert [difference(timedelta(minutes=m)) for m in (119, 120, -323, 725)] == [
        "+119",
        "+2h00",
        "-5h23",
        "+12h",
    ]
    assert [length(timedelta(minutes=m)) for m in (119, 120, 323, -150)] == ["119'", "2h00", "5h23", "-2h30"]


def test_nobody_is_on_time_who_is_past_the_hard_out() -> None:
    assert lateness(timedelta(), VI) == "đúng giờ"
    assert lateness(timedelta(), VI, past_hard_out=True) == "theo kế hoạch"
    assert lateness(timedelta(minutes=3), VI, past_hard_out=True) == "chậm 3'"


def test_a_difference_of_less_than_a_minute_leaves_its_column_empty() -> None:
    assert [difference(timedelta(seconds=s)) for s in (185, -61, 59)] == ["+3", "-1", ""]
    assert difference(None) == ""


@given(st.timedeltas())
def test_no_length_of_time_is_too_odd_to_be_written(of: timedelta) -> None:
    assert len(count_down(of)) <= len("99:59:59")
    assert ":" in count_up(of)
    assert difference(of) == "" or difference(of)[0] in "+-"
