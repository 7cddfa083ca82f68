"""A projector as PJLink 5-1 (JBMIA, class 1) has it, on a real socket, for tests."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

SALT = "498e4a67"
"""Of the example in the protocol's chapter on security."""
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass
class Stand:
    """One projector that listens on a port of its own."""

    password: str = ""
    power: str = "1"
    """0 standby, 1 lit, 2 cooling, 3 warming."""
    muted: str = "30"
    mutes_alone: bool = True
    """Whether its picture can be blanked without its sound."""
    defect: bool = False
    errors: str = "000000"
    ends: bytes = b"\r"
    slow: float = 0.0
    """Seconds before each sign of an answer."""
    port: int = 0
    told: list[str] = field(default_factory=list)
    """Every order but questions."""
    visits: int = 0
    gone: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(0))
    """Counts the connections that have ended."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Speak as the protocol says until the other side leaves."""
        await self._say(writer, f"PJLINK 1 {SALT}" if self.password else "PJLINK 0")
        digest = hashlib.md5((SALT + self.password).encode()).hexdigest() if self.password else ""
        while line := (await reader.readuntil(b"\r"))[:-1].decode():
            if digest:
                if not line.startswith(digest):
                    await self._say(writer, "PJLINK ERRA")
                    return
                line, digest = line[len(digest) :], ""
            head, _, value = line.partition(" ")
            await self._say(writer, f"{head}={self._answer(head[2:], value)}")

    async def _say(self, writer: asyncio.StreamWriter, line: str) -> None:
        data = line.encode() + self.ends
        for sign in [bytes([byte]) for byte in data] if self.slow else [data]:
            if self.slow:
                await asyncio.sleep(self.slow)
            writer.write(sign)
            await writer.drain()

    def _answer(self, command: str, value: str) -> str:
        if value != "?":
            self.told.append(f"{command} {value}")
        match command, value:
            case _ if self.defect and command in ("POWR", "AVMT"):
                return "ERR4"
            case "POWR", "?":
                return self.power
            case "POWR", "0" | "1" if self.power in "23":
                return "ERR3"
            case "POWR", "0" | "1":
                self.power = "3" if value == "1" else "2"
                return "OK"
            case "AVMT", "?":
                return self.muted
            case "AVMT", _ if self.power != "1":
                return "ERR3"
            case "AVMT", "10" | "11" if not self.mutes_alone:
                return "ERR2"
            case "AVMT", "10" | "11" | "30" | "31":
                self.muted = {"10": "30", "11": "11", "30": "30", "31": "31"}[value]
                return "OK"
            case "ERST", "?":
                return self.errors
        known = {"INF1": "EPSON", "INF2": "EB-2250U", "NAME": "Hội trường A", "CLSS": "2", "INPT": "31"}
        return (known | {"LAMP": "1234 1 56 0"}).get(command, "ERR1")


@asynccontextmanager
async def standing(stand: Stand, talk: Talk | None = None) -> AsyncIterator[Stand]:
    """The projector while it listens; `talk` is how it speaks instead."""
    speaking: set[asyncio.Task[None] | None] = set()

    async def come(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        speaking.add(asyncio.current_task())
        stand.visits += 1
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                await (talk or stand.serve)(reader, writer)
        finally:
            stand.gone.release()
            writer.transport.abort()

    server = await asyncio.start_server(come, "127.0.0.1", 0)
    stand.port = server.sockets[0].getsockname()[1]
    try:
        yield stand
    finally:
        server.close()
        left = [task for task in speaking if task is not None]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
