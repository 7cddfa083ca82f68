"""Rows of the console in a terminal: how soon it stands, how soon it answers a key, what it costs."""

from __future__ import annotations

import re
import subprocess
import tempfile
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from tests.bench.builds import Build, around, precedence, turns
from tests.bench.figures import Found, Row
from tests.bench.plans import TITLE, bare_plan, plan, plan_with_sound
from tests.bench.programs import console, cpu_s, resident_mib
from tests.terminal import Terminal

START = (
    Row("start_15", "start to painted, 15 items", "ms", 0.62),
    Row("start_1000", "start to painted, 1,000 items", "ms", 0.50),
)
KEYS = (
    Row("key_15", "cursor key to painted, 15 items", "ms", 0.6),
    Row("plus_15", "+ to painted, 15 items", "ms"),
    Row("plus_1000", "+ to painted, 1,000 items", "ms", 0.12),
)
CPU = (
    Row("cpu_15", "CPU of the running console, 15 items", "%", 0.6),
    Row("cpu_1000", "CPU of the running console, 1,000 items", "%", 0.1),
)
MEMORY = (Row("memory", "resident memory of the running console with server and sound", "MiB", 0.85),)
BIG = (Row("plus_5000", "+ to painted, 5,000 items", "ms", 25, is_absolute=True),)

PAINTED = ("SPACE", f"{TITLE} 5")
"""What stands on the console's first screen at every size: what GO does, and a row."""
DOWN, UP = "\x1b[B", "\x1b[A"
QUIET_S = 0.08
KEYS_AT_ONCE = 10
"""Keys in one console before the other build has its turn: a console costs its start."""


@precedence()
def start(builds: Sequence[Build], rounds: int) -> Found:
    """From the command to the painted console, every file in the system's cache."""
    found = Found()
    with tempfile.TemporaryDirectory() as folder:
        for row, items in (("start_15", 15), ("start_1000", 1000)):
            file = plan(Path(folder), items)
            for number, build in enumerate(turns(builds, rounds + 1)):
                began = time.perf_counter()
                with tempfile.TemporaryDirectory() as home, console(build, file, Path(home)) as (terminal, _):
                    terminal.wait_for_bytes(*PAINTED, seconds=60)
                    if number >= len(builds):  # the first of each warms the cache
                        found.add(row, build, (time.perf_counter() - began) * 1e3)
    return found


@precedence()
def keys(builds: Sequence[Build], rounds: int) -> Found:
    """From a key to what it changes on the screen: the row the cursor comes to, or the fifth row's hour."""
    found = Found()
    with tempfile.TemporaryDirectory() as folder:
        for items in (15, 1000):
            file = plan(Path(folder), items)
            for build in turns(builds, rounds):
                _keys(build, file, Path(folder), found, f"plus_{items}", "key_15" if items == 15 else None)
    return found


def _keys(build: Build, file: Path, home: Path, found: Found, plus: str, cursor: str | None) -> None:
    with console(build, file, home) as (terminal, desk):
        terminal.wait_for_bytes(*PAINTED, seconds=60)
        desk.wait_until_open()
        desk.order("start")
        terminal.skip(1)
        if cursor:
            for _ in range(4):
                _answered(terminal, DOWN, TITLE)
            for number in range(2 * KEYS_AT_ONCE):
                # rows 5 to 10: the cards of the current and the next items say their titles too
                row = 6 + number % 10 if number % 10 < 5 else 14 - number % 10
                taken = _answered(terminal, DOWN if number % 10 < 5 else UP, f"{TITLE} {row}")
                found.add(cursor, build, taken * 1e3)
        hour = datetime.fromisoformat(desk.ask("GET", "/api/snapshot")["items"][4]["expected_start"])
        for number in range(KEYS_AT_ONCE):
            later = hour + timedelta(minutes=1 - number % 2)
            taken = _answered(terminal, "+-"[number % 2], f"{later:%H:%M}")
            found.add(plus, build, taken * 1e3)


def _answered(terminal: Terminal, key: str, says: str) -> float:
    """Seconds from the key until the screen says this, once it has been quiet."""
    terminal.skip(QUIET_S)
    began = time.perf_counter()
    terminal.type(key)
    terminal.wait_for_bytes(says)
    return time.perf_counter() - began


def cpu(builds: Sequence[Build], seconds: int) -> Found:
    """CPU of a running show that nobody touches, of one core. Both builds run at the same time."""
    found = Found()
    with tempfile.TemporaryDirectory() as folder:
        for items in (15, 1000):
            file = plan(Path(folder), items)
            _cpu(list(builds), [], file, Path(folder), found, f"cpu_{items}", seconds)
    return found


def _cpu(
    to_open: list[Build],
    opened: list[tuple[Build, Terminal]],
    file: Path,
    home: Path,
    found: Found,
    row: str,
    seconds: int,
) -> None:
    if to_open:
        with console(to_open[0], file, home) as (terminal, desk):
            terminal.wait_for_bytes(*PAINTED, seconds=60)
            desk.wait_until_open()
            desk.order("start")
            _cpu(to_open[1:], [*opened, (to_open[0], terminal)], file, home, found, row, seconds)
        return
    _watch([terminal for _, terminal in opened], 2)
    for _ in range(seconds):
        before = [(cpu_s(terminal.pid), time.monotonic()) for _, terminal in opened]
        _watch([terminal for _, terminal in opened], 1)
        for (build, terminal), (spent, at) in zip(opened, before, strict=True):
            found.add(row, build, (cpu_s(terminal.pid) - spent) / (time.monotonic() - at) * 100)


def _watch(terminals: Sequence[Terminal], seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        for terminal in terminals:
            terminal.skip(0.05)


def memory(builds: Sequence[Build], rounds: int) -> Found:
    """Memory of the console itself (not of mpv), its hall open and its music playing, 3 s into the show."""
    found = Found()
    with tempfile.TemporaryDirectory() as folder:
        file = plan_with_sound(Path(folder), 15)
        for build in turns(builds, rounds):
            with console(build, file, Path(folder)) as (terminal, desk):
                terminal.wait_for_bytes(*PAINTED)
                desk.wait_until_open()
                desk.order("start")
                terminal.skip(3)
                found.add("memory", build, resident_mib(terminal.pid))
    return found


@precedence()
def big(builds: Sequence[Build], rounds: int) -> Found:
    """A plan of 5,000 items: may it be run at all, and how soon is a minute more painted then."""
    found = Found()
    with tempfile.TemporaryDirectory() as folder:
        file = bare_plan(Path(folder), 5000)
        able = []
        for build in builds:
            argv = build.argv("check", file, "--lang", "en")
            checked = subprocess.run(
                argv, env=around(), cwd=build.tree, stdout=subprocess.PIPE, encoding="utf-8"
            )
            if checked.returncode == 0:
                able.append(build)
            else:
                why = re.search(r"error: (.*)", checked.stdout)
                found.refuse("plus_5000", build, why[1] if why else "refused")
        for build in turns(able, rounds):
            _keys(build, file, Path(folder), found, "plus_5000", None)
    return found
