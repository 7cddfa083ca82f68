"""Saved pages: their lines, lists and tables as the elements say, and nothing of what is around."""

from __future__ import annotations

import time

import pytest

from runofshow.documents.document import Document, Line, Table
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.reading.opening import read_bytes
from runofshow.office.failure import CannotRead, Failure


def _read(body: str, head: str = '<meta charset="utf-8">') -> Document:
    return read_bytes(
        f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html"
    )


def _lines(document: Document) -> list[Line]:
    return [block for part in document.parts for block in part.blocks if isinstance(block, Line)]


def _tables(document: Document) -> list[Table]:
    return [block for part in document.parts for block in part.blocks if isinstance(block, Table)]


def _texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_paragraphs_and_breaks_are_lines() -> None:
    document = _read(
        "<p>Kính gửi:<br>Các  đơn\n vị</p>Thời gian: <b>7h30</b><div>Địa điểm</div><p>&nbsp;</p>"
    )
    assert [(line.text, line.place.paragraph, line.goes_on) for line in _lines(document)] == [
        ("Kính gửi:", 1, False),
        ("Các đơn vị", 1, True),
        ("Thời gian: 7h30", 2, False),
        ("Địa điểm", 3, False),
    ]


def test_headings_bold_and_centred_lines_say_so() -> None:
    heading, bold, half = _lines(
        _read("<h2 align=center>CHƯƠNG TRÌNH</h2><p style='font-weight:700'>Phần 1</p><p><b>7h</b> mở</p>")
    )
    assert (heading.heading, heading.level, heading.centred) == (True, 1, True)
    assert (bold.bold, half.bold) == (True, False)


def test_what_is_around_the_text_is_left_out() -> None:
    body = (
        "<nav>Trang chủ</nav><script>alert('x')</script><style>p{}</style><p style='display:none'>ẩn</p>"
        "<p hidden>ẩn</p><template>mẫu</template><p>Chào cờ</p><button>In</button><!-- lời -->"
    )
    assert [line.text for line in _lines(_read(body, "<title>Trang</title>"))] == ["Chào cờ"]


def test_lists_say_their_marks_and_depth() -> None:
    body = (
        "<ol start=3><li>Chào cờ<ul><li>Quốc ca</li></ul></li><li value=9><p>Khai mạc</p>"
        "<p>của lãnh đạo</p></li></ol><ol type=a><li>Báo cáo</li></ol>"
        "<ul style='list-style-type:none'><li>Bế mạc</li></ul>"
    )
    assert [(line.mark, line.level, line.text) for line in _lines(_read(body))] == [
        ("3.", 0, "Chào cờ"),
        ("◦", 1, "Quốc ca"),
        ("9.", 0, "Khai mạc"),
        ("", 0, "của lãnh đạo"),
        ("a.", 0, "Báo cáo"),
        ("", 0, "Bế mạc"),
    ]


def test_a_table_keeps_its_spans_and_its_empty_cells() -> None:
    body = (
        "<table><thead><tr><th>Thời gian<th>Nội dung<th>Thực hiện</thead>"
        "<tr><td rowspan=2>7h30<td>Đón tiếp<td></tr><tr><td>Văn nghệ<td>Đoàn</tr>"
        "<tr><td colspan=3><p>Phần 2</p><ul><li>Chào cờ</ul></tr><tr style='display:none'><td>ẩn</table>"
    )
    (table,) = _tables(_read(body))
    assert _texts(table) == [
        ["Thời gian", "Nội dung", "Thực hiện"],
        ["7h30", "Đón tiếp", ""],
        ["Văn nghệ", "Đoàn"],
        ["Phần 2\nChào cờ"],
    ]
    assert [[cell.column for cell in row.cells] for row in table.rows] == [[0, 1, 2], [0, 1, 2], [1, 2], [0]]
    assert (table.rows[1].cells[0].rows, table.rows[3].cells[0].columns) == (2, 3)
    line = table.rows[2].cells[0].lines[0]
    assert (line.place.table, line.place.row, line.place.column) == (1, 3, 2)
    assert table.rows[0].cells[0].lines[0].bold


def test_a_table_within_a_table_stands_in_its_cell() -> None:
    document = _read("<table><tr><td>Trái<td>Phải<table><tr><td>7h30<td>Chào cờ</table>sau</table>")
    (outer,) = _tables(document)
    first, inner, last = outer.rows[0].cells[1].blocks
    assert isinstance(inner, Table)
    assert (_texts(inner), inner.place.table) == ([["7h30", "Chào cờ"]], 2)
    assert isinstance(first, Line)
    assert isinstance(last, Line)
    assert (first.text, last.text) == ("Phải", "sau")


WORD_PAGE = """<p class=MsoNormal
style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'>
<![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span><![endif]>Chào cờ<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt'><span style='font-family:Symbol'>&#183;<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span>Khai mạc</p>
<p>Trưởng ban<span style='mso-tab-count:1'>    </span>Ký <del>xóa</del><ins>thêm</ins></p>"""


def test_a_page_saved_by_word_keeps_its_automatic_numbers() -> None:
    document = _read(WORD_PAGE)
    first, second, third = _lines(document)
    assert (first.mark, first.level, first.text, round(first.indent, 1)) == ("1.", 1, "Chào cờ", 6.3)
    assert (second.mark, second.text) == ("•", "Khai mạc")
    assert third.text == "Trưởng ban\tKý thêm"
    assert [doubt.code for doubt in document.doubts] == [DoubtCode.DELETED_WORDS]


def test_an_old_font_is_read_as_it_draws() -> None:
    document = _read(
        '<p><font face=".VnTimeH">kÕ ho¹ch</font></p><p style="font-family:\'VNI-Times\'">Hoäi nghò</p>'
    )
    assert [line.text for line in _lines(document)] == ["KẾ HOẠCH", "Hội nghị"]
    assert [doubt.code for doubt in document.doubts] == [DoubtCode.OLD_LETTERS]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1258"])
def test_a_page_is_read_in_its_encoding(encoding: str) -> None:
    text = "Ha\u0300 Nô\u0323i thi đua"
    page = (
        f'<html><head><meta http-equiv=Content-Type content="text/html; charset={encoding}"></head><p>{text}'
    )
    (line,) = _lines(read_bytes(page.encode(encoding), "a.htm"))
    assert line.text == "Hà Nội thi đua"


def test_a_web_archive_gives_its_page() -> None:
    archive = (
        b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="-x"\r\n\r\n---x\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><p>Ch=C3=A0o c=E1=BB=9D</p></body></html>\r\n"
        b"---x\r\nContent-Type: image/png\r\n\r\nx\r\n---x--\r\n"
    )
    assert [line.text for line in _lines(read_bytes(archive, "a.mht"))] == ["Chào cờ"]


def test_a_page_of_pictures_alone_is_refused() -> None:
    with pytest.raises(CannotRead) as cannot:
        _read("<img src=a.png><script>x</script>")
    assert cannot.value.failure is Failure.NO_TEXT


def test_elements_within_elements_without_end_are_read_as_text() -> None:
    document = _read("<div>" * 900 + "Chào cờ")
    assert [line.text for line in _lines(document)] == ["Chào cờ"]


def test_thousands_of_elements_without_end_are_refused_at_once() -> None:
    begun = time.process_time()
    with pytest.raises(CannotRead) as cannot:
        _read("<div><font size=1><p>" * 100_000)
    assert cannot.value.failure is Failure.BOMB
    assert time.process_time() - begun < 2


def test_a_page_of_many_cells_is_bounded() -> None:
    begun = time.process_time()
    document = _read("<table>" + "<tr><td rowspan=9999 colspan=9999>7h<td>x" * 20_000 + "</table>")
    assert time.process_time() - begun < 5
    assert document.parts[0].blocks
