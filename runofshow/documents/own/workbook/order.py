"""The running order of a workbook: sessions, items and parts, and which of them other sheets mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct

from runofshow.agenda_file.book.cells import ABOUT, assumed
from runofshow.agenda_file.book.choices import chosen
from runofshow.agenda_file.book.columns import COLUMNS, LEVEL, MC, NUMBER, SESSION_DATE, SheetKind
from runofshow.agenda_file.book.keys import NO_WORDS, Key, digest_of_words, label_of
from runofshow.agenda_file.fitting import Path
from runofshow.agenda_file.wording import fold, line_of, lines_of, nearest
from runofshow.documents.finding.words.kinds import kinds_of
from runofshow.documents.own.workbook.cells import Cells, kind_columns
from runofshow.documents.own.workbook.grid import Grid, GridRow
from runofshow.texts import Language
from runofshow.texts.book import BOOK

_COLUMNS: Final = kind_columns(SheetKind.ORDER)
_KIND, _TITLE, _START, _UNTIL = (_COLUMNS[f"item.{name}"] for name in ("kind", "title", "start", "until"))
_OF_A_SESSION: Final = frozenset({LEVEL.name, _TITLE.name, _START.name, _UNTIL.name, SESSION_DATE.name})
_OF_THEIR_OWN: Final = frozenset({NUMBER.name, MC.name, SESSION_DATE.name})


class Line(Struct):
    """An item or a part as it was read."""

    path: Path
    said: dict[str, Any]
    key: Key
    """Without an id where another row has more right to it."""
    row: int
    number: str
    title: str
    label: str
    """As other sheets named it when it was printed."""


class Order(Struct, frozen=True):
    sessions: list[dict[str, Any]]
    session_ids: list[str]
    """Of each the id that it was printed with; empty of a new one."""
    lines: list[Line]


def read_order(grid: Grid, cells: Cells) -> Order:
    """Every session with its items, as `sessions` of an agenda file; titles and hours of those alone."""
    sessions: list[dict[str, Any]] = []
    session_ids: list[str] = []
    lines: list[Line] = []
    keys = _keys(grid)
    for row in grid.rows:
        level = _level(grid, row, cells)
        if level == "session":
            sessions.append(_session(grid, row, cells, ("sessions", len(sessions))))
            session_ids.append(keys[row.number].row_id)
            continue
        if not sessions:
            sessions.append({"items": []})
            session_ids.append("")
        items = sessions[-1]["items"]
        path: Path = ("sessions", len(sessions) - 1, "items")
        if level == "part":
            if not items:
                cells.complain(grid.place(row.number, LEVEL.name), "part_without_item")
                continue
            path = (*path, len(items) - 1, "parts")
            items = items[-1].setdefault("parts", [])
        line = _line(grid, row, keys[row.number], cells, (*path, len(items)))
        items.append(line.said)
        lines.append(line)
    return Order(sessions, session_ids, lines)


def _keys(grid: Grid) -> dict[int, Key]:
    """What is kept of each row. Of rows that were copied one alone has the id: the one that is as printed."""
    rows: dict[str, list[GridRow]] = defaultdict(list)
    for row in grid.rows:
        rows[row.key.row_id].append(row)
    keys = {row.number: row.key for row in grid.rows}
    for row_id, alike in rows.items():
        if row_id and len(alike) > 1:
            right = next((row for row in alike if _as_printed(row)), alike[0])
            for row in alike:
                if row is not right:
                    keys[row.number] = Key(mc=row.key.mc, number=row.key.number)
    return keys


def _as_printed(row: GridRow) -> bool:
    label = label_of(*(line_of(row.cells.get(column.name, "")) for column in (NUMBER, _TITLE)))
    return row.label in (label, f"{label} [{row.key.row_id}]")


def _level(grid: Grid, row: GridRow, cells: Cells) -> str:
    text = row.cells.get(LEVEL.name, "")
    level = chosen("level", text)
    if level is None and text.strip():
        cells.value(grid, row, LEVEL)
    return level or "item"


def _session(grid: Grid, row: GridRow, cells: Cells, path: Path) -> dict[str, Any]:
    session: dict[str, Any] = {}
    cells.places[path] = grid.place(row.number)
    for column, key in ((_TITLE, "title"), (SESSION_DATE, "date"), (_START, "start"), (_UNTIL, "hard_out")):
        cells.places[*path, key] = grid.place(row.number, column.name)
        value = cells.value(grid, row, column)
        if value is not None:
            session[key] = value
    for column in COLUMNS[SheetKind.ORDER]:
        if column.name not in _OF_A_SESSION and not column.reckoned and column.name in row.cells:
            place = grid.place(row.number, column.name)
            cells.complain(place, "cell_of_session", head=column.head(cells.language))
    return session | {"items": []}


def _line(grid: Grid, row: GridRow, key: Key, cells: Cells, path: Path) -> Line:
    said = cells.mapping(grid, row, path, but=_OF_THEIR_OWN)
    if not key.row_id and _KIND.name not in row.cells and (title := said.get("title")):
        # as of a plan of anybody: a person looks at it later
        told = kinds_of(title)
        said |= {"kind": told.kind, "guessed": ["kind"]} | ({"also": list(told.also)} if told.also else {})
    number = line_of(row.cells.get(NUMBER.name, ""))
    if number and number != key.number:
        said["number"] = number
        cells.places[*path, "number"] = grid.place(row.number, NUMBER.name)
    words = _words(grid, row, key, cells)
    if words is not None:
        said["mc"] = words
        cells.places[*path, "mc"] = grid.place(row.number, MC.name)
    if key.row_id and not key.counted:
        said["id"] = key.row_id
    return Line(path, said, key, row.number, number, said.get("title", ""), row.label)


def _words(grid: Grid, row: GridRow, key: Key, cells: Cells) -> str | None:
    """The MC's words; None where they are still those that are assumed, empty where there are to be none."""
    if (row.number, MC.name) in grid.unread:
        cells.complain(grid.place(row.number, MC.name), "cell_unread")
        return None
    text = lines_of(row.cells.get(MC.name, ""))
    if not text:
        return "" if key.mc else None
    if not key.mc or key.mc == NO_WORDS:
        return text
    bare = lines_of(text.removeprefix(ABOUT)) if assumed(text) else text
    return None if digest_of_words(bare) == key.mc else bare


class Meaning:
    """Which item a row of another sheet belongs to."""

    def __init__(self, order: Order, language: Language) -> None:
        self._order = order
        self._sheet = BOOK[language].sheets[SheetKind.ORDER.value]
        self.left_out: list[str] = []
        """What rows are called whose items are gone."""
        self._named: dict[str, list[Line]] = defaultdict(list)
        self._ids = {line.key.row_id: line for line in order.lines if line.key.row_id}
        for line in order.lines:
            for name in dict.fromkeys(_names(line)):
                self._named[name].append(line)

    def line(self, grid: Grid, row: GridRow, column: str, cells: Cells) -> Line | None:
        """The item that is meant; None, and a complaint, where there is none such."""
        text = line_of(row.cells.get(column, ""))
        printed = self._ids.get(row.key.row_id)
        is_as_printed = not text or row.key.label == digest_of_words(text)
        if printed is not None and is_as_printed:
            return printed
        found = self._named.get(_plain(text), [])
        if len(found) == 1:
            return found[0]
        if printed is not None and printed in found:
            return printed
        if not found and row.key.row_id and is_as_printed:
            self.left_out.append(text)  # its item is taken out, and it goes with it
            return None
        labels = [line.label or label_of(line.number, line.title) for line in self._order.lines]
        near = "" if found else nearest(text, labels)
        place = grid.place(row.number, column)
        cells.complain(place, "cell_no_item", text=text, sheet=self._sheet, suggestion=near)
        return None


def _names(line: Line) -> Iterator[str]:
    """What people may call it."""
    for name in (line.label, label_of(line.number, line.title), line.number, line.title, line.key.row_id):
        if name:
            yield _plain(name)


def _plain(text: str) -> str:
    return fold(line_of(text))
