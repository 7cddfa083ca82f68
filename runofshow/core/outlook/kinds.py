"""What each kind of item does to its plan where nothing has been learnt yet.

No length of a Vietnamese conference has been published as planned against actual: these are judgements,
kept near the plan on purpose. A flag salute and a clip last what they last; whoever speaks freely speaks
longer.
"""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from runofshow.core.outlook.known import Piece


class Manner(Struct, frozen=True):
    """How a kind keeps to its plan."""

    ratio: float
    """Its mean, actual over plan."""
    spread: float
    """Standard deviation of one such item around what is expected of it, as a part of that."""
    rigid: bool = False
    """It is what it is: no office and no speaker changes it much."""


_OTHER: Final = Manner(1.08, 0.3)
_MANNERS: Final = {
    "flag_salute": Manner(1.0, 0.1, True),
    "moment_of_silence": Manner(1.0, 0.15, True),
    "video": Manner(1.0, 0.06, True),
    "reception": Manner(1.08, 0.25),
    "settling": Manner(1.08, 0.25),
    "performance": Manner(1.06, 0.15),
    "introduction": Manner(1.11, 0.25),
    "opening": Manner(1.03, 0.25),
    "report": Manner(1.11, 0.27),
    "paper": Manner(1.13, 0.3),
    "speech": Manner(1.13, 0.3),
    "discussion": Manner(1.13, 0.4),
    "exchange": Manner(1.13, 0.4),
    "break": Manner(1.13, 0.25),
    "meal": Manner(1.08, 0.2),
    "award": Manner(1.09, 0.22),
    "decision": Manner(1.03, 0.25),
    "directive": Manner(1.15, 0.35),
    "launch": Manner(1.03, 0.25),
    "pledge": Manner(1.03, 0.25),
    "reply": Manner(0.98, 0.3),
    "summary": Manner(1.03, 0.3),
    "closing": Manner(0.98, 0.3),
    "election": Manner(1.13, 0.35),
}


def manner_of(piece: Piece) -> Manner:
    """That of its kind."""
    return _MANNERS.get(piece.kind, _OTHER)


def weight_of(piece: Piece) -> float:
    """What an item lasts where nothing is known but its plan and its kind; seconds."""
    return piece.plan_s * manner_of(piece).ratio


def precision_of(piece: Piece) -> float:
    """How much one such item teaches; one of a spread of 0.3 teaches 1."""
    manner = manner_of(piece)
    return 1.0 if manner.rigid else (0.3 / manner.spread) ** 2
