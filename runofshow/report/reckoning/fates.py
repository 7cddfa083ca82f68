"""What became of each who was to be honoured, against the lists as the plan was opened with them.

Somebody is found again by their id; where a list was written anew, by name and unit. A batch that the plan
does not have was split off the one in which the plan has its first recipient, and those who went along with
it have not moved. A batch that was left before its handing over was not given.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from msgspec import Struct

from runofshow.core.agenda import Agenda, Item, Recipient, Step
from runofshow.core.history import History, ItemHistory
from runofshow.core.honours import bare_name, names_apart, presenter_of
from runofshow.core.running_order import running_order
from runofshow.core.snapshot import ItemState

_NOT_YET: Final = frozenset((Step.READING, Step.CALL, Step.LINE_UP, Step.PRESENTERS))
"""Steps before anything is handed over."""


class Fate(StrEnum):
    """Whether they have it."""

    GIVEN = "given"
    ON_BEHALF = "on_behalf"
    """Somebody else received it for them."""
    ABSENT = "absent"
    """Their batch was on stage, and nobody came: it is left over."""
    LEFT = "left"
    """Their batch was not on stage, or was left before anything was handed over: it is left over."""

    @property
    def is_given(self) -> bool:
        return self in (Fate.GIVEN, Fate.ON_BEHALF)


class Honoured(Struct, frozen=True):
    one: Recipient
    shown: str
    """The name, with what tells it from another of the same in the show."""
    fate: Fate
    moved_from: ItemHistory | None = None
    """The item that the plan lists them at."""
    added: bool = False
    """They came on the list during the show."""


class Origins:
    """Where the plan as it was opened has everybody; and how names are told apart."""

    def __init__(self, history: History) -> None:
        self._rows = {item.row.item_id: item for item in history.items}
        self._planned = {one.recipient_id: item.item_id for item, one in _listed(history.plan)}
        self._items = {item.item_id for item in _items(history.plan)}
        self._shown = shown_names(history)
        self._written_anew = {
            _named(one): item.item_id
            for item, one in _listed(history.plan)
            if one.recipient_id not in self._shown
        }

    def people(self, item: ItemHistory, listed: Sequence[Recipient]) -> tuple[Honoured, ...]:
        """Those of a list, which is told with that item."""
        listed_at, home = listing(item), self.home(item)
        return tuple(self._honoured(item, one, {listed_at, home}) for one in listed)

    def home(self, item: ItemHistory) -> str | None:
        """Where the plan has the batch: the item itself, or the one that it was split off."""
        listed_at = listing(item)
        if listed_at in self._items:
            return listed_at
        award = item.row.written.award
        planned = (self._home_of(one) for one in (award.recipients if award is not None else ()))
        return next((home for home in planned if home is not None), None)

    def split_from(self, item: ItemHistory) -> ItemHistory | None:
        """The item that a batch was split off; None of one that the plan has."""
        return None if item.row.item_id in self._items else self._rows.get(self.home(item) or "")

    def _honoured(self, item: ItemHistory, one: Recipient, at_home: set[str | None]) -> Honoured:
        home = self._home_of(one)
        return Honoured(
            one,
            self._shown[one.recipient_id],
            _fate(item, one),
            None if home is None or home in at_home else self._rows.get(home),
            added=home is None,
        )

    def _home_of(self, one: Recipient) -> str | None:
        return self._planned.get(one.recipient_id) or self._written_anew.get(_named(one))


def listing(item: ItemHistory) -> str:
    """The item at which the list of a batch is written: itself, or its heading."""
    own = item.row.written.award
    if own is not None and own.has_own_list:
        return item.row.item_id
    return item.row.parent_id or item.row.item_id


def is_left_early(item: ItemHistory) -> bool:
    """It ran and ended, but its steps were called no further than before the handing over."""
    return item.row.state is ItemState.DONE and item.step in _NOT_YET


def was_given(item: ItemHistory) -> bool:
    """It ran to its end, as far as its steps tell: where nobody called any, it was handed over."""
    return item.row.state is ItemState.DONE and not is_left_early(item)


def _fate(item: ItemHistory, one: Recipient) -> Fate:
    if not was_given(item):
        return Fate.LEFT
    if one.absent:
        return Fate.ABSENT
    return Fate.GIVEN if one.proxy is None else Fate.ON_BEHALF


def _named(one: Recipient) -> tuple[str, str]:
    return bare_name(one), one.unit.casefold()


def _listed(agenda: Agenda) -> Iterator[tuple[Item, Recipient]]:
    for item in _items(agenda):
        if item.award is not None:
            yield from ((item, one) for one in item.award.recipients)


def _items(agenda: Agenda) -> Iterator[Item]:
    for session in agenda.sessions:
        for item in session.items:
            yield item
            yield from item.parts


def shown_names(history: History) -> dict[str, str]:
    """Recipient id to the name, with what tells it from another of the same in the show."""
    now = [one for _, one in _listed(history.agenda)]
    return {one.recipient_id: one.name for one in now} | names_apart(now)


def planned_presenters(plan: Agenda) -> dict[str, str | None]:
    """Item id to who was to hand over, by the plan as it was opened."""
    return {item_id: presenter_of(place.item) for item_id, place in running_order(plan).places.items()}
