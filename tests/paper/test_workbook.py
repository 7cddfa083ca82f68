"""A sheet as an Excel workbook."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time, timedelta
from typing import Any

from python_calamine import CalamineWorkbook

from runofshow.paper.sheet import Cell, Column, Paper, Row, Run, Table, Value, cell
from runofshow.paper.workbook import as_workbook
from tests.paper.samples import sample


def sheets(paper: Paper) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(as_workbook(paper)))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def part(paper: Paper, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(as_workbook(paper))).read(name).decode()


def test_hours_and_lengths_are_real_ones() -> None:
    rows = sheets(sample())["Kịch bản"]
    first = next(row for row in rows if "Mục 0\ndòng hai" in row)
    assert first == [datetime(2026, 3, 27, 7, 30), "Mục 0\ndòng hai", first[2]]  # noqa: DTZ001
    assert first[2] in (timedelta(minutes=7), time(0, 7))


def test_what_stands_around_the_table_stands_there_too() -> None:
    rows = [row[0] for row in sheets(sample())["Kịch bản"]]
    head = rows.index("Giờ")
    assert rows[:head] == ["UBND PHƯỜNG", "CỘNG HÒA", "Độc lập", "KỊCH BẢN", "Phần một"]
    assert rows[head + 1] == "Buổi sáng"
    assert rows[-1] == "Hết, <b>đậm</b>"


def test_the_head_is_printed_on_every_page_and_the_width_is_one() -> None:
    assert "'Kịch bản'!$6:$6" in part(sample(), "xl/workbook.xml")
    page = part(sample(), "xl/worksheets/sheet1.xml")
    assert 'orientation="landscape"' in page
    assert 'paperSize="9"' in page
    assert 'fitToHeight="0"' in page
    assert "landscape" not in part(sample(landscape=False), "xl/worksheets/sheet1.xml")


def test_what_people_wrote_is_never_a_formula() -> None:
    hostile = ('=HYPERLINK("http://x")', "+1", "@a", "{=1}", "http://x.vn")
    table = Table((Column("A", 1),), tuple(Row((cell(text),)) for text in hostile))
    paper = Paper("x", "vi", (table,))
    assert "<f>" not in part(paper, "xl/worksheets/sheet1.xml")
    assert [row[0] for row in next(iter(sheets(paper).values()))] == ["A", *hostile]
    assert "hyperlink" not in part(paper, "xl/worksheets/sheet1.xml")


def test_a_column_of_the_paper_can_be_several_of_a_spreadsheet() -> None:
    both = Cell(((Run("~7 - 8"),),), (Value(7, about=True), Value(8)))
    table = Table((Column("Giờ", 1, reckoned=("Từ", "Đến")), Column("Mục", 2)), (Row((both, cell("a"))),))
    assert sheets(Paper("x", "vi", (table,)))["x"] == [["Từ", "Đến", "Mục"], [7, 8, "a"]]
    without = Table(table.columns, (Row((cell("sáng"), cell("a"))),))
    assert sheets(Paper("x", "vi", (without,)))["x"][1] == ["sáng", "", "a"]


def test_names_of_sheets_are_what_excel_takes() -> None:
    long = "2.1. Bằng khen [đợt 1/2]: tập thể lao động xuất sắc"
    one = Table((Column("A", 1),), (Row((cell("a"),)),), name=long)
    names = list(sheets(Paper("x", "vi", (one, one, one))))
    assert len(names) == len({name.casefold() for name in names}) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_a_row_is_as_high_as_its_text_needs() -> None:
    texts = ("ngắn", "dài " * 40, "rất dài " * 4000)
    table = Table((Column("A", 1), Column("B", 1)), tuple(Row((cell(text), cell("b"))) for text in texts))
    page = part(Paper("x", "vi", (table,)), "xl/worksheets/sheet1.xml")
    heights = [float(each.partition('"')[0]) for each in page.split(' ht="')[2:]]
    assert heights == sorted(heights)
    assert heights[0] < 20 < heights[1] < 100 < 400 < heights[2] <= 409
