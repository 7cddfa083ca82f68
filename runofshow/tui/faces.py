"""Where keys are heard: on a face of the console, or at a role's screen."""

from __future__ import annotations

from enum import Enum, StrEnum


class Face(StrEnum):
    """Of the console, one at a time on the same screen."""

    STAGE = "stage"
    MC = "mc"
    MUSIC = "music"
    DISPLAY = "display"
    LOG = "log"
    AWARD = "award"
    DAY = "day"


class Seat(Enum):
    """At a role's screen in another terminal: one for each set of keys."""

    MC = 1
    MUSIC = 2
    """Where no machine plays, or none is known yet."""
    PLAYER = 3
    """The music operator, before the hall's player."""
    HAND = 4
    """Lights, screen, crew, stage."""
    GUEST = 5
    """Speaker, display: who has no cues."""


Place = Face | Seat
