"""What the tests of the agenda file stand on: a zone, a day, and a text read."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

from runofshow.agenda_file.complaint import Severity
from runofshow.agenda_file.reader import Reading, read_agenda_text
from runofshow.core.agenda import Agenda, Item
from runofshow.core.speech.script import Speech
from runofshow.core.value import replace
from runofshow.texts import Language

TZ = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
TODAY = date(2020, 3, 21)
DAY = date(2020, 3, 27)

HEAD = """\
title: Hội nghị tổng kết công tác thi đua, khen thưởng năm 2019
date: 27/3/2020
"""


def read(text: str, *, today: date = TODAY, language: Language = Language.VI) -> Reading:
    return read_agenda_text(text, "agenda.yaml", folder=None, tz=TZ, today=today, language=language)


def agenda_of(text: str, *, today: date = TODAY, language: Language = Language.VI) -> Agenda:
    reading = read(text, today=today, language=language)
    assert reading.agenda is not None, reading.errors
    return reading.agenda


def items_of(items: str, head: str = HEAD) -> tuple[Item, ...]:
    """The items of the single session that `items` (from column 0) describes."""
    return agenda_of(f"{head}items:\n{items}").sessions[0].items


def spots(reading: Reading, severity: Severity = Severity.ERROR) -> list[tuple[str, int, int]]:
    """Code, line and column of each complaint of this severity."""
    return [(each.code, each.line, each.column) for each in reading.complaints if each.severity is severity]


def local(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime.combine(day, time(hour, minute), TZ)


def without_passages(agenda: Agenda) -> Agenda:
    """What a reader of `agenda` has who does not see the texts of its speeches."""

    def unread(item: Item) -> Item:
        speech = item.speech and Speech(item.speech.file)
        return replace(item, speech=speech, parts=tuple(map(unread, item.parts)))

    sessions = (replace(session, items=tuple(map(unread, session.items))) for session in agenda.sessions)
    return replace(agenda, sessions=tuple(sessions))
