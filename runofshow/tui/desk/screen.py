"""The whole desk on one screen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from runofshow.texts.desk import DeskTexts
from runofshow.tui.desk.keys import DESK_KEYS, Deed
from runofshow.tui.lines import Line, Picture, cells, cut, over, pad, tall
from runofshow.tui.panels.footer import Status
from runofshow.tui.pen import Pen

OF_OUTLINE = (
    *(
        Deed.EDIT,
        Deed.GUESS,
        Deed.INSERT,
        Deed.ADD,
        Deed.SAVE,
        Deed.HELP,
        Deed.LISTEN,
        Deed.UNDO,
        Deed.REMOVE,
    ),
    Deed.DOWN,
    *(Deed.UP, Deed.NEST, Deed.TAKE_OUT, Deed.SPLIT, Deed.JOIN, Deed.SEARCH, Deed.LEAVE),
)
OF_FIELDS = (
    *(Deed.EDIT, Deed.SETTLE, Deed.BACK, Deed.SAVE, Deed.HELP, Deed.GUESS, Deed.REMOVE, Deed.UNDO),
    *(Deed.LISTEN, Deed.ADD, Deed.LEAVE),
)


class Layout:
    """How the screen is shared out."""

    def __init__(self, width: int, height: int, advice: int) -> None:
        """`advice` are the lines that check would have."""
        self.width = width
        self.left = width * (45 if width < 100 else 50) // 100
        self.right = max(0, width - self.left - 1)
        self.check = 1 + min(advice, max(3, height // 4 - 1)) if height > 10 else 1
        self.body = max(1, height - 2 - self.check)


def desk_picture(
    layout: Layout, head: Line, outline: Picture, fields: Picture, check: Picture, foot: Line, pen: Pen
) -> Picture:
    """The four panes between the band and the keys."""
    # both come as wide as they are to be: measuring them again is most of what a cursor key would cost
    divider, blank = Segment("│", pen.ink.rule), (Segment(" " * layout.left),)
    left = [*outline, *[blank] * (layout.body - len(outline))]
    body = [(*line, divider, *beside) for line, beside in zip(left, fields, strict=True)]
    return [head, *body, *tall(check, layout.check), pad(foot, layout.width)]


def head_line(title: str, file: str, is_saved: bool, pen: Pen, desk: DeskTexts, width: int) -> Line:
    """`BÀN SOẠN · Hội nghị …        agenda.yaml · CHƯA LƯU`."""
    ink = pen.ink
    state = Segment(f" ✓ {desk.saved} ", ink.quiet) if is_saved else Segment(f" ● {desk.unsaved} ", ink.amber)
    right: Line = (Segment(f" {file}", ink.text), state)
    room = width - cells(right)
    if room < 20:
        right, room = (state,), width - cells((state,))
    left = cut((Segment(f" {desk.name} ", ink.strong), Segment(f"· {title}", ink.text)), max(0, room - 1))
    return over(pad((*pad(left, room), *right), width), ink.header)


def foot_line(status: Status | None, deeds: Sequence[Deed], pen: Pen, desk: DeskTexts, width: int) -> Line:
    """What was just said, or the keys, as many as fit."""
    ink = pen.ink
    if status is not None:
        mark, style = ("✗", ink.amber) if status.bad else ("✓", ink.green)
        return cut((Segment(f" {mark} ", style), Segment(status.text, ink.text)), width)
    shown = {each.deed: each.shown for each in DESK_KEYS}
    line: Line = (Segment(" ", ink.text),)
    for deed in deeds:
        more: Line = (
            Segment(f" {shown[deed]} ", ink.keycap),
            Segment(f" {desk.keys[deed.value]}  ", ink.quiet),
        )
        if cells(line) + cells(more) <= width:
            line = (*line, *more)
    return line
