"""The servers' sheet: a page for each batch, to lie on its tray: who stands where, what lies there, boxes.

Numbers are those of the tray and of the row, from the left as the hall sees it. Who is known to be absent has
none, and stands in the list all the same, so that nobody is looked for.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    award_head,
    batch_head,
    batch_title,
    batch_words,
    rounds_of,
    twin_line,
)

_NAME, _UNIT, _REMARK = 23, 21, 15
"""Characters of a name that fit into its column, in bold type, and into those of units and of remarks."""
_SIZE = 14


def servers_sheet(plan: Plan) -> Paper:
    """The servers' sheet."""
    return paper(plan.words.servers, plan, _blocks(plan), landscape=True, size=_SIZE)


def _blocks(plan: Plan) -> Iterator[Block]:
    rounds = rounds_of(plan)
    yield from award_head(plan.words.servers, plan, rounds)
    ties = Ties(plan.agenda, _NAME), Ties(plan.agenda, _UNIT), Ties(plan.agenda, _REMARK)
    batches = [batch for each in rounds for batch in each.batches]
    for at, batch in enumerate(batches):
        yield from _batch(batch, plan, ties, begins=at > 0)


def _batch(batch: Batch, plan: Plan, ties: tuple[Ties, Ties, Ties], *, begins: bool) -> Iterator[Block]:
    words, names = batch_words(plan), ties[0]
    yield batch_head(batch, plan, names, Style.HEADING, begins=begins)
    for text in _about(batch, plan):
        yield paragraph(names.tied(text), keep_with_next=True)
    if not batch.people:
        yield paragraph(words.no_list)
        return
    columns = (
        Column(words.place, 3, figures=True),
        Column(words.name, 9),
        Column(words.unit, 8),
        Column(words.remark, 6),
        Column(words.stacked, 3, figures=True),
        Column(words.here, 3, figures=True),
        Column(words.given, 3, figures=True),
    )
    rows = tuple(_row(each, plan, ties) for each in batch.people)
    yield Table(columns, rows, name=batch_title(batch, plan))


def _about(batch: Batch, plan: Plan) -> Iterator[str]:
    words, count = batch_words(plan), batch.present
    handed = [words.form.format(name=batch.form)] if batch.form else []
    handed.append(words.presenter.format(name=batch.presenter or words.nobody))
    yield "; ".join(handed)
    if not count:
        return
    tray = words.tray if count > 1 else words.tray_of_one
    lies = [tray.format(count=count, form=batch.form or words.certificates)]
    if batch.award.flowers:
        lies.append(words.flowers.format(count=count))
    yield "; ".join(lies)
    yield f"{words.stands.format(count=count) if count > 1 else words.alone}. {words.behind}."


def _row(each: Honoured, plan: Plan, ties: tuple[Ties, Ties, Ties]) -> Row:
    (names, units, others), one = ties, each.one
    number = Cell()
    if each.place is not None:
        number = Cell(((Run(str(each.place), bold=True, large=True),),), (Value(each.place),))
    named = names.whole(printable(one.name))
    unit = (units.whole(printable(text)) for text in (one.post, one.unit) if text)
    cells = (
        number,
        Cell((line(named, bold=True),)),
        cell(*unit),
        cell(*remarks(each, plan, others)),
        *(cell() for _ in range(3)),
    )
    return Row(cells, key=f"recipient:{one.recipient_id}")


def remarks(each: Honoured, plan: Plan, ties: Ties, absent: str = "") -> Iterator[str]:
    """What is other with somebody than with the rest; `absent` is what is said of who does not come."""
    words, one = batch_words(plan), each.one
    if one.absent:
        yield absent or words.absent
    elif one.proxy:
        yield words.proxy.format(name=ties.whole(printable(one.proxy)))
    if one.posthumous:
        yield words.posthumous
    if twin := twin_line(each, plan):
        yield twin
    if one.note:
        yield printable(one.note)
