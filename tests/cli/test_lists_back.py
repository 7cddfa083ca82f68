"""A plan or a paper of ours taken into an agenda whose names stand in a list beside it: nobody is lost, and
names are copied only where that is said."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from runofshow.agenda_file.reader import read_agenda
from runofshow.cli import main
from runofshow.cli.agendas import here
from runofshow.core.agenda import Agenda
from runofshow.paper.book_file import as_book_file
from runofshow.printing.book import book_of
from runofshow.printing.plan import plan_of
from runofshow.texts import Language
from tests.documents.own.books import typed

NAMES = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Phạm Thị Dung"]
AGENDA = """\
title: Hội nghị tổng kết năm 2030
date: 5/1/2031
start: 8h00
items:
- {title: Chào cờ, kind: flag_salute, duration: 10'}
- title: Tặng Giấy khen
  kind: award
  duration: 30'
  award: {list: ten.csv, batch: 3, form: Giấy khen}
- {title: Bế mạc, kind: closing}
"""
PLAN = """\
HỘI NGHỊ TỔNG KẾT NĂM 2030
Chương trình
8h00 Chào cờ
8h10 Báo cáo tổng kết
8h30 Tặng Giấy khen
9h00 Bế mạc
"""


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    (tmp_path / "ten.csv").write_text("\n".join(["Họ và tên", *NAMES]), "utf-8")
    path = tmp_path / "agenda.yaml"
    path.write_text(AGENDA, "utf-8")
    return path


def read(path: Path) -> Agenda:
    now, tz = here()
    found = read_agenda(path, tz=tz, today=now.astimezone(tz).date()).agenda
    assert found is not None
    return found


def names(path: Path) -> list[str]:
    rows = (row for session in read(path).sessions for item in session.items for row in (item, *item.parts))
    return [one.name for row in rows if row.award is not None for one in row.award.recipients]


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_a_paper_taken_back_unchanged_leaves_the_names_in_their_list(
    ending: str, agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, paper = agenda.read_bytes(), agenda.with_name(f"a.{ending}")
    assert main(["print", str(agenda), "-o", str(paper)]) == 0
    capsys.readouterr()
    assert main(["import", str(paper), "--into", str(agenda), "--accept", "all"]) == 0
    told = capsys.readouterr()
    assert (told.out.startswith(f"{paper.name} không thay đổi gì"), told.err) == (True, "")
    assert agenda.read_bytes() == before
    assert main(["import", str(paper), "-o", str(agenda.with_name("new.yaml"))]) == 0
    assert "4 người, tập thể được khen thưởng ghi ngay trong kịch bản này" in capsys.readouterr().err
    assert names(agenda.with_name("new.yaml")) == NAMES


def test_a_name_changed_on_the_paper_takes_all_names_into_the_agenda_and_says_so(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now, tz = here()
    plan = plan_of(read(agenda), tz, Language.VI, revision="0" * 8, printed_at=now)
    paper = agenda.with_name("a.xlsx")
    paper.write_bytes(as_book_file(typed(book_of(plan), "Người nhận", {"C6": "Lê Văn Cương"})))
    assert main(["import", str(paper), "--into", str(agenda)]) == 0
    told = capsys.readouterr()
    assert "  1. ~ Đợt 1/2: " in told.out
    assert "đọc từ ten.csv. Nhận thay đổi ở người nhận" in told.err
    assert names(agenda) == NAMES
    assert main(["import", str(paper), "--into", str(agenda), "--accept", "1"]) == 0
    assert "đã chép từ ten.csv vào" in capsys.readouterr().err
    assert "ten.csv" not in agenda.read_text("utf-8")
    assert sorted(names(agenda)) == sorted([*NAMES[:2], "Lê Văn Cương", NAMES[3]])


def test_a_newer_plan_that_knows_nothing_of_batches_takes_none_away(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = agenda.with_name("plan.txt")
    plan.write_text(PLAN, "utf-8")
    assert main(["import", str(plan), "--into", str(agenda), "--accept", "all", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(each["kind"], each["title"]) for each in told["changes"]] == [("new", "Báo cáo tổng kết")]
    assert told["recipients"] == []
    assert names(agenda) == NAMES


def test_other_names_in_a_newer_plan_are_told_and_none_is_changed(
    agenda: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = docx.Document()
    for line in PLAN.splitlines():
        document.add_paragraph(line)
    document.add_paragraph("DANH SÁCH TẶNG GIẤY KHEN")
    table = document.add_table(0, 2)
    for row in (("STT", "Họ và tên"), ("1", NAMES[1]), ("2", "Vũ Văn Em")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(agenda.with_name("plan.docx")))
    assert main(["import", str(agenda.with_name("plan.docx")), "--into", str(agenda), "--accept", "all"]) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[0] == (
        "“Tặng Giấy khen”: người nhận trong kế hoạch mới khác: thêm 1: Vũ Văn Em; không còn 3: "
        "Nguyễn Văn An; Lê Văn Cường; Phạm Thị Dung. Không tự đổi tên nào: sửa trong ten.csv."
    )
    assert names(agenda) == NAMES
