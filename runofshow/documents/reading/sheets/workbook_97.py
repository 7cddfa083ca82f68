"""A workbook of Excel 97 (.xls): its sheets as they are shown, record by record. From [MS-XLS] 2.4."""

from __future__ import annotations

import struct
from io import BytesIO

from msgspec import Struct

from runofshow.documents.document import Document
from runofshow.documents.reading.sheets.part import doubts_of, part_of
from runofshow.documents.reading.sheets.records_97 import Kind, records, shared_strings, string
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.sheet import MOST_SHEETS, PLAIN_LOOK, Look, Sheet
from runofshow.office.values import GENERAL, Format, built_in, format_of, shown

MOST_STRINGS = 200_000

_INDENT_MM = 2.6
_EXCEL_97 = 0x600


class _Book(Struct):
    """What all sheets share."""

    wide_letters: bool = True
    since_1904: bool = False
    fonts: list[tuple[bool, bool]] = []
    """Bold, italic."""
    codes: dict[int, str] = {}
    styles: list[tuple[Format, Look]] = []
    strings: list[str] = []
    sheets: list[tuple[int, str, bool]] = []
    """Where it begins, its name, whether it is hidden."""


def read_workbook_97(data: bytes, name: str) -> Document:
    """Each sheet a part, hidden ones too. Raises CannotRead as `workbook_97_sheets`."""
    sheets = workbook_97_sheets(data)
    parts = [part_of(sheet) for sheet in sheets]
    return Document(name=name, parts=tuple(parts), doubts=doubts_of(sheets, parts))


def workbook_97_sheets(data: bytes) -> list[Sheet]:
    """The sheets. Raises CannotRead: DAMAGED, ENCRYPTED."""
    stream = _stream(data)
    book = _book(stream)
    if not book.sheets:
        raise CannotRead(Failure.DAMAGED)
    sheets = []
    for start, title, hidden in book.sheets[:MOST_SHEETS]:
        sheet = Sheet(title, hidden=hidden)
        _fill(sheet, stream, start, book)
        sheets.append(sheet)
    return sheets


def _stream(data: bytes) -> bytes:
    from olefile import OleFileIO

    with OleFileIO(BytesIO(data)) as ole:
        name = next((each for each in ("Workbook", "Book") if ole.exists(each)), None)
        if name is None:
            raise CannotRead(Failure.DAMAGED)
        with ole.openstream(name) as stream:
            content: bytes = stream.read()
    return content


def _book(stream: bytes) -> _Book:
    book = _Book()
    shared: list[bytes] = []
    before = 0
    for kind, body in records(stream, 0):
        match kind:
            case Kind.BOF if len(body) >= 2:
                book.wide_letters = struct.unpack_from("<H", body)[0] >= _EXCEL_97
            case Kind.DATEMODE:
                book.since_1904 = body[:1] == b"\1"
            case Kind.FONT if len(body) >= 8:
                flags, weight = struct.unpack_from("<2xHxxH", body)
                book.fonts.append((weight >= 600, bool(flags & 2)))
            case Kind.FORMAT if len(body) >= 4:
                number = struct.unpack_from("<H", body)[0]
                book.codes[number] = string(body, 2, wide_letters=book.wide_letters)
            case Kind.XF if len(body) >= 10:
                book.styles.append(_style(book, body))
            case Kind.BOUNDSHEET if len(body) >= 8 and body[5] == 0:  # no chart, no module of macros
                title = string(body, 6, short=True, wide_letters=book.wide_letters)
                book.sheets.append((struct.unpack_from("<I", body)[0], title, body[4] & 3 > 0))
            case Kind.SST:
                shared.append(body)
            case Kind.CONTINUE if before in (Kind.SST, Kind.CONTINUE) and shared:
                shared.append(body)
            case _:
                pass
        before = kind if kind != Kind.CONTINUE or before in (Kind.SST, Kind.CONTINUE) else 0
    book.strings = shared_strings(shared, MOST_STRINGS) if shared else []
    return book


def _style(book: _Book, body: bytes) -> tuple[Format, Look]:
    font, number = struct.unpack_from("<HH", body)
    font -= font > 4  # there is no font of number 4
    bold, italic = book.fonts[font] if font < len(book.fonts) else (False, False)
    code = book.codes.get(number)
    look = Look(bold=bold, italic=italic, centred=body[6] & 7 in (2, 6), indent=(body[8] & 15) * _INDENT_MM)
    return built_in(number) if code is None else format_of(code), look


def _fill(sheet: Sheet, stream: bytes, start: int, book: _Book) -> None:
    asked: tuple[int, int, int] | None = None  # the formula whose words come in the next record
    for kind, body in records(stream, start):
        if kind == Kind.RESULT and asked is not None and len(body) >= 2:
            row, column, style = asked
            text = string(body, 0, wide_letters=book.wide_letters)
            sheet.put(row, column, text, _styled(book, style)[1])
            asked = None
        elif kind == Kind.MERGED:
            for at in range(2, len(body) - 7, 8):
                top, bottom, left, right = struct.unpack_from("<4H", body, at)
                sheet.merge(top, left, bottom, right)
        elif kind == Kind.ROW and len(body) >= 14:
            if body[12] & 0x20:
                sheet.hidden_rows.add(struct.unpack_from("<H", body)[0])
        elif kind == Kind.COLINFO and len(body) >= 10:
            first, last, flags = struct.unpack_from("<HH4xH", body)
            if flags & 1:
                sheet.hidden_columns.update(range(first, min(last, 255) + 1))
        elif len(body) >= 8 and not sheet.is_full:
            asked = _put(sheet, kind, body, book) or (None if kind == Kind.FORMULA else asked)


def _put(sheet: Sheet, kind: int, body: bytes, book: _Book) -> tuple[int, int, int] | None:
    """The cell of a record, if it is one's; the cell itself where its words come in a record of their own."""
    row, column, style = struct.unpack_from("<3H", body)
    form, look = _styled(book, style)
    match kind:
        case Kind.SHARED_LABEL if len(body) >= 10:
            index = struct.unpack_from("<I", body, 6)[0]
            sheet.put(row, column, book.strings[index] if index < len(book.strings) else "", look)
        case Kind.LABEL | Kind.RICH_LABEL:
            sheet.put(row, column, string(body, 6, wide_letters=book.wide_letters), look)
        case Kind.NUMBER if len(body) >= 14:
            value = struct.unpack_from("<d", body, 6)[0]
            sheet.put(row, column, shown(value, form, since_1904=book.since_1904), look)
        case Kind.SHORT_NUMBER if len(body) >= 10:
            value = _unpacked(struct.unpack_from("<I", body, 6)[0])
            sheet.put(row, column, shown(value, form, since_1904=book.since_1904), look)
        case Kind.SHORT_NUMBERS:
            for number, at in enumerate(range(4, len(body) - 7, 6)):
                style, packed = struct.unpack_from("<HI", body, at)
                form, look = _styled(book, style)
                value = shown(_unpacked(packed), form, since_1904=book.since_1904)
                sheet.put(row, column + number, value, look)
        case Kind.FORMULA if len(body) >= 14:
            if body[12:14] != b"\xff\xff":
                value = struct.unpack_from("<d", body, 6)[0]
                sheet.put(row, column, shown(value, form, since_1904=book.since_1904), look)
            elif body[6] == 0:
                return row, column, style
        case _:
            pass
    return None


def _styled(book: _Book, style: int) -> tuple[Format, Look]:
    return book.styles[style] if style < len(book.styles) else (GENERAL, PLAIN_LOOK)


def _unpacked(packed: int) -> float:
    """A number in four bytes: an integer or the upper half of a float, perhaps a hundredfold."""
    if packed & 2:
        value = float((packed - (1 << 32) if packed & 0x80000000 else packed) >> 2)
    else:
        value = float(struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFFFFFC) << 32))[0])
    return value / 100 if packed & 1 else value
