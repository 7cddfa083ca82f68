"""The chair's page."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.paper.heights import cell_rooms, line_starts, row_type
from runofshow.paper.measures import width_mm
from runofshow.paper.pages import pages_of
from runofshow.paper.sheet import Paragraph, Table
from runofshow.printing.chair_page import chair_page
from tests.printing.agendas import AGENDA, AGENDAS, made, paragraphs, plan_from, said, tables


def test_it_says_when_it_ends_and_what_is_still_open(tmp_path: Path) -> None:
    told = paragraphs(
        chair_page(made(tmp_path, AGENDA.replace("start: 7h30", "start: 7h30\nhard_out: 8h30")))
    )
    assert told[-6:] == [
        "Theo lịch xong: 7h59. Hạn kết thúc: 8h30.",
        "Chưa phân công: 4. Tham luận",
        "Chưa nộp bài: 2. Khai mạc",
        "Có thể bỏ khi thiếu giờ: 4. Tham luận",
        "Có thể rút khi thiếu giờ, còn: 4: ~5'",
        "Dấu ~: tạm tính, kế hoạch không ghi.",
    ]


def test_a_row_has_its_minutes(tmp_path: Path) -> None:
    rows = tables(chair_page(made(tmp_path)))[0]
    assert rows[1] == ["7h30", "1. Chào cờ", "", "5"]
    assert rows[-1] == ["7h52", "4. Tham luận", "(chưa phân công)", "~7"]


def test_each_session_has_a_page_of_its_own() -> None:
    paper = chair_page(plan_from(AGENDAS / "full-example.yaml"))
    begins = [block.new_page for block in paper.blocks if isinstance(block, Paragraph)]
    assert sum(begins) == 1
    assert len(tables(paper)) == 2


def test_a_long_session_is_set_smaller(tmp_path: Path) -> None:
    short = chair_page(made(tmp_path))
    more = "".join(f"- {{title: Phát biểu {at}, kind: speech, by: Bà Hai}}\n" for at in range(24))
    long = chair_page(made(tmp_path, AGENDA.replace("duties:", f"{more}duties:")))
    assert short.size == 13
    assert long.size < 13
    assert len(pages_of(long)) == 1


@pytest.mark.parametrize("size", [13, 12, 11, 10])
def test_no_hour_and_no_length_is_broken_in_two(size: float) -> None:
    paper = chair_page(plan_from(AGENDAS / "full-example.yaml"))
    broken = [
        said(runs)
        for table in paper.blocks
        if isinstance(table, Table)
        for row in table.rows
        if len(row.cells) > 1
        for cell, column, room in zip(
            row.cells, table.columns, cell_rooms(row, table.columns, width_mm(False)), strict=True
        )
        if column.figures
        for runs in cell.lines
        if len(line_starts(runs, row_type(row, size), room)) > 1
    ]
    assert broken == []
