"""Advice on the gear of a programme: what nothing uses, and what this machine cannot drive yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.sight import Sight
from runofshow.core.gear import GearKind, kind_of
from runofshow.core.gear_orders import ToLights, ToMidi, ToObs, ToProjector
from runofshow.core.signal import PLACEHOLDER


def gear_advice(sight: Sight) -> Iterator[Complaint]:
    """Gear that no signal names, and values of the show in an order that is not filled in."""
    orders = (signal.send for signal in sight.agenda.signals)
    named = {order.gear_id for order in orders if isinstance(order, ToProjector | ToLights | ToObs | ToMidi)}
    for gear in sight.agenda.gear:
        if gear.gear_id not in named:
            place = sight.places.of_key(("gear", gear.gear_id))
            yield sight.report.warning("gear_unused", place, gear=gear.gear_id)
    for index, signal in enumerate(sight.agenda.signals):
        asked = signal.send.do if isinstance(signal.send, ToObs) else None
        for key in ("scene", "source"):
            found = PLACEHOLDER.search(getattr(asked, key, ""))
            if found is not None:
                place = sight.places.of(("signals", index, key))
                yield sight.report.warning("gear_text_not_filled", place, text=found[0], key=key)


def not_installed(sight: Sight, missing: Mapping[GearKind, str]) -> Iterator[Complaint]:
    """Gear whose library is missing here; `missing` has the command that installs it, by kind, or nothing
    where no command does."""
    for gear in sight.agenda.gear:
        command = missing.get(kind_of(gear))
        if command is not None:
            place = sight.places.of_key(("gear", gear.gear_id))
            if command:
                yield sight.report.warning("gear_not_installed", place, gear=gear.gear_id, write=command)
            else:
                yield sight.report.warning("gear_not_inside", place, gear=gear.gear_id)
