"""What happened to the sound of a show and to the signals it sent: news for the journal, as in events.py.

A call is what somebody asked of the player; the player's own news are facts. Both are in the record, so a
report can tell what was called from what was heard.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from runofshow.core.sound import Deck, EndedWhy, Fault


class TrackCalled(Struct, frozen=True, tag_field="event", tag="track_called"):
    """A track was called by hand, outside the cues."""

    track_id: str
    at: datetime


class FadeCalled(Struct, frozen=True, tag_field="event", tag="fade_called"):
    """None is everything that sounds."""

    track_id: str | None
    over: timedelta
    at: datetime


class StopCalled(Struct, frozen=True, tag_field="event", tag="stop_called"):
    track_id: str | None
    at: datetime


class PanicCalled(Struct, frozen=True, tag_field="event", tag="panic_called"):
    hard: bool
    at: datetime


class ArmCalled(Struct, frozen=True, tag_field="event", tag="arm_called"):
    track_id: str
    cue_id: str | None
    at: datetime


class PlayerCame(Struct, frozen=True, tag_field="event", tag="player_came"):
    """A player took its place, with empty decks. `where` is `console` or a role's name."""

    where: str
    at: datetime


class PlayerWent(Struct, frozen=True, tag_field="event", tag="player_went"):
    """Its decks are empty. `died`: it will be back; `left`: it was closed or is out of reach."""

    where: str
    why: Literal["died", "left"]
    at: datetime


class TrackMeasured(Struct, frozen=True, tag_field="event", tag="track_measured"):
    track_id: str
    sha256: str
    length: timedelta | None
    loudness: float | None
    at: datetime


class TrackArmed(Struct, frozen=True, tag_field="event", tag="track_armed"):
    deck: Deck
    track_id: str
    cue_id: str | None
    length: timedelta | None
    at: datetime


class DeckCleared(Struct, frozen=True, tag_field="event", tag="deck_cleared"):
    """What was armed there is so no more."""

    deck: Deck
    at: datetime
    track_id: str | None = None
    """None in an old record: whatever was there."""
    cue_id: str | None = None


class TrackFailed(Struct, frozen=True, tag_field="event", tag="track_failed"):
    track_id: str
    cue_id: str | None
    fault: Fault
    detail: str
    at: datetime


class TrackBegan(Struct, frozen=True, tag_field="event", tag="track_began"):
    """The player heard it begin, `position` into the track."""

    deck: Deck
    track_id: str
    cue_id: str | None
    length: timedelta | None
    position: timedelta
    at: datetime


class TrackFading(Struct, frozen=True, tag_field="event", tag="track_fading"):
    deck: Deck
    until: datetime
    at: datetime


class TrackEnded(Struct, frozen=True, tag_field="event", tag="track_ended"):
    deck: Deck
    track_id: str
    cue_id: str | None
    why: EndedWhy
    at: datetime


SoundNews = (
    PlayerCame
    | PlayerWent
    | TrackMeasured
    | TrackArmed
    | DeckCleared
    | TrackFailed
    | TrackBegan
    | TrackFading
    | TrackEnded
)
"""What a player tells."""

SoundEvent = TrackCalled | FadeCalled | StopCalled | PanicCalled | ArmCalled | SoundNews


class SignalSent(Struct, frozen=True, tag_field="event", tag="signal_sent"):
    """The gear took it, as far as can be known. `detail` is its answer."""

    signal_id: str
    detail: str
    took: timedelta
    """What the gear needed: from when the network had it to when the answer began; nothing of ours."""
    at: datetime
    done: bool = False
    """Its answer's words said so; without them it was taken, and nobody knows more."""


class SignalFailed(Struct, frozen=True, tag_field="event", tag="signal_failed"):
    signal_id: str
    detail: str
    tries: int
    at: datetime
