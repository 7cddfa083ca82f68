"""What the decks of the player hold, and what sounds now, at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.agenda import Track, TrackMark
from runofshow.core.sound import Armed, Deck, Sounding, is_anthem
from runofshow.core.timeline import NO_TIME
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


def decks_at(
    now: datetime, held: Mapping[Deck, Armed | Sounding], tracks: Mapping[str, Track]
) -> tuple[DeckNow, ...]:
    """Every deck at `now`; one that is not `held` is empty. `tracks` are by their ids."""
    return tuple(_deck(deck, held.get(deck), tracks, now) for deck in Deck)


def _deck(deck: Deck, what: Armed | Sounding | None, tracks: Mapping[str, Track], now: datetime) -> DeckNow:
    track = None if what is None else tracks.get(what.track_id)
    if not isinstance(what, Sounding):
        return DeckNow(deck, what, track, NO_TIME, None if what is None else what.length)
    remaining = None if what.ends_at is None else max(what.ends_at - now, NO_TIME)
    # a player on another machine dates by a clock that may be a moment ahead
    return DeckNow(deck, what, track, max(now - what.began_at, NO_TIME) + what.position, remaining)
