"""Gear for tests: programs on this machine that take OSC and HTTP, well or badly."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field
from socket import AF_INET, SOCK_DGRAM, SOCK_STREAM, socket
from types import MappingProxyType
from typing import Any

from pythonosc.dispatcher import Dispatcher
from pythonosc.osc_server import AsyncIOOSCUDPServer

from runofshow.control.gear.opening import opened
from runofshow.control.sending import Opening, SignalSender
from runofshow.control.target_line import Limits, Result
from runofshow.core import commands as c
from runofshow.core.gear import Gear
from runofshow.core.gear_orders import ToLights
from runofshow.core.refusal import Refused
from runofshow.core.signal import Signal
from runofshow.core.sound_events import SignalFailed, SignalSent
from runofshow.core.value import replace
from runofshow.line.finding import Search, search_system
from tests.control.given import HERE, plan
from tests.core.shows import Stage, minutes

LOOPBACK = "127.0.0.1"
QUICK = Limits(a_try=10.0, waits=(0.01, 0.02), latest=30.0, waiting=4)
"""Hardly a wait between the tries, and all the time a busy machine may need for one."""
HASTY = Limits(a_try=0.3, waits=(0.01, 0.02), latest=30.0)
"""For what hangs."""

Play = Callable[["Visit"], Awaitable[None]]


@dataclass
class Visit:
    """One connection to a target."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    number: int
    """0 for the first connection."""
    head: str = ""
    body: bytes = b""
    written: int = 0

    async def read(self) -> None:
        """Take the request in, and as much of a body as it says."""
        self.head = (await self.reader.readuntil(b"\r\n\r\n")).decode()
        for line in self.head.split("\r\n"):
            if line.lower().startswith("content-length:"):
                self.body = await self.reader.readexactly(int(line.partition(":")[2]))

    async def write(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()
        self.written += len(data)

    async def hang(self) -> None:
        """Until the other side leaves."""
        while await self.reader.read(1024):
            pass

    @property
    def asked(self) -> str:
        """The first line without the version."""
        return self.head.partition(" HTTP/")[0]


@dataclass
class Target:
    """A program that listens."""

    port: int
    visits: list[Visit] = field(default_factory=list)
    found: asyncio.Event = field(default_factory=asyncio.Event)
    """Somebody has come."""

    def url(self, path: str = "/") -> str:
        return f"http://{LOOPBACK}:{self.port}{path}"

    @property
    def asked(self) -> list[str]:
        return [visit.asked for visit in self.visits]


@asynccontextmanager
async def http_target(play: Play, secured: ssl.SSLContext | None = None) -> AsyncIterator[Target]:
    """A program that plays its part with every connection, and closes it."""
    target = Target(0)
    playing: set[asyncio.Task[Any]] = set()

    async def come(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        playing.add(task)
        visit = Visit(reader, writer, len(target.visits))
        target.visits.append(visit)
        target.found.set()
        try:
            await play(visit)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the other side has left
        finally:
            writer.transport.abort()

    server = await asyncio.start_server(come, LOOPBACK, 0, ssl=secured)
    target.port = server.sockets[0].getsockname()[1]
    try:
        yield target
    finally:
        server.close()
        for task in playing:
            task.cancel()
        await asyncio.gather(*playing, return_exceptions=True)


def answers(*whole: bytes) -> Play:
    """The first connection gets the first of these, and so on; the last one is for all that come after."""

    async def play(visit: Visit) -> None:
        await visit.read()
        await visit.write(whole[min(visit.number, len(whole) - 1)])

    return play


async def hangs(visit: Visit) -> None:
    """Takes the request and never answers."""
    await visit.read()
    await visit.hang()


def answer(status: str, body: bytes = b"", *headers: str) -> bytes:
    lines = (f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", "")
    return "\r\n".join(lines).encode() + body


@dataclass
class OscReceiver:
    """A program that takes OSC by python-osc's own server."""

    port: int = 0
    came: asyncio.Queue[tuple[Any, ...]] = field(default_factory=asyncio.Queue)

    async def next(self) -> tuple[Any, ...]:
        """The next message: its address, then its arguments."""
        return await asyncio.wait_for(self.came.get(), 5)


@asynccontextmanager
async def osc_receiver() -> AsyncIterator[OscReceiver]:
    """Listens on a free port."""
    receiver = OscReceiver()
    dispatcher = Dispatcher()
    dispatcher.set_default_handler(lambda address, *args: receiver.came.put_nowait((address, *args)))
    loop = asyncio.get_running_loop()
    assert isinstance(loop, asyncio.BaseEventLoop)
    transport, _ = await AsyncIOOSCUDPServer((LOOPBACK, 0), dispatcher, loop).create_serve_endpoint()
    receiver.port = transport.get_extra_info("sockname")[1]
    try:
        yield receiver
    finally:
        transport.close()
        await asyncio.sleep(0)


@contextmanager
def port_of_nobody(kind: int = SOCK_STREAM) -> Iterator[int]:
    """A port that is kept from others and where nobody answers."""
    with closing(socket(AF_INET, kind)) as kept:
        kept.bind((LOOPBACK, 0))
        port = kept.getsockname()[1]
        if kind == SOCK_DGRAM:
            kept.close()
        yield port


class Desk:
    """A show with signals, its sender, and what became of them."""

    def __init__(
        self,
        *signals: Signal,
        limits: Limits = QUICK,
        enabled: bool = True,
        search: Search = search_system,
        gear: tuple[Gear, ...] = (),
        opening: Opening = opened,
        passwords: Mapping[str, str] = MappingProxyType({}),
        held: Mapping[str, ToLights] = MappingProxyType({}),
    ) -> None:
        self.stage = Stage(replace(plan(*signals), gear=gear), tick=False)
        self.results: list[Result] = []
        self.alarms: list[tuple[str, str]] = []
        self.causes: list[str] = []
        self.alarmed_gear: list[str | None] = []
        self.ended_at: list[float] = []
        """When each result was reported, on the loop's clock."""
        self.report: Callable[[Result], object] = self._take
        self._news = asyncio.Event()
        self.sender = SignalSender(
            lambda: self.stage.state,
            lambda result: self.report(result),
            self._alarm,
            HERE,
            enabled=enabled,
            limits=limits,
            search=search,
            opening=opening,
            passwords=passwords,
            held=held,
        )

    def call(self, command: c.Command) -> None:
        """Obey it, a minute after the call before, and let the sender hear what came of it."""
        known = len(self.stage.entries)
        self.stage.sleep(minutes(1))
        assert not isinstance(self.stage.ask(command), Refused), command
        self.sender.heard(self.stage.picture, tuple(self.stage.entries[known:]))

    async def start(self) -> list[Result]:
        """Start the show and wait for what comes of it."""
        self.call(c.Start())
        return await self.settled()

    async def settled(self) -> list[Result]:
        await asyncio.wait_for(self.sender.settled(), 20)
        await asyncio.sleep(0)
        return self.results

    async def reported(self, count: int) -> None:
        """Wait until so many results are there."""
        while len(self.results) < count:
            self._news.clear()
            await asyncio.wait_for(self._news.wait(), 20)

    async def alarmed(self) -> None:
        """Wait until there is an alarm."""
        while not self.alarms:
            self._news.clear()
            await asyncio.wait_for(self._news.wait(), 20)

    def _alarm(self, code: str, detail: str, cause: str = "", gear_id: str | None = None) -> None:
        self.alarms.append((code, detail))
        self.alarmed_gear.append(gear_id)
        self.causes.append(cause)
        self._news.set()

    def _take(self, result: Result) -> None:
        self.results.append(result)
        self.ended_at.append(asyncio.get_running_loop().time())
        self._news.set()

    @property
    def sent(self) -> list[SignalSent]:
        return [result for result in self.results if isinstance(result, SignalSent)]

    @property
    def failed(self) -> list[SignalFailed]:
        return [result for result in self.results if isinstance(result, SignalFailed)]
