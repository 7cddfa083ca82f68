"""How chairs make up for lateness as the hard out nears.

The theory. At the start of each item the plan's arithmetic says how far past the hard out the show would
end, as a part of what is left to run: the *pressure*, 0 to 1. An elastic item, or one that is merely not
protected, is shortened by so many times the pressure; a protected one never. How many times is what an
office teaches, by the regression of what its items lasted on their pressure, shrunk to what is thought of
all offices (a ridge: A. E. Hoerl and R. W. Kennard, 1970).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from runofshow.core.outlook.known import Piece, Ran


class Press(Struct, frozen=True):
    """How many times the pressure an item is shortened by."""

    elastic: float = 0.2
    others: float = 0.0

    def on(self, piece: Piece) -> float:
        return 0.0 if piece.protected else self.elastic if piece.elastic else self.others

    def leaves(self, piece: Piece, pressure: float) -> float:
        """The part of its length that an item keeps under a pressure."""
        return max(LEAST, 1 - self.on(piece) * pressure)


UNKNOWN: Final = Press()
MOST: Final = 3.0
LEAST: Final = 0.35
"""No item keeps less of itself; and no office is thought to press harder than `MOST` times."""


def pressures(
    ran: Sequence[Ran], begun_s: float, hard_out_s: float | None, planned_s: float
) -> Iterator[tuple[float, float]]:
    """Of each item that is over: how far the plan had come at its start, 0 to 1, and the pressure on it.

    `planned_s` is the plan of the whole show, more than nothing.
    """
    at, left = begun_s, planned_s
    for one in ran:
        over = 0.0 if hard_out_s is None or left <= 0 else (at + left - hard_out_s) / left
        yield 1 - left / planned_s, min(max(over, 0.0), 1.0)
        at += one.actual_s
        left -= one.plan_s
