"""What may be asked of the player, and what it tells. As in commands.py."""

from __future__ import annotations

from datetime import timedelta

from runofshow.core.ask import OPERATOR, Ask, Id
from runofshow.core.sound_events import SoundNews


class PlayTrack(Ask, frozen=True, tag="play"):
    """Play a track by hand, outside the cues; on its layer it takes the place of what sounds there."""

    asked_by = OPERATOR

    track_id: Id
    sure: bool = False


class FadeSound(Ask, frozen=True, tag="fade"):
    """Fade out that track, or everything that sounds."""

    asked_by = OPERATOR

    over: timedelta = timedelta(seconds=3)
    track_id: Id | None = None
    sure: bool = False


class StopSound(Ask, frozen=True, tag="stop"):
    """Stop that track, or everything that sounds, at once."""

    asked_by = OPERATOR

    track_id: Id | None = None
    sure: bool = False


class Panic(Ask, frozen=True, tag="panic"):
    """All sound off, what waits to begin too. Hard takes the player's process with it."""

    asked_by = OPERATOR

    hard: bool = False
    sure: bool = False


class Arm(Ask, frozen=True, tag="arm"):
    """Look for the track's file again, and arm it for the cue."""

    asked_by = OPERATOR

    cue_id: Id


class ReportSound(Ask, frozen=True, tag="sound"):
    """The player's news. Its moment is taken from the show's clock, whatever the player's says."""

    asked_by = OPERATOR
    told_by = "player"

    news: SoundNews
