"""`print`: papers as files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from runofshow.cli import main
from runofshow.paper.printed import find_browser
from tests.paper.pdf_text import texts
from tests.printing.agendas import AGENDA


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.yaml"
    path.write_text(AGENDA, encoding="utf-8")
    return path


def printed(*arguments: str | Path) -> int:
    return main(("print", *map(str, arguments)), os.environ)


def test_the_ending_says_what_file_it_becomes(agenda: Path) -> None:
    word, page = agenda.with_name("a.docx"), agenda.with_name("a.HTML")
    assert printed(agenda, "-o", word) == printed(agenda, "-o", page, "--lang", "en") == 0
    assert docx.Document(str(word)).paragraphs[0].text == "KỊCH BẢN ĐIỀU HÀNH"
    assert "RUN OF SHOW" in page.read_text(encoding="utf-8")


def test_several_papers_go_into_a_folder(agenda: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(agenda, "--for", "all, mc,programme,mc", "-o", agenda.with_name("giay")) == 0
    names = {"kich-ban.docx", "loi-dan-mc.docx", "chuong-trinh.docx"}
    assert {path.name for path in agenda.with_name("giay").iterdir()} == names
    assert printed(agenda, "--for", "all,mc", "-o", agenda.with_name("trang.html")) == 0
    assert {path.name for path in agenda.with_name("trang").iterdir()} == {
        "kich-ban.html",
        "loi-dan-mc.html",
    }
    assert len(capsys.readouterr().out.splitlines()) == 5


def test_nothing_is_written_over(agenda: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = agenda.with_name("giay")
    folder.mkdir()
    (folder / "loi-dan-mc.docx").write_text("của tôi", encoding="utf-8")
    assert printed(agenda, "--for", "all,mc", "-o", folder) == 1
    assert [path.name for path in folder.iterdir()] == ["loi-dan-mc.docx"]
    assert "Đã có tệp" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("-o", "a.txt"), 2, "Không in ra tệp .txt"),
        (("-o", "a"), 2, "Không in ra tệp ?"),
        (("--for", "mc,bếp", "-o", "a.docx"), 2, "Không có loại bản in “bếp”"),
        (("--for", ",", "-o", "a.docx"), 2, "Chưa chọn loại bản in nào"),
        (("-o", "khong/co/a.docx"), 1, "khong/co/a.docx"),
    ],
)
def test_what_cannot_be_printed_is_said_in_a_sentence(
    agenda: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    status: int,
    told: str,
) -> None:
    monkeypatch.chdir(agenda.parent)
    assert printed(agenda, *arguments) == status
    errors = capsys.readouterr().err
    assert told in errors
    assert len(errors.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of a file")
def test_no_half_of_a_paper_is_left_where_the_disk_is_full(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        status = printed(agenda, "-o", agenda.with_name("a.docx"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert status == 1
    assert "Không ghi được" in capsys.readouterr().err
    assert not agenda.with_name("a.docx").exists()


def test_a_wrong_agenda_is_complained_about_as_ever(agenda: Path, capsys: pytest.CaptureFixture[str]) -> None:
    agenda.write_text("title: x\n", encoding="utf-8")
    assert printed(agenda, "-o", agenda.with_name("a.docx")) == 1
    assert "agenda.yaml" in capsys.readouterr().err
    assert not agenda.with_name("a.docx").exists()


def test_a_spreadsheet_is_one_of_the_endings(agenda: Path) -> None:
    from python_calamine import CalamineWorkbook

    kinds = "all,mc,music,crew,chair,programme"
    assert printed(agenda, "--for", kinds, "-o", agenda.with_name("bang.xlsx")) == 0
    books = sorted(agenda.with_name("bang").iterdir())
    assert len(books) == 6
    script = CalamineWorkbook.from_path(str(agenda.with_name("bang") / "kich-ban.xlsx"))
    rows = script.get_sheet_by_index(0).to_python()
    flag = next(row for row in rows if "Chào cờ" in row)
    assert f"{flag[5]:%H:%M}" == "07:30"


def test_a_pdf_that_nothing_makes_is_said_in_a_sentence(agenda: Path, tmp_path: Path) -> None:
    if find_browser({}) is not None:
        pytest.skip("a browser stands where it always does")
    code = "import sys; sys.modules['typst'] = None; import runofshow.cli; sys.exit(runofshow.cli.main())"
    command = [sys.executable, "-c", code, "print", str(agenda), "-o", str(agenda.with_name("a.pdf"))]
    environ = {"PATH": "", "HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    told = subprocess.run(command, capture_output=True, text=True, env=environ, check=False)
    assert told.returncode == 1
    assert "scripts/run --with-print" in told.stderr
    assert "lưu thành PDF trong Word" in told.stderr
    assert not agenda.with_name("a.pdf").exists()


def test_several_papers_are_pdf_files_without_a_browser(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ("print", str(agenda), "--for", "mc,chair", "-o", str(agenda.with_name("giay.pdf")))
    assert main(command, {"PATH": ""}) == 0
    made = sorted(agenda.with_name("giay").glob("*.pdf"))
    assert len(made) == 2
    assert all("Chào cờ" in " ".join(texts(path.read_bytes())) for path in made)
