"""A program of ours in a process of its own, which speaks to the show and listens to it in lines.

What it loads may take its process down (a driver, a library in C): then this process is gone, the show is
told why, and after a wait that grows it is begun anew. It ends with whoever began it. A line is short; one
that says a longer one is ended like one that died.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

LONGEST_LINE: Final = 8_192
"""Bytes, either way."""
MOST_WAITING: Final = 65_536
"""Bytes that a child may leave unread before nothing more is said to it."""
_SHOWN = 200


class Child:
    """Keeps one such program running in the loop of whoever asks. `lost` is told why it went, each time."""

    def __init__(
        self,
        module: str,
        arguments: Sequence[str],
        heard: Callable[[bytes], None],
        lost: Callable[[str], None],
        waits: Sequence[float] = (0.5, 1, 2, 5, 10, 30),
    ) -> None:
        """`heard` is given each line without its end; an error of its own ends the child. `waits` are the
        seconds before it is begun again, the last for all that follow; a line that comes begins them anew."""
        self._command = (sys.executable, "-m", module, *arguments)
        self._heard = heard
        self._lost = lost
        self._waits = waits
        self._process: asyncio.subprocess.Process | None = None

    def say(self, line: bytes) -> bool:
        """Write a line to it; False where there is nobody to read it."""
        process = self._process
        if process is None or process.stdin is None or process.stdin.is_closing():
            return False
        if process.stdin.transport.get_write_buffer_size() > MOST_WAITING:
            return False
        process.stdin.write(line + b"\n")
        return True

    async def run(self) -> None:
        """Until cancelled; then it is ended too."""
        again = 0
        while True:
            spoke, why = await self._once()
            again = 0 if spoke else again
            self._lost(why)
            await asyncio.sleep(self._waits[min(again, len(self._waits) - 1)])
            again += 1

    async def _once(self) -> tuple[bool, str]:
        """Whether it said anything, and why it ended."""
        pipe = asyncio.subprocess.PIPE
        try:
            process = await asyncio.create_subprocess_exec(
                *self._command, stdin=pipe, stdout=pipe, stderr=pipe, limit=LONGEST_LINE
            )
        except OSError as error:
            return False, error.strerror or str(error)
        self._process = process
        assert process.stdout is not None
        assert process.stderr is not None
        complaints = asyncio.create_task(_last_line(process.stderr))
        spoke = False
        try:
            while line := await process.stdout.readline():
                spoke = True
                self._heard(line.rstrip(b"\r\n"))
        except ValueError as error:
            # a line that is too long, or none of ours
            return spoke, str(error)
        finally:
            self._process = None
            await _end(process)
            said = await complaints
        code = process.returncode
        return spoke, said or f"exit {code}"


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        # it may have gone by itself in between
        with suppress(ProcessLookupError):
            process.kill()
    # what it still said is thrown away: its pipe closes with its last word
    while process.stdout is not None and await process.stdout.read(LONGEST_LINE):
        pass
    await process.wait()


async def _last_line(stream: asyncio.StreamReader) -> str:
    """The last line that says something, read to the end so that the child is never held up."""
    last = b""
    while piece := await stream.read(LONGEST_LINE):
        lines = [line for line in (last + piece)[-LONGEST_LINE:].splitlines() if line.strip()]
        last = lines[-1] if lines else b""
    return " ".join(last.decode("utf-8", "replace").split())[:_SHOWN]
