"""What an alarm is: what it is about, since when, and by how much. How alarms add up is in alarming.py."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from msgspec import Struct


class AlarmCode(StrEnum):
    """What an alarm is about. Screens say it by the phrase of this name in texts/alarms.py."""

    SLEPT = "slept"
    STEPPED = "clock_stepped"
    STALLED = "stalled"
    """The three as `ClockFault` has them."""
    CORRECTED = "clock_corrected"
    """In the report alone: the caller put the clock right."""
    JOURNAL = "journal"
    SLOW_DISK = "slow_disk"
    WEB = "web"
    PORT_TAKEN = "port_taken"
    NO_NETWORK = "no_network"
    DOORS = "doors"
    ENGINE = "engine"
    LISTENER = "listener"
    PLAYER = "player"
    CONTROL = "control"
    OSC = "osc"
    OSC_TOKEN = "osc_token"
    PLAYER_DIED = "player_died"
    PLAYER_LEFT = "player_left"
    SIGNAL_FAILED = "signal_failed"
    GEAR_FAILED = "gear_failed"
    """A piece of gear of the plan did not do as it was told."""
    TRACK_NO_FILE = "track_no_file"
    """This and the others of a track as `Fault` has them."""
    TRACK_MISSING = "track_missing"
    TRACK_UNREADABLE = "track_unreadable"
    TRACK_EMPTY = "track_empty"
    TRACK_CORRUPT = "track_corrupt"
    TRACK_FOREIGN = "track_foreign"
    TRACK_POINTS = "track_points"
    TRACK_JOINED = "track_joined"
    TRACK_MISMATCH = "track_mismatch"
    TRACK_CHANGED = "track_changed"
    TRACK_BROKEN = "track_broken"
    TRACK_LATE = "track_late"
    TRACK_OUTPUT = "track_output"
    TRACK_PLAYER = "track_player"


class Alarm(Struct, frozen=True):
    code: AlarmCode
    since: datetime
    by: timedelta = timedelta()
    """By how much, where the alarm has a size (a stepped clock)."""
    detail: str = ""
    cause: str = ""
    """A word of ours for why or where: a screen says it in its own language."""
    track_id: str | None = None
    """Of the track it is about; its title stands in the detail."""
    gear_id: str | None = None
    """Of the gear it is about; its title stands in the detail."""


OF_RECORD = (AlarmCode.JOURNAL, AlarmCode.SLOW_DISK)
"""The alarms that tell of the record, the worse one first: whoever works in the hall has to know them."""
