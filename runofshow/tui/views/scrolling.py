"""A part of a view that is longer than its room: how far down it is, and what is out of sight."""

from __future__ import annotations

from msgspec import Struct
from rich.cells import cell_len

from runofshow.tui.lines import Line, Picture, cells
from runofshow.tui.views.scene import Scene


class Body(Struct, frozen=True):
    """The part that scrolls, and the places in it that matter."""

    lines: Picture
    next_at: int = 0
    """Where the next item's words begin; 0 where there are none."""
    rows_a_word: float = 0.0
    """How many rows one word of the text takes."""
    call_at: int | None = None
    """Where the command to call next begins."""


NO_BODY = Body([])


class View(Struct, frozen=True):
    """What is drawn, and where in what is longer than its room."""

    lines: Picture
    top: int = 0
    """The first line or row in sight."""
    most: int = 0
    """How far down that can be."""
    room: int = 0
    """Rows in sight."""
    body: Body = NO_BODY
    own: range = range(0)
    """The lines that tell of this machine itself: true also while the hall is out of reach."""


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


def _noted(line: Line, scene: Scene, said: str, width: int) -> Line:
    """The note at the right edge; its arrow alone where it would hide a word that is read aloud."""
    room = width - cells(line)
    shown = said if cell_len(said) + 2 <= room else said[-1] if room else ""
    return (*line, scene.pen.quiet(" " * (room - cell_len(shown)) + shown))
