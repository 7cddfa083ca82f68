"""The commands that need no terminal, called as the program calls them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from runofshow.cli import main

ROOT = Path(__file__).resolve().parent.parent.parent
NINH_HOA = str(ROOT / "agendas" / "ninh-hoa-2020.yaml")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command and gives its status, what it printed, and what it complained about."""

    def call(*arguments: str, **environ: str) -> tuple[int, str, str]:
        status = main(arguments, {**os.environ, **environ})
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return call


def write(folder: Path, text: str, name: str = "agenda.yaml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def as_json(text: str) -> Any:
    return json.loads(text)


def test_check_of_a_good_agenda_ends_with_zero(run: Run) -> None:
    status, printed, complaints = run("check", NINH_HOA)
    assert (status, complaints) == (0, "")
    assert "ninh-hoa-2020.yaml:" in printed  # it has advice: no flag salute, papers not handed in
    assert "0 lỗi" in printed


def test_check_lists_every_error_with_line_and_remedy_and_ends_with_one(run: Run, tmp_path: Path) -> None:
    path = write(
        tmp_path, "title: Hội nghị\nitems:\n  - title: Khai mạc\n    kind: openng\n    thoi_luong: 5'\n"
    )
    status, printed, complaints = run("check", path)
    assert status == 1
    assert complaints == ""
    assert f"{path}:4:" in printed
    assert "opening" in printed
    assert f"{path}:5:" in printed
    assert "duration" in printed


def test_check_as_json_prints_one_object_with_places_and_codes(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path, "title: Hội nghị\nitems: [{title: Khai mạc, kind: opening, thoi_luong: 5}]\n")
    status, printed, _ = run("check", path, "--json")
    found = as_json(printed)
    assert status == 1
    assert found["ok"] is False
    assert found["errors"] == 1
    (error,) = [each for each in found["complaints"] if each["severity"] == "error"]
    assert (error["line"], error["file"]) == (2, path)
    assert set(error) == {"severity", "code", "file", "line", "column", "message", "remedy"}


def test_show_as_json_has_the_fields_of_the_contract(run: Run) -> None:
    status, printed, _ = run("show", NINH_HOA, "--json")
    found = as_json(printed)
    assert status == 0
    assert {"title", "organiser", "venue", "date", "hard_out", "planned_end", "items", "cues"} <= set(found)
    assert found["date"] == "2020-03-27"
    first = found["items"][0]
    assert first["title"] == "Văn nghệ chào mừng"
    assert first["planned_start"] == "2020-03-27T08:00:00.000+07:00"
    clip = next(item for item in found["items"] if item["kind"] == "video")
    assert (clip["planned_s"], clip["assumed"]) == (900, False)
    assert found["planned_end"] == found["items"][-1]["expected_end"]
    assert {cue["item_id"] for cue in found["cues"]} <= {item["item_id"] for item in found["items"]}


def test_show_prints_every_item_with_its_time_and_marks_what_is_assumed(run: Run) -> None:
    status, printed, _ = run("show", NINH_HOA, COLUMNS="160")
    assert status == 0
    assert "~08:00" in printed
    assert "Chưa phân công" in printed
    for title in ("Văn nghệ chào mừng", "Thảo luận tại Hội nghị", "Bế mạc Hội nghị"):
        assert title in printed


def test_a_length_from_two_hours_on_is_printed_in_hours(tmp_path: Path, run: Run) -> None:
    items = "{title: A, kind: other, duration: 5h23}, {title: B, kind: other, duration: 119'}"
    _, printed, _ = run("show", write(tmp_path, f"title: T\nitems: [{items}]\n"))
    assert [line.split()[3] for line in printed.splitlines() if line.endswith(" 1")] == ["5h23", "119"]
    assert "Tổng cộng 7h22" in printed


def test_show_of_a_bad_agenda_lists_the_errors_on_stderr(run: Run, tmp_path: Path) -> None:
    status, printed, complaints = run("show", write(tmp_path, "title: [1"), "--json")
    assert (status, printed) == (1, "")
    assert "agenda.yaml:" in complaints
    assert "Traceback" not in complaints


def test_clone_sets_values_and_keeps_the_comments(run: Run, tmp_path: Path) -> None:
    source = write(tmp_path, "# của năm trước\ntitle: Cũ\nitems:\n  - {title: Khai mạc, kind: opening}\n")
    target = tmp_path / "mới.yaml"
    status, printed, _ = run(
        "clone", source, "-o", str(target), "--set", "title=Hội nghị xã A", "venue=Nhà văn hóa"
    )
    assert status == 0
    assert str(target) in printed
    text = target.read_text(encoding="utf-8")
    assert text.startswith("# của năm trước\n")
    assert "Hội nghị xã A" in text
    assert "Nhà văn hóa" in text


def test_clone_never_writes_over_a_file(run: Run, tmp_path: Path) -> None:
    target = write(tmp_path, "của tôi", "của-tôi.yaml")
    status, _, complaints = run("clone", NINH_HOA, "-o", target)
    assert status == 1
    assert target in complaints
    assert Path(target).read_text(encoding="utf-8") == "của tôi"


def test_clone_of_an_unknown_key_writes_nothing(run: Run, tmp_path: Path) -> None:
    status, _, complaints = run("clone", NINH_HOA, "-o", str(tmp_path / "a.yaml"), "--set", "venu=X")
    assert status == 1
    assert "venue" in complaints
    assert not (tmp_path / "a.yaml").exists()


def test_schema_is_a_json_schema_that_knows_the_items(run: Run) -> None:
    status, printed, _ = run("schema")
    assert status == 0
    assert "items" in as_json(printed)["properties"]


def test_shows_of_an_empty_home_says_what_to_do(run: Run, tmp_path: Path) -> None:
    status, printed, _ = run("shows", RUNOFSHOW_HOME=str(tmp_path / "none"))
    assert status == 0
    assert "runofshow run" in printed
    status, printed, _ = run("shows", "--json", RUNOFSHOW_HOME=str(tmp_path / "none"))
    assert as_json(printed)["shows"] == []


def test_report_of_an_unknown_show_ends_with_one(run: Run, tmp_path: Path) -> None:
    status, _, complaints = run("report", "không-có", RUNOFSHOW_HOME=str(tmp_path))
    assert status == 1
    assert "không-có" in complaints


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["dance"],
        ["run"],
        ["check", "--bogus", "x"],
        ["rehearse", "x", "--speed", "0"],
        ["run", "x", "--start", "25:00"],
    ],
)
def test_wrong_usage_ends_with_two_and_no_traceback(run: Run, arguments: list[str]) -> None:
    status, printed, complaints = run(*arguments)
    assert (status, printed) == (2, "")
    assert "Lệnh chưa đúng" in complaints


def test_the_language_is_asked_for_on_the_line_or_in_the_environment(run: Run) -> None:
    assert "Wrong usage" in run("dance", "--lang", "en")[2]
    assert "Wrong usage" in run("dance", RUNOFSHOW_LANG="en")[2]
    assert "Lệnh chưa đúng" in run("dance", "--lang", "vi", RUNOFSHOW_LANG="en")[2]


def test_doctor_tries_the_player_that_the_console_would_play_with(run: Run) -> None:
    _, printed, complaints = run("doctor", "--json", RUNOFSHOW_AUDIO="null")
    found = {each["code"]: each for each in as_json(printed)["findings"]}
    assert complaints == ""
    if found["player"]["severity"] != "ok":
        pytest.skip("mpv is not installed")
    assert "RUNOFSHOW_AUDIO" in found["sound_output"]["remedy"]


def test_doctor_passes_over_a_player_that_is_too_old(run: Run, tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("the program is a shell script")
    mpv = tmp_path / "mpv"
    mpv.write_text("#!/bin/sh\necho mpv 0.32.0 Copyright\n")
    mpv.chmod(0o755)
    _, printed, _ = run("doctor", "--json", "--lang", "en", PATH=f"{tmp_path}:{os.environ['PATH']}")
    found = {each["code"]: each for each in as_json(printed)["findings"]}
    assert found["player"]["severity"] == "warn"
    assert f"0.32.0 ({mpv}): too old" in found["player"]["detail"]
    assert "sound_output" not in found


def test_the_console_needs_a_terminal(run: Run) -> None:
    status, _, complaints = run("run", NINH_HOA, "--lang", "en")
    assert status == 2
    assert "terminal" in complaints


def test_help_is_wholly_in_the_language(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["run", "--help"], {})
    assert ended.value.code == 0
    printed = capsys.readouterr().out
    assert "Cách dùng" in printed
    for english in ("usage", "options:", "show this help"):
        assert english not in printed
