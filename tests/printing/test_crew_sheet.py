"""The crew's sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.printing.crew_sheet import crew_sheet
from tests.printing.agendas import AGENDA, AGENDAS, everything, made, paragraphs, plan_from, tables

NO_BREAK = "\u00a0"


def test_recipients_stand_as_the_tray_has_them(tmp_path: Path) -> None:
    *_, tray = tables(crew_sheet(made(tmp_path)))
    assert [[one.replace(NO_BREAK, " ") for one in row] for row in tray] == [
        ["TT", "Người, tập thể nhận", "Ghi chú", "Có mặt"],
        ["1", "Ông Nhận MẬT", "", ""],
        ["2", "Bà Hai MẬT", "nhận thay: anh Ba", ""],
    ]


def test_an_award_says_who_reads_who_hands_over_and_who_comes_first(tmp_path: Path) -> None:
    told = [text.replace(NO_BREAK, " ") for text in paragraphs(crew_sheet(made(tmp_path)))]
    begin = told.index("7h45   3.1. Giấy khen")
    assert told[begin + 1 : begin + 6] == [
        "Theo Quyết định MẬT",
        "Công bố: Bà Đọc MẬT",
        "Trao: Đồng chí Trần Minh Quang, Chủ tịch UBND phường",
        "Nhận: 2",
        "Công bố trước, mời lên sau",
    ]


def test_an_award_of_the_state_calls_up_first(tmp_path: Path) -> None:
    state = made(tmp_path, AGENDA.replace("Quyết định MẬT", "Quyết định số 1/QĐ-CTN"))
    assert "Mời lên trước, công bố sau" in paragraphs(crew_sheet(state))


def test_an_award_without_a_list_is_seen(tmp_path: Path) -> None:
    bare = AGENDA[: AGENDA.index("    award:\n")] + AGENDA[AGENDA.index("    cues:\n    - {to: crew") :]
    assert "(chưa có danh sách)" in paragraphs(crew_sheet(made(tmp_path, bare)))


def test_what_ushers_do_stands_at_its_item(tmp_path: Path) -> None:
    rows = tables(crew_sheet(made(tmp_path)))[0]
    assert ["7h45", "3.1. Giấy khen", "Lãnh đạo phường", "Lễ tân, cuối mục - 1 phút: Khay MẬT"] in rows
    assert not any("Sáng MẬT" in cell for row in rows for cell in row)


@pytest.mark.parametrize("path", sorted(AGENDAS.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_recipient_of_any_agenda_is_lost(path: Path) -> None:
    plan = plan_from(path)
    text = everything(crew_sheet(plan)).replace(NO_BREAK, " ")
    awards = [entry.item.award for entry in plan.leaves if entry.item.award is not None]
    assert all(one.name in text for award in awards for one in award.recipients)
    assert all(entry.item.title in text for entry in plan.entries)
