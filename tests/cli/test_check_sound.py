"""`check --sound` on real files: good ones, broken ones, loud, short and interrupted ones."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from runofshow.cli import main
from runofshow.players.finding import mpv_at
from tests.players.hearing import tone

ROOT = Path(__file__).resolve().parent.parent.parent
HEAD = "title: Hội nghị\ndate: 27/3/2020\ntracks:\n"
ANTHEM = "- {id: anthem, title: Quốc thiều, file: anthem.wav, mark: anthem_without_words}\n"
ITEMS = """\
items:
- {title: Chào cờ, kind: flag_salute, cues: [{to: music, track: anthem, at: word Chào cờ!}]}
- {title: Khai mạc, kind: opening, by: Ông A, cues: []}
"""

Check = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _mpv() -> None:
    if mpv_at(os.environ, sys.platform, Path(sys.executable).parent) is None:
        pytest.skip("mpv is not installed")


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Check:
    """Checks an agenda of these tracks and items with the sounds of the folder, as the program does."""

    def call(tracks: str, items: str = "", *options: str, **environ: str) -> tuple[int, str, str]:
        agenda = tmp_path / "agenda.yaml"
        tone(tmp_path / "anthem.wav", 1)
        agenda.write_text(HEAD + tracks + ANTHEM + ITEMS + items, encoding="utf-8")
        status = main(("check", str(agenda), "--sound", *options), {**os.environ, **environ})
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return call


def codes(printed: str) -> list[str]:
    """Of what was found in files; a track that nothing calls is no matter here."""
    return [
        each["code"] for each in json.loads(printed)["complaints"] if each["code"] != "track_never_called"
    ]


def line_of(printed: str, title: str) -> str:
    """The row of the table about one track."""
    (row,) = [line for line in printed.splitlines() if line.startswith(title)]
    return row


def test_each_track_is_told_with_its_mark_length_loudness_and_hash(check: Check, tmp_path: Path) -> None:
    anthem = tone(tmp_path / "quoc ca.wav", 65, amplitude=10 ** (-23 / 20))
    tracks = "- {id: qc, title: Quốc ca, file: quoc ca.wav, mark: anthem_without_words}\n"
    tracks += "- {id: sau, title: Bản sau}\n"
    status, printed, complaints = check(tracks)
    assert (status, complaints) == (0, "")
    sha256 = hashlib.sha256(anthem.read_bytes()).hexdigest()
    assert line_of(printed, "Quốc ca").rstrip().endswith("✓ phát được")
    for fact in ("KHÔNG LỜI", "1:05", "-23.7", sha256[:12]):
        assert fact in line_of(printed, "Quốc ca")
    assert sha256 not in printed
    assert "chưa có tệp" in line_of(printed, "Bản sau")
    assert "0 lỗi" in printed


def test_programs_are_told_everything_in_full(check: Check, tmp_path: Path) -> None:
    file = tone(tmp_path / "a.wav", 6, amplitude=0.5)
    status, printed, _ = check(
        "- {id: a, title: A, file: a.wav, start: 2s, volume: 50, loop: true}\n- {id: b, title: B}\n",
        "",
        "--json",
    )
    told: dict[str, Any] = json.loads(printed)
    assert status == 0
    assert (told["ok"], told["errors"], codes(printed)) == (True, 0, [])
    track, unnamed, _ = told["tracks"]
    assert track.pop("loudness") == pytest.approx(-6.7, abs=0.1)
    assert track == {
        "track_id": "a",
        "title": "A",
        "file": "a.wav",
        "mark": "plain",
        "layer": "bed",
        "live": False,
        "loop": True,
        "volume": 50,
        "start_s": 2,
        "end_s": None,
        "length_s": 4,
        "peak": -6.0,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "sha256_chosen": None,
        "fault": None,
        "detail": None,
    }
    assert (unnamed["track_id"], unnamed["fault"], unnamed["length_s"]) == ("b", "no_file", None)


@pytest.mark.parametrize("kind", ["mp3", "ogg", "m4a", "flac"])
def test_music_as_it_is_handed_in_is_measured_too(check: Check, tmp_path: Path, kind: str) -> None:
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        pytest.skip("ffmpeg is not installed")
    source = tone(tmp_path / "a.wav", 4)
    subprocess.run([ffmpeg, "-nostdin", "-v", "error", "-i", source, tmp_path / f"b.{kind}"], check=True)
    status, printed, _ = check(f"- {{id: b, title: B, file: b.{kind}}}\n", "", "--json")
    track, _ = json.loads(printed)["tracks"]
    assert status == 0
    assert track["length_s"] == pytest.approx(4, abs=0.1)
    assert track["loudness"] == pytest.approx(-6.7, abs=0.5)


def broken(folder: Path) -> str:
    """One track for each thing that can be wrong with a file; the title is the name of its fault."""
    whole = tone(folder / "whole.wav", 4).read_bytes()
    (folder / "empty.mp3").write_bytes(b"")
    (folder / "corrupt.wav").write_bytes(whole[: len(whole) // 2])
    (folder / "foreign.mp3").write_text("Kính gửi Ban Tổ chức")
    return f"""\
- {{id: a, title: missing, file: gone.mp3}}
- {{id: b, title: empty, file: empty.mp3}}
- {{id: c, title: corrupt, file: corrupt.wav}}
- {{id: d, title: foreign, file: foreign.mp3}}
- {{id: e, title: mismatch, file: whole.wav, sha256: {"0" * 64}}}
- {{id: f, title: points, file: whole.wav, start: 9s}}
- {{id: g, title: whole, file: whole.wav}}
"""


def test_every_file_that_cannot_be_played_is_named_once_and_fails_the_check(
    check: Check, tmp_path: Path
) -> None:
    status, printed, _ = check(broken(tmp_path), "", "--json")
    told = json.loads(printed)
    assert status == 1
    assert (told["ok"], told["errors"]) == (False, 6)
    assert codes(printed) == ["track_unplayable"] * 6
    faults = {track["title"]: track["fault"] for track in told["tracks"][:-1]}
    assert faults.pop("whole") is None
    assert faults == {name: name for name in faults}
    lines = [each["line"] for each in told["complaints"] if each["code"] == "track_unplayable"]
    assert lines == [4, 5, 6, 7, 8, 9]
    # what is another recording than the chosen one is told with its own hash
    mismatch = next(track for track in told["tracks"] if track["title"] == "mismatch")
    assert mismatch["sha256"] == hashlib.sha256((tmp_path / "whole.wav").read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ["không tìm thấy tệp", "tệp rỗng", "tệp hỏng", "không phải tệp âm thanh", "khác bản đã chọn"]),
        ("en", ["file not found", "file is empty", "file is broken", "not a sound file", "not the chosen"]),
    ],
)
def test_what_is_wrong_stands_in_the_table_and_in_the_list(
    check: Check, tmp_path: Path, language: str, words: list[str]
) -> None:
    status, printed, _ = check(broken(tmp_path), "", "--lang", language)
    assert status == 1
    for title, said in zip(["missing", "empty", "corrupt", "foreign", "mismatch"], words, strict=True):
        assert f"✗ {said}" in line_of(printed, title)
        assert any(f'"{title}"' in line and said in line for line in printed.splitlines())


def test_without_listening_a_missing_and_an_empty_file_are_advice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    agenda = tmp_path / "agenda.yaml"
    tone(tmp_path / "anthem.wav", 1)
    agenda.write_text(HEAD + broken(tmp_path) + ANTHEM + ITEMS, encoding="utf-8")
    assert main(("check", str(agenda), "--json"), os.environ) == 0
    told = capsys.readouterr().out
    assert codes(told) == ["track_file_missing", "track_file_empty"]
    assert "tracks" not in json.loads(told)


def test_following_the_advice_on_a_loud_bed_settles_it(check: Check, tmp_path: Path) -> None:
    tone(tmp_path / "soft.wav", 4, amplitude=0.05)
    tone(tmp_path / "loud.wav", 4, amplitude=0.5)
    items = "- {title: C, kind: other, cues: [{to: music, track: a}, {to: music, track: b, at: end}]}\n"

    def tracks(volume: int) -> str:
        return (
            "- {id: a, title: Êm, file: soft.wav, loop: true}\n"
            f"- {{id: b, title: Vang, file: loud.wav, loop: true, volume: {volume}}}\n"
        )

    status, printed, _ = check(tracks(100), items)
    assert status == 0
    assert '"Vang" to hơn 20 dB so với "Êm"' in printed
    assert "từ 100 xuống 46" in printed
    assert codes(check(tracks(46), items, "--json")[1]) == []


def test_a_clip_and_a_bed_shorter_than_their_items_are_told(check: Check, tmp_path: Path) -> None:
    tone(tmp_path / "clip.wav", 20)
    tracks = "- {id: clip, title: Phóng sự, file: clip.wav, mark: clip}\n"
    tracks += "- {id: soft, title: Nhạc nhẹ, file: clip.wav}\n"
    items = "- {title: Xem phim, kind: video, duration: 1', cues: [{to: music, track: clip}]}\n"
    items += "- {title: Giải lao, kind: break, duration: 5', cues: [{to: music, track: soft}]}\n"
    status, printed, _ = check(tracks, items)
    assert status == 0
    assert "Xem phim" in printed
    assert "dài 1', mà phần phát đã hết sau 20s" in printed
    assert '"Nhạc nhẹ" chỉ dài 20s, hội trường sẽ lặng 4\'40' in printed
    assert "0 lỗi, 2 lời khuyên" in printed


def test_an_agenda_with_errors_is_not_listened_to(check: Check) -> None:
    status, printed, complaints = check("- {id: a, titel: A}\n", "", "--json")
    assert (status, complaints) == (1, "")
    assert json.loads(printed)["tracks"] is None


def test_a_machine_without_mpv_says_so_after_all_else(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # no program of this system may be started
    status, printed, complaints = check("- {id: a, title: A, file: gone.wav}\n")
    assert status == 1
    assert 'chưa thấy tệp nhạc "gone.wav"' in printed
    assert complaints.startswith("Máy này chưa có mpv")
    assert "runofshow doctor" in complaints
    status, printed, complaints = check("- {id: a, title: A}\n", "", "--json", "--lang", "en")
    assert status == 1
    assert (json.loads(printed)["ok"], json.loads(printed)["tracks"]) == (False, None)
    assert "no mpv" in complaints


def mpv_that(folder: Path, does: str) -> dict[str, str]:
    """A PATH whose first mpv does something else."""
    if sys.platform == "win32":
        pytest.skip("the program is a shell script")
    (folder / "bin").mkdir()
    program = folder / "bin" / "mpv"
    program.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
    program.chmod(0o755)
    return {"PATH": f"{folder / 'bin'}:{os.environ['PATH']}"}


def test_an_mpv_that_is_too_old_is_named(check: Check, tmp_path: Path) -> None:
    path = mpv_that(tmp_path, "echo mpv 0.32.0 Copyright")
    status, _, complaints = check("- {id: a, title: A}\n", **path)
    assert status == 1
    assert "0.32.0" in complaints
    assert "0.34" in complaints


def test_an_mpv_that_does_not_start_is_told_for_each_track(check: Check, tmp_path: Path) -> None:
    tone(tmp_path / "a.wav", 1)
    path = mpv_that(tmp_path, "exit 1")
    status, printed, _ = check("- {id: a, title: A, file: a.wav}\n", **path)
    assert status == 1
    assert "máy phát không trả lời" in line_of(printed, "A")


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="this system does not list its processes")
def test_interrupted_it_ends_at_once_and_leaves_no_mpv(tmp_path: Path) -> None:
    from ptyprocess import PtyProcess

    tone(tmp_path / "long.wav", 300)
    agenda = tmp_path / "agenda.yaml"
    tracks = "".join(f"- {{id: t{n}, title: Bản {n}, file: long.wav}}\n" for n in range(1, 10))
    agenda.write_text(HEAD + tracks + ANTHEM + ITEMS, encoding="utf-8")
    mark = secrets.token_hex(8)
    child = PtyProcess.spawn(
        [sys.executable, "-m", "runofshow", "check", str(agenda), "--sound"],
        cwd=str(ROOT),
        env={**os.environ, "RUNOFSHOW_TEST_MARK": mark, "TERM": "xterm-256color"},
        dimensions=(24, 80),
        # whoever runs the tests in the background has them ignore it
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    told = b""
    while "Đang nghe 2/10: Bản 2".encode() not in told:
        told += child.read()
    child.sendintr()
    while True:
        try:
            told += child.read()
        except EOFError:
            break
    assert child.wait() == 130
    assert b"Traceback" not in told
    left = [path.parent.name for path in Path("/proc").glob("[0-9]*/environ") if mark in environment(path)]
    assert left == []


def environment(path: Path) -> str:
    """The environment of a process of ours; nothing of one that has gone or is another's."""
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""
