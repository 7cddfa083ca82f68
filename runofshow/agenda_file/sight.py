"""What advice is about, and how to point at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, tzinfo

from msgspec import Struct

from runofshow.agenda_file.complaint import Place, Reporter
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.notation import write_time
from runofshow.agenda_file.places import Places
from runofshow.agenda_file.standing import Standing
from runofshow.core.agenda import Agenda, Item
from runofshow.core.carrying import Shares, called_by_plan
from runofshow.core.running_order import RunningOrder
from runofshow.core.timeline import Span, laid_out


class Sight(Struct, frozen=True):
    """An agenda with the places of what it says."""

    agenda: Agenda
    places: Places
    paths: Mapping[str, Path]
    """Of each item, by its id."""
    report: Reporter
    tz: tzinfo
    order: RunningOrder
    spans: Mapping[str, Span]
    """Leaf id to when it runs by plan."""
    called: Shares
    """Leaf id to the cues called in it by plan, in calling order: its own and its heading's share."""
    find_people: Callable[[], Mapping[str, Standing]]
    """Looked for only where something is to be told of somebody: it takes as long as all advice on them."""

    @property
    def people(self) -> Mapping[str, Standing]:
        """Where each recipient stands, by their id."""
        return self.find_people()

    def length(self, item: Item) -> timedelta:
        """How long the item lasts by plan; a heading with all its parts."""
        parts = item.parts or (item,)
        return self.spans[parts[-1].item_id].end - self.spans[parts[0].item_id].start

    def spot(self, item: Item, *below: str | int) -> Place:
        """Of a value of the item, or of the nearest thing around it that is in the file."""
        return self.places.of((*self.paths[item.item_id], *below))

    def until(self, item: Item) -> datetime | None:
        """The hour at which the item ends, its heading's where that holds for it."""
        return item.until or self.order.places[item.item_id].item.until

    def says(self, item: Item, key: str) -> bool:
        """Whether the agenda writes that key at the item."""
        return self.places.node((*self.paths[item.item_id], key)) is not None

    def clock(self, at: datetime) -> str:
        """The time of day in the hall."""
        return write_time(at.astimezone(self.tz).time())


def sight_of(
    agenda: Agenda,
    places: Places,
    paths: Mapping[str, Path],
    report: Reporter,
    tz: tzinfo,
    order: RunningOrder,
    find_people: Callable[[], Mapping[str, Standing]],
) -> Sight:
    """The agenda with its plan by the clock, which every kind of advice asks."""
    return Sight(
        agenda,
        places,
        paths,
        report,
        tz,
        order=order,
        spans=laid_out(order.leaves, agenda.sessions[0].start_at, frozenset(), {}),
        called=called_by_plan(agenda, order),
        find_people=find_people,
    )
