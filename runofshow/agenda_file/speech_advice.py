"""Advice on what is read aloud: texts that are late, and texts that do not fit their time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.notation import write_date, write_length
from runofshow.agenda_file.sight import Sight
from runofshow.core.agenda import ClockMode, Item
from runofshow.core.speech.pace import is_read_out, rates_of, reading_time

_OVER: Final = 1.1
"""A tenth too long is lost in the applause."""
_SCANT: Final = 0.5
"""A text of less than half the time is not all of it, or the time is somebody else's."""


def speech_advice(sight: Sight, item: Item, today: date) -> Iterator[Complaint]:
    """Every warning about the text of one item."""
    handin, speech = item.handin, item.speech
    if handin is not None and not handin.received and handin.due is not None and handin.due < today:
        about = {"title": item.title, "due": write_date(handin.due)}
        yield sight.report.warning("speech_overdue", sight.spot(item, "handin"), **about)
    if speech is None:
        return
    if item.parts:
        yield sight.report.warning("text_of_heading", sight.spot(item, "text"), file=speech.file)
        return
    length = sight.length(item)
    if not speech.passages or item.clock is ClockMode.UNTIL_RESUMED or not length:
        return
    rates = rates_of(item.kind)
    brisk, slow = (reading_time(speech.syllables, rate) for rate in (rates.brisk, rates.slow))
    is_too_long = brisk > _OVER * length
    if not is_too_long and not (is_read_out(item.kind) and slow < _SCANT * length):
        return
    a_page = slow / speech.pages
    yield sight.report.warning(
        "speech_too_long" if is_too_long else "speech_too_short",
        sight.spot(item, "text"),
        title=item.title,
        pages=speech.pages,
        reading=_minutes(brisk, slow),
        length=write_length(length),
        most=max(1, round(length / a_page)),
    )


def _minutes(least: timedelta, most: timedelta) -> str:
    """`12–14'`."""
    low, high = (max(1, round(each / timedelta(minutes=1))) for each in (least, most))
    return f"{low}'" if low == high else f"{low}–{high}'"
