"""A workbook that people edit as .xlsx: real lengths, hours and days, drop-downs, its head always in sight.

Nothing is protected, and text is never taken for a formula. What is typed into an empty cell below the last
row is read by its column.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, time, timedelta
from typing import Any, Final

from runofshow.paper import measures
from runofshow.paper.book import Book, BookColumn, BookRow, BookSheet, Held, Sort
from runofshow.paper.heights import Type, line_starts
from runofshow.paper.sheet import Level, Run

_A4: Final = 9
_SIZE: Final = 11
_TYPE, _BOLD, _TITLE = Type(_SIZE), Type(_SIZE, bold=True), Type(14, bold=True)
_INCH_IN_MM: Final = 25.4
_SPARE_ROWS: Final = 300
"""Below the last row, on which a drop-down stands too."""
HEAD_ROW: Final = 2
"""From 0; over it the title and how the sheet is filled in."""
_POINTS_OF_A_SIGN: Final = 5.1
"""A column is measured in digits of Calibri at 11 points, seven pixels each; a little is left free."""
_PADDING_PT: Final = 3
_HIGHEST: Final = 409
"""Points that a row of Excel's may have."""
_GREY: Final = "#7F7F7F"
_SHADE: Final = {Level.SESSION: "#D9D9D9", Level.HEADING: "#EDEDED"}
_LATEST: Final = date(2199, 12, 31)
_EARLIEST: Final = date(1900, 3, 1)
"""From here on every program counts the days alike."""


def as_book_file(book: Book) -> bytes:
    """The bytes of an .xlsx file."""
    import xlsxwriter

    kept = io.BytesIO()
    file = xlsxwriter.Workbook(kept, {"in_memory": True})
    about: dict[str, Any] = {"title": book.title}
    if book.printed_at is not None:
        about["created"] = book.printed_at.astimezone(UTC).replace(tzinfo=None)
    file.set_properties(about)
    writer = _Writer(file, book)
    for sheet in book.sheets:
        writer.sheet(sheet)
    writer.lists()
    file.close()
    return _with_free_heights(kept.getvalue())


def _with_free_heights(file: bytes) -> bytes:
    """Every row as high as its text asks, also after an edit: XlsxWriter fixes what it sets."""
    import zipfile

    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as was, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as now:
        for part in was.infolist():
            content = was.read(part)
            if part.filename.startswith("xl/worksheets/sheet"):
                content = content.replace(b' customHeight="1"', b"")
            now.writestr(part, content, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


class _Writer:
    """One workbook while it is written; formats are made once for each look."""

    def __init__(self, file: Any, book: Book) -> None:
        self._file, self._book = file, book
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        name = book.name_of_lists.replace("'", "''")
        self._sources = {
            listed: f"='{name}'!${_letter(at)}$1:${_letter(at)}${max(1, len(words))}"
            for at, (listed, words) in enumerate(book.lists.items())
        }

    def sheet(self, written: BookSheet) -> None:
        """One sheet, its columns' drop-downs reaching below its rows."""
        sheet = self._file.add_worksheet(written.name)
        self._set_up(sheet, written)
        self._over(sheet, 0, written, written.title, _TITLE)
        self._over(sheet, 1, written, written.how, Type(_SIZE, italic=True))
        head = {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True}
        for at, column in enumerate(written.columns):
            sheet.set_column(at, at, column.width, self._of(column), {"hidden": column.hidden})
            shade = {"bg_color": "#E7E6E6"} | ({"font_color": _GREY} if column.reckoned else {})
            sheet.write_string(HEAD_ROW, at, column.head, self._format(**head, **shade))
        sheet.set_row(HEAD_ROW, _height([(column.head, column.width) for column in written.columns], _BOLD))
        for number, row in enumerate(written.rows, HEAD_ROW + 1):
            self._row(sheet, number, row, written.columns)
        last = HEAD_ROW + len(written.rows) + _SPARE_ROWS
        for at, column in enumerate(written.columns):
            if not column.reckoned and not column.hidden:
                self._validate(sheet, (HEAD_ROW + 1, at, last, at), column.sort, column.choices)

    def _over(self, sheet: Any, row: int, written: BookSheet, text: str, type_: Type) -> None:
        """A line across the columns that are printed; of a narrow sheet it needs several."""
        look = {"bold": type_.bold, "italic": type_.italic, "font_size": type_.size}
        form = self._format(**look, border=0, valign="top", text_wrap=True)
        widths = [column.width for column in written.columns[: written.printed] if not column.hidden]
        if written.printed > 1:
            sheet.merge_range(row, 0, row, written.printed - 1, "", form)
        sheet.write_string(row, 0, text, form)
        sheet.set_row(row, _height([(text, sum(widths))], type_))

    def lists(self) -> None:
        """The hidden sheet on which stands what is chosen from, a list a column."""
        sheet = self._file.add_worksheet(self._book.name_of_lists)
        for at, words in enumerate(self._book.lists.values()):
            for row, word in enumerate(words):
                sheet.write_string(row, at, word)
        sheet.hide()

    def _set_up(self, sheet: Any, written: BookSheet) -> None:
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        top, right, bottom, left = (each / _INCH_IN_MM for each in measures.margins_mm(landscape=True))
        sheet.set_margins(left=left, right=right, top=top, bottom=bottom)
        sheet.set_header(f'&C&"{measures.FONT}"&{measures.NUMBER_PT}&P')
        foot = self._book.foot.replace("&", "&&")
        sheet.set_footer(f'&R&"{measures.FONT},Italic"&{measures.FOOT_PT} {foot}')
        sheet.repeat_rows(HEAD_ROW)
        sheet.freeze_panes(HEAD_ROW + 1, 0)
        sheet.print_area(0, 0, HEAD_ROW + max(1, len(written.rows)), written.printed - 1)

    def _row(self, sheet: Any, number: int, row: BookRow, columns: Sequence[BookColumn]) -> None:
        texts = [
            (held.of, column.width)
            for held, column in zip(row.cells, columns, strict=True)
            if isinstance(held.of, str) and held.of and not column.hidden
        ]
        # Times is wider bold than italic
        sheet.set_row(number, _height(texts, _BOLD if row.level in _SHADE else _TYPE))
        over: dict[str, Any] = {"bold": True} if row.level in _SHADE else {}
        if row.level in _SHADE:
            over["bg_color"] = _SHADE[row.level]
        for at, (column, held) in enumerate(zip(columns, row.cells, strict=True)):
            look = _look(column) | over
            if held.assumed:
                look |= {"italic": True, "bold": False, "font_color": _GREY}
            self._cell(sheet, number, at, held, look)
            if held.choices:
                self._validate(sheet, (number, at, number, at), Sort.TEXT, held.choices)

    def _cell(self, sheet: Any, row: int, at: int, held: Held, look: dict[str, Any]) -> None:
        match held.of:
            case "":
                sheet.write_blank(row, at, None, self._format(**look))
            case str():
                text = look if look.get("num_format") in ("@", "General") else look | {"num_format": "@"}
                sheet.write_string(row, at, held.of, self._format(**text))
            case int():
                sheet.write_number(row, at, held.of, self._format(**look | {"num_format": "0"}))
            case timedelta():
                sheet.write_datetime(row, at, held.of, self._format(**look | {"num_format": "[h]:mm:ss"}))
            case time():
                hours = self._hours if not held.of.second else "h:mm:ss"
                sheet.write_datetime(row, at, held.of, self._format(**look | {"num_format": hours}))
            case date():
                look = {"align": "left"} | look
                sheet.write_datetime(row, at, held.of, self._format(**look | {"num_format": "d/m/yyyy"}))

    def _validate(self, sheet: Any, at: tuple[int, int, int, int], sort: Sort, choices: str) -> None:
        """A drop-down, or what may be typed; other words are asked about and not refused."""
        asked: Mapping[str, Any]
        if choices:
            asked = {"validate": "list", "source": self._sources[choices]}
        else:
            match sort:
                case Sort.LENGTH | Sort.HOUR:
                    asked = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 1}
                case Sort.DAY:
                    asked = {
                        "validate": "date",
                        "criteria": "between",
                        "minimum": _EARLIEST,
                        "maximum": _LATEST,
                    }
                case _:
                    return
            asked = asked | {"error_message": self._book.told[sort]}
        sheet.data_validation(*at, {**asked, "error_type": "warning"})

    @property
    def _hours(self) -> str:
        return 'h"h"mm' if self._book.language == "vi" else "hh:mm"

    def _of(self, column: BookColumn) -> Any:
        """The format of the column's cells that hold nothing yet."""
        forms = {
            Sort.LENGTH: "[h]:mm:ss",
            Sort.HOUR: self._hours,
            Sort.DAY: "d/m/yyyy",
            Sort.WHOLE: "0",
            Sort.TEXT: _look(column)["num_format"],
        }
        return self._format(**_look(column) | {"num_format": forms[column.sort], "border": 0})

    def _format(self, **look: Any) -> Any:
        whole = {"font_name": measures.FONT, "font_size": _SIZE, "border": 1} | look
        key = tuple(sorted(whole.items()))
        if key not in self._formats:
            self._formats[key] = self._file.add_format(whole)
        return self._formats[key]


def _look(column: BookColumn) -> dict[str, Any]:
    look: dict[str, Any] = {"valign": "top", "text_wrap": True}
    # a number of an item, 4.10, must not become 4.1 when it is typed
    look["num_format"] = "@" if column.sort is Sort.TEXT else "General"
    if column.sort is not Sort.TEXT:
        look["align"] = "center"
    if column.reckoned:
        look |= {"font_color": _GREY, "bg_color": "#F7F7F7"}
    return look


def _height(texts: Sequence[tuple[str, int]], type_: Type) -> float:
    """Of a row with these texts in columns so wide, in points."""
    lines = max((len(line_starts((Run(text),), type_, _room(width))) for text, width in texts), default=1)
    return min(lines * type_.line_pt + _PADDING_PT, _HIGHEST)


def _room(width: int) -> float:
    """What text has of a column, in points."""
    return width * _POINTS_OF_A_SIGN


def _letter(column: int) -> str:
    """`A` of 0."""
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(column))
