"""A workbook of Excel 97 (.xls), and the binary one of later years (.xlsb).

Which rows are hidden, and how far the cells reach, is told by the records of the file: the library gives
every cell of the rectangle that they span, and a stray cell at the bottom would make that fill the memory.
"""

from __future__ import annotations

import datetime as dt
import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from msgspec import Struct

from runofshow.documents.document import Document
from runofshow.documents.reading.failure import CannotRead, Failure
from runofshow.documents.reading.sheet import MOST_SHEETS, Sheet, doubts_of
from runofshow.documents.reading.sheet_values import GENERAL, clock, day, moment, shown

MOST_SPANNED = 3_000_000
"""Cells of the rectangle around all that a sheet holds: about 100 MB in the library."""

_BOUNDSHEET, _BOF, _EOF, _ROW, _COLINFO, _FILEPASS = 0x85, 0x809, 0x0A, 0x208, 0x7D, 0x2F
_CELLS = frozenset({0xFD, 0x204, 0x203, 0x27E, 0xBD, 0x06, 0x205, 0x207, 0xD6})
"""Records that put a cell: they begin with its row and column. From [MS-XLS] 2.3."""


class _Hidden(Struct, frozen=True):
    """Of one sheet; rows and columns from 0."""

    rows: frozenset[int]
    columns: frozenset[int]


def read_workbook_97(data: bytes, name: str) -> Document:
    """Each sheet a part, hidden ones too. Raises CannotRead: DAMAGED, ENCRYPTED, BOMB."""
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        PasswordError,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    hidden = _hidden(data)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = []
        for index, about in enumerate(book.sheets_metadata[:MOST_SHEETS]):
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = Sheet(about.name, hidden=about.visible is not SheetVisibleEnum.Visible)
            _fill(sheet, book.get_sheet_by_index(index))
            if index < len(hidden):
                sheet.hidden_rows.update(hidden[index].rows)
                sheet.hidden_columns.update(hidden[index].columns)
            sheets.append(sheet)
    except PasswordError as problem:
        raise CannotRead(Failure.ENCRYPTED) from problem
    except CalamineError as problem:
        raise CannotRead(Failure.DAMAGED) from problem
    except BaseException as problem:
        # The library's own mistake over bytes that no program wrote: its panic is no Exception.
        if type(problem).__name__ == "PanicException":
            raise CannotRead(Failure.DAMAGED) from problem
        raise
    parts = [sheet.part() for sheet in sheets]
    return Document(name=name, parts=tuple(parts), doubts=doubts_of(sheets, parts))


def _fill(sheet: Sheet, held: Any) -> None:
    # The rows are given from the first of the sheet on, but each row from the first column that has anything.
    _, left = held.start or (0, 0)
    for row, values in enumerate(held.iter_rows()):
        for column, value in enumerate(values, left):
            sheet.put(row, column, _text(value))
        if sheet.is_full:
            break
    for first, last in held.merged_cell_ranges or ():
        sheet.merge(*first, *last)


def _text(value: object) -> str:
    match value:
        case bool():
            return ""
        case str():
            return value
        case int() | float():
            return shown(float(value), GENERAL)
        case dt.datetime() if value.year <= 1900:  # an hour, past the first day
            return clock(value.hour * 3600 + value.minute * 60 + value.second)
        case dt.date() if value.year <= 1900:  # one whole day
            return "24:00"
        case dt.datetime():
            return moment(value)
        case dt.date():
            return day(value)
        case dt.time():
            return clock(value.hour * 3600 + value.minute * 60 + value.second)
        case dt.timedelta():
            return clock(round(value.total_seconds()))
        case _:
            return ""


def _hidden(data: bytes) -> list[_Hidden]:
    """Of each sheet in their order; nothing for a binary workbook, which has other records."""
    if data.startswith(b"PK"):
        return []
    stream = _stream(data)
    bodies = [body for kind, body in _records(stream, 0) if kind == _BOUNDSHEET and len(body) > 5]
    starts = [struct.unpack_from("<I", body)[0] for body in bodies]
    return [_of_sheet(stream, start) for start in starts[:MOST_SHEETS]]


def _stream(data: bytes) -> bytes:
    from olefile import OleFileIO

    with OleFileIO(BytesIO(data)) as ole:
        name = next((each for each in ("Workbook", "Book") if ole.exists(each)), None)
        if name is None:
            raise CannotRead(Failure.DAMAGED)
        with ole.openstream(name) as stream:
            content: bytes = stream.read()
    return content


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Up to the end of the sheet, or of the file; a chart within a sheet has an end of its own."""
    at, depth = start, 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == _FILEPASS:
            raise CannotRead(Failure.ENCRYPTED)
        depth += (kind == _BOF) - (kind == _EOF)
        yield kind, stream[at + 4 : at + 4 + size]
        if kind == _EOF and depth <= 0:
            return
        at += 4 + size


def _of_sheet(stream: bytes, start: int) -> _Hidden:
    rows: set[int] = set()
    columns: set[int] = set()
    top = left = 1 << 16
    bottom = right = -1
    for kind, body in _records(stream, start):
        if kind in _CELLS and len(body) >= 4:
            row, column = struct.unpack_from("<HH", body)
            if kind == 0xBD:  # several numbers of one row; the last two bytes are its last column
                right = max(right, struct.unpack_from("<H", body, len(body) - 2)[0])
            top, bottom = min(top, row), max(bottom, row)
            left, right = min(left, column), max(right, column)
        elif kind == _ROW and len(body) >= 16:
            row, flags = struct.unpack_from("<H", body)[0], body[12]
            if flags & 0x20:
                rows.add(row)
        elif kind == _COLINFO and len(body) >= 10:
            first, last, _, _, flag = struct.unpack_from("<5H", body)
            if flag & 1:
                columns.update(range(first, min(last, 255) + 1))
    if bottom >= 0 and (bottom - top + 1) * (right - left + 1) > MOST_SPANNED:
        raise CannotRead(Failure.BOMB)
    return _Hidden(frozenset(rows), frozenset(columns))
