"""The one number everybody looks for, and how it is drawn as large as the room allows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style

from runofshow.core.count import Count, CountLabel, Tone, Way
from runofshow.tui.big_digits import Size, big, size_for, width_of
from runofshow.tui.formats import count_down, count_up, overrun
from runofshow.tui.lines import Line, Picture, cut, wrapped
from runofshow.tui.lines import beside as side_by_side
from runofshow.tui.pen import Pen

WRITTEN = {Way.DOWN: count_down, Way.UP: count_up, Way.OVER: overrun}
TEN_MINUTES = timedelta(minutes=10)
HOUR = timedelta(hours=1)


class Number(Struct, frozen=True):
    """The count of a moment: what it says, what that is, and how it looks."""

    text: str
    of: CountLabel
    label: str
    """The same in words."""
    tone: Tone
    frame: str
    """The widest text it takes before it is over, so that no digit moves while it runs."""
    style: Style


def number(count: Count | None, now: datetime, pen: Pen) -> Number | None:
    """The count as it is written at `now`; None when there is nothing to count."""
    if count is None:
        return None
    said = count.on(now)
    length, whole = said.length(now), timedelta(seconds=said.whole_s)
    text = WRITTEN[said.way](length)
    label = pen.words.count.phrase(said.label).format(by=overrun(length - whole))
    longest = length if said.way is Way.OVER else max(length, whole)
    return Number(text, said.label, label, said.tone, _frame(text, longest), _style(said.tone, pen))


def _style(tone: Tone, pen: Pen) -> Style:
    ink = pen.ink
    return {
        Tone.SOFT: ink.strong,
        Tone.CALM: ink.strong,
        Tone.SOON: ink.amber,
        Tone.OVER: ink.red,
        Tone.HELD: ink.quiet,
    }[tone]


def _frame(text: str, longest: timedelta) -> str:
    plain = "".join("0" if sign.isdigit() else sign for sign in text.lstrip("+"))
    widest = "0:00:00" if longest >= HOUR else "00:00" if longest >= TEN_MINUTES else "0:00"
    frame = max(widest, plain, key=len)
    return f"+{frame}" if text.startswith("+") else frame


def count_lines(counted: Number, width: int, rows: int, pen: Pen) -> Picture:
    """The count with its label beside it or beneath; a plain line where there is no room for digits."""
    frame = counted.frame
    beside = size_for(frame, width - min(len(counted.label), 14) - 3, rows)
    beneath = size_for(frame, width, rows - 1)
    is_beside = beside is not None and (beneath is None or beside.rows >= beneath.rows)
    size = beside if is_beside else beneath
    if size is None:
        return [cut((pen.inked(counted.text, counted.style), pen.quiet(f"  {counted.label}")), width)]
    picture = drawn(counted, frame, size)
    field = width_of(frame, size)
    room = width - field - 3
    label = wrapped(counted.label, room, counted.style, 3)
    if not is_beside:
        return [*picture, cut((pen.inked(counted.label, counted.style),), width)]
    for at, line in enumerate(label):
        y = size.rows - len(label) + at
        picture[y] = (*picture[y], Segment("   "), *line)
    return picture


def count_block(
    counted: Number | None, instead: str, beside: Callable[[int], Picture], width: int, rows: int, pen: Pen
) -> Picture:
    """The count as large as `rows` lines allow, what stands `beside` it to its right or beneath; a line when
    rows are few, and `instead` where nothing is counted. `beside` is told how wide it may be.

    Exactly `rows` lines at most; what does not fit of `beside` is left out.
    """
    size = None
    if rows >= 4 and counted is not None and width >= 26:
        size = size_for(counted.frame, width * 2 // 3, rows - 1) or size_for(counted.frame, width, rows - 1)
    if size is None or counted is None:
        line: Line = (pen.strong(instead),)
        if counted is not None:
            line = (pen.inked(counted.text, counted.style), pen.inked(f"  {counted.label}", counted.style))
        return [cut(one, width) for one in (line, *beside(width))][: max(0, rows)]
    field = width_of(counted.frame, size)
    digits = [*drawn(counted, counted.frame, size), cut((pen.inked(counted.label, counted.style),), field)]
    room = width - field - 3
    if room < 16:
        return [*digits, *(cut(line, width) for line in beside(width))][:rows]
    return side_by_side([(digits, field), (beside(room), room)], size.rows + 1, Segment("   "))


def drawn(counted: Number, frame: str, size: Size) -> Picture:
    """The digits alone, their right edge where `frame` ends."""
    # Weight thickens no block, and a reversed or underlined one would have holes: only the colour counts.
    style = Style(color=counted.style.color)
    field = width_of(frame, size)
    return [(Segment(f"{line:>{field}}", style),) for line in big(counted.text, size)]
