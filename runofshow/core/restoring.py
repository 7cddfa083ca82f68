"""A state with an image put back, and the image of what is otherwise between two states.

The two are each other's measure: `restored(now, image_of(now, wanted))` is `wanted` in every field that undo
puts back (see image.py), and `now` in all others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from runofshow.core.amend import shifted
from runofshow.core.image import ALONE, Image
from runofshow.core.record import FRESH_CUE, FRESH_RUN, Gone
from runofshow.core.sound import FadeOrder, PlayOrder
from runofshow.core.sounding import RECALL_FADE, called, cue_called, order_of
from runofshow.core.state import State, amended, plan_moved

Record = TypeVar("Record")


def image_of(state: State, wanted: State) -> Image:
    """What makes `wanted` of `state`."""
    agenda = shifted(state.agenda, _way(state, wanted))
    return Image(
        **{name: getattr(wanted, name) for name in ALONE},
        starts_at=wanted.plan.sessions[0].start_at,
        runs=_other(state.runs, wanted.runs, FRESH_RUN),
        cues=_other(state.cues, wanted.cues, FRESH_CUE),
        agenda=None if agenda == wanted.agenda else wanted.agenda,
    )


def restored(state: State, image: Image) -> State:
    """`state` as the image says."""
    by = image.starts_at - state.plan.sessions[0].start_at
    moved = plan_moved(state, by) if by else state
    after = replace(
        moved,
        **{name: getattr(image, name) for name in ALONE},
        runs={**state.runs, **image.runs},
        cues={**state.cues, **image.cues},
    )
    # other parts of a heading may run first or last now
    return amended(after, moved.agenda if image.agenda is None else image.agenda)


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


def _way(state: State, wanted: State) -> timedelta:
    return wanted.plan.sessions[0].start_at - state.plan.sessions[0].start_at


def _other(now: Mapping[str, Record], wanted: Mapping[str, Record], fresh: Record) -> dict[str, Record]:
    ids = {**now, **wanted}
    return {key: wanted.get(key, fresh) for key in ids if wanted.get(key, fresh) != now.get(key, fresh)}
