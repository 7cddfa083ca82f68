"""The frame of a paper that an office signs: by decree 30/2020 where it is official, else a plain head.

What nobody knows is a row of dots for a hand to fill: the number, who signs in whose name, to whom it goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from runofshow.paper.letterhead import is_of_party, letterhead, official_month, place_of
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block, Facing, Paragraph, Run, Style, Tone, paragraph
from runofshow.report.account import Account
from runofshow.report.notation import days
from runofshow.texts import Language
from runofshow.texts.letterhead import LETTERHEAD
from runofshow.texts.official import DECREE

_DOTS_OF_A_LINE: Final = 124
"""As wide as a line of 13 points between the margins, set in; a letter is wider than a dot by half."""
_TO_SIGN: Final = "\n\n\n"
"""Room for a signature and a seal."""
_NAME: Final = "." * 40


def head(title: str, account: Account) -> Iterator[Block]:
    """What stands over a paper without an official frame. That it was a rehearsal comes first of all."""
    history, words = account.history, account.words
    if account.is_rehearsal:
        speed = words.rehearsal_speed.format(speed=f"{history.speed:g}") if history.speed != 1 else ""
        joins = words.rehearsal_joins if history.joins else ""
        drill = "" if history.drill is None else words.rehearsal_drill.format(seed=history.drill)
        told_of_it = filter(None, (words.rehearsal_line, speed, joins, drill))
        lines = tuple(Run(f"\n{line}", small=True) for line in told_of_it)
        yield Paragraph((Run(words.rehearsal), *lines), Style.MARK)
    yield paragraph(title.upper(), Style.KIND, keep_with_next=True)
    yield paragraph(printable(history.agenda.title), Style.SUBJECT, keep_with_next=True)
    day = days(history.started_at or history.opened_at, history.ended_at or history.last_at, account.tz)
    where = printable(history.agenda.venue)
    yield paragraph(", ".join(filter(None, (day, where))), Style.PLACE)
    yield from unfinished(account)


def official_head(number: str, kind: str, about: str, account: Account, *, dated: bool) -> Iterator[Block]:
    """Who issues it, its number, where and when it is `dated`, what sort of paper it is and about what."""
    agenda = account.history.agenda
    yield letterhead(agenda.organiser, agenda.rite, LETTERHEAD[Language.VI])
    place = (paragraph(_place_date(account), Style.PLACE_DATE),) if dated else (Paragraph(()),)
    numbered = (DECREE.party_number if _is_of_party(account) else DECREE.number).format(number=number)
    yield Facing((paragraph(numbered, Style.NUMBER),), place)
    yield paragraph(kind, Style.KIND, keep_with_next=True)
    yield paragraph(about, Style.REGARDING, keep_with_next=True)
    yield from unfinished(account)


def report_number(account: Account) -> str:
    """Of a báo cáo, to be filled in."""
    return DECREE.party_report if _is_of_party(account) else DECREE.report


def minutes_number(account: Account) -> str:
    """Of a biên bản, to be filled in."""
    return DECREE.party_minutes if _is_of_party(account) else DECREE.minutes


def unfinished(account: Account) -> Iterator[Paragraph]:
    """That the record has no end; nothing where it has."""
    history = account.history
    if warning := account.words.state_line(history.phase, account.moment(history.last_at)):
        yield Paragraph((Run(warning, bold=True, tone=Tone.ALERT),))


def told(name: str, text: str, account: Account) -> Paragraph:
    """`Địa điểm: Hội trường A.`, with dots where nothing is known."""
    words = account.official
    before, _, after = words.sentence.partition("{told}")
    value = printable(text) or "." * (_DOTS_OF_A_LINE - 2 * len(name))
    end = "" if value.endswith(".") else after
    return Paragraph((Run(before.format(name=name), bold=True), Run(value + end)), Style.PROSE)


def room(lines: int = 1) -> Iterator[Paragraph]:
    """Lines to be written on."""
    for _ in range(lines):
        yield paragraph("." * _DOTS_OF_A_LINE, Style.PROSE)


def signed(account: Account) -> Facing:
    """Who signs, in whose name, to be filled in; to whom it goes, where the frame is an official one."""
    signer = tuple(paragraph(text, Style.SIGNER) for text in (_NAME, _NAME, _TO_SIGN, _NAME))
    return Facing(_sent_to(account) if account.is_official else (), signer)


def both_signed(left: str, right: str, account: Account) -> Facing:
    """Two who sign side by side; under the left one to whom it goes, which never stands on a page alone."""

    def side(name: str) -> tuple[Paragraph, ...]:
        return tuple(paragraph(text, Style.SIGNER) for text in (name, _TO_SIGN, _NAME))

    return Facing((*side(left), *(_sent_to(account) if account.is_official else ())), side(right))


def hour_of(at: datetime | None, account: Account) -> str:
    """`08 giờ 02 phút`, dots where it is not known."""
    words = account.official
    if at is None:
        return words.blank
    local = account.local(at)
    return words.hour.format(hour=local.hour, minute=local.minute)


def day_of(at: datetime | None, account: Account) -> str:
    """`ngày 05 tháng 02 năm 2026`"""
    words = account.official
    if at is None:
        return words.blank
    local = account.local(at)
    return words.day.format(day=local.day, month=official_month(local), year=local.year)


def length_of(lasting: timedelta, account: Account) -> str:
    """`2 giờ 46 phút`, in whole minutes."""
    words, (hours, minutes) = account.official, divmod(round(lasting.total_seconds() / 60), 60)
    return (words.hours if hours else words.minutes_long).format(hours=hours, minutes=minutes)


def _place_date(account: Account) -> str:
    agenda = account.history.agenda
    place = place_of(agenda.organiser, agenda.venue) or account.official.blank
    return DECREE.place_date.format(place=place, day=day_of(account.printed_at, account))


def _is_of_party(account: Account) -> bool:
    agenda = account.history.agenda
    return is_of_party(printable(agenda.organiser), agenda.rite)


def _sent_to(account: Account) -> tuple[Paragraph, ...]:
    blank = paragraph(DECREE.sent_to_blank, Style.SENT_TO)
    return (
        paragraph(DECREE.sent_to, Style.SENT_TO_HEAD),
        blank,
        blank,
        paragraph(DECREE.party_archive if _is_of_party(account) else DECREE.archive, Style.SENT_TO),
    )
