"""The rules of running an award round: its steps, who is absent or represented, who stands in which batch.

What has been handed over stays so: a batch that has ended is not changed any more, but that who was absent
from it can still come in a later one. The step of a batch is called like an item, so that one key does it,
and its cues go by the same call.

A list is written at a batch, or at its heading for a part that has none; an order that names the part means
the list that holds for it. A list that was emptied in the show is still one: nobody is called twice for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from typing import assert_never

from runofshow.core import award_events as a
from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Award, OnStep, Recipient, Step
from runofshow.core.amendments import all_done, not_waiting, too_long
from runofshow.core.attendance import is_here
from runofshow.core.awarding import listed_at, listing_of, own_list
from runofshow.core.carrying import hung_on
from runofshow.core.honours import form_of, rank_of
from runofshow.core.people import HONOURED
from runofshow.core.placing import free_id, free_number, named_anew
from runofshow.core.refusal import Reason, Refused
from runofshow.core.rounds import is_batch, step_of, steps_of, whole_round
from runofshow.core.running_order import Place
from runofshow.core.sound_calls import kept_anthem
from runofshow.core.state import State
from runofshow.core.value import replace

Events = tuple[e.Event, ...]


def decide_step(state: State, command: c.NextStep, now: datetime) -> Events | Refused | None:
    """The next step of the running batch, or the one that is named; None behind the last, and where no batch
    runs: then what comes next is to be called."""
    place = state.current
    if place is None or not is_batch(place.item):
        return None if command.step is None else Refused(Reason.NOT_A_BATCH)
    steps, stands_at = steps_of(state, place), step_of(state, place)
    at, step = steps.index(stands_at), command.step
    if step is None:
        if at + 1 == len(steps):
            return None
        step = steps[at + 1]
    if step not in steps:
        return Refused(Reason.NO_STEP)
    if step is stands_at:
        return Refused(Reason.EMPTY)
    with_it = [] if steps.index(step) < at else list(_cues_with(state, place, step))
    for cue_id in with_it:
        if (refused := kept_anthem(state, cue_id, command.sure)) is not None:
            return refused
    begun = a.StepBegun(place.item.item_id, step, now)
    return (begun, *(e.CueGone(cue_id, now) for cue_id in with_it))


def step_with(state: State, cue_id: str, now: datetime) -> Events:
    """The step that begins with a cue that hangs on it, when that is called by itself."""
    place, cue = state.current, state.order.cues[cue_id][0]
    if place is None or not isinstance(cue.at, OnStep) or not is_batch(place.item):
        return ()
    if cue not in hung_on(state, place):
        return ()
    steps, stands_at = steps_of(state, place), step_of(state, place)
    if cue.at.step not in steps or steps.index(cue.at.step) <= steps.index(stands_at):
        return ()
    return (a.StepBegun(place.item.item_id, cue.at.step, now),)


def begins_with(state: State, place: Place, now: datetime, sure: bool) -> Events | Refused:
    """What hangs on the first step of a batch, which begins as the batch does."""
    if not is_batch(place.item):
        return ()
    with_it = list(_cues_with(state, place, steps_of(state, place)[0]))
    for cue_id in with_it:
        if (refused := kept_anthem(state, cue_id, sure)) is not None:
            return refused
    return tuple(e.CueGone(cue_id, now) for cue_id in with_it)


def _cues_with(state: State, place: Place, step: Step) -> Iterator[str]:
    for cue in hung_on(state, place):
        if isinstance(cue.at, OnStep) and cue.at.step is step and state.cue(cue.cue_id).outcome is None:
            yield cue.cue_id


def decide_list(
    state: State,
    command: c.ChangeRecipient | c.MoveRecipient | c.AddRecipient | c.SplitBatch | c.TakeOutMissing,
) -> Events | Refused:
    """A change of who is on which list."""
    match command:
        case c.ChangeRecipient():
            return _change(state, command)
        case c.MoveRecipient():
            return _move(state, command)
        case c.AddRecipient():
            return _add(state, command)
        case c.SplitBatch():
            return _split(state, command)
        case c.TakeOutMissing():
            return _take_out_missing(state, command)
    assert_never(command)


def _change(state: State, command: c.ChangeRecipient) -> Events | Refused:
    found = _found(state, command.recipient_id)
    if isinstance(found, Refused):
        return found
    item_id, was = found
    if (refused := _closed(state, item_id)) is not None:
        return refused
    if command.name is not None and not command.name.strip():
        return Refused(Reason.EMPTY, was.recipient_id)
    texts = (command.proxy, command.name, command.unit, command.address, command.said, command.note)
    if too_long(texts):
        return Refused(Reason.TOO_LONG, was.recipient_id)
    proxy = was.proxy if command.proxy is None else (command.proxy.strip() or None)
    is_absent = was.absent if command.absent is None else command.absent
    changed = replace(
        was,
        name=was.name if command.name is None else command.name.strip(),
        unit=was.unit if command.unit is None else command.unit.strip(),
        address=was.address if command.address is None else command.address.strip(),
        said=was.said if command.said is None else command.said.strip(),
        note=was.note if command.note is None else command.note.strip(),
        # who is represented is not absent, and who is absent sends nobody
        proxy=None if command.absent else proxy,
        absent=is_absent and not (command.proxy or "").strip(),
    )
    return (
        Refused(Reason.EMPTY, was.recipient_id)
        if changed == was
        else (a.RecipientChanged(item_id, changed, was),)
    )


def _move(state: State, command: c.MoveRecipient) -> Events | Refused:
    found = _found(state, command.recipient_id)
    if isinstance(found, Refused):
        return found
    item_id, one = found
    if not one.absent and (refused := _closed(state, item_id)) is not None:
        return refused
    to_id = _next_batch(state, item_id) if command.to is None else listing_of(state, command.to)
    if to_id is None:
        return Refused(Reason.NO_LATER_BATCH, one.recipient_id)
    if (refused := _closed(state, to_id) or _left_out(state, to_id)) is not None:
        return refused
    ids = [each.recipient_id for each in own_list(state, to_id)]
    if command.before is not None and command.before not in ids:
        return Refused(Reason.UNKNOWN_RECIPIENT, command.before)
    moved = a.RecipientMoved(one.recipient_id, item_id, to_id, command.before)
    if to_id == item_id:
        at = ids.index(one.recipient_id)
        follows = ids[at + 1] if at + 1 < len(ids) else None
        is_still = command.before in (one.recipient_id, follows)
        return Refused(Reason.EMPTY, one.recipient_id) if is_still else (moved,)
    # who is put elsewhere is expected there
    comes = (a.RecipientChanged(to_id, replace(one, absent=False), one),) if one.absent else ()
    return (moved, *comes)


def _add(state: State, command: c.AddRecipient) -> Events | Refused:
    item_id = listing_of(state, command.item_id)
    if (refused := _closed(state, item_id) or _left_out(state, item_id)) is not None:
        return refused
    name, unit = command.name.strip(), command.unit.strip()
    if not name:
        return Refused(Reason.EMPTY)
    if too_long((name, unit)):
        return Refused(Reason.TOO_LONG)
    ids = {one.recipient_id for one in own_list(state, item_id)}
    if command.before is not None and command.before not in ids:
        return Refused(Reason.UNKNOWN_RECIPIENT, command.before)
    return (a.RecipientAdded(item_id, Recipient(_free_recipient_id(state), name, unit), command.before),)


def _split(state: State, command: c.SplitBatch) -> Events | Refused:
    if (refused := _closed(state, command.item_id)) is not None:
        return refused
    place = state.order.places[command.item_id]
    if not place.is_leaf:
        return Refused(Reason.IS_HEADING, command.item_id)
    listed = own_list(state, command.item_id)
    ids = [one.recipient_id for one in listed]
    if command.at not in ids:
        return Refused(Reason.UNKNOWN_RECIPIENT, command.at)
    at = ids.index(command.at)
    if at == 0:
        return Refused(Reason.EMPTY, command.at)
    was = place.written
    award = was.award or Award()
    kept = replace(
        was,
        award=replace(award, recipients=listed[:at]),
        duration=_whole(was.duration * at / len(listed)),
        # what the batch lasts to, the last of it does
        until=None,
    )
    rest = replace(
        named_anew(was, free_id(state), free_number(state, place)),
        award=replace(award, recipients=listed[at:]),
        duration=_whole(was.duration - kept.duration),
        until=was.until,
    )
    return (e.ItemEdited(kept, was), e.ItemInserted(rest, was.item_id))


def _take_out_missing(state: State, command: c.TakeOutMissing) -> Events | Refused:
    item_id = listing_of(state, command.item_id)
    if (refused := _closed(state, item_id)) is not None:
        return refused
    missing = (
        one
        for one in own_list(state, item_id)
        if not one.absent and is_here(state, HONOURED + one.recipient_id) is False
    )
    # as who is marked by themselves: an absent one sends nobody
    taken = tuple(a.RecipientChanged(item_id, replace(one, absent=True, proxy=None), one) for one in missing)
    return taken or Refused(Reason.EMPTY, item_id)


def _whole(length: timedelta) -> timedelta:
    """To the second, and never nothing."""
    return timedelta(seconds=max(round(length.total_seconds()), 1))


def _found(state: State, recipient_id: str) -> tuple[str, Recipient] | Refused:
    """The item that lists somebody, and what it says of them."""
    item_id = listed_at(state, recipient_id)
    if item_id is None:
        return Refused(Reason.UNKNOWN_RECIPIENT, recipient_id)
    return item_id, next(one for one in own_list(state, item_id) if one.recipient_id == recipient_id)


def _closed(state: State, item_id: str) -> Refused | None:
    """Why the list of an item cannot be changed."""
    place = state.order.places.get(item_id)
    if place is None:
        return Refused(Reason.UNKNOWN_ITEM, item_id)
    if not is_batch(place.item):
        return Refused(Reason.NOT_A_BATCH, item_id)
    if not place.is_leaf and not own_list(state, item_id):
        # a list here would be nobody's
        return Refused(Reason.IS_HEADING, item_id)
    return Refused(Reason.ITEM_DONE, item_id) if all_done(state, place.item.parts or (place.item,)) else None


def _left_out(state: State, item_id: str) -> Refused | None:
    """Why nobody is put in a batch: it is skipped, so they would not be called."""
    item = state.order.places[item_id].item
    is_out = all(state.is_skipped(leaf.item_id) for leaf in item.parts or (item,))
    return not_waiting(state, (item.parts or (item,))[0]) if is_out else None


def _next_batch(state: State, item_id: str) -> str | None:
    """The batch of the same round that comes behind an item and has not begun, and hands over no other form:
    nobody takes a lesser award home for having come late."""
    places = {place.item.item_id: place for place in whole_round(state, state.order.places[item_id])}
    batches = list(places)
    behind = batches[batches.index(item_id) + 1 :] if item_id in places else []
    mine = _rank(places[item_id]) if behind else None
    same = (batch for batch in behind if mine is None or _rank(places[batch]) in (None, mine))
    return next((batch for batch in same if state.is_upcoming(batch)), None)


def _rank(place: Place) -> int | None:
    """The place of what a batch hands over among all forms; None where nothing tells it."""
    return rank_of(form_of(place.item.award or Award(), place.item.title) or "")


def _free_recipient_id(state: State) -> str:
    # an id that was taken back may still be one of whom somebody has seen
    taken = {*state.order.lists.where, *(person.removeprefix(HONOURED) for person in state.seen)}
    return next(free for number in count(1) if (free := f"added-{number}") not in taken)
