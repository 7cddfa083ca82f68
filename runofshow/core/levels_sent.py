"""The levels that lights have from this show, out of its record: a console started again goes on from them.

What was taken counts, not what was ordered, and a call that was taken back counts too: no gear can unhear. A
fade counts as where it leads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from runofshow.core.agenda import Agenda
from runofshow.core.events import Entry
from runofshow.core.gear_orders import ChannelLevel, ToLights
from runofshow.core.sound_events import SignalSent


def levels_sent(agenda: Agenda, entries: Iterable[Entry]) -> Mapping[str, ToLights]:
    """Each channel's last level, as one order by the id of the gear; nothing of gear that was told none."""
    orders = {each.signal_id: each.send for each in agenda.signals if isinstance(each.send, ToLights)}
    if not orders:
        return {}
    found: dict[str, dict[int, float]] = {}
    for entry in entries:
        for event in entry.events:
            if isinstance(event, SignalSent) and (order := orders.get(event.signal_id)):
                levels = found.setdefault(order.gear_id, {})
                for level in order.levels:
                    levels |= dict.fromkeys(range(level.first, level.last + 1), level.percent)
    return {
        gear_id: ToLights(gear_id, tuple(ChannelLevel(at, at, share) for at, share in sorted(levels.items())))
        for gear_id, levels in found.items()
    }
