"""A way back: a short list of changes, what they save and what they cost."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.forecast import Forecast, forecast
from runofshow.core.recovery.applied import applied, leaves_to_come, length_now
from runofshow.core.recovery.changes import AnyChange, Before, Drop
from runofshow.core.state import State
from runofshow.core.timeline import NO_TIME

Chance = Callable[[State], float | None]
"""How likely the session that runs makes its hard out in a show that stands so; None where nobody knows."""


class Step(Struct, frozen=True):
    """One change as it is told."""

    change: AnyChange
    number: str
    title: str
    kind: str
    """These of the item, or of the heading over several; of a row of speakers those of the first."""
    count: int
    """How many leaves it touches."""
    was: timedelta | None
    """How long the longest of them lasts; None of what only moves."""
    to: timedelta | None
    """How long each lasts then; None of what is left out, and of what only moves."""
    cut: timedelta
    """How much of the programme goes, of all together; negative where it is made longer."""
    is_alike: bool = False
    """Several under different titles, shortened alike."""
    before: str = ""
    """The number of the item in front of which it comes."""


class WayBack(Struct, frozen=True):
    steps: tuple[Step, ...]
    saves: timedelta
    """By how much the session ends earlier, as the forecast has it; negative when later."""
    costs: timedelta
    """How much of the programme goes; more than it saves where an hour absorbs it."""
    ends_at: datetime
    """When the session ends then."""
    is_enough: bool
    """The hard out is made, and what leaders were promised is kept."""
    chance: float | None = None
    """Of making the hard out; None where nobody knows."""

    @property
    def changes(self) -> tuple[AnyChange, ...]:
        """As they are ordered."""
        return tuple(step.change for step in self.steps)


def way_of(
    state: State,
    before: Forecast,
    session_id: str,
    changes: Iterable[AnyChange],
    now: datetime,
    is_enough: Callable[[Forecast], bool],
    chance: Chance | None = None,
) -> tuple[WayBack, Forecast]:
    """What the changes come to, and the forecast of the show with them, by which they do."""
    made = tuple(changes)
    after = applied(state, made, now)
    then = forecast(after, now)
    steps = tuple(_step(state, change, now) for change in made)
    ends_at = then.session_ends[session_id]
    way = WayBack(
        steps,
        before.session_ends[session_id] - ends_at,
        sum((step.cut for step in steps), NO_TIME),
        ends_at,
        is_enough(then),
        None if chance is None else chance(after),
    )
    return way, then


def _step(state: State, change: AnyChange, now: datetime) -> Step:
    places = state.order.places
    if isinstance(change, Before):
        item = places[change.item_id].item
        before = places[change.before].item.number
        return Step(change, item.number, item.title, item.kind, 1, None, None, NO_TIME, before=before)
    if isinstance(change, Drop):
        item = places[change.item_id].item
        leaves = [places[leaf.item_id] for leaf in leaves_to_come(state, change.item_id)]
        lengths = [length_now(state, place, now) for place in leaves]
        return Step(
            change, item.number, item.title, item.kind, len(leaves), max(lengths), None, sum(lengths, NO_TIME)
        )
    rows = [places[item_id] for item_id in change.item_ids]
    lengths = [length_now(state, place, now) for place in rows]
    heading = rows[0].parent if len(rows) > 1 else None
    item = rows[0].item if heading is None else heading
    cut = sum((length - change.to for length in lengths), NO_TIME)
    is_alike = heading is None and len(rows) > 1
    return Step(
        change, item.number, item.title, rows[0].item.kind, len(rows), max(lengths), change.to, cut, is_alike
    )
