"""A part of a view that is longer than its room: how far down it is, and what is out of sight."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment

from runofshow.tui.lines import Picture, cells, cut
from runofshow.tui.remote.scene import Scene


@dataclass(frozen=True, slots=True)
class View:
    """What is drawn, and where in what is longer than its room."""

    lines: Picture
    top: int = 0
    """The first line or row in sight."""
    most: int = 0
    """How far down that can be."""


def window(body: Picture, scene: Scene, width: int, height: int, scrolled: int) -> Picture:
    """`height` lines of `body` from line `scrolled` on, with how many more there are at the right edge."""
    height = max(0, height)
    top = clamped(scrolled, len(body), height)
    shown = list(body[top : top + height])
    if not shown or width < 30:
        return shown
    above, beneath = top, len(body) - top - len(shown)
    if above:
        shown[0] = _noted(shown[0], scene, scene.words.above.format(count=above), width)
    if beneath and len(shown) > 1:
        shown[-1] = _noted(shown[-1], scene, scene.words.beneath.format(count=beneath), width)
    return shown


def clamped(scrolled: int, lines: int, height: int) -> int:
    """The first line shown: never beyond the end."""
    return max(0, min(scrolled, lines - height))


def _noted(line: tuple[Segment, ...], scene: Scene, said: str, width: int) -> tuple[Segment, ...]:
    note = scene.pen.quiet(f"  {said}")
    room = width - cells((note,))
    short = cut(line, room)
    return (*short, Segment(" " * (room - cells(short))), note)
