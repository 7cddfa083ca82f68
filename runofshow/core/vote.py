"""How a vote went, and what is voted on.

148 đồng ý, 2 không đồng ý, 0 ý kiến khác
"""

from __future__ import annotations

from typing import Annotated, Final

from msgspec import Meta, Struct

from runofshow.core.agenda import Item

MOST_VOTES = 100_000
"""More than any hall holds: a number above it is a slip of the finger."""
Votes = Annotated[int, Meta(ge=0, le=MOST_VOTES)]

VOTED: Final = frozenset({"vote", "adopt_agenda", "election"})
"""The kinds of items that are voted on."""
COUNTED: Final = {
    True: "{in_favour} đồng ý, {against} không đồng ý, {other} ý kiến khác",
    False: "{in_favour} in favour, {against} against, {other} of another opinion",
}
"""A count as it is said, in Vietnamese or not."""


class Vote(Struct, frozen=True, gc=False):
    """What was counted, by cards, hands or papers."""

    in_favour: int
    against: int = 0
    other: int = 0
    """Of another opinion, and those who gave none."""

    def said(self, phrase: str) -> str:
        """The three numbers in a phrase such as those of `COUNTED`."""
        return phrase.format(in_favour=self.in_favour, against=self.against, other=self.other)


def is_voted(item: Item) -> bool:
    """Whether an item is voted on, by its kind or by one that shares its line."""
    return not VOTED.isdisjoint((item.kind, *item.also))
