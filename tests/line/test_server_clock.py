"""The server's clock between its beats."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from runofshow.line.server_clock import KEPT, first_heard

EIGHT = datetime(2020, 3, 27, 8, tzinfo=timezone(timedelta(hours=7)))


def after(seconds: float) -> datetime:
    return EIGHT + timedelta(seconds=seconds)


def test_it_runs_on_between_two_beats_in_the_halls_own_hours() -> None:
    clock = first_heard(EIGHT, 1000.0)
    assert clock.at(1002.5) == after(2.5)
    assert clock.at(1002.5).utcoffset() == timedelta(hours=7)


def test_a_beat_that_was_slow_on_its_way_does_not_put_it_back() -> None:
    clock = first_heard(EIGHT, 1000.0).heard(after(1), 1001.8)
    assert clock.at(1002.0) == after(2)


def test_the_quickest_of_the_last_beats_is_believed() -> None:
    clock = first_heard(EIGHT, 1000.9).heard(after(1), 1001.05).heard(after(2), 1002.4)
    assert abs(clock.at(1002.4) - after(2.35)) < timedelta(milliseconds=1)


def test_a_clock_that_was_set_is_believed_at_once() -> None:
    clock = first_heard(EIGHT, 1000.0).heard(after(-600), 1001.0)
    assert clock.at(1001.0) == after(-600)


def test_a_rehearsal_runs_ten_times_as_fast() -> None:
    clock = first_heard(EIGHT, 1000.0, speed=10).heard(after(10), 1001.0, speed=10)
    assert clock.at(1001.5) == after(15)


@given(st.lists(st.floats(0, 1.2), min_size=1, max_size=30))
def test_it_is_wrong_by_no_more_than_the_quickest_of_the_last_ways(delays: list[float]) -> None:
    clock = first_heard(EIGHT, delays[0])
    for at, delay in enumerate(delays[1:], start=1):
        clock = clock.heard(after(at), at + delay)
    last = len(delays) - 1 + delays[-1]
    behind = (after(last) - clock.at(last)).total_seconds()
    assert abs(behind - min(delays[-KEPT:])) < 1e-3


def test_moments_in_utc_are_the_same_moments() -> None:
    assert first_heard(EIGHT, 0).at(5) == after(5).astimezone(UTC)
