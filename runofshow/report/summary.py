"""What a chairman asks before he reads a table: when it began and ended, how long it was, what differed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from runofshow.core.timeline import NO_TIME
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block, Fact, Facts, Paragraph, Run, Tone
from runofshow.report.account import Account, tone_of
from runofshow.report.cues import cue_name
from runofshow.report.notation import days, difference, hour, lateness, length, spelled
from runofshow.report.reckoning.digest import (
    began_late,
    biggest_differences,
    ended_late,
    is_over,
    last_session,
    planned_end,
    punctuality,
    totals,
)
from runofshow.report.section import Section, listed
from runofshow.texts.report import ReportTexts

_MOST_MISSED: Final = 8
"""Cues named in the summary; the table has them all."""


def summary(account: Account) -> Section:
    """The figures, and what was out of the way."""
    figures = Facts((_begin(account), _end(account), *_length(account), _done(account)))
    return Section(account.words.summary, (figures, *out_of_the_way(account)))


def general(account: Account) -> Section:
    """Who held it, where, when, and who was there."""
    history, words = account.history, account.words
    agenda = history.agenda
    last_at = history.ended_at or history.last_at
    crew = (f"{words.who_is(role.value)}: {name}" for role, name in agenda.crew)
    about = (
        (words.organiser, agenda.organiser),
        (words.venue, agenda.venue),
        (words.day, days(history.started_at or history.opened_at, last_at, account.tz)),
        (words.delegates, agenda.delegates),
        (words.chair_panel, "; ".join(agenda.chair_panel)),
        (words.crew, "; ".join(crew)),
    )
    return Section(
        words.general,
        tuple(
            Paragraph((Run(f"{name}: ", bold=True), Run(printable(value)))) for name, value in about if value
        ),
    )


def _begin(account: Account) -> Fact:
    history, words = account.history, account.words
    planned = _quiet(words.planned_at.format(at=hour(history.planned_start, account.tz)))
    late = began_late(history)
    if late is None:
        return Fact(words.began, (Run(words.not_begun),), (planned,))
    return Fact(words.began, (Run(hour(history.started_at, account.tz)),), (planned, _late(late, account)))


def _end(account: Account) -> Fact:
    history, words = account.history, account.words
    planned = _quiet(words.planned_at.format(at=hour(planned_end(history), account.tz)))
    late = ended_late(history)
    if late is None:
        return Fact(words.ended, (Run(words.not_ended),), (planned,))
    notes = [planned, _late(late, account)]
    last = last_session(history)
    if last is not None and last.hard_out is not None and history.ended_at is not None:
        notes.append(_hard_out(last.hard_out, history.ended_at, account))
    return Fact(words.ended, (Run(hour(history.ended_at, account.tz)),), tuple(notes))


def _length(account: Account) -> Iterator[Fact]:
    """How long it all lasted. Of several sessions it would count the nights: their table says it."""
    history, words = account.history, account.words
    if len(history.sessions) > 1 or history.started_at is None or history.ended_at is None:
        return
    lasted = history.ended_at - history.started_at
    planned = planned_end(history) - history.planned_start
    off = Run(difference(lasted - planned), tone=tone_of(lasted - planned))
    notes = (_quiet(words.planned_for.format(length=length(planned))), off)
    yield Fact(words.lasted, (Run(length(lasted)),), notes)


def _done(account: Account) -> Fact:
    words, done = account.words, totals(account.history)
    counts = (
        (words.skipped_count, done.skipped_count),
        (words.aside_count, done.aside_count),
        (words.inserted_count, done.inserted_count),
        (words.left_count, done.left_count),
    )
    said = words.items_done_of.format(done=done.done_count, planned=done.planned_count)
    notes = tuple(Run(phrase.format(count=count)) for phrase, count in counts if count)
    return Fact(words.items_done, (Run(said),), notes)


def out_of_the_way(account: Account) -> Iterator[Block]:
    """The items that differed most from the plan, and the cues that were missed."""
    history, words = account.history, account.words
    biggest = [
        words.biggest_line.format(
            number=printable(item.row.number),
            title=printable(item.row.title),
            difference=_signed(item.difference or NO_TIME, words),
            planned=spelled(item.planned or NO_TIME, words),
            actual=spelled(item.actual or NO_TIME, words),
        )
        for item in biggest_differences(history)
    ]
    yield from listed(words.biggest, biggest or ([words.biggest_none] if is_over(history) else []))
    missed = [cue_name(cue, words) for cue in punctuality(history).missed]
    if len(missed) > _MOST_MISSED:
        more = len(missed) - _MOST_MISSED
        missed = [*missed[:_MOST_MISSED], words.and_more.format(count=more)]
    yield from listed(words.cues_missed_line, missed)


def _quiet(text: str) -> Run:
    return Run(text, tone=Tone.QUIET)


def _late(late: timedelta, account: Account) -> Run:
    return Run(lateness(late, account.words), tone=tone_of(late))


def _signed(of: timedelta, words: ReportTexts) -> str:
    return ("+" if of > NO_TIME else "") + spelled(of, words)


def _hard_out(hard_out: datetime, ended_at: datetime, account: Account) -> Run:
    words, at, left = account.words, hour(hard_out, account.tz), hard_out - ended_at
    if left < timedelta():
        return Run(words.past_hard_out.format(at=at, length=spelled(-left, words)), tone=Tone.ALERT)
    return _quiet(words.inside_hard_out.format(at=at, length=spelled(left, words)))
