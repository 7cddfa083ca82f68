"""Gear beside the show: whatever drives it may hang, block, die or be flooded, and the show goes on."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.thread import Alarm
from runofshow.control.messages import Taken
from runofshow.control.target_line import Limits
from runofshow.core import commands as c
from runofshow.core.gear import Gear, Lights, LightsBy, Projector
from runofshow.core.gear_orders import (
    ChannelLevel,
    GearOrder,
    ProjectorDo,
    ToLights,
    ToProjector,
)
from runofshow.core.signal import Osc
from runofshow.core.sound_events import SignalFailed, SignalSent
from tests.control.gear.projectors import Stand, Talk, standing
from tests.control.gear.test_projector import floods, says
from tests.control.given import signal
from tests.control.targets import HASTY, LOOPBACK, QUICK, Desk, osc_receiver

CHIEU = Projector("chieu", LOOPBACK, 1, title="Máy chiếu chính")
DEN = Lights("den", LightsBy.SACN, 1)
BLANK = ToProjector("chieu", ProjectorDo.BLANK)


@pytest.fixture(autouse=True)
async def no_thread_is_left() -> AsyncIterator[None]:
    yield
    for thread in threading.enumerate():
        if thread.name.startswith("gear "):
            thread.join(10)
            assert not thread.is_alive(), thread.name


def at(stand: Stand) -> Projector:
    return Projector("chieu", LOOPBACK, stand.port, title="Máy chiếu chính")


class Library:
    """What drives gear, and blocks its thread until it is let go."""

    def __init__(self) -> None:
        self.entered = threading.Event()
        self.free = threading.Event()
        self.told: list[GearOrder] = []
        self.closed = threading.Event()

    def opened(self, gear: Gear, password: str, alarm: Alarm, held: ToLights | None) -> Library:
        return self

    async def send(self, order: GearOrder, within: float) -> Taken:
        self.told.append(order)
        self.entered.set()
        self.free.wait(20)
        return Taken("done")

    async def look(self, within: float) -> Taken:
        return Taken("here")

    def close(self) -> None:
        self.closed.set()


async def test_an_order_reaches_its_gear_and_its_answer_the_record() -> None:
    async with standing(Stand(password="x")) as stand:
        desk = Desk(signal(BLANK), gear=(at(stand),), passwords={"chieu": "x"})
        (result,) = await desk.start()
        desk.sender.close()
        assert stand.told == ["AVMT 11"]
    assert isinstance(result, SignalSent)
    assert (result.signal_id, result.detail, result.done) == ("s", "AVMT 11", True)
    assert timedelta() <= result.took < timedelta(seconds=10)


async def test_what_may_be_tried_again_is_and_what_may_not_is_not() -> None:
    async with standing(Stand(power="2")) as stand:
        desk = Desk(signal(BLANK), gear=(at(stand),))
        (result,) = await desk.start()
        desk.sender.close()
    assert isinstance(result, SignalFailed)
    assert (result.detail, result.tries) == ("cooling", 1 + len(QUICK.waits))
    async with standing(Stand(password="x")) as stand:
        desk = Desk(signal(BLANK), gear=(at(stand),), passwords={"chieu": "sai"})
        (result,) = await desk.start()
        desk.sender.close()
    assert isinstance(result, SignalFailed)
    assert (result.detail, result.tries) == ("wrong_password", 1)


@pytest.mark.parametrize("talk", [says(b""), says(b"PJLINK 0\r"), floods], ids=["mute", "silent", "flood"])
async def test_gear_that_never_answers_holds_up_nothing_else(talk: Talk) -> None:
    async with standing(Stand(), talk) as stand, osc_receiver() as receiver:
        osc = signal(Osc(LOOPBACK, receiver.port, "/go"), signal_id="osc")
        desk = Desk(signal(BLANK), osc, gear=(at(stand),), limits=HASTY)
        desk.call(c.Start())
        assert await receiver.next() == ("/go",)
        results = {result.signal_id: type(result) for result in await desk.settled()}
        desk.sender.close()
    assert results == {"osc": SignalSent, "s": SignalFailed}


async def test_a_library_that_blocks_blocks_its_own_thread_alone() -> None:
    library = Library()
    async with osc_receiver() as receiver:
        osc = signal(Osc(LOOPBACK, receiver.port, "/go"), signal_id="osc")
        limits = Limits(a_try=0.1, waits=(), latest=30.0)
        desk = Desk(signal(BLANK), osc, gear=(CHIEU,), opening=library.opened, limits=limits)
        desk.call(c.Start())
        assert await receiver.next() == ("/go",)
        # the loop turns while the library blocks
        assert await asyncio.to_thread(library.entered.wait, 10)
        results = {result.signal_id: result for result in await desk.settled()}
        assert isinstance(results["osc"], SignalSent)
        failed = results["s"]
        assert isinstance(failed, SignalFailed)
        assert failed.detail == "no_answer: 0.1 s"
        # given up while the thread was blocked, it is not done late
        desk.call(c.Advance())
        await desk.reported(4)
        library.free.set()
        desk.sender.close()
        assert await asyncio.to_thread(library.closed.wait, 10)
        assert library.told == [BLANK]


async def test_two_pieces_of_gear_do_not_wait_for_each_other() -> None:
    blocked = Library()
    order = ToLights("den", (ChannelLevel(1, 1, 100),))
    quick = Library()
    quick.free.set()
    desk = Desk(
        signal(BLANK, signal_id="a"),
        signal(order, signal_id="b"),
        gear=(CHIEU, DEN),
        opening=lambda gear, *_: blocked if gear is CHIEU else quick,
    )
    desk.call(c.Start())
    await desk.reported(1)
    assert desk.results[0].signal_id == "b"
    blocked.free.set()
    await desk.settled()
    desk.sender.close()
    assert [result.signal_id for result in desk.sent] == ["b", "a"]


async def test_gear_that_cannot_be_opened_says_why_and_is_opened_again_by_the_next_order() -> None:
    library = Library()
    library.free.set()
    opened: list[Gear] = []

    def opening(gear: Gear, password: str, alarm: Alarm, held: ToLights | None) -> Library:
        opened.append(gear)
        if len(opened) == 1:
            raise Failed(Trouble.NOT_INSTALLED, 'pip install "x"')
        return library

    desk = Desk(signal(BLANK), gear=(CHIEU,), opening=opening)
    (result,) = await desk.start()
    assert isinstance(result, SignalFailed)
    assert result.detail == 'not_installed: pip install "x"'
    desk.call(c.Advance())
    await desk.settled()
    desk.sender.close()
    assert [type(result) for result in desk.results] == [SignalFailed, SignalSent]


async def test_a_library_that_dies_is_a_failure_like_another() -> None:
    def dies(gear: Gear, password: str, alarm: Alarm, held: ToLights | None) -> Library:
        raise RuntimeError("x")

    desk = Desk(signal(BLANK), gear=(CHIEU,), opening=dies)
    (result,) = await desk.start()
    desk.sender.close()
    assert isinstance(result, SignalFailed)
    assert result.detail == "broken: RuntimeError: x"


async def test_a_signal_to_gear_that_the_plan_has_not_says_so() -> None:
    desk = Desk(signal(BLANK))
    (result,) = await desk.start()
    assert isinstance(result, SignalFailed)
    assert result.detail == "no_gear: chieu"


async def test_the_same_gear_is_looked_at_and_told_by_one_thread() -> None:
    async with standing(Stand()) as stand:
        desk = Desk(signal(BLANK), gear=(at(stand),))
        seen = await desk.sender.thread_of(at(stand)).look(10)
        assert "EPSON EB-2250U" in seen.detail
        await desk.start()
        threads = [thread for thread in threading.enumerate() if thread.name == "gear chieu"]
        assert len(threads) == 1
        desk.sender.close()
        assert stand.told == ["AVMT 11"]
