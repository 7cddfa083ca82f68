"""The rules of a jump: what comes next out of order, and what becomes of a session that is left by it."""

from __future__ import annotations

from runofshow.core import events as e
from runofshow.core.commands import Mode
from runofshow.core.refusal import Reason, Refused, Rest
from runofshow.core.session_events import ItemsLaidAside, ItemsTakenUp
from runofshow.core.state import State, left_behind
from runofshow.core.stepping_back import once_more

Events = tuple[e.Event, ...]


def decide_jump(state: State, item_id: str, rest: Rest | None) -> Events | Refused:
    """The leaf, or the first of a heading that can still come, is the next one.

    Into a later session, `rest` says whether what is left before that is laid aside. In a rehearsal what is
    over comes once more.
    """
    place = state.order.places.get(item_id)
    if place is None:
        return Refused(Reason.UNKNOWN_ITEM, item_id)
    leaf_id = item_id
    if not place.is_leaf:
        parts = [part.item_id for part in place.item.parts]
        waiting = [part_id for part_id in parts if state.is_upcoming(part_id)]
        outside = [part_id for part_id in parts if state.run(part_id).aside]
        leaf_id = (waiting or outside or parts)[0]
    run = state.run(leaf_id)
    if run.ended_at is not None and state.opened.mode is Mode.REHEARSAL:
        return once_more(state, leaf_id)
    if run.ended_at is not None:
        return Refused(Reason.ITEM_DONE, item_id)
    if run.started_at is not None:
        return Refused(Reason.ITEM_RUNNING, item_id)
    if run.skipped:
        return Refused(Reason.ITEM_SKIPPED, item_id)
    left = left_behind(state, leaf_id)
    if left and rest is None:
        return Refused(Reason.REST, item_id)
    aside: Events = (ItemsLaidAside(left),) if left and rest is Rest.ASIDE else ()
    taken_up: Events = (ItemsTakenUp((leaf_id,)),) if run.aside else ()
    return (*aside, *taken_up, e.NextChosen(leaf_id, state.chosen_id))
