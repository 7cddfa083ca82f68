"""What the report tells in its own chapters, on every paper alike: results, incidents, lessons, duties."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.paper.plain import printable
from runofshow.paper.sheet import Cell, Column, Value, line
from runofshow.report.account import Account, told
from runofshow.report.section import Section, row, table_section


def chapters(account: Account) -> Iterator[Section]:
    """Those of which there is something to tell."""
    yield from (section for section in (votes(account),) if section.blocks)


def votes(account: Account) -> Section:
    """The votes that were counted."""
    words = account.words
    counted = [(item.row, item.row.vote) for item in account.history.items if item.row.vote is not None]
    columns = (
        Column(words.number, 2, figures=True),
        Column(words.what, 10),
        *(Column(head, 3, figures=True) for head in (words.in_favour, words.against, words.other)),
    )
    rows = (
        row(
            told(printable(its.number)),
            told(printable(its.title)),
            *(_count(count) for count in (vote.in_favour, vote.against, vote.other)),
        )
        for its, vote in counted
    )
    return table_section(words.votes, columns, rows)


def _count(count: int) -> Cell:
    return Cell((line(str(count)),), (Value(count),))
