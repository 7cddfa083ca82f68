"""The gear of a hall that a plan knows by name, and where it is found.

    gear:
      may-chieu: {projector: 192.168.1.50, title: Máy chiếu chính}
      san-khau:  {sacn: 1}
      obs:       {obs: "127.0.0.1:4455"}

None of it holds a password: the plan is kept in the record, shown at the desk and travels by mail. Passwords
stand in a file beside the plan and go from there to the gear alone.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, assert_never

from msgspec import Struct

PJLINK_PORT: Final = 4352
"""Of PJLink, class 1 and 2."""
OBS_PORT: Final = 4455
"""As OBS 28 and later open it."""
USUAL_PRIORITY: Final = 100
"""Of who sends by sACN and says nothing else."""


class GearKind(StrEnum):
    """What a piece of gear is; its word in the file is the key that says where it is found."""

    PROJECTOR = "projector"
    LIGHTS = "lights"
    OBS = "obs"
    MIDI = "midi"


class Projector(Struct, frozen=True, tag_field="gear", tag="projector"):
    """A projector that speaks PJLink."""

    gear_id: str
    host: str
    port: int = PJLINK_PORT
    title: str = ""


class LightsBy(StrEnum):
    """How levels go to a dimmer or a desk."""

    SACN = "sacn"
    """ANSI E1.31."""
    ARTNET = "artnet"


class Lights(Struct, frozen=True, tag_field="gear", tag="lights"):
    """One universe of light channels, 1 to 512."""

    gear_id: str
    by: LightsBy
    universe: int
    host: str = ""
    """Empty sends to all who listen: the multicast address of the universe (sACN only)."""
    title: str = ""
    priority: int = USUAL_PRIORITY
    """Of two that send the same universe by sACN, receivers follow the higher: 0 to 200."""


class Obs(Struct, frozen=True, tag_field="gear", tag="obs"):
    """OBS Studio by its WebSocket, protocol 5."""

    gear_id: str
    host: str
    port: int = OBS_PORT
    title: str = ""


class MidiEvent(StrEnum):
    """What comes in at a MIDI port, on any channel."""

    NOTE = "note"
    PROGRAM = "program"
    CONTROL = "control"
    """From 64 on it is pressed."""
    MSC_GO = "msc go"
    """MIDI show control; a cue that it names is called by its id."""
    MSC_STOP = "msc stop"
    MSC_RESUME = "msc resume"


class MidiDo(StrEnum):
    """The orders that a MIDI port may give, and no others: what a hand at the desk presses."""

    GO = "go"
    ADVANCE = "advance"
    STANDBY = "standby"
    HOLD = "hold"
    RESUME = "resume"


class MidiRule(Struct, frozen=True):
    """One order, and what gives it."""

    event: MidiEvent
    number: int | None
    """Of the note, program or controller; None for show control."""
    do: MidiDo


class MidiPort(Struct, frozen=True, tag_field="gear", tag="midi"):
    """A MIDI port of this machine, for what goes out and what comes in."""

    gear_id: str
    port_name: str
    """As the system names it; a part of the name is enough."""
    title: str = ""
    takes: tuple[MidiRule, ...] = ()
    """The orders that come in by it; none takes none."""


Gear = Projector | Lights | Obs | MidiPort


def kind_of(gear: Gear) -> GearKind:
    """Which of the kinds it is."""
    match gear:
        case Projector():
            return GearKind.PROJECTOR
        case Lights():
            return GearKind.LIGHTS
        case Obs():
            return GearKind.OBS
        case MidiPort():
            return GearKind.MIDI
    assert_never(gear)


def found_at(gear: Gear) -> str:
    """Where it is, as an operator would look for it: `192.168.1.50:4352`, `sacn 1`, `USB MIDI`."""
    match gear:
        case Projector(_, host, port) | Obs(_, host, port):
            return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        case Lights(_, by, universe, host):
            return " ".join(filter(None, (by.value, str(universe), host)))
        case MidiPort(_, port_name):
            return port_name
    assert_never(gear)


def name_of(gear: Gear) -> str:
    """Its title, else its id."""
    return gear.title or gear.gear_id
