"""A conference of more than a day: what its head says of it."""

from __future__ import annotations

from datetime import date

import pytest

from runofshow.documents.doubt import DoubtCode
from runofshow.documents.draft import Draft
from runofshow.documents.finding.find import draft_of
from runofshow.documents.reading.opening import read_pasted


def draft(text: str) -> Draft:
    return draft_of(read_pasted(text))


HALVES = """KẾ HOẠCH
Tổ chức Hội nghị tập huấn nghiệp vụ Hội Làm vườn
Thời gian: 01 ngày rưỡi, từ 13h30 ngày 19/12/2031 đến 11h30 ngày 20/12/2031
CHƯƠNG TRÌNH
Chiều 19/12
13h30: Khai mạc
14h30: Báo cáo chuyên đề
Sáng 20/12
7h30: Thảo luận
11h00: Bế mạc
"""


def test_a_day_and_a_half_on_two_days_is_no_half_day() -> None:
    read = draft(HALVES)
    assert DoubtCode.HALF_DAY_LIST not in {doubt.code for doubt in read.doubts}
    assert dict(read.facts)["duration"] == "01 ngày rưỡi"


def test_a_whole_day_with_a_programme_of_one_morning_is_asked_about() -> None:
    read = draft(
        HALVES.replace("01 ngày rưỡi", "01 ngày").replace("Sáng 20/12\n", "").replace("Chiều 19/12", "")
    )
    assert DoubtCode.HALF_DAY_LIST in {doubt.code for doubt in read.doubts}


def test_a_line_in_brackets_with_day_and_place_is_no_item_and_no_sitting() -> None:
    read = draft("""CHƯƠNG TRÌNH ĐẠI HỘI HỘI LÀM VƯỜN
(Ngày 12/12/2031, tại Hội trường UBND xã An Hòa)
Ngày thứ nhất (12/12/2031)
7h00 Đón tiếp đại biểu
8h00 Chào cờ
Ngày thứ hai (13/12/2031)
7h30 Thảo luận
11h00 Bế mạc
""")
    assert [item.title for item in read.items] == ["Đón tiếp đại biểu", "Chào cờ", "Thảo luận", "Bế mạc"]
    assert read.sessions == ()
    assert (read.venue, read.day) == ("Hội trường UBND xã An Hòa", date(2031, 12, 12))


@pytest.mark.parametrize("place", ["Tại Khách sạn Hoa Sen", "Địa điểm: Khách sạn Hoa Sen"])
def test_a_day_behind_the_place_is_the_conferences_and_no_part_of_the_place(place: str) -> None:
    read = draft(f"""HỘI NGHỊ TỔNG KẾT CÔNG TÁC HỘI LÀM VƯỜN
{place}, 31/12/2031
CHƯƠNG TRÌNH
7h30 Đón tiếp đại biểu
8h00 Chào cờ
9h00 Bế mạc
""")
    assert (read.venue, read.day) == ("Khách sạn Hoa Sen", date(2031, 12, 31))


def test_the_day_on_which_a_letter_was_signed_is_not_the_conferences() -> None:
    read = draft("""GIẤY MỜI
Hoa Lư, 02/12/2031
CHƯƠNG TRÌNH
7h30 Đón tiếp đại biểu
8h00 Chào cờ
9h00 Bế mạc
""")
    assert read.day is None


@pytest.mark.parametrize(
    "when",
    [
        "chiều 19/12 và sáng 20/12/2031",
        "từ 13h30 ngày 19/12 đến 11h30 ngày 20/12/2031",
        "19/12, 20/12 và 21/12/2031",
        "các ngày 19, 20, 21/12/2031",
    ],
)
def test_of_several_days_the_first_is_the_conferences(when: str) -> None:
    read = draft(HALVES.replace("01 ngày rưỡi, từ 13h30 ngày 19/12/2031 đến 11h30 ngày 20/12/2031", when))
    assert (read.day, read.date_text) == (date(2031, 12, 19), when)
