"""Advice on the files of the tracks, once somebody has listened to them all.

Nothing here listens: it is given the length and the loudness of each track, or why it cannot be played.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Final

from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.notation import write_length
from runofshow.agenda_file.sight import Sight
from runofshow.agenda_file.sound_advice import ends_bed, spot_of_cue
from runofshow.core.agenda import (
    Action,
    AtStart,
    BeforeEnd,
    ClockMode,
    Cue,
    Item,
    Layer,
    OnStep,
    OnWord,
    Role,
    Session,
    Track,
    TrackMark,
)
from runofshow.core.level import Heard, steep_steps
from runofshow.core.sound import Fault, Measured

SEEN_OF_FILES: Final = frozenset({"track_file_missing", "track_file_empty"})
"""Complaints about files that nobody has listened to."""

A_MOMENT: Final = timedelta(seconds=10)
"""Shorter silences are nobody's to fill."""
AN_INTRODUCTION: Final = timedelta(minutes=1)
"""What may be said before a word that starts a clip."""

_OF_CLIPS: Final = frozenset({"video", "performance"})
"""Kinds of item that are as long as what is played in them."""
_WITH_MUSIC: Final = frozenset({"reception", "break", "meal", "exhibition", "award"})
"""Kinds of item that have music from its beginning to their end."""

_FIXES: Final = {
    Fault.MISSING: "missing",
    Fault.POINTS: "points",
    Fault.JOINED: "joined",
    Fault.MISMATCH: "mismatch",
    Fault.PLAYER: "player",
    Fault.OUTPUT: "player",
}
"""What to do about a fault; about any other, copy the file again."""


def fault_of(track: Track, found: Measured | Fault) -> Fault | None:
    """Why a track cannot be played as the agenda wants it; None when it can."""
    if isinstance(found, Fault):
        return found
    return Fault.MISMATCH if track.sha256 not in (None, found.sha256) else None


def heard_complaints(sight: Sight, found: Mapping[str, Measured | Fault]) -> Iterator[Complaint]:
    """An error for each track that cannot be played, and advice on how the others sound in their places.

    `found` is by the ids of tracks; one that names no file, or was not listened to, is not in it.
    """
    sound: dict[str, Measured] = {}
    for index, track in enumerate(sight.agenda.tracks):
        heard = found.get(track.track_id)
        fault = None if heard is None else fault_of(track, heard)
        if fault is not None:
            place = sight.places.of(("tracks", index, "file"))
            fix = _FIXES.get(fault, "copy")
            yield sight.report.error("track_unplayable", place, title=track.title, why=fault, fix=fix)
        elif isinstance(heard, Measured):
            sound[track.track_id] = heard
    tracks = {track.track_id: track for track in sight.agenda.tracks}
    for session in sight.agenda.sessions:
        yield from _loud_beds(sight, session, tracks, sound)
        for top in session.items:
            for leaf in top.parts or (top,):
                cues = sight.called[leaf.item_id]
                if _is_made_of_clips(leaf):
                    yield from _short_clips(sight, leaf, cues, tracks, sound)
                else:
                    yield from _short_beds(sight, top, leaf, cues, tracks, sound)


def _is_made_of_clips(leaf: Item) -> bool:
    """Whether an item is as long as what is played in it."""
    return {leaf.kind, *leaf.also} <= _OF_CLIPS or (leaf.clock is ClockMode.MEDIA and not leaf.also)


def _loud_beds(
    sight: Sight, session: Session, tracks: Mapping[str, Track], sound: Mapping[str, Measured]
) -> Iterator[Complaint]:
    """Beds far louder than their neighbours; anthems, clips and acts are to be louder than a bed."""
    beds: list[Heard] = []
    for leaf in (leaf for top in session.items for leaf in top.parts or (top,)):
        for cue in () if _is_made_of_clips(leaf) else sight.called[leaf.item_id]:
            track = _played(cue, tracks)
            if track is None or not _is_bed(track) or track.track_id not in sound:
                continue
            loudness = sound[track.track_id].loudness
            if loudness is not None and track.volume:
                beds.append(Heard(track.track_id, loudness, track.volume))
    places = {track.track_id: index for index, track in enumerate(sight.agenda.tracks)}
    for step in steep_steps(beds):
        louder, softer = tracks[step.louder.track_id], tracks[step.softer.track_id]
        yield sight.report.warning(
            "bed_far_louder",
            sight.places.of(("tracks", places[louder.track_id], "volume")),
            title=louder.title,
            other=softer.title,
            by=f"{step.by:.0f}",
            volume=louder.volume,
            lower=step.volume,
        )


def _short_clips(
    sight: Sight,
    leaf: Item,
    cues: Sequence[Cue],
    tracks: Mapping[str, Track],
    sound: Mapping[str, Measured],
) -> Iterator[Complaint]:
    """An item of clips that is longer than they are together."""
    plays = [(cue, track) for cue in cues if (track := _played(cue, tracks)) and track.layer is Layer.BED]
    clips = [(cue, track) for cue, track in plays if track.mark is TrackMark.CLIP] or plays
    if not clips or any(track.loop or track.track_id not in sound for _, track in clips):
        return
    filled, lenient = timedelta(), A_MOMENT
    for cue, track in clips:
        match cue.at:
            case AtStart(after):
                filled = max(filled, after)
            case OnWord() | OnStep():
                lenient = AN_INTRODUCTION
            case _:
                pass
        filled += cue.pre_wait + _length(sound[track.track_id])
    planned = sight.length(leaf)
    if planned - filled > lenient:
        yield sight.report.warning(
            "clip_shorter_than_item",
            sight.spot(leaf, "duration"),
            title=leaf.title,
            length=write_length(_whole(filled)),
            planned=write_length(planned),
        )


def _short_beds(
    sight: Sight,
    top: Item,
    leaf: Item,
    cues: Sequence[Cue],
    tracks: Mapping[str, Track],
    sound: Mapping[str, Measured],
) -> Iterator[Complaint]:
    """A bed that is over long before it is to be silenced, or before the end of an item of music."""
    for index, cue in enumerate(cues):
        track = _played(cue, tracks)
        if track is None or track.loop or not _is_bed(track) or track.track_id not in sound:
            continue
        until = _wanted_until(leaf, sight.length(leaf), cue, cues[index + 1 :], tracks)
        begins = cue.at.after if isinstance(cue.at, AtStart) else timedelta()
        length = _length(sound[track.track_id])
        silent = None if until is None else until - begins - cue.pre_wait - length
        if silent is not None and silent > A_MOMENT:
            yield sight.report.warning(
                "bed_runs_out",
                spot_of_cue(sight, top, leaf, cue),
                track=track.title,
                length=write_length(length),
                silent=write_length(silent),
            )


def _wanted_until(
    leaf: Item, lasts: timedelta, bed: Cue, following: Sequence[Cue], tracks: Mapping[str, Track]
) -> timedelta | None:
    """How long after its item's start a bed should still sound; None when nobody can say."""
    if isinstance(bed.at, BeforeEnd):
        return None
    ending = next((cue for cue in following if ends_bed(cue, bed, tracks)), None)
    if ending is None:
        return lasts if leaf.kind in _WITH_MUSIC else None
    if ending.do is Action.PLAY or not isinstance(ending.at, BeforeEnd):
        return None
    return lasts - ending.at.lead


def _played(cue: Cue, tracks: Mapping[str, Track]) -> Track | None:
    """The track that a cue plays; None of any other cue."""
    if cue.to is not Role.MUSIC or cue.do is not Action.PLAY:
        return None
    return tracks.get(cue.track_id or "")


def _is_bed(track: Track) -> bool:
    return track.layer is Layer.BED and track.mark is TrackMark.PLAIN


def _length(found: Measured) -> timedelta:
    assert found.length is not None, "who listens to a whole track knows its length"
    return _whole(found.length)


def _whole(length: timedelta) -> timedelta:
    """In whole seconds: nobody plans in less."""
    return timedelta(seconds=round(length.total_seconds()))
