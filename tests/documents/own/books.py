"""Workbooks of ours as people change them: cells by their names, rows put in, taken out and moved."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from runofshow.core.value import replace
from runofshow.documents.own.reading import checked, read_own
from runofshow.documents.own.said import Said
from runofshow.documents.saying import wrong_line
from runofshow.paper.book import Book, BookRow, BookSheet, Held
from runofshow.paper.book_file import HEAD_ROW, as_book_file
from runofshow.printing.book import book_of
from runofshow.texts import Language
from tests.printing.agendas import NOW, TZ, made

TODAY = NOW.date()
Rows = list[BookRow]


def book_from(folder: Path, text: str, language: Language = Language.VI) -> Book:
    """The workbook of an agenda's text."""
    return book_of(made(folder, text, language))


def with_rows(book: Book, sheet: str, change: Callable[[Rows], Rows]) -> Book:
    """With the rows of the sheet changed."""

    def changed(each: BookSheet) -> BookSheet:
        return replace(each, rows=tuple(change(list(each.rows)))) if each.name == sheet else each

    return replace(book, sheets=tuple(changed(each) for each in book.sheets))


def typed(book: Book, sheet: str, cells: Mapping[str, Any]) -> Book:
    """With these values typed into cells, as `{"C7": "mười phút"}`; below the last row too."""

    def change(rows: Rows) -> Rows:
        width = next(len(each.columns) for each in book.sheets if each.name == sheet)
        for name, value in cells.items():
            found = re.fullmatch(r"([A-Z])(\d+)", name)
            assert found is not None
            at, row = ord(found[1]) - 65, int(found[2]) - HEAD_ROW - 2
            rows += [BookRow((Held(),) * width)] * (row + 1 - len(rows))
            held = list(rows[row].cells)
            held[at] = Held(value)
            rows[row] = replace(rows[row], cells=tuple(held))
        return rows

    return with_rows(book, sheet, change)


def as_typed(row: BookRow, column: int, value: Any) -> BookRow:
    """The row with a value in one of its cells."""
    cells = list(row.cells)
    cells[column] = Held(value)
    return replace(row, cells=tuple(cells))


def with_xml(data: bytes, change: Callable[[str, str], str]) -> bytes:
    """The file with its parts rewritten: `change` takes a part's name and its text."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as was, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as now:
        for part in was.infolist():
            content = was.read(part)
            if part.filename.endswith(".xml"):
                content = change(part.filename, content.decode()).encode()
            now.writestr(part.filename, content)
    return kept.getvalue()


def says(book: Book, language: Language = Language.VI) -> Said:
    """What the workbook says."""
    said = read_own(as_book_file(book), "kịch bản.xlsx", language)
    assert said is not None
    return said


def complaints(said: Said, language: Language = Language.VI) -> list[str]:
    """Everything wrong with it, in words."""
    found = checked(said, "kịch bản.xlsx", tz=TZ, today=TODAY, language=language)
    assert found.agenda is None
    return [wrong_line(each, language) for each in found.wrong]
