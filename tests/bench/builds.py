"""The builds that are measured: this tree, and any other commit beside it, each with its own environment.

Another commit is unpacked into the user's cache folder, with the `.venv` that its own `scripts/prepare` makes
there; a second measurement of it begins at once. A build is only ever started, typed to, asked over HTTP and
read on disk: what is inside differs from one to the next.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from tests.terminal import ROOT


@dataclass(frozen=True, slots=True)
class Build:
    """One state of the project with what runs it."""

    name: str
    tree: Path

    @property
    def environment(self) -> Path:
        return self.tree / ".venv"

    def argv(self, *arguments: str | Path) -> list[str]:
        """What starts the program, as `scripts/run` does."""
        python = self.environment / "bin" / "python"
        return [str(python), "-P", "-m", "runofshow", *map(str, arguments)]


def this_build() -> Build:
    """The working tree, edits and all."""
    return _prepared(Build("new", ROOT))


def build_of(revision: str) -> Build:
    """The project as it was committed. Raises CalledProcessError when there is no such commit."""
    commit = _git("rev-parse", "--verify", f"{revision}^{{commit}}").decode().strip()
    tree = user_cache_path("runofshow-bench", appauthor=False) / commit
    if not tree.exists():
        unfinished = tree.with_name(f"{commit}.{os.getpid()}")
        with tarfile.open(fileobj=io.BytesIO(_git("archive", commit))) as archive:
            archive.extractall(unfinished, filter="data")
        unfinished.rename(tree)
    return _prepared(Build("old", tree))


def _prepared(build: Build) -> Build:
    lock, has = build.tree / "requirements" / "run.txt", build.environment / "lock.txt"
    if not (has.is_file() and has.read_bytes() == lock.read_bytes()):
        print(f"bench: making {build.environment}", file=sys.stderr)
        argv = [build.tree / "scripts" / "prepare", build.environment, lock]
        subprocess.run(argv, check=True, env=around())
    return build


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", "-C", ROOT, *arguments], check=True, stdout=subprocess.PIPE).stdout


def around(**more: str) -> Mapping[str, str]:
    """The environment of a measured program: nothing that changes Python, colours and sound as in a test."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "RUNOFSHOW"))}
    return {**kept, "TERM": "xterm-256color", "COLORTERM": "truecolor", "RUNOFSHOW_AUDIO": "null", **more}


def turns(builds: Sequence[Build], rounds: int) -> Iterator[Build]:
    """Each build once a round, pair by pair: A B, B A, A B ... All other load falls on both alike."""
    for number in range(rounds):
        yield from builds if number % 2 == 0 else reversed(builds)


@contextmanager
def precedence() -> Iterator[None]:
    """What is started in the block goes before all other programs of the machine, where we may ask for it."""
    usual = os.sched_getscheduler(0)
    with suppress(PermissionError):
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(os.sched_get_priority_min(os.SCHED_RR)))
    try:
        yield
    finally:
        os.sched_setscheduler(0, usual, os.sched_param(0))
