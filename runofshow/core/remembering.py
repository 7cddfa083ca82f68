"""What undo takes back and redo makes again: the calls, each with the show before and after it."""

from __future__ import annotations

from dataclasses import replace

from runofshow.core import events as e
from runofshow.core.record import UNDO_DEPTH, UNDOABLE
from runofshow.core.state import Call, State


def remembered(before: State, state: State, entry: e.Entry) -> State:
    """With what undo takes back and redo makes again after `entry`, and what an order must have seen.

    Every call is known by the show before and after it, so all that it changed can be put back, whatever
    that was.
    """
    is_call = entry.do in UNDOABLE
    calls, undone = state.calls, state.undone
    if is_call:
        calls, undone = (*calls, _call(entry.do, before, state)), ()
    elif entry.do == "undo" and calls:
        calls, undone = calls[:-1], (*undone, _call(calls[-1].do, before, state))
    elif entry.do == "redo":
        calls, undone = (*calls, _call(undone[-1].do, before, state)), undone[:-1]
    return replace(
        state,
        calls=calls[-UNDO_DEPTH:],
        undone=undone,
        call_seq=entry.seq if is_call or entry.do in ("undo", "redo", "open") else state.call_seq,
        last_go_at=entry.at if entry.do in ("start", "go", "advance") else state.last_go_at,
    )


def _call(do: str, before: State, after: State) -> Call:
    # without their own memories, or each call would hold every one before it
    return Call(do, *(replace(state, calls=(), undone=(), returned={}) for state in (before, after)))
