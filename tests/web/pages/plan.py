"""A short conference with one of everything a page must tell apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from runofshow.core.agenda import (
    Action,
    Agenda,
    AtStart,
    Award,
    ClockMode,
    Cue,
    Item,
    OnWord,
    Role,
    Session,
    Track,
    TrackMark,
)
from runofshow.core.award import listed

EIGHT = datetime(2030, 10, 15, 1, 0, tzinfo=UTC)
"""Eight o'clock in the hall."""
SPEAKER = "Đồng chí Nguyễn Thị Phương Thảo, Ủy viên Ban Thường vụ, Phó Chủ tịch Thường trực Hội đồng nhân dân"
RECIPIENTS = ("Bà Lý Thị Nương", "Ông Đinh Công Tâm", "Trường THCS Ngọc Lan")
ANTHEM = Track("anthem", "Quốc ca không lời", mark=TrackMark.ANTHEM_WITHOUT_WORDS)
SUNG = Track("sung", "Quốc ca có lời", mark=TrackMark.ANTHEM_WITH_WORDS)
CALL_UP = Track("call_up", "Nhạc mời lên")


def as_said(name: str) -> str:
    """A name inside a sentence of the MC."""
    return name[:1].lower() + name[1:]


def conference() -> Agenda:
    """8:00 Chào cờ 5' (protected), Báo cáo 10', Trao thưởng 10', Phát biểu 15' (protected), Bế mạc 5'."""
    items = (
        Item(
            "flag",
            "1",
            "Chào cờ",
            "flag_salute",
            minutes(5),
            clock=ClockMode.UP,
            protected=True,
            mc="Kính mời quý vị làm lễ chào cờ.\nNghiêm! Chào cờ!\nThôi! Kính mời quý vị an tọa.",
            cues=(
                Cue("flag.mc", Role.MC, Action.SAY, "Mời đứng dậy"),
                play("flag.anthem", "anthem", OnWord("Chào cờ!")),
                play("flag.sung", "sung", OnWord("dự phòng")),
            ),
        ),
        Item(
            "report",
            "2",
            "Báo cáo tổng kết phong trào thi đua",
            "report",
            minutes(10),
            by=SPEAKER,
            mc="Xin trân trọng kính mời {by} lên trình bày báo cáo.",
            cues=(
                Cue("report.mc", Role.MC, Action.SAY, "Mời lên báo cáo"),
                play("report.music", "call_up", AtStart(timedelta(seconds=10))),
            ),
        ),
        Item(
            "award",
            "3",
            "Trao thưởng",
            "award",
            minutes(10),
            mc="Kính mời các tập thể, cá nhân lên nhận.",
            award=Award("Quyết định số 12/QĐ-UBND", "Đồng chí Trần Minh Quang", listed(*RECIPIENTS)),
            cues=(Cue("award.crew", Role.CREW, Action.DO, "Khay ra cánh gà"),),
        ),
        Item(
            "leader",
            "4",
            "Phát biểu chỉ đạo",
            "directive",
            minutes(15),
            by="Lãnh đạo tỉnh",
            clock=ClockMode.UP_SOFT,
            protected=True,
        ),
        Item("closing", "5", "Bế mạc", "closing", minutes(5)),
    )
    session = Session("s1", "Buổi sáng", EIGHT, hard_out=EIGHT + minutes(60), items=items)
    return Agenda(
        "Hội nghị điển hình tiên tiến",
        (session,),
        organiser="UBND tỉnh Bình Minh",
        tracks=(ANTHEM, SUNG, CALL_UP),
    )


def play(cue_id: str, track: str, at: AtStart | OnWord) -> Cue:
    return Cue(cue_id, Role.MUSIC, Action.PLAY, f"Phát {track}", at, track)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)
