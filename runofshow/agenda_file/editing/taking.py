"""What a newer plan changes, taken into the text of an agenda: the changes a person accepted and no others.

Lines are followed by their ids while they move: a new one stands behind the nearest line before it in the
newer plan that is in the agenda by then. What is taken over brings its guesses and doubts along.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from runofshow.agenda_file.editing.edits import NotEdited, drop, insert, move, put
from runofshow.agenda_file.editing.written import Written
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.notation import write_length
from runofshow.agenda_file.revision import Revision, RevisionKind, counterparts, sittings_of
from runofshow.core.agenda import Agenda, Item


class _Row(Struct):
    """A line of the agenda while it is changed."""

    item_id: str
    parts: list[_Row]


class _Spot(Struct, frozen=True):
    """A line of the newer plan: where it is written, and what stands before it on its level."""

    item: Item
    path: Path
    session: int
    heading: str | None
    before: tuple[str, ...]
    """Ids, the nearest first."""


def taken(
    source: Written, agenda: Agenda, newer: Agenda, newer_source: Written, accepted: Iterable[Revision]
) -> Written:
    """`source` with the accepted changes. `agenda` and `newer` are what the two texts read as.

    NotEdited: one of them cannot be made in this text.
    """
    return _Taking(source, agenda, newer, newer_source).with_all(accepted)


class _Taking:
    def __init__(self, source: Written, agenda: Agenda, newer: Agenda, newer_source: Written) -> None:
        self._source = source
        self._newer_source = newer_source
        self._is_single = "sessions" not in source.data
        self._levels = [
            [_Row(item.item_id, [_Row(part.item_id, []) for part in item.parts]) for item in session.items]
            for session in agenda.sessions
        ]
        self._known = dict(counterparts(agenda, newer))
        self._spots = _spots(newer, is_single="sessions" not in newer_source.data)
        stands = {row.item_id: at for at, level in enumerate(self._levels) for row in _all(level)}
        pairs = [
            (stands[self._known[item_id]], spot.session)
            for item_id, spot in self._spots.items()
            if item_id in self._known
        ]
        is_same_count = len(agenda.sessions) == len(newer.sessions)
        self._sittings = sittings_of(pairs, is_same_count=is_same_count)

    def with_all(self, accepted: Iterable[Revision]) -> Written:
        for revision in accepted:
            match revision.kind:
                case RevisionKind.NEW | RevisionKind.SPLIT:
                    self._insert(revision)
                case RevisionKind.MOVED:
                    self._move(revision)
                case RevisionKind.GONE | RevisionKind.JOINED:
                    self._drop(revision)
                case _:
                    self._say(revision)
        return self._source

    def _insert(self, revision: Revision) -> None:
        assert revision.item is not None
        spot = self._spots[revision.item.item_id]
        if spot.item.item_id in self._known:
            return  # it came in with its heading
        value = self._newer_source.value(spot.path)
        rows, level, index = self._place(spot)
        self._source = insert(self._source, level, index, value)  # type: ignore[arg-type]
        row = _Row(f"+{spot.item.item_id}", [_Row(f"+{part.item_id}", []) for part in spot.item.parts])
        rows.insert(index, row)
        for each in (spot.item, *spot.item.parts):
            self._known.setdefault(each.item_id, f"+{each.item_id}")

    def _move(self, revision: Revision) -> None:
        assert revision.item is not None
        assert revision.item_id is not None
        spot = self._spots[revision.item.item_id]
        path, row, at_home = self._find(revision.item_id)
        rows, level, index = self._place(spot, without=revision.item_id)
        self._source, _ = move(self._source, path, level, index)
        place = at_home.index(row)
        rows.insert(index, row)
        at_home.pop(place + 1 if at_home is rows and index <= place else place)

    def _drop(self, revision: Revision) -> None:
        assert revision.item_id is not None
        path, row, at_home = self._find(revision.item_id)
        if len(at_home) == 1 and path[-2] == "parts":
            path = path[:-1]  # an empty list of parts says nothing
        self._source = drop(self._source, path)
        at_home.remove(row)

    def _say(self, revision: Revision) -> None:
        """One key of a line says something else."""
        assert revision.item is not None
        assert revision.item_id is not None
        path, _, _ = self._find(revision.item_id)
        key, spot = revision.key, self._spots[revision.item.item_id]
        value = self._newer_source.value((*spot.path, key))
        if key == "start" and value is None:
            value = self._newer_source.value((*spot.path[:-2], "start"))
            path = path[:-2]
        if key == "duration" and value is None:
            value = write_length(revision.item.duration)
        if value is None:
            raise NotEdited(path)
        self._source = put(self._source, (*path, key), value)

    def _place(self, spot: _Spot, without: str = "") -> tuple[list[_Row], Path, int]:
        """The rows among which a line of the newer plan stands, the path of their list, and where there."""
        # a new session's lines stand in the one that has its turn
        session = self._sittings.get(spot.session, min(spot.session, len(self._levels) - 1))
        rows, level = self._levels[session], self._level(session)
        heading = self._known.get(spot.heading or "")
        if heading is not None:
            path, row, _ = self._find(heading)
            rows, level = row.parts, (*path, "parts")
        ids = [row.item_id for row in rows]
        above = [self._known[each] for each in spot.before if each in self._known]
        index = next((ids.index(each) + 1 for each in above if each in ids and each != without), 0)
        return rows, level, index

    def _level(self, session: int) -> Path:
        return ("items",) if self._is_single else ("sessions", session, "items")

    def _find(self, item_id: str) -> tuple[Path, _Row, list[_Row]]:
        for session, rows in enumerate(self._levels):
            for index, row in enumerate(rows):
                if row.item_id == item_id:
                    return (*self._level(session), index), row, rows
                for place, part in enumerate(row.parts):
                    if part.item_id == item_id:
                        return (*self._level(session), index, "parts", place), part, row.parts
        raise NotEdited(item_id)


def _spots(newer: Agenda, *, is_single: bool) -> Mapping[str, _Spot]:
    found: dict[str, _Spot] = {}
    for number, session in enumerate(newer.sessions):
        above: Path = ("items",) if is_single else ("sessions", number, "items")
        for index, item in enumerate(session.items):
            before = tuple(each.item_id for each in session.items[:index][::-1])
            found[item.item_id] = _Spot(item, (*above, index), number, None, before)
            for place, part in enumerate(item.parts):
                earlier = tuple(each.item_id for each in item.parts[:place][::-1])
                path = (*above, index, "parts", place)
                found[part.item_id] = _Spot(part, path, number, item.item_id, earlier)
    return found


def _all(rows: Iterable[_Row]) -> Iterable[_Row]:
    for row in rows:
        yield row
        yield from row.parts
