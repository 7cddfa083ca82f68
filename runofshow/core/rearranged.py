"""How the running order was changed while the show ran, by whom and when, as far as it stood at the end.

What was taken back, by an undo or by its opposite, is no change; what was made again counts from then. Each
is told against the plan as it was opened, so an item that was moved twice is one change, the last hand's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core import award_events as a
from runofshow.core import events as e
from runofshow.core import session_events as se
from runofshow.core import undo_events as u
from runofshow.core.agenda import Agenda, Item
from runofshow.core.amend import siblings
from runofshow.core.ask import name_of
from runofshow.core.evolve import apply
from runofshow.core.plan_commands import Recover
from runofshow.core.proposals.events import ProposalAnswered
from runofshow.core.rearranged_lists import (
    OfAward,
    OfRecipient,
    Planned,
    SplitOff,
    of_award,
    planned_lists,
    with_split_off,
)
from runofshow.core.running_order import Place, running_order
from runofshow.core.state import State
from runofshow.core.timeline import NO_TIME
from runofshow.core.value import replace


class Skipped(Struct, frozen=True, tag_field="what", tag="skipped"):
    """It was left out."""


class LaidAside(Struct, frozen=True, tag_field="what", tag="laid_aside"):
    """The show went on without it, into a later session."""


class Inserted(Struct, frozen=True, tag_field="what", tag="inserted"):
    """The plan did not have it."""


class Moved(Struct, frozen=True, tag_field="what", tag="moved"):
    """It stands behind other items than in the plan, or in another session."""


class Retimed(Struct, frozen=True, tag_field="what", tag="retimed"):
    """Its planned length was changed; time that was added to it is told elsewhere."""

    was: timedelta
    now: timedelta


class Rescheduled(Struct, frozen=True, tag_field="what", tag="rescheduled"):
    """It got other hours: a start before which it does not begin, an end that it lasts to."""

    start_at: datetime | None
    until: datetime | None


class GivenTo(Struct, frozen=True, tag_field="what", tag="given_to"):
    """Somebody else speaks or acts; None is nobody by name."""

    was: str | None
    now: str | None


What = Skipped | LaidAside | Inserted | Moved | Retimed | Rescheduled | GivenTo | OfAward
Key = tuple[str, type[What]]


class Change(Struct, frozen=True):
    """One change of one item, or of one on the list that is written at it now."""

    at: datetime
    by: str
    item_id: str
    what: What
    of_way: bool = False
    """It was made with others by one order, to be back in time or to use the time that was left."""
    proposed_by: str = ""
    """The agent that proposed it, of which `by` took it."""

    @property
    def key(self) -> Key:
        """Of whom or what it is, and of which kind: of two such the last hand's is told."""
        about = self.what.recipient_id if isinstance(self.what, OfRecipient) else self.item_id
        return about, type(self.what)


_CHANGING = (
    e.ItemSkipped
    | e.ItemUnskipped
    | se.ItemsLaidAside
    | se.ItemsTakenUp
    | e.ItemMoved
    | e.ItemEdited
    | e.ItemInserted
    | e.ItemRemoved
    | a.RecipientChanged
    | a.RecipientMoved
    | a.RecipientAdded
    | u.ShowRestored
)


_TAKEN = name_of(Recover)


class _Plan(Struct, frozen=True):
    """The plan as it was opened, where it lies on the clock."""

    agenda: Agenda
    places: Mapping[str, Place]
    people: Planned


def rearranged(entries: Sequence[e.Entry]) -> tuple[Change, ...]:
    """The changes that stood at the end of a record, oldest first."""
    known: dict[Key, Change] = {}
    state: State | None = None
    plan: _Plan | None = None
    moved: set[str] = set()
    for entry in entries:
        state = apply(state, entry)
        by_clock = sum((one.by for one in entry.events if isinstance(one, e.ClockCorrected)), NO_TIME)
        if by_clock:
            known = {key: replace(one, at=one.at + by_clock) for key, one in known.items()}
        if not any(isinstance(event, _CHANGING) for event in entry.events):
            continue
        here = {event.item_id for event in entry.events if isinstance(event, e.ItemMoved)}
        moved |= here
        if plan is None or plan.agenda is not state.plan:
            places = running_order(state.plan).places
            plan = _Plan(state.plan, places, planned_lists(places))
        known = {
            now.key: _kept(
                known.get(now.key), now, is_moved_again=now.item_id in here and isinstance(now.what, Moved)
            )
            for now in _standing(state, plan, moved, entry)
        }
    return tuple(sorted(known.values(), key=lambda change: change.at))


def _kept(before: Change | None, now: Change, *, is_moved_again: bool) -> Change:
    """The change as whoever made it so is known, at the item where it stands now."""
    if before is None or before.what != now.what or is_moved_again:
        return now
    return replace(before, item_id=now.item_id)


def _standing(state: State, plan: _Plan, moved: set[str], entry: e.Entry) -> Iterator[Change]:
    """What differs from the plan, as though `entry` had changed it all."""
    agent = _proposer(state, entry)
    for item_id, place in state.order.places.items():
        is_moved = item_id in moved and has_moved(state, item_id, plan.places)
        for what in _changes(state, place, plan, is_moved=is_moved):
            yield Change(entry.at, entry.by, item_id, what, entry.do == _TAKEN, agent)


def _proposer(state: State, entry: e.Entry) -> str:
    """Who proposed what the entry took; empty where nothing was taken that was proposed."""
    taken = {event.proposal_id for event in entry.events if isinstance(event, ProposalAnswered)}
    return next((one.who for one in state.proposals if one.proposal_id in taken), "")


def _changes(state: State, place: Place, plan: _Plan, *, is_moved: bool) -> Iterator[What]:
    run, planned = state.run(place.item.item_id), plan.places.get(place.item.item_id)
    award = tuple(of_award(state, place, planned, plan.people))
    if run.skipped:
        yield Skipped()
    if run.aside and place.item.item_id not in state.opened.aside:
        yield LaidAside()
    if planned is None:
        if not any(isinstance(what, SplitOff) for what in award):
            yield Inserted()
    else:
        if is_moved:
            yield Moved()
        yield from _written(state, place, planned, plan.places)
    yield from award


def _written(state: State, place: Place, planned: Place, places: Mapping[str, Place]) -> Iterator[What]:
    was, now = planned.written, place.written
    length, until = now.duration, now.until
    if (was.duration, was.until) != (length, until):
        length, until = with_split_off(state, now, places)
    if place.is_leaf and was.duration != length:
        yield Retimed(was.duration, length)
    if (was.fixed_start, was.until) != (now.fixed_start, until):
        yield Rescheduled(now.fixed_start, until)
    if was.by != now.by:
        yield GivenTo(was.by, now.by)


def has_moved(state: State, item_id: str, planned: Mapping[str, Place]) -> bool:
    """Whether it stands behind other siblings than in the plan, or in another session."""
    if item_id not in planned:
        return False
    here, there = siblings(state.agenda, item_id), siblings(state.plan, item_id)
    in_both = {item.item_id for item in here} & {item.item_id for item in there}
    at = state.order.places[item_id].session.session_id
    return at != planned[item_id].session.session_id or (
        _front(here, item_id) & in_both != _front(there, item_id) & in_both
    )


def _front(level: tuple[Item, ...], item_id: str) -> set[str]:
    """The siblings in front of the item."""
    ids = [item.item_id for item in level]
    return set(ids[: ids.index(item_id)])
