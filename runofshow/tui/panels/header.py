"""The band at the top: what show this is, whether it is the real one, the time; and beneath it the alarms."""

from __future__ import annotations

from datetime import timedelta

from rich.segment import Segment

from runofshow.core.commands import Mode
from runofshow.core.snapshot import Alarm, Snapshot
from runofshow.tui.formats import clock, clock_with_seconds, count_up
from runofshow.tui.lines import Line, Picture, cells, cut, over, pad, spread
from runofshow.tui.pen import Pen


def header(snapshot: Snapshot, pen: Pen, width: int) -> Line:
    """Title and venue at the left; mode and clock at the right, which go last when room is short."""
    rehearsing = snapshot.mode is Mode.REHEARSAL
    band = pen.ink.rehearsal if rehearsing else pen.ink.header
    bold = band + pen.ink.strong if not rehearsing else band
    at = clock_with_seconds(snapshot.now, pen.tz)
    if width < 14:
        return pad((Segment(at, bold),), width, band)
    mode = f"▲ {pen.words.rehearsal}" if rehearsing else f"● {pen.words.live}"
    if rehearsing and snapshot.speed != 1:
        mode += f" ×{snapshot.speed:g}"
    if rehearsing:
        mode += " ▲"
    right: Line = (Segment(f" {mode}   ", band), Segment(f"{at} ", bold))
    if cells(right) > width - 1:
        right = (Segment(f"{'▲' if rehearsing else '●'} ", band), Segment(f"{at} ", bold))
    room = width - cells(right)
    left: Line = (Segment(" " + snapshot.title, bold),)
    if snapshot.venue:
        with_venue = (*left, Segment(f"  ·  {snapshot.venue}", band))
        left = with_venue if cells(with_venue) < room else left
    return (*pad(cut(left, room - 1), room, band), *right) if room > 8 else spread((), right, width, band)


def alarm_lines(snapshot: Snapshot, pen: Pen, width: int, failure: str = "") -> Picture:
    """A red line for each alarm, the newest first, at most three; a failed screen says so before all."""
    said = [pen.words.screen_failed.format(error=failure)] if failure else []
    said += [_words(alarm, pen) for alarm in sorted(snapshot.alarms, key=lambda a: a.since, reverse=True)]
    ink = pen.ink.alarm
    return [over(pad((Segment(f" ✗ {words}", ink),), width, ink), ink) for words in said[:3]]


def _words(alarm: Alarm, pen: Pen) -> str:
    words = pen.words
    by = ("-" if alarm.by < timedelta() else "") + count_up(abs(alarm.by))
    phrase = {
        "slept": words.alarm_slept,
        "clock_stepped": words.alarm_clock_stepped,
        "stalled": words.alarm_stalled,
        "journal": words.alarm_journal,
    }.get(alarm.code, words.alarm_other.format(code=alarm.code))
    said = phrase.replace("{by}", by)
    since = clock(alarm.since, pen.tz)
    return f"{since}  {said} {alarm.detail}".rstrip()
