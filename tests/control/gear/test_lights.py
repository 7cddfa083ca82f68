"""Light levels over real sockets of this machine: what leaves it, how often, and what is said when not."""

from __future__ import annotations

import asyncio
import struct
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import pairwise
from socket import SOCK_DGRAM

import pytest

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.artnet_packets import poll_packet, read_reply
from runofshow.control.gear.facts import Fact
from runofshow.control.gear.light_stream import FRAME, KEEP_ALIVE, REPEATS
from runofshow.control.gear.light_ways import LOOPBACK, own_addresses
from runofshow.control.gear.lights import ArtnetWire, LightsGear, SacnWire
from runofshow.control.gear.sacn_packets import SACN_PORT, multicast_group
from runofshow.core.gear import Lights, LightsBy
from tests.control.gear.light_receivers import Alarms, Receiver, poll_reply, receiver, told
from tests.control.targets import port_of_nobody

SACN = Lights("san-khau", LightsBy.SACN, 7, LOOPBACK)
ARTNET = Lights("den-phu", LightsBy.ARTNET, 0x123, LOOPBACK)
IN_TIME = 10.0


@asynccontextmanager
async def sending(gear: Lights, port: int) -> AsyncIterator[tuple[LightsGear, Alarms]]:
    """What drives it, and what it tells between two orders."""
    alarms = Alarms()
    lights = LightsGear(gear, alarms.take, interfaces=lambda: (LOOPBACK,), port=port)
    try:
        yield lights, alarms
    finally:
        lights.close()
        # a task that was cancelled ends within two rounds of the loop
        await asyncio.sleep(0)
        await asyncio.sleep(0)


# What leaves


async def test_an_order_by_sacn_is_read_by_anothers_reader() -> None:
    with receiver() as desk:
        async with sending(SACN, desk.port) as (lights, _):
            taken = await lights.send(told({1: 100, 2: 100, 512: 30}), IN_TIME)
            frame = (await desk.next()).sacn
    assert (frame.universe, frame.priority, frame.sourceName) == (7, 100, "runofshow")
    assert (frame.dmxStartCode, frame.option_StreamTerminated, frame.option_PreviewData) == (0, False, False)
    assert frame.dmxData == (255, 255, *(0,) * 509, 77)
    assert taken.detail == "1 100 % · 2 100 % · 512 30 %"
    assert not taken.done, "nobody has said that it heard"


async def test_a_priority_goes_with_the_levels() -> None:
    with receiver() as desk:
        async with sending(Lights("a", LightsBy.SACN, 1, LOOPBACK, priority=150), desk.port) as (lights, _):
            await lights.send(told({1: 100}), IN_TIME)
            assert (await desk.next()).sacn.priority == 150


async def test_an_order_by_artnet_is_what_the_published_table_says() -> None:
    with receiver() as node:
        async with sending(ARTNET, node.port) as (lights, _):
            await lights.send(told({3: 50}), IN_TIME)
            frame = (await node.next()).data
    name, code, version, sequence, physical, sub_universe, net, length = struct.unpack(
        ">8sHHBBBBH", frame[:18]
    )
    assert (name, code, version, physical) == (b"Art-Net\0", 0x0050, 14, 0)
    assert (sub_universe, net, length, len(frame)) == (0x23, 0x01, 512, 530)
    assert 1 <= sequence <= 255
    assert frame[18:22] == bytes((0, 0, 128, 0))


async def test_it_sends_from_a_port_of_its_own() -> None:
    """Else it would take the frames that are for a visualiser on this machine."""
    with receiver() as desk:
        async with sending(SACN, desk.port) as (lights, _):
            await lights.send(told({1: 100}), IN_TIME)
            assert (await desk.next()).sender[1] not in (SACN_PORT, desk.port)


async def test_nothing_is_sent_before_the_first_order() -> None:
    with receiver() as desk:
        async with sending(SACN, desk.port) as (lights, _):
            await asyncio.sleep(0)
            lights.close()
            assert not desk.has_heard()


async def test_a_multicast_is_heard_by_who_has_joined_the_group_of_the_universe() -> None:
    with receiver(group=multicast_group(0x0107)) as desk:
        async with sending(Lights("a", LightsBy.SACN, 0x0107), desk.port) as (lights, _):
            await lights.send(told({1: 100}), IN_TIME)
            assert (await desk.next()).sacn.universe == 0x0107


async def test_a_network_that_comes_later_is_sent_to_as_well() -> None:
    alarms, networks = Alarms(), ["192.0.2.77"]  # an address that no machine has
    with receiver(group=multicast_group(9)) as desk:
        gear = Lights("a", LightsBy.SACN, 9)
        lights = LightsGear(gear, alarms.take, interfaces=lambda: tuple(networks), port=desk.port)
        try:
            with pytest.raises(Failed) as told_of:
                await lights.send(told({1: 100}), IN_TIME)
            assert told_of.value.trouble is Trouble.UNREACHABLE
            networks.append(LOOPBACK)
            assert (await desk.next()).levels[0] == 255, "the levels stay ordered"
        finally:
            lights.close()


def test_a_machine_without_a_network_still_has_itself() -> None:
    assert own_addresses()


# How often


async def test_levels_at_rest_are_said_again_a_few_times_and_then_about_once_a_second() -> None:
    with receiver() as desk:
        async with sending(SACN, desk.port) as (lights, _):
            await lights.send(told({1: 100}), IN_TIME)
            came = [await desk.next() for _ in range(1 + REPEATS + 1)]
    waits = [later.at - sooner.at for sooner, later in pairwise(came)]
    assert waits[-1] > KEEP_ALIVE - FRAME
    assert sum(waits[:-1]) < KEEP_ALIVE / 2
    assert len({frame.levels for frame in came}) == 1
    assert [frame.sacn.sequence for frame in came] == [*range(1, len(came) + 1)]


async def test_a_fade_goes_up_in_steps_of_at_most_forty_a_second() -> None:
    with receiver() as desk:
        async with sending(SACN, desk.port) as (lights, _):
            await lights.send(told({1: 100}, fade=0.5), IN_TIME)
            came = await desk.until(lambda frame: frame.levels[0] == 255)
    steps = [frame.levels[0] for frame in came]
    assert steps == sorted(steps)
    assert 3 < len(came) <= 0.5 / FRAME + 2
    assert came[-1].at - came[0].at > 0.5 - FRAME


async def test_a_new_order_turns_a_fade_round_where_it_is() -> None:
    with receiver() as desk:
        async with sending(ARTNET, desk.port) as (lights, _):
            await lights.send(told({1: 100, 2: 100}, fade=60), IN_TIME)
            await desk.until(lambda frame: frame.levels[0] >= 2)
            await lights.send(told({1: 0}), IN_TIME)
            turned = await desk.until(lambda frame: frame.levels[0] == 0)
            later = await desk.until(lambda frame: frame.levels[1] > turned[-1].levels[1])
    assert turned[-1].levels[1] >= 2
    assert {frame.levels[0] for frame in later} == {0}


async def test_orders_in_a_burst_are_all_taken_and_leave_in_few_frames() -> None:
    with receiver() as desk:
        async with sending(SACN, desk.port) as (lights, _):
            await asyncio.gather(*(lights.send(told({channel: 100}), IN_TIME) for channel in range(1, 101)))
            came = await desk.until(lambda frame: frame.levels.count(255) == 100)
    assert len(came) <= 3


def test_frames_are_counted_as_each_protocol_counts_them() -> None:
    def counted(wire: SacnWire | ArtnetWire, place: int) -> list[int]:
        return [wire.frame(bytes(512))[place] for _ in range(512)]

    assert counted(SacnWire(SACN), 111) == [*range(1, 256), *range(256), 0][:512]
    # 0 would say that frames are not counted
    assert counted(ArtnetWire(ARTNET), 12) == [*range(1, 256), *range(1, 256), 1, 2]


# The end


async def test_the_end_goes_where_the_fade_leads_and_says_that_the_stream_is_over() -> None:
    with receiver() as desk:
        async with sending(SACN, desk.port) as (lights, _):
            await lights.send(told({1: 100}, fade=60), IN_TIME)
            lights.close()
            came = await desk.until(lambda frame: frame.sacn.option_StreamTerminated)
            came += [await desk.next(), await desk.next()]
        assert not desk.has_heard()
    assert [frame.sacn.option_StreamTerminated for frame in came[-4:]] == [False, True, True, True]
    assert {frame.levels[0] for frame in came[-4:]} == {255}


async def test_by_artnet_the_end_is_the_last_levels() -> None:
    with receiver() as node:
        async with sending(ARTNET, node.port) as (lights, _):
            await lights.send(told({1: 100}, fade=60), IN_TIME)
            lights.close()
            await node.until(lambda frame: frame.levels[0] == 255)
        assert not node.has_heard()


# What goes wrong


@pytest.mark.parametrize("gear", [SACN, ARTNET])
async def test_where_nobody_listens_it_is_said_and_once_somebody_does_the_levels_come(gear: Lights) -> None:
    with port_of_nobody(SOCK_DGRAM) as port:
        async with sending(gear, port) as (lights, alarms):
            with pytest.raises(Failed) as told_of:
                await lights.send(told({1: 100}), IN_TIME)
            with receiver(port) as desk:
                assert (await desk.next()).levels[0] == 255
    assert (told_of.value.trouble, told_of.value.again) == (Trouble.REFUSED, False)
    assert alarms == [], "the order that failed has told it"


async def test_a_receiver_that_goes_between_two_orders_is_told_once() -> None:
    with receiver() as desk:
        lights = LightsGear(SACN, (alarms := Alarms()).take, port=desk.port)
        await lights.send(told({1: 100}), IN_TIME)
    try:
        await asyncio.wait_for(alarms.came.wait(), 10)
        with pytest.raises(Failed):
            await lights.send(told({1: 90}), IN_TIME)
        with receiver(desk.port) as again:
            assert (await again.next()).levels[0] == 230
    finally:
        lights.close()
    assert [failed.trouble for failed in alarms] == [Trouble.REFUSED]


async def test_a_name_that_nobody_knows_is_told() -> None:
    async with sending(Lights("a", LightsBy.SACN, 1, "khong-co.invalid"), 0) as (lights, _):
        for ask in (lights.send(told({1: 1}), IN_TIME), lights.look(IN_TIME)):
            with pytest.raises(Failed) as told_of:
                await ask
            assert told_of.value.trouble is Trouble.NO_HOST


# What is there


async def test_a_look_by_sacn_says_where_it_sends_and_touches_no_level() -> None:
    with receiver() as desk:
        async with sending(SACN, desk.port) as (lights, _):
            taken = await lights.look(IN_TIME)
            frame = (await desk.next()).data
    assert taken.facts == ((Fact.SENDS_TO, "sacn 7 127.0.0.1"),)
    # that this source has this universe: the packet of E1.31 in which no level stands
    assert struct.unpack(">I", frame[18:22]) == (8,)
    assert struct.unpack(">HIBBH", frame[112:]) == (0x7000 | 10, 1, 0, 0, 7)


async def test_a_look_by_sacn_where_nobody_listens_says_so() -> None:
    with port_of_nobody(SOCK_DGRAM) as port:
        async with sending(SACN, port) as (lights, _):
            with pytest.raises(Failed) as told_of:
                await lights.look(IN_TIME)
    assert told_of.value.trouble is Trouble.REFUSED


@asynccontextmanager
async def node_of(*replies: bytes) -> AsyncIterator[Receiver]:
    """A node on an address of its own, that answers to the port of Art-Net of whoever asks."""

    async def play() -> None:
        frame = await node.next()
        assert frame.data == poll_packet()
        for reply in replies:
            await node.answer(reply, (frame.sender[0], node.port))

    with receiver(host="127.0.0.2") as node:
        playing = asyncio.create_task(play())
        try:
            yield node
            await playing
        finally:
            playing.cancel()


other_loopback = pytest.mark.skipif(sys.platform == "darwin", reason="macOS has one loopback address alone")
AWAY = Lights("den-phu", LightsBy.ARTNET, 0x123, "127.0.0.2")


@other_loopback
async def test_a_look_by_artnet_says_what_the_node_calls_itself_and_which_universes_it_puts_out() -> None:
    replies = b"rubbish", poll_reply("Nút sân khấu", 1, 2, (0, 1)), poll_reply("Nút sân khấu", 1, 2, (3,))
    async with node_of(*replies) as node, sending(AWAY, node.port) as (lights, _):
        taken = await lights.look(IN_TIME)
    assert taken.facts == (
        (Fact.NAME, "Nút sân khấu"),
        (Fact.UNIVERSES, "288, 289, 291"),
    )


@other_loopback
async def test_a_node_that_does_not_put_out_this_universe_is_told() -> None:
    async with node_of(poll_reply("Nút phụ", 0, 0, (0, 1))) as node, sending(AWAY, node.port) as (lights, _):
        with pytest.raises(Failed) as told_of:
            await lights.look(0.3)
    assert str(told_of.value) == "cannot: Nút phụ: 0, 1"


@other_loopback
async def test_a_node_that_is_silent_is_told() -> None:
    async with node_of() as node, sending(AWAY, node.port) as (lights, _):
        with pytest.raises(Failed) as told_of:
            await lights.look(0.2)
    assert told_of.value.trouble is Trouble.NO_ANSWER


async def test_of_a_node_on_this_very_machine_no_answer_is_awaited_that_could_not_be_heard() -> None:
    with receiver() as node:
        async with sending(ARTNET, node.port) as (lights, _):
            assert (await lights.look(0.2)).facts == ((Fact.SENDS_TO, "artnet 291 127.0.0.1"),)


@pytest.mark.parametrize("cut", [0, 9, 10, 100, 193])
def test_half_an_answer_is_none(cut: int) -> None:
    assert read_reply(poll_reply("a", 0, 0, (0,))[:cut]) is None
