"""What a deck is told and tells: what is armed, when it was heard, how it ended."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from msgspec import Struct


class OutOfOrder(Exception):
    """An order that makes no sense in the deck's state: to play what is not armed, to arm what plays."""


class Armed(Struct, frozen=True):
    """GO will be heard at once."""

    length: timedelta
    """From its start point to its end point; of a loop, one turn."""


class Why(StrEnum):
    """How a sound ended."""

    END = "end"
    FADE = "fade"
    STOP = "stop"
    DIED = "died"


class Began(Struct, frozen=True):
    """The sound was heard first."""

    at: float
    """Seconds of the loop's clock (`loop.time()`, monotonic)."""


class Ended(Struct, frozen=True):
    """The sound is over; or the player died, whatever it did then."""

    at: float
    """As `Began.at`."""
    why: Why
    detail: str = ""
    """What a player died of."""


Happening = Began | Ended


class Output(Struct, frozen=True):
    """Where the sound goes."""

    driver: str | None = None
    """mpv's `--ao`: None is the system's own; "null" plays to nobody, in real time."""
    device: str | None = None
    """mpv's `--audio-device`; None is the system's default."""

    @property
    def options(self) -> tuple[str, ...]:
        """What mpv is started with for it."""
        driver = (f"--ao={self.driver}",) if self.driver else ()
        return (*driver, f"--audio-device={self.device}") if self.device else driver
