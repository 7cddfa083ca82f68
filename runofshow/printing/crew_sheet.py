"""The crew's sheet: who goes up when and what ushers and stage do, then each award as its tray is stacked.

Recipients stand in the order of the decision, a line each with room for a tick, so that a list of hundreds
goes over pages with its head repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from runofshow.core.agenda import Award, Recipient, Role
from runofshow.core.award import line_of
from runofshow.core.honours import comes_first
from runofshow.paper.plain import printable
from runofshow.paper.sheet import Block, Column, Paper, Row, Style, Table, cell, paragraph
from runofshow.printing.heads import appendix_head, fact, paper, session_row
from runofshow.printing.names import Ties
from runofshow.printing.plan import Entry, Plan
from runofshow.printing.sayings import about, award_lines, cue_line, hour, item_line, level, start_cell, who

_HANDS = frozenset((Role.CREW, Role.STAGE))
_REMARK = re.compile(r"(?P<name>[^()]+?)\s*\((?P<remark>.+)\)\s*")
"""«Ông Đinh Công Tâm (nhận thay: bà Lê Thị Sáu)»."""
_NAME = 28


def crew_sheet(plan: Plan) -> Paper:
    """The crew's sheet."""
    return paper(plan.words.crew, plan, _blocks(plan), landscape=True, size=12)


def _blocks(plan: Plan) -> Iterator[Block]:
    words, ties = plan.words, Ties(plan.agenda, _NAME)
    yield from appendix_head(words.crew, plan)
    holders = (
        f"{getattr(words.roles, role.value)}: {name}" for role, name in plan.agenda.crew if role in _HANDS
    )
    yield from fact(words.assignments, "; ".join(holders), plan)
    yield paragraph(words.crew_calls, Style.HEADING, keep_with_next=True)
    columns = (
        Column(words.starts, 2, figures=True),
        Column(words.item, 7),
        Column(words.who, 7),
        Column(words.task, 9),
    )
    yield Table(columns, tuple(_rows(plan, ties)), name=words.crew_calls)
    yield paragraph(words.awards, Style.HEADING, keep_with_next=True)
    awards = [entry for entry in plan.leaves if entry.item.kind == "award" or entry.item.award is not None]
    if not awards:
        yield paragraph(words.nothing)
    for entry in awards:
        yield from _award(entry, plan, ties)


def _rows(plan: Plan, ties: Ties) -> Iterator[Row]:
    words = plan.words
    for session in plan.agenda.sessions:
        if (over := session_row(session, plan)) is not None:
            yield over
        for entry in plan.of(session):
            tasks = (cue_line(cue, plan) for cue in entry.cues if cue.to in _HANDS)
            cells = (
                start_cell(entry, plan),
                cell(item_line(entry.item, words)),
                cell(ties.tied(who(entry))),
                cell(*(ties.tied(task) for task in tasks)),
            )
            yield Row(cells, level(entry), key=entry.item.item_id)


def _award(entry: Entry, plan: Plan, ties: Ties) -> Iterator[Block]:
    words, item = plan.words, entry.item
    award = item.award or Award()
    at = about(entry) + hour(entry.start, plan.tz, words)
    yield paragraph(f"{at}   {item_line(item, words)}", Style.HEADING, keep_with_next=True)
    told = list(award_lines(item, words)) if item.award is not None else []
    if award.decision or award.recipients:
        told.append(words.called_first if comes_first(award, item.title) else words.called_after)
    for text in told:
        yield paragraph(ties.tied(text), keep_with_next=True)
    if not award.recipients:
        yield paragraph(words.no_recipients)
        return
    columns = (
        Column(words.number, 1, figures=True),
        Column(words.recipient, 10),
        Column(words.remark, 7),
        Column(words.present, 2, figures=True),
    )
    rows = tuple(_recipient(number, one, ties) for number, one in enumerate(award.recipients, start=1))
    yield Table(columns, rows, name=item_line(item, words))


def _recipient(number: int, one: Recipient, ties: Ties) -> Row:
    written = line_of(one)
    found = _REMARK.fullmatch(printable(written))
    who, remark = (printable(written), "") if found is None else (found["name"], found["remark"])
    return Row((cell(str(number), value=number), cell(ties.tied(who)), cell(remark), cell("")))
