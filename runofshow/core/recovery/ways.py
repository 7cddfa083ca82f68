"""The ways back when the hard out is in danger or a leader must go, and what may be longer when it is early.

The theory. A session is in danger when it is expected to end behind its hard out, or when it makes that less
likely than `LIKELY`. Then up to three ways are looked for (search.py) that end `SPARE` before it where that
can be had, each in the show as it stands or as it stands with a move (moves.py). Where they are all likely to
fail, they are looked for again with more spare, and those are told where one of them is likely to do. What
leaders were promised is a goal like the hard out.

Ways come in this order: fewest lines; then by the most important thing they touch, for what gives way first
is the agenda's to say; then nearest first. They differ: no two have more than half of their lines in common.
What each saves is what the forecast says of the show with it, so hours that absorb are in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from runofshow.core.agenda import Leader, Session
from runofshow.core.forecast import Forecast, forecast
from runofshow.core.recovery.applied import applied
from runofshow.core.recovery.changes import AnyChange, Lengthen
from runofshow.core.recovery.found import Found, are_alike, shared
from runofshow.core.recovery.horizon import Goal, horizon
from runofshow.core.recovery.moves import Moves, earlier, filling
from runofshow.core.recovery.offers import longer_offers, offers
from runofshow.core.recovery.outcome import Broken, Outcome, WayBack, WaysBack
from runofshow.core.recovery.promises import promised
from runofshow.core.recovery.search import Search
from runofshow.core.recovery.way import Chance, way_of
from runofshow.core.running_order import Place
from runofshow.core.state import State, seated
from runofshow.core.timeline import NO_TIME
from runofshow.core.value import replace

MOST_WAYS: Final = 3
LIKELY: Final = 0.5
"""A hard out that is made less likely than missed is in danger."""
SPARE: Final = timedelta(minutes=2)
"""So long before the hard out a way ends where it can: nobody leaves a hall at the last second."""
_MORE_SPARE: Final = timedelta(minutes=3)
_TRIES: Final = 4
_MOST_TRIED: Final = 8
"""Sets that are told, each some milliseconds of a large show, before no more is expected of the others."""
_EARLY: Final = timedelta(minutes=2)
_MINUTE: Final = timedelta(minutes=1)


def ways_back(state: State, now: datetime, chance: Chance | None = None) -> WaysBack | None:
    """What can be done about the session that runs, or is next; None where no hour says what is to come."""
    ways = _ways_of(state, now, chance)
    return None if ways is None else ways.found()


def effect(
    state: State, changes: Iterable[AnyChange], now: datetime, chance: Chance | None = None
) -> WayBack | None:
    """What some changes come to that are still possible; None where no hour says what is to come."""
    ways = _ways_of(state, now, chance)
    return None if ways is None else ways.told(tuple(changes))


def is_as_before(found: WaysBack | None, last: WaysBack | None) -> bool:
    """Whether a look found what the last one had, ends apart that differ by less than a minute: nothing on a
    screen flickers."""
    if found is None or last is None:
        return found is last
    both = (found, last)
    now, then = (
        (it.session_id, it.outcome, [one.leader_id for one in it.broken], [way.changes for way in it.ways])
        for it in both
    )
    ends, ended = ([it.ends_at, *(way.ends_at for way in it.ways)] for it in both)
    return now == then and all(abs(one - other) < _MINUTE for one, other in zip(ends, ended, strict=True))


def _ways_of(state: State, now: datetime, chance: Chance | None) -> _Ways | None:
    if state.floating or state.ended_at is not None:
        return None
    ahead = forecast(state, now)
    place = state.current or next(iter(ahead.course.coming), None)
    return None if place is None else _Ways(state, now, ahead, seated(state, place).session, chance)


class _Ways:
    """The ways back of one session at one moment."""

    def __init__(
        self, state: State, now: datetime, ahead: Forecast, session: Session, chance: Chance | None
    ) -> None:
        self._state, self._now, self._ahead, self._session = state, now, ahead, session
        self._chance = chance if session.hard_out is not None else None
        coming = (place.item.item_id for place in ahead.course.coming)
        self._leaves = tuple(each for each in coming if self._is_of_session(each))
        self._ends_at = ahead.session_ends[session.session_id]
        self._promises = tuple(self._promised())

    def found(self) -> WaysBack:
        sure = None if self._chance is None else self._chance(self._state, self._ahead, self._now)
        hard_out = self._session.hard_out
        broken = tuple(self._broken())
        is_late = hard_out is not None and self._ends_at > hard_out
        is_unlikely = _is_unlikely(sure)
        outcome = Outcome.FINE
        ways: tuple[WayBack, ...] = ()
        if is_late or is_unlikely or broken:
            outcome, ways = Outcome.LATE, self._ways(is_unlikely=is_unlikely, is_late=is_late)
        elif (longer := self._longer()) is not None:
            outcome, ways = Outcome.EARLY, longer
        return WaysBack(
            outcome=outcome,
            session_id=self._session.session_id,
            ends_at=self._ends_at,
            hard_out=hard_out,
            chance=sure,
            broken=broken,
            ways=ways,
            early_by=self._ahead.planned_ends[self._session.session_id] - self._ends_at,
            seq=self._state.seq,
            at=self._now,
        )

    def told(self, changes: tuple[AnyChange, ...]) -> WayBack:
        """What the changes come to."""
        return self._tell(changes)[0]

    def _tell(self, changes: tuple[AnyChange, ...]) -> tuple[WayBack, Forecast]:
        session_id = self._session.session_id
        return way_of(self._state, self._ahead, session_id, changes, self._now, self._is_enough, self._chance)

    # What must hold

    def _is_of_session(self, leaf_id: str) -> bool:
        place = seated(self._state, self._state.order.places[leaf_id])
        return place.session.session_id == self._session.session_id

    def _promised(self) -> Iterator[tuple[Leader, Place]]:
        """Leaders who must go, with the last that they were promised of what is to come here."""
        for leader in self._state.agenda.leaders:
            if leader.leaves_at is not None:
                own = {place.item.item_id: place for place in promised(self._state.order, leader)}
                if (last := next((each for each in reversed(self._leaves) if each in own), None)) is not None:
                    yield leader, own[last]

    def _broken(self) -> Iterator[Broken]:
        for leader, place in self._promises:
            ends_at = self._ahead.spans[place.item.item_id].end
            if leader.leaves_at is not None and ends_at > leader.leaves_at:
                yield Broken(
                    leader.leader_id,
                    leader.name,
                    leader.leaves_at,
                    place.item.number,
                    place.item.title,
                    ends_at,
                )

    def _is_enough(self, then: Forecast) -> bool:
        hard_out = self._session.hard_out
        if hard_out is not None and then.session_ends[self._session.session_id] > hard_out:
            return False
        return not self._missed(then)

    def _missed(self, ahead: Forecast) -> frozenset[str]:
        """The leaders who go before all that they were promised is over."""
        # with a move another of their items may be the last
        return frozenset(
            leader.leader_id
            for leader, _ in self._promises
            for place in promised(self._state.order, leader)
            if leader.leaves_at is not None
            and place.item.item_id in self._leaves
            and (span := ahead.spans.get(place.item.item_id)) is not None
            and span.end > leader.leaves_at
        )

    def _goals(self, spare: timedelta) -> Iterator[Goal]:
        hard_out = self._session.hard_out
        if hard_out is not None and self._leaves:
            by = hard_out - spare
            yield Goal(self._leaves[-1], hard_out if self._ends_at <= by else by)
        for leader, place in self._promises:
            assert leader.leaves_at is not None
            yield Goal(place.item.item_id, leader.leaves_at, leader.leader_id)

    # When it is late

    def _ways(self, *, is_late: bool, is_unlikely: bool) -> tuple[WayBack, ...]:
        if not self._leaves:
            return ()
        hard_out, spare, tries = self._session.hard_out, SPARE, 1
        if is_unlikely and not is_late and hard_out is not None:
            spare += hard_out - self._ends_at
        ways = self._told(self._found(spare))
        if not ways and is_late:
            ways = self._told(self._found(NO_TIME))
        deeper = ways
        while deeper and tries < _TRIES and all(_is_unlikely(way.chance) for way in deeper):
            spare, tries = spare + _MORE_SPARE, tries + 1
            deeper = self._told(self._found(spare))
        # more is asked of everybody only where it helps
        if deeper and not all(_is_unlikely(way.chance) for way in deeper):
            ways = deeper
        return ways or self._best()

    def _found(self, spare: timedelta) -> list[Found]:
        found = [
            Found(moves, chosen, search)
            for moves, search in self._searches(spare)
            for chosen in search.sets()
            if moves or chosen
        ]
        return sorted(found, key=lambda each: each.rank)

    def _searches(self, spare: timedelta) -> Iterator[tuple[Moves, Search]]:
        """A search in the show as it stands, and in the show with each of the moves that may help."""
        for moves in self._moves():
            state = applied(self._state, moves, self._now) if moves else self._state
            ahead = forecast(state, self._now) if moves else self._ahead
            order = [place.item.item_id for place in ahead.course.coming]
            goals = [replace(goal, leaf_id=_last(order, goal, self._leaves)) for goal in self._goals(spare)]
            begins_at = max(self._now, ahead.expected_end or self._now)
            lines = offers(state, ahead.course, self._now, self._leaves)
            yield moves, Search(horizon(ahead.course, begins_at, goals), lines)

    def _moves(self) -> Iterator[Moves]:
        yield ()
        broken = {one.leader_id for one in self._broken()}
        for leader, _ in self._promises:
            if leader.leader_id in broken:
                yield from earlier(self._state, self._ahead, leader)
        yield from filling(self._state, self._ahead, self._leaves)

    def _told(self, found: Sequence[Found]) -> tuple[WayBack, ...]:
        """The first few that differ and that the forecast bears out."""
        chosen: list[Found] = []
        ways: list[WayBack] = []
        for most_shared in (0.0, 0.5):
            tried = 0
            for each in found:
                if len(ways) == MOST_WAYS or (ways and each.rank[0] > found[0].rank[0] + 1):
                    break
                if any(shared(each, other) > most_shared for other in chosen):
                    continue
                if tried == _MOST_TRIED:
                    break
                tried += 1
                way = self._way(each)
                if way is not None and way.is_enough and not any(are_alike(way, other) for other in ways):
                    chosen.append(each)
                    ways.append(way)
        order = sorted(range(len(ways)), key=lambda at: chosen[at].rank)
        return tuple(ways[at] for at in order)

    def _way(self, found: Found) -> WayBack | None:
        """As it is told; None where the end would come later, or a promise would be broken for it."""
        way, then = self._tell(found.changes)
        return way if way.saves >= NO_TIME and self._missed(then) <= self._missed(self._ahead) else None

    def _best(self) -> tuple[WayBack, ...]:
        """The way with all that gives way, where no few lines are enough."""
        bests: list[tuple[float, int, Found]] = []
        for moves, search in self._searches(NO_TIME):
            chosen = search.most()
            if moves or chosen:
                bests.append((search.late_s(chosen), len(moves) + len(chosen), Found(moves, chosen, search)))
        for _, _, found in sorted(bests, key=lambda best: best[:2]):
            way = self._way(found)
            if way is not None:
                return (way,)
        return ()

    # When it is early

    def _longer(self) -> tuple[WayBack, ...] | None:
        """What may last longer; None where there is no time for it."""
        planned = self._ahead.planned_ends[self._session.session_id]
        hard_out = self._session.hard_out
        room = (planned if hard_out is None else min(planned, hard_out - SPARE)) - self._ends_at
        if room < _EARLY:
            return None
        ways: list[WayBack] = []
        for line in longer_offers(self._state, self._ahead.course, self._now, self._leaves):
            assert isinstance(line.change, Lengthen)
            each = room // len(line.lasts) // _MINUTE * _MINUTE
            to = min(line.change.to, max(line.lasts.values()) + each)
            change = replace(line.change, to_s=to.total_seconds())
            if each <= NO_TIME or len(ways) == MOST_WAYS:
                continue
            way = self.told((change,))
            if way.is_enough:
                ways.append(way)
        return tuple(ways)


def _is_unlikely(chance: float | None) -> bool:
    return chance is not None and chance < LIKELY


def _last(order: Sequence[str], goal: Goal, leaves: Sequence[str]) -> str:
    """The leaf of a goal: of the hard out the last of the session in that order."""
    if goal.leader_id is not None:
        return goal.leaf_id
    of_session = frozenset(leaves)
    return next(each for each in reversed(order) if each in of_session)
