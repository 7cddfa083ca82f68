"""The show's clock, and the watch on the machine's clocks, with clocks that move when told."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.clock import Clock, Sources, ahead_of_wall, system_sources
from runofshow.core.commands import ClockFault
from runofshow.core.events import ClockCorrected, ClockJumped, ClockParted, Entry, Event

EIGHT = datetime(2020, 3, 27, 1, 0, tzinfo=UTC)
"""Eight in the morning in the hall."""


@dataclass
class Laptop:
    """A machine whose clocks move when told."""

    wall: datetime = EIGHT
    steady: float = 5000.0
    awake: float = 4000.0
    """It has slept for a thousand seconds since it was switched on."""

    def sources(self) -> Sources:
        return Sources(lambda: self.wall, lambda: self.steady, lambda: self.awake)

    def runs(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.steady += seconds
        self.awake += seconds

    def sleeps(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.steady += seconds

    def is_set(self, by: float) -> None:
        self.wall += timedelta(seconds=by)


@pytest.fixture
def laptop() -> Laptop:
    return Laptop()


def seconds(length: float) -> timedelta:
    return timedelta(seconds=length)


def quarters(laptop: Laptop, clock: Clock, count: int) -> list[tuple[ClockFault, timedelta]]:
    """What is told in so many looks, four a second."""
    told = []
    for _ in range(count):
        laptop.runs(0.25)
        told += clock.watch()
    return told


# The show's time


def test_the_clock_begins_at_the_wall_and_goes_with_it(laptop: Laptop) -> None:
    clock = Clock(laptop.sources())
    assert clock.now() == EIGHT
    laptop.runs(90.5)
    assert clock.now() == EIGHT + seconds(90.5)
    assert clock.now().tzinfo is UTC


@pytest.mark.parametrize("by", [-7200, -3, 3, 7200])
def test_a_wall_clock_that_is_set_moves_no_count(laptop: Laptop, by: float) -> None:
    clock = Clock(laptop.sources())
    laptop.runs(60)
    laptop.is_set(by)
    laptop.runs(60)
    assert clock.now() == EIGHT + seconds(120)


def test_the_show_goes_on_while_the_laptop_sleeps(laptop: Laptop) -> None:
    clock = Clock(laptop.sources())
    laptop.sleeps(600)
    assert clock.now() == EIGHT + seconds(600)


def test_a_rehearsal_at_ten_times_the_speed_runs_ten_minutes_in_one(laptop: Laptop) -> None:
    clock = Clock(laptop.sources(), speed=10)
    laptop.runs(60)
    assert clock.now() == EIGHT + timedelta(minutes=10)


@pytest.mark.parametrize("speed", [0, -1, float("nan")])
def test_a_clock_that_does_not_run_forward_is_refused(laptop: Laptop, speed: float) -> None:
    with pytest.raises(ValueError, match="runs forward"):
        Clock(laptop.sources(), speed=speed)


@given(speed=st.sampled_from([0.5, 1, 60]), by=st.integers(-3600, 3600), after=st.integers(0, 3600))
def test_a_correction_moves_the_clock_once_and_by_that_much(speed: float, by: int, after: int) -> None:
    laptop = Laptop()
    clock = Clock(laptop.sources(), speed=speed)
    laptop.runs(after)
    before = clock.now()
    clock.correct(seconds(by))
    assert clock.now() == before + seconds(by)
    laptop.runs(1)
    assert clock.now() == before + seconds(by + speed)


def test_a_resumed_show_does_not_go_back_behind_its_record(laptop: Laptop) -> None:
    last = EIGHT + timedelta(hours=1)
    clock = Clock(laptop.sources(), not_before=last)
    assert clock.now() == last
    laptop.runs(5)
    assert clock.now() == last + seconds(5)


def test_a_record_that_is_behind_the_wall_holds_nothing_back(laptop: Laptop) -> None:
    assert Clock(laptop.sources(), not_before=EIGHT - seconds(30)).now() == EIGHT


def test_a_show_resumed_after_a_correction_keeps_it(laptop: Laptop) -> None:
    """The hall's clock is 7 minutes before the laptop's: 08:00 there is 08:07 in the show, killed or not."""
    clock = Clock(laptop.sources())
    clock.correct(timedelta(minutes=7))
    recorded = [entry(ClockCorrected(timedelta(minutes=7), EIGHT))]
    laptop.runs(30)
    assert Clock(laptop.sources(), ahead=ahead_of_wall(recorded)).now() == clock.now()


def test_a_show_resumed_after_a_step_goes_on_without_it(laptop: Laptop) -> None:
    clock = Clock(laptop.sources())
    laptop.is_set(-3600)
    recorded = [entry(ClockParted(fault, by, EIGHT)) for fault, by in clock.watch()]
    laptop.runs(30)
    assert Clock(laptop.sources(), ahead=ahead_of_wall(recorded)).now() == clock.now() == EIGHT + seconds(30)


def test_a_rehearsal_picked_up_goes_on_as_if_nobody_had_closed_it(laptop: Laptop) -> None:
    clock = Clock(laptop.sources(), speed=10)
    laptop.runs(60)
    # the network sets the wall, and the caller puts the show forward
    laptop.is_set(-30)
    recorded = [entry(ClockParted(fault, by, EIGHT)) for fault, by in clock.watch()]
    clock.correct(seconds(120))
    recorded.append(entry(ClockCorrected(seconds(120), EIGHT)))
    laptop.runs(60)
    ahead = ahead_of_wall(recorded, 10)
    assert Clock(laptop.sources(), speed=10, since=EIGHT, ahead=ahead).now() == clock.now()
    assert clock.now() == EIGHT + timedelta(minutes=22)


def test_a_rehearsal_whose_clock_jumped_is_picked_up_behind_the_jump(laptop: Laptop) -> None:
    clock = Clock(laptop.sources(), speed=10)
    laptop.runs(6)
    clock.correct(timedelta(minutes=9))
    laptop.runs(6)
    ahead = ahead_of_wall([entry(ClockJumped(timedelta(minutes=9), EIGHT))], 10)
    assert Clock(laptop.sources(), speed=10, since=EIGHT, ahead=ahead).now() == clock.now()
    assert clock.now() == EIGHT + timedelta(minutes=11)


def test_a_corrected_step_leaves_the_show_on_the_wall(laptop: Laptop) -> None:
    recorded = [
        entry(ClockParted(ClockFault.STEPPED, seconds(180), EIGHT)),
        entry(ClockParted(ClockFault.SLEPT, seconds(60), EIGHT)),
        entry(ClockCorrected(seconds(180), EIGHT)),
    ]
    assert ahead_of_wall(recorded) == timedelta()


def entry(event: Event) -> Entry:
    return Entry(1, EIGHT, "clock", "tick", (event,))


# The watch


def test_nothing_is_told_when_nothing_happens(laptop: Laptop) -> None:
    assert quarters(laptop, Clock(laptop.sources()), 4 * 60) == []


def test_a_sleep_of_ten_minutes_is_told_once(laptop: Laptop) -> None:
    clock = Clock(laptop.sources())
    quarters(laptop, clock, 4)
    laptop.sleeps(600)
    assert clock.watch() == [(ClockFault.SLEPT, seconds(600))]
    assert quarters(laptop, clock, 8) == []


@pytest.mark.parametrize("by", [-3600.0, -2.0, 2.0, 3600.0])
def test_a_step_is_told_once_with_its_sign(laptop: Laptop, by: float) -> None:
    clock = Clock(laptop.sources())
    quarters(laptop, clock, 4)
    laptop.is_set(by)
    assert clock.watch() == [(ClockFault.STEPPED, seconds(by))]
    assert quarters(laptop, clock, 8) == []


def test_a_step_between_the_opening_and_the_first_look_is_told(laptop: Laptop) -> None:
    clock = Clock(laptop.sources())
    laptop.is_set(-60)
    assert clock.watch() == [(ClockFault.STEPPED, seconds(-60))]


def test_a_pause_of_three_seconds_awake_is_a_stall_told_once(laptop: Laptop) -> None:
    clock = Clock(laptop.sources())
    quarters(laptop, clock, 4)
    laptop.runs(3)
    assert clock.watch() == [(ClockFault.STALLED, seconds(3))]
    assert quarters(laptop, clock, 8) == []


def test_a_long_opening_is_no_stall(laptop: Laptop) -> None:
    clock = Clock(laptop.sources())
    laptop.runs(30)
    assert clock.watch() == []


def test_a_sleep_in_which_the_clock_was_set_is_both(laptop: Laptop) -> None:
    clock = Clock(laptop.sources())
    quarters(laptop, clock, 4)
    laptop.sleeps(600)
    laptop.is_set(-120)
    assert clock.watch() == [(ClockFault.SLEPT, seconds(600)), (ClockFault.STEPPED, seconds(-120))]


def test_just_under_two_seconds_is_nothing(laptop: Laptop) -> None:
    clock = Clock(laptop.sources())
    quarters(laptop, clock, 1)
    laptop.is_set(1.9)
    laptop.runs(1.9)
    assert clock.watch() == []


def test_a_wall_clock_dragged_along_slowly_is_told_at_two_seconds(laptop: Laptop) -> None:
    """The network sets it 5 ms in each quarter of a second: 2 s after 400 looks, and again after 400 more."""
    clock = Clock(laptop.sources())
    told = []
    for look in range(1, 801):
        laptop.is_set(0.005)
        laptop.runs(0.25)
        told += [(look, *fault) for fault in clock.watch()]
    assert told == [(400, ClockFault.STEPPED, seconds(2)), (800, ClockFault.STEPPED, seconds(2))]


def test_a_slow_drag_goes_on_adding_up_through_a_sleep(laptop: Laptop) -> None:
    clock = Clock(laptop.sources())
    laptop.is_set(1.5)
    laptop.sleeps(60)
    assert clock.watch() == [(ClockFault.SLEPT, seconds(60))]
    laptop.is_set(0.5)
    assert clock.watch() == [(ClockFault.STEPPED, seconds(2))]


@given(st.lists(st.tuples(st.sampled_from(["runs", "sleeps", "is_set"]), st.integers(-40, 40)), max_size=30))
def test_what_is_told_adds_up_to_what_happened(story: list[tuple[str, int]]) -> None:
    laptop = Laptop()
    clock = Clock(laptop.sources())
    happened = dict.fromkeys(ClockFault, 0.0)
    told = dict.fromkeys(ClockFault, 0.0)
    for what, tenths in story:
        length = tenths / 10
        if what == "is_set":
            laptop.is_set(length)
            happened[ClockFault.STEPPED] += length
        elif what == "sleeps":
            laptop.sleeps(abs(length))
            happened[ClockFault.SLEPT] += abs(length)
        else:
            laptop.runs(abs(length))
        for fault, by in clock.watch():
            told[fault] += by.total_seconds()
    for fault in (ClockFault.SLEPT, ClockFault.STEPPED):
        assert abs(happened[fault] - told[fault]) < 2


def test_a_pause_between_two_readings_is_no_step() -> None:
    """The process is stopped for five seconds just after it has read the wall clock."""
    laptop = Laptop()
    clock = Clock(laptop.sources())
    stops = iter([5.0])

    def wall() -> datetime:
        moment = laptop.wall
        laptop.runs(next(stops, 0))
        return moment

    clock._sources = Sources(wall, lambda: laptop.steady, lambda: laptop.awake)
    assert clock.watch() == []
    assert next(stops, None) is None
    assert quarters(laptop, clock, 4) == []


def test_a_machine_too_busy_to_read_its_clocks_together_is_not_waited_for(laptop: Laptop) -> None:
    def steady() -> float:
        laptop.runs(0.5)
        return laptop.steady

    clock = Clock(Sources(lambda: laptop.wall, steady, lambda: laptop.awake))
    assert clock.now() > EIGHT


# This machine


def test_this_machines_clocks_agree_with_each_other() -> None:
    sources = system_sources()
    clock = Clock(sources)
    assert sources.wall().tzinfo is UTC
    assert abs(clock.now() - sources.wall()) < seconds(1)
    assert clock.watch() == []
    first = clock.now()
    assert clock.now() >= first


def test_the_steady_clock_never_runs_behind_the_one_that_sleeps() -> None:
    sources = system_sources()
    assert sources.awake is time.monotonic
    awake = sources.awake()
    assert sources.steady() >= awake
