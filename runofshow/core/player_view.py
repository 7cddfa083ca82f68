"""What a music player sees of the show: its orders, what to have ready, and the recordings.

The console's own player has it from the snapshot; one away from the console has views/playing.py.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from runofshow.core.agenda import Track
from runofshow.core.snapshot import Snapshot
from runofshow.core.sound import SoundCall


class ToArm(Struct, frozen=True):
    """A cue whose track should wait on a deck."""

    cue_id: str
    track_id: str


class PlayerView(Struct, frozen=True):
    now: datetime
    place: str | None
    """Where the player that has the place is; None when nobody has it."""
    calls: tuple[SoundCall, ...]
    """Oldest first; the numbers grow."""
    coming: tuple[ToArm, ...]
    """The most urgent first."""
    tracks: dict[str, Track]
    """Track id to the recording; `sha256` is of the right one as far as anybody has said."""


def player_view(snapshot: Snapshot) -> PlayerView:
    """The player's part of `snapshot`."""
    sound = snapshot.sound
    coming = tuple(ToArm(cue.cue_id, cue.track) for cue in sound.coming if cue.track is not None)
    return PlayerView(
        now=snapshot.now,
        place=sound.player,
        calls=sound.calls,
        coming=coming,
        tracks={track.track_id: track for track in sound.tracks},
    )
