"""The papers of an award round: the servers' sheet, the reader's, the order of the certificates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from runofshow.core.agenda import Award
from runofshow.paper.heights import cell_rooms, line_starts, row_type
from runofshow.paper.measures import width_mm
from runofshow.paper.pages import pages_of
from runofshow.paper.sheet import Block, Paper, Paragraph, Run, Style, Table
from runofshow.printing.papers import Kind, paper_for, unpaged
from runofshow.printing.plan import Plan, plan_of
from runofshow.texts import Language
from tests.printing.agendas import NOW, TZ, everything, made, paragraphs, said, tables, text_of
from tests.printing.awarded import CHAIR, COLLECTIVES, FORM, LATE, PERSONS, awarding, person, round_of_three

NO_BREAK = "\u00a0"
KINDS = (Kind.SERVERS, Kind.READER, Kind.CERTIFICATES)


def plain(text: str) -> str:
    return text.replace(NO_BREAK, " ")


def lists(kind: Kind, plan: Plan) -> list[list[list[str]]]:
    """The rows of each table without its head."""
    return [[[plain(one) for one in row] for row in table[1:]] for table in tables(unpaged(kind, plan))]


def test_the_tray_is_numbered_without_who_is_absent() -> None:
    _, persons, _, medal = lists(Kind.SERVERS, round_of_three())
    assert [row[:4] for row in persons] == [
        ["1", "Nguyễn Văn An", "Tổ trưởng\nTổ dân phố 3", "trùng tên (Tổ dân phố 3)"],
        ["2", "Nguyễn Văn An", "Tổ dân phố 5", "trùng tên (Tổ dân phố 5)"],
        ["", "Lê Thị Sáu", "Trạm Y tế phường", "VẮNG, không xếp khay"],
        ["3", "Đinh Công Tâm", "Công an phường", "nhận thay: bà Lê Thị Bảy, vợ"],
        ["4", "Phạm Thị Nguyệt Ánh", "Hội Liên hiệp Phụ nữ phường", "xe lăn"],
    ]
    assert all(row[4:] == ["", "", ""] for row in persons)
    assert medal[0][:2] == ["1", "Bà Võ Thị Mười"]


def test_a_tray_says_what_lies_on_it_who_hands_over_and_where_the_row_stands() -> None:
    told = [plain(text) for text in paragraphs(paper_for(Kind.SERVERS, round_of_three()))]
    at = told.index("8h00   Đợt 1/3: 1.1. Giấy khen")
    assert told[at + 1 : at + 4] == [
        f"Trao: {FORM}; Người trao: {CHAIR}",
        "Trên khay: 2 × Giấy khen của Chủ tịch UBND phường, xếp theo số, số 1 nằm trên cùng; 2 bó hoa",
        "Hàng đứng giữa sân khấu, từ trái sang phải khi nhìn từ hội trường: 1 đến 2. "
        "Lễ tân đứng phía sau, bên phải người trao, không quay lưng về hội trường.",
    ]
    assert "8h12   2. Huân chương Lao động hạng Ba" in told
    assert "Trên khay: Huân chương Lao động hạng Ba" in told


def test_a_batch_that_is_titled_by_its_number_has_the_title_of_its_round(tmp_path: Path) -> None:
    text = """\
title: Họp
date: 5/2/2027
start: 7h30
items:
- title: Trao Giấy khen của Chủ tịch UBND phường
  kind: award
  award: {batch: 2, recipients: [Ông An, Bà Ba, Ông Cam]}
"""
    told = [plain(line) for line in paragraphs(paper_for(Kind.SERVERS, made(tmp_path, text)))]
    assert [line.partition("   ")[2] for line in told if "   " in line] == [
        "Đợt 1/2: 1.1. Trao Giấy khen của Chủ tịch UBND phường",
        "Đợt 2/2: 1.2. Trao Giấy khen của Chủ tịch UBND phường",
    ]


@pytest.mark.parametrize("kind", [Kind.SERVERS, Kind.READER])
def test_each_batch_has_a_page_of_its_own(kind: Kind) -> None:
    pages = pages_of(paper_for(kind, round_of_three()))
    assert [sum(map(is_batch_line, page)) for page in pages] == [1, 1, 1, 1]
    assert all(is_batch_line(page[0]) for page in pages[1:])


def is_batch_line(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style in (Style.HEADING, Style.TURN)


def test_names_stand_as_they_are_read_with_titles_and_the_absent_are_not_read() -> None:
    paper = paper_for(Kind.READER, round_of_three())
    first, persons, *_ = lists(Kind.READER, round_of_three())
    assert first[1] == ["2", "Trạm i tế phường\n(viết: Trạm Y tế phường)"]
    assert [row[1].split("\n")[0] for row in persons] == [
        "Ông Nguyễn Văn An",
        "Ông Nguyễn Văn An",
        "Đồng chí Đinh Công Tâm",
        "Phạm Thị Nguyệt Ánh",
    ]
    assert persons[2][1] == "Đồng chí Đinh Công Tâm\nCông an phường\nnhận thay: bà Lê Thị Bảy, vợ"
    assert "Không đọc, vắng: Lê Thị Sáu" in map(plain, paragraphs(paper))


def test_who_is_not_read_is_told_from_another_of_the_name() -> None:
    twins = person(1, "Lê Thị Sáu", "Trạm Y tế", absent=True), person(2, "Lê Thị Sáu", "Công an phường")
    plan = plan_of(awarding(twins), TZ, Language.VI, revision="0" * 8, printed_at=NOW)
    told = map(plain, paragraphs(paper_for(Kind.READER, plan)))
    assert "Không đọc, vắng: Lê Thị Sáu (Trạm Y tế)" in told


@pytest.mark.parametrize("kind", [*KINDS, Kind.CARDS])
def test_of_two_of_one_name_both_are_told_so_where_one_has_no_unit(kind: Kind) -> None:
    twins = person(1, "Lê Thị Hoa"), person(2, "Lê Thị Hoa", "Trạm Y tế"), person(3, "Lê Thị Hồng")
    plan = plan_of(awarding(twins), TZ, Language.VI, revision="0" * 8, printed_at=NOW)
    told = "\n".join(plain(cell) for table in tables(unpaged(kind, plan)) for row in table for cell in row)
    assert re.findall("trùng tên.*", told) == ["trùng tên", "trùng tên (Trạm Y tế)"]


def test_a_decision_is_read_with_the_first_batch_that_names_it() -> None:
    told = [plain(text) for text in paragraphs(paper_for(Kind.READER, round_of_three()))]
    assert told.count("Quyết định số 12/QĐ-UBND ngày 03/01/2027") == 1
    assert told.count("Vẫn theo Quyết định số 12/QĐ-UBND ngày 03/01/2027, không đọc lại") == 2
    assert told.count("Công bố trước, mời lên sau") == 3
    assert told.count("Mời lên trước, công bố sau") == 1


def test_certificates_are_numbered_through_a_round_and_who_is_absent_is_kept_apart() -> None:
    stack, medal = lists(Kind.CERTIFICATES, round_of_three())
    rows = [row for row in stack if len(row) > 1]
    assert [row[:2] for row in rows] == [
        ["1", "1.1"],
        ["2", "1.2"],
        ["3", "2.1"],
        ["4", "2.2"],
        ["", ""],
        ["5", "2.3"],
        ["6", "2.4"],
        ["7", "3.1"],
    ]
    assert rows[4][2] == "Lê Thị Sáu\nVẮNG, để riêng"
    assert rows[7][2:6] == [
        "Trần Quốc Toản\ntruy tặng",
        "Dân quân",
        "Giấy khen của Chủ tịch UBND phường",
        "Quyết định số 12/QĐ-UBND ngày 03/01/2027",
    ]
    assert medal[0][:2] == ["1", "1.1"]
    told = paragraphs(paper_for(Kind.CERTIFICATES, round_of_three()))
    assert "7 bằng trong chồng; để riêng: 1" in told


def test_the_list_of_a_heading_stands_once_with_the_first_part_that_has_none() -> None:
    shared = Award("Quyết định số 12/QĐ-UBND", None, PERSONS, form="Giấy khen")
    plan = plan_of(
        awarding(LATE, (), (), shared=shared), TZ, Language.VI, revision="1a2b3c4d", printed_at=NOW
    )
    for kind in KINDS:
        text = plain(everything(paper_for(kind, plan)))
        assert text.count("Phạm Thị Nguyệt Ánh") == 1, kind
    assert [len(table) for table in lists(Kind.SERVERS, plan)] == [1, 5, 1]


@pytest.mark.parametrize("kind", KINDS)
def test_without_an_award_it_says_so(kind: Kind, tmp_path: Path) -> None:
    bare = "title: Họp\ndate: 5/2/2027\nstart: 7h30\nitems:\n- {title: Khai mạc, kind: opening}\n"
    assert "Không có đợt trao tặng nào." in paragraphs(paper_for(kind, made(tmp_path, bare)))


LONG = tuple(
    person(
        at,
        f"{title} Nguyễn Phúc Hoàng Thị Thương {at}",
        "Ban Chỉ huy Phòng thủ dân sự phường Hướng Dương, tỉnh Khánh Hòa",
        post="Phó Chủ nhiệm thường trực Ủy ban Kiểm tra Đảng ủy",
        address="đồng chí",
        proxy="Nguyễn Phúc Hoàng Bảo Khánh" if at % 3 == 0 else None,
        absent=at % 10 == 9,
        note="ngồi xe lăn, có người đẩy" if at % 4 == 0 else "",
    )
    for at, title in enumerate(["Bà", "Thượng tọa Tiến sĩ", "Anh hùng Lực lượng vũ trang"] * 20, start=1)
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", Language)
def test_no_word_is_broken_at_the_end_of_a_line(kind: Kind, language: Language) -> None:
    agenda = awarding(COLLECTIVES, LONG[:12], LONG[12:], PERSONS)
    paper = paper_for(kind, plan_of(agenda, TZ, language, revision="1a2b3c4d", printed_at=NOW))
    assert list(broken(paper)) == []


def broken(paper: Paper) -> list[str]:
    """The lines of tables, and the heads, that end inside a word."""
    found = []
    for block in paper.blocks:
        if not isinstance(block, Table):
            continue
        for row in block.rows:
            if len(row.cells) != len(block.columns):
                continue
            rooms = cell_rooms(row, block.columns, width_mm(paper.landscape))
            for cell, room, column in zip(row.cells, rooms, block.columns, strict=True):
                head = (Run(column.head, bold=True),)
                for runs in (*cell.lines, head):
                    text = said(runs)
                    starts = line_starts(runs, row_type(row, paper.size), room)[1:]
                    found += [text for at in starts if text[at - 1] not in " -"]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_list_repeats_its_head_and_loses_nobody(kind: Kind) -> None:
    plan = plan_of(awarding(LONG), TZ, Language.VI, revision="1a2b3c4d", printed_at=NOW)
    pages = pages_of(paper_for(kind, plan))
    assert len(pages) > 3
    assert all(any(isinstance(block, Table) for block in page) for page in pages)
    text = plain(everything(paper_for(kind, plan)))
    assert all(one.name in text for one in LONG)
    rows = [row for page in pages for block in page if isinstance(block, Table) for row in block.rows]
    numbers = [text_of(row.cells[0]) for row in rows if len(row.cells) > 1]
    assert [int(number) for number in numbers if number][:54] == list(range(1, 55))
