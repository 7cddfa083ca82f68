"""Lines of plans in any order and with any marks before them: a draft comes of it, whatever it may say."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.documents.finding.find import draft_of
from runofshow.documents.reading.opening import read_pasted
from tests.documents.test_plans import PLANS

WORDS = (
    "CHƯƠNG TRÌNH",
    "Buổi chiều:",
    "Ngày thứ hai (05/12/2026)",
    "PHIÊN THỨ NHẤT",
    "Nghỉ ngơi",
    "Ăn trưa trong im lặng (20 phút)",
    "Thời gian\tNội dung\tNgười thực hiện",
    "14h00 – 15h30\tThảo luận\tĐoàn Chủ tịch",
    "8.15 - 9:00 Chào cờ; Khai mạc; Báo cáo: 3 tham luận",
)
LINES = [
    line
    for plan in sorted(PLANS.glob("*.txt"))
    for line in plan.read_text(encoding="utf-8").splitlines()
    if 0 < len(line) < 120
]
MARKS = (
    "",
    "- ",
    "+ ",
    "* ",
    "1. ",
    "2) ",
    "a) ",
    "II. ",
    "7h30 ",
    "8 giờ – 9 giờ    ",
    "Từ 14 giờ đến 13 giờ: ",
    "\t",
)


@settings(max_examples=80)
@given(
    st.lists(st.tuples(st.sampled_from(MARKS), st.sampled_from([*WORDS, *LINES])), min_size=1, max_size=40)
)
def test_any_paper_gives_a_draft_whose_items_stand_in_order(lines: list[tuple[str, str]]) -> None:
    draft = draft_of(read_pasted("\n".join(mark + line for mark, line in lines)))
    for at, item in enumerate(draft.items):
        assert item.title.strip()
        assert item.parent is None or 0 <= item.parent < at
        assert item.session is None or item.session < len(draft.sessions)
