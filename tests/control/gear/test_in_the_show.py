"""Lights and OBS as a show drives them: from a signal to what they got, and to what the record says of it."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator

import pytest

from runofshow.control.gear import lights
from runofshow.core import commands as c
from runofshow.core.alarms import AlarmCode
from runofshow.core.gear import Lights, LightsBy, Obs
from runofshow.core.gear_orders import Recording, ShowScene, StartStop, ToObs
from runofshow.core.sound_events import SignalFailed, SignalSent
from tests.control.gear.light_receivers import receiver, told
from tests.control.gear.obs_stand_in import stand_in
from tests.control.given import signal
from tests.control.targets import LOOPBACK, Desk

STAGE = Lights("san-khau", LightsBy.ARTNET, 1, LOOPBACK, title="Đèn sân khấu")


@pytest.fixture(autouse=True)
async def no_thread_is_left() -> AsyncIterator[None]:
    yield
    for thread in threading.enumerate():
        if thread.name.startswith("gear "):
            thread.join(10)
            assert not thread.is_alive(), thread.name


async def test_a_signal_brings_its_levels_and_the_end_of_the_show_where_they_lead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with receiver() as node:
        monkeypatch.setitem(lights.PORTS, LightsBy.ARTNET, node.port)
        desk = Desk(signal(told({1: 100}, fade=60)), gear=(STAGE,))
        (result,) = await desk.start()
        await node.next()
        desk.sender.close()
        await desk.sender.gone()
        # nothing is left to be sent when the program ends
        assert not [thread for thread in threading.enumerate() if thread.name.startswith("gear ")]
        await node.until(lambda frame: frame.levels[0] == 255)
    assert isinstance(result, SignalSent)
    assert (result.detail, result.done) == ("1 100 % · 60 s", False)


async def test_a_console_that_is_started_again_darkens_nothing_that_its_first_signal_does_not_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The desk and the back were lit when the laptop died; the next signal dims the desk alone."""
    with receiver() as node:
        monkeypatch.setitem(lights.PORTS, LightsBy.ARTNET, node.port)
        held = {"san-khau": told({1: 100, 2: 60})}
        desk = Desk(signal(told({1: 30})), gear=(STAGE,), held=held)
        await desk.start()
        frame = await node.next()
        desk.sender.close()
        await desk.sender.gone()
    assert tuple(frame.levels[:3]) == (77, 153, 0)


async def test_levels_that_cannot_leave_between_two_signals_are_an_alarm(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with receiver() as node:
        monkeypatch.setitem(lights.PORTS, LightsBy.ARTNET, node.port)
        desk = Desk(signal(told({1: 100})), gear=(STAGE,))
        (result,) = await desk.start()
    assert isinstance(result, SignalSent)
    await desk.alarmed()
    desk.sender.close()
    assert desk.alarms == [(AlarmCode.GEAR_FAILED, f"Đèn sân khấu · {LOOPBACK}:{node.port}")]
    assert desk.alarmed_gear == ["san-khau"]
    assert desk.causes == ["refused"]


async def test_a_recording_does_not_wait_for_the_fade_of_the_scene_that_the_same_item_set_off() -> None:
    async with stand_in() as obs:
        shows = signal(ToObs("obs", ShowScene("Cận cảnh")), signal_id="scene")
        records = signal(ToObs("obs", Recording(StartStop.START)), signal_id="record")
        desk = Desk(shows, records, gear=(Obs("obs", LOOPBACK, obs.port),))
        desk.call(c.Start())
        await obs.until("StartRecord")
        await obs.tell("RecordStateChanged", outputState="OBS_WEBSOCKET_OUTPUT_STARTED")
        await desk.reported(1)
        await obs.fade_to("Cận cảnh")
        await desk.settled()
        desk.sender.close()
    assert obs.ordered == ["SetCurrentProgramScene", "StartRecord"]
    assert [(result.signal_id, result.done) for result in desk.sent] == [("record", True), ("scene", True)]


async def test_the_password_of_obs_is_that_beside_the_plan() -> None:
    async with stand_in() as obs:
        obs.password = "mật khẩu"
        gear = Obs("obs", LOOPBACK, obs.port)
        order = signal(ToObs("obs", ShowScene("Toàn cảnh")))
        (right,) = await (desk := Desk(order, gear=(gear,), passwords={"obs": "mật khẩu"})).start()
        desk.sender.close()
        (wrong,) = await (desk := Desk(order, gear=(gear,), passwords={"obs": "sai"})).start()
        desk.sender.close()
    assert isinstance(right, SignalSent)
    assert isinstance(wrong, SignalFailed)
    assert (wrong.detail, wrong.tries) == ("wrong_password", 1)


async def test_what_may_be_tried_again_is_not_once_a_newer_order_has_gone() -> None:
    """Else the older scene would come last."""
    async with stand_in() as obs:
        refusals = iter((207,))

        def busy_once(data: dict[str, object]) -> dict[str, object]:
            code = next(refusals, None)
            if code is None:
                return {"requestStatus": {"result": True, "code": 100}}
            return {"requestStatus": {"result": False, "code": code}}

        obs.plays = {"SetCurrentProgramScene": busy_once}
        first = signal(ToObs("obs", ShowScene("Cận cảnh")), signal_id="first")
        second = signal(ToObs("obs", ShowScene("Bục nói")), signal_id="second")
        obs.scenes.append("Bục nói")
        desk = Desk(first, second, gear=(Obs("obs", LOOPBACK, obs.port),))
        desk.call(c.Start())
        await obs.until("SetCurrentProgramScene", 2)
        await obs.fade_to("Bục nói")
        await desk.settled()
        desk.sender.close()
    assert [data["sceneName"] for kind, data in obs.asked if kind == "SetCurrentProgramScene"] == [
        "Cận cảnh",
        "Bục nói",
    ]
    became = {result.signal_id: type(result) for result in desk.results}
    assert became == {"first": SignalFailed, "second": SignalSent}
