"""The rules of changing the running order while the show runs: skip, move, edit, insert, edit a cue.

What is done stays as it was done; what is to come can be changed; the running item can be reworded and
given time. Numbers never change, so the paper in the hall stays true: an inserted item is "4a".
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from string import ascii_lowercase

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Action, AfterCue, Cue, Item
from runofshow.core.amend import siblings
from runofshow.core.forecast import length_of, start_of
from runofshow.core.record import Gone, StoodDown
from runofshow.core.refusal import Reason, Refused
from runofshow.core.running_order import Place, running_order
from runofshow.core.session_events import ItemsTakenUp
from runofshow.core.state import State, passed_sessions

TITLE_LIMIT = 500
WORDS_LIMIT = 10_000
"""In characters, as the agenda file has them."""

LONGEST = timedelta(hours=24)

Events = tuple[e.Event, ...]


def decide_skip(state: State, command: c.Skip, now: datetime) -> Events | Refused:
    """Skip a leaf, or every part of a heading that is still to come."""
    leaves = _leaves_to_change(state, command.item_id)
    if isinstance(leaves, Refused):
        return leaves
    waiting = [leaf for leaf in leaves if state.is_upcoming(leaf.item_id)]
    if not waiting:
        return _not_waiting(state, leaves[0])
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
    leaves = _leaves_to_change(state, command.item_id)
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


def decide_move(state: State, command: c.Move) -> Events | Refused:
    """Move what is wholly to come among its siblings, never in front of what has begun."""
    leaves = _leaves_to_change(state, command.item_id)
    if isinstance(leaves, Refused):
        return leaves
    for leaf in leaves:
        if _has_begun(state, (leaf,)):
            return _not_waiting(state, leaf)
    level = siblings(state.agenda, command.item_id)
    ids = [item.item_id for item in level]
    at = ids.index(command.item_id)
    was_before = ids[at + 1] if at + 1 < len(ids) else None
    if command.before in (command.item_id, was_before) or (
        command.before is not None and command.before not in ids
    ):
        return Refused(Reason.BAD_PLACE, command.item_id)
    behind = () if command.before is None else level[ids.index(command.before) :]
    if any(_has_begun(state, item.parts or (item,)) for item in behind):
        return Refused(Reason.BAD_PLACE, command.item_id)
    return (e.ItemMoved(command.item_id, command.before, was_before),)


def decide_edit(state: State, command: c.Edit, now: datetime) -> Events | Refused:
    """Reword an item, name its speaker, or give it another length.

    What ends at an hour gets another hour: so long after its start, actual or expected.
    """
    place = state.order.places.get(command.item_id)
    if place is None:
        return Refused(Reason.UNKNOWN_ITEM, command.item_id)
    item, until = place.written, place.written.until
    if command.duration is not None:
        refusal = _wrong_length(state, place, command.duration, now)
        if refusal is not None:
            return refusal
        start = None if place.item.until is None else start_of(state, command.item_id, now)
        until = until if start is None else start + command.duration
    if command.title is not None and not command.title.strip():
        return Refused(Reason.EMPTY, command.item_id)
    if _too_long(command.title, command.by, command.mc, command.notes):
        return Refused(Reason.TOO_LONG, command.item_id)
    edited = replace(
        item,
        title=item.title if command.title is None else command.title.strip(),
        by=item.by if command.by is None else (command.by.strip() or None),
        duration=item.duration if command.duration is None else command.duration,
        assumed=item.assumed and command.duration is None,
        until=until,
        mc=item.mc if command.mc is None else command.mc,
        mc_assumed=item.mc_assumed and command.mc is None,
        notes=item.notes if command.notes is None else command.notes,
    )
    return (e.ItemEdited(edited, item),) if edited != item else Refused(Reason.EMPTY, command.item_id)


def decide_edit_cue(state: State, command: c.EditCue) -> Events | Refused:
    """Reword or move a cue that has not gone yet. What is changed is no longer assumed."""
    known = state.order.cues.get(command.cue_id)
    if known is None:
        return Refused(Reason.UNKNOWN_CUE, command.cue_id)
    cue, place = known
    if isinstance(state.cue(command.cue_id).outcome, Gone):
        return Refused(Reason.CUE_OVER, command.cue_id)
    if command.text is not None and not command.text.strip():
        return Refused(Reason.EMPTY, command.cue_id)
    if _too_long(command.text, None, None, None):
        return Refused(Reason.TOO_LONG, command.cue_id)
    if isinstance(command.at, AfterCue):
        refusal = _unfollowable(state, cue, place, command.at.cue_id)
        if refusal is not None:
            return refusal
    changed = replace(
        cue,
        text=cue.text if command.text is None else command.text.strip(),
        at=cue.at if command.at is None else command.at,
        go=cue.go if command.go is None else command.go,
        assumed=False,
    )
    if changed == replace(cue, assumed=False):
        return Refused(Reason.EMPTY, command.cue_id)
    cues = tuple(changed if other is cue else other for other in place.written.cues)
    return (e.ItemEdited(replace(place.written, cues=cues), place.written),)


def _unfollowable(state: State, cue: Cue, place: Place, followed_id: str) -> Refused | None:
    """Why `cue` cannot come after the track of that cue."""
    if followed_id not in state.order.cues:
        return Refused(Reason.UNKNOWN_CUE, followed_id)
    followed, written_at = state.order.cues[followed_id]
    if written_at.item.item_id != place.item.item_id or followed.do is not Action.PLAY:
        return Refused(Reason.BAD_FOLLOW, followed_id)
    return Refused(Reason.BAD_FOLLOW, followed_id) if cue.cue_id in _led_by(state, followed_id) else None


def _led_by(state: State, cue_id: str) -> set[str]:
    """The cue, the one that it follows, the one that this one follows, and so on."""
    led: set[str] = set()
    while cue_id in state.order.cues and cue_id not in led:
        led.add(cue_id)
        at = state.order.cues[cue_id][0].at
        cue_id = at.cue_id if isinstance(at, AfterCue) else ""
    return led


def decide_insert(state: State, command: c.Insert) -> Events | Refused:
    """A new item behind one that runs or is to come; first only before the show."""
    if not command.title.strip():
        return Refused(Reason.EMPTY)
    if _too_long(command.title, command.by, None, None):
        return Refused(Reason.TOO_LONG)
    if not timedelta() < command.duration <= LONGEST:
        return Refused(Reason.BAD_LENGTH)
    if not command.kind.replace("_", "").isalpha() or len(command.kind) > 40:
        return Refused(Reason.BAD_KIND, command.kind[:40])
    place = None if command.after is None else state.order.places.get(command.after)
    if command.after is not None and place is None:
        return Refused(Reason.UNKNOWN_ITEM, command.after)
    if place is None and state.started:
        return Refused(Reason.BAD_PLACE)
    if place is not None and _all_done(state, place.item.parts or (place.item,)):
        return Refused(Reason.BAD_PLACE, place.item.item_id)
    item = Item(
        item_id=_free_id(state),
        number=_free_number(state, place),
        title=command.title.strip(),
        kind=command.kind,
        duration=command.duration,
        by=(command.by or "").strip() or None,
    )
    return (e.ItemInserted(item, command.after),)


def _leaves_to_change(state: State, item_id: str) -> tuple[Item, ...] | Refused:
    place = state.order.places.get(item_id)
    if place is None:
        return Refused(Reason.UNKNOWN_ITEM, item_id)
    return tuple(state.order.places[leaf.item_id].item for leaf in place.item.parts or (place.item,))


def _has_begun(state: State, leaves: tuple[Item, ...]) -> bool:
    return any(state.run(leaf.item_id).started_at is not None for leaf in leaves)


def _all_done(state: State, leaves: tuple[Item, ...]) -> bool:
    return all(state.run(leaf.item_id).ended_at is not None for leaf in leaves)


def _not_waiting(state: State, leaf: Item) -> Refused:
    run = state.run(leaf.item_id)
    if run.ended_at is not None:
        return Refused(Reason.ITEM_DONE, leaf.item_id)
    if run.started_at is not None:
        return Refused(Reason.ITEM_RUNNING, leaf.item_id)
    return Refused(Reason.ITEM_ASIDE if run.aside else Reason.ITEM_SKIPPED, leaf.item_id)


def _wrong_length(state: State, place: Place, duration: timedelta, now: datetime) -> Refused | None:
    item = place.item
    if not place.is_leaf:
        return Refused(Reason.IS_HEADING, item.item_id)
    if state.run(item.item_id).ended_at is not None:
        return Refused(Reason.ITEM_DONE, item.item_id)
    if not timedelta() < duration <= LONGEST or duration + state.run(item.item_id).added < timedelta():
        return Refused(Reason.BAD_LENGTH, item.item_id)
    if item.protected and duration + state.run(item.item_id).added < shortest(state, item, now):
        return Refused(Reason.PROTECTED, item.item_id)
    return None


def shortest(state: State, item: Item, now: datetime) -> timedelta:
    """What a protected item never goes below: its length in the plan as it was opened, or as it came in."""
    planned = running_order(state.plan).places.get(item.item_id)
    return length_of(state, item if planned is None else planned.item, now)


def _too_long(title: str | None, by: str | None, mc: str | None, notes: str | None) -> bool:
    short, long = (title, by), (mc, notes)
    return any(len(text or "") > TITLE_LIMIT for text in short) or any(
        len(text or "") > WORDS_LIMIT for text in long
    )


def _free_id(state: State) -> str:
    return next(free for number in count(1) if (free := f"x{number}") not in state.order.places)


def _free_number(state: State, after: Place | None) -> str:
    """The first free of "4a", "4b" ... "4z", "4aa", "4bb" ... behind "4" or "4a"; of "aa" ... behind "a"."""
    number = "0" if after is None else after.item.number
    stem = number.rstrip(ascii_lowercase) or number
    taken = {place.item.number for place in state.order.rows}
    endings = (letter * times for times in count(1) for letter in ascii_lowercase)
    return next(stem + ending for ending in endings if stem + ending not in taken)
