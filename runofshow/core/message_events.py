"""What was written to people, and that they have read it. As in events.py."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from runofshow.core.agenda import Role


@dataclass(frozen=True, slots=True)
class MessageSent:
    message_id: str
    to: Role
    text: str
    at: datetime
    by: str
    event: Literal["message_sent"] = "message_sent"


@dataclass(frozen=True, slots=True)
class MessageAnswered:
    message_id: str
    at: datetime
    by: str
    event: Literal["message_answered"] = "message_answered"
