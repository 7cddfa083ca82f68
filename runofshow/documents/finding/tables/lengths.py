"""What a cell of a column of lengths says: «30 phút», «1 tiếng rưỡi», or as a sheet writes it."""

from __future__ import annotations

import re
from datetime import timedelta

from runofshow.documents.finding.times.hours import length_in

_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)(?::00)?")
_SPOKEN = re.compile(
    r"(?:khoảng|dự kiến|tối đa|không quá)?\s*"
    r"(?:(?P<count>\d{1,2}|một|hai|ba|bốn|năm)?\s*(?:tiếng|giờ|h)(?: đồng hồ)?\s*(?P<half>rưỡi)?"
    r"|nửa (?:tiếng|giờ)(?: đồng hồ)?)",
    re.IGNORECASE,
)
_COUNTS = ("một", "hai", "ba", "bốn", "năm")


def length_of_cell(text: str) -> timedelta | None:
    """The length; a bare number counts minutes, «0:15» is a quarter of an hour. None where it says none."""
    if found := length_in(text, clock=True):
        return found[0]
    plain = text.strip(" ()[].;")
    if clock := _CLOCK.fullmatch(plain):
        return timedelta(hours=int(clock[1]), minutes=int(clock[2])) or None
    return spoken_length(plain, clock=True)


def spoken_length(text: str, *, clock: bool = False) -> timedelta | None:
    """«1 tiếng rưỡi», «nửa tiếng đồng hồ». `clock`: «hai giờ rưỡi» is one, and no time of day."""
    match = _SPOKEN.fullmatch(text.strip(" ()[].;"))
    if match is None or not (clock or "tiếng" in text.casefold()):
        return None
    if "nửa" in text.casefold():
        return timedelta(minutes=30)
    count, half = match["count"], match["half"]
    if not count and not half:
        return None
    if count and not count.isdigit():
        count = str(_COUNTS.index(count.casefold()) + 1)
    return timedelta(hours=int(count or 1), minutes=30 if half else 0)
