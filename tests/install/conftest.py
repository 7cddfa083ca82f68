"""The wheel and the sdist, built once for all tests of installing."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def build(source: Path, into: Path, *what: str) -> Path:
    """The folder in which lies what `python -m build` makes of `source`; nothing is fetched for it."""
    argv = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(into), *what, str(source)]
    done = subprocess.run(argv, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return into


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the sdist of the checkout, and the wheel that was made of that sdist."""
    return build(ROOT, tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="session")
def wheel(built: Path) -> Path:
    [found] = built.glob("*.whl")
    return found


@dataclass(frozen=True)
class Bare:
    """An environment with the wheel and the packages of one lock file in it, and no other."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def command(self) -> Path:
        return self.folder / "bin" / "runofshow"

    def version(self) -> str:
        """Of the interpreter, as `3.14.10`."""
        asked = "import platform; print(platform.python_version())"
        return subprocess.check_output([self.python, "-I", "-c", asked], text=True).strip()

    @property
    def samples(self) -> Path:
        asked = "from runofshow.agenda_file.samples import samples; print(samples())"
        return Path(subprocess.check_output([self.python, "-I", "-c", asked], text=True).strip())


def environment(folder: Path, python: str, lock: str, *wheels: Path) -> Bare:
    """Made by uv, which needs no pip in there, and compiled as pip does and as the README asks of uv. Every
    package is held to its hash, and none is built."""
    into = ["pip", "install", "--python", str(folder / "bin" / "python"), "--no-deps", "--no-build"]
    into.append("--compile-bytecode")
    steps = [
        ["venv", "--python", python, str(folder)],
        [*into, "--require-hashes", "-r", str(ROOT / "requirements" / lock)],
        *([*into, str(wheel)] for wheel in wheels),
    ]
    for step in steps:
        argv = [sys.executable, "-m", "uv", "--quiet", *step]
        done = subprocess.run(argv, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    return Bare(folder)
