"""What a piece of gear is told: the orders of signals that name one, each kind of gear with its own.

Values of the show are not filled in here: a scene or a channel is named once, as the gear names it.
"""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from msgspec import Struct

from runofshow.core.timecode import Rate, Timecode


class ProjectorDo(StrEnum):
    """What a projector does; its lamp burns on while the picture is blank."""

    ON = "on"
    OFF = "off"
    BLANK = "blank"
    SHOW = "show"


class ToProjector(Struct, frozen=True, tag_field="by", tag="projector"):
    gear_id: str
    do: ProjectorDo


class ChannelLevel(Struct, frozen=True):
    """The level of channels that stand side by side."""

    first: int
    last: int
    """The same as `first` for one channel; 1 to 512."""
    percent: float
    """0 is dark, 100 is full."""


class ToLights(Struct, frozen=True, tag_field="by", tag="lights"):
    gear_id: str
    levels: tuple[ChannelLevel, ...]
    """No channel twice; channels that are not named stay as they are."""
    fade_for: timedelta = timedelta()


class ShowScene(Struct, frozen=True, tag_field="does", tag="scene"):
    """Take this scene into the programme."""

    scene: str


class StartStop(StrEnum):
    START = "start"
    STOP = "stop"


class Stream(Struct, frozen=True, tag_field="does", tag="stream"):
    run: StartStop


class Recording(Struct, frozen=True, tag_field="does", tag="record"):
    run: StartStop


class ShowSource(Struct, frozen=True, tag_field="does", tag="source"):
    """Show or hide a source of a scene."""

    source: str
    visible: bool
    scene: str = ""
    """Empty is the scene that is in the programme then."""


class ToObs(Struct, frozen=True, tag_field="by", tag="obs"):
    gear_id: str
    do: ShowScene | Stream | Recording | ShowSource


class Note(Struct, frozen=True, tag_field="says", tag="note"):
    """Channels count from 1 to 16, everything else goes from 0 to 127, as the bytes do."""

    note: int
    velocity: int
    """0 lets the note go."""
    channel: int


class Program(Struct, frozen=True, tag_field="says", tag="program"):
    program: int
    channel: int


class Control(Struct, frozen=True, tag_field="says", tag="control"):
    control: int
    value: int
    channel: int


class MscCommand(StrEnum):
    """Of MIDI show control."""

    GO = "go"
    STOP = "stop"
    RESUME = "resume"
    ALL_OFF = "all_off"
    """Everything off, to be resumed: no cue is named."""


class ShowControl(Struct, frozen=True, tag_field="says", tag="msc"):
    """One message of MIDI show control."""

    command: MscCommand
    cue: str = ""
    """`5` or `5.1`; empty is the next one, or what runs."""
    cue_list: str = ""
    """Only with a cue."""
    device: int = 127
    """127 is every device."""


MidiMessage = Note | Program | Control | ShowControl


class RunTimecode(Struct, frozen=True, tag_field="says", tag="mtc"):
    """Timecode by MIDI (MTC) that runs from this frame on; without one what runs is stopped."""

    code: Timecode | None = None
    rate: Rate = Rate.EUROPE


class ToMidi(Struct, frozen=True, tag_field="by", tag="midi"):
    gear_id: str
    say: MidiMessage | RunTimecode


GearOrder = ToProjector | ToLights | ToObs | ToMidi
