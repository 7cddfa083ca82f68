"""Which show goes on: the list on a terminal, `--resume`, and a show without anybody to ask."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.tether import tied

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

from runofshow.core.commands import Advance, End, Mode, Skip, Start
from tests.cli.kept import agenda_file, keep
from tests.terminal import ROOT, Terminal, zone_far_from_eight

HOUR = timedelta(hours=1)
PROGRAM = [sys.executable, "-m", "runofshow"]


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    return agenda_file(tmp_path / "kế hoạch" / "hội nghị.yaml", "Hội nghị tổng kết")


def console(*arguments: str | Path, command: str = "run", **environ: str) -> Terminal:
    argv = [*PROGRAM, command, *map(str, arguments), "--no-web", "--no-sound"]
    return Terminal(argv, {**os.environ, "TERM": "xterm-256color", **environ})


def served(*arguments: str | Path) -> subprocess.Popen[str]:
    argv = [*PROGRAM, "serve", *map(str, arguments), "--port", "0", "--no-sound"]
    return subprocess.Popen(
        tied(argv),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def first_words(process: subprocess.Popen[str], until: str = "http://") -> str:
    """What it says until it serves, or ends."""
    said = ""
    assert process.stdout is not None
    for line in process.stdout:
        said += line
        if until in line:
            break
    process.terminate()
    process.communicate()
    return said


def test_shows_that_ran_are_offered_before_later_looks(home_of_shows: Path, agenda: Path) -> None:
    """A mere look after a killed show hides nothing, and Enter goes on with what ran last."""
    keep(home_of_shows, source=agenda, told=[Start()])
    keep(home_of_shows, source=agenda, told=[Start(), Advance()], opened_after=HOUR)
    keep(home_of_shows, source=agenda, told=[Skip("m3")], opened_after=2 * HOUR)
    with console(agenda) as terminal:
        terminal.wait_for("Tiếp tục buổi nào?")
        offered = [line for line in terminal.lines if line.strip()[:2] in {"1.", "2.", "3."}]
        assert "Đang ở mục 2: Báo cáo" in offered[0]
        assert "09:02 27/03/2020" in offered[0]
        assert "Đang ở mục 1: Khai mạc" in offered[1]
        assert "Chưa bắt đầu" in offered[2]
        assert "Hội nghị tổng kết" in terminal.text
        terminal.type("x\r")
        terminal.wait_for(lambda now: now.text.count("Tiếp tục buổi nào?") == 2)
        terminal.type("\r")
        terminal.wait_for("ĐANG DIỄN RA")
        terminal.wait_for("Báo cáo")


def test_a_show_is_chosen_by_its_number(home_of_shows: Path, agenda: Path) -> None:
    keep(home_of_shows, source=agenda, told=[Start()])
    keep(home_of_shows, source=agenda, told=[Start(), Advance()], opened_after=HOUR)
    with console(agenda) as terminal:
        terminal.wait_for("Tiếp tục buổi nào?")
        terminal.type("2\r")
        terminal.wait_for("ĐANG DIỄN RA")
        assert "Khai mạc" in next(line for line in terminal.lines if "ĐANG DIỄN RA" in line) or any(
            "Khai mạc" in line for line in terminal.lines
        )


def test_a_new_show_can_be_had_all_the_same(home_of_shows: Path, agenda: Path) -> None:
    for hours in (0, 1):
        keep(home_of_shows, source=agenda, told=[Start()], opened_after=hours * HOUR)
    with console(agenda, TZ=zone_far_from_eight()) as terminal:
        terminal.wait_for("Tiếp tục buổi nào?")
        terminal.type("m\r")
        terminal.wait_for("Kế hoạch bắt đầu lúc")


def test_resume_takes_the_show_that_ran_last(home_of_shows: Path, agenda: Path) -> None:
    keep(home_of_shows, source=agenda, told=[Start(), Advance()])
    keep(home_of_shows, source=agenda, opened_after=5 * HOUR)
    said = first_words(served(agenda, "--resume"))
    assert "Tiếp tục: Đang ở mục 2: Báo cáo" in said
    said = first_words(served(agenda))
    assert "Tiếp tục: Đang ở mục 2: Báo cáo" in said


@pytest.mark.parametrize("command", ["run", "rehearse", "serve"])
def test_resume_of_nothing_is_an_error_in_words(home_of_shows: Path, agenda: Path, command: str) -> None:
    keep(home_of_shows, source=agenda, told=[Start(), End()])
    other = Mode.LIVE if command == "rehearse" else Mode.REHEARSAL
    keep(home_of_shows, source=agenda, told=[Start()], mode=other)
    if command == "serve":
        process = served(agenda, "--resume")
        _, complaint = process.communicate()
        assert process.returncode == 1
    else:
        with console(agenda, "--resume", command=command) as terminal:
            assert terminal.wait_for_end() == 1
            complaint = terminal.text
    assert "Không có buổi nào của kịch bản này đang dở" in complaint
    assert "Traceback" not in complaint


def test_rehearse_resumes_the_rehearsal_that_ran_last(home_of_shows: Path, agenda: Path) -> None:
    keep(home_of_shows, source=agenda, told=[Start(), Advance()], mode=Mode.REHEARSAL)
    keep(home_of_shows, source=agenda, mode=Mode.REHEARSAL, opened_after=HOUR)
    keep(home_of_shows, source=agenda, told=[Start()], opened_after=2 * HOUR)
    with console(agenda, "--resume", command="rehearse") as terminal:
        terminal.wait_for("ĐANG DIỄN RA")
        terminal.wait_for("Báo cáo")


def test_an_agenda_that_was_moved_finds_its_show_by_the_title(home_of_shows: Path, agenda: Path) -> None:
    keep(home_of_shows, source=agenda, told=[Start(), Advance()])
    moved = agenda.rename(agenda.with_name("bản cuối.yaml"))
    with console(moved) as terminal:
        terminal.wait_for("Tiếp tục buổi ấy?")
        assert "mở từ tệp" in terminal.text
        assert "hội nghị.yaml" in terminal.text
        terminal.type("\r")
        terminal.wait_for("ĐANG DIỄN RA")
    assert "Tiếp tục: Đang ở mục 2" in first_words(served(moved))


def test_a_copy_beside_its_original_is_gone_on_with_only_when_a_person_says_so(
    home_of_shows: Path, agenda: Path
) -> None:
    """Another event may have the same title, as last year's did."""
    keep(home_of_shows, source=agenda, told=[Start()])
    copy = agenda.with_name("năm sau.yaml")
    copy.write_bytes(agenda.read_bytes())
    assert "Tiếp tục" not in first_words(served(copy, "--start", "now"))
    with console(copy) as terminal:
        terminal.wait_for("mở từ tệp")


def test_an_agenda_of_another_title_has_no_show(home_of_shows: Path, agenda: Path) -> None:
    keep(home_of_shows, source=agenda, told=[Start()])
    other = agenda_file(agenda.with_name("khác.yaml"), "Đại hội")
    with console(other, TZ=zone_far_from_eight()) as terminal:
        terminal.wait_for("Kế hoạch bắt đầu lúc")


def test_a_mended_file_is_said_to_be_left_aside(home_of_shows: Path, agenda: Path) -> None:
    keep(home_of_shows, source=agenda, told=[Start()])
    agenda_file(agenda, "Hội nghị tổng kết", ["Khai mạc", "Trao thưởng", "Báo cáo"])
    said = first_words(served(agenda, "--resume"))
    assert "đã được sửa sau khi mở buổi này" in said
    assert said.count("đã được sửa") == 1


def test_a_file_that_is_as_it_was_is_not_spoken_of(home_of_shows: Path, agenda: Path) -> None:
    process = served(agenda, "--start", "now")
    first_words(process)
    os.utime(agenda)
    said = first_words(served(agenda, "--resume"))
    assert "Tiếp tục" in said
    assert "đã được sửa" not in said
    agenda.write_text(agenda.read_text("utf-8") + "# thêm\n", "utf-8")
    assert "đã được sửa" in first_words(served(agenda, "--resume"))


def test_a_lost_or_broken_agenda_file_keeps_nobody_from_going_on(home_of_shows: Path, agenda: Path) -> None:
    keep(home_of_shows, source=agenda, told=[Start()])
    agenda.write_text("title: [", "utf-8")
    assert "Tiếp tục: Đang ở mục 1" in first_words(served(agenda, "--resume"))
    agenda.unlink()
    assert "Tiếp tục: Đang ở mục 1" in first_words(served(agenda, "--resume"))


def test_a_home_that_is_a_file_is_named_and_a_new_show_runs(agenda: Path, tmp_path: Path) -> None:
    (tmp_path / "home-of-shows").write_text("no folder")
    said = first_words(served(agenda, "--start", "now"))
    assert "Không đọc được thư mục lưu các buổi" in said
    assert "http://" in said
