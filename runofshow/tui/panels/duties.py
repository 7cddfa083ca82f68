"""The list of what is owed, over the board: each duty, and under it how it stands and whose it is."""

from __future__ import annotations

from msgspec import Struct

from runofshow.agenda_file.duty_words import STANDING_MARKS, told_words
from runofshow.core.duties import Owed, Standing
from runofshow.core.snapshot import Snapshot
from runofshow.tui.lines import Picture, over, pad, tall, wrap, wrapped
from runofshow.tui.panels.footer import Status, status_line
from runofshow.tui.panels.over_board import headline, key_line
from runofshow.tui.pen import Pen

INDENT = 8
"""Cells before the words: the cursor, the sign and the number."""


class DutiesLook(Struct, frozen=True):
    """What is listed, and what was said of it last."""

    listed: tuple[Owed, ...] | None = None
    """None while the file is being read."""
    at: int = 0
    """The duty under the cursor."""
    top: int = 0
    """The first screen line of the list that is shown."""
    status: Status | None = None
    trouble: str = ""
    """Why nothing can be marked; empty when it can."""


class DutiesPanel(Struct, frozen=True):
    """The panel as it is drawn."""

    picture: Picture
    top: int = 0
    """The first screen line of the list that is shown."""
    places: tuple[int | None, ...] = ()
    """Which duty stands in each line of the picture; None where none does."""


def duties_panel(look: DutiesLook, snapshot: Snapshot, pen: Pen, width: int, height: int) -> DutiesPanel:
    """The panel in exactly `width` by `height` cells."""
    if width < 1 or height < 1:
        return DutiesPanel([], look.top)
    words = pen.words.duties
    head: Picture = [headline(words.title, snapshot, pen, width)]
    if not look.listed:
        said = words.reading if look.listed is None else words.none_here
        body: Picture = [(), *wrapped(said, width, pen.ink.text, 3)]
        return DutiesPanel([pad(line, width) for line in tall([*head, *body], height)])
    if look.trouble:
        head += wrapped(look.trouble, width, pen.ink.amber, 3)
    head.append((pen.inked("─" * width, pen.ink.rule),))
    is_done = look.listed[look.at].standing is Standing.DONE
    keys = [] if look.trouble else [("SPACE", words.mark_not_done if is_done else words.mark_done)]
    keys.append(("Esc", pen.words.newer_plan.close))
    feet: Picture = [status_line(look.status, None, pen, width), key_line(keys, pen, width)]
    room = max(1, height - len(head) - len(feet))
    blocks = [_block(place, look, pen, width) for place in range(len(look.listed))]
    top = _top(blocks, look, room)
    body = [line for block in blocks for line in block][top : top + room]
    places = [place for place, block in enumerate(blocks) for _ in block][top : top + room]
    picture = [pad(line, width) for line in tall([*head, *tall(body, room), *feet], height)]
    return DutiesPanel(picture, top, (*([None] * len(head)), *places))


def _top(blocks: list[Picture], look: DutiesLook, room: int) -> int:
    """The first line shown: as it was, moved as little as it takes to have the cursor's duty in sight."""
    start = sum(map(len, blocks[: look.at]))
    top = min(start, max(look.top, start + len(blocks[look.at]) - room))
    return max(0, min(top, sum(map(len, blocks)) - room))


def _block(place: int, look: DutiesLook, pen: Pen, width: int) -> Picture:
    """One duty, behind the line that says when it falls where that is another than of the one before."""
    assert look.listed is not None
    each, ink, room = look.listed[place], pen.ink, max(1, width - INDENT)
    said, told = {
        Standing.DONE: (ink.quiet, ink.quiet),
        Standing.OVERDUE: (ink.strong, ink.red),
        Standing.TODAY: (ink.strong, ink.amber),
    }.get(each.standing, (ink.text, ink.quiet))
    is_here = place == look.at
    sign = f"{'›' if is_here else ' '} {STANDING_MARKS[each.standing]} {each.number:>2}. "
    lines: Picture = []
    for number, part in enumerate(wrap(each.duty.what, room)):
        begin = pen.inked(sign, told) if not number else pen.text(" " * INDENT)
        lines.append((begin, pen.inked(part, said)))
    below = wrap(told_words(each, pen.words.duties), room)
    lines += [(pen.text(" " * INDENT), pen.inked(part, told)) for part in below]
    if is_here:
        lines = [over(pad(line, width), ink.cursor) for line in lines]
    if not place or look.listed[place - 1].duty.when != each.duty.when:
        lines.insert(0, (pen.strong(pen.words.duties.when(each.duty.when)),))
    return lines
