"""What space will do, who has not answered, and whether the show is late."""

from __future__ import annotations

from datetime import timedelta
from typing import assert_never

from rich.segment import Segment
from rich.style import Style

from runofshow.core.snapshot import (
    CallCue,
    CallItem,
    CallSession,
    CuePhase,
    CueRow,
    Lamp,
    Phase,
    Row,
    Snapshot,
)
from runofshow.tui.cue_marks import phase_words, shape, style, what
from runofshow.tui.formats import clock, in_minutes, lateness, whole_minutes
from runofshow.tui.lines import EMPTY, Line, Picture, cells, cut, over, pad, spread
from runofshow.tui.panels.sounding import sounding_line
from runofshow.tui.pen import Pen

TIGHT = timedelta(minutes=5)
"""Less slack than this before the hard out is amber."""


def call_band(snapshot: Snapshot, pen: Pen, width: int, rows: int) -> Picture:
    """The band that says what space does, one or three lines high."""
    band = pen.ink.call
    line = over(pad(_call(snapshot, pen, width), width), band)
    if rows < 3:
        return [line][:rows]
    blank: Line = (Segment(" " * width, band),)
    return [blank, line, blank]


def _call(snapshot: Snapshot, pen: Pen, width: int) -> Line:
    words, call = pen.words, snapshot.next_call
    if snapshot.phase is Phase.ENDED:
        return (pen.text(f" {words.show_over}"),)
    if call is None:
        return (pen.strong(f" {words.nothing_left}"),)
    key = f" {words.space} "
    held = snapshot.phase is Phase.HELD
    after: Line = (pen.inked(f"  ▮▮ {words.held_call}", pen.ink.amber),) if held else EMPTY
    match call:
        case CallCue(cue):
            ready = cue.lamp is Lamp.READY
            cap = pen.ink.go if ready else pen.ink.keycap
            if ready and cue.phase is CuePhase.DUE and _may_move(snapshot) and snapshot.now.second % 2:
                # The one thing that moves on the screen: a cue whose moment has come.
                cap = cap + Style(reverse=True)
            role = f"{words.role_mark(cue.to)} "
            said: Line = (
                pen.inked(f"  ▶ {words.go_cue}  ", pen.ink.green if ready else pen.ink.strong),
                pen.strong(role),
                *what(cue, pen, pen.ink.strong),
            )
            room = width - len(key) - cells(said) - 2
            state: Line = after or _answer(cue, snapshot, pen, room)
        case CallItem(row):
            phrase = words.go_first if snapshot.phase is Phase.BEFORE else words.go_item
            cap = pen.ink.keycap
            said = _item(phrase, row.called, row, pen)
            if len(key) + cells(said) + 2 > width:
                # the title says more than the session's name
                said = _item(phrase, row.number, row, pen)
            room = width - len(key) - cells(said) - 2
            state = after or _first_answer(snapshot, row, pen, room)
        case CallSession(session_title):
            cap = pen.ink.keycap
            said = (pen.strong(f"  ▶ {words.go_session.format(title=session_title)}"),)
            state = after
        case _:
            assert_never(call)
    left = (pen.text(" "), pen.inked(key, cap), *said)
    if width < 30:
        left = (pen.inked("▶ ", pen.ink.strong), *said[1:]) if len(said) > 1 else said
        return cut(left, width)
    return spread(left, (*state, pen.text(" ")) if state else EMPTY, width)


def _item(phrase: str, number: str, row: Row, pen: Pen) -> Line:
    return (pen.strong(f"  ▶ {phrase.format(number=number)}  "), pen.text(row.title))


def _may_move(snapshot: Snapshot) -> bool:
    """Nothing moves while a protected item runs."""
    return snapshot.current is None or not snapshot.current.row.protected


def _answer(cue: CueRow, snapshot: Snapshot, pen: Pen, room: int) -> Line:
    """Whether the hand has answered, in as many words of the cue board as there is room for."""
    state = f"{shape(cue)} {phase_words(cue, pen, snapshot.now)}"
    whole = f"  {pen.words.role(cue.to)}: {state}"
    ink = style(cue, pen)
    # the moment goes before the state, and the reason of a state before the state itself
    shorter = [f"  {state}", f"  {state.partition(' · ')[0]}", f"  {state.partition(': ')[0]}"]
    lines: list[Line] = [(pen.inked(said, ink),) for said in (whole, *shorter)]
    return next((line for line in lines if cells(line) <= room), lines[-1])


def _first_answer(snapshot: Snapshot, row: Row, pen: Pen, room: int) -> Line:
    """Before the next item is called: what cannot be played, else the first hand that has not answered."""
    failed = [cue for cue in snapshot.next_cues if cue.lamp is Lamp.FAILED]
    told = [
        cue for cue in snapshot.next_cues if cue.phase in (CuePhase.STANDBY, CuePhase.READY, CuePhase.DUE)
    ]
    late = [cue for cue in told if cue.phase is not CuePhase.READY]
    first = [*failed, *late, *told][:1]
    return _answer(first[0], snapshot, pen, room) if first else EMPTY


def time_line(snapshot: Snapshot, pen: Pen, width: int) -> Line:
    """Late or early, the expected end, the hard out, the slack. What does not fit goes from the right.
    Where room is left, what sounds stands at the end."""
    line = _times(snapshot, pen, width)
    room = width - cells(line) - 3
    said = sounding_line(snapshot, pen, room)
    return spread(line, (*said, pen.text(" ")), width) if said else pad(line, width)


def _times(snapshot: Snapshot, pen: Pen, width: int) -> Line:
    words, session = pen.words, snapshot.session
    if snapshot.phase is Phase.ENDED or snapshot.floating:
        return EMPTY
    past = snapshot.slack is not None and snapshot.slack < timedelta()
    parts: list[Segment] = [pen.strong(lateness(snapshot.over_under, words, past_hard_out=past))]
    parts.append(pen.text(words.end_at.format(at=clock(session.expected_end, pen.tz))))
    if session.hard_out is not None and snapshot.slack is not None:
        parts.append(pen.quiet(words.hard_out.format(at=clock(session.hard_out, pen.tz))))
        minutes = abs(whole_minutes(snapshot.slack))
        if past:
            said = words.past_hard_out.format(length=in_minutes(max(1, minutes), "'"))
            parts.insert(1, pen.inked(f"✗ {said}", pen.ink.strong if pen.calm else pen.ink.red))
        else:
            tight = snapshot.slack < TIGHT
            parts.append(
                pen.inked(
                    words.slack.format(length=in_minutes(minutes, "'")),
                    pen.ink.amber if tight else pen.ink.text,
                )
            )
    line: Line = (pen.text(" "),)
    for index, part in enumerate(parts):
        more = (*line, pen.quiet("  ·  "), part) if index else (*line, part)
        if cells(more) > width:
            break
        line = more
    return line
