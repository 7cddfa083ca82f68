"""A sheet of Open Document (.ods): its cells as they are shown, read from the XML while it unpacks.

A cell carries the words that it shows, but hours and dates are taken from their values, so that they are
spelt one way whatever the country of the file. Equal cells and rows stand once with a count.
"""

from __future__ import annotations

import re
from datetime import datetime

from runofshow.documents.document import Document
from runofshow.documents.reading.sheets.part import doubts_of, part_of
from runofshow.office.archive import Archive
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.sheet import (
    MOST_COLUMNS,
    MOST_SHEETS,
    PLAIN_LOOK,
    Look,
    Sheet,
)
from runofshow.office.values import clock, day, moment
from runofshow.office.xml_stream import Enough, listen

_PERIOD = re.compile(r"PT(\d{1,4})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S")
_NOT_OF_THE_CELL = frozenset({"annotation", "tracked-changes", "shapes", "frame", "custom-shape"})
"""Remarks, what was deleted, and what floats over the sheet."""

_MOST_REPEATED = 50
"""Rows that are alike and have words: more are a mistake of filling down."""


def read_open_sheet(data: bytes, name: str) -> Document:
    """Each sheet a part, hidden ones too. Raises CannotRead as `open_sheets`."""
    sheets, whole = open_sheets(data)
    parts = [part_of(sheet) for sheet in sheets]
    return Document(name=name, parts=tuple(parts), doubts=doubts_of(sheets, parts, cut_short=not whole))


def open_sheets(data: bytes) -> tuple[list[Sheet], bool]:
    """The sheets, and whether all of them was read. Raises CannotRead: DAMAGED, ENCRYPTED."""
    archive = Archive(data)
    if "content.xml" not in archive.sizes():
        raise CannotRead(Failure.DAMAGED)
    content = _Content()
    whole = listen(archive.chunks("content.xml"), content)
    return content.sheets, whole


class _Content:
    """Listens to content.xml."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._style = ""
        self._hidden_tables: set[str] = set()
        self._looks: dict[str, Look] = {}
        self._depth_outside = 0
        self._tables = 0
        self._row = self._column = 0
        self._rows = 1
        self._held: list[tuple[int, str, Look]] = []
        self._cell: dict[str, str] | None = None
        self._pieces: list[str] = []
        self._paragraphs = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if self._depth_outside or name in _NOT_OF_THE_CELL:
            self._depth_outside += 1
            return
        match name:
            case "style":
                self._style = attributes.get("name", "")
            case "table-properties" if attributes.get("display") == "false":
                self._hidden_tables.add(self._style)
            case "text-properties" | "paragraph-properties":
                self._looked(attributes)
            case "table":
                self._tables += 1
                if self._tables == 1:
                    self._begin_sheet(attributes)
            case "table-column" if self._tables == 1:
                self._column_of(attributes)
            case "table-row" if self._tables == 1:
                self._rows = _count(attributes, "number-rows-repeated")
                self._column, self._held = 0, []
                if attributes.get("visibility", "visible") != "visible":
                    hidden = range(self._row, self._row + min(self._rows, 1_000))
                    self.sheets[-1].hidden_rows.update(hidden)
            case "table-cell" | "covered-table-cell" if self._tables == 1:
                self._cell, self._pieces, self._paragraphs = attributes, [], 0
            case "p" if self._cell is not None:
                self._pieces.append("\n" if self._paragraphs else "")
                self._paragraphs += 1
            case "line-break":
                self._pieces.append("\n")
            case "tab":
                self._pieces.append("\t")
            case "s":
                self._pieces.append(" " * min(_count(attributes, "c"), 1_000))
            case _:
                pass

    def end(self, name: str) -> None:
        if self._depth_outside:
            self._depth_outside -= 1
            return
        match name:
            case "table":
                self._tables -= 1
            case "table-cell" | "covered-table-cell" if self._cell is not None and self._tables == 1:
                self._end_cell(self._cell, covered=name != "table-cell")
                self._cell = None
            case "table-row" if self._tables == 1:
                self._end_row()
            case _:
                pass

    def text(self, letters: str) -> None:
        if self._paragraphs and not self._depth_outside and self._cell is not None:
            self._pieces.append(letters)

    def _looked(self, attributes: dict[str, str]) -> None:
        look = self._looks.get(self._style, PLAIN_LOOK)
        self._looks[self._style] = Look(
            bold=look.bold or attributes.get("font-weight") == "bold",
            italic=look.italic or attributes.get("font-style") == "italic",
            centred=look.centred or attributes.get("text-align") == "center",
        )

    def _begin_sheet(self, attributes: dict[str, str]) -> None:
        if len(self.sheets) == MOST_SHEETS:
            raise Enough
        hidden = attributes.get("style-name", "") in self._hidden_tables
        self.sheets.append(Sheet(attributes.get("name", ""), hidden=hidden))
        self._row = self._column = 0

    def _column_of(self, attributes: dict[str, str]) -> None:
        count = _count(attributes, "number-columns-repeated")
        if attributes.get("visibility", "visible") != "visible":
            self.sheets[-1].hidden_columns.update(range(self._column, self._column + min(count, 1_000)))
        self._column += count

    def _end_cell(self, cell: dict[str, str], *, covered: bool) -> None:
        count = _count(cell, "number-columns-repeated")
        text = "" if covered else _shown(cell, "".join(self._pieces))
        if not text and not covered and (cell.get("value-type") == "boolean" or "formula" in cell):
            self.sheets[-1].unread.add((self._row, self._column))
        if text.strip():
            look = self._looks.get(cell.get("style-name", ""), PLAIN_LOOK)
            for column in range(self._column, min(self._column + count, MOST_COLUMNS + 1)):
                self._held.append((column, text, look))
        rows, columns = _count(cell, "number-rows-spanned"), _count(cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            self.sheets[-1].merge(self._row, self._column, self._row + rows - 1, self._column + columns - 1)
        self._column += count

    def _end_row(self) -> None:
        sheet = self.sheets[-1]
        for row in range(self._row, self._row + min(self._rows, _MOST_REPEATED)):
            for column, text, look in self._held:
                sheet.put(row, column, text, look)
        self._row += self._rows


def _shown(cell: dict[str, str], text: str) -> str:
    match cell.get("value-type", ""):
        case "time":
            period = _PERIOD.fullmatch(cell.get("time-value", ""))
            return clock(int(period[1]) * 3600 + int(period[2]) * 60 + int(period[3])) if period else text
        case "date":
            value = cell.get("date-value", "")
            try:
                at = datetime.fromisoformat(value[:19])
            except ValueError:
                return text
            return moment(at) if "T" in value else day(at)
        case "boolean":
            return ""
        case _:
            return "" if text.startswith(("#", "Err:")) and "formula" in cell else text


def _count(attributes: dict[str, str], name: str) -> int:
    written = attributes.get(name, "1")
    return min(max(int(written), 1), 2_000_000) if written.isdecimal() else 1
