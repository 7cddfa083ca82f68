"""Light levels for a dimmer, a node or a desk, by sACN or Art-Net.

Neither says that it heard the levels: an order is taken once its first frame has left this machine. A node of
Art-Net can be asked what it is; of sACN only a machine that is addressed by itself, and on which nothing
listens, may say so.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, assert_never

from runofshow.control.failure import Failed, Trouble
from runofshow.control.gear.artnet_packets import ARTNET_PORT, levels_packet
from runofshow.control.gear.artnet_poll import polled
from runofshow.control.gear.facts import Fact
from runofshow.control.gear.light_stream import LightStream
from runofshow.control.gear.light_ways import Interfaces, Ways, own_addresses
from runofshow.control.gear.sacn_packets import (
    SACN_PORT,
    TERMINATED,
    data_packet,
    discovery_packet,
    multicast_group,
)
from runofshow.control.gear.thread import Alarm
from runofshow.control.messages import Taken
from runofshow.core.gear import Lights, LightsBy, found_at
from runofshow.core.gear_orders import GearOrder, ToLights
from runofshow.line.finding import Finder, NoHost

SOURCE: Final = "runofshow"
"""What receivers show as the name of who sends."""
FAREWELLS = 3
"""Frames that say that a stream has ended (E1.31, 6.2.6)."""


class LightsGear:
    """One universe of lights."""

    def __init__(
        self,
        gear: Lights,
        alarm: Alarm,
        held: ToLights | None = None,
        *,
        interfaces: Interfaces = own_addresses,
        port: int = 0,
    ) -> None:
        """`alarm` is told when no level can leave between two orders; `held` are the levels that an earlier
        run of the show has sent, None for none: all is dark then. `port` is one for tests."""
        self._gear = gear
        self._port = port or PORTS[gear.by]
        self._interfaces = interfaces
        self._host = gear.host
        self._finder = Finder(gear.host, self._port)
        self._sacn = SacnWire(gear)
        self._stream = LightStream(
            self._sacn if gear.by is LightsBy.SACN else ArtnetWire(gear), self._ways, alarm
        )
        if held is not None:
            self._stream.go_on_from(held)

    async def send(self, order: GearOrder, within: float) -> Taken:
        """What was ordered, once its first frame has left. Raises Failed."""
        assert isinstance(order, ToLights), "checked before"
        with self._in_time(within):
            async with asyncio.timeout(within):
                await self._find()
                began = asyncio.get_running_loop().time()
                await self._stream.order(order)
        return Taken(in_short(order), asyncio.get_running_loop().time() - began)

    async def look(self, within: float) -> Taken:
        """Where it sends, and what an Art-Net node says of itself. Changes no level. Raises Failed."""
        where = Fact.SENDS_TO, found_at(self._gear)
        with self._in_time(within):
            async with asyncio.timeout(within):
                await self._find()
        match self._gear.by:
            case LightsBy.SACN:
                await self._touch()
                return Taken(where[1], facts=(where,))
            case LightsBy.ARTNET:
                facts = await polled(self._host, self._gear.universe, within, self._port)
                return Taken(" · ".join(value for _, value in facts), facts=facts or (where,))
        assert_never(self._gear.by)

    def close(self) -> None:
        """Go where the fades lead, and end the stream."""
        self._stream.close()

    async def _find(self) -> None:
        if self._gear.host:
            self._host, *_ = await self._finder.addresses()

    async def _touch(self) -> None:
        """Whether a frame without levels leaves, and nobody says that it was for nobody."""
        ways = self._ways()
        try:
            await ways.tried(self._sacn.discovery())
        finally:
            ways.close()

    def _ways(self) -> Ways:
        if self._host:
            return Ways(self._host, self._port)
        return Ways(multicast_group(self._gear.universe), self._port, self._interfaces)

    @contextmanager
    def _in_time(self, within: float) -> Iterator[None]:
        try:
            yield
        except NoHost as error:
            raise Failed(Trouble.NO_HOST, str(error), again=True) from error
        except TimeoutError as error:
            raise Failed(Trouble.TIMEOUT, f"{within:g} s", again=True) from error


PORTS: Final[dict[LightsBy, int]] = {LightsBy.SACN: SACN_PORT, LightsBy.ARTNET: ARTNET_PORT}


class SacnWire:
    """Frames of E1.31."""

    def __init__(self, gear: Lights) -> None:
        self._gear = gear
        # a console that is started again is another source: receivers would drop what a known one counts anew
        self._cid = uuid.uuid4().bytes
        self._sequence = 0
        self._last = b""

    def frame(self, slots: bytes) -> bytes:
        """The next one."""
        self._last = slots
        return self._packet(0)

    def farewell(self) -> tuple[bytes, ...]:
        """That the stream has ended, so that nobody waits 2.5 seconds for more."""
        return tuple(self._packet(TERMINATED) for _ in range(FAREWELLS))

    def discovery(self) -> bytes:
        """What says nothing of levels."""
        return discovery_packet(self._cid, SOURCE, self._gear.universe)

    def _packet(self, options: int) -> bytes:
        self._sequence = (self._sequence + 1) % 256
        gear = self._gear
        return data_packet(
            self._cid, SOURCE, gear.universe, gear.priority, self._sequence, options, self._last
        )


class ArtnetWire:
    """Frames of Art-Net, which has no word for an end: a node keeps what it heard last."""

    def __init__(self, gear: Lights) -> None:
        self._universe = gear.universe
        self._sequence = 0

    def frame(self, slots: bytes) -> bytes:
        """The next one."""
        self._sequence = self._sequence % 255 + 1
        return levels_packet(self._universe, self._sequence, slots)

    def farewell(self) -> tuple[bytes, ...]:
        """None."""
        return ()


def in_short(order: ToLights) -> str:
    """For the record: `1-4 100 % · 7 30 % · 3 s`."""
    levels = [
        f"{level.first}-{level.last} {level.percent:g} %"
        if level.last > level.first
        else f"{level.first} {level.percent:g} %"
        for level in order.levels
    ]
    fade = [f"{order.fade_for.total_seconds():g} s"] if order.fade_for else []
    return " · ".join((*levels, *fade))
