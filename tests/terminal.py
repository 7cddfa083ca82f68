"""A real pseudo-terminal with a program in it, for tests and measurements: type, wait, look."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType

import pyte

ROOT = Path(__file__).resolve().parent.parent


class Terminal:
    """A program in a terminal of its own. Use it as a context: leaving it kills what still runs."""

    def __init__(
        self,
        argv: Sequence[str],
        environ: Mapping[str, str],
        columns: int = 120,
        lines: int = 40,
        folder: Path = ROOT,
    ) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.status: int | None = None
        self.bytes_read = 0
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(argv[0], list(argv), dict(environ))
        self._resize(columns, lines)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is None:
            self.kill(signal.SIGKILL)
            self.wait_for_end()
        os.close(self._fd)

    @property
    def lines(self) -> list[str]:
        """What stands on the screen now."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def resize(self, columns: int, lines: int) -> None:
        """Change the window's size, as a user who drags its corner."""
        self._screen.resize(lines, columns)
        self._resize(columns, lines)

    def type(self, keys: str | bytes) -> None:
        """Send keys as the keyboard would."""
        os.write(self._fd, keys.encode() if isinstance(keys, str) else keys)

    def wait_for(self, seen: str | Callable[[Terminal], bool], seconds: float = 15) -> None:
        """Read until the text stands on the screen or the claim is true. Raises AssertionError otherwise."""
        claim = (lambda terminal: seen in terminal.text) if isinstance(seen, str) else seen
        until = time.monotonic() + seconds
        while not claim(self):
            left = until - time.monotonic()
            if left <= 0 or not self.read(left):
                raise AssertionError(f"waited {seconds} s for {seen!r}; the screen says:\n{self.text}")

    def read(self, seconds: float) -> bool:
        """Take in what the program prints within `seconds`; False when it has closed its terminal."""
        ready, _, _ = select.select([self._fd], [], [], min(seconds, 0.5))
        if not ready:
            return self.status is None
        try:
            chunk = os.read(self._fd, 65536)
        except OSError:
            return False
        self.bytes_read += len(chunk)
        self._stream.feed(chunk)
        return bool(chunk)

    def wait_for_bytes(self, *printed: str, seconds: float = 15) -> None:
        """Read until all of these came out, without drawing a screen: what a measurement waits for."""
        until, tail = time.monotonic() + seconds, b""
        missing = {each.encode() for each in printed}
        longest = max(map(len, missing))
        while missing:
            assert time.monotonic() < until, f"never printed: {sorted(map(bytes.decode, missing))}"
            tail = tail[1 - longest :] + self._bytes(0.5)
            missing = {each for each in missing if each not in tail}

    def skip(self, seconds: float) -> None:
        """Take in what is printed for so long, and draw none of it."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self._bytes(left)

    def _bytes(self, seconds: float) -> bytes:
        """What comes first within `seconds`; raises OSError when the program has closed its terminal."""
        return os.read(self._fd, 65536) if select.select([self._fd], [], [], seconds)[0] else b""

    def kill(self, how: signal.Signals) -> None:
        """Send a signal to the program."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, how)

    def wait_for_end(self, seconds: float = 15) -> int:
        """The exit status; negative for the signal that ended it."""
        until = time.monotonic() + seconds
        while self.status is None:
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.status = os.waitstatus_to_exitcode(status)
                break
            assert time.monotonic() < until, f"the program has not ended; the screen says:\n{self.text}"
            self.read(0.02)
        while select.select([self._fd], [], [], 0)[0] and self.read(0):
            pass
        return self.status

    def _resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def zone_far_from_eight() -> str:
    """A zone, as TZ has it, where it is hours from eight: the agendas of the tests begin then, and a console
    asks about the hour only where that is far."""
    return "ICT-7" if abs((datetime.now(UTC) + timedelta(hours=7)).hour - 8) > 2 else "AWAY-13"
