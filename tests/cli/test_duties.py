"""`duties` lists what is owed and when, and marks in the agenda what is done."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from runofshow.agenda_file.notation import write_date
from runofshow.cli import main
from runofshow.clock import HallZone

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `duties` and gives its status, what it printed, and what it complained about."""

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(("duties", *arguments), {**os.environ})
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return call


def day(by: int) -> date:
    """So many days from today."""
    return datetime.now(HallZone()).date() + timedelta(days=by)


def text() -> str:
    return f"""\
title: Hội nghị tổng kết
date: {write_date(day(-3))}
items: [{{title: Khai mạc, kind: opening}}]
duties:
  # sau hội nghị
  - {{what: Gửi báo cáo kết quả, by: Sở Nội vụ, due: {write_date(day(0))}}}
  - {{what: Gửi thư cảm ơn, by: Văn phòng, due: {write_date(day(5))}}}
  - {{what: Thanh toán}}
  - {{what: Nộp bài, by: Các đơn vị, due: {write_date(day(-6))}, when: before}}
  - {{what: Đón tiếp, when: day, done: {write_date(day(-3))}}}
  - {{what: Gửi giấy mời, due: {write_date(day(-1))}, when: before}}
"""


@pytest.fixture
def agenda(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.yaml"
    path.write_text(text(), encoding="utf-8")
    return path


def stands(printed: str) -> list[tuple[int, str, object]]:
    return [(each["n"], each["state"], each["days_left"]) for each in json.loads(printed)["duties"]]


def test_what_is_owed_is_listed_before_on_and_after_the_day(agenda: Path, run: Run) -> None:
    status, printed, said = run(str(agenda))
    assert (status, said) == (0, "")
    assert (
        printed
        == f"""\
Hội nghị tổng kết
{write_date(day(-3))}

Trước hội nghị
 !  1. Nộp bài
       QUÁ HẠN 6 NGÀY · hạn {write_date(day(-6))} · Các đơn vị
 !  2. Gửi giấy mời
       QUÁ HẠN 1 NGÀY · hạn {write_date(day(-1))}

Trong ngày hội nghị
 ✓  3. Đón tiếp
       đã xong ngày {write_date(day(-3))} · không ghi hạn

Sau hội nghị
 !  4. Gửi báo cáo kết quả
       HẠN HÔM NAY · hạn {write_date(day(0))} · Sở Nội vụ
 ○  5. Gửi thư cảm ơn
       còn 5 ngày · hạn {write_date(day(5))} · Văn phòng
 ○  6. Thanh toán
       không ghi hạn

2 việc quá hạn, 1 việc đến hạn hôm nay.
Việc nào xong thì ghi lại: runofshow duties {agenda} --done SỐ
"""
    )


def test_the_same_is_said_in_english(agenda: Path, run: Run) -> None:
    _, printed, _ = run(str(agenda), "--lang", "en")
    assert "OVERDUE BY 6 DAYS" in printed
    assert "2 overdue, 1 due today." in printed


def test_json_is_one_object_and_nothing_else(agenda: Path, run: Run) -> None:
    status, printed, said = run(str(agenda), "--json")
    told = json.loads(printed)
    assert (status, said) == (0, "")
    assert (told["title"], told["date"]) == ("Hội nghị tổng kết", day(-3).isoformat())
    assert told["today"] == day(0).isoformat()
    assert told["duties"][0] == {
        "n": 1,
        "what": "Nộp bài",
        "by": "Các đơn vị",
        "due": day(-6).isoformat(),
        "when": "before",
        "done": False,
        "state": "overdue",
        "days_left": -6,
    }
    assert told["duties"][2]["done"] == day(-3).isoformat()
    assert stands(printed) == [
        (1, "overdue", -6),
        (2, "overdue", -1),
        (3, "done", None),
        (4, "today", 0),
        (5, "ahead", 5),
        (6, "open", None),
    ]


def test_what_is_done_is_marked_in_the_file_and_nothing_else_is_touched(agenda: Path, run: Run) -> None:
    status, printed, said = run(str(agenda), "--done", "1,4", "--json")
    assert status == 0
    assert [state for _, state, _ in stands(printed)] == ["done", "overdue", "done", "done", "ahead", "open"]
    assert "1. Nộp bài" in said
    due, late = write_date(day(0)), write_date(day(-6))
    wanted = text().replace(f"due: {due}}}", f"due: {due}, done: {due}}}")
    wanted = wanted.replace(f"due: {late}, when: before}}", f"due: {late}, when: before, done: {due}}}")
    assert agenda.read_text(encoding="utf-8") == wanted


def test_a_mark_is_taken_back(agenda: Path, run: Run) -> None:
    run(str(agenda), "--done", "1-2")
    run(str(agenda), "--not-done", "1,2")
    assert agenda.read_text(encoding="utf-8") == text()


def test_what_was_done_on_another_day_keeps_that_day(agenda: Path, run: Run) -> None:
    status, _, said = run(str(agenda), "--done", "3")
    assert (status, agenda.read_text(encoding="utf-8")) == (0, text())
    assert "từ trước" in said


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        (("--done", "7"), 1),
        (("--done", "0"), 1),
        (("--done", "một"), 1),
        (("--done", "3-1"), 1),
        (("--done", "1", "--not-done", "1"), 2),
    ],
)
def test_a_number_that_is_none_changes_nothing(
    agenda: Path, run: Run, asked: tuple[str, ...], status: int
) -> None:
    found, printed, said = run(str(agenda), *asked)
    assert (found, printed) == (status, "")
    assert said
    assert agenda.read_text(encoding="utf-8") == text()


def test_an_agenda_without_duties_says_how_to_add_one(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text("title: Hội nghị\nitems: [{title: Khai mạc, kind: opening}]\n", encoding="utf-8")
    status, printed, _ = run(str(path))
    assert status == 0
    assert f"runofshow plan {path}" in printed
    assert run(str(path), "--done", "1")[0] == 1


def test_a_bad_agenda_tells_its_complaints(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "agenda.yaml"
    path.write_text("title: Hội nghị\nitems: []\n", encoding="utf-8")
    status, printed, said = run(str(path))
    assert (status, printed) == (1, "")
    assert "agenda.yaml:2" in said
