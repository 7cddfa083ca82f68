"""What happened to the sound of a show and to the signals it sent: news for the journal, as in events.py.

A call is what somebody asked of the player; the player's own news are facts. Both are in the record, so a
report can tell what was called from what was heard.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from runofshow.core.sound import Deck, EndedWhy, Fault


@dataclass(frozen=True, slots=True)
class TrackCalled:
    """A track was called by hand, outside the cues."""

    track_id: str
    at: datetime
    event: Literal["track_called"] = "track_called"


@dataclass(frozen=True, slots=True)
class FadeCalled:
    """None is everything that sounds."""

    track_id: str | None
    over: timedelta
    at: datetime
    event: Literal["fade_called"] = "fade_called"


@dataclass(frozen=True, slots=True)
class StopCalled:
    track_id: str | None
    at: datetime
    event: Literal["stop_called"] = "stop_called"


@dataclass(frozen=True, slots=True)
class PanicCalled:
    hard: bool
    at: datetime
    event: Literal["panic_called"] = "panic_called"


@dataclass(frozen=True, slots=True)
class ArmCalled:
    track_id: str
    cue_id: str | None
    at: datetime
    event: Literal["arm_called"] = "arm_called"


@dataclass(frozen=True, slots=True)
class PlayerCame:
    """A player took its place, with empty decks. `where` is `console` or a role's name."""

    where: str
    at: datetime
    event: Literal["player_came"] = "player_came"


@dataclass(frozen=True, slots=True)
class PlayerWent:
    """Its decks are empty. `died`: it will be back; `left`: it was closed or is out of reach."""

    where: str
    why: Literal["died", "left"]
    at: datetime
    event: Literal["player_went"] = "player_went"


@dataclass(frozen=True, slots=True)
class TrackMeasured:
    track_id: str
    sha256: str
    length: timedelta | None
    loudness: float | None
    at: datetime
    event: Literal["track_measured"] = "track_measured"


@dataclass(frozen=True, slots=True)
class TrackArmed:
    deck: Deck
    track_id: str
    cue_id: str | None
    length: timedelta | None
    at: datetime
    event: Literal["track_armed"] = "track_armed"


@dataclass(frozen=True, slots=True)
class DeckCleared:
    """What was armed there is so no more."""

    deck: Deck
    at: datetime
    track_id: str | None = None
    """None in an old record: whatever was there."""
    cue_id: str | None = None
    event: Literal["deck_cleared"] = "deck_cleared"


@dataclass(frozen=True, slots=True)
class TrackFailed:
    track_id: str
    cue_id: str | None
    fault: Fault
    detail: str
    at: datetime
    event: Literal["track_failed"] = "track_failed"


@dataclass(frozen=True, slots=True)
class TrackBegan:
    """The player heard it begin, `position` into the track."""

    deck: Deck
    track_id: str
    cue_id: str | None
    length: timedelta | None
    position: timedelta
    at: datetime
    event: Literal["track_began"] = "track_began"


@dataclass(frozen=True, slots=True)
class TrackFading:
    deck: Deck
    until: datetime
    at: datetime
    event: Literal["track_fading"] = "track_fading"


@dataclass(frozen=True, slots=True)
class TrackEnded:
    deck: Deck
    track_id: str
    cue_id: str | None
    why: EndedWhy
    at: datetime
    event: Literal["track_ended"] = "track_ended"


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


@dataclass(frozen=True, slots=True)
class SignalSent:
    """The gear took it, as far as can be known. `detail` is its answer."""

    signal_id: str
    detail: str
    took: timedelta
    """What the gear needed: from when the network had it to when the answer began; nothing of ours."""
    at: datetime
    done: bool = False
    """Its answer's words said so; without them it was taken, and nobody knows more."""
    event: Literal["signal_sent"] = "signal_sent"


@dataclass(frozen=True, slots=True)
class SignalFailed:
    signal_id: str
    detail: str
    tries: int
    at: datetime
    event: Literal["signal_failed"] = "signal_failed"
