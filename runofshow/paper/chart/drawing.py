"""Each picture of a chart as SVG that asks nothing of any address; it stands in a page as it is.

A picture has its own white ground and names every colour, so it looks on a dark screen as it does on paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from html import escape
from typing import Final, assert_never

from msgspec import Struct

from runofshow.paper import measures
from runofshow.paper.chart import layout
from runofshow.paper.chart.layout import Layout, Look, Mark, Scale, Standing
from runofshow.paper.lines import width_of
from runofshow.paper.sheet import Bar, Chart, Level, Tone

_INK, _QUIET, _LINE, _BAND = "#000", "#555", "#d5d5d5", "#e7e6e6"
_ACTUAL, _OVER = "#8fa3b8", "#7a1212"
"""Light and dark also where there are no colours."""
_OFF: Final = {Tone.OVER: _OVER, Tone.ALERT: _OVER, Tone.UNDER: "#14532d"}
_FONTS: Final = f"'{measures.FONT}', 'Liberation Serif', 'Noto Serif', 'DejaVu Serif', serif"
_DROP: Final = 0.75
"""From the top of a line of type to where its letters stand, by its size and leading."""
_LEAST: Final = 0.75
"""Width of a bar, however short: what happened is seen."""
SPACE: Final = 'xmlns="http://www.w3.org/2000/svg"'


class Drawing(Struct, frozen=True):
    """One picture; points."""

    svg: str
    """An `svg` element as HTML has it; by itself it needs the name space of SVG."""
    width: float
    height: float
    title: str
    told: str
    """For those who do not see it."""

    def alone(self) -> str:
        """The SVG as a file of its own has it."""
        return self.svg.replace("<svg ", f"<svg {SPACE} ", 1)


def drawings(chart: Chart, landscape: bool) -> tuple[Drawing, ...]:
    """The pictures of `chart`, each for a page; none where the chart has no bar."""
    width, tallest = layout.size_for(landscape)
    made: list[Drawing] = []
    for picture in layout.layouts(chart, width, tallest):
        title = " ".join(picture.title)
        svg = "".join(_svg(chart, picture, title))
        made.append(Drawing(svg, picture.width, picture.height, title, chart.told))
    return tuple(made)


def _svg(chart: Chart, picture: Layout, title: str) -> Iterator[str]:
    # a point of ground on either side: the edge of a picture must cut no letter
    width, height, whole = _n(picture.width), _n(picture.height), _n(picture.width + 2)
    yield f'<svg role="img" viewBox="-1 0 {whole} {height}" width="{width}pt" height="{height}pt"'
    yield f' font-family="{_FONTS}" font-size="{_n(layout.SIZE)}" fill="{_INK}">'
    yield f"<title>{_safe(title)}</title><desc>{_safe(chart.told)}</desc>"
    yield f'<rect x="-1" width="{whole}" height="{height}" fill="#fff"/>'
    for index, line in enumerate(picture.title):
        baseline = (index + _DROP) * layout.TITLE * layout.LEADING
        yield _text(line, 0, baseline, size=layout.TITLE, bold=True)
    yield from _legend(picture, chart.legend.off)
    yield from (_line_of_hour(at, picture) for at, _ in picture.ticks)
    for standing in picture.lanes:
        yield from _lane(standing, picture)
    yield from (_line_of(mark, picture) for mark in picture.marks)
    # words stand on the lines, so that none is struck through
    yield from (_label_of(mark, picture) for mark in picture.marks)
    yield from _hours(picture)
    yield "</svg>"


def _legend(picture: Layout, off: str) -> Iterator[str]:
    for each in picture.legend:
        top = picture.legend_top + each.row * layout.LINE
        middle = top + (layout.LINE - layout.BAR) / 2
        yield _bar(each.look, each.left, middle, layout.SWATCH, layout.BAR)
        yield _text(each.words, each.left + layout.SWATCH + layout.GAP / 2, _baseline(top))
    if any(at.lane.off for at in picture.lanes):
        top = picture.top - layout.PAD - layout.LINE
        yield _text(off, picture.width, _baseline(top), anchor="end")


def _line_of_hour(at: datetime, picture: Layout) -> str:
    x = picture.scale.x(at)
    return _line(x, picture.top - layout.PAD, x, picture.bottom, _LINE, 0.5)


def _hours(picture: Layout) -> Iterator[str]:
    for at, text in picture.ticks:
        x, wide = picture.scale.x(at), width_of(text, layout.SIZE)
        for top in (picture.top - layout.PAD - layout.LINE, picture.bottom):
            yield _solid(x - wide / 2, top, wide, layout.LINE, "#fff")
            yield _text(text, x, _baseline(top), anchor="middle", colour=_QUIET)


def _lane(at: Standing, picture: Layout) -> Iterator[str]:
    lane = at.lane
    if lane.level is Level.SESSION:
        yield _solid(0, at.top, picture.width, at.height, _BAND)
    else:
        yield _line(0, at.top, picture.width, at.top, _LINE, 0.5)
    yield from _words(at)
    scale = picture.scale
    thick = layout.THIN if lane.level is Level.HEADING else layout.BAR
    top = at.top + (at.height - layout.BETWEEN) / 2 - thick
    if lane.planned is not None:
        left, width = _span(lane.planned, scale)
        yield _bar(Look.UNDONE if lane.actual is None else Look.PLANNED, left, top, width, thick)
    if lane.actual is not None:
        yield from _actual(lane.actual, lane.planned, scale, top + thick + layout.BETWEEN, thick)
    if lane.off:
        bold = lane.tone in (Tone.OVER, Tone.ALERT)
        middle = _baseline(at.top + (at.height - layout.LINE) / 2)
        colour = _OFF.get(lane.tone, _INK)
        yield _text(lane.off, picture.width, middle, anchor="end", bold=bold, colour=colour)


def _words(at: Standing) -> Iterator[str]:
    lane = at.lane
    left = layout.INDENT if lane.level is Level.PART else layout.GAP / 2 if lane.level is Level.SESSION else 0
    words = (len(at.lines) * layout.SIZE + len(at.notes) * layout.NOTE) * layout.LEADING
    top = at.top + (at.height - words) / 2
    bold = lane.level in (Level.HEADING, Level.SESSION)
    for line in at.lines:
        yield _text(line, left, _baseline(top), bold=bold)
        top += layout.LINE
    for line in at.notes:
        yield _text(line, left, _baseline(top, layout.NOTE), size=layout.NOTE, italic=True, colour=_QUIET)
        top += layout.NOTE * layout.LEADING


def _actual(bar: Bar, planned: Bar | None, scale: Scale, top: float, thick: float) -> Iterator[str]:
    """What is longer than its plan is dark; an end that nobody knows is a point."""
    left, width = _span(bar, scale)
    yield _bar(Look.ACTUAL, left, top, width, thick)
    if planned is not None and bar.end - bar.start > planned.end - planned.start:
        over = scale.x(bar.start + (planned.end - planned.start))
        yield _bar(Look.OVER, over, top, left + width - over, thick)
    if bar.open:
        end, middle = left + width, top + thick / 2
        points = f"{_n(end)},{_n(top - 1)} {_n(end + thick)},{_n(middle)} {_n(end)},{_n(top + thick + 1)}"
        yield f'<polygon points="{points}"/>'


def _span(bar: Bar, scale: Scale) -> tuple[float, float]:
    left = scale.x(bar.start)
    return left, max(scale.x(bar.end) - left, _LEAST)


def _line_of(mark: Mark, picture: Layout) -> str:
    dashes = "" if mark.post.firm else ' stroke-dasharray="2 2"'
    top = picture.marks_top + mark.row * layout.LINE
    return _line(mark.x, top, mark.x, picture.bottom, _INK, 1.0 if mark.post.firm else 0.6, dashes)


def _label_of(mark: Mark, picture: Layout) -> str:
    top = picture.marks_top + mark.row * layout.LINE
    ground = _solid(mark.left - 1, top, mark.width + 2, layout.LINE, "#fff")
    return ground + _text(mark.post.label, mark.left, _baseline(top), bold=mark.post.firm)


def _baseline(top: float, size: float = layout.SIZE) -> float:
    return top + _DROP * size * layout.LEADING


def _bar(look: Look, left: float, top: float, width: float, height: float) -> str:
    box = _box(left, top, width, height)
    match look:
        case Look.PLANNED:
            return f'<rect {box} fill="#fff" stroke-width=".7" stroke="{_INK}"/>'
        case Look.UNDONE:
            return f'<rect {box} fill="#fff" stroke-width=".7" stroke="{_QUIET}" stroke-dasharray="2 1.5"/>'
        case Look.ACTUAL:
            return _solid(left, top, width, height, _ACTUAL)
        case Look.OVER:
            return _solid(left, top, width, height, _OVER)
        case _:
            assert_never(look)


def _solid(left: float, top: float, width: float, height: float, colour: str) -> str:
    return f'<rect {_box(left, top, width, height)} fill="{colour}"/>'


def _box(left: float, top: float, width: float, height: float) -> str:
    return f'x="{_n(left)}" y="{_n(top)}" width="{_n(width)}" height="{_n(height)}"'


def _line(
    left: float, top: float, right: float, bottom: float, colour: str, width: float, more: str = ""
) -> str:
    ends = f'x1="{_n(left)}" y1="{_n(top)}" x2="{_n(right)}" y2="{_n(bottom)}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{_n(width)}"{more}/>'


def _text(
    text: str,
    x: float,
    baseline: float,
    *,
    size: float = layout.SIZE,
    bold: bool = False,
    italic: bool = False,
    anchor: str = "",
    colour: str = "",
) -> str:
    looks = f' font-size="{_n(size)}"' if size != layout.SIZE else ""
    looks += ' font-weight="bold"' if bold else ""
    looks += ' font-style="italic"' if italic else ""
    looks += f' text-anchor="{anchor}"' if anchor else ""
    looks += f' fill="{colour}"' if colour else ""
    return f'<text x="{_n(x)}" y="{_n(baseline)}"{looks}>{_safe(text)}</text>'


def _n(value: float) -> str:
    """Hundredths of a point are finer than any printer."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _safe(text: str) -> str:
    return escape(text, quote=True)
