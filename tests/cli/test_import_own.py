"""`import` of a workbook of ours: a new agenda, or what was changed taken into the one in use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from runofshow.agenda_file.reader import read_agenda
from runofshow.cli import main
from runofshow.cli.agendas import here
from runofshow.core.agenda import Agenda
from runofshow.core.value import replace
from runofshow.paper.book_file import as_book_file
from tests.documents.own.books import typed
from tests.documents.own.test_taking import printed
from tests.printing.agendas import AGENDA, AGENDAS


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.yaml"
    path.write_text("# của tôi\n" + AGENDA, encoding="utf-8")
    return path


def edited(agenda: Path, sheet: str, cells: dict[str, object]) -> Path:
    """The workbook of the agenda with these cells typed."""
    path = agenda.with_name("kịch bản.xlsx")
    path.write_bytes(as_book_file(typed(printed(agenda.read_text(encoding="utf-8")), sheet, cells)))
    return path


def read(path: Path) -> Agenda:
    now, tz = here()
    found = read_agenda(path, tz=tz, today=now.astimezone(tz).date()).agenda
    assert found is not None
    return found


@pytest.mark.parametrize("path", sorted(AGENDAS.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_workbook_printed_and_taken_in_unchanged_changes_no_byte(
    tmp_path: Path, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    book = tmp_path / "a.xlsx"
    assert main(["print", str(copy), "--for", "all", "-o", str(book)]) == 0
    capsys.readouterr()
    assert main(["import", str(book), "--into", str(copy), "--accept", "all"]) == 0
    assert "a.xlsx không thay đổi gì so với" in capsys.readouterr().out
    assert copy.read_bytes() == path.read_bytes()
    assert main(["import", str(book), "-o", str(tmp_path / "new.yaml")]) == 0
    assert read(tmp_path / "new.yaml") == replace(read(copy), signals=(), gear=())


def test_what_is_accepted_comes_in_and_all_else_stays(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = edited(agenda, "Kịch bản", {"H5": "7 phút", "E5": "Ban Tổ chức"})
    before = agenda.read_text(encoding="utf-8")
    assert main(["import", str(book), "--into", str(agenda)]) == 0
    out = capsys.readouterr()
    assert "  2. ~ Chào cờ: Thời lượng: 5' thành 7'" in out.out
    assert "in từ một bản khác" in out.err
    assert agenda.read_text(encoding="utf-8") == before
    assert main(["import", str(book), "--into", str(agenda), "--accept", "2"]) == 0
    assert agenda.read_text(encoding="utf-8") == before.replace("  duration: 5'\n", "  duration: 7'\n", 1)


def test_what_cannot_be_read_is_told_by_its_cell_and_nothing_is_written(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = edited(agenda, "Lệnh", {"G4": "mười phút", "B5": "Ông Ba"})
    before = agenda.read_bytes()
    told = [
        'kịch bản.xlsx, trang tính “Lệnh”, ô G4: "mười phút" không phải thời lượng; viết 0:10:00',
        'kịch bản.xlsx, trang tính “Lệnh”, ô B5: "Ông Ba" không có trong danh sách của ô này',
    ]
    for more in (["--into", str(agenda), "--accept", "all"], ["-o", str(agenda.with_name("moi.yaml"))]):
        assert main(["import", str(book), *more]) == 1
        err = capsys.readouterr().err
        assert all(line in err for line in told)
    assert agenda.read_bytes() == before
    assert not agenda.with_name("moi.yaml").exists()


def test_the_changes_are_told_to_programs(agenda: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = edited(agenda, "Kịch bản", {"H5": "7 phút"})
    assert main(["import", str(book), "--into", str(agenda), "--json"]) == 0
    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert (change["n"], change["kind"], change["key"]) == (1, "says", "duration")
    assert main(["import", str(book), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["items"][0]["duration"] == "7'"


def test_changes_that_make_no_agenda_leave_the_file_as_it_was(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A cue that plays a new track, taken without the track."""
    path = agenda.with_name("a.xlsx")
    book = typed(printed(agenda.read_text(encoding="utf-8")), "Bản nhạc", {"A6": "moi", "B6": "Bản mới"})
    path.write_bytes(as_book_file(typed(book, "Lệnh", {"F4": "moi"})))
    before = agenda.read_bytes()
    assert main(["import", str(path), "--into", str(agenda)]) == 0
    listed = capsys.readouterr().out.splitlines()
    number = next(line.strip().partition(".")[0] for line in listed if "Bản nhạc: quoc_ca thành moi" in line)
    assert main(["import", str(path), "--into", str(agenda), "--accept", number]) == 1
    assert "giữ nguyên" in capsys.readouterr().err
    assert agenda.read_bytes() == before
    assert main(["import", str(path), "--into", str(agenda), "--accept", "all"]) == 0
    assert read(agenda).tracks[-1].track_id == "moi"


def test_a_kind_that_was_guessed_is_marked_in_a_new_agenda_and_told(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = edited(agenda, "Kịch bản", {"A10": "mục", "D10": "Phát biểu chỉ đạo"})
    new = agenda.with_name("moi.yaml")
    assert main(["import", str(book), "-o", str(new)]) == 0
    assert (
        "Loại mục để trống, đoán theo nội dung; xem lại ở bàn soạn: Phát biểu chỉ đạo"
        in capsys.readouterr().err
    )
    assert "guessed: [kind]" in new.read_text(encoding="utf-8")
