"""Leaders who are waited for, and how people are addressed, in the agenda file."""

from __future__ import annotations

import pytest

from runofshow.agenda_file.complaint import Severity, complaint_remedy
from runofshow.agenda_file.writing import write_agenda
from runofshow.core.agenda import Address, Leader
from runofshow.texts import Language
from tests.agenda_file.given import HEAD, TODAY, TZ, agenda_of, local, read, spots

ITEMS = """\
start: 8h00
items:
- {title: Đón tiếp, kind: reception, duration: 10'}
- {title: Khai mạc, kind: opening, id: mo, number: "I", by: Ông An, duration: 10'}
- {title: Tham luận, kind: paper, number: "4", parts: [{title: A, kind: paper, number: "4.1", by: Bà Hòa}]}
"""
MINH = "Đồng chí Trần Minh Quang, Phó Chủ tịch UBND tỉnh"


def leaders(written: str) -> tuple[Leader, ...]:
    return agenda_of(f"{HEAD}leaders:\n{written}{ITEMS}").leaders


def warned(head: str, code: str, items: str = ITEMS) -> list[tuple[int, int]]:
    reading = read(f"{HEAD}{head}{items}")
    assert reading.agenda is not None, reading.errors
    return [(line, column) for told, line, column in spots(reading, Severity.WARNING) if told == code]


def test_a_leader_has_a_name_an_hour_and_what_waits() -> None:
    written = f"- {{name: '{MINH}', arrives: 7h45, for: mo}}\n- {{name: Bà Hoa, id: hoa}}\n"
    assert leaders(written) == (
        Leader("leader-1", MINH, local(7, 45), "mo"),
        Leader("hoa", "Bà Hoa", None, None),
    )


@pytest.mark.parametrize(("said", "meant"), [("I", "mo"), ("mo", "mo"), ("4.1", "m4.1"), ("9", "9")])
def test_an_item_is_meant_by_its_id_or_its_number(said: str, meant: str) -> None:
    assert leaders(f'- {{name: Bà Hoa, for: "{said}"}}\n')[0].awaited_by == meant


def test_the_hour_is_of_the_session_that_waits() -> None:
    text = f"""\
{HEAD}leaders: [{{name: Bà Hoa, arrives: 0h10, for: "2"}}]
sessions:
- {{title: Sáng, start: 8h00, items: [{{title: A, kind: opening, by: Ông An, number: "1"}}]}}
- {{title: Tối, start: 19h00, items: [{{title: B, kind: performance, by: Ông An, number: "2"}}]}}
"""
    assert agenda_of(text).leaders[0].arrives_at == local(0, 10, local(8).date().replace(day=28))


@pytest.mark.parametrize(("said", "meant"), [("đồng chí", Address.COMRADE), ("ông/bà", Address.FORMAL)])
def test_people_are_addressed_as_the_file_says(said: str, meant: Address) -> None:
    assert agenda_of(f"{HEAD}address: {said}\n{ITEMS}").address is meant


def test_another_address_is_refused_with_the_two_that_are_known() -> None:
    reading = read(f"{HEAD}address: ong ba\n{ITEMS}")
    assert [(each.code, each.line) for each in reading.errors] == [("unknown_address", 3)]
    assert "ông/bà" in complaint_remedy(reading.errors[0], Language.VI)


def test_what_is_written_is_read_as_the_same() -> None:
    named = f"leaders: [{{name: '{MINH}', arrives: 7h45, for: I}}, {{name: X, id: x}}]\n"
    agenda = agenda_of(f"{HEAD}address: ông/bà\n{named}{ITEMS}")
    assert agenda_of(write_agenda(agenda, tz=TZ, today=TODAY)) == agenda


def test_two_leaders_of_one_id_are_refused() -> None:
    reading = read(f"{HEAD}leaders: [{{name: A}}, {{name: B, id: leader-1}}]\n{ITEMS}")
    assert [each.code for each in reading.errors] == ["duplicate_id"]


def test_a_leader_whom_no_item_awaits_is_advised_about() -> None:
    assert warned('leaders: [{name: Bà Hoa, for: "9"}]\n', "leader_for_no_item") == [(3, 31)]
    assert warned("leaders: [{name: Bà Hoa, for: I}]\n", "leader_for_no_item") == []


def test_a_leader_who_comes_after_the_start_is_advised_about() -> None:
    late = "leaders: [{name: Bà Hoa, arrives: 8h11, for: I}]\n"
    assert warned(late, "leader_after_start") == [(3, 35)]
    assert warned(late.replace("8h11", "8h10"), "leader_after_start") == []
    assert warned("leaders: [{name: Bà Hoa, arrives: 8h01}]\n", "leader_after_start") == [(3, 35)]


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("Đ/c Trần Minh Quang, P.CT UBND tỉnh", "Đồng chí Trần Minh Quang, Phó Chủ tịch UBND tỉnh"),
        ("đ/c. Lê Hoa, PGĐ Sở Nội vụ", "Đồng chí Lê Hoa, Phó Giám đốc Sở Nội vụ"),
        ("Ông An, CT UBND xã", "Ông An, Chủ tịch UBND xã"),
    ],
)
def test_a_title_that_is_abbreviated_is_written_out(said: str, whole: str) -> None:
    for head in (f"chair_panel: ['{said}']\n", f"leaders: [{{name: '{said}'}}]\n"):
        reading = read(f"{HEAD}{head}{ITEMS}")
        told = [each for each in reading.complaints if each.code == "title_abbreviated"]
        assert [whole in complaint_remedy(each, Language.VI) for each in told] == [True]


def test_a_title_is_looked_for_in_speakers_and_presenters() -> None:
    items = ITEMS.replace("Ông An", "Đ/c An")
    assert len(warned("", "title_abbreviated", items)) == 1
    award = "- {title: Trao, kind: award, award: {decision: QĐ 1, presenter: Đ/c Hoa}}\n"
    assert len(warned("", "title_abbreviated", ITEMS + award)) == 1


def test_offices_and_whole_titles_are_no_abbreviations() -> None:
    said = "Đồng chí An, Phó Chủ tịch UBND tỉnh; CTCP Bình Minh; TS. Hoa"
    assert warned(f"chair_panel: ['{said}']\n", "title_abbreviated") == []
