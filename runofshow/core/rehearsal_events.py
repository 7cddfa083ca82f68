"""What happens in rehearsals alone. As in events.py."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct


class ClockJumped(Struct, frozen=True, tag_field="event", tag="clock_jumped"):
    """The show's clock jumped ahead by so much from `at` on: nothing was played meanwhile."""

    by: timedelta
    at: datetime
