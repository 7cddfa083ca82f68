"""Which moves a newer plan makes, and which of them only take back what was moved in the show by hand.

The theory. Of two lines that changed places either can be said to have moved, so the moves of two comparisons
cannot be set against each other line by line. Pairs can: a line was moved by the file when it stands to some
other line, or on a level, as it did not before and does not yet in the show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from runofshow.agenda_file.revision import counterparts
from runofshow.core.agenda import Agenda


class Stand(Struct, frozen=True):
    """Where a line stands."""

    at: int
    """Among all lines."""
    level: tuple[int, str | None]
    """Its session's index and its heading."""


Stands = Mapping[str, Stand]
"""By the ids that the lines have in the newer plan; only those that it has, too."""


def stands_in(agenda: Agenda, newer: Agenda) -> Stands:
    """Where the lines of `newer` stand in `agenda`; without those that it does not have."""
    named = {mine: theirs for theirs, mine in counterparts(agenda, newer).items()}
    if agenda is newer:
        named = {mine: mine for mine in named}
    # where there are more sessions or fewer, their numbers say nothing
    counts = len(agenda.sessions) == len(newer.sessions)
    found: dict[str, Stand] = {}
    for number, session in enumerate(agenda.sessions):
        for item in session.items:
            for row in (item, *item.parts):
                heading = None if row is item else named.get(item.item_id, item.item_id)
                if row.item_id in named:
                    found[named[row.item_id]] = Stand(len(found), (number if counts else 0, heading))
    return found


def is_moved_by_file(item_id: str, newer: Stands, show: Stands, earlier: Iterable[Stands]) -> bool:
    """Whether the newer plan moves the line, and not only the show has moved it since an `earlier` plan."""
    return any(_is_moved(item_id, newer, show, plan) for plan in earlier if item_id in plan)


def _is_moved(item_id: str, newer: Stands, show: Stands, plan: Stands) -> bool:
    there, here, before = newer[item_id], show[item_id], plan[item_id]
    if there.level not in (here.level, before.level):
        return True
    others = (newer.keys() & show.keys() & plan.keys()) - {item_id}
    return any(
        (there.at < newer[other].at) not in (here.at < show[other].at, before.at < plan[other].at)
        for other in others
    )
