"""The music face: what plays, what comes, and every music cue of the show."""

from __future__ import annotations

from datetime import datetime

from rich.style import Style

from runofshow.core.agenda import Action, Role, TrackMark
from runofshow.core.snapshot import CuePhase, CueRow, Snapshot
from runofshow.tui.boards.mc import answer_lines
from runofshow.tui.cue_marks import OVER, phase_words, shape, style, what
from runofshow.tui.formats import clock, length
from runofshow.tui.lines import EMPTY, Line, Picture, cells, cut, spread, wrapped
from runofshow.tui.pen import Pen


def music_board(snapshot: Snapshot, pen: Pen, width: int, height: int, scrolled: int) -> Picture:
    """What plays and what comes, then the list, `scrolled` lines down from where the show is."""
    inner = max(1, width - 4)
    cues = [cue for cue in snapshot.cues if cue.to is Role.MUSIC]
    playing = playing_now(cues, pen, snapshot.now)
    coming = next((cue for cue in cues if cue.phase not in OVER), None)
    words = pen.words
    top: Picture = [EMPTY, cut((pen.inked(words.playing, pen.ink.accent),), inner)]
    top += _cue(playing, snapshot, pen, inner) if playing else [cut((pen.quiet(words.silence),), inner)]
    top += [EMPTY, cut((pen.strong(words.comes_next),), inner)]
    top += _cue(coming, snapshot, pen, inner) if coming else [cut((pen.quiet(words.nothing_comes),), inner)]
    top += [EMPTY, *answer_lines(snapshot, Role.MUSIC, pen, inner), EMPTY]
    listed = [_listed(cue, snapshot, pen, inner, cue is coming) for cue in cues]
    room = max(0, height - len(top) - 1)
    at = cues.index(coming) if coming in cues else len(cues)
    first = max(0, min(at - 2 + scrolled, len(listed) - room))
    head: Line = cut((pen.quiet(words.all_music),), inner)
    return [(pen.text("  "), *line) for line in [*top, head, *listed[first : first + room]]]


def playing_now(cues: list[CueRow], pen: Pen, now: datetime) -> CueRow | None:
    """The recording that was started last, unless it was faded or stopped since, or is known to be over."""
    gone = [cue for cue in cues if cue.phase is CuePhase.GONE and cue.gone_at is not None]
    last = max(gone, key=lambda cue: cue.gone_at or now, default=None)
    if last is None or last.gone_at is None or last.do is not Action.PLAY:
        return None
    track = pen.tracks.get(last.track_id or "")
    is_over = (
        track is not None
        and track.length is not None
        and not track.loop
        and last.gone_at + track.length <= now
    )
    return None if is_over else last


def anthem_ink(cue: CueRow, pen: Pen) -> Style:
    """The two anthems differ in more than a word: the one without words stands reversed."""
    if cue.mark is TrackMark.ANTHEM_WITHOUT_WORDS:
        return pen.ink.strong + Style(reverse=True)
    return pen.ink.strong + Style(underline=True)


def _cue(cue: CueRow, snapshot: Snapshot, pen: Pen, width: int) -> Picture:
    lines: Picture = wrapped(f"{cue.number}  {cue.text}", width, pen.ink.strong, 3)
    mark = pen.words.track_mark(cue.mark)
    if mark:
        lines.append(cut((pen.inked(f" {mark} ", anthem_ink(cue, pen)),), width))
    lines.append(cut((pen.text(details(cue, pen)),), width))
    lines.append(
        cut((pen.inked(f"{shape(cue)} {phase_words(cue, pen, snapshot.now)}", style(cue, pen)),), width)
    )
    return lines


def details(cue: CueRow, pen: Pen) -> str:
    """The recording and how it is to be played, in a line."""
    words = pen.words
    if cue.do is Action.STOP:
        return " · ".join([words.stop, cue.track_title or ""]).strip(" ·")
    if cue.do is Action.FADE:
        faded = words.fade.format(seconds=round(cue.fade.total_seconds()))
        return " · ".join([faded, cue.track_title or ""]).strip(" ·")
    track = pen.tracks.get(cue.track_id or "")
    parts = [cue.track_title or words.no_file]
    if track is not None:
        parts.append(track.file or words.no_file)
        if track.length:
            parts.append(length(track.length))
        if track.loop:
            parts.append(words.loops)
        if track.volume != 100:
            parts.append(words.volume.format(percent=track.volume))
    return " · ".join(parts)


def _listed(cue: CueRow, snapshot: Snapshot, pen: Pen, width: int, is_next: bool) -> Line:
    over = cue.phase in OVER
    at = clock(cue.gone_at or cue.expected_at, pen.tz)
    head: Line = (
        pen.strong("›" if is_next else " "),
        pen.inked(f"{shape(cue)} ", style(cue, pen)),
        pen.quiet(f"{at}  {cue.number:<5} "),
    )
    said = pen.inked(phase_words(cue, pen, snapshot.now), style(cue, pen))
    body = (*head, *what(cue, pen, pen.ink.quiet if over else None))
    return cut(body, width) if cells(body) + 12 > width else spread(body, (said,), width)
