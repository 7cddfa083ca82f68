"""Codes and frames: the arithmetic by which timecode counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.timecode import (
    Rate,
    Timecode,
    code_of,
    frames_between,
    is_named,
    lasting,
    moved,
    nearest_step,
    number_of,
    read_timecode,
)

RATES = st.sampled_from(Rate)


def code(text: str) -> Timecode:
    read = read_timecode(text)
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("first", "by", "rate", "last"),
    [
        ("00:00:59:24", 1, Rate.EUROPE, "00:01:00:00"),
        ("00:00:59:29", 1, Rate.DROPPED, "00:01:00:02"),
        ("00:09:59:29", 1, Rate.DROPPED, "00:10:00:00"),
        ("00:01:00:02", -1, Rate.DROPPED, "00:00:59:29"),
        ("23:59:59:23", 1, Rate.FILM, "00:00:00:00"),
        ("00:00:00:00", -1, Rate.THIRTY, "23:59:59:29"),
        ("00:59:59:29", 1, Rate.SLOWED, "01:00:00:00"),
    ],
)
def test_frames_are_named_as_the_standard_names_them(first: str, by: int, rate: Rate, last: str) -> None:
    assert moved(code(first), by, rate) == code(last)


@pytest.mark.parametrize(
    ("rate", "frames"),
    [(Rate.EUROPE, 90_000), (Rate.DROPPED, 107_892), (Rate.SLOWED, 108_000), (Rate.FILM, 86_400)],
)
def test_an_hour_has_so_many_frames(rate: Rate, frames: int) -> None:
    assert number_of(code("01:00:00:00"), rate) == frames


def test_an_hour_of_drop_frame_is_an_hour_by_the_clock_and_without_dropping_it_is_not() -> None:
    assert abs(lasting(107_892, Rate.DROPPED) - timedelta(hours=1)) < timedelta(milliseconds=4)
    assert lasting(108_000, Rate.SLOWED) == timedelta(hours=1, seconds=3.6)
    assert lasting(90_000, Rate.EUROPE) == timedelta(hours=1)


@given(RATES, st.integers(-3_000_000, 6_000_000))
def test_every_frame_of_a_day_has_one_name_that_leads_back_to_it(rate: Rate, number: int) -> None:
    name = code_of(number, rate)
    assert is_named(name, rate)
    assert number_of(name, rate) == number % rate.day
    assert read_timecode(name.text(rate)) == name


@given(RATES, st.integers(0, 2_591_999), st.integers(0, 2_591_999))
def test_the_later_of_two_codes_has_the_greater_number(rate: Rate, one: int, other: int) -> None:
    one, other = one % rate.day, other % rate.day
    assert (code_of(one, rate) < code_of(other, rate)) == (one < other)


def test_a_name_that_is_left_out_is_that_of_the_next_frame() -> None:
    assert not is_named(code("00:01:00:00"), Rate.DROPPED)
    assert number_of(code("00:01:00:00"), Rate.DROPPED) == number_of(code("00:01:00:02"), Rate.DROPPED)
    assert number_of(code("00:01:00:01"), Rate.DROPPED) == number_of(code("00:01:00:02"), Rate.DROPPED)
    assert is_named(code("00:10:00:00"), Rate.DROPPED)
    assert not is_named(code("00:00:00:25"), Rate.EUROPE)
    assert number_of(code("00:00:00:29"), Rate.EUROPE) == 24


def test_midnight_is_a_step_and_no_jump() -> None:
    before, after = code("23:59:59:24"), code("00:00:00:01")
    assert nearest_step(before, after, Rate.EUROPE) == 2
    assert nearest_step(after, before, Rate.EUROPE) == -2
    assert frames_between(after, before, Rate.EUROPE) == Rate.EUROPE.day - 2


@pytest.mark.parametrize(
    "text", ["", "1:00:00:00", "24:00:00:00", "00:60:00:00", "00:00:60:00", "00:00:00:30", "01:00:00"]
)
def test_what_names_no_frame_is_no_code(text: str) -> None:
    assert read_timecode(text) is None


def test_drop_frame_is_written_with_a_semicolon() -> None:
    assert code("01:02:03;04").text(Rate.DROPPED) == "01:02:03;04"
    assert code("01:02:03;04").text() == "01:02:03:04"
