"""A conference with an award round of three batches: names of every length, two of one name, one received on
behalf."""

from __future__ import annotations

from datetime import timedelta

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
    Track,
)
from tests.web.pages.plan import EIGHT, minutes

NAMES = (
    ("an", "Nguyễn Văn An", "Ủy ban nhân dân xã Bình Minh"),
    ("thao", "Nguyễn Thị Phương Thảo", "Trường Trung học phổ thông chuyên Lê Quý Đôn"),
    ("xa", "Tập thể cán bộ, nhân dân xã Phước Thuận", ""),
    ("tam", "Ông Đinh Công Tâm", "Hợp tác xã nông nghiệp Vĩnh Phước"),
    ("nuong", "Bà Lý Thị Nương", "Hội Liên hiệp Phụ nữ huyện"),
    ("an2", "Nguyễn Văn An", "Công an xã Phước Thuận"),
    ("binh", "Tôn Nữ Thị Bích Ngân Bình", "Trạm Y tế xã Bình Minh"),
    ("chi", "K’Sor H’Chi", "Buôn Ea Mấp"),
    ("dung", "Trần Dũng", "Phòng Kinh tế"),
    ("hai", "Lê Hải", "Phòng Kinh tế"),
    ("hoa", "Phạm Thị Hoa", "Mặt trận Tổ quốc"),
    ("khoi", "Đặng Minh Khôi", "Đoàn Thanh niên"),
)
PHOTO = Track("photo", "Nhạc nền chụp ảnh")
HANDING = Track("handing", "Tiến quân trao thưởng")


def ceremony() -> Agenda:
    """8:00 Báo cáo 10', a round of three batches of four, Bế mạc 5'."""
    batches = tuple(_batch(number) for number in (1, 2, 3))
    awards = Item(
        "awards",
        "2",
        "Trao Bằng khen của Chủ tịch UBND tỉnh",
        "award",
        minutes(9),
        award=Award("Quyết định số 12/QĐ-UBND", "Đồng chí Trần Minh Quang, Phó Chủ tịch", on_display=True),
        parts=batches,
    )
    report = Item("report", "1", "Báo cáo tổng kết", "report", minutes(10), by="Văn phòng")
    session = Session(
        "s1", "Buổi sáng", EIGHT, items=(report, awards, Item("end", "3", "Bế mạc", "closing", minutes(5)))
    )
    return Agenda(
        "Hội nghị điển hình tiên tiến",
        (session,),
        organiser="UBND tỉnh Bình Minh",
        tracks=(HANDING, PHOTO),
    )


def _batch(number: int) -> Item:
    of_batch = NAMES[(number - 1) * 4 : number * 4]
    listed = tuple(
        Recipient(
            recipient_id,
            name,
            unit,
            said="cờ-xo hờ-chi" if recipient_id == "chi" else "",
            proxy="bà Lê Thị Sáu" if recipient_id == "nuong" else None,
        )
        for recipient_id, name, unit in of_batch
    )
    item_id = f"b{number}"
    cues = (
        Cue(f"{item_id}.handing", Role.MUSIC, Action.PLAY, "Nhạc trao", OnStep(Step.HANDING), "handing"),
        Cue(f"{item_id}.photo", Role.MUSIC, Action.PLAY, "Nhạc chụp ảnh", OnStep(Step.PHOTO), "photo"),
    )
    award = Award("Quyết định số 12/QĐ-UBND", recipients=listed, on_display=True)
    return Item(
        item_id,
        f"2.{number}",
        f"Đợt {number}",
        "award",
        timedelta(minutes=3),
        mc="Kính mời {honoured} lên nhận.\n{recipients}\nXin kính mời {presenter} lên trao.",
        award=award,
        cues=cues,
    )
