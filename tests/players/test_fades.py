"""The curve of a fade: equal steps for the ear, in order, from where it is to where it goes."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.level import decibels
from runofshow.players.fades import FLOOR, STEP, fading_steps, volume_at

volumes = st.floats(FLOOR, 130)
any_volumes = st.just(0.0) | st.floats(0.01, 130)
lengths = st.floats(0, 60)


def test_the_floor_is_sixty_decibels_down_and_half_way_is_thirty() -> None:
    assert decibels(FLOOR) == pytest.approx(-60)
    assert decibels(volume_at(0.5, 100, FLOOR)) == pytest.approx(-30)
    assert volume_at(0.5, 100, FLOOR) == pytest.approx(31.62, abs=0.01)


def test_full_volume_is_no_decibel_and_none_is_silence() -> None:
    assert decibels(100) == 0
    assert decibels(130) == pytest.approx(6.84, abs=0.01)
    assert decibels(0) == -math.inf


@given(volumes, volumes)
def test_a_fade_begins_where_it_is_and_ends_where_it_goes(begin: float, goal: float) -> None:
    assert volume_at(0, begin, goal) == begin
    assert volume_at(1, begin, goal) == goal
    assert volume_at(-1, begin, goal) == begin
    assert volume_at(2, begin, goal) == goal


@given(volumes, volumes, lengths)
def test_every_step_takes_the_same_number_of_decibels(begin: float, goal: float, over: float) -> None:
    levels = [decibels(volume_at(progress, begin, goal)) for progress in (0.0, *fading_steps(over))]
    steps = [after - before for before, after in pairwise(levels)]
    assert steps == pytest.approx([(decibels(goal) - decibels(begin)) / len(steps)] * len(steps), abs=1e-6)


@given(volumes, volumes, st.floats(0, 1))
def test_a_fade_in_is_the_fade_out_backwards(begin: float, goal: float, progress: float) -> None:
    assert volume_at(progress, begin, goal) == pytest.approx(volume_at(1 - progress, goal, begin))


@given(any_volumes, any_volumes, st.floats(-1, 2))
def test_a_fade_never_leaves_the_way_between_its_ends(begin: float, goal: float, progress: float) -> None:
    low, high = sorted((begin, goal))
    assert low * (1 - 1e-9) <= volume_at(progress, begin, goal) <= high * (1 + 1e-9)


def test_silence_is_left_and_reached_in_one_step() -> None:
    assert [volume_at(progress, 80, 0) for progress in (0.5, 0.99, 1)] == [80, 80, 0]
    assert [volume_at(progress, 0, 80) for progress in (0.5, 0.99, 1)] == [0, 0, 80]


@given(lengths)
def test_steps_are_short_equal_and_end_at_the_end(over: float) -> None:
    steps = list(fading_steps(over))
    assert steps[-1] == 1
    assert all(after > before for before, after in pairwise((0.0, *steps)))
    assert over / len(steps) <= STEP * (1 + 1e-9)
