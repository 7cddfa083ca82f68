"""The rules of where items stand while the show runs: insert, take out again, move.

Nothing comes in front of what has begun, nor into a session that the hall has left: it would never be called.
Numbers never change, so the paper in the hall stays true: an inserted item is "4a".
"""

from __future__ import annotations

from datetime import timedelta
from itertools import count
from string import ascii_lowercase

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import AfterCue, Cue, Item, Session
from runofshow.core.amend import Siblings, siblings
from runofshow.core.amendments import LONGEST, all_done, has_begun, leaves_to_change, not_waiting, too_long
from runofshow.core.refusal import Reason, Refused
from runofshow.core.running_order import Place
from runofshow.core.session_events import ItemsTakenUp
from runofshow.core.state import State, passed_sessions
from runofshow.core.value import replace

Events = tuple[e.Event, ...]


def decide_insert(state: State, command: c.Insert) -> Events | Refused:
    """A new item behind one that runs or is to come, in front of one that is to come, or the first of all
    before the show."""
    if not command.title.strip():
        return Refused(Reason.EMPTY)
    if too_long((command.title, command.by)):
        return Refused(Reason.TOO_LONG)
    if not timedelta() < command.duration <= LONGEST:
        return Refused(Reason.BAD_LENGTH)
    if not command.kind.replace("_", "").isalpha() or len(command.kind) > 40:
        return Refused(Reason.BAD_KIND, command.kind[:40])
    named = command.before or command.after
    place = None if named is None else state.order.places.get(named)
    if named is not None and place is None:
        return Refused(Reason.UNKNOWN_ITEM, named)
    if place is None and state.started:
        return Refused(Reason.BAD_PLACE)
    if place is not None and command.before is not None and not _may_stand(state, place, place.item.item_id):
        return Refused(Reason.BAD_PLACE, place.item.item_id)
    is_behind = place is not None and command.before is None
    if is_behind and place is not None and all_done(state, place.item.parts or (place.item,)):
        return Refused(Reason.BAD_PLACE, place.item.item_id)
    follows = place if is_behind else _in_front_of(state, place)
    return (e.ItemInserted(_new(state, command, follows), command.after, command.before),)


def _new(state: State, command: c.Insert, follows: Place | None) -> Item:
    like = command.like or Item("", "", "", command.kind, command.duration)
    new = named_anew(like, free_id(state), free_number(state, follows))
    return replace(
        new,
        title=command.title.strip(),
        kind=command.kind,
        duration=command.duration,
        assumed=False,
        by=(command.by or "").strip() or None,
        parts=tuple(
            named_anew(part, f"{new.item_id}-{place}", f"{new.number}.{place}")
            for place, part in enumerate(like.parts, start=1)
        ),
    )


def named_anew(like: Item, item_id: str, number: str) -> Item:
    """`like` under another id and number, its cues under ids of its own."""
    # its hours follow from where it stands
    return replace(
        like,
        item_id=item_id,
        number=number,
        fixed_start=None,
        until=None,
        cues=tuple(_own(item_id, cue) for cue in like.cues),
        # and who is honoured is so once
        award=None if like.award is None else replace(like.award, recipients=(), apart=True),
    )


def _own(item_id: str, cue: Cue) -> Cue:
    def own(cue_id: str) -> str:
        return f"{item_id}.{cue_id.rpartition('.')[2]}"

    at = replace(cue.at, cue_id=own(cue.at.cue_id)) if isinstance(cue.at, AfterCue) else cue.at
    return replace(cue, cue_id=own(cue.cue_id), at=at)


def decide_remove(state: State, command: c.Remove) -> Events | Refused:
    """An inserted item taken out again while it is to come."""
    place = state.order.places.get(command.item_id)
    if place is None:
        return Refused(Reason.UNKNOWN_ITEM, command.item_id)
    # who stands on its list would be lost with it
    has_people = place.written.award is not None and place.written.award.recipients
    if not place.is_leaf or command.item_id in state.planned or has_people:
        return Refused(Reason.NOT_INSERTED, command.item_id)
    if has_begun(state, (place.item,)):
        return not_waiting(state, place.item)
    chosen = (e.NextChosen(None, command.item_id),) if state.chosen_id == command.item_id else ()
    # a heading without its last part would run itself
    is_last_part = place.parent is not None and len(place.parent.parts) == 1
    gone = place.parent if is_last_part and place.parent is not None else place.item
    return (*chosen, e.ItemRemoved(gone.item_id))


def decide_move(state: State, command: c.Move) -> Events | Refused:
    """Move what is wholly to come to where it is still called, in its session or in another one."""
    leaves = leaves_to_change(state, command.item_id)
    if isinstance(leaves, Refused):
        return leaves
    for leaf in leaves:
        if has_begun(state, (leaf,)):
            return not_waiting(state, leaf)
    level = siblings(state.agenda, command.item_id)
    ids = [item.item_id for item in level]
    at = ids.index(command.item_id)
    was_before = ids[at + 1] if at + 1 < len(ids) else None
    place = state.order.places[command.item_id]
    session = _session_of(state, command, place)
    is_away = session is not None and session.session_id != place.session.session_id
    is_still = command.before in (command.item_id, None if is_away else was_before)
    if session is None or (is_still and not (is_away and command.before is None)):
        return Refused(Reason.BAD_PLACE, command.item_id)
    # a session without a single item has no hour of its own to go by
    if is_away and (place.parent is not None or len(level) == 1):
        return Refused(Reason.BAD_PLACE, command.item_id)
    target = session.items if is_away or place.parent is None else level
    if not _stands_open(state, session, target, command.before):
        return Refused(Reason.BAD_PLACE, command.item_id)
    named = command.session_id if command.before is None and is_away else None
    aside = tuple(leaf.item_id for leaf in leaves if state.run(leaf.item_id).aside)
    taken_up = (ItemsTakenUp(aside),) if aside and is_away else ()
    return (*taken_up, e.ItemMoved(command.item_id, command.before, was_before, named))


def _session_of(state: State, command: c.Move, place: Place) -> Session | None:
    """The session into which it moves; None where the order names none that there is."""
    if command.before is not None:
        other = state.order.places.get(command.before)
        same_heading = other is not None and (other.parent and other.parent.item_id) == (
            place.parent and place.parent.item_id
        )
        if other is None or not same_heading:
            return None
        return other.session if command.session_id in (None, other.session.session_id) else None
    wanted = command.session_id or place.session.session_id
    return next((one for one in state.agenda.sessions if one.session_id == wanted), None)


def _may_stand(state: State, place: Place, before: str) -> bool:
    level = place.parent.parts if place.parent is not None else place.session.items
    return _stands_open(state, place.session, level, before)


def _stands_open(state: State, session: Session, level: Siblings, before: str | None) -> bool:
    """Whether the session is not over, and nothing that stands behind this place on its level has begun."""
    ids = [item.item_id for item in level]
    behind = () if before is None else level[ids.index(before) :]
    is_over = session.session_id in passed_sessions(state)
    return not is_over and not any(has_begun(state, item.parts or (item,)) for item in behind)


def _in_front_of(state: State, place: Place | None) -> Place | None:
    """What stands in front of a place on its level; None for the first."""
    if place is None:
        return None
    level = siblings(state.agenda, place.item.item_id)
    at = [item.item_id for item in level].index(place.item.item_id)
    return state.order.places[level[at - 1].item_id] if at else None


def free_id(state: State) -> str:
    """An id that no item has or ever had a record under."""
    had = {*state.order.places, *state.runs, *(cue_id.partition(".")[0] for cue_id in state.cues)}
    # a part is x1-1
    stems = {each.partition("-")[0] for each in had}
    return next(free for number in count(1) if (free := f"x{number}") not in stems)


def free_number(state: State, after: Place | None) -> str:
    """The first free of "4a", "4b" ... "4z", "4aa", "4bb" ... behind "4" or "4a"; of "aa" ... behind "a"."""
    number = "0" if after is None else after.item.number
    stem = number.rstrip(ascii_lowercase) or number
    taken = {place.item.number for place in state.order.rows}
    endings = (letter * times for times in count(1) for letter in ascii_lowercase)
    return next(stem + ending for ending in endings if stem + ending not in taken)
