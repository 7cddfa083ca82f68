"""The lines of the report's tables: items, cues, and what the record holds beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta, tzinfo

from runofshow.core.alarms import AlarmCode
from runofshow.core.history import CueHistory, History, ItemHistory
from runofshow.core.snapshot import CuePhase, ItemState
from runofshow.paper.plain import printable
from runofshow.report.digest import is_over, totals
from runofshow.report.notation import (
    DASH,
    day,
    difference,
    fine,
    hour_to_second,
    length,
    planned_hour,
)
from runofshow.report.sheet import Cell, Column, Level, Line, Section, Table, Tone, tone_of
from runofshow.texts.report import ReportTexts

EMPTY = Cell("")


def moment_of(at: datetime, history: History, tz: tzinfo) -> str:
    """The time of day, with the day in front when it is not the first day of the record."""
    first = history.started_at or history.opened_at
    when = hour_to_second(at, tz)
    return when if day(at, tz) == day(first, tz) else f"{day(at, tz)} {when}"


def item_lines(history: History, tz: tzinfo, words: ReportTexts) -> tuple[Line, ...]:
    """Every item with its parts, under its session when there are several, and the sum of them all."""
    if not history.items:
        return ()
    lines: list[Line] = []
    for session in history.sessions:
        of_session = [item for item in history.items if item.row.session_id == session.session_id]
        if len(history.sessions) > 1:
            title = printable(session.title) or session.session_id
            when = day(session.planned_start, tz)
            lines.append(Line((EMPTY, Cell(f"{title} · {when}"), *(EMPTY for _ in range(7))), Level.SESSION))
        lines += [_item_line(item, tz, words) for item in of_session]
    return (*lines, _total_line(history, words))


def cue_lines(history: History, tz: tzinfo, words: ReportTexts) -> tuple[Line, ...]:
    """Every cue, in calling order."""
    return tuple(
        Line(
            (
                Cell(printable(cue.number)),
                Cell(words.who_is(cue.to.value)),
                Cell(printable(cue.text), below=((words.automatic, Tone.QUIET),) if cue.auto else ()),
                Cell(hour_to_second(_moment(cue), tz)),
                Cell(hour_to_second(cue.gone_at, tz)),
                Cell(fine(cue.off_by, words), tone_of(cue.off_by)),
                Cell(DASH if cue.answered_in is None else fine(cue.answered_in, words).lstrip("+")),
                Cell(
                    words.cue_end(cue.phase),
                    Tone.ALERT if cue.phase is CuePhase.MISSED else Tone.PLAIN,
                ),
            )
        )
        for cue in history.cues
    )


def cue_name(cue: CueHistory, words: ReportTexts) -> str:
    """A cue where there is no table: who, what, of which item."""
    return words.cue_of.format(
        to=words.who_is(cue.to.value), text=printable(cue.text), number=printable(cue.number)
    )


def record_sections(history: History, tz: tzinfo, words: ReportTexts) -> tuple[Section, ...]:
    """Holds, notes, calls taken back, clock alarms, messages. What was none says so."""
    titles = {item.row.item_id: f"{item.row.number}. {item.row.title}" for item in history.items}

    def item(item_id: str | None) -> str:
        return DASH if item_id is None else printable(titles.get(item_id, item_id))

    def at(moment: datetime) -> str:
        return moment_of(moment, history, tz)

    return (
        _section(
            words.pauses,
            ((words.pause_from, True), (words.pause_to, True), (words.length, True), (words.item, False)),
            (
                (
                    at(pause.since),
                    words.pause_open if pause.until is None else at(pause.until),
                    length((pause.until or history.last_at) - pause.since),
                    item(pause.item_id),
                )
                for pause in history.pauses
            ),
            words,
        ),
        _section(
            words.notes,
            ((words.at, True), (words.note, False), (words.item, False)),
            ((at(note.at), printable(note.text), item(note.item_id)) for note in history.notes),
            words,
        ),
        _section(
            words.taken_back,
            ((words.at, True), (words.call, False), (words.who, False), (words.again, True)),
            (
                (
                    at(undo.at),
                    words.call_name(undo.do),
                    printable(words.who_is(undo.by)),
                    DASH if undo.again_at is None else at(undo.again_at),
                )
                for undo in history.taken_back
            ),
            words,
        ),
        _section(
            words.alarms,
            ((words.at, True), (words.alarm, False)),
            (
                (at(alarm.since), words.alarm_line(alarm.code, _size(alarm.code, alarm.by)))
                for alarm in history.alarms
            ),
            words,
        ),
        _section(
            words.messages,
            ((words.at, True), (words.sender, False), (words.to, False), (words.message, False)),
            (
                (
                    at(message.at),
                    printable(words.who_is(message.by)),
                    words.who_is(message.to.value),
                    printable(message.text)
                    + (f"  ✓ {at(message.answered_at)}" if message.answered_at else ""),
                )
                for message in history.messages
            ),
            words,
        ),
    )


def vote_sections(history: History, words: ReportTexts) -> tuple[Section, ...]:
    """The votes that were counted; no section where none was."""
    counted = [(item.row, item.row.vote) for item in history.items if item.row.vote is not None]
    if not counted:
        return ()
    heads = (
        (words.item, False),
        (words.what, False),
        (words.in_favour, True),
        (words.against, True),
        (words.other, True),
    )
    lines = (
        (printable(row.number), printable(row.title), str(vote.in_favour), str(vote.against), str(vote.other))
        for row, vote in counted
    )
    return (_section(words.votes, heads, lines, words),)


def _section(
    title: str,
    columns: tuple[tuple[str, bool], ...],
    lines: Iterable[tuple[str, ...]],
    words: ReportTexts,
) -> Section:
    drawn = tuple(Line(tuple(Cell(text) for text in line)) for line in lines)
    if not drawn:
        return Section(title, remark=words.none)
    return Section(title, table=Table(tuple(Column(head, figures) for head, figures in columns), drawn))


def _item_line(item: ItemHistory, tz: tzinfo, words: ReportTexts) -> Line:
    row = item.row
    late = row.actual_start - row.planned_start if row.actual_start and row.planned_start else None
    level = Level.HEADING if row.is_heading else (Level.PART if row.parent_id else Level.LINE)
    left_out = row.state.is_left_out
    planned = ("~" if row.assumed and item.planned is not None else "") + length(item.planned)
    return Line(
        (
            Cell(printable(row.number)),
            Cell(printable(row.title), Tone.QUIET if left_out else Tone.PLAIN, tuple(_remarks(item, words))),
            Cell(planned_hour(row.planned_start, tz)),
            Cell(hour_to_second(row.actual_start, tz)),
            Cell(difference(late), tone_of(late)),
            Cell(planned),
            Cell(length(item.actual)),
            Cell(difference(item.difference), tone_of(item.difference)),
            Cell(difference(row.added) if row.added else ""),
        ),
        level,
    )


def _remarks(item: ItemHistory, words: ReportTexts) -> Iterator[tuple[str, Tone]]:
    row = item.row
    if row.written.by:
        yield printable(row.written.by), Tone.QUIET
    elif row.unassigned:
        yield words.unassigned, Tone.ALERT
    marks = [
        (words.skipped, row.state is ItemState.SKIPPED),
        (words.aside, row.state is ItemState.ASIDE),
        (words.running, row.state is ItemState.RUNNING and not row.is_heading),
        (words.upcoming, row.state is ItemState.UPCOMING),
        (words.inserted, item.inserted),
        (words.moved, item.moved),
        (words.held_for.format(length=length(item.held)), bool(item.held) and not row.is_heading),
    ]
    said = [mark for mark, is_so in marks if is_so]
    if said:
        yield " · ".join(said), Tone.PLAIN


def _total_line(history: History, words: ReportTexts) -> Line:
    """The sum of the items that run. While some may still run, there is nothing to compare it with."""
    sums = totals(history)
    off = sums.actual - sums.planned if is_over(history) else None
    return Line(
        (
            EMPTY,
            Cell(words.total),
            EMPTY,
            EMPTY,
            EMPTY,
            Cell(length(sums.planned)),
            Cell(length(sums.actual)),
            Cell(difference(off), tone_of(off)),
            Cell(difference(sums.added) if sums.added else ""),
        ),
        Level.TOTAL,
    )


def _moment(cue: CueHistory) -> datetime | None:
    """When a called cue was due; its call less its deviation, where no tick wrote it down."""
    if cue.gone_at is not None and cue.off_by is not None:
        return cue.gone_at - cue.off_by
    return cue.due_at


def _size(code: AlarmCode, by: timedelta) -> str:
    """A step and a correction have a direction; a sleep has none."""
    return difference(by) if code in (AlarmCode.CORRECTED, AlarmCode.STEPPED) else length(by)
