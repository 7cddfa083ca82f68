"""A JACK server of its own, without sound hardware: what stands in for a sound card and for MIDI cables."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

needs_jack = pytest.mark.skipif(
    shutil.which("jackd") is None or shutil.which("jack_wait") is None, reason="jackd is not installed"
)


@contextmanager
def jack_server(name: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything begun in the block finds this server, and nobody else does."""
    monkeypatch.setenv("JACK_DEFAULT_SERVER", name)
    command = ("jackd", "-n", name, "-r", "-d", "dummy", "-r", "48000", "-p", "256")
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            subprocess.run(("jack_wait", "-s", name, "-w", "-t", "10"), check=True, capture_output=True)
            yield
        finally:
            server.terminate()


def ports() -> list[str]:
    """Those of the server, by name."""
    listed = subprocess.run(("jack_lsp",), capture_output=True, text=True, check=False)
    return listed.stdout.split("\n")


def port_named(begins: str, within: float = 15.0) -> str:
    """The first port so named, once it is there."""
    until = time.monotonic() + within
    while time.monotonic() < until:
        found = next((port for port in ports() if port.startswith(begins)), None)
        if found is not None:
            return found
    raise AssertionError(f"no port {begins}: {ports()}")
