"""The Windows edition, built once for all tests, and a Windows to run it on: Debian's wine64."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from tests.install.conftest import ROOT


class Windows:
    """A Windows of its own under `folder`, with nothing on it."""

    def __init__(self, folder: Path) -> None:
        self._home = folder / "home"
        self._home.mkdir(parents=True)
        self.drive = folder / "windows" / "drive_c"
        told = {"HOME": self._home, "WINEPREFIX": folder / "windows", "WINEDEBUG": "-all", "DISPLAY": ""}
        told["LC_ALL"] = "C.UTF-8"  # the letters of paths
        self._environ = [f"{name}={value}" for name, value in told.items()]
        self.run("wineboot", "--init")

    def program(self, path: Path | str) -> list[str]:
        """The command that starts a program of this Windows. What it says on stderr comes on stdout: a Python
        under wine cannot begin with a plain file for either, and pytest has one for stderr."""
        return ["env", *self._environ, "sh", "-c", 'exec wine "$@" 2>&1', "wine", str(path)]

    def run(self, path: Path | str, *arguments: str, folder: Path = ROOT, status: int = 0) -> str:
        """What the program says. No test waits for ever for a window that nobody sees."""
        done = subprocess.run(
            [*self.program(path), *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            check=False,
            timeout=180,
        )
        said = done.stdout.decode("utf-8", "replace")
        assert done.returncode == status, said
        return said

    @property
    def user(self) -> Path:
        """`C:\\users\\NAME`."""
        return next(path for path in (self.drive / "users").iterdir() if path.name != "Public")

    def stop(self) -> None:
        subprocess.run(["env", *self._environ, "wineserver", "--kill"], check=False)


def need(*programs: str) -> None:
    """Skips by name where one is missing; .ci/run installs them."""
    for name in programs:
        if shutil.which(name) is None:
            pytest.skip(f"{name} is not installed")


def built_edition(shared: Path) -> Path:
    """The folder with the zip and the setup; whoever of all who test at once comes first builds them."""
    into = shared / "windows-edition"
    with FileLock(shared / "windows-edition.lock"):
        if not (into / "built").exists():
            build_edition(into)
            (into / "built").touch()
    return into


def build_edition(into: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "windows"), "--into", str(into)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def only(folder: Path, pattern: str) -> Path:
    [found] = folder.glob(pattern)
    return found
