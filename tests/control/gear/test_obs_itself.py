"""What OBS Studio does with the orders: its scenes, its recording, and its stream that has nowhere to go."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from unicodedata import normalize

import pytest

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.facts import Fact
from runofshow.control.gear.obs import ObsGear
from runofshow.control.gear.obs_link import linked
from runofshow.control.gear.obs_words import Nothing, SceneList
from runofshow.core.gear_orders import Recording, ShowScene, ShowSource, StartStop, Stream, ToObs
from tests.control.gear.obs_itself import INSTALLED, PASSWORD, obs
from tests.control.gear.obs_stand_in import driven
from tests.control.targets import LOOPBACK

IN_TIME = 20.0
TYPED_ON_A_MAC = normalize("NFD", "Bục nói")
BEGINS = "Toàn cảnh"


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    if not INSTALLED:
        pytest.skip("OBS Studio (obs) or Xvfb is not installed")
    with obs(tmp_path_factory.mktemp("obs")) as listens_at:
        asyncio.run(_furnished(listens_at))
        yield listens_at


async def _furnished(port: int) -> None:
    link = await linked(LOOPBACK, port, PASSWORD, lambda _: None)
    for scene in (BEGINS, "Cận cảnh", TYPED_ON_A_MAC):
        await link.ask("CreateScene", Nothing, sceneName=scene)
    banner = {"sceneName": BEGINS, "inputName": "Biểu ngữ", "inputKind": "color_source_v3"}
    await link.ask("CreateInput", Nothing, **banner, inputSettings={}, sceneItemEnabled=False)
    link.close()


@pytest.fixture
async def gear(port: int) -> AsyncIterator[ObsGear]:
    """With the scene that every test begins with."""
    async with driven(port, PASSWORD) as found:
        await found.send(scene(BEGINS), IN_TIME)
        yield found


def scene(name: str) -> ToObs:
    return ToObs("obs", ShowScene(name))


async def in_the_programme(port: int) -> str | None:
    link = await linked(LOOPBACK, port, PASSWORD, lambda _: None)
    try:
        return (await link.ask("GetSceneList", SceneList)).current_program_scene_name
    finally:
        link.close()


async def test_a_scene_is_done_when_its_fade_has_ended(gear: ObsGear, port: int) -> None:
    began = asyncio.get_running_loop().time()
    taken = await gear.send(scene("Cận cảnh"), IN_TIME)
    # the fade of a new profile takes 0.3 seconds
    assert asyncio.get_running_loop().time() - began > 0.2
    assert taken.done
    assert await in_the_programme(port) == "Cận cảnh"
    assert (await gear.send(scene("Cận cảnh"), IN_TIME)).done


async def test_a_scene_that_is_overtaken_is_taken_and_the_other_done(gear: ObsGear, port: int) -> None:
    first, second = await asyncio.gather(
        gear.send(scene("Cận cảnh"), IN_TIME), gear.send(scene("Bục nói"), IN_TIME)
    )
    assert (first.done, second.done) == (False, True)
    assert await in_the_programme(port) == TYPED_ON_A_MAC


async def test_a_source_is_shown_and_hidden(gear: ObsGear) -> None:
    for visible in (True, False):
        assert (await gear.send(ToObs("obs", ShowSource("Biểu ngữ", visible)), IN_TIME)).done


async def test_a_recording_runs_and_stops(gear: ObsGear) -> None:
    for run in (StartStop.START, StartStop.START, StartStop.STOP):
        assert (await gear.send(ToObs("obs", Recording(run)), IN_TIME)).done


async def test_a_stream_that_has_nowhere_to_go_is_told_though_obs_says_that_it_began(gear: ObsGear) -> None:
    with pytest.raises(Failed) as told:
        await gear.send(ToObs("obs", Stream(StartStop.START)), IN_TIME)
    assert told.value.trouble is Trouble.UNEXPECTED
    assert (await gear.send(ToObs("obs", Stream(StartStop.STOP)), IN_TIME)).done


async def test_what_obs_does_not_have_is_named(gear: ObsGear) -> None:
    for order in (scene("Không có"), ToObs("obs", ShowSource("Không có", True))):
        with pytest.raises(Failed) as told:
            await gear.send(order, IN_TIME)
        assert str(told.value) == "no_such: Không có"


async def test_a_wrong_password_is_said_to_be_one(port: int) -> None:
    async with driven(port, "sai") as gear:
        with pytest.raises(Failed) as told:
            await gear.look(IN_TIME)
    assert str(told.value) == "wrong_password"


async def test_a_look_tells_its_version_and_scenes(gear: ObsGear) -> None:
    (fact, version), *scenes = (await gear.look(IN_TIME)).facts
    assert fact is Fact.VERSION
    assert version.startswith("OBS ")
    assert scenes[0] == (Fact.SCENE, BEGINS)
    assert {name for _, name in scenes} >= {"Cận cảnh", "Bục nói", "Scene"}
