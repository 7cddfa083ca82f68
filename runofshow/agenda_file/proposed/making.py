"""The changes of a proposal made in the text of an agenda: those that a person has chosen, and no others.

Lines are followed by their ids while they move. A line that is left out goes; a new one says what was
proposed and takes the rest from the catalogue, as any line does.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo
from typing import assert_never

from msgspec import Struct

from runofshow.agenda_file.editing import programme
from runofshow.agenda_file.editing.edits import NotEdited, drop, insert, move, put
from runofshow.agenda_file.editing.rendering import Value
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.notation import write_length, write_time
from runofshow.core.agenda import Agenda, Item
from runofshow.core.proposals.changes import (
    AnyProposed,
    EditItem,
    InsertItem,
    MoveItem,
    SkipItem,
    TimeForItem,
)
from runofshow.core.proposals.judging import edited
from runofshow.core.value import replace

KEYS = {"seconds": ("duration",), "presenter": ("award", "presenter")}
"""Where a field of an edit stands in the file, where it is not called so there."""


class _Row(Struct):
    """A line while it is moved about."""

    item: Item | None
    """None of a new one."""
    parts: list[_Row]


class _Spot(Struct):
    """Where a line stands."""

    row: _Row
    rows: list[_Row]
    level: Path

    @property
    def index(self) -> int:
        return next(at for at, row in enumerate(self.rows) if row is self.row)

    @property
    def path(self) -> Path:
        return (*self.level, self.index)


def made(source: Written, agenda: Agenda, changes: Iterable[AnyProposed], tz: tzinfo) -> Written:
    """`source`, which reads as `agenda`, with these changes. NotEdited: one cannot be made in this text."""
    making = _Making(source, agenda, tz)
    for change in changes:
        making.make(change)
    return making.source


class _Making:
    def __init__(self, source: Written, agenda: Agenda, tz: tzinfo) -> None:
        self.source = source
        self._tz = tz
        self._levels = programme.levels(source)
        self._rows = [[_row(item) for item in session.items] for session in agenda.sessions]
        self._sessions = [session.session_id for session in agenda.sessions]

    def make(self, change: AnyProposed) -> None:
        match change:
            case EditItem():
                self._edit(change)
            case InsertItem():
                self._insert(change)
            case MoveItem(item_id, before, session):
                self._move(self._spot(item_id), before, session)
            case SkipItem(item_id):
                self._drop(self._spot(item_id))
            case TimeForItem(item_id, seconds):
                spot = self._spot(item_id)
                assert spot.row.item is not None
                length = spot.row.item.duration + timedelta(seconds=seconds)
                self._put(spot.path, "duration", write_length(length))
                spot.row.item = _lasting(spot.row.item, length)
            case _:
                assert_never(change)

    def _edit(self, change: EditItem) -> None:
        path = self._spot(change.item_id).path
        for name in edited(change):
            keys = KEYS.get(name, (name,))
            value = getattr(change, name)
            if isinstance(value, datetime):
                value = write_time(value.astimezone(self._tz).time().replace(microsecond=0))
            elif name == "seconds":
                value = write_length(timedelta(seconds=value))
            if value:
                self._put(path, *keys, value)
            elif self.source.value((*path, *keys)) is not None:
                self.source = drop(self.source, (*path, *keys))

    def _put(self, path: Path, *keys_and_value: str) -> None:
        *keys, value = keys_and_value
        if self.source.node(path) is None:
            # the parts of an award that nobody wrote down one by one
            raise NotEdited(path)
        self.source = put(self.source, (*path, *keys), value)
        # what a person has agreed to is no guess any more
        self.source = programme.settle(self.source, path, keys[0])

    def _insert(self, change: InsertItem) -> None:
        said: dict[str, Value] = {"title": change.title, "kind": change.kind}
        said["duration"] = write_length(timedelta(seconds=change.seconds))
        if change.by:
            said["by"] = change.by
        beside = change.before or change.after
        if beside is None:
            rows, level, index = self._rows[0], self._levels[0], 0
        else:
            spot = self._spot(beside)
            rows, level = spot.rows, spot.level
            index = spot.index + (change.before is None)
        self.source = insert(self.source, level, index, said)
        rows.insert(index, _Row(None, []))

    def _move(self, spot: _Spot, before: str | None, session: str | None) -> None:
        if before is not None:
            there = self._spot(before)
            rows, level, index = there.rows, there.level, there.index
        elif session is not None and session in self._sessions:
            at = self._sessions.index(session)
            rows, level = self._rows[at], self._levels[at]
            index = len(rows)
        else:
            rows, level, index = spot.rows, spot.level, len(spot.rows)
        self.source, _ = move(self.source, spot.path, level, index)
        was = spot.index
        rows.insert(index, spot.row)
        spot.rows.pop(was + 1 if spot.rows is rows and index <= was else was)

    def _drop(self, spot: _Spot) -> None:
        path: Path = spot.path
        if len(spot.rows) == 1 and spot.level[-1] == "parts":
            path = spot.level  # an empty list of parts says nothing
        self.source = drop(self.source, path)
        spot.rows.pop(spot.index)

    def _spot(self, item_id: str) -> _Spot:
        for rows, level in zip(self._rows, self._levels, strict=True):
            for row in rows:
                spot = _Spot(row, rows, level)
                if _is(row, item_id):
                    return spot
                for part in row.parts:
                    if _is(part, item_id):
                        return _Spot(part, row.parts, (*spot.path, "parts"))
        raise NotEdited(item_id)


def _row(item: Item) -> _Row:
    return _Row(item, [_Row(part, []) for part in item.parts])


def _is(row: _Row, item_id: str) -> bool:
    return row.item is not None and row.item.item_id == item_id


def _lasting(item: Item, length: timedelta) -> Item:
    return replace(item, duration=length)
