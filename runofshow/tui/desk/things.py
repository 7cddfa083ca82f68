"""The lines of the desk's outline: what an agenda is made of, top to bottom.

They are read from the text itself, so that they stand while it has errors; hours and numbers come from the
last agenda that could be read, by the same paths.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, Final

from msgspec import Struct

from runofshow.agenda_file.editing.programme import levels
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fields import done_of
from runofshow.agenda_file.fitting import FieldError, Path
from runofshow.agenda_file.notation import NotationError
from runofshow.agenda_file.sight import Sight
from runofshow.core.agenda import Item


class Sort(Enum):
    """What a line stands for."""

    PAGE = "agenda"
    CREW = "crew"
    SESSION = "session"
    ITEM = "item"
    TRACK = "track"
    DUTY = "duty"
    HEAD = "head"
    """Over a part of the outline; nothing is asked of it."""
    BATCH = "batch"
    """A batch that an award only counts: it is told, and nothing is asked of it."""


TOLD: Final = frozenset({Sort.HEAD, Sort.BATCH})
"""What the cursor passes over."""


class Thing(Struct, frozen=True):
    """One line of the outline."""

    sort: Sort
    path: Path
    title: str = ""
    by: str = ""
    is_part: bool = False
    is_heading: bool = False
    is_empty: bool = False
    """Of a head: nothing stands under it."""
    unsettled: int = 0
    """Guesses and doubts of its own."""
    is_done: bool = False
    """Of a duty: it is marked as done."""
    count: int = 0
    """Of a batch: how many come up."""


class Planned(Struct, frozen=True):
    """What the last readable agenda says of a line."""

    item: Item
    number: str
    start: datetime | None
    length: timedelta


def things_of(source: Written, planned: Mapping[Path, Planned]) -> list[Thing]:
    """Every line; the names that a list beside the file has stand in what is `planned`."""
    data = source.data
    lines = [Thing(Sort.PAGE, (), _text(data.get("title")), unsettled=_unsettled(data))]
    lines.append(Thing(Sort.CREW, ("crew",)))
    has_items = any(source.value(level) for level in levels(source))
    lines.append(Thing(Sort.HEAD, ("items",), is_empty=not has_items))
    for level in levels(source):
        if len(level) > 1:
            session = source.value(level[:-1])
            row: dict[str, Any] = session if isinstance(session, dict) else {}
            lines.append(Thing(Sort.SESSION, level[:-1], _text(row.get("title")), unsettled=_unsettled(row)))
        lines += _items(source.value(level), level, planned)
    for key, sort, name in (("tracks", Sort.TRACK, "title"), ("duties", Sort.DUTY, "what")):
        rows = data.get(key)
        lines.append(Thing(Sort.HEAD, (key,), is_empty=not rows))
        for index, row in enumerate(_rows(rows)):
            by = row.get("file") if sort is Sort.TRACK else row.get("by")
            is_done = sort is Sort.DUTY and _is_done(_text(row.get("done")))
            lines.append(Thing(sort, (key, index), _text(row.get(name)), _text(by), is_done=is_done))
    return lines


def _is_done(said: str) -> bool:
    try:
        return bool(done_of(said)) if said else False
    except (FieldError, NotationError):
        return False


def _items(rows: object, level: Path, planned: Mapping[Path, Planned]) -> Iterator[Thing]:
    for index, row in enumerate(_rows(rows)):
        parts = row.get("parts")
        yield _item(row, (*level, index), is_heading=bool(parts), is_part=False)
        for at, part in enumerate(_rows(parts)):
            yield _item(part, (*level, index, "parts", at), is_heading=False, is_part=True)
        if not parts:
            yield from _batches(row, (*level, index), planned)


def _batches(row: Mapping[str, Any], path: Path, planned: Mapping[Path, Planned]) -> Iterator[Thing]:
    """The batches that an award only counts: by its own names, or by those of its list."""
    award = row.get("award")
    size, listed = (award.get("batch"), award.get("recipients")) if isinstance(award, dict) else ("", None)
    sizes: list[int] = []
    if (
        isinstance(listed, list)
        and isinstance(size, str)
        and size.isdecimal()
        and 0 < int(size) < len(listed)
    ):
        sizes = [len(listed[at : at + int(size)]) for at in range(0, len(listed), int(size))]
    elif isinstance(award, dict) and "list" in award and path in planned:
        sizes = [len(part.award.recipients) for part in planned[path].item.parts if part.award is not None]
    for at, count in enumerate(sizes):
        yield Thing(Sort.BATCH, (*path, "parts", at), f"{at + 1}/{len(sizes)}", is_part=True, count=count)


def _item(row: dict[str, Any], path: Path, *, is_heading: bool, is_part: bool) -> Thing:
    said, by = _text(row.get("title")), _text(row.get("by"))
    return Thing(Sort.ITEM, path, said, by, is_part, is_heading, unsettled=_unsettled(row))


def _rows(rows: object) -> list[dict[str, Any]]:
    found = rows if isinstance(rows, list) else []
    return [row if isinstance(row, dict) else {"title": _text(row)} for row in found]


def _unsettled(row: Mapping[str, Any]) -> int:
    return sum(len(row[key]) for key in ("guessed", "doubts") if isinstance(row.get(key), list))


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def planned_by_path(sight: Sight) -> dict[Path, Planned]:
    """What the agenda says of each item, by its path in the text."""
    found = {}
    for place in sight.order.rows:
        item = place.item
        first = item.parts[0] if item.parts else item
        span = sight.spans.get(first.item_id)
        length = sight.length(item) if span is not None else item.duration
        start = None if span is None else span.start
        found[sight.paths[item.item_id]] = Planned(place.written, item.number, start, length)
    return found


def thing_at(lines: list[Thing], path: Path) -> int:
    """The line that a path leads to or into; the first where there is none."""
    best, at = -1, 0
    for index, thing in enumerate(lines):
        if thing.sort not in TOLD and len(thing.path) > best and path[: len(thing.path)] == thing.path:
            best, at = len(thing.path), index
    return at
