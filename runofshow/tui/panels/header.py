"""The band at the top: what show this is, whether it is the real one, the time; and beneath it the alarms."""

from __future__ import annotations

from datetime import timedelta

from rich.segment import Segment
from rich.style import Style

from runofshow.core.alarms import Alarm
from runofshow.core.snapshot import Snapshot
from runofshow.tui.answers import missing, missing_speaker, unanswered
from runofshow.tui.band import band_of
from runofshow.tui.formats import clock, clock_with_seconds, count_up, joined
from runofshow.tui.inbox import Unread, told
from runofshow.tui.lines import EMPTY, Line, Picture, cells, over, pad, spread
from runofshow.tui.pen import Pen
from runofshow.tui.timecode import timecode_line

MOST = 3
"""Alarms in sight."""
ROOMY = 110
"""Columns from which the rate of the timecode stands beside it."""


def header(snapshot: Snapshot, pen: Pen, width: int, unread: Unread | None = None) -> Line:
    """Title and venue at the left, or a message that has just come; machines, mode and clock at the right,
    of which the clock goes last when room is short."""
    band = band_of(snapshot, pen)
    at = clock_with_seconds(snapshot.now, pen.tz)
    if width < 14:
        return pad((Segment(at, band.bold),), width, band.ground)
    mode = band.rehearsal or f"● {pen.words.live}"
    machines = _machines(snapshot, pen, band.ground, width)
    coded = timecode_line(snapshot.timecode, pen, band.ground, with_rate=width >= ROOMY)
    if cells(coded) > width // 2:
        coded = timecode_line(snapshot.timecode, pen, band.ground)
    right: Line = (*machines, *coded, Segment(f" {mode}   ", band.ground), Segment(f"{at} ", band.bold))
    if cells(right) > width - 1 and coded:
        right = (*coded, Segment(f"{mode[0]} ", band.ground), Segment(f"{at} ", band.bold))
    if cells(right) > width - 1:
        right = (Segment(f"{mode[0]} ", band.ground), Segment(f"{at} ", band.bold))
    if unread is not None and unread.in_header:
        # Reversed, so that it is seen on either band and without colours.
        reverse = band.bold + Style(reverse=True, bold=True)
        return band.with_ends((Segment(f" ✉ {told(unread.newest, pen)} ", reverse),), right, width)
    left: Line = (Segment(" " + snapshot.title, band.bold),)
    if snapshot.venue:
        with_venue = (*left, Segment(f"  ·  {snapshot.venue}", band.ground))
        left = with_venue if cells(with_venue) + cells(right) < width else left
    return band.with_ends(left, right, width)


def _machines(snapshot: Snapshot, pen: Pen, band: Style, width: int) -> Line:
    """How many machines are connected, quietly; aloud only that one has gone from which an answer is due, and
    who has not answered for long what was written."""
    words = pen.words
    if pen.presence is None:
        said = words.no_server if pen.has_hall else ""
    else:
        said = words.machines.format(count=pen.presence.machines)
    if not said or width < 70:
        counted: Line = EMPTY
    else:
        counted = (Segment(f" {said}  ", band),)
    gone, unread, speaker = missing(snapshot), unanswered(snapshot), missing_speaker(snapshot)
    ink = pen.ink.amber + Style(reverse=True)
    if width < 40 or (gone is None and unread is None and speaker is None):
        return counted
    if gone is not None:
        loud = Segment(f" ✗ {words.machine_lost.format(who=words.role(gone.to))} ", ink)
        if gone.is_overdue:
            loud = Segment(loud.text, pen.ink.alarm)
    elif speaker is not None:
        told = f" ○ {words.people.warning.format(number=speaker.number)} "
        loud = Segment(told, band if pen.calm else ink)
    else:
        assert unread is not None
        count = count_up(snapshot.now - unread.since)
        loud = Segment(f" ✉ {words.running.unanswered.format(who=words.role(unread.to), count=count)} ", ink)
    return (loud, *counted) if counted else (loud, Segment(" ", band))


def alarm_lines(snapshot: Snapshot, pen: Pen, width: int, failure: str = "", most: int = MOST) -> Picture:
    """A red line for each alarm, the newest first, at most so many; a failed screen says so before all.
    How they are put away stands at the end, where there is room."""
    said = [pen.words.screen_failed.format(error=failure)] if failure else []
    said += [_words(alarm, pen) for alarm in sorted(snapshot.alarms, key=lambda a: a.since, reverse=True)]
    if len(said) > most:
        said = [*said[: most - 1], pen.words.more_alarms.format(count=len(said) - most + 1)]
    ink = pen.ink.alarm
    lines: Picture = [(Segment(f" ✗ {words}", ink),) for words in said]
    away: Line = (Segment(f"  Ctrl+P {pen.words.keys.dismiss} ", ink),)
    if snapshot.alarms and cells(lines[-1]) + cells(away) <= width:
        lines[-1] = spread(lines[-1], away, width, ink)
    return [over(pad(line, width, ink), ink) for line in lines]


def _words(alarm: Alarm, pen: Pen) -> str:
    words = pen.words.alarms
    by = ("-" if alarm.by < timedelta() else "") + count_up(abs(alarm.by))
    said = words.phrase(alarm.code).replace("{by}", by)
    since = clock(alarm.since, pen.tz)
    about = joined(alarm.detail, words.cause(alarm.cause))
    return f"{since}  {said} {about}".rstrip()
