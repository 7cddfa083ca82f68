"""The caller's face, the stage: where each part of it stands at each size of the terminal.

Three shapes. Wide: current and next side by side, each with its cues (at a great width the cue board beside
them has all of them), the call band, the running order. Narrow: one column in the same order. Tiny: the count
and what comes next. What the running order does not need of its room the panels have.
"""

from __future__ import annotations

from enum import Enum, auto

from msgspec import Struct
from rich.segment import Segment

from runofshow.core.commands import Mode
from runofshow.core.snapshot import Phase, Snapshot
from runofshow.tui.big_digits import size_for
from runofshow.tui.faces import Face
from runofshow.tui.formats import clock
from runofshow.tui.inbox import Unread
from runofshow.tui.lines import EMPTY, Line, Picture, beside, cut, pad, spread, tall
from runofshow.tui.panels.big_count import drawn, number
from runofshow.tui.panels.call_line import call_band, time_line
from runofshow.tui.panels.cue_board import called_now, cue_board
from runofshow.tui.panels.current import current_beside, current_panel
from runofshow.tui.panels.footer import Status, console_keys, status_line, status_lines
from runofshow.tui.panels.header import MOST, alarm_lines, header
from runofshow.tui.panels.next_item import next_lines, next_panel
from runofshow.tui.panels.order import (
    Lines,
    Table,
    first_shown,
    hidden,
    order_head,
    order_lines,
    table_of,
)
from runofshow.tui.pen import Pen

__all__ = ["Look", "Stage", "stage"]


HIGHEST = 34
"""Lines of the panels above the table, however little the table needs."""

AIRY = 36
"""From this height on there is air around the panels and in the band of the call."""

WITH_DAY = (160, 40)
"""From this width and height on the day at a glance stands over the running order."""
DAY_LINES = 6

LOW = 30
"""Beneath this height one line at the foot serves what was said and the keys."""

HIDDEN_ROOM = 22
"""Cells for `↑ 12 mục  ↓ 34 mục`."""


class Look(Struct, frozen=True):
    """What the caller has chosen to see."""

    chosen: str | None = None
    """The row under the cursor, moved there by hand; None while the cursor follows the show."""
    top: int = 0
    """The first row shown last time, so that the table moves as little as it can."""
    status: Status | None = None
    unread: Unread | None = None
    failure: str = ""
    """What went wrong in the drawing itself; empty when nothing did."""
    reminder: str = ""
    """What is overdue, at the foot while nothing else is said there; never while the show runs."""


class Kept(Enum):
    """What of the last drawing is right still."""

    NOTHING = auto()
    PANELS = auto()
    """What runs and what comes: the clock shows another second, and no count does."""
    UPPER = auto()
    """All that stands above the table."""


class Stage(Struct, frozen=True):
    """A drawn stage, and where its table stands, for a mouse and for the next drawing."""

    picture: Picture
    table_y: int = 0
    table_height: int = 0
    top: int = 0
    table: Table | None = None
    panels: Picture = []
    upper: Picture = []
    """What stands above the table and its head, the panels among it."""


NO_STAGE = Stage([])


def stage(
    snapshot: Snapshot,
    pen: Pen,
    width: int,
    height: int,
    look: Look,
    last: Stage = NO_STAGE,
    kept: Kept = Kept.NOTHING,
) -> Stage:
    """The stage in exactly `width` by `height` cells; the `last` one says what need not be drawn again."""
    if width < 40 or height < 12:
        return Stage(_tiny(snapshot, pen, width, height, look))
    table = table_of(snapshot, pen, width, last.table)
    panels = [] if kept is Kept.NOTHING else last.panels
    panels = panels or _padded(_panels(snapshot, pen, width, height, len(table.lines)), width)
    upper = last.upper if kept is Kept.UPPER else []
    feet = _feet(snapshot, pen, width, height, look)
    upper = upper or _upper(snapshot, pen, width, height, look, panels)
    return _with_table(snapshot, table, height, look, panels, upper, feet)


def _upper(snapshot: Snapshot, pen: Pen, width: int, height: int, look: Look, panels: Picture) -> Picture:
    head = [header(snapshot, pen, width, look.unread), *alarm_lines(snapshot, pen, width, look.failure)]
    is_airy = width >= 100 and height >= AIRY
    day = [] if width < WITH_DAY[0] or height < WITH_DAY[1] else _day(snapshot, pen, width)
    calls = [*call_band(snapshot, pen, width, 3 if is_airy else 1), time_line(snapshot, pen, width)]
    return [*_padded(head, width), *panels, *_padded([*calls, *day], width)]


def _day(snapshot: Snapshot, pen: Pen, width: int) -> Picture:
    # only now: the stage is painted sooner without it, and a low or narrow one never has it
    from runofshow.tui.panels.day import day_lines, day_now

    day = day_now(snapshot, pen)
    if day is None:
        return []
    lines = day_lines(day, snapshot.over_under, pen, width - 2)
    return [(Segment("─" * width, pen.ink.rule),), *_inset(lines, width - 2)[0]]


def _padded(picture: Picture, width: int) -> Picture:
    return [pad(line, width) for line in picture]


def _panels(snapshot: Snapshot, pen: Pen, width: int, height: int, rows: int) -> Picture:
    """What stands above a table of `rows` lines, higher where that leaves room."""
    # the band at the top, the alarms, the head of the table, the lines at the foot
    free = height - 1 - min(len(snapshot.alarms), MOST) - 1 - rows - (1 if height < LOW else 2)
    free -= DAY_LINES if width >= WITH_DAY[0] and height >= WITH_DAY[1] else 0
    is_wide = width >= 100 and height >= 26
    return (_wide if is_wide else _narrow)(snapshot, pen, width, height, free)


def _wide(snapshot: Snapshot, pen: Pen, width: int, height: int, free: int) -> Picture:
    is_airy = height >= AIRY
    # beside the panels: the band of the call, the times, and the air around
    room = max(min(max(round(height * 0.45), 11), 26), min(free - (6 if is_airy else 2), HIGHEST))
    bar = Segment("│", pen.ink.rule)
    has_board = width >= 180
    third = max(61, width * 31 // 100) if has_board else 0
    left = (width - third) * 13 // 24 if has_board else (width - 1) // 2
    right = width - left - third - 1 - has_board
    columns = [_inset(current_panel(snapshot, pen, left - 2, room, has_cues=not has_board), left - 2)]
    if has_board:
        columns.append(_inset(next_panel(snapshot, pen, right - 2, room, has_cues=False), right - 2))
        columns.append(_inset(cue_board(snapshot, pen, third - 2, room), third - 2))
    else:
        columns.append(_inset(_coming(snapshot, pen, right - 2, room), right - 2))
    panels = beside(columns, room, bar)
    edge: Picture = beside([([], wide) for _, wide in columns], 1, bar) if is_airy else []
    return [*edge, *panels, *edge]


def _narrow(snapshot: Snapshot, pen: Pen, width: int, height: int, free: int) -> Picture:
    inner = width - 2
    room = 6 if height < LOW else 8
    if height < 18:
        room = 4
    most = 4 if height >= 22 else 2
    # beside the panels: a rule, the band of the call, the times
    spare = max(0, free - 3 - room - most)
    for_count = min(spare // 2, 11 - room)
    room, most = room + for_count, most + spare - for_count
    current = current_beside(snapshot, pen, inner, room)
    # what a hand must do now stands before what comes: of that at least the name is left
    called = called_now(snapshot, pen, inner)[: most - 1]
    most -= len(called)
    coming = (_coming if most >= 8 else next_lines)(snapshot, pen, inner, most)
    rule: Line = (Segment("─" * width, pen.ink.rule),)
    return [*_inset([*tall(current, room), *called], inner)[0], rule, *_inset(coming, inner)[0]]


def _coming(snapshot: Snapshot, pen: Pen, width: int, height: int) -> Picture:
    """What comes next, and the cues of what follows it where there is room."""
    panel = next_panel(snapshot, pen, width, height)
    left = height - len(panel) - 1
    return [*panel, EMPTY, *cue_board(snapshot, pen, width, left, is_beyond=True)] if left > 3 else panel


def _inset(picture: Picture, width: int) -> tuple[Picture, int]:
    """A cell of air on both sides."""
    air = Segment(" ")
    return [(air, *line) for line in picture], width + 2


def _feet(snapshot: Snapshot, pen: Pen, width: int, height: int, look: Look) -> Picture:
    keys = console_keys(snapshot, pen, Face.STAGE, width)
    # What is said leaves room for how many rows are hidden, which stands at the end of the same line.
    room = width if height < LOW else width - HIDDEN_ROOM
    said = status_lines(look.status, look.unread, pen, room)[: max(1, height // 6)]
    if height < LOW:
        return said or [keys]
    chosen = snapshot.rows.of(look.chosen)
    if not said and chosen is not None:
        # The table cuts long names; the row under the cursor is written out here.
        whole = " · ".join(part for part in (f"{chosen.number}  {chosen.title}", chosen.by) if part)
        said = [cut((pen.text(f" › {whole}"),), width)]
    if not said and look.reminder:
        said = [cut((pen.quiet(f" {look.reminder}"),), room)]
    return [*(said or [EMPTY]), keys]


def _with_table(
    snapshot: Snapshot,
    table: Table,
    height: int,
    look: Look,
    panels: Picture,
    upper: Picture,
    feet: Picture,
) -> Stage:
    pen, width, lines = table.pen, table.width, table.lines
    room = height - len(upper) - len(feet)
    if room < 1:
        return Stage(_whole([*upper[: height - len(feet)], *feet], width, height))
    with_head = room >= 4
    head = [order_head(pen, table.columns, width)] if with_head else []
    rows = room - with_head
    first = first_shown(len(lines), rows, _anchor(snapshot, lines, look.chosen), look.top)
    if height >= LOW:
        last = spread(feet[-2], hidden(len(lines), pen, first, rows), width - 1)
        feet = [*feet[:-2], last, feet[-1]]
    shown = order_lines(snapshot, table, rows, first, look.chosen)
    picture = [*upper, *head, *shown, *_whole([], width, rows - len(shown)), *_whole(feet, width, len(feet))]
    return Stage(picture, len(upper) + len(head), rows, first, table, panels, upper)


def _anchor(snapshot: Snapshot, lines: Lines, chosen: str | None) -> int:
    """The row that must be in sight: the cursor's, else the running one, else the next."""
    running = snapshot.current.row.item_id if snapshot.current else None
    coming = snapshot.next.item_id if snapshot.next else None
    found = (lines.line_of(item_id) for item_id in (chosen, running, coming))
    return next((line for line in found if line is not None), max(0, len(lines) - 1))


def _whole(picture: Picture, width: int, height: int) -> Picture:
    return [pad(line, width) for line in tall(picture, height)]


def _tiny(snapshot: Snapshot, pen: Pen, width: int, height: int, look: Look) -> Picture:
    """Too small for a table: alarm, count, what runs, what comes, what space does, while there are lines."""
    if width < 1 or height < 1:
        return []
    rehearsing = snapshot.mode is Mode.REHEARSAL
    lines: Picture = [header(snapshot, pen, width, look.unread)] if height >= 6 else []
    lines += alarm_lines(snapshot, pen, width, look.failure)[:1] if height >= 4 else []
    counted = number(snapshot.count, snapshot.now, pen)
    size = size_for(counted.text, width, min(height - len(lines) - 4, 7)) if counted else None
    if counted is None:
        said = pen.words.ended if snapshot.phase is Phase.ENDED else pen.words.before
        lines.append(cut((pen.strong(said),), width))
    elif size is not None:
        lines += [cut(line, width) for line in drawn(counted, counted.text, size)]
        lines.append(cut((pen.inked(counted.label, counted.style),), width))
    else:
        mark = "▲ " if rehearsing else ""
        lines.append(
            cut((pen.inked(mark + counted.text, counted.style), pen.quiet(f" {counted.label}")), width)
        )
    if snapshot.current is not None and height >= 5:
        row = snapshot.current.row
        lines.append(cut((pen.inked(f"{row.number} ", pen.ink.accent), pen.text(row.title)), width))
    if snapshot.next is not None:
        row = snapshot.next
        at = clock(row.expected_start, pen.tz)
        lines.append(cut((pen.strong(f"→ {row.number} "), pen.text(row.title), pen.quiet(f" {at}")), width))
    if height - len(lines) >= 1:
        lines += call_band(snapshot, pen, width, 1)
    # Here what space does must come back, so that a message stands only as long as it is fresh.
    fresh = look.unread if look.unread is not None and look.unread.in_header else None
    if lines and (told := status_line(look.status, fresh, pen, width)):
        lines[-1] = told
    return _whole(lines or [EMPTY], width, height)
