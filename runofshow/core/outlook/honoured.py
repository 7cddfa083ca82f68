"""How an award's length follows how many are honoured in it.

The theory. Each name is read and each walks to the stage, so a batch of fourteen lasts longer than one of
four, also where the plan gives both the same minutes. How many a second of plan stands for is taken from all
awards of the office's earlier shows. An award with more of them is longer by a part of the excess, and one
with fewer is shorter. Which part is what an office teaches (bending.py). Where plans follow the people
already there is no excess, and at an office nobody has seen the plan says as much: nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from runofshow.core.outlook.known import Piece

PART: Final = 0.3
"""Of the excess, before it was seen: some of an award is no people, and some plans know of them."""
_MOST: Final = 1.5
"""No award is thought to have a larger excess."""


class Honoured(Struct, frozen=True):
    """What awards have taught of it."""

    part: float = PART
    each_s: float = 0.0
    """Seconds of plan for each who is honoured; 0 where nobody was."""

    def excess(self, piece: Piece) -> float:
        """How many more are honoured in it than its plan stands for, as a part of those."""
        if piece.recipients <= 0 or piece.plan_s <= 0 or self.each_s <= 0:
            return 0.0
        return min(piece.recipients * self.each_s / piece.plan_s - 1, _MOST)

    def lengthens(self, piece: Piece) -> float:
        """How many times what its plan says it lasts."""
        return 1 + self.part * self.excess(piece)


def honoured_in(pieces: Iterable[Piece]) -> Honoured:
    """What these teach of how plans follow the people."""
    planned, count = 0.0, 0
    for one in pieces:
        if one.recipients > 0:
            planned, count = planned + one.plan_s, count + one.recipients
    return Honoured(each_s=planned / count if count else 0.0)
