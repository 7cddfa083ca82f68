"""The rules of changing what an item says while the show runs, and of skipping it. Where it stands is judged
in placing.py, its cues in cue_amendments.py.

What is done stays as it was done; what is to come can be changed; the running item can be reworded and
given time. Numbers never change, so the paper in the hall stays true: an inserted item is "4a".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Literal

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Award, Item
from runofshow.core.amend import with_item
from runofshow.core.forecast import length_of, start_of
from runofshow.core.record import StoodDown
from runofshow.core.refusal import Reason, Refused
from runofshow.core.running_order import Place, running_order
from runofshow.core.session_events import ItemsTakenUp
from runofshow.core.state import State, amended, item_of, passed_sessions, plan_start
from runofshow.core.stepping_back import within_a_day
from runofshow.core.value import replace

TITLE_LIMIT = 500
WORDS_LIMIT = 10_000
"""In characters, as the agenda file has them."""

LONGEST = timedelta(hours=24)

Events = tuple[e.Event, ...]


def decide_skip(state: State, command: c.Skip, now: datetime) -> Events | Refused:
    """Skip a leaf, or every part of a heading that is still to come."""
    leaves = leaves_to_change(state, command.item_id)
    if isinstance(leaves, Refused):
        return leaves
    waiting = [leaf for leaf in leaves if state.is_upcoming(leaf.item_id)]
    if not waiting:
        return not_waiting(state, leaves[0])
    if any(leaf.protected for leaf in waiting) and not command.sure:
        return Refused(Reason.PROTECTED, command.item_id)
    events: list[e.Event] = []
    for leaf in waiting:
        events += (
            e.CueStoodDown(cue.cue_id, now) for cue in leaf.cues if state.cue(cue.cue_id).outcome is None
        )
        events.append(e.ItemSkipped(leaf.item_id))
        if state.chosen_id == leaf.item_id:
            events.append(e.NextChosen(None, leaf.item_id))
    return tuple(events)


def decide_unskip(state: State, command: c.Unskip) -> Events | Refused:
    """Take a leaf that is skipped or laid aside, or such parts of a heading, back into the show."""
    leaves = leaves_to_change(state, command.item_id)
    if isinstance(leaves, Refused):
        return leaves
    skipped = [leaf for leaf in leaves if state.run(leaf.item_id).skipped]
    aside = tuple(leaf.item_id for leaf in leaves if state.run(leaf.item_id).aside)
    if not skipped and not aside:
        return Refused(Reason.NOT_SKIPPED, command.item_id)
    if aside and state.order.places[command.item_id].session.session_id in passed_sessions(state):
        return Refused(Reason.SESSION_OVER, command.item_id)
    events: list[e.Event] = [ItemsTakenUp(aside)] if aside else []
    for leaf in skipped:
        events.append(e.ItemUnskipped(leaf.item_id))
        for cue in leaf.cues:
            outcome = state.cue(cue.cue_id).outcome
            if isinstance(outcome, StoodDown):
                events.append(e.CueRecalled(cue.cue_id, e.CueStoodDown(cue.cue_id, outcome.at)))
    return tuple(events)


def decide_edit(state: State, command: c.Edit, now: datetime) -> Events | Refused:
    """Reword an item, name its speaker, or give it another length.

    What ends at an hour gets another hour: so long after its start, actual or expected.
    """
    place = state.order.places.get(command.item_id)
    if place is None:
        return Refused(Reason.UNKNOWN_ITEM, command.item_id)
    command = _of_the_plan(state, command, now)
    item, until = place.written, place.written.until
    if command.duration is not None:
        refusal = _wrong_length(state, place, command.duration)
        if refusal is not None:
            return refusal
        start = None if place.item.until is None else start_of(state, command.item_id, now)
        until = until if start is None else start + command.duration
    if command.title is not None and not command.title.strip():
        return Refused(Reason.EMPTY, command.item_id)
    if too_long((command.title, command.by, command.presenter), (command.mc, command.notes)):
        return Refused(Reason.TOO_LONG, command.item_id)
    refusal = _wrong_hours(state, place, command)
    if refusal is not None:
        return refusal
    edited = replace(
        item,
        title=item.title if command.title is None else command.title.strip(),
        by=item.by if command.by is None else (command.by.strip() or None),
        duration=item.duration if command.duration is None else command.duration,
        assumed=item.assumed and command.duration is None,
        mc=item.mc if command.mc is None else command.mc,
        mc_assumed=item.mc_assumed and command.mc is None,
        notes=item.notes if command.notes is None else command.notes,
        fixed_start=_hour(command.start, item.fixed_start),
        until=_hour(command.until, until),
        award=item.award if command.presenter is None else _presented(item.award, command.presenter),
        protected=item.protected if command.protected is None else command.protected,
    )
    if edited == item:
        return Refused(Reason.EMPTY, command.item_id)
    if _shortens_protected(state, place, edited, now):
        return Refused(Reason.PROTECTED, command.item_id)
    return (e.ItemEdited(edited, item),)


def decide_add_time(state: State, command: c.AddTime, now: datetime) -> Events | Refused:
    """More time for an item that is not over, or less; a protected one never lasts less than its plan."""
    by, item_id = command.by, command.item_id or state.current_id
    if item_id is None:
        return Refused(Reason.NOT_STARTED)
    item = item_of(state, item_id)
    if item is None:
        return Refused(Reason.UNKNOWN_ITEM, item_id)
    if item.parts:
        return Refused(Reason.IS_HEADING, item_id)
    run = state.run(item_id)
    if run.ended_at is not None:
        return Refused(Reason.ITEM_DONE, item_id)
    if not by or not within_a_day(by):
        return Refused(Reason.BAD_LENGTH, item_id)
    added = run.added + by
    if (
        by < timedelta()
        and item.protected
        and length_of(state, item, now) + added < shortest(state, item, now)
    ):
        return Refused(Reason.PROTECTED, item_id)
    if not within_a_day(added) or length_of(state, item, now) + added < timedelta():
        return Refused(Reason.BAD_LENGTH, item_id)
    return (e.TimeAdded(item_id, by),)


def leaves_to_change(state: State, item_id: str) -> tuple[Item, ...] | Refused:
    """The leaves of an item or heading; refused where there is none of this id."""
    place = state.order.places.get(item_id)
    if place is None:
        return Refused(Reason.UNKNOWN_ITEM, item_id)
    return tuple(state.order.places[leaf.item_id].item for leaf in place.item.parts or (place.item,))


def has_begun(state: State, leaves: tuple[Item, ...]) -> bool:
    """Whether any of these has started."""
    return any(state.run(leaf.item_id).started_at is not None for leaf in leaves)


def all_done(state: State, leaves: tuple[Item, ...]) -> bool:
    """Whether each of these has ended."""
    return all(state.run(leaf.item_id).ended_at is not None for leaf in leaves)


def not_waiting(state: State, leaf: Item) -> Refused:
    """Why this leaf is not one that is still to come."""
    run = state.run(leaf.item_id)
    if run.ended_at is not None:
        return Refused(Reason.ITEM_DONE, leaf.item_id)
    if run.started_at is not None:
        return Refused(Reason.ITEM_RUNNING, leaf.item_id)
    return Refused(Reason.ITEM_ASIDE if run.aside else Reason.ITEM_SKIPPED, leaf.item_id)


def _wrong_length(state: State, place: Place, duration: timedelta) -> Refused | None:
    item = place.item
    if not place.is_leaf:
        return Refused(Reason.IS_HEADING, item.item_id)
    if state.run(item.item_id).ended_at is not None:
        return Refused(Reason.ITEM_DONE, item.item_id)
    if not timedelta() < duration <= LONGEST or duration + state.run(item.item_id).added < timedelta():
        return Refused(Reason.BAD_LENGTH, item.item_id)
    return None


def _shortens_protected(state: State, place: Place, edited: Item, now: datetime) -> bool:
    """Whether a protected leaf would last less than it does, and less than its plan, were its item so: by
    another length, or by an hour that is given, moved or taken away, its own or its heading's."""
    after = amended(state, with_item(state.agenda, edited))
    for part in place.item.parts or (place.item,):
        run, leaf = state.run(part.item_id), state.order.places[part.item_id].item
        if not leaf.protected or run.ended_at is not None:
            continue
        length = length_of(after, after.order.places[part.item_id].item, now)
        if length < length_of(state, leaf, now) and length + run.added < shortest(state, leaf, now):
            return True
    return False


def shortest(state: State, item: Item, now: datetime) -> timedelta:
    """What a protected item never goes below: its length in the plan as it was opened, or as it came in."""
    planned = running_order(state.plan).places.get(item.item_id)
    return length_of(state, item if planned is None else planned.item, now)


def _hour(given: datetime | Literal[""] | None, was: datetime | None) -> datetime | None:
    return was if given is None else given or None


def _presented(award: Award | None, presenter: str) -> Award | None:
    name = presenter.strip() or None
    if award is None:
        return None if name is None else Award(presenter=name)
    return replace(award, presenter=name)


def _of_the_plan(state: State, command: c.Edit, now: datetime) -> c.Edit:
    """The order with hours that the plan can hold. One that floats is pictured as though it began now, and
    its hours are given so."""
    if not state.floating:
        return command
    by = now - plan_start(state)
    start, until = (at and at - by for at in (command.start, command.until))
    return replace(command, start=start, until=until)


def _wrong_hours(state: State, place: Place, command: c.Edit) -> Refused | None:
    """Why the item cannot have these hours: it is past them, or they are no hours of its session."""
    item = place.item
    if command.start is None and command.until is None:
        return None
    leaves = item.parts or (item,)
    if all_done(state, leaves):
        return Refused(Reason.ITEM_DONE, item.item_id)
    began = state.run(leaves[0].item_id).started_at
    if command.start is not None and began is not None:
        return Refused(Reason.ITEM_RUNNING, item.item_id)
    start, until = _hour(command.start, item.fixed_start), _hour(command.until, item.until)
    begins = began or start or place.session.start_at
    if any(abs(at - place.session.start_at) > LONGEST for at in (command.start, command.until) if at):
        return Refused(Reason.BAD_LENGTH, item.item_id)
    if until is not None and until <= begins:
        return Refused(Reason.BAD_LENGTH, item.item_id)
    return None


def too_long(short: Iterable[str | None], long: Iterable[str | None] = ()) -> bool:
    """Whether a title or a name, or one of the long texts, is more than an agenda file may hold."""
    return any(len(text or "") > TITLE_LIMIT for text in short) or any(
        len(text or "") > WORDS_LIMIT for text in long
    )
