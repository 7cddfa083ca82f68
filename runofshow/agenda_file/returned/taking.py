"""The changes that a person accepted, as edits of the agenda's text: every other line stays as it was.

Rows are followed by their ids while they move. An id that was counted changes with the place of its row: one
that something names is written down before any row moves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from runofshow.agenda_file.building import default_session_title
from runofshow.agenda_file.editing.edits import NotEdited, drop, insert, move, put, put_all
from runofshow.agenda_file.editing.programme import into_sessions
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.notation import NotationError, read_moment
from runofshow.agenda_file.returned.changes import Change, ChangeKind
from runofshow.agenda_file.returned.people import with_batches, with_people
from runofshow.agenda_file.returned.rows import RECIPIENTS, WHOLE, Row, RowKey
from runofshow.core.agenda import AfterCue
from runofshow.texts import Language


class _Place(Struct):
    """A row while the text is changed."""

    key: RowKey
    lists: dict[str, list[_Place]]


def taken(source: Written, mine: Iterable[Row], accepted: Iterable[Change], language: Language) -> Written:
    """`source` with the accepted changes; `mine` are the rows that it has.

    NotEdited: one of them cannot be made in this text.
    """
    return _Taking(source, list(mine), language).with_all(list(accepted))


class _Taking:
    def __init__(self, source: Written, mine: list[Row], language: Language) -> None:
        self._source = source
        self._mine = mine
        self._language = language
        self._is_single = "sessions" not in source.data
        self._whole = _Place(WHOLE, {})
        places = {WHOLE: self._whole}
        for row in mine:
            if row.listed == RECIPIENTS:
                continue  # who is honoured is changed with their whole list
            places[row.key] = _Place(row.key, {})
            places[row.holder].lists.setdefault(row.listed, []).append(places[row.key])

    def with_all(self, accepted: list[Change]) -> Written:
        if any(
            change.kind is not ChangeKind.SAYS and change.row[0] in ("item", "cue") for change in accepted
        ):
            self._write_named_ids(accepted)
        self._source = with_batches(self._source, self._mine, accepted, self._path)
        people = [change for change in accepted if change.row[0] == "recipient"]
        accepted = [change for change in accepted if change.row[0] != "recipient"]
        says = [change for change in accepted if change.kind is ChangeKind.SAYS]
        for change in says:
            if change.row[0] == "session" and self._is_single and change.path[0] in ("title", "date"):
                self._have_sessions(str(change.after if change.path == ("title",) else ""))
        self._source = put_all(self._source, [each for change in says for each in self._said(change)])
        self._source = with_people(self._source, self._mine, people, self._path)
        for change in accepted:
            # in the order of the paper, so that each finds the row before it
            if change.kind is ChangeKind.NEW:
                self._insert(change)
            elif change.kind is ChangeKind.MOVED:
                self._move(change)
        gone = [change for change in accepted if change.kind is ChangeKind.GONE]
        for change in sorted(gone, key=lambda each: _DEPTH[each.row[0]]):
            self._drop(change.row)
        return self._source

    # One change

    def _said(self, change: Change) -> Iterator[tuple[Path, Any]]:
        """What is to stand where; None where nothing is."""
        if change.row == WHOLE and change.path == ("date",):
            for key in {**change.before, **change.after}:
                yield (key,), change.after.get(key)
            return
        yield (*self._path(change.row), *change.path), change.after

    def _insert(self, change: Change) -> None:
        value: dict[str, Any] = dict(change.after)
        if change.row[0] == "session":
            self._have_sessions("")
            value["items"] = []
        holder, listed = self._holder(change)
        rows = holder.lists.setdefault(listed, [])
        index = _index(rows, change)
        self._source = insert(self._source, (*self._path(holder.key), listed), index, value)
        rows.insert(index, _Place(change.row, {}))

    def _move(self, change: Change) -> None:
        path, row, at_home = self._find(change.row)
        holder, listed = self._holder(change)
        rows = holder.lists.setdefault(listed, [])
        index = _index(rows, change)
        target = (*self._path(holder.key), listed)
        if row.lists.get("parts") and listed == "parts":
            raise NotEdited(path)
        self._source, _ = move(self._source, path, target, index)
        place = at_home.index(row)
        rows.insert(index, row)
        at_home.pop(place + 1 if at_home is rows and index <= place else place)

    def _drop(self, key: RowKey) -> None:
        path, row, at_home = self._find(key)
        if key[0] == "session" and row.lists.get("items"):
            raise NotEdited(path)
        if len(at_home) == 1 and path[-2] in ("parts", "tracks", "duties", "leaders"):
            path = path[:-1]  # an empty list says nothing
        self._source = drop(self._source, path)
        at_home.remove(row)

    # Where rows stand

    def _holder(self, change: Change) -> tuple[_Place, str]:
        """The row that a new or moved one stands in, and which list; its session where that is not there."""
        for _, row in self._all():
            if row.key == change.holder:
                return row, change.listed
        sessions = self._whole.lists["sessions"]
        near = [
            row for session in sessions for row in session.lists.get("items", ()) if row.key in change.behind
        ]
        for session in sessions:
            if any(row in session.lists.get("items", ()) for row in near):
                return session, "items"
        return sessions[-1], "items"

    def _find(self, key: RowKey) -> tuple[Path, _Place, list[_Place]]:
        for _, row in self._all():
            for rows in row.lists.values():
                for each in rows:
                    if each.key == key:
                        return self._path(key), each, rows
        raise NotEdited(key)

    def _path(self, key: RowKey) -> Path:
        for path, row in self._all():
            if row.key == key:
                return path
        raise NotEdited(key)

    def _all(self) -> Iterator[tuple[Path, _Place]]:
        """Every row with its path, the agenda first."""
        yield (), self._whole
        for listed, rows in self._whole.lists.items():
            for at, row in enumerate(rows):
                # the items of a single session stand at the top
                path: Path = () if listed == "sessions" and self._is_single else (listed, at)
                yield from _below(path, row)

    def _have_sessions(self, title: str) -> None:
        if self._is_single:
            first = title or default_session_title(0, self._language)
            self._source = into_sessions(self._source, first)
            self._is_single = False

    # Ids that are counted

    def _write_named_ids(self, accepted: list[Change]) -> None:
        """Writes the counted ids that a signal or a cue names: they change with the place of their rows."""
        named = set(_named(self._source.data)) | {
            name for change in accepted for name in _named({"": change.after})
        }
        for path, row in list(self._all()):
            if row.key[0] in ("item", "cue") and row.key[1] in named and path:
                written = self._source.value(path)
                if isinstance(written, Mapping) and "id" not in written:
                    self._source = put(self._source, (*path, "id"), row.key[1])


_DEPTH = {"cue": 0, "item": 1, "session": 2, "track": 3, "duty": 3, "leader": 3}
"""What is held goes before what holds it."""


def _below(path: Path, row: _Place) -> Iterator[tuple[Path, _Place]]:
    yield path, row
    for listed, rows in row.lists.items():
        for at, each in enumerate(rows):
            yield from _below((*path, listed, at), each)


def _index(rows: list[_Place], change: Change) -> int:
    """Behind the nearest row before it that is there."""
    keys = [row.key for row in rows]
    return next((keys.index(key) + 1 for key in change.behind if key in keys and key != change.row), 0)


def _named(said: Any) -> Iterator[str]:
    """The ids that signals and cues name."""
    match said:
        case Mapping():
            for key, value in said.items():
                if key in ("item", "cue") and isinstance(value, str):
                    yield str(value)
                elif key == "at" and isinstance(value, str):
                    yield from _followed(value)
                else:
                    yield from _named(value)
        case list() | tuple():
            for each in said:
                yield from _named(each)


def _followed(moment: str) -> Iterator[str]:
    try:
        at = read_moment(moment)
    except NotationError:
        return
    if isinstance(at, AfterCue):
        yield at.cue_id
