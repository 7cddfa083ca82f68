"""Every time that an item ran, in the order of the record: in a rehearsal one item may have several takes.

A take lasts from the call of its item to its end, in the time of the show, whatever the rehearsal's speed.
What it says of a length is told by these rules:

- A hold is no length: what stood still is taken out.
- A take that was stepped back from, or still ran when the record stopped, was broken off and says nothing.
- An ended take that is repeated stays; the next is another one. One that runs on after a step back in a show
  is the same.
- Where the clock jumped inside it, as in a rehearsal of the joins, it says nothing.
- What was skipped or laid aside has none, and neither has a call that was taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core import events as e
from runofshow.core.handiwork import as_it_counts
from runofshow.core.timeline import NO_TIME
from runofshow.core.value import replace


class Take(Struct, frozen=True):
    """One time that one leaf ran."""

    item_id: str
    began_at: datetime
    ended_at: datetime | None = None
    """None while it runs, and when it was broken off."""
    held: timedelta = NO_TIME
    is_broken_off: bool = False
    is_jumped: bool = False
    """The clock jumped in it."""

    @property
    def length(self) -> timedelta | None:
        """How long it was, in the time of the show and without its holds; None where it says nothing."""
        return None if self.ended_at is None or self.is_jumped else self.ended_at - self.began_at - self.held

    @property
    def is_running(self) -> bool:
        return self.ended_at is None and not self.is_broken_off


Takes = tuple[Take, ...]


def takes(entries: Sequence[e.Entry]) -> Takes:
    """The takes of a record, in the order in which they began."""
    return as_it_counts(entries, _after, ())


def _after(known: Takes, event: e.Event) -> Takes:
    match event:
        case e.ItemStarted(item_id, at):
            return (*known, Take(item_id, at))
        case e.ItemEnded(item_id, at):
            return _with_last(known, item_id, lambda take: replace(take, ended_at=at))
        case e.ItemReopened(item_id):
            return _with_last(known, item_id, lambda take: replace(take, ended_at=None))
        case e.ItemReturned(item_id):
            # an ended one stays: it is repeated
            return _with_last(
                known, item_id, lambda take: replace(take, is_broken_off=True) if take.is_running else take
            )
        case e.Resumed(at, since):
            return _held_more(known, at - since)
        case e.ResumeCancelled(at, since):
            return _held_more(known, since - at)
        case e.StartBackdated(item_id, by, before):
            moved = _with_last(known, item_id, lambda take: replace(take, began_at=take.began_at - by))
            return moved if before is None else _with_last(moved, before, lambda take: _ended_by(take, -by))
        case e.ClockJumped():
            return tuple(replace(take, is_jumped=True) if take.is_running else take for take in known)
        case e.ClockCorrected(by):
            # everything recorded moves with the clock
            return tuple(_ended_by(replace(take, began_at=take.began_at + by), by) for take in known)
        case _:
            return known


def _with_last(known: Takes, item_id: str, change: Callable[[Take], Take]) -> Takes:
    """With the last take of that item changed; a line that makes no sense may tell of one that never ran."""
    last = max((place for place, take in enumerate(known) if take.item_id == item_id), default=None)
    if last is None:
        return known
    return (*known[:last], change(known[last]), *known[last + 1 :])


def _held_more(known: Takes, by: timedelta) -> Takes:
    return tuple(replace(take, held=take.held + by) if take.is_running else take for take in known)


def _ended_by(take: Take, by: timedelta) -> Take:
    return replace(take, ended_at=None if take.ended_at is None else take.ended_at + by)
