"""What an office's earlier shows have taught."""

from __future__ import annotations

from msgspec import Struct

from runofshow.core.outlook.credibility import Taught
from runofshow.core.outlook.honoured import Honoured
from runofshow.core.outlook.pressing import UNKNOWN, Press

TAKE_RATIO = 0.95
"""A take is a little shorter than what comes of it live: nobody claps, nobody is late."""


class Miss(Struct, frozen=True):
    """How a forecast of an earlier show turned out."""

    show: int
    """Which of the earlier shows."""
    progress: float
    """How much of the plan was over when it was made, 0 to 1."""
    by: float
    """How much later than expected it ended, in standard deviations of the forecast."""


class Habits(Struct, frozen=True, kw_only=True):
    """Of one office; without arguments, of one nobody has seen."""

    taught: Taught = Taught()
    press: Press = UNKNOWN
    honoured: Honoured = Honoured()
    drift: float = 0.0
    """How much longer, as a part of itself, an item lasts at the end of a show than at its beginning."""
    take_ratio: float = TAKE_RATIO
    """What an item lasts in a take over what it lasts live."""
    take_trust: float = 1.0
    """How much more an item's own takes say of it than is thought of all offices."""
    chance: float = 1.0
    """How wide single items spread around what is expected of them, over what is thought of all offices."""
    waits_s: float = 0.0
    """What lies between the items of a show and before the first of them, in sum."""
    misses: tuple[Miss, ...] = ()
