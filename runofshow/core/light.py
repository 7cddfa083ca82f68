"""The cue light of a hand: one light for all its cues, and which of them it speaks of.

What the machine carries out has no light, since no hand answers for it. A GO stays lit a few seconds, fewer
when another cue waits for its answer; what the light shows then is told with it, so that no window reckons.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from runofshow.core.snapshot import CuePhase, CueRow
from runofshow.core.value import replace
from runofshow.core.wire import Moment, Moves

AnyCue = CueRow

FRESH = timedelta(seconds=6)
"""How long a GO stays lit: seconds of a person's time, at any speed."""


class LightState(StrEnum):
    IDLE = "idle"
    SOON = "soon"
    STANDBY = "standby"
    DUE = "due"
    READY = "ready"
    GO = "go"


class Light(Struct, frozen=True):
    state: LightState
    cue_id: str | None
    """Which cue it speaks of; None when it is idle."""
    asked: str | None
    """Which cue waits for this hand's answer."""
    since: Moment | None = None
    """From when on; None: from the moment it was told."""
    then: Light | None = None
    """What it shows from a later moment on, which that one has as `since`."""

    def on(self, now: datetime) -> Light:
        """What it shows at `now`."""
        then = self.then
        return self if then is None or (then.since or now) > now else then


LightOn = Annotated[Light, Moves.COUNTED]
"""Of a view: that a GO has gone out is never a reason to send."""

DARK = Light(LightState.IDLE, None, None)
"""Of who has no cue left."""


def light_of(cues: Sequence[AnyCue], now: datetime, speed: float = 1.0) -> Light:
    """The light of the hand whose cues these are, in calling order; `speed` is show seconds in a second."""
    cues = [cue for cue in cues if not cue.by_machine]
    asked = next((cue for cue in cues if is_asked(cue)), None)
    found = _without_go(cues, asked)
    gone = max(
        ((cue.gone_at, cue.cue_id) for cue in cues if cue.phase is CuePhase.GONE and cue.gone_at is not None),
        key=lambda one: one[0],
        default=None,
    )
    if gone is None:
        return found
    at, cue_id = gone
    out_at = at + (FRESH if asked is None else FRESH / 2) * speed
    if out_at <= now:
        return found
    return Light(LightState.GO, cue_id, found.asked, then=replace(found, since=out_at))


def is_asked(cue: AnyCue) -> bool:
    """The hand was told, or its moment has come, and it has not answered. No hand answers for the machine."""
    return not cue.by_machine and cue.phase in (CuePhase.STANDBY, CuePhase.DUE) and cue.acked_at is None


def _without_go(cues: Sequence[AnyCue], asked: AnyCue | None) -> Light:
    if asked is not None:
        state = LightState.DUE if asked.phase is CuePhase.DUE else LightState.STANDBY
        return Light(state, asked.cue_id, asked.cue_id)
    ready = next((cue for cue in cues if cue.phase in (CuePhase.READY, CuePhase.DUE)), None)
    if ready is not None:
        return Light(LightState.READY, ready.cue_id, None)
    later = next((cue for cue in cues if cue.phase is CuePhase.LATER), None)
    if later is not None:
        return Light(LightState.SOON, later.cue_id, None)
    return DARK
