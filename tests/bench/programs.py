"""A running show of a build from the outside: its terminal, HTTP, and what the system knows of a process."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from tests.bench.builds import Build, around
from tests.terminal import Terminal

HOST = "127.0.0.1"
TOKEN = "a-token-of-enough-signs"
SIZE = (120, 40)


@dataclass(frozen=True, slots=True)
class Desk:
    """The caller's hand on a show over HTTP, on one connection that stays open."""

    port: int
    pid: int
    connection: HTTPConnection

    def ask(self, method: str, path: str, order: Mapping[str, object] | None = None) -> Any:
        """The answer's JSON. Raises AssertionError when it is a refusal."""
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        body = None if order is None else json.dumps(order).encode()
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        said = answer.read()
        assert answer.status == 200, (path, order, said)
        return json.loads(said)

    def order(self, do: str, **fields: object) -> int:
        """The sequence number that the order has in the record."""
        return int(self.ask("POST", "/api/command", {"do": do, **fields})["seq"])

    def wait_until_open(self, seconds: float = 300) -> None:
        """Until the hall's server answers."""
        until = time.monotonic() + seconds
        while True:
            with suppress(OSError, HTTPException):
                self.ask("GET", "/healthz")
                return
            self.connection.close()
            assert time.monotonic() < until, f"no answer on port {self.port} in {seconds} s"
            time.sleep(0.01)


@contextmanager
def console(build: Build, plan: Path, home: Path) -> Iterator[tuple[Terminal, Desk]]:
    """The console on a new show that starts now; `home` may hold other shows."""
    port = free_port()
    argv = build.argv("run", plan, "--new", "--start", "now", "--port", str(port))
    with Terminal(
        argv, around(RUNOFSHOW_HOME=str(home), RUNOFSHOW_TOKEN=TOKEN), *SIZE, build.tree
    ) as terminal:
        yield terminal, _desk(port, terminal.pid)


@contextmanager
def serving(build: Build, plan: Path, home: Path, *arguments: str) -> Iterator[Desk]:
    """The show without a terminal and without sound, answering; anew unless `arguments` say otherwise."""
    port = free_port()
    argv = build.argv(
        "serve", plan, *(arguments or ("--new", "--start", "now")), "--port", str(port), "--no-sound"
    )
    environ = around(RUNOFSHOW_HOME=str(home), RUNOFSHOW_TOKEN=TOKEN)
    with subprocess.Popen(argv, env=environ, cwd=build.tree, stdout=subprocess.DEVNULL) as process:
        try:
            desk = _desk(port, process.pid)
            desk.wait_until_open()
            yield desk
        finally:
            process.kill()


def _desk(port: int, pid: int) -> Desk:
    return Desk(port, pid, HTTPConnection(HOST, port, timeout=60))


def free_port() -> int:
    """One that nobody has now."""
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        return int(taken.getsockname()[1])


def cpu_s(pid: int) -> float:
    """Seconds of CPU that a process has had, all its threads together, to the nanosecond."""
    if hasattr(os, "sched_getaffinity"):  # Linux: a process has a clock of its own (clock_getcpuclockid(3))
        return time.clock_gettime(~pid << 3 | 2)
    raise NotImplementedError("the CPU of another process is read on Linux alone")


def resident_mib(pid: int) -> float:
    """Memory of a process that is in RAM, shared libraries too."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
