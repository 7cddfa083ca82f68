"""The leaders an agenda names: when they are expected, and what does not begin without them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from runofshow.agenda_file.dumping import Entry
from runofshow.agenda_file.form import LeaderForm
from runofshow.agenda_file.moments import hour_said, moment
from runofshow.core.agenda import Leader, Session


def build_leaders(forms: Sequence[LeaderForm], sessions: Sequence[Session], tz: tzinfo) -> tuple[Leader, ...]:
    """The leaders of the forms. What no item has is kept as it is written, for advice."""
    found: list[Leader] = []
    for number, form in enumerate(forms, start=1):
        session, awaited_by = _awaiting(form.for_ or None, sessions)
        start = session.start_at.astimezone(tz)
        arrives = None if form.arrives is None else moment(start.date(), start.time(), form.arrives, tz)
        promised = [_awaiting(said, sessions) for said in form.before_leaving or ()]
        begins = (promised[0][0] if promised else session).start_at.astimezone(tz)
        leaves = None if form.leaves is None else moment(begins.date(), begins.time(), form.leaves, tz)
        before = tuple(item_id for _, item_id in promised if item_id is not None)
        leader_id = form.id or f"leader-{number}"
        found.append(Leader(leader_id, form.name, arrives, awaited_by, leaves, before))
    return tuple(found)


def _awaiting(said: str | None, sessions: Sequence[Session]) -> tuple[Session, str | None]:
    """The session and the id of the item meant, by its id or else by a number that one row alone bears."""
    rows = [(session, row) for session in sessions for item in session.items for row in (item, *item.parts)]
    by_id = [(session, row.item_id) for session, row in rows if row.item_id == said]
    numbered = [(session, row.item_id) for session, row in rows if row.number == said]
    meant = by_id or (numbered if len(numbered) == 1 else [])
    return meant[0] if meant else (sessions[0], said)


def leader_entry(leader: Leader, number: int, tz: tzinfo) -> Entry:
    """One of them as the file writes it; `number` is its place from 1."""
    entry: Entry = {"name": leader.name}
    if leader.arrives_at is not None:
        entry["arrives"] = hour_said(leader.arrives_at, tz)
    if leader.awaited_by is not None:
        entry["for"] = leader.awaited_by
    if leader.leaves_at is not None:
        entry["leaves"] = hour_said(leader.leaves_at, tz)
    if leader.before_leaving:
        entry["before_leaving"] = list(leader.before_leaving)
    return entry if leader.leader_id == f"leader-{number}" else entry | {"id": leader.leader_id}
