"""What the log calls a signal: its title, and in words what the gear of the plan was told by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from runofshow.core.events import Entry, ShowOpened
from runofshow.core.gear import name_of
from runofshow.core.signal import Http, Osc
from runofshow.texts.gear import GEAR
from runofshow.tui.formats import joined
from runofshow.tui.pen import Pen


def signal_names(log: Sequence[Entry], pen: Pen) -> Mapping[str, str]:
    """`Máy chiếu chính: che hình`, by what `signal_key` gives. No show changes its signals while it runs."""
    opened = next(
        (event for entry in log[:1] for event in entry.events if isinstance(event, ShowOpened)), None
    )
    if opened is None:
        return {}
    gear = {each.gear_id: name_of(each) for each in opened.agenda.gear}
    found = {}
    for signal in opened.agenda.signals:
        if isinstance(signal.send, Osc | Http):
            said = signal.title or signal.signal_id
        else:
            told = GEAR[pen.words.language].order(signal.send)
            said = joined(signal.title, f"{gear.get(signal.send.gear_id, signal.send.gear_id)}: {told}")
        found[signal_key(signal.signal_id)] = said
    return found


def signal_key(signal_id: str) -> str:
    """Signals and items may have the same id."""
    return f"signal {signal_id}"
