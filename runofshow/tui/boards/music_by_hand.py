"""The music face where no machine plays: what is heard, what comes, and every music cue of the show."""

from __future__ import annotations

from runofshow.core.agenda import Role
from runofshow.core.snapshot import OVER, CueRow, Snapshot
from runofshow.tui.boards.mc import answer_lines
from runofshow.tui.cue_marks import phase_words, shape, style
from runofshow.tui.lines import EMPTY, Picture, cut, wrapped
from runofshow.tui.panels.music_cues import details, music_cues
from runofshow.tui.panels.sounding import time_left
from runofshow.tui.pen import Pen
from runofshow.tui.track_marks import track_mark


def by_hand_board(snapshot: Snapshot, pen: Pen, width: int, height: int, scrolled: int) -> Picture:
    """That no machine plays, what a hand should be playing and what comes, then the list."""
    cues = [cue for cue in snapshot.cues if cue.to is Role.MUSIC]
    heard = next(iter(snapshot.sound.heard), None)
    playing = None if heard is None else snapshot.cues.of(heard.cue_id)
    coming = next((cue for cue in cues if cue.phase not in OVER), None)
    words = pen.words
    advice = words.sound.by_hand_advice if snapshot.speed == 1 else words.sound.by_hand_rehearsal
    top: Picture = [*wrapped(words.sound.by_hand, width, pen.ink.text, 2)]
    top += [*wrapped(advice, width, pen.ink.quiet, 2), EMPTY]
    top.append(cut((pen.inked(words.playing, pen.ink.accent),), width))
    top += _cue(playing, snapshot, pen, width) if playing else [cut((pen.quiet(words.silence),), width)]
    if heard is not None and (left := time_left(heard, snapshot.now, pen)):
        top.append(cut((pen.text(left),), width))
    top += [EMPTY, cut((pen.strong(words.comes_next),), width)]
    top += _cue(coming, snapshot, pen, width) if coming else [cut((pen.quiet(words.nothing_comes),), width)]
    top += [EMPTY, *answer_lines(snapshot, Role.MUSIC, pen, width), EMPTY]
    top.append(cut((pen.quiet(words.all_music),), width))
    return [*top, *music_cues(snapshot, pen, width, height - len(top), scrolled)]


def _cue(cue: CueRow, snapshot: Snapshot, pen: Pen, width: int) -> Picture:
    lines: Picture = wrapped(f"{cue.number}  {cue.text}", width, pen.ink.strong, 3)
    mark = track_mark(cue.mark, pen)
    if mark:
        lines.append(cut(mark, width))
    lines.append(cut((pen.text(details(cue, pen)),), width))
    said = f"{shape(cue)} {phase_words(cue, pen, snapshot.now)}"
    lines.append(cut((pen.inked(said, style(cue, pen)),), width))
    return lines
