"""The first line of what covers the board: what it is, and what must not be forgotten over it."""

from __future__ import annotations

from runofshow.core.snapshot import Snapshot
from runofshow.tui.formats import clock_with_seconds
from runofshow.tui.lines import Line, Picture, cells, cut, spread
from runofshow.tui.panels.big_count import number
from runofshow.tui.pen import Pen


def headline(title: str, snapshot: Snapshot, pen: Pen, width: int) -> Line:
    """The title, and at the right the count of what runs and the time."""
    counted, current = number(snapshot.count, snapshot.now, pen), snapshot.current
    at = pen.strong(clock_with_seconds(snapshot.now, pen.tz))
    right: Line = (at,)
    if counted is not None:
        of = f"{current.row.number}  " if current else ""
        right = (
            pen.inked(of, pen.ink.accent),
            pen.inked(f"{counted.label} {counted.text}", counted.style),
            pen.text("   "),
            at,
        )
    return spread((pen.strong(title),), right, width)


def key_line(named: list[tuple[str, str]], pen: Pen, width: int) -> Line:
    """The keys with their words, as many as there is room for."""
    line: Line = ()
    for key, said in named:
        more = _with_key(line, key, said, pen)
        if cells(more) > width:
            break
        line = more
    return cut(line, width)


def key_lines(named: list[tuple[str, str]], pen: Pen, width: int) -> Picture:
    """The same, all of them, in as many lines as they take."""
    lines: Picture = []
    line: Line = ()
    for key, said in named:
        more = _with_key(line, key, said, pen)
        if line and cells(more) > width:
            lines.append(cut(line, width))
            more = _with_key((), key, said, pen)
        line = more
    return [*lines, cut(line, width)]


def _with_key(line: Line, key: str, said: str, pen: Pen) -> Line:
    gap: Line = (pen.text("   "),) if line else ()
    return (*line, *gap, pen.strong(key), pen.quiet(f" {said}"))
