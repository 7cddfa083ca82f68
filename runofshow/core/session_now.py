"""The session of a picture."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class SessionNow(Struct, frozen=True):
    """The session that runs, or the next one."""

    session_id: str
    title: str
    start_at: datetime
    start_assumed: bool
    planned_end: datetime
    expected_end: datetime
    hard_out: datetime | None
