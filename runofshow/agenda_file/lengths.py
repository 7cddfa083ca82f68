"""How long what the plan leaves open is assumed to last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from math import ceil

from runofshow.agenda_file.catalogue import Kind
from runofshow.core.agenda import ClockMode

SHORTEST = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)
OF_A_BATCH = timedelta(seconds=80)
"""Coming up, who presents, photo, going off: from practice, where it is 75 to 90 s."""
BY_ONE, BY_SEVERAL = timedelta(seconds=9), timedelta(seconds=5)
"""For each recipient, by how many hand over: 8 to 10 s, and 4 to 6 s."""


def leaf_length(kinds: Sequence[Kind]) -> timedelta:
    """What an item of these kinds takes together ("Tổng kết và bế mạc" is ten minutes and five)."""
    return sum((kind.typical for kind in kinds), timedelta())


def shortest_by_custom(kinds: Sequence[Kind], length: timedelta) -> timedelta | None:
    """The least that custom leaves of an item of so long: two thirds, in whole minutes, and no less than is
    usual of its kind. None where one of its kinds never gives way, or where nothing could be taken."""
    if any(kind.elastic is None or kind.clock is ClockMode.MEDIA for kind in kinds):
        return None
    share = timedelta(minutes=ceil(length * 2 / 3 / _MINUTE))
    least = max(share, sum((kind.least for kind in kinds), timedelta()))
    return least if least < length else None


def batch_length(listed: int, presenter: str | None) -> timedelta | None:
    """What a batch of so many takes; None of one that lists nobody. Several presenters have a semicolon
    between them."""
    each = BY_SEVERAL if ";" in (presenter or "") else BY_ONE
    return OF_A_BATCH + listed * each if listed else None


def part_lengths(
    heading: Kind,
    target: timedelta | None,
    given: Sequence[timedelta | None],
    kinds: Sequence[Sequence[Kind]],
    batches: Sequence[timedelta | None] = (),
) -> tuple[timedelta, ...]:
    """The length of every part of a heading.

    `given` are the plan's own, None where it is silent, `kinds` the parts' kinds, and `batches` what a part
    takes that is a batch of an award (`batch_length`). A `target` is shared out among the silent parts, in
    whole seconds, the odd ones to the first: evenly, or as the batches take where all of them are batches.
    Without a target, or when the given parts have used it up, a batch takes what it takes, a part its own
    kind's minutes where these are counted by the part (a paper) or it is another kind than the heading, and
    else its share of the heading's minutes.
    """
    silent = [index for index, length in enumerate(given) if length is None]
    lengths = [length or timedelta() for length in given]
    taken = [batches[index] if batches else None for index in range(len(given))]
    left = int((target - sum(lengths, timedelta())).total_seconds()) if target else 0
    if silent and left >= len(silent):
        weights = [int((taken[index] or timedelta()).total_seconds()) for index in silent]
        for index, seconds in zip(silent, _shares(left, weights), strict=True):
            lengths[index] = timedelta(seconds=seconds)
    else:
        for index in silent:
            lengths[index] = taken[index] or _typical(heading, kinds[index], len(given))
    return tuple(lengths)


def _shares(seconds: int, weights: list[int]) -> list[int]:
    """`seconds` by these weights, each at least one; evenly where a part has none."""
    if not all(weights):
        weights = [1] * len(weights)
    free, whole = seconds - len(weights), sum(weights)
    shares = [1 + free * weight // whole for weight in weights]
    odd = seconds - sum(shares)
    return [share + (place < odd) for place, share in enumerate(shares)]


def _typical(heading: Kind, kinds: Sequence[Kind], count: int) -> timedelta:
    if kinds[0].per_part or kinds[0].id != heading.id:
        return leaf_length(kinds)
    if heading.part_minutes is not None:
        return timedelta(minutes=heading.part_minutes)
    share = timedelta(seconds=int(heading.typical.total_seconds()) // count)
    return max(share, SHORTEST)
