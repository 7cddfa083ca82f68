"""mpv as a process of ours, joined to us so that it cannot outlive us.

Music that plays on after the console was killed is music nobody can stop. So the system itself, and no code
that would have to be alive, ends mpv with us:

- Elsewhere than on Windows mpv gets one end of a socket pair as its only line. When we are gone, however that
  came, the system closes our end, and mpv quits when its line closes. No file, no name, nothing that another
  program of the machine could join, nothing left behind.
- On Windows the line is a named pipe with a name nobody can guess, and mpv is put in a job that the system
  ends with us (`job.py`).
"""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
import subprocess
import sys
from asyncio.subprocess import Process
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from runofshow.players.messages import LONGEST

if sys.platform == "win32":
    from runofshow.players.job import Job


class Link(Struct, frozen=True):
    """A started mpv and the line to it."""

    process: Process
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    job: object = None
    """What holds the process to our life; it must live as long as the process may."""


async def start_mpv(program: Path, options: Sequence[str], gentle: bool) -> Link:
    """Start mpv with `options` and join it; `gentle` leaves the processor to others first.

    Raises OSError when it cannot be started. Cancelled half-way, it leaves nothing running.
    """
    if sys.platform == "win32":
        return await _start_on_windows(program, options, gentle)
    else:
        return await _start_on_a_socket(program, options, gentle)


if sys.platform == "win32":
    JOINING = 10.0
    """Seconds in which mpv must have made its pipe."""
    RETRY = 0.02

    async def _start_on_windows(program: Path, options: Sequence[str], gentle: bool) -> Link:
        pipe = rf"\\.\pipe\runofshow-{secrets.token_hex(16)}"
        priority = subprocess.BELOW_NORMAL_PRIORITY_CLASS if gentle else subprocess.NORMAL_PRIORITY_CLASS
        job = Job()
        process = await asyncio.create_subprocess_exec(
            program,
            *options,
            f"--input-ipc-server={pipe}",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            creationflags=subprocess.CREATE_NO_WINDOW | priority,
        )
        try:
            job.take(process.pid)
            async with asyncio.timeout(JOINING):
                reader, writer = await _join(pipe, process)
        except BaseException as error:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()
            if isinstance(error, TimeoutError):
                raise OSError("mpv opened no pipe") from error
            raise
        return Link(process, reader, writer, job)

    async def _join(pipe: str, process: Process) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, asyncio.ProactorEventLoop)
        reader = asyncio.StreamReader(limit=LONGEST)
        protocol = asyncio.StreamReaderProtocol(reader)
        while True:
            try:
                transport, _ = await loop.create_pipe_connection(lambda: protocol, pipe)
            except FileNotFoundError:
                if process.returncode is not None:
                    raise OSError(f"mpv ended with {process.returncode}") from None
                await asyncio.sleep(RETRY)
            else:
                return reader, asyncio.StreamWriter(transport, protocol, reader, loop)

else:
    GENTLE = 10
    """How far a process that nobody waits for stands back (`nice`)."""

    async def _start_on_a_socket(program: Path, options: Sequence[str], gentle: bool) -> Link:
        ours, theirs = socket.socketpair()
        process: Process | None = None
        try:
            with theirs:
                process = await asyncio.create_subprocess_exec(
                    program,
                    *options,
                    f"--input-ipc-client=fd://{theirs.fileno()}",
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    pass_fds=(theirs.fileno(),),
                    # ctrl+c and a closed window of the terminal are for the console to answer
                    start_new_session=True,
                )
            if gentle:
                with suppress(ProcessLookupError):  # it has ended; whoever asks it will be told
                    os.setpriority(os.PRIO_PROCESS, process.pid, GENTLE)
            reader, writer = await asyncio.open_connection(sock=ours, limit=LONGEST)
        except BaseException:
            ours.close()
            if process is not None:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
            raise
        return Link(process, reader, writer)
