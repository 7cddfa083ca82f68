"""What the log says of award rounds, and of people who are looked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import assert_never

from runofshow.core import award_events as a
from runofshow.core.agenda import Award, Recipient
from runofshow.core.events import Event
from runofshow.core.people import HONOURED, LEADER, PANEL, SPEAKER
from runofshow.core.snapshot import Snapshot
from runofshow.tui.formats import clock, joined
from runofshow.tui.pen import Pen

Told = a.AwardEvent | a.PeopleEvent


def told(event: Told, names: Mapping[str, str], pen: Pen) -> str:
    """One event in words; `names` has items by their ids and people by those of people.py."""
    words = pen.words.awards

    def item(item_id: str) -> str:
        return names.get(item_id, item_id)

    def honoured(one: Recipient) -> str:
        return names.get(HONOURED + one.recipient_id, one.name)

    match event:
        case a.StepBegun(item_id, step):
            return f"{words.step(step)} · {item(item_id)}"
        case a.RecipientChanged(_, recipient, was):
            return _changed(recipient, was, honoured(recipient), pen)
        case a.RecipientMoved(recipient_id, _, to_id):
            name = names.get(HONOURED + recipient_id, recipient_id)
            return words.log_moved.format(name=name, item=item(to_id))
        case a.RecipientAdded(item_id, recipient):
            return words.log_added.format(name=honoured(recipient), item=item(item_id))
        case a.PersonSeen(person_id, here):
            said = {True: words.log_seen, False: words.log_missing, None: words.log_unseen}[here]
            return said.format(name=names.get(person_id, person_id[2:]))
        case a.LeaderChanged(leader):
            at = "" if leader.arrives_at is None else clock(leader.arrives_at, pen.tz)
            goes = "" if leader.leaves_at is None else clock(leader.leaves_at, pen.tz)
            goes = goes and pen.words.people.leaves.format(at=goes)
            return joined(leader.name, at, item(leader.awaited_by) if leader.awaited_by else "", goes)
    assert_never(event)


def _changed(now: Recipient, was: Recipient, name: str, pen: Pen) -> str:
    words = pen.words.awards
    if now.absent != was.absent:
        return (words.log_absent if now.absent else words.log_back).format(name=name)
    if now.proxy != was.proxy:
        return (words.log_proxy if now.proxy else words.log_no_proxy).format(name=name, proxy=now.proxy)
    return words.log_changed.format(name=name)


def is_of_people(events: Iterable[Event]) -> bool:
    """Whether any of them is about somebody by name."""
    return any(isinstance(event, Told) for event in events)


def people_named(snapshot: Snapshot) -> dict[str, str]:
    """Person id to name, two of one name told apart."""
    awards = (row.written.award or Award() for row in snapshot.rows)
    listed = (one for award in awards for one in award.recipients)
    plan, shown = snapshot.plan, snapshot.shown
    return {
        **{HONOURED + one.recipient_id: shown.get(one.recipient_id, one.name) for one in listed},
        **{SPEAKER + row.item_id: row.by for row in snapshot.rows if row.by},
        **{LEADER + one.leader_id: one.name for one in plan.leaders},
        **{f"{PANEL}{place}": name for place, name in enumerate(plan.chair_panel)},
    }
