"""OLA, the Open Lighting Architecture, which hears sACN and Art-Net and says which levels it has."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

from filelock import FileLock

from tests.control.targets import LOOPBACK, port_of_nobody

UNUSED = (
    "dummy espnet ftdidmx gpio karate kinet milinst opendmx openpixelcontrol osc pathport renard sandnet"
    " shownet spi stageprofi uartdmx usbdmx usbserial"
)
"""Plugins that would look for devices."""
INSTALLED = shutil.which("olad") is not None
PATIENCE = 10.0


class Ola:
    """It runs, and is asked by HTTP."""

    def __init__(self, port: int) -> None:
        self._url = f"http://{LOOPBACK}:{port}"

    def is_up(self) -> bool:
        try:
            return len(self._ports()) >= 4
        except OSError:
            return False

    def hear(self, device: str, universe: int) -> None:
        """Take what comes for this universe on a port of `E1.31` or `ArtNet`."""
        port = next(
            each["id"] for each in self._ports() if device in each["device"] and not each["is_output"]
        )
        asked = urlencode({"id": universe, "name": device, "add_ports": port}).encode()
        with urlopen(f"{self._url}/new_universe", asked, PATIENCE) as answer:
            assert json.load(answer)["ok"]

    def levels(self, universe: int) -> list[int]:
        """As it has them now."""
        with urlopen(f"{self._url}/get_dmx?u={universe}", None, PATIENCE) as answer:
            found: list[int] = json.load(answer)["dmx"]
            return found

    def has(self, universe: int, levels: dict[int, int], until: float = PATIENCE) -> float:
        """Seconds until it has these levels by channel."""
        began = time.perf_counter()
        while time.perf_counter() - began < until:
            now = self.levels(universe)
            if all(len(now) >= channel and now[channel - 1] == level for channel, level in levels.items()):
                return time.perf_counter() - began
        raise AssertionError(f"{levels} were not seen in {self.levels(universe)[:8]}")

    def _ports(self) -> list[dict[str, str]]:
        with urlopen(f"{self._url}/json/get_ports", None, PATIENCE) as answer:
            found: list[dict[str, str]] = json.load(answer)
            return found


@contextmanager
def ola() -> Iterator[Ola]:
    """One at a time on this machine: its ports for levels are those of the standards."""
    with (
        FileLock(Path(tempfile.gettempdir()) / "runofshow-tests-ola.lock"),
        tempfile.TemporaryDirectory() as home,
    ):
        # it does not run for root
        owner = "nobody" if hasattr(os, "getuid") and os.getuid() == 0 else None
        for name in UNUSED.split():
            (Path(home) / f"ola-{name}.conf").write_text("enabled = false\n")
        if owner is not None:
            shutil.chown(home, owner)
        with port_of_nobody() as port, port_of_nobody() as orders:
            command = [
                "olad",
                "-c",
                home,
                "--no-register-with-dns-sd",
                "-p",
                str(port),
                "-r",
                str(orders),
                "-l",
                "0",
            ]
            place = {"HOME": home, "PATH": os.environ["PATH"]}
        running = subprocess.Popen(
            command, env=place, cwd=home, user=owner, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            found, began = Ola(port), time.perf_counter()
            while not found.is_up():
                assert running.poll() is None, "olad has ended"
                assert time.perf_counter() - began < PATIENCE, "olad does not answer"
            yield found
        finally:
            running.terminate()
            running.wait(PATIENCE)
