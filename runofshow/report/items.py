"""Planned against actual: sessions, items with their parts, and the time that somebody added or took."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from runofshow.core.history import ItemHistory, SessionHistory
from runofshow.core.snapshot import ItemState
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Cell, Column, Form, Level, Row, Run, Style, Tone, Value, line, paragraph
from runofshow.report.account import (
    EMPTY,
    Account,
    difference_cell,
    length_cell,
    small,
    titled,
    told,
    tone_of,
)
from runofshow.report.notation import DASH, day, days, difference, hour, lateness, length
from runofshow.report.reckoning.digest import additions, is_over, totals
from runofshow.report.section import Section, row, table_section
from runofshow.texts.report import ReportTexts


def sessions(account: Account) -> Section:
    """One line for each session."""
    words = account.words
    columns = (
        Column(words.session, 5),
        Column(words.planned, 4, figures=True),
        Column(words.actual, 4, figures=True),
        Column(words.began, 4, figures=True),
        Column(words.ended, 4, figures=True),
        Column(words.hard_out, 3, figures=True),
    )
    rows = (_session_row(session, account) for session in account.history.sessions)
    return table_section(words.sessions, columns, rows)


def items(account: Account) -> Section:
    """Every item with its parts, under its session when there are several, and the sum of them all."""
    words = account.words
    if not account.history.items:
        return Section(words.items, (paragraph(words.no_items),))
    columns = (
        Column(words.number, 12, figures=True),
        Column(words.what, 66),
        Column(words.starts, 23, figures=True, reckoned=(words.planned_start, words.actual_start)),
        _off_column(words.off, account, 18),
        Column(words.lengths, 23, figures=True, reckoned=(words.planned_length, words.actual_length)),
        _off_column(words.difference, account, 18, words.added),
    )
    note = paragraph(words.items_note, Style.SMALL, keep_with_next=True)
    return table_section(words.items, columns, _item_rows(account), note)


def time_added(account: Account) -> Section:
    """Every piece of time given or taken, oldest first, and by whom."""
    history, words = account.history, account.words
    columns = (
        Column(words.at, 3, figures=True),
        Column(words.item, 8),
        Column(words.who, 4),
        _off_column(words.how_much, account, 4),
    )
    marks = {undo.again_at: words.made_again_mark for undo in history.taken_back}
    marks |= {undo.at: words.taken_back_mark for undo in history.taken_back}
    rows = (
        row(
            account.moment_cell(added.at),
            told(titled(item)),
            told(printable(words.who_is(added.by))),
            difference_cell(added.length, (small(marks[added.at]),) if added.at in marks else ()),
        )
        for item, added in additions(history)
    )
    return table_section(words.additions, columns, rows)


def _off_column(head: str, account: Account, share: int, *more: str) -> Column:
    """Differences; in a spreadsheet numbers of minutes, and `more` columns of them."""
    heads = tuple(account.words.in_minutes.format(head=each) for each in (head, *more))
    return Column(head, share, figures=True, reckoned=heads)


def _session_row(session: SessionHistory, account: Account) -> Row:
    words, tz = account.words, account.tz

    def span(start: datetime | None, end: datetime | None) -> Cell:
        return told(DASH if start is None else f"{hour(start, tz)} – {hour(end, tz)}")

    def late_cell(late: timedelta | None, none: str) -> Cell:
        return told(none, Tone.QUIET) if late is None else told(lateness(late, words), tone_of(late))

    began = None if session.started_at is None else session.started_at - session.planned_start
    ended = None if session.ended_at is None else session.over_under
    when = days(session.planned_start, session.planned_end, tz)
    return row(
        told(printable(session.title) or when, below=(small(when),) if session.title else ()),
        span(session.planned_start, session.planned_end),
        span(session.started_at, session.ended_at),
        late_cell(began, words.not_begun),
        late_cell(ended, words.not_ended),
        told(hour(session.hard_out, tz)),
    )


def _item_rows(account: Account) -> Iterator[Row]:
    history = account.history
    for session in history.sessions:
        if len(history.sessions) > 1:
            title = printable(session.title) or session.session_id
            when = day(session.planned_start, account.tz)
            yield Row((Cell((line(f"{title} · {when}"),)),), Level.SESSION)
        for item in history.items:
            if item.row.session_id == session.session_id:
                yield _item_row(item, account)
    yield _total_row(account)


def _item_row(item: ItemHistory, account: Account) -> Row:
    its = item.row
    late = its.actual_start - its.planned_start if its.actual_start and its.planned_start else None
    tone = Tone.QUIET if its.state.is_left_out else Tone.PLAIN
    return Row(
        (
            told(printable(its.number)),
            told(printable(its.title), tone, tuple(_remarks(item, account))),
            _both(account.hour_cell(its.planned_start, planned=True), account.hour_cell(its.actual_start)),
            difference_cell(late),
            _both(length_cell(item.planned, about=its.assumed), length_cell(item.actual)),
            _longer(item.difference, its.added, account),
        ),
        Level.HEADING if its.is_heading else Level.PART if its.parent_id else Level.LINE,
    )


def _both(planned: Cell, actual: Cell) -> Cell:
    """What was planned over what was."""
    quiet = tuple(tuple(Run(run.text, tone=Tone.QUIET) for run in runs) for runs in planned.lines)
    values = (*(planned.values or (Value(DASH),)), *(actual.values or (Value(DASH),)))
    return Cell((*quiet, *actual.lines), values)


def _longer(by: timedelta | None, added: timedelta, account: Account) -> Cell:
    """How much longer it was than planned, and under it what somebody had added."""
    below = (small(f"{account.words.added} {difference(added)}"),) if added else ()
    cell = difference_cell(by, below)
    given = Value(added, form=Form.OFF_MINUTES) if added else Value("")
    return Cell(cell.lines, (*(cell.values or (Value(DASH),)), given))


def _remarks(item: ItemHistory, account: Account) -> Iterator[Run]:
    its, words = item.row, account.words
    if its.written.by:
        yield small(printable(its.written.by))
    elif its.unassigned:
        yield small(words.unassigned, Tone.ALERT)
    if said := unusual(item, words):
        yield small(" · ".join(said), Tone.PLAIN)


def unusual(item: ItemHistory, words: ReportTexts) -> list[str]:
    """What was unusual about it, in a word or two each."""
    its = item.row
    known = [
        (words.skipped, its.state is ItemState.SKIPPED),
        (words.aside, its.state is ItemState.ASIDE),
        (words.running, its.state is ItemState.RUNNING and not its.is_heading),
        (words.upcoming, its.state is ItemState.UPCOMING),
        (words.inserted, item.inserted),
        (words.moved, item.moved),
        (words.held_for.format(length=length(item.held)), bool(item.held) and not its.is_heading),
    ]
    return [mark for mark, is_so in known if is_so]


def _total_row(account: Account) -> Row:
    """The sum of the items that run. While some may still run, there is nothing to compare it with."""
    sums = totals(account.history)
    off = sums.actual - sums.planned if is_over(account.history) else None
    return Row(
        (
            EMPTY,
            told(account.words.total),
            EMPTY,
            EMPTY,
            _both(length_cell(sums.planned), length_cell(sums.actual)),
            _longer(off, sums.added, account),
        ),
        Level.TOTAL,
    )
