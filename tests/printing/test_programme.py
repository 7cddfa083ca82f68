"""What delegates are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.core.agenda import Agenda
from runofshow.printing.programme import programme
from runofshow.texts import Language
from tests.printing.agendas import (
    AGENDA,
    AGENDAS,
    PHONE,
    SECRET,
    everything,
    made,
    paragraphs,
    plan_from,
    tables,
)

NO_BREAK = "\u00a0"


@pytest.mark.parametrize("language", Language)
def test_nothing_internal_is_on_it(tmp_path: Path, language: Language) -> None:
    """No cue, note, word of the MC's, phone, track, backdrop, hand-in, decision, recipient or duty."""
    text = everything(programme(made(tmp_path, language=language)))
    assert "Khai mạc" in text
    assert SECRET not in text
    assert PHONE not in text


def internal(agenda: Agenda) -> set[str]:
    """The text of an agenda that only who works in the hall may read."""
    items = [row for session in agenda.sessions for item in session.items for row in (item, *item.parts)]
    found = {text for item in items for text in (item.notes, item.mc, item.thanks, item.backdrop)}
    found |= {cue.text for cue in agenda.cues.values()}
    found |= {track.title for track in agenda.tracks} | {track.file or "" for track in agenda.tracks}
    found |= {name for _, name in agenda.crew} | {duty.what for duty in agenda.duties}
    named = {item.title for item in items} | {item.by for item in items}
    return {text for text in found if text and text not in named}


@pytest.mark.parametrize("path", sorted(AGENDAS.glob("*.yaml")), ids=lambda path: path.stem)
def test_nothing_internal_of_any_agenda_is_on_it(path: Path) -> None:
    plan = plan_from(path)
    lines = [line for table in tables(programme(plan)) for row in table for line in row]
    assert internal(plan.agenda)
    assert [text for text in internal(plan.agenda) if text in lines] == []


def test_it_says_when_what_and_who(tmp_path: Path) -> None:
    rows = tables(programme(made(tmp_path)))[0]
    assert [[one.replace(NO_BREAK, " ") for one in row] for row in rows] == [
        ["Thời gian", "Nội dung", "Người thực hiện"],
        ["7h30 - 7h35", "1. Chào cờ", ""],
        ["7h35 - 7h45", "2. Khai mạc", "Đồng chí Trần Minh Quang, Chủ tịch UBND phường"],
        ["7h45 - 7h52", "3. Khen thưởng", ""],
        ["", "3.1. Giấy khen", "Lãnh đạo phường"],
        ["7h52 - 7h59", "4. Tham luận", ""],
    ]


def test_hours_that_nobody_has_said_do_not_stand_on_it(tmp_path: Path) -> None:
    rows = tables(programme(made(tmp_path, AGENDA.replace("start: 7h30\n", ""))))[0]
    assert rows[0] == ["Nội dung", "Người thực hiện"]


def test_the_day_stands_as_on_an_official_paper(tmp_path: Path) -> None:
    assert paragraphs(programme(made(tmp_path))) == [
        "CHƯƠNG TRÌNH",
        "Hội nghị thử",
        "7h30, ngày 05/02/2027, Hội trường A",
    ]
    tentative = made(tmp_path, AGENDA.replace("date:", "tentative: true\ndate:"))
    assert paragraphs(programme(tentative))[-1] == "7h30, ngày 05/02/2027 (dự kiến), Hội trường A"


def test_a_paper_of_the_party_has_the_name_of_the_party(tmp_path: Path) -> None:
    state = everything(programme(made(tmp_path)))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in state
    party = everything(programme(made(tmp_path, AGENDA.replace("UBND phường Hương", "Đảng ủy phường Hương"))))
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in party
    assert "CỘNG HÒA" not in party


def test_the_foot_says_which_version_and_when(tmp_path: Path) -> None:
    assert programme(made(tmp_path)).foot == "Bản 1a2b3c4d, in 8h05 ngày 30/11/2026"
