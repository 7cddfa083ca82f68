"""The recipients' cards, eight to a page: who it is, what for, in which batch and place, and a code to scan.

A code is made of the recipient's id alone (core/card_code.py), so a card of yesterday's print is read in
today's show. The cards of a batch begin a line of their own, so that a late name moves none of the others;
blank cards fill the lines, and at least a line more of them stands at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from runofshow.core.card_code import card_codes, printed
from runofshow.paper.heights import cell_rooms, line_starts, row_type
from runofshow.paper.measures import width_mm
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block, Cell, Column, Paper, Row, Run, Style, Table, line, paragraph
from runofshow.printing.heads import paper
from runofshow.printing.names import NO_BREAK, Ties
from runofshow.printing.plan import Plan
from runofshow.printing.rounds import Batch, Honoured, batch_words, rounds_of, twin_line

_HIGH_MM: Final = 60
"""Four on a page, with the line that says what they are."""
_COLUMNS: Final = (Column("", 58), Column("", 22, figures=True, joined=True)) * 2
_SIDE_BY_SIDE: Final = 2
_SIZE: Final = 10
_LINE: Final = 26
"""Characters of a name that fit on a line of a card."""
_LARGE, _BOLD = Run("", bold=True, large=True), Run("", bold=True)

Card = tuple[Cell, Cell]
"""What is written on it, and its code."""


def cards(plan: Plan) -> Paper:
    """The cards."""
    return paper(plan.words.cards, plan, _blocks(plan), size=_SIZE)


def _blocks(plan: Plan) -> Iterator[Block]:
    words, rounds = batch_words(plan), rounds_of(plan)
    if not rounds:
        yield paragraph(words.nothing)
        return
    yield paragraph(words.cut, Style.SMALL, keep_with_next=True)
    people = (each for of in rounds for batch in of.batches for each in batch.people)
    codes, ties = card_codes(each.one.recipient_id for each in people), Ties(plan.agenda, _LINE)
    rows = [row for of in rounds for batch in of.batches for row in _batch(batch, codes, plan, ties)]
    blank = (_blank(plan),) * _SIDE_BY_SIDE
    rows.append(_row(blank))
    yield Table(_COLUMNS, tuple(rows), name=plan.words.cards.capitalize(), cut_mm=_HIGH_MM)


def _batch(batch: Batch, codes: Mapping[str, str], plan: Plan, ties: Ties) -> Iterator[Row]:
    made = [(each.one.recipient_id, _card(each, batch, codes, plan, ties)) for each in batch.people]
    for at in range(0, len(made), _SIDE_BY_SIDE):
        beside = made[at : at + _SIDE_BY_SIDE]
        told = [card for _, card in beside]
        told += [_blank(plan, batch)] * (_SIDE_BY_SIDE - len(beside))
        yield _row(told, key=f"card:{beside[0][0]}")


def _row(beside: tuple[Card, ...] | list[Card], key: str = "") -> Row:
    return Row(tuple(cell for card in beside for cell in card), key=key)


def _card(each: Honoured, batch: Batch, codes: Mapping[str, str], plan: Plan, ties: Ties) -> Card:
    words, one = batch_words(plan), each.one
    code = codes[one.recipient_id]
    others = [printable(text) for text in (one.post, one.unit) if text]
    if one.proxy:
        others.append(words.proxy.format(name=ties.whole(printable(one.proxy))))
    if one.posthumous:
        others.append(words.posthumous)
    if twin := twin_line(each, plan):
        others.append(twin)
    lines = (
        *((line(batch.form, small=True),) if batch.form else ()),
        (_name(printable(one.name), ties),),
        *(line(ties.whole(text)) for text in others),
        line(_place(each, batch, plan), bold=True),
    )
    return Cell(lines), Cell((line(printed(code).replace(" ", NO_BREAK)),), code=code)


def _name(name: str, ties: Ties) -> Run:
    """As large as it stands on one line; what is longer is broken between its words."""
    tied = name.replace(" ", NO_BREAK)
    large = Run(tied, bold=True, large=True)
    return large if _fits(large) else Run(ties.whole(name), bold=True)


def _fits(run: Run) -> bool:
    row = Row(())
    room = cell_rooms(row, _COLUMNS, width_mm(False))[0]
    return len(line_starts((run,), row_type(row, _SIZE), room)) == 1


def _place(each: Honoured, batch: Batch, plan: Plan) -> str:
    words, place = batch_words(plan), each.place
    if batch.of == 1:
        return "" if place is None else words.card_alone.format(place=place)
    phrase = words.card_batch if place is None else words.card_place
    return phrase.format(number=batch.number, of=batch.of, place=place)


def _blank(plan: Plan, batch: Batch | None = None) -> Card:
    """For a late name; of a batch what is known of it stands there."""
    words = batch_words(plan)
    form = batch.form if batch is not None else ""
    lines = (
        line(form, small=True) if form else line(words.blank_form),
        line(words.blank_name),
        line(words.blank_unit),
        line(words.blank_place),
    )
    return Cell(tuple(each for each in lines)), Cell()
