"""The report as files of an office: the same facts, real hours, and a rehearsal told from the show."""

from __future__ import annotations

import io
from datetime import datetime, time, timedelta
from typing import Any

import docx
import pytest
from python_calamine import CalamineWorkbook

from runofshow.core import commands as c
from runofshow.core.history import History
from runofshow.paper.word.file import as_word_file
from runofshow.paper.workbook import as_workbook
from runofshow.report.overview import overview
from runofshow.texts.report import EN, VI, ReportTexts
from tests.report.calling import HALL, account_of, whole_show


def book(history: History, words: ReportTexts = VI) -> dict[str, list[list[Any]]]:
    written = as_workbook(overview(account_of(history, HALL, words)))
    read = CalamineWorkbook.from_filelike(io.BytesIO(written))
    return {name: read.get_sheet_by_name(name).to_python() for name in read.sheet_names}


def test_a_spreadsheet_has_the_summary_first_and_a_sheet_for_each_table() -> None:
    sheets = book(whole_show().history)
    assert list(sheets) == [
        "Tóm tắt",
        "Biểu đồ",
        "Sự cố và thời gian bị mất",
        "Cân đối thời gian",
        "Kế hoạch và thực tế từng mục",
        "Thêm, bớt thời gian",
        "Hiệu lệnh và trả lời theo vai",
        "Hiệu lệnh",
        "Tạm dừng",
        "Ghi nhận sự cố, ghi chú",
        "Lệnh đã hoàn tác",
        "Cảnh báo đồng hồ",
        "Tin nhắn",
    ]
    told = [row[0] for row in sheets["Tóm tắt"]]
    assert "Bắt đầu: 08:02   kế hoạch 08:00, chậm 2 phút" in told
    assert "Địa điểm: Hội trường A" in told


def test_a_spreadsheet_reckons_with_hours_lengths_and_differences() -> None:
    sheets = book(whole_show().history)
    report = next(row for row in sheets["Kế hoạch và thực tế từng mục"] if str(row[1]).startswith("Báo cáo"))
    planned, actual, off, planned_for, actual_for, longer, added = report[2:]
    assert (planned, actual) == (datetime(2026, 3, 27, 8, 25), datetime(2026, 3, 27, 8, 28, 10))  # noqa: DTZ001
    assert off == pytest.approx(3 + 10 / 60)
    assert planned_for in (timedelta(minutes=20), time(0, 20))
    assert actual_for in (timedelta(minutes=20, seconds=50), time(0, 20, 50))
    assert (longer, added) == (pytest.approx(50 / 60), 3)
    taken = [row[3] for row in sheets["Thêm, bớt thời gian"][2:]]
    assert taken == [3, 5, -5]
    called = next(row for row in sheets["Hiệu lệnh"] if row[2] == "Mời đại biểu đứng dậy")
    assert called[5:7] == [2, 5]


@pytest.mark.parametrize(("words", "mark"), [(VI, "TẬP DUYỆT"), (EN, "REHEARSAL")])
def test_every_page_of_a_rehearsal_says_what_it_is(words: ReportTexts, mark: str) -> None:
    for history, said in ((whole_show(c.Mode.REHEARSAL).history, True), (whole_show().history, False)):
        document = docx.Document(io.BytesIO(as_word_file(overview(account_of(history, HALL, words)))))
        section = document.sections[0]
        for head in (section.header, section.first_page_header):
            assert (mark in "".join(paragraph.text for paragraph in head.paragraphs)) is said
        assert (document.paragraphs[0].text.split("\n")[0] == mark) is said
        assert (book(history, words)[words.summary][0][0].split("\n")[0] == mark) is said


def test_what_is_told_of_a_table_stands_on_its_sheet() -> None:
    sheets = book(whole_show().history)
    assert str(sheets["Cân đối thời gian"][0][0]).startswith(
        "Cân đối thời gian. Kết thúc chậm 7 phút 30 giây so với"
    )
    assert sheets["Kế hoạch và thực tế từng mục"][0][0] == "Kế hoạch và thực tế từng mục"
