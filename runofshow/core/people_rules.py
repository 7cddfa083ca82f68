"""The rules of saying who is there, and of when a leader is expected."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from itertools import count

from runofshow.core import award_events as a
from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Leader
from runofshow.core.amendments import too_long
from runofshow.core.card_code import is_code, is_slip, recipients_with
from runofshow.core.people import HONOURED, LEADER, PANEL, SPEAKER
from runofshow.core.refusal import Reason, Refused
from runofshow.core.state import State
from runofshow.core.value import replace

Events = tuple[e.Event, ...]


def decide_see(state: State, command: c.See, now: datetime, by: str) -> Events | Refused:
    """Somebody is there, or is not to be found. What is already said is refused as empty."""
    person_id = person_of(state, command.person)
    if isinstance(person_id, Refused):
        return person_id
    seen = state.seen.get(person_id)
    if (None if seen is None else seen.here) is command.here:
        return Refused(Reason.EMPTY, person_id)
    return (a.PersonSeen(person_id, command.here, now, by),)


def person_of(state: State, said: str) -> str | Refused:
    """The id of the person that an id or the code on a card means."""
    if is_person(state, said):
        return said
    if not is_code(said):
        return Refused(Reason.UNKNOWN_PERSON, said)
    if is_slip(said):
        return Refused(Reason.WRONG_CODE, said)
    found = recipients_with(said, state.order.lists.where)
    return HONOURED + found[0] if len(found) == 1 else Refused(Reason.UNKNOWN_PERSON, said)


def is_person(state: State, person_id: str) -> bool:
    """Whether the agenda has somebody of that id."""
    kind, name = person_id[:2], person_id[2:]
    match kind:
        case _ if kind == HONOURED:
            return name in state.order.lists.where
        case _ if kind == SPEAKER:
            place = state.order.places.get(name)
            return place is not None and place.item.by is not None
        case _ if kind == LEADER:
            return any(one.leader_id == name for one in state.agenda.leaders)
        case _ if kind == PANEL:
            return name.isdecimal() and int(name) < len(state.agenda.chair_panel)
        case _:
            return False


def decide_leader(state: State, command: c.ChangeLeader) -> Events | Refused:
    """A leader at another hour, for another item, or a new one."""
    known = {one.leader_id: one for one in state.agenda.leaders}
    was = None if command.leader_id is None else known.get(command.leader_id)
    if command.leader_id is not None and was is None:
        return Refused(Reason.UNKNOWN_PERSON, command.leader_id)
    name = was.name if was is not None and command.name is None else (command.name or "").strip()
    if not name:
        return Refused(Reason.EMPTY)
    if too_long((name,)):
        return Refused(Reason.TOO_LONG)
    if command.awaited_by and command.awaited_by not in state.order.places:
        return Refused(Reason.UNKNOWN_ITEM, command.awaited_by)
    leader = was or Leader(_free_id(known), name)
    changed = replace(
        leader,
        name=name,
        arrives_at=leader.arrives_at if command.arrives_at is None else command.arrives_at or None,
        awaited_by=leader.awaited_by if command.awaited_by is None else command.awaited_by or None,
    )
    if changed == was:
        return Refused(Reason.EMPTY, changed.leader_id)
    return (a.LeaderChanged(changed, was),)


def _free_id(known: Collection[str]) -> str:
    return next(free for number in count(1) if (free := f"leader-{number}") not in known)
