"""A mosquitto of its own, on a port of its own, for as long as a test needs it."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import socket
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from runofshow.sites.address import BrokerAddress
from tests.control.targets import LOOPBACK

MOSQUITTO = shutil.which("mosquitto", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
"""Debian has it where only root looks."""
PATIENCE = 10.0


class Mosquitto:
    """It can be killed, begun again on the same port, and frozen."""

    def __init__(self, folder: Path, settings: str, port: int) -> None:
        self.port = port
        self._file = folder / "mosquitto.conf"
        self._file.write_text(settings, encoding="utf-8")
        self._runs: asyncio.subprocess.Process | None = None
        self._reads: asyncio.Task[None] | None = None

    @property
    def address(self) -> BrokerAddress:
        return BrokerAddress(LOOPBACK, self.port)

    async def start(self) -> None:
        """Once it takes connections."""
        assert MOSQUITTO is not None
        self._runs = await asyncio.create_subprocess_exec(
            MOSQUITTO, "-c", str(self._file), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        up = asyncio.Event()
        self._reads = asyncio.create_task(_read(self._runs, up))
        async with asyncio.timeout(PATIENCE):
            await up.wait()
        assert self._runs.returncode is None, "mosquitto has ended"

    async def kill(self) -> None:
        """Gone at once, with all that it has kept."""
        if self._runs is not None:
            runs, self._runs = self._runs, None
            if runs.returncode is None:
                runs.kill()
            await runs.wait()
            assert self._reads is not None
            await self._reads

    def freeze(self) -> None:
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def _signal(self, number: int) -> None:
        assert self._runs is not None
        self._runs.send_signal(number)


async def _read(runs: asyncio.subprocess.Process, up: asyncio.Event) -> None:
    """What it says of itself, to the end: a pipe that nobody reads would hold it up."""
    assert runs.stderr is not None
    while line := await runs.stderr.readline():
        if line.rstrip().endswith(b"running"):
            up.set()
    up.set()


@asynccontextmanager
async def mosquitto(
    folder: Path, *settings: str, listens: str = "allow_anonymous true"
) -> AsyncIterator[Mosquitto]:
    """One that keeps nothing on disk. `listens` are the lines of its port, `settings` those before it."""
    if MOSQUITTO is None:
        pytest.skip("no mosquitto here")
    port = free_port()
    lines = [
        "persistence false",
        "user root",
        "connection_messages false",
        *settings,
        f"listener {port} {LOOPBACK}",
        listens,
    ]
    runs = Mosquitto(folder, "\n".join(lines) + "\n", port)
    await runs.start()
    try:
        yield runs
    finally:
        await runs.kill()


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind((LOOPBACK, 0))
        port: int = asked.getsockname()[1]
        return port
