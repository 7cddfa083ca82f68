"""`import`: an office's file becomes a draft, its guesses are told, and a bad file gets one sentence."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from runofshow.cli import main
from runofshow.documents.doubt import DoubtCode
from runofshow.office.failure import Failure
from runofshow.texts import Language
from runofshow.texts.documents import DOCUMENTS

PLAN = """\
KẾ HOẠCH
Tổ chức Hội nghị tổng kết năm 2030

Chương trình:
- Chào cờ.
- Khai mạc.
- Bế mạc.
"""
KEYS = (
    "title organiser venue date date_text tentative delegates chair_panel sessions deadlines assignments"
    " items warnings"
).split()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "kehoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_json_has_every_key_and_nothing_else_is_printed(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(plan), "--json"]) == 0
    out, err = capsys.readouterr()
    assert list(json.loads(out)) == KEYS
    assert err == ""


def test_what_is_pasted_is_read_like_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, plan: Path
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(PLAN.encode())))
    assert main(["import", "-", "--json"]) == 0
    pasted = json.loads(capsys.readouterr().out)
    assert main(["import", str(plan), "--json"]) == 0
    assert pasted["items"] == json.loads(capsys.readouterr().out)["items"]


def test_a_bad_file_gets_one_sentence_and_no_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "plan.docx"
    broken.write_bytes(b"PK\x03\x04 nothing more")
    for path in (tmp_path / "missing.docx", tmp_path, broken):
        assert main(["import", str(path), "--json"]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert err.count("\n") == 1
        assert path.name in err


def test_an_agenda_that_is_there_is_not_written_over(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "agenda.yaml"
    output.write_text("kept", encoding="utf-8")
    assert main(["import", str(plan), "-o", str(output)]) == 1
    assert str(output) in capsys.readouterr().err
    assert output.read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize("language", Language)
def test_every_failure_and_doubt_has_its_sentence(language: Language) -> None:
    words = DOCUMENTS[language]
    assert words.failures.keys() == {failure.value for failure in Failure}
    assert DoubtCode.__members__.keys() == {code.upper() for code in words.doubts}


@pytest.mark.parametrize("place", ["0", "-3", "2"])
def test_a_programme_that_is_not_there_is_said_with_how_many_are(
    place: str, plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(plan), f"--programme={place}", "--lang", "en"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert f"no programme number {place}; it has 1." in err


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "# yaml-language-server: $schema=./agenda.schema.json\ntitle: Hội nghị\n"),
        ("b.yaml", "title: Hội nghị\nitems:\n  - title: Chào cờ\n"),
        ("c.yml", "# Ghi chú\ntitle: Hội nghị\n"),
        ("d.txt", "title: Hội nghị\nsessions:\n  - title: Buổi sáng\n"),
    ],
)
def test_an_agenda_is_not_imported_but_named_with_the_command_that_opens_it(
    name: str, text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert main(["import", str(path)]) == 1
    said = DOCUMENTS[Language.VI].failures[Failure.ALREADY_AGENDA].format(file=name, path=path)
    assert said in capsys.readouterr().err
    assert f"runofshow plan {path}" in said


def test_a_plan_that_has_a_title_of_its_own_is_no_agenda(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"Title: Annual meeting\ntitle: Hội nghị\n{PLAN}", encoding="utf-8")
    assert main(["import", str(path), "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["items"]) == 3


def test_a_folder_that_is_not_there_is_said_in_words(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "chưa-có"
    assert main(["import", str(plan), "-o", str(folder / "n.yaml")]) == 1
    out, err = capsys.readouterr()
    assert f"Không có thư mục này: {folder}" in err
    assert "No such file" not in out + err


def test_json_does_not_load_what_writes_an_agenda(plan: Path) -> None:
    asks = (
        "import sys; from runofshow.cli import main; "
        f"main(['import', {str(plan)!r}, '--json']); "
        "sys.exit('runofshow.documents.agenda_text' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", asks], capture_output=True, check=False).returncode == 0
