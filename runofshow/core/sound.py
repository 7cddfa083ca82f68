"""What the music player has, does and was told: the sound of a show at one moment.

The theory. There is at most one player in the hall, on the console's machine or on the operator's. It has two
decks. A track is *armed* on a deck when the player has proved that it is loaded and waits at its start; it
*sounds* from the moment the player heard it begin. Both are the player's own news, written down like any
other fact. What the player is to do is a list of numbered calls: a player carries out each call once, in
order, and never one that was there before the player was. So nothing plays twice, and nothing plays because
a journal was read again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct, field

from runofshow.core.agenda import Track, TrackMark
from runofshow.core.wire import Moment


class Deck(StrEnum):
    """One of the player's two places for a track: a sting sounds over a bed, or two beds cross."""

    A = "A"
    B = "B"


class Fault(StrEnum):
    """Why a track cannot be played."""

    NO_FILE = "no_file"
    """The agenda names none."""
    MISSING = "missing"
    UNREADABLE = "unreadable"
    """It is there, but this user or this disk cannot read it."""
    EMPTY = "empty"
    CORRUPT = "corrupt"
    """It cannot be played to its end."""
    FOREIGN = "foreign"
    """It is no sound at all."""
    POINTS = "points"
    """The start or the end point lies outside the sound."""
    JOINED = "joined"
    """Several recordings in one file, of which a part is asked for: players find only places in the first."""
    MISMATCH = "mismatch"
    """It is another recording than the one the agenda or the console's machine has."""
    CHANGED = "changed"
    """The file is another than when it was loaded."""
    BROKEN = "broken"
    """It ended before its end, while it was played."""
    LATE = "late"
    """The call came through too late to be played."""
    OUTPUT = "output"
    """The machine has no sound output."""
    PLAYER = "player"
    """The player does not start, died or does not answer."""


class EndedWhy(StrEnum):
    """Why a track sounds no more."""

    END = "end"
    FADE = "fade"
    STOP = "stop"
    REPLACED = "replaced"
    PANIC = "panic"
    DIED = "died"
    BROKEN = "broken"
    """More than a second before the end that it should have: what follows it waits for a hand."""


class Armed(Struct, frozen=True):
    """Loaded, and proved to wait at its start."""

    track_id: str
    cue_id: str | None
    """None for a track that was chosen by hand."""
    length: timedelta | None
    """From its start point to its end point; None where the file does not tell, or it plays in a loop."""


class Sounding(Struct, frozen=True):
    track_id: str
    cue_id: str | None
    began_at: datetime
    length: timedelta | None
    position: timedelta = timedelta()
    """Where in the track it began: above zero only where a player that died picked it up again."""
    fading_until: datetime | None = None

    @property
    def ends_at(self) -> datetime | None:
        """When it will have ended; None for a loop."""
        end = None if self.length is None else self.began_at + self.length - self.position
        return min((at for at in (end, self.fading_until) if at is not None), default=None)


class PlayOrder(Struct, frozen=True):
    track_id: str
    cue_id: str | None
    fade: timedelta
    """How long what it replaces fades, while it swells; zero is a cut."""
    wait: timedelta
    """Pre-wait: how long after the call it begins."""


class FadeOrder(Struct, frozen=True):
    track_id: str | None
    """None is everything that sounds."""
    over: timedelta
    cue_id: str | None = None
    """Only what this cue has called; None is whoever called it."""


class StopOrder(Struct, frozen=True):
    track_id: str | None


class PanicOrder(Struct, frozen=True):
    hard: bool
    """At once, without a fade, the player's process with it."""


class ArmOrder(Struct, frozen=True):
    """Look for the file again and arm it."""

    track_id: str
    cue_id: str | None


SoundOrder = PlayOrder | FadeOrder | StopOrder | PanicOrder | ArmOrder


class SoundCall(Struct, frozen=True):
    number: int
    """1, 2, 3 ... over the whole show."""
    at: datetime
    order: SoundOrder


class Measured(Struct, frozen=True):
    """What a player found in the file of a track."""

    sha256: str
    length: timedelta | None
    loudness: float | None
    """Integrated loudness in LUFS (EBU R 128); None for silence."""


class Failure(Struct, frozen=True):
    """Why a track cannot be played."""

    fault: Fault
    detail: str
    at: Moment


class Sound(Struct, frozen=True):
    """The player and its decks, as the record has them."""

    player: str | None = None
    """Where it is: `console`, or the role whose screen plays. None: music is a matter of hands."""
    decks: Mapping[Deck, Armed | Sounding] = field(default_factory=dict)
    """An empty deck is not in it."""
    calls: tuple[SoundCall, ...] = ()
    """The newest ones, oldest first."""
    measured: Mapping[str, Measured] = field(default_factory=dict)
    """Track id to what was found."""
    failures: Mapping[str, Failure] = field(default_factory=dict)
    """Track id to why it cannot be played; once it is armed or heard, it is gone from here."""

    def sounding(self) -> tuple[Sounding, ...]:
        return tuple(deck for deck in self.decks.values() if isinstance(deck, Sounding))

    def is_armed(self, cue_id: str) -> bool:
        return any(isinstance(deck, Armed) and deck.cue_id == cue_id for deck in self.decks.values())


CALLS_KEPT = 32
"""More than are made while a screen is out of reach for a moment."""

ANTHEMS = (TrackMark.ANTHEM_WITHOUT_WORDS, TrackMark.ANTHEM_WITH_WORDS)

SILENT = Sound()


def is_anthem(track: Track | None) -> bool:
    """Whether nothing may silence it without a question."""
    return track is not None and track.mark in ANTHEMS
