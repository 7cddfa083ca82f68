"""Each item stands in the sitting whose heading is above it, and the agenda has a session for each."""

from __future__ import annotations

from datetime import time

from runofshow.documents.agenda_text import agenda_text
from runofshow.documents.draft import Draft
from runofshow.documents.finding.find import draft_of
from runofshow.documents.reading.opening import read_pasted
from runofshow.texts import Language

PLAN = """\
CHƯƠNG TRÌNH HỘI NGHỊ TẬP HUẤN
Ngày 12/5/2031
Buổi sáng
7h30 - 8h00: Đón tiếp đại biểu
8h00 - 8h10: Khai mạc
8h10 - 11h00: Báo cáo chuyên đề
Buổi chiều
14h00 - 16h00: Thảo luận
16h00 - 16h30: Bế mạc
"""


def draft(text: str) -> Draft:
    return draft_of(read_pasted(text))


def test_each_item_knows_its_sitting() -> None:
    found = draft(PLAN)
    assert [each.title for each in found.sessions] == ["Buổi sáng", "Buổi chiều"]
    assert [item.session for item in found.items] == [0, 0, 0, 1, 1]


def test_an_agenda_has_a_session_for_each_sitting() -> None:
    text = agenda_text(draft(PLAN), name="a.txt", language=Language.VI)
    assert text.count("- title: Buổi") == 2
    assert "start: 7h30" in text
    assert "start: 14h00" in text


def test_an_afternoon_without_an_hour_begins_by_custom_as_a_guess() -> None:
    text = agenda_text(
        draft(PLAN.replace("14h00 - 16h00: ", "- ").replace("16h00 - 16h30: ", "- ")),
        name="a.txt",
        language=Language.VI,
    )
    assert "  start: 13h30\n  guessed:\n  - start\n" in text


def test_a_programme_of_one_sitting_has_no_sessions() -> None:
    found = draft(PLAN.replace("Buổi sáng\n", "").replace("Buổi chiều\n", ""))
    assert found.sessions == ()
    assert {item.session for item in found.items} == {None}
    assert found.items[0].start == time(7, 30)


def test_a_half_of_a_dated_day_is_called_by_its_own_words() -> None:
    text = agenda_text(
        draft("""\
CHƯƠNG TRÌNH HỘI NGHỊ TẬP HUẤN NĂM 2031
Chiều 19/12
13h30: Đón tiếp đại biểu
14h00: Khai mạc
Sáng 20/12
7h30: Thảo luận
11h00: Bế mạc
"""),
        name="a.txt",
        language=Language.VI,
    )
    assert [line for line in text.splitlines() if line.startswith("- title")] == [
        "- title: Chiều 19/12",
        "- title: Sáng 20/12",
    ]
