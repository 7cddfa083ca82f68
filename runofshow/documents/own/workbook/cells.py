"""The cells of one workbook as fields: each value with its place, each that cannot be read a complaint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runofshow.agenda_file.book.cells import BadCell, assumed, out_of_cell
from runofshow.agenda_file.book.columns import COLUMNS, Column, Form, SheetKind
from runofshow.agenda_file.complaint import TOP, Reporter
from runofshow.agenda_file.fitting import Path
from runofshow.documents.document import Place
from runofshow.documents.own.said import Wrong
from runofshow.documents.own.workbook.grid import Grid, GridRow
from runofshow.texts import Language


class Cells:
    """What is read of one workbook, while it is read."""

    def __init__(self, report: Reporter, language: Language) -> None:
        self.places: dict[Path, Place] = {}
        self.wrong: list[Wrong] = []
        self._report = report
        self.language = language

    def complain(self, place: Place, code: str, **about: object) -> None:
        """Something cannot be read there."""
        self.wrong.append(Wrong(place, self._report.error(code, TOP, **about)))

    def value(self, grid: Grid, row: GridRow, column: Column, *, form: Column | None = None) -> Any:
        """What a cell says; None where it is empty, assumed or wrong. `form`: read as of another column."""
        if (row.number, column.name) in grid.unread:
            self.complain(grid.place(row.number, column.name), "cell_unread")
            return None
        text = row.cells.get(column.name, "")
        as_column = form or column
        if not text.strip() or (as_column.form is Form.CHOICE and assumed(text)):
            return None
        try:
            return out_of_cell(as_column, text, self.language)
        except BadCell as error:
            self.complain(grid.place(row.number, column.name), error.code, **error.about)
            return None

    def mapping(
        self, grid: Grid, row: GridRow, path: Path, *, but: frozenset[str] = frozenset()
    ) -> dict[str, Any]:
        """The fields of a row, at `path` of the tree."""
        self.places[path] = grid.place(row.number)
        said: dict[str, Any] = {}
        for column in COLUMNS[grid.kind]:
            if not column.path or column.name in but:
                continue
            value = self.value(grid, row, column)
            if value is not None:
                self.put(said, column.path, value)
                self.places[*path, *column.path] = grid.place(row.number, column.name)
            elif column.name in grid.columns:
                # an empty cell is the place of what is missing there
                self.places.setdefault((*path, *column.path), grid.place(row.number, column.name))
        return said

    def put(self, said: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
        """`value` at `path`, with the mappings around it."""
        for step in path[:-1]:
            said = said.setdefault(step, {})
        said[path[-1]] = value


def kind_columns(kind: SheetKind) -> Mapping[str, Column]:
    """The columns of a sheet by their names."""
    return {column.name: column for column in COLUMNS[kind]}
