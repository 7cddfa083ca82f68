"""A recording is listened to at the desk until it is asked for again, or until the desk is left."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from runofshow.cli.arguments import Asked
from runofshow.cli.listening import Listening
from runofshow.cli.outcome import Outcome
from runofshow.texts import Language
from runofshow.texts.cli import CLI

if sys.platform == "win32":
    pytest.skip("the player of this test is a shell script", allow_module_level=True)

PLAYER = """#!/bin/sh
echo "$$ $*" >> "$(dirname "$0")/played"
exec sleep 60
"""


def outcome_with(folder: Path) -> Outcome:
    mpv = folder / "mpv"
    mpv.write_text(PLAYER, encoding="utf-8")
    mpv.chmod(0o755)
    environ = {"PATH": str(folder)}
    return Outcome(Asked("plan"), Language.VI, CLI[Language.VI], environ)


def played(folder: Path, count: int) -> list[str]:
    """What the player was started with, once it was started so often."""
    for _ in range(500):
        said = folder / "played"
        lines = said.read_text(encoding="utf-8").splitlines() if said.exists() else []
        if len(lines) == count:
            return lines
        time.sleep(0.01)
    raise AssertionError(f"never played {count} times")


def is_running(line: str) -> bool:
    try:
        os.kill(int(line.split()[0]), 0)
    except ProcessLookupError:
        return False
    return True


def test_a_file_is_played_and_stopped_by_the_same_key(tmp_path: Path) -> None:
    track, other = tmp_path / "a b.mp3", tmp_path / "--b.mp3"
    with Listening(outcome_with(tmp_path)) as listening:
        assert listening.mpv == tmp_path / "mpv"
        assert listening.turn(track) == ""
        (first,) = played(tmp_path, 1)
        assert first.endswith(f"-- {track}")
        assert "--load-scripts=no" in first
        assert listening.turn(track) is None
        assert not is_running(first)
        listening.turn(track)
        second = played(tmp_path, 2)[1]
        listening.turn(other)
        third = played(tmp_path, 3)[2]
        assert not is_running(second)
        assert third.endswith(f"-- {other}")
        assert is_running(third)
    assert not is_running(third)


def test_a_player_that_cannot_be_started_says_why(tmp_path: Path) -> None:
    outcome = outcome_with(tmp_path)
    with Listening(outcome) as listening:
        (tmp_path / "mpv").unlink()
        assert listening.turn(tmp_path / "a.mp3")
