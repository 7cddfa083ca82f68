"""Advice on the sound of a programme: what goes wrong in halls though every value can be read."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Final

from runofshow.agenda_file.complaint import Complaint, Place
from runofshow.agenda_file.sight import Sight
from runofshow.agenda_file.track_files import file_beside, is_elsewhere, nearest_beside
from runofshow.core.agenda import (
    Action,
    AtStart,
    Cue,
    GoMode,
    Item,
    Layer,
    Role,
    Session,
    Track,
    TrackMark,
)
from runofshow.core.sound import is_anthem

SOUNDS: Final = frozenset(
    ".aac .ac3 .aif .aiff .alac .amr .ape .avi .flac .flv .m2ts .m4a .m4v .mka .mkv .mov .mp2 .mp3 .mp4"
    " .mpeg .mpg .mts .oga .ogg .ogv .opus .ts .wav .webm .wma .wmv .wv .3gp".split()
)
"""Endings of sound files, and of clips with sound."""
_SILENCED = frozenset({"moment_of_silence", "video"})
"""Kinds in which no bed may sound, protected or not."""


def sound_advice(sight: Sight, folder: Path | None) -> Iterator[Complaint]:
    """Every warning about tracks and music cues. `folder` is where the files lie; None looks for none."""
    yield from _files(sight, folder)
    yield from _tracks(sight)
    tracks = {track.track_id: track for track in sight.agenda.tracks}
    for session in sight.agenda.sessions:
        yield from _anthems_by_clock(sight, session, tracks)
        yield from _beds_left(sight, session, tracks)
    yield from _silenced_before_played(sight)


def _files(sight: Sight, folder: Path | None) -> Iterator[Complaint]:
    for index, track in enumerate(sight.agenda.tracks):
        if track.file is None:
            continue
        place = sight.places.of(("tracks", index, "file"))
        if track.live:
            yield sight.report.warning("live_with_file", place, title=track.title)
        if PurePosixPath(track.file).suffix.lower() not in SOUNDS:
            yield sight.report.warning("not_a_sound_file", place, file=track.file)
        if is_elsewhere(track.file):
            yield sight.report.warning("file_elsewhere", place, file=track.file)
        if folder is not None:
            yield from _seen(sight, place, folder, track.file)


def _seen(sight: Sight, place: Place, folder: Path, name: str) -> Iterator[Complaint]:
    """What can be seen of a file without listening to it."""
    file = file_beside(folder, name)
    try:
        facts = None if file is None else file.stat()
    except OSError:
        facts = None
    if file is None or facts is None or not stat.S_ISREG(facts.st_mode):
        wanted = (folder / name.replace("\\", "/")).parent
        about = {"file": name, "folder": wanted, "suggestion": nearest_beside(folder, name)}
        yield sight.report.warning("track_file_missing", place, **about)
        return
    found = unicodedata.normalize("NFC", os.path.relpath(file, folder)).replace(os.sep, "/")
    if file != folder / name and found != name:
        yield sight.report.warning("track_file_named_otherwise", place, file=name, found=found)
    if not facts.st_size:
        yield sight.report.warning("track_file_empty", place, file=name)


def _tracks(sight: Sight) -> Iterator[Complaint]:
    first: dict[str, Track] = {}
    for index, track in enumerate(sight.agenda.tracks):
        other = first.setdefault(track.sha256, track) if track.sha256 else track
        if other.mark is not track.mark:
            place = sight.places.of(("tracks", index, "sha256"))
            yield sight.report.warning("same_recording", place, id=track.track_id, other=other.track_id)
        if not is_anthem(track):
            continue
        if track.layer is Layer.STING:
            place = sight.places.of(("tracks", index, "layer"))
            yield sight.report.warning("anthem_as_sting", place, id=track.track_id)
        if track.loop:
            yield sight.report.warning(
                "anthem_in_a_loop", sight.places.of(("tracks", index, "loop")), id=track.track_id
            )


def _anthems_by_clock(sight: Sight, session: Session, tracks: Mapping[str, Track]) -> Iterator[Complaint]:
    for item in (row for top in session.items for row in (top, *top.parts)):
        for index, cue in enumerate(item.cues):
            if cue.do is Action.PLAY and cue.go is GoMode.AUTO and is_anthem(tracks.get(cue.track_id or "")):
                yield sight.report.warning("anthem_by_clock", sight.spot(item, "cues", index, "go"))


def _beds_left(sight: Sight, session: Session, tracks: Mapping[str, Track]) -> Iterator[Complaint]:
    """A bed in a loop that nothing ends before an item begins in which it must not sound."""
    leaves = [(top, leaf) for top in session.items for leaf in (top.parts or (top,))]
    for (top, leaf), (_, next_leaf) in pairwise(leaves):
        bed = _bed_left(sight.called[leaf.item_id], tracks)
        if bed is None:
            continue
        following = sight.called[next_leaf.item_id]
        is_clip = any(_plays(cue, tracks, TrackMark.CLIP) for cue in following)
        is_protected = sight.order.places[next_leaf.item_id].item.protected
        if not (is_protected or next_leaf.kind in _SILENCED or is_clip):
            continue
        if any(ends_bed(cue, bed, tracks) and cue.at == AtStart() for cue in following):
            continue
        place = spot_of_cue(sight, top, leaf, bed)
        # cues of its own would take away what custom gives the item
        about: dict[str, object] = {"track": bed.track_id, "title": next_leaf.title}
        if leaf.kind == "reception" and not sight.says(leaf, "cues"):
            about["hint"] = "settling"
        yield sight.report.warning("bed_left_sounding", place, **about)


def _silenced_before_played(sight: Sight) -> Iterator[Complaint]:
    """A cue that ends a track which no cue before it has played."""
    played: set[str] = set()
    tops = [top for session in sight.agenda.sessions for top in session.items]
    for heading, leaf in [(top, leaf) for top in tops for leaf in (top.parts or (top,))]:
        for cue in sight.called[leaf.item_id]:
            if cue.track_id is None or cue.to is not Role.MUSIC:
                continue
            if cue.do is Action.PLAY:
                played.add(cue.track_id)
            elif cue.track_id not in played and not cue.assumed:
                place = spot_of_cue(sight, heading, leaf, cue, "track")
                yield sight.report.warning("silenced_before_played", place, track=cue.track_id)


def spot_of_cue(sight: Sight, top: Item, leaf: Item, cue: Cue, *below: str) -> Place:
    """Where a cue called in `leaf` stands: there, or at its heading."""
    owner, index = next(
        (item, index) for item in (leaf, top) for index, own in enumerate(item.cues) if own is cue
    )
    return sight.spot(owner, "cues", index, *below)


def _bed_left(cues: Sequence[Cue], tracks: Mapping[str, Track]) -> Cue | None:
    """The cue whose bed still sounds when all `cues` have gone."""
    bed: Cue | None = None
    for cue in cues:
        track = tracks.get(cue.track_id or "")
        if bed is not None and ends_bed(cue, bed, tracks):
            bed = None
        if cue.do is Action.PLAY and track is not None and track.loop and track.layer is Layer.BED:
            bed = cue
    return bed


def ends_bed(cue: Cue, bed: Cue, tracks: Mapping[str, Track]) -> bool:
    """Whether the bed that `bed` plays sounds no more once `cue` has gone."""
    if cue.to is not Role.MUSIC:
        return False
    if cue.do is Action.PLAY:
        track = tracks.get(cue.track_id or "")
        return track is not None and track.layer is Layer.BED
    return cue.do in (Action.FADE, Action.STOP) and cue.track_id in (None, bed.track_id)


def _plays(cue: Cue, tracks: Mapping[str, Track], mark: TrackMark) -> bool:
    track = tracks.get(cue.track_id or "")
    return cue.do is Action.PLAY and track is not None and track.mark is mark
