"""What gear says of itself when it is looked at: a word of ours for what it is about, and its value."""

from __future__ import annotations

from enum import StrEnum


class Fact(StrEnum):
    """What a fact is about. Screens say it by the phrase of this name in texts/gear.py."""

    MODEL = "model"
    """As the maker names it."""
    NAME = "name"
    """As the hall named it."""
    VERSION = "version"
    """Of its program or of its protocol."""
    POWER = "power"
    """off | on | cooling | warming"""
    PICTURE = "picture"
    """shown | blank"""
    INPUT = "input"
    LAMP_HOURS = "lamp_hours"
    FAULT = "fault"
    """fan | lamp | heat | cover | filter | other, as it complains of it."""
    WARNING = "warning"
    """The same words, where it only warns."""
    SENDS_TO = "sends_to"
    """Where it sends; no answer can come from there."""
    UNIVERSES = "universes"
    """Of lights, that it puts out."""
    SCENE = "scene"
    NO_SCENE = "no_scene"
    """One that the plan calls for, and that is not there."""
    PORT = "port"
