"""`import --into`: a newer plan against the agenda in use, taken line by line and never half."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from runofshow.agenda_file.reader import read_agenda
from runofshow.cli import main
from runofshow.cli.agendas import here
from tests.terminal import Terminal

FIRST = """\
CHƯƠNG TRÌNH HỘI NGHỊ TỔNG KẾT NĂM 2030

7h30 - 8h00: Đón tiếp đại biểu
8h00 - 8h10: Chào cờ
8h10 - 8h20: Khai mạc
8h20 - 8h40: Báo cáo tổng kết phong trào thi đua
8h40 - 9h00: Bế mạc
"""
SECOND = FIRST.replace("8h20 - 8h40: Báo cáo tổng kết", "8h20 - 8h50: Báo cáo tổng kết").replace(
    "8h40 - 9h00: Bế mạc", "8h50 - 9h00: Phát động phong trào thi đua năm 2031\n9h00 - 9h20: Bế mạc"
)


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    """Imported from the first plan, and settled by a person."""
    (tmp_path / "plan1.txt").write_text(FIRST, encoding="utf-8")
    (tmp_path / "plan2.txt").write_text(SECOND, encoding="utf-8")
    path = tmp_path / "agenda.yaml"
    assert main(["import", str(tmp_path / "plan1.txt"), "-o", str(path)]) == 0
    text = path.read_text(encoding="utf-8")
    settled = text.replace("title: Khai mạc\n", "title: Khai mạc\n  by: Ông Lê Văn A, Phó Chủ tịch\n")
    assert settled != text
    path.write_text("# đã rà với lãnh đạo\n" + settled, encoding="utf-8")
    return path


def into(agenda: Path, *more: str) -> int:
    return main(["import", str(agenda.parent / "plan2.txt"), "--into", str(agenda), *more])


def titles(path: Path) -> list[str]:
    now, tz = here()
    reading = read_agenda(path, tz=tz, today=now.date())
    assert reading.agenda is not None
    return [item.title for session in reading.agenda.sessions for item in session.items]


def test_without_an_answer_the_changes_are_listed_and_nothing_is_written(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = agenda.read_bytes()
    capsys.readouterr()
    assert into(agenda) == 0
    out = capsys.readouterr().out
    assert "  1. ~ Báo cáo tổng kết phong trào thi đua: 20' thành 30'" in out
    assert "+ thêm mục: Phát động phong trào thi đua năm 2031" in out
    assert "--accept" in out
    assert agenda.read_bytes() == before


def test_only_what_is_accepted_comes_in_and_what_was_settled_stays(agenda: Path) -> None:
    assert into(agenda, "--accept", "2") == 0
    text = agenda.read_text(encoding="utf-8")
    assert titles(agenda)[-2:] == ["Phát động phong trào thi đua năm 2031", "Bế mạc"]
    assert text.startswith("# đã rà với lãnh đạo\n")
    assert "by: Ông Lê Văn A, Phó Chủ tịch" in text
    assert text.count("duration: 30'") == 1, "the reception's"


def test_what_is_marked_as_done_stays_whatever_comes_in(agenda: Path) -> None:
    owed = "duties:\n- {what: Gửi giấy mời, due: 1/12/2030, when: before, done: 30/11/2030}\n"
    agenda.write_text(agenda.read_text(encoding="utf-8") + owed, encoding="utf-8")
    assert into(agenda, "--accept", "all") == 0
    assert agenda.read_text(encoding="utf-8").endswith(owed)


def test_after_all_was_taken_nothing_is_left_to_take(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert into(agenda, "--accept", "all") == 0
    capsys.readouterr()
    assert into(agenda, "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"changes": [], "recipients": []}


@pytest.mark.parametrize("said", ["", "0", "9", "1-9", "3-2", "x", "1,,2"])
def test_numbers_that_name_no_change_are_refused(
    agenda: Path, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = agenda.read_bytes()
    assert into(agenda, "--accept", said) == 1
    assert f"“{said}”" in capsys.readouterr().err
    assert agenda.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_at_a_terminal_each_change_is_asked_and_none_is_written_before_the_last(agenda: Path) -> None:
    argv = [sys.executable, "-m", "runofshow", "import", str(agenda.parent / "plan2.txt")]
    environ = {**os.environ, "TERM": "xterm-256color", "RUNOFSHOW_LANG": "vi"}
    before = agenda.read_bytes()
    with Terminal([*argv, "--into", str(agenda)], environ, 100, 30) as at:
        at.wait_for("20' thành 30'")
        at.wait_for("Nhận?")
        at.type("k\r")
        at.wait_for("Phát động phong trào thi đua năm 2031")
        assert agenda.read_bytes() == before
        at.type("c\r")
        assert at.wait_for_end() == 0
    assert "Phát động phong trào thi đua năm 2031" in titles(agenda)
    assert agenda.read_text(encoding="utf-8").count("duration: 30'") == 1, "the reception's"
