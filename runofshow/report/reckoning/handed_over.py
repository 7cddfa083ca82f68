"""The awards of a show: what was handed over by whom to whom, and what was not.

An item is an award by its kind or by what it is written to hand over. Where a heading names the recipients
and its parts do not, they are told once, with the first of its parts that ran.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from runofshow.core.agenda import Award, AwardLevel, Recipient
from runofshow.core.history import History, ItemHistory
from runofshow.core.honours import form_of, level_of, rank_of
from runofshow.core.snapshot import ItemState
from runofshow.report.reckoning.digest import leaves

KIND = "award"


class HandedOver(Struct, frozen=True):
    """One round of an award."""

    item: ItemHistory
    form: str | None
    """What was handed over; None where neither the award nor its title names it."""
    level: AwardLevel | None
    decision: str | None
    presenter: str | None
    reader: str | None
    recipients: tuple[Recipient, ...]
    """As the list has them, in its order."""
    is_listed: bool
    """There is a list: its own, or its heading's, which may be told with another part."""

    @property
    def was_given(self) -> bool:
        """It ran to its end."""
        return self.item.row.state is ItemState.DONE

    @property
    def absent(self) -> tuple[Recipient, ...]:
        return tuple(one for one in self.recipients if one.absent)

    @property
    def by_proxy(self) -> tuple[Recipient, ...]:
        return tuple(one for one in self.recipients if one.proxy is not None and not one.absent)


class FormSum(Struct, frozen=True):
    """How many of one form were handed over."""

    form: str | None
    given: int
    """Recipients of the rounds that ran, absent ones left out."""
    absent: int
    """Of the rounds that ran."""
    not_given: int
    """Recipients of the rounds that did not run."""
    unlisted: int = 0
    """Rounds without a list, run or not: nobody knows how many."""
    unlisted_left: int = 0
    """Of these the rounds that did not run."""


def handed_over(history: History) -> tuple[HandedOver, ...]:
    """Every round of an award, in the running order."""
    rounds = [item for item in leaves(history) if _is_award(item)]
    return tuple(_round(history, item, rounds) for item in rounds)


def sums_by_form(rounds: Sequence[HandedOver]) -> tuple[FormSum, ...]:
    """The sum of each form, from the highest down; forms without a rank stand behind, as they come."""
    forms = list(dict.fromkeys(one.form for one in rounds))
    ranks = {form: None if form is None else rank_of(form) for form in forms}
    forms.sort(key=lambda form: (ranks[form] is None, ranks[form] or 0))
    return tuple(_sum(form, [one for one in rounds if one.form == form]) for form in forms)


def _sum(form: str | None, rounds: Sequence[HandedOver]) -> FormSum:
    given = [one for one in rounds if one.was_given]
    absent = sum(len(one.absent) for one in given)
    return FormSum(
        form=form,
        given=sum(len(one.recipients) for one in given) - absent,
        absent=absent,
        not_given=sum(len(one.recipients) for one in rounds if not one.was_given),
        unlisted=sum(not one.is_listed for one in rounds),
        unlisted_left=sum(not one.is_listed and not one.was_given for one in rounds),
    )


def _is_award(item: ItemHistory) -> bool:
    row = item.row
    return row.award is not None or KIND in (row.kind, *row.item.also)


def _round(history: History, item: ItemHistory, rounds: Sequence[ItemHistory]) -> HandedOver:
    award, title = item.row.award or Award(), item.row.title
    return HandedOver(
        item=item,
        form=form_of(award, title) or _form_of_heading(history, item),
        level=level_of(item.row.award, title),
        decision=award.decision,
        presenter=award.presenter or item.row.by,
        reader=award.reader,
        recipients=_names(item, rounds),
        is_listed=bool(award.recipients),
    )


def _form_of_heading(history: History, item: ItemHistory) -> str | None:
    titles = (one.row.title for one in history.items if one.row.item_id == item.row.parent_id)
    return next((form_of(Award(), title) for title in titles), None)


def _names(item: ItemHistory, rounds: Sequence[ItemHistory]) -> tuple[Recipient, ...]:
    """The list of a round; one that is its heading's belongs to the first of the parts that ran."""
    award, own = item.row.award, item.row.written.award
    if award is None:
        return ()
    if item.row.parent_id is None or (own is not None and own.recipients):
        return award.recipients
    return award.recipients if item is _bearer(item, rounds) else ()


def _bearer(item: ItemHistory, rounds: Sequence[ItemHistory]) -> ItemHistory:
    """Of the parts that share the list of their heading the first that ran, else the first."""
    parts = [
        one
        for one in rounds
        if one.row.parent_id == item.row.parent_id
        and not (one.row.written.award is not None and one.row.written.award.recipients)
    ]
    return min(parts, key=lambda one: one.row.state is not ItemState.DONE)
