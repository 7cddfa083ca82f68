"""A show beside its rehearsals, item by item: what the plan says, what each take needed, and what it came to.

Items are the same by their id; one whose id no take knows, by its title. A take that did not come to an item,
or left it out, says nothing of it. Holds are no length of an item and are left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from msgspec import Struct

from runofshow.core.history import History, ItemHistory
from runofshow.report.reckoning.digest import leaves, running_length

MOST_TAKES = 4
"""What an upright page has room for beside the plan and the show."""


class Line(Struct, frozen=True):
    """One item."""

    item: ItemHistory
    takes: tuple[timedelta | None, ...]
    """How long it took in each of the takes; None where it did not run."""

    @property
    def length(self) -> timedelta | None:
        """How long it took in the show."""
        return running_length(self.item)

    @property
    def difference(self) -> timedelta | None:
        """That less its plan; positive is longer."""
        planned, length = self.item.planned, self.length
        return None if planned is None or length is None else length - planned


class Beside(Struct, frozen=True):
    takes: tuple[History, ...]
    """The rehearsals, the latest first."""
    lines: tuple[Line, ...]
    """The items of the show in their order, those that a take knows."""

    @property
    def by_item(self) -> Mapping[str, Line]:
        return {line.item.row.item_id: line for line in self.lines}


def beside(history: History, earlier: Sequence[History]) -> Beside:
    """The show beside earlier rehearsals, of which the latest come first."""
    takes = tuple(earlier[:MOST_TAKES])
    known = [_known(take) for take in takes]
    lines = (Line(item, tuple(_length(item, lengths) for lengths in known)) for item in leaves(history))
    return Beside(takes, tuple(line for line in lines if any(line.takes)))


Known = tuple[Mapping[str, timedelta], Mapping[str, timedelta], frozenset[str]]
"""The lengths of a take by id and by title, and every id it had."""


def _known(take: History) -> Known:
    ran = [(item.row, length) for item in leaves(take) if (length := running_length(item)) is not None]
    return (
        {row.item_id: length for row, length in ran},
        # of two items with one title the first is taken
        {_name(row.title): length for row, length in reversed(ran)},
        frozenset(item.row.item_id for item in take.items),
    )


def _length(item: ItemHistory, known: Known) -> timedelta | None:
    by_id, by_title, ids = known
    if item.row.item_id in ids:
        return by_id.get(item.row.item_id)
    return by_title.get(_name(item.row.title))


def _name(title: str) -> str:
    return " ".join(title.casefold().split())
