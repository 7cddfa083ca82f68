"""What the player beside this screen sees of the show, out of the music role's picture."""

from __future__ import annotations

from datetime import datetime

from runofshow.core.agenda import Role
from runofshow.core.player_view import PlayerView, ToArm
from runofshow.screen.picture import HandPicture

HERE = Role.MUSIC.value
"""Where this player is, in the record's word."""


def player_view_of(picture: HandPicture, now: datetime, place: str | None) -> PlayerView | None:
    """The player's part of `picture` at `now`, with who has the place; None where nothing may sound.

    A rehearsal that runs faster than life has no sound.
    """
    sound = picture.sound
    if sound is None or picture.head.speed != 1:
        return None
    tracks = {cue.cue_id: cue.track_id for cue in picture.cues}
    return PlayerView(
        now=now,
        place=place,
        calls=sound.calls,
        coming=tuple(ToArm(cue_id, track) for cue_id in sound.coming if (track := tracks.get(cue_id))),
        tracks={track.track_id: track for track in sound.tracks},
    )
