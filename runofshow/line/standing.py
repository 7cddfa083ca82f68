"""How a screen's connection stands: on its way, live, lost, or shut out."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from runofshow.core.agenda import Role


class Why(StrEnum):
    """Why one is not let in. Trying again changes nothing."""

    WRONG_CODE = "wrong_code"
    WRONG_TOKEN = "wrong_token"
    OTHER_ROLE = "other_role"
    THROWN_OUT = "thrown_out"


class ShutOut(Struct, frozen=True):
    why: Why
    role: Role | None = None
    """Whose code it was, for OTHER_ROLE."""


class Trouble(StrEnum):
    """Why the last attempt came to nothing."""

    NO_ANSWER = "no_answer"
    NOT_UNDERSTOOD = "not_understood"
    SLOWED = "slowed"


class Connecting(Struct, frozen=True):
    """Nothing has been heard yet."""

    trouble: Trouble | None = None


class Live(Struct, frozen=True):
    """The newest picture is true."""


class Lost(Struct, frozen=True):
    since: datetime
    """The show's moment of the last news."""
    stopped_at: datetime
    """Where the counts stopped: one that nobody can confirm must not go on."""
    trouble: Trouble | None = None


Standing = Connecting | Live | Lost | ShutOut
