"""Where somebody who is honoured belongs: what a card that is scanned in the wings is answered with."""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.agenda import Item, Recipient
from runofshow.core.honours import names_apart
from runofshow.core.people import HONOURED
from runofshow.core.phases import ItemState
from runofshow.core.rounds import is_batch
from runofshow.core.snapshot import Snapshot


class Whereabouts(Struct, frozen=True, kw_only=True):
    person_id: str
    shown: str
    """The name, told from another of that name in the show."""
    unit: str = ""
    item_id: str
    title: str
    """Of the round."""
    batch: int
    """Its place in the round, from 1."""
    batches: int
    state: ItemState
    place: int | None
    """On the tray, from 1; None of who is absent."""
    proxy: str | None = None
    here: bool | None = None


def whereabouts(snapshot: Snapshot, person_id: str) -> Whereabouts | None:
    """Where the one of that id belongs; None for who is not honoured, and for nobody."""
    if not person_id.startswith(HONOURED):
        return None
    items = (item for session in snapshot.plan.sessions for item in session.items)
    rounds = [(item, [part for part in item.parts if is_batch(part)] or [item]) for item in items]
    for heading, batches in rounds:
        for item in batches:
            for one in _listed(item):
                if HONOURED + one.recipient_id == person_id:
                    return _found(snapshot, heading, batches, item, one)
    return None


def _found(snapshot: Snapshot, heading: Item, batches: list[Item], item: Item, one: Recipient) -> Whereabouts:
    running = [batch for batch in batches if batch is item or not _is_left_out(snapshot, batch)]
    before = [each for each in _listed(item) if not each.absent]
    everybody = (
        each
        for session in snapshot.plan.sessions
        for row in session.items
        for leaf in (row, *row.parts)
        for each in _listed(leaf)
    )
    row, seen = snapshot.rows.of(item.item_id), snapshot.seen.get(HONOURED + one.recipient_id)
    assert row is not None
    return Whereabouts(
        person_id=HONOURED + one.recipient_id,
        shown=names_apart(everybody).get(one.recipient_id, one.name),
        unit=one.unit,
        item_id=item.item_id,
        title=heading.title,
        batch=running.index(item) + 1,
        batches=len(running),
        state=row.state,
        place=None if one.absent else before.index(one) + 1,
        proxy=one.proxy,
        here=None if seen is None else seen.here,
    )


def _listed(item: Item) -> tuple[Recipient, ...]:
    return () if item.award is None else item.award.recipients


def _is_left_out(snapshot: Snapshot, item: Item) -> bool:
    row = snapshot.rows.of(item.item_id)
    return row is not None and row.state in (ItemState.SKIPPED, ItemState.ASIDE)
