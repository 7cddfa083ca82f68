"""How long each leaf was to last by the plan as it was opened.

A batch that was split in the show has one length in the plan: its pieces share it as they share what it is to
last, which goes by how many stand in each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from runofshow.core import events as e
from runofshow.core.ask import name_of
from runofshow.core.commands import SplitBatch
from runofshow.core.state import State
from runofshow.core.timeline import NO_TIME


def planned_lengths(state: State, entries: Sequence[e.Entry]) -> dict[str, timedelta]:
    """By the id of the leaf; what came in during the show, and is no piece of a batch, has none."""
    lengths = {leaf_id: span.end - span.start for leaf_id, span in state.planned.items()}
    pieces: dict[str, list[str]] = {}
    for piece, whole in _split_off(entries).items():
        if whole in lengths and piece in state.order.places:
            pieces.setdefault(whole, [whole]).append(piece)
    for whole, ids in pieces.items():
        lasting = {leaf_id: state.order.places[leaf_id].item.duration for leaf_id in ids}
        part = lengths[whole] / max(sum(lasting.values(), NO_TIME), timedelta(seconds=1))
        shares = {
            leaf_id: timedelta(seconds=round(part * each.total_seconds()))
            for leaf_id, each in lasting.items()
        }
        # to the second, and nothing lost by that
        rest = lengths[whole] - sum(shares.values(), NO_TIME)
        lengths |= shares | {whole: shares[whole] + rest}
    return lengths


def _split_off(entries: Sequence[e.Entry]) -> Mapping[str, str]:
    """Each piece that was split off, with the batch that it was a part of at first."""
    found: dict[str, str] = {}
    for entry in entries:
        if entry.do != name_of(SplitBatch):
            continue
        for event in entry.events:
            if isinstance(event, e.ItemInserted) and event.after is not None:
                found[event.item.item_id] = found.get(event.after, event.after)
    return found
