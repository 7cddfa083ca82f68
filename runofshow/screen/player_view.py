"""What the player beside this screen sees of the show, out of the music role's picture."""

from __future__ import annotations

from datetime import datetime

from runofshow.core.agenda import Role
from runofshow.core.player_view import PlayerView, ToArm
from runofshow.screen.picture import HandPicture, ShownSound

HERE = Role.MUSIC.value
"""Where this player is, in the record's word."""
ELSEWHERE = "elsewhere"
"""The place is a music operator's, and of another machine than this."""


def player_view_of(picture: HandPicture, now: datetime, is_ours: bool) -> PlayerView | None:
    """The player's part of `picture` at `now`; None where nothing may sound.

    `is_ours`: what tells as the music operator's player is this one. The console's own player yields to it
    while nothing sounds, so the place is then as good as free. A rehearsal that runs faster than life has no
    sound.
    """
    sound = picture.sound
    if sound is None or picture.head.speed != 1:
        return None
    tracks = {cue.cue_id: cue.track_id for cue in picture.cues}
    return PlayerView(
        now=now,
        place=_place(sound, is_ours),
        calls=sound.calls,
        coming=tuple(ToArm(cue_id, track) for cue_id in sound.coming if (track := tracks.get(cue_id))),
        tracks={track.track_id: track for track in sound.tracks},
    )


def _place(sound: ShownSound, is_ours: bool) -> str | None:
    if sound.player == HERE:
        return HERE if is_ours else ELSEWHERE
    return sound.player if sound.sounding() else None
