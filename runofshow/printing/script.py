"""The whole script for whoever calls the show: an appendix of the plan, so without a number of its own.

Its table is as offices write it: time, item, who, the MC's words, sound with light and screen, who is in
charge.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from runofshow.core.agenda import Role, Session
from runofshow.core.value import replace
from runofshow.paper.kept import written
from runofshow.paper.letterhead import official_day
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
from runofshow.printing.keeping import kept
from runofshow.printing.names import Ties
from runofshow.printing.plan import Entry, Plan
from runofshow.printing.sayings import (
    ABOUT,
    about_item,
    cue_line,
    hour,
    hours_bound,
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
    """The full script, which comes back as its agenda."""
    rows, facts = tuple(_rows(plan)), _facts(plan)
    printed = paper(plan.words.script, plan, _blocks(plan, rows, facts), landscape=True, size=11)
    return replace(printed, kept=written(kept(plan, {row.key: row for row in rows}, facts)))


def _facts(plan: Plan) -> dict[str, str]:
    """What is said above and below the table, by the key of the agenda file."""
    agenda, words = plan.agenda, plan.words
    crew = (f"{getattr(words.roles, role.value)}: {name}" for role, name in agenda.crew)
    out = agenda.sessions[0].hard_out if session_row(agenda.sessions[0], plan) is None else None
    return {
        "delegates": agenda.delegates,
        "chair_panel": "; ".join(agenda.chair_panel),
        "crew": "; ".join(crew),
        "hard_out": "" if out is None else hour(out, plan.tz, words),
        "backdrop": agenda.backdrop,
        "decoration": agenda.decoration,
        "notes": agenda.notes,
    }


def _blocks(plan: Plan, rows: tuple[Row, ...], facts: Mapping[str, str]) -> Iterator[Block]:
    words = plan.words
    yield from appendix_head(words.script, plan)
    yield from fact(words.delegates, facts["delegates"], plan)
    yield from fact(words.chair_panel, facts["chair_panel"], plan)
    yield from fact(words.assignments, facts["crew"], plan)
    yield from fact(words.hard_out, facts["hard_out"], plan)
    columns = (
        Column(words.at, 10, figures=True, reckoned=(words.starts, words.ends, words.minutes)),
        Column(words.what, 15),
        Column(words.who, 12),
        Column(words.words, 21),
        Column(words.gear, 15),
        Column(words.in_charge, 11),
    )
    yield Table(columns, rows, name=words.script)
    yield paragraph(words.assumed, Style.SMALL)
    yield from fact(words.backdrop, facts["backdrop"], plan)
    yield from fact(words.decoration, facts["decoration"], plan)
    yield from fact(words.notes, facts["notes"], plan)
    if plan.agenda.duties:
        yield paragraph(words.duties, Style.HEADING, keep_with_next=True)
        yield _duties(plan)


def _rows(plan: Plan) -> Iterator[Row]:
    ties = Ties(plan.agenda, _NAME)
    for session in plan.agenda.sessions:
        if (over := session_row(session, plan)) is not None:
            yield _with_hard_out(over, session, plan)
        yield from (_row(entry, plan, ties) for entry in plan.of(session))


def _with_hard_out(over: Row, session: Session, plan: Plan) -> Row:
    if session.hard_out is None:
        return over
    words = plan.words
    told = words.fact.format(name=words.hard_out, value=hour(session.hard_out, plan.tz, words))
    return replace(over, cells=(Cell((*over.cells[0].lines, line(told))),))


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
                    *(line(ties.tied(text), italic=True) for text in about_item(entry.written, words)),
                )
            ),
            cell(named),
            Cell(tuple(_said(entry, ties))),
            cell(*gear),
            cell(*hands),
        ),
        level(entry),
        key=item.item_id,
    )


def _hours(entry: Entry, plan: Plan) -> Cell:
    hours = span_cell(entry, plan)
    lasting = Value(entry.length, is_about(entry.item))
    bound = (line(told, italic=True) for _, told in hours_bound(entry, plan))
    return Cell((*hours.lines, line(f"({lasts(entry)})"), *bound), (*hours.values, lasting))


def _said(entry: Entry, ties: Ties) -> Iterator[tuple[Run, ...]]:
    about = f"{ABOUT} " if entry.written.mc_assumed else ""
    for text in printable(entry.own_said).splitlines():
        if text.strip():
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
                cell(official_day(duty.due) if duty.due is not None else ""),
            ),
            key=f"duty:{number}",
        )
        for number, duty in enumerate(plan.agenda.duties)
    )
    return Table(columns, rows, name=words.duty)
