"""A sequence and a mapping whose members are reckoned when somebody asks for them, and only once.

Of a show of five thousand items a terminal shows forty, and nobody waits for the others. Members are reckoned
from frozen values alone, so whoever asks, in whatever thread, is told the same.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import TypeVar, overload

Member = TypeVar("Member")


class Reckoned(Sequence[Member]):
    """`reckon` gives the member at a place; `places` are where those stand that have an id. `known` are those
    that need not be reckoned, each in its place."""

    __slots__ = ("_known", "_reckon", "places", "under")

    def __init__(
        self,
        count: int,
        reckon: Callable[[int], Member],
        places: Mapping[str, int],
        known: list[Member | None] | None = None,
    ) -> None:
        self._reckon = reckon
        self._known: list[Member | None] = [None] * count if known is None else known
        self.places = places
        self.under: Reckoned[Member] | None = None
        """The sequence of which this one has some members otherwise; None of one that stands by itself."""

    def overlaid(self, others: Mapping[int, Member]) -> Reckoned[Member]:
        """The same with `others` in their places."""
        made = Reckoned(len(self), lambda at: others[at] if at in others else self[at], self.places)
        made.under = self
        return made

    def known(self) -> list[Member | None]:
        """Those that have been reckoned, each in its place."""
        return self._known.copy()

    def of(self, member_id: str | None) -> Member | None:
        """The member of that id; None when there is none."""
        at = None if member_id is None else self.places.get(member_id)
        return None if at is None else self[at]

    @overload
    def __getitem__(self, at: int) -> Member: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Member, ...]: ...
    def __getitem__(self, at: int | slice) -> Member | tuple[Member, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(len(self))))
        known = self._known[at]
        if known is None:
            known = self._known[at] = self._reckon(at if at >= 0 else at + len(self))
        return known

    def __len__(self) -> int:
        return len(self._known)

    def __iter__(self) -> Iterator[Member]:
        known = enumerate(self._known)
        return (self[at] if member is None else member for at, member in known)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Reckoned | tuple) and tuple(self) == tuple(other))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(tuple(self))


class ReckonedById(Mapping[str, Member]):
    """`reckon` gives the member of each of the `ids`; some are `known` already, those of other ids too.
    `made_of` is what all is reckoned from."""

    __slots__ = ("_ids", "_known", "_made_of", "_reckon", "_told")

    def __init__(
        self,
        ids: Collection[str],
        reckon: Callable[[str], Member],
        known: Mapping[str, Member],
        made_of: object,
    ) -> None:
        self._ids = ids
        self._reckon = reckon
        self._told = known
        self._known = dict(known)
        self._made_of = made_of

    def or_same(self, last: ReckonedById[Member] | None) -> ReckonedById[Member]:
        """The `last` one where it is made of the same, for what is reckoned in it is known."""
        is_same = (
            last is not None
            and last._ids is self._ids
            and last._told == self._told
            and last._made_of == self._made_of
        )
        return last if last is not None and is_same else self

    def __getitem__(self, member_id: str) -> Member:
        known = self._known.get(member_id)
        if known is None:
            if member_id not in self._ids:
                raise KeyError(member_id)
            known = self._known[member_id] = self._reckon(member_id)
        return known

    def __contains__(self, member_id: object) -> bool:
        return member_id in self._ids or member_id in self._told

    def __iter__(self) -> Iterator[str]:
        yield from self._told
        yield from (member_id for member_id in self._ids if member_id not in self._told)

    def __len__(self) -> int:
        return sum(1 for _ in self)
