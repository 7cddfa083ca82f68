"""A show with an award round: batches of people, music that hangs on their steps."""

from __future__ import annotations

from datetime import datetime, timedelta

from runofshow.core import commands as c
from runofshow.core.agenda import (
    Action,
    Agenda,
    Award,
    Cue,
    Item,
    OnStep,
    Recipient,
    Role,
    Session,
    Step,
)
from runofshow.core.refusal import Refused
from tests.tui.hall import HALL_TIME, Hall, Venue, hall_for

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Đỗ", "Vũ", "Hoàng", "Bùi", "Đặng", "Hồ")
GIVEN = (
    "Thị Mai Phương",
    "Hoàng Minh",
    "Thu Hà",
    "Quang Vinh",
    "Ngọc Diệp",
    "Đức Thắng",
    "Bích Thủy",
    "Tấn Tài",
    "Kim Ngân",
    "Văn An",
)
UNITS = ("Phòng Kinh tế", "Văn phòng Đảng ủy", "Trạm Y tế", "Công an phường", "Trường THCS Trần Phú")
PRESENTER = "đồng chí Trần Minh Quang, Phó Chủ tịch UBND tỉnh"
START = datetime(2026, 11, 30, 8, 0, tzinfo=HALL_TIME)


def person(batch: int, place: int) -> Recipient:
    """The one of that place, both from 1: `r2-5`. No two are of one name."""
    # the wider lists go on where ten families and ten names have been through
    family, given = FAMILY[(batch - 1) % 10], GIVEN[(place - 1) % 10]
    more = f" {batch * 100 + place}" if batch > 10 or place > 10 else ""
    unit = UNITS[(batch + place) % len(UNITS)]
    return Recipient(
        f"r{batch}-{place}", f"{family} {given}{more}", unit, address="ông" if place % 2 else "bà"
    )


def batch(number: int, people: int, length: timedelta) -> Item:
    cues = (
        Cue(f"b{number}-up", Role.MUSIC, Action.DO, "Nhạc mời lên", OnStep(Step.CALL)),
        Cue(f"b{number}-give", Role.MUSIC, Action.DO, "Nhạc trao thưởng", OnStep(Step.HANDING)),
        Cue(f"b{number}-photo", Role.SCREEN, Action.DO, "Phông chụp ảnh", OnStep(Step.PHOTO)),
    )
    award = Award(
        decision="Quyết định số 123/QĐ-UBND ngày 12/11/2026",
        presenter=PRESENTER,
        recipients=tuple(person(number, place) for place in range(1, people + 1)),
        form="Bằng khen của Chủ tịch UBND tỉnh",
        on_display=True,
    )
    return Item(
        f"b{number}", f"2.{number}", f"Trao Bằng khen, đợt {number}", "award", length, award=award, cues=cues
    )


def round_agenda(batches: int = 6, people: int = 10, length: timedelta = timedelta(minutes=3)) -> Agenda:
    """8:00 an opening of 10 minutes, a heading with the batches, a closing of 5 minutes."""
    parts = tuple(batch(number, people, length) for number in range(1, batches + 1))
    opening = Item("open", "1", "Khai mạc", "other", timedelta(minutes=10))
    heading = Item("round", "2", "Trao Bằng khen", "award", length * batches, parts=parts)
    closing = Item("close", "3", "Bế mạc", "other", timedelta(minutes=5))
    session = Session(
        "s1", "", START, hard_out=START.replace(hour=11, minute=30), items=(opening, heading, closing)
    )
    return Agenda(
        "Hội nghị tổng kết phong trào thi đua yêu nước năm 2026", (session,), "UBND phường Ninh Hòa"
    )


def round_hall(venue: Venue, agenda: Agenda | None = None, *, started: int = 1) -> Hall:
    """The show with that many batches begun; 0 leaves it in the opening."""
    it = hall_for(venue, round_agenda() if agenda is None else agenda, early=timedelta(minutes=1))
    it.hand.move(timedelta(minutes=1))
    it.do(c.Start())
    for _ in range(started):
        current = it.now.current
        assert current is not None
        it.move(seconds=600 if current.row.number == "1" else 120)
        to_next(it)
    return it


def to_next(it: Hall) -> None:
    """Go through what runs to the next item, a second to a step."""
    current = it.now.current
    assert current is not None
    while True:
        it.move(seconds=1)
        assert not isinstance(it.do(c.NextStep()), Refused)
        now = it.now.current
        if now is None or now.row.item_id != current.row.item_id:
            return
