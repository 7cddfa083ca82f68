"""Advice on the signals of a programme: what is well written and can never be."""

from __future__ import annotations

from collections.abc import Iterator

from runofshow.agenda_file.complaint import Complaint
from runofshow.agenda_file.sight import Sight
from runofshow.core.agenda import Item


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
