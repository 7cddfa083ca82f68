"""How the rows of a script stand to each other: parts under their headings, hours that follow from lengths,
numbers that count themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import date, datetime, time, timedelta
from typing import Final

from runofshow.agenda_file.notation import read_time, write_time
from runofshow.documents.own.script.rows import ItemSaid, in_turn

_DAY: Final = date(2000, 1, 1)


def levels(items: Sequence[ItemSaid], headings: Set[str]) -> list[ItemSaid]:
    """The items of a session with their parts under them; `headings` are the keys of those that had parts.

    What was a part is one under any of these, and an item where its heading is gone. A new row is a part by
    its number, or where it stands between two.
    """
    found: list[ItemSaid] = []
    for place, item in enumerate(items):
        following = items[place + 1] if place + 1 < len(items) else None
        if found and _is_part(item, found[-1], following, headings):
            found[-1].parts.append(item)
        else:
            found.append(item)
    return found


def _is_part(item: ItemSaid, heading: ItemSaid, following: ItemSaid | None, headings: Set[str]) -> bool:
    if item.row.kept is not None:
        is_heading = heading.row.kept is None or heading.row.key in headings
        return bool(item.row.kept.part) and is_heading
    if item.number:
        return item.number.startswith(f"{heading.number}.")
    kept = None if following is None else following.row.kept
    return bool(heading.parts) and kept is not None and bool(kept.part)


def bind(items: Sequence[ItemSaid], start: time | None) -> time | None:
    """Bind the items whose hours somebody changed; the hour at which the session begins, where that is one.

    `start` is when the session begins as it is printed.
    """
    leaves = [leaf for item in items for leaf in (item.parts or (item,))]
    begins = None
    clock = None if start is None else datetime.combine(_DAY, start)
    if leaves and (first := leaves[0]).start is not None and "start" not in first.entry:
        begins, clock, first.start = first.start, datetime.combine(_DAY, first.start), None
    for item in items:
        for row in (item, *item.parts):
            clock = _bound(row, clock)
            if row.parts or clock is None:
                continue
            if "until" in row.entry:
                clock = max(clock, _laid(row.entry["until"], clock))
            else:
                clock += row.length or timedelta()
    return begins


def _bound(row: ItemSaid, clock: datetime | None) -> datetime | None:
    if row.start is not None and (clock is None or _floor(clock) != row.start):
        row.entry["start"] = write_time(row.start)
        row.entry = {key: row.entry[key] for key in sorted(row.entry, key=in_turn)}
    if "start" in row.entry and clock is not None:
        return max(clock, _laid(row.entry["start"], clock))
    return clock


def _laid(at: str, clock: datetime) -> datetime:
    laid = datetime.combine(clock.date(), read_time(at))
    # past midnight
    return laid + timedelta(days=1) if clock - laid > timedelta(hours=12) else laid


def _floor(at: datetime) -> time:
    return at.time().replace(second=0, microsecond=0)


def drop_counted(items: Sequence[ItemSaid], prefix: str = "") -> None:
    """Leave out the numbers that counting gives."""
    numbers = [item.entry.get("number", "") for item in items]
    for place, item in enumerate(items, 1):
        number = item.entry.get("number", "")
        drop_counted(item.parts, f"{number or f'{prefix}{place}'}.")
        if number == f"{prefix}{place}" and numbers.count(number) == 1:
            del item.entry["number"]


def all_of(items: Sequence[ItemSaid]) -> Iterator[ItemSaid]:
    """Items and parts, top to bottom."""
    for item in items:
        yield item
        yield from item.parts
