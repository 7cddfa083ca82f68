"""What the report says: the sheet made of a history, what stands where, in the words of one language."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from runofshow.core.commands import Mode
from runofshow.core.history import History, SessionHistory
from runofshow.paper.plain import printable
from runofshow.report.digest import (
    additions,
    began_late,
    biggest_differences,
    ended_late,
    is_over,
    planned_end,
    punctuality,
    totals,
)
from runofshow.report.notation import days, difference, fine, hour, lateness, length
from runofshow.report.sheet import Cell, Column, Fact, Line, Section, Sheet, Table, Tone, tone_of
from runofshow.report.tables import cue_lines, cue_name, item_lines, moment_of, record_sections, vote_sections
from runofshow.texts.report import ReportTexts


def outline(history: History, tz: tzinfo, words: ReportTexts) -> Sheet:
    """The sheet of `history`."""
    rehearsal = history.mode is Mode.REHEARSAL
    speed = words.rehearsal_speed.format(speed=f"{history.speed:g}") if history.speed != 1 else ""
    last_at = history.ended_at or history.last_at
    crew = (f"{words.who_is(role.value)}: {name}" for role, name in history.crew)
    about = (
        (words.organiser, printable(history.organiser)),
        (words.venue, printable(history.venue)),
        (words.day, days(history.started_at or history.opened_at, last_at, tz)),
        (words.delegates, printable(history.delegates)),
        (words.chair_panel, printable("; ".join(history.chair_panel))),
        (words.crew, printable("; ".join(crew))),
    )
    return Sheet(
        language=words.language,
        title=words.title,
        event=printable(history.title),
        about=tuple((name, value) for name, value in about if value),
        mark=words.rehearsal if rehearsal else "",
        mark_lines=tuple(line for line in (words.rehearsal_line, speed) if line) if rehearsal else (),
        warning=words.state_line(history.phase, moment_of(history.last_at, history, tz)),
        summary=_summary(history, tz, words),
        sections=(
            *([_sessions(history, tz, words)] if len(history.sessions) > 1 else []),
            _items(history, tz, words),
            _additions(history, tz, words),
            _cues(history, tz, words),
            *vote_sections(history, words),
            *record_sections(history, tz, words),
        ),
        signed_by=words.signed_by,
        sign_here=words.sign_here,
        made_by=words.made_by,
    )


def _summary(history: History, tz: tzinfo, words: ReportTexts) -> Section:
    done = totals(history)
    counts = (
        (words.skipped_count, done.skipped_count),
        (words.aside_count, done.aside_count),
        (words.inserted_count, done.inserted_count),
    )
    return Section(
        title=words.summary,
        facts=(
            _begin_fact(history, tz, words),
            _end_fact(history, tz, words),
            *_length_facts(history, words),
            Fact(
                words.items_done,
                words.items_done_of.format(done=done.done_count, planned=done.planned_count),
                tuple((phrase.format(count=count), Tone.PLAIN) for phrase, count in counts if count),
            ),
        ),
        listed=(
            *_biggest(history, words),
            *_missed(history, words),
        ),
    )


def _begin_fact(history: History, tz: tzinfo, words: ReportTexts) -> Fact:
    planned = (words.planned_at.format(at=hour(history.planned_start, tz)), Tone.QUIET)
    late = began_late(history)
    if late is None:
        return Fact(words.began, words.not_begun, (planned,))
    return Fact(words.began, hour(history.started_at, tz), (planned, _late_note(late, words)))


def _end_fact(history: History, tz: tzinfo, words: ReportTexts) -> Fact:
    planned = (words.planned_at.format(at=hour(planned_end(history), tz)), Tone.QUIET)
    late = ended_late(history)
    if late is None:
        return Fact(words.ended, words.not_ended, (planned,))
    notes = [planned, _late_note(late, words)]
    last = history.sessions[-1]
    if last.hard_out is not None and history.ended_at is not None:
        notes.append(_hard_out_note(last.hard_out, history.ended_at, tz, words))
    return Fact(words.ended, hour(history.ended_at, tz), tuple(notes))


def _length_facts(history: History, words: ReportTexts) -> tuple[Fact, ...]:
    """How long it all lasted. Of several sessions it would count the nights: their table says it."""
    if len(history.sessions) > 1 or history.started_at is None or history.ended_at is None:
        return ()
    lasted = history.ended_at - history.started_at
    planned = planned_end(history) - history.planned_start
    notes = (
        (words.planned_for.format(length=length(planned)), Tone.QUIET),
        (difference(lasted - planned), tone_of(lasted - planned)),
    )
    return (Fact(words.lasted, length(lasted), notes),)


def _biggest(history: History, words: ReportTexts) -> tuple[tuple[str, tuple[str, ...]], ...]:
    biggest = tuple(
        words.biggest_line.format(
            number=printable(item.row.number),
            title=printable(item.row.title),
            difference=difference(item.difference),
            planned=length(item.planned),
            actual=length(item.actual),
        )
        for item in biggest_differences(history)
    )
    if biggest:
        return ((words.biggest, biggest),)
    return ((words.biggest, (words.biggest_none,)),) if is_over(history) else ()


def _missed(history: History, words: ReportTexts) -> tuple[tuple[str, tuple[str, ...]], ...]:
    missed = tuple(cue_name(cue, words) for cue in punctuality(history).missed)
    return ((words.cues_missed_line, missed),) if missed else ()


def _sessions(history: History, tz: tzinfo, words: ReportTexts) -> Section:
    columns = (
        Column(words.session, figures=False),
        Column(words.planned),
        Column(words.actual),
        Column(words.began),
        Column(words.ended),
        Column(words.hard_out),
    )
    lines = tuple(_session_line(session, tz, words) for session in history.sessions)
    return Section(words.sessions, table=Table(columns, lines))


def _session_line(session: SessionHistory, tz: tzinfo, words: ReportTexts) -> Line:
    def span(start: datetime | None, end: datetime | None) -> str:
        return f"{hour(start, tz)} – {hour(end, tz)}"

    began = None if session.started_at is None else session.started_at - session.planned_start
    ended = None if session.ended_at is None else session.over_under
    when = days(session.planned_start, session.planned_end, tz)
    return Line(
        (
            Cell(printable(session.title) or when, below=((when, Tone.QUIET),) if session.title else ()),
            Cell(span(session.planned_start, session.planned_end)),
            Cell(span(session.started_at, session.ended_at)),
            Cell(words.not_begun, Tone.QUIET) if began is None else _late_cell(began, words),
            Cell(words.not_ended, Tone.QUIET) if ended is None else _late_cell(ended, words),
            Cell(hour(session.hard_out, tz)),
        )
    )


def _items(history: History, tz: tzinfo, words: ReportTexts) -> Section:
    columns = (
        Column(words.number, figures=False),
        Column(words.what, figures=False),
        Column(words.planned_start),
        Column(words.actual_start),
        Column(words.off),
        Column(words.planned_length),
        Column(words.actual_length),
        Column(words.difference),
        Column(words.added),
    )
    lines = item_lines(history, tz, words)
    if not lines:
        return Section(words.items, remark=words.no_items)
    return Section(words.items, table=Table(columns, lines), remark=words.items_note)


def _additions(history: History, tz: tzinfo, words: ReportTexts) -> Section:
    columns = (
        Column(words.at),
        Column(words.item, figures=False),
        Column(words.who, figures=False),
        Column(words.how_much),
    )
    marks = {undo.again_at: words.made_again_mark for undo in history.taken_back}
    marks |= {undo.at: words.taken_back_mark for undo in history.taken_back}
    lines = tuple(
        Line(
            (
                Cell(moment_of(added.at, history, tz)),
                Cell(printable(f"{item.row.number}. {item.row.title}")),
                Cell(printable(words.who_is(added.by))),
                Cell(
                    difference(added.length),
                    below=((marks[added.at], Tone.QUIET),) if added.at in marks else (),
                ),
            )
        )
        for item, added in additions(history)
    )
    if not lines:
        return Section(words.additions, remark=words.none)
    return Section(words.additions, table=Table(columns, lines))


def _cues(history: History, tz: tzinfo, words: ReportTexts) -> Section:
    calls = punctuality(history)
    if not calls.all:
        return Section(words.cues, remark=words.none)
    worst = calls.worst
    facts = (
        Fact(words.called, words.called_of.format(gone=calls.gone, all=calls.all)),
        Fact(
            words.median, words.unmeasured if calls.median is None else fine(calls.median, words).lstrip("+")
        ),
        Fact(
            words.worst,
            words.unmeasured if worst is None else fine(worst.off_by, words),
            () if worst is None else ((cue_name(worst, words), Tone.QUIET),),
        ),
        Fact(words.missed, str(len(calls.missed))),
        Fact(words.stood_down, str(calls.stood_down)),
    )
    columns = (
        Column(words.number, figures=False),
        Column(words.to, figures=False),
        Column(words.cue, figures=False),
        Column(words.moment),
        Column(words.gone_at),
        Column(words.off),
        Column(words.answered_in),
        Column(words.outcome, figures=False),
    )
    return Section(
        words.cues, facts=facts, table=Table(columns, cue_lines(history, tz, words)), remark=words.cues_note
    )


def _late_note(late: timedelta, words: ReportTexts) -> tuple[str, Tone]:
    return lateness(late, words), tone_of(late)


def _late_cell(late: timedelta, words: ReportTexts) -> Cell:
    return Cell(lateness(late, words), tone_of(late))


def _hard_out_note(
    hard_out: datetime, ended_at: datetime, tz: tzinfo, words: ReportTexts
) -> tuple[str, Tone]:
    at, left = hour(hard_out, tz), hard_out - ended_at
    if left < timedelta():
        return words.past_hard_out.format(at=at, length=length(-left)), Tone.ALERT
    return words.inside_hard_out.format(at=at, length=length(left)), Tone.QUIET
