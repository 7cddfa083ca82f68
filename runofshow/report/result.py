"""The result report (báo cáo kết quả): five chapters for whoever signs it, and the tables as its annex."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from runofshow.core.timeline import NO_TIME
from runofshow.core.value import replace
from runofshow.paper.letterhead import plan_named
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block, Paper, Paragraph, Style, paragraph
from runofshow.report.account import Account
from runofshow.report.annex import tables
from runofshow.report.chapters import duties, incidents, lessons, results
from runofshow.report.chart import charts
from runofshow.report.frame import (
    day_of,
    head,
    hour_of,
    length_of,
    official_head,
    report_number,
    room,
    signed,
    told,
)
from runofshow.report.overview import TABLE_PT
from runofshow.report.reckoning.digest import began_late, ended_late, planned_end, totals
from runofshow.report.section import drawn
from runofshow.texts.official import DECREE

MINUTE = timedelta(minutes=1)
_NUMERALS = ("I", "II", "III", "IV", "V")


def result(account: Account) -> Paper:
    """The whole paper."""
    words, title = account.official, printable(account.history.agenda.title)
    return Paper(
        title=f"{words.result.capitalize()}: {title}",
        language=account.words.language,
        blocks=(*_head(account), *_chapters(account), signed(account), *_annex(account)),
        size=TABLE_PT,
        printed_at=account.printed_at,
    )


def course(account: Account) -> Iterator[Paragraph]:
    """When it began and ended against the plan, how long it was, what was left out."""
    history, words, official = account.history, account.words, account.official
    notes = [
        ", ".join(filter(None, (words.planned_at.format(at=hour_of(planned, account)), _late(late, account))))
        for planned, late in (
            (history.planned_start, began_late(history)),
            (planned_end(history), ended_late(history)),
        )
    ]
    parts = [
        official.as_planned.format(
            began=hour_of(history.started_at, account),
            began_note=notes[0],
            ended=hour_of(history.ended_at, account),
            ended_note=notes[1],
        )
    ]
    if len(history.sessions) == 1 and history.started_at is not None and history.ended_at is not None:
        actual = length_of(history.ended_at - history.started_at, account)
        planned = length_of(planned_end(history) - history.planned_start, account)
        parts.append(official.lasted.format(actual=actual, planned=planned))
    done = totals(history)
    counts = (
        (words.skipped_count, done.skipped_count),
        (words.aside_count, done.aside_count),
        (words.inserted_count, done.inserted_count),
        (words.left_count, done.left_count),
    )
    said = [words.items_done_of.format(done=done.done_count, planned=done.planned_count)]
    said += [phrase.format(count=count) for phrase, count in counts if count]
    parts.append(official.done.format(done=", ".join(said)))
    yield told(official.course, ". ".join(parts), account)


def _head(account: Account) -> Iterator[Block]:
    words = account.official
    agenda = account.history.agenda
    title = printable(agenda.title)
    if account.is_official:
        about = words.result_of.format(title=title)
        yield from official_head(report_number(account), words.result, about, account, dated=True)
    else:
        yield from head(words.result, account)
    named = plan_named(agenda.basis)
    under = words.under_plan.format(plan=named) if named else ""
    organiser = printable(agenda.organiser) or words.blank * 2
    opening = words.not_held if account.history.started_at is None else words.opening
    yield paragraph(
        under + opening.format(organiser=organiser, title=_in_sentence(agenda.title)), Style.PROSE
    )


def _chapters(account: Account) -> Iterator[Block]:
    words = account.official
    chapters = (
        (words.situation, _situation),
        (words.results, _results),
        (words.incidents, _faults),
        (words.lessons, _lessons),
        (words.duties, _duties),
    )
    for numeral, (title, told_of) in zip(_NUMERALS, chapters, strict=True):
        yield paragraph(f"{numeral}. {title.upper()}", Style.HEADING, keep_with_next=True)
        yield from told_of(account)
    title = _in_sentence(account.history.agenda.title)
    yield paragraph(words.closing.format(title=title), Style.PROSE, keep_with_next=True)


def _results(account: Account) -> Iterator[Block]:
    yield from course(account)
    yield from results(account).blocks
    yield paragraph(account.official.see_annex, Style.PROSE)


def _faults(account: Account) -> Iterator[Block]:
    words = account.official
    yield from incidents(account).blocks or (paragraph(words.no_incidents, Style.PROSE),)
    yield told(words.other_faults, "", account)


def _lessons(account: Account) -> Iterator[Block]:
    yield from lessons(account).blocks
    yield from room(2)


def _duties(account: Account) -> Iterator[Block]:
    yield from duties(account).blocks or room(2)


def _situation(account: Account) -> Iterator[Block]:
    history, words = account.history, account.official
    agenda = history.agenda
    yield told(words.time, _time(history.started_at, history.ended_at, account), account)
    yield told(words.venue, agenda.venue, account)
    yield told(words.chair, "; ".join(agenda.chair_panel), account)
    yield told(words.invited, agenda.delegates, account)
    yield paragraph(words.numbers.format(blank=words.blank) + ".", Style.PROSE)


def _time(start: datetime | None, end: datetime | None, account: Account) -> str:
    """`từ 08 giờ 02 phút đến 09 giờ 02 phút ngày 27 tháng 3 năm 2026`, both days where they differ."""
    first, last = day_of(start, account), day_of(end or start, account)
    begin = hour_of(start, account) + ("" if first == last else f" {first}")
    return account.official.from_until.format(start=begin, end=f"{hour_of(end, account)} {last}")


def _late(late: timedelta | None, account: Account) -> str:
    """`chậm 1 giờ 05 phút`, in whole minutes towards zero; nothing where it is not known."""
    words = account.words
    if late is None or abs(late) < MINUTE:
        return "" if late is None else words.on_time
    length = length_of(abs(late) // MINUTE * MINUTE, account)
    return (words.late_by if late > NO_TIME else words.early_by).format(length=length)


def _in_sentence(title: str) -> str:
    """Without the full stop that a plan may have behind its title."""
    return printable(title).rstrip(". ")


def _annex(account: Account) -> Iterator[Block]:
    words = account.official
    yield replace(paragraph(words.annex, Style.KIND, keep_with_next=True), new_page=True)
    if account.is_official:
        yield paragraph(DECREE.goes_with.format(number=report_number(account)), Style.APPENDIX)
    yield paragraph(account.words.made_by, Style.PLACE)
    yield from drawn((*charts(account), *tables(account)), account.words.none_of)
