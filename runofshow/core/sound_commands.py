"""What may be asked of the player, and what it tells. As in commands.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from runofshow.core.sound_events import SoundNews


@dataclass(frozen=True, slots=True)
class PlayTrack:
    """Play a track by hand, outside the cues; on its layer it takes the place of what sounds there."""

    track_id: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class FadeSound:
    """Fade out that track, or everything that sounds."""

    track_id: str | None = None
    over: timedelta = timedelta(seconds=3)
    sure: bool = False


@dataclass(frozen=True, slots=True)
class StopSound:
    """Stop that track, or everything that sounds, at once."""

    track_id: str | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Panic:
    """All sound off, what waits to begin too. Hard takes the player's process with it."""

    hard: bool = False
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Arm:
    """Look for the track's file again, and arm it for the cue."""

    cue_id: str


@dataclass(frozen=True, slots=True)
class ReportSound:
    """The player's news. Its moment is taken from the show's clock, whatever the player's says."""

    news: SoundNews
