"""What advice is about, and how to point at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from runofshow.agenda_file.complaint import Place, Reporter
from runofshow.agenda_file.notation import write_time
from runofshow.agenda_file.shape import Path, Places
from runofshow.core.agenda import Agenda, Item


@dataclass(frozen=True, slots=True)
class Sight:
    """An agenda with the places of what it says."""

    agenda: Agenda
    places: Places
    paths: Mapping[str, Path]
    """Of each item, by its id."""
    report: Reporter
    tz: tzinfo

    def spot(self, item: Item, *below: str | int) -> Place:
        """Of a value of the item, or of the nearest thing around it that is in the file."""
        return self.places.of((*self.paths[item.item_id], *below))

    def clock(self, at: datetime) -> str:
        """The time of day in the hall."""
        return write_time(at.astimezone(self.tz).time())
