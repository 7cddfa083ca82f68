"""What may give way in the show as it stands: each line of which a way back can be made.

The theory. A line is one thing to say: speakers of one kind under one heading, or one behind the other, are
shortened alike, to one length that each of them can bear. What has begun, what is protected, and what a
leader acts in or was promised, is not among them; nor is what a hand has given or taken time from, for
somebody has just decided how long that is to last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.course import Course
from runofshow.core.recovery.applied import leaves_to_come, length_now
from runofshow.core.recovery.changes import Drop, Lengthen, Shorten
from runofshow.core.recovery.promises import promised_to_anybody
from runofshow.core.recovery.yielding import may_be_dropped
from runofshow.core.rounds import is_batch
from runofshow.core.running_order import Place
from runofshow.core.state import State
from runofshow.core.timeline import NO_TIME

Key = tuple[object, ...]


class Offer(Struct, frozen=True):
    change: Shorten | Drop | Lengthen
    lasts: Mapping[str, timedelta]
    """Leaf id to how long each that it touches lasts now, added time apart."""
    importance: int
    position: int
    """Of the first of them in what is to come: the nearest is 0."""

    @property
    def is_drop(self) -> bool:
        return isinstance(self.change, Drop)

    def cut_of(self, leaf_id: str) -> timedelta:
        """How much of that leaf goes; negative of what is made longer."""
        length = self.lasts[leaf_id]
        if isinstance(self.change, Drop):
            return length
        cut = length - self.change.to
        return max(cut, NO_TIME) if isinstance(self.change, Shorten) else min(cut, NO_TIME)


def offers(state: State, course: Course, now: datetime, leaves: Sequence[str]) -> tuple[Offer, ...]:
    """All that may be taken away of these leaves to come."""
    open_ones = dict(_open(state, course, leaves))
    return (*_shorter(state, open_ones, now), *_without(state, open_ones, now))


def longer_offers(state: State, course: Course, now: datetime, leaves: Sequence[str]) -> tuple[Offer, ...]:
    """All that may be made longer, each by as much as it may."""
    found: dict[Key, list[tuple[int, Place]]] = {}
    for at, place in dict(_open(state, course, leaves)).items():
        item = place.item
        if item.until is None and item.stretch is not None and item.stretch > item.duration:
            found.setdefault((*_together(place), item.stretch, item.duration), []).append((at, place))
    return tuple(
        _offer(Lengthen(_ids(rows), most.total_seconds()), state, rows, now)
        for rows in found.values()
        if (most := rows[0][1].item.stretch) is not None
    )


def _open(state: State, course: Course, leaves: Sequence[str]) -> Iterator[tuple[int, Place]]:
    """The leaves that may be touched, by their places in what is to come."""
    promised, wanted = promised_to_anybody(state), frozenset(leaves)
    for at, place in enumerate(course.coming):
        item = place.item
        is_kept = item.protected or item.item_id in promised or state.run(item.item_id).added
        if item.item_id in wanted and not is_kept:
            yield at, place


def _shorter(state: State, places: Mapping[int, Place], now: datetime) -> Iterator[Offer]:
    found: dict[Key, list[tuple[int, Place]]] = {}
    last: tuple[int, Key] = (-2, ())
    run = 0
    for at, place in places.items():
        item = place.item
        # how long a batch lasts is what its round has taught, whatever its length
        if item.min is None or is_batch(item) or length_now(state, place, now) <= item.min:
            continue
        key: Key = (*_together(place), item.min, item.until)
        # at the top of a session only those stand together that follow each other
        run += place.parent is None and last != (at - 1, key)
        last = at, key
        found.setdefault((*key, None if place.parent else run), []).append((at, place))
    for rows in found.values():
        least = rows[0][1].item.min
        assert least is not None
        yield _offer(Shorten(_ids(rows), least.total_seconds()), state, rows, now)


def _without(state: State, places: Mapping[int, Place], now: datetime) -> Iterator[Offer]:
    rows = [(at, place) for at, place in places.items() if may_be_dropped(place.item)]
    droppable = {place.item.item_id for _, place in rows}
    told: set[str] = set()
    for at, place in rows:
        heading = place.parent
        alike = [] if heading is None else leaves_to_come(state, heading.item_id)
        is_whole = heading is not None and (heading.may_drop is True or heading.optional)
        if heading is not None and is_whole and all(leaf.item_id in droppable for leaf in alike):
            if heading.item_id not in told:
                told.add(heading.item_id)
                ids = {leaf.item_id for leaf in alike}
                of_it = [row for row in rows if row[1].item.item_id in ids]
                yield _offer(Drop(heading.item_id), state, of_it, now)
            continue
        yield _offer(Drop(place.item.item_id), state, [(at, place)], now)


def _together(place: Place) -> Key:
    return place.item.kind, None if place.parent is None else place.parent.item_id


def _ids(rows: Sequence[tuple[int, Place]]) -> tuple[str, ...]:
    return tuple(place.item.item_id for _, place in rows)


def _offer(
    change: Shorten | Drop | Lengthen, state: State, rows: Sequence[tuple[int, Place]], now: datetime
) -> Offer:
    return Offer(
        change,
        {place.item.item_id: length_now(state, place, now) for _, place in rows},
        max(place.item.importance for _, place in rows),
        rows[0][0],
    )
