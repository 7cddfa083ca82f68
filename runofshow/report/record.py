"""What the record holds beside items and cues: holds, notes, calls undone, clocks, consoles, messages."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import assert_never

from runofshow.core.alarms import Alarm, AlarmCode
from runofshow.core.notices import Note, NoteKind
from runofshow.core.term_events import BranchKept, TermEvent, TookOver
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Cell, Column
from runofshow.report.account import Account, length_cell, small, told
from runofshow.report.notation import DASH, difference, length
from runofshow.report.section import Section, row, table_section


def pauses(account: Account) -> Section:
    """Every hold that counted, from when to when."""
    history, words = account.history, account.words
    columns = (
        _at(words.pause_from),
        _at(words.pause_to),
        Column(words.length, 3, figures=True),
        Column(words.item, 8),
    )
    rows = (
        row(
            account.moment_cell(pause.since),
            told(words.pause_open) if pause.until is None else account.moment_cell(pause.until),
            length_cell((pause.until or history.last_at) - pause.since),
            told(account.item(pause.item_id)),
        )
        for pause in history.pauses
    )
    return table_section(words.pauses, columns, rows)


def notes(account: Account) -> Section:
    """Every note and incident as it was written."""
    words = account.words
    columns = (_at(words.at), Column(words.note, 8), Column(words.item, 5))
    rows = (
        row(account.moment_cell(note.at), _noted(note, account), told(account.item(note.item_id)))
        for note in account.history.notes
    )
    return table_section(words.notes, columns, rows)


def _noted(note: Note, account: Account) -> Cell:
    """What was written, and under it what it is about where somebody said so."""
    kinds = account.outcome.note_kinds
    below = () if note.kind is NoteKind.NOTE else (small(str(getattr(kinds, note.kind.value))),)
    return told(printable(note.text), below=below)


def taken_back(account: Account) -> Section:
    """Every call that was undone, and when it was made again."""
    words = account.words
    columns = (_at(words.at), Column(words.call, 6), Column(words.who, 5), _at(words.again))
    rows = (
        row(
            account.moment_cell(undo.at),
            told(words.call_name(undo.do)),
            told(printable(words.who_is(undo.by))),
            told(DASH) if undo.again_at is None else account.moment_cell(undo.again_at),
        )
        for undo in account.history.taken_back
    )
    return table_section(words.taken_back, columns, rows)


def alarms(account: Account) -> Section:
    """What the clocks did."""
    words = account.words
    rows = (
        row(
            account.moment_cell(alarm.since),
            told(alarm_line(alarm, account)),
        )
        for alarm in account.history.alarms
    )
    return table_section(words.alarms, (_at(words.at), Column(words.alarm, 13)), rows)


def alarm_line(alarm: Alarm, account: Account) -> str:
    """`Máy ngủ 1:15`"""
    return account.words.alarm_line(alarm.code, _size(alarm.code, alarm.by))


def consoles(account: Account) -> Section:
    """Who took the show over and when, and what another console wrote by itself meanwhile."""
    words = account.words
    columns = (_at(words.at), Column(words.console, 6), Column(words.term_event, 7))
    rows = (
        row(account.moment_cell(at), told(printable(event.who)), told(said))
        for event in account.history.consoles
        for at, said in (_of_console(event, account),)
    )
    return table_section(words.consoles, columns, rows)


def _of_console(event: TermEvent, account: Account) -> tuple[datetime, str]:
    match event:
        case TookOver(at=at):
            return at, account.words.took_over
        case BranchKept(since=since, lines=lines):
            return since, account.words.wrote_apart.format(count=len(lines))
    assert_never(event)


def messages(account: Account) -> Section:
    """Every message, and when it was read."""
    words = account.words
    columns = (_at(words.at), Column(words.sender, 4), Column(words.to, 4), Column(words.message, 8))
    rows = (
        row(
            account.moment_cell(message.at),
            told(printable(words.who_is(message.by))),
            told(words.who_is(message.to.value)),
            told(
                printable(message.text)
                + (f"  ✓ {account.moment(message.answered_at)}" if message.answered_at else "")
            ),
        )
        for message in account.history.messages
    )
    return table_section(words.messages, columns, rows)


def _at(head: str) -> Column:
    return Column(head, 3, figures=True)


def _size(code: AlarmCode, by: timedelta) -> str:
    """A step and a correction have a direction; a sleep has none."""
    return difference(by) if code in (AlarmCode.CORRECTED, AlarmCode.STEPPED) else length(by)
