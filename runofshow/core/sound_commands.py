"""What may be asked of the player, and what it tells. As in commands.py."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from runofshow.core.sound_events import SoundNews


class PlayTrack(Struct, frozen=True):
    """Play a track by hand, outside the cues; on its layer it takes the place of what sounds there."""

    track_id: str
    sure: bool = False


class FadeSound(Struct, frozen=True):
    """Fade out that track, or everything that sounds."""

    track_id: str | None = None
    over: timedelta = timedelta(seconds=3)
    sure: bool = False


class StopSound(Struct, frozen=True):
    """Stop that track, or everything that sounds, at once."""

    track_id: str | None = None
    sure: bool = False


class Panic(Struct, frozen=True):
    """All sound off, what waits to begin too. Hard takes the player's process with it."""

    hard: bool = False
    sure: bool = False


class Arm(Struct, frozen=True):
    """Look for the track's file again, and arm it for the cue."""

    cue_id: str


class ReportSound(Struct, frozen=True):
    """The player's news. Its moment is taken from the show's clock, whatever the player's says."""

    news: SoundNews
