"""Leaves laid back to back on the clock: the arithmetic that the plan and the forecast share.

Nothing starts before its fixed start, nor before the start of a session that has not begun; that wait
absorbs lateness. A break with an `until` ends at that moment, however late it began, or at once when it
began later still.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from datetime import datetime, timedelta

from msgspec import Struct

from runofshow.core.agenda import Agenda, Item
from runofshow.core.running_order import Place, leaves_by_plan

NO_TIME = timedelta()


class Span(Struct, frozen=True):
    """From when to when one leaf runs: planned, expected or actual."""

    start: datetime
    end: datetime
    wait: timedelta = NO_TIME
    """The wait in front of it for its fixed start."""

    def shifted(self, by: timedelta) -> Span:
        """The same, later by so much."""
        return Span(self.start + by, self.end + by, self.wait)


def plan_times(plan: Agenda) -> dict[str, Span]:
    """Leaf id to when it starts and ends by plan alone."""
    return laid_out(leaves_by_plan(plan), plan.sessions[0].start_at, frozenset(), {})


def laid_out(
    leaves: Iterable[Place], cursor: datetime, begun: Set[str], added: Mapping[str, timedelta]
) -> dict[str, Span]:
    """Leaf id to its span, back to back from `cursor`. `begun` are the sessions whose start no longer holds;
    `added` is time given to a leaf beyond its plan."""
    spans = {}
    for place in leaves:
        item = place.item
        start = cursor
        if place.session.session_id not in begun:
            start = max(start, place.session.start_at)
        if item.fixed_start is not None:
            start = max(start, item.fixed_start)
        length = planned_length(item, start)
        # a break up to `until` may have less left than is taken from it
        end = start + max(length + added.get(item.item_id, NO_TIME), NO_TIME)
        spans[item.item_id] = Span(start, end, start - cursor)
        cursor = end
    return spans


def planned_length(item: Item, start: datetime) -> timedelta:
    """How long a leaf lasts by plan that starts at `start`: up to its hour where it has one."""
    return item.duration if item.until is None else max(item.until - start, NO_TIME)


def session_ends(agenda: Agenda, spans: Mapping[str, Span]) -> dict[str, datetime]:
    """Session id to the end of its last leaf; its start when nothing of it will run."""
    ends = {}
    for session in agenda.sessions:
        leaves = (leaf for item in session.items for leaf in (item.parts or (item,)))
        known = (spans[leaf.item_id].end for leaf in leaves if leaf.item_id in spans)
        ends[session.session_id] = max(known, default=session.start_at)
    return ends
