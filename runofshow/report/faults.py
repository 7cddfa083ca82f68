"""What went wrong, with what it cost and why, and the balance of the time that was lost and won back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from runofshow.core.alarms import Alarm
from runofshow.core.failings import Failing
from runofshow.core.history import CueHistory
from runofshow.core.notices import Note
from runofshow.core.timeline import NO_TIME
from runofshow.paper.plain import printable
from runofshow.paper.sheet import (
    Block,
    Cell,
    Column,
    Level,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    Tone,
)
from runofshow.report.account import EMPTY, Account, length_cell, small, told
from runofshow.report.notation import spelled
from runofshow.report.reckoning.incidents import Incident, incidents
from runofshow.report.reckoning.ledger import Ledger, Share, Why, ledgers
from runofshow.report.record import alarm_line
from runofshow.report.section import Section, row

ROOM = "." * 24
"""To be filled in by hand."""


def faults(account: Account) -> Section:
    """The incidents in their order, then the balance of each session that ran to its end."""
    accounts = ledgers(account.history)
    found = incidents(account.history, accounts)
    table = (_incidents(found, account),) if found else ()
    over = [one for one in accounts if one.session.ended_at is not None and one.shares]
    return Section(
        account.outcome.incidents, (*table, *(block for one in over for block in _balance(one, account)))
    )


def _incidents(found: tuple[Incident, ...], account: Account) -> Table:
    words = account.outcome
    columns = (
        Column(words.at, 12, figures=True),
        Column(words.item, 27),
        Column(words.what, 32),
        Column(words.lost, 10, figures=True),
        Column(words.cause, 27),
    )
    together = groupby(found, key=lambda one: (one.at, one.item_id, isinstance(one.what, CueHistory)))
    rows = tuple(
        row(
            account.moment_cell(one.at),
            told(account.short_item(one.item_id)),
            what,
            EMPTY if one.lost is None else length_cell(one.lost),
            _cause(one, account),
        )
        for (_, _, is_cue), each in together
        for one, what in _told(list(each), account, is_cue=is_cue)
    )
    return Table(columns, rows, name=words.incidents)


def _told(found: list[Incident], account: Account, *, is_cue: bool) -> Iterator[tuple[Incident, Cell]]:
    """Each with its words. Cues that were missed at one moment, as whoever skips an item does, are one."""
    cells = [_what(one, account) for one in found]
    if is_cue:
        yield found[0], Cell(tuple(line for cell in cells for line in cell.lines))
    else:
        yield from zip(found, cells, strict=True)


def _what(incident: Incident, account: Account) -> Cell:
    words = account.outcome
    match incident.what:
        case Share(why, _, _, _, item):
            given = NO_TIME if item is None or why is not Why.OVER else item.row.added
            below = (
                (small(words.given.format(length=spelled(given, account.words))),) if given > NO_TIME else ()
            )
            return told(words.share_of(why.value), below=below)
        case Note(_, _, text):
            return told(printable(text))
        case CueHistory(_, _, _, to, text):
            who = account.words.who_is(to.value)
            return told(words.missed_cue.format(to=who, text=printable(text)))
        case Failing(_, kind, about, _, detail):
            below = (small(printable(detail)),) if detail else ()
            return told(words.failing_of(kind).format(about=printable(about)), below=below)
        case Alarm():
            return told(alarm_line(incident.what, account))
        case _:
            assert_never(incident.what)


def _cause(incident: Incident, account: Account) -> Cell:
    """What was noted at the time; where nothing was and time was lost, room to write it."""
    words = account.outcome
    if incident.causes:
        notes = (printable(note.text) for note in incident.causes)
        return Cell(tuple((Run(note),) for note in notes))
    if incident.lost is not None:
        return told(words.no_cause, Tone.QUIET, (small(ROOM),))
    if isinstance(incident.what, CueHistory) and incident.what.missed is not None:
        return told(words.missed_because(incident.what.missed.reason))
    return EMPTY


# The balance


def _balance(ledger: Ledger, account: Account) -> Iterator[Block]:
    words, history = account.outcome, account.history
    title = printable(ledger.session.title) or ledger.session.session_id
    name = words.time if len(history.sessions) == 1 else words.time_of.format(session=title)
    columns = (
        Column(words.share, 10),
        Column(words.lost, 3, figures=True),
        Column(words.won_back, 3, figures=True),
    )
    told = (Run(f"{name}. ", bold=True), Run(_sum(ledger, account)))
    yield Paragraph(told, Style.PROSE, keep_with_next=True)
    yield Table(columns, tuple(_rows(ledger, account)), name=name)


def _rows(ledger: Ledger, account: Account) -> Iterator[Row]:
    for why in Why:
        shares = [share for share in ledger.shares if share.why is why]
        for is_lost in (True, False):
            of_kind = [share for share in shares if share.is_lost is is_lost]
            if of_kind:
                size = length_cell(abs(sum((share.by for share in of_kind), NO_TIME)))
                yield row(told(_named(why, of_kind, account)), *((size, EMPTY) if is_lost else (EMPTY, size)))
    sums = length_cell(ledger.lost), length_cell(ledger.won)
    yield Row((told(account.outcome.total), *sums), Level.TOTAL)


def _named(why: Why, shares: list[Share], account: Account) -> str:
    """`Quá thời lượng: mục 3, 4`, `Tạm dừng (2 lần)`"""
    words = account.outcome
    if why is Why.HOLD:
        return words.times.format(what=words.share_of(why.value), count=len(shares))
    if why is Why.START and not shares[0].is_lost:
        return words.early_start
    numbers = ", ".join(printable(share.item.row.number) for share in shares if share.item is not None)
    what = words.share_of(why.value)
    return words.of_items.format(what=what, numbers=numbers) if numbers else what


def _sum(ledger: Ledger, account: Account) -> str:
    words, names, late = account.outcome, account.words, ledger.late
    phrase = words.balance_even
    if late:
        phrase = words.balance_late if late > NO_TIME else words.balance_early
    return phrase.format(
        late=spelled(abs(late), names), lost=spelled(ledger.lost, names), won=spelled(ledger.won, names)
    )
