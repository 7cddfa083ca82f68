"""A sound file is found by the console as on the music laptop, whatever machine wrote its name."""

from __future__ import annotations

import json
import os
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from runofshow.cli import main
from runofshow.core.agenda import Track
from runofshow.players.copies import Copies, beside

FILE = "nhạc/Quốc ca.wav"


def told(folder: Path, name: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What `check` says of a track whose file is called so."""
    agenda = folder / "agenda.yaml"
    agenda.write_text(
        f"title: A\ntracks:\n- {{id: a, title: Nghi lễ, mark: anthem_without_words, file: '{name}'}}\n"
        "items:\n- {title: B, kind: flag_salute, also: [opening]}\n",
        encoding="utf-8",
    )
    assert main(("check", str(agenda), "--json"), os.environ) == 0
    complaints: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["complaints"]
    return [each for each in complaints if each["code"].startswith("track_file")]


def laid(folder: Path, name: str = FILE) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"RIFF")
    return file


@pytest.mark.skipif(sys.platform != "linux", reason="other systems find some of them by themselves")
@pytest.mark.parametrize(
    ("on_disk", "written", "is_said"),
    [
        (FILE, FILE, False),
        (unicodedata.normalize("NFD", FILE), FILE, False),
        (FILE, unicodedata.normalize("NFD", FILE), False),
        (FILE, "nhạc\\Quốc ca.wav", True),
        ("nhạc/Quốc ca.WAV", FILE, True),
        ("Nhạc/QUỐC CA.WAV", FILE, True),
    ],
)
def test_a_name_from_another_machine_is_found_everywhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], on_disk: str, written: str, is_said: bool
) -> None:
    file = laid(tmp_path, on_disk)
    track = Track("a", "A", unicodedata.normalize("NFC", written))
    assert beside(tmp_path)(track) == file
    assert Copies(tmp_path).find(track) == file
    complaints = told(tmp_path, written, capsys)
    assert [each["code"] for each in complaints] == ["track_file_named_otherwise"] * is_said
    if is_said:
        assert unicodedata.normalize("NFC", on_disk) in complaints[0]["remedy"]


def test_a_name_to_the_letter_comes_before_one_that_is_alike(tmp_path: Path) -> None:
    laid(tmp_path, "a.WAV")
    file = laid(tmp_path, "a.wav")
    assert beside(tmp_path)(Track("a", "A", "a.wav")) == file


def test_a_slip_in_a_name_is_answered_with_the_name_that_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    laid(tmp_path)
    (complaint,) = told(tmp_path, "nhạc/Quoc ca.wav", capsys)
    assert complaint["code"] == "track_file_missing"
    assert FILE in complaint["remedy"]
    (complaint,) = told(tmp_path, "nhạc/Bế mạc.mp3", capsys)
    assert "?" not in complaint["remedy"]
    assert str(tmp_path / "nhạc") in complaint["remedy"]
