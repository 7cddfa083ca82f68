"""Award rounds as papers have them: the batches of each, and who stands where in them.

The tray is stacked in the order of the list without those who are absent, and so are the certificates of the
whole round. A list that stands at a heading belongs to the first of its parts that has none of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from msgspec import Struct

from runofshow.core.agenda import Award, Recipient
from runofshow.core.honours import comes_first, form_of, names_apart
from runofshow.core.rounds import is_batch
from runofshow.core.value import replace
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block, Paragraph, Run, Style, paragraph
from runofshow.printing.heads import appendix_head
from runofshow.printing.names import Ties
from runofshow.printing.plan import Entry, Plan
from runofshow.printing.sayings import about, hour, item_line
from runofshow.texts.award_papers import AWARD_PAPERS, AwardPaperTexts

_NUMBERED: Final = re.compile(r"\s*(đợt|batch)\s+\d+(/\d+)?\s*", re.IGNORECASE)


class Honoured(Struct, frozen=True):
    """One of a batch."""

    one: Recipient
    place: int | None
    """On the tray and in line, from 1; None of who is absent."""
    number: int | None
    """Of their certificate in the whole round, from 1; None of who is absent."""
    twin: str | None = None
    """What tells them from another of their name: «(Tổ dân phố 3)», «[2]»; empty where no unit is known, and
    None where nobody shares it."""


class Batch(Struct, frozen=True):
    entry: Entry
    number: int
    """In its round, from 1."""
    of: int
    """How many the round has."""
    people: tuple[Honoured, ...]

    @property
    def award(self) -> Award:
        return self.entry.item.award or Award()

    @property
    def form(self) -> str:
        """What is handed over; empty where nothing tells it."""
        return printable(form_of(self.award, self.entry.item.title) or "")

    @property
    def presenter(self) -> str:
        return printable(self.award.presenter or self.entry.item.by or "")

    @property
    def comes_first(self) -> bool:
        """Recipients come up before the decision is read."""
        return comes_first(self.award, self.entry.item.title)

    @property
    def present(self) -> int:
        return sum(each.place is not None for each in self.people)


class Round(Struct, frozen=True):
    """The batches of a heading, or an award that has none."""

    title: str
    batches: tuple[Batch, ...]


def rounds_of(plan: Plan) -> tuple[Round, ...]:
    """Every round, in the order of the agenda."""
    awards = [entry for entry in plan.leaves if is_batch(entry.item)]
    listed = (entry.written.award.recipients for entry in plan.entries if entry.written.award is not None)
    twins = names_apart(one for each in listed for one in each)
    rounds = groupby(awards, key=lambda entry: (entry.parent or entry.item).item_id)
    return tuple(_round(tuple(entries), twins, plan) for _, entries in rounds)


def batch_words(plan: Plan) -> AwardPaperTexts:
    """The phrases of these papers."""
    return AWARD_PAPERS[plan.language]


def twin_line(each: Honoured, plan: Plan) -> str:
    """`trùng tên (Tổ dân phố 3)`; empty where nobody shares the name."""
    return "" if each.twin is None else batch_words(plan).twin.format(apart=each.twin).strip()


def batch_title(batch: Batch, plan: Plan) -> str:
    """`Đợt 2/6: 3.1. Giấy khen`; an award that is handed over at once has no number."""
    item, parent = batch.entry.item, batch.entry.parent
    if parent is not None and _NUMBERED.fullmatch(item.title):
        # titled by its number alone: what is handed over stands at the heading
        item = replace(item, title=parent.title)
    title = item_line(item, plan.words)
    if batch.of > 1:
        title = batch_words(plan).batch.format(number=batch.number, of=batch.of, title=title)
    return title


def batch_head(batch: Batch, plan: Plan, names: Ties, style: Style, *, begins: bool) -> Paragraph:
    """`7h45   Đợt 2/6: 3.1. Giấy khen` over its page; `begins`: a page that is not the first."""
    at = about(batch.entry) + hour(batch.entry.start, plan.tz, plan.words)
    return Paragraph(
        (Run(names.tied(f"{at}   {batch_title(batch, plan)}")),),
        style,
        keep_with_next=True,
        new_page=begins,
        key=batch_key(batch),
    )


def batch_key(batch: Batch) -> str:
    """Of its head."""
    return f"batch:{batch.entry.item.item_id}"


def award_head(name: str, plan: Plan, rounds: Sequence[Round]) -> Iterator[Block]:
    """What stands over a paper of awards; where there is none, that too."""
    yield from appendix_head(name, plan)
    if not rounds:
        yield paragraph(batch_words(plan).nothing)


def _round(entries: Sequence[Entry], twins: dict[str, str], plan: Plan) -> Round:
    heading = entries[0].parent
    batches = tuple(_batches(entries, twins))
    return Round(item_line(entries[0].item if heading is None else heading, plan.words), batches)


def _batches(entries: Sequence[Entry], twins: dict[str, str]) -> Iterator[Batch]:
    bearer = next((entry for entry in entries if not _is_apart(entry)), None)
    stacked = 0
    for number, entry in enumerate(entries, start=1):
        award = entry.item.award
        is_told = award is not None and (_is_apart(entry) or entry is bearer)
        people = tuple(_people(award.recipients if award is not None and is_told else (), stacked, twins))
        stacked += sum(each.place is not None for each in people)
        yield Batch(entry, number, len(entries), people)


def _is_apart(entry: Entry) -> bool:
    """Whether the list that it hands over is its own."""
    return entry.written.award is not None and entry.written.award.has_own_list


def _people(listed: Sequence[Recipient], before: int, twins: dict[str, str]) -> Iterator[Honoured]:
    place = 0
    for one in listed:
        place += not one.absent
        known = twins.get(one.recipient_id)
        twin = None if known is None else printable(known.removeprefix(one.name).strip())
        number = None if one.absent else before + place
        yield Honoured(one, None if one.absent else place, number, twin)
