"""What sounds now, in a few quiet words beside the show's times."""

from __future__ import annotations

import math
from datetime import timedelta

from rich.cells import cell_len

from runofshow.core.snapshot import DeckNow, Snapshot, SoundNow
from runofshow.core.sound import Sounding
from runofshow.tui.formats import count_down
from runofshow.tui.lines import EMPTY, Line, cells, cut
from runofshow.tui.pen import Pen
from runofshow.tui.track_marks import track_mark

SHORTEST = 6
"""Cells of a title that still tell one recording from another."""


def sounding_decks(sound: SoundNow) -> list[DeckNow]:
    """The decks that sound: the one that began last first, what fades behind what does not."""
    found = [
        (deck.what.fading_until is None, deck.what.began_at, deck)
        for deck in sound.decks
        if isinstance(deck.what, Sounding)
    ]
    return [deck for *_, deck in sorted(found, key=lambda one: one[:2], reverse=True)]


def sounding_line(snapshot: Snapshot, pen: Pen, width: int) -> Line:
    """`♪ Nhạc nền trao khen thưởng  còn 1:23`; nothing when all is silent or there is no room.

    The title is cut before the mark of an anthem goes, and the time goes last.
    """
    decks = sounding_decks(snapshot.sound)
    if not decks:
        return EMPTY
    first = decks[0]
    track = first.track
    title = "" if track is None else track.title
    mark = EMPTY if track is None else track_mark(track.mark, pen, pen.ink.quiet)
    marked: Line = (*mark, pen.text(" ")) if mark else EMPTY
    long: Line = (*marked, pen.quiet(f" {time_left(first, pen)}"))
    if len(decks) > 1:
        long = (*long, pen.quiet(f"  {pen.words.sound.more.format(count=len(decks) - 1)}"))
    short: Line = (*marked, pen.quiet(_count(first)))
    for end in (long, short):
        room = width - cells(end) - 3
        if room >= min(cell_len(title), SHORTEST):
            return (pen.quiet("♪ "), *cut((pen.quiet(title),), room), pen.text(" "), *end)
    bare: list[Line] = [(pen.quiet("♪ "), *short), (pen.quiet(f"♪ {_count(first)}".rstrip()),)]
    return next((line for line in bare if cells(line) <= width), EMPTY)


def whole_seconds(deck: DeckNow) -> tuple[int, int]:
    """What is written of its times: while neither changes, it need not be drawn again."""
    left = timedelta() if deck.remaining is None else deck.remaining
    return math.ceil(left.total_seconds()), math.floor(deck.elapsed.total_seconds())


def time_left(deck: DeckNow, pen: Pen) -> str:
    """`còn 1:23`, or that it loops; empty when nobody knows how long it is."""
    words = pen.words.sound
    if deck.remaining is not None:
        return words.now.format(count=_count(deck))
    return words.now_loop if deck.track is not None and deck.track.loop else ""


def _count(deck: DeckNow) -> str:
    return "" if deck.remaining is None else count_down(deck.remaining)
