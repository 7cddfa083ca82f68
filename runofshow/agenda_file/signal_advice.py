"""Advice on the signals of a programme: what is well written and can never be."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.sight import Sight
from runofshow.core.agenda import Item
from runofshow.core.signal import PLACEHOLDER, Osc, texts_of, value_name


def signal_advice(sight: Sight) -> Iterator[Complaint]:
    """A signal narrowed down to a cue and to an item in which that cue is never called."""
    around = {
        cue.cue_id: (top, *top.parts) if row is top else (top, row)
        for session in sight.agenda.sessions
        for top in session.items
        for row in (top, *top.parts)
        for cue in row.cues
    }
    for index, signal in enumerate(sight.agenda.signals):
        items: tuple[Item, ...] = around.get(signal.cue_id or "", ())
        if signal.item_id and items and signal.item_id not in {item.item_id for item in items}:
            place = sight.places.of(("signals", index, "item"))
            yield sight.report.warning(
                "signal_of_another_item", place, cue=signal.cue_id, title=items[0].title
            )
    yield from _numbers_of_several(sight)
    yield from _arguments(sight)


def _arguments(sight: Sight) -> Iterator[Complaint]:
    """Kinds of OSC arguments that common gear takes otherwise than their writer means."""
    for index, signal in enumerate(sight.agenda.signals):
        if not isinstance(signal.send, Osc):
            continue
        for place, arg in enumerate(signal.send.args):
            spot = sight.places.of(("signals", index, "args", place))
            if isinstance(arg, bool):
                yield sight.report.warning("truth_as_argument", spot, value=int(arg))
            elif isinstance(arg, int) and signal.send.address.startswith(_DMX):
                yield sight.report.warning("whole_number_to_lights", spot, value=arg)


_DMX = "/dmx/"
"""OLA's own addresses: a whole number is a level of 255, a decimal one a part of full (OLA 0.10.9)."""
_NUMBERS = ("item.number", "cue.number", "current.number", "next.number")


def _numbers_of_several(sight: Sight) -> Iterator[Complaint]:
    """A number that stands in several sessions, sent to gear that cannot tell them apart."""
    seen = [
        {row.number for item in session.items for row in (item, *item.parts)}
        for session in sight.agenda.sessions
    ]
    shared = {number for numbers in seen for number in numbers if sum(number in other for other in seen) > 1}
    if not shared:
        return
    for index, signal in enumerate(sight.agenda.signals):
        named = [name for text in texts_of(signal.send) for name in PLACEHOLDER.findall(text)]
        used = next((name for name in map(value_name, named) if name in _NUMBERS), None)
        if used and signal.item_id is None and signal.cue_id is None:
            about = {"name": f"{{{used}}}", "number": min(shared)}
            about["id"] = f"{{{used.replace('number', 'cue_id' if used.startswith('cue') else 'item_id')}}}"
            yield sight.report.warning(
                "number_of_several_sessions", sight.places.of(("signals", index)), **about
            )
