"""The lists after an award round: who has it, who has not and why, and what each batch took.

Who has nothing yet signs for it here when it is handed out later.
"""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block, Paper, Style, paragraph
from runofshow.report.account import Account
from runofshow.report.awards import award_lists, awards, not_handed_out, pace
from runofshow.report.frame import head
from runofshow.report.overview import TABLE_PT
from runofshow.report.section import Section


def lists(account: Account) -> Paper:
    """The whole paper."""
    words = account.outcome
    mark = account.words.rehearsal if account.is_rehearsal else ""
    return Paper(
        title=f"{words.lists_title.capitalize()}: {printable(account.history.agenda.title)}",
        language=account.words.language,
        blocks=tuple(_blocks(account)),
        foot=account.words.made_by,
        size=TABLE_PT,
        printed_at=account.printed_at,
        mark=mark,
    )


def _blocks(account: Account) -> Iterator[Block]:
    words = account.outcome
    yield from head(words.lists_title, account)
    summed = tuple(awards(account))
    yield from summed or (paragraph(words.no_awards),)
    if not summed:
        return
    given = award_lists(account, only_given=True)
    yield from _told(given, words.nobody_given)
    yield from _told(not_handed_out(account, to_sign=True), words.nobody_left)
    took = pace(account)
    if took.blocks:
        yield from _told(took, "")


def _told(section: Section, none: str) -> Iterator[Block]:
    yield paragraph(section.title, Style.HEADING, keep_with_next=True)
    yield from section.blocks or (paragraph(none),)
