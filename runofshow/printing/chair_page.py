"""The chair's page, one for each session: the order with its minutes, when it ends, what to watch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from runofshow.agenda_file.notation import write_length
from runofshow.core.agenda import Session
from runofshow.core.recovery.yielding import may_be_dropped, may_be_shortened
from runofshow.paper.plain import printable
from runofshow.paper.sheet import (
    Block,
    Column,
    Paper,
    Paragraph,
    Row,
    Run,
    Style,
    Table,
    cell,
    paragraph,
)
from runofshow.printing.heads import fact, on_few_pages, place_line, session_row
from runofshow.printing.names import Ties
from runofshow.printing.plan import Entry, Plan
from runofshow.printing.sayings import ABOUT, about, hour, is_about, item_line, length, level, start_cell, who

_SIZES = (13.0, 12.0, 11.0, 10.0)
"""Of its type, in points: the largest that keeps each session on its page."""
_NAME = 22


def chair_page(plan: Plan) -> Paper:
    """The chair's page, one for each session."""
    return on_few_pages(plan.words.chair, plan, tuple(_blocks(plan)), _SIZES)


def _sessions(plan: Plan) -> list[Session]:
    return [session for session in plan.agenda.sessions if session.items]


def _blocks(plan: Plan) -> Iterator[Block]:
    agenda, words = plan.agenda, plan.words
    for at, session in enumerate(_sessions(plan)):
        yield Paragraph((Run(words.chair),), Style.KIND, keep_with_next=True, new_page=at > 0)
        yield paragraph(printable(agenda.title), Style.SUBJECT, keep_with_next=True)
        yield paragraph(place_line(plan), Style.PLACE)
        yield from fact(words.chair_panel, "; ".join(agenda.chair_panel), plan)
        columns = (
            Column(words.starts, 5, figures=True),
            Column(words.what, 20),
            Column(words.who, 14),
            Column(words.minutes, 5, figures=True),
        )
        entries = plan.of(session)
        yield Table(
            columns, tuple(_rows(session, entries, plan)), name=printable(session.title) or words.chair
        )
        yield _end(session, entries[-1], plan)
        yield from _to_watch(entries, plan)
        yield paragraph(words.assumed, Style.SMALL)


def _rows(session: Session, entries: Sequence[Entry], plan: Plan) -> Iterator[Row]:
    words, ties = plan.words, Ties(plan.agenda, _NAME)
    if (over := session_row(session, plan)) is not None:
        yield over
    for entry in entries:
        missing = words.unassigned if entry.item.by is None and entry.item.needs_person else ""
        cells = (
            start_cell(entry, plan),
            cell(ties.tied(item_line(entry.item, words))),
            cell(ties.tied(who(entry)) or missing),
            cell(length(entry), value=entry.length, about=is_about(entry.item)),
        )
        yield Row(cells, level(entry), key=entry.item.item_id)


def _end(session: Session, last: Entry, plan: Plan) -> Paragraph:
    words = plan.words
    end = about(last) + hour(last.end, plan.tz, words)
    told = [words.fact.format(name=words.planned_end, value=end)]
    if session.hard_out is not None:
        hard_out = hour(session.hard_out, plan.tz, words)
        told.append(words.fact.format(name=words.hard_out, value=hard_out))
    return Paragraph((Run(". ".join(told) + ".", bold=True),))


def _to_watch(entries: Sequence[Entry], plan: Plan) -> Iterator[Paragraph]:
    words = plan.words
    leaves = [entry for entry in entries if not entry.is_heading]
    open_items = (entry for entry in leaves if entry.item.by is None and entry.item.needs_person)
    missing = (entry for entry in leaves if entry.item.handin is not None and not entry.item.handin.received)
    optional = (entry for entry in leaves if may_be_dropped(entry.item))
    for phrase, found in (
        (words.unassigned_items, open_items),
        (words.missing_texts, missing),
        (words.may_drop, optional),
    ):
        if named := "; ".join(item_line(entry.item, words) for entry in found):
            yield paragraph(phrase.format(items=named))
    if named := "; ".join(_shorter([entry for entry in leaves if may_be_shortened(entry.item)], plan)):
        yield paragraph(words.may_shorten.format(items=named))


def _shorter(entries: Sequence[Entry], plan: Plan) -> Iterator[str]:
    """`4.1, 4.2: ~5'`: how short those may be that follow each other, about where only custom says so.

    Their titles stand in the table, so that a sitting keeps to its page.
    """
    for least, alike in groupby(entries, key=_least):
        yield f"{', '.join(one.item.number or item_line(one.item, plan.words) for one in alike)}: {least}"


def _least(entry: Entry) -> str:
    assert entry.item.min is not None
    return f"{ABOUT if entry.item.min_assumed else ''}{write_length(entry.item.min)}"
