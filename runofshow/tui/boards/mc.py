"""The MC's face: the words to say now, large by the room they are given, and the next ones beneath."""

from __future__ import annotations

from runofshow.core.agenda import Award, Role
from runofshow.core.light import is_asked
from runofshow.core.snapshot import CueRow, Phase, Row, Snapshot
from runofshow.core.views.items import AwardView
from runofshow.tui.cue_marks import cue_lines
from runofshow.tui.formats import clock
from runofshow.tui.lines import EMPTY, Line, Picture, cells, cut, spread, wrap, wrapped
from runofshow.tui.panels.count import number
from runofshow.tui.pen import Pen

COLUMN = 84
"""Cells in the widest line of words: longer ones are lost on the way back to their beginning."""


def mc_board(snapshot: Snapshot, pen: Pen, width: int, height: int, scrolled: int) -> Picture:
    """The words now and next, `scrolled` lines down, with the state of the MC's cue above them."""
    wide = min(COLUMN, max(1, width - 4))
    left = " " * max(0, (width - wide) // 2)
    now, coming = snapshot.say_now, snapshot.next
    head = _head(snapshot, pen, wide)
    body: Picture = []
    if now is not None:
        body += _words(pen.words.say_now, now, pen, wide, loud=True)
    if coming is not None:
        body += [EMPTY, *_words(pen.words.say_next, coming, pen, wide, loud=now is None)]
    room = max(0, height - len(head))
    scrolled = max(0, min(scrolled, len(body) - room))
    return [(pen.text(left), *line) for line in [*head, *body[scrolled : scrolled + room]]]


def asked_of(snapshot: Snapshot, role: Role) -> CueRow | None:
    """The first cue of `role` that waits for its answer."""
    return next((cue for cue in snapshot.cues if cue.to is role and is_asked(cue)), None)


def answer_lines(snapshot: Snapshot, role: Role, pen: Pen, width: int) -> Picture:
    """What waits for an answer and how to give it; always in the same place."""
    asked = asked_of(snapshot, role)
    if asked is None:
        return [cut((pen.quiet(f"○ {pen.words.nothing_to_answer}"),), width)]
    press = pen.inked(f" {pen.words.press_known} ", pen.ink.go)
    return [*cue_lines(asked, pen, snapshot.now, width), cut((press,), width)]


def _head(snapshot: Snapshot, pen: Pen, width: int) -> Picture:
    counted = number(snapshot.count, snapshot.now, pen)
    current = snapshot.current
    left: Line = (
        pen.inked(
            f"{pen.words.current}  {current.row.number}  {current.row.title}"
            if current
            else (pen.words.ended if snapshot.phase is Phase.ENDED else pen.words.before),
            pen.ink.accent,
        ),
    )
    right: Line = (
        (pen.inked(f"{counted.label} {counted.text}", counted.style),) if counted is not None else EMPTY
    )
    return [
        EMPTY,
        (*cut(left, max(0, width - cells(right) - 2)), pen.text("  "), *right)
        if cells(left) + cells(right) + 2 > width
        else spread(left, right, width),
        EMPTY,
        *answer_lines(snapshot, Role.MC, pen, width),
        EMPTY,
    ]


def _words(label: str, row: Row, pen: Pen, width: int, loud: bool) -> Picture:
    at = pen.quiet(f"{clock(row.actual_start or row.expected_start, pen.tz)}")
    head = spread(
        (pen.inked(f"{label}  {row.number}", pen.ink.strong if loud else pen.ink.quiet),), (at,), width
    )
    ink = pen.ink.strong if loud else pen.ink.quiet
    who = pen.who(row)
    lines: Picture = [head, *wrapped(row.title, width, pen.ink.text if loud else pen.ink.quiet, 3)]
    if who.text:
        lines += wrapped(who.text, width, who.style or pen.ink.text, 4)
    if row.award is not None:
        lines += award_lines(row.award, pen, width)
    lines.append(EMPTY)
    if not row.mc:
        return [*lines, cut((pen.quiet(pen.words.no_words),), width)]
    if row.mc_assumed:
        lines.append(cut((pen.quiet(f"~ {pen.words.assumed}"),), width))
    for line in wrap(row.mc, width):
        lines.append(cut((pen.inked(line, ink),), width))
        if loud:
            # Double spacing: the eye comes back from the hall to the right line.
            lines.append(EMPTY)
    return lines


def award_lines(award: Award | AwardView, pen: Pen, width: int) -> Picture:
    """Who hands over, and who is called up in which order."""
    words = pen.words
    lines: Picture = []
    if award.decision:
        lines += wrapped(f"{words.award_decision}: {award.decision}", width, pen.ink.quiet, 3)
    if award.presenter:
        lines += wrapped(f"{words.award_presenter}: {award.presenter}", width, pen.ink.text, 3)
    for place, name in enumerate(award.recipients, start=1):
        lines += wrapped(f"{place:>2}. {name}", width, pen.ink.text, 2)
    return lines
