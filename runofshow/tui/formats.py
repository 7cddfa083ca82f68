"""How counts, clock times, lengths and lateness are written, the same on every screen."""

from __future__ import annotations

import math
from datetime import datetime, timedelta, tzinfo

from runofshow.texts.console import ConsoleTexts

LONGEST = 99 * 3600 + 59 * 60 + 59
"""Seconds in the longest count that is drawn; a longer one stands still there."""


def count_down(left: timedelta) -> str:
    """What is left, rounded up, so that 7:00 stands for the whole first second and 0:00 means now."""
    return _count(math.ceil(left.total_seconds()))


def count_up(passed: timedelta) -> str:
    """What has passed, rounded down. Below zero counts as zero."""
    return _count(math.floor(passed.total_seconds()))


def overrun(by: timedelta) -> str:
    """`+0:42`: how far past its end."""
    return "+" + count_up(by)


def _count(seconds: int) -> str:
    seconds = min(max(seconds, 0), LONGEST)
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def clock(at: datetime | None, tz: tzinfo) -> str:
    """`08:42` where the show is, and as many dashes when nobody knows."""
    return at.astimezone(tz).strftime("%H:%M") if at is not None else "--:--"


def clock_with_seconds(at: datetime, tz: tzinfo) -> str:
    return at.astimezone(tz).strftime("%H:%M:%S")


def length(of: timedelta) -> str:
    """`7'`, `1'30`, `45"`: a planned length. Negative ones carry their minus."""
    seconds = round(abs(of.total_seconds()))
    sign = "-" if of < timedelta() else ""
    minutes, seconds = divmod(seconds, 60)
    if not minutes and seconds:
        return f'{sign}{seconds}"'
    return f"{sign}{minutes}'{seconds:02}" if seconds else f"{sign}{minutes}'"


def added(by: timedelta) -> str:
    """`+1'` or `-2'`, nothing for nothing."""
    if not by:
        return ""
    return ("+" if by > timedelta() else "") + length(by)


def whole_minutes(of: timedelta) -> int:
    """Whole minutes towards zero: 59 seconds late is not yet a minute late."""
    return math.trunc(of.total_seconds() / 60)


def lateness(by: timedelta, words: ConsoleTexts) -> str:
    """`chậm 3'`, `sớm 2'`, else `đúng giờ`. Positive is late."""
    minutes = whole_minutes(by)
    if minutes > 0:
        return words.late.format(minutes=minutes)
    if minutes < 0:
        return words.early.format(minutes=-minutes)
    return words.on_time


def difference(by: timedelta | None) -> str:
    """The same for a column: `+3`, `-2`, empty when on time or unknown."""
    minutes = 0 if by is None else whole_minutes(by)
    return f"{minutes:+d}" if minutes else ""
