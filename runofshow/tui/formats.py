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


def joined(*said: str) -> str:
    """`ĐÃ NẠP · sau 0:42`: what there is to say, side by side."""
    return " · ".join(filter(None, said))


def clock(at: datetime | None, tz: tzinfo) -> str:
    """`08:42` where the show is, and as many dashes when nobody knows."""
    return at.astimezone(tz).strftime("%H:%M") if at is not None else "--:--"


def clock_with_seconds(at: datetime, tz: tzinfo) -> str:
    return at.astimezone(tz).strftime("%H:%M:%S")


def length(of: timedelta) -> str:
    """`7'`, `1'30`, `45"`, from two hours on `2h15`: a planned length. Negative ones carry their minus."""
    seconds = round(abs(of.total_seconds()))
    sign = "-" if of < timedelta() else ""
    minutes, seconds = divmod(seconds, 60)
    if not minutes and seconds:
        return f'{sign}{seconds}"'
    if minutes >= MINUTES_ALONE:
        return sign + in_minutes(minutes)
    return f"{sign}{minutes}'{seconds:02}" if seconds else f"{sign}{minutes}'"


def column_length(of: timedelta) -> str:
    """A length in a column of minutes, to the nearest: `3` for 2'50, under a minute `45"`; nothing is `0`."""
    seconds = round(max(of.total_seconds(), 0))
    return f'{seconds}"' if 0 < seconds < 60 else in_minutes((seconds + 30) // 60)


def added(by: timedelta) -> str:
    """`+1'` or `-2'`, nothing for nothing."""
    if not by:
        return ""
    return ("+" if by > timedelta() else "") + length(by)


def whole_minutes(of: timedelta) -> int:
    """Whole minutes towards zero: 59 seconds late is not yet a minute late."""
    return math.trunc(of.total_seconds() / 60)


MINUTES_ALONE = 120
"""Nobody reckons 323 minutes: from two hours on a length is `5h23`."""


def in_minutes(minutes: int, sign: str = "") -> str:
    """Whole minutes as they are read: `7` and the `sign` for minutes behind it, from two hours on `5h23`."""
    size = abs(minutes)
    said = f"{size}{sign}" if size < MINUTES_ALONE else f"{size // 60}h{size % 60:02}"
    return f"-{said}" if minutes < 0 else said


def lateness(by: timedelta, words: ConsoleTexts, *, past_hard_out: bool = False) -> str:
    """`chậm 3'`, `sớm 2'`, else `đúng giờ`; positive is late.

    What goes by a plan that ends behind the hard out is `theo kế hoạch`: nobody is on time who is past it.
    """
    minutes = whole_minutes(by)
    if minutes:
        return (words.running.late if minutes > 0 else words.running.early).format(
            length=in_minutes(abs(minutes), "'")
        )
    return words.running.as_planned if past_hard_out else words.running.on_time


def difference(by: timedelta | None) -> str:
    """The same for five cells: `+3`, `-2`, `+5h23`, from ten hours on `+12h`; empty on time or unknown."""
    minutes = 0 if by is None else whole_minutes(by)
    said = f"{'+' if minutes > 0 else ''}{in_minutes(minutes)}"
    return said[: said.index("h") + 1] if len(said) > 5 else said if minutes else ""
