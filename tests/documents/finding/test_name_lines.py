"""Those honoured whose names stand line by line under a head: all come in, and what is unsure is told."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter

import docx
import pytest

from runofshow.core.agenda import Recipient
from runofshow.core.honours import is_collective
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.draft import Draft
from runofshow.documents.finding.find import draft_of
from runofshow.documents.reading.opening import read_bytes
from tests.documents.finding.test_honoured import agenda_of, doubts, name

PROGRAMME = """\
KẾ HOẠCH
Tổ chức Hội nghị tổng kết công tác thi đua, khen thưởng năm 2026
Chương trình
8h00 Chào cờ
8h05 Tuyên bố lý do, giới thiệu đại biểu
8h30 Trao Bằng khen của Chủ tịch UBND tỉnh
8h40 Trao Giấy khen của Chủ tịch UBND phường
9h00 Bế mạc
"""
LIST = """\
DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2026
(Kèm theo Kế hoạch số 12/KH-UBND ngày 01/12/2026)
I. TẶNG BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH
1. Ông Nguyễn Văn An, Trưởng phòng, Phòng Văn hóa - Xã hội
2. Bà Lê Thị Bình, Phòng Kinh tế, Hạ tầng và Đô thị
II. TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND PHƯỜNG
1. Tập thể
1. Trường THCS Ngọc Lan, phường Hướng Dương
2. Trạm Y tế phường
2. Cá nhân
1. Ông Nguyễn Văn An - Tổ trưởng Tổ dân phố 3
2. Đồng chí Đinh Công Tâm, Đội trưởng, Công an phường (truy tặng; nhận thay: bà Lê Thị Sáu)
3. Đồng chí Phạm Thị Nguyệt Ánh, Chủ tịch Hội Liên hiệp
Phụ nữ phường
4. Y Bhăm Niê (Trạm Y tế phường) (đi xe lăn)
Tổng cộng: 08
Nơi nhận:
"""


def read(text: str) -> Draft:
    return draft_of(read_bytes(text.encode(), "plan.txt"))


def honoured(draft: Draft) -> dict[str, tuple[Recipient, ...]]:
    items = agenda_of(draft).sessions[0].items
    return {item.title: item.award.recipients for item in items if item.award is not None}


def told(one: Recipient) -> tuple[str, str, str]:
    return one.name, one.post, one.unit


def test_names_under_the_head_of_a_list_go_to_the_awards_of_their_forms() -> None:
    province, ward = honoured(read(PROGRAMME + LIST)).values()
    assert [told(one) for one in province] == [
        ("Ông Nguyễn Văn An", "Trưởng phòng", "Phòng Văn hóa - Xã hội"),
        ("Bà Lê Thị Bình", "", "Phòng Kinh tế, Hạ tầng và Đô thị"),
    ]
    assert [told(one) for one in ward] == [
        ("Trường THCS Ngọc Lan, phường Hướng Dương", "", ""),
        ("Trạm Y tế phường", "", ""),
        ("Ông Nguyễn Văn An", "", "Tổ trưởng Tổ dân phố 3"),
        ("Đồng chí Đinh Công Tâm", "Đội trưởng", "Công an phường"),
        ("Đồng chí Phạm Thị Nguyệt Ánh", "", "Chủ tịch Hội Liên hiệp Phụ nữ phường"),
        ("Y Bhăm Niê", "", "Trạm Y tế phường"),
    ]
    assert [is_collective(one) for one in ward] == [True, True, False, False, False, False]
    assert (ward[3].posthumous, ward[3].proxy, ward[5].note) == (True, "bà Lê Thị Sáu", "đi xe lăn")


def test_a_list_of_persons_says_of_any_name_that_it_is_a_persons() -> None:
    lines = "DANH SÁCH CÁ NHÂN TẶNG GIẤY KHEN\n1. Hờ A Chớ\n2. Công Tằng Tôn Nữ Diệu Phương\n"
    (people,) = honoured(read(PROGRAMME + lines)).values()
    assert [is_collective(one) for one in people] == [False, False]


def test_what_is_unsure_about_them_is_told() -> None:
    found = doubts(read(PROGRAMME + LIST))
    assert "có 2 dòng trùng tên" in found[DoubtCode.SAME_NAMES]
    assert "bỏ qua: Tổng cộng: 08" in found[DoubtCode.NOT_HONOURED]
    assert DoubtCode.WITHOUT_UNIT not in found


def test_a_line_behind_the_names_that_may_be_somebody_is_told() -> None:
    draft = read(
        f"{PROGRAMME}Danh sách tặng Giấy khen\n- Ông Lê Văn A (Tổ 1)\n- Bà Mai Thị B (Tổ 2)\nHọp lúc 8 giờ."
    )
    assert [one.name for one in honoured(draft)["Trao Giấy khen của Chủ tịch UBND phường"]] == [
        "Ông Lê Văn A",
        "Bà Mai Thị B",
    ]
    assert "bỏ qua: Họp lúc 8 giờ." in doubts(draft)[DoubtCode.NOT_HONOURED]


def test_a_form_in_the_line_of_a_name_is_that_ones_alone() -> None:
    first = "1. Ông Lê Văn A, Tổ 1: Bằng khen của Chủ tịch UBND tỉnh"
    found = honoured(read(f"{PROGRAMME}DANH SÁCH KHEN THƯỞNG\n{first}\n2. Bà Mai Thị B, Tổ 2 - Giấy khen"))
    assert [[told(one) for one in people] for people in found.values()] == [
        [("Ông Lê Văn A", "", "Tổ 1")],
        [("Bà Mai Thị B", "", "Tổ 2")],
    ]


def test_who_has_no_form_where_others_have_their_own_is_told() -> None:
    lines = "1. Ông Lê Văn A, Tổ 1: Bằng khen\n2. Bà Mai Thị B, Tổ 2\n3. Ông Vũ C, Tổ 3: Giấy khen"
    draft = read(f"{PROGRAMME}DANH SÁCH KHEN THƯỞNG\n{lines}\n")
    assert (
        "1 dòng không ghi hình thức, lấy theo dòng trên: Bà Mai Thị B."
        in doubts(draft)[DoubtCode.FORM_GUESSED]
    )
    assert [len(people) for people in honoured(draft).values()] == [2, 1]


@pytest.mark.parametrize(
    "lines",
    [
        "DANH SÁCH ĐẠI BIỂU DỰ LỄ KHEN THƯỞNG\n1. Ông Lê Văn A, Tổ 1",
        "Danh sách khen thưởng kèm theo.\nThời gian: 8 giờ\nĐịa điểm: Hội trường",
        "1. Ông Lê Văn A, Tổ 1\n2. Bà Mai Thị B, Tổ 2",
    ],
)
def test_other_lines_honour_nobody(lines: str) -> None:
    assert honoured(read(PROGRAMME + lines)) == {}


@pytest.mark.parametrize("form", ["txt", "docx"])
def test_of_five_hundred_lines_nobody_is_lost(form: str) -> None:
    """Two hundred names that come again; each fiftieth without a unit, letters apart from their marks, and
    blanks too many."""
    lines = [f"Ông  {name(at)}" + (f",  Đơn vị   {at % 70}" if at % 50 else "") for at in range(500)]
    lines = [unicodedata.normalize("NFD", line) for line in lines]
    head = "DANH SÁCH CÁ NHÂN TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND PHƯỜNG"
    if form == "txt":
        text = PROGRAMME + head + "".join(f"\n{at}. {line}" for at, line in enumerate(lines, 1))
        data = text.encode()
    else:
        document = docx.Document()
        for line in (*PROGRAMME.splitlines(), head):
            document.add_paragraph(line)
        for line in lines:
            document.add_paragraph(line, style="List Number")
        kept = io.BytesIO()
        document.save(kept)
        data = kept.getvalue()
    draft = draft_of(read_bytes(data, f"plan.{form}"))
    people = honoured(draft)["Trao Giấy khen của Chủ tịch UBND phường"]
    assert [one.name for one in people] == [f"Ông {name(at)}" for at in range(500)]
    assert [one.unit for one in people] == [f"Đơn vị {at % 70}" if at % 50 else "" for at in range(500)]
    assert len({one.recipient_id for one in people}) == 500
    found = doubts(draft)
    shared = sum(times for times in Counter(one.name for one in people).values() if times > 1)
    assert f"có {shared} dòng trùng tên" in found[DoubtCode.SAME_NAMES]
    assert "có 10 người không ghi đơn vị" in found[DoubtCode.WITHOUT_UNIT]
