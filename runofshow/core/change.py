"""A change of a role's picture: how it is written from two views, and how it is laid on a picture.

It is a merge patch (merge.py), but that the rows of the two long lists, `items` and `cues`, come by id:

    {"seq": 41, "now": "2020-03-27T08:10:00.000+07:00", "current": {"added_s": 60},
     "items": {"m7": {"added_s": 60}, "m9": null},
     "items_order": ["m1", "m7", "m8", "m10"],
     "items_shift": [{"from": "m8", "to": "m10", "names": ["expected_start", "expected_end"], "by_s": 60}]}

A row that is new comes whole, one that is gone is null, and the order is told when it is another one. Added
time moves every later row alike, so that is told once: from one row to another, in the order as it is now,
what has one of these names is later by so many seconds. The shift is laid on first, then what a row says.

`merge.js` of the pages is the reader of browsers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, tzinfo
from operator import attrgetter, is_
from typing import Any, Generic, TypeVar

from runofshow.core.merge import merge_patch, merged
from runofshow.core.role_wire import cues_of, items_of
from runofshow.core.snapshot import CueRow, Row
from runofshow.core.timeline import NO_TIME
from runofshow.core.views import View
from runofshow.core.wire import Json, cue_json, item_json, moment, seconds

IDS = {"items": "item_id", "cues": "cue_id"}
"""The lists whose rows come by id, and the name of that id."""
ORDER, SHIFT = "_order", "_shift"
"""What is told beside the rows of a list has its name and this."""

Movable = datetime | timedelta
AnyRow = TypeVar("AnyRow", Row, CueRow)


class BadChange(ValueError):
    """It does not fit the picture that it came to."""


# The writer


def rows_change(old: View, new: View, tz: tzinfo) -> dict[str, Json]:
    """What a change of a role's view says of its items and cues; empty when nothing changed."""
    return {
        **_Rows(_ITEMS, tz).told(items_of(old) or (), items_of(new) or ()),
        **_Rows(_CUES, tz).told(cues_of(old) or (), cues_of(new) or ()),
    }


class _Kind(Generic[AnyRow]):
    """One of the two lists, and how its rows are read."""

    def __init__(
        self,
        name: str,
        fields: tuple[str, ...],
        row_id: str,
        as_json: Callable[[AnyRow, tzinfo], dict[str, Json]],
        movable: dict[str, str],
    ) -> None:
        """`movable` is what moves alike on row after row: its name, and that on the wire."""
        self.name = name
        self.id_of: Callable[[AnyRow], str] = attrgetter(row_id)
        self.as_json: Callable[[AnyRow, tzinfo], dict[str, Json]] = as_json
        self.movable: dict[str, Callable[[AnyRow], Movable | None]] = {
            told: attrgetter(own) for own, told in movable.items()
        }
        self.rest_of: Callable[[AnyRow], object] = attrgetter(*(one for one in fields if one not in movable))


_ITEMS: _Kind[Row] = _Kind(
    "items",
    Row.__struct_fields__,
    "item.item_id",
    item_json,
    {
        "planned_start": "planned_start",
        "expected_start": "expected_start",
        "expected_end": "expected_end",
        "latest_start": "latest_start",
        "late_by": "late_s",
    },
)
_CUES: _Kind[CueRow] = _Kind(
    "cues",
    CueRow.__struct_fields__,
    "cue.cue_id",
    cue_json,
    {"expected_at": "expected_at", "standby_at": "standby_at"},
)

Pair = tuple[str, AnyRow, AnyRow]
"""A row's id, the row as it was, and as it is."""


class _Rows(Generic[AnyRow]):
    """One list's part of a change, while it is made."""

    def __init__(self, kind: _Kind[AnyRow], tz: tzinfo) -> None:
        self._kind: _Kind[AnyRow] = kind
        self._tz = tz
        self._rows: dict[str, dict[str, Json]] = {}
        self._shifts: dict[tuple[str, str, timedelta], list[Json]] = {}

    def told(self, old: Sequence[AnyRow], new: Sequence[AnyRow]) -> dict[str, Json]:
        if old is new:
            return {}
        old, new = tuple(old), tuple(new)
        if len(old) == len(new) and all(map(is_, old, new)):
            return {}
        name, id_of = self._kind.name, self._kind.id_of
        before = dict(zip(map(id_of, old), old, strict=True))
        ids = list(map(id_of, new))
        pairs: list[Pair[AnyRow]] = []
        for row_id, row in zip(ids, new, strict=True):
            if row_id in before:
                pairs.append((row_id, before[row_id], row))
            else:
                self._rows[row_id] = self._kind.as_json(row, self._tz)
        self._compare(pairs)
        for told, value_of in self._kind.movable.items():
            self._compare_moved(told, value_of, pairs)
        gone = before.keys() - set(ids)
        rows: dict[str, Json] = {**self._rows, **dict.fromkeys(sorted(gone))}
        is_reordered = [row_id for row_id in before if row_id not in gone] != ids
        shifts: list[Json] = [
            {"from": first, "to": last, "names": names, "by_s": seconds(by)}
            for (first, last, by), names in self._shifts.items()
        ]
        return {
            **({name: rows} if rows else {}),
            **({name + ORDER: list[Json](ids)} if is_reordered else {}),
            **({name + SHIFT: shifts} if shifts else {}),
        }

    def _compare(self, pairs: list[Pair[AnyRow]]) -> None:
        """What does not move with time."""
        kind = self._kind
        rest_of = kind.rest_of
        for row_id, was, row in pairs:
            if row is not was and rest_of(row) != rest_of(was):
                changed = merge_patch(kind.as_json(was, self._tz), kind.as_json(row, self._tz))
                told = {name: value for name, value in changed.items() if name not in kind.movable}
                if told:
                    self._rows[row_id] = told

    def _compare_moved(
        self, name: str, value_of: Callable[[AnyRow], Movable | None], pairs: list[Pair[AnyRow]]
    ) -> None:
        """One value of all rows. Rows behind each other that moved by the same length are one shift."""
        run: list[tuple[str, Movable]] = []
        run_by = NO_TIME
        for row_id, was, row in pairs:
            new = value_of(row)
            old = new if row is was else value_of(was)
            if new is None or old is None:
                if old is not new:
                    self._tell(row_id, name, new)
                continue
            by = NO_TIME if old is new else _moved_by(old, new)
            if by != run_by:
                self._end(name, run, run_by)
                run, run_by = [], by
            if by:
                run.append((row_id, new))
        self._end(name, run, run_by)

    def _end(self, name: str, run: list[tuple[str, Movable]], by: timedelta) -> None:
        """A run is at its end: one row alone is told with its row."""
        if len(run) > 1 and _keeps_its_offset([value for _, value in run], by, self._tz):
            self._shifts.setdefault((run[0][0], run[-1][0], by), []).append(name)
        else:
            for row_id, value in run:
                self._tell(row_id, name, value)

    def _tell(self, row_id: str, name: str, value: Movable | None) -> None:
        told = seconds(value) if isinstance(value, timedelta) else moment(value, self._tz)
        self._rows.setdefault(row_id, {})[name] = told


def _moved_by(old: Movable, new: Movable) -> timedelta:
    """By how much, as it stands on the wire: moments cut off below the millisecond, lengths rounded."""
    if isinstance(new, datetime) and isinstance(old, datetime):
        below = new.microsecond % 1000 - old.microsecond % 1000
        return new - old - timedelta(microseconds=below) if below else new - old
    assert isinstance(new, timedelta)
    assert isinstance(old, timedelta)
    return timedelta(seconds=round(round(new.total_seconds(), 3) - round(old.total_seconds(), 3), 3))


def _keeps_its_offset(values: list[Movable], by: timedelta, tz: tzinfo) -> bool:
    """Whether no clock is put forward or back amid them: a reader shifts a moment and keeps its offset."""
    moments = [value for value in values if isinstance(value, datetime)]
    if not moments:
        return True
    ends = min(moments), max(moments)
    return len({str(moment(at, tz))[-6:] for end in ends for at in (end, end - by)}) == 1


# The reader


def changed(picture: Json, change: Json) -> dict[str, Json]:
    """`picture` with a change laid on; neither is altered. Raises BadChange."""
    if not isinstance(picture, dict) or not isinstance(change, dict):
        raise BadChange("a change of nothing")
    rest = dict(change)
    lists: dict[str, Json] = {}
    for name, id_name in IDS.items():
        order, shifts = rest.pop(name + ORDER, None), rest.pop(name + SHIFT, None)
        told = rest.pop(name) if isinstance(rest.get(name), dict) else None
        if told or order or shifts:
            try:
                lists[name] = _rows_changed(picture[name], id_name, told or {}, order, shifts or [])
            except (KeyError, TypeError, ValueError, OverflowError) as error:
                raise BadChange(f"{name}: {error}") from error
    result = merged(picture, rest)
    assert isinstance(result, dict)
    return result | lists


def _rows_changed(rows: Any, id_name: str, told: Any, order: Any, shifts: Any) -> list[Json]:
    then = {row[id_name]: row for row in rows}
    ids = [row_id for row_id in order or then if told.get(row_id, "") is not None]
    now = [then.get(row_id, {}) for row_id in ids]
    for shift in shifts:
        first, last = ids.index(shift["from"]), ids.index(shift["to"])
        by, names = timedelta(seconds=shift["by_s"]), frozenset(shift["names"])
        now[first : last + 1] = [_later(row, names, by) for row in now[first : last + 1]]
    return [merged(row, told.get(row_id, {})) for row_id, row in zip(ids, now, strict=True)]


def _later(row: dict[str, Json], names: frozenset[str], by: timedelta) -> dict[str, Json]:
    return {name: _moved(value, by) if name in names else value for name, value in row.items()}


def _moved(value: Json, by: timedelta) -> Json:
    """A moment with the offset it had, or a length; what is unknown stays so."""
    if isinstance(value, str):
        return (datetime.fromisoformat(value) + by).isoformat(timespec="milliseconds")
    return seconds(timedelta(seconds=value) + by) if isinstance(value, int | float) else value
