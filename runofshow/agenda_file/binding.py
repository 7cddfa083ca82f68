"""Which track a cue of custom plays: the one of its id or mark, else the one whose title speaks of it.

The first is what the agenda says; the second is a guess, marked so, and made only where a single track fits.
A track that has an id of custom, or a mark, is never guessed to be anything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from runofshow.agenda_file.catalogue import Custom, DefaultCue, customs
from runofshow.agenda_file.wording import fold
from runofshow.core.agenda import Track, TrackMark
from runofshow.core.value import replace

_WITHOUT_WORDS = ("không lời", "không có lời", "hòa tấu", "quốc thiều", "instrumental", "without words")
_WITH_WORDS = ("có lời", "hát", "hợp xướng", "vocal", "with words", "with lyrics")
_SPARE = ("dự phòng", "phát tay", "spare", "backup", "by hand")
_FEWEST_WORDS = 2
"""A title of fewer says too little to be found in another."""


class Binding(Struct, frozen=True):
    """The track of a cue of custom."""

    track_id: str | None = None
    is_guess: bool = False
    others: tuple[str, ...] = ()
    """Those that fit as well. Without a track: all that do, and none was taken."""


UNBOUND = Binding()


def custom_of(cue: DefaultCue) -> Custom | None:
    """What the cue plays by custom; None where its kind names nothing."""
    return next((each for each in customs() if (each.mark or each.id) == (cue.mark or cue.track)), None)


def binding_of(cue: DefaultCue, item_title: str, tracks: Sequence[Track]) -> Binding:
    """The track that `cue` plays or silences in an item so titled."""
    custom = custom_of(cue)
    if custom is None:
        return _guessed([track for track in tracks if _is_open(track) and _names(track, item_title)])
    if custom.mark is not None:
        marked = [track for track in tracks if track.mark is custom.mark]
        written = [track.track_id for track in marked if not track.mark_assumed]
        if written:
            return Binding(written[0], others=tuple(written[1:]))
        if marked:
            return _guessed(marked)
        return Binding(others=tuple(track.track_id for track in tracks if may_be_anthem(track)))
    if any(track.track_id == custom.id for track in tracks):
        return Binding(custom.id)
    return _guessed([track for track in tracks if guessed_custom(track, tracks) is custom])


def guessed_custom(track: Track, tracks: Sequence[Track]) -> Custom | None:
    """What a track seems to be by its title and id; None where it says so itself, or says nothing."""
    if not _is_open(track):
        return None
    plain = [custom for custom in customs() if custom.mark is None]
    strong = [(length, custom) for custom in plain if (length := _says(track, custom.words))]
    if strong:
        return max(strong, key=lambda each: each[0])[1]
    for custom in plain:
        is_said = any(_says(other, custom.words) or other.track_id == custom.id for other in tracks)
        if not is_said and _says(track, custom.weak):
            return custom
    return None


def with_guessed_marks(tracks: Sequence[Track], unmarked: Sequence[bool]) -> tuple[Track, ...]:
    """The tracks; those without a mark that are the anthem by their title are marked, as a guess.

    One that does not say whether it has words is taken for one without, which a flag salute plays, where no
    other is. `unmarked` says of each track that the agenda gives it no mark.
    """
    anthem = next(custom for custom in customs() if custom.mark is not None)
    found = list(tracks)

    def mark(index: int, mark: TrackMark) -> None:
        found[index] = replace(found[index], mark=mark, mark_assumed=True)

    unsure: list[int] = []
    for index, track in enumerate(tracks):
        if not unmarked[index] or not _says(track, anthem.words):
            continue
        if _says(track, _WITHOUT_WORDS):
            mark(index, TrackMark.ANTHEM_WITHOUT_WORDS)
        elif _says(track, _WITH_WORDS):
            mark(index, TrackMark.ANTHEM_WITH_WORDS)
        else:
            unsure.append(index)
    unsure = unsure or [
        index for index, track in enumerate(tracks) if unmarked[index] and _says(track, anthem.weak)
    ]
    if len(unsure) == 1 and not any(track.mark is TrackMark.ANTHEM_WITHOUT_WORDS for track in found):
        mark(unsure[0], TrackMark.ANTHEM_WITHOUT_WORDS)
    return tuple(found)


def may_be_anthem(track: Track) -> bool:
    """Whether its title or id speaks of the anthem, though nothing says that it is one."""
    anthem = next(custom for custom in customs() if custom.mark is not None)
    return _is_open(track) and bool(_says(track, (*anthem.words, *anthem.weak)))


def is_spare(track: Track) -> bool:
    """Whether its title says that no cue is to play it."""
    return bool(_says(track, _SPARE))


def _guessed(fitting: Sequence[Track]) -> Binding:
    if len(fitting) == 1:
        return Binding(fitting[0].track_id, is_guess=True)
    return Binding(others=tuple(track.track_id for track in fitting))


def _is_open(track: Track) -> bool:
    """Whether nothing the agenda says of it tells what it is for."""
    return track.mark is TrackMark.PLAIN and all(custom.id != track.track_id for custom in customs())


def _says(track: Track, phrases: Sequence[str]) -> int:
    """How long the longest of the phrases is that its title or id holds; 0 for none."""
    texts = (_words(track.title), _words(track.track_id))
    return max(
        (len(phrase) for phrase in map(_words, phrases) for text in texts if phrase in text), default=0
    )


def _names(track: Track, item_title: str) -> bool:
    """Whether its title holds that of the item."""
    title = _words(item_title)
    return len(title.split()) >= _FEWEST_WORDS and title in _words(track.title)


@lru_cache(1 << 12)
def _words(text: str) -> str:
    """` quoc ca khong loi `: folded, one space around each word, so that whole words are found."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', fold(text)))} "
