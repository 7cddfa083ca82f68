"""The `sound` part of the music role's JSON: decks, calls, tracks and what is wrong with them."""

from __future__ import annotations

import re
from datetime import timedelta

from runofshow.core.agenda import Layer, Track, TrackMark
from runofshow.core.sound import (
    Armed,
    ArmOrder,
    Deck,
    FadeOrder,
    Failure,
    Fault,
    PanicOrder,
    PlayOrder,
    SoundCall,
    Sounding,
    SoundOrder,
    StopOrder,
)
from runofshow.screen.fields import BadPicture, Fields
from runofshow.screen.picture import ShownSound

HASH = re.compile(r"[0-9a-f]{64}")
LOUDEST = 130
"""Percent of full."""


def read_sound(fields: Fields) -> ShownSound:
    """The player as the console has it. Raises BadPicture."""
    decks = fields.parts("decks", _deck)
    tracks = fields.parts("tracks", _track)
    return ShownSound(
        player=fields.text_or_none("player"),
        decks={deck: what for deck, what in decks if what is not None},
        coming=fields.texts("coming"),
        tracks=tuple(track for track, _ in tracks),
        failures={track.track_id: failure for track, failure in tracks if failure is not None},
        calls=fields.parts("calls", _call),
        anthem=fields.flag("anthem"),
    )


def _deck(fields: Fields) -> tuple[Deck, Armed | Sounding | None]:
    deck, state = fields.one_of("deck", Deck), fields.text("state")
    match state:
        case "empty":
            return deck, None
        case "armed":
            length = fields.length_or_none("length_s")
            return deck, Armed(fields.text("track"), fields.text_or_none("cue_id"), length)
        case "sounding":
            return deck, _sounding(fields)
        case _:
            raise BadPicture(f"deck {deck.value}: {state:.60}")


def _sounding(fields: Fields) -> Sounding:
    return Sounding(
        track_id=fields.text("track"),
        cue_id=fields.text_or_none("cue_id"),
        began_at=fields.moment("began_at"),
        length=fields.length_or_none("length_s"),
        position=fields.length("position_s"),
        # one that fades is over when its fade is
        fading_until=fields.moment_or_none("ends_at") if fields.flag("fading") else None,
    )


def _track(fields: Fields) -> tuple[Track, Failure | None]:
    track = Track(
        track_id=fields.text("track_id"),
        title=fields.text("title"),
        file=fields.text_or_none("file"),
        mark=fields.one_of("mark", TrackMark),
        loop=fields.flag("loop"),
        volume=fields.whole("volume"),
        start=fields.length("start_s"),
        end=fields.length_or_none("end_s"),
        fade_in=fields.length("fade_in_s"),
        fade_out=fields.length("fade_out_s"),
        length=fields.length_or_none("length_s"),
        layer=fields.one_of("layer", Layer),
        sha256=fields.text_or_none("sha256"),
        live=fields.flag("live"),
    )
    lengths = (track.start, track.end, track.fade_in, track.fade_out, track.length)
    is_right = track.sha256 is None or HASH.fullmatch(track.sha256)
    if any(length is not None and length < timedelta() for length in lengths) or not is_right:
        raise BadPicture(f"track {track.track_id:.60}")
    if not 0 <= track.volume <= LOUDEST:
        raise BadPicture(f"track {track.track_id:.60}: volume {track.volume}")
    return track, fields.part_or_none("failure", _failure)


def _failure(fields: Fields) -> Failure:
    return Failure(fields.one_of("fault", Fault), fields.text("detail"), fields.moment("at"))


def _call(fields: Fields) -> SoundCall:
    return SoundCall(fields.whole("number"), fields.moment("at"), _order(fields))


def _order(fields: Fields) -> SoundOrder:
    do = fields.text("do")
    match do:
        case "play":
            fade, wait = fields.length("fade_s"), fields.length("wait_s")
            return PlayOrder(fields.text("track"), fields.text_or_none("cue_id"), fade, wait)
        case "fade":
            over, cue_id = fields.length("over_s"), fields.text_or_none("cue_id")
            return FadeOrder(fields.text_or_none("track"), over, cue_id)
        case "stop":
            return StopOrder(fields.text_or_none("track"))
        case "panic":
            return PanicOrder(fields.flag("hard"))
        case "arm":
            return ArmOrder(fields.text("track"), fields.text_or_none("cue_id"))
        case _:
            raise BadPicture(f"call: {do:.60}")
