"""The MC's copy: every word as it is said, in type that is read standing, one item a page where it fits.

Names and offices are never broken at a line's end. What has no words stands with the page before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.core.agenda import AtStart, Role
from runofshow.core.words import is_direction
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
from runofshow.printing.heads import appendix_head, fact, paper, session_row
from runofshow.printing.names import Ties
from runofshow.printing.plan import Entry, Plan
from runofshow.printing.sayings import about, hour, item_line, level, moment, start_cell, who

_NAME = 38
"""Characters of a name or an office that fit on a line of the MC's type."""
_NAME_IN_COLUMN = 22


def mc_copy(plan: Plan) -> Paper:
    """The MC's copy."""
    return paper(plan.words.mc, plan, _blocks(plan), size=12)


def _blocks(plan: Plan) -> Iterator[Block]:
    words, ties = plan.words, Ties(plan.agenda, _NAME, whole=True)
    yield from appendix_head(words.mc, plan)
    yield from fact(words.chair_panel, ties.tied("; ".join(plan.agenda.chair_panel)), plan)
    yield from fact(words.delegates, plan.agenda.delegates, plan)
    yield _order(plan)
    leaves = plan.leaves
    for at, entry in enumerate(leaves):
        following = leaves[at + 1] if at + 1 < len(leaves) else None
        yield from _page(entry, following, plan, ties)


def _order(plan: Plan) -> Table:
    """The whole order on the first page, to see how far it is."""
    words, ties = plan.words, Ties(plan.agenda, _NAME_IN_COLUMN)
    rows: list[Row] = []
    for session in plan.agenda.sessions:
        if (over := session_row(session, plan)) is not None:
            rows.append(over)
        for entry in plan.of(session):
            what, named = item_line(entry.item, words), who(entry)
            cells = (
                start_cell(entry, plan),
                cell(ties.tied(what)),
                cell(ties.tied(named)),
            )
            rows.append(Row(cells, level(entry), key=entry.item.item_id))
    columns = (Column(words.starts, 2, figures=True), Column(words.what, 7), Column(words.who, 5))
    return Table(columns, tuple(rows), name=words.mc)


def _page(entry: Entry, following: Entry | None, plan: Plan, ties: Ties) -> Iterator[Block]:
    words = plan.words
    title = f"{about(entry)}{hour(entry.start, plan.tz, words)}   {ties.tied(item_line(entry.item, words))}"
    begins = bool(entry.said)
    yield Paragraph(
        (Run(title),), Style.TURN, keep_with_next=True, new_page=begins, key=f"said:{entry.item.item_id}"
    )
    if entry.parent is not None:
        parent = words.part_of.format(
            number=printable(entry.parent.number), title=printable(entry.parent.title)
        )
        yield paragraph(parent, Style.SMALL, keep_with_next=True)
    if not entry.said:
        yield paragraph(words.no_words, Style.DIRECTION)
    for text in printable(entry.said).splitlines():
        yield paragraph(ties.tied(text), Style.DIRECTION if is_direction(text) else Style.WORDS)
    for cue in entry.cues:
        # what is said as the item begins stands in its words
        if cue.to is Role.MC and cue.at != AtStart():
            told = words.mc_cue.format(moment=moment(cue, plan), text=printable(cue.text))
            yield paragraph(ties.tied(told), Style.DIRECTION)
    if following is not None:
        coming = words.next_item.format(title=item_line(following.item, words))
        named = printable(following.item.by or "")
        yield paragraph(ties.tied(f"{coming} ({named})" if named else coming), Style.DIRECTION)
