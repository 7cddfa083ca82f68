"""What the show came to, once it has ended."""

from __future__ import annotations

from runofshow.core.snapshot import ItemState, Snapshot
from runofshow.tui.formats import clock
from runofshow.tui.lines import EMPTY, Line, Picture, cut, wrapped
from runofshow.tui.pen import Pen


def summary(snapshot: Snapshot, pen: Pen, width: int) -> Picture:
    """Planned and actual span, how many items, and what can still be done."""
    words = pen.words
    leaves = [row for row in snapshot.rows if not row.is_heading]
    done = [row for row in leaves if row.state is ItemState.DONE]
    starts = [row.actual_start for row in done if row.actual_start]
    ends = [row.actual_end for row in done if row.actual_end]
    planned = [row.planned_start for row in leaves if row.planned_start]

    def span(phrase: str, start: str, end: str) -> Line:
        return cut((pen.strong(phrase.format(start=start, end=end)),), width)

    tz = pen.tz
    skipped = sum(row.state is ItemState.SKIPPED for row in leaves)
    total = words.summary_done.format(done=len(done))
    total += f" · {words.summary_skipped.format(skipped=skipped)}" if skipped else ""
    aside = sum(row.state is ItemState.ASIDE for row in leaves)
    total += f" · {words.summary_aside.format(aside=aside)}" if aside else ""
    return [
        cut((pen.inked(words.ended, pen.ink.accent),), width),
        *wrapped(snapshot.title, width, pen.ink.strong, 3),
        EMPTY,
        span(
            words.summary_planned,
            clock(min(planned, default=None), tz),
            clock(snapshot.session.planned_end, tz),
        ),
        span(words.summary_actual, clock(min(starts, default=None), tz), clock(max(ends, default=None), tz)),
        EMPTY,
        cut((pen.text(total),), width),
        EMPTY,
        *wrapped(words.summary_advice, width, pen.ink.quiet, 3),
    ]
