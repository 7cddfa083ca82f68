"""The running order at the desk: every line with its clock, and what is still to be done there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from runofshow.agenda_file.fitting import Path
from runofshow.texts.desk import DeskTexts
from runofshow.tui.desk.things import Planned, Sort, Thing
from runofshow.tui.formats import clock, column_length
from runofshow.tui.lines import Line, Picture, cut, over, pad
from runofshow.tui.pen import Pen

WIDEST_NUMBER = 5


def width_of_numbers(planned: Mapping[Path, Planned]) -> int:
    """How many columns the numbers of a text need."""
    return min(max((len(each.number) for each in planned.values()), default=1), WIDEST_NUMBER)


class Outline(Struct, frozen=True, eq=False):
    """The lines of one text at one width, each drawn when it is first shown."""

    things: Sequence[Thing]
    planned: Mapping[Path, Planned]
    wrong: frozenset[int]
    """The lines with an error."""
    pen: Pen
    desk: DeskTexts
    width: int
    numbers: int
    """The widest number, at most `WIDEST_NUMBER`: the title has the rest."""
    drawn: dict[tuple[int, bool, bool], Line]


def outline_lines(outline: Outline, top: int, height: int, at: int, has_focus: bool) -> Picture:
    """As many lines as fit from `top`; the one `at` is chosen."""
    picture = []
    for index in range(top, min(top + height, len(outline.things))):
        key = (index, index == at, has_focus)
        line = outline.drawn.get(key)
        if line is None:
            line = outline.drawn[key] = _line(outline, index, index == at, has_focus)
        picture.append(line)
    return picture


def _line(outline: Outline, index: int, is_chosen: bool, has_focus: bool) -> Line:
    thing, pen, width = outline.things[index], outline.pen, outline.width
    ink = pen.ink
    if thing.sort is Sort.HEAD:
        hint = f"· {outline.desk.add_hint} " if thing.is_empty else ""
        name = f"── {outline.desk.heads[str(thing.path[-1])]} {hint}"
        return cut((Segment(name, ink.quiet), Segment("─" * max(0, width - cell_len(name)), ink.rule)), width)
    front = Segment("›" if is_chosen else " ", ink.strong)
    mark = _mark(index in outline.wrong, thing, pen)
    line: Line = pad(cut((front, mark, *_words(outline, thing)), width), width)
    if is_chosen:
        # where the keys are heard is told by weight too
        line = over(line, ink.cursor + Style(bold=True) if has_focus else ink.cursor)
    return line


def _mark(is_wrong: bool, thing: Thing, pen: Pen) -> Segment:
    if is_wrong:
        return Segment("✗ ", pen.ink.red)
    return Segment("? ", pen.ink.amber) if thing.unsettled else Segment("  ", pen.ink.text)


def _words(outline: Outline, thing: Thing) -> Line:
    pen, desk, room = outline.pen, outline.desk, outline.width - 3
    ink = pen.ink
    title = thing.title or desk.no_title
    match thing.sort:
        case Sort.PAGE:
            return (Segment(desk.title_page, ink.heading), Segment(f" · {title}", ink.quiet))
        case Sort.CREW:
            return (Segment(desk.heads["crew"], ink.heading),)
        case Sort.SESSION:
            return (
                Segment(f"{title} ", ink.heading),
                Segment("─" * max(0, room - cell_len(title) - 1), ink.rule),
            )
        case Sort.TRACK:
            return (Segment("♪ ", ink.quiet), *_with_by(title, thing.by, room - 2, pen, ink.text))
        case Sort.DUTY:
            mark, said = ("✓ ", ink.quiet) if thing.is_done else ("· ", ink.text)
            return (Segment(mark, ink.quiet), *_with_by(title, thing.by, room - 2, pen, said))
    if thing.sort is Sort.BATCH:
        title = desk.batch.format(place=thing.title, count=thing.count)
    planned = outline.planned.get(thing.path)
    number = "" if planned is None else planned.number
    start = "" if planned is None else clock(planned.start, pen.tz)
    minutes = "" if planned is None else column_length(planned.length)
    minutes += "'" if minutes and minutes.isdecimal() else ""
    if planned is not None and planned.item.assumed:
        minutes = f"~{minutes}"
    style = ink.heading if thing.is_heading else ink.quiet if thing.sort is Sort.BATCH else ink.text
    wide = outline.numbers
    left = room - wide - 1 - 7 - 6
    return (
        Segment(f"{number[:wide]:<{wide + 1}}", ink.quiet),
        Segment(f"{start:<7}", ink.quiet),
        *pad(_with_by(("  " if thing.is_part else "") + title, thing.by, left - 1, pen, style), left),
        Segment(f"{minutes:>6}", ink.quiet),
    )


def _with_by(title: str, by: str, room: int, pen: Pen, style: Style) -> Line:
    """The title, and at the right who does it where there is room for both."""
    if room < 60 or not by:
        return cut((Segment(title, style),), room)
    beside = min(28, room // 3)
    left = pad(cut((Segment(title, style),), room - beside - 2), room - beside)
    return (*left, *cut((Segment(by, pen.ink.quiet),), beside))
