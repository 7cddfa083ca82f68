"""What the decks of the player hold, and what sounds now, at one moment."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from runofshow.core.agenda import Track, TrackMark
from runofshow.core.sound import Armed, Deck, Sounding, is_anthem
from runofshow.core.wire import Moment


class DeckNow(Struct, frozen=True):
    """One deck of the player. With `what` None it is empty."""

    deck: Deck
    what: Armed | Sounding | None
    track: Track | None
    elapsed: timedelta
    """Into the track; zero unless it sounds."""
    remaining: timedelta | None
    """None for a loop, or when the length is not known."""

    @property
    def is_sung(self) -> bool:
        """Whether the anthem sounds on it."""
        return isinstance(self.what, Sounding) and is_anthem(self.track)


class Heard(Struct, frozen=True, rename={"track_id": "track"}):
    """A recording that sounds now, from the player or by hand."""

    deck: Deck | None
    """None where a hand plays it."""
    track_id: str | None
    """None where the cue names none."""
    title: str
    """Of the recording; where the cue names none, what it asks for."""
    mark: TrackMark
    cue_id: str | None
    """None for one that was played without a cue."""
    began_at: Moment
    ends_at: Moment | None
    """None for a loop, or when nobody knows how long it is."""
    fading: bool
    loop: bool
