"""Gear of the plan on the console: what it was told, and that it failed until it works again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runofshow.core import commands as c
from runofshow.core import sound_events as s
from runofshow.core.gear import Projector
from runofshow.core.gear_orders import ProjectorDo, ToProjector
from runofshow.core.signal import Osc, Signal, Trigger
from runofshow.core.value import replace
from runofshow.texts import Language
from tests.core.shows import agenda, item
from tests.tui.desk import desk
from tests.tui.hall import Hall, Venue, hall_for

GEAR = (Projector("chieu", "192.168.1.50", title="Máy chiếu chính"), Projector("phu", "192.168.1.51"))
SIGNALS = (
    Signal("che", Trigger.HELD, ToProjector("chieu", ProjectorDo.BLANK), title="Che hình lúc nghỉ"),
    Signal("bat", Trigger.HELD, ToProjector("phu", ProjectorDo.ON)),
    Signal("den", Trigger.HELD, Osc("127.0.0.1", 9000, "/den"), title="Đèn"),
    Signal("cu", Trigger.HELD, ToProjector("mat", ProjectorDo.OFF)),
)


def hall(venue: Venue) -> Hall:
    return hall_for(venue, replace(agenda(item("a", 10), item("b", 10)), gear=GEAR, signals=SIGNALS))


def sent(it: Hall, signal_id: str) -> None:
    it.do(c.ReportSignal(s.SignalSent(signal_id, "", timedelta(), it.now.now)), by="signals")


def failed(it: Hall, signal_id: str, why: str) -> None:
    it.do(c.ReportSignal(s.SignalFailed(signal_id, why, 3, it.now.now)), by="signals")


async def test_the_log_names_the_gear_and_what_it_was_told(venue: Venue) -> None:
    it = hall(venue)
    for signal_id in ("che", "bat", "den", "cu"):
        sent(it, signal_id)
    failed(it, "bat", "cooling")
    async with desk(it, (120, 40)) as at:
        await at.press("f6")
        for said in (
            "đã gửi Che hình lúc nghỉ · Máy chiếu chính: che hình",
            "đã gửi phu: bật đèn",
            "đã gửi Đèn",
            "đã gửi mat: tắt đèn",
            "không gửi được phu: bật đèn, 3 lần · đèn đang nguội, chưa bật lại được",
        ):
            assert said in at.screen


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.VI, "THIẾT BỊ LỖI: Máy chiếu chính · quá giờ mà chưa nối được; chưa gửi gì"),
        (Language.EN, "GEAR FAILED: Máy chiếu chính · not connected in time; nothing was sent"),
    ],
)
async def test_gear_that_fails_stands_on_the_narrowest_screen_whole_until_it_works(
    venue: Venue, language: Language, said: str
) -> None:
    it = hall(venue)
    failed(it, "che", "timeout: 2 s")
    async with desk(it, (80, 24), language=language) as at:
        assert said in at.screen
        sent(it, "che")
        await at.until(lambda now: not now.alarms)
        assert said not in at.screen
