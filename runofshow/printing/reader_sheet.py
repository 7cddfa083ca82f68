"""The reader's sheet: each batch on a page of its own, its names as they are read, in type for a lectern.

Names bear their titles and are never broken at a line's end; post and unit stand under them. Who is absent is
not read, and neither has a number here nor on the tray.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runofshow.paper.plain import printable
from runofshow.paper.sheet import (
    Block,
    Cell,
    Column,
    Paper,
    Row,
    Run,
    Style,
    Table,
    Value,
    line,
    paragraph,
)
from runofshow.printing.heads import paper
from runofshow.printing.names import Ties
from runofshow.printing.plan import Plan
from runofshow.printing.rounds import (
    Batch,
    Honoured,
    Round,
    award_head,
    batch_head,
    batch_title,
    batch_words,
    rounds_of,
    twin_line,
)

_NAME, _LINE = 36, 38
"""Characters of a name, in the bold type of the list, and of an office that fit on one of its lines."""
_SIZE = 18


def reader_sheet(plan: Plan) -> Paper:
    """The reader's sheet."""
    return paper(plan.words.reader_sheet, plan, _blocks(plan), size=_SIZE)


def _blocks(plan: Plan) -> Iterator[Block]:
    rounds = rounds_of(plan)
    yield from award_head(plan.words.reader_sheet, plan, rounds)
    ties, is_first = Ties(plan.agenda, _NAME, whole=True), True
    for each in rounds:
        for batch in each.batches:
            yield from _batch(batch, each, plan, ties, begins=not is_first)
            is_first = False


def _batch(batch: Batch, of: Round, plan: Plan, ties: Ties, *, begins: bool) -> Iterator[Block]:
    words, award = batch_words(plan), batch.award
    yield batch_head(batch, plan, ties, Style.TURN, begins=begins)
    if batch.entry.parent is not None:
        yield paragraph(ties.tied(of.title), Style.SMALL, keep_with_next=True)
    yield paragraph(
        ties.tied(words.reader.format(name=printable(award.reader or "") or words.nobody)),
        Style.DIRECTION,
        keep_with_next=True,
    )
    if award.decision:
        is_new = batch.number == 1 or award.decision != of.batches[batch.number - 2].award.decision
        told = printable(award.decision)
        yield paragraph(
            told if is_new else words.as_before.format(decision=told),
            Style.WORDS if is_new else Style.DIRECTION,
            keep_with_next=True,
        )
    if batch.form:
        yield paragraph(batch.form, Style.WORDS, keep_with_next=True)
    if award.decision:
        called = words.called_first if batch.comes_first else words.called_after
        yield paragraph(called, Style.DIRECTION, keep_with_next=True)
    yield from _names(batch.people, plan, ties, batch_title(batch, plan))


def _names(people: Sequence[Honoured], plan: Plan, ties: Ties, name: str) -> Iterator[Block]:
    words = batch_words(plan)
    if not people:
        yield paragraph(words.no_list, Style.DIRECTION)
    rows = tuple(_row(each, plan, ties) for each in people if each.place is not None)
    if rows:
        columns = (Column(words.order, 2, figures=True), Column(words.reading, 18))
        yield Table(columns, rows, name=name)
    absent = [
        " ".join(filter(None, (ties.whole(printable(each.one.name)), each.twin)))
        for each in people
        if each.place is None
    ]
    if absent:
        yield paragraph(words.not_read.format(names="; ".join(absent)), Style.DIRECTION)


def _row(each: Honoured, plan: Plan, ties: Ties) -> Row:
    words, one = batch_words(plan), each.one
    assert each.place is not None
    read = printable(one.said or one.name)
    address = printable(one.address)
    if address and not read.casefold().startswith(address.casefold()):
        read = f"{address[:1].upper()}{address[1:]} {read}"
    said = [ties.tied(printable(text)) for text in (one.post, one.unit) if text]
    if one.posthumous:
        said.append(words.posthumous)
    if one.proxy:
        said.append(words.proxy.format(name=ties.whole(printable(one.proxy))))
    known = [words.written.format(name=ties.whole(printable(one.name)))] if one.said else []
    if twin := twin_line(each, plan):
        known.append(twin)
    lines = (
        (Run(ties.whole(read), bold=True),),
        *(line(text) for text in said),
        *(line(text, italic=True, small=True) for text in known),
    )
    number = Cell(((Run(str(each.place)),),), (Value(each.place),))
    return Row((number, Cell(lines)), key=f"recipient:{one.recipient_id}")
