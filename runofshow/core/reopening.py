"""Whether what a record tells can have happened in a show of this agenda.

A record that lost its opening has lost its agenda. With another in its place every line must still make
sense: an item or a cue that it names and the agenda does not have is a sign that this is another plan.
"""

from __future__ import annotations

from collections.abc import Iterable

from runofshow.core import events as e
from runofshow.core.agenda import Agenda, Item
from runofshow.core.undo_events import ShowRestored


def unknown_ids(agenda: Agenda, entries: Iterable[e.Entry]) -> tuple[str, ...]:
    """The items and cues that these entries speak of and `agenda` does not have; none when all fit."""
    known = {each for session in agenda.sessions for item in session.items for each in _ids(item)}
    unknown: dict[str, None] = {}
    for event in (event for entry in entries for event in entry.events):
        match event:
            case e.ItemInserted(item):
                named, comes = set[str](), _ids(item)
            case e.ItemEdited(item):
                named, comes = {item.item_id}, _ids(item) - {item.item_id}
            case ShowRestored():
                named, comes = {*event.image.runs, *event.image.cues}, set()
                if event.image.agenda is not None:
                    sessions = event.image.agenda.sessions
                    comes = {each for session in sessions for item in session.items for each in _ids(item)}
            case _:
                named, comes = _named(event), set()
        unknown |= dict.fromkeys(sorted(named - known - comes))
        known |= comes
    return tuple(unknown)


def _ids(item: Item) -> set[str]:
    own = {item.item_id, *(cue.cue_id for cue in item.cues)}
    return own.union(*(_ids(part) for part in item.parts))


def _named(event: e.Event) -> set[str]:
    names = set(event.__struct_fields__) & {"item_id", "cue_id"}
    return {value for name in names if isinstance(value := getattr(event, name), str)}
