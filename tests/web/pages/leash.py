"""A program that ends with the run that started it, however that ends, and with it all that it has started.

A browser is many processes, some in sessions of their own; a run that is killed or timed out closes none.
So each is started by a guard (this file as a script), which waits until the program has ended or its own
stdin is at its end, as it is the moment the run is gone, and then kills what is left.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import select
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

PR_SET_CHILD_SUBREAPER = 36
"""From linux/prctl.h: whoever loses its parent below us becomes our child."""
GRACE_S = 2.0
"""For a program that takes its files away when it is told to end."""


class Leashed:
    """`argv`, started; `pipes` are what it finds at 3 and 4, whatever numbers they have here."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        out: IO[bytes] | int = subprocess.DEVNULL,
        errors: IO[bytes] | int = subprocess.DEVNULL,
        environ: Mapping[str, str] | None = None,
        pipes: tuple[int, ...] = (),
    ) -> None:
        self._guard = subprocess.Popen(
            [sys.executable, __file__, ",".join(map(str, pipes)), *argv],
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=errors,
            env=environ,
            pass_fds=pipes,
            start_new_session=True,  # Ctrl+C is for the run
        )

    @property
    def out(self) -> IO[bytes]:
        assert self._guard.stdout is not None
        return self._guard.stdout

    @property
    def has_ended(self) -> bool:
        return self._guard.poll() is not None

    def end(self, patience_s: float = 0.0) -> None:
        """Let it end by itself within this time; what is there then is killed."""
        assert self._guard.stdin is not None
        try:
            with suppress(subprocess.TimeoutExpired):
                self._guard.wait(patience_s)
        finally:
            self._guard.stdin.close()
            self._guard.wait()


def _guard(pipes: list[int], argv: list[str]) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    # out of the way first, so that none is overwritten before it was moved
    moved = [fcntl.fcntl(pipe, fcntl.F_DUPFD, 10) for pipe in pipes]
    theirs = range(3, 3 + len(moved))
    for pipe, number in zip(moved, theirs, strict=True):
        os.dup2(pipe, number)
    child = subprocess.Popen(argv, stdin=subprocess.DEVNULL, pass_fds=theirs)
    os.closerange(3, 1024)
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    while child.poll() is None:
        ready, _, _ = select.select([0, woken], [], [])
        if 0 in ready:
            break
        os.read(woken, 4096)
    child.terminate()
    with suppress(subprocess.TimeoutExpired):
        child.wait(GRACE_S)
    child.kill()
    _kill_all()


def _kill_all() -> None:
    """Children are killed until there are none: those of a killed one become ours."""
    listed = Path(f"/proc/self/task/{os.getpid()}/children")
    while listed.exists() and (children := listed.read_text().split()):
        for child in children:
            os.kill(int(child), signal.SIGKILL)
        for child in children:
            os.waitpid(int(child), 0)


if __name__ == "__main__":
    _guard([int(pipe) for pipe in sys.argv[1].split(",") if pipe], sys.argv[2:])
