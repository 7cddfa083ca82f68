"""The lamp of one cue: which lamp it has on every screen, amber, red or green among them.

Of what the machine plays the lamp is known here. Of a hand it is known but for one thing: a missing answer
turns it red after a while, how long is in answers.py, and picture.py lays that over, since who is in the hall
to answer stands in no record. The one light of all a hand's cues is light.py.
"""

from __future__ import annotations

from typing import assert_never

from runofshow.core.agenda import Action, Cue
from runofshow.core.phases import CuePhase, Lamp
from runofshow.core.state import State


def lamp_of(state: State, cue: Cue, phase: CuePhase, by_machine: bool, is_ready: bool) -> Lamp:
    """What it shows in this phase, but for a hand's missing answer."""
    match phase:
        case CuePhase.GONE:
            return Lamp.GONE
        case CuePhase.MISSED:
            return Lamp.MISSED
        case CuePhase.STOOD_DOWN:
            return Lamp.STOOD_DOWN
        case CuePhase.LATER | CuePhase.STANDBY | CuePhase.READY | CuePhase.DUE:
            if by_machine:
                return _machine_lamp(state, cue, phase)
            if is_ready:
                return Lamp.READY
            return Lamp.LATER if phase is CuePhase.LATER else Lamp.STANDBY
        case _:
            assert_never(phase)


def _machine_lamp(state: State, cue: Cue, phase: CuePhase) -> Lamp:
    is_later = phase is CuePhase.LATER
    if state.sound.is_armed(cue.cue_id) or (cue.do is not Action.PLAY and not is_later):
        return Lamp.READY
    if cue.do is Action.PLAY and cue.track_id in state.sound.failures:
        return Lamp.FAILED
    if is_later:
        return Lamp.LATER
    is_rite = state.current is not None and state.current.item.protected
    return Lamp.OVERDUE if phase is CuePhase.DUE and not is_rite else Lamp.STANDBY
