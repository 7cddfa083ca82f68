"""Where in a track a place of its file is, also where mpv's reckoning comes out before a loop's start."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.players.loading import Loaded
from runofshow.players.on_deck import OnDeck

FOUR_TO_SIX = Loaded(entry=1, start=4, stop=6, begins=4, is_guess=False)
ONCE = OnDeck(FOUR_TO_SIX, volume=100, loop=False, file=Path("a.wav"))
LOOP = OnDeck(FOUR_TO_SIX, volume=100, loop=True, file=Path("a.wav"))


@pytest.mark.parametrize(("place", "into"), [(3.9, 0), (4, 0), (4.5, 0.5), (6, 2), (6.1, 2)])
def test_a_track_is_somewhere_between_its_points(place: float, into: float) -> None:
    assert ONCE.into(place, 4) == pytest.approx(into)


@pytest.mark.parametrize(("place", "into"), [(4, 0), (4.5, 0.5), (5.9, 1.9), (3.7, 1.7), (1.7, 1.7)])
def test_before_a_loops_start_is_the_end_of_the_turn_before(place: float, into: float) -> None:
    assert LOOP.into(place, 4) == pytest.approx(into)


def test_a_hair_before_a_loops_start_is_its_start() -> None:
    assert LOOP.into(4 - 1e-6, 4) == 0
