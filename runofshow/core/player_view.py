"""What a music player sees of the show: its orders, what to have ready, and the recordings.

The console's own player has it from the snapshot, one away from the console from the music role's view.
"""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from runofshow.core.agenda import Role, Track
from runofshow.core.snapshot import Snapshot
from runofshow.core.sound import SoundCall
from runofshow.core.views.roles import HandView
from runofshow.core.views.sound import call_of, track_of

MUSIC = Role.MUSIC.value
"""Where a player away from the console is, in the record's word."""


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
    coming = tuple(ToArm(cue.cue_id, cue.track_id) for cue in sound.coming if cue.track_id is not None)
    return PlayerView(
        now=snapshot.now,
        place=sound.player,
        calls=sound.calls,
        coming=coming,
        tracks={track.track_id: track for track in sound.tracks},
    )


def player_view_away(picture: HandView, now: datetime, place: str | None) -> PlayerView | None:
    """The player's part of `picture` at `now`, with who has the place; None where nothing may sound.

    A rehearsal that runs faster than life has no sound.
    """
    sound = picture.sound
    if sound is None or picture.speed != 1:
        return None
    tracks = {cue.cue_id: cue.track for cue in picture.cues}
    return PlayerView(
        now=now,
        place=place,
        calls=tuple(map(call_of, sound.calls)),
        coming=tuple(ToArm(cue_id, track) for cue_id in sound.coming if (track := tracks.get(cue_id))),
        tracks={track.track_id: track_of(track) for track in sound.tracks},
    )
