"""The fields of the views by name: which of them move by themselves, and which a signal may name.

Both are read off the types, so that a field which is added is known wherever pictures are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, get_args, get_origin

from runofshow.core.snapshot import CueRow, ItemRow
from runofshow.core.views.roles import CallerView, View
from runofshow.core.wire import Moves, hints, is_view, within

if TYPE_CHECKING:
    from msgspec import Struct


@cache
def moving(*kinds: Moves) -> frozenset[str]:
    """The names of all fields that move like this, in the picture of any role."""
    return frozenset(
        name
        for view in all_views()
        for name, hint in hints(view)
        if any(mark in kinds for mark in within(hint) if isinstance(mark, Moves))
    )


@cache
def nameable() -> frozenset[str]:
    """Every name a placeholder may have: the single values of the snapshot's JSON by their path in it, and of
    the item (as in its `items`) and the cue (as in its `cues`) that set the signal off."""
    # nobody counts the screens: with a hall it is no single value
    whole = {name for name in _single(CallerView) if not name.startswith("presence.")}
    item, cue = (f"item.{name}" for name in _single(ItemRow)), (f"cue.{name}" for name in _single(CueRow))
    return frozenset({*whole, *item, *cue})


def _single(view: type[Struct]) -> Iterator[str]:
    for name, hint in hints(view):
        inner = [one for one in within(hint) if is_view(one)]
        if inner and not _is_many(hint):
            if inner[0] is view:
                continue  # what comes after it is no single value
            yield from (f"{name}.{below}" for below in _single(inner[0]))
        elif not _is_many(hint):
            yield name


def _is_many(hint: object) -> bool:
    return any(get_origin(one) is tuple or get_origin(one) is dict for one in (hint, *get_args(hint)))


def all_views() -> frozenset[type[Struct]]:
    """Every kind of value in the picture of any role."""
    found: set[type[Struct]] = set()
    waiting: list[object] = [View]
    while waiting:
        for one in within(waiting.pop()):
            if is_view(one) and one not in found:
                found.add(one)
                waiting += (hint for _, hint in hints(one))
    return frozenset(found)
