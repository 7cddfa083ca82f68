"""Who reads how fast, by the records of shows in which their texts were read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from runofshow.core.history import History
from runofshow.core.learning import lengths, speaker_of
from runofshow.core.running_order import Place


def readings_of(record: History) -> Iterator[tuple[str, int, timedelta]]:
    """What was read to its end in a show: by whom, how many syllables, how long without holds."""
    lasted = lengths(record)
    for one in record.leaves:
        item = one.row.item
        if item.by and item.speech is not None and item.speech.syllables:
            for time in lasted.get(item.item_id, ()):
                yield speaker_of(item), item.speech.syllables, time.length


def paces_in(leaves: Iterable[Place], paces: Mapping[str, float]) -> dict[str, float]:
    """Leaf id to the pace of who reads a text in it, of those whose pace is known."""
    found = {place.item.item_id: paces.get(speaker_of(place.item)) for place in leaves if place.item.speech}
    return {leaf_id: pace for leaf_id, pace in found.items() if pace is not None}
