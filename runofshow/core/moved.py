"""Who stands elsewhere than the plan had them: what servers and MC hold in their hands was printed by it.

The theory. Lists are a part of the agenda, so the plan as it was opened and the agenda as it is amended say
together who moved, who was added, and which batch was split off another; nothing of it is written down. A
batch that the plan does not have was split off the one in which the plan has its first recipient, and those
who came along have not moved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from runofshow.core.agenda import Agenda, Item, Recipient
from runofshow.core.awarding import listed_at, listing_of, own_list
from runofshow.core.on_stage import Batch, MovedOut, OnStage
from runofshow.core.state import State
from runofshow.core.value import replace

List = tuple[Recipient, ...]


class Moves:
    """What is another than in the plan, of the batches of one round; `numbers` is item id to batch."""

    def __init__(self, state: State, numbers: Mapping[str, int]) -> None:
        self._state = state
        self._numbers = numbers

    def told(self, batch: Batch) -> Batch:
        """The batch with who moved into it and out of it."""
        written_at = listing_of(self._state, batch.item_id)
        had = _listed(self._state.plan, written_at)
        stood = None if had is None else [(one.recipient_id, one.absent) for one in had]
        if stood == [(one.recipient_id, one.absent) for one in batch.people]:
            return batch
        home, here = home_of(self._state, written_at), {one.recipient_id for one in batch.people}
        return replace(
            batch,
            people=tuple(self._moved(one, home) for one in batch.people),
            moved_out=tuple(self._moved_out(written_at, had or (), here)),
            split_from=self._numbers.get(home or "") if had is None else None,
        )

    def _moved(self, one: OnStage, home: str | None) -> OnStage:
        if one.recipient_id not in self._state.listed_by_plan:
            return replace(one, added=True)
        item_id, place = self._state.listed_by_plan[one.recipient_id]
        moved_from = None if item_id == home else self._numbers.get(item_id)
        is_elsewhere = item_id != home or place != one.place
        return replace(one, moved_from=moved_from, planned_place=place if is_elsewhere else None)

    def _moved_out(self, item_id: str, had: List, here: Set[str]) -> Iterator[MovedOut]:
        for one in had:
            now_at = None if one.recipient_id in here else listed_at(self._state, one.recipient_id)
            if now_at is not None and home_of(self._state, now_at) != item_id:
                shown = self._state.order.shown.get(one.recipient_id, one.name)
                yield MovedOut(recipient_id=one.recipient_id, shown=shown, to=self._numbers.get(now_at))


def home_of(state: State, item_id: str) -> str | None:
    """The item at which the plan has a list: its own, or the one that it was split off; None of one in which
    nobody is whom the plan has."""
    if _listed(state.plan, item_id) is not None:
        return item_id
    planned = state.listed_by_plan
    ids = (one.recipient_id for one in own_list(state, item_id))
    return next((planned[one][0] for one in ids if one in planned), None)


def _listed(agenda: Agenda, item_id: str) -> List | None:
    """Who is listed at an item; None where the agenda has no such item."""
    found = next((item for item in _items(agenda) if item.item_id == item_id), None)
    if found is None:
        return None
    return () if found.award is None else found.award.recipients


def _items(agenda: Agenda) -> Iterator[Item]:
    for session in agenda.sessions:
        for item in session.items:
            yield item
            yield from item.parts
