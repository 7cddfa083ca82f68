"""Whom a newer plan honours otherwise than the agenda does, award by award."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from runofshow.agenda_file.revision import counterparts
from runofshow.core.agenda import Agenda, Item, Recipient
from runofshow.core.honours import bare_name


class OtherPeople(Struct, frozen=True):
    """An award that both have, with other people."""

    title: str
    """As the agenda has it."""
    added: tuple[str, ...]
    """Whom only the newer plan lists, by name and unit."""
    gone: tuple[str, ...]
    """Whom only the agenda lists."""


def other_people(agenda: Agenda, newer: Agenda) -> tuple[OtherPeople, ...]:
    """The awards whose people differ. A newer plan that lists nobody at an award says nothing about it."""
    mine, into = {item.item_id: item for item in _rows(agenda)}, counterparts(agenda, newer)
    found = (_compared(mine[into[item.item_id]], item) for item in _rows(newer) if item.item_id in into)
    return tuple(each for each in found if each.added or each.gone)


def _compared(item: Item, newer: Item) -> OtherPeople:
    old, new = _people(item), _people(newer)
    if not new:
        return OtherPeople(item.title, (), ())
    return OtherPeople(item.title, _without(new, old), _without(old, new))


def _without(people: Sequence[Recipient], others: Sequence[Recipient]) -> tuple[str, ...]:
    left = Counter(map(_who, people)) - Counter(map(_who, others))
    names = {_who(one): f"{one.name} ({one.unit})" if one.unit else one.name for one in people}
    return tuple(name for who, name in names.items() for _ in range(left[who]))


def _who(one: Recipient) -> tuple[str, str]:
    return bare_name(one), one.unit.casefold()


def _people(item: Item) -> list[Recipient]:
    """Those of an item and of its batches."""
    awards = (row.award for row in (item, *item.parts))
    return [one for award in awards if award is not None for one in award.recipients]


def _rows(agenda: Agenda) -> Iterator[Item]:
    for session in agenda.sessions:
        for item in session.items:
            yield from (item, *item.parts)
