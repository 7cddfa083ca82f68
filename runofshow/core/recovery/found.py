"""A set of lines that reaches the goals behind some moves: how it ranks among others, and what it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from runofshow.core.recovery.changes import AnyChange, Drop, Lengthen, Shorten
from runofshow.core.recovery.moves import Moves
from runofshow.core.recovery.offers import Offer
from runofshow.core.recovery.outcome import WayBack
from runofshow.core.recovery.search import Search, Set, rank, without_idle
from runofshow.core.value import replace

_IMPORTANCE_OF_ORDER: Final = 4
"""Another order than on paper is told to more people than a shorter break."""


class Found(Struct, frozen=True):
    moves: Moves
    chosen: Set
    by: Search

    @property
    def rank(self) -> tuple[int, ...]:
        """The first of all is the least."""
        count, importance, *rest = rank(self.chosen)
        if self.moves:
            importance = max(importance, _IMPORTANCE_OF_ORDER)
        return (count + len(self.moves), importance, *rest)

    @property
    def lines(self) -> frozenset[object]:
        """What it touches, and how."""
        offers = (line.offer for line in self.chosen)
        own = ((type(offer.change), *sorted(offer.lasts)) for offer in offers)
        return frozenset((*own, *self.moves))

    @property
    def changes(self) -> tuple[AnyChange, ...]:
        """As they are ordered: moves, then the nearest first, no more than is needed."""
        needed = (line.offer for line in self.by.given_back(self.chosen))
        return (*self.moves, *_made(sorted(needed, key=lambda offer: offer.position)))


def shared(one: Found, other: Found) -> float:
    """Which part of their lines two have in common."""
    return len(one.lines & other.lines) / max(len(one.lines), len(other.lines), 1)


def are_alike(one: WayBack, other: WayBack) -> bool:
    """Whether more than half of what two do is the same. What is dropped need not be shortened, so two may
    come to be so only as they are told."""
    touched = [{_touched(change) for change in way.changes} for way in (one, other)]
    return len(touched[0] & touched[1]) * 2 > max(map(len, touched))


def _touched(change: AnyChange) -> object:
    ids = change.item_ids if isinstance(change, Shorten | Lengthen) else change.item_id
    return type(change), ids


def _made(lines: Iterable[Offer]) -> Iterator[AnyChange]:
    """The changes of the lines, nobody named twice, nobody who is left as they are."""
    lines = tuple(lines)
    dropped = {leaf_id for line in lines if line.is_drop for leaf_id in line.lasts}
    for line in lines:
        if isinstance(line.change, Drop):
            yield line.change
        else:
            ids = tuple(each for each in without_idle(line).lasts if each not in dropped)
            yield replace(line.change, item_ids=ids)
