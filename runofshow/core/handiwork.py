"""What hands did to the time of a show: the holds that counted, the time added, the calls taken back.

Undo and redo are new lines of a record, so each of these is read with them: what a call did is gone where the
call was taken back, and there again where it was made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TypeVar

from msgspec import Struct

from runofshow.core import events as e
from runofshow.core import undo_events as u
from runofshow.core.commands import UNDOABLE
from runofshow.core.timeline import NO_TIME
from runofshow.core.value import replace

Found = TypeVar("Found")


class Added(Struct, frozen=True):
    """Time that somebody gave an item, or took from it."""

    at: datetime
    by: str
    length: timedelta


class Pause(Struct, frozen=True):
    item_id: str | None
    since: datetime
    until: datetime | None
    """None when the record stops inside it."""


class TakenBack(Struct, frozen=True):
    at: datetime
    by: str
    do: str
    """The name of the call that was taken back."""
    again_at: datetime | None = None
    """When it was made again; None when it was not."""


def taken_back(entries: Sequence[e.Entry]) -> tuple[TakenBack, ...]:
    """Each undo with the call it took back, and when that was made again."""
    found: list[TakenBack] = []
    places: dict[int, int] = {}
    """The number of a call's entry to where in `found` its last undo is."""
    for entry, call in _restorings(entries):
        if entry.do == "undo":
            places[call.seq] = len(found)
            found.append(TakenBack(entry.at, entry.by, call.do))
        else:
            made_again = places[call.seq]
            found[made_again] = replace(found[made_again], again_at=entry.at)
    return tuple(found)


def restored(entries: Sequence[e.Entry]) -> dict[int, e.Entry]:
    """The number of each undo and redo to the entry of the call that it took back or made again."""
    return {entry.seq: call for entry, call in _restorings(entries)}


def _restorings(entries: Sequence[e.Entry]) -> Iterator[tuple[e.Entry, e.Entry]]:
    """Each undo and redo with its call, found as `evolve.apply` finds it; an older record may take back what
    nobody remembers."""
    calls: list[e.Entry] = []
    undone: list[e.Entry] = []
    for entry in entries:
        if any(isinstance(event, e.ClockCorrected) for event in entry.events):
            calls, undone = [], []
        if entry.do == "undo" and calls:
            undone.append(calls.pop())
            yield entry, undone[-1]
        elif entry.do == "redo" and undone:
            calls.append(undone.pop())
            yield entry, calls[-1]
        elif entry.do in UNDOABLE:
            calls.append(entry)
            undone = []


def restored_call(entry: e.Entry) -> dict[str, str]:
    """`undone` or `redone`, with the name of the call that was taken back or made again; else empty."""
    what = "undone" if entry.do == "undo" else "redone"
    calls = (event.do for event in entry.events if isinstance(event, u.ShowRestored))
    call = next(calls, None)
    return {} if call is None else {what: call}


def pauses(entries: Sequence[e.Entry]) -> tuple[Pause, ...]:
    """Every hold that counted; one taken back is left out."""
    none: _Paused = ((), None)
    return as_it_counts(entries, _paused, none)[0]


_Paused = tuple[tuple[Pause, ...], str | None]
"""The holds so far, and the leaf that runs."""


def _paused(known: _Paused, event: e.Event) -> _Paused:
    found, running = known
    match event:
        case e.ItemStarted(item_id) | e.ItemReopened(item_id):
            return found, item_id
        case u.ShowRestored():
            return found, event.image.current_id
        case e.ClockCorrected(by):
            # what has been told moves with the clock, as everything recorded does
            moved = (replace(one, since=one.since + by, until=one.until and one.until + by) for one in found)
            return tuple(moved), running
        case _:
            return _held(found, event, running), running


def as_it_counts(entries: Sequence[e.Entry], step: Callable[[Found, e.Event], Found], found: Found) -> Found:
    """What the events come to, one after the other, where a call that was taken back counts for nothing, and
    one made again as before."""
    calls: list[Found] = []
    undone: list[Found] = []
    """What was found before each call, and before each undo."""
    for entry in entries:
        before = found
        for event in entry.events:
            if isinstance(event, e.ClockCorrected):
                calls, undone = [], []
            found = step(found, event)
        if entry.do == "undo" and calls:
            # as the call had found it, whatever events an older record reverses it by
            found = calls.pop()
            undone.append(before)
        elif entry.do == "redo" and undone:
            found = undone.pop()
            calls.append(before)
        elif entry.do in UNDOABLE:
            calls.append(before)
            undone = []
    return found


def _held(found: tuple[Pause, ...], event: e.Event, running: str | None) -> tuple[Pause, ...]:
    match event:
        case e.Held(at):
            return (*found, Pause(running, at, None))
        case e.HoldCancelled():
            return found[:-1]
        case e.Resumed(at, since):
            return (*found[:-1], Pause(found[-1].item_id, since, at))
        case _:
            return found


def additions(entries: Sequence[e.Entry]) -> dict[str, list[Added]]:
    """Leaf id to the time that was added to it, taken from it, and given back by an undo."""
    found: dict[str, list[Added]] = {}
    total: dict[str, timedelta] = {}
    for entry in entries:
        for event in entry.events:
            if isinstance(event, e.TimeAdded):
                changes = {event.item_id: event.by}
            elif isinstance(event, u.ShowRestored):
                runs = event.image.runs.items()
                changes = {leaf_id: run.added - total.get(leaf_id, NO_TIME) for leaf_id, run in runs}
            else:
                continue
            for leaf_id, by in changes.items():
                if by:
                    total[leaf_id] = total.get(leaf_id, NO_TIME) + by
                    found.setdefault(leaf_id, []).append(Added(entry.at, entry.by, by))
    return found
