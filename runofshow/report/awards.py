"""The awards as the report tells them: how many of each form, what was otherwise than planned, the lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

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
    Value,
    paragraph,
)
from runofshow.report.account import EMPTY, Account, difference_cell, length_cell, small, titled, told
from runofshow.report.notation import DASH
from runofshow.report.reckoning.fates import Fate, Honoured
from runofshow.report.reckoning.handed_over import (
    FormSum,
    HandedOver,
    handed_over,
    left_over,
    rounds_of,
    sums_by_form,
)
from runofshow.report.section import Section, row, table_section
from runofshow.texts import Language
from runofshow.texts import awards as award_texts

_STEPS = {Language.VI: award_texts.VI, Language.EN: award_texts.EN}
_NAME = 32
"""Characters of a name that fit into its column: so long a one is never broken at a line's end."""
_NO_BREAK = "\u00a0"


def awards(account: Account) -> Iterator[Block]:
    """What was given of each form, what was not, and what was otherwise than the plan had it; nothing without
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


def award_lists(account: Account, *, only_given: bool = False) -> Section:
    """Everybody on the lists, or all who have it, batch by batch as the tray was stacked; nothing where no
    batch has a list."""
    words, rounds = account.outcome, handed_over(account.history)
    title = words.handed_out if only_given else words.award_lists
    if only_given:
        rounds = tuple(one for one in rounds if one.count or (one.was_given and not one.is_listed))
    if not any(one.people for one in rounds):
        return Section(title)
    columns = (Column(words.number, 2, figures=True), Column(words.recipient, 16), Column(words.remark, 12))
    rows = tuple(line for one in rounds for line in _batch(one, account, only_given=only_given))
    return Section(title, (Table(columns, rows, name=title),))


def not_handed_out(account: Account, *, to_sign: bool = False) -> Section:
    """Who has nothing yet, and why, with room for a signature when it is handed out later; nothing where
    everybody has it."""
    words = account.outcome
    columns = (
        Column(words.number, 3, figures=True),
        Column(words.recipient, 13),
        Column(words.form, 11),
        Column(words.why, 8),
        *((Column(words.signature, 6),) if to_sign else ()),
    )
    left = enumerate(left_over(handed_over(account.history)), start=1)
    rows = (
        row(
            told(str(number), value=Value(number)),
            _named(each, account),
            told(_form(award.form, account), below=(small(printable(award.decision or "")),)),
            told(
                _why(award, each, account),
                below=(small(_place(award, account)),),
            ),
            *((EMPTY,) if to_sign else ()),
        )
        for number, (award, each) in left
    )
    return table_section(words.left_over, columns, rows)


def _why(award: HandedOver, each: Honoured, account: Account) -> str:
    words = account.outcome
    if each.fate is Fate.ABSENT:
        return words.absent_why
    return words.left_early if award.is_left_early else words.left_why


def pace(account: Account) -> Section:
    """What each batch took against its plan, and each of its recipients; nothing where there is one alone."""
    words = account.outcome
    rounds = [batches for batches in rounds_of(handed_over(account.history)) if len(batches) > 1]
    columns = (
        Column(words.batch_head, 10),
        Column(words.planned, 4, figures=True),
        Column(words.this_time, 4, figures=True),
        Column(
            words.difference,
            4,
            figures=True,
            reckoned=(account.words.in_minutes.format(head=words.difference),),
        ),
        Column(words.given_count, 3, figures=True),
        Column(words.each, 4, figures=True),
    )
    rows = (line for batches in rounds for line in _paces(batches, account))
    return table_section(words.pace, columns, rows)


def _paces(batches: Sequence[HandedOver], account: Account) -> Iterator[Row]:
    for one in batches:
        yield _pace(told(titled(one.item)), one.item.planned, one.item.actual, one.count, one.each)
    # what came in during the show has no plan of its own: a batch that was split was one
    planned = sum((one.item.planned or NO_TIME for one in batches), NO_TIME)
    ran = [one for one in batches if one.item.actual is not None]
    actual = sum((one.item.actual or NO_TIME for one in ran), NO_TIME) if ran else None
    count = sum(one.count for one in ran)
    name = told(account.outcome.whole_round.format(count=len(batches)))
    each = actual / count if actual is not None and count else None
    yield _pace(name, planned, actual, count, each, Level.TOTAL)


def _pace(
    name: Cell,
    planned: timedelta | None,
    actual: timedelta | None,
    count: int,
    each: timedelta | None,
    level: Level = Level.LINE,
) -> Row:
    off = actual - planned if actual is not None and planned is not None else None
    cells = (
        name,
        length_cell(planned),
        length_cell(actual),
        difference_cell(off),
        told(str(count), value=Value(count)),
        length_cell(each),
    )
    return Row(cells, level)


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
    words, form, item = account.outcome, _form(award.form, account), titled(award.item)
    if award.split_from is not None:
        yield words.split_line.format(item=item, was=titled(award.split_from))
    for each in award.people:
        if each.moved_from is not None:
            yield words.moved_line.format(name=_shown(each), was=titled(each.moved_from), now=item)
        if each.added:
            yield words.added_line.format(name=_shown(each), item=item)
    if award.is_left_early and award.item.step is not None:
        step = _STEPS[Language(account.words.language)].step(award.item.step)
        yield words.left_early_line.format(item=item, step=step)
        return
    if not award.was_given:
        yield words.award_not_given.format(item=item)
        return
    if award.is_unsure:
        yield words.unsure_line.format(item=item)
    if award.presenter_was is not None:
        now, was = printable(award.presenter or ""), printable(award.presenter_was)
        yield words.presenter_line.format(item=item, now=now, was=was)
    for each in award.people:
        if each.fate is Fate.ABSENT:
            yield words.absent_line.format(name=_shown(each), form=form)
    for each in award.people:
        if each.fate is Fate.ON_BEHALF:
            proxy = printable(each.one.proxy or "")
            yield words.proxy_line.format(name=_shown(each), proxy=proxy, form=form)


def _batch(award: HandedOver, account: Account, *, only_given: bool) -> Iterator[Row]:
    words = account.outcome
    about = [
        titled(award.item),
        _form(award.form, account),
        printable(award.decision or ""),
    ]
    if award.presenter:
        about.append(words.presenter.format(name=printable(award.presenter)))
    if not award.was_given:
        about.append((words.left_early if award.is_left_early else words.not_given).upper())
    yield Row((told(" · ".join(part for part in about if part)),), Level.SESSION)
    people = [each for each in award.people if each.fate.is_given or not only_given]
    for number, each in enumerate(people, start=1):
        count = told(str(number), value=Value(number))
        yield row(count, _named(each, account), told(_remark(each, account)))
    if not award.is_listed:
        yield row(told(""), told(words.recipients_unknown), told(""))


def _named(each: Honoured, account: Account) -> Cell:
    """The name whole, with the count of those who share it and their unit; post and unit under it."""
    one = each.one
    is_told_by_unit = each.shown == f"{one.name} ({one.unit})"
    named = printable(one.name if is_told_by_unit else each.shown)
    below = (small(printable(text)) for text in (one.post, one.unit) if text)
    return told(named.replace(" ", _NO_BREAK) if len(named) <= _NAME else named, below=tuple(below))


def _shown(each: Honoured) -> str:
    return printable(each.shown)


def _place(award: HandedOver, account: Account) -> str:
    """Which batch it is; an award alone is its title."""
    words = account.outcome
    if award.batches == 1:
        return titled(award.item)
    return words.batch_of.format(number=award.batch, of=award.batches)


def _remark(each: Honoured, account: Account) -> str:
    words, one = account.outcome, each.one
    proxy = words.by_proxy.format(proxy=printable(one.proxy)) if one.proxy else ""
    moved = "" if each.moved_from is None else words.moved_remark.format(was=titled(each.moved_from))
    marks = (
        words.absent.lower() if one.absent else "",
        words.posthumous if one.posthumous else "",
        proxy,
        moved,
        words.added_remark if each.added else "",
    )
    return "; ".join(mark for mark in marks if mark)


def _form(form: str | None, account: Account) -> str:
    return account.outcome.no_form if form is None else printable(form)
