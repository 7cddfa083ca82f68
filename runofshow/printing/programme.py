"""The programme that delegates are given: when, what and who, in the manner of an official paper.

Nothing internal is on it: no cue, note, word of the MC's, phone or track. Hours stand on it only where
somebody has said when it begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.paper.letterhead import letterhead
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block, Cell, Column, Paper, Row, Style, Table, cell, paragraph
from runofshow.printing.heads import on_few_pages, place_line, session_row
from runofshow.printing.names import Ties
from runofshow.printing.plan import Entry, Plan
from runofshow.printing.sayings import item_line, level, span_cell, who
from runofshow.texts.letterhead import LETTERHEAD

_UNSEEN = frozenset(("rehearsal",))
"""Kinds of item that delegates do not come for."""
_SIZES = (13.0, 12.0, 11.0)
"""Of its type, in points: the largest that takes no more pages than the smallest."""
_NAME = 22
"""Characters of a name that fit into its column."""


def programme(plan: Plan) -> Paper:
    """The delegates' programme."""
    return on_few_pages(plan.words.programme, plan, tuple(_blocks(plan)), _SIZES)


def _blocks(plan: Plan) -> Iterator[Block]:
    words = plan.words
    yield letterhead(plan.agenda.organiser, plan.agenda.rite, LETTERHEAD[plan.language])
    yield paragraph(words.programme, Style.KIND, keep_with_next=True)
    yield paragraph(printable(plan.agenda.title), Style.SUBJECT, keep_with_next=True)
    yield paragraph(place_line(plan), Style.PLACE)
    has_hours = not any(session.start_assumed for session in plan.agenda.sessions)
    columns: tuple[Column, ...] = (Column(words.what, 8), Column(words.who, 6))
    if has_hours:
        columns = (Column(words.at, 4, figures=True, reckoned=(words.starts, words.ends)), *columns)
    yield Table(columns, tuple(_rows(plan, has_hours)), name=words.programme)


def _rows(plan: Plan, has_hours: bool) -> Iterator[Row]:
    ties = Ties(plan.agenda, _NAME)
    for session in plan.agenda.sessions:
        if (over := session_row(session, plan)) is not None:
            yield over
        for entry in plan.of(session):
            if entry.item.kind not in _UNSEEN:
                yield _row(entry, plan, ties, has_hours)


def _row(entry: Entry, plan: Plan, ties: Ties, has_hours: bool) -> Row:
    cells: tuple[Cell, ...] = (
        cell(ties.tied(item_line(entry.item, plan.words))),
        cell(ties.tied(who(entry))),
    )
    if has_hours:
        hours = cell() if entry.parent is not None else span_cell(entry, plan)
        cells = (hours, *cells)
    return Row(cells, level(entry), key=entry.item.item_id)
