"""Receivers of light levels on this machine. What comes by sACN is read by another's reader than ours."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from msgspec import Struct
from sacn.messages.data_packet import DataPacket

from runofshow.control.failure import Failed
from runofshow.core.gear_orders import ChannelLevel, ToLights
from tests.control.targets import LOOPBACK


class Frame(Struct, frozen=True):
    at: float
    """On the loop's clock."""
    data: bytes
    sender: tuple[str, int]

    @property
    def sacn(self) -> DataPacket:
        """As the reader of the package `sacn` has it."""
        return DataPacket.make_data_packet(tuple(self.data))

    @property
    def levels(self) -> bytes:
        """Of either protocol."""
        return self.data[18:] if self.data.startswith(b"Art-Net\0") else bytes(self.sacn.dmxData)


class Receiver:
    """Hears frames on a port of its own."""

    def __init__(self, ear: socket.socket) -> None:
        self._ear = ear
        self.port: int = ear.getsockname()[1]

    async def next(self) -> Frame:
        """The next one that comes, or that has come already."""
        data, sender = await asyncio.wait_for(asyncio.get_running_loop().sock_recvfrom(self._ear, 2048), 5)
        return Frame(asyncio.get_running_loop().time(), data, sender)

    async def until(self, holds: Callable[[Frame], bool]) -> list[Frame]:
        """Every frame up to the first for which it holds."""
        came = [await self.next()]
        while not holds(came[-1]):
            came.append(await self.next())
        return came

    def has_heard(self) -> bool:
        """Whether a frame waits."""
        try:
            return bool(self._ear.recv(1, socket.MSG_PEEK))
        except BlockingIOError:
            return False

    async def answer(self, data: bytes, to: tuple[str, int]) -> None:
        await asyncio.get_running_loop().sock_sendto(self._ear, data, to)


@contextmanager
def receiver(port: int = 0, *, host: str = LOOPBACK, group: str = "") -> Iterator[Receiver]:
    """One that hears what is sent to it, and to a multicast group by the loopback."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ear:
        ear.setblocking(False)
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        ear.bind(("" if group else host, port))
        if group:
            joined = socket.inet_aton(group) + socket.inet_aton(LOOPBACK)
            ear.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, joined)
        yield Receiver(ear)


class Alarms(list[Failed]):
    """What the console is told between two orders."""

    def __init__(self) -> None:
        super().__init__()
        self.came = asyncio.Event()

    def take(self, failed: Failed) -> None:
        self.append(failed)
        self.came.set()


def told(levels: dict[int, float], fade: float = 0.0) -> ToLights:
    """An order of single channels."""
    by_channel = tuple(ChannelLevel(channel, channel, percent) for channel, percent in levels.items())
    return ToLights("san-khau", by_channel, timedelta(seconds=fade))


def poll_reply(name: str, net: int, sub: int, outputs: tuple[int, ...]) -> bytes:
    """What a node of Art-Net says of itself, written from the published table of ArtPollReply."""
    kinds = [0x80 if port < len(outputs) else 0 for port in range(4)]
    fields = (
        b"Art-Net\0",
        0x2100,
        bytes(4),
        6454,
        0,
        net,
        sub,
        0,
        0,
        0,
        0,
        name[:17].encode(),
        name.encode(),
    )
    head = struct.pack("<8sH4sHHBBHBBH18s64s", *fields)
    ports = struct.pack(
        ">64sH4B4x4x4x4s", b"#0001 [0001] ok", len(outputs), *kinds, bytes(outputs).ljust(4, b"\0")
    )
    return head + ports + bytes(45)
