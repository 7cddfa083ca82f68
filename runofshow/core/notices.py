"""What is said beside the running order: messages and notes. An alarm is in alarms.py."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.core.wire import Moment


class Message(Struct, frozen=True, rename={"message_id": "id"}):
    message_id: str
    to: Role
    text: str
    at: Moment
    by: str
    answered_at: Moment | None = None
    """When it was acknowledged, or answered in words; None while it waits."""
    answered_by: str | None = None


class NoteKind(StrEnum):
    """What a note is about; the report has a place for each."""

    NOTE = "note"
    INCIDENT = "incident"
    DECISION = "decision"
    """What was decided on the spot, by whoever could."""
    LESSON = "lesson"
    """For the next time."""


class Note(Struct, frozen=True):
    at: datetime
    item_id: str | None
    text: str
    kind: NoteKind = NoteKind.NOTE
