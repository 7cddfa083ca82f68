"""What waits for an answer, as a value of the picture. The rule is in answers.py."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.core.wire import Moment


class Asked(StrEnum):
    CUE = "cue"
    MESSAGE = "message"


class Waiting(Struct, frozen=True, rename={"about": "id"}):
    """A cue or a message that somebody is to answer, and has not."""

    what: Asked
    about: str
    """Its id."""
    to: Role
    since: Moment
    is_late: bool
    is_overdue: bool
    """So long that it is red."""
    is_lost: bool
    """The machine that would answer has gone."""
