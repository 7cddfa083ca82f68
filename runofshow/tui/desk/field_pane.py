"""The chosen line in full: what nobody wrote is quiet, what was guessed is amber."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style

from runofshow.texts.desk import DeskTexts
from runofshow.tui.desk.slot_sorts import Ask
from runofshow.tui.desk.slots import Slot
from runofshow.tui.lines import EMPTY, Line, Picture, cells, over, pad, wrap
from runofshow.tui.panels.order import first_shown
from runofshow.tui.pen import Pen

MOST_LINES = 5
"""Of a field that is not chosen; its words are whole where it is."""


class Spot(Struct, frozen=True):
    """Where a field's value stands, in cells of its pane."""

    x: int
    y: int
    width: int
    height: int


class Fields(Struct, frozen=True):
    """The pane, and where the chosen field is."""

    picture: Picture
    spot: Spot
    top: int


def fields_pane(
    slots: Sequence[Slot], pen: Pen, desk: DeskTexts, size: tuple[int, int], chosen: int | None, top: int
) -> Fields:
    """As much of the fields as fits, the chosen one in sight."""
    width, height = size
    label = max(10, min(30, width * 2 // 5))
    picture: Picture = []
    first = last = 0
    for index, slot in enumerate(slots):
        lines = _slot(slot, pen, desk, label, width, index == chosen)
        if index == chosen:
            first, last = len(picture), len(picture) + len(lines)
        picture += lines
    top = first_shown(len(picture), height, max(first, min(last - 1, first + height - 3)), top)
    top = min(top, first)
    shown = picture[top : top + height]
    spot = Spot(label + 1, first - top, max(8, width - label - 2), max(1, last - first))
    blank: Line = (Segment(" " * width),)
    return Fields([*shown, *[blank] * (height - len(shown))], spot, top)


def _slot(slot: Slot, pen: Pen, desk: DeskTexts, label: int, width: int, is_chosen: bool) -> Picture:
    ink = pen.ink
    names = _named(slot.label, label - 2)
    values = _values(slot, pen, desk, max(4, width - label - 2))
    if len(values) > MOST_LINES and not is_chosen:
        values = [*values[: MOST_LINES - 1], (Segment("…", ink.quiet),)]
    lines: Picture = []
    for at in range(max(len(names), len(values))):
        name = names[at] if at < len(names) else ""
        front = "›" if is_chosen and at == 0 else " "
        named = pad((Segment(f"{front}{name}", ink.amber if slot.is_guess else ink.quiet),), label)
        value = values[at] if at < len(values) else EMPTY
        line: Line = pad((*named, Segment(" ", ink.text), *value), width)
        lines.append(over(line, ink.cursor + Style(bold=True)) if is_chosen else line)
    return lines


@lru_cache(512)
def _named(label: str, width: int) -> list[str]:
    # the same few stand at each line
    return wrap(label, width) or [""]


def _values(slot: Slot, pen: Pen, desk: DeskTexts, width: int) -> Picture:
    ink = pen.ink
    if slot.ask is Ask.DOUBT:
        return [(Segment(line, ink.amber),) for line in wrap(f"? {slot.shown or slot.label}", width)]
    if slot.ask in (Ask.NEW_CUE, Ask.NOTHING):
        return [(Segment(line, ink.quiet),) for line in wrap(slot.shown or slot.assumed, width)]
    if slot.shown:
        style = ink.amber if slot.is_guess else ink.text
        lines: Picture = [(Segment(line, style),) for line in wrap(slot.shown, width)]
        if slot.is_guess:
            mark = Segment(f" ? {desk.guessed}", ink.amber)
            if cells(lines[-1]) + cells((mark,)) <= width:
                lines[-1] = (*lines[-1], mark)
            else:
                lines.append((Segment(f"? {desk.guessed}", ink.amber),))
        return lines
    if slot.is_needed:
        return [(Segment(f"✗ {desk.needed}", ink.red),)]
    if slot.assumed:
        said = slot.assumed if slot.ask is Ask.CUE else desk.assumed.format(value=slot.assumed)
        return [(Segment(line, ink.quiet),) for line in wrap(f"~ {said}", width)]
    return [
        (Segment(f"— {desk.empty}" if slot.is_guess else "—", ink.amber if slot.is_guess else ink.quiet),)
    ]
