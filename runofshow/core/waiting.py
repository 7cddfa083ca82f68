"""What waits for an answer, as a value of the picture. The rule is in answers.py."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from runofshow.core.agenda import Role
from runofshow.core.wire import Moment


class Asked(StrEnum):
    CUE = "cue"
    MESSAGE = "message"
    PERSON = "person"
    """Who looks for speakers has not said that one is there whose item is near."""


class Waiting(Struct, frozen=True, rename={"about": "id"}):
    """A cue, a message or the question where a speaker is that somebody is to answer, and has not."""

    what: Asked
    about: str
    """Its id; of a speaker the person's."""
    to: Role
    since: Moment
    is_late: bool
    is_overdue: bool
    """So long that it is red."""
    is_lost: bool
    """The machine that would answer has gone."""
