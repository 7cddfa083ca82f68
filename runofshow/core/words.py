"""The MC's words with the names of their item in them."""

from __future__ import annotations

from runofshow.core.agenda import Item

UNKNOWN = "…"
"""Stands in the words for a name the plan does not give."""


def words_of(item: Item) -> str:
    """What the MC reads aloud of an item."""
    return item.mc.replace("{by}", item.by or UNKNOWN).replace("{title}", item.title)
