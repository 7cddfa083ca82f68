"""What a batch is called by its place in the round: «Đợt 2/6».

    numbered(parts)   {"b1a": "Đợt 2/7", "b2": "Đợt 3/7", ...} once «Đợt 1/6» was split

A reader of lists writes such titles (agenda_file/batches.py). Where a batch is split or put elsewhere during
the show they would call two batches alike, so they follow the order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from runofshow.core.agenda import Item

_NUMBERED = re.compile(r"(\D+) (\d{1,4})/(\d{1,4})")


def is_numbered(title: str) -> bool:
    """Whether a title tells the place of a batch and nothing else."""
    return _NUMBERED.fullmatch(title) is not None


def numbered(parts: Sequence[Item]) -> dict[str, str]:
    """Item id to title, of the batches of a heading that are called by their place. Nothing where the
    titles do not count from 1 to the last one under one word: then a person chose them."""
    batches = (part for part in parts if part.award is not None)
    found = [(part.item_id, match) for part in batches if (match := _NUMBERED.fullmatch(part.title))]
    if len({(match[1], match[3]) for _, match in found}) != 1:
        return {}
    word, count = found[0][1][1], int(found[0][1][3])
    if {int(match[2]) for _, match in found} != set(range(1, count + 1)):
        return {}
    return {item_id: f"{word} {place}/{len(found)}" for place, (item_id, _) in enumerate(found, start=1)}
