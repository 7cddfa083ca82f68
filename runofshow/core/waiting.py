"""What waits for an answer, as a value of the picture. The rule is in answers.py."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from runofshow.core.agenda import Role


class Asked(StrEnum):
    CUE = "cue"
    MESSAGE = "message"


class Waiting(Struct, frozen=True):
    """A cue or a message that somebody is to answer, and has not."""

    what: Asked
    about: str
    """Its id."""
    to: Role
    since: datetime
    is_late: bool
    is_overdue: bool
    """So long that it is red."""
    is_lost: bool
    """The machine that would answer has gone."""
