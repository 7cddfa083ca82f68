"""A proven track with what it is to be played with, and where in it a place of the file is."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from runofshow.players.loading import Loaded

SAME_PLACE = 1e-4
"""Seconds that mpv may be off in telling the place where it waits."""


class OnDeck(Struct, frozen=True):
    """What is on a deck."""

    loaded: Loaded
    volume: float
    loop: bool
    file: Path

    @property
    def length(self) -> float:
        return self.loaded.stop - self.loaded.start

    def into(self, place: float, begins: float) -> float:
        """How many seconds after `begins` it is at `place` of the file.

        mpv takes what the device has in store off the place it reads, so that just after a turn of a loop it
        comes out before the loop's start.
        """
        into = place - begins
        if self.loop:
            into %= self.length
            # a hair before the beginning is the beginning, not the end of a turn
            return 0.0 if self.length - into < SAME_PLACE else into
        return min(max(into, 0.0), self.length)
