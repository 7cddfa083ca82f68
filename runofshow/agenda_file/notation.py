"""Times of day, lengths, dates and cue moments, as people write them on paper.

One real line of each: a time `7h30`, a length `1'30`, a date `27/3/2020`, a moment `end - 1'`. What is
nearly one of them (a year, a range, a clock time where a length belongs) is refused by name, so the
complaint can say what to write instead. Every function here is pure; each `write_...` gives text that its
reader reads back to the same value.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time, timedelta
from typing import Final, assert_never

from msgspec import Struct

from runofshow.agenda_file.steps import step_of, written_step
from runofshow.core.agenda import AfterCue, Anchor, AtStart, AtTimecode, BeforeEnd, OnStep, OnWord
from runofshow.core.timecode import read_timecode

LONGEST: Final = timedelta(hours=24)
"""No item of one conference lasts longer than a day."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_LONGEST_NOTATION = 80
"""No way of writing a time needs more signs; beyond it no pattern is even tried."""


class NotationError(ValueError):
    """The text is none of the ways to write it. `code` names what is wrong, `suggestion` what to write."""

    def __init__(self, code: str, text: str, suggestion: str = "") -> None:
        super().__init__(f"{code}: {text!r}")
        self.code = code
        self.text = text
        self.suggestion = suggestion


_PRIMES = str.maketrans({"’": "'", "‘": "'", "′": "'", "´": "'", "`": "'", "”": '"', "“": '"', "″": '"'})
_DASHES = re.compile(r"[‐‑‒–—−]")
_YEARS = re.compile(r"\(?\s*(?:19|20|21)\d\d\s*(?:-\s*(?:19|20|21)\d\d)?\s*\)?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?", re.ASCII)
_HOURS = re.compile(
    r"(\d{1,2})\s*(?:h|g|giờ)(?:\s*(\d{1,2})\s*(?:'|p|ph|phút)?|\s*(rưỡi)|\s*kém\s*(\d{1,2})(?:\s*(?:'|p|ph|phút))?)?",
    re.ASCII,
)
_DOTTED = re.compile(r"(\d{1,2})\.(\d{2})", re.ASCII)
_HALF_OF_DAY = re.compile(r"\s*(?<![^\W\d_])(?:([ap])\.?m\.?|(sa|ch|sáng|trưa|chiều|tối|đêm))$")
_NOTED = re.compile(r"\s*\((?!(?:[ap]\.?m\.?|sa|ch|sáng|trưa|chiều|tối|đêm)\))[^()\d]{1,40}\)$")
"""What people write behind a time or a length and what changes neither."""
_LENGTH_RANGE = re.compile(r"[^-]*\d[^-]*-[^-]*\d.*", re.ASCII)

_NUMBER = r"(\d{1,5}(?:[.,]\d{1,6})?)"
_HOUR_UNIT = r"\s*(?:h|giờ|tiếng(?: đồng hồ)?|hours?|hrs?)"
_MINUTE_UNIT = r"\s*(?:'|phút|ph|p|minutes?|mins?|m)"
_SECOND_UNIT = r"\s*(?:\"|''|giây|gi|seconds?|secs?|s)"
_LENGTHS = re.compile(
    rf"(?:{_NUMBER}{_HOUR_UNIT}\s*)?(?:{_NUMBER}{_MINUTE_UNIT}\s*)?(?:{_NUMBER}{_SECOND_UNIT})?", re.ASCII
)
_HOURS_AND_BARE_MINUTES = re.compile(rf"(\d{{1,2}}){_HOUR_UNIT}\s*(\d{{1,2}})", re.ASCII)
_WHOLE_HOURS = re.compile(rf"(\d{{1,2}}|một|hai|ba){_HOUR_UNIT}\s*(rưỡi)?", re.ASCII)
_IN_WORDS_TO_THREE = {"một": 1, "hai": 2, "ba": 3}
_HALF_AN_HOUR = re.compile(rf"(?:nửa|1/2){_HOUR_UNIT}|half (?:an )?hour", re.ASCII)
_EACH = re.compile(
    r"\s*/[^/\d]{1,40}$|\s*(?:\bmỗi\b|\bmột\b|\bper\b)\s*(?:bài|người|đại biểu|đồng chí|diễn giả"
    r"|đơn vị|tham luận|tiết mục|ý kiến|lượt|đợt|speaker|paper|person|act)$"
)
"""`10 phút/bài`: the length of each one, which is what a part's length is."""
_MINUTES_AND_BARE_SECONDS = re.compile(rf"(\d{{1,3}}){_MINUTE_UNIT}\s*(\d{{1,2}})", re.ASCII)
_BARE = re.compile(_NUMBER, re.ASCII)
_ABOUT = re.compile(r"^(?:(?:khoảng|chừng|dự kiến|tối đa|không quá|about|up to)\b|~)\s*:?\s*")

_DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_IN_WORDS = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})(?:\s*năm\s*|\s*[,/]\s*)(\d{4})", re.ASCII)
_NO_YEAR = re.compile(r"(?:ngày\s*)?\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}(?:[/.-]\d{2})?", re.ASCII)
_MONTH = re.compile(r"(?:tháng\s*)?\d{1,2}\s*(?:[/.-]|năm)\s*\d{4}", re.ASCII)

_START = re.compile(r"(?:start|đầu mục)(?:\s*([+-])\s*(.+))?")
_END = re.compile(r"(?:end|cuối mục|hết mục)(?:\s*([+-])\s*(.+))?")
_AT_CODE = re.compile(r"(?:tc|timecode|mã giờ)\b\s*(.*)")
_HEARD = re.compile(r"(?:word|khi nghe)\b\s*(.*)", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:hết nhạc|after track)(?: (?:của|of) ([A-Za-z0-9._-]{1,64}))?(?:\s*([+‐‑‒–—−-])\s*(.+))?",
    re.IGNORECASE,
)


_WORDS_QUOTES = re.compile(r"^\s*[“‘«„](.+)[”’»“]\s*$")
"""Quotes that YAML does not know and Word writes by itself."""
_UP_TO = re.compile(r"^(?:đến|tới|lúc|từ|until|till|at|from)\b(?: khi| lúc)? ")


def _plain(text: str) -> str:
    """`text` in lower case with one kind of dash, prime and space."""
    if len(text) > _LONGEST_NOTATION:
        return text
    text = _WORDS_QUOTES.sub(r"\1", unicodedata.normalize("NFC", text)).casefold().translate(_PRIMES)
    return " ".join(_DASHES.sub("-", text).split())


def _seconds(number: str) -> timedelta:
    """A decimal number of seconds, exact to the microsecond (no float: 0.1 must come back as 0.1)."""
    whole, _, fraction = number.replace(",", ".").partition(".")
    return timedelta(seconds=int(whole), microseconds=int(fraction.ljust(6, "0") or "0"))


def read_time(text: str) -> time:
    """The time of day `text` says, without a zone. NotationError when it says none.

    Read: `7h30` `7h30'` `07:30` `7.30` `7 giờ 30` `7 giờ 30 phút` `7h` `8 giờ` `7g30` `8 giờ kém 10`
    `1:30 PM` `7:30 SA` `1:30 CH` `1h30 chiều` `07:30:15`, and `24h00`, which is midnight.
    """
    plain = _ABOUT.sub("", _NOTED.sub("", _plain(text)))
    half = _HALF_OF_DAY.search(plain)
    bare = plain[: half.start()] if half else plain
    micro = second = 0
    if match := _CLOCK.fullmatch(bare):
        hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
        micro = int((match[4] or "0").ljust(6, "0"))
    elif match := _HOURS.fullmatch(bare):
        hour, minute = int(match[1]), 30 if match[3] else int(match[2] or 0)
        if match[4]:
            hour, minute = divmod(hour * 60 - int(match[4]), 60)
            hour = hour % 24
    elif match := _DOTTED.fullmatch(bare):
        hour, minute = int(match[1]), int(match[2])
    elif _YEARS.fullmatch(plain):
        raise NotationError("year_as_time", text)
    elif "-" in plain and _is_time(plain.partition("-")[2]):
        first = plain.partition("-")[0].strip()
        raise NotationError("time_range", text, first if _is_time(first) else "")
    else:
        said = _UP_TO.sub("", plain)
        raise NotationError("not_a_time", text, said if said != plain and _is_time(said) else "")
    if half:
        hour = _in_half_of_day(hour, half[1] or half[2], text)
    if (hour, minute, second, micro) == (24, 0, 0, 0):
        hour = 0
    if hour > 23 or minute > 59 or second > 59:
        raise NotationError("time_out_of_range", text)
    return time(hour, minute, second, micro)


def _in_half_of_day(hour: int, half: str, text: str) -> int:
    """The hour of 24: `1:30 CH` and `13h30 chiều` are 13, `12h đêm` is 0."""
    if half in ("p", "ch", "a", "sa") and not 1 <= hour <= 12:
        raise NotationError("time_out_of_range", text)
    if half in ("p", "ch", "chiều", "tối"):
        hour += 12 if 1 <= hour < 12 else 0
        is_told = 12 <= hour < 24
    elif half in ("a", "sa", "sáng"):
        hour = 0 if hour == 12 else hour
        is_told = hour < 12
    elif half == "trưa":
        hour += 12 if 1 <= hour <= 3 else 0
        is_told = 10 <= hour <= 15
    else:
        # "đêm" is the evening's end from seven on, midnight, and the small hours
        hour = hour % 12 + (12 if 7 <= hour < 12 else 0) if hour <= 12 else hour
        is_told = hour < 7 or hour >= 19
    if not is_told:
        raise NotationError("time_out_of_range", text)
    return hour


def _is_time(plain: str) -> bool:
    try:
        read_time(plain)
    except NotationError:
        return False
    return True


def read_length(text: str, *, bare_minutes: bool = False) -> timedelta:
    """The length `text` says, from zero to a day. NotationError when it says none.

    Read: `15 phút` `15'` `1h20` `1 giờ 20 phút` `2 tiếng` `90s` `90 giây` `1'30` `1'30"`, and with
    `bare_minutes` also `15`. A bare number is otherwise refused: nobody can tell seconds from minutes. What
    only hedges or says of whom is passed over: `khoảng 15 phút`, `15 phút (dự kiến)`, `10 phút/bài`.
    """
    plain = _ABOUT.sub("", _EACH.sub("", _NOTED.sub("", _plain(text))))
    length = timedelta()
    if _CLOCK.fullmatch(plain):
        first, second = plain.split(":")[:2]
        suggestion = f"{int(first)}'{second}" if plain.count(":") == 1 else ""
        raise NotationError("clock_as_length", text, suggestion)
    if _YEARS.fullmatch(plain):
        raise NotationError("year_as_length", text)
    if _HALF_AN_HOUR.fullmatch(plain):
        length = timedelta(minutes=30)
    elif match := _WHOLE_HOURS.fullmatch(plain):
        length = timedelta(hours=_IN_WORDS_TO_THREE.get(match[1]) or int(match[1]))
        length += timedelta(minutes=30 if match[2] else 0)
    elif match := _HOURS_AND_BARE_MINUTES.fullmatch(plain):
        length = timedelta(hours=int(match[1]), minutes=int(match[2]))
    elif match := _MINUTES_AND_BARE_SECONDS.fullmatch(plain):
        length = timedelta(minutes=int(match[1]), seconds=int(match[2]))
    elif match := _BARE.fullmatch(plain):
        length = _seconds(match[1]) * 60
        if not bare_minutes and length:
            raise NotationError("bare_length", text, f"{plain}s")
    elif plain and len(plain) <= _LONGEST_NOTATION and (match := _LENGTHS.fullmatch(plain)):
        length = _seconds(match[1] or "0") * 3600 + _seconds(match[2] or "0") * 60 + _seconds(match[3] or "0")
    elif plain.startswith("-") and _BARE.search(plain):
        raise NotationError("negative_length", text)
    elif len(plain) <= _LONGEST_NOTATION and _LENGTH_RANGE.fullmatch(plain):
        raise NotationError("length_range", text)
    else:
        raise NotationError("not_a_length", text)
    if length > LONGEST:
        raise NotationError("length_too_long", text)
    return length


def read_date(text: str) -> date:
    """The day `text` says, day before month. NotationError when it says none.

    Read: `27/3/2020` `27-3-2020` `27.3.2020` `2020-03-27` `ngày 27 tháng 3 năm 2020`.
    """
    plain = _plain(text)
    if match := _DAY_FIRST.fullmatch(plain):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
    elif match := _YEAR_FIRST.fullmatch(plain):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    elif match := _IN_WORDS.fullmatch(plain):
        day, month, year = int(match[1]), int(match[2]), int(match[3])
    elif _MONTH.fullmatch(plain) or _YEARS.fullmatch(plain):
        raise NotationError("month_as_date", text)
    elif _NO_YEAR.fullmatch(plain):
        raise NotationError("date_without_year", text)
    else:
        raise NotationError("not_a_date", text)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise NotationError("year_out_of_range", text)
    try:
        return date(year, month, day)
    except ValueError as error:
        swapped = f"{month}/{day}/{year}" if month > 12 and day <= 12 else ""
        raise NotationError("no_such_day", text, swapped) from error


class AfterTrack(Struct, frozen=True):
    """Follow, as an agenda writes it short: the nearest play cue written before in the same item is meant."""

    wait: timedelta = timedelta()


def read_moment(text: str) -> Anchor | AfterTrack:
    """The moment of a cue in an agenda. NotationError when it is none.

    Read: `start` `start + 90s` `end - 1'` `word Chào cờ!` `step photo` `hết nhạc` `hết nhạc + 2s`
    `after track`, and with the cue's id `hết nhạc của chao-co.c3 + 2s` `after track of chao-co.c3`. In
    Vietnamese also `đầu mục + 90 giây` `cuối mục - 1 phút` `khi nghe Chào cờ!` `bước chụp ảnh`. A timecode:
    `tc 01:00:10:00`, `mã giờ 01:00:10:00`.
    """
    # Only the word and the id keep their case: one is what the operator will hear, the other a name.
    words = " ".join(unicodedata.normalize("NFC", text).split())
    if match := _HEARD.fullmatch(words):
        if not match[1]:
            raise NotationError("anchor_without_word", text)
        return OnWord(match[1])
    if match := _AFTER.fullmatch(words):
        if match[2] not in ("+", None):
            raise NotationError("anchor_before_track_ends", text, words[: match.start(2)].strip())
        wait = read_length(match[3]) if match[3] else timedelta()
        return AfterCue(match[1], wait) if match[1] else AfterTrack(wait)
    plain = _plain(text)
    if (named := written_step(plain)) is not None:
        if (step := step_of(named)) is None:
            raise NotationError("unknown_step", text)
        return OnStep(step)
    if match := _AT_CODE.fullmatch(plain):
        if (code := read_timecode(match[1])) is None:
            raise NotationError("not_a_timecode", text)
        return AtTimecode(code)
    if match := _START.fullmatch(plain):
        if match[1] == "-":
            raise NotationError("anchor_outside_item", text, "start")
        return AtStart(read_length(match[2]) if match[2] else timedelta())
    if match := _END.fullmatch(plain):
        if match[1] == "+":
            raise NotationError("anchor_outside_item", text, "end")
        return BeforeEnd(read_length(match[2]) if match[2] else timedelta())
    raise NotationError("not_an_anchor", text)


def read_anchor(text: str) -> Anchor:
    """As `read_moment`, where no cues are written before: what follows a track must name the cue."""
    moment = read_moment(text)
    if isinstance(moment, AfterTrack):
        raise NotationError("anchor_without_cue", text)
    return moment


def write_time(moment: time) -> str:
    """`7h30`; with seconds `07:30:15`."""
    if moment.microsecond:
        return moment.strftime("%H:%M:%S.%f")
    if moment.second:
        return moment.strftime("%H:%M:%S")
    return f"{moment.hour}h{moment.minute:02}"


def write_length(length: timedelta) -> str:
    """`15'`, `1h20`, `1'30`, `45s`; with a fraction all in seconds. `length` is not negative."""
    whole = length.days * 86400 + length.seconds
    if length.microseconds:
        return f"{whole}.{length.microseconds:06}".rstrip("0") + "s"
    minutes, seconds = divmod(whole, 60)
    if whole < 60:
        return f"{whole}s"
    if seconds:
        return f"{minutes}'{seconds:02}" if minutes < 1000 else f"{minutes}' {seconds}s"
    hours, rest = divmod(minutes, 60)
    if hours and rest:
        return f"{hours}h{rest:02}"
    return f"{hours}h" if hours else f"{minutes}'"


def write_date(day: date) -> str:
    """`27/3/2020`."""
    return f"{day.day}/{day.month}/{day.year}"


def write_anchor(anchor: Anchor | AfterTrack) -> str:
    """As `read_moment` reads it, and `read_anchor` unless it is an `AfterTrack`."""
    match anchor:
        case AtStart(after):
            return f"start + {write_length(after)}" if after else "start"
        case BeforeEnd(lead):
            return f"end - {write_length(lead)}" if lead else "end"
        case OnWord(word):
            return f"word {word}"
        case OnStep(step):
            return f"step {step}"
        case AtTimecode(code):
            return f"tc {code.text()}"
        case AfterCue(cue_id, wait):
            return f"hết nhạc của {cue_id} + {write_length(wait)}" if wait else f"hết nhạc của {cue_id}"
        case AfterTrack(wait):
            return f"hết nhạc + {write_length(wait)}" if wait else "hết nhạc"
    assert_never(anchor)
