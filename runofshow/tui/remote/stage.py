"""The chairman's and the deputy's screen: the whole running order, to read."""

from __future__ import annotations

from datetime import timedelta

from rich.segment import Segment
from rich.style import Style

from runofshow.core.agenda import Role
from runofshow.core.snapshot import ItemState, Phase
from runofshow.core.views.items import ItemView
from runofshow.core.views.roles import StageView
from runofshow.core.wire import length
from runofshow.tui.formats import clock, difference, in_minutes, lateness, whole_minutes
from runofshow.tui.lines import Line, Picture, cut, over, pad, tall
from runofshow.tui.panels.count import number
from runofshow.tui.panels.order import Columns, columns_for, first_shown
from runofshow.tui.remote.count import count_block, item_lines
from runofshow.tui.remote.scene import Scene
from runofshow.tui.remote.scrolling import View, clamped
from runofshow.tui.remote.speaker import said_to

TIGHT = timedelta(minutes=5)


def stage_view(picture: StageView, scene: Scene, width: int, height: int, scrolled: int | None) -> View:
    """The count and the times above, the order beneath. `scrolled` None: it follows the show."""
    pen = scene.pen
    wide = max(1, width - 2)
    rows = max(1, min(height // 3, 8))

    def beside(room: int) -> Picture:
        lines = item_lines(picture.current, scene, room, 3 if rows > 4 else 1)
        if picture.next is not None:
            at = clock(picture.next.expected_start, pen.tz)
            lines.append((pen.quiet(f"→ {at} {picture.next.number} {picture.next.title}"),))
        return [*lines, times_line(picture, scene)]

    found = number(picture.count, scene.now, scene.pen)
    top = said_to(picture, Role.STAGE, scene, width, max(1, height // 3))
    top += [(Segment(" "), *line) for line in count_block(found, picture, scene, beside, wide, rows)]
    room = max(0, height - len(top))
    first = order_top(picture, room)
    if scrolled is not None:
        first = clamped(scrolled, len(picture.items), room)
    table = tall(order_lines(picture, scene, width, first, room), room)
    return View([*top, *table], first, max(0, len(picture.items) - room))


def order_top(picture: StageView, height: int) -> int:
    """The first row in sight when the order follows the show."""
    rows = picture.items
    running = picture.current.item_id if picture.current else picture.next.item_id if picture.next else None
    at = next((index for index, row in enumerate(rows) if row.item_id == running), None)
    if at is None:
        at = len(rows) - 1 if picture.phase is Phase.ENDED else 0
    return first_shown(len(rows), height, max(0, at), 0)


def times_line(picture: StageView, scene: Scene) -> Line:
    """`chậm 3' · kết thúc 11:24 · giờ chót 11:30 · còn dư 6'`."""
    pen, pages, session = scene.pen, scene.pages, picture.session
    if picture.phase is Phase.ENDED or picture.floating:
        return ()
    slack = length(picture.slack_s)
    past = slack is not None and slack < timedelta()
    parts: list[Segment] = [pen.strong(lateness(length(picture.over_under_s), pen.words, past_hard_out=past))]
    if session.expected_end is not None:
        parts.append(pen.text(pages.ends_at.format(at=clock(session.expected_end, pen.tz))))
    if session.hard_out is not None and slack is not None:
        parts.append(pen.quiet(pages.hard_out.format(at=clock(session.hard_out, pen.tz))))
        minutes = abs(whole_minutes(slack))
        if past:
            said = pages.past_hard_out.format(length=in_minutes(max(1, minutes), "'"))
            parts.append(pen.inked(f"✗ {said}", pen.ink.red))
        else:
            ink = pen.ink.amber if slack < TIGHT else pen.ink.quiet
            parts.append(pen.inked(pages.slack.format(length=in_minutes(minutes, "'")), ink))
    line: list[Segment] = []
    for part in parts:
        line += [part] if not line else [pen.quiet(" · "), part]
    return tuple(line)


def order_lines(picture: StageView, scene: Scene, width: int, first: int, most: int) -> Picture:
    """The rows from `first` on: plan, actual or expected, difference, title, person, minutes."""
    pen = scene.pen
    if not picture.items:
        return [cut((pen.text(f" {scene.pages.no_items}"),), width)]
    columns = columns_for(width, max(len(row.number) for row in picture.items))
    parents = {row.parent_id for row in picture.items if row.parent_id}
    running = picture.current.item_id if picture.current else None
    coming = picture.next.item_id if picture.next else None
    return [
        _row(
            row, scene, columns, width, row.item_id in parents, row.item_id == running, row.item_id == coming
        )
        for row in picture.items[first : first + most]
    ]


def _row(
    row: ItemView, scene: Scene, columns: Columns, width: int, heading: bool, running: bool, coming: bool
) -> Line:
    pen, pages = scene.pen, scene.pages
    ink = _ink(row, scene, heading, running)
    sign = (
        "▶"
        if running
        else "→"
        if coming
        else {ItemState.DONE: "✓", ItemState.SKIPPED: "–", ItemState.ASIDE: "·"}.get(row.state, " ")
    )
    start = row.actual_start or row.expected_start
    parts: list[Segment] = [
        Segment(f" {sign} ", pen.ink.accent if running else pen.ink.quiet),
        Segment(f"{row.number.ljust(columns.number)[: columns.number]} ", ink),
    ]
    if columns.planned:
        at = clock(row.planned_start, pen.tz) if row.planned_start else ""
        parts.append(Segment(at.ljust(columns.planned), pen.ink.quiet))
    if columns.actual:
        parts.append(Segment((clock(start, pen.tz) if start else "").ljust(columns.actual), ink))
    if columns.late:
        late = "" if row.state.is_left_out else difference(length(row.late_s))
        parts.append(Segment(late.rjust(columns.late - 1) + " ", ink))
    notes = [
        note
        for note, holds in (
            (pages.optional, row.optional),
            (pages.skipped, row.state is ItemState.SKIPPED),
            (pages.aside, row.state is ItemState.ASIDE),
        )
        if holds
    ]
    title: Line = (
        Segment("  " if row.parent_id else "", ink),
        Segment("◆ " if row.protected and not heading else "", pen.ink.quiet),
        Segment(row.title, ink),
        Segment(f" ({', '.join(notes)})" if notes else "", pen.ink.quiet),
    )
    room = columns.title + (columns.cues + 1 if columns.cues else 0)
    parts += pad(cut(title, max(room - 1, 0)), room)
    if columns.by:
        parts += pad(cut((Segment(row.by or "", ink),), columns.by), columns.by + 2)
    if columns.minutes:
        takes = max(whole_minutes(length(row.planned_s + row.added_s)), 0)
        minutes = f"{'~' if row.assumed else ''}{in_minutes(takes)}"
        parts.append(Segment(f"{minutes:>{columns.minutes - 1}} ", ink))
    line = pad(cut(tuple(parts), width), width)
    return over(line, pen.ink.running) if running else line


def _ink(row: ItemView, scene: Scene, heading: bool, running: bool) -> Style:
    ink = scene.pen.ink
    if row.state is ItemState.SKIPPED:
        return ink.struck
    if row.state is ItemState.ASIDE:
        return ink.quiet
    if heading:
        return ink.heading
    if running:
        return ink.strong
    return ink.quiet if row.state is ItemState.DONE else ink.text
