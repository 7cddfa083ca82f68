"""An agenda with one change: an item replaced, inserted, removed or moved, or all of it shifted in time.

Places are named by siblings: `before` and `after` stand in the same session and under the same heading
as the item they place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, tzinfo

from runofshow.core.agenda import Agenda, Item
from runofshow.core.timeline import plan_times
from runofshow.core.value import replace

Siblings = tuple[Item, ...]


def with_item(agenda: Agenda, item: Item) -> Agenda:
    """`agenda` with `item` in place of the one that has its id."""
    return with_items(agenda, {item.item_id: item})


def with_items(agenda: Agenda, edited: Mapping[str, Item]) -> Agenda:
    """`agenda` with each of these, by its id, in place of the one that has it."""
    return _everywhere(agenda, lambda items: tuple(edited.get(old.item_id, old) for old in items))


def without_item(agenda: Agenda, item_id: str) -> Agenda:
    """`agenda` without that item and its parts."""
    return _everywhere(agenda, lambda items: tuple(item for item in items if item.item_id != item_id))


def with_inserted(agenda: Agenda, new: Item, after: str | None, before: str | None = None) -> Agenda:
    """`agenda` with `new` behind `after` or in front of `before`; as the very first item without either."""
    if before is not None:
        return _in_front(agenda, new, before)
    if after is None:
        first = agenda.sessions[0]
        return replace(agenda, sessions=(replace(first, items=(new, *first.items)), *agenda.sessions[1:]))

    def insert(items: Siblings) -> Siblings:
        return tuple(row for item in items for row in ((item, new) if item.item_id == after else (item,)))

    return _everywhere(agenda, insert)


def with_moved(agenda: Agenda, item_id: str, before: str | None, session_id: str | None = None) -> Agenda:
    """`agenda` with the item in front of `before`, which may stand in another session; with None it comes
    last in the session that is named, or among its siblings."""
    item = next((one for one in siblings(agenda, item_id) if one.item_id == item_id), None)
    if item is not None and before is not None:
        return _in_front(without_item(agenda, item_id), item, before)
    if item is not None and session_id is not None:
        sessions = (
            replace(one, items=(*one.items, item)) if one.session_id == session_id else one
            for one in without_item(agenda, item_id).sessions
        )
        return replace(agenda, sessions=tuple(sessions))

    def move(items: Siblings) -> Siblings:
        moved = [item for item in items if item.item_id == item_id]
        if not moved:
            return items
        return (*(item for item in items if item.item_id != item_id), *moved)

    return _everywhere(agenda, move)


def _in_front(agenda: Agenda, new: Item, before: str) -> Agenda:
    def put(items: Siblings) -> Siblings:
        return tuple(row for item in items for row in ((new, item) if item.item_id == before else (item,)))

    return _everywhere(agenda, put)


def siblings(agenda: Agenda, item_id: str) -> Siblings:
    """The items of the level on which `item_id` stands, itself among them; empty when it is unknown."""
    for session in agenda.sessions:
        for level in (session.items, *(item.parts for item in session.items)):
            if any(item.item_id == item_id for item in level):
                return level
    return ()


def shifted(agenda: Agenda, by: timedelta) -> Agenda:
    """`agenda` with every moment later by `by`."""
    return _on_the_clock(agenda, lambda at: at + by)


def shifted_by_days(agenda: Agenda, days: int, tz: tzinfo) -> Agenda:
    """`agenda` on another day of the hall at the same hours, whatever summer time does in between."""

    def moved(at: datetime) -> datetime:
        local = at.astimezone(tz)
        return datetime.combine(local.date() + timedelta(days=days), local.time(), tz).astimezone(UTC)

    return _on_the_clock(agenda, moved)


def _on_the_clock(agenda: Agenda, move: Callable[[datetime], datetime]) -> Agenda:
    def moment(at: datetime | None) -> datetime | None:
        return None if at is None else move(at)

    def shift(items: Siblings) -> Siblings:
        return tuple(
            replace(item, fixed_start=moment(item.fixed_start), until=moment(item.until))
            if item.fixed_start or item.until
            else item
            for item in items
        )

    moved = _everywhere(agenda, shift)
    sessions = (
        replace(session, start_at=move(session.start_at), hard_out=moment(session.hard_out))
        for session in moved.sessions
    )
    leaders = (
        replace(one, arrives_at=moment(one.arrives_at), leaves_at=moment(one.leaves_at))
        for one in agenda.leaders
    )
    return replace(moved, sessions=tuple(sessions), leaders=tuple(leaders))


def between(agenda: Agenda, first: str | None, last: str | None) -> Agenda:
    """The stretch of the agenda from leaf or heading `first` to `last`, both included; None is the end of it.

    The session that is cut starts when the plan has what is left of it, so the hours written in it stay as
    far from its beginning as they were. Raises KeyError for an unknown id and ValueError when `last` stands
    before `first`.
    """
    heads = [item for session in agenda.sessions for item in session.items]
    leaves = [leaf for item in heads for leaf in (item.parts or (item,))]

    def span(item_id: str) -> tuple[int, int]:
        item = next((item for item in (*heads, *leaves) if item.item_id == item_id), None)
        if item is None:
            raise KeyError(item_id)
        ends = [leaves.index(leaf) for leaf in (item.parts or (item,))]
        return ends[0], ends[-1]

    low = 0 if first is None else span(first)[0]
    high = len(leaves) - 1 if last is None else span(last)[1]
    if high < low:
        raise ValueError(last)
    kept = {leaf.item_id for leaf in leaves[low : high + 1]}

    def keep(items: Siblings) -> Siblings:
        return tuple(item for item in items if item.parts or item.item_id in kept)

    cut = _everywhere(agenda, keep)
    sessions = [
        replace(session, items=tuple(item for item in session.items if item.parts or item.item_id in kept))
        for session in cut.sessions
    ]
    left = [session for session in sessions if session.items]
    openers = [item for session in agenda.sessions for item in session.items[:1]]
    if not any(leaves[low] in (item.parts or (item,))[:1] for item in openers):
        left[0] = replace(left[0], start_at=plan_times(agenda)[leaves[low].item_id].start)
    return replace(cut, sessions=tuple(left))


def _everywhere(agenda: Agenda, change: Callable[[Siblings], Siblings]) -> Agenda:
    """`change` applied to each level of items; what it leaves as it was stays the same object."""
    sessions = []
    for session in agenda.sessions:
        items = tuple(
            replace(item, parts=change(item.parts)) if item.parts else item for item in session.items
        )
        sessions.append(replace(session, items=change(items)))
    return replace(agenda, sessions=tuple(sessions))
