"""What is said beside the running order: alarms, messages, notes."""

from __future__ import annotations

from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.agenda import Role


class Alarm(Struct, frozen=True):
    code: str
    since: datetime
    by: timedelta = timedelta()
    """By how much, where the alarm has a size (a stepped clock)."""
    detail: str = ""
    cause: str = ""
    """A word of ours for why or where: a screen says it in its own language."""
    track_id: str | None = None
    """Of the track it is about; its title stands in the detail."""


OF_RECORD = ("journal", "slow_disk")
"""The alarms that tell of the record, the worse one first: whoever works in the hall has to know them."""


class Message(Struct, frozen=True):
    message_id: str
    to: Role
    text: str
    at: datetime
    by: str
    answered_at: datetime | None = None
    """When it was acknowledged, or answered in words; None while it waits."""
    answered_by: str = ""


class Note(Struct, frozen=True):
    at: datetime
    item_id: str | None
    text: str
