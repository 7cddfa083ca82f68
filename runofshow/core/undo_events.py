"""What is so no longer: what was taken back by hand, and what an order has put off again. As in events.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from runofshow.core.image import Image


@dataclass(frozen=True, slots=True)
class OverrunCleared:
    """Its end lies ahead again."""

    item_id: str
    at: datetime
    event: Literal["overrun_cleared"] = "overrun_cleared"


@dataclass(frozen=True, slots=True)
class CueWaitsAgain:
    """Its moment had come, or had passed without it, and now lies ahead again."""

    cue_id: str
    at: datetime
    event: Literal["cue_waits_again"] = "cue_waits_again"


@dataclass(frozen=True, slots=True)
class CallUndone:
    """The last call is taken back by the events that follow. Only older records have it."""

    event: Literal["call_undone"] = "call_undone"


@dataclass(frozen=True, slots=True)
class ShowRestored:
    """A call is taken back, or made again: the show stands as `image` says."""

    do: str
    """The call's name."""
    at: datetime
    image: Image
    again: tuple[str, ...] = ()
    """The cues whose sound is called again."""
    event: Literal["show_restored"] = "show_restored"


UndoEvent = OverrunCleared | CueWaitsAgain | CallUndone | ShowRestored
