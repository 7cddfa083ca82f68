"""PDFs: tables by their rules, wrapped lines as paragraphs, and what stands at the edge of pages left out."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import zlib
from itertools import pairwise
from pathlib import Path

import pytest

from runofshow.documents.document import Document, Line, Table
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.reading.opening import read_bytes
from runofshow.documents.reading.pdf.column_tables import column_table
from runofshow.documents.reading.pdf.laid_out import Word, paragraphs, text_lines
from runofshow.documents.reading.pdf.letterhead import letterhead
from runofshow.documents.reading.pdf.ruled_tables import Rule, ruled_tables
from runofshow.office.failure import CannotRead, Failure

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium prints these PDFs")

STYLE = (
    "<meta charset=utf-8><style>@page{size:A4;margin:2cm}body{font:14pt serif}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid;padding:4px;width:33%}</style>"
)
LONG = (
    "Thực hiện Kế hoạch của Ủy ban nhân dân thành phố về tổ chức Hội nghị điển hình tiên tiến các cấp, Sở"
    " ban hành Kế hoạch, cụ thể như sau: các đơn vị gửi báo cáo về Văn phòng trước ngày 31/3/2020."
)


def _printed(body: str, folder: Path) -> bytes:
    """The page as a PDF."""
    (folder / "a.html").write_text(STYLE + body, encoding="utf-8")
    flags = "--headless --no-sandbox --disable-gpu --no-pdf-header-footer".split()
    subprocess.run(
        [str(CHROMIUM), *flags, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={folder / 'a.pdf'}",
         (folder / "a.html").as_uri()],
        capture_output=True, timeout=120, check=True,
    )  # fmt: skip
    return (folder / "a.pdf").read_bytes()


def _lines(document: Document) -> list[Line]:
    return [block for part in document.parts for block in part.blocks if isinstance(block, Line)]


def _tables(document: Document) -> list[Table]:
    return [block for part in document.parts for block in part.blocks if isinstance(block, Table)]


def _texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


@needs_chromium
def test_wrapped_lines_are_one_paragraph_and_a_list_stays_a_list(tmp_path: Path) -> None:
    head = "<p style='text-align:center'><b>KẾ HOẠCH</b></p>"
    body = f"{head}<p>{LONG}</p><p>1. Chào cờ</p><p>- Quốc ca</p>"
    first, *rest = _lines(read_bytes(_printed(body, tmp_path), "a.pdf"))
    assert (first.text, first.bold, first.centred, first.place.page) == ("KẾ HOẠCH", True, True, 1)
    assert [line.text for line in rest] == [LONG, "1. Chào cờ", "- Quốc ca"]


@needs_chromium
def test_a_table_tells_merged_cells_from_empty_ones(tmp_path: Path) -> None:
    body = (
        "<p>CHƯƠNG TRÌNH</p><table><tr><th>Thời gian<th>Nội dung<th>Thực hiện"
        "<tr><td rowspan=2>7 giờ 00<td>Đón tiếp<td><tr><td>Văn nghệ<td>Đoàn"
        f"<tr><td colspan=3>Phần 1<tr><td>8h00<td>{LONG}<br>- Trình bày<td></table><p>Nơi nhận</p>"
    )
    document = read_bytes(_printed(body, tmp_path), "a.pdf")
    (table,) = _tables(document)
    assert _texts(table) == [
        ["Thời gian", "Nội dung", "Thực hiện"],
        ["7 giờ 00", "Đón tiếp", ""],
        ["Văn nghệ", "Đoàn"],
        ["Phần 1"],
        ["8h00", f"{LONG}\n- Trình bày", ""],
    ]
    assert (table.rows[1].cells[0].rows, table.rows[3].cells[0].columns) == (2, 3)
    assert [line.text for line in _lines(document)] == ["CHƯƠNG TRÌNH", "Nơi nhận"]
    place = table.rows[2].cells[1].lines[0].place
    assert (place.page, place.table, place.row, place.column) == (1, 1, 3, 3)


@needs_chromium
def test_a_table_over_several_pages_is_one_and_its_head_stands_once(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{hour}h00<td>Nội dung {hour}<td>" for hour in range(1, 90))
    body = f"<table><thead><tr><th>Giờ<th>Nội dung<th>Ai</thead>{rows}</table>"
    (table,) = _tables(read_bytes(_printed(body, tmp_path), "a.pdf"))
    assert _texts(table) == [["Giờ", "Nội dung", "Ai"]] + [
        [f"{n}h00", f"Nội dung {n}", ""] for n in range(1, 90)
    ]
    assert [row.number for row in table.rows] == list(range(1, 91))
    assert len({cell.lines[0].place.page for row in table.rows for cell in row.cells if cell.lines}) > 1


@needs_chromium
def test_forty_pages_take_at_most_two_and_a_half_seconds(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{hour}h00<td>{LONG}<td>Ban Tổ chức" for hour in range(24))
    pdf = _printed(f"<p>{LONG}</p>" * 260 + f"<table>{rows}</table>" + f"<p>{LONG}</p>" * 40, tmp_path)
    program = (
        "import sys, time, pathlib; from runofshow.documents.reading.opening import read_bytes\n"
        "begun = time.process_time(); read_bytes(pathlib.Path(sys.argv[1]).read_bytes(), 'a.pdf')\n"
        "print(time.process_time() - begun)"
    )
    (tmp_path / "long.pdf").write_bytes(pdf)
    command = [sys.executable, "-c", program, str(tmp_path / "long.pdf")]
    taken = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    pages = pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page/") + pdf.count(b"/Type/Page/")
    # 1.1 to 1.7 s on two busy cores
    assert float(taken) < 2.5, f"{taken} s of processor time for about {pages} pages"


def test_a_file_that_is_cut_short_is_damaged() -> None:
    with pytest.raises(CannotRead) as cannot:
        read_bytes(b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj", "a.pdf")
    assert cannot.value.failure is Failure.DAMAGED


EMPTY_PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
"""


def test_a_scan_without_text_says_so() -> None:
    with pytest.raises(CannotRead) as cannot:
        read_bytes(EMPTY_PAGE, "a.pdf")
    assert cannot.value.failure is Failure.NO_TEXT


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(CannotRead) as cannot:
        read_bytes(EMPTY_PAGE, "a.pdf")
    assert (cannot.value.failure, cannot.value.about["extra"]) == (Failure.NEEDS_EXTRA, "pdf")


def test_text_drawn_letter_by_letter_is_read(tmp_path: Path) -> None:
    """A PDF of one line, in the font that every reader has."""
    stream = b"BT /F 14 Tf 72 700 Td (Opening ceremony at 7h30) Tj 0 -20 Td (Closing) Tj ET"
    pdf = (
        EMPTY_PAGE.replace(
            b"[0 0 595 842]", b"[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>"
        ).partition(b"trailer")[0]
        + b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n" % (len(stream), stream)
        + b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Times-Bold>>endobj\ntrailer<</Root 1 0 R>>\n"
    )
    document = read_bytes(pdf, "a.pdf")
    assert [(line.text, line.bold) for line in _lines(document)] == [
        ("Opening ceremony at 7h30", True),
        ("Closing", True),
    ]
    assert DoubtCode.PICTURES not in [doubt.code for doubt in document.doubts]


def _grid(xs: list[float], ys: list[float]) -> tuple[list[Rule], list[Rule]]:
    across = [Rule(y, x, x2) for y in ys for x, x2 in pairwise(xs)]
    return across, [Rule(x, y, y2) for x in xs for y, y2 in pairwise(ys)]


def test_rules_part_a_grid_and_a_missing_one_merges() -> None:
    across, down = _grid([0, 100, 200], [0, 20, 40])
    across.remove(Rule(20, 0, 100))
    (table,) = ruled_tables(across, down)
    assert [(box.row, box.column, box.rows, box.columns) for box in table.boxes] == [
        (0, 0, 2, 1),
        (0, 1, 1, 1),
        (1, 1, 1, 1),
    ]


def test_a_table_open_at_its_sides_is_as_wide_as_its_rules() -> None:
    across = [Rule(y, 0, 300) for y in (0, 20, 40)]
    (table,) = ruled_tables(across, [Rule(100, 0, 40)])
    assert [(box.left, box.right) for box in table.boxes[:2]] == [(0, 100), (100, 300)]


def test_a_frame_and_a_line_across_are_no_tables() -> None:
    frame = [Rule(0, 0, 500), Rule(800, 0, 500)], [Rule(0, 0, 800), Rule(500, 0, 800)]
    assert ruled_tables(*frame) == []
    assert ruled_tables([Rule(100, 0, 500)], []) == []


def test_many_rules_are_bounded() -> None:
    across, down = _grid([x * 5.0 for x in range(100)], [y * 5.0 for y in range(150)])
    begun = time.process_time()
    ruled_tables(across, down)
    assert time.process_time() - begun < 2


def test_wide_gaps_are_tabs_but_not_behind_a_number() -> None:
    words = [Word("1.", 0, 0, 10, 12), Word("Chào", 40, 0, 70, 12), Word("MC", 200, 0, 220, 12)]
    (line,) = text_lines(words)
    assert line.text == "1. Chào\tMC"


def test_half_an_hour_span_goes_on_in_the_next_line() -> None:
    words = [Word("7h00", 0, 0, 30, 12), Word("-", 33, 0, 36, 12), Word("7h15", 0, 14, 30, 26)]
    assert [each.text for each in paragraphs(text_lines(words), 0, 200)] == ["7h00 - 7h15"]


def test_the_head_of_a_letter_is_two_cells_and_its_heading_stands_below() -> None:
    def words(text: str, left: float, top: float) -> list[Word]:
        at = [(each, left + 40 * n) for n, each in enumerate(text.split())]
        return [Word(each, x, top, x + 35, top + 12) for each, x in at]

    head = [*words("ỦY BAN NHÂN DÂN", 60, 50), *words("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 240, 50)]
    head += [*words("THỊ XÃ", 80, 70), *words("Độc lập - Tự do", 260, 70)]
    heading = words("KẾ HOẠCH", 250, 110)
    found = letterhead([*head, *heading], 842)
    assert found is not None
    assert set(found[1]) == set(head)
    assert letterhead([*words("CHƯƠNG TRÌNH", 60, 50), *words("Đón tiếp", 300, 50), *heading], 842) is None


def test_a_page_that_unpacks_to_too_much_is_refused() -> None:
    packed = zlib.compress(b"0 0 m 9 9 l S " * 2_000_000)
    stream = b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream endobj\n" % (len(packed), packed)
    page = EMPTY_PAGE.replace(b"[0 0 595 842]", b"[0 0 595 842]/Contents 4 0 R")
    pdf = page.replace(b"trailer", stream + b"trailer")
    with pytest.raises(CannotRead) as cannot:
        read_bytes(pdf, "a.pdf")
    assert cannot.value.failure is Failure.BOMB


PLAN = [
    ("STT", "Thời gian", "Nội dung", "Thực hiện"),
    (
        "1",
        "7h30 - 8h00",
        "Đón tiếp đại biểu, khách mời và văn nghệ chào mừng của Đội văn nghệ",
        "Ban Tổ chức",
    ),
    ("2", "8h00 - 8h05", "Chào cờ", "Ban Tổ chức"),
    ("3", "8h05 - 8h15", "Tuyên bố lý do, giới thiệu đại biểu và khai mạc Hội nghị tổng kết năm", "Chủ tịch"),
    ("4", "8h15 - 8h30", "Giải lao", ""),
    ("5", "8h30", "Bế mạc", "Chủ tịch"),
]


@needs_chromium
@pytest.mark.parametrize(
    "style",
    ["", "td{vertical-align:top}", "td{text-align:center}", "td{border-bottom:1px solid}"],
    ids=["middle", "top", "centred", "rules-between-rows"],
)
def test_columns_without_rules_are_a_table_by_their_hours(style: str, tmp_path: Path) -> None:
    rows = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in PLAN)
    bare = "<style>td{border:0;width:auto}td:nth-child(3){width:42%}" + style + "</style>"
    body = f"{bare}<p>CHƯƠNG TRÌNH</p><p>{LONG}</p><table>{rows}</table><p>{LONG}</p>"
    document = read_bytes(_printed(body, tmp_path), "a.pdf")
    (table,) = _tables(document)
    assert _texts(table) == [list(row) for row in PLAN]
    assert [line.text for line in _lines(document)] == ["CHƯƠNG TRÌNH", LONG, LONG]


@needs_chromium
def test_a_list_with_hours_is_no_table(tmp_path: Path) -> None:
    points = [f"{number}. {hours}: {what}." for number, hours, what, _ in PLAN[1:]]
    document = read_bytes(_printed("".join(f"<p>{point}</p>" for point in points), tmp_path), "a.pdf")
    assert _tables(document) == []
    assert [line.text for line in _lines(document)] == points


def test_a_heading_across_columns_is_one_cell() -> None:
    def row(top: float, *texts: str) -> list[Word]:
        return [Word(text, 50 + 100 * n, top, 50 + 100 * n + 60, top + 12) for n, text in enumerate(texts)]

    words = [word for n in range(8) for word in row(20.0 * n, f"{n + 7}h30", "Phiên", "MC")]
    words += [Word("NGHI", 55, 70, 145, 82), Word("THỨC", 147, 70, 260, 82)]
    found = column_table(words, [])
    assert found is not None
    assert [(box.row, box.column, box.columns) for box in found[0].boxes if box.columns > 1] == [(4, 0, 3)]
    assert column_table(words[:6], []) is None
    assert column_table([*words, *row(20, "9h30", "x" * 9), Word("9h", 1e6, 60, 2e6, 72)], []) is None


def test_lines_of_a_list_are_no_columns_though_their_last_words_stand_in_line() -> None:
    def line(top: float, *texts: str) -> list[Word]:
        return [Word(text, 50 + 30 * n, top, 75 + 30 * n, top + 12) for n, text in enumerate(texts)]

    lines = [line(20.0 * n, "Từ", f"{n + 7}h00:", "Ban", "tế", "tự") for n in range(8)]
    last = [Word("trình.", 300, 20.0 * n, 330, 20.0 * n + 12) for n in range(8)]
    assert column_table([word for each in lines for word in each] + last, []) is None
