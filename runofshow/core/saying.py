"""The MC's words of what runs and of what comes next: each as it is said between the leaves around it.

Who spoke last is thanked, wherever the order has gone since; across two sittings nobody is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from runofshow.core.agenda import Item
from runofshow.core.calling import BY_NAME, Manner
from runofshow.core.running_order import Place
from runofshow.core.state import State
from runofshow.core.vote import Vote
from runofshow.core.words import Saying, said_in_turn


def saying(state: State, coming: Sequence[Place]) -> Saying:
    """What the MC says now, and next; `coming` are the leaves still to be started."""
    current, last = state.current, _last(state)
    following = coming[0] if coming else None
    after = coming[1] if coming[1:] else None
    manner = Manner(state.agenda.address, state.order.shown)
    vote = None if current is None else state.run(current.item.item_id).vote
    return Saying(
        "" if current is None else _said(current, last, following, manner, vote),
        "" if following is None else _said(following, current or last, after, manner),
    )


def said_by_plan(leaves: Sequence[Place], manner: Manner = BY_NAME) -> Iterator[str]:
    """The words of each leaf, one behind the other as they are planned."""
    for at, place in enumerate(leaves):
        after = leaves[at + 1] if leaves[at + 1 :] else None
        yield _said(place, leaves[at - 1] if at else None, after, manner)


def _said(
    place: Place, before: Place | None, after: Place | None, manner: Manner, vote: Vote | None = None
) -> str:
    return said_in_turn(place.item, _beside(place, before), _beside(place, after), vote, manner)


def _beside(place: Place, other: Place | None) -> Item | None:
    is_here = other is not None and other.session.session_id == place.session.session_id
    return other.item if other is not None and is_here else None


def _last(state: State) -> Place | None:
    """The leaf that ended last."""
    ended = {item_id: run.ended_at for item_id, run in state.runs.items() if run.ended_at is not None}
    last = max(ended, key=ended.__getitem__, default=None)
    return None if last is None else state.order.places.get(last)
