"""What is so no longer: what was taken back by hand, and what an order has put off again. As in events.py."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from runofshow.core.image import Image


class OverrunCleared(Struct, frozen=True, tag_field="event", tag="overrun_cleared"):
    """Its end lies ahead again."""

    item_id: str
    at: datetime


class CueWaitsAgain(Struct, frozen=True, tag_field="event", tag="cue_waits_again"):
    """Its moment had come, or had passed without it, and now lies ahead again."""

    cue_id: str
    at: datetime


class CallUndone(Struct, frozen=True, tag_field="event", tag="call_undone"):
    """The last call is taken back by the events that follow. Only older records have it."""


class ShowRestored(Struct, frozen=True, tag_field="event", tag="show_restored"):
    """A call is taken back, or made again: the show stands as `image` says."""

    do: str
    """The call's name."""
    at: datetime
    image: Image
    again: tuple[str, ...] = ()
    """The cues whose sound is called again."""


UndoEvent = OverrunCleared | CueWaitsAgain | CallUndone | ShowRestored
