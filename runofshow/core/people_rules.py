"""The rules of saying who is there, and of when a leader is expected."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from itertools import count

from runofshow.core import award_events as a
from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Leader
from runofshow.core.amendments import LONGEST, too_long
from runofshow.core.attendance import is_here, name_of
from runofshow.core.card_code import is_code, is_slip, recipients_with
from runofshow.core.people import HONOURED
from runofshow.core.refusal import Reason, Refused
from runofshow.core.state import State, plan_start
from runofshow.core.value import replace

Events = tuple[e.Event, ...]


def decide_see(state: State, command: c.See, now: datetime, by: str) -> Events | Refused:
    """Somebody is there, or is not to be found. What is already said is refused as empty."""
    person_id = person_of(state, command.person)
    if isinstance(person_id, Refused):
        return person_id
    if is_here(state, person_id) is command.here:
        return Refused(Reason.EMPTY, person_id)
    return (a.PersonSeen(person_id, command.here, now, by),)


def person_of(state: State, said: str) -> str | Refused:
    """The id of the person that an id or the code on a card means."""
    if name_of(state, said) is not None:
        return said
    if not is_code(said):
        return Refused(Reason.UNKNOWN_PERSON, said)
    if is_slip(said):
        return Refused(Reason.WRONG_CODE, said)
    found = recipients_with(said, state.order.lists.where)
    return HONOURED + found[0] if len(found) == 1 else Refused(Reason.UNKNOWN_PERSON, said)


def decide_leader(state: State, command: c.ChangeLeader, now: datetime) -> Events | Refused:
    """A leader at other hours, for another item, or a new one."""
    hours = command.arrives_at, command.leaves_at
    if state.floating:
        # a plan that floats is pictured as though it began now, and its hours are given so
        by = now - plan_start(state)
        hours = hours[0] and hours[0] - by, hours[1] and hours[1] - by
    if any(at and all(abs(at - one.start_at) > LONGEST for one in state.agenda.sessions) for at in hours):
        return Refused(Reason.BAD_LENGTH, command.leader_id or "")
    arrives_at, leaves_at = hours
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
        arrives_at=leader.arrives_at if arrives_at is None else arrives_at or None,
        awaited_by=leader.awaited_by if command.awaited_by is None else command.awaited_by or None,
        leaves_at=leader.leaves_at if leaves_at is None else leaves_at or None,
    )
    if changed == was:
        return Refused(Reason.EMPTY, changed.leader_id)
    return (a.LeaderChanged(changed, was),)


def _free_id(known: Collection[str]) -> str:
    return next(free for number in count(1) if (free := f"leader-{number}") not in known)
