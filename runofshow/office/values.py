"""What a cell of a sheet shows: an hour as «07:30», a date as «27/3/2020», a number without «.0».

A sheet stores hours and dates as numbers of days, and only the cell's format tells which is which. Formats
that are masks over a number are drawn too: 730 in «00"h"00» shows «07h30», 15 in «0" phút"» «15 phút».
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

_DAY_S = 86_400


class Shape(StrEnum):
    """What a format makes of a number."""

    NUMBER = "number"
    DATE = "date"
    CLOCK = "clock"
    HOURS = "hours"
    """A length of hours and minutes, which may pass a day; many write an hour of the day so."""
    DATE_AND_CLOCK = "date_and_clock"
    MINUTES = "minutes"
    """A length that shows no hours."""


class Format(Struct, frozen=True):
    """A number format of a workbook, as far as a plan needs it."""

    shape: Shape = Shape.NUMBER
    pieces: tuple[tuple[bool, str], ...] = ()
    """Of a number: runs of places for digits (True) and of signs that stand between them."""
    decimals: int | None = None
    percent: bool = False


GENERAL = Format()

_BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "d/m/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "d/m/yyyy h:mm",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
}  # fmt: skip
"""By number; a workbook does not spell these out. From ECMA-376, 18.8.30."""

_PIECE = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(AM/PM|A/P)|([#0?]+)|(.)', re.IGNORECASE | re.DOTALL
)


def built_in(number: int) -> Format:
    """The format that has this number in every workbook; of Asian dates too."""
    if number in _BUILT_IN:
        return format_of(_BUILT_IN[number])
    return Format(Shape.DATE) if 27 <= number <= 36 or 50 <= number <= 58 else GENERAL


@lru_cache(maxsize=512)
def format_of(code: str) -> Format:
    """A format as it is written, of its first section: the one for positive numbers.

    >>> format_of('h"h"mm').shape, format_of("dd/mm/yyyy").shape, format_of("[h]:mm").shape
    (<Shape.CLOCK: 'clock'>, <Shape.DATE: 'date'>, <Shape.HOURS: 'hours'>)
    """
    pieces: list[tuple[bool, str]] = []
    letters = ""
    elapsed = False
    for quoted, escaped, bracket, half, digits, sign in _PIECE.findall(code):
        if sign == ";":
            break
        if half or (sign and sign in "yYdDhHsSmM"):
            letters += "h" if half else sign.lower()
        elif bracket.lower() in ("h", "hh", "m", "mm", "s", "ss"):
            letters += bracket.lower()
            elapsed = True
        elif digits:
            pieces.append((True, digits))
        elif quoted or escaped or (sign and sign != "@"):
            pieces.append((False, quoted or escaped or sign))
    hours, days = "h" in letters, "y" in letters or "d" in letters
    if hours or "s" in letters:
        if days:
            return Format(Shape.DATE_AND_CLOCK)
        if not hours:
            return Format(Shape.MINUTES)
        return Format(Shape.HOURS if elapsed else Shape.CLOCK)
    if days or ("m" in letters and not any(is_digits for is_digits, _ in pieces)):
        return Format(Shape.DATE)
    return _number_format(pieces)


def _number_format(pieces: list[tuple[bool, str]]) -> Format:
    if not any(is_digits for is_digits, _ in pieces):
        return GENERAL
    percent = (False, "%") in pieces
    signs = [piece for piece in pieces if piece not in ((False, "%"), (False, ","))]
    decimals = None
    for before, piece in enumerate(signs):
        if piece == (False, ".") and before + 1 < len(signs) and signs[before + 1][0]:
            decimals = len(signs[before + 1][1])
            signs = signs[:before] + signs[before + 2 :]
            break
    else:
        decimals = 0
    return Format(Shape.NUMBER, tuple(signs), decimals, percent)


def shown(value: float, form: Format, *, since_1904: bool = False) -> str:
    """The number as the cell shows it; `since_1904` for workbooks that count days from then."""
    if abs(value) > 1e15 or value != value:
        return ""
    match form.shape:
        case Shape.NUMBER:
            return _number(value, form)
        case Shape.MINUTES:
            return length(timedelta(seconds=round(value * _DAY_S)))
        case Shape.HOURS:
            return clock(round(value * _DAY_S))
        case Shape.CLOCK:
            # typed «24:00» is one whole day; of a day and an hour only the hour is shown
            return clock(round((value if value <= 1 else value % 1) * _DAY_S))
        case Shape.DATE | Shape.DATE_AND_CLOCK:
            if 0 <= value < 1:
                return clock(round(value * _DAY_S))
            return _date(value, form, since_1904)


def _date(value: float, form: Format, since_1904: bool) -> str:
    days, seconds = divmod(round(value * _DAY_S), _DAY_S)
    if not 0 <= days < 2_900_000:  # the year 9839
        return ""
    # Excel keeps a 29/2/1900 that never was, so the days before it are counted from one day later.
    first = date(1904, 1, 1) if since_1904 else date(1899, 12, 30 if days >= 60 else 31)
    told = day(first + timedelta(days=days))
    return f"{told} {clock(seconds)}" if seconds and form.shape is Shape.DATE_AND_CLOCK else told


def _number(value: float, form: Format) -> str:
    if form.percent:
        return _plain(value * 100, form.decimals) + "%"
    if not form.pieces:
        return _plain(value, form.decimals)
    text = _plain(abs(value), form.decimals)
    whole, point, fraction = text.partition(".")
    runs = [len(piece) for is_digits, piece in form.pieces if is_digits]
    fewest = sum(piece.count("0") for is_digits, piece in form.pieces if is_digits)
    whole = whole.zfill(fewest)
    filled: list[str] = []
    for is_digits, piece in reversed(form.pieces):
        if not is_digits:
            filled.append(piece)
            continue
        runs.pop()
        taken = whole if not runs else whole[max(len(whole) - len(piece), 0) :]
        whole = whole[: len(whole) - len(taken)]
        filled.append(taken + point + fraction)
        point = fraction = ""
    return ("-" if value < 0 else "") + "".join(reversed(filled)).strip()


def _plain(value: float, decimals: int | None) -> str:
    """Without «.0»; a number that was reckoned loses its last doubtful digits."""
    if decimals:
        return f"{value:.{decimals}f}"
    rounded = round(value, 10 if decimals is None else 0)
    return f"{rounded:.0f}" if rounded == int(rounded) else repr(rounded)


def clock(seconds: int) -> str:
    """«07:30», with seconds where there are some; a day's end is «24:00»."""
    minutes, seconds = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


def day(at: date) -> str:
    """«27/3/2020»"""
    return f"{at.day}/{at.month}/{at.year}"


def moment(at: datetime) -> str:
    """«27/3/2020 07:30»; a midnight is left out."""
    seconds = at.hour * 3600 + at.minute * 60 + at.second
    return day(at) + (f" {clock(seconds)}" if seconds else "")


def length(of: timedelta) -> str:
    """«15 phút», «1 phút 30 giây»"""
    minutes, seconds = divmod(round(of.total_seconds()), 60)
    return f"{minutes} phút" + (f" {seconds} giây" if seconds else "")
