"""Who is looked for before they go on stage: those to be honoured, speakers, leaders, the chair panel.

A person's id says which of these they are, with the id that the agenda has: `r/nguyen-van-a` is honoured,
`s/m4-2` speaks in that item, `l/tran-minh-quang` is a leader, `p/2` has the third seat of the chair panel.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec import Struct

HONOURED: Final = "r/"
SPEAKER: Final = "s/"
LEADER: Final = "l/"
PANEL: Final = "p/"
NAMED: Final = "n/"
"""Nobody's id: what is seen of somebody wherever they are named is kept under it (attendance.py)."""


class Seen(Struct, frozen=True):
    """What is known of somebody's being there."""

    here: bool
    at: datetime
    """When it was said."""
    by: str
