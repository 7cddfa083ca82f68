"""A plan reads the same from every form in which an office program saves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.documents.document import Line, Table
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.reading.opening import read_bytes, read_document
from tests.documents.reading import office
from tests.documents.reading.docx import grid

FORMS = ("doc", "rtf", "odt")


def test_the_plan_says_what_it_was_made_to_say() -> None:
    document = read_bytes(office.plan(), "plan.docx")
    blocks = document.parts[0].blocks
    assert [(each.mark, each.text) for each in blocks if isinstance(each, Line)] == [
        ("", "CHƯƠNG TRÌNH HỘI NGHỊ"),
        ("", "Thời gian: 7 giờ 30, ngày 27/3/2020"),
        ("I.", "Phần nghi thức"),
        ("1.", "Chào cờ"),
        ("2.", "Tuyên bố lý do, giới thiệu đại biểu"),
        ("a)", "lãnh đạo tỉnh"),
        ("b)", "các sở, ngành"),
        ("•", "văn phòng"),
        ("II.", "Phần nội dung"),
        ("1.", "Báo cáo tổng kết"),
        ("", "Giải lao 15 phút"),
        ("", "Dòng một"),
        ("", "dòng hai\tsau"),
        ("", "Xem liên kết"),
        ("", "Nơi nhận"),
    ]
    (table,) = (each for each in blocks if isinstance(each, Table))
    assert grid(table) == [
        [("Thời gian", 0, 1, 1), ("Nội dung", 1, 1, 1), ("Thực hiện", 2, 1, 1)],
        [("7h30", 0, 1, 2), ("Đón tiếp", 1, 1, 1), ("Ban Tổ chức", 2, 1, 1)],
        [("Văn nghệ\nba tiết mục", 1, 1, 1), ("", 2, 1, 1)],
        [("Nghi thức", 0, 3, 1)],
        [("8h00", 0, 1, 1), ("Tham luận", 1, 1, 1), ("Chủ tọa", 2, 1, 1)],
    ]
    assert [line.text for line in document.parts[0].lines()][-4:] == ["xã A", "5 phút", "Chủ tọa", "Nơi nhận"]
    assert [doubt.code for doubt in document.doubts] == [DoubtCode.DELETED_WORDS]


@pytest.mark.parametrize("form", FORMS)
def test_a_plan_saved_once_reads_as_the_docx_does(form: str) -> None:
    saved = read_document(office.FILES / f"plan.{form}")
    assert office.unnamed(saved) == office.unnamed(read_bytes(office.plan(), "plan.docx"))


@pytest.mark.skipif(office.soffice() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", FORMS)
def test_a_plan_saved_now_reads_as_the_docx_does(form: str, tmp_path: Path) -> None:
    saved = read_bytes(office.saved_as(form, office.plan(), tmp_path), f"plan.{form}")
    assert office.unnamed(saved) == office.unnamed(read_bytes(office.plan(), "plan.docx"))
