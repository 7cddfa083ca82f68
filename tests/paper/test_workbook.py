"""A sheet as an Excel workbook."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime, time, timedelta
from typing import Any

from python_calamine import CalamineWorkbook

from runofshow.paper.pages import paginated
from runofshow.paper.sheet import Cell, Column, Level, Paper, Row, Run, Style, Table, Value, cell, paragraph
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


def test_what_is_told_behind_a_table_stays_with_it_and_a_head_goes_with_what_follows() -> None:
    blocks = (
        Table((Column("A", 1),), (Row((cell("một"),)),), name="Một"),
        paragraph("- Vắng: Tổ 5."),
        paragraph("Biểu quyết", keep_with_next=True),
        Table((Column("B", 1),), (Row((cell("hai"),)),), name="Hai"),
    )
    read = sheets(Paper("x", "vi", blocks))
    assert [row[0] for row in read["Một"] if row[0]] == ["A", "một", "- Vắng: Tổ 5."]
    assert [row[0] for row in read["Hai"]] == ["Biểu quyết", "B", "hai"]


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


def test_a_picture_of_a_face_counts_twice_in_the_name_of_a_sheet() -> None:
    one = Table(
        (Column("A", 1),), (Row((cell("a"),)),), name="3. \U0001f389\U0001f389 Trao thưởng cho các tập thể"
    )
    names = list(sheets(Paper("x", "vi", (one, one))))
    assert names == [
        "3. \U0001f389\U0001f389 Trao thưởng cho các tập",
        "3. \U0001f389\U0001f389 Trao thưởng cho các t 2",
    ]


def test_a_row_is_as_high_as_its_text_needs() -> None:
    texts = ("ngắn", "dài " * 40)
    table = Table((Column("A", 1), Column("B", 1)), tuple(Row((cell(text), cell("b"))) for text in texts))
    heights = heights_of(Paper("x", "vi", (table,)))
    assert heights[0] < 20 < heights[1] < 100


def test_what_is_small_on_paper_takes_the_room_of_the_type_it_has_in_a_workbook() -> None:
    """A cell has letters of one size; the name below a title was cut by a line."""
    name = "Đồng chí Trần Minh Quang, Phó Chủ tịch Thường trực UBND tỉnh Bình Minh"
    columns = (Column("A", 1), Column("B", 3))
    rows = [Row((Cell(((Run(name, small=small),),)), cell("b"))) for small in (False, True)]
    heights = heights_of(Paper("x", "vi", (Table(columns, tuple(rows)),)))
    assert heights[0] == heights[1]


def test_a_part_is_high_enough_for_being_set_in() -> None:
    """Two rows of one text, the second as a part: its room is narrower by the indent."""
    columns = (Column("A", 1), Column("B", 1))
    for count in range(1, 40):
        text = cell("tiết mục " * count)
        rows = tuple(Row((text, cell("b")), level) for level in (Level.LINE, Level.PART))
        plain, part = heights_of(Paper("x", "vi", (Table(columns, rows),)))
        if part > plain:
            return
    raise AssertionError


def test_a_row_higher_than_excel_takes_is_several_and_says_so() -> None:
    text = " ".join(f"lời{at}" for at in range(4000))
    table = Table((Column("A", 1), Column("B", 1)), (Row((cell("a"), cell(text))),))
    paper = Paper("x", "vi", (table,), continued="(tiếp)")
    assert all(height <= 409 for height in heights_of(paper))
    rows = next(iter(sheets(paper).values()))[1:]
    assert len(rows) > 3
    assert [row[0] for row in rows] == ["a", *["(tiếp)"] * (len(rows) - 1)]
    assert " ".join(row[1].removeprefix("… ").removesuffix(" …") for row in rows) == text


def test_a_table_over_pages_is_one_sheet_that_breaks_where_they_begin() -> None:
    paper = paginated(sample(rows=60))
    assert len(sheets(paper)) == 1
    rows = next(iter(sheets(paper).values()))
    assert [row[1] for row in rows if str(row[1]).startswith("Mục")] == [
        f"Mục {at}\ndòng hai" for at in range(60)
    ]
    page = part(paper, "xl/worksheets/sheet1.xml")
    breaks = [int(each.partition('"')[0]) for each in page.split('<brk id="')[1:]]
    firsts = [block.rows[0] for block in paper.blocks if isinstance(block, Table) and block.new_page]
    assert [rows[at][1] for at in breaks if at < len(rows) - 1] == [
        "\n".join(run.text for runs in row.cells[1].lines for run in runs) for row in firsts
    ]
    assert "fitToHeight" not in page


def heights_of(paper: Paper) -> list[float]:
    page = part(paper, "xl/worksheets/sheet1.xml")
    return [float(each.partition('"')[0]) for each in page.split(' ht="')[2:]]


def test_no_head_stands_alone_at_the_end_of_a_page_of_lines() -> None:
    """Some 37 lines stand on a page; wherever the head comes, what it heads is on its page."""
    before_the_head = 0
    for count in range(30, 44):
        lines = [paragraph(f"Dòng {at}") for at in range(count)]
        head = paragraph("Bài học, kiến nghị", Style.HEADING, keep_with_next=True)
        paper = Paper("Báo cáo", "vi", (*lines, head, paragraph("- MC: lỡ 5 hiệu lệnh")))
        breaks = [int(row) for row in re.findall(r'<brk id="(\d+)"', part(paper, "xl/worksheets/sheet1.xml"))]
        assert len(breaks) == (count >= 36)
        assert count + 1 not in breaks
        before_the_head += count in breaks
    assert before_the_head == 2
