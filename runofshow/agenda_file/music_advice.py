"""Which music would stay silent: a flag salute without its anthem, a cue without a track, an uncalled track.

In an agenda that has sound files a flag salute that plays no anthem is an error, though one that leaves an
agenda: `check` must not be content with it, and a show on its day must open all the same. What was guessed is
said as advice. Each complaint has the line to write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from runofshow.agenda_file.binding import Binding, custom_of, is_spare, may_be_anthem
from runofshow.agenda_file.building import kinds_of
from runofshow.agenda_file.catalogue import Custom, DefaultCue
from runofshow.agenda_file.complaint import Complaint, Place
from runofshow.agenda_file.cue_building import binding_in, wanted_cues
from runofshow.agenda_file.sight import Sight
from runofshow.core.agenda import Action, Cue, Item, Role, Track, TrackMark
from runofshow.core.sound import is_anthem

MOST_NAMED: Final = 6
"""Items that one complaint names; the others are counted."""


class _Wanted(Struct, frozen=True):
    """A music cue of custom, and what it was bound to."""

    item: Item
    cue: DefaultCue
    custom: Custom | None
    binding: Binding


def music_advice(sight: Sight) -> Iterator[Complaint]:
    """Every complaint about music that nobody would hear, or that was guessed."""
    tracks = sight.agenda.tracks
    has_files = any(track.file is not None for track in tracks)
    for top in _tops(sight):
        for rite in _flag_salutes(top):
            yield from _flag_salute(sight, top, rite, has_files=has_files)
    wanted = list(_wanted(sight))
    yield from _guesses(sight, wanted)
    if has_files:
        yield from _silent_customs(sight, wanted)
        yield from _silent_cues(sight)
        yield from _uncalled(sight, wanted)


# The anthem


def _flag_salutes(top: Item) -> tuple[Item, ...]:
    """The parts that are one, else the item itself where it is one."""
    parts = tuple(part for part in top.parts if "flag_salute" in (part.kind, *part.also))
    return parts or ((top,) if "flag_salute" in (top.kind, *top.also) else ())


def _flag_salute(sight: Sight, top: Item, rite: Item, *, has_files: bool) -> Iterator[Complaint]:
    tracks = {track.track_id: track for track in sight.agenda.tracks}
    rows = (rite, *rite.parts) if rite is top else (rite, top)
    plays = [(row, index, cue) for row in rows for index, cue in enumerate(row.cues) if _plays(cue)]
    say = sight.report.error if has_files else sight.report.warning
    played = [tracks[cue.track_id] for _, _, cue in plays if cue.track_id in tracks]
    anthems = [track for track in played if is_anthem(track)]
    if not has_files and not any(row.cues for row in rows):
        return  # "cues: []" says that all is done by hand
    if anthems:
        if has_files and all(track.file is None and not track.live for track in anthems):
            place = _spot_of_track(sight, anthems[0])
            yield say("anthem_without_file", place, title=anthems[0].title, id=anthems[0].track_id)
        return
    without = [track for track in tracks.values() if track.mark is TrackMark.ANTHEM_WITHOUT_WORDS]
    with_words = [track for track in tracks.values() if track.mark is TrackMark.ANTHEM_WITH_WORDS]
    maybe = [track for track in tracks.values() if may_be_anthem(track)]
    unnamed = next(
        ((row, index) for row, index, cue in plays if cue.track_id is None and not cue.assumed), None
    )
    place = sight.spot(rite)
    if played:
        yield say("anthem_unmarked", place, title=rite.title, id=played[0].track_id)
    elif len(without) == 1 and unnamed is not None:
        row, index = unnamed
        place = sight.spot(row, "cues", index)
        yield say("anthem_unnamed", place, title=rite.title, id=without[0].track_id)
    elif len(without) == 1:
        yield say("anthem_uncalled", place, title=rite.title, id=without[0].track_id)
    elif without or (maybe and not with_words):
        yield say("anthem_unclear", place, title=rite.title, known=_ids(without or maybe))
    elif with_words:
        yield say("anthem_with_words_only", place, title=rite.title, id=with_words[0].track_id)
    else:
        yield say("anthem_unbound", place, title=rite.title)


# What was guessed


def _guesses(sight: Sight, wanted: Sequence[_Wanted]) -> Iterator[Complaint]:
    tracks = {track.track_id: track for track in sight.agenda.tracks}
    for track in tracks.values():
        if track.mark_assumed:
            place = _spot_of_track(sight, track)
            yield sight.report.warning("anthem_guessed", place, title=track.title, mark=track.mark.value)
    seen: set[tuple[str, ...]] = set()
    for each in wanted:
        binding, custom = each.binding, each.custom
        named = (custom.id if custom else each.item.item_id, binding.track_id or "", *binding.others)
        if named not in seen:
            seen.add(named)
            yield from _guess(sight, each, tracks)


def _guess(sight: Sight, wanted: _Wanted, tracks: Mapping[str, Track]) -> Iterator[Complaint]:
    binding, custom, item = wanted.binding, wanted.custom, wanted.item
    if custom is not None and custom.mark is not None:
        if binding.track_id is not None and binding.others:
            place = _spot_of_track(sight, tracks[binding.others[0]])
            yield sight.report.warning("anthem_twice", place, id=binding.track_id, other=binding.others[0])
    elif binding.is_guess and binding.track_id is not None:
        track = tracks[binding.track_id]
        place, about = _spot_of_track(sight, track), {"title": track.title, "id": track.track_id}
        if custom is None:
            yield sight.report.warning("act_guessed", place, **about, item=item.title)
        else:
            yield sight.report.warning("track_guessed", place, **about, custom=custom.id)
    elif len(binding.others) > 1:
        place, known = _spot_of_track(sight, tracks[binding.others[0]]), ", ".join(binding.others)
        if custom is None:
            yield sight.report.warning("act_unclear", place, title=item.title, known=known)
        else:
            yield sight.report.warning("track_unclear", place, custom=custom.id, known=known)


# Cues without a track


def _silent_customs(sight: Sight, wanted: Sequence[_Wanted]) -> Iterator[Complaint]:
    """Once for each track of custom that is not there, with the items that want it."""
    items: dict[str, list[Item]] = {}
    for each in wanted:
        if (
            each.cue.do is not Action.PLAY
            or each.cue.if_listed
            or each.binding.track_id is not None
            or len(each.binding.others) > 1
        ):
            continue
        if each.custom is None:
            place = sight.spot(each.item)
            yield sight.report.warning("act_without_track", place, title=each.item.title)
        elif each.custom.mark is None:
            rows = items.setdefault(each.custom.id, [])
            if each.item not in rows:
                rows.append(each.item)
    for custom_id, rows in items.items():
        numbers = [row.number for row in rows]
        more = [f"+{len(numbers) - MOST_NAMED}"] if len(numbers) > MOST_NAMED else []
        named = ", ".join([*numbers[:MOST_NAMED], *more])
        yield sight.report.warning("custom_without_track", sight.spot(rows[0]), items=named, custom=custom_id)


def _silent_cues(sight: Sight) -> Iterator[Complaint]:
    """Written ones that play nothing that the agenda names."""
    known = _ids(sight.agenda.tracks)
    for item in _rows(sight):
        is_salute = "flag_salute" in (item.kind, *item.also)
        for index, cue in enumerate(item.cues):
            if _plays(cue) and cue.track_id is None and not cue.assumed and not is_salute:
                place = sight.spot(item, "cues", index)
                yield sight.report.warning("cue_without_track", place, title=cue.text, known=known)


# Tracks without a cue


def _uncalled(sight: Sight, wanted: Sequence[_Wanted]) -> Iterator[Complaint]:
    called = {cue.track_id for item in _rows(sight) for cue in item.cues if _plays(cue)}
    # what was not taken because another fits as well has been named with it
    called |= {other for each in wanted if each.binding.track_id is None for other in each.binding.others}
    for track in sight.agenda.tracks:
        if track.track_id not in called and not is_spare(track):
            at = {TrackMark.PLAIN: "start", TrackMark.CLIP: "start + 15s"}.get(track.mark, "word Chào cờ!")
            place = _spot_of_track(sight, track)
            yield sight.report.warning(
                "track_never_called", place, title=track.title, id=track.track_id, at=at
            )


def _wanted(sight: Sight) -> Iterator[_Wanted]:
    for item in _rows(sight):
        if item.parts or not item.cues or not item.cues[0].assumed:
            continue
        for cue in wanted_cues(kinds_of(item.kind, item.also), sight.agenda.rite):
            if cue.to is Role.MUSIC and (cue.do is Action.PLAY or cue.track is not None):
                yield _Wanted(item, cue, custom_of(cue), binding_in(cue, item.title, sight.agenda.tracks))


def _plays(cue: Cue) -> bool:
    return cue.to is Role.MUSIC and cue.do is Action.PLAY


def _tops(sight: Sight) -> Iterator[Item]:
    return (item for session in sight.agenda.sessions for item in session.items)


def _rows(sight: Sight) -> Iterator[Item]:
    return (row for top in _tops(sight) for row in (top, *top.parts))


def _spot_of_track(sight: Sight, track: Track) -> Place:
    return sight.places.of(("tracks", sight.agenda.tracks.index(track)))


def _ids(tracks: Sequence[Track]) -> str:
    return ", ".join(track.track_id for track in tracks)
