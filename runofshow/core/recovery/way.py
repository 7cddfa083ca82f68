"""What a list of changes comes to: what it saves, what it costs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from runofshow.core.forecast import Forecast, forecast
from runofshow.core.recovery.applied import applied, leaves_to_come, length_now
from runofshow.core.recovery.changes import AnyChange, Before, Drop
from runofshow.core.recovery.outcome import Step, WayBack
from runofshow.core.state import State
from runofshow.core.timeline import NO_TIME

Chance = Callable[[State, Forecast, datetime], float | None]
"""How likely the session that runs makes its hard out in a show that stands so then, with the forecast of it;
None where nobody knows."""


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
        None if chance is None else chance(after, then, now),
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
