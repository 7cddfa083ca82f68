"""The wheel and the sdist, built once for all tests of installing."""

from __future__ import annotations

import subprocess
import sys
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
