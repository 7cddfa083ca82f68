"""Which module drives which kind of gear; it is loaded in the thread of the first piece that needs it."""

from __future__ import annotations

from typing import assert_never

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.extras import NEEDED, command_for
from runofshow.control.gear.thread import Alarm, Piece
from runofshow.core.gear import Gear, Lights, MidiPort, Obs, Projector, kind_of
from runofshow.core.gear_orders import ToLights


def opened(gear: Gear, password: str, alarm: Alarm, held: ToLights | None = None) -> Piece:
    """What drives it; nothing is sent yet. `alarm` is told what fails while no order waits for it; `held`
    are the levels that lights have from before this start.

    Raises Failed, with the command that installs what is missing.
    """
    try:
        return _driver(gear, password, alarm, held)
    except ModuleNotFoundError as error:
        if kind_of(gear) not in NEEDED:
            raise
        raise Failed(Trouble.NOT_INSTALLED, command_for(kind_of(gear))) from error


def _driver(gear: Gear, password: str, alarm: Alarm, held: ToLights | None) -> Piece:
    match gear:
        case Projector():
            from runofshow.control.gear.projector import ProjectorGear

            return ProjectorGear(gear, password)
        case MidiPort():
            from runofshow.control.gear.midi import MidiGear

            return MidiGear(gear)
        case Lights():
            from runofshow.control.gear.lights import LightsGear

            return LightsGear(gear, alarm, held)
        case Obs():
            from runofshow.control.gear.obs import ObsGear

            return ObsGear(gear, password)
    assert_never(gear)
