"""A state with an image put back, and the image of what is otherwise between two states.

The two are each other's measure: `restored(now, image_of(now, wanted))` is `wanted` in every field that undo
puts back (see image.py), and `now` in all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TypeVar

from runofshow.core.agenda import Agenda
from runofshow.core.amend import shifted
from runofshow.core.image import ALONE, Image
from runofshow.core.record import FRESH_CUE, FRESH_RUN, Gone
from runofshow.core.sound import FadeOrder, PlayOrder
from runofshow.core.sounding import RECALL_FADE, called, cue_called, order_of
from runofshow.core.state import State, amended, plan_moved, turned
from runofshow.core.value import replace

Record = TypeVar("Record")


def image_of(state: State, wanted: State) -> Image:
    """What makes `wanted` of `state`."""
    starts_at = _starts_at(wanted)
    return Image(
        **{name: getattr(wanted, name) for name in ALONE},
        starts_at=starts_at,
        runs=_other(state.runs, wanted.runs, FRESH_RUN),
        cues=_other(state.cues, wanted.cues, FRESH_CUE),
        agenda=_unless_same(wanted.agenda, state, starts_at),
    )


def image_upon(image: Image, old: State, new: State) -> Image:
    """What makes of `new` the show that `image` makes of `old`."""
    return replace(
        image,
        runs=_still_other(image.runs, old.runs, new.runs, FRESH_RUN),
        cues=_still_other(image.cues, old.cues, new.cues, FRESH_CUE),
        agenda=_unless_same(image.agenda or _agenda_at(old, image.starts_at), new, image.starts_at),
    )


def restored(state: State, image: Image) -> State:
    """`state` as the image says."""
    after = recorded(state, image)
    if image.agenda is not None:
        return amended(after, image.agenda)
    chosen = (one for one in (state.chosen_id, image.chosen_id) if one is not None)
    return turned(after, *image.runs, *chosen)


def recorded(state: State, image: Image) -> State:
    """The same but for the running order, which stays that of `state`: for who asks what was written down of
    a show that nobody sees. Of two thousand who are honoured an order takes longer than all the rest."""
    by = image.starts_at - _starts_at(state)
    moved = plan_moved(state, by) if by else state
    return replace(
        moved,
        **{name: getattr(image, name) for name in ALONE},
        runs={**state.runs, **image.runs},
        cues={**state.cues, **image.cues},
        agenda=moved.agenda if image.agenda is None else image.agenda,
    )


def put_back(state: State, at: datetime, image: Image, again: tuple[str, ...]) -> State:
    """`state` as the image says. What a cue that it takes back plays fades; `again` is called again."""
    after = restored(state, image)
    sound = state.sound
    for order in taken_back_sounds(state, image):
        sound = called(sound, at, order)
    for cue_id in again:
        sound = cue_called(sound, after.order.cues[cue_id][0], at)
    return replace(after, sound=sound)


def taken_back_sounds(state: State, image: Image) -> Iterator[FadeOrder]:
    """The fades of what the cues that the image takes back have called."""
    for cue_id, record in image.cues.items():
        was_gone = isinstance(state.cue(cue_id).outcome, Gone)
        if not was_gone or isinstance(record.outcome, Gone) or cue_id not in state.order.cues:
            continue
        order = order_of(state.order.cues[cue_id][0])
        if isinstance(order, PlayOrder):
            yield FadeOrder(order.track_id, RECALL_FADE, cue_id)


def _starts_at(state: State) -> datetime:
    return state.plan.sessions[0].start_at


def _agenda_at(state: State, starts_at: datetime) -> Agenda:
    """The agenda where a plan that starts then has it on the clock."""
    by = starts_at - _starts_at(state)
    return shifted(state.agenda, by) if by else state.agenda


def _unless_same(agenda: Agenda, state: State, starts_at: datetime) -> Agenda | None:
    return None if agenda == _agenda_at(state, starts_at) else agenda


def _still_other(
    image: Mapping[str, Record], old: Mapping[str, Record], new: Mapping[str, Record], fresh: Record
) -> dict[str, Record]:
    wanted = {**_other(new, old, fresh), **image}
    return {key: record for key, record in wanted.items() if record != new.get(key, fresh)}


def _other(now: Mapping[str, Record], wanted: Mapping[str, Record], fresh: Record) -> dict[str, Record]:
    if now is wanted:
        return {}
    both = ((key, now.get(key, fresh), wanted.get(key, fresh)) for key in {**now, **wanted})
    # most are the very same record, and telling so by their fields takes ten times as long
    return {key: other for key, record, other in both if record is not other and record != other}
