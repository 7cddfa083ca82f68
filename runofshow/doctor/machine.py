"""The facts of this machine. Each question has a time limit: a dead disk or a stuck program hangs nothing."""

from __future__ import annotations

import os
import queue
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from importlib import metadata
from pathlib import Path
from statistics import median

from msgspec import Struct

from runofshow.doctor.packages import LEAST_PACKAGES
from runofshow.installation.program import Program, this_program

LIMIT = 2.0
"""Seconds that any answer may take."""

WRITES = 20
LINE = b"x" * 334 + b"\n"
"""As long as a usual line of the journal."""


class Terminal(Struct, frozen=True):
    is_tty: bool
    """Input and output both."""
    columns: int | None
    rows: int | None
    """None without a terminal."""
    encoding: str


class Disk(Struct, frozen=True):
    """What writing to the folder of the shows is like."""

    folder: Path
    trouble: str
    """Why it cannot be written, in the system's words; empty when it can."""
    answered: bool = True
    """It did so within `LIMIT`."""
    free_bytes: int | None = None
    sync_ms: float | None = None
    """Median of appending a line and asking the disk to keep it."""


class Mpv(Struct, frozen=True):
    """The mpv that would play."""

    path: str
    version: str | None
    """None when it does not answer."""
    is_new_enough: bool = True
    output: str | None = None
    """mpv's name of the sound output that opened; None when none did, or it was not tried."""
    trouble: str = ""
    """Why none opened, in mpv's words."""


class Player(Struct, frozen=True):
    """Whatever whoever knows about players found of them on this machine."""

    mpv: Mpv | None
    folder: Path
    """Where a portable mpv would be found."""
    oldest: str
    """The oldest version that will do."""


class Machine(Struct, frozen=True):
    platform: str
    """As `sys.platform` has it."""
    environment: Mapping[str, str]
    terminal: Terminal
    python: tuple[int, int, int]
    packages: tuple[tuple[str, str | None], ...]
    """Name and version; None is missing."""
    counts_sleep: bool
    """There is a clock that nobody sets and that counts on while the machine sleeps."""
    network_time: bool | None
    """The wall clock is synchronised; None when the system could not be asked."""
    disk: Disk
    port: int
    port_free: bool
    player: Player
    printer: str
    """What makes a .pdf of a paper here: `typst 0.15.2`, or a browser's path; empty for nothing."""
    program: Program = Program()


def look_around(folder: Path, port: int, player: Player, printer: str) -> Machine:
    """The facts of this machine. `folder` need not exist, and nothing is left in it."""
    return Machine(
        platform=sys.platform,
        environment=dict(os.environ),
        terminal=look_at_terminal(),
        python=sys.version_info[:3],
        packages=tuple((name, _version(name)) for name in LEAST_PACKAGES),
        # the steady clock that clock.py takes there; since 3.13 Python's own on Windows stands still in sleep
        counts_sleep=hasattr(time, "CLOCK_BOOTTIME")
        or sys.platform == "darwin"
        or (sys.platform == "win32" and sys.version_info < (3, 13)),
        network_time=ask_network_time(),
        disk=try_disk(folder),
        port=port,
        port_free=is_free(port),
        player=player,
        printer=printer,
        program=this_program(),
    )


def look_at_terminal() -> Terminal:
    """The terminal this program was started in."""
    streams = (sys.__stdin__, sys.__stdout__)
    is_tty = all(stream is not None and not stream.closed and stream.isatty() for stream in streams)
    size = None
    if is_tty and sys.__stdout__ is not None:
        try:
            size = os.get_terminal_size(sys.__stdout__.fileno())
        except OSError:
            size = None  # a terminal that does not know its size; the judge says so
    return Terminal(
        is_tty=is_tty,
        columns=size.columns if size else None,
        rows=size.lines if size else None,
        encoding=(sys.__stdout__.encoding if sys.__stdout__ is not None else "") or "",
    )


def ask_network_time() -> bool | None:
    """Whether the wall clock is synchronised, where timedatectl knows."""
    answer = _answer("timedatectl", "show", "--property=NTPSynchronized", "--value")
    return {"yes": True, "no": False}.get((answer or "").strip())


def is_free(port: int) -> bool:
    """Whether the hall's server could have this port of the loopback. Port 0 is always free."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
        if sys.platform == "win32":
            # without it Windows lets two programs share a port
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # a port just left by our own server is free, as the server itself will find
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def try_disk(folder: Path, write: Callable[[Path], Disk] | None = None) -> Disk:
    """What the disk under `folder` does, or that it does not answer.

    A disk that hangs cannot be interrupted, so it is asked in a thread that may be left behind.
    """
    answers: queue.SimpleQueue[Disk] = queue.SimpleQueue()
    asked = write or _write_to
    threading.Thread(target=lambda: answers.put(asked(folder)), daemon=True).start()
    try:
        return answers.get(timeout=LIMIT)
    except queue.Empty:
        return Disk(folder, trouble="", answered=False)


def _write_to(folder: Path) -> Disk:
    try:
        # the folder is made with the first show; until then what it will stand in is asked
        standing = next(path for path in (folder, *folder.parents) if path.exists())
        with tempfile.NamedTemporaryFile(dir=standing, prefix=".runofshow-doctor-", buffering=0) as file:
            took: list[float] = []
            while len(took) < WRITES and sum(took) < LIMIT / 2:
                began = time.perf_counter()
                file.write(LINE)
                os.fsync(file.fileno())
                took.append(time.perf_counter() - began)
        return Disk(folder, "", True, shutil.disk_usage(standing).free, median(took) * 1000)
    except (OSError, StopIteration) as error:
        return Disk(folder, trouble=str(error) or type(error).__name__)


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _answer(*command: str) -> str | None:
    """What a program prints; None when it is not there, fails, or says nothing within `LIMIT`."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=LIMIT, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
