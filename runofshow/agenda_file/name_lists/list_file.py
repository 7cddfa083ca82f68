"""The file of a list as rows of cells, or why it gives none. Everything of it is bounded."""

from __future__ import annotations

import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from runofshow.agenda_file.name_lists.heads import Head, columns_of, shared_columns
from runofshow.office.csv_rows import csv_rows
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.sheet import MOST_CELLS, Sheet
from runofshow.office.sheet import MOST_ROWS as MOST_ROWS_OF_A_SHEET
from runofshow.office.workbook import workbook_sheets

MOST_BYTES: Final = 10_000_000
MOST_ROWS: Final = 5_000
"""Below the heads."""
_ROWS_ABOVE: Final = 30
"""The office's name, the decision, the title of the list."""

Cells = Mapping[int, str]
"""By column from 0, as written."""


class Grid(Struct, frozen=True):
    """The rows of a list below its heads."""

    columns: dict[Head, int]
    rows: tuple[tuple[int, Cells], ...]
    """Each with its number in the file, from 1."""
    unknown: tuple[str, ...] = ()
    """Heads that nobody knows."""
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    """Sheets that list people too and were not read."""
    hidden: tuple[int, ...] = ()
    """Numbers of rows that whoever opens the file does not see."""


class NoList(Exception):
    """The file gives no list; `code` is the complaint's."""

    def __init__(self, code: str, **about: object) -> None:
        super().__init__(code)
        self.code = code
        self.about = about


_WHY: Final = {Failure.ENCRYPTED: "list_encrypted", Failure.EMPTY: "list_empty"}


def read_list(path: Path) -> Grid:
    """The rows of the list at `path`. Raises NoList."""
    data = bytes_of(path)
    try:
        return _of_workbook(data) if data.startswith(b"PK\x03\x04") else _of_text(data)
    except CannotRead as error:
        raise NoList(_WHY.get(error.failure, "list_damaged")) from error


def bytes_of(path: Path) -> bytes:
    """What the file says. Raises NoList where it is none, or too much."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise NoList("list_no_file")
        if about.st_size > MOST_BYTES:
            raise NoList("list_too_big", size=f"{about.st_size / 1e6:.1f}", most=MOST_BYTES // 10**6)
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except (OSError, ValueError) as error:
        raise NoList("list_unreadable", problem=getattr(error, "strerror", None) or error) from error


def _of_text(data: bytes) -> Grid:
    if data.startswith((b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise NoList("list_damaged")
    rows, text, cut_short = csv_rows(data)
    if rows is None:
        # one column needs nothing between its cells
        rows = [[line] for line in text.split("\n")]
        cut_short = len(rows) > MOST_ROWS_OF_A_SHEET
    found = None if cut_short else _below_heads({at: dict(enumerate(row)) for at, row in enumerate(rows)})
    if cut_short or (found is not None and _is_too_long(found)):
        raise NoList("list_too_long", most=MOST_ROWS, cells=MOST_CELLS)
    if found is None:
        raise NoList("list_without_names")
    return Grid(*found)


def _of_workbook(data: bytes) -> Grid:
    sheets, whole = workbook_sheets(data)
    found: Grid | None = None
    others: list[str] = []
    for sheet in sorted(sheets, key=lambda each: each.hidden):
        below = _below_heads(sheet.texts())
        if below is None or (found is not None and sheet.hidden):
            continue
        if found is not None:
            others.append(sheet.name)
            continue
        if sheet.cut_short or not whole or _is_too_long(below):
            raise NoList("list_too_long", most=MOST_ROWS, cells=MOST_CELLS)
        columns, rows, unknown = below
        found = Grid(columns, _filled(sheet, rows, columns), unknown, sheet.name, hidden=_hidden(sheet, rows))
    if found is None:
        raise NoList("list_without_names")
    return Grid(found.columns, found.rows, found.unknown, found.sheet, tuple(others), found.hidden)


_Below = tuple[dict[Head, int], tuple[tuple[int, Cells], ...], tuple[str, ...]]


def _below_heads(texts: Mapping[int, Cells]) -> _Below | None:
    """The columns, the numbered rows below their heads, and the heads that are not known."""
    numbers = sorted(texts)
    for at, number in enumerate(numbers[:_ROWS_ABOVE]):
        columns = columns_of(texts[number])
        if columns is None:
            continue
        known = set(columns.values())
        unknown = tuple(cell for column, cell in sorted(texts[number].items()) if column not in known)
        below = tuple((below + 1, texts[below]) for below in numbers[at + 1 :])
        return columns, below, tuple(cell for cell in unknown if cell.strip())
    return None


def _is_too_long(below: _Below) -> bool:
    return sum(any(map(str.strip, cells.values())) for _, cells in below[1]) > MOST_ROWS


def _hidden(sheet: Sheet, rows: tuple[tuple[int, Cells], ...]) -> tuple[int, ...]:
    return tuple(number for number, _ in rows if number - 1 in sheet.hidden_rows)


def _filled(
    sheet: Sheet, rows: tuple[tuple[int, Cells], ...], columns: Mapping[Head, int]
) -> tuple[tuple[int, Cells], ...]:
    """The rows with what one merged cell says of several."""
    said: dict[tuple[int, int], str] = {}
    shared = shared_columns(columns)
    for (row, column), (last, _) in sheet.merged.items():
        text = sheet.cells.get(row, {}).get(column)
        if column in shared and text is not None:
            said |= {(at, column): text[0] for at in range(row + 1, min(last, row + MOST_ROWS) + 1)}
    if not said:
        return rows
    return tuple(
        (
            number,
            {column: said[number - 1, column] for column in shared if (number - 1, column) in said}
            | dict(cells),
        )
        for number, cells in rows
    )
