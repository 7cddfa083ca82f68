"""A round of 60 in 6 batches of 10, four minutes each, called with all that can happen to it."""

from __future__ import annotations

from datetime import timedelta

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Award, Item, Recipient, Session
from tests.report.calling import Record, at, minutes

CHAIR, DEPUTY = "Ông Trần Minh Quang, Chủ tịch", "Bà Lê Thị Hoa, Phó Chủ tịch"
FORM = "Giấy khen của Chủ tịch UBND phường"
BATCH, OF = 10, 6


def person(number: int) -> Recipient:
    """`r7`: Trần Văn Bảy of unit 7. Numbers 12 and 34 share a name, 45 and 46 a name and a unit."""
    names = {12: "Nguyễn Văn An", 34: "Nguyễn Văn An", 45: "Lê Thị Sáu", 46: "Lê Thị Sáu"}
    units = {45: "Trạm Y tế", 46: "Trạm Y tế"}
    name = names.get(number, f"Trần Văn {number}")
    return Recipient(f"r{number}", name, units.get(number, f"Đơn vị {number}"), address="ông")


def round_of_sixty() -> Agenda:
    """Item `k` with parts `k1` to `k6`; r1 to r10 are in the first."""
    parts = tuple(
        Item(
            f"k{batch}",
            f"1.{batch}",
            f"Đợt {batch}",
            "award",
            minutes(4),
            award=Award(recipients=tuple(person(BATCH * (batch - 1) + at) for at in range(1, BATCH + 1))),
        )
        for batch in range(1, OF + 1)
    )
    shared = Award("Quyết định số 12/QĐ-UBND", CHAIR, form=FORM)
    heading = Item("k", "1", "Trao Giấy khen", "award", minutes(24), award=shared, parts=parts)
    closing = Item("z", "2", "Bế mạc", "closing", minutes(10))
    return Agenda("Hội nghị tổng kết", (Session("s1", "", at("08:00:00"), items=(heading, closing)),))


def called() -> Record:
    """Absent are r3, r25, r26 and r60, and r27 until that was taken back; r12 and r40 are represented. r20
    goes to the third batch, one is added to the fourth, whose presenter is another, the fifth is split at
    r46, and the sixth is skipped."""
    show = Record(round_of_sixty()).do("08:00:00", c.Start())
    show.do("08:00:10", c.ChangeRecipient("r3", absent=True))
    show.do("08:01:00", c.ChangeRecipient("r12", proxy="bà Nguyễn Thị Bình"))
    show.do("08:02:00", c.MoveRecipient("r20", "k3"))
    show.do("08:04:30", c.Advance())
    show.do("08:05:00", c.ChangeRecipient("r25", absent=True), c.ChangeRecipient("r26", absent=True))
    show.do("08:05:10", c.ChangeRecipient("r27", absent=True)).do("08:05:20", c.Undo())
    show.do("08:08:00", c.Advance())
    show.do("08:09:00", c.ChangeRecipient("r40", proxy="ông Trần Văn Tám"), c.Edit("k4", presenter=DEPUTY))
    show.do("08:10:00", c.AddRecipient("k4", "Phạm Văn Thêm", "Đơn vị 61"), c.SplitBatch("k5", "r46"))
    show.do("08:12:00", c.Advance())
    show.do("08:16:40", c.Advance())
    show.do("08:19:00", c.Advance())
    show.do("08:20:00", c.ChangeRecipient("r60", absent=True))
    return show.do("08:21:00", c.Skip("k6"), c.Advance()).do("08:25:00", c.End(sure=True))


def lasting(seconds: int) -> timedelta:
    return timedelta(seconds=seconds)
