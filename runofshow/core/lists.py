"""Who stands on which list of an agenda, and which of them share a name.

A show may honour two thousand people, and each order makes a running order anew. So what is known of a list
is kept while the list is the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from operator import attrgetter

from msgspec import Struct

from runofshow.core.agenda import Item, Recipient
from runofshow.core.honours import NameKey, name_key, told_apart
from runofshow.core.value import replace


class Listed(Struct, frozen=True):
    """One list, as it is written at its item."""

    recipients: tuple[Recipient, ...]
    keys: tuple[NameKey, ...]


class Lists(Struct, frozen=True):
    """Every list of an agenda."""

    of: dict[str, Listed]
    """Item id to the list that is written at it; an item without one is not in it."""
    where: dict[str, str]
    """Recipient id to the id of the item that lists them."""
    shown: dict[str, str]
    """Recipient id to a name that nobody else on the lists has; only of those who share theirs."""


NO_LISTS = Lists({}, {}, {})


def lists_of(written: Iterable[Item], before: Lists | None = None) -> Lists:
    """The lists that are written at these items."""
    was = NO_LISTS if before is None else before
    of: dict[str, Listed] = {}
    for item in written:
        if item.award is not None and item.award.recipients:
            known = was.of.get(item.item_id)
            is_same = known is not None and known.recipients is item.award.recipients
            of[item.item_id] = known if known is not None and is_same else _listed(item.award.recipients)
    if list(of) == list(was.of) and all(_names_as(was.of[item_id], one) for item_id, one in of.items()):
        return was if all(one is was.of[item_id] for item_id, one in of.items()) else replace(was, of=of)
    where: dict[str, str] = {}
    for item_id, one in of.items():
        for each in one.recipients:
            where.setdefault(each.recipient_id, item_id)
    everybody = chain.from_iterable(one.recipients for one in of.values())
    keys = list(chain.from_iterable(one.keys for one in of.values()))
    return Lists(of, where, told_apart(everybody, keys))


def _names_as(was: Listed, now: Listed) -> bool:
    """Whether the same people stand in it under the same names, whatever else is said of them."""
    return was is now or list(map(_named, was.recipients)) == list(map(_named, now.recipients))


_named = attrgetter("recipient_id", "name", "unit")


def _listed(recipients: tuple[Recipient, ...]) -> Listed:
    return Listed(recipients, tuple(map(name_key, recipients)))


def places_on_trays(written: Iterable[Item]) -> dict[str, tuple[str, int | None]]:
    """Recipient id to the item that lists them, and their place on its tray; None of who is absent."""
    found: dict[str, tuple[str, int | None]] = {}
    for item in written:
        place = 0
        for one in () if item.award is None else item.award.recipients:
            place += not one.absent
            found[one.recipient_id] = item.item_id, None if one.absent else place
    return found
