"""What was written to people, and that they have read it. As in events.py."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct

from runofshow.core.agenda import Role


class MessageSent(Struct, frozen=True, tag_field="event", tag="message_sent"):
    message_id: str
    to: Role
    text: str
    at: datetime
    by: str


class MessageAnswered(Struct, frozen=True, tag_field="event", tag="message_answered"):
    message_id: str
    at: datetime
    by: str
