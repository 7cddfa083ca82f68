"""The whole script for whoever calls the show: an appendix of the plan, so without a number of its own.

Its table is as offices write it: time, item, who, the MC's words, sound with light and screen, who is in
charge.
"""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.core.agenda import Role
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
from runofshow.printing.heads import appendix_head, fact, paper, session_row
from runofshow.printing.names import Ties
from runofshow.printing.plan import Entry, Plan
from runofshow.printing.sayings import (
    ABOUT,
    about_item,
    cue_line,
    day,
    is_about,
    item_line,
    lasts,
    level,
    span_cell,
    who,
)

_GEAR = frozenset((Role.MUSIC, Role.LIGHTS, Role.SCREEN))
_NAME = 20
"""Characters of a name that fit into its column."""


def script(plan: Plan) -> Paper:
    """The full script."""
    return paper(plan.words.script, plan, _blocks(plan), landscape=True, size=11)


def _blocks(plan: Plan) -> Iterator[Block]:
    agenda, words = plan.agenda, plan.words
    yield from appendix_head(words.script, plan)
    yield from fact(words.delegates, agenda.delegates, plan)
    yield from fact(words.chair_panel, "; ".join(agenda.chair_panel), plan)
    crew = (f"{getattr(words.roles, role.value)}: {name}" for role, name in agenda.crew)
    yield from fact(words.assignments, "; ".join(crew), plan)
    columns = (
        Column(words.at, 10, figures=True, reckoned=(words.starts, words.ends, words.minutes)),
        Column(words.what, 15),
        Column(words.who, 12),
        Column(words.words, 21),
        Column(words.gear, 15),
        Column(words.in_charge, 11),
    )
    yield Table(columns, tuple(_rows(plan)), name=words.script)
    yield paragraph(words.assumed, Style.SMALL)
    yield from fact(words.backdrop, agenda.backdrop, plan)
    yield from fact(words.decoration, agenda.decoration, plan)
    yield from fact(words.notes, agenda.notes, plan)
    if agenda.duties:
        yield paragraph(words.duties, Style.HEADING, keep_with_next=True)
        yield _duties(plan)


def _rows(plan: Plan) -> Iterator[Row]:
    ties = Ties(plan.agenda, _NAME)
    for session in plan.agenda.sessions:
        if (over := session_row(session, plan)) is not None:
            yield over
        yield from (_row(entry, plan, ties) for entry in plan.of(session))


def _row(entry: Entry, plan: Plan, ties: Ties) -> Row:
    words, item = plan.words, entry.item
    named = ties.tied(who(entry)) or (words.unassigned if item.by is None and item.needs_person else "")
    gear = [cue_line(cue, plan) for cue in entry.cues if cue.to in _GEAR]
    hands = [cue_line(cue, plan) for cue in entry.cues if cue.to not in _GEAR]
    return Row(
        (
            _hours(entry, plan),
            Cell(
                (
                    line(ties.tied(item_line(item, words)), bold=True),
                    *(line(ties.tied(text), italic=True) for text in about_item(entry, words)),
                )
            ),
            cell(named),
            Cell(tuple(_said(entry, ties))),
            cell(*gear),
            cell(*hands),
        ),
        level(entry),
    )


def _hours(entry: Entry, plan: Plan) -> Cell:
    hours = span_cell(entry, plan)
    lasting = Value(entry.length, is_about(entry.item))
    return Cell((*hours.lines, line(f"({lasts(entry)})")), (*hours.values, lasting))


def _said(entry: Entry, ties: Ties) -> Iterator[tuple[Run, ...]]:
    about = f"{ABOUT} " if entry.item.mc_assumed else ""
    for text in printable(entry.said).splitlines():
        yield line(about + ties.tied(text))
        about = ""


def _duties(plan: Plan) -> Table:
    words = plan.words
    columns = (Column(words.duty, 12), Column(words.in_charge, 7), Column(words.due, 3, figures=True))
    rows = tuple(
        Row(
            (
                cell(printable(duty.what)),
                cell(printable(duty.by or "")),
                cell(day(duty.due) if duty.due is not None else ""),
            )
        )
        for duty in plan.agenda.duties
    )
    return Table(columns, rows, name=words.duty)
