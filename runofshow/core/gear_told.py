"""Which gear of a plan a signal tells something."""

from __future__ import annotations

from runofshow.core.agenda import Agenda
from runofshow.core.gear import Gear
from runofshow.core.gear_orders import ToLights, ToMidi, ToObs, ToProjector


def gear_of(agenda: Agenda, signal_id: str) -> Gear | None:
    """The gear that a signal tells something; None of one that goes to an address."""
    sends = (signal.send for signal in agenda.signals if signal.signal_id == signal_id)
    order = next(sends, None)
    if not isinstance(order, ToProjector | ToLights | ToObs | ToMidi):
        return None
    return next((gear for gear in agenda.gear if gear.gear_id == order.gear_id), None)
