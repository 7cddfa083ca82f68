"""The chairman's and the deputy's screen: the whole running order, to read."""

from __future__ import annotations

from collections.abc import Set
from datetime import timedelta

from rich.cells import cell_len
from rich.segment import Segment

from runofshow.core.agenda import Role
from runofshow.core.snapshot import ItemRow, Phase
from runofshow.core.value import replace
from runofshow.core.views.roles import StageView
from runofshow.core.wire import length
from runofshow.tui.formats import clock
from runofshow.tui.lines import Picture, cut, tall
from runofshow.tui.panels.big_count import count_block, number
from runofshow.tui.panels.call_line import times_line
from runofshow.tui.panels.order import Columns, OfRow, columns_for, first_shown, order_head, row_line
from runofshow.tui.views.running import instead_of_count, item_lines
from runofshow.tui.views.scene import Scene
from runofshow.tui.views.scrolling import View, clamped
from runofshow.tui.views.speaker import said_to


def stage_view(picture: StageView, scene: Scene, width: int, height: int, scrolled: int | None) -> View:
    """The count and the times above, the order beneath. `scrolled` None: it follows the show."""
    pen = scene.pen
    wide = max(1, width - 2)
    rows = max(1, min(height // 3, 8))
    is_told = picture.phase is not Phase.ENDED and not picture.floating
    session, over_under = picture.session, timedelta(seconds=picture.over_under_s)
    times = (
        times_line(over_under, length(picture.slack_s), session.expected_end, session.hard_out, pen)
        if is_told
        else ()
    )

    def beside(room: int) -> Picture:
        lines = item_lines(picture.current, scene, room, 3 if rows > 4 else 1)
        if picture.next is not None:
            at = clock(picture.next.expected_start, pen.tz)
            lines.append((pen.quiet(f"→ {at} {picture.next.number} {picture.next.title}"),))
        return [*lines, times]

    found = number(picture.count, scene.now, scene.pen)
    top = said_to(picture, Role.STAGE, scene, width, max(1, height // 3))
    top += [
        (Segment(" "), *line)
        for line in count_block(found, instead_of_count(picture, scene), beside, wide, rows, pen)
    ]
    columns = order_columns(picture, width)
    room = max(0, height - len(top))
    head = [order_head(pen, columns, width)] if room >= 4 and picture.items else []
    room -= len(head)
    first = order_top(picture, room)
    if scrolled is not None:
        first = clamped(scrolled, len(picture.items), room)
    table = tall(order_lines(picture, scene, columns, width, first, room), room)
    return View([*top, *head, *table], first, max(0, len(picture.items) - room))


def order_top(picture: StageView, height: int) -> int:
    """The first row in sight when the order follows the show."""
    rows = picture.items
    running = picture.current.item_id if picture.current else picture.next.item_id if picture.next else None
    at = next((index for index, row in enumerate(rows) if row.item_id == running), None)
    if at is None:
        at = len(rows) - 1 if picture.phase is Phase.ENDED else 0
    return first_shown(len(rows), height, max(0, at), 0)


def order_columns(picture: StageView, width: int) -> Columns:
    """The columns of the order: those of the console but for the cues, whose room the titles have."""
    names = max((cell_len(row.by) for row in picture.items if row.by), default=0)
    columns = columns_for(width, max((len(row.number) for row in picture.items), default=0), names)
    room = columns.title + (columns.cues + 1 if columns.cues else 0)
    return replace(columns, title=room, cues=0)


def order_lines(
    picture: StageView, scene: Scene, columns: Columns, width: int, first: int, most: int
) -> Picture:
    """The rows from `first` on: plan, actual or expected, difference, title, person, minutes."""
    pen = scene.pen
    if not picture.items:
        return [cut((pen.text(f" {scene.pages.following.no_items}"),), width)]
    parents = {row.parent_id for row in picture.items if row.parent_id}
    running = picture.current.item_id if picture.current else None
    coming = picture.next.item_id if picture.next else None
    return [
        row_line(row, _of(row, scene, parents, running, coming), pen, columns, width)
        for row in picture.items[first : first + most]
    ]


def _of(row: ItemRow, scene: Scene, parents: Set[str], running: str | None, coming: str | None) -> OfRow:
    return OfRow(
        row.item_id in parents,
        row.item_id == running,
        row.item_id == coming,
        None if row.state.is_left_out else length(row.late_s),
        timedelta(seconds=row.planned_s + row.added_s),
        scene.pen.text(row.by or ""),
    )
