"""Clock times and lengths as people write them on a programme: «7h30 - 8h00», «Từ 7 giờ đến 7 giờ 30:».

A time is on the hall's clock as it is written; what «1h30» means after noon is for running_clock.py. In
running text a time needs its mark («h», «giờ», «:», «am»), since «2015 - 2020», «6-7/12» and «3 - 4 tham
luận» are none; a cell of a column of times may also say «0900-1000», «7.30» or «1400--».
"""

from __future__ import annotations

import re
from datetime import time, timedelta

from msgspec import Struct

from runofshow.core.value import replace


class Hours(Struct, frozen=True, kw_only=True):
    """What a line or a cell says of its time, and what is left of its words."""

    start: time | None = None
    end: time | None = None
    length: timedelta | None = None
    """Where a length is written; never reckoned from start and end."""
    rest: str = ""
    sure: bool = True
    """False where the writing is damaged («7h308h00») or may mean something else."""
    leads: bool = True
    """It stands before the words; False where it closes them («Khai mạc: 9h00»)."""
    halved: bool = False
    """«sáng», «chiều», «am» or «pm» stands with it, or an hour past noon, so that it needs no guess."""


_MARK = r"(?:giờ|gio|h|g)(?![^\W\d_])"
_MINUTE_MARK = r"(?:\s?(?:phút|phut|ph|p)(?![^\W\d_])|\s?['’′´`‘]{1,2})?"
_HALF = r"(?:\s?(?P<half{n}>a\.?m\b\.?|p\.?m\b\.?|sáng|trưa|chiều|tối|đêm)(?!\w))?"
_MARKED = (
    r"(?P<h{n}>[01]?\d|2[0-4])\s?"
    r"(?:"
    + _MARK
    + r"(?:\s?[:.]?\s?(?P<m{n}>[0-5]\d)(?!\d)|(?P<n{n}>\d)(?![\d/]))?"
    + _MINUTE_MARK
    + r"\s?h?(?!\w)"
    r"|\.?:\.?\s?(?P<c{n}>[0-5]\d)(?!\d)(?::\d\d(?!\d))?(?:\s?(?:giờ|h|phút|')(?!\w))?)" + _HALF
)
_HALVED = r"(?P<e{n}>[01]?\d)\s?(?P<side{n}>a\.?m\b\.?|p\.?m\b\.?)"
_DOTTED = r"(?P<d{n}>[01]?\d|2[0-4])\s?\.\s?(?P<t{n}>[0-5]\d)(?![\d/])" + _MINUTE_MARK
_DOTTED_HALVED = _DOTTED + r"\s?(?P<side{n}>a\.?m\b\.?|p\.?m\b\.?)"
_SOLID = r"(?P<s{n}>[01]\d|2[0-3])(?P<o{n}>[0-5]\d)(?![\d/])"
_BARE = r"(?P<b{n}>[01]?\d|2[0-4])(?![\d/.])"

_ON_DATE = r"(?:\s*,?\s*(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{2,4})?)?"
_TO = _ON_DATE + r"\s*(?:[-–—−‒‑~÷>→]+|đến hết|đến|tới|to\b|until\b)\s*"
_BEFORE = r"(?<![\w/.,:+])"
_FROM = (
    r"(?:(?:sau(?=\s*\d{1,2}\s?[hg:]\s?\d\d)|vào lúc|bắt đầu từ|bắt đầu lúc|bắt đầu"
    r"|từ|lúc|vào|đúng|hồi|khoảng|from|at)\s*:?\s*)*"
)


def _any(number: int, *forms: str) -> str:
    named = "|".join(form.replace("{n}", str(number) + "abcdefg"[at]) for at, form in enumerate(forms))
    return f"(?:{named})"


_LOOSE = _any(1, _MARKED, _HALVED, _DOTTED_HALVED)
_ENDED = _any(2, _MARKED, _HALVED, _DOTTED_HALVED)
_RANGE = rf"{_LOOSE}{_TO}(?:{_FROM})(?:{_ENDED}|{_any(3, _BARE, _SOLID)}(?=\s*(?:$|[:)\n])))"
_HALF_MARKED = rf"{_any(4, _BARE)}{_TO}{_any(5, _MARKED, _HALVED, _DOTTED_HALVED)}"
_DOTS = rf"{_any(6, _MARKED, _DOTTED)}{_TO}{_any(7, _MARKED, _DOTTED)}"
_RUN_ON = r"(?P<h8a>[01]?\d|2[0-3])h(?P<m8a>[0-5]\d)\s?(?P<h9a>[01]?\d|2[0-3])h?(?P<m9a>[0-5]\d)(?!\d)"
_BESIDE = rf"{_LOOSE}\s+{_ENDED}"
_ONE = rf"{_LOOSE}(?:\s?[-–—]+(?=\s*$))?"

_IN_TEXT = tuple(
    re.compile(_BEFORE + _FROM + form, re.IGNORECASE)
    for form in (_RUN_ON, _RANGE, _HALF_MARKED, _DOTS, _BESIDE, _ONE)
)
_SOLID_LEADS = re.compile(rf"{_any(1, _SOLID)}(?:{_TO}{_any(2, _SOLID)}|\s*--+)(?=\s)", re.IGNORECASE)
"""«0900-1000 Registration» at the very front."""
_CELL_FORMS = (
    _any(1, _MARKED, _HALVED, _DOTTED_HALVED, _DOTTED, _SOLID, _BARE),
    _any(2, _MARKED, _HALVED, _DOTTED_HALVED, _DOTTED, _SOLID, _BARE),
)
_IN_CELL = tuple(
    re.compile(_BEFORE + _FROM + form, re.IGNORECASE)
    for form in (
        _RUN_ON,
        _CELL_FORMS[0] + _TO + _FROM + _CELL_FORMS[1],
        _any(1, _MARKED, _DOTTED) + r"\s+" + _any(2, _MARKED, _DOTTED),
        _any(1, _MARKED, _HALVED, _DOTTED_HALVED, _DOTTED) + r"(?:\s*[-–—]+)?",
        _any(1, _SOLID) + r"\s*[-–—]+",
    )
)
_DAMAGED = re.compile(_RUN_ON, re.IGNORECASE)

_NUMBERED = re.compile(
    r"^\s*(?:(?:[-–—+*•●▪■◦○❖➢➤✓√►▶→\uf0b7·]|\(?\d{1,2}[.)/]|\d{1,2}\s?[-–]\s|[a-zđ]\)|[IVX]{1,4}[.)/]"
    r"|\d{1,2}\.\d{1,2}\.?)\s*)+",
)
_CLOSES = re.compile(r"[:\-–,|\t(]$|\b(?:sáng|chiều|tối|trưa)$|/\d{1,4}$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:trước|sau|đến|quá|hơn|trong|cách|kéo dài|hết)$", re.IGNORECASE)
_FROM_WORD = re.compile(r"từ|lúc|vào lúc|bắt đầu", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]")
_IN_BRACKETS = re.compile(r"[\s.,;]*(\([^()]{2,60}\))[\s.;]*")
_LENGTH = re.compile(
    r"(?:khoảng|thời lượng|dự kiến|tối đa|không quá|trong)?[:\s]*"
    r"(?:(?P<half>1/2|nửa|½)\s*(?P<halfunit>ngày|tiếng|giờ)"
    r"|(?P<hours>\d{1,2}(?:[.,]5)?)\s*(?:tiếng|giờ|h)(?![^\W\d_])\s*(?:(?P<minutes>\d{1,2})\s*(?:phút|ph"
    r"|p|['’′])?)?"
    r"|(?:\d{1,3}\s*[-–]\s*)?(?P<only>\d{1,3})\s*(?:phút|phut|ph|p|mins?|minutes?"
    r"|['’′´‘`]{1,2})(?![^\W\d_]))"
    r"(?:\s*/\s*\w+)?\.?",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?<!\d)((?:19[5-9]|20[0-5])\d)\s*[-–—]\s*((?:19[5-9]|20[0-5])\d)(?!\d)")
_EVENING = re.compile(r"\d\d[03]0\d\d(?:[03]0|[14]5)")
"""«2000-2030» may be hours, «2015-2020» is not."""
_DIGIT = re.compile(r"\d")
LONGEST = 50
"""Letters that a time may take at the end of a line: «từ 17 giờ 30 phút đến 18 giờ 30 phút»."""
_IDLE = " \t\n:;,.-–—|"


def hours_in(text: str) -> Hours | None:
    """The time that a line of running text is headed or closed by; None where it has none.

    A time in the middle of a sentence is not the line's own.
    """
    if _DIGIT.search(text) is None:
        return None
    if (solid := _SOLID_LEADS.match(text)) and not _are_years(text[: solid.end()]):
        return _read(solid, text[solid.end() :].strip(), leads=True)
    lead = _NUMBERED.match(text)
    at = lead.end() if lead else 0
    for form in _IN_TEXT:
        if match := form.match(text, at) or (form.match(text) if at else None):
            kept = text[: match.start()]
            rest = text[match.end() :].lstrip(" \t:;,.-–—)]|")
            if kept.rstrip().endswith(("(", "[")):
                kept = kept.rstrip(" ([")
            return _read(match, (kept + rest).strip(), leads=True)
    for bracket in _BRACKETS.finditer(text):
        inside = bracket[1].strip()
        for form in _IN_TEXT:
            if (match := form.match(inside)) and not inside[match.end() :].strip(" .,;:"):
                after = text[bracket.end() :].lstrip()
                space = "" if after[:1] in (":", ";", ",", ".") else " "
                rest = f"{text[: bracket.start()].rstrip()}{space}{after}".strip()
                return _read(match, rest, leads=False)
    for form in _IN_TEXT:
        for match in form.finditer(text, max(0, len(text) - LONGEST)):
            before = text[: match.start()].rstrip()
            if _FROM_WORD.match(match[0]) and (beside := _IN_BRACKETS.fullmatch(text, match.end())):
                return _read(match, f"{before.rstrip(_IDLE)} {beside[1]}", leads=False)
            if not text[match.end() :].strip(_IDLE + ")]") and (
                _CLOSES.search(before)
                or _FROM_WORD.match(match[0])
                or (len(before.split()) <= 8 and not _UNTIL.search(before))
            ):
                return _read(match, before.rstrip(_IDLE + "(["), leads=False)
    return None


def hours_of_cell(text: str) -> Hours | None:
    """The time in a cell of a column of times, or the length where it says one; None where neither."""
    line = " ".join(text.split())
    if not line:
        return None
    if length := length_in(line, clock=False):
        return Hours(length=length[0], rest=length[1])
    if _are_years(line):
        return None
    for form in _IN_CELL:
        for match in form.finditer(line):
            hours = _read(match, _without(line, match), leads=match.start() < 3)
            if hours is not None and (beside := length_in(hours.rest, clock=False)):
                return replace(hours, length=beside[0], rest="")
            if hours is not None:
                return hours
    return None


def length_in(text: str, *, clock: bool) -> tuple[timedelta, str] | None:
    """A length and what is left, where a text is one: «30 phút», «1/2 ngày». `clock`: «1h30» is a length too,
    and a bare number counts minutes, as under «Thời lượng»."""
    plain = text.strip(" ()[].;")
    match = _LENGTH.fullmatch(plain)
    if match is None:
        if clock and plain.isdigit() and 0 < int(plain) <= 480:
            return timedelta(minutes=int(plain)), ""
        return None
    if match["half"]:
        return (timedelta(hours=4) if match["halfunit"] == "ngày" else timedelta(minutes=30)), ""
    if match["only"]:
        return timedelta(minutes=int(match["only"])), ""
    if not clock and "tiếng" not in plain.casefold():
        return None
    hours = float(match["hours"].replace(",", "."))
    return timedelta(hours=hours, minutes=int(match["minutes"] or 0)), ""


def _are_years(line: str) -> bool:
    years = _YEARS.search(line)
    return years is not None and not _EVENING.fullmatch(years[1] + years[2])


def _without(line: str, match: re.Match[str]) -> str:
    return f"{line[: match.start()].strip(_IDLE + '([')} {line[match.end() :].lstrip(_IDLE + ')]')}".strip()


def _read(match: re.Match[str], rest: str, *, leads: bool) -> Hours | None:
    """The times a form found. The half of the day said once counts for both."""
    found = _clocks(match)
    if not found:
        return None
    start, half = found[0]
    end, end_half = found[1] if len(found) > 1 else (None, "")
    halves = _with_halves(start, half, end, end_half)
    sure = _DAMAGED.match(match[0].lstrip()) is None or bool(re.search(r"\s|[-–—]", match[0].strip()))
    return Hours(
        start=halves[0],
        end=halves[1],
        rest=rest,
        sure=sure,
        leads=leads,
        halved=bool(half or end_half) or start.hour > 12,
    )


def _clocks(match: re.Match[str]) -> list[tuple[time, str]]:
    """The clock times of a match in their order, each with the half of the day that is said with it."""
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    names = sorted((match.start(name), name) for name in groups if name[0] in "hedsb" and name[1].isdigit())
    clocks = []
    for _, name in names:
        spot = name[1:]
        minute = next((groups[m + spot] for m in "mncto" if m + spot in groups), "0")
        half = groups.get("half" + spot) or groups.get("side" + spot) or ""
        hour = int(groups[name]) % 24
        clocks.append((time(hour, int(minute)), half.casefold().replace(".", "")))
    return clocks


def _with_halves(start: time, half: str, end: time | None, end_half: str) -> tuple[time, time | None]:
    if end is not None and end_half and not half:
        # «1:00 – 1:30 PM» is one afternoon; «11:00 – 1:30 PM» is not
        earlier = _in_half(start, end_half)
        half = end_half if earlier <= _in_half(end, end_half) else ""
    elif end is not None and half and not end_half and half in ("pm", "chiều", "tối"):
        end_half = half
    return _in_half(start, half), None if end is None else _in_half(end, end_half)


def _in_half(at: time, half: str) -> time:
    if half in ("pm", "chiều", "tối") and at.hour < 12:
        return at.replace(hour=at.hour + 12)
    if half == "trưa" and at.hour < 4:
        return at.replace(hour=at.hour + 12)
    if half == "am" and at.hour == 12:
        return at.replace(hour=0)
    return at
