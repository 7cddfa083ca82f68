"""How loud a recording is heard, and which of those that follow each other are far apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.level import FAR_LOUDER, Heard, Step, decibels, lowered, steep_steps
from runofshow.core.value import replace

recordings = st.builds(Heard, st.sampled_from("abcde"), st.floats(-45, -5), st.integers(30, 130))
beds = st.lists(recordings, max_size=8, unique_by=lambda heard: heard.track_id)
"""Different tracks, as loud as real recordings are."""


def test_a_volume_of_68_takes_ten_decibels_away() -> None:
    assert decibels(68) == pytest.approx(-10, abs=0.1)
    assert lowered(100, 10) == 68
    assert lowered(130, 10) == 89
    assert lowered(100, 0) == 100
    assert lowered(2, 60) == 1


def test_award_music_ten_decibels_over_the_walk_up_is_told_with_the_volume_that_evens_it() -> None:
    walk_up, award = Heard("walk_up", -24, 100), Heard("award", -12, 100)
    (step,) = steep_steps([walk_up, award])
    assert step == Step(award, walk_up)
    assert step.by == pytest.approx(12)
    assert step.volume == 63
    assert steep_steps([award, walk_up]) == (step,)


def test_the_volume_counts_as_the_hall_hears_it() -> None:
    quiet, loud = Heard("quiet", -24, 100), Heard("loud", -12, 63)
    assert steep_steps([quiet, loud]) == ()
    assert [step.louder.track_id for step in steep_steps([replace(quiet, volume=68), loud])] == ["loud"]


def test_exactly_ten_is_far_and_just_under_is_not() -> None:
    assert steep_steps([Heard("a", -20, 100), Heard("b", -20 + FAR_LOUDER, 100)]) != ()
    assert steep_steps([Heard("a", -20, 100), Heard("b", -10.1, 100)]) == ()


def test_only_neighbours_are_held_against_each_other_and_the_greatest_step_is_told() -> None:
    a, b, c = Heard("a", -30, 100), Heard("b", -10, 100), Heard("c", -22, 100)
    assert steep_steps([a, b, c]) == (Step(b, a),)
    assert steep_steps([c, b, a]) == (Step(b, a),)
    assert steep_steps([a, Heard("between", -21, 100), b]) == (Step(b, Heard("between", -21, 100)),)
    assert steep_steps([b]) == steep_steps([]) == ()
    assert steep_steps([b, b]) == ()


@given(beds)
def test_what_is_told_is_far_louder_and_its_volume_evens_it(order: list[Heard]) -> None:
    for step in steep_steps(order):
        assert step.by >= FAR_LOUDER
        assert step.volume < step.louder.volume
        evened = replace(step.louder, volume=step.volume)
        # a whole percent of so low a volume is not fine
        assert abs(evened.level - step.softer.level) < 3


@given(beds)
def test_doing_as_told_until_nothing_is_told_comes_to_an_end(order: list[Heard]) -> None:
    softest = min((bed.level for bed in order), default=0)
    for _ in range(50):
        steps = {step.louder.track_id: step for step in steep_steps(order)}
        if not steps:
            break
        order = [
            replace(bed, volume=steps[bed.track_id].volume) if bed.track_id in steps else bed for bed in order
        ]
    assert steep_steps(order) == ()
    assert all(bed.level > softest - 6 for bed in order)
