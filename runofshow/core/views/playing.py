"""What a player away from the console sees of the show: its part of the music role's view."""

from __future__ import annotations

from datetime import datetime

from runofshow.core.agenda import Role
from runofshow.core.player_view import PlayerView, ToArm
from runofshow.core.views.roles import HandView
from runofshow.core.views.sound import call_of, track_of

MUSIC = Role.MUSIC.value
"""Where such a player is, in the record's word."""


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
