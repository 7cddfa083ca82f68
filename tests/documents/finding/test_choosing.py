"""Of several programmes in a file the one that is meant is taken, and the others are named."""

from __future__ import annotations

import pytest

from runofshow.documents.document import Document, Part, Table
from runofshow.documents.doubt import DoubtCode
from runofshow.documents.draft import Draft
from runofshow.documents.finding.choosing import NoSuchProgramme
from runofshow.documents.finding.find import draft_of
from runofshow.documents.reading.opening import read_pasted
from tests.documents.finding.drawn import table

HEAD = ("Thời gian", "Nội dung", "Người thực hiện")


def workbook(*sheets: tuple[str, Table], hidden: str = "") -> Draft:
    parts = tuple(Part(blocks=(each,), name=name, hidden=name == hidden) for name, each in sheets)
    return draft_of(Document(name="kich-ban.xlsx", parts=parts))


def programme(first: str) -> Table:
    return table(
        HEAD, ("7h30", first, ""), ("8h00", "Chào cờ", ""), ("8h10", "Khai mạc", ""), ("9h00", "Bế mạc", "")
    )


def test_the_newest_version_is_taken_and_the_other_named() -> None:
    given = workbook(("Kịch bản v1", programme("Đón khách")), ("Kịch bản v2", programme("Đón tiếp đại biểu")))
    assert given.items[0].title == "Đón tiếp đại biểu"
    doubt = next(doubt for doubt in given.doubts if doubt.code is DoubtCode.CHOSEN_PROGRAMME)
    assert dict(doubt.about) == {"count": "2", "name": "Kịch bản v2", "others": "Kịch bản v1"}


def test_a_hidden_sheet_is_not_taken() -> None:
    given = workbook(
        ("Kịch bản", programme("Đón khách")), ("Bản mới", programme("Đón tiếp đại biểu")), hidden="Bản mới"
    )
    assert given.items[0].title == "Đón khách"


def test_sheets_of_the_days_are_one_programme() -> None:
    given = workbook(("Ngày 1", programme("Đón khách")), ("Ngày 2", programme("Ổn định tổ chức")))
    assert len(given.items) == 8
    assert [given.items[0].day, given.items[4].day] == ["Ngày 1", "Ngày 2"]
    assert [f"{item.start:%H:%M}" for item in given.items if item.start][4:6] == ["07:30", "08:00"]


def test_a_sheet_of_guests_is_no_programme() -> None:
    guests = table(
        ("STT", "Họ và tên", "Chức vụ"), ("1", "Lê Văn Ví", "Giám đốc"), ("2", "Trần Thị Dụ", "Phó Giám đốc")
    )
    given = workbook(("Khách mời", guests), ("Chương trình", programme("Đón khách")))
    assert len(given.items) == 4
    assert DoubtCode.CHOSEN_PROGRAMME not in [doubt.code for doubt in given.doubts]


@pytest.mark.parametrize("place", [-1, 2, 9])
def test_a_programme_that_the_file_has_not_is_not_taken_for_another(place: int) -> None:
    parts = tuple(Part(blocks=(programme("Đón khách"),), name=f"Bản v{n}") for n in (1, 2))
    with pytest.raises(NoSuchProgramme) as refused:
        draft_of(Document(name="kich-ban.xlsx", parts=parts), choice=place)
    assert refused.value.count == 2


REHEARSAL = """I. CHƯƠNG TRÌNH TỔNG DUYỆT (chiều 18/12)
14h00: Ổn định tổ chức
14h15: Chào cờ
15h00: Khai mạc
16h00: Kết thúc
"""
OWN = """II. CHƯƠNG TRÌNH HỘI NGHỊ (sáng 19/12/2031)
7h30: Đón tiếp đại biểu
8h00: Chào cờ
8h15: Khai mạc
10h00: Bế mạc
"""


def test_the_conference_is_taken_before_its_rehearsal_and_names_the_agenda() -> None:
    given = draft_of(read_pasted(f"KẾ HOẠCH tổ chức Hội nghị sơ kết\n{REHEARSAL}{OWN}"))
    assert given.title == "Hội nghị sơ kết"
    assert given.items[0].title == "Đón tiếp đại biểu"


def test_a_rehearsal_alone_is_read() -> None:
    given = draft_of(read_pasted(REHEARSAL))
    assert [item.title for item in given.items] == ["Ổn định tổ chức", "Chào cờ", "Khai mạc", "Kết thúc"]
