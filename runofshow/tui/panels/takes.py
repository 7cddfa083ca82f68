"""The takes of each item over the board: plan, each take, now, median and spread, in figures and as a bar.

     5.2  Tham luận: nông thôn mới     7'   12:12   8:24   9:00    8:24   5:40–15:28   ███▌│░░░░

Where there is little room the bar goes first, then the range, then the oldest takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from msgspec import Struct
from rich.segment import Segment

from runofshow.core.beside import Beside
from runofshow.core.beside import Line as Takes
from runofshow.core.commands import Mode
from runofshow.core.snapshot import Snapshot
from runofshow.tui.formats import count_up, length
from runofshow.tui.lines import Line, Picture, cells, cut, pad, tall, wrapped
from runofshow.tui.panels.over_board import headline, key_line
from runofshow.tui.pen import Pen

NUMBER, FIGURE, RANGE, BAR, TITLE = 6, 8, 14, 18, 10
"""Cells of the columns; a title has at least so many."""
WIDER = 12
"""Cells more that a title has before range and bar are shown."""


class TakesLook(Struct, frozen=True):
    """What is listed."""

    found: Beside | None = None
    """None while the records are being read."""
    top: int = 0
    """The first line that is shown."""
    trouble: str = ""
    """Why they cannot be read."""


class _Columns(Struct, frozen=True):
    takes: int
    has_range: bool
    has_bar: bool
    title: int


def takes_panel(look: TakesLook, snapshot: Snapshot, pen: Pen, width: int, height: int) -> Picture:
    """The panel in exactly `width` by `height` cells."""
    if width < 1 or height < 1:
        return []
    words, found = pen.words.takes, look.found
    head: Picture = [headline(words.title, snapshot, pen, width)]
    foot: Picture = [key_line([("↑ ↓", words.scroll), ("Esc", pen.words.newer_plan.close)], pen, width)]
    if found is None or not found.lines:
        said = look.trouble or (words.reading if found is None else words.none_here)
        body: Picture = [(), *wrapped(said, width, pen.ink.text, 3)]
    else:
        columns = _columns(len(found.takes), width)
        told = " · ".join(_told(found, pen)[: columns.takes])
        bars = [cut((pen.quiet(words.bars),), width)] if columns.has_bar else []
        head += [*wrapped(told, width, pen.ink.quiet, 2), *bars, _heads(columns, snapshot, pen)]
        longest = max((each for line in found.lines for each in _lengths(line)), default=timedelta())
        body = [_row(line, columns, longest, pen) for line in found.lines]
        body = body[top_of(look, len(body), height - len(head) - 1) :]
    room = max(0, height - len(head) - len(foot))
    return [pad(line, width) for line in tall([*head, *tall(body, room), *foot], height)]


def top_of(look: TakesLook, lines: int, room: int) -> int:
    """The first line shown, so that no room stays empty below the last."""
    return max(0, min(look.top, lines - max(1, room)))


def _columns(takes: int, width: int) -> _Columns:
    """What there is room for."""
    fixed = NUMBER + TITLE + 3 * FIGURE
    shown = min(takes, max(0, (width - fixed) // FIGURE))
    left = width - fixed - shown * FIGURE
    has_range = left >= WIDER + RANGE
    has_bar = left >= WIDER + RANGE + BAR
    return _Columns(shown, has_range, has_bar, TITLE + max(0, left - RANGE * has_range - BAR * has_bar))


def _told(found: Beside, pen: Pen) -> list[str]:
    """Which take was when."""
    return [
        pen.words.takes.told.format(
            number=place,
            when=f"{(take.started_at or take.opened_at).astimezone(pen.tz):%d/%m %H:%M}"
            + ("" if take.speed == 1 else f" ×{take.speed:g}"),
        )
        for place, take in enumerate(found.takes, start=1)
    ]


def _heads(columns: _Columns, snapshot: Snapshot, pen: Pen) -> Line:
    words = pen.words.takes
    now = words.this_time if snapshot.mode is Mode.REHEARSAL else words.live
    takes = [words.take.format(number=place + 1) for place in range(columns.takes)]
    figures = [words.planned, *takes, now, words.median]
    line: Line = (pen.quiet(" " * NUMBER), *pad((pen.quiet(words.item),), columns.title))
    line = (*line, *(pen.quiet(f"{each:>{FIGURE}}") for each in figures))
    return (*line, pen.quiet(f"{words.likely:>{RANGE}}")) if columns.has_range else line


def _row(line: Takes, columns: _Columns, longest: timedelta, pen: Pen) -> Line:
    item, spread = line.item, line.spread
    planned = "" if item.planned is None else ("~" if item.row.assumed else "") + length(item.planned)
    figures = [
        pen.quiet(f"{planned:>{FIGURE}}"),
        *(pen.text(f"{_figure(take):>{FIGURE}}") for take in line.takes[: columns.takes]),
        pen.inked(f"{_figure(line.length):>{FIGURE}}", pen.ink.amber if line.is_moved else pen.ink.strong),
        pen.strong(f"{_figure(None if spread is None else spread.median):>{FIGURE}}"),
    ]
    if columns.has_range:
        likely = None if spread is None else spread.likely
        said = "" if likely is None else f"{count_up(likely.low)}–{count_up(likely.high)}"
        figures.append(pen.quiet(f"{said:>{RANGE}}"))
    title = pad(cut((pen.text(item.row.title),), columns.title - 1), columns.title)
    bar = _bar(line, longest, pen) if columns.has_bar else ()
    return (pen.quiet(f"{item.row.number:<{NUMBER}}"), *title, *figures, *bar)


def _figure(of: timedelta | None) -> str:
    return "–" if of is None else count_up(of)


def _lengths(line: Takes) -> Sequence[timedelta]:
    times = [time.length for each in (*line.times, line.own) for time in each]
    return [*times, *(each for each in (line.item.planned, line.length) if each is not None)]


def _bar(line: Takes, longest: timedelta, pen: Pen) -> Line:
    """Up to the median, then lighter to the longest take, and a stroke where the plan ends."""
    room = BAR - 2

    def place(of: timedelta) -> int:
        return min(room - 1, round(of / longest * room)) if longest else 0

    rehearsed = [time.length for each in line.times for time in each]
    middle = 0 if line.spread is None else place(line.spread.median)
    far = max([middle, *map(place, rehearsed)])
    signs = ["█"] * middle + ["░"] * (far - middle) + [" "] * (room - far)
    told: list[Segment] = [pen.text("  ")]
    ends = None if line.item.planned is None else place(line.item.planned)
    for at, sign in enumerate(signs):
        told.append(pen.strong("│") if at == ends else pen.inked(sign, pen.ink.quiet))
    assert cells(tuple(told)) == BAR
    return tuple(told)
