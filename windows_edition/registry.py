"""Packages from the registry that pip is set up for, held against a lock's hashes. No host is named here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / "requirements" / "windows.txt"
"""The Python that goes inside and what the build runs; `run.txt` has what else goes inside."""

_SAFELY = ("--no-deps", "--require-hashes", "--no-input", "--disable-pip-version-check", "-q")


class Registry:
    """A pip of our own in `folder`, with the tools of the build."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.python = folder / "tools" / "bin" / "python"

    def install_tools(self) -> None:
        """setuptools and ziglang; does nothing where the very same are installed."""
        lock = self._only("setuptools", "ziglang")
        done = self._folder / "tools" / "installed.txt"
        if done.is_file() and done.read_bytes() == lock.read_bytes():
            return
        _run(sys.executable, "-m", "venv", "--clear", str(self._folder / "tools"))
        self._pip("install", "--only-binary=:all:", "-r", str(lock))
        done.write_bytes(lock.read_bytes())

    def sdist(self, name: str) -> Path:
        """The source archive of the tool `name`.

        pip asks an sdist for its metadata by running its setup.py: with the setuptools of the lock, for which
        no other is fetched.
        """
        into = self._folder / "sdists"
        self._pip(
            "download",
            "--no-build-isolation",
            "--no-binary=:all:",
            "-d",
            str(into),
            "-r",
            str(self._only(name)),
        )
        [found] = into.glob(f"{name.replace('-', '_')}-*.tar.gz")
        return found

    def wheels(self, lock: Path, python: str) -> list[Path]:
        """Every wheel of `lock` for 64-bit Windows and CPython `python` ("3.13"), by name.

        pip reads a line's marker as of the machine that runs it, and would leave out what only Windows needs.
        """
        lines = lock.read_text(encoding="utf-8")
        if ";" in lines:
            raise ValueError(f"{lock}: a line with a marker cannot be fetched for another system")
        into = self._folder / f"wheels-{lock.stem}"
        for left in into.glob("*"):
            left.unlink()
        target = ("--platform=win_amd64", f"--python-version={python}", "--implementation=cp")
        self._pip("download", "--only-binary=:all:", *target, "-d", str(into), "-r", str(lock))
        return sorted(into.glob("*.whl"))

    def _only(self, *names: str) -> Path:
        """A lock of these tools alone."""
        entries = TOOLS.read_text(encoding="utf-8").replace("\\\n", "").splitlines(keepends=True)
        chosen = [entry for entry in entries if entry.partition("==")[0] in names]
        assert len(chosen) == len(names), names
        path = self._folder / f"{'+'.join(names)}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(chosen), encoding="utf-8")
        return path

    def _pip(self, *arguments: str) -> None:
        _run(str(self.python), "-m", "pip", *arguments[:1], *_SAFELY, *arguments[1:])


def _run(*command: str) -> None:
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
