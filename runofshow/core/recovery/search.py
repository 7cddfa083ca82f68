"""Which of the offers together reach every goal.

The theory. Fewest lines first: every set of one line, then of two, up to `MOST_LINES`, so that a set holds no
line without which it would do as well. Sets of as many lines are ranked by the most important thing that they
touch, then by what is nearest: a minute that is won now is won, one that is to be won later may not be. Of a
set that reaches its goals, the more important is first given back what is not needed, in whole minutes; and
it may share what it takes with one line more. Where no set of few lines is enough, all lines are taken but
those without which it does as well.

Of many offers only the least important and the largest are combined: the first come first in rank, and
without the largest the smallest sets are not found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Final

from msgspec import Struct

from runofshow.core.recovery.changes import Shorten
from runofshow.core.recovery.horizon import NEARLY_S, Horizon
from runofshow.core.recovery.offers import Offer
from runofshow.core.value import replace

MOST_LINES: Final = 4
"""In a set that is looked for: more nobody weighs at a glance."""
_COMBINED: Final = 14
"""Offers of which sets are made: with four lines at most there are 1,470 of them."""
_STEPS: Final = 60_000
"""Stages that a search of sets of one size looks at, some 10 ms; with many fixed hours it makes fewer."""
_SHARED_OUT: Final = 3
"""Sets that are tried with one line more."""
_MINUTE_S: Final = 60.0


class Line(Struct, frozen=True, eq=False):
    """An offer against one horizon."""

    offer: Offer
    cuts: Mapping[int, float]
    """Stage to how much is cut of it; of one with an hour, to how long it then lasts."""
    twice: Mapping[str, float]
    """What is cut of the leaves that another line touches too."""
    cut_s: float
    """In all."""


Set = tuple[Line, ...]


def rank(chosen: Set) -> tuple[int, int, int, int, int]:
    """Where a set stands among others, the least first."""
    lines = [line.offer for line in chosen]
    importance = [line.importance for line in lines]
    drops = sum(line.is_drop for line in lines)
    first = min((line.position for line in lines), default=0)
    return len(lines), max(importance, default=0), sum(importance), drops, first


class Search:
    """One search: what is known of the offers against one horizon."""

    def __init__(self, ahead: Horizon, offers: Sequence[Offer]) -> None:
        self._ahead = ahead
        times = Counter(leaf_id for offer in offers for leaf_id in offer.lasts)
        self._twice = frozenset(leaf_id for leaf_id, count in times.items() if count > 1)
        self._lines = tuple(map(self._line, offers))

    def late_s(self, chosen: Set) -> float:
        """By how much the goals are missed together; zero where they are all reached."""
        return self._missed_s(self._cuts(chosen))

    def _missed_s(self, cuts: Mapping[int, float]) -> float:
        return sum(max(each, 0.0) for each in self._ahead.late_s(cuts))

    def reaches(self, chosen: Set) -> bool:
        return self.late_s(chosen) < NEARLY_S

    def sets(self) -> list[Set]:
        """The sets of few lines that reach every goal, with no line too many, by their rank; the empty one
        where nothing is needed."""
        if self.reaches(()):
            return [()]
        found: list[Set] = []
        known: list[frozenset[int]] = []
        for count in range(1, MOST_LINES + 1):
            if found and count == MOST_LINES:
                break
            for chosen in self._combined(count):
                ids = frozenset(map(id, chosen))
                if not any(each <= ids for each in known) and self.reaches(chosen):
                    found.append(chosen)
                    known.append(ids)
        found.sort(key=rank)
        return sorted([*found, *self._shared_out(found[:_SHARED_OUT])], key=rank)

    def most(self) -> Set:
        """All lines that bring anything nearer to the goals, tried from the most important."""
        left, cuts = self._lines, self._cuts(self._lines)
        late_s = self._missed_s(cuts)
        for line in sorted(left, key=lambda line: (-line.offer.importance, line.offer.position)):
            others = tuple(each for each in left if each is not line)
            fewer = self._cuts(others) if self._is_apart(line) else {**cuts, **self._without(cuts, line)}
            if self._missed_s(fewer) < late_s + NEARLY_S:
                left, cuts = others, fewer
        return left

    def _is_apart(self, line: Line) -> bool:
        """Whether what a set cuts without that line is more than the difference."""
        hours = (self._ahead.stages[stage].until_s for stage in line.cuts)
        return bool(line.twice) or any(hour is not None for hour in hours)

    def _without(self, cuts: Mapping[int, float], line: Line) -> dict[int, float]:
        return {stage: cuts[stage] - cut for stage, cut in line.cuts.items()}

    def given_back(self, chosen: Set) -> Set:
        """A set without what is not needed of its lines; itself where it is long, or does not reach its
        goals."""
        if len(chosen) > MOST_LINES or not self.reaches(chosen):
            return chosen
        for line in sorted(chosen, key=lambda line: (-line.offer.importance, line.offer.position)):
            # with more given back it is later: so the most that does is found by halves
            softer = _softer(line.offer)
            at = bisect_left(softer, True, key=lambda it: self.reaches(self._with(chosen, line, it)))
            if at < len(softer):
                chosen = self._with(chosen, line, softer[at])
        return chosen

    def _with(self, chosen: Set, line: Line, offer: Offer) -> Set:
        return tuple(self._line(offer) if each is line else each for each in chosen)

    def _shared_out(self, found: Sequence[Set]) -> Iterator[Set]:
        """These sets with one line more, of which then less is taken."""
        for chosen in found:
            least = _taken(self.given_back(chosen), chosen)
            highest = max(line.offer.importance for line in chosen)
            for line in self._few():
                if line.offer.is_drop or line.offer.importance > highest or line in chosen:
                    continue
                both = (*chosen, line)
                if not _is_twice(both) and _taken(self.given_back(both), chosen) < least - NEARLY_S:
                    yield both

    def _combined(self, count: int) -> Iterator[Set]:
        # no hour makes more of a cut than it is
        needed = max(self._ahead.late_s({})) - NEARLY_S
        enough = (
            chosen
            for chosen in combinations(self._few(), count)
            if sum(line.cut_s for line in chosen) >= needed and not _is_twice(chosen)
        )
        yield from islice(enough, _STEPS // max(len(self._ahead.stages), 1))

    def _few(self) -> Sequence[Line]:
        if len(self._lines) <= _COMBINED:
            return self._lines
        half = _COMBINED // 2
        small = sorted(self._lines, key=lambda line: (line.offer.importance, line.offer.position))[:half]
        large = sorted(self._lines, key=lambda line: line.cut_s, reverse=True)
        return [*small, *[line for line in large if line not in small][:half]]

    def _line(self, offer: Offer) -> Line:
        cuts: dict[int, float] = {}
        twice: dict[str, float] = {}
        cut_s = 0.0
        for leaf_id, length in offer.lasts.items():
            own, stage = offer.cut_of(leaf_id), self._ahead.stage_of[leaf_id]
            cut_s += own.total_seconds()
            if self._ahead.stages[stage].until_s is not None:
                cuts[stage] = (length - own).total_seconds()
                continue
            cuts[stage] = cuts.get(stage, 0.0) + own.total_seconds()
            if leaf_id in self._twice:
                twice[leaf_id] = own.total_seconds()
        return Line(offer, cuts, twice, cut_s)

    def _cuts(self, chosen: Iterable[Line]) -> dict[int, float]:
        """Stage to how much is cut of it by all of these."""
        cuts: dict[int, float] = {}
        twice: dict[str, float] = {}
        for line in chosen:
            for stage, cut in line.cuts.items():
                if self._ahead.stages[stage].until_s is None:
                    cuts[stage] = cuts.get(stage, 0.0) + cut
                else:
                    cuts[stage] = min(cuts.get(stage, cut), cut)
            for leaf_id, cut in line.twice.items():
                # one line leaves it out, the other shortens it: it is cut once
                before = twice.get(leaf_id, 0.0)
                cuts[self._ahead.stage_of[leaf_id]] -= min(before, cut)
                twice[leaf_id] = max(before, cut)
        return cuts


def _taken(eased: Set, of: Set) -> float:
    """How much is taken of the lines that stand in front of that set."""
    return sum(line.cut_s for line in eased[: len(of)])


def _softer(line: Offer) -> list[Offer]:
    """The same line with less taken, by whole minutes, the least first."""
    if not isinstance(line.change, Shorten):
        return []
    longest = max(length.total_seconds() for length in line.lasts.values())
    to_s = line.change.to_s
    steps = int((longest - to_s - NEARLY_S) // _MINUTE_S)
    return [
        without_idle(replace(line, change=replace(line.change, to_s=to_s + more * _MINUTE_S)))
        for more in range(steps, 0, -1)
    ]


def without_idle(line: Offer) -> Offer:
    """The line without the leaves that it leaves as they are."""
    lasts = {leaf_id: length for leaf_id, length in line.lasts.items() if line.cut_of(leaf_id)}
    return replace(line, lasts=lasts) if len(lasts) < len(line.lasts) else line


def _is_twice(chosen: Set) -> bool:
    """Whether one of the lines touches nothing that another does not take away whole."""
    dropped = {leaf_id for line in chosen if line.offer.is_drop for leaf_id in line.twice}
    return bool(dropped) and any(
        not line.offer.is_drop and dropped.issuperset(line.offer.lasts) for line in chosen
    )
