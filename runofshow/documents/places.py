"""A place in a document, as people say it."""

from __future__ import annotations

from runofshow.documents.document import Place
from runofshow.texts import Language
from runofshow.texts.documents import DOCUMENTS


def said(place: Place, language: Language) -> str:
    """«trang 3, bảng 2, dòng 5», «trang tính "Chương trình", ô B7»; empty when nothing is known."""
    words = DOCUMENTS[language]
    if place.sheet is not None:
        sheet = words.sheet.format(sheet=place.sheet)
        if place.row is None:
            return sheet
        if place.column is None:
            return f"{sheet}, {words.row.format(n=place.row)}"
        return sheet + words.sheet_cell.format(cell=f"{_letters(place.column)}{place.row}")
    parts = [
        words.page.format(n=place.page) if place.page is not None else "",
        words.table.format(n=place.table) if place.table is not None else "",
        words.row.format(n=place.row) if place.row is not None else "",
        words.column.format(n=place.column) if place.column is not None else "",
        words.paragraph.format(n=place.paragraph) if place.paragraph is not None else "",
    ]
    return ", ".join(part for part in parts if part)


def _letters(column: int) -> str:
    """1 is A, 27 is AA."""
    name, left = "", column
    while left:
        left, letter = divmod(left - 1, 26)
        name = chr(65 + letter) + name
    return name
