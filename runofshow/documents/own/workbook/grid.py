"""The sheets of a workbook of ours as rows of named cells, wherever programs and people have put them.

A sheet is known by the head of its hidden column, or, where that is gone, by most of its heads, in either
language; a column by its head. The order of sheets and of columns is nobody's matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from runofshow.agenda_file.book.columns import COLUMNS, SINCE, SheetKind, heads
from runofshow.agenda_file.book.keys import LABELS, VERSION, Key, kind_of, read_key, version_of
from runofshow.agenda_file.complaint import TOP, Reporter
from runofshow.agenda_file.wording import fold, line_of
from runofshow.documents.document import Place
from runofshow.documents.own.said import Wrong
from runofshow.documents.reading.forms import Form, form_of
from runofshow.office.sheet import Sheet
from runofshow.texts import Language
from runofshow.texts.book import BOOK

_MOST_ROWS_ABOVE: Final = 30
"""In which the heads of a sheet are looked for."""
_MOST_HEADS: Final = 0.7
"""So many of its heads tell a sheet whose hidden column is gone."""


class GridRow(Struct, frozen=True):
    number: int
    """As the program numbers it."""
    cells: Mapping[str, str]
    """Text by the column's name; an empty cell is not there."""
    key: Key
    label: str
    """As the other sheets named the item when it was printed."""


class Grid(Struct, frozen=True):
    """One sheet."""

    kind: SheetKind
    name: str
    columns: Mapping[str, int]
    """Where each column stands, from 1."""
    rows: tuple[GridRow, ...]
    """Those in which something stands that is read."""
    unread: frozenset[tuple[int, str]]
    """Row and column of cells that say nothing to people."""
    head_row: int
    revision: str = ""
    version: int = VERSION
    """Of the workbook; a newer one where it does not say so."""

    def place(self, row: int | None = None, column: str = "") -> Place:
        """Of a cell, a row, or the sheet."""
        return Place(sheet=self.name, row=row, column=self.columns.get(column))


def sheets_in(data: bytes, name: str) -> list[Sheet]:
    """The sheets of a workbook of any form; none of another file. Raises CannotRead."""
    match form_of(data, name):
        case Form.WORKBOOK:
            from runofshow.office.workbook import workbook_sheets

            return workbook_sheets(data)[0]
        case Form.OPEN_SHEET:
            from runofshow.documents.reading.sheets.open_sheet import open_sheets

            return open_sheets(data)[0]
        case Form.WORKBOOK_97:
            from runofshow.documents.reading.sheets.workbook_97 import workbook_97_sheets

            return workbook_97_sheets(data)
    return []


def grids_of(
    sheets: Sequence[Sheet], report: Reporter, language: Language
) -> tuple[dict[SheetKind, Grid], list[Wrong]]:
    """The sheets of ours by their kinds; none where the running order is not among them."""
    found: dict[SheetKind, Grid] = {}
    wrong: list[Wrong] = []
    for sheet in sheets:
        grid = _grid(sheet)
        if grid is None:
            continue
        said = BOOK[language].sheets[grid.kind.value]
        if grid.kind in found:
            wrong.append(Wrong(grid.place(), report.error("sheet_twice", TOP, sheet=said)))
            continue
        found[grid.kind] = grid
        if sheet.cut_short:
            wrong.append(Wrong(grid.place(), report.error("sheet_cut_short", TOP)))
        for column in COLUMNS[grid.kind]:
            is_due = column.since <= grid.version and not column.reckoned
            if column.name not in grid.columns and is_due:
                complaint = report.error("missing_column", TOP, head=column.head(language))
                wrong.append(Wrong(grid.place(grid.head_row), complaint))
    if SheetKind.ORDER not in found:
        return {}, []
    version = found[SheetKind.ORDER].version
    for kind in SheetKind:
        if kind not in found and SINCE.get(kind, 1) <= version:
            complaint = report.error("missing_sheet", TOP, sheet=BOOK[language].sheets[kind.value])
            wrong.append(Wrong(Place(), complaint))
    return found, wrong


def _grid(sheet: Sheet) -> Grid | None:
    texts = sheet.texts()
    for number in sorted(texts)[:_MOST_ROWS_ABOVE]:
        kind = _kind(list(texts[number].values()))
        if kind is not None:
            return _filled(sheet, texts, number, kind)
    return None


def _kind(row: Sequence[str]) -> SheetKind | None:
    """What the sheet holds whose heads stand in this row."""
    marked = next((kind for text in row if (kind := kind_of(text)) is not None), None)
    if marked is not None:
        return marked
    folded = {_plain(text) for text in row}
    shares = {
        kind: max(
            sum(_plain(head) in folded for head in heads(kind, language)) / len(heads(kind, language))
            for language in Language
        )
        for kind in SheetKind
        if len(folded) > 1
    }
    best = max(shares, key=lambda kind: shares[kind], default=None)
    return best if best is not None and shares[best] >= _MOST_HEADS else None


def _filled(sheet: Sheet, texts: Mapping[int, Mapping[int, str]], head_row: int, kind: SheetKind) -> Grid:
    names = {
        _plain(head): column.name
        for language in Language
        for column, head in zip(COLUMNS[kind], heads(kind, language), strict=True)
    }
    columns: dict[str, int] = {}
    key_at = label_at = -1
    revision, version = "", VERSION
    for at, text in sorted(texts[head_row].items()):
        if kind_of(text) is not None:
            key_at, version = at, version_of(text) or VERSION
        elif text.startswith(LABELS):
            label_at, revision = at, text.removeprefix(LABELS).strip()
        elif _plain(text) in names:
            columns.setdefault(names[_plain(text)], at)
    reckoned = {column.name for column in COLUMNS[kind] if column.reckoned}
    stands = {at: name for name, at in columns.items()}

    def rows() -> Iterator[GridRow]:
        marks = {row for row, at in sheet.unread if at in stands and stands[at] not in reckoned}
        for number in sorted({*texts, *marks}):
            if number <= head_row:
                continue
            held = texts.get(number, {})
            cells = {name: held[at] for name, at in columns.items() if at in held}
            if number in marks or not reckoned >= cells.keys():
                key = read_key(held.get(key_at, ""))
                yield GridRow(number + 1, cells, key, line_of(held.get(label_at, "")))

    unread = frozenset((row + 1, stands[at]) for row, at in sheet.unread if at in stands)
    counted = {name: at + 1 for name, at in columns.items()}
    return Grid(kind, sheet.name, counted, tuple(rows()), unread, head_row + 1, revision, version)


def _plain(text: str) -> str:
    return fold(line_of(text))
