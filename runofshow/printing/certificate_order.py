"""The order of the certificates: one stack for each round, numbered through, as it goes tray by tray.

Names stand exactly as on the certificate. Two columns are for two people who check it one after the other.
Who is known to be absent has a certificate without a number: it is kept apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.paper.plain import printable
from runofshow.paper.sheet import (
    Block,
    Cell,
    Column,
    Level,
    Paper,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    cell,
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
    batch_key,
    batch_title,
    batch_words,
    rounds_of,
)
from runofshow.printing.servers_sheet import remarks

_NAME, _UNIT = 24, 19
"""Characters of a name that fit into its column, and of one in the columns of units, forms and decisions."""


def certificate_order(plan: Plan) -> Paper:
    """The order of the certificates."""
    return paper(plan.words.certificates, plan, _blocks(plan), landscape=True, size=12)


def _blocks(plan: Plan) -> Iterator[Block]:
    rounds = rounds_of(plan)
    yield from award_head(plan.words.certificates, plan, rounds)
    if rounds:
        yield paragraph(batch_words(plan).how_stacked)
    names, others = Ties(plan.agenda, _NAME), Ties(plan.agenda, _UNIT)
    for each in rounds:
        yield Paragraph(
            (Run(names.tied(each.title)),),
            Style.HEADING,
            keep_with_next=True,
            key=f"round:{each.batches[0].entry.item.item_id}",
        )
        yield from _round(each, plan, names, others)


def _round(of: Round, plan: Plan, names: Ties, others: Ties) -> Iterator[Block]:
    words = batch_words(plan)
    people = [each for batch in of.batches for each in batch.people]
    if not people:
        yield paragraph(words.no_list)
        return
    columns = (
        Column(words.certificate, 4, figures=True),
        Column(words.batch_head, 4, figures=True),
        Column(words.exact, 13),
        Column(words.unit, 10),
        Column(words.form_head, 9),
        Column(words.decision, 9),
        Column(words.first_check, 4, figures=True),
        Column(words.second_check, 4, figures=True),
    )
    rows: list[Row] = []
    for batch in of.batches:
        if batch.of > 1 and batch.people:
            title = Cell((line(names.tied(batch_title(batch, plan)), bold=True),))
            rows.append(Row((title,), Level.SESSION, key=batch_key(batch)))
        rows += (_row(each, batch, plan, names, others) for each in batch.people)
    yield Table(columns, tuple(rows), name=of.title)
    stacked = sum(each.place is not None for each in people)
    yield paragraph(words.total.format(count=stacked, apart=len(people) - stacked), Style.SMALL)


def _row(each: Honoured, batch: Batch, plan: Plan, names: Ties, others: Ties) -> Row:
    one = each.one
    unit = (others.whole(printable(text)) for text in (one.post, one.unit) if text)
    under = remarks(each, plan, others, batch_words(plan).apart)
    cells = (
        cell() if each.number is None else cell(str(each.number), value=each.number),
        cell() if each.place is None else cell(f"{batch.number}.{each.place}"),
        Cell(
            (line(names.whole(printable(one.name)), bold=True), *(line(text, small=True) for text in under))
        ),
        cell(*unit),
        cell(batch.form),
        cell(printable(batch.award.decision or "")),
        cell(),
        cell(),
    )
    return Row(cells, key=f"recipient:{one.recipient_id}")
