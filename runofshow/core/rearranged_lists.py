"""What is otherwise than by the plan with an award and with those on its list, as rearranged.py tells it.

Who went along with a batch that was split off has not moved, and what it took along of the time is no other
length of the batch that it was split off. Another place in the same batch is told by nobody: the tray has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.agenda import Item, Recipient
from runofshow.core.awarding import own_list
from runofshow.core.honours import presenter_of
from runofshow.core.moved import home_of
from runofshow.core.running_order import Place
from runofshow.core.state import State


class HandedBy(Struct, frozen=True, tag_field="what", tag="handed_by"):
    """Somebody else hands over; None is nobody by name."""

    was: str | None
    now: str | None


class SplitOff(Struct, frozen=True, tag_field="what", tag="split_off"):
    """The batch was a part of another one by the plan."""

    was_id: str


class PutIn(Struct, frozen=True, tag_field="what", tag="put_in"):
    """Somebody is to come up in another batch."""

    recipient_id: str
    was_id: str
    home_id: str
    """The batch, or the one that it was split off since."""


class Listed(Struct, frozen=True, tag_field="what", tag="listed"):
    """Somebody is on the list whom the plan did not have."""

    recipient_id: str


class Absent(Struct, frozen=True, tag_field="what", tag="absent"):
    """Somebody is absent, or is expected after all."""

    recipient_id: str
    now: bool


class OnBehalf(Struct, frozen=True, tag_field="what", tag="on_behalf"):
    """Somebody else receives for them; None is they themselves."""

    recipient_id: str
    was: str | None
    now: str | None


OfRecipient = PutIn | Listed | Absent | OnBehalf
OfAward = HandedBy | SplitOff | OfRecipient

Planned = Mapping[str, tuple[str, Recipient]]
"""Recipient id to the item at which the plan lists them, and what it says of them."""


def planned_lists(places: Mapping[str, Place]) -> Planned:
    """Whom these places of a plan list, and where."""
    return {
        one.recipient_id: (item_id, one)
        for item_id, place in places.items()
        if place.written.award is not None
        for one in place.written.award.recipients
    }


def of_award(state: State, place: Place, planned: Place | None, people: Planned) -> Iterator[OfAward]:
    """What is otherwise with the award of a row."""
    now = place.written.award
    if now is None or (planned is not None and now is planned.written.award):
        return
    item_id = place.item.item_id
    home = home_of(state, item_id)
    if planned is None and home is not None:
        yield SplitOff(home)
    elif planned is not None:
        was_by, now_by = presenter_of(planned.item), presenter_of(place.item)
        is_written_anew = planned.written.award is None or now.presenter != planned.written.award.presenter
        if was_by != now_by and is_written_anew:
            yield HandedBy(was_by, now_by)
    for one in now.recipients:
        yield from _of_recipient(one, item_id, home, people.get(one.recipient_id))


def _of_recipient(
    one: Recipient, item_id: str, home: str | None, planned: tuple[str, Recipient] | None
) -> Iterator[OfRecipient]:
    if planned is None:
        yield Listed(one.recipient_id)
        was_absent, was_proxy = False, None
    else:
        was_id, was = planned
        was_absent, was_proxy = was.absent, was.proxy
        if was_id != home:
            yield PutIn(one.recipient_id, was_id, home or item_id)
    if one.absent != was_absent:
        yield Absent(one.recipient_id, one.absent)
    if one.proxy != was_proxy:
        yield OnBehalf(one.recipient_id, was_proxy, one.proxy)


def with_split_off(
    state: State, item: Item, planned: Mapping[str, Place]
) -> tuple[timedelta, datetime | None]:
    """How long a leaf is written to last, and up to which hour, with the batches that were split off it."""
    rows = [
        place.written
        for other_id, place in state.order.places.items()
        if other_id not in planned and own_list(state, other_id) and home_of(state, other_id) == item.item_id
    ]
    length = sum((one.duration for one in rows), item.duration)
    return length, next((one.until for one in (item, *rows) if one.until is not None), None)
