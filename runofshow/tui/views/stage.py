"""The stage's screen: the whole running order with its own cues in it, and the cue light beneath.

The hands behind the stage answer here; where the plan has no cue for them it is the chairman's and the
deputy's, to read.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import timedelta

from rich.cells import cell_len
from rich.segment import Segment

from runofshow.core.snapshot import OVER, CueRow, ItemRow, Phase
from runofshow.core.value import replace
from runofshow.core.views.roles import StageView
from runofshow.core.wire import length
from runofshow.tui.formats import clock
from runofshow.tui.lines import Picture, cells, cut, tall
from runofshow.tui.looked_for import waits_lines
from runofshow.tui.panels.big_count import count_block, number
from runofshow.tui.panels.call_line import times_line
from runofshow.tui.panels.order import Columns, OfRow, columns_for, first_shown, order_head, row_line
from runofshow.tui.reading import speech_lines
from runofshow.tui.timecode import timecode_line
from runofshow.tui.views.award import round_lines, wings_lines
from runofshow.tui.views.cues import cue_line, lamp_lines
from runofshow.tui.views.hand import message_lines
from runofshow.tui.views.running import instead_of_count, item_lines
from runofshow.tui.views.scene import Scene
from runofshow.tui.views.scrolling import View, clamped


def stage_view(picture: StageView, scene: Scene, width: int, height: int, scrolled: int | None) -> View:
    """The count and the times above, the order beneath, then what was said and the cue light.

    `scrolled` None: the order follows the show.
    """
    pen = scene.pen
    wide = max(1, width - 2)
    rows = max(1, min(height // 3, 8))
    is_told = picture.phase is not Phase.ENDED and not picture.floating
    session, over_under = picture.session, timedelta(seconds=picture.over_under_s)
    times = (
        times_line(
            over_under,
            length(picture.slack_s),
            session.expected_end,
            session.hard_out,
            pen,
            outlook=picture.outlook,
        )
        if is_told
        else ()
    )

    def beside(room: int) -> Picture:
        lines = item_lines(picture.current, scene, room, 3 if rows > 4 else 1)
        lines += speech_lines(picture.speech, scene.now, pen, room)
        if picture.next is not None:
            at = clock(picture.next.expected_start, pen.tz)
            lines.append((pen.quiet(f"→ {at} {picture.next.number} {picture.next.title}"),))
        people = picture.people
        lines += waits_lines(people, pen, room, 2) if people is not None else []
        return [*lines, times]

    found = number(picture.count, scene.now, scene.pen)
    lamp = lamp_lines(picture, scene, width) if picture.cues else []
    feet = [*message_lines(picture, scene, width, max(0, height // 4)), *lamp][-max(1, height - 1) :]
    top = [
        (Segment(" "), *line)
        for line in count_block(found, instead_of_count(picture, scene), beside, wide, rows, pen)
    ][: height - len(feet)]
    coded = [(Segment(" "), *line) for line in coded_lines(picture, scene, wide)]
    top += coded[: height - len(feet) - len(top)]
    # who is missing before it is looked for on stage: a third of what is left, for the order has the rest
    award = [(Segment(" "), *line) for line in _round(picture, scene, wide)]
    top += award[: max(0, (height - len(feet) - len(top)) // 2)]
    columns = order_columns(picture, width)
    room = height - len(top) - len(feet)
    head = [order_head(pen, columns, width)] if room >= 4 and picture.items else []
    room -= len(head)
    lines = _lines(picture)
    first = order_top(picture, lines, room)
    if scrolled is not None:
        first = clamped(scrolled, len(lines), room)
    table = tall(order_lines(picture, lines, scene, columns, width, first, room), room)
    return View([*top, *head, *table, *feet], first, max(0, len(lines) - room))


def coded_lines(picture: StageView, scene: Scene, width: int) -> Picture:
    """The timecode that comes in, with its rate where there is room; none where nobody listens to one."""
    pen = scene.pen
    line = timecode_line(picture.timecode, pen, pen.ink.quiet, with_rate=True)
    if cells(line) > width:
        line = timecode_line(picture.timecode, pen, pen.ink.quiet)
    return [cut(line, width)] if line else []


def _round(picture: StageView, scene: Scene, width: int) -> Picture:
    """The batch on stage with its steps, and who of the next one is not there."""
    return [
        *round_lines(picture.round, scene, width, picture.cues),
        *wings_lines(picture.round, scene, width),
    ]


def _lines(picture: StageView) -> Sequence[ItemRow | CueRow]:
    """What stands on each line of the order: the items, each with its cues beneath it."""
    if not picture.cues:
        return picture.items
    cues: dict[str, list[CueRow]] = {}
    for cue in picture.cues:
        cues.setdefault(cue.item_id, []).append(cue)
    return [line for row in picture.items for line in (row, *cues.get(row.item_id, ()))]


def order_top(picture: StageView, lines: Sequence[ItemRow | CueRow], height: int) -> int:
    """The first line in sight when the order follows the show."""
    running = picture.current.item_id if picture.current else picture.next.item_id if picture.next else None
    at = next(
        (at for at, line in enumerate(lines) if isinstance(line, ItemRow) and line.item_id == running), None
    )
    if at is None:
        at = len(lines) - 1 if picture.phase is Phase.ENDED else 0
    return first_shown(len(lines), height, max(0, at), 0)


def order_columns(picture: StageView, width: int) -> Columns:
    """The columns of the order: those of the console but for the cues, whose room the titles have."""
    names = max((cell_len(row.by) for row in picture.items if row.by), default=0)
    columns = columns_for(width, max((len(row.number) for row in picture.items), default=0), names)
    room = columns.title + (columns.cues + 1 if columns.cues else 0)
    return replace(columns, title=room, cues=0)


def order_lines(
    picture: StageView,
    lines: Sequence[ItemRow | CueRow],
    scene: Scene,
    columns: Columns,
    width: int,
    first: int,
    most: int,
) -> Picture:
    """The lines from `first` on: plan, actual or expected, difference, title, person, minutes of an item."""
    pen = scene.pen
    if not picture.items:
        return [cut((pen.text(f" {scene.pages.following.no_items}"),), width)]
    parents = {row.parent_id for row in picture.items if row.parent_id}
    running = picture.current.item_id if picture.current else None
    coming = picture.next.item_id if picture.next else None
    cue = next((one.cue_id for one in picture.cues if one.phase not in OVER), None)
    return [
        row_line(line, _of(line, scene, parents, running, coming), pen, columns, width)
        if isinstance(line, ItemRow)
        else (Segment("   "), *cue_line(line, scene, max(1, width - 4), line.cue_id == cue))
        for line in lines[first : first + most]
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
