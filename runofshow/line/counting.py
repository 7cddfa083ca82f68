"""What time makes of a picture between two pushes: the running item's count, and the cue light.

The same rules as the hall's pages have; the server sends nothing while only time passes.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct

from runofshow.core.agenda import Action, Track
from runofshow.core.hearing import heard_on
from runofshow.core.snapshot import OVER, CuePhase, DeckNow, Phase, SoundNow
from runofshow.core.sound import Armed, Deck, Failure, Sounding
from runofshow.core.views.cues import CueView
from runofshow.core.views.items import CurrentView
from runofshow.core.views.roles import HandView
from runofshow.core.views.sound import SoundView, call_of, track_of, what_of
from runofshow.core.wire import length

FRESH = timedelta(seconds=6)
"""How long a GO stays lit."""
NOTHING = timedelta()

Decks = Mapping[Deck, Armed | Sounding]
"""An empty deck is not in it."""


class Run(Struct, frozen=True):
    """How far the running item is."""

    passed: timedelta
    """Without holds."""
    left: timedelta
    """Negative past its end."""


def run_of(current: CurrentView, phase: Phase, now: datetime) -> Run:
    """The item at `now`; while held it stands still."""
    going = max(NOTHING, now - current.started_at - length(current.held_s))
    passed = length(current.elapsed_s) if phase is Phase.HELD else going
    # these three always tell the same length, whenever they were sent
    whole = length(current.elapsed_s + current.remaining_s - current.overrun_s)
    return Run(passed, whole - passed)


class Light(StrEnum):
    """What the cue light of a hand shows."""

    IDLE = "idle"
    SOON = "soon"
    STANDBY = "standby"
    DUE = "due"
    READY = "ready"
    GO = "go"


class Lamp(Struct, frozen=True):
    light: Light
    cue: CueView | None
    """Which cue it speaks of; None when it is idle."""
    asked: CueView | None
    """Which cue waits for this hand's answer."""


def is_asked(cue: CueView) -> bool:
    """The hand was told, and has not answered. What the machine plays is no hand's to answer for."""
    return not cue.by_machine and cue.phase in (CuePhase.STANDBY, CuePhase.DUE) and cue.acked_at is None


def lamp_of(cues: tuple[CueView, ...], now: datetime) -> Lamp:
    """The cue light at `now`. A GO stays lit a few seconds, fewer when another cue waits for its answer."""
    asked = next((cue for cue in cues if is_asked(cue)), None)
    lit_for = FRESH if asked is None else FRESH / 2
    gone = [
        (cue.gone_at, cue)
        for cue in cues
        if cue.phase is CuePhase.GONE and cue.gone_at is not None and now - cue.gone_at < lit_for
    ]
    if gone:
        return Lamp(Light.GO, max(gone, key=lambda one: one[0])[1], asked)
    if asked is not None:
        return Lamp(Light.DUE if asked.phase is CuePhase.DUE else Light.STANDBY, asked, asked)
    ready = next((cue for cue in cues if cue.phase in (CuePhase.READY, CuePhase.DUE, CuePhase.STANDBY)), None)
    if ready is not None:
        return Lamp(Light.READY, ready, None)
    later = next((cue for cue in cues if cue.phase is CuePhase.LATER), None)
    return Lamp(Light.IDLE if later is None else Light.SOON, later, None)


def next_cue(picture: HandView) -> CueView | None:
    """The music cue that GO calls: the first that has not gone and is the player's to carry out."""
    sounds = (Action.PLAY, Action.FADE, Action.STOP)
    return next((cue for cue in picture.cues if cue.phase not in OVER and cue.do in sounds), None)


def sound_now(sound: SoundView, now: datetime, decks: Decks | None = None) -> SoundNow:
    """The player's decks at `now`, as the console draws them; its cues stay with the role's own.

    `decks` are those of a player in this machine, which knows better than the picture what it plays.
    """
    tracks = {track.track_id: track_of(track) for track in sound.tracks}
    if decks is None:
        decks = {deck.deck: what for deck in sound.decks if (what := what_of(deck)) is not None}
    shown = tuple(_deck_now(deck, decks.get(deck), tracks, now) for deck in Deck)
    return SoundNow(
        player=sound.player,
        decks=shown,
        heard=heard_on(shown),
        coming=(),
        tracks=tuple(tracks.values()),
        measured={},
        failures={
            track.track_id: Failure(track.failure.fault, track.failure.detail, track.failure.at)
            for track in sound.tracks
            if track.failure is not None
        },
        calls=tuple(map(call_of, sound.calls)),
        anthem=sound.anthem,
    )


def _deck_now(
    deck: Deck, what: Armed | Sounding | None, tracks: Mapping[str, Track], now: datetime
) -> DeckNow:
    track = None if what is None else tracks.get(what.track_id)
    if not isinstance(what, Sounding):
        return DeckNow(deck, what, track, NOTHING, None if what is None else what.length)
    remaining = None if what.ends_at is None else max(what.ends_at - now, NOTHING)
    return DeckNow(deck, what, track, max(now - what.began_at, NOTHING) + what.position, remaining)
