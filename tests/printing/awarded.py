"""A conference that hands over: a round of three batches with everything that a list may hold, and one award
alone."""

from __future__ import annotations

from datetime import timedelta

from runofshow.core.agenda import Agenda, Award, Item, Recipient, Session
from runofshow.printing.plan import Plan, plan_of
from runofshow.texts import Language
from tests.printing.agendas import NOW, TZ

FORM = "Giấy khen của Chủ tịch UBND phường"
CHAIR = "Đồng chí Trần Minh Quang, Chủ tịch UBND phường"


def person(number: int, name: str, unit: str = "", **more: object) -> Recipient:
    """One of the list."""
    return Recipient(f"r{number}", name, unit, **more)  # type: ignore[arg-type]


COLLECTIVES = (
    person(1, "Trường Trung học cơ sở Nguyễn Trãi, phường Hướng Dương", collective=True),
    person(2, "Trạm Y tế phường", said="Trạm i tế phường", collective=True),
)
PERSONS = (
    person(3, "Nguyễn Văn An", "Tổ dân phố 3", address="ông", post="Tổ trưởng"),
    person(4, "Nguyễn Văn An", "Tổ dân phố 5", address="ông"),
    person(5, "Lê Thị Sáu", "Trạm Y tế phường", address="bà", absent=True),
    person(6, "Đinh Công Tâm", "Công an phường", address="đồng chí", proxy="bà Lê Thị Bảy, vợ"),
    person(7, "Phạm Thị Nguyệt Ánh", "Hội Liên hiệp Phụ nữ phường", note="xe lăn"),
)
LATE = (person(8, "Trần Quốc Toản", "Dân quân", address="đồng chí", posthumous=True),)


def awarding(*lists: tuple[Recipient, ...], shared: Award | None = None) -> Agenda:
    """A round with these lists, and a medal behind it."""
    parts = tuple(
        Item(
            f"b{at}",
            f"1.{at}",
            "Giấy khen",
            "award",
            timedelta(minutes=4),
            by=CHAIR,
            award=Award("Quyết định số 12/QĐ-UBND ngày 03/01/2027", None, listed, flowers=at == 1),
        )
        for at, listed in enumerate(lists, start=1)
    )
    heading = Item(
        "m1",
        "1",
        "Khen thưởng công tác năm 2026",
        "award",
        timedelta(minutes=12),
        parts=parts,
        award=shared or Award(form=FORM, reader="Bà Lê Thị Đọc"),
    )
    medal = Award("Quyết định số 7/QĐ-CTN", CHAIR, (person(9, "Bà Võ Thị Mười"),))
    alone = Item("m2", "2", "Huân chương Lao động hạng Ba", "award", timedelta(minutes=5), award=medal)
    start = NOW.replace(hour=1, minute=0)
    session = Session("s1", "", start, items=(heading, alone))
    return Agenda("Hội nghị tổng kết năm 2026", (session,), organiser="UBND phường", chair_panel=(CHAIR,))


def round_of_three(language: Language = Language.VI) -> Plan:
    """Collectives, persons, one posthumous; and the medal."""
    return plan_of(awarding(COLLECTIVES, PERSONS, LATE), TZ, language, revision="1a2b3c4d", printed_at=NOW)
