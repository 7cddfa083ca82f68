"""Levels of light channels on their way: where each is at any moment, whatever was ordered before."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from runofshow.control.gear.light_levels import (
    CHANNELS,
    Levels,
    at_rest,
    at_the_end,
    level_at,
    ordered,
    slots,
)
from runofshow.core.gear_orders import ChannelLevel, ToLights


def to(*levels: ChannelLevel, fade: float = 0.0) -> ToLights:
    return ToLights("san-khau", levels, timedelta(seconds=fade))


def one(channel: int, percent: float, fade: float = 0.0) -> ToLights:
    return to(ChannelLevel(channel, channel, percent), fade=fade)


def test_a_channel_that_was_never_named_is_dark_and_stays_as_it_was_later() -> None:
    levels = ordered(Levels(), to(ChannelLevel(1, 4, 100)), 10.0)
    levels = ordered(levels, one(7, 30), 20.0)
    assert slots(levels, 20.0)[:8] == bytes((255, 255, 255, 255, 0, 0, 77, 0))
    assert len(slots(levels, 20.0)) == CHANNELS


def test_percent_are_a_share_of_255_to_the_nearest() -> None:
    shares = {0: 0, 0.1: 0, 0.2: 1, 1: 3, 10: 26, 50: 128, 99.8: 254, 99.9: 255, 100: 255}
    assert {each: slots(ordered(Levels(), one(1, each), 0.0), 0.0)[0] for each in shares} == shares


def test_a_fade_is_half_way_at_half_its_time_and_rests_at_its_end() -> None:
    levels = ordered(Levels(), one(1, 80, fade=4), 100.0)
    seen = [round(level_at(levels, 1, moment), 3) for moment in (99.0, 100.0, 101.0, 102.0, 104.0, 500.0)]
    assert seen == [0, 0, 0.2, 0.4, 0.8, 0.8]
    assert at_rest(levels, 103.9).fades == levels.fades
    assert at_rest(levels, 104.0).fades == ()
    assert level_at(at_rest(levels, 104.0), 1, 104.0) == 0.8


def test_a_new_order_takes_over_a_running_fade_from_where_it_is() -> None:
    levels = ordered(Levels(), to(ChannelLevel(1, 2, 100), fade=4), 0.0)
    levels = ordered(levels, one(1, 0, fade=2), 2.0)
    # channel 1 turns back from the half, channel 2 goes on as if nothing had been said
    assert [(level_at(levels, 1, at), level_at(levels, 2, at)) for at in (2.0, 3.0, 4.0)] == [
        (0.5, 0.5),
        (0.25, 0.75),
        (0.0, 1.0),
    ]


def test_an_order_without_a_fade_ends_one_at_once() -> None:
    levels = ordered(ordered(Levels(), one(1, 100, fade=10), 0.0), one(1, 20), 5.0)
    assert levels.fades == ()
    assert slots(levels, 5.0)[0] == slots(levels, 60.0)[0] == 51


orders = st.lists(
    st.tuples(
        st.floats(0, 10),  # seconds after the order before
        st.builds(
            lambda first, width, percent, fade: to(
                ChannelLevel(first, min(first + width, CHANNELS), percent), fade=fade
            ),
            st.integers(1, CHANNELS),
            st.integers(0, 40),
            st.floats(0, 100),
            st.floats(0, 20),
        ),
    ),
    max_size=8,
)


@given(orders)
def test_in_the_end_every_channel_is_where_it_was_told_last(
    given_orders: list[tuple[float, ToLights]],
) -> None:
    levels, now, wanted = Levels(), 0.0, [0.0] * CHANNELS
    for after, order in given_orders:
        now += after
        levels = ordered(levels, order, now)
        for level in order.levels:
            for channel in range(level.first, level.last + 1):
                wanted[channel - 1] = level.percent / 100
    assert list(at_the_end(levels).resting) == wanted
    assert at_the_end(levels).fades == ()
    assert slots(levels, now + 100) == slots(at_the_end(levels), now)


@given(orders, st.integers(1, CHANNELS), st.floats(0, 20))
def test_no_order_makes_a_channel_jump_that_fades(
    given_orders: list[tuple[float, ToLights]], channel: int, fade: float
) -> None:
    levels, now = Levels(), 0.0
    for after, order in given_orders:
        now += after
        levels = ordered(levels, order, now)
    before = level_at(levels, channel, now + 1)
    later = ordered(levels, one(channel, 60, fade=fade + 0.1), now + 1)
    assert level_at(later, channel, now + 1) == before
    others = {each for each in range(1, CHANNELS + 1, 37) if each != channel}
    assert all(level_at(later, each, now + 3) == level_at(levels, each, now + 3) for each in others)
