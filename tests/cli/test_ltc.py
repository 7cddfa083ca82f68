"""`ltc`: timecode as a sound file, and what it refuses."""

from __future__ import annotations

import os
import wave
from pathlib import Path

import pytest

from runofshow.cli import main
from runofshow.control.timecode.ltc import LtcReader
from runofshow.core.timecode import Rate, Timecode


def test_the_file_holds_every_frame_that_was_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "tape.wav"
    asked = (
        "ltc",
        "-o",
        str(path),
        "--from",
        "09:59:58:00",
        "--for",
        "4s",
        "--rate",
        "29.97df",
        "--lang",
        "en",
    )
    assert main(asked, {**os.environ}) == 0
    assert capsys.readouterr().out.strip() == (
        f"{path}: linear timecode from 09:59:58;00 to 10:00:01;29, 29.97df frames a second"
    )
    with wave.open(str(path)) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (48_000, 1, 2)
        heard = list(LtcReader(Rate.DROPPED, 48_000).read(sound.readframes(sound.getnframes())))
    assert (heard[0].code, heard[-1].code) == (Timecode(9, 59, 58, 2), Timecode(10, 0, 1, 29))


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (("--from", "25:00:00:00", "--for", "4s"), 2),
        (("--for", "mười"), 2),
        (("--from", "00:01:00:00", "--for", "4s", "--rate", "29.97df"), 1),
    ],
)
def test_what_is_no_timecode_or_no_length_is_refused(
    tmp_path: Path, asked: tuple[str, ...], status: int
) -> None:
    path = tmp_path / "tape.wav"
    assert main(("ltc", "-o", str(path), *asked), {**os.environ}) == status
    assert not path.exists()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(("ltc", "-o", str(tmp_path / "none" / "t.wav"), "--for", "4s"), {**os.environ}) == 1
    assert "t.wav" in capsys.readouterr().err
