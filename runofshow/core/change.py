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

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from operator import attrgetter
from typing import Any, Generic, TypeVar

from msgspec import Struct, field

from runofshow.core.merge import merge_patch, merged
from runofshow.core.role_wire import cues_of, items_of
from runofshow.core.snapshot import CueRow, Row
from runofshow.core.value import replace
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


class _Kind(Struct, Generic[AnyRow], frozen=True):
    name: str
    id_of: Callable[[AnyRow], str]
    as_json: Callable[[AnyRow, tzinfo], dict[str, Json]]
    movable: dict[str, str]
    """What moves alike on row after row, moments and lengths: the row's own name, and the one on the wire."""

    def values_of(self, row: AnyRow) -> tuple[Movable | None, ...]:
        found: tuple[Movable | None, ...] = attrgetter(*self.movable)(row)
        return found


_ITEMS: _Kind[Row] = _Kind(
    "items",
    lambda row: row.item_id,
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
    "cues", lambda row: row.cue_id, cue_json, {"expected_at": "expected_at", "standby_at": "standby_at"}
)


class _Run(Struct):
    """Rows behind each other of which one value moved by the same length; none when it did not move."""

    by_ms: int
    rows: list[tuple[str, Movable]] = field(default_factory=list)
    """Their ids, and what the value is now."""

    def keeps_its_offset(self, tz: tzinfo) -> bool:
        """Whether no clock is put forward or back amid it: a reader shifts a moment and keeps its offset."""
        moments = [value for _, value in self.rows if isinstance(value, datetime)]
        if not moments:
            return True
        ends, by = (min(moments), max(moments)), timedelta(milliseconds=self.by_ms)
        return len({str(moment(at, tz))[-6:] for end in ends for at in (end, end - by)}) == 1


class _Rows(Generic[AnyRow]):
    """One list's part of a change, while it is made."""

    def __init__(self, kind: _Kind[AnyRow], tz: tzinfo) -> None:
        self._kind: _Kind[AnyRow] = kind
        self._tz = tz
        self._rows: dict[str, dict[str, Json]] = {}
        self._runs: dict[str, list[_Run]] = {name: [_Run(0)] for name in kind.movable.values()}

    def told(self, old: Sequence[AnyRow], new: Sequence[AnyRow]) -> dict[str, Json]:
        if old is new:
            return {}
        name, id_of = self._kind.name, self._kind.id_of
        before = {id_of(row): row for row in old}
        ids = [id_of(row) for row in new]
        for row_id, row in zip(ids, new, strict=True):
            was = before.get(row_id)
            if was is None:
                self._rows[row_id] = self._kind.as_json(row, self._tz)
            else:
                self._compare(row_id, was, row)
        shifts = list(self._shifts())
        gone = before.keys() - set(ids)
        rows: dict[str, Json] = {**self._rows, **dict.fromkeys(sorted(gone))}
        is_reordered = [row_id for row_id in before if row_id not in gone] != ids
        return {
            **({name: rows} if rows else {}),
            **({name + ORDER: list[Json](ids)} if is_reordered else {}),
            **({name + SHIFT: shifts} if shifts else {}),
        }

    def _compare(self, row_id: str, was: AnyRow, row: AnyRow) -> None:
        kind = self._kind
        is_same = row is was or row == was
        values = kind.values_of(row)
        then = values if is_same else kind.values_of(was)
        if not is_same:
            held: dict[str, Any] = dict(zip(kind.movable, then, strict=True))
            stood = replace(row, **held)
            if stood != was:
                changed = merge_patch(kind.as_json(was, self._tz), kind.as_json(stood, self._tz))
                if changed:
                    self._rows[row_id] = changed
        for name, old, new in zip(kind.movable.values(), then, values, strict=True):
            if old is not None and new is not None:
                by_ms = 0 if old == new else _milliseconds(new) - _milliseconds(old)
                runs = self._runs[name]
                if by_ms != runs[-1].by_ms:
                    runs.append(_Run(by_ms))
                if by_ms:
                    runs[-1].rows.append((row_id, new))
            elif old is not new:
                self._tell(row_id, name, new)

    def _shifts(self) -> Iterator[Json]:
        """Runs of the same rows by the same length are one; what is no run is told with its row."""
        found: dict[tuple[str, str, int], list[Json]] = {}
        for name, runs in self._runs.items():
            for run in runs:
                if len(run.rows) > 1 and run.keeps_its_offset(self._tz):
                    found.setdefault((run.rows[0][0], run.rows[-1][0], run.by_ms), []).append(name)
                else:
                    for row_id, value in run.rows:
                        self._tell(row_id, name, value)
        for (first, last, by_ms), names in found.items():
            by = seconds(timedelta(milliseconds=by_ms))
            yield {"from": first, "to": last, "names": names, "by_s": by}

    def _tell(self, row_id: str, name: str, value: Movable | None) -> None:
        told = seconds(value) if isinstance(value, timedelta) else moment(value, self._tz)
        self._rows.setdefault(row_id, {})[name] = told


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def _milliseconds(value: Movable) -> int:
    """As it stands on the wire: of a moment without what is below, of a length to the nearest."""
    if isinstance(value, datetime):
        return (value - _EPOCH) // _MILLISECOND
    return round(round(value.total_seconds(), 3) * 1000)


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
