"""How the sound of a show follows from its events, and what an order would do to it.

A cue that goes becomes a call to the player; so does what is asked by hand. The decks follow the player's
news alone: a call does not make a sound, a player does.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import assert_never

from runofshow.core import sound_events as s
from runofshow.core.agenda import Action, Cue, Layer, Role, Track
from runofshow.core.sound import (
    CALLS_KEPT,
    Armed,
    ArmOrder,
    Deck,
    FadeOrder,
    Failure,
    Measured,
    PanicOrder,
    PlayOrder,
    Sound,
    SoundCall,
    Sounding,
    SoundOrder,
    StopOrder,
    is_anthem,
)
from runofshow.core.value import replace

Tracks = dict[str, Track]

HAND_FADE = timedelta(seconds=2)
"""How long the bed fades that a track called by hand takes the place of."""

RECALL_FADE = timedelta(seconds=1)
"""A track whose cue is taken back goes quickly, and without a crack."""


def sounded(sound: Sound, event: s.SoundEvent) -> Sound:
    """`sound` after one event of its own."""
    match event:
        case s.TrackCalled(track_id, at):
            return called(sound, at, PlayOrder(track_id, None, HAND_FADE, timedelta()))
        case s.FadeCalled(track_id, over, at):
            return called(sound, at, FadeOrder(track_id, over))
        case s.StopCalled(track_id, at):
            return called(sound, at, StopOrder(track_id))
        case s.PanicCalled(hard, at):
            return called(sound, at, PanicOrder(hard))
        case s.ArmCalled(track_id, cue_id, at):
            return called(sound, at, ArmOrder(track_id, cue_id))
        case s.PlayerCame(where):
            return replace(sound, player=where, decks={})
        case s.PlayerWent():
            return replace(sound, player=None, decks={})
        case s.TrackMeasured(track_id, sha256, length, loudness):
            found = Measured(sha256, length, loudness)
            return replace(sound, measured={**sound.measured, track_id: found})
        case s.TrackArmed(deck, track_id, cue_id, length):
            return _proved(sound, deck, Armed(track_id, cue_id, length))
        case s.DeckCleared() | s.TrackEnded():
            return _emptied(sound, event)
        case s.TrackFailed(track_id, _, fault, detail, at):
            return replace(sound, failures={**sound.failures, track_id: Failure(fault, detail, at)})
        case s.TrackBegan(deck, track_id, cue_id, length, position, at):
            return _proved(sound, deck, Sounding(track_id, cue_id, at, length, position))
        case s.TrackFading(deck, until):
            fading = sound.decks.get(deck)
            if not isinstance(fading, Sounding):
                return sound
            return _with(sound, deck, replace(fading, fading_until=until))
    assert_never(event)


def called(sound: Sound, at: datetime, order: SoundOrder) -> Sound:
    """`sound` with one more call to the player."""
    number = sound.calls[-1].number + 1 if sound.calls else 1
    return replace(sound, calls=(*sound.calls[1 - CALLS_KEPT :], SoundCall(number, at, order)))


def cue_called(sound: Sound, cue: Cue, at: datetime) -> Sound:
    """`sound` after a cue has gone: itself unless it is one of music that a player can carry out."""
    order = order_of(cue)
    return sound if order is None else called(sound, at, order)


def cue_recalled(sound: Sound, cue: Cue, at: datetime, tracks: Tracks) -> Sound:
    """`sound` after a cue that had gone was taken back: its track fades, but the anthem sounds on."""
    order = order_of(cue)
    if not isinstance(order, PlayOrder) or is_anthem(tracks.get(order.track_id)):
        return sound
    return called(sound, at, FadeOrder(order.track_id, RECALL_FADE, cue.cue_id))


def order_of(cue: Cue) -> SoundOrder | None:
    """What the player does when the cue goes; None for what is not the player's."""
    if cue.to is not Role.MUSIC:
        return None
    match cue.do:
        case Action.PLAY:
            if cue.track_id is None:
                return None
            return PlayOrder(cue.track_id, cue.cue_id, cue.fade, cue.pre_wait)
        case Action.FADE:
            return FadeOrder(cue.track_id, cue.fade)
        case Action.STOP:
            return StopOrder(cue.track_id)
        case _:
            return None


def silences_anthem(sound: Sound, order: SoundOrder | None, tracks: Tracks) -> bool:
    """Whether carrying out `order` would cut the anthem short."""
    heard = [deck for deck in sound.sounding() if is_anthem(tracks.get(deck.track_id))]
    if not heard:
        return False
    match order:
        case PlayOrder(track_id):
            track = tracks.get(track_id)
            is_sting = track is not None and track.layer is Layer.STING
            return not is_sting or any(tracks[deck.track_id].layer is Layer.STING for deck in heard)
        case FadeOrder(track_id, _, str(cue_id)):
            return any((deck.track_id, deck.cue_id) == (track_id, cue_id) for deck in heard)
        case FadeOrder(track_id) | StopOrder(track_id):
            return track_id is None or any(deck.track_id == track_id for deck in heard)
        case PanicOrder():
            return True
        case ArmOrder() | None:
            return False
    assert_never(order)


def on_moved_clock(sound: Sound, by: timedelta) -> Sound:
    """The same on a clock that was put right by so much."""
    decks = {
        deck: replace(
            what,
            began_at=what.began_at + by,
            fading_until=what.fading_until and what.fading_until + by,
        )
        if isinstance(what, Sounding)
        else what
        for deck, what in sound.decks.items()
    }
    return replace(
        sound,
        decks=decks,
        calls=tuple(replace(call, at=call.at + by) for call in sound.calls),
        failures={track: replace(why, at=why.at + by) for track, why in sound.failures.items()},
    )


def _proved(sound: Sound, deck: Deck, what: Armed | Sounding) -> Sound:
    """The track is on the deck, so whatever was wrong with it is so no more."""
    failures = {track_id: why for track_id, why in sound.failures.items() if track_id != what.track_id}
    return replace(_with(sound, deck, what), failures=failures)


def _emptied(sound: Sound, event: s.DeckCleared | s.TrackEnded) -> Sound:
    """Without what was armed there or has ended; late news of it leave alone what has taken its place."""
    what = sound.decks.get(event.deck)
    kind = Sounding if isinstance(event, s.TrackEnded) else Armed
    is_it = isinstance(what, kind) and (what.track_id, what.cue_id) == (event.track_id, event.cue_id)
    if not is_it and event.track_id is not None:
        return sound
    return replace(sound, decks={at: held for at, held in sound.decks.items() if at is not event.deck})


def _with(sound: Sound, deck: Deck, what: Armed | Sounding) -> Sound:
    return replace(sound, decks={**sound.decks, deck: what})
