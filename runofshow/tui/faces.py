"""The faces of the console, one at a time on the same screen."""

from __future__ import annotations

from enum import StrEnum


class Face(StrEnum):
    STAGE = "stage"
    MC = "mc"
    MUSIC = "music"
    DISPLAY = "display"
    LOG = "log"
