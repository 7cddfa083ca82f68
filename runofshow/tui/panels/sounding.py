"""What sounds now, in a few quiet words beside the show's times."""

from __future__ import annotations

import math
from datetime import datetime, timedelta

from rich.cells import cell_len

from runofshow.core.snapshot import DeckNow, Heard, Snapshot
from runofshow.tui.formats import count_down
from runofshow.tui.lines import EMPTY, Line, cells, cut
from runofshow.tui.pen import Pen
from runofshow.tui.track_marks import track_mark

SHORTEST = 6
"""Cells of a title that still tell one recording from another."""


def sounding_line(snapshot: Snapshot, pen: Pen, width: int) -> Line:
    """`♪ Nhạc nền trao khen thưởng  còn 1:23`; nothing when all is silent or there is no room.

    The title is cut before the mark of an anthem goes, and the time goes last.
    """
    heard, now = snapshot.sound.heard, snapshot.now
    if not heard:
        return EMPTY
    first = heard[0]
    title, mark = first.title, track_mark(first.mark, pen, pen.ink.quiet)
    marked: Line = (*mark, pen.text(" ")) if mark else EMPTY
    long: Line = (*marked, pen.quiet(f" {time_left(first, now, pen)}"))
    if len(heard) > 1:
        long = (*long, pen.quiet(f"  {pen.words.sound.more.format(count=len(heard) - 1)}"))
    short: Line = (*marked, pen.quiet(_count(first, now)))
    for end in (long, short):
        room = width - cells(end) - 3
        if room >= min(cell_len(title), SHORTEST):
            return (pen.quiet("♪ "), *cut((pen.quiet(title),), room), pen.text(" "), *end)
    bare: list[Line] = [(pen.quiet("♪ "), *short), (pen.quiet(f"♪ {_count(first, now)}".rstrip()),)]
    return next((line for line in bare if cells(line) <= width), EMPTY)


def whole_seconds(deck: DeckNow) -> tuple[int, int]:
    """What is written of its times: while neither changes, it need not be drawn again."""
    left = timedelta() if deck.remaining is None else deck.remaining
    return math.ceil(left.total_seconds()), math.floor(deck.elapsed.total_seconds())


def time_left(heard: Heard, now: datetime, pen: Pen) -> str:
    """`còn 1:23`, or that it loops; empty when nobody knows how long it is."""
    words = pen.words.sound
    if heard.ends_at is not None:
        return words.now.format(count=_count(heard, now))
    return words.now_loop if heard.loop else ""


def _count(heard: Heard, now: datetime) -> str:
    return "" if heard.ends_at is None else count_down(heard.ends_at - now)
