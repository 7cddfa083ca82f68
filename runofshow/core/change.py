"""A change of a role's picture: how it is written from two views, and how it is laid on a picture.

It is a merge patch (RFC 7396), but that the rows of the two long lists, `items` and `cues`, come by id:

    {"seq": 41, "now": "2020-03-27T08:10:00.000+07:00", "current": {"added_s": 60},
     "items": {"m7": {"added_s": 60}, "m9": null},
     "items_order": ["m1", "m7", "m8", "m10"],
     "items_shift": [{"from": "m8", "to": "m10", "names": ["expected_start", "expected_end"], "by_s": 60}]}

A row that is new comes whole, one that is gone is null, and the order is told when it is another one. Added
time moves every later row alike, so that is told once: from one row to another, in the order as it is now,
what has one of these names is later by so many seconds. The shift is laid on first, then what a row says.

So come the people of a batch, wherever it stands in the picture, when some of them were in it before: who
ticks one of two thousand as there sends one row to every phone. `people_order` comes with `people`.

`merge.js` of the pages is the reader of browsers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from functools import cache
from operator import attrgetter, is_
from typing import Any, Generic, TypeVar

from msgspec import Struct

from runofshow.core.snapshot import CueRow, ItemRow
from runofshow.core.views.fields import moving
from runofshow.core.views.roles import View
from runofshow.core.wire import Json, Moves, seconds

IDS = {"items": "item_id", "cues": "cue_id"}
"""The lists whose rows come by id, and the name of that id."""
INNER_IDS = {"people": "recipient_id"}
"""The same of lists in a part of the picture; what is no list there has no rows."""
ORDER, SHIFT = "_order", "_shift"
"""What is told beside the rows of a list has its name and this."""

Patch = dict[str, object]
"""A change as `written` of wire.py takes it."""
Movable = datetime | float
By = timedelta | float
AnyRow = TypeVar("AnyRow", ItemRow, CueRow)


class BadChange(ValueError):
    """It does not fit the picture that it came to."""


# The writer


def change(old: View, new: View) -> Patch:
    """What makes `new` of `old`, two views of one role; empty when nothing changed."""
    patch = _differing(old, new, IDS.keys())
    patch |= _Rows(_items()).told(getattr(old, "items", ()), getattr(new, "items", ()))
    return patch | _Rows(_cues()).told(getattr(old, "cues", ()), getattr(new, "cues", ()))


def _differing(old: Struct, new: Struct, but: Collection[str] = ()) -> Patch:
    """A merge patch from one value to another of its kind."""
    patch: Patch = {}
    for own, told in zip(new.__struct_fields__, new.__struct_encode_fields__, strict=True):
        before, value = getattr(old, own), getattr(new, own)
        if own in but or before is value or before == value:
            continue
        if isinstance(value, Struct) and type(before) is type(value):
            patch[told] = _differing(before, value)
        elif told in INNER_IDS and isinstance(value, tuple) and isinstance(before, tuple):
            patch |= _inner_rows(told, before, value)
        elif isinstance(value, dict) and isinstance(before, dict):
            patch[told] = {**dict.fromkeys(before.keys() - value.keys()), **value}
        else:
            patch[told] = value
    return patch


def _inner_rows(name: str, old: Sequence[Struct], new: Sequence[Struct]) -> Patch:
    """What makes one short list of the other; the whole of it where none of its rows was there before."""
    id_of = attrgetter(INNER_IDS[name])
    before, after = {id_of(row): row for row in old}, {id_of(row): row for row in new}
    if before.keys().isdisjoint(after):
        return {name: new}
    gone = before.keys() - after.keys()
    rows: Patch = {
        row_id: _differing(before[row_id], row) if row_id in before else row
        for row_id, row in after.items()
        if before.get(row_id) != row
    }
    is_reordered = [row_id for row_id in before if row_id not in gone] != list(after)
    return {
        name: rows | dict.fromkeys(sorted(gone)),
        **({name + ORDER: list(after)} if is_reordered else {}),
    }


class _Kind(Generic[AnyRow]):
    """One of the two lists, and how its rows are read."""

    def __init__(self, name: str, fields: tuple[str, ...]) -> None:
        moves = moving(Moves.PLANNED, Moves.DRIFTING)
        self.name = name
        self.id_of: Callable[[AnyRow], str] = attrgetter(IDS[name])
        self.movable = [one for one in fields if one in moves]
        """What moves alike on row after row."""
        self.still = [one for one in fields if one not in moves]
        self.rest_of: Callable[[AnyRow], tuple[object, ...]] = attrgetter(*self.still)


@cache
def _items() -> _Kind[ItemRow]:
    return _Kind("items", ItemRow.__struct_fields__)


@cache
def _cues() -> _Kind[CueRow]:
    return _Kind("cues", CueRow.__struct_fields__)


Pair = tuple[str, AnyRow, AnyRow]
"""A row's id, the row as it was, and as it is."""


class _Rows(Generic[AnyRow]):
    """One list's part of a change, while it is made."""

    def __init__(self, kind: _Kind[AnyRow]) -> None:
        self._kind: _Kind[AnyRow] = kind
        self._told: dict[str, Patch] = {}
        self._shifts: dict[tuple[str, str, float], list[str]] = {}

    def told(self, old: Sequence[AnyRow], new: Sequence[AnyRow]) -> Patch:
        if old is new or (len(old) == len(new) and all(map(is_, old, new))):
            return {}
        name, id_of = self._kind.name, self._kind.id_of
        before, after = ({id_of(row): row for row in rows} for rows in (old, new))
        ids = list(after)
        added: Patch = {row_id: row for row_id, row in after.items() if row_id not in before}
        pairs = [(row_id, before[row_id], row) for row_id, row in after.items() if row_id in before]
        other = [at for at, (_, was, row) in enumerate(pairs) if row is not was]
        if other:
            # of thousands a call changes two, and nothing outside of them can have moved
            pairs = pairs[other[0] : other[-1] + 1]
            self._compare(pairs)
            for field in self._kind.movable:
                self._compare_moved(field, pairs)
        gone = before.keys() - set(ids)
        rows: Patch = {**added, **self._told, **dict.fromkeys(sorted(gone))}
        is_reordered = [row_id for row_id in before if row_id not in gone] != ids
        shifts = [
            {"from": first, "to": last, "names": names, "by_s": by}
            for (first, last, by), names in self._shifts.items()
        ]
        return {
            **({name: rows} if rows else {}),
            **({name + ORDER: ids} if is_reordered else {}),
            **({name + SHIFT: shifts} if shifts else {}),
        }

    def _compare(self, pairs: list[Pair[AnyRow]]) -> None:
        """What does not move with time."""
        rest_of, still = self._kind.rest_of, self._kind.still
        for row_id, was, row in pairs:
            if row is not was and (rest := rest_of(row)) != (before := rest_of(was)):
                self._told[row_id] = {
                    name: new for name, new, old in zip(still, rest, before, strict=True) if new != old
                }

    def _compare_moved(self, name: str, pairs: list[Pair[AnyRow]]) -> None:
        """One value of all rows. Rows behind each other that moved by the same length are one shift."""
        ids, before, after = zip(*pairs, strict=True)
        value_of, is_moment = attrgetter(name), name in moving(Moves.PLANNED)
        run: list[tuple[str, Movable]] = []
        run_by: By = 0.0
        for row_id, old, new in zip(ids, map(value_of, before), map(value_of, after), strict=True):
            if old is new:
                by: By = 0.0
            elif old is None or new is None or (is_moment and old.tzinfo is not new.tzinfo):
                # a reader keeps the offset of a moment
                self._tell(row_id, name, new)
                continue
            else:
                by = new - old if is_moment else round(new - old, 3)
            if by != run_by:
                self._end(name, run, run_by)
                run, run_by = [], by
            if by:
                run.append((row_id, new))
        self._end(name, run, run_by)

    def _end(self, name: str, run: list[tuple[str, Movable]], by: By) -> None:
        """A run is at its end: one row alone is told with its row."""
        if len(run) > 1:
            by_s = seconds(by) if isinstance(by, timedelta) else by
            self._shifts.setdefault((run[0][0], run[-1][0], by_s), []).append(name)
        else:
            for row_id, value in run:
                self._tell(row_id, name, value)

    def _tell(self, row_id: str, name: str, value: Movable | None) -> None:
        self._told.setdefault(row_id, {})[name] = value


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
    try:
        result = merged(picture, rest)
    except (KeyError, TypeError) as error:
        raise BadChange(f"rows: {error}") from error
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


def merged(target: Json, patch: Json) -> Json:
    """`target` with a merge patch laid on: null takes a member away, lists come whole but for those of
    `INNER_IDS`. Neither is changed."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        rows = result.get(key) if key in INNER_IDS else None
        if isinstance(rows, list) and isinstance(value, dict):
            result[key] = _rows_changed(rows, INNER_IDS[key], value, patch.get(key + ORDER), [])
        elif key.removesuffix(ORDER) in INNER_IDS and key not in INNER_IDS:
            continue
        elif value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result
