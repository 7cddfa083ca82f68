"""Where everything of a chart stands, in points from its upper left corner. Nothing is drawn here.

A chart of lengths has its bars side by side from nothing on, and minutes where the other has hours.

A chart that is too high for a page becomes several of like height, each with the hours of its own lanes: a
conference runs from the upper left to the lower right, and a page shows its part of the way.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final

from msgspec import Struct

from runofshow.core.day import Axis, axis, spots
from runofshow.paper import measures
from runofshow.paper.lines import broken, width_of
from runofshow.paper.measures import POINTS_OF_A_MM
from runofshow.paper.sheet import Bar, Chart, Lane, Legend, Level, Post

TITLE, SIZE, NOTE = 11.0, 9.0, 7.5
"""Points of the type: of the title, of what is read, of what stands under it."""
LEADING: Final = 1.2
LINE: Final = SIZE * LEADING
BAR, THIN = 5.0, 3.0
"""Height of a bar, and of a heading's."""
BETWEEN: Final = 1.0
"""Planned bar and actual bar."""
PAD: Final = 5.0
"""Between the lines of two lanes."""
GAP: Final = 6.0
SWATCH: Final = 18.0
"""Width of a bar in the legend."""
INDENT: Final = 8.0
"""Of a part under its heading."""
_LABELS: Final = 0.34
"""Of the width, for the labels."""
_HALF_HOUR: Final = 11.5
"""Half the width of «08:30», which stands in the middle of its line."""
_SLACK: Final = 0.93
"""Of a column's width that words may fill: a machine may have another type than the paper's."""
_HEADED: Final = 60.0
"""Points of a page that stay free for what stands over a picture."""
_TICK: Final = 34.0
"""Least distance of two hours: «08:30» and as much air again."""


class Look(Enum):
    """How a bar is drawn."""

    PLANNED = auto()
    ACTUAL = auto()
    OVER = auto()
    UNDONE = auto()


class Explained(Struct, frozen=True):
    """One entry of the legend: such a bar from `left` on, then its words."""

    look: Look
    words: str
    left: float
    row: int


class Scale(Struct, frozen=True):
    """Hours along a line."""

    hours: Axis
    left: float
    right: float

    def x(self, at: datetime) -> float:
        return self.left + (self.right - self.left) * self.hours.share(at)


class Standing(Struct, frozen=True):
    """A lane where it stands."""

    lane: Lane
    top: float
    height: float
    lines: tuple[str, ...]
    notes: tuple[str, ...]


class Mark(Struct, frozen=True):
    """A post where it stands: the line at `x`, its label from `left` on, in a row over the hours."""

    post: Post
    x: float
    left: float
    width: float
    row: int


class Layout(Struct, frozen=True):
    """One picture."""

    width: float
    height: float
    title: tuple[str, ...]
    legend_top: float
    legend: tuple[Explained, ...]
    marks_top: float
    top: float
    """Of the lanes; the hours stand over it."""
    bottom: float
    scale: Scale
    ticks: tuple[tuple[datetime, str], ...]
    marks: tuple[Mark, ...]
    lanes: tuple[Standing, ...]


def size_for(landscape: bool) -> tuple[float, float]:
    """The width of a chart on such a page, and the greatest height that it may have."""
    page = measures.SHORT_MM if landscape else measures.LONG_MM
    tall = page - measures.TOP_MM - measures.BOTTOM_MM
    return measures.width_mm(landscape) * POINTS_OF_A_MM, tall * POINTS_OF_A_MM - _HEADED


def layouts(chart: Chart, width: float, tallest: float) -> tuple[Layout, ...]:
    """The pictures of `chart`, none higher than `tallest` but for a single lane that is; none of a chart
    without any bar."""
    if not any(_moments(chart.lanes)):
        return ()
    labels = width * _LABELS
    head = _head(chart, width, f"{chart.title} {chart.again}")
    foot = LINE + PAD
    marks = len(chart.posts) * LINE
    sized = [_sized(lane, width if lane.level is Level.SESSION else labels) for lane in chart.lanes]
    pages = _pages(sized, tallest - head.height - marks - 2 * foot)
    posts = _shared([[at.lane for at in page] for page in pages], chart.posts)
    made: list[Layout] = []
    for index, (page, own) in enumerate(zip(pages, posts, strict=True)):
        again = f"{chart.title} {chart.again}".strip() if index else chart.title
        made.append(_layout(chart, again, page, own, width))
    return tuple(made)


def _layout(
    chart: Chart, title: str, page: Sequence[Standing], posts: Sequence[Post], width: float
) -> Layout:
    lanes = [at.lane for at in page]
    moments = [*(_moments(lanes) or _moments(chart.lanes)), *(post.at for post in posts)]
    left, right = width * _LABELS + _HALF_HOUR, width - _HALF_HOUR - _off_width(chart)
    scale = Scale(axis(min(moments), max(moments), _TICK / (right - left)), left, right)
    head = _head(chart, width, title)
    marks = _marks(posts, scale, width)
    rows = 1 + max((mark.row for mark in marks), default=-1)
    top = head.height + (rows + 1) * LINE + PAD
    standing: list[Standing] = []
    bottom = top
    for at in page:
        standing.append(Standing(at.lane, bottom, at.height, at.lines, at.notes))
        bottom += at.height
    return Layout(
        width=width,
        height=bottom + LINE + PAD,
        title=head.title,
        legend_top=head.legend_top,
        legend=head.legend,
        marks_top=head.height,
        top=top,
        bottom=bottom,
        scale=scale,
        ticks=tuple(_ticks(scale.hours, chart.of_lengths)),
        marks=marks,
        lanes=tuple(standing),
    )


def _off_width(chart: Chart) -> float:
    """Of the differences at the end of the lines, and of what stands over them."""
    figures = [width_of(lane.off, SIZE, bold=True) for lane in chart.lanes if lane.off]
    return max(width_of(chart.legend.off, SIZE), *figures) + GAP if figures else 0


class _Head(Struct, frozen=True):
    title: tuple[str, ...]
    legend_top: float
    legend: tuple[Explained, ...]
    height: float


def _head(chart: Chart, width: float, title: str) -> _Head:
    lines = broken(title, width * _SLACK, TITLE, bold=True) if title.strip() else ()
    legend = tuple(_explained(chart.legend, width))
    legend_top = len(lines) * TITLE * LEADING + (GAP if lines else 0)
    height = legend_top + (1 + legend[-1].row) * LINE + PAD
    return _Head(lines, legend_top, legend, height)


def _explained(legend: Legend, width: float) -> Iterator[Explained]:
    left, row = 0.0, 0
    for look, words in (
        (Look.PLANNED, legend.planned),
        (Look.ACTUAL, legend.actual),
        (Look.OVER, legend.over),
        (Look.UNDONE, legend.undone),
    ):
        takes = SWATCH + GAP / 2 + width_of(words, SIZE)
        if left and left + takes > width:
            left, row = 0.0, row + 1
        yield Explained(look, words, left, row)
        left += takes + 2 * GAP


def _sized(lane: Lane, labels: float) -> Standing:
    """A lane with its words in lines, not yet in its place."""
    room = (labels - (INDENT if lane.level is Level.PART else 0)) * _SLACK
    bold = lane.level in (Level.HEADING, Level.SESSION)
    lines = broken(lane.label, room, SIZE, bold)
    notes = broken(lane.note, room, NOTE) if lane.note else ()
    words = (len(lines) * SIZE + len(notes) * NOTE) * LEADING
    return Standing(lane, 0, max(words, 2 * BAR + BETWEEN) + PAD, lines, notes)


def _pages(sized: Sequence[Standing], room: float) -> list[list[Standing]]:
    """Pages of like height; what stands over others is on the page of the first of them."""
    whole = sum(at.height for at in sized)
    share = whole / math.ceil(whole / room)
    pages: list[list[Standing]] = [[]]
    height = 0.0
    for at in sized:
        if pages[-1] and (height + at.height > room or height >= share):
            over: list[Standing] = []
            while len(pages[-1]) > 1 and pages[-1][-1].lane.level in (Level.SESSION, Level.HEADING):
                over.insert(0, pages[-1].pop())
            pages.append(over)
            height = sum(each.height for each in over)
        pages[-1].append(at)
        height += at.height
    return pages


def _shared(pages: Sequence[Sequence[Lane]], posts: Sequence[Post]) -> list[list[Post]]:
    """Each post on every page with its hour; else on the first page that is later, or on the last."""
    spans = [(min(moments), max(moments)) for page in pages if (moments := _moments(page))]
    at_page = [index for index, page in enumerate(pages) if _moments(page)]
    shared: list[list[Post]] = [[] for _ in pages]
    for post in posts:
        within = [index for index, (start, end) in enumerate(spans) if start <= post.at <= end]
        later = [index for index, (start, _) in enumerate(spans) if start > post.at]
        for index in within or later[:1] or [len(spans) - 1]:
            shared[at_page[index]].append(post)
    return shared


def _moments(lanes: Sequence[Lane]) -> list[datetime]:
    bars = (bar for lane in lanes for bar in (lane.planned, lane.actual) if isinstance(bar, Bar))
    return [moment for bar in bars for moment in (bar.start, bar.end)]


def _ticks(hours: Axis, of_lengths: bool) -> Iterator[tuple[datetime, str]]:
    """An hour is written `08:30`, the beginning of a day `28/3`; a length `15'`."""
    for at in hours.ticks():
        if of_lengths:
            yield at, f"{(at - hours.start) // timedelta(minutes=1)}'"
        else:
            yield at, f"{at:%H:%M}" if at.hour or at.minute else f"{at.day}/{at.month}"


def _marks(posts: Sequence[Post], scale: Scale, width: float) -> tuple[Mark, ...]:
    """Each label over its line, in the first row where it touches no other."""
    ordered = sorted(posts, key=lambda each: each.at)
    sized = [(scale.x(post.at), width_of(post.label, SIZE, bold=post.firm)) for post in ordered]
    stood = zip(ordered, sized, spots(sized, width, GAP), strict=True)
    return tuple(Mark(post, x, spot.left, wide, spot.row) for post, (x, wide), spot in stood)
