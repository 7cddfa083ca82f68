"""A workbook of ours as what it says: the tree of an agenda file, each value with its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from runofshow.agenda_file.book.columns import (
    CARRIES,
    FIELD,
    HEAD_FIELDS,
    ITEM,
    VALUE,
    Column,
    SheetKind,
)
from runofshow.agenda_file.book.keys import digest_of_cues
from runofshow.agenda_file.complaint import Reporter
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.notation import NotationError, read_moment
from runofshow.agenda_file.wording import fold, line_of
from runofshow.core.agenda import AfterCue
from runofshow.documents.document import Place
from runofshow.documents.own.said import Said
from runofshow.documents.own.workbook.cells import Cells
from runofshow.documents.own.workbook.grid import Grid, GridRow, grids_of
from runofshow.documents.own.workbook.honoured import keys_of_people, recipient_said
from runofshow.documents.own.workbook.order import Meaning, Order, read_order
from runofshow.office.sheet import Sheet
from runofshow.texts import Language


def workbook_says(sheets: Sequence[Sheet], name: str, language: Language) -> Said | None:
    """What the workbook says; None where it is none of ours. `name` is the file's, for complaints."""
    report = Reporter(name)
    grids, wrong = grids_of(sheets, report, language)
    if not grids:
        return None
    reading = _Reading(grids, Cells(report, language), language)
    reading.cells.wrong += wrong
    return reading.said()


class _Reading:
    """One workbook while it is read."""

    def __init__(self, grids: Mapping[SheetKind, Grid], cells: Cells, language: Language) -> None:
        self.cells = cells
        self._grids = grids
        self._language = language
        self._ids: dict[Path, str] = {}

    def said(self) -> Said:
        grid = self._grids[SheetKind.ORDER]
        order = read_order(grid, self.cells)
        tree: dict[str, Any] = self._head()
        tree |= self._listed(SheetKind.TRACKS, "tracks")
        meaning = Meaning(order, self._language)
        cue_keys = self._cues(order, meaning)
        self._awards(meaning)
        self._ids |= {line.path: line.key.row_id for line in order.lines if line.key.row_id}
        self._ids |= {("sessions", at): each for at, each in enumerate(order.session_ids) if each}
        _keep_what_is_named(order, cue_keys)
        tree |= self._sessions(order)
        tree |= self._listed(SheetKind.DUTIES, "duties")
        tree |= self._listed(SheetKind.LEADERS, "leaders")
        return Said(
            tree=tree,
            places=self.cells.places,
            ids=self._ids,
            carries=CARRIES,
            revision=grid.revision,
            left_out=tuple(meaning.left_out),
            wrong=tuple(sorted(self.cells.wrong, key=self._stands)),
        )

    def _stands(self, wrong: Any) -> tuple[int, int, int]:
        """In the order of the sheets, then of their rows."""
        names = [grid.name for grid in self._grids.values()]
        place = wrong.place
        at = names.index(place.sheet) if place.sheet in names else len(names)
        return at, place.row or 0, place.column or 0

    def _rows(self, kind: SheetKind) -> list[tuple[Grid, GridRow]]:
        grid = self._grids.get(kind)
        return [] if grid is None else [(grid, row) for row in grid.rows]

    def _listed(self, kind: SheetKind, key: str) -> dict[str, Any]:
        rows = [
            self.cells.mapping(grid, row, (key, number))
            for number, (grid, row) in enumerate(self._rows(kind))
        ]
        return {key: rows} if rows else {}

    # The running order

    def _cues(self, order: Order, meaning: Meaning) -> list[tuple[dict[str, Any], str]]:
        """Puts each cue to its item. Gives those whose ids are counted, with these."""
        found: dict[Path, list[tuple[Grid, GridRow]]] = {line.path: [] for line in order.lines}
        for grid, row in self._rows(SheetKind.CUES):
            line = meaning.line(grid, row, ITEM.name, self.cells)
            if line is not None:
                found[line.path].append((grid, row))
        counted: list[tuple[dict[str, Any], str]] = []
        used: set[str] = set()
        for line in order.lines:
            cues = []
            for number, (grid, row) in enumerate(found[line.path]):
                path = (*line.path, "cues", number)
                cue = self.cells.mapping(grid, row, path)
                key = row.key
                # a copied row is a new cue
                if key.own_id and key.own_id not in used:
                    used.add(key.own_id)
                    self._ids[path] = key.own_id
                    if not key.own_counted:
                        cue["id"] = key.own_id
                    else:
                        counted.append((cue, key.own_id))
                cues.append(cue)
            kept = line.key.cues
            if cues and kept != f"~{digest_of_cues(cues)}":
                line.said["cues"] = cues
            elif not cues and kept:
                line.said["cues"] = []
        return counted

    def _awards(self, meaning: Meaning) -> None:
        for grid, row in self._rows(SheetKind.AWARDS):
            line = meaning.line(grid, row, ITEM.name, self.cells)
            if line is not None:
                line.said["award"] = self.cells.mapping(grid, row, (*line.path, "award"))
        rows = self._rows(SheetKind.RECIPIENTS)
        keys = keys_of_people([row for _, row in rows])
        for (grid, row), key in zip(rows, keys, strict=True):
            line = meaning.line(grid, row, ITEM.name, self.cells)
            if line is None:
                continue
            listed = line.said.setdefault("award", {}).setdefault("recipients", [])
            path = (*line.path, "award", "recipients", len(listed))
            said = recipient_said(grid, row, key, self.cells, path)
            if said is None:
                continue
            if key.own_id:
                self._ids[path] = key.own_id
            listed.append(said)

    def _sessions(self, order: Order) -> dict[str, Any]:
        """The sessions, or the items and hours of a single one that has no name of its own."""
        sessions = order.sessions
        if len(sessions) == 1 and not {"title", "date"} & sessions[0].keys():
            self.cells.places = {_without_session(path): place for path, place in self.cells.places.items()}
            self._ids = {_without_session(path): item_id for path, item_id in self._ids.items()}
            return dict(sessions[0])
        for number, session in enumerate(sessions):
            if order.session_ids[number]:
                session.setdefault("title", "")  # a new one without a title is called by its number
            self.cells.places.setdefault(("sessions", number), Place())
        return {"sessions": sessions} if sessions else {}

    # The head

    def _head(self) -> dict[str, Any]:
        tree: dict[str, Any] = {}
        keys = {".".join(field.path): field for field in HEAD_FIELDS}
        heads = {_plain(field.head(each)): field for field in HEAD_FIELDS for each in Language}
        above: Column | None = None
        for grid, row in self._rows(SheetKind.HEAD):
            name = line_of(row.cells.get(FIELD.name, ""))
            field = keys.get(row.key.row_id) or heads.get(_plain(name))
            if field is None and not name and above is not None and above.path == ("chair_panel",):
                field = above  # one more of the panel
            if field is None:
                self.cells.complain(grid.place(row.number, FIELD.name), "cell_no_field", text=name)
                continue
            above = field
            value = self.cells.value(grid, row, VALUE, form=field)
            place = grid.place(row.number, VALUE.name)
            if field.path == ("chair_panel",):
                if value is not None:
                    panel = tree.setdefault("chair_panel", [])
                    self.cells.places["chair_panel", len(panel)] = place
                    panel.append(value)
            else:
                self.cells.places.setdefault(field.path, place)
                if value is not None:
                    self.cells.put(tree, field.path, value)
        return tree


def _keep_what_is_named(order: Order, counted: Sequence[tuple[dict[str, Any], str]]) -> None:
    """A counted id that a cue names is written: rows may have moved since it was counted."""
    named = {_followed(cue) for line in order.lines for cue in line.said.get("cues", ())}
    for cue, cue_id in counted:
        if cue_id in named:
            cue["id"] = cue_id


def _followed(cue: Mapping[str, Any]) -> str | None:
    """The cue whose track it follows, where it names one."""
    try:
        at = read_moment(cue.get("at", "start"))
    except NotationError:
        return None
    return at.cue_id if isinstance(at, AfterCue) else None


def _without_session(path: Path) -> Path:
    return path[2:] if path[:2] == ("sessions", 0) else path


def _plain(text: str) -> str:
    return fold(line_of(text))
