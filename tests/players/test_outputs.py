"""Whether a sound output opens, as mpv tells it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

from runofshow.core.sound import Fault
from runofshow.players import outputs
from runofshow.players.faults import Faulty
from runofshow.players.happenings import Output
from runofshow.players.outputs import opened_output
from tests.players.conftest import UNHEARD


@pytest.fixture(autouse=True)
def scraps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what is written for a moment."""
    folder = tmp_path / "scraps"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_an_output_that_opens_is_named_and_nothing_is_left_behind(mpv: Path, scraps: Path) -> None:
    assert opened_output(mpv, UNHEARD) == "null"
    assert list(scraps.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="ALSA is of Linux")
def test_an_output_that_does_not_open_is_told_in_the_words_of_mpv(mpv: Path, scraps: Path) -> None:
    told = opened_output(mpv, Output(driver="alsa", device="alsa/no-such-device"))
    assert isinstance(told, Faulty)
    assert told.fault is Fault.OUTPUT
    assert "audio" in told.detail
    assert list(scraps.iterdir()) == []


def test_a_driver_that_mpv_does_not_know_opens_nothing(mpv: Path) -> None:
    assert isinstance(opened_output(mpv, Output(driver="no such driver")), Faulty)


def test_a_player_that_does_not_start_is_told(tmp_path: Path) -> None:
    told = opened_output(tmp_path / "no mpv", UNHEARD)
    assert isinstance(told, Faulty)
    assert told.fault is Fault.PLAYER


@pytest.mark.skipif(sys.platform == "win32", reason="the program is a shell script")
def test_a_player_that_does_not_answer_is_given_up(
    tmp_path: Path, scraps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "LIMIT", 0.2)
    program = tmp_path / "mpv"
    program.write_text("#!/bin/sh\nread line <&-\nwhile :; do :; done\n")
    program.chmod(0o755)
    told = opened_output(program, UNHEARD)
    assert isinstance(told, Faulty)
    assert told.fault is Fault.OUTPUT
    assert list(scraps.iterdir()) == []
