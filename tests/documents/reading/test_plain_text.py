"""Pasted text and Markdown: lines with their numbers, drawn tables, marks of tools taken off."""

from __future__ import annotations

import time

import pytest

from runofshow.documents.document import Document, Line, Table
from runofshow.documents.reading.pasted.csv_file import read_csv
from runofshow.documents.reading.pasted.markup import without_markup
from runofshow.documents.reading.pasted.text import MOST_LINES, plain_document
from runofshow.office.decoding import text_of
from runofshow.office.failure import CannotRead, Failure
from runofshow.office.sheet import MOST_COLUMNS

HEAD = ["Thời gian", "Nội dung", "Người thực hiện"]
ROWS = [HEAD, ["7h30 - 8h00", "Đón tiếp đại biểu", "Ban Tổ chức"], ["8h00", "Chào cờ", ""]]


def _tables(document: Document) -> list[list[list[str]]]:
    blocks = [block for part in document.parts for block in part.blocks]
    return [
        [[cell.text for cell in row.cells] for row in block.rows]
        for block in blocks
        if isinstance(block, Table)
    ]


def _lines(document: Document) -> list[str]:
    blocks = [block for part in document.parts for block in part.blocks]
    return [block.text for block in blocks if isinstance(block, Line)]


def _read(*lines: str) -> Document:
    return plain_document("\n".join(lines), "a.txt")


def test_a_line_knows_its_number_and_how_far_it_stands_in() -> None:
    document = _read("KẾ HOẠCH", "", "  - Chào cờ", "\t+ Quốc ca")
    lines = [block for block in document.parts[0].blocks if isinstance(block, Line)]
    assert [(line.place.paragraph, line.text, line.indent) for line in lines] == [
        (1, "KẾ HOẠCH", 0),
        (3, "- Chào cờ", 4.0),
        (4, "+ Quốc ca", 12.7),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a) *Tích cực đẩy mạnh* về", "a) Tích cực đẩy mạnh về"),
        ("Hoàn thành trước ngày **31/3/2020**.", "Hoàn thành trước ngày 31/3/2020."),
        ("**Tổ chức sơ kết", "Tổ chức sơ kết"),
        ("* Văn nghệ chào mừng", "* Văn nghệ chào mừng"),
        ("*Yee*", "Yee"),
        ("<p>Quốc kỳ</p>", " Quốc kỳ "),
        ("Dưới 5 < 7 và a > b", "Dưới 5 < 7 và a > b"),
        ("Họ tên: ____________", "Họ tên: ____________"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("Báo cáo (*) và (*) sau", "Báo cáo (*) và (*) sau"),
        ("1\\. Khai mạc", "1. Khai mạc"),
        ("[Giấy mời](https://a.vn/b) &amp; tài liệu", "Giấy mời & tài liệu"),
        ("8h00 ~~Giải lao~~ Khai mạc", "8h00  Khai mạc"),
    ],
)
def test_marks_of_tools_are_taken_off_and_typed_ones_stay(written: str, read: str) -> None:
    assert without_markup(written) == read


def test_a_heading_and_a_bold_line_say_so() -> None:
    heading, bold, rest = _read("## II. NỘI DUNG", "**Phần nghi thức**", "1. Chào cờ").parts[0].blocks
    assert isinstance(heading, Line)
    assert (heading.text, heading.heading, heading.level) == ("II. NỘI DUNG", True, 1)
    assert isinstance(bold, Line)
    assert (bold.text, bold.bold) == ("Phần nghi thức", True)
    assert isinstance(rest, Line)
    assert not rest.bold


@pytest.mark.parametrize(
    "text",
    [
        "| Thời gian | Nội dung | Người thực hiện |\n|---|:--:|---|\n"
        "| 7h30 - 8h00 | **Đón tiếp** đại biểu | Ban Tổ chức |\n| 8h00 | Chào cờ | |",
        "Thời gian | Nội dung | Người thực hiện\n"
        "7h30 - 8h00 | Đón tiếp đại biểu | Ban Tổ chức\n8h00 | Chào cờ |",
        "Thời gian\tNội dung\tNgười thực hiện\n7h30 - 8h00\tĐón tiếp đại biểu\tBan Tổ chức\n8h00\tChào cờ\t",
        "Thời gian |\nNội dung |\nNgười thực hiện\n7h30 - 8h00 |\n"
        "Đón tiếp đại biểu |\nBan Tổ chức\n8h00 |\nChào cờ |\n|",
        "+---+---+---+\n| Thời gian | Nội dung | Người thực hiện |\n+===+===+===+\n"
        "| 7h30 - 8h00 | Đón tiếp đại biểu | Ban Tổ chức |\n+---+---+---+\n"
        "| 8h00 | Chào cờ | |\n+---+---+---+",
    ],
    ids=["markdown", "bars", "tabs", "a-cell-a-line", "borders"],
)
def test_a_table_that_is_drawn_is_read_as_one(text: str) -> None:
    document = plain_document(f"CHƯƠNG TRÌNH\n{text}\n\nNơi nhận", "a.txt")
    assert _tables(document) == [ROWS]
    assert _lines(document) == ["CHƯƠNG TRÌNH", "Nơi nhận"]


def test_cells_that_all_end_with_a_bar_are_parted_by_their_hours() -> None:
    cells = ["Thời gian", "Nội dung", "7h30", "Đón tiếp", "8h00", "Chào cờ", "8h05", "Khai mạc"]
    document = _read("CHƯƠNG TRÌNH", *(f"{cell} |" for cell in cells))
    assert _tables(document) == [
        [["Thời gian", "Nội dung"], ["7h30", "Đón tiếp"], ["8h00", "Chào cờ"], ["8h05", "Khai mạc"]]
    ]


def test_a_pasted_cell_of_several_lines_stays_one() -> None:
    document = _read("Giờ\tNội dung\tAi", '7h30\t"Đón tiếp\nPhát ""tài liệu"""\tBTC', "8h00\tChào cờ\tMC")
    assert _tables(document)[0][1] == ["7h30", 'Đón tiếp\nPhát "tài liệu"', "BTC"]
    document = _read("Giờ\tNội dung\tAi", "7h30\tĐón tiếp", "- Phát tài liệu\tBTC", "8h00\tChào cờ\tMC")
    assert _tables(document)[0][1:] == [
        ["7h30", "Đón tiếp\n- Phát tài liệu", "BTC"],
        ["8h00", "Chào cờ", "MC"],
    ]


def test_a_list_with_tabs_behind_its_marks_is_no_table() -> None:
    document = _read("1.\tChào cờ", "2.\tKhai mạc", "a)\tPhát biểu")
    assert _tables(document) == []
    assert _lines(document) == ["1.\tChào cờ", "2.\tKhai mạc", "a)\tPhát biểu"]


def test_a_break_of_a_page_parts_a_cell_and_a_line() -> None:
    document = _read("| 7h30 | Đón tiếp<br>Phát tài liệu |", "|---|---|", "", "Kính gửi:<br/>Các đơn vị")
    assert _tables(document) == [[["7h30", "Đón tiếp\nPhát tài liệu"]]]
    last = document.parts[0].blocks[-1]
    assert isinstance(last, Line)
    assert (last.text, last.goes_on) == ("Các đơn vị", True)


def test_a_text_past_all_bounds_is_cut_and_says_so() -> None:
    document = plain_document("Chào cờ\n" * (MOST_LINES + 5), "a.txt")
    assert len(document.parts[0].blocks) == MOST_LINES
    assert [doubt.code for doubt in document.doubts] == ["cut_short"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_every_unicode_encoding_is_told(encoding: str) -> None:
    text = "Chương trình Hội nghị\r\n7h30: Đón tiếp đại biểu"
    assert text_of(text.encode(encoding)).removeprefix("\ufeff") == text.replace("\r\n", "\n")


def test_windows_1258_and_1252_are_told_apart() -> None:
    spelt = "Hô\u0323i nghi\u0323 tô\u0309ng kê\u0301t công ta\u0301c thi đua, khen thươ\u0309ng"
    assert text_of(spelt.encode("cp1258")) == spelt
    french = "Séance d’ouverture à l’hôtel : café, thé, « présentation »"
    assert text_of(french.encode("cp1252")) == french


def test_a_letter_cut_in_two_at_the_end_is_dropped() -> None:
    assert text_of("Hội nghị".encode()[:-1]) == "Hội ngh"


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(CannotRead) as cannot:
        text_of(bytes(range(256)) * 20)
    assert cannot.value.failure is Failure.UNKNOWN_FORM
    with pytest.raises(CannotRead) as cannot:
        text_of(b" \n\n")
    assert cannot.value.failure is Failure.EMPTY


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_sheet_saved_as_text_is_read_by_whichever_mark_it_has(mark: str, encoding: str) -> None:
    rows = [*ROWS, ["8h05", "Tuyên bố lý do, giới thiệu đại biểu; khai mạc", "MC\nBTC"]]
    text = "\r\n".join(mark.join(f'"{cell}"' if cell else "" for cell in row) for row in rows)
    assert _tables(read_csv(text.encode(encoding), "a.csv")) == [rows]


def test_unquoted_commas_do_not_part_what_semicolons_do() -> None:
    text = "Giờ;Nội dung\n7h30;Tuyên bố lý do, giới thiệu, khai mạc\n8h00;Báo cáo, tham luận\n9h00;Bế mạc"
    assert _tables(read_csv(text.encode(), "a.csv"))[0][1] == ["7h30", "Tuyên bố lý do, giới thiệu, khai mạc"]


def test_a_sheet_of_one_column_is_plain_text() -> None:
    assert _lines(read_csv("Chào cờ\nKhai mạc\n".encode(), "a.csv")) == ["Chào cờ", "Khai mạc"]


@pytest.mark.parametrize("line", ["a |", "a\tb" + "\tc" * 300, "| a | b", '\t"b', "+--", "a" * 5000])
def test_many_lines_that_could_be_tables_take_a_moment(line: str) -> None:
    begun = time.process_time()
    plain_document("\n".join(line + " x" * (n % 3) for n in range(8_000)), "a.txt")
    assert time.process_time() - begun < 4


def test_a_sheet_of_many_columns_is_cut_and_says_so() -> None:
    document = read_csv((";".join(["a"] * 5_000) + "\n").encode() * 40, "a.csv")
    (table,) = (block for block in document.parts[0].blocks if isinstance(block, Table))
    assert (table.width, len(table.rows)) == (MOST_COLUMNS, 40)
    assert [doubt.code for doubt in document.doubts] == ["cut_short"]
