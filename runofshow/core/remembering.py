"""What undo takes back and redo makes again: the calls, each with what was otherwise before and after it.

A call keeps what it changed and not the show, or two hundred of them would hold two hundred shows. So what
was before it is said against the show right before the next remembered call, and before the last one against
the show of now: what else is written down meanwhile has to be said in that image too.

Of a long record the last two hundred calls alone are remembered in the end. Where a replay has to begin with
it is told by the names of its entries.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from runofshow.core import events as e
from runofshow.core.commands import UNDOABLE
from runofshow.core.image import Call
from runofshow.core.record import UNDO_DEPTH
from runofshow.core.restoring import image_of, image_upon, recorded
from runofshow.core.state import State
from runofshow.core.value import replace

Calls = tuple[Call, ...]

_SEEN = frozenset({*UNDOABLE, "undo", "redo", "open"})
"""What an order must have seen."""
_GOES = frozenset({"start", "go", "advance", "step"})
"""What the guard against a second press counts from."""


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
        undone = (*undone, _call(calls[-1].do, before, state))
        calls = _without_last(calls, before, state)
    elif entry.do == "redo" and undone:
        calls = (*calls, _call(undone[-1].do, before, state))
        undone = _without_last(undone, before, state)
    else:
        calls, undone = _upon(calls, before, state), _upon(undone, before, state)
    return replace(passed(state, entry), calls=calls[-UNDO_DEPTH:], undone=undone)


def passed(state: State, entry: e.Entry) -> State:
    """With the entry's number, and of it no more remembered than what an order must have seen."""
    return replace(
        state,
        seq=entry.seq,
        call_seq=entry.seq if entry.do in _SEEN else state.call_seq,
        last_go_at=entry.at if entry.do in _GOES else state.last_go_at,
    )


def first_remembered(entries: Sequence[e.Entry]) -> int:
    """The place of the oldest call that undo and redo know at the end of a record, or come to on the way."""
    known: deque[int] = deque(maxlen=UNDO_DEPTH)
    undone: list[int] = []
    asked: list[tuple[int, int]] = []
    for place, entry in enumerate(entries):
        if entry.do in UNDOABLE:
            known.append(place)
            undone = []
        elif entry.do == "undo" and known:
            undone.append(known.pop())
            asked.append((place, undone[-1]))
        elif entry.do == "redo" and undone:
            known.append(undone.pop())
            asked.append((place, known[-1]))
    first = min([*known, *undone, len(entries)])
    for place, made in reversed(asked):
        if place >= first:
            first = min(first, made)
    return first


def _call(do: str, before: State, after: State) -> Call:
    return Call(do, image_of(after, before), image_of(before, after))


def _without_last(calls: Calls, before: State, after: State) -> Calls:
    return _upon(calls[:-1], recorded(before, calls[-1].before), after)


def _upon(calls: Calls, old: State, new: State) -> Calls:
    """The calls with the last, whose image was of what is otherwise than `old`, said against `new`."""
    if not calls:
        return ()
    last = calls[-1]
    return (*calls[:-1], replace(last, before=image_upon(last.before, old, new)))
