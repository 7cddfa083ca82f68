"""Cues, tracks, sessions, duties, the title page and the crew, made at the desk."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from textual import events

from runofshow.agenda_file.form import (
    AgendaForm,
    AwardForm,
    CrewForm,
    CueForm,
    DutyForm,
    HandinForm,
    ItemForm,
    PeriodForm,
    SessionForm,
    TrackForm,
)
from runofshow.texts import Language
from runofshow.tui.desk.slot_sorts import CUE_FIELDS, FIELDS
from runofshow.tui.desk.things import Sort
from tests.tui.plan_desk.sitting import planning

TEXT = """\
title: Hội nghị
tracks:
  - {id: nhac_moi, title: Nhạc mời lên}
items:
  - title: Chào cờ
    kind: flag_salute
  - title: Khai mạc
    kind: opening
    by: Ông A
"""


async def test_a_cue_of_custom_is_written_with_the_others_when_one_of_them_is_changed() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("items", 0, "cues", 0)
        await desk.press("enter")
        assert desk.asks()
        await desk.press("end", *"!", "enter")
        cues = desk.value("items", 0, "cues")
        assert len(cues) > 1
        assert all(cue["to"] for cue in cues)
        assert [cue["text"].endswith("!") for cue in cues if "text" in cue].count(True) == 1
        await desk.checked()
        assert not any(each.is_error for each in desk.app.board.checked.advice)


async def test_a_cue_is_added_with_its_track_ordered_and_taken_out() -> None:
    async with planning(TEXT.replace("kind: opening\n", "kind: opening\n    cues: []\n")) as desk:
        await desk.go_to("items", 1, "cues", 0)
        for text in ("Một", "Hai"):
            await desk.press("home")
            while desk.field() != "cues" or desk.app.board.slot is None or desk.app.board.slot.written:
                await desk.press("down")
            await desk.press("enter", *text, "enter")
        said = [cue["text"] for cue in desk.value("items", 1, "cues")]
        assert said == ["Một", "Hai"]
        await desk.go_to("items", 1, "cues", 1)
        await desk.press("K")
        assert [cue["text"] for cue in desk.value("items", 1, "cues")] == ["Hai", "Một"]
        await desk.press("x")
        assert [cue["text"] for cue in desk.value("items", 1, "cues")] == ["Một"]


async def test_a_cue_that_cannot_be_is_told_in_its_form() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("items", 1, "cues", 0)
        await desk.press("enter", "tab", "tab", "tab", "tab", "end", *"xx", "enter")
        assert desk.asks()
        assert desk.text == TEXT


async def test_a_track_takes_a_file_of_the_folder_and_is_listened_to(tmp_path: Path) -> None:
    (tmp_path / "nhac").mkdir()
    (tmp_path / "nhac" / "moi len.mp3").write_bytes(b"")
    (tmp_path / "ghi chu.txt").write_bytes(b"")
    heard: list[Path] = []

    def listen(path: Path) -> str | None:
        heard.append(path)
        return None if heard.count(path) == 2 else ""

    async with planning(TEXT, path=tmp_path / "a.yaml", listen=listen) as desk:
        await desk.go_to("tracks", 0, "file")
        await desk.press("enter", *"moi", "enter")
        assert "- {id: nhac_moi, title: Nhạc mời lên, file: nhac/moi len.mp3}\n" in desk.text
        await desk.press("l")
        assert heard == [tmp_path / "nhac" / "moi len.mp3"]
        assert "đang nghe moi len.mp3" in desk.screen
        await desk.press("l")
        assert "Đã dừng moi len.mp3" in desk.screen
        await desk.go_to("items", 0)
        await desk.press("escape", "l")
        assert len(heard) == 2


async def test_a_duty_that_is_done_has_a_tick_in_the_outline() -> None:
    owed = "duties:\n- {what: Gửi báo cáo, due: 1/6/2020}\n- {what: Cảm ơn, done: chưa}\n"
    async with planning(f"{TEXT}{owed}") as desk:
        assert "· Gửi báo cáo" in desk.screen
        await desk.go_to("duties", 0, "done")
        await desk.press("enter", *"30/5/2020", "enter")
        assert desk.value("duties", 0, "done") == "30/5/2020"
        assert "✓ Gửi báo cáo" in desk.screen
        assert "· Cảm ơn" in desk.screen
        await desk.go_to("duties", 1, "done")
        await desk.press("enter", "ctrl+u", *"hom", "space", *"qua", "enter")
        assert "✓ Cảm ơn" not in desk.screen


async def test_where_no_player_is_it_is_said() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("tracks", 0)
        await desk.press("escape", "l")
        assert "chưa có mpv" in desk.screen


async def test_tracks_duties_parts_and_sessions_are_added() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("items", 1)
        await desk.press("escape", "a", *"nhạc", "enter", *"Quoc", "space", *"ca", "enter")
        assert desk.value("tracks", 1) == {"id": "quoc_ca", "title": "Quoc ca"}
        assert desk.field() == "file"
        await desk.press("escape", "a", *"viec", "enter", *"Gửi", "tab", *"VP", "tab", *"1/3/2020", "enter")
        assert desk.value("duties", 0) == {"what": "Gửi", "by": "VP", "due": "1/3/2020"}
        await desk.go_to("items", 1)
        await desk.press("escape", "a", *"phan", "enter", *"Bai", "enter")
        assert desk.value("items", 1, "parts", 0) == {"title": "Bai", "kind": "opening"}
        await desk.press("a", *"phien", "enter", *"Sang", "tab", *"Chieu", "tab", "tab", *"13h30", "enter")
        assert [row["title"] for row in desk.value("sessions")] == ["Sang", "Chieu"]
        assert desk.value("sessions", 1, "start") == "13h30"
        await desk.press("i", *"Bế", "space", *"mạc", "enter")
        assert desk.value("sessions", 1, "items") == [{"title": "Bế mạc", "kind": "closing"}]
        await desk.checked()
        assert not any(each.is_error for each in desk.app.board.checked.advice)


async def test_a_line_with_lines_inside_is_removed_only_after_a_question() -> None:
    async with planning(TEXT + "    parts:\n      - {title: Bài, kind: paper}\n") as desk:
        await desk.go_to("items", 1)
        await desk.press("escape", "x")
        assert desk.asks()
        await desk.press("escape")
        assert len(desk.value("items")) == 2
        await desk.press("down", "x")
        assert desk.text == TEXT
        await desk.go_to("tracks", 0)
        await desk.press("escape", "x")
        assert desk.value("tracks") is None


async def test_the_title_page_takes_a_day_or_a_period_and_names_a_line_each() -> None:
    async with planning(TEXT) as desk:
        await desk.go_to("period", "from")
        await desk.press("home")
        while desk.field() != "period.from":
            await desk.press("down")
        await desk.press("enter", *"1/3/2020", "enter")
        assert desk.value("period") == {"from": "1/3/2020"}
        await desk.press("home", "down", "down", "down", "enter", *"2/3/2020", "enter")
        assert desk.value("date") == "2/3/2020"
        assert desk.value("period") is None
        while desk.field() != "chair_panel":
            await desk.press("down")
        await desk.press("enter", *"Ông A", "enter", *"Bà B", "ctrl+s")
        assert desk.value("chair_panel") == ["Ông A", "Bà B"]


async def test_who_holds_each_role_is_written_and_emptied() -> None:
    async with planning(TEXT) as desk:
        await desk.press("down", "enter", "down", "enter", *"Chi", "space", *"Lan", "enter")
        assert desk.value("crew") == {"mc": "Chi Lan"}
        await desk.press("x")
        assert desk.text == TEXT


@pytest.mark.parametrize("language", Language)
async def test_help_names_every_key_in_both_languages(language: Language) -> None:
    async with planning(TEXT, language=language) as desk:
        await desk.press("?")
        assert desk.asks()
        await desk.press("escape")
        assert not desk.asks()


async def test_search_finds_a_line_without_diacritics_and_esc_goes_back() -> None:
    async with planning(TEXT) as desk:
        await desk.press("/", *"khai", "space", *"mac", "enter")
        assert desk.at() == ("items", 1)
        await desk.press("/", *"chao", "escape")
        assert desk.at() == ("items", 1)


async def test_a_track_that_is_called_otherwise_is_still_called_by_its_cues() -> None:
    cue = "    cues:\n      - {to: music, do: play, track: nhac_moi}\n"
    async with planning(TEXT + cue) as desk:
        await desk.go_to("tracks", 0, "id")
        await desk.press("enter", *"_2", "enter")
        assert desk.value("tracks", 0, "id") == "nhac_moi_2"
        assert desk.value("items", 1, "cues", 0, "track") == "nhac_moi_2"


async def test_every_guess_can_be_settled_though_its_line_has_no_field_for_it() -> None:
    text = TEXT.replace("title: Hội nghị\n", "title: Hội nghị\nguessed: [number]\n")
    async with planning(text) as desk:
        await desk.press("n", "space")
        assert desk.text == TEXT


ASKED_ELSEWHERE = {
    AgendaForm: {
        "crew",
        "tracks",
        "signals",
        "gear",
        "timecode",
        "items",
        "sessions",
        "duties",
        "guessed",
        "doubts",
    },
    ItemForm: {"parts", "guessed", "doubts"},
    SessionForm: {"items", "guessed", "doubts"},
}
"""Lines of their own, marks on the fields, and what is written by who knows the gear."""


@pytest.mark.parametrize(
    ("sort", "form"),
    [
        (Sort.PAGE, AgendaForm),
        (Sort.SESSION, SessionForm),
        (Sort.ITEM, ItemForm),
        (Sort.TRACK, TrackForm),
        (Sort.DUTY, DutyForm),
        (Sort.CREW, CrewForm),
    ],
)
def test_every_key_of_the_format_is_asked_at_the_desk(sort: Sort, form: Any) -> None:
    asked = {name.partition(".")[0] for name in FIELDS[sort]}
    assert asked == {*form.__struct_encode_fields__} - ASKED_ELSEWHERE.get(form, set())
    inside = {holder: set[str]() for holder in ("award", "handin", "period")}
    for name in FIELDS[Sort.ITEM] + FIELDS[Sort.PAGE]:
        holder, _, key = name.rpartition(".")
        if holder:
            inside[holder].add(key)
    forms = {"award": AwardForm, "handin": HandinForm, "period": PeriodForm}
    assert inside == {holder: {*each.__struct_encode_fields__} for holder, each in forms.items()}
    assert {*CUE_FIELDS} == {*CueForm.__struct_encode_fields__}


async def test_a_pasted_list_of_names_loses_its_marks() -> None:
    lines = ["1. Ông Trần A", "2) Bà Lê B", "(3) Ông C", "- Trường THCS D", "• Đội 3", "+ 2.5 tỷ", "30/4 E"]
    async with planning(TEXT) as desk:
        await desk.go_to("chair_panel")
        await desk.press("enter")
        desk.app.post_message(events.Paste("\n".join(lines)))
        await desk.press("ctrl+s")
        names = ["Ông Trần A", "Bà Lê B", "Ông C", "Trường THCS D", "Đội 3", "2.5 tỷ", "30/4 E"]
        assert desk.value("chair_panel") == names


AWARD = """title: Hội nghị
items:
  - title: Trao Giấy khen
    kind: award
    award:
      recipients:
        - {name: Nguyễn Văn An, unit: Trạm Y tế, said: An Nguyễn, id: an}
        - Bà Hai (vắng)
"""


async def test_those_honoured_are_a_line_each_and_rows_of_excel_are_pasted() -> None:
    async with planning(AWARD) as desk:
        await desk.go_to("items", 0, "award", "recipients")
        assert "Nguyễn Văn An; Trạm Y tế" in desk.screen
        await desk.press("enter", "enter")
        desk.app.post_message(
            events.Paste("1\tÔng Ba\tPhòng Kinh tế\tTrưởng phòng\n2\tTrường Ngọc Lan\t\t\n")
        )
        await desk.press("ctrl+s")
        assert desk.value("items", 0, "award", "recipients") == [
            {"name": "Nguyễn Văn An", "unit": "Trạm Y tế", "said": "An Nguyễn", "id": "an"},
            "Bà Hai (vắng)",
            {"name": "Ông Ba", "unit": "Phòng Kinh tế", "post": "Trưởng phòng"},
            "Trường Ngọc Lan",
        ]


async def test_pasted_rows_with_their_heads_go_by_them_and_what_is_nobody_is_said() -> None:
    rows = [
        "DANH SÁCH KHEN THƯỞNG\t\t\t\t\t",
        "STT\tĐơn vị công tác\tHọ và tên\tChức vụ\tHình thức\tNhận thay",
        "I\tTẬP THỂ\t\t\t\t",
        "1\t\tTrường  Ngọc Lan\t\tGiấy khen\t",
        "II\tCÁ NHÂN\t\t\t\t",
        "2\tPhòng Kinh tế, Hạ tầng\tHờ A Chớ\t\tGiấy khen\tbà Hờ Thị Dua",
        '3\t"Trạm\nY tế"\tNguyễn Văn An\tTrưởng trạm\tGiấy khen\t',
        "\tTổng cộng: 3\t\t\t\t",
    ]
    async with planning(AWARD) as desk:
        await desk.go_to("items", 0, "award", "recipients")
        await desk.press("enter")
        desk.app.post_message(events.Paste("\n".join(rows) + "\n"))
        await desk.press("ctrl+s")
        assert desk.value("items", 0, "award", "recipients") == [
            {"name": "Nguyễn Văn An", "unit": "Trạm Y tế", "said": "An Nguyễn", "id": "an"},
            "Bà Hai (vắng)",
            "DANH SÁCH KHEN THƯỞNG",
            {"name": "Trường Ngọc Lan", "collective": "true"},
            {"name": "Hờ A Chớ", "unit": "Phòng Kinh tế, Hạ tầng", "proxy": "bà Hờ Thị Dua"},
            {"name": "Nguyễn Văn An", "unit": "Trạm Y tế", "post": "Trưởng trạm"},
        ]
        assert "Nhận 3 theo tiêu đề cột · bỏ 1 dòng: Tổng cộng: 3 · không dùng cột: Hình thức" in desk.screen


async def test_five_hundred_pasted_rows_are_all_there() -> None:
    rows = [f"{at}\tĐơn vị {at % 40}\tNguyễn  Văn {at % 200}" for at in range(1, 501)]
    rows = [unicodedata.normalize("NFD", row) for row in ("STT\tĐơn vị\tHọ và tên", *rows)]
    async with planning("title: Hội nghị\nitems:\n  - {title: Trao Giấy khen, kind: award}\n") as desk:
        await desk.go_to("items", 0, "award", "recipients")
        await desk.press("enter")
        desk.app.post_message(events.Paste("\n".join(rows)))
        await desk.press("ctrl+s")
        people = desk.value("items", 0, "award", "recipients")
        assert [(each["name"], each["unit"]) for each in people] == [
            (f"Nguyễn Văn {at % 200}", f"Đơn vị {at % 40}") for at in range(1, 501)
        ]


async def test_leaders_are_a_line_each_with_their_hour_and_what_waits() -> None:
    async with planning(AWARD) as desk:
        await desk.go_to("leaders")
        await desk.press("enter", *"1. Ong Ba; som; 1", "ctrl+s")
        assert desk.asks()
        await desk.press(*["backspace"] * 6, *"8h10; 1", "ctrl+s")
        assert desk.value("leaders") == [{"name": "Ong Ba", "arrives": "8h10", "for": "1"}]
        assert "Ong Ba; 8h10; 1" in desk.screen
        await desk.press("enter", *"; 10h45; 1, 2", "ctrl+s")
        leader = {"name": "Ong Ba", "arrives": "8h10", "for": "1", "leaves": "10h45"}
        assert desk.value("leaders") == [leader | {"before_leaving": ["1", "2"]}]
        assert "Ong Ba; 8h10; 1; 10h45; 1, 2" in desk.screen


async def test_a_line_of_somebody_changes_what_it_says_and_nothing_else() -> None:
    async with planning(AWARD) as desk:
        await desk.go_to("items", 0, "award", "recipients")
        await desk.press("enter", "up", "end", *"; Y", "ctrl+s")
        assert desk.value("items", 0, "award", "recipients") == [
            {"name": "Nguyễn Văn An", "unit": "Trạm Y tế", "post": "Y", "said": "An Nguyễn", "id": "an"},
            "Bà Hai (vắng)",
        ]


async def test_the_batches_of_an_award_stand_in_the_outline_and_the_cursor_passes_them() -> None:
    async with planning(AWARD + "  - {title: Bế mạc, kind: closing}\n") as desk:
        await desk.go_to("items", 0, "award", "batch")
        await desk.press("enter", "1", "enter")
        await desk.checked()
        assert "Đợt 1/2 · 1 người, tập thể" in desk.screen
        assert "Đợt 2/2 · 1 người, tập thể" in desk.screen
        await desk.press("escape", "down")
        assert desk.at() == ("items", 1)
        await desk.press("up")
        assert desk.at() == ("items", 0)


async def test_a_list_beside_the_agenda_is_chosen_in_place_of_names(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(AWARD, encoding="utf-8")
    (tmp_path / "giấy khen.csv").write_text("Họ và tên,Đơn vị\nÔng Ba,Trạm\nBà Tư,Trạm\n", encoding="utf-8")
    async with planning(tmp_path / "a.yaml", path=tmp_path / "a.yaml") as desk:
        await desk.go_to("items", 0, "award", "list")
        await desk.press("enter", *"giay", "enter")
        assert desk.value("items", 0, "award") == {"list": "giấy khen.csv"}
        await desk.go_to("items", 0, "award", "batch")
        await desk.press("enter", "1", "enter")
        await desk.checked()
        assert "Đợt 2/2 · 1 người, tập thể" in desk.screen


async def test_an_award_is_chosen_among_the_usual_ones_or_written() -> None:
    async with planning(AWARD) as desk:
        await desk.go_to("items", 0, "award", "form")
        await desk.press("enter", *"huan hang ba", "enter")
        assert desk.value("items", 0, "award", "form") == "Huân chương Lao động hạng Ba"
        await desk.press("enter", *"khac", "enter", *" x", "enter")
        assert desk.value("items", 0, "award", "form") == "Huân chương Lao động hạng Ba x"
        for key, said in (("flowers", "true"), ("on_display", "true"), ("photo", "false")):
            await desk.go_to("items", 0, "award", key)
            await desk.press("enter", *(["down"] * (1 if said == "true" else 2)), "enter")
            assert desk.value("items", 0, "award", key) == said


async def test_a_new_line_between_numbered_ones_is_numbered_in_their_order() -> None:
    rows = "".join(f"  - {{title: Bài {at}, kind: paper, number: {at}}}\n" for at in (1, 2, 3))
    async with planning(f"title: Hội nghị\nitems:\n{rows}") as desk:
        await desk.go_to("items", 0)
        await desk.press("escape", "i", *"Bế mạc", "enter", "i", *"Khai mạc", "enter")
        await desk.checked()
        assert [row.get("number") for row in desk.value("items")] == ["1", "1a", "1b", "2", "3"]
        await desk.go_to("items", 4)
        await desk.press("escape", "i", *"Trao giải", "enter")
        assert desk.value("items", 5, "number") is None
