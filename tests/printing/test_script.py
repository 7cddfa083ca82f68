"""The whole script."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.printing.script import script
from tests.printing.agendas import AGENDA, AGENDAS, everything, made, paragraphs, plan_from, tables

NO_BREAK = "\u00a0"


def rows_of(tmp_path: Path, text: str = AGENDA) -> list[list[str]]:
    return [[one.replace(NO_BREAK, " ") for one in row] for row in tables(script(made(tmp_path, text)))[0]]


def test_a_row_says_all_that_its_hands_need(tmp_path: Path) -> None:
    head, flag, opening, *_ = rows_of(tmp_path)
    assert head == [
        "Thời gian",
        "Nội dung",
        "Người thực hiện",
        "Lời dẫn MC",
        "Âm thanh, ánh sáng, màn hình",
        "Phụ trách",
    ]
    assert flag == [
        "7h30 - 7h35\n(5')",
        "1. Chào cờ",
        "",
        "Nghiêm MẬT!",
        "Âm thanh, khi nghe “Chào MẬT”: Phát MẬT (Bản MẬT, QUỐC CA KHÔNG LỜI)\n"
        "Ánh sáng, đầu mục + 10 giây: Sáng MẬT",
        "",
    ]
    assert opening[1].splitlines() == [
        "2. Khai mạc",
        "Phông: MẬT sau lưng",
        "Bài viết: chưa nộp, hạn 01/02/2027",
        "Ghi chú: Mục MẬT 0912345678",
    ]
    assert opening[3].startswith("~ ")


def test_what_the_plan_does_not_say_is_marked(tmp_path: Path) -> None:
    paper_row = rows_of(tmp_path)[-1]
    assert paper_row[0].endswith("(~7')")
    assert paper_row[2] == "(chưa phân công)"
    assert rows_of(tmp_path, AGENDA.replace("start: 7h30\n", ""))[1][0].startswith("~")


def test_it_goes_with_the_plan_and_has_no_number_of_its_own(tmp_path: Path) -> None:
    told = paragraphs(script(made(tmp_path)))
    assert told[:3] == [
        "KỊCH BẢN ĐIỀU HÀNH",
        "Hội nghị thử",
        "(Kèm theo Kế hoạch số 12/KH-UBND ngày 03/01/2027)",
    ]
    without = AGENDA.replace("basis: thực hiện Kế hoạch số 12/KH-UBND ngày 03/01/2027\n", "")
    assert paragraphs(script(made(tmp_path, without)))[2].startswith("(Kèm theo Kế hoạch số ....")


@pytest.mark.parametrize("path", sorted(AGENDAS.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_item_person_cue_or_duty_is_lost(path: Path) -> None:
    plan = plan_from(path)
    text = everything(script(plan)).replace(NO_BREAK, " ")
    assert plan.entries
    for entry in plan.entries:
        assert entry.item.title in text
        assert (entry.item.by or "") in text
        assert all(cue.text in text for cue in entry.cues)
        assert all(line in text for line in entry.said.splitlines())
    assert all(duty.what in text for duty in plan.agenda.duties)


def test_a_length_of_seconds_is_written_as_everywhere(tmp_path: Path) -> None:
    assert rows_of(tmp_path, AGENDA.replace("duration: 5'", "duration: 5'30"))[1][0].endswith("\n(5'30)")
