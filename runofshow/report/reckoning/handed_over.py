"""The awards of a show: what was handed over by whom to whom, and what was not.

An item is an award by its kind or by what it is written to hand over; those of one heading are the batches of
a round. Where a heading names the recipients and its parts do not, they are told once, with the first of its
parts that ran. Who was absent when their batch was on stage and who stood in a batch that was not are left
over.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

from msgspec import Struct

from runofshow.core.agenda import Award, AwardLevel, Recipient
from runofshow.core.history import History, ItemHistory
from runofshow.core.honours import form_of, level_of, presenter_of, rank_of
from runofshow.core.value import replace
from runofshow.report.reckoning.fates import (
    Honoured,
    Origins,
    is_left_early,
    planned_presenters,
    was_given,
)

KIND = "award"


class HandedOver(Struct, frozen=True):
    """One batch of an award."""

    item: ItemHistory
    form: str | None
    """What was handed over; None where neither the award nor its title names it."""
    level: AwardLevel | None
    decision: str | None
    presenter: str | None
    reader: str | None
    people: tuple[Honoured, ...]
    """In the order of the list."""
    is_listed: bool
    """There is a list: its own, or its heading's, which may be told with another part."""
    batch: int = 1
    """Its place in the round, from 1."""
    batches: int = 1
    presenter_was: str | None = None
    """Who was to hand over by the plan; None where it is the same, or nobody was named."""
    split_from: ItemHistory | None = None
    """The batch that it was a part of by the plan."""
    is_unsure: bool = False
    """It ran to its end without one step called, where steps of others of its round were."""

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        return tuple(each.one for each in self.people)

    @property
    def round_id(self) -> str:
        """The heading, or the award itself."""
        return self.item.row.parent_id or self.item.row.item_id

    @property
    def count(self) -> int:
        """To how many it was handed over."""
        return sum(each.fate.is_given for each in self.people)

    @property
    def each(self) -> timedelta | None:
        """What it took for each of them; None where it did not run to its end, or there is nobody."""
        return None if self.item.actual is None or not self.count else self.item.actual / self.count

    @property
    def is_left_early(self) -> bool:
        """It ended before its handing over."""
        return is_left_early(self.item)

    @property
    def was_given(self) -> bool:
        """It ran to its end."""
        return was_given(self.item)

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
    """Every batch of an award, in the running order."""
    rounds = [item for item in history.leaves if _is_award(item)]
    origins, presenters = Origins(history), planned_presenters(history.plan)
    found: list[HandedOver] = []
    for _, of_round in groupby(rounds, key=lambda item: item.row.parent_id or item.row.item_id):
        batches = tuple(of_round)
        for number, item in enumerate(batches, start=1):
            told = _round(history, item, rounds, origins)
            planned_at = item.row.item_id if item.row.item_id in presenters else origins.home(item)
            was = presenters.get(planned_at or "")
            found.append(
                replace(
                    told,
                    batch=number,
                    batches=len(batches),
                    presenter_was=was if was != told.presenter else None,
                    split_from=origins.split_from(item),
                    is_unsure=told.was_given and item.step is None and any(one.step for one in batches),
                )
            )
    return tuple(found)


def rounds_of(awards: Sequence[HandedOver]) -> tuple[tuple[HandedOver, ...], ...]:
    """The batches of each round."""
    return tuple(tuple(batches) for _, batches in groupby(awards, key=lambda one: one.round_id))


def left_over(awards: Sequence[HandedOver]) -> tuple[tuple[HandedOver, Honoured], ...]:
    """Who has nothing yet, each with their batch."""
    return tuple((award, each) for award in awards for each in award.people if not each.fate.is_given)


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


def _round(
    history: History, item: ItemHistory, rounds: Sequence[ItemHistory], origins: Origins
) -> HandedOver:
    award, title = item.row.award or Award(), item.row.title
    return HandedOver(
        item=item,
        form=form_of(award, title),
        level=level_of(item.row.award, title),
        decision=award.decision,
        presenter=presenter_of(item.row.item),
        reader=award.reader,
        people=origins.people(item, _names(item, rounds)),
        is_listed=bool(award.recipients),
    )


def _names(item: ItemHistory, rounds: Sequence[ItemHistory]) -> tuple[Recipient, ...]:
    """The list of a round; one that is its heading's belongs to the first of the parts that ran."""
    award, own = item.row.award, item.row.written.award
    if award is None:
        return ()
    if item.row.parent_id is None or (own is not None and own.has_own_list):
        return award.recipients
    return award.recipients if item is _bearer(item, rounds) else ()


def _bearer(item: ItemHistory, rounds: Sequence[ItemHistory]) -> ItemHistory:
    """Of the parts that share the list of their heading the first that ran, else the first."""
    parts = [
        one
        for one in rounds
        if one.row.parent_id == item.row.parent_id
        and not (one.row.written.award is not None and one.row.written.award.has_own_list)
    ]
    return min(parts, key=lambda one: not was_given(one))
