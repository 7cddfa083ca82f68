"""OBS by its WebSocket: what is asked of it and in which order, and what is told of its answers."""

from __future__ import annotations

import asyncio
from unicodedata import normalize

import pytest
from websockets.asyncio.server import ServerConnection, serve

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.facts import Fact
from runofshow.control.gear.obs import ObsGear
from runofshow.control.gear.obs_link import LONGEST_FRAME
from runofshow.control.gear.obs_words import Asked, proof
from runofshow.control.messages import Taken
from runofshow.core.gear_orders import Recording, ShowScene, ShowSource, StartStop, Stream, ToObs
from tests.control.gear.obs_stand_in import (
    CHALLENGE,
    SALT,
    StandIn,
    driven,
    port_of,
    refused,
    said,
    silent,
    stand_in,
)
from tests.control.targets import LOOPBACK, answer, answers, hangs, http_target, port_of_nobody

IN_TIME = 10.0
"""Seconds; nothing here takes as long."""
HASTY = 0.3
"""For what never comes."""


def scene(name: str) -> ToObs:
    return ToObs("obs", ShowScene(name))


async def failure(gear: ObsGear, order: ToObs, within: float = IN_TIME) -> Failed:
    with pytest.raises(Failed) as told:
        await gear.send(order, within)
    return told.value


async def at_last(gear: ObsGear, order: ToObs) -> Taken:
    """As a line of the console does: once more where nothing was done."""
    try:
        return await gear.send(order, IN_TIME)
    except Failed as failed:
        if not failed.again:
            raise
    return await gear.send(order, IN_TIME)


# Scenes


async def test_a_scene_is_done_once_its_picture_is_in_the_programme_and_not_before() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        sending = asyncio.create_task(gear.send(scene("Cận cảnh"), IN_TIME))
        await obs.until("SetCurrentProgramScene")
        await obs.fade_to("Toàn cảnh")  # of a fade before
        await obs.tell("SceneTransitionStarted", transitionName="Fade")
        assert not sending.done()
        await obs.fade_to("Cận cảnh")
        taken = await sending
    assert (taken.detail, taken.done) == ("Cận cảnh", True)


async def test_a_scene_whose_picture_is_never_told_is_taken_and_no_more() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        taken = await gear.send(scene("Cận cảnh"), HASTY)
    assert (taken.detail, taken.done) == ("Cận cảnh", False)
    assert taken.after < HASTY


async def test_a_scene_that_another_overtakes_in_its_fade_is_told_at_once_as_taken() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        first = asyncio.create_task(gear.send(scene("Cận cảnh"), IN_TIME))
        await obs.until("SetCurrentProgramScene")
        second = asyncio.create_task(gear.send(scene("Toàn cảnh"), IN_TIME))
        assert not (await first).done
        await obs.until("SetCurrentProgramScene", 2)
        await obs.fade_to("Toàn cảnh")
        assert (await second).done


async def test_an_order_does_not_wait_for_the_fade_of_the_one_before() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        fading = asyncio.create_task(gear.send(scene("Cận cảnh"), IN_TIME))
        recording = asyncio.create_task(gear.send(ToObs("obs", Recording(StartStop.START)), IN_TIME))
        await obs.until("StartRecord")
        await obs.tell("RecordStateChanged", outputActive=True, outputState="OBS_WEBSOCKET_OUTPUT_STARTED")
        assert (await recording).done
        assert not fading.done()
        await obs.fade_to("Cận cảnh")
        assert (await fading).done
    assert obs.ordered == ["SetCurrentProgramScene", "StartRecord"]
    assert obs.visits == 1


async def test_a_scene_that_is_in_the_programme_is_done_without_an_order() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        assert (await gear.send(scene("Toàn cảnh"), IN_TIME)).done
    assert obs.ordered == []


async def test_a_scene_to_which_a_fade_runs_already_is_awaited() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        await gear.look(IN_TIME)
        obs.current = "Cận cảnh"  # as OBS says it from the first moment of a fade
        await obs.tell("SceneTransitionStarted", transitionName="Fade")
        sending = asyncio.create_task(gear.send(scene("Cận cảnh"), IN_TIME))
        await obs.until("SetCurrentProgramScene")
        assert not sending.done()
        await obs.fade_to("Cận cảnh")
        assert (await sending).done


async def test_a_name_goes_out_byte_for_byte_as_obs_lists_it() -> None:
    typed_on_a_mac = normalize("NFD", "Bục nói")
    async with stand_in() as obs, driven(obs.port) as gear:
        obs.scenes.append(typed_on_a_mac)
        sending = asyncio.create_task(gear.send(scene("Bục nói"), IN_TIME))
        await obs.until("SetCurrentProgramScene")
        await obs.fade_to(typed_on_a_mac)
        assert (await sending).done
    assert obs.asked[-1] == ("SetCurrentProgramScene", {"sceneName": typed_on_a_mac})


async def test_of_two_names_that_look_alike_the_very_one_is_meant() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        obs.scenes += [normalize("NFD", "Bục nói"), "Bục nói"]
        await gear.send(scene("Bục nói"), HASTY)
    assert obs.asked[-1][1] == {"sceneName": "Bục nói"}


async def test_a_scene_that_obs_does_not_have_is_named_and_nothing_is_ordered() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        failed = await failure(gear, scene("Toàn  cảnh\n"))
    assert (str(failed), failed.again) == ("no_such: Toàn cảnh", False)
    assert obs.ordered == []


# Sources


SOURCES = said(
    sceneItems=[
        {"sceneItemId": 1, "sourceName": "Nền", "isGroup": None},
        {"sceneItemId": 2, "sourceName": "Nhóm tên", "isGroup": True},
        {"sceneItemId": 3, "sourceName": normalize("NFD", "Biểu ngữ"), "isGroup": None},
    ]
)
IN_GROUP = said(sceneItems=[{"sceneItemId": 1, "sourceName": "Tên người nói", "isGroup": None}])


@pytest.mark.parametrize(
    ("source", "place", "item"),
    [("Biểu ngữ", "Toàn cảnh", 3), ("Tên người nói", "Nhóm tên", 1)],
)
async def test_a_source_is_shown_where_it_stands_also_in_a_group(source: str, place: str, item: int) -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        obs.plays = {"GetSceneItemList": SOURCES, "GetGroupSceneItemList": IN_GROUP}
        obs.plays["GetSceneItemEnabled"] = said(sceneItemEnabled=True)
        taken = await gear.send(ToObs("obs", ShowSource(source, True)), IN_TIME)
    assert (taken.detail, taken.done) == (f"{source} +", True)
    ordered = [data for kind, data in obs.asked if kind == "SetSceneItemEnabled"]
    assert ordered == [{"sceneName": place, "sceneItemId": item, "sceneItemEnabled": True}]


async def test_a_source_of_another_scene_than_that_of_the_programme_is_found_there() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        obs.plays = {"GetSceneItemList": SOURCES, "GetGroupSceneItemList": IN_GROUP}
        failed = await failure(gear, ToObs("obs", ShowSource("Đồng hồ", True, "Cận cảnh")))
    assert str(failed) == "no_such: Đồng hồ"
    assert ("GetSceneItemList", {"sceneName": "Cận cảnh"}) in obs.asked


async def test_a_source_that_is_still_hidden_after_it_was_shown_is_told() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        obs.plays = {"GetSceneItemList": SOURCES, "GetGroupSceneItemList": IN_GROUP}
        obs.plays["GetSceneItemEnabled"] = said(sceneItemEnabled=False)
        failed = await failure(gear, ToObs("obs", ShowSource("Nền", True)))
    assert failed.trouble is Trouble.UNEXPECTED


# Stream and recording


async def states_of_a_stream(obs: StandIn, *states: str) -> None:
    for state in states:
        await obs.tell("StreamStateChanged", outputActive=False, outputState=f"OBS_WEBSOCKET_OUTPUT_{state}")


async def test_a_stream_runs_once_obs_says_that_it_has_started() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        sending = asyncio.create_task(gear.send(ToObs("obs", Stream(StartStop.START)), IN_TIME))
        await obs.until("StartStream")
        # the end of the stream before is no news of this one
        await states_of_a_stream(obs, "STOPPED", "STARTING")
        assert not sending.done()
        await states_of_a_stream(obs, "STARTED")
        assert (await sending).done


async def test_a_stream_that_obs_takes_and_that_goes_nowhere_is_told() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        sending = asyncio.create_task(failure(gear, ToObs("obs", Stream(StartStop.START))))
        await obs.until("StartStream")
        await states_of_a_stream(obs, "STARTING", "STOPPED")
        failed = await sending
    assert (str(failed), failed.again) == ("unexpected: StreamStateChanged: STOPPED", False)


@pytest.mark.parametrize(("run", "code"), [(StartStop.START, 500), (StartStop.STOP, 501)])
async def test_what_runs_or_stands_already_is_done(run: StartStop, code: int) -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        obs.plays = {"StartRecord": refused(code), "StopRecord": refused(code)}
        assert (await gear.send(ToObs("obs", Recording(run)), IN_TIME)).done


async def test_a_refusal_is_told_in_the_words_of_obs() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        obs.plays = {"StopStream": refused(702, "No\x1b[31m output.")}
        failed = await failure(gear, ToObs("obs", Stream(StartStop.STOP)))
        obs.plays = {"StopStream": refused(207)}
        starting = await failure(gear, ToObs("obs", Stream(StartStop.STOP)))
    assert str(failed) == "cannot: No [31m output."
    assert (starting.trouble, starting.again) == (Trouble.NOT_NOW, True)


# Who is let in


def test_the_proof_of_a_password_is_that_of_the_published_example() -> None:
    asked = Asked(CHALLENGE, SALT)
    assert proof("supersecretpassword", asked) == "1Ct943GAT+6YQUUX47Ia/ncufilbe6+oD6lY+5kaCu4="


async def test_the_right_password_opens_and_never_goes_over_the_network() -> None:
    async with stand_in() as obs:
        obs.password = "mật khẩu"
        async with driven(obs.port, "mật khẩu") as gear:
            assert (await gear.send(scene("Toàn cảnh"), IN_TIME)).done
    assert "authentication" in obs.heard[0]
    assert not any("mật khẩu" in frame for frame in obs.heard)


@pytest.mark.parametrize("password", ["sai", ""])
async def test_a_wrong_password_is_said_to_be_one_and_is_not_tried_again(password: str) -> None:
    async with stand_in() as obs:
        obs.password = "mật khẩu"
        async with driven(obs.port, password) as gear:
            failed = await failure(gear, scene("Cận cảnh"))
    assert (str(failed), failed.again) == ("wrong_password", False)
    assert obs.asked == []


async def test_a_password_that_obs_does_not_want_does_no_harm() -> None:
    async with stand_in() as obs, driven(obs.port, "mật khẩu") as gear:
        assert (await gear.send(scene("Toàn cảnh"), IN_TIME)).done


# What goes wrong


async def test_obs_that_does_not_run_may_be_tried_again() -> None:
    with port_of_nobody() as port:
        async with driven(port) as gear:
            failed = await failure(gear, scene("Cận cảnh"))
    assert (failed.trouble, failed.again) == (Trouble.REFUSED, True)


async def test_a_machine_that_takes_the_connection_and_is_silent_got_no_order() -> None:
    async with http_target(hangs) as target, driven(target.port) as gear:
        failed = await failure(gear, scene("Cận cảnh"), HASTY)
    assert (failed.trouble, failed.again) == (Trouble.TIMEOUT, True)


async def test_another_program_at_its_port_is_no_obs() -> None:
    async with http_target(answers(answer("200 OK", b"<html>"))) as target, driven(target.port) as gear:
        failed = await failure(gear, scene("Cận cảnh"))
    assert failed.trouble is Trouble.NOT_THIS_GEAR


@pytest.mark.parametrize(
    "frame",
    ["xin chào", "[]", '{"op": 2, "d": {}}', '{"op": 0, "d": {"rpcVersion": "năm"}}', b"\xff", "{" * 100_000],
)
async def test_a_websocket_that_speaks_otherwise_is_no_obs(frame: str | bytes) -> None:
    async def play(connection: ServerConnection) -> None:
        await connection.send(frame)
        await connection.wait_closed()

    async with serve(play, LOOPBACK, 0) as server, driven(port_of(server)) as gear:
        failed = await failure(gear, scene("Cận cảnh"))
    assert failed.trouble is Trouble.NOT_THIS_GEAR


async def test_an_answer_without_an_end_is_not_taken_in() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        obs.plays = {"GetSceneList": said(scenes=[{"sceneName": "x" * LONGEST_FRAME}])}
        failed = await failure(gear, scene("Cận cảnh"))
    assert (failed.trouble, failed.again) == (Trouble.NO_ANSWER, True)


async def test_an_order_without_an_answer_may_be_done_and_the_next_goes_by_another_connection() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        obs.plays = {"SetCurrentProgramScene": silent}
        failed = await failure(gear, scene("Cận cảnh"), HASTY)
        assert (failed.trouble, failed.again) == (Trouble.NO_ANSWER, False)
        assert (await gear.send(scene("Toàn cảnh"), IN_TIME)).done
    assert obs.visits == 2


async def test_a_question_without_an_answer_has_done_nothing() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        obs.plays = {"GetSceneList": silent}
        failed = await failure(gear, scene("Cận cảnh"), HASTY)
    assert (failed.trouble, failed.again) == (Trouble.TIMEOUT, True)


async def test_obs_that_ends_with_an_order_in_its_hands_may_have_done_it() -> None:
    def end(_: object) -> None:
        obs.hang_up()

    async with stand_in() as obs, driven(obs.port) as gear:
        obs.plays = {"SetCurrentProgramScene": end}
        failed = await failure(gear, scene("Cận cảnh"))
    assert (failed.trouble, failed.again) == (Trouble.NO_ANSWER, False)


async def test_obs_that_was_started_again_is_found_again() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        first = await gear.send(scene("Toàn cảnh"), IN_TIME)
        obs.hang_up()
        # heard in the next order, or before it
        second = await at_last(gear, scene("Toàn cảnh"))
    assert first.done
    assert second.done
    assert obs.visits == 2


# What is there


async def test_a_look_says_the_version_and_the_scenes_that_of_the_programme_first() -> None:
    async with stand_in() as obs, driven(obs.port) as gear:
        obs.scenes.append(normalize("NFD", "Bục nói"))
        taken = await gear.look(IN_TIME)
    assert taken.facts == (
        (Fact.VERSION, "OBS 29.0.2, WebSocket 5.1.0"),
        (Fact.SCENE, "Toàn cảnh"),
        (Fact.SCENE, "Bục nói"),
        (Fact.SCENE, "Cận cảnh"),
    )
