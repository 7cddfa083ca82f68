"""A value of an agenda file as one of a cell, and back: real lengths, hours and days, words from a list."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import Any, Final

from runofshow.agenda_file.book.choices import choices, chosen, meant
from runofshow.agenda_file.book.columns import Column, Form
from runofshow.agenda_file.notation import (
    LONGEST,
    AfterTrack,
    NotationError,
    read_date,
    read_length,
    read_moment,
    read_time,
    write_anchor,
    write_date,
    write_length,
    write_time,
)
from runofshow.agenda_file.spoken_moments import spoken_anchor
from runofshow.agenda_file.wording import line_of, lines_of
from runofshow.texts import Language

CellValue = str | int | timedelta | time | date
ABOUT: Final = "~"
"""Before what is assumed: such a cell is not the plan's word."""
_CLOCK = re.compile(r"(\d{1,4}):(\d{2})(?::(\d{2}))?", re.ASCII)
_OF_A_DAY = re.compile(r"0?[.,]\d{2,20}|\d{1,2}(?:[.,]\d{1,6})?[eE]-\d{1,2}", re.ASCII)
"""A length or an hour whose format a program has lost: a part of a day."""


_DAYS = re.compile(r"[1-9]\d{4}", re.ASCII)
"""A day whose format a program has lost: a count from the last days of 1899."""


class BadCell(ValueError):
    """The cell cannot be read; `code` is the complaint, `about` its words."""

    def __init__(self, code: str, **about: object) -> None:
        super().__init__(code)
        self.code = code
        self.about = about


def in_cell(column: Column, value: Any, language: Language) -> CellValue:
    """The value of a field, as `agenda_entry` has it, as it stands in a cell."""
    match column.form:
        case Form.LENGTH | Form.MINUTES:
            length = read_length(str(value), bare_minutes=True)
            return str(value) if length.microseconds else length
        case Form.HOUR:
            at = read_time(str(value))
            return str(value) if at.microsecond else at
        case Form.DAY:
            return read_date(str(value))
        case Form.WHOLE:
            return int(value)
        case Form.CHOICE:
            word = str(value).lower() if isinstance(value, bool) else str(value)
            return choices(column.choices, language)[word]
        case Form.CHOICES:
            return "; ".join(choices("kind", language)[each] for each in value)
        case Form.IDS:
            return "; ".join(value)
        case Form.MOMENT:
            return _moment(str(value), language)
        case Form.DAY_OR_YES:
            return choices("yes", language)["true"] if value is True else read_date(str(value))
        case _:
            return str(value)


def out_of_cell(column: Column, text: str, language: Language) -> Any:
    """The value of a field that a cell says, spelt as `agenda_entry` does. Raises BadCell."""
    line = line_of(text)
    try:
        match column.form:
            case Form.LINE:
                return line
            case Form.LENGTH | Form.MINUTES:
                return write_length(_length(line, bare_minutes=column.form is Form.MINUTES))
            case Form.HOUR:
                return write_time(_hour(line))
            case Form.DAY:
                return write_date(_day(line))
            case Form.WHOLE:
                return line
            case Form.CHOICE:
                return _choice(column.choices, line, language)
            case Form.CHOICES:
                parts = [line_of(part) for part in re.split(r"[;\n]", text)]
                return [_choice("kind", part, language) for part in parts if part]
            case Form.IDS:
                return [part for part in map(line_of, re.split(r"[;\n]", text)) if part]
            case Form.MOMENT:
                return write_anchor(read_moment(line))
            case Form.DAY_OR_YES:
                word = chosen("yes", line)
                return word == "true" if word else write_date(_day(line))
            case _:
                return lines_of(text)
    except NotationError as error:
        code = {
            Form.LENGTH: "cell_no_length",
            Form.MINUTES: "cell_no_length",
            Form.HOUR: "cell_no_hour",
            Form.MOMENT: "cell_no_moment",
        }.get(column.form, "cell_no_day")
        near = ""
        if error.code == "length_too_long" and (found := _CLOCK.fullmatch(line)) and int(found[1]) % 24 == 0:
            # minutes typed where hours stand: 10 is ten days to the program
            near = _spelt(timedelta(minutes=int(found[1]) // 24))
        raise BadCell(code, text=line, write=near or _LIKE[code]) from error


_LIKE: Final = {"cell_no_length": "0:10:00", "cell_no_hour": "7:30", "cell_no_day": "27/3/2026"} | {
    "cell_no_moment": "start + 90s"
}


def _moment(said: str, language: Language) -> str:
    at = read_moment(said)
    if not isinstance(at, AfterTrack):
        return spoken_anchor(at, language)
    words = write_anchor(at)
    return words if language is Language.VI else words.replace("hết nhạc", "after track", 1)


def _spelt(length: timedelta) -> str:
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"


def _length(line: str, *, bare_minutes: bool) -> timedelta:
    if found := _CLOCK.fullmatch(line):
        if int(found[2]) > 59 or int(found[3] or 0) > 59:
            raise NotationError("not_a_length", line)
        length = timedelta(hours=int(found[1]), minutes=int(found[2]), seconds=int(found[3] or 0))
        if length > LONGEST:
            raise NotationError("length_too_long", line)
        return length
    if _OF_A_DAY.fullmatch(line):
        return timedelta(seconds=round(float(line.replace(",", ".")) * 86_400))
    return read_length(line, bare_minutes=bare_minutes)


def _hour(line: str) -> time:
    if _OF_A_DAY.fullmatch(line):
        seconds = round(float(line.replace(",", ".")) * 86_400) % 86_400
        return time(seconds // 3600, seconds % 3600 // 60, seconds % 60)
    return read_time(line)


def _day(line: str) -> date:
    if _DAYS.fullmatch(line):
        return date(1899, 12, 30) + timedelta(days=int(line))
    return read_date(line)


def _choice(name: str, line: str, language: Language) -> Any:
    word = chosen(name, line)
    if word is None:
        known = "; ".join(choices(name, language).values())
        near = meant(name, line, language)
        raise BadCell("cell_no_choice", text=line, known=known, suggestion=near)
    return word == "true" if name == "yes" else word


def assumed(text: str) -> bool:
    """Whether the machine has said it, and not the plan."""
    return text.lstrip().startswith(ABOUT)
