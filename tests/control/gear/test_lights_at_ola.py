"""Light levels read back from OLA, which knows both protocols and nothing of this program."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from runofshow.control.gear.lights import LightsGear
from runofshow.core.gear import Lights, LightsBy
from runofshow.core.gear_orders import ChannelLevel, ToLights
from tests.control.gear.light_receivers import Alarms, told
from tests.control.gear.ola import INSTALLED, Ola, ola
from tests.control.targets import LOOPBACK

IN_TIME = 10.0
WAYS = {
    "sacn, to it alone": ("E1.31", Lights("a", LightsBy.SACN, 1, LOOPBACK)),
    "sacn, to all": ("E1.31", Lights("a", LightsBy.SACN, 2)),
    "artnet": ("ArtNet", Lights("a", LightsBy.ARTNET, 3, LOOPBACK)),
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def desk() -> AsyncIterator[Ola]:
    if not INSTALLED:
        pytest.skip("olad (OLA) is not installed")
    with ola() as running:
        for device, gear in WAYS.values():
            await asyncio.to_thread(running.hear, device, gear.universe)
        yield running


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("way", WAYS)
async def test_ola_has_the_levels_that_were_ordered(desk: Ola, way: str) -> None:
    _, gear = WAYS[way]
    alarms = Alarms()
    lights = LightsGear(gear, alarms.take)
    order = ToLights("a", (ChannelLevel(1, 4, 100), ChannelLevel(7, 7, 30), ChannelLevel(512, 512, 50)))
    try:
        await lights.send(order, IN_TIME)
        await asyncio.to_thread(desk.has, gear.universe, {1: 255, 4: 255, 5: 0, 7: 77, 512: 128})
        await lights.send(told({1: 0, 7: 100}, fade=0.3), IN_TIME)
        await asyncio.to_thread(desk.has, gear.universe, {1: 0, 2: 255, 7: 255})
        # OLA forgets a source that is silent for 2.5 seconds, and this one is not
        assert alarms == []
    finally:
        lights.close()
