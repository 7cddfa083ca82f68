"""What check says of the agenda now, each line with the digit that goes to its field."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style

from runofshow.texts.desk import DeskTexts
from runofshow.tui.desk.checking import Advice
from runofshow.tui.lines import Line, Picture, over, pad, spread, wrap
from runofshow.tui.pen import Pen

BY_DIGIT = 9


def counted(advice: Sequence[Advice], unsettled: int, desk: DeskTexts, pen: Pen) -> Line:
    """`✗ 1 lỗi  ! 3 lời khuyên  ? 5 chỗ chưa chắc`. What is unsettled is known while errors hide the rest."""
    ink = pen.ink
    errors = sum(each.is_error for each in advice)
    rest = len(advice) - errors - sum(each.is_unsettled for each in advice)
    said = [
        (errors, desk.errors, ink.red),
        (rest, desk.warnings, ink.text),
        (unsettled, desk.guesses, ink.amber),
    ]
    parts = [Segment(f"{text.format(count=count)}   ", style) for count, text, style in said if count]
    return tuple(parts) or (Segment(desk.clean, ink.green),)


def check_pane(
    advice: Sequence[Advice],
    pen: Pen,
    desk: DeskTexts,
    size: tuple[int, int],
    top: int,
    chosen: int | None,
    is_current: bool,
    unsettled: int,
) -> Picture:
    """A head, and as many lines from `top` as fit; the chosen one is whole."""
    width, height = size
    ink = pen.ink
    left: Line = (Segment(f" {desk.check_head}  ", ink.heading), *counted(advice, unsettled, desk, pen))
    if not is_current:
        left = (*left, Segment(f"  {desk.checking}", ink.quiet))
    right: Line = (Segment(f"1–9 {desk.to_field} ", ink.quiet),) if advice else ()
    picture: Picture = [over(spread(left, right, width), ink.header)]
    for at in range(top, min(top + height - 1, len(advice))):
        each, digit = advice[at], at - top + 1
        mark, style = _mark(each, pen)
        words = wrap(each.said, width - 6) or [""]
        if at != chosen and len(words) > 1:
            words = [f"{words[0].rstrip()} …"]
        for number, line in enumerate(words):
            if len(picture) >= height:
                break
            front = f" {digit if digit <= BY_DIGIT else ' '} " if not number else "   "
            row = pad(
                (
                    Segment(front, ink.strong),
                    Segment(f"{mark if not number else ' '} ", style),
                    Segment(line, ink.text),
                ),
                width,
            )
            picture.append(over(row, ink.cursor + Style(bold=True)) if at == chosen else row)
    return picture[:height]


def _mark(advice: Advice, pen: Pen) -> tuple[str, Style]:
    if advice.is_error:
        return "✗", pen.ink.red
    return ("?", pen.ink.amber) if advice.is_unsettled else ("!", pen.ink.text)
