"""The whole day in a few lines: the hours, the plan, what was and is expected, and what stands at an hour.

08:00           08:30           ▼ 09:00           09:30
1 Văn nghệ ────╴2 Tuyên bố lý do ╴3 Báo cáo tổng kết ────────╴4 ──╴       ║
1 Văn nghệ ━━━━━━╸2 Tuyên bố lý do ╸3 Báo cáo ━━━━──────────────╴4▓▒░     ║
                               chậm 3'                                giờ chót 11:30
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from datetime import datetime, timedelta
from itertools import groupby

from rich.cells import cell_len, chop_cells
from rich.segment import Segment
from rich.style import Style

from runofshow.core.day import Axis, Day, DayPost, Piece, PostKind, day_of, spots, strips
from runofshow.core.phases import ItemState
from runofshow.core.snapshot import Phase, Snapshot
from runofshow.core.spoken import name_and_office
from runofshow.core.timeline import Span
from runofshow.tui.formats import clock, lateness, whole_minutes
from runofshow.tui.lines import EMPTY, Line, Picture, cut, spread, wrapped
from runofshow.tui.pen import Pen
from runofshow.tui.views.scrolling import View, clamped

LINES = 5
"""Of the day on the stage: hours, plan, course, and two lines of what stands at an hour."""
_TICK = 8
"""Cells from one hour to the next: «08:30» and air."""
_FADE = "▓▒░"
"""The end of the day, from its earliest to its latest."""
_POST = {PostKind.HARD_OUT: "║", PostKind.ARRIVES: "┊", PostKind.LEAVES: "┊"}


def day_now(snapshot: Snapshot, pen: Pen) -> Day | None:
    """The day of a picture; None where nothing has an hour yet, or the show is over and summed up."""
    if snapshot.floating or snapshot.phase is Phase.ENDED:
        return None
    hard_outs = (one.hard_out for one in snapshot.plan.sessions if one.hard_out is not None)
    leaders, session_id = snapshot.people.leaders, snapshot.session.session_id
    return day_of(snapshot.rows, snapshot.now, hard_outs, leaders, snapshot.outlook, pen.tz, session_id)


def day_lines(day: Day, over_under: timedelta, pen: Pen, width: int, most: int = LINES) -> Picture:
    """The day in at most `most` lines, which are three and more. What finds no room at its hour is left out:
    the hard out and now come first."""
    hours = day.axis(_TICK / width)
    plan = _Row(width, pen)
    for strip in strips(_bars(day, planned=True), hours, width, cell_len):
        plan.bar(strip.left, strip.right, strip.label, "─", "╴", pen.ink.quiet, pen.ink.rule)
    course = _Row(width, pen)
    at_now = _cell(hours, day.now, width)
    for strip in strips(_bars(day, planned=False), hours, width, cell_len):
        state = strip.piece.state
        ink = pen.ink.accent if state is ItemState.RUNNING else pen.ink.text
        course.bar(strip.left, strip.right, strip.label, "─", "╴", ink, pen.ink.quiet)
        if state is ItemState.DONE:
            course.fill(strip.left, strip.right, "━", "╸", pen.ink.quiet)
        elif state is ItemState.RUNNING:
            course.fill(strip.left, min(strip.right, at_now + 1), "━", "━", pen.ink.accent)
    if day.outlook is not None:
        low, high = (_cell(hours, at, width) for at in (day.outlook.low, day.outlook.high))
        for x in range(low, high + 1):
            course.over(x, _FADE[min((x - low) * len(_FADE) // (high - low + 1), 2)], pen.ink.quiet)
    stands = {_cell(hours, post.at, width) for post in day.posts}
    for row, is_plan in ((plan, True), (course, False)):
        ends = [span.end for _, span in _bars(day, planned=is_plan)]
        if ends:
            row.end(clock(max(ends), pen.tz), stands, pen.ink.quiet if is_plan else pen.ink.text)
    for post in day.posts:
        ink = pen.ink.strong if post.kind is PostKind.HARD_OUT else pen.ink.quiet
        for row in (plan, course):
            row.over(_cell(hours, post.at, width), _POST[post.kind], ink)
    head = _Row(width, pen)
    for x, hour in ((_cell(hours, at, width), f"{at:%H:%M}") for at in hours.ticks() if at < hours.end):
        # no hour is half hidden by the mark of now
        if not x <= at_now < x + len(hour):
            head.write(x, hour, pen.ink.quiet)
    head.write(at_now, "▼", pen.ink.accent)
    return [head.line, plan.line, course.line, *_labels(day, hours, over_under, pen, width, most - 3)]


def _bars(day: Day, *, planned: bool) -> Iterable[tuple[Piece, Span]]:
    for piece in day.pieces:
        span = piece.planned if planned else piece.expected
        if span is not None:
            yield piece, span


def _cell(hours: Axis, at: datetime, width: int) -> int:
    return min(max(int(hours.share(at) * width), 0), width - 1)


def _labels(day: Day, hours: Axis, over_under: timedelta, pen: Pen, width: int, most: int) -> Picture:
    """Now and every post by its name, each beneath its place."""
    said = [(day.now, lateness(over_under, pen.words), pen.ink.accent)]
    firm = [post for post in day.posts if post.kind is PostKind.HARD_OUT]
    rest = [post for post in day.posts if post.kind is not PostKind.HARD_OUT]
    said += [(post.at, _said(post, pen), pen.ink.strong) for post in firm]
    said += [(post.at, _said(post, pen), pen.ink.quiet) for post in rest]
    sized = [(_cell(hours, at, width) + 0.5, float(cell_len(text))) for at, text, _ in said]
    rows = [_Row(width, pen) for _ in range(most)]
    for (_, text, ink), spot in zip(said, spots(sized, width, 2), strict=True):
        if spot.row < most:
            rows[spot.row].write(round(spot.left), text, ink)
    return [row.line for row in rows]


def _said(post: DayPost, pen: Pen) -> str:
    words, at = pen.words.running, clock(post.at, pen.tz)
    if post.kind is PostKind.HARD_OUT:
        return words.hard_out.format(at=at)
    phrase = words.day_arrives if post.kind is PostKind.ARRIVES else words.day_leaves
    return phrase.format(name=name_and_office(post.name)[0], at=at)


class _Row:
    """Cells from left to right, written over each other. Words are hidden by no sign, nor is a blank between
    them."""

    def __init__(self, width: int, pen: Pen) -> None:
        self._cells: list[tuple[str, Style]] = [(" ", pen.ink.text)] * width
        self._words: set[int] = set()
        """Cells that words stand in."""

    def write(self, left: int, text: str, ink: Style) -> None:
        """Words, as far as they fit in whole signs."""
        x = left
        for sign in filter(None, chop_cells(text, 1)):
            wide = cell_len(sign)
            if wide and 0 <= x <= len(self._cells) - wide:
                # the second cell of a wide sign has none of its own
                self._cells[x : x + wide] = [(sign, ink), *[("", ink)] * (wide - 1)]
                self._words.update(range(x, x + wide))
            x += wide

    def bar(self, left: int, right: int, label: str, fill: str, tip: str, ink: Style, quiet: Style) -> None:
        signs = fill * (right - left - 1) + tip
        self._cells[left:right] = [(sign, quiet) for sign in signs]
        self.write(left, label, ink)
        # a blank between the words and the line behind them
        behind = left + cell_len(label)
        if label and behind < right - 1:
            self._cells[behind] = (" ", ink)

    def fill(self, left: int, right: int, sign: str, tip: str, ink: Style) -> None:
        """The line of a bar in another hand; its words stay."""
        for x in range(left, right):
            if self._cells[x][0] in "─╴" and x not in self._words:
                self._cells[x] = (tip if x == right - 1 else sign, ink)

    def over(self, x: int, sign: str, ink: Style) -> None:
        """A sign on a line or on nothing."""
        if x not in self._words:
            self._cells[x] = (sign, ink)

    def end(self, said: str, stands: Set[int], ink: Style) -> None:
        """What stands behind all else, a blank before it; nothing where a post stands or room is short."""
        left = max((x for x, (sign, _) in enumerate(self._cells) if sign != " "), default=-1) + 2
        right = left + cell_len(said)
        if right <= len(self._cells) and stands.isdisjoint(range(left - 1, right + 1)):
            self.write(left, said, ink)

    @property
    def line(self) -> Line:
        runs = groupby(self._cells, key=lambda cell: cell[1])
        return tuple(Segment("".join(sign for sign, _ in run), ink) for ink, run in runs)


def day_board(snapshot: Snapshot, pen: Pen, width: int, height: int, scrolled: int) -> View:
    """The day over the whole width, and beneath it every line of the programme with its hours."""
    inner = max(20, width - 2)
    day = day_now(snapshot, pen)
    top: Picture = [EMPTY, (pen.strong(pen.words.running.day),)]
    if day is None:
        return View([*top, EMPTY, *wrapped(pen.words.floating, inner, pen.ink.text, 3)])
    top += [EMPTY, *day_lines(day, snapshot.over_under, pen, inner, 4 if height < 20 else LINES), EMPTY]
    rows = [_hours(piece, pen, inner) for piece in day.pieces]
    room = max(0, height - len(top))
    first = clamped(scrolled, len(rows), room)
    return View([(pen.text(" "), *line) for line in [*top, *rows[first : first + room]]], first)


_SHAPES = {ItemState.DONE: "✓", ItemState.RUNNING: "▶", ItemState.SKIPPED: "–", ItemState.ASIDE: "·"}


def _hours(piece: Piece, pen: Pen, width: int) -> Line:
    """`✓ 4   Báo cáo tổng kết      08:30–08:45   08:33–08:50   +3`."""
    ink = pen.ink.accent if piece.state is ItemState.RUNNING else pen.ink.text
    left: Line = (Segment(f"{_SHAPES.get(piece.state, ' ')} {piece.number:<5}{piece.title}", ink),)
    late = piece.planned and piece.expected and whole_minutes(piece.expected.start - piece.planned.start)
    off = f"{late:+d}" if late else ""
    right: Line = (
        pen.quiet(_from_to(piece.planned, pen)),
        Segment(f"   {_from_to(piece.expected, pen)}", ink),
        pen.text(f"{off:>5}"),
    )
    return spread(cut(left, max(width // 2, width - 34)), right, width)


def _from_to(span: Span | None, pen: Pen) -> str:
    return " " * 11 if span is None else f"{clock(span.start, pen.tz)}–{clock(span.end, pen.tz)}"
