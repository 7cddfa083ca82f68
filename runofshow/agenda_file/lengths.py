"""How long what the plan leaves open is assumed to last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from runofshow.agenda_file.catalogue import Kind

SHORTEST = timedelta(seconds=1)


def leaf_length(kinds: Sequence[Kind]) -> timedelta:
    """What an item of these kinds takes together ("Tổng kết và bế mạc" is ten minutes and five)."""
    return sum((kind.typical for kind in kinds), timedelta())


def part_lengths(
    heading: Kind,
    target: timedelta | None,
    given: Sequence[timedelta | None],
    kinds: Sequence[Sequence[Kind]],
) -> tuple[timedelta, ...]:
    """The length of every part of a heading.

    `given` are the plan's own, None where it is silent, and `kinds` the parts' kinds. A `target` is shared
    out among the silent parts, in whole seconds, the odd ones to the first. Without a target, or when the
    given parts have used it up, a part takes its own kind's minutes where these are counted by the part (a
    paper) or it is another kind than the heading, and else its share of the heading's minutes.
    """
    silent = [index for index, length in enumerate(given) if length is None]
    lengths = [length or timedelta() for length in given]
    left = int((target - sum(lengths, timedelta())).total_seconds()) if target else 0
    if silent and left >= len(silent):
        share, odd = divmod(left, len(silent))
        for order, index in enumerate(silent):
            lengths[index] = timedelta(seconds=share + (order < odd))
    else:
        for index in silent:
            lengths[index] = _typical(heading, kinds[index], len(given))
    return tuple(lengths)


def _typical(heading: Kind, kinds: Sequence[Kind], count: int) -> timedelta:
    if kinds[0].per_part or kinds[0].id != heading.id:
        return leaf_length(kinds)
    if heading.part_minutes is not None:
        return timedelta(minutes=heading.part_minutes)
    share = timedelta(seconds=int(heading.typical.total_seconds()) // count)
    return max(share, SHORTEST)
