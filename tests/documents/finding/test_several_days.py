"""A conference of more than a day: what its head says of it."""

from __future__ import annotations

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
