"""What comes back from the hall: obeyed or not.

What goes wrong on the way is an exception, for the hall may be there again in a second; what the server
decided is a value.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from runofshow.core.refusal import Reason


class Obeyed(Struct, frozen=True):
    seq: int


class Failure(StrEnum):
    """Why an order did not come through."""

    SLOWED = "slowed"
    NO_ANSWER = "no_answer"
    """It may have been obeyed: look."""
    NOT_CONNECTED = "not_connected"
    REFUSED = "refused"


class NotObeyed(Struct, frozen=True):
    failure: Failure
    reason: Reason | None = None
    """The show's own reason, where it refused and this version knows the word."""


Answer = Obeyed | NotObeyed


class NoAnswer(Exception):
    """Nothing there, or nothing more. `is_sent`: it may have been obeyed."""

    def __init__(self, is_sent: bool) -> None:
        super().__init__()
        self.is_sent = is_sent


class Strange(Exception):
    """Something answers there, and not as a hall does."""


class Slowed(Exception):
    """Too many tries from this machine; the hall asks to wait."""
