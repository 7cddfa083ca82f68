"""Which signals a fresh entry of the journal sets off.

Only what has just happened does: a replayed entry is never asked about, and a call that is taken back tells
the gear nothing, since no gear can unhear. An item and its heading count as one for the filters, but a
heading starts once, with the first of its parts, and ends once, with the last that runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from runofshow.core import events as e
from runofshow.core.agenda import Item
from runofshow.core.carrying import carrier_of
from runofshow.core.forecast import forecast
from runofshow.core.signal import Signal, Trigger
from runofshow.core.state import State, settled


class Fired(Struct, frozen=True):
    """A signal set off, and by what."""

    signal: Signal
    at: datetime
    item_id: str | None
    """The leaf it happened to, or the one that carries the cue; None at the end of the show."""
    cue_id: str | None
    """None unless a cue set it off."""


class _Moment(Struct, frozen=True):
    on: Trigger
    item_id: str | None
    cue_id: str | None = None


def signals_of(state: State, entry: e.Entry) -> tuple[Fired, ...]:
    """What `entry` sets off, in the order it happened; `state` is the show after it.

    Two cues missed in one entry set a signal off twice, each with its own values.
    """
    signals = state.agenda.signals
    if not signals or entry.do == "undo":
        return ()
    return tuple(
        Fired(signal, entry.at, moment.item_id, moment.cue_id)
        for event in entry.events
        for moment in _moments(state, entry, event)
        for signal in signals
        if _is_meant(state, signal, moment)
    )


def _moments(state: State, entry: e.Entry, event: e.Event) -> Iterator[_Moment]:
    match event:
        case e.ItemStarted(item_id):
            if all(run.started_at is None for other, run in state.runs.items() if other != item_id):
                yield _Moment(Trigger.SHOW_STARTED, item_id)
            yield _Moment(Trigger.ITEM_STARTED, item_id)
        case e.ItemEnded(item_id):
            yield _Moment(Trigger.ITEM_ENDED, item_id)
        case e.OverrunBegan(item_id):
            yield _Moment(Trigger.OVERRUN, item_id)
        case e.Held():
            yield _Moment(Trigger.HELD, state.current_id)
        case e.Resumed():
            # an advance out of a hold resumes the item that it leaves
            left = (other.item_id for other in entry.events if isinstance(other, e.ItemEnded))
            yield _Moment(Trigger.RESUMED, next(left, state.current_id))
        case e.CueStoodBy(cue_id):
            yield _Moment(Trigger.CUE_STANDBY, _carrier_id(state, entry, cue_id), cue_id)
        case e.CueGone(cue_id):
            yield _Moment(Trigger.CUE_GONE, _carrier_id(state, entry, cue_id), cue_id)
        case e.CueMissed(cue_id):
            yield _Moment(Trigger.CUE_MISSED, _carrier_id(state, entry, cue_id), cue_id)
        case e.ShowEnded():
            yield _Moment(Trigger.SHOW_ENDED, None)
        case _:
            return


def _carrier_id(state: State, entry: e.Entry, cue_id: str) -> str:
    """The leaf that carried the cue at that moment."""
    cue, place = state.order.cues[cue_id]
    # what is left in the same entry carried it up to then
    left = [other.item_id for other in entry.events if isinstance(other, e.ItemEnded)]
    known = {leaf.item_id for leaf in place.item.parts or (place.item,)}
    if left and left[0] in known:
        return left[0]
    state = settled(state, entry.at)
    return (carrier_of(state, forecast(state, entry.at), entry.at, place, cue) or place).item.item_id


def _is_meant(state: State, signal: Signal, moment: _Moment) -> bool:
    if signal.on is not moment.on or signal.cue_id not in (None, moment.cue_id):
        return False
    if signal.item_id is None and signal.kind is None:
        return True
    items = _speaking(state, moment)
    return any(signal.item_id in (None, item.item_id) for item in items) and any(
        signal.kind in (None, item.kind, *item.also) for item in items
    )


def _speaking(state: State, moment: _Moment) -> tuple[Item, ...]:
    """The leaf it happens to, and its heading where it happens to that as well."""
    if moment.item_id is None:
        return ()
    place = state.order.places[moment.item_id]
    if place.parent is None or not _is_of_heading(state, place.parent, moment):
        return (place.item,)
    return (place.item, place.parent)


def _is_of_heading(state: State, heading: Item, moment: _Moment) -> bool:
    """Whether what happens to a part happens to its heading."""
    others = [part.item_id for part in heading.parts if part.item_id != moment.item_id]
    match moment.on:
        case Trigger.ITEM_STARTED:
            return all(state.run(part_id).started_at is None for part_id in others)
        case Trigger.ITEM_ENDED:
            left = (state.run(part_id) for part_id in others)
            return state.ended_at is not None or all(run.skipped or run.ended_at for run in left)
        case _:
            return True
