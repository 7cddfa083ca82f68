"""A show or a rehearsal beside earlier rehearsals, item by item: the plan, each take, what it came to, the
median and the spread of the takes, and what has moved.

Which item is which says learning.py. A take that did not come to an item, or left it out, says nothing of it.
Holds are no length of an item and are left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from msgspec import Struct

from runofshow.core.commands import Mode
from runofshow.core.history import History, ItemHistory
from runofshow.core.learning import Spread, Time, lengths, same_items, spread_of
from runofshow.core.timeline import NO_TIME

MOST_TAKES = 4
"""What an upright page has room for beside the plan and the show."""
MOST_MOVED = 5
"""Named as moved: the rest stands in the table."""
LEAST_MOVED = timedelta(minutes=1)
MOVED = 0.1
"""An item has moved by a minute and a tenth of what it had been: what a hall notices."""


class Line(Struct, frozen=True):
    """One item."""

    item: ItemHistory
    times: tuple[tuple[Time, ...], ...] = ()
    """How long it took in each of the rehearsals, each time that it ran; none where it did not."""
    own: tuple[Time, ...] = ()
    """The same in the show."""
    is_rehearsal: bool = False

    @property
    def takes(self) -> tuple[timedelta | None, ...]:
        """How long it took at last in each of the rehearsals; None where it did not run."""
        return tuple(each[-1].length if each else None for each in self.times)

    @property
    def length(self) -> timedelta | None:
        """How long it took in the show."""
        return self.item.length

    @property
    def difference(self) -> timedelta | None:
        """That less its plan; positive is longer."""
        planned, length = self.item.planned, self.length
        return None if planned is None or length is None else length - planned

    @property
    def spread(self) -> Spread | None:
        """Of all its times in rehearsals; a show is no rehearsal, and is measured by them."""
        rehearsed = tuple(time for each in reversed(self.times) for time in each)
        return spread_of((*rehearsed, *self.own) if self.is_rehearsal else rehearsed)

    @property
    def repeated(self) -> tuple[tuple[Time, ...], ...]:
        """The rehearsals, this one first, in which it ran more than once."""
        return tuple(each for each in (self.own if self.is_rehearsal else (), *self.times) if len(each) > 1)

    @property
    def before(self) -> timedelta | None:
        """The median of the rehearsals before; None where it ran in none."""
        rehearsed = spread_of([time for each in self.times for time in each])
        return None if rehearsed is None else rehearsed.median

    @property
    def moved_by(self) -> timedelta | None:
        """How much longer it was than before; None where that is not known."""
        length, before = self.length, self.before
        return None if length is None or before is None else length - before

    @property
    def is_moved(self) -> bool:
        by, before = self.moved_by, self.before
        return by is not None and before is not None and abs(by) >= max(LEAST_MOVED, before * MOVED)


class Beside(Struct, frozen=True):
    takes: tuple[History, ...]
    """The rehearsals, the latest first."""
    lines: tuple[Line, ...]
    """The items of the show in their order, those that a rehearsal knows or that were repeated."""

    @property
    def by_item(self) -> Mapping[str, Line]:
        return {line.item.row.item_id: line for line in self.lines}

    @property
    def moved(self) -> tuple[Line, ...]:
        """The items that took notably more or less than they had in the rehearsals, the most first."""
        moved = (line for line in self.lines if line.is_moved)
        # of two that moved alike the first of the programme
        return tuple(sorted(moved, key=lambda line: -abs(line.moved_by or NO_TIME)))[:MOST_MOVED]


def beside(history: History, earlier: Sequence[History]) -> Beside:
    """The show beside earlier rehearsals, of which the latest come first."""
    takes, is_rehearsal = tuple(earlier[:MOST_TAKES]), history.mode is Mode.REHEARSAL
    ran = history.leaves
    items = [item.row.item for item in ran]
    own = lengths(history)
    known = []
    for take in takes:
        of_it = lengths(take)
        same = same_items(items, [item.row.item for item in take.leaves])
        known.append({ours: of_it.get(theirs, ()) for ours, theirs in same.items()})
    lines = (
        Line(
            item,
            tuple(each.get(item.row.item_id, ()) for each in known),
            own.get(item.row.item_id, ()),
            is_rehearsal,
        )
        for item in ran
    )
    return Beside(takes, tuple(line for line in lines if any(line.times) or line.repeated))
