"""The whole program without a terminal, in a process of its own that can be killed."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from runofshow.core.agenda import Role
from runofshow.web.network import LOOPBACK
from tests.tether import tied

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """A port that nobody has now."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(home: Path, port: int, how: str) -> Iterator[dict[str, str]]:
    """`serve` the full example on this port, killed with -9 in the end; gives the join link of each role."""
    argv = [sys.executable, "-m", "runofshow", "serve", "agendas/full-example.yaml", how, "--start", "now"]
    environ = {**os.environ, "RUNOFSHOW_HOME": str(home)}
    with subprocess.Popen(
        tied([*argv, "--port", str(port)]), cwd=ROOT, env=environ, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            links: dict[str, str] = {}
            for line in process.stdout:
                found = re.search(r"(\w+).*(http://\S+/j/\w+)", line)
                if found:
                    links[found[1]] = found[2]
                if len(links) == len(Role):
                    break
            assert len(links) == len(Role), "it has ended"
            yield links
        finally:
            process.kill()
