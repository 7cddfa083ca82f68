"""What the takes of rehearsals and shows teach about how long an item lasts.

Lengths are in the time of the show, at whatever speed a rehearsal ran. Of one item they are told by its
median, and by the range in which its next time lies four times of five:

    low, high = exp(m -+ t(n - 1) * s * sqrt(1 + 1 / n))

with m and s the mean and standard deviation of the logarithms of n lengths and t Student's quantile at 90 %
(Student 1908; the range of one further observation, and not of the mean). Lengths are long-tailed, so their
logarithms are nearly normal. One take has no range: nobody knows by how much the next one differs.

What is no length of an item is left out: takes that say nothing (takes.py), and what was called through
without being played or left running with nobody there, which is told by being out of a tenth and ten times
of its plan.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime, timedelta
from math import ceil, exp, log, sqrt
from statistics import fmean, median, stdev

from msgspec import Struct

from runofshow.core.agenda import Agenda, Item
from runofshow.core.commands import Mode
from runofshow.core.history import History
from runofshow.core.running_order import running_order
from runofshow.core.speech.pace import learnt_pace, paces_of, reading_time
from runofshow.core.speech.syllables import syllables
from runofshow.core.value import replace
from runofshow.core.words import words_of

OUT_OF_PLAN = 10
"""A take that many times shorter or longer than its plan was not played as planned. The widest spread of one
kind in real programmes is 1 to 6."""
FINE = timedelta(seconds=30)
"""What a plan is written in, below ten minutes; from there on in whole minutes."""
MINUTE = timedelta(minutes=1)
COARSE_FROM = timedelta(minutes=10)
_T90 = (3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372)
"""Student's t at 90 % (one side) for 1 to 10 degrees of freedom; beyond, that of 10 is a little wide."""


class Time(Struct, frozen=True):
    """One time that an item ran to its end."""

    length: timedelta
    began_at: datetime
    mode: Mode


class Range(Struct, frozen=True):
    """Between these the next time lies, four times of five."""

    low: timedelta
    high: timedelta


class Spread(Struct, frozen=True):
    """What several lengths come to."""

    count: int
    median: timedelta
    likely: Range | None = None
    """None with one length."""


class Learnt(Struct, frozen=True):
    """What is known of one leaf of a plan."""

    item: Item
    times: tuple[Time, ...] = ()
    """The oldest first."""
    spread: Spread | None = None
    """None where it never ran."""
    links: tuple[timedelta, ...] = ()
    """How long the MC led over to it, in rehearsals of the joins; the oldest first."""
    pace: float | None = None
    """Syllables a minute of who speaks, from their own takes; None where there is none to go by."""
    proposed: timedelta | None = None
    """The length that the plan should have; None where it has it, or nothing is known."""

    @property
    def syllables(self) -> int:
        """Of its text; 0 without one."""
        return 0 if self.item.speech is None else self.item.speech.syllables

    @property
    def is_by_text(self) -> bool:
        """It is proposed from the text, because it never ran."""
        return self.proposed is not None and self.spread is None


def learnt(agenda: Agenda, records: Sequence[History]) -> tuple[Learnt, ...]:
    """What rehearsals and shows of this plan teach of each of its leaves, in their order.

    A take under another speaker than the plan now names says nothing: it is the speaker who takes the time.
    """
    leaves = [place.item for place in running_order(agenda).leaves]
    times, links = _times(leaves, records), _links(leaves, records)
    known = [
        Learnt(leaf, times[leaf.item_id], spread_of(times[leaf.item_id]), tuple(links[leaf.item_id]))
        for leaf in leaves
    ]
    paces = _paces(known)
    return tuple(_proposing(replace(one, pace=paces.get(speaker_of(one.item)))) for one in known)


def mc_pace(known: Sequence[Learnt]) -> float | None:
    """The syllables a minute of the MC, from the links that were timed; None where none was."""
    return learnt_pace((syllables(words_of(one.item)), link) for one in known for link in one.links)


def lengths(record: History) -> dict[str, tuple[Time, ...]]:
    """The times of one record that say how long an item is, by leaf."""
    planned = {item.row.item_id: item.planned for item in record.items}
    found: dict[str, tuple[Time, ...]] = {}
    for take in record.takes:
        length = take.length
        if length is not None and _was_played(length, planned.get(take.item_id)):
            time = Time(length, take.began_at, record.mode)
            found[take.item_id] = (*found.get(take.item_id, ()), time)
    return found


def same_items(ours: Sequence[Item], theirs: Sequence[Item]) -> dict[str, str]:
    """Which item of another plan each of ours is, by their ids.

    An id that nobody wrote follows from the place, so it changes with each item put in before it. So the same
    are, in this order: what has id and title alike; title and speaker; the title; and, where a title was
    mended, id and kind. Each is the same as one other alone.
    """
    found: dict[str, str] = {}
    for mark in _MARKS:
        free = _waiting((item for item in theirs if item.item_id not in set(found.values())), mark)
        for item in ours:
            if item.item_id not in found and free[mark(item)]:
                found[item.item_id] = free[mark(item)].pop(0)
    return found


def spread_of(times: Sequence[Time]) -> Spread | None:
    """What these come to; None for none."""
    if not times:
        return None
    seconds = [max(time.length.total_seconds(), 1.0) for time in times]
    middle = timedelta(seconds=median(seconds))
    if len(seconds) == 1:
        return Spread(1, middle)
    logs = [log(each) for each in seconds]
    t = _T90[min(len(logs) - 1, len(_T90)) - 1]
    off = t * stdev(logs) * sqrt(1 + 1 / len(logs))
    low, high = (timedelta(seconds=exp(fmean(logs) + sign * off)) for sign in (-1, 1))
    return Spread(len(seconds), middle, Range(low, high))


def in_plan(length: timedelta) -> timedelta:
    """A length as a plan has it: never shorter, in half minutes, from ten minutes on in whole ones."""
    step = FINE if length < COARSE_FROM else MINUTE
    return ceil(length / step) * step


def plain(text: str) -> str:
    """A title or a name without what changes between two writings of it."""
    return " ".join(text.casefold().split())


Mark = Callable[[Item], Hashable]

_MARKS: tuple[Mark, ...] = (
    lambda item: (item.item_id, plain(item.title)),
    lambda item: (plain(item.title), speaker_of(item)),
    lambda item: plain(item.title),
    lambda item: (item.item_id, item.kind),
)


def _waiting(items: Iterable[Item], mark: Mark) -> defaultdict[Hashable, list[str]]:
    waiting: defaultdict[Hashable, list[str]] = defaultdict(list)
    for item in items:
        waiting[mark(item)].append(item.item_id)
    return waiting


def speaker_of(item: Item) -> str:
    """Who speaks in an item, however that is written; empty where nobody is named."""
    return plain(item.by or "")


def _was_played(length: timedelta, planned: timedelta | None) -> bool:
    return not planned or planned / OUT_OF_PLAN <= length <= planned * OUT_OF_PLAN


def _times(leaves: Sequence[Item], records: Sequence[History]) -> dict[str, tuple[Time, ...]]:
    """The times of each leaf in all the records, the oldest first."""
    times: dict[str, tuple[Time, ...]] = {leaf.item_id: () for leaf in leaves}
    for record in sorted(records, key=lambda record: record.opened_at):
        theirs = {item.row.item_id: item.row.item for item in record.leaves}
        same, of_them = same_items(leaves, tuple(theirs.values())), lengths(record)
        for leaf in leaves:
            other = same.get(leaf.item_id)
            if other is not None and _is_theirs(leaf, theirs[other]):
                times[leaf.item_id] += of_them.get(other, ())
    return times


def _is_theirs(ours: Item, other: Item) -> bool:
    """Whether the same person speaks, as far as both say so."""
    return not (ours.by and other.by) or speaker_of(ours) == speaker_of(other)


def _links(leaves: Sequence[Item], records: Sequence[History]) -> dict[str, list[timedelta]]:
    """The MC's links to each leaf, the oldest first."""
    found: dict[str, list[timedelta]] = {leaf.item_id: [] for leaf in leaves}
    for record in sorted(records, key=lambda record: record.opened_at):
        same = same_items(leaves, [item.row.item for item in record.leaves]) if record.links else {}
        for ours, theirs in same.items():
            found[ours] += (link.length for link in record.links if link.item_id == theirs)
    return found


def _paces(known: Sequence[Learnt]) -> dict[str, float]:
    """The syllables a minute of each speaker, from the texts that they have read."""
    return paces_of(
        (speaker_of(one.item), one.syllables, time.length)
        for one in known
        if one.syllables and one.item.by
        for time in one.times
    )


def _proposing(one: Learnt) -> Learnt:
    """With the length that the plan should have. Up to an hour nothing is proposed; what is protected never
    gets less than it has: a rite that was only walked through in a rehearsal is not shorter for it."""
    length = _needed(one)
    if length is None or one.item.until is not None:
        return one
    proposed = in_plan(length)
    if one.item.protected:
        proposed = max(proposed, one.item.duration)
    is_new = proposed != one.item.duration or one.item.assumed
    return replace(one, proposed=proposed) if is_new else one


def _needed(one: Learnt) -> timedelta | None:
    if one.spread is not None:
        return one.spread.median
    return reading_time(one.syllables, one.pace) if one.syllables and one.pace else None
