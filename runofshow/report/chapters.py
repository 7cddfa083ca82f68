"""What the report tells in chapters of its own, on every paper alike: results, incidents, lessons, duties."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.agenda_file.duty_words import standing_words
from runofshow.core.duties import Owed, Standing, owed
from runofshow.paper.letterhead import official_day
from runofshow.paper.plain import printable
from runofshow.paper.sheet import (
    Block,
    Cell,
    Column,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    Value,
    line,
    paragraph,
)
from runofshow.report.account import Account, told
from runofshow.report.advice import advice
from runofshow.report.awards import awards
from runofshow.report.decisions import decisions
from runofshow.report.faults import faults
from runofshow.report.people import people
from runofshow.report.section import Section, row
from runofshow.texts import Language
from runofshow.texts.duties import DUTIES


def chapters(account: Account) -> Iterator[Section]:
    """Those of which there is something to tell."""
    every = (results(account), incidents(account), lessons(account), duties(account))
    yield from (section for section in every if section.blocks)


def results(account: Account) -> Section:
    """What was handed over, decided and voted, and who came when."""
    return Section(
        account.official.results, (*awards(account), *decisions(account), *_votes(account), *people(account))
    )


def incidents(account: Account) -> Section:
    """What went wrong, and where the time went."""
    return Section(account.official.incidents, faults(account).blocks)


def lessons(account: Account) -> Section:
    """What is to be different the next time."""
    return Section(account.official.lessons, tuple(advice(account)))


def duties(account: Account) -> Section:
    """What is owed after the event, by whom, until when."""
    known = account.history.agenda.duties if account.duties is None else account.duties
    today = account.local(account.printed_at).date()
    after = (each for each in owed(known, today) if each.duty.when == "after")
    lines = tuple(paragraph(f"- {_duty(each, account)}.", Style.LISTED) for each in after)
    return Section(account.official.duties, lines)


def _duty(each: Owed, account: Account) -> str:
    """With its last day, and that it is done. How late it is, another day tells otherwise."""
    words, duty = account.official, each.duty
    who = printable(duty.by or "") or words.blank
    text = words.duty_line.format(what=printable(duty.what), who=who)
    if duty.due:
        text = words.due.format(duty=text, day=official_day(duty.due))
    is_done = each.standing is Standing.DONE
    return f"{text}; {standing_words(each, DUTIES[Language(account.words.language)])}" if is_done else text


def _votes(account: Account) -> Iterator[Block]:
    words = account.words
    counted = [(item.row, item.row.vote) for item in account.history.items if item.row.vote is not None]
    columns = (
        Column(words.number, 2, figures=True),
        Column(words.what, 10),
        *(Column(head, 3, figures=True) for head in (words.in_favour, words.against, words.other)),
    )
    rows: tuple[Row, ...] = tuple(
        row(
            told(printable(its.number)),
            told(printable(its.title)),
            *(_count(count) for count in (vote.in_favour, vote.against, vote.other)),
        )
        for its, vote in counted
    )
    if rows:
        yield Paragraph((Run(account.official.votes, bold=True),), keep_with_next=True)
        yield Table(columns, rows, name=words.votes)


def _count(count: int) -> Cell:
    return Cell((line(str(count)),), (Value(count),))
