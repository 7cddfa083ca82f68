"""The report for a screen, a spreadsheet, and whoever needs no official frame: the summary first."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block, Paper
from runofshow.report.account import Account
from runofshow.report.annex import tables
from runofshow.report.chapters import chapters
from runofshow.report.chart import charts
from runofshow.report.frame import head
from runofshow.report.section import drawn
from runofshow.report.summary import general, summary

TABLE_PT = 10
"""An upright page has room for nine columns in type so small."""


def overview(account: Account) -> Paper:
    """The whole report."""
    words = account.words
    mark = words.rehearsal if account.is_rehearsal else ""
    title = f"{words.title}: {printable(account.history.agenda.title)}"
    return Paper(
        title=f"{mark} · {title}" if mark else title,
        language=words.language,
        blocks=tuple(_blocks(account)),
        foot=words.made_by,
        size=TABLE_PT,
        printed_at=account.printed_at,
        mark=mark,
        first_sheet=words.summary,
    )


def _blocks(account: Account) -> Iterator[Block]:
    yield from head(account.words.title, account)
    yield from drawn(
        (
            summary(account),
            *charts(account),
            general(account),
            *chapters(account),
            *tables(account),
        ),
        account.words.none_of,
    )
