"""What is said beside the running order: messages and notes. An alarm is in alarms.py."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from runofshow.core.agenda import Role


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
