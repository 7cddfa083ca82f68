"""`serve` as a program of its own, asked through its API and killed with -9."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from tests.terminal import ROOT
from tests.tether import tied

TOKEN = "a-token-of-a-test-alone"


@dataclass(frozen=True)
class Console:
    """`serve`, asked by a program with the caller's token."""

    process: subprocess.Popen[str]
    address: str
    said: str
    """What it printed until it served."""

    def page(self) -> str:
        """The page that somebody opens in a browser who knows the address alone."""
        with urlopen(self.address, timeout=30) as answer:
            text: str = answer.read().decode()
        return text

    def do(self, command: str, **more: object) -> dict[str, Any]:
        return self._ask("/api/command", {"do": command, **more})

    def snapshot(self) -> dict[str, Any]:
        return self._ask("/api/snapshot")

    def _ask(self, path: str, said: object = None) -> dict[str, Any]:
        body = None if said is None else json.dumps(said).encode()
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        with urlopen(Request(self.address + path, body, headers), timeout=30) as answer:
            told: dict[str, Any] = json.load(answer)
        return told


CHECKOUT = (sys.executable, "-m", "runofshow")


@contextmanager
def console(
    home: Path,
    agenda: Path,
    *more: str,
    program: Sequence[str] = CHECKOUT,
    folder: Path = ROOT,
    sound: bool = False,
) -> Iterator[Console]:
    """Killed with -9 in the end."""
    silent = () if sound else ("--no-sound",)
    argv = [*program, "serve", str(agenda), "--port", "0", *silent, *more]
    environ = {**os.environ, "RUNOFSHOW_HOME": str(home), "RUNOFSHOW_TOKEN": TOKEN}
    with subprocess.Popen(tied(argv), cwd=folder, env=environ, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            said = ""
            for line in process.stdout:
                said += line
                if found := re.search(r"http://127[.]0[.]0[.]1:\d+", line):
                    break
            else:
                raise AssertionError(said)
            yield Console(process, found[0], said)
        finally:
            process.kill()
