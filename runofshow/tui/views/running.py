"""What runs, in a few lines, and what is said where nothing does."""

from __future__ import annotations

from typing import assert_never

from runofshow.core.snapshot import Phase
from runofshow.core.views.head import Head
from runofshow.core.views.items import CurrentView
from runofshow.tui.lines import Picture, wrapped
from runofshow.tui.panels.current import vote_lines
from runofshow.tui.views.scene import Scene


def instead_of_count(head: Head, scene: Scene) -> str:
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


def item_lines(current: CurrentView | None, scene: Scene, width: int, most: int) -> Picture:
    """The running item: number, title and name."""
    if current is None or most < 1:
        return []
    pen = scene.pen
    lines = wrapped(f"{current.number}  {current.title}", width, pen.ink.strong, min(3, most))
    if current.by:
        lines += wrapped(current.by, width, pen.ink.text, 2)
    lines += vote_lines(current.vote, pen, width)
    return lines[:most]
