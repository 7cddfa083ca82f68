"""A printed script comes back as its agenda, and with what people changed in it."""

from __future__ import annotations

import shutil
import subprocess
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from runofshow.agenda_file.dumping import dumped
from runofshow.documents.own.reading import read_own
from runofshow.documents.own.said import Said
from runofshow.documents.reading.word.package import read_word
from runofshow.texts import Language
from tests.agenda_file import test_writing
from tests.agenda_file.drawn import whole_text, whole_texts
from tests.agenda_file.given import agenda_of
from tests.documents.own.scripts import agenda_in, back, changed, entry_of, printed, row_of, write
from tests.documents.reading.docx import docx, paragraph

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell

AGENDAS = sorted(Path(__file__).parents[3].joinpath("agendas").glob("*.yaml"))

PLAN = """\
title: Hội nghị điển hình tiên tiến
organiser: UBND phường Hương Sen
venue: Hội trường A
basis: thực hiện Kế hoạch số 12/KH-UBND ngày 03/01/2027
date: 5/2/2027
chair_panel: ["Đồng chí Trần Minh Quang, Chủ tịch UBND phường", Bà Lê Thị Sáu]
crew: {mc: Bà Yến, music: Tổ âm thanh}
tracks:
- {id: quoc_ca, title: Tiến quân ca, mark: anthem_without_words}
start: 7h30
items:
- title: Chào cờ
  kind: flag_salute
  duration: 5'
  cues:
  - {to: music, do: play, track: quoc_ca, at: "word nghiêm: chào", text: Phát nhạc, fade: 2s}
  - {to: lights, do: do, text: Sáng cờ, at: start + 10s}
- title: Khai mạc
  kind: opening
  duration: 10'
  by: Đồng chí Trần Minh Quang
  mc: Xin trân trọng kính mời {by} lên khai mạc.
- title: Trao khen
  kind: award
  parts:
  - {title: Bằng khen, kind: award, duration: 7', award: {decision: Quyết định số 4, recipients: [Ông A]}}
  - {title: Giấy khen, kind: award, duration: 8', by: Bà Lê Thị Sáu}
- title: Bế mạc
  kind: closing
  duration: 5'
"""


def read_back(plan: str, hand: object = None) -> Said:
    data = printed(agenda_of(plan))
    return back(changed(data, hand) if callable(hand) else data)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("path", AGENDAS, ids=lambda path: path.stem)
def test_each_agenda_of_the_house_comes_back_from_its_script(path: Path, language: Language) -> None:
    agenda = agenda_in(path.read_text(encoding="utf-8"), language)
    said = back(printed(agenda, language))
    assert said.wrong == ()
    assert said.tree == entry_of(agenda, language)
    assert agenda_in(dumped(dict(said.tree)), language).sessions == agenda.sessions


def comes_back(text: str, language: Language) -> None:
    agenda = agenda_in(text, language)
    said = back(printed(agenda, language))
    assert said.wrong == ()
    assert said.tree == entry_of(agenda, language)
    rows = [row for session in agenda.sessions for item in session.items for row in (item, *item.parts)]
    assert {each for path, each in said.ids.items() if path[-2:-1] in (("items",), ("parts",))} == {
        row.item_id for row in rows
    }


@given(whole_texts(3) | test_writing.agenda_texts())
@settings(max_examples=40, deadline=None)
def test_every_agenda_comes_back_from_its_script(text: str) -> None:
    comes_back(text, Language.VI)


@pytest.mark.parametrize("seed", range(10))
def test_an_english_script_of_a_vietnamese_agenda_comes_back(seed: int) -> None:
    comes_back(whole_text(Random(seed), 4), Language.EN)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice on this machine")
def test_a_script_that_libreoffice_has_saved_again_comes_back(tmp_path: Path) -> None:
    texts = [
        path.read_text(encoding="utf-8") for path in AGENDAS if path.stem in ("full-example", "ha-noi-2020")
    ]
    texts += [whole_text(Random(seed)) for seed in range(4)]
    agendas = [agenda_in(text, Language.VI) for text in texts]
    for number, agenda in enumerate(agendas):
        (tmp_path / f"{number}.docx").write_bytes(printed(agenda))
    files = sorted(map(str, tmp_path.glob("*.docx")))
    profile, saved = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", tmp_path / "saved"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(saved), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for number, agenda in enumerate(agendas):
        assert back((saved / f"{number}.docx").read_bytes()).tree == entry_of(agenda)


def test_a_row_that_is_higher_than_a_page_comes_back_whole() -> None:
    words = "\\n".join(f"Câu thứ {number} của lời dẫn: xin trân trọng kính mời." for number in range(90))
    plan = PLAN.replace("  duration: 10'", f'  duration: 10\'\n  notes: "{" ".join(["Chuẩn bị."] * 900)}"')
    agenda = agenda_of(plan.replace("Xin trân trọng kính mời {by} lên khai mạc.", f'"{words}"'))
    assert back(printed(agenda)).tree == entry_of(agenda)


# What people change


def test_a_word_that_is_changed_wins_over_what_the_file_keeps() -> None:
    def hand(document: WordDocument) -> None:
        opening = row_of(document, "Khai mạc")
        write(opening.cells[1], "2. Diễn văn khai mạc")
        write(opening.cells[2], "Bà Lê Thị Sáu")
        write(opening.cells[3], "Xin mời bà Sáu.")

    item = read_back(PLAN, hand).tree["items"][1]
    assert (item["title"], item["by"], item["mc"]) == (
        "Diễn văn khai mạc",
        "Bà Lê Thị Sáu",
        "Xin mời bà Sáu.",
    )
    assert item["kind"] == "opening"


def test_words_whose_names_were_filled_in_keep_their_places_for_names_until_they_are_changed() -> None:
    assert "{by}" in read_back(PLAN).tree["items"][1]["mc"]


def test_a_longer_item_moves_no_other_and_an_hour_that_was_changed_binds_its_item() -> None:
    def longer(document: WordDocument) -> None:
        write(row_of(document, "Khai mạc").cells[0], "7h35 - 7h50", "(15')")

    def later(document: WordDocument) -> None:
        write(row_of(document, "Bế mạc").cells[0], "8h15 - 8h20", "(5')")

    items = read_back(PLAN, longer).tree["items"]
    assert items[1]["duration"] == "15'"
    assert all("start" not in item for item in items)
    assert read_back(PLAN, later).tree["items"][3]["start"] == "8h15"


def test_hours_alone_tell_a_new_length() -> None:
    def hand(document: WordDocument) -> None:
        document.tables[0].rows[2].cells[0].paragraphs[0].runs[0].text = "7h35 - 7h55"

    assert read_back(PLAN, hand).tree["items"][1]["duration"] == "20'"


@pytest.mark.parametrize(
    ("typed", "start", "duration"),
    [
        (("7h35 - 7h50 (15')",), None, "15'"),
        (("7h35 - 7h45", "20 phút"), None, "20'"),
        (("(~20')",), None, "20'"),
        (("7h35–7h50",), None, "15'"),
        (("7h40", "(10')"), "7h40", "10'"),
        (("25 phút",), None, "25'"),
    ],
)
def test_hours_and_lengths_are_read_as_people_put_them(
    typed: tuple[str, ...], start: str | None, duration: str
) -> None:
    said = read_back(PLAN, lambda document: write(row_of(document, "Khai mạc").cells[0], *typed))
    item = said.tree["items"][1]
    assert (item.get("start"), item["duration"], said.wrong) == (start, duration, ())


def test_hours_that_were_moved_along_with_a_longer_item_bind_nothing() -> None:
    def hand(document: WordDocument) -> None:
        hours = {
            "Khai mạc": "7h35 - 7h55",
            "Trao khen": "7h55 - 8h10",
            "Bằng khen": "7h55 - 8h02",
            "Giấy khen": "8h02 - 8h10",
            "Bế mạc": "8h10 - 8h15",
        }
        for title, told in hours.items():
            row_of(document, title).cells[0].paragraphs[0].runs[0].text = told

    tree = read_back(PLAN, hand).tree
    expected = entry_of(agenda_of(PLAN))
    expected["items"][1]["duration"] = "20'"
    assert tree == expected


def test_a_session_that_begins_later_says_so_in_its_first_row() -> None:
    def hand(document: WordDocument) -> None:
        document.tables[0].rows[1].cells[0].paragraphs[0].runs[0].text = "8h00 - 8h05"

    tree = read_back(PLAN, hand).tree
    assert tree["start"] == "8h00"
    assert "start" not in tree["items"][0]


def test_a_row_that_was_typed_by_hand_is_new_and_one_that_was_deleted_is_gone() -> None:
    def hand(document: WordDocument) -> None:
        rows = document.tables[0].rows
        new = deepcopy(row_of(document, "Bế mạc")._tr)
        for name in new.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
            name.getparent().remove(name)
        rows[2]._tr.addnext(new)
        added = rows[2]._tr.getnext()
        assert added is new
        document.tables[0]._tbl.remove(rows[1]._tr)
        typed = document.tables[0].rows[2]
        write(typed.cells[0], "(20')")
        write(typed.cells[1], "Báo cáo tổng kết")
        write(typed.cells[2], "Bà Hai")
        write(typed.cells[4], "Màn hình: Chiếu báo cáo")
        write(typed.cells[5], "")

    said = read_back(PLAN, hand)
    titles = [item["title"] for item in said.tree["items"]]
    assert titles == ["Khai mạc", "Báo cáo tổng kết", "Trao khen", "Bế mạc"]
    new = said.tree["items"][1]
    assert (new["kind"], new["duration"], new["by"]) == ("report", "20'", "Bà Hai")
    assert new["guessed"] == ["kind"]
    assert new["cues"] == [{"to": "screen", "do": "do", "text": "Chiếu báo cáo"}]
    assert ("items", 1) not in said.ids
    assert [said.ids[("items", at)] for at in (0, 2, 3)] == ["m2", "m3", "m4"]


def test_numbers_that_were_counted_count_themselves_and_those_that_are_changed_are_said() -> None:
    def hand(document: WordDocument) -> None:
        document.tables[0]._tbl.remove(document.tables[0].rows[1]._tr)
        write(row_of(document, "Bế mạc").cells[1], "IV. Bế mạc")

    items = read_back(PLAN, hand).tree["items"]
    assert [item.get("number") for item in items] == [None, None, "IV"]
    assert all("number" not in part for part in items[1]["parts"])


def test_parts_whose_heading_was_deleted_are_items() -> None:
    def hand(document: WordDocument) -> None:
        heading = row_of(document, "Trao khen")._tr
        heading.getparent().remove(heading)

    items = read_back(PLAN, hand).tree["items"]
    assert [item["title"] for item in items] == ["Chào cờ", "Khai mạc", "Bằng khen", "Giấy khen", "Bế mạc"]


def test_a_name_typed_behind_the_empty_place_is_the_name() -> None:
    plan = PLAN.replace("  by: Đồng chí Trần Minh Quang\n", "", 1)

    def hand(document: WordDocument) -> None:
        row_of(document, "Khai mạc").cells[2].paragraphs[0].add_run(" Ông Năm")

    assert read_back(plan, hand).tree["items"][1]["by"] == "Ông Năm"


def test_a_row_that_was_moved_is_still_itself() -> None:
    def hand(document: WordDocument) -> None:
        closing = row_of(document, "Bế mạc")._tr
        document.tables[0].rows[0]._tr.addnext(closing)

    said = read_back(PLAN, hand)
    assert [item["title"] for item in said.tree["items"]][:2] == ["Bế mạc", "Chào cờ"]
    assert said.ids[("items", 0)] == "m4"


def without_names(*cells: _Cell) -> None:
    """As Word leaves them whose whole words were typed anew."""
    for cell in cells:
        for name in cell._tc.xpath(".//w:bookmarkStart | .//w:bookmarkEnd"):
            name.getparent().remove(name)


def test_a_cell_that_was_typed_anew_or_a_row_without_names_is_still_itself() -> None:
    def hand(document: WordDocument) -> None:
        flag, opening = row_of(document, "Chào cờ"), row_of(document, "Khai mạc")
        without_names(flag.cells[0], flag.cells[1])
        write(flag.cells[1], "1. Lễ chào cờ")
        without_names(*opening.cells)

    said = read_back(PLAN, hand)
    assert (said.ids[("items", 0)], said.ids[("items", 1)]) == ("m1", "m2")
    assert said.tree["items"][0]["title"] == "Lễ chào cờ"
    assert "{by}" in said.tree["items"][1]["mc"]


def test_a_row_that_was_copied_is_the_old_one_and_a_new_one() -> None:
    def hand(document: WordDocument) -> None:
        opening = row_of(document, "Khai mạc")._tr
        opening.addnext(deepcopy(opening))

    said = read_back(PLAN, hand)
    assert said.ids[("items", 1)] == "m2"
    assert ("items", 2) not in said.ids


def test_a_cue_keeps_its_track_when_its_words_or_its_moment_change() -> None:
    def hand(document: WordDocument) -> None:
        gear = row_of(document, "Chào cờ").cells[4]
        write(
            gear,
            "Âm thanh, khi nghe “Chào cờ”: Phát quốc ca (Tiến quân ca, QUỐC CA KHÔNG LỜI)",
            gear.paragraphs[1].text,
            "Màn hình: Hiện lá cờ",
        )

    assert read_back(PLAN, hand).tree["items"][0]["cues"] == [
        {
            "to": "music",
            "do": "play",
            "track": "quoc_ca",
            "text": "Phát quốc ca",
            "at": "word Chào cờ",
            "fade": "2s",
        },
        {"to": "lights", "do": "do", "text": "Sáng cờ", "at": "start + 10s"},
        {"to": "screen", "do": "do", "text": "Hiện lá cờ"},
    ]


def test_words_that_look_like_a_mark_of_the_paper_are_words() -> None:
    plan = PLAN.replace("mc: Xin trân trọng kính mời {by} lên khai mạc.", 'mc: "~ khoảng mười phút"')
    agenda = agenda_of(plan.replace("by: Đồng chí Trần Minh Quang", "by: (chưa phân công) hai người"))
    assert back(printed(agenda)).tree == entry_of(agenda)


def test_a_colon_in_a_word_or_a_text_parts_nothing() -> None:
    cue = read_back(PLAN).tree["items"][0]["cues"][0]
    assert (cue["at"], cue["text"]) == ("word nghiêm: chào", "Phát nhạc")


def test_head_and_facts_may_be_changed() -> None:
    def hand(document: WordDocument) -> None:
        lines = {line.text.split(":")[0]: line for line in document.paragraphs}
        lines["7h30, ngày 05/02/2027, Hội trường A"].runs[0].text = "7h30, ngày 06/02/2027, Hội trường A"
        lines["Hội nghị điển hình tiên tiến"].runs[0].text = "Hội nghị biểu dương"
        lines["Phân công"].runs[1].text = "MC: Anh Tư; Ánh sáng: Tổ điện"
        lines["Chủ tọa"].runs[1].text = "Bà Lê Thị Sáu"
        document.add_paragraph("Mang theo ô dù")

    tree = read_back(PLAN, hand).tree
    assert (tree["date"], tree["venue"], tree["title"]) == ("6/2/2027", "Hội trường A", "Hội nghị biểu dương")
    assert tree["crew"] == {"mc": "Anh Tư", "lights": "Tổ điện"}
    assert tree["chair_panel"] == ["Bà Lê Thị Sáu"]
    assert tree["notes"] == "Mang theo ô dù"
    assert tree["basis"].startswith("thực hiện")


def test_an_hour_that_is_changed_at_the_head_alone_is_when_all_begins() -> None:
    def hand(document: WordDocument) -> None:
        place = next(line for line in document.paragraphs if line.text.startswith("7h30, ngày"))
        place.runs[0].text = "8h00, ngày 05/02/2027, Hội trường A"

    tree = read_back(PLAN, hand).tree
    assert (tree["start"], tree["date"], tree["venue"]) == ("8h00", "5/2/2027", "Hội trường A")
    assert all("start" not in item for item in tree["items"])


def test_lines_that_name_no_award_of_the_item_are_notes() -> None:
    def hand(document: WordDocument) -> None:
        row_of(document, "Khai mạc").cells[1].add_paragraph("Theo ý lãnh đạo")
        award = row_of(document, "Bằng khen").cells[1]
        award.paragraphs[-1].runs[0].text = "Nhận: 1 tập thể"

    items = read_back(PLAN, hand).tree["items"]
    assert items[1]["notes"] == "Theo ý lãnh đạo"
    award = items[2]["parts"][0]
    assert award["notes"] == "Nhận: 1 tập thể"
    assert award["award"]["recipients"] == ["Ông A"]


def test_a_column_that_is_gone_is_told() -> None:
    def hand(document: WordDocument) -> None:
        for table in document.tables:
            for row in table.rows:
                row._tr.remove(row.cells[5]._tc)

    assert {dict(wrong.complaint.about)["head"] for wrong in read_back(PLAN, hand).wrong} == {"Phụ trách"}


def test_a_column_of_somebody_s_own_becomes_notes() -> None:
    def hand(document: WordDocument) -> None:
        for table in document.tables:
            for row in table.rows:
                cell = deepcopy(row.cells[5]._tc)
                row._tr.append(cell)
                write(row.cells[-1], "Dự phòng" if row is table.rows[0] else "Bà Tư")
            write(table.rows[0].cells[-1], "Dự phòng")

    assert read_back(PLAN, hand).tree["items"][0]["notes"] == "Dự phòng: Bà Tư"


def test_a_line_without_a_name_under_a_title_is_a_note() -> None:
    def hand(document: WordDocument) -> None:
        row_of(document, "Khai mạc").cells[1].add_paragraph("Chuẩn bị hoa")

    assert read_back(PLAN, hand).tree["items"][1]["notes"] == "Chuẩn bị hoa"


def test_an_hour_that_is_none_is_told_with_its_place() -> None:
    def hand(document: WordDocument) -> None:
        document.tables[0].rows[2].cells[0].paragraphs[0].runs[0].text = "sau chào cờ"

    (wrong,) = read_back(PLAN, hand).wrong
    assert (wrong.place.table, wrong.place.row, wrong.place.column) == (1, 3, 1)
    assert wrong.complaint.code == "not_a_time"


def test_only_a_script_of_ours_that_kept_its_names_is_read_so() -> None:
    def stranger(document: WordDocument) -> None:
        for related in [key for key, told in document.part.rels.items() if "customXml" in told.reltype]:
            del document.part.rels[related]

    data = printed(agenda_of(PLAN))
    assert read_own(changed(data, stranger), "x.docx", Language.VI) is None


def test_signals_and_gear_do_not_travel_on_paper() -> None:
    plan = PLAN + "gear: {may-chieu: {projector: 10.0.0.77}}\n"
    plan += "signals: [{on: show_ended, http: 'http://10.0.0.9/a', headers: {Authorization: secret}}]\n"
    data = printed(agenda_of(plan))
    assert "secret" not in read_word(data, "x.docx").kept
    assert "10.0.0.77" not in read_word(data, "x.docx").kept
    assert {"signals", "gear"}.isdisjoint(back(data).tree)


def test_a_document_of_another_office_is_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    from runofshow.documents.own import reading

    monkeypatch.setattr(reading, "read_word", lambda *_: pytest.fail("its text was read"))
    assert read_own(docx(paragraph("Chào cờ")), "a.docx", Language.VI) is None
