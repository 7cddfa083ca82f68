"""The bytecode of sources, made by the embedded Python itself: no other Python writes what that one reads."""

from __future__ import annotations

import os
import subprocess
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

COMPILER = Path(__file__).with_name("compile_sources.py")


def wine_in(prefix: Path) -> dict[str, str]:
    """The environment in which wine keeps its Windows in `prefix`, and shows and reports nothing."""
    return {**os.environ, "WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "DISPLAY": ""}


def bytecode(sources: Mapping[str, bytes], python: Path, prefix: Path) -> dict[str, bytes]:
    """`a/b.pyc` for each `a/b.py`, compiled by the `python.exe` of a folder, under wine."""
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder) / "sources.zip", Path(folder) / "bytecode.zip"
        with zipfile.ZipFile(given, "w", zipfile.ZIP_STORED) as packed:
            for name in sorted(sources):
                packed.writestr(zipfile.ZipInfo(name), sources[name])
        done = subprocess.run(
            # pipes: this Python under wine cannot begin with a plain file as its output
            # without columns, which are a fifth of all bytecode; a traceback has its lines without them
            ["wine", str(python), "-X", "no_debug_ranges", str(COMPILER), str(given), str(made)],
            env=wine_in(prefix),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        if done.returncode:
            raise ChildProcessError(done.stdout.decode("utf-8", "replace"))
        with zipfile.ZipFile(made) as packed:
            return {name: packed.read(name) for name in packed.namelist()}
