"""Orders by OSC over real sockets: what has the token is obeyed and answered, what has not is not heard."""

from __future__ import annotations

import asyncio
import gc
import inspect
import re
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from socket import AF_INET, SOCK_DGRAM, socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythonosc.osc_message import OscMessage
from pythonosc.udp_client import SimpleUDPClient

from runofshow.control import osc_orders
from runofshow.control.osc_in import LOOPBACK, MANY_WRONG, MINUTE, Listening, OscServer, PortTaken
from runofshow.control.osc_orders import TAKES, read_command
from runofshow.control.osc_packets import LONGEST_PACKET, Argument
from runofshow.core import commands as c
from runofshow.core.agenda import Role, Step
from runofshow.core.alarms import AlarmCode
from runofshow.core.events import Entry
from runofshow.core.refusal import Reason, Refused
from runofshow.hall.door import CALLER_PACE
from runofshow.hall.guesses import FREE
from runofshow.hall.reading import BadOrder
from tests.control.given import plan
from tests.control.test_osc_packets import bundle, osc, texts
from tests.core.shows import Stage
from tests.core.test_rites import saluting

TOKEN = "a-token-of-enough-signs"


# How an order is read


@pytest.mark.parametrize(
    ("name", "args", "command"),
    [
        ("start", (), c.Start()),
        ("go", (), c.Go()),
        ("go", ("q1",), c.Go("q1")),
        ("go", ("q1", True), c.Go("q1", sure=True)),
        ("go", ("", 1), c.Go(sure=True)),
        ("go", (None, 1.0), c.Go(sure=True)),
        ("go", ("q1", 0), c.Go("q1")),
        ("advance", (), c.Advance()),
        ("hold", (), c.Hold()),
        ("resume", (), c.Resume()),
        ("add_time", (60,), c.AddTime(timedelta(minutes=1))),
        ("add_time", (-0.5, "m4"), c.AddTime(timedelta(seconds=-0.5), "m4")),
        ("standby", (), c.StandBy()),
        ("standby", ("q1",), c.StandBy("q1")),
        ("ack", ("q1",), c.Acknowledge("q1")),
        ("answer", ("t1",), c.AnswerMessage("t1")),
        ("correct_clock", (), c.CorrectClock()),
        ("correct_clock", (-60,), c.CorrectClock(timedelta(minutes=-1))),
        ("undo", (), c.Undo()),
        ("undo", (True,), c.Undo(sure=True)),
        ("redo", (), c.Redo()),
        ("redo", (True,), c.Redo(sure=True)),
        ("back", (), c.Back()),
        ("jump", ("m4",), c.Jump("m4")),
        ("skip", ("m4",), c.Skip("m4")),
        ("skip", ("m4", True), c.Skip("m4", sure=True)),
        ("unskip", ("m4",), c.Unskip("m4")),
        ("move", ("m4",), c.Move("m4", None)),
        ("move", ("m4", "m2"), c.Move("m4", "m2")),
        ("backdate", ("m4", 30), c.Backdate("m4", timedelta(seconds=30))),
        ("message", ("mc", "Mời kết luận"), c.SendMessage(Role.MC, "Mời kết luận")),
        ("note", ("Mất điện",), c.TakeNote("Mất điện")),
        ("step", (), c.NextStep()),
        ("step", ("photo",), c.NextStep(Step.PHOTO)),
        ("step", ("", 1), c.NextStep(sure=True)),
        ("see", (97060979,), c.See("97060979")),
        ("see", ("r/an", 0), c.See("r/an", False)),
        ("play", ("t1",), c.PlayTrack("t1")),
        ("play", ("t1", 1), c.PlayTrack("t1", sure=True)),
        ("fade", (), c.FadeSound()),
        ("fade", (5, "t1", 1), c.FadeSound(timedelta(seconds=5), "t1", sure=True)),
        ("fade", (0.5,), c.FadeSound(over=timedelta(seconds=0.5))),
        ("fade", (0, "t1"), c.FadeSound(timedelta(), "t1")),
        ("stop", (), c.StopSound()),
        ("stop", ("t1", True), c.StopSound("t1", sure=True)),
        ("panic", (), c.Panic()),
        ("panic", (1, 1), c.Panic(hard=True, sure=True)),
        ("arm", ("q1",), c.Arm("q1")),
        ("dismiss", (), c.DismissAlarms()),
    ],
)
def test_arguments_are_taken_by_their_place(
    name: str, args: tuple[Argument, ...], command: c.Command
) -> None:
    assert read_command(name, args) == command


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("nothing", ()),
        ("", ()),
        ("reply", ()),
        ("open", ()),
        ("go", ("q1", True, 1)),
        ("go", (True,)),
        ("go", ("q1", 2)),
        ("go", ("q1", "yes")),
        ("start", (1, 2)),
        ("add_time", ()),
        ("add_time", ("60",)),
        ("add_time", (float("nan"),)),
        ("add_time", (float("inf"),)),
        ("add_time", (True,)),
        ("note", ()),
        ("note", ("\x1b[2J",)),
        ("note", ("x" * 20_000,)),
        ("message", ("everyone", "x")),
        ("jump", ("m" * 201,)),
        ("panic", (0.5,)),
    ],
)
def test_what_is_no_order_is_refused(name: str, args: tuple[Argument, ...]) -> None:
    with pytest.raises(BadOrder):
        read_command(name, args)


def test_every_command_goes_by_osc_but_those_that_the_docstring_leaves_out() -> None:
    by_form = {"edit", "edit_cue", "add_cue", "remove_cue", "insert", "remove", "vote", "recover"}
    by_form |= {"recipient", "add_recipient", "move_recipient", "split_batch", "take_out_missing", "leader"}
    by_form |= {"take_proposal", "decline_proposal"}
    assert set(c.COMMANDS) - set(TAKES) == by_form | {"sound", "end"}
    told = inspect.getdoc(osc_orders) or ""
    assert set(TAKES) <= set(re.findall(r"`(\w+)`", told))
    for name, takes in TAKES.items():
        rows = [line for line in told.splitlines() if line.startswith("|") and f"`{name}`" in line]
        said = rows[0].split("|")[2].replace(",", " ").split()
        assert len(said) == len(takes), name


# The ear


@dataclass
class Ear:
    """A show that listens for OSC."""

    stage: Stage
    server: OscServer
    port: int
    serving: asyncio.Task[None]
    asked: list[c.Command] = field(default_factory=list)
    alarms: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Remote:
    """A sender that listens for replies on the socket it sends from."""

    ear: Ear
    socket: socket

    def send(self, data: bytes) -> None:
        self.socket.send(data)

    async def reply(self) -> list[Any]:
        data = await asyncio.wait_for(asyncio.get_running_loop().sock_recv(self.socket, 65_536), 5)
        message = OscMessage(data)
        assert message.address == "/runofshow/reply"
        return message.params

    async def ask(self, name: str, *args: Argument, token: str = TOKEN) -> list[Any]:
        """The reply to one order."""
        self.send(osc(f"/runofshow/{name}", token, *args))
        return await self.reply()


async def nothing(command: c.Command) -> Refused:
    """A show that obeys nobody."""
    return Refused(Reason.EMPTY)


@asynccontextmanager
async def ear() -> AsyncIterator[Ear]:
    stage = Stage(plan(), tick=False)
    made: list[Ear] = []

    async def ask(command: c.Command) -> Entry | Refused:
        made[0].asked.append(command)
        if command == c.TakeNote("broken"):
            raise RuntimeError("a mistake")
        answer = made[0].stage.ask(command)
        return answer if isinstance(answer, Refused) else made[0].stage.entries[-1]

    def alarm(code: str, detail: str) -> None:
        made[0].alarms.append((code, detail))

    server = OscServer(TOKEN, ask, alarm, port=0)
    serving = asyncio.create_task(server.serve())
    opened = await asyncio.wait_for(asyncio.wrap_future(server.opened), 5)
    assert isinstance(opened, Listening)
    assert opened.host == LOOPBACK
    made.append(Ear(stage, server, opened.port, serving))
    try:
        yield made[0]
    finally:
        serving.cancel()
        await asyncio.wait([serving])
        await asyncio.sleep(0)


@contextmanager
def remote(of: Ear) -> Any:
    with socket(AF_INET, SOCK_DGRAM) as opened:
        opened.setblocking(False)
        opened.connect((LOOPBACK, of.port))
        yield Remote(of, opened)


async def test_an_order_is_obeyed_and_answered_to_its_sender() -> None:
    async with ear() as open_ear:
        with remote(open_ear) as desk:
            assert await desk.ask("start") == ["start", "ok", 2]
            assert await desk.ask("note", "Mất điện") == ["note", "ok", 3]
        assert open_ear.stage.running == "a"
        assert open_ear.alarms == []


async def test_an_order_that_makes_no_sense_is_refused_with_its_reason() -> None:
    async with ear() as open_ear:
        with remote(open_ear) as desk:
            assert await desk.ask("hold") == ["hold", "refused", Reason.NOT_STARTED]
            assert await desk.ask("jump", "nowhere") == ["jump", "refused", Reason.UNKNOWN_ITEM]
            assert (await desk.ask("jump"))[:3] == ["jump", "refused", "bad_request"]
            assert (await desk.ask("end"))[:3] == ["end", "refused", "bad_request"]
            assert (await desk.ask("x" * 300))[:3] == ["x" * 200, "refused", "bad_request"]


async def test_a_press_of_a_button_leaves_no_rite_before_its_music() -> None:
    async with ear() as open_ear:
        stage = open_ear.stage = saluting(player=False)
        with remote(open_ear) as desk:
            for do in ("advance", "back"):
                for pressed in ((), (1,), (1.0,)):
                    assert await desk.ask(do, *pressed) == [do, "refused", Reason.UNPLAYED], pressed
            assert await desk.ask("go") == ["go", "ok", stage.state.seq]
            stage.sleep(timedelta(minutes=1))
            assert (await desk.ask("advance"))[:2] == ["advance", "ok"]
        assert stage.running == "report"


async def test_a_sender_that_only_sends_is_obeyed_too() -> None:
    async with ear() as open_ear:
        sender = SimpleUDPClient(LOOPBACK, open_ear.port)
        with sender:
            sender.send_message("/runofshow/start", [TOKEN])
        with remote(open_ear) as desk:
            # what came first was done first
            assert await desk.ask("start") == ["start", "refused", Reason.ALREADY_STARTED]
            # its reply found nobody, and the ear is still open
            assert await desk.ask("hold") == ["hold", "ok", 3]


async def test_the_orders_of_a_bundle_are_obeyed_in_their_order() -> None:
    async with ear() as open_ear:
        with remote(open_ear) as desk:
            desk.send(bundle(osc("/runofshow/start", TOKEN), bundle(osc("/runofshow/hold", TOKEN))))
            assert [await desk.reply(), await desk.reply()] == [["start", "ok", 2], ["hold", "ok", 3]]


async def test_without_the_token_nothing_is_heard_and_nothing_answered() -> None:
    async with ear() as open_ear:
        with remote(open_ear) as desk:
            for args in ((), ("",), (TOKEN[:-1],), (TOKEN + "x",), (7,), (None,), (True,)):
                with remote(open_ear) as stranger:
                    stranger.send(osc("/runofshow/start", *args))
            desk.send(b"rubbish")
            desk.send(b"/" * (LONGEST_PACKET + 1))
            desk.send(b"#bundle\0" + b"\0" * 8 + struct.pack(">i", -20))
            # the next reply is that of an order
            assert (await desk.ask("start"))[:2] == ["start", "ok"]
        assert open_ear.asked == [c.Start()]


async def test_who_tries_tokens_is_slowed_and_the_gear_beside_is_not() -> None:
    async with ear() as open_ear:
        with remote(open_ear) as guesser, remote(open_ear) as desk:
            for _ in range(FREE):
                guesser.send(osc("/runofshow/start", "a-wrong-token-of-enough-signs"))
            guesser.send(osc("/runofshow/start", TOKEN))
            assert await desk.ask("hold") == ["hold", "refused", Reason.NOT_STARTED]
        assert open_ear.asked == [c.Hold()]


async def test_many_wrong_tokens_raise_the_alarm_once() -> None:
    async with ear() as open_ear:
        with remote(open_ear) as desk:
            for _ in range(MANY_WRONG + 1):
                with remote(open_ear) as stranger:
                    stranger.send(osc("/runofshow/start", "a-wrong-token-of-enough-signs"))
            await desk.ask("hold")
        assert open_ear.alarms == [(AlarmCode.OSC_TOKEN, LOOPBACK)]
        assert MINUTE == 60.0


async def test_on_a_network_the_whole_address_is_slowed() -> None:
    server = OscServer(TOKEN, nothing, lambda *_: None, port=0)
    wrong, right = osc("/runofshow/go", "x" * 16), osc("/runofshow/go", TOKEN)
    for port in range(FREE):
        assert await server.take(wrong, ("192.168.1.7", 5_000 + port)) == []
    assert await server.take(right, ("192.168.1.7", 9_000)) == []
    assert len(await server.take(right, ("192.168.1.8", 9_000))) == 1
    assert len(await server.take(right, ("fe80::1%eth0", 9_000, 0, 2))) == 1


async def test_a_sender_that_floods_is_slowed_and_told() -> None:
    server = OscServer(TOKEN, nothing, lambda *_: None, port=0)
    sender, message = ("192.168.1.7", 5_000), osc("/runofshow/dismiss", TOKEN)
    words = [
        OscMessage(reply).params[2]
        for _ in range(CALLER_PACE[1] + 20)
        for reply in await server.take(message, sender)
    ]
    assert words[: CALLER_PACE[1]] == [Reason.EMPTY] * CALLER_PACE[1]
    assert words[-1] == "slowed"


async def test_a_mistake_of_our_own_is_an_alarm_and_the_next_order_is_obeyed() -> None:
    async with ear() as open_ear:
        with remote(open_ear) as desk:
            assert await desk.ask("note", "broken") == ["note", "refused", "broken"]
            assert await desk.ask("start") == ["start", "ok", 2]
        assert open_ear.alarms == [(AlarmCode.OSC, "note: RuntimeError: a mistake")]


async def test_a_port_that_is_taken_is_told_and_stops_nothing() -> None:
    async with ear() as open_ear:
        second = OscServer(TOKEN, nothing, lambda *_: None, port=open_ear.port)
        await second.serve()
        taken = second.opened.result()
        assert isinstance(taken, PortTaken)
        assert (taken.host, taken.port) == (LOOPBACK, open_ear.port)
        assert taken.detail
        with remote(open_ear) as desk:
            assert await desk.ask("start") == ["start", "ok", 2]


async def test_it_listens_as_long_as_the_loop_runs_though_nobody_holds_it() -> None:
    async def open_one() -> int:
        server = OscServer(TOKEN, nothing, lambda *_: None, port=0)
        asyncio.get_running_loop().create_task(server.serve(), name="forgotten")
        opened = await asyncio.wait_for(asyncio.wrap_future(server.opened), 5)
        return opened.port

    port = await open_one()
    gc.collect()
    with socket(AF_INET, SOCK_DGRAM) as sender:
        sender.setblocking(False)
        sender.connect((LOOPBACK, port))
        sender.send(osc("/runofshow/start", TOKEN))
        data = await asyncio.wait_for(asyncio.get_running_loop().sock_recv(sender, 2_000), 5)
        assert OscMessage(data).params == ["start", "refused", Reason.EMPTY]
    (forgotten,) = [task for task in asyncio.all_tasks() if task.get_name() == "forgotten"]
    forgotten.cancel()
    await asyncio.wait([forgotten])
    await asyncio.sleep(0)


async def test_when_it_stops_the_port_is_free_again() -> None:
    async with ear() as open_ear:
        port = open_ear.port
    with socket(AF_INET, SOCK_DGRAM) as again:
        again.bind((LOOPBACK, port))


async def test_one_that_is_stopped_before_it_listens_says_so() -> None:
    server = OscServer(TOKEN, nothing, lambda *_: None, port=0)
    serving = asyncio.create_task(server.serve())
    await asyncio.sleep(0)
    serving.cancel()
    await asyncio.wait([serving])
    assert server.opened.cancelled()


def test_a_token_that_is_too_short_is_refused() -> None:
    with pytest.raises(ValueError, match="16"):
        OscServer("x" * 15, nothing, lambda *_: None, port=0)


arguments = texts | st.integers(-(2**31), 2**31 - 1) | st.floats(width=32) | st.booleans() | st.none()
names = st.sampled_from([*c.COMMANDS, "x", "*", ""]) | texts.filter(lambda text: "/" not in text)


@given(
    st.lists(
        st.binary(max_size=300)
        | st.builds(
            lambda name, args: osc(f"/runofshow/{name}", *args), names, st.lists(arguments, max_size=6)
        ),
        max_size=5,
    )
)
def test_no_bytes_without_the_token_get_through_or_raise(packets: list[bytes]) -> None:
    asked: list[c.Command] = []

    async def ask(command: c.Command) -> Refused:
        asked.append(command)
        return Refused(Reason.EMPTY)

    async def hear() -> None:
        server = OscServer(TOKEN, ask, lambda *_: None, port=0)
        for number, packet in enumerate(packets):
            assert await server.take(packet, ("192.168.1.7", number)) == []
            assert await server.take(bundle(packet), (LOOPBACK, number)) == []

    asyncio.run(hear())
    assert asked == []


@given(names, st.lists(arguments, max_size=6))
def test_any_arguments_behind_the_token_are_an_order_or_refused(name: str, args: list[Argument]) -> None:
    stage = Stage(plan(), tick=False)

    async def ask(command: c.Command) -> Entry | Refused:
        answer = stage.ask(command)
        return answer if isinstance(answer, Refused) else stage.entries[-1]

    async def hear() -> None:
        alarms: list[str] = []
        server = OscServer(TOKEN, ask, lambda code, _: alarms.append(code), port=0)
        replies = await server.take(osc(f"/runofshow/{name}", TOKEN, *args), (LOOPBACK, 1))
        # a button that is let go gets none
        assert all(OscMessage(reply).params[1] in ("ok", "refused") for reply in replies)
        assert alarms == []

    asyncio.run(hear())
