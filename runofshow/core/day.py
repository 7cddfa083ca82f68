"""The whole day at a glance: what was planned above, what was and is expected below, by the hours.

*Laid out* is split from *at now*: a Day has moments alone, an Axis says which share of the room a moment
stands at, and a window or a paper only draws. A bar is a line of the programme, a heading with all its parts.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from msgspec import Struct

from runofshow.core.end_outlook import EndOutlook
from runofshow.core.people_seen import LeaderNow
from runofshow.core.phases import ItemState
from runofshow.core.snapshot import ItemRow
from runofshow.core.timeline import Span
from runofshow.core.value import replace

_STEPS: Final = tuple(timedelta(minutes=each) for each in (1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440))
"""Each goes into a day, so that every day begins with a tick."""
_LEAST: Final = timedelta(minutes=10)
"""That an axis shows."""
FEWEST_WORDS: Final = 2
"""Of a title that is cut: one alone, as «Báo», says nothing."""


class Axis(Struct, frozen=True):
    """Hours along a line, from a whole step to a whole step."""

    start: datetime
    end: datetime
    step: timedelta

    def share(self, at: datetime) -> float:
        """How much of the line lies before `at`; below 0 and above 1 beside it."""
        return (at - self.start) / (self.end - self.start)

    def ticks(self) -> Iterator[datetime]:
        at = self.start
        while at <= self.end:
            yield at
            at += self.step


def axis(first: datetime, last: datetime, share: float) -> Axis:
    """From before `first` to behind `last`, which are local; a step takes at least that `share` of it."""
    last = max(last, first + _LEAST)
    least = (last - first) * share
    step = next((each for each in _STEPS if each >= least), _STEPS[-1] * math.ceil(least / _STEPS[-1]))
    midnight = first.replace(hour=0, minute=0, second=0, microsecond=0)
    start = midnight + step * ((first - midnight) // step)
    return Axis(start, midnight + step * -((midnight - last) // step), step)


class Spot(Struct, frozen=True):
    """A label over its place, in a row where it touches no other."""

    left: float
    row: int


def spots(labels: Sequence[tuple[float, float]], room: float, gap: float) -> Iterator[Spot]:
    """Where each label stands, of its middle and its width: over its place as far as the room allows, in the
    first row that is free. Labels come from left to right."""
    taken: list[tuple[float, float, int]] = []
    for middle, wide in labels:
        left = max(0.0, min(middle - wide / 2, room - wide))
        touched = {row for start, end, row in taken if left < end + gap and start < left + wide + gap}
        row = next(row for row in range(len(labels)) if row not in touched)
        taken.append((left, left + wide, row))
        yield Spot(left, row)


class PostKind(StrEnum):
    """What stands at an hour."""

    HARD_OUT = "hard_out"
    ARRIVES = "arrives"
    """A leader comes."""
    LEAVES = "leaves"


class DayPost(Struct, frozen=True):
    kind: PostKind
    at: datetime
    name: str = ""
    """Of a leader, titles and all."""


class Piece(Struct, frozen=True):
    """One line of the programme."""

    number: str
    title: str
    state: ItemState
    planned: Span | None
    """None for what came in later, or was laid aside at the opening."""
    expected: Span | None
    """As it was, as far as it was; None for what is left out."""


class Day(Struct, frozen=True):
    now: datetime
    pieces: tuple[Piece, ...]
    """At least one has a span."""
    posts: tuple[DayPost, ...]
    """By the hour."""
    outlook: EndOutlook | None = None
    """Where the end fades: from `low`, until when it is nearly certain that it goes on, to `high`."""

    def axis(self, share: float) -> Axis:
        """The hours that all of it takes; a step takes at least that `share` of the room."""
        spans = [span for piece in self.pieces for span in (piece.planned, piece.expected) if span]
        moments = [at for span in spans for at in (span.start, span.end)]
        moments += [post.at for post in self.posts]
        moments += [self.outlook.high] if self.outlook is not None else []
        return axis(min(moments), max(moments), share)


def day_of(
    items: Iterable[ItemRow],
    now: datetime,
    hard_outs: Iterable[datetime],
    leaders: Iterable[LeaderNow],
    outlook: EndOutlook | None,
    tz: tzinfo,
    session_id: str,
) -> Day | None:
    """The day, in the time of the place, on which the session with this id is held; None while nothing has an
    hour."""
    pieces = [(row, _piece(row, tz)) for row in items if row.parent_id is None]
    starts = [(row, span.start) for row, piece in pieces if (span := piece.planned or piece.expected)]
    date = next((start.date() for row, start in starts if row.session_id == session_id), None)
    if date is None:
        return None

    def is_today(at: datetime | None) -> bool:
        return at is not None and at.astimezone(tz).date() == date

    today = [
        piece for _, piece in pieces if (span := piece.planned or piece.expected) and is_today(span.start)
    ]
    posts = [DayPost(PostKind.HARD_OUT, at.astimezone(tz)) for at in hard_outs if is_today(at)]
    for one in leaders:
        for kind, at in ((PostKind.ARRIVES, one.arrives_at), (PostKind.LEAVES, one.leaves_at)):
            if at is not None and is_today(at) and not (kind is PostKind.ARRIVES and one.here):
                posts.append(DayPost(kind, at.astimezone(tz), one.name))
    return Day(now.astimezone(tz), _in_turn(today), tuple(sorted(posts, key=lambda post: post.at)), outlook)


def _in_turn(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The same, none planned beyond the start of what was planned next, wherever that stands now: what ends
    at an hour is as long as it is now."""
    starts = sorted(piece.planned.start for piece in pieces if piece.planned is not None)
    made: list[Piece] = []
    for piece in pieces:
        span = piece.planned
        if span is not None:
            after = bisect_right(starts, span.start)
            span = Span(span.start, min([span.end, *starts[after : after + 1]]))
        made.append(replace(piece, planned=span))
    return tuple(made)


def _piece(row: ItemRow, tz: tzinfo) -> Piece:
    start, end = row.expected_start, row.expected_end
    expected = None if start is None or end is None or row.state.is_left_out else _span(start, end, tz)
    plan = row.planned_start
    planned = None if plan is None else _span(plan, plan + row.planned, tz)
    return Piece(row.number, row.title, row.state, planned, expected)


def _span(start: datetime, end: datetime, tz: tzinfo) -> Span:
    return Span(start.astimezone(tz), max(start, end).astimezone(tz))


class Strip(Struct, frozen=True):
    """A bar in whole cells from `left` to before `right`, with what fits into it."""

    left: int
    right: int
    label: str
    piece: Piece


def strips(
    bars: Iterable[tuple[Piece, Span]], hours: Axis, width: int, width_of: Callable[[str], int]
) -> Iterator[Strip]:
    """The bars in `width` cells, from the left. A bar has a cell at least, unless another stands there."""
    free = 0
    for piece, span in sorted(bars, key=lambda bar: bar[1].start):
        left = max(free, math.floor(hours.share(span.start) * width))
        right = min(width, max(left + 1, math.floor(hours.share(span.end) * width)))
        if left < right:
            # a cell stays free between two labels
            yield Strip(left, right, label_of(piece, right - left - 1, width_of), piece)
            free = right


def label_of(piece: Piece, room: int, width_of: Callable[[str], int]) -> str:
    """The number and the title where both fit, or as many whole words of it as tell something; else the
    number, else nothing: half a word says something else."""
    words = piece.title.split()

    def cut(count: int) -> str:
        if count == len(words):
            return f"{piece.number} {' '.join(words)}"
        return f"{piece.number} {' '.join(words[:count]).rstrip(',;:–-“(')}…"

    # most bars of a long day have room for no word: that is asked first
    if len(words) <= FEWEST_WORDS or width_of(cut(FEWEST_WORDS)) <= room:
        for count in range(len(words), min(FEWEST_WORDS, len(words)) - 1, -1):
            if width_of(label := cut(count)) <= room:
                return label
    return piece.number if width_of(piece.number) <= room else ""
