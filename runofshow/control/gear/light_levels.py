"""The levels of one universe of light channels, and how they move to new ones.

A channel is a number from 1 to 512, a level a share from 0 (dark) to 1 (full). An order names some channels;
each goes in a straight line from where it is at that moment to its new level, also out of a fade that still
runs. The others stay as they are, or go on with the fade they are in. Moments are seconds on one clock.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from runofshow.core.gear_orders import ToLights

CHANNELS = 512
"""Of a DMX universe."""
FULL = 255


class Fade(Struct, frozen=True):
    """Channels on their way."""

    began: float
    ends: float
    ways: tuple[tuple[int, float, float], ...]
    """The channel, its level when the fade began, and that when it ends."""


class Levels(Struct, frozen=True):
    """Every level, at every moment from now on."""

    resting: tuple[float, ...] = (0.0,) * CHANNELS
    """By channel less one; of one that is on its way, where it came from."""
    fades: tuple[Fade, ...] = ()
    """No channel is in two of them."""


def ordered(levels: Levels, order: ToLights, now: float) -> Levels:
    """The levels once the order is given."""
    ends = now + order.fade_for.total_seconds()
    goals = {
        channel: level.percent / 100
        for level in order.levels
        for channel in range(level.first, level.last + 1)
    }
    fresh = Fade(
        now, ends, tuple((channel, level_at(levels, channel, now), goals[channel]) for channel in goals)
    )
    others = tuple(
        replace(fade, ways=tuple(way for way in fade.ways if way[0] not in goals)) for fade in levels.fades
    )
    return at_rest(Levels(levels.resting, (*(fade for fade in others if fade.ways), fresh)), now)


def at_rest(levels: Levels, now: float) -> Levels:
    """The same levels, with the fades that have come to their end as what they led to."""
    ended = [fade for fade in levels.fades if fade.ends <= now]
    if not ended:
        return levels
    resting = list(levels.resting)
    for fade in ended:
        for channel, _, goal in fade.ways:
            resting[channel - 1] = goal
    return Levels(tuple(resting), tuple(fade for fade in levels.fades if fade.ends > now))


def at_the_end(levels: Levels) -> Levels:
    """Where every fade leads."""
    return at_rest(levels, max((fade.ends for fade in levels.fades), default=0.0))


def level_at(levels: Levels, channel: int, now: float) -> float:
    """Where one channel is."""
    for fade in levels.fades:
        for moving, start, goal in fade.ways:
            if moving == channel:
                return _between(fade, start, goal, now)
    return levels.resting[channel - 1]


def slots(levels: Levels, now: float) -> bytes:
    """All of them as DMX has them: a byte for each channel, 0 to 255."""
    found = list(levels.resting)
    for fade in levels.fades:
        for channel, start, goal in fade.ways:
            found[channel - 1] = _between(fade, start, goal, now)
    return bytes(int(level * FULL + 0.5) for level in found)


def _between(fade: Fade, start: float, goal: float, now: float) -> float:
    if now >= fade.ends:
        return goal
    return start + (goal - start) * max(now - fade.began, 0.0) / (fade.ends - fade.began)
