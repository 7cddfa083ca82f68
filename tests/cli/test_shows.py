"""Finding a show again: the list, its names, and the report of one of them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.cli import main
from runofshow.core.commands import Advance, Mode, Start
from tests.cli.kept import keep

Run = Callable[..., tuple[int, str, str]]
LONG = "Hội nghị tổng kết công tác thi đua khen thưởng và phát động phong trào thi đua năm hai nghìn hai mươi"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command and gives its status, what it printed, and what it complained about."""

    def call(*arguments: str, **environ: str) -> tuple[int, str, str]:
        status = main(arguments, {**os.environ, **environ})
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return call


@pytest.mark.parametrize("columns", ["20", "60", "80", "200"])
def test_a_name_is_never_cut_in_a_pipe(
    home_of_shows: Path, run: Run, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    names = [keep(home_of_shows, title=LONG).name for _ in range(2)]
    _, printed, _ = run("shows")
    assert all(name in printed for name in names)
    assert printed.count(LONG) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
@pytest.mark.parametrize("columns", [30, 80, 160])
def test_a_name_is_never_cut_in_a_terminal(home_of_shows: Path, columns: int) -> None:
    from tests.terminal import Terminal

    folder = keep(home_of_shows, title=LONG)
    environ = {**os.environ, "TERM": "xterm-256color"}
    with Terminal([sys.executable, "-m", "runofshow", "shows"], environ, columns, 20) as terminal:
        assert terminal.wait_for_end() == 0
        assert folder.name in "".join(line.strip() for line in terminal.lines)


def test_a_report_is_had_by_number_by_the_beginning_and_by_last(home_of_shows: Path, run: Run) -> None:
    keep(home_of_shows, title="Hội nghị A", opened_after=timedelta(0), told=[Start()])
    keep(home_of_shows, title="Đại hội B", opened_after=timedelta(hours=1), told=[Start()])
    listed = json.loads(run("shows", "--json")[1])["shows"]
    assert [(each["number"], each["title"]) for each in listed] == [(1, "Đại hội B"), (2, "Hội nghị A")]
    for asked, title in [
        ("1", "Đại hội B"),
        ("2", "Hội nghị A"),
        ("last", "Đại hội B"),
        (listed[1]["name"][:14], "Hội nghị A"),
        ("dai", "Đại hội B"),
        (listed[0]["name"], "Đại hội B"),
    ]:
        status, printed, complaints = run("report", asked, "--json")
        assert (status, complaints) == (0, "")
        assert json.loads(printed)["show"]["title"] == title


@pytest.mark.parametrize("ending", [".md", ".html", ".docx", ".XLSX", ".json"])
def test_a_report_is_a_file_by_its_ending(home_of_shows: Path, run: Run, tmp_path: Path, ending: str) -> None:
    keep(home_of_shows, title="Hội nghị A", told=[Start()])
    path = tmp_path / f"tong-hop{ending}"
    status, printed, complaints = run("report", "last", "-o", str(path))
    assert (status, complaints) == (0, "")
    assert path.name in printed
    start = {".md": b"# ", ".html": b"<!doctype", ".json": b"{"}.get(ending, b"PK")
    assert path.read_bytes().startswith(start)


def test_a_report_of_another_ending_is_wrong_usage(home_of_shows: Path, run: Run, tmp_path: Path) -> None:
    keep(home_of_shows, title="Hội nghị A", told=[Start()])
    status, _, complaints = run("report", "last", "-o", str(tmp_path / "tong-hop.odt"))
    assert status == 2
    assert ".docx" in complaints


def test_last_is_the_show_that_ran_last_and_not_a_look_after_it(home_of_shows: Path, run: Run) -> None:
    keep(home_of_shows, title="Đã chạy", told=[Start()])
    keep(home_of_shows, title="Chỉ xem", opened_after=timedelta(hours=5))
    assert "Đã chạy" in run("report", "last")[1]


def test_a_beginning_that_several_shows_have_lists_them_and_reports_none(
    home_of_shows: Path, run: Run
) -> None:
    names = [keep(home_of_shows, title="Hội nghị").name for _ in range(3)]
    status, printed, complaints = run("report", "2020-03-27-hoi")
    assert (status, printed) == (1, "")
    assert all(name in complaints for name in names)
    assert run("report", names[0])[0] == 0  # a whole name is no beginning of another: -1 and -11


@pytest.mark.parametrize("asked", ["last", "1", "0", "9", "hoi", ""])
def test_what_is_in_no_list_is_said(run: Run, asked: str) -> None:
    status, _, complaints = run("report", asked)
    assert status == 1
    assert "runofshow shows" in complaints


def test_a_whole_name_is_meant_though_another_begins_so(home_of_shows: Path, run: Run) -> None:
    for _ in range(11):
        keep(home_of_shows, title="Hội nghị")
    assert run("report", "2020-03-27-hoi-nghi-1")[0] == 0


def test_shows_of_a_home_that_is_a_file_says_so(tmp_path: Path, run: Run) -> None:
    (tmp_path / "home").write_text("no folder")
    status, _, complaints = run("shows", RUNOFSHOW_HOME=str(tmp_path / "home"))
    assert status == 1
    assert str(tmp_path / "home") in complaints
    assert "Traceback" not in complaints


def test_the_last_show_is_the_last_on_the_wall_and_no_fast_rehearsal_ahead_of_it(
    home_of_shows: Path, run: Run
) -> None:
    keep(home_of_shows, title="Tập", mode=Mode.REHEARSAL, speed=60.0, told=[Start(), Advance(sure=True)])
    keep(home_of_shows, title="Buổi", opened_after=timedelta(minutes=10), told=[Start()])
    assert json.loads(run("report", "last", "--json")[1])["show"]["title"] == "Buổi"
