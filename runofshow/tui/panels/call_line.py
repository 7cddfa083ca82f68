"""What space will do, who has not answered, and whether the show is late."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import assert_never

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style

from runofshow.core.agenda import Step
from runofshow.core.end_outlook import EndOutlook
from runofshow.core.recovery.outcome import Outcome
from runofshow.core.snapshot import (
    CallCue,
    CallEnd,
    CallItem,
    CallSession,
    CuePhase,
    CueRow,
    Lamp,
    NextCall,
    Phase,
    Row,
    Snapshot,
)
from runofshow.tui.cue_marks import phase_words, what
from runofshow.tui.formats import clock, in_minutes, lateness, whole_minutes
from runofshow.tui.lamps import shape, style
from runofshow.tui.lines import EMPTY, Line, Picture, cells, cut, over, pad, spread
from runofshow.tui.panels.sounding import sounding_line
from runofshow.tui.pen import Pen

TIGHT = timedelta(minutes=5)
"""Less slack than this before the hard out is amber."""
EVEN = 0.5
"""A smaller chance of making it is amber."""


class CallStep(Struct, frozen=True):
    """The running batch goes to its next step."""

    step: Step
    cues: tuple[CueRow, ...]
    """Those that go with it."""


Called = NextCall | CallStep


def call_band(snapshot: Snapshot, pen: Pen, width: int, rows: int, *calls: Called | None) -> Picture:
    """The band that says what space does, one or three lines high. On the award panel that is the only one of
    `calls`, everywhere else the next call of the show."""
    band = pen.ink.call
    call = calls[0] if calls else snapshot.next_call
    line = over(pad(_call(snapshot, call, pen, width), width), band)
    if rows < 3:
        return [line][:rows]
    blank: Line = (Segment(" " * width, band),)
    return [blank, line, blank]


def _call(snapshot: Snapshot, call: Called | None, pen: Pen, width: int) -> Line:
    words = pen.words
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
                pen.inked(f"  ▶ {words.running.go}  ", pen.ink.green if ready else pen.ink.strong),
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
        case CallStep(step, cues):
            cap = pen.ink.keycap
            said = (pen.strong(f"  ▶ {words.awards.to_step.format(step=words.awards.step(step))}"),)
            for cue in cues:
                said = (*said, pen.text(f"  {words.role_mark(cue.to)} "), *what(cue, pen))
            room = width - len(key) - cells(said) - 2
            state = after or (_answer(cues[0], snapshot, pen, room) if cues else EMPTY)
        case CallSession(session_title):
            cap = pen.ink.keycap
            said = (pen.strong(f"  ▶ {words.go_session.format(title=session_title)}"),)
            state = after
        case CallEnd(row):
            cap = pen.ink.keycap
            said = _item(words.go_end_item, row.number, row, pen)
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
    shorter = [f"  {state}", *(f"  {state.partition(sign)[0]}" for sign in (" · ", ": ", ", "))]
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
    session, is_told = snapshot.session, snapshot.phase is not Phase.ENDED and not snapshot.floating
    times = (snapshot.over_under, snapshot.slack, session.expected_end, session.hard_out)
    ways = _ways(snapshot)
    asked = _proposals(snapshot, pen)
    room = width - 1 - cells(asked)
    told = times_line(*times, pen, room, snapshot.outlook, ways) if is_told else EMPTY
    line: Line = (pen.text(" "), *(asked if told else asked[:1]), *told) if asked or told else EMPTY
    room = width - cells(line) - 3
    said = sounding_line(snapshot, pen, room)
    return spread(line, (*said, pen.text(" ")), width) if said else pad(line, width)


def _proposals(snapshot: Snapshot, pen: Pen) -> Line:
    """How many proposals wait for an answer, before all else: whoever made them waits."""
    if not snapshot.proposals or snapshot.phase is Phase.ENDED:
        return EMPTY
    said = pen.words.proposals.counted.format(count=len(snapshot.proposals))
    return (pen.inked(said, pen.ink.amber), pen.quiet("  ·  "))


def _ways(snapshot: Snapshot) -> int:
    """How many ways back there are, when it is late; none where the best is not enough."""
    found = snapshot.ways
    if found is None or found.outcome is not Outcome.LATE:
        return 0
    return sum(way.is_enough for way in found.ways)


def times_line(
    over_under: timedelta,
    slack: timedelta | None,
    end: datetime | None,
    hard_out: datetime | None,
    pen: Pen,
    width: int | None = None,
    outlook: EndOutlook | None = None,
    ways: int = 0,
) -> Line:
    """`chậm 3'  ·  kết thúc 11:24  ·  hạn 11:30  ·  còn dư 6'  ·  kịp hạn 71 %  ·  dự báo 11:12–11:31
    (80 %)`, as much as fits into `width`."""
    words = pen.words
    past = slack is not None and slack < timedelta()
    parts: list[Segment] = [pen.strong(lateness(over_under, words, past_hard_out=past))]
    if end is not None:
        parts.append(pen.text(words.running.ends_at.format(at=clock(end, pen.tz))))
    if hard_out is not None and slack is not None:
        parts.append(pen.quiet(words.running.hard_out.format(at=clock(hard_out, pen.tz))))
        minutes = in_minutes(max(past, abs(whole_minutes(slack))), "'")
        if past:
            said = f"✗ {words.running.past_hard_out.format(length=minutes)}"
            parts.insert(1, pen.inked(said, pen.ink.strong if pen.calm else pen.ink.red))
        else:
            ink = pen.ink.amber if slack < TIGHT else pen.ink.text
            parts.append(pen.inked(words.running.slack.format(length=minutes), ink))
    if ways:
        parts.append(pen.inked(words.recovery.counted.format(count=ways), pen.ink.amber))
    if outlook is not None:
        parts += likely(outlook, pen)
    line: Line = ()
    for part in parts:
        more = (*line, pen.quiet("  ·  "), part) if line else (part,)
        if width is not None and cells(more) > width:
            break
        line = more
    return line


def likely(outlook: EndOutlook, pen: Pen) -> list[Segment]:
    """The chance of the hard out, where there is one, and the range of the end."""
    words = pen.words.running
    said = words.likely.format(low=clock(outlook.low, pen.tz), high=clock(outlook.high, pen.tz))
    if outlook.chance is None:
        return [pen.quiet(said)]
    ink = pen.ink.amber if outlook.chance < EVEN and not pen.calm else pen.ink.text
    chance = words.chance.format(percent=in_percent(outlook.chance))
    return [pen.inked(chance, ink), pen.quiet(said)]


def in_percent(chance: float) -> int:
    """From 1 to 99: no forecast is certain."""
    return min(99, max(1, round(100 * chance)))
