"""How long a batch of an award round is expected to last, as its round teaches.

The theory. What a batch takes is made of its steps, which take as long for three people as for ten, and of
each who is there: longer where one hands over than where several do. So much each batch *weighs*. Those of a
round that have ended lasted so many times their weight, without their holds, and so do those still to come.
Before any has ended, and where nobody is listed, the plan's length is all that is known.

The plan's lengths, and the back-time from a hard out, stay the plan's: the pace is what is expected.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from msgspec import Struct

from runofshow.core.agenda import Award
from runofshow.core.record import Run
from runofshow.core.rounds import is_batch, read_with, round_id_of
from runofshow.core.running_order import Place
from runofshow.core.state import State
from runofshow.core.timeline import NO_TIME


class Pace(Struct, frozen=True):
    times: Mapping[str, float]
    """Round id to how many times their weight its batches have lasted; only of those that have taught it."""
    read: frozenset[str]
    """The ids of the batches of those rounds with which a decision is read."""


UNKNOWN: Final = Pace({}, frozenset())

# To be checked at rehearsals: 75 to 90 s for a batch, and 4 to 6 s for each who is there with several
# presenters, 8 to 10 s with one. Only what the batches of a round have not in common weighs in the end.
_ALWAYS: Final = timedelta(seconds=65)
"""They come up 30, the presenters 15, all leave 20."""
_READING: Final = timedelta(seconds=40)
_FLOWERS: Final = timedelta(seconds=15)
_PHOTO: Final = timedelta(seconds=15)
_EACH_BY_ONE: Final = timedelta(seconds=9)
_EACH_BY_SEVERAL: Final = timedelta(seconds=5)
_SLOWEST: Final = 4.0
"""Beyond it, and below one part of it, something else was going on than handing over: a call made by mistake,
a pause that nobody held."""


def pace_of(state: State) -> Pace:
    """What every round has taught so far."""
    ended = [
        (place, took)
        for item_id, run in state.runs.items()
        if (took := taught(run)) is not None
        if (place := state.order.places.get(item_id)) is not None and is_batch(place.item)
    ]
    if not ended:
        return UNKNOWN
    rounds = {round_id_of(place) for place, _ in ended}
    in_them = (
        leaf
        for leaf in state.order.leaves
        if is_batch(leaf.item) and round_id_of(leaf) in rounds and not state.is_skipped(leaf.item.item_id)
    )
    read = read_with(state, in_them)
    lasted, weighed = dict.fromkeys(rounds, NO_TIME), dict.fromkeys(rounds, NO_TIME)
    for place, took in ended:
        lasted[round_id_of(place)] += took
        weighed[round_id_of(place)] += _weight(place, read)
    times = {
        round_id: min(max(lasted[round_id] / weight, 1 / _SLOWEST), _SLOWEST)
        for round_id, weight in weighed.items()
        if weight
    }
    return Pace(times, read)


def taught(run: Run) -> timedelta | None:
    """How long a batch lasted without its holds; None of one that has not ended."""
    if run.started_at is None or run.ended_at is None:
        return None
    return run.ended_at - run.started_at - run.held


def length_at_pace(pace: Pace, place: Place) -> timedelta:
    """How long a leaf is expected to last, without added time: a batch as its round has taught."""
    if place.item.until is not None or not pace.times or not is_batch(place.item):
        return place.item.duration
    times = pace.times.get(round_id_of(place))
    if times is None:
        return place.item.duration
    return timedelta(seconds=round((_weight(place, pace.read) * times).total_seconds()))


def _weight(place: Place, read: frozenset[str]) -> timedelta:
    award = place.item.award or Award()
    if not award.recipients:
        return place.item.duration
    own = _ALWAYS
    own += _READING if place.item.item_id in read else NO_TIME
    own += _FLOWERS if award.flowers else NO_TIME
    own += NO_TIME if award.photo is False else _PHOTO
    each = _EACH_BY_SEVERAL if ";" in (award.presenter or "") else _EACH_BY_ONE
    return own + each * sum(not one.absent for one in award.recipients)
