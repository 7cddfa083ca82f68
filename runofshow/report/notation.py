"""How the report writes moments, lengths and differences."""

from __future__ import annotations

import math
from datetime import datetime, timedelta, tzinfo

from runofshow.texts.report import ReportTexts

DASH = "–"
"""Nobody knows, or it never was."""

MINUS = "−"


def day(at: datetime, tz: tzinfo) -> str:
    """`27/3/2020`"""
    local = at.astimezone(tz)
    return f"{local.day}/{local.month}/{local.year}"


def days(first: datetime, last: datetime, tz: tzinfo) -> str:
    """One day, or from the first to the last."""
    one, other = day(first, tz), day(last, tz)
    return one if one == other else f"{one} {DASH} {other}"


def hour(at: datetime | None, tz: tzinfo) -> str:
    """`08:42`"""
    return DASH if at is None else at.astimezone(tz).strftime("%H:%M")


def hour_to_second(at: datetime | None, tz: tzinfo) -> str:
    """`08:42:17`"""
    return DASH if at is None else at.astimezone(tz).strftime("%H:%M:%S")


def planned_hour(at: datetime | None, tz: tzinfo) -> str:
    """`08:42`, with seconds where it has any: a difference from it must add up on paper."""
    whole = at is None or not at.astimezone(tz).replace(microsecond=0).second
    return hour(at, tz) if whole else hour_to_second(at, tz)


def length(of: timedelta | None) -> str:
    """`7:00`, from an hour `1:07:00`."""
    if of is None:
        return DASH
    total = round(abs(of.total_seconds()))
    hours, rest = divmod(total, 3600)
    minutes, seconds = divmod(rest, 60)
    sign = MINUS if of < timedelta() and total else ""
    return sign + (f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}")


def spelled(of: timedelta, words: ReportTexts) -> str:
    """`24 phút 37 giây`, for a sentence, where `24:37` might be an hour of the day."""
    minutes, seconds = divmod(round(abs(of.total_seconds())), 60)
    hours, minutes = divmod(minutes, 60)
    counts = ((words.hours, hours), (words.minutes, minutes), (words.seconds, seconds))
    told = " ".join(phrase.format(count=count) for phrase, count in counts if count)
    sign = MINUS if of < timedelta() and told else ""
    return sign + (told or words.minutes.format(count=0))


def difference(of: timedelta | None) -> str:
    """`+2:31`, `−0:30`, `0:00`."""
    if of is None:
        return DASH
    return ("+" if round(of.total_seconds()) > 0 else "") + length(of)


def fine(of: timedelta | None, words: ReportTexts) -> str:
    """A cue's deviation: `+0,4 giây` under a minute, from there on `+1:12`."""
    if of is None:
        return DASH
    tenths = round(of.total_seconds(), 1)
    if abs(tenths) >= 60:
        return difference(of)
    sign = "+" if tenths > 0 else (MINUS if tenths < 0 else "")
    return sign + words.seconds.format(count=f"{abs(tenths):.1f}".replace(".", words.decimal))


def lateness(of: timedelta, words: ReportTexts) -> str:
    """`chậm 2 phút`, `sớm 2 phút`, else `đúng giờ`. Whole minutes towards zero: 59 seconds are none."""
    minutes = math.trunc(of.total_seconds() / 60)
    if not minutes:
        return words.on_time
    size = abs(minutes)
    length = words.minutes.format(count=size) if size < 120 else f"{size // 60}h{size % 60:02}"
    return (words.late_by if minutes > 0 else words.early_by).format(length=length)
