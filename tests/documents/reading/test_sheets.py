"""Sheets as they are shown: hours, dates and lengths in words, merged cells, and what is hidden."""

from __future__ import annotations

import datetime as dt
import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from runofshow.documents.document import Document, Part, Row, Table
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.reading.opening import read_bytes
from runofshow.documents.reading.sheets.records_97 import shared_strings
from runofshow.office import sheet as bounds
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.values import built_in, format_of, shown

FILES = Path(__file__).parent.parent / "files"


def _workbook(fill: Callable[[Any], None]) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    fill(book)
    book.close()
    return file.getvalue()


def _rows(part: Part) -> tuple[Row, ...]:
    return tuple(row for block in part.blocks if isinstance(block, Table) for row in block.rows)


def _texts(part: Part) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in _rows(part)]


def _codes(document: Document) -> list[DoubtCode]:
    return [doubt.code for doubt in document.doubts]


def _programme(book: Any) -> None:
    hour, day = book.add_format({"num_format": "h:mm"}), book.add_format({"num_format": "dd/mm/yyyy"})
    head = book.add_format({"bold": True, "align": "center"})
    sheet = book.add_worksheet("Chương trình")
    sheet.merge_range("A1:C1", "CHƯƠNG TRÌNH HỘI NGHỊ", head)
    sheet.write_row(2, 0, ["Thời gian", "Nội dung", "Thực hiện"], head)
    sheet.merge_range("A4:A5", "", hour)
    sheet.write_datetime(3, 0, dt.time(7, 30), hour)
    sheet.write_row(3, 1, ["Đón tiếp\nPhát tài liệu", "Ban Tổ chức"])
    sheet.write(4, 1, "Văn nghệ")
    sheet.write(5, 0, 1 / 3, hour)
    sheet.write(5, 1, "Chào cờ")
    sheet.set_row(5, None, None, {"hidden": True})
    sheet.write(7, 0, 1.0, hour)
    sheet.write_datetime(7, 1, dt.date(2020, 3, 27), day)
    sheet.write(7, 2, 9.0)
    old = book.add_worksheet("Bản cũ")
    old.write(0, 0, "Đón tiếp")
    old.hide()


EXPECTED = [
    ["CHƯƠNG TRÌNH HỘI NGHỊ"],
    ["Thời gian", "Nội dung", "Thực hiện"],
    ["07:30", "Đón tiếp\nPhát tài liệu", "Ban Tổ chức"],
    ["Văn nghệ", ""],
    ["08:00", "Chào cờ", ""],
    ["24:00", "27/3/2020", "9"],
]


def _holds_the_programme(document: Document) -> None:
    shown_part, hidden_part = document.parts
    assert (shown_part.name, shown_part.hidden) == ("Chương trình", False)
    assert (hidden_part.name, hidden_part.hidden) == ("Bản cũ", True)
    assert _texts(shown_part) == EXPECTED
    rows = _rows(shown_part)
    assert [row.number for row in rows] == [1, 3, 4, 5, 6, 8]
    assert [row.number for row in rows if row.hidden] == [6]
    assert rows[0].cells[0].columns == 3
    assert rows[2].cells[0].rows == 2
    assert [(doubt.code, doubt.about) for doubt in document.doubts] == [
        (DoubtCode.HIDDEN_SHEET, (("name", "Bản cũ"),)),
        (DoubtCode.HIDDEN_ROWS, (("name", "Chương trình"), ("count", "1"))),
    ]


def test_a_workbook_is_read_as_it_is_shown() -> None:
    document = read_bytes(_workbook(_programme), "a.xlsx")
    _holds_the_programme(document)
    head = _rows(document.parts[0])[0].cells[0].lines[0]
    assert (head.bold, head.centred, head.place.sheet, head.place.row) == (True, True, "Chương trình", 1)


@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_the_other_forms_of_sheets_say_the_same(ending: str) -> None:
    """As LibreOffice 7.4 saved `_programme`."""
    _holds_the_programme(read_bytes((FILES / f"plan.{ending}").read_bytes(), f"plan.{ending}"))


@pytest.mark.parametrize(
    ("code", "value", "text"),
    [
        ("h:mm", 0.3125, "07:30"),
        ('hh"h"mm', 0.3125, "07:30"),
        ("[$-F400]h:mm:ss AM/PM", 0.3125 + 15 / 1440, "07:45"),
        ("h:mm", 43917.3125, "07:30"),
        ("[h]:mm", 1.0, "24:00"),
        ("[h]:mm", 1.25, "30:00"),
        ("mm:ss", 15 / 1440, "15 phút"),
        ("dd/mm/yyyy", 43917, "27/3/2020"),
        ("[$-42A]dd mmmm yyyy;@", 43917, "27/3/2020"),
        ("dd/mm/yyyy hh:mm", 43917.3125, "27/3/2020 07:30"),
        ("General", 7.0, "7"),
        ("General", 0.1 + 0.2, "0.3"),
        ("0.00", 7.3, "7.30"),
        ("#,##0", 1500, "1500"),
        ("0%", 0.7, "70%"),
        ("00", 1, "01"),
        ('0"h"00', 730, "7h30"),
        ("00\\:00", 730, "07:30"),
        ('0" phút"', 15, "15 phút"),
        ("@", 5, "5"),
    ],
)
def test_a_number_is_said_as_its_format_shows_it(code: str, value: float, text: str) -> None:
    assert shown(value, format_of(code)) == text


def test_formats_that_every_workbook_has_are_known_by_number() -> None:
    assert shown(0.3125, built_in(20)) == "07:30"
    assert shown(43917, built_in(14)) == "27/3/2020"
    assert shown(43917 - 1462, built_in(14), since_1904=True) == "27/3/2020"


def test_a_formula_that_was_never_reckoned_is_unknown() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=B1+1")
        sheet.write("B1", "Chào cờ")
        sheet.write_formula("A2", "=A1*2", None, 16)
        sheet.write("A3", 0)

    assert _texts(read_bytes(_workbook(fill), "a.xlsx").parts[0]) == [["", "Chào cờ"], ["16", ""], ["0", ""]]


def test_a_hidden_column_and_a_remark_are_not_read() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_row("A1", ["Chào cờ", "nháp", "MC"])
        sheet.set_column("B:B", None, None, {"hidden": True})
        sheet.write_comment("A1", "hỏi lại")

    assert _texts(read_bytes(_workbook(fill), "a.xlsx").parts[0]) == [["Chào cờ", "", "MC"]]


def test_letters_of_several_looks_in_one_cell_are_one_text() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.write_rich_string("A1", book.add_format({"bold": True}), "Chào", " cờ")

    assert _texts(read_bytes(_workbook(fill), "a.xlsx").parts[0]) == [["Chào cờ"]]


def test_an_empty_workbook_has_a_part_without_anything() -> None:
    document = read_bytes(_workbook(lambda book: book.add_worksheet("A")), "a.xlsx")
    assert [(part.name, part.blocks) for part in document.parts] == [("A", ())]


def test_a_sheet_past_all_bounds_is_cut_and_keeps_its_merged_cells() -> None:
    def fill(book: Any) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:A2", "07:30")
        for row in range(bounds.MOST_ROWS + 50):
            sheet.write(row, 1, "Chào cờ")

    document = read_bytes(_workbook(fill), "a.xlsx")
    rows = _rows(document.parts[0])
    assert len(rows) == bounds.MOST_ROWS
    assert rows[0].cells[0].rows == 2
    assert _codes(document) == [DoubtCode.CUT_SHORT]


def _with_sheet(xml: bytes) -> bytes:
    """A workbook whose sheet is this XML."""
    made = io.BytesIO(_workbook(lambda book: book.add_worksheet()))
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return out.getvalue()


_MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SHEET = b'<worksheet xmlns="' + _MAIN + b'"><sheetData>%s</sheetData></worksheet>'


def test_a_stray_cell_at_the_bottom_costs_nothing() -> None:
    cells = (
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c><c r="A1048576"><v>2</v></c></row>'
    )
    document = read_bytes(_with_sheet(_SHEET % cells), "a.xlsx")
    assert [row.number for row in _rows(document.parts[0])] == [1, 1048576]
    assert _codes(document) == [DoubtCode.CUT_SHORT]


def test_cells_without_references_stand_one_after_another() -> None:
    cells = b"<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>"
    rows = _rows(read_bytes(_with_sheet(_SHEET % cells), "a.xlsx").parts[0])
    assert [(row.number, [cell.text for cell in row.cells]) for row in rows] == [
        (1, ["1", "", "3"]),
        (3, ["4", "", ""]),
    ]


def test_a_document_type_is_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb">]>' + _SHEET % b"<row><c t='str'><v>&b;</v></c></row>"
    with pytest.raises(CannotRead) as cannot:
        read_bytes(_with_sheet(bomb), "a.xlsx")
    assert cannot.value.failure is Failure.DAMAGED


_CONTENT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><office:automatic-styles>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/>
</style:style>
</office:automatic-styles><office:body><office:spreadsheet>%s</office:spreadsheet></office:body>
</office:document-content>"""


def _open_sheet(tables: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _CONTENT % tables)
    return file.getvalue()


def test_an_open_sheet_says_hours_by_value_and_words_without_remarks() -> None:
    tables = """<table:table table:name="A"><table:table-row table:number-rows-repeated="1000000">
<table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row><table:table-cell office:value-type="time" office:time-value="PT07H30M00S"
 table:number-rows-spanned="2"><text:p>7 giờ 30</text:p></table:table-cell>
<table:table-cell office:value-type="string"><office:annotation><text:p>hỏi lại</text:p></office:annotation>
<text:p>Đón<text:s/>tiếp</text:p><text:p>Phát tài liệu</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter"><table:covered-table-cell/>
<table:table-cell><text:p>Chào cờ</text:p>
</table:table-cell></table:table-row></table:table>
<table:table table:name="B" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="date"
 office:date-value="2020-03-27"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"""
    document = read_bytes(_open_sheet(tables), "a.ods")
    first, second = document.parts
    assert _texts(first) == [["07:30", "Đón tiếp\nPhát tài liệu"], ["Chào cờ"]]
    assert [(row.number, row.hidden) for row in _rows(first)] == [(1000001, False), (1000002, True)]
    assert _rows(first)[0].cells[0].rows == 2
    assert (second.hidden, _texts(second)) == (True, [["27/3/2020"]])
    assert _codes(document) == [DoubtCode.HIDDEN_SHEET, DoubtCode.HIDDEN_ROWS]


def test_shared_strings_run_on_over_records_whose_letters_are_of_another_width() -> None:
    first = b"\2\0\0\0\2\0\0\0" + b"\4\0\0Ch"
    second = b"\1" + "ào".encode("utf-16-le") + b"\3\0\x09\1\0" + "cờ!".encode("utf-16-le") + b"\0\0"
    assert shared_strings([first, second, b"\0\0"], 10) == ["Chào", "cờ!"]
    assert shared_strings([first], 10) == ["Ch"]


def test_a_text_without_end_is_cut_and_a_tag_without_end_refused() -> None:
    begun = time.process_time()
    row = b'<row r="1"><c r="A1" t="str"%s</row>'
    text = _with_sheet(_SHEET % (row % (b"><v>" + b"a" * 60_000_000 + b"</v></c>")))
    assert _codes(read_bytes(text, "a.xlsx")) == [DoubtCode.CUT_SHORT]
    tag = _with_sheet(_SHEET % (row % (b' x="' + b"a" * 60_000_000 + b'"/>')))
    with pytest.raises(CannotRead) as cannot:
        read_bytes(tag, "a.xlsx")
    assert cannot.value.failure is Failure.BOMB
    assert time.process_time() - begun < 5


def test_letters_that_a_workbook_spells_by_number_are_read() -> None:
    text = "Chào cờ_x000D_&#10;Quốc ca".encode()
    cells = b'<row r="1"><c r="A1" t="str"><v>' + text + b"</v></c></row>"
    assert _texts(read_bytes(_with_sheet(_SHEET % cells), "a.xlsx").parts[0]) == [["Chào cờ\nQuốc ca"]]


def test_rows_that_were_formatted_and_never_filled_cost_little() -> None:
    empty = b"".join(b'<row r="%d" spans="1:3"/>' % row for row in range(2, 400_000))
    first = b'<row r="1"><c r="A1" t="str"><v>a</v></c></row>'
    begun = time.process_time()
    document = read_bytes(_with_sheet(_SHEET % (first + empty)), "a.xlsx")
    assert time.process_time() - begun < 1.5
    assert (_texts(document.parts[0]), document.doubts) == ([["a"]], ())
    last = b'<row r="400000"><c r="A400000"><v>1</v></c></row>'
    assert _codes(read_bytes(_with_sheet(_SHEET % (first + empty + last)), "a.xlsx")) == [DoubtCode.CUT_SHORT]
