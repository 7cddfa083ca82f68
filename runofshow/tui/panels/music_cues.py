"""Music cues as lists: the next ones that the machine plays, and every one of the show."""

from __future__ import annotations

from datetime import datetime, timedelta

from rich.cells import cell_len
from rich.segment import Segment

from runofshow.core.agenda import Action, GoMode, Role
from runofshow.core.snapshot import OVER, CuePhase, CueRow, Lamp, Snapshot
from runofshow.tui.cue_marks import armed_words, phase_words, plain_words, shape, style, with_phase
from runofshow.tui.formats import clock, count_down, length
from runofshow.tui.lines import Line, Picture, cells, cut, spread, wrapped
from runofshow.tui.pen import Pen
from runofshow.tui.track_marks import titled


def coming_cues(snapshot: Snapshot, pen: Pen, width: int, *, in_detail: bool) -> Picture:
    """The next cues that play a track: armed, not armed, or failed and what to do. `in_detail` says how each
    is to be played."""
    lines: Picture = []
    for cue in snapshot.sound.coming:
        sign, phase = _proved(cue, pen, snapshot.now)
        head: Line = (sign, pen.quiet(f"{cue.number:<4} "))
        body = (*head, *titled(_guessed(cue, cue.text), cue.mark, pen, pen.ink.strong, width - cells(head)))
        lines += with_phase(body, phase, width)
        how = _played_how(cue, pen) if in_detail else []
        if how:
            lines.append(cut((pen.quiet(f"{' ' * 7}{' · '.join(how)}"),), width))
        if cue.lamp is Lamp.FAILED and cue.track_id is not None:
            failure = pen.failures[cue.track_id]
            advice = pen.words.sound.remedy(failure.fault)
            told = wrapped(f"→ {advice}", max(1, width - 7), pen.ink.amber, 2)
            lines += [cut((pen.text(" " * 7), *line), width) for line in told]
    return lines or [cut((pen.quiet(pen.words.nothing_comes),), width)]


def music_cues(snapshot: Snapshot, pen: Pen, width: int, height: int, scrolled: int) -> Picture:
    """Every music cue in a line, `scrolled` lines down from where the show is."""
    cues = [cue for cue in snapshot.cues if cue.to is Role.MUSIC]
    coming = next((cue for cue in cues if cue.phase not in OVER), None)
    at = cues.index(coming) if coming is not None else len(cues)
    room = max(0, height)
    first = max(0, min(at - 2 + scrolled, len(cues) - room))
    return [_listed(cue, snapshot, pen, width, cue is coming) for cue in cues[first : first + room]]


def details(cue: CueRow, pen: Pen) -> str:
    """The recording and how it is to be played, in a line."""
    words = pen.words
    if cue.do is Action.STOP:
        return " · ".join([words.stop, cue.track_title or ""]).strip(" ·")
    if cue.do is Action.FADE:
        faded = words.fade.format(seconds=round(cue.fade.total_seconds()))
        return " · ".join([faded, cue.track_title or ""]).strip(" ·")
    track = pen.tracks.get(cue.track_id or "")
    parts = [_guessed(cue, cue.track_title or words.no_file)]
    if track is not None:
        parts.append(track.file or words.without_file(track))
        if track.length:
            parts.append(length(track.length))
        if track.volume != 100:
            parts.append(words.volume.format(percent=track.volume))
    return " · ".join(parts + _played_how(cue, pen, is_titled=True))


def _guessed(cue: CueRow, said: str) -> str:
    """`~` before what was guessed by its title."""
    return f"~ {said}" if cue.track_assumed else said


def _played_how(cue: CueRow, pen: Pen, *, is_titled: bool = False) -> list[str]:
    """What of its playing is out of the ordinary; its title first, where that stands nowhere else."""
    words, track = pen.words, cue.track
    if track is None:
        return []
    parts = [] if is_titled or track.title in cue.text else [track.title]
    if track.loop:
        parts.append(words.loops)
    if cue.cue.pre_wait > timedelta():
        parts.append(words.sound.waits.format(count=count_down(cue.cue.pre_wait)))
    return parts


def _proved(cue: CueRow, pen: Pen, now: datetime) -> tuple[Segment, Line]:
    """The sign and the words of a cue to come: whether it is armed, loudly, and when it comes."""
    ink = style(cue, pen)
    sign = pen.inked(f"{shape(cue)} ", ink)
    auto = f" · {pen.words.automatic}" if cue.go is GoMode.AUTO else ""
    if not cue.by_machine:
        said = plain_words(cue, pen, now)
        why = said if cue.track is not None and cue.track.file else pen.words.without_file(cue.track)
        return sign, (pen.inked(why + auto, ink),)
    if cue.phase is not CuePhase.LATER:
        return sign, (pen.inked(phase_words(cue, pen, now) + auto, ink),)
    said = pen.words.sound.not_armed if cue.lamp is Lamp.LATER else armed_words(cue, pen)
    return sign, (pen.inked(said, ink), pen.quiet(f" · {plain_words(cue, pen, now)}{auto}"))


def _listed(cue: CueRow, snapshot: Snapshot, pen: Pen, width: int, is_next: bool) -> Line:
    over = cue.phase in OVER
    at = clock(cue.gone_at or cue.expected_at, pen.tz)
    ink, plain = style(cue, pen), pen.ink.quiet if over else pen.ink.text
    head: Line = (
        pen.strong("›" if is_next else " "),
        pen.inked(f"{shape(cue)} ", ink),
        pen.quiet(f"{at}  {cue.number:<5} "),
    )
    words = plain_words if cue.phase is CuePhase.LATER else phase_words
    end: Line = (pen.inked(f"  {words(cue, pen, snapshot.now)}", ink),)
    room = width - cells(head) - cells(end)
    if room < min(16, cell_len(cue.text)):
        # what it is comes before how it stands
        end, room = (), width - cells(head)
    return spread((*head, *titled(_guessed(cue, cue.text), cue.mark, pen, plain, room)), end, width)
