"""The lists of those honoured that a plan attaches become the recipients of its awards, nobody left out."""

from __future__ import annotations

import io
from datetime import date
from zoneinfo import ZoneInfo

import docx
import xlsxwriter

from runofshow.agenda_file.reader import read_agenda_text
from runofshow.core.agenda import Agenda, Item
from runofshow.documents.agenda_text import agenda_text
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.draft import Draft
from runofshow.documents.finding.find import draft_of
from runofshow.documents.reading.opening import read_bytes
from runofshow.documents.saying import sentence
from runofshow.texts import Language

TZ = ZoneInfo("Asia/Ho_Chi_Minh")
PROGRAMME = (
    ("7h30 - 8h00", "Đón tiếp đại biểu"),
    ("8h00 - 8h10", "Chào cờ"),
    ("8h10 - 8h40", "Báo cáo tổng kết phong trào thi đua"),
    ("8h40 - 9h20", "Trao Bằng khen của Chủ tịch UBND tỉnh"),
    ("9h20 - 10h00", "Trao Giấy khen của Chủ tịch UBND phường"),
    ("10h00 - 10h10", "Bế mạc"),
)
FAMILIES, MIDDLE = ("Nguyễn", "Trần", "Lê", "Phạm", "Đỗ"), ("Văn", "Thị", "Hữu", "Ngọc")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Hằng", "Khánh", "Lan", "Minh", "Oanh", "Phúc")


def name(at: int) -> str:
    """Two hundred that differ, then the same again."""
    return f"{FAMILIES[at % 5]} {MIDDLE[at // 5 % 4]} {GIVEN[at // 20 % 10]}"


def word_file(count: int) -> bytes:
    """A plan with its programme, and a list of so many behind it."""
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Tổ chức Hội nghị tổng kết công tác thi đua, khen thưởng năm 2026")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Thời gian", "Nội dung"
    for hours, what in PROGRAMME:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = hours, what
    document.add_paragraph("DANH SÁCH")
    document.add_paragraph("Tập thể, cá nhân được tặng Giấy khen của Chủ tịch UBND phường")
    names = document.add_table(1, 4)
    for cell, head in zip(names.rows[0].cells, ("STT", "Họ và tên", "Chức vụ", "Đơn vị"), strict=True):
        cell.text = head
    rows = [("I", "TẬP THỂ", "", ""), ("1", "Trường THCS Ngọc Lan", "", ""), ("II", "CÁ NHÂN", "", "")]
    rows += [
        (f"{at}", f"Ông  {name(at)}\u00a0", "Tổ trưởng", "" if at == 7 else f"Tổ dân phố số {at % 9}")
        for at in range(count - 1)
    ]
    for row in rows:
        for cell, text in zip(names.add_row().cells, row, strict=True):
            cell.text = text
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def workbook(count: int) -> bytes:
    """The same as sheets, the names in letters that stand apart from their marks."""
    import unicodedata

    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept) as book:
        order = book.add_worksheet("Chương trình")
        order.write_row(0, 0, ["Thời gian", "Nội dung"])
        for at, row in enumerate(PROGRAMME, 1):
            order.write_row(at, 0, row)
        names = book.add_worksheet("Khen thưởng")
        names.write(0, 0, "DANH SÁCH KHEN THƯỞNG")
        names.write_row(2, 0, ["TT", "Họ và tên", "Đơn vị", "Hình thức khen"])
        for at in range(count):
            form = "Bằng khen của Chủ tịch UBND tỉnh" if at < 40 else "Giấy khen"
            told = [name(at), f"Đơn vị  {at % 50}" if at % 100 else "", form]
            names.write_row(at + 3, 0, [at + 1, *(unicodedata.normalize("NFD", text) for text in told)])
        names.write_row(count + 3, 1, ["Tổng cộng: 500"])
    return kept.getvalue()


def agenda_of(draft: Draft) -> Agenda:
    text = agenda_text(draft, name="a", language=Language.VI)
    reading = read_agenda_text(text, "a", folder=None, tz=TZ, today=date(2026, 11, 1), language=Language.VI)
    assert reading.agenda is not None, reading.errors
    return reading.agenda


def awards(agenda: Agenda) -> dict[str, Item]:
    return {item.title: item for item in agenda.sessions[0].items if item.award is not None}


def doubts(draft: Draft) -> dict[DoubtCode, str]:
    return {each.code: sentence(each, Language.VI) for each in draft.doubts}


def test_a_table_of_a_hundred_names_behind_a_programme_becomes_an_award() -> None:
    draft = draft_of(read_bytes(word_file(100), "ke-hoach.docx"))
    (item,) = awards(agenda_of(draft)).values()
    assert item.title == "Trao Giấy khen của Chủ tịch UBND phường"
    assert item.award is not None
    people = item.award.recipients
    assert len(people) == 100
    assert (people[0].name, people[0].collective) == ("Trường THCS Ngọc Lan", True)
    assert (people[1].name, people[1].post, people[1].unit) == (
        f"Ông {name(0)}",
        "Tổ trưởng",
        "Tổ dân phố số 0",
    )
    assert [one.name for one in people[1:]] == [f"Ông {name(at)}" for at in range(99)]
    told = doubts(draft)
    assert f"1 người không ghi đơn vị: Ông {name(7)}." in told[DoubtCode.WITHOUT_UNIT]


def test_a_sheet_of_five_hundred_is_parted_by_its_forms_and_nobody_is_lost() -> None:
    draft = draft_of(read_bytes(workbook(500), "khen-thuong.xlsx"))
    found = awards(agenda_of(draft))
    assert {title: len(item.award.recipients) for title, item in found.items() if item.award} == {
        "Trao Bằng khen của Chủ tịch UBND tỉnh": 40,
        "Trao Giấy khen của Chủ tịch UBND phường": 460,
    }
    people = [one for item in found.values() if item.award for one in item.award.recipients]
    assert [one.name for one in people] == [name(at) for at in range(500)]
    assert len({one.recipient_id for one in people}) == 500
    assert people[1].unit == "Đơn vị 1"
    told = doubts(draft)
    assert "có 500 dòng trùng tên" in told[DoubtCode.SAME_NAMES]
    assert "có 5 người không ghi đơn vị" in told[DoubtCode.WITHOUT_UNIT]
    assert "Tổng cộng: 500" in told[DoubtCode.NOT_HONOURED]


def test_a_list_without_an_award_makes_one_behind_all_and_says_so() -> None:
    document = docx.Document(io.BytesIO(word_file(3)))
    for row in document.tables[0].rows:
        if "Trao" in row.cells[1].text:
            row.cells[1].text = "Thảo luận"
    kept = io.BytesIO()
    document.save(kept)
    draft = draft_of(read_bytes(kept.getvalue(), "a.docx"))
    assert draft.items[-1].kind == "award"
    assert len(draft.items[-1].recipients) == 3
    assert "đã thêm “Giấy khen của Chủ tịch UBND phường” ở cuối" in doubts(draft)[DoubtCode.AWARD_ADDED]


def test_a_list_of_delegates_is_nobody_s_award() -> None:
    document = docx.Document(io.BytesIO(word_file(3)))
    for paragraph in document.paragraphs:
        if "Giấy khen" in paragraph.text:
            paragraph.text = "Đại biểu dự hội nghị khen thưởng"
    kept = io.BytesIO()
    document.save(kept)
    draft = draft_of(read_bytes(kept.getvalue(), "a.docx"))
    assert all(not item.recipients for item in draft.items)


def test_what_the_programme_says_right_before_a_list_is_not_its_title() -> None:
    document = docx.Document()
    for line in ("Chương trình", "8h00 Giới thiệu đại biểu", "8h30 Trao Giấy khen", "Danh sách Giấy khen"):
        document.add_paragraph(line)
    table = document.add_table(0, 2)
    for row in (("Họ và tên", "Đơn vị"), ("Nguyễn Văn An", "Tổ 3"), ("Lê Thị Bình", "Tổ 4")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    kept = io.BytesIO()
    document.save(kept)
    (item,) = awards(agenda_of(draft_of(read_bytes(kept.getvalue(), "a.docx")))).values()
    assert item.award is not None
    assert [one.name for one in item.award.recipients] == ["Nguyễn Văn An", "Lê Thị Bình"]


def test_another_form_than_the_only_award_hands_over_gets_an_award_of_its_own() -> None:
    text = "Chương trình\n8h00 Trao Bằng khen\n9h00 Bế mạc\nDANH SÁCH TẶNG GIẤY KHEN\n1. Ông Lê Văn A, Tổ 1\n"
    draft = draft_of(read_bytes(text.encode(), "a.txt"))
    assert list(awards(agenda_of(draft))) == ["GIẤY KHEN"]
    assert "đã thêm “GIẤY KHEN” ở cuối" in doubts(draft)[DoubtCode.AWARD_ADDED]
