"""How a cue is drawn: a shape, a word and a colour for each phase, and what must not be confused about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import assert_never

from rich.segment import Segment
from rich.style import Style

from runofshow.core.agenda import Action, GoMode, TrackMark
from runofshow.core.snapshot import OVER, CuePhase, CueRow, Lamp
from runofshow.core.sound import Failure
from runofshow.tui.answers import is_late_answer
from runofshow.tui.formats import clock, count_down, count_up, joined
from runofshow.tui.lamps import shape, style
from runofshow.tui.lines import Line, cells, cut, pad, spread
from runofshow.tui.pen import Pen


def phase_words(cue: CueRow, pen: Pen, now: datetime) -> str:
    """The phase in words for who calls: of what a hand does whether it has a machine and answers, of what the
    machine carries out first whether it is armed, and why not."""
    if not cue.by_machine or cue.phase in OVER:
        if cue.phase is CuePhase.STANDBY or is_late_answer(cue, pen):
            return joined(_standby_words(cue, pen, now), moment_words(cue, pen, now))
        if cue.phase is CuePhase.DUE and cue.acked_at is None and cue.to not in pen.answering:
            return joined(pen.words.running.due_by_voice, moment_words(cue, pen, now))
        return plain_words(cue, pen, now)
    armed = armed_words(cue, pen, pen.failures.get(cue.track or ""), pen.decks_taken)
    if cue.phase is CuePhase.LATER:
        later = plain_words(cue, pen, now)
        return later if cue.lamp is Lamp.LATER else joined(armed, later)
    if cue.phase is CuePhase.DUE:
        return joined(armed, pen.words.running.cue_due)
    return joined(armed, moment_words(cue, pen, now))


def armed_words(cue: CueRow, pen: Pen, failure: Failure | None, is_taken: bool) -> str:
    """`ĐÃ NẠP`, `CHƯA NẠP: hai bàn đang bận`, `KHÔNG PHÁT ĐƯỢC: không tìm thấy tệp`.

    `failure`: of its track; `is_taken`: no deck is empty.
    """
    words = pen.words.sound
    if cue.is_proved:
        return words.ready if cue.armed else words.able
    if failure is not None:
        return f"{words.cannot}: {words.why(failure.fault)}"
    return f"{words.not_armed}: {words.decks_taken}" if is_taken else words.not_armed


def moment_words(cue: CueRow, pen: Pen, now: datetime) -> str:
    """The word it waits for, or how long until it is due; empty where neither is known, or it is past."""
    if cue.word is None and cue.expected_at is not None and cue.expected_at > now:
        return pen.words.running.due_in.format(count=count_down(cue.expected_at - now))
    return _word(cue, pen)


def _word(cue: CueRow, pen: Pen) -> str:
    if cue.timecode is not None:
        return pen.words.timecode.at.format(code=cue.timecode)
    return "" if cue.word is None else pen.words.on_word.format(word=cue.word)


def soon_words(cue: CueRow, pen: Pen, now: datetime, within: timedelta) -> str:
    """`chuẩn bị sau 3:56`; empty where no clock knows its stand-by, or it is past or further away."""
    wait = timedelta() if cue.standby_at is None else cue.standby_at - now
    is_soon = timedelta() < wait < within
    return pen.words.running.lamp_soon.format(count=count_down(wait)) if is_soon else ""


def plain_words(cue: CueRow, pen: Pen, now: datetime, within: timedelta = timedelta.max) -> str:
    """The phase in words, with the count to its stand-by or its moment where a clock knows it."""
    words = pen.words.running
    match cue.phase:
        case CuePhase.LATER:
            return soon_words(cue, pen, now, within) or _word(cue, pen) or words.cue_later
        case CuePhase.STANDBY:
            return joined(words.cue_standby, moment_words(cue, pen, now))
        case CuePhase.READY:
            return joined(words.cue_ready, moment_words(cue, pen, now))
        case CuePhase.DUE:
            return joined(words.cue_due, moment_words(cue, pen, now))
        case CuePhase.GONE:
            return words.cue_gone.format(at=clock(cue.gone_at, pen.tz))
        case CuePhase.MISSED:
            return words.cue_missed
        case CuePhase.STOOD_DOWN:
            return words.cue_stood_down
        case _:
            assert_never(cue.phase)


def _standby_words(cue: CueRow, pen: Pen, now: datetime) -> str:
    """Whether the hand has a machine, and for how long it has not answered."""
    words, present = pen.words, pen.presence
    waits = pen.waiting.get(cue.cue_id)
    if waits is None:
        # no answer is waited for where none can come: this hand has no machine and is called by voice
        return words.phase_standby if cue.to in pen.answering else words.phase_by_voice
    count = count_up(now - waits.since)
    if waits.is_lost:
        return words.phase_lost.format(count=count)
    if is_late_answer(cue, pen):
        return words.phase_late.format(count=count)
    is_here = present is not None and cue.to in present.here
    return words.phase_connected.format(count=count) if is_here else words.phase_standby


def what(cue: CueRow, pen: Pen, style: Style | None = None) -> Line:
    """What the hand does: its text, and for a recording what must not be confused, always in full."""
    style = style or pen.ink.text
    mark = pen.words.track_mark(cue.mark)
    parts = [Segment(cue.text, style)]
    if cue.do in (Action.FADE, Action.STOP) and cue.track_title and cue.track_title not in cue.text:
        parts.append(Segment(f" ({cue.track_title})", pen.ink.quiet))
    if mark:
        loud = cue.mark in (TrackMark.ANTHEM_WITH_WORDS, TrackMark.ANTHEM_WITHOUT_WORDS)
        parts += [Segment(" ", style), Segment(f"[{mark}]", pen.ink.strong if loud else pen.ink.quiet)]
    return tuple(parts)


def cue_lines(cue: CueRow, pen: Pen, now: datetime, width: int) -> list[Line]:
    """One cue in one line where it fits, else its phase in a second one. The phase is never cut away."""
    over = cue.phase in OVER
    head: Line = (
        Segment(f"{shape(cue)} ", style(cue, pen)),
        Segment(f"{pen.words.role_mark(cue.to):<2} ", pen.ink.quiet),
    )
    said = phase_words(cue, pen, now)
    if cue.go is GoMode.AUTO and not over:
        said = f"{said} · {pen.words.running.automatic}"
    phase: Line = (Segment(said, style(cue, pen)),)
    body = (*head, *what(cue, pen, pen.ink.quiet if over else None))
    lines = with_phase(body, phase, width)
    return lines if width >= 24 else lines[:1]


def with_phase(body: Line, phase: Line, width: int) -> list[Line]:
    """A cue and its phase in one line where both fit, else in two. The phase is never cut to make room."""
    if cells(body) + cells(phase) + 2 <= width:
        return [spread(body, phase, width)]
    return [cut(body, width), cut((Segment(" " * 5), *phase), width)]


def marks(cues: Sequence[CueRow], pen: Pen, width: int) -> Line:
    """The shapes of an item's cues next to each other, for a column."""
    return pad(cut(tuple(Segment(shape(cue), style(cue, pen)) for cue in cues), width), width)
