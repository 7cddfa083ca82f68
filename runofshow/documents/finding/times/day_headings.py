"""Headings that say when what follows is: a day («Ngày thứ nhất (6/12/2015)»), a half of it («Buổi sáng»)."""

from __future__ import annotations

import re
from datetime import date

from msgspec import Struct

from runofshow.core.value import replace
from runofshow.documents.finding.times.hours import Hours, hours_in


class DayHeading(Struct, frozen=True, kw_only=True):
    """What such a line says; at least one of `day`, `text` and `half` is there."""

    day: date | None = None
    text: str | None = None
    """The day as written, where its date is not known whole: «Ngày thứ nhất», «20/11»."""
    half: str | None = None
    """«sáng», «chiều», «tối»."""
    hours: Hours | None = None
    hours_first: bool = False
    """The hours stand before the day."""
    rest: str = ""
    """Words beside, as of a session or a place; empty when the line is only this."""


_WEEKDAY = (
    r"(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s+nhật|cn"
    r"|rằm(?:\s+tháng\s+\w+)?|m[ùồ]ng\s+\w+(?:\s+tháng\s+\w+)?"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_AND = r"(?:và|,|&|đến|[-–])"
_DATE = (
    rf"(?:(?:\d{{1,2}}\s?{_AND}\s?)?(?P<d>\d{{1,2}})(?:\s?/\s?|[.-])(?P<m>1[0-2]|0?[1-9])"
    r"(?:(?:\s?/\s?|[.-])(?P<y>\d{4}|\d{2}))?(?![\d/hg]|:\d)"
    rf"|(?:\d{{1,2}}\s*{_AND}\s*)?(?P<d2>\d{{1,2}})\s+tháng\s+(?P<m2>\d{{1,2}})"
    r"(?:\s*(?:năm|,|/)?\s*(?P<y2>\d{4}))?)"
)
_ORDINAL = r"(?:thứ\s+)?(?:nhất|nhì|hai|ba|tư|năm|sáu|\d{1,2})(?![\d/.-]*\d)"
_BESIDE = r"(?=\s*(?:$|[-–—:,;.()|]|ngày|thứ|chủ|mùng|mồng|\d|từ\b))"
_HALF = (
    r"(?:(?:buổi|phiên|ca)\s+(?P<half>sáng|trưa|chiều|tối|đêm)"
    rf"|(?P<bare>sáng|trưa|chiều|tối|đêm|cả ngày|morning|afternoon|evening){_BESIDE}"
    rf"|(?P<sitting>(?:buổi|phiên)\s+{_ORDINAL}))"
)
_LUNAR = (
    r"(?:(?:ngày\s+)?\d{1,2}\s+tháng\s+(?:giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|chạp)"
    r"|(?:năm\s+)?(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)"
    r"\s+(?:tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi))"
)
"""What the moon's calendar says beside."""
_PIECES = re.compile(
    rf"\s*(?:(?:(?P<ordinal>(?:ngày(?: làm việc)?|day)\s+{_ORDINAL}"
    rf"(?!\s*(?:tháng|{_AND}\s*\d{{1,2}}\s+tháng)))"
    rf"|(?P<date>(?:ngày\s+)?{_DATE})"
    rf"|{_HALF}|(?P<weekday>{_WEEKDAY})|ngày(?=\s+{_WEEKDAY})|{_LUNAR}"
    r"|(?:dl|âl|dương lịch|âm lịch|tức|nhằm))(?!\w)"
    r"|(?P<idle>[-–—:,;.()\[\]|*]))\s*",
    re.IGNORECASE,
)


LONGEST = 120
"""Letters. A longer line tells a day only before its colon."""


def day_heading(text: str, year: int | None = None) -> DayHeading | None:
    """What a line says of the day, where it begins with that and says little else; None where it does not.

    `year` completes a date that is written without one.
    """
    if len(text) > LONGEST:
        return _before_colon(text, year)
    words = text.strip(" *_#")
    hours: Hours | None = None
    said = _said(words, year)
    if said is None:
        # «15 giờ ngày 24/4/2022»
        hours = hours_in(text)
        said = _said(hours.rest.strip(" *_#"), year) if hours else None
        if said is None:
            return None
    first = hours is not None
    found, days, half, rest = said
    if hours is None and (hours := hours_in(rest)) is not None:
        rest = hours.rest
    rest = rest.strip(" -–—:,;.()[]*")
    return DayHeading(day=found, text=_first(days), half=half, hours=hours, hours_first=first, rest=rest)


def _before_colon(text: str, year: int | None) -> DayHeading | None:
    """«15 giờ ngày 24/4 (chiều chủ nhật): …» with a long act behind its colon."""
    head, colon, after = text.partition(": ")
    if not colon or len(head) > LONGEST / 2:
        return None
    found = day_heading(head, year)
    if found is None or found.rest:
        return None
    hours = hours_in(after) if found.hours is None else None
    if hours is None or not hours.leads:
        return replace(found, rest=after.strip())
    return replace(found, hours=hours, rest=hours.rest)


def _said(words: str, year: int | None) -> tuple[date | None, list[str], str | None, str] | None:
    """The day, its spellings and the half of it that words begin with, and what is left of them."""
    at, days, half, found = 0, list[str](), None, None
    while at < len(words) and (match := _PIECES.match(words, at)):
        if match["date"]:
            found = found or _date(match, year)
            days.append(match["date"].strip())
        elif match["ordinal"] or match["weekday"]:
            days.append((match["ordinal"] or match["weekday"]).strip())
        elif named := match["half"] or match["bare"] or match["sitting"]:
            half = half or named.strip().casefold()
        at = match.end()
    return (found, days, half, words[at:]) if days or half else None


def _first(days: list[str]) -> str | None:
    """A numbered day names itself best; else the first that is said."""
    return days[0] if days else None


def _date(match: re.Match[str], year: int | None) -> date | None:
    day, month = int(match["d"] or match["d2"]), int(match["m"] or match["m2"])
    written = match["y"] or match["y2"]
    full = year if not written else int(written) if len(written) == 4 else 2000 + int(written)
    if full is None:
        return None
    try:
        return date(full, month, day)
    except ValueError:
        return None
