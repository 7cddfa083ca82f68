"""How a cue is drawn that the machine carries out: ready when the player has proved it, whoever answers.

Every other cue, and what is over, is drawn as cue_marks.py has it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from rich.segment import Segment
from rich.style import Style

from runofshow.core.agenda import GoMode
from runofshow.core.snapshot import OVER, CuePhase, CueRow
from runofshow.tui import cue_marks
from runofshow.tui.answers import is_unanswered
from runofshow.tui.cue_marks import what, with_phase
from runofshow.tui.formats import count_down
from runofshow.tui.lines import Line, cut, pad
from runofshow.tui.pen import Pen


def is_ready(cue: CueRow, pen: Pen) -> bool:
    """GO is green: the player has it armed, or the hand has answered."""
    if cue.phase not in (CuePhase.READY, CuePhase.DUE):
        return False
    return cue.is_proved if cue.by_machine else not is_unanswered(cue)


def has_failed(cue: CueRow, pen: Pen) -> bool:
    """The player tried and cannot play it."""
    return cue.by_machine and not cue.is_proved and cue.track_id in pen.failures


def shape(cue: CueRow, pen: Pen) -> str:
    """As everywhere; a cross for a track that cannot be played."""
    if not _is_told_by_player(cue, pen):
        return cue_marks.shape(cue)
    if has_failed(cue, pen):
        return "✗"
    return "○" if cue.phase is CuePhase.LATER else "●" if cue.is_proved else "◐"


def style(cue: CueRow, pen: Pen) -> Style:
    """Green when armed. Not armed is amber, and red when its moment has come or it cannot be played."""
    if not _is_told_by_player(cue, pen):
        return cue_marks.style(cue, pen)
    ink = pen.ink
    if has_failed(cue, pen):
        return ink.red
    if cue.phase is CuePhase.LATER:
        return ink.quiet
    if cue.is_proved:
        return ink.green
    return ink.red if cue.phase is CuePhase.DUE and not pen.calm else ink.amber


def phase_words(cue: CueRow, pen: Pen, now: datetime) -> str:
    """Whether it is armed, and why not; then the moment, where a clock knows it."""
    if not _is_told_by_player(cue, pen):
        return cue_marks.phase_words(cue, pen, now)
    armed = armed_words(cue, pen)
    if cue.phase is CuePhase.LATER:
        later = cue_marks.phase_words(cue, pen, now)
        return f"{armed} · {later}" if cue.armed or has_failed(cue, pen) else later
    if cue.phase is CuePhase.DUE:
        return f"{armed} · {pen.words.phase_due}"
    if cue.on_word is not None:
        return f"{armed} · {pen.words.on_word.format(word=cue.on_word.word)}"
    if cue.expected_at is not None and cue.expected_at - now > timedelta():
        return f"{armed} · {pen.words.due_in.format(count=count_down(cue.expected_at - now))}"
    return armed


def armed_words(cue: CueRow, pen: Pen) -> str:
    """`ĐÃ NẠP`, `CHƯA NẠP: hai bàn đang bận`, `KHÔNG PHÁT ĐƯỢC: không tìm thấy tệp`."""
    words = pen.words.sound
    if cue.is_proved:
        return words.ready if cue.armed else words.able
    failure = pen.failures.get(cue.track_id or "")
    if failure is not None:
        return f"{words.cannot}: {words.why(failure.fault)}"
    return f"{words.not_armed}: {words.decks_taken}" if pen.decks_taken else words.not_armed


def cue_lines(cue: CueRow, pen: Pen, now: datetime, width: int) -> list[Line]:
    """One cue in one line where it fits, else its phase in a second one. The phase is never cut away."""
    if not _is_told_by_player(cue, pen):
        return cue_marks.cue_lines(cue, pen, now, width)
    said = phase_words(cue, pen, now)
    if cue.go is GoMode.AUTO:
        said = f"{said} · {pen.words.automatic}"
    ink = style(cue, pen)
    head: Line = (
        Segment(f"{shape(cue, pen)} ", ink),
        Segment(f"{pen.words.role_mark(cue.to):<2} ", pen.ink.quiet),
    )
    return with_phase((*head, *what(cue, pen)), (Segment(said, ink),), width)


def marks(cues: list[CueRow], pen: Pen, width: int) -> Line:
    """The shapes of an item's cues next to each other, for a column."""
    return pad(cut(tuple(Segment(shape(cue, pen), style(cue, pen)) for cue in cues), width), width)


def _is_told_by_player(cue: CueRow, pen: Pen) -> bool:
    return cue.phase not in OVER and cue.by_machine
