"""The running order as a table: plan, actual or expected, difference, title, person, minutes, cues."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from runofshow.core.agenda import Agenda
from runofshow.core.reckoned import Reckoned
from runofshow.core.snapshot import CueRow, ItemRow, ItemState, Row, Snapshot
from runofshow.tui.cue_marks import marks
from runofshow.tui.formats import clock, column_length, difference
from runofshow.tui.lines import EMPTY, Line, Picture, cells, cut, over, pad
from runofshow.tui.pen import Pen


class Columns(Struct, frozen=True):
    """How wide each column is in cells; 0 leaves it out."""

    number: int
    planned: int
    actual: int
    late: int
    title: int
    by: int
    minutes: int
    cues: int


def columns_for(width: int, longest_number: int, longest_name: int = 0) -> Columns:
    """Columns for a table of `width` cells: narrow ones lose person, plan, cues, in this order."""
    number = min(max(longest_number, 2), 8)
    fixed = 3 + number + 1
    if width < 40:
        actual = 6 if width >= 24 else 0
        return Columns(number, 0, actual, 0, max(width - fixed - actual, 1), 0, 0, 0)
    if width < 70:
        return Columns(number, 0, 8, 6, max(width - fixed - 8 - 6 - 6, 1), 0, 6, 0)
    if width < 100:
        by = max(12, width // 5)
        return Columns(number, 8, 8, 6, width - fixed - 22 - (by + 2) - 6 - 6, by, 6, 5)
    cues = 7 if width < 160 else 12
    by = min(max(longest_name, 16), width // 4)
    return Columns(number, 9, 9, 6, width - fixed - 24 - (by + 2) - 6 - (cues + 1), by, 6, cues)


def columns_of(snapshot: Snapshot, width: int) -> Columns:
    """Columns for what this show holds."""
    # of the plan, since a row is only made when it is in sight
    items = [item for session in snapshot.plan.sessions for item in session.items]
    items += [part for item in items for part in item.parts]
    names = {each.by for each in items if each.by}
    longest = max((len(each.number) for each in items), default=0)
    return columns_for(width, longest, max(map(cell_len, names), default=0))


def order_head(pen: Pen, columns: Columns, width: int) -> Line:
    """The names of the columns."""
    words = pen.words
    parts = [
        " " * (3 + columns.number + 1),
        f"{_name(words.column_planned, columns.planned):<{columns.planned}}",
        f"{_name(words.column_actual, columns.actual):<{columns.actual}}",
        f"{words.column_difference[: columns.late - 1]:>{columns.late - 1}} " if columns.late else "",
        f"{_name(words.column_title, columns.title):<{columns.title}}",
    ]
    if columns.by:
        parts.append(f"{_name(words.column_by, columns.by):<{columns.by}}  ")
    if columns.minutes:
        parts.append(f"{words.column_minutes[: columns.minutes - 1]:>{columns.minutes - 1}} ")
    if columns.cues:
        parts.append(f" {words.column_cues[: columns.cues]:<{columns.cues}}")
    return pad((pen.quiet("".join(parts)),), width)


def _name(name: str, width: int) -> str:
    return name[: max(0, width - 1)]


def first_shown(count: int, height: int, anchor: int, top: int) -> int:
    """The first row on a table of `height` rows that keeps row `anchor` in sight, moving as little as it can
    and leaving two rows above and beneath where there is room."""
    margin = min(2, max(0, (height - 1) // 2))
    top = min(top, anchor - margin)
    top = max(top, anchor + margin - height + 1)
    return max(0, min(top, count - height))


class SessionLine(Struct, frozen=True):
    """Where a further session begins."""

    title: str
    number: int


class Lines(Struct, frozen=True):
    """What stands on each line of the table: a row, or the heading of a further session."""

    rows: Reckoned[Row]
    heads: Mapping[int, SessionLine]
    """By the line on which each stands."""

    def __len__(self) -> int:
        return len(self.rows) + len(self.heads)

    def at(self, line: int) -> Row | SessionLine:
        """What stands on a line; those begin with 0."""
        return self.heads.get(line) or self.rows[line - sum(head < line for head in self.heads)]

    def line_of(self, item_id: str | None) -> int | None:
        """Where a row stands; None when it does not."""
        line = None if item_id is None else self.rows.places.get(item_id)
        for head in self.heads:
            if line is not None and head <= line:
                line += 1
        return line


def lines_of(snapshot: Snapshot) -> Lines:
    """The lines of the table, of which the rows are made when they are asked for."""
    heads: dict[int, SessionLine] = {}
    line = number = 0
    for session in snapshot.plan.sessions:
        count = sum(1 + len(item.parts) for item in session.items)
        number += count > 0
        if count and number > 1:
            heads[line] = SessionLine(session.title, number)
            line += 1
        line += count
    return Lines(snapshot.rows, heads)


class Table(Struct, frozen=True):
    """The table of one running order at one moment, of which each line is drawn when it is first shown.

    A cursor that moves changes two lines of it, and of one second to the next often none changes.
    """

    plan: Agenda
    lines: Lines
    cues: Reckoned[CueRow]
    pen: Pen
    columns: Columns
    width: int
    drawn: dict[tuple[int, bool], Line]
    """By the number of the line, and whether it is under the cursor."""


def table_of(snapshot: Snapshot, pen: Pen, width: int, last: Table | None = None) -> Table:
    """The table of this moment: the `last` one where nothing on it is another."""
    if (
        last is not None
        and last.lines.rows is snapshot.rows
        and last.cues is snapshot.cues
        and (last.width, last.pen) == (width, pen)
    ):
        return last
    if last is not None and last.plan is snapshot.plan and last.width == width:
        lines, columns = Lines(snapshot.rows, last.lines.heads), last.columns
    else:
        lines, columns = lines_of(snapshot), columns_of(snapshot, width)
    return Table(snapshot.plan, lines, snapshot.cues, pen, columns, width, {})


def order_lines(snapshot: Snapshot, table: Table, height: int, top: int, chosen: str | None) -> Picture:
    """The rows from `top`, as many as fit. `chosen` is the row under the cursor."""
    lines, pen, width = table.lines, table.pen, table.width
    if not snapshot.rows:
        return [cut((pen.text(f"   {pen.words.no_items}"),), width)][:height]
    under = lines.line_of(chosen)
    picture = []
    for at in range(top, min(top + height, len(lines))):
        line = table.drawn.get((at, at == under))
        if line is None:
            line = table.drawn[at, at == under] = _line(snapshot, table, at, at == under)
        picture.append(line)
    return picture


def _line(snapshot: Snapshot, table: Table, at: int, is_chosen: bool) -> Line:
    row, pen, columns, width = table.lines.at(at), table.pen, table.columns, table.width
    if isinstance(row, SessionLine):
        return _session_line(row, pen, width)
    cues = [] if row.is_heading or not columns.cues else snapshot.cues_of(row.item_id)
    is_running = snapshot.current is not None and snapshot.current.row.item_id == row.item_id
    reckoned = OfRow(
        row.is_heading, is_running, row.is_next, row.late_by, row.planned + row.added, pen.who(row)
    )
    return row_line(row, reckoned, pen, columns, width, cues, is_chosen)


def _session_line(line: SessionLine, pen: Pen, width: int) -> Line:
    name = f"── {line.title or pen.words.session.format(number=line.number)} "
    return pad(cut((pen.inked(name + "─" * width, pen.ink.rule),), width), width)


class OfRow(Struct, frozen=True):
    """What a row of the picture and its view say each in their own way."""

    is_heading: bool
    is_running: bool
    is_next: bool
    late: timedelta | None
    length: timedelta
    """With what was added."""
    who: Segment


def row_line(
    row: ItemRow,
    of: OfRow,
    pen: Pen,
    columns: Columns,
    width: int,
    cues: Sequence[CueRow] = (),
    chosen: bool = False,
) -> Line:
    """One row, on the console and on the chairman's screen; the `chosen` one is beneath the cursor."""
    running = of.is_running
    ink = _ink(row, of, pen)
    mark, mark_ink = _mark(row, of, pen)
    quiet = ink if row.state.is_left_out else pen.ink.quiet
    number = f"{row.number}".ljust(columns.number)[: columns.number]
    parts: list[Segment] = [
        Segment("▌" if running else ("›" if chosen else " "), pen.ink.accent if running else pen.ink.strong),
        Segment(f"{mark} ", mark_ink),
        Segment(f"{number} ", pen.ink.strong if running else ink),
    ]
    if columns.planned:
        at = clock(row.planned_start, pen.tz) if row.planned_start else ""
        parts.append(Segment(at.ljust(columns.planned), quiet))
    if columns.actual:
        at = clock(row.actual_start or row.expected_start, pen.tz) if row.expected_start else ""
        if row.actual_start is None and not row.state.is_left_out and at and columns.actual > 6:
            parts.append(Segment(at.ljust(columns.actual), quiet))
        else:
            parts.append(Segment(at.ljust(columns.actual), ink))
    if columns.late:
        parts.append(Segment(difference(of.late).rjust(columns.late - 1) + " ", ink))
    parts += pad(cut(_title(row, of, pen, ink), max(columns.title - 1, 0)), columns.title)
    if columns.by:
        settled = row.state is ItemState.DONE or row.state.is_left_out
        shown = Segment(of.who.text, ink if row.by or settled else (of.who.style or ink))
        parts += pad(cut((shown,), columns.by), columns.by + 2)
    if columns.minutes:
        minutes = f"{'~' if row.assumed else ''}{column_length(of.length)}"
        parts.append(Segment(f"{minutes:>{columns.minutes - 1}} ", ink))
    if columns.cues:
        parts.append(Segment(" "))
        parts += EMPTY if of.is_heading else marks(cues, pen, columns.cues)
    line = pad(cut(tuple(parts), width), width)
    if running:
        line = over(line, pen.ink.running)
    return over(line, pen.ink.cursor) if chosen else line


def _title(row: ItemRow, of: OfRow, pen: Pen, ink: Style) -> Line:
    indent = "  " if row.parent_id else ""
    protected = Segment("◆ ", pen.ink.quiet) if row.protected and not of.is_heading else Segment("")
    notes = []
    if row.optional:
        notes.append(pen.words.running.optional)
    if row.state is ItemState.SKIPPED:
        notes.append(pen.words.running.skipped)
    if row.state is ItemState.ASIDE:
        notes.append(pen.words.running.aside)
    after = Segment(f" ({', '.join(notes)})" if notes else "", pen.ink.quiet)
    return (Segment(indent), protected, Segment(row.title, ink), after)


def _ink(row: ItemRow, of: OfRow, pen: Pen) -> Style:
    if row.state is ItemState.SKIPPED:
        return pen.ink.struck
    if row.state is ItemState.ASIDE:
        return pen.ink.quiet
    if of.is_heading:
        return pen.ink.heading
    if of.is_running:
        return pen.ink.strong
    return pen.ink.quiet if row.state is ItemState.DONE else pen.ink.text


def _mark(row: ItemRow, of: OfRow, pen: Pen) -> tuple[str, Style]:
    if of.is_running:
        # not a second bar: two of them are the sign for pause
        return "▶", pen.ink.accent
    if of.is_next:
        return "→", pen.ink.strong
    match row.state:
        case ItemState.DONE:
            return "✓", pen.ink.quiet
        case ItemState.SKIPPED:
            return "–", pen.ink.quiet
        case ItemState.ASIDE:
            return "·", pen.ink.quiet
        case _:
            return " ", pen.ink.quiet


def hidden(count: int, pen: Pen, top: int, height: int) -> Line:
    """How many of the `count` lines stand above and beneath what is shown."""
    above, beneath = top, max(0, count - top - height)
    said = []
    if above:
        said.append(pen.words.more_above.format(count=above))
    if beneath:
        said.append(pen.words.more_below.format(count=beneath))
    line: Line = (pen.quiet("  ".join(said)),)
    return line if cells(line) else EMPTY
