"""What time makes of a picture between two pushes: the player's decks, and what GO calls of the music."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from runofshow.core.heard import decks_at
from runofshow.core.hearing import OF_SOUND, heard_on
from runofshow.core.snapshot import OVER, CueRow, SoundNow
from runofshow.core.sound import Armed, Deck, Sounding
from runofshow.core.views.roles import CuedView
from runofshow.core.views.sound import SoundView, call_of, track_of, what_of

Decks = Mapping[Deck, Armed | Sounding]
"""An empty deck is not in it."""


def next_cue(picture: CuedView) -> CueRow | None:
    """The music cue that GO calls: the first that has not gone and is the player's to carry out."""
    return next((cue for cue in picture.cues if cue.phase not in OVER and cue.do in OF_SOUND), None)


def sound_now(sound: SoundView, now: datetime, decks: Decks | None = None) -> SoundNow:
    """The player's decks at `now`, as the console draws them; its cues stay with the role's own.

    `decks` are those of a player in this machine, which knows better than the picture what it plays.
    """
    tracks = {track.track_id: track_of(track) for track in sound.tracks}
    is_told = decks is None
    if decks is None:
        decks = {deck.deck: what for deck in sound.decks if (what := what_of(deck)) is not None}
    shown = decks_at(now, decks, tracks)
    return SoundNow(
        player=sound.player,
        decks=shown,
        heard=sound.heard if is_told else heard_on(shown),
        coming=(),
        tracks=tuple(tracks.values()),
        measured={},
        failures={track.track_id: track.failure for track in sound.tracks if track.failure is not None},
        calls=tuple(map(call_of, sound.calls)),
        anthem=sound.anthem,
    )
