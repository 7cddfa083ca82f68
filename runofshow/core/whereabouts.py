"""Where somebody who is honoured belongs: what a card that is scanned in the wings is answered with."""

from __future__ import annotations

from runofshow.core.awarding import listing_of
from runofshow.core.board import Board
from runofshow.core.on_stage import Whereabouts
from runofshow.core.rounds import whole_round
from runofshow.core.rounds_now import batch_of
from runofshow.core.running_order import Place
from runofshow.core.state import State


def whereabouts(board: Board, recipient_id: str) -> Whereabouts | None:
    """Where the one of that id belongs; None of who stands on a list that holds for no batch."""
    state = board.state
    place = _batch_with(state, recipient_id)
    if place is None:
        return None
    # a batch that is left out is counted for those alone who belong to it
    beside = [
        one for one in whole_round(state, place) if one is place or not state.is_skipped(one.item.item_id)
    ]
    batch = batch_of(board, place, beside.index(place) + 1)
    one = next(one for one in batch.people if one.recipient_id == recipient_id)
    return Whereabouts(
        person_id=one.person_id,
        shown=one.shown,
        unit=one.unit,
        item_id=batch.item_id,
        title=batch.title if place.parent is None else place.parent.title,
        batch=batch.batch,
        batches=len(beside),
        state=batch.state,
        place=one.place,
        proxy=one.proxy,
        here=one.here,
    )


def _batch_with(state: State, recipient_id: str) -> Place | None:
    """The batch for which their list holds: of several the first that has not ended."""
    item_id = state.order.lists.where[recipient_id]
    listed = state.order.places[item_id]
    leaves = [state.order.places[leaf.item_id] for leaf in listed.item.parts or (listed.item,)]
    batches = [leaf for leaf in leaves if listing_of(state, leaf.item.item_id) == item_id]
    left = (one for one in batches if state.run(one.item.item_id).ended_at is None)
    return next(left, batches[-1] if batches else None)
