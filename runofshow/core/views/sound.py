"""The player, its decks, and what it was told, as they are sent. Nothing in it moves with the clock."""

from __future__ import annotations

from datetime import tzinfo
from enum import StrEnum
from typing import Annotated, assert_never

from msgspec import Meta, Struct

from runofshow.core.agenda import Layer, Track, TrackMark
from runofshow.core.snapshot import DeckNow, Heard, SoundNow
from runofshow.core.sound import (
    Armed,
    ArmOrder,
    Deck,
    FadeOrder,
    Failure,
    PanicOrder,
    PlayOrder,
    SoundCall,
    Sounding,
    SoundOrder,
    StopOrder,
)
from runofshow.core.wire import Length, Moment, here, length, seconds


class DeckState(StrEnum):
    EMPTY = "empty"
    ARMED = "armed"
    SOUNDING = "sounding"


class DeckView(Struct, frozen=True, kw_only=True):
    """One deck. An empty one has none of the rest, an armed one no moments."""

    deck: Deck
    state: DeckState
    track: str | None = None
    title: str | None = None
    mark: TrackMark | None = None
    cue_id: str | None = None
    length_s: Length | None = None
    began_at: Moment | None = None
    position_s: Length | None = None
    ends_at: Moment | None = None
    """One that fades is over when its fade is."""
    fading: bool = False

    def __post_init__(self) -> None:
        has = (self.track is not None, self.began_at is not None)
        if has != (self.state is not DeckState.EMPTY, self.state is DeckState.SOUNDING):
            raise ValueError(f"a deck that is {self.state} and has {has}")


class TrackView(Struct, frozen=True, kw_only=True):
    """A recording, its length and hash as far as anybody has said or found."""

    track_id: str
    title: str
    file: str | None = None
    live: bool = False
    mark: TrackMark
    layer: Layer
    loop: bool = False
    volume: Annotated[int, Meta(ge=0, le=130)]
    start_s: Length
    end_s: Length | None = None
    fade_in_s: Length
    fade_out_s: Length
    length_s: Length | None = None
    loudness: float | None = None
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")] | None = None
    failure: Failure | None = None


class Called(Struct, frozen=True, kw_only=True, tag_field="do"):
    """What the player was told: numbered, and each carried out once."""

    number: int
    at: Moment


class PlayCalled(Called, frozen=True, kw_only=True, tag="play"):
    track: str
    cue_id: str | None = None
    fade_s: Length
    wait_s: Length


class FadeCalled(Called, frozen=True, kw_only=True, tag="fade"):
    track: str | None = None
    over_s: Length
    cue_id: str | None = None


class StopCalled(Called, frozen=True, kw_only=True, tag="stop"):
    track: str | None = None


class PanicCalled(Called, frozen=True, kw_only=True, tag="panic"):
    hard: bool = False


class ArmCalled(Called, frozen=True, kw_only=True, tag="arm"):
    track: str
    cue_id: str | None = None


CallView = PlayCalled | FadeCalled | StopCalled | PanicCalled | ArmCalled


class SoundView(Struct, frozen=True, kw_only=True):
    player: str | None = None
    """Where it is: `console`, `music`; None when a hand plays."""
    anthem: bool = False
    """It sounds: nothing silences it without a question."""
    decks: tuple[DeckView, ...]
    heard: tuple[Heard, ...] = ()
    """What sounds now, from the decks or by hand, and what the ear follows first."""
    coming: tuple[str, ...]
    """The ids of the next cues that play a track."""
    tracks: tuple[TrackView, ...]
    calls: tuple[CallView, ...]

    def track(self, track_id: str | None) -> TrackView | None:
        """The recording of that id; None when there is none."""
        return next((track for track in self.tracks if track.track_id == track_id), None)

    def failure(self, track_id: str | None) -> Failure | None:
        """Why a track cannot be played; None of one that can, and of none."""
        track = self.track(track_id)
        return None if track is None else track.failure


# As it is sent


def sound_view(sound: SoundNow, tz: tzinfo) -> SoundView:
    """The player as it is sent."""
    view = SoundView(
        player=sound.player,
        anthem=sound.anthem,
        decks=tuple(map(_deck, sound.decks)),
        heard=sound.heard,
        coming=tuple(cue.cue_id for cue in sound.coming),
        tracks=tuple(_track(track, sound) for track in sound.tracks),
        calls=tuple(map(_call, sound.calls)),
    )
    return here(view, tz)


def _deck(deck: DeckNow) -> DeckView:
    what, track = deck.what, deck.track
    if what is None:
        return DeckView(deck=deck.deck, state=DeckState.EMPTY)
    sounding = what if isinstance(what, Sounding) else None
    return DeckView(
        deck=deck.deck,
        state=DeckState.ARMED if sounding is None else DeckState.SOUNDING,
        track=what.track_id,
        title=None if track is None else track.title,
        mark=None if track is None else track.mark,
        cue_id=what.cue_id,
        length_s=seconds(what.length),
        began_at=None if sounding is None else sounding.began_at,
        position_s=None if sounding is None else seconds(sounding.position),
        ends_at=None if sounding is None else sounding.ends_at,
        fading=sounding is not None and sounding.fading_until is not None,
    )


def _track(track: Track, sound: SoundNow) -> TrackView:
    found, failure = sound.measured.get(track.track_id), sound.failures.get(track.track_id)
    return TrackView(
        track_id=track.track_id,
        title=track.title,
        file=track.file,
        live=track.live,
        mark=track.mark,
        layer=track.layer,
        loop=track.loop,
        volume=track.volume,
        start_s=seconds(track.start),
        end_s=seconds(track.end),
        fade_in_s=seconds(track.fade_in),
        fade_out_s=seconds(track.fade_out),
        length_s=seconds(found.length if found else track.length),
        loudness=found.loudness if found else None,
        sha256=track.sha256 or (found.sha256 if found else None),
        failure=failure,
    )


def _call(call: SoundCall) -> CallView:
    number, at = call.number, call.at
    match call.order:
        case PlayOrder(track, cue_id, fade, wait):
            fade_s, wait_s = seconds(fade), seconds(wait)
            return PlayCalled(number=number, at=at, track=track, cue_id=cue_id, fade_s=fade_s, wait_s=wait_s)
        case FadeOrder(track_id, over, cue_id):
            return FadeCalled(number=number, at=at, track=track_id, over_s=seconds(over), cue_id=cue_id)
        case StopOrder(track_id):
            return StopCalled(number=number, at=at, track=track_id)
        case PanicOrder(hard):
            return PanicCalled(number=number, at=at, hard=hard)
        case ArmOrder(track, cue_id):
            return ArmCalled(number=number, at=at, track=track, cue_id=cue_id)
    assert_never(call.order)


# As a player away from the console takes it


def track_of(view: TrackView) -> Track:
    """The recording that a player is to play."""
    return Track(
        track_id=view.track_id,
        title=view.title,
        file=view.file,
        mark=view.mark,
        loop=view.loop,
        volume=view.volume,
        start=length(view.start_s),
        end=length(view.end_s),
        fade_in=length(view.fade_in_s),
        fade_out=length(view.fade_out_s),
        length=length(view.length_s),
        layer=view.layer,
        sha256=view.sha256,
        live=view.live,
    )


def what_of(deck: DeckView) -> Armed | Sounding | None:
    """What is on a deck; None on an empty one."""
    if deck.track is None:
        return None
    if deck.began_at is None:
        return Armed(deck.track, deck.cue_id, length(deck.length_s))
    position, until = length(deck.position_s or 0), deck.ends_at if deck.fading else None
    return Sounding(deck.track, deck.cue_id, deck.began_at, length(deck.length_s), position, until)


def call_of(view: CallView) -> SoundCall:
    """What the player was told."""
    return SoundCall(view.number, view.at, _order(view))


def _order(view: CallView) -> SoundOrder:
    match view:
        case PlayCalled():
            fade, wait = length(view.fade_s), length(view.wait_s)
            return PlayOrder(view.track, view.cue_id, fade, wait)
        case FadeCalled():
            return FadeOrder(view.track, length(view.over_s), view.cue_id)
        case StopCalled():
            return StopOrder(view.track)
        case PanicCalled():
            return PanicOrder(view.hard)
        case ArmCalled():
            return ArmOrder(view.track, view.cue_id)
    assert_never(view)
