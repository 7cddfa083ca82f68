"""The rows of a sheet saved as text: cells between commas, semicolons or tabs, whichever makes even rows."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO
from itertools import islice

from runofshow.office.decoding import text_of
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.sheet import MOST_CELLS, MOST_COLUMNS, MOST_ROWS

_SAMPLE_ROWS = 200


def csv_rows(data: bytes) -> tuple[list[list[str]] | None, str, bool]:
    """The rows, None where no mark parts the lines into columns; the text; and whether it was cut short.

    Raises CannotRead: EMPTY, DAMAGED, UNKNOWN_FORM.
    """
    text = text_of(data).removeprefix("\ufeff")
    told = text.split("\n", 1)[0].strip().lower()
    if told.startswith("sep=") and len(told) == 5:
        text = text.split("\n", 1)[1] if "\n" in text else ""
        mark: str | None = told[4]
    else:
        mark = _mark(text)
    if mark is None:
        return None, text, False
    try:
        rows = list(islice(csv.reader(StringIO(text, newline=""), delimiter=mark), MOST_ROWS + 1))
    except csv.Error as problem:
        raise CannotRead(Failure.DAMAGED) from problem
    kept = _trimmed(rows[:MOST_ROWS])
    kept = kept[: MOST_CELLS // max(map(len, kept), default=1)]
    cut_short = (
        len(rows) > MOST_ROWS or any(map(_has_words, rows[len(kept) :])) or max(map(len, rows)) > MOST_COLUMNS
    )
    return kept, text, cut_short


def _mark(text: str) -> str | None:
    """The mark by which most rows have the same number of cells, two or more; the wider where two do."""
    best: tuple[int, int] = (0, 0)
    found = None
    for mark in "\t;,|":
        try:
            widths = [
                len(row)
                for row in islice(csv.reader(StringIO(text, newline=""), delimiter=mark), _SAMPLE_ROWS)
                if row
            ]
        except csv.Error:
            continue
        width, rows = (
            Counter(width for width in widths if width > 1).most_common(1)[0] if max(widths) > 1 else (0, 0)
        )
        if (rows, width) > best:
            best, found = (rows, width), mark
    return found


def _trimmed(rows: list[list[str]]) -> list[list[str]]:
    """Without the empty columns at the right and the empty rows at the end."""
    width = max((index for row in rows for index, cell in enumerate(row, 1) if cell.strip()), default=0)
    rows = [row[: min(width, MOST_COLUMNS)] for row in rows]
    while rows and not _has_words(rows[-1]):
        rows.pop()
    return rows


def _has_words(row: list[str]) -> bool:
    return any(cell.strip() for cell in row)
