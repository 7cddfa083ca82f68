"""The awards as the report tells them: how many of each form, and the lists with who was not there."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.core.agenda import Recipient
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
    Value,
    paragraph,
)
from runofshow.report.account import Account, small, titled, told
from runofshow.report.notation import DASH
from runofshow.report.reckoning.handed_over import FormSum, HandedOver, handed_over, sums_by_form
from runofshow.report.section import Section, row


def awards(account: Account) -> Iterator[Block]:
    """What was given of each form, what was not, who was absent and who received on behalf; nothing without
    an award."""
    words, rounds = account.outcome, handed_over(account.history)
    if not rounds:
        return
    columns = (
        Column(words.form, 10),
        *(Column(head, 3, figures=True) for head in (words.given_count, words.absent, words.not_given)),
    )
    yield Paragraph((Run(words.awards, bold=True),), keep_with_next=True)
    yield Table(columns, tuple(_sum(one, account) for one in sums_by_form(rounds)), name=words.awards)
    yield from (paragraph(f"- {text}.", Style.LISTED) for one in rounds for text in _exceptions(one, account))


def award_lists(account: Account) -> Section:
    """Everybody on the lists, round by round, as the tray was stacked; nothing where no round has a list."""
    words, rounds = account.outcome, handed_over(account.history)
    if not any(one.recipients for one in rounds):
        return Section(words.award_lists)
    columns = (Column(words.number, 2, figures=True), Column(words.recipient, 16), Column(words.remark, 12))
    rows = tuple(line for one in rounds for line in _round(one, account))
    return Section(words.award_lists, (Table(columns, rows, name=words.award_lists),))


def _sum(of: FormSum, account: Account) -> Row:
    given = _count(of.given, account, of.unlisted - of.unlisted_left)
    left = _count(of.not_given, account, of.unlisted_left)
    return row(told(_form(of.form, account)), given, _count(of.absent, account), left)


def _count(count: int, account: Account, unlisted: int = 0) -> Cell:
    """So many; and beside them rounds of which nobody knows how many."""
    if not unlisted:
        return told(str(count), value=Value(count))
    below = small(account.outcome.unlisted.format(count=unlisted))
    return told(str(count) if count else DASH, below=(below,))


def _exceptions(award: HandedOver, account: Account) -> Iterator[str]:
    words, form = account.outcome, _form(award.form, account)
    if not award.was_given:
        yield words.award_not_given.format(item=titled(award.item))
        return
    for one in award.absent:
        yield words.absent_line.format(name=printable(one.name), form=form)
    for one in award.by_proxy:
        yield words.proxy_line.format(name=printable(one.name), proxy=printable(one.proxy or ""), form=form)


def _round(award: HandedOver, account: Account) -> Iterator[Row]:
    words = account.outcome
    about = [
        titled(award.item),
        _form(award.form, account),
        printable(award.decision or ""),
    ]
    if award.presenter:
        about.append(words.presenter.format(name=printable(award.presenter)))
    if not award.was_given:
        about.append(words.not_given.upper())
    yield Row((told(" · ".join(part for part in about if part)),), Level.SESSION)
    for number, one in enumerate(award.recipients, start=1):
        count = told(str(number), value=Value(number))
        yield row(count, told(printable(one.name)), told(_remark(one, account)))
    if not award.is_listed:
        yield row(told(""), told(words.recipients_unknown), told(""))


def _remark(recipient: Recipient, account: Account) -> str:
    words = account.outcome
    proxy = words.by_proxy.format(proxy=printable(recipient.proxy)) if recipient.proxy else ""
    marks = (
        words.absent.lower() if recipient.absent else "",
        words.posthumous if recipient.posthumous else "",
        proxy,
    )
    return "; ".join(mark for mark in marks if mark)


def _form(form: str | None, account: Account) -> str:
    return account.outcome.no_form if form is None else printable(form)
