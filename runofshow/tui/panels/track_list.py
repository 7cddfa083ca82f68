"""The recordings of the show, numbered to be played by hand: nine to a page, a digit each."""

from __future__ import annotations

from datetime import timedelta

from rich.cells import cell_len

from runofshow.core.agenda import Track
from runofshow.core.snapshot import SoundNow
from runofshow.core.sound import Sounding
from runofshow.tui.formats import count_down
from runofshow.tui.lines import EMPTY, Line, Picture, beside, cells, cut, spread
from runofshow.tui.pen import Pen
from runofshow.tui.track_marks import titled, track_mark

PER_PAGE = 9
"""One for each digit but 0, which turns the page."""


def page_count(sound: SoundNow) -> int:
    return max(1, -(-len(sound.tracks) // PER_PAGE))


def track_at(sound: SoundNow, page: int, place: int) -> Track | None:
    """The track of a digit from 1 to 9 on that page of the list; None where the list has ended."""
    at = page * PER_PAGE + place - 1
    return sound.tracks[at] if at < len(sound.tracks) else None


def track_list(sound: SoundNow, pen: Pen, width: int, height: int, page: int) -> Picture:
    """A page of the list in at most `height` lines: in one column, or in two where one would be cut."""
    if not sound.tracks:
        return [cut((pen.quiet(pen.words.sound.no_tracks),), width)][: max(0, height)]
    shown = sound.tracks[page * PER_PAGE : (page + 1) * PER_PAGE]
    if len(shown) <= height or width < 60:
        return [_listed(at, track, sound, pen, width) for at, track in enumerate(shown, 1)][: max(0, height)]
    half, wide = -(-len(shown) // 2), (width - 3) // 2
    lines = [_listed(at, track, sound, pen, wide) for at, track in enumerate(shown, 1)]
    columns = [(lines[:half], wide), (lines[half:], width - wide - 3)]
    return beside(columns, min(half, max(0, height)), pen.text("   "))


def _listed(place: int, track: Track, sound: SoundNow, pen: Pen, width: int) -> Line:
    """Its digit, whether it sounds, its title and mark, and its length or why it cannot be played."""
    words, ink = pen.words.sound, pen.ink
    sounds = any(
        isinstance(deck.what, Sounding) and deck.what.track_id == track.track_id for deck in sound.decks
    )
    failure = sound.failures.get(track.track_id)
    if sounds:
        end: Line = (pen.inked(words.playing, ink.accent),)
    elif failure is not None:
        end = (pen.inked(f"✗ {words.why(failure.fault)}", ink.red),)
    elif track.file is None:
        end = (pen.quiet(pen.words.without_file(track)),)
    else:
        end = (pen.quiet(_length(track, sound, pen)),)
    head: Line = (pen.strong(f"{place} "), pen.inked("▶ " if sounds else "  ", ink.accent))
    title = ink.strong if sounds else ink.text
    room = width - cells(head) - cells(end) - 2
    if room < min(12, cell_len(track.title)) + cells(track_mark(track.mark, pen)):
        # what it is comes before how long it is
        end, room = EMPTY, width - cells(head)
    return spread((*head, *titled(track.title, track.mark, pen, title, room)), end, width)


def _length(track: Track, sound: SoundNow, pen: Pen) -> str:
    if track.loop:
        return pen.words.loops
    found = sound.measured.get(track.track_id)
    length = track.length if found is None else found.length
    return "" if length is None or length <= timedelta() else count_down(length)
