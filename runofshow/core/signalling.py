"""Which signals a fresh entry of the journal sets off.

Only what has just happened does: a replayed entry is never asked about, and a call that is taken back tells
the gear nothing, since no gear can unhear. An item and its heading count as one for the filters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from runofshow.core import events as e
from runofshow.core.agenda import Item
from runofshow.core.running_order import carrier_of
from runofshow.core.signal import Signal, Trigger
from runofshow.core.state import State


@dataclass(frozen=True, slots=True)
class Fired:
    """A signal set off, and by what."""

    signal: Signal
    at: datetime
    item_id: str | None
    """The leaf it happened to, or the one that carries the cue; None at the end of the show."""
    cue_id: str | None
    """None unless a cue set it off."""


@dataclass(frozen=True, slots=True)
class _Moment:
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
            yield _Moment(Trigger.CUE_STANDBY, _carrier_id(state, cue_id), cue_id)
        case e.CueGone(cue_id):
            yield _Moment(Trigger.CUE_GONE, _carrier_id(state, cue_id), cue_id)
        case e.CueMissed(cue_id):
            yield _Moment(Trigger.CUE_MISSED, _carrier_id(state, cue_id), cue_id)
        case e.ShowEnded():
            yield _Moment(Trigger.SHOW_ENDED, None)
        case _:
            return


def _carrier_id(state: State, cue_id: str) -> str:
    cue, place = state.order.cues[cue_id]
    return (carrier_of(place.item, cue, state.is_skipped) or place.item).item_id


def _is_meant(state: State, signal: Signal, moment: _Moment) -> bool:
    if signal.on is not moment.on or signal.cue_id not in (None, moment.cue_id):
        return False
    if signal.item_id is None and signal.kind is None:
        return True
    items = _leaf_and_heading(state, moment.item_id)
    return (signal.item_id is None or any(item.item_id == signal.item_id for item in items)) and (
        signal.kind is None or any(signal.kind in (item.kind, *item.also) for item in items)
    )


def _leaf_and_heading(state: State, item_id: str | None) -> tuple[Item, ...]:
    if item_id is None:
        return ()
    place = state.order.places[item_id]
    return (place.item,) if place.parent is None else (place.item, place.parent)
