"""The count of a role's screen, drawn large, and what runs beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from rich.segment import Segment

from runofshow.core.snapshot import Phase
from runofshow.core.views.head import Head
from runofshow.core.views.items import CurrentView
from runofshow.tui.digits import size_for, width_of
from runofshow.tui.lines import Line, Picture, cells, cut, tall, wrapped
from runofshow.tui.panels.count import Number, drawn
from runofshow.tui.views.scene import Scene


def phase_words(head: Head, scene: Scene) -> str:
    """What there is instead of a count."""
    match head.phase:
        case Phase.ENDED:
            return scene.pages.following.ended
        case Phase.BEFORE:
            return scene.pages.following.before
        case Phase.RUNNING | Phase.HELD:
            return scene.pages.following.between
        case _:
            assert_never(head.phase)


def count_line(counted: Number | None, head: Head, scene: Scene) -> Line:
    """The count in a line of text."""
    if counted is None:
        return (scene.pen.strong(phase_words(head, scene)),)
    style = counted.style
    return (Segment(counted.text, style), Segment(f"  {counted.label}", style))


def count_block(
    counted: Number | None,
    head: Head,
    scene: Scene,
    beside: Callable[[int], Picture],
    width: int,
    rows: int,
) -> Picture:
    """The count as large as `rows` lines allow, what stands `beside` it to its right or beneath; a line when
    rows are few. `beside` is told how wide it may be.

    Exactly `rows` lines at most; what does not fit of `beside` is left out.
    """
    size = None
    if rows >= 4 and counted is not None and width >= 26:
        size = size_for(counted.frame, width * 2 // 3, rows - 1) or size_for(counted.frame, width, rows - 1)
    if size is None or counted is None:
        lines = [count_line(counted, head, scene), *beside(width)]
        return [cut(line, width) for line in lines][: max(0, rows)]
    style = counted.style
    field = width_of(counted.frame, size)
    digits: Picture = list(drawn(counted, counted.frame, size))
    digits.append(cut((Segment(counted.label, style),), field))
    room = width - field - 3
    if room < 16:
        return [*digits, *(cut(line, width) for line in beside(width))][:rows]
    right = tall([cut(line, room) for line in beside(room)], size.rows + 1)
    return [
        (*line, Segment(" " * (field - cells(line) + 3)), *right[y])
        for y, line in enumerate(tall(digits, size.rows + 1))
    ]


def item_lines(current: CurrentView | None, scene: Scene, width: int, most: int) -> Picture:
    """The running item: number, title and name."""
    if current is None or most < 1:
        return []
    pen = scene.pen
    lines = wrapped(f"{current.number}  {current.title}", width, pen.ink.strong, min(3, most))
    if current.by:
        lines += wrapped(current.by, width, pen.ink.text, 2)
    return lines[:most]
