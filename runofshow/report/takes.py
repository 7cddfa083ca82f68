"""The show beside its rehearsals, as a table: what the plan says, each take, and what it came to."""

from __future__ import annotations

from runofshow.core.history import History
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Column, Row, Style, paragraph
from runofshow.report.account import Account, difference_cell, length_cell, told
from runofshow.report.reckoning.beside import Line, beside
from runofshow.report.section import Section, row, table_section


def takes(account: Account) -> Section:
    """A line for each item that ran in a rehearsal; nothing without one."""
    words, found = account.outcome, beside(account.history, account.rehearsals)
    columns = (
        Column(account.words.number, 13, figures=True),
        Column(words.title, 30),
        Column(words.planned, 18, figures=True),
        *(Column(_name(take, account), 17, figures=True) for take in found.takes),
        Column(words.this_time if account.is_rehearsal else words.live, 17, figures=True),
        Column(
            words.difference,
            21,
            figures=True,
            reckoned=(account.words.in_minutes.format(head=words.difference),),
        ),
    )
    note = paragraph(words.rehearsals_note, Style.SMALL, keep_with_next=True)
    return table_section(words.rehearsals, columns, (_row(line) for line in found.lines), note)


def _row(line: Line) -> Row:
    item = line.item
    return row(
        told(printable(item.row.number)),
        told(printable(item.row.title)),
        length_cell(item.planned, about=item.row.assumed and item.planned is not None),
        *(length_cell(take) for take in line.takes),
        length_cell(line.length),
        difference_cell(line.difference),
    )


def _name(take: History, account: Account) -> str:
    """`Tập duyệt 27/3 14:00`, and how fast its time ran."""
    began = account.local(take.started_at or take.opened_at)
    name = account.outcome.take.format(when=f"{began.day}/{began.month} {began:%H:%M}")
    return name if take.speed == 1 else f"{name}, {account.outcome.speed.format(speed=f'{take.speed:g}')}"
