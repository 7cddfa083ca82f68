"""What sounds now: from the player's decks, or, where no machine plays, what a hand was called to play.

A hand plays the recording that was called last, until a later cue fades or stops it (one that names no track
silences all), or until its known length has passed: the same as the ear tells in the hall. What neither loops
nor has a known length is over with its item, or no screen would ever be rid of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from runofshow.core.agenda import Action, Cue, Role, Track, TrackMark
from runofshow.core.record import Gone
from runofshow.core.snapshot import DeckNow, Heard
from runofshow.core.sound import Sounding
from runofshow.core.state import State

OF_SOUND = (Action.PLAY, Action.FADE, Action.STOP)


def heard_on(decks: tuple[DeckNow, ...]) -> tuple[Heard, ...]:
    """What the player plays: what began last first, what fades behind what does not."""
    heard = [_heard(deck, deck.what) for deck in decks if isinstance(deck.what, Sounding)]
    return tuple(sorted(heard, key=lambda one: (not one.fading, one.began_at), reverse=True))


def _heard(deck: DeckNow, what: Sounding) -> Heard:
    track = deck.track
    return Heard(
        deck=deck.deck,
        track_id=what.track_id,
        title=what.track_id if track is None else track.title,
        mark=TrackMark.PLAIN if track is None else track.mark,
        cue_id=what.cue_id,
        began_at=what.began_at,
        ends_at=what.ends_at,
        fading=what.fading_until is not None,
        loop=track is not None and track.loop,
    )


def heard_by_hand(state: State, places: Mapping[str, int]) -> tuple[Heard, ...]:
    """What a hand was called to play and nobody has silenced, whether or not its length has passed.

    `places` are where cues stand in calling order, by their ids.
    """
    heard: Heard | None = None
    for at, _, cue in sorted(_gone(state, places), key=lambda one: one[:2]):
        if cue.do is Action.PLAY:
            heard = None if _is_over(state, cue) else _played(state, cue, at)
        elif heard is not None and cue.track_id in (None, heard.track_id):
            heard = None
    return () if heard is None else (heard,)


def _gone(state: State, places: Mapping[str, int]) -> Iterator[tuple[datetime, int, Cue]]:
    """The music's cues of sound that were called: when, and where in calling order each stands."""
    # of thousands of cues those are looked at of which something is written down
    for cue_id, record in state.cues.items():
        if isinstance(record.outcome, Gone) and cue_id in places:
            cue, _ = state.order.cues[cue_id]
            if cue.to is Role.MUSIC and cue.do in OF_SOUND:
                yield record.outcome.at, places[cue_id], cue


def _is_over(state: State, cue: Cue) -> bool:
    """Whether it is left, with its item, to nobody's knowing how long it is."""
    track = state.order.tracks.get(cue.track_id or "")
    if track is not None and (track.loop or _length(state, track) is not None):
        return False
    item = state.order.cues[cue.cue_id][1].item
    leaves = item.parts or (item,)
    return not any(one.item_id == state.current_id or state.is_upcoming(one.item_id) for one in leaves)


def _length(state: State, track: Track) -> timedelta | None:
    found = state.sound.measured.get(track.track_id)
    return found.length if found else track.length


def _played(state: State, cue: Cue, at: datetime) -> Heard:
    track = state.order.tracks.get(cue.track_id) if cue.track_id else None
    length = None if track is None or track.loop else _length(state, track)
    began_at = at + cue.pre_wait
    return Heard(
        deck=None,
        track_id=cue.track_id,
        title=cue.text if track is None else track.title,
        mark=TrackMark.PLAIN if track is None else track.mark,
        cue_id=cue.cue_id,
        began_at=began_at,
        ends_at=None if length is None else began_at + length,
        fading=False,
        loop=track is not None and track.loop,
    )
