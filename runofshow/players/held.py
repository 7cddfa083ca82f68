"""What one place of the player holds, and how far it has come."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import timedelta
from enum import Enum, auto
from pathlib import Path

from msgspec import Struct

from runofshow.core.agenda import Track
from runofshow.players.stamp import Stamp

ZERO = timedelta()


class Stage(Enum):
    LOADING = auto()
    ARMED = auto()
    STARTING = auto()
    """Called, and not yet heard."""
    SOUNDING = auto()
    LEAVING = auto()
    """Fading out."""


class Held(Struct, frozen=True):
    """What the place holds."""

    track: Track
    cue_id: str | None
    stage: Stage
    length: timedelta | None = None
    """None until it is armed, and of a loop."""
    position: timedelta = ZERO
    """Where in the track it was started."""
    began_at: float = 0.0
    """On the loop's clock."""
    file: Path | None = None
    stamp: Stamp | None = None
    """Of the file as it was when it was loaded."""

    @property
    def is_called(self) -> bool:
        return self.stage not in (Stage.LOADING, Stage.ARMED)


def lacks_of(heard: Held, at: float) -> timedelta:
    """How much of it was not heard when it ended by itself at `at`. A loop has no end of its own."""
    if heard.length is None:
        return timedelta.max
    return heard.length - heard.position - timedelta(seconds=at - heard.began_at)


def since(began_at: float) -> timedelta:
    return timedelta(seconds=asyncio.get_running_loop().time() - began_at)


def sha256_of(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
