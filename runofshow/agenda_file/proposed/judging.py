"""Whether an agenda would take a proposal: asked of the rules of a show that stands before its first item.

An item's id says its place, and lines come and go in a file between a proposal and its answer. So a line is
known by its words: where its id has gone to another, it is the only one that has them, or it is not there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import assert_never

from runofshow.core.agenda import Agenda
from runofshow.core.commands import Mode, Propose
from runofshow.core.decide import decide
from runofshow.core.events import Entry, ShowOpened
from runofshow.core.evolve import apply
from runofshow.core.proposals.changes import (
    AnyProposed,
    EditItem,
    InsertItem,
    MoveItem,
    SkipItem,
    TimeForItem,
)
from runofshow.core.proposals.judging import why_not
from runofshow.core.proposals.proposal import Proposal
from runofshow.core.refusal import Reason, Refused
from runofshow.core.state import State, begin
from runofshow.core.value import replace

ID_FIELDS = ("item_id", "after", "before")


def proposed_for(
    agenda: Agenda, proposal_id: str, who: str, why: str, changes: Sequence[AnyProposed]
) -> Proposal | Refused:
    """The proposal, where the agenda would take all of it."""
    state = _before(agenda)
    now, order = state.opened.at, Propose(who, why, tuple(changes))
    events = decide(state, order, now, Propose.told_by)
    if isinstance(events, Refused):
        return events
    made = apply(state, Entry(state.seq + 1, now, Propose.told_by, "propose", events))
    return replace(made.proposals[-1], proposal_id=proposal_id)


def located(agenda: Agenda, proposal: Proposal) -> Proposal:
    """The proposal with the ids that the lines it names have now; one that is not found keeps its own."""
    rows = [row for session in agenda.sessions for item in session.items for row in (item, *item.parts)]
    titles, by_id = Counter(row.title for row in rows), {row.item_id: row for row in rows}
    now: dict[str, str] = {}
    for item_id, was in proposal.was.items():
        there = by_id.get(item_id)
        if (there is None or there.title != was.title) and titles[was.title] == 1:
            now[item_id] = next(row.item_id for row in rows if row.title == was.title)
    changes = tuple(_renamed(change, now) for change in proposal.changes)
    was_now = {now.get(item_id, item_id): item for item_id, item in proposal.was.items()}
    return replace(proposal, changes=changes, was=was_now)


def _renamed(change: AnyProposed, now: Mapping[str, str]) -> AnyProposed:
    def of(item_id: str | None) -> str | None:
        return None if item_id is None else now.get(item_id, item_id)

    match change:
        case InsertItem(after=after, before=before):
            return replace(change, after=of(after), before=of(before))
        case MoveItem(item_id, before):
            return replace(change, item_id=now.get(item_id, item_id), before=of(before))
        case EditItem() | SkipItem() | TimeForItem():
            return replace(change, item_id=now.get(change.item_id, change.item_id))
    assert_never(change)


def refused_of(agenda: Agenda, proposal: Proposal) -> dict[int, Refused]:
    """The changes, by their places, that the agenda does not take any more."""
    state = _before(agenda)
    found: dict[int, Refused] = {}
    for place in range(len(proposal.changes)):
        refused = _other_line(state, proposal, place) or why_not(state, proposal, place, state.opened.at)
        if refused is not None:
            found[place] = refused
    return found


def _before(agenda: Agenda) -> State:
    start = agenda.sessions[0].start_at
    return begin(ShowOpened(agenda, Mode.LIVE, 1.0, False, "", start))


def _other_line(state: State, proposal: Proposal, place: int) -> Refused | None:
    """That a line which the change names is another one by now."""
    for item_id in named(proposal.changes[place]):
        was, there = proposal.was.get(item_id), state.order.places.get(item_id)
        if was is None or there is None or there.written.title != was.title:
            return Refused(Reason.CHANGED_SINCE, item_id)
    return None


def named(change: AnyProposed) -> tuple[str, ...]:
    """The ids of the lines that a change names."""
    ids = (getattr(change, name, None) for name in ID_FIELDS)
    return tuple(one for one in ids if one is not None)
