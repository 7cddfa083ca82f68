"""Taking back the last call: new events that reverse its events, last first. The record keeps both."""

from __future__ import annotations

from runofshow.core import events as e
from runofshow.core.state import State


def undone(state: State) -> tuple[e.Event, ...]:
    """The events that take back the last call; empty when there is none."""
    if not state.calls:
        return ()
    reversed_events = (_reversed(state, event) for event in reversed(state.calls[-1].events))
    return (e.CallUndone(), *(event for event in reversed_events if event is not None))


def _reversed(state: State, event: e.Event) -> e.Event | None:
    """The event that takes this one back; None for what only told of something."""
    match event:
        case e.ItemStarted(item_id, at):
            return e.ItemReturned(item_id, at)
        case e.ItemReturned(item_id, started_at):
            return e.ItemStarted(item_id, started_at)
        case e.ItemEnded(item_id, at):
            return e.ItemReopened(item_id, at)
        case e.ItemReopened(item_id, ended_at):
            return e.ItemEnded(item_id, ended_at)
        case e.Held(at):
            return e.HoldCancelled(at)
        case e.HoldCancelled(since):
            return e.Held(since)
        case e.Resumed(at, since):
            return e.ResumeCancelled(at, since)
        case e.TimeAdded(item_id, by):
            return e.TimeAdded(item_id, -by)
        case e.StartBackdated(item_id, by, before):
            return e.StartBackdated(item_id, -by, before)
        case e.CueStoodBy(cue_id):
            return e.StandByWithdrawn(cue_id)
        case e.CueGone(cue_id) | e.CueMissed(cue_id) | e.CueStoodDown(cue_id):
            return e.CueRecalled(cue_id)
        case e.CueRecalled(cue_id, settled):
            # what became of it since its recall has happened and stays
            return settled if state.cue(cue_id).outcome is None else None
        case e.NextChosen(item_id, was):
            return e.NextChosen(was, item_id)
        case e.ItemSkipped(item_id):
            return e.ItemUnskipped(item_id)
        case e.ItemUnskipped(item_id):
            return e.ItemSkipped(item_id)
        case e.ItemMoved(item_id, before, was_before):
            return e.ItemMoved(item_id, was_before, before)
        case e.ItemEdited(item, was):
            return e.ItemEdited(was, item)
        case e.ItemInserted(item):
            return e.ItemRemoved(item.item_id)
        case e.ShowEnded():
            return e.ShowReopened()
        case _:
            return None
