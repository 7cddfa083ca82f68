"""`report`: which papers, into which files."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from pathlib import Path

import docx
import pytest

from runofshow.cli import main
from runofshow.core.commands import End, Start
from tests.cli.kept import agenda_file, keep


@pytest.fixture
def home(tmp_path: Path) -> Path:
    keep(tmp_path / "home", title="Hội nghị A", told=[Start(), End(sure=True)])
    return tmp_path / "home"


def reported(home: Path, *arguments: str | Path) -> int:
    environ = {**os.environ, "RUNOFSHOW_HOME": str(home)}
    return main(("report", "last", *map(str, arguments)), environ)


def first_words(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs if paragraph.text][:2]


def test_a_word_file_is_the_result_report_that_an_office_signs(home: Path, tmp_path: Path) -> None:
    assert reported(home, "-o", tmp_path / "a.docx") == 0
    assert first_words(tmp_path / "a.docx") == ["BÁO CÁO", "Kết quả tổ chức Hội nghị A"]
    assert reported(home, "-o", tmp_path / "b.docx", "--for", "lessons") == 0
    assert first_words(tmp_path / "b.docx")[0] == "BIÊN BẢN"


def test_both_papers_go_into_a_folder(home: Path, tmp_path: Path) -> None:
    assert reported(home, "--for", "result,lessons", "-o", tmp_path / "sau-hoi-nghi") == 0
    names = {path.name for path in (tmp_path / "sau-hoi-nghi").iterdir()}
    assert names == {"bao-cao-ket-qua.docx", "bien-ban-rut-kinh-nghiem.docx"}


def test_what_a_hand_may_have_filled_in_is_not_written_over(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.docx", "a.xlsx", "a.html"):
        (tmp_path / name).write_bytes(b"mine")
    assert reported(home, "-o", tmp_path / "a.docx") == reported(home, "-o", tmp_path / "a.xlsx") == 1
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "a.xlsx").read_bytes() == b"mine"
    assert "Đã có tệp" in capsys.readouterr().err
    assert reported(home, "-o", tmp_path / "a.html") == 0
    assert b"doctype" in (tmp_path / "a.html").read_bytes()


def test_a_paper_that_is_not_known_is_wrong_usage(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert reported(home, "--for", "menu", "-o", tmp_path / "a.docx") == 2
    assert "result, lessons" in capsys.readouterr().err


def test_without_a_file_it_is_read_on_the_screen(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert reported(home) == 0
    assert capsys.readouterr().out.startswith("# BẢNG TỔNG HỢP ĐIỀU HÀNH")
    assert reported(home, "--for", "lessons") == 0
    assert "Họp rút kinh nghiệm" in capsys.readouterr().out


def test_a_duty_that_was_marked_as_done_since_is_told_as_done(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = agenda_file(tmp_path / "ke-hoach.yaml", "Đại hội A")
    whole = file.read_text(encoding="utf-8")
    file.write_text(f"{whole}duties:\n  - {{what: Trả hội trường, when: after}}\n", encoding="utf-8")
    keep(home, source=file, opened_after=timedelta(hours=1), told=[Start(), End(sure=True)])
    file.write_text(
        f"{whole}duties:\n  - {{what: Trả hội trường, when: after, done: true}}\n", encoding="utf-8"
    )
    assert reported(home) == 0
    assert "Trả hội trường: " in (told := capsys.readouterr().out)
    assert "; đã xong" in told
    assert reported(home, "--json") == 0
    assert json.loads(capsys.readouterr().out)["duties"][0]["done"] is True


def test_a_file_that_is_by_now_of_another_event_says_nothing_of_what_this_one_owes(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = agenda_file(tmp_path / "ke-hoach.yaml", "Đại hội A")
    whole = file.read_text(encoding="utf-8")
    file.write_text(f"{whole}duties: [{{what: Trả hội trường}}]\n", encoding="utf-8")
    keep(home, source=file, opened_after=timedelta(hours=1), told=[Start(), End(sure=True)])
    other = whole.replace("Đại hội A", "Đại hội B")
    file.write_text(f"{other}duties: [{{what: Gửi giấy mời}}]\n", encoding="utf-8")
    assert reported(home) == 0
    told = capsys.readouterr().out
    assert "Trả hội trường" in told
    assert "Gửi giấy mời" not in told
