"""The workbook that is printed is read back as the agenda that it was printed of, whoever has saved it."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.agenda_file.book.keys import MARKER
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.core.agenda import Agenda
from runofshow.core.value import replace
from runofshow.documents.own.reading import checked, read_own
from runofshow.documents.own.said import Said
from runofshow.paper.book import BookRow
from runofshow.paper.book_file import as_book_file
from runofshow.printing.book import book_of
from runofshow.printing.plan import Plan, plan_of
from runofshow.texts import Language
from tests.agenda_file import test_writing
from tests.agenda_file.drawn import whole_texts
from tests.agenda_file.given import without_passages
from tests.documents.own.books import TODAY, as_typed, book_from, says, typed, with_rows, with_xml
from tests.printing.agendas import AGENDA, AGENDAS, NOW, TZ, plan_from

OFFICE = shutil.which("soffice")


def came_back(said: Said | None, language: Language) -> Agenda | None:
    assert said is not None
    found = checked(said, "a.xlsx", tz=TZ, today=TODAY, language=language)
    assert found.agenda is not None, found.wrong
    return found.agenda


def without_signals(agenda: Agenda) -> Agenda:
    """All that a workbook holds: signals may have passwords in them, and texts lie beside it."""
    return without_passages(replace(agenda, signals=(), gear=()))


def printed(plan: Plan) -> bytes:
    return as_book_file(book_of(plan))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("path", sorted(AGENDAS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_agenda_of_the_house_comes_back(path: Path, language: Language) -> None:
    plan = plan_from(path, language)
    assert came_back(read_own(printed(plan), "a.xlsx", language), language) == without_signals(plan.agenda)


@given(whole_texts(4) | test_writing.agenda_texts(), st.sampled_from(Language))
@settings(max_examples=40, deadline=None)
def test_every_agenda_comes_back(text: str, language: Language) -> None:
    agenda = read_agenda_text(text, "a", folder=None, tz=TZ, today=TODAY, language=language).agenda
    assert agenda is not None
    plan = plan_of(agenda, TZ, language, revision="1a2b3c4d", printed_at=NOW)
    assert came_back(read_own(printed(plan), "a.xlsx", language), language) == without_signals(agenda)


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice on this machine")
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_what_another_program_saved_comes_back(tmp_path: Path, ending: str) -> None:
    assert OFFICE is not None
    plans = {name: plan_from(AGENDAS / f"{name}.yaml") for name in ("full-example", "ha-noi-2020")}
    for name, plan in plans.items():
        (tmp_path / f"{name}.xlsx").write_bytes(printed(plan))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path / "saved")]
    files = [str(tmp_path / f"{name}.xlsx") for name in plans]
    subprocess.run([*command, *files], capture_output=True, timeout=120, check=False)
    saved = {path.stem: path for path in tmp_path.glob("saved/*")}
    if not saved:
        pytest.skip("LibreOffice without a spreadsheet")
    for name, plan in plans.items():
        assert came_back(read_own(saved[name].read_bytes(), saved[name].name, Language.VI), Language.VI) == (
            without_signals(plan.agenda)
        )


def test_lengths_that_a_program_keeps_without_their_format_are_still_lengths() -> None:
    """Numbers of days in cells of no format, as some programs write them."""
    plan = plan_from(AGENDAS / "ninh-hoa-2020.yaml")

    def bare(name: str, text: str) -> str:
        return re.sub(r' s="\d+"', "", text) if name.startswith("xl/worksheets/") else text

    said = read_own(with_xml(printed(plan), bare), "a.xlsx", Language.VI)
    again = came_back(said, Language.VI)
    assert again is not None
    assert again.sessions == plan.agenda.sessions


def test_a_workbook_without_its_hidden_column_is_known_by_its_heads(tmp_path: Path) -> None:
    book = book_from(tmp_path, AGENDA)

    def marks_gone(name: str, text: str) -> str:
        return re.sub(r"<t[^>]*>(?:runofshow|~?m\d)[^<]*</t>", "<t></t>", text)

    said = read_own(with_xml(as_book_file(book), marks_gone), "a.xlsx", Language.VI)
    assert said is not None
    assert said.ids == {}
    assert [item["title"] for item in said.tree["items"]] == [
        "Chào cờ",
        "Khai mạc",
        "Khen thưởng",
        "Tham luận",
    ]


def test_a_workbook_of_anybody_is_none_of_ours(tmp_path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet("Kịch bản")
        sheet.write_row(0, 0, ["Giờ", "Nội dung", "Người thực hiện", "Ghi chú"])
    assert read_own((tmp_path / "a.xlsx").read_bytes(), "a.xlsx", Language.VI) is None
    assert read_own(b"PK not a workbook", "a.xlsx", Language.VI) is None


def test_a_sheet_printed_in_one_language_is_read_in_the_other(tmp_path: Path) -> None:
    said = says(book_from(tmp_path, AGENDA, Language.EN), Language.VI)
    assert not said.wrong
    assert said.tree["items"][0]["kind"] == "flag_salute"
    assert said.tree["items"][0]["cues"][0]["do"] == "play"


# What a person changes


def test_what_is_typed_is_what_is_said(tmp_path: Path) -> None:
    book = book_from(tmp_path, AGENDA)
    book = typed(book, "Kịch bản", {"H5": "12 phút", "C6": "phát biểu chỉ đạo", "G6": "8h15", "K6": "có"})
    items = says(book).tree["items"]
    assert items[0]["duration"] == "12'"
    assert (items[1]["kind"], items[1]["start"], items[1]["optional"]) == ("directive", "8h15", True)


def test_words_that_were_assumed_are_the_plans_once_somebody_changes_them(tmp_path: Path) -> None:
    book = book_from(tmp_path, AGENDA)
    row = next(row for row in book.sheets[0].rows if row.cells[3].of == "Khai mạc")
    assert str(row.cells[12].of).startswith("~ ")
    assert "mc" not in says(book).tree["items"][1]
    edited = with_rows(
        book,
        "Kịch bản",
        lambda rows: [
            as_typed(each, 12, f"{row.cells[12].of} Xin mời!") if each is row else each for each in rows
        ],
    )
    assert says(edited).tree["items"][1]["mc"].endswith("Xin mời!")
    assert not says(edited).tree["items"][1]["mc"].startswith("~")
    emptied = with_rows(
        book, "Kịch bản", lambda rows: [as_typed(each, 12, "") if each is row else each for each in rows]
    )
    assert says(emptied).tree["items"][1]["mc"] == ""


def test_cues_that_were_assumed_are_the_plans_once_somebody_changes_one(tmp_path: Path) -> None:
    book = book_from(tmp_path, AGENDA)
    assert "cues" not in says(book).tree["items"][1]
    rows = [row for row in book.sheets[1].rows if str(row.cells[0].of).startswith("2. ")]
    assert all(row.cells[3].assumed for row in rows)
    changed = with_rows(
        book, "Lệnh", lambda all_: [as_typed(row, 3, "Mời ra bục") if row is rows[0] else row for row in all_]
    )
    cues = says(changed).tree["items"][1]["cues"]
    assert len(cues) == len(rows)
    assert cues[0]["text"] == "Mời ra bục"
    without = with_rows(book, "Lệnh", lambda all_: [row for row in all_ if row not in rows])
    assert says(without).tree["items"][1]["cues"] == []


def test_rows_may_be_moved_taken_out_and_put_in(tmp_path: Path) -> None:
    book = book_from(tmp_path, AGENDA)

    def shuffled(rows: list[BookRow]) -> list[BookRow]:
        session, flag, opening, heading, part, _ = rows
        new = as_typed(as_typed(replace_key(flag), 3, "Mặc niệm"), 2, "Phút mặc niệm")
        return [session, opening, new, flag, heading, part]

    def replace_key(row: BookRow) -> BookRow:
        return as_typed(as_typed(as_typed(row, 20, ""), 21, ""), 1, "")

    said = says(with_rows(book, "Kịch bản", shuffled))
    assert [item["title"] for item in said.tree["items"]] == [
        "Khai mạc",
        "Mặc niệm",
        "Chào cờ",
        "Khen thưởng",
    ]
    assert said.ids["items", 0] == "m2"
    assert ("items", 1) not in said.ids
    assert all("number" not in item for item in said.tree["items"]), "they are counted anew"
    assert said.tree["items"][2]["cues"][0]["track"] == "quoc_ca"


def test_a_copied_row_is_a_new_item_and_the_one_that_stands_as_printed_keeps_its_id(tmp_path: Path) -> None:
    book = book_from(tmp_path, AGENDA)
    copied = with_rows(
        book, "Kịch bản", lambda rows: [*rows[:2], as_typed(rows[1], 3, "Chào cờ lần hai"), *rows[2:]]
    )
    said = says(copied)
    assert said.ids["items", 0] == "m1"
    assert ("items", 1) not in said.ids
    first = with_rows(
        book, "Kịch bản", lambda rows: [rows[0], as_typed(rows[1], 3, "Chào cờ sớm"), rows[1], *rows[2:]]
    )
    assert says(first).ids["items", 1] == "m1"


def test_a_new_cue_names_its_item_as_people_call_it(tmp_path: Path) -> None:
    book = book_from(tmp_path, AGENDA)
    last = len(book.sheets[1].rows) + 3
    for number, name in enumerate(("1. Chào cờ", "1", "chào cờ"), last + 1):
        book = typed(book, "Lệnh", {f"A{number}": name, f"B{number}": "Lễ tân", f"D{number}": "Đứng dậy"})
    said = says(book)
    assert [cue["text"] for cue in said.tree["items"][0]["cues"]].count("Đứng dậy") == 3


def test_a_cue_may_be_given_to_another_item(tmp_path: Path) -> None:
    said = says(typed(book_from(tmp_path, AGENDA), "Lệnh", {"A4": "4. Tham luận"}))
    assert [cue["to"] for cue in said.tree["items"][0]["cues"]] == ["lights"]
    assert said.tree["items"][3]["cues"][0]["track"] == "quoc_ca"


PEOPLE = """title: Hội nghị
items:
  - title: Trao Bằng khen
    kind: award
    award:
      recipients:
        - {name: Nguyễn Văn An, unit: Trạm Y tế, post: Trạm trưởng, address: đồng chí, said: An Nguyễn}
        - Bà Hai (vắng)
        - cố Thiếu tá Ba
        - "Trường Ngọc Lan (nhận thay: cô Tư)"
"""


def test_who_is_honoured_stands_as_on_the_tray_with_all_that_is_known_of_them(tmp_path: Path) -> None:
    book = book_from(tmp_path, PEOPLE)
    sheet = book.sheets[3]
    said = [
        {column.head: cell.of for column, cell in zip(sheet.columns, row.cells, strict=True)}
        for row in sheet.rows
    ]
    assert [row["TT trên khay"] for row in said] == [1, "", 2, 3]
    assert [row["Người nhận"] for row in said] == [
        "Nguyễn Văn An",
        "Bà Hai",
        "cố Thiếu tá Ba",
        "Trường Ngọc Lan",
    ]
    first, absent, late, school = said
    assert (first["Đơn vị"], first["Chức vụ"], first["Danh xưng"]) == ("Trạm Y tế", "Trạm trưởng", "đồng chí")
    assert (first["Đọc là"], absent["Vắng"]) == ("An Nguyễn", "có")
    assert (late["Truy tặng"], school["Là tập thể"], school["Người nhận thay"]) == ("~ có", "~ có", "cô Tư")
    assert [column.choices for column in sheet.columns if column.head in ("Vắng", "Truy tặng")] == [
        "yes",
        "yes",
    ]


def test_a_workbook_that_was_printed_before_it_had_these_columns_lacks_nothing(tmp_path: Path) -> None:
    book = book_from(tmp_path, AGENDA)
    sheets = []
    for sheet in book.sheets:
        keep = {"Khen thưởng": 7, "Người nhận": 3}.get(sheet.name)
        at = [*range(len(sheet.columns))] if keep is None else [*range(keep), len(sheet.columns) - 1]
        columns = tuple(
            replace(sheet.columns[each], head=sheet.columns[each].head.replace(MARKER, "runofshow 1"))
            for each in at
        )
        rows = tuple(replace(row, cells=tuple(row.cells[each] for each in at)) for row in sheet.rows)
        sheets.append(
            replace(sheet, columns=columns, rows=rows, printed=min(sheet.printed, len(columns) - 1))
        )
    older = typed(replace(book, sheets=tuple(sheets)), "Người nhận", {"C5": "Bà Hai MẬT (nhận thay: anh Ba)"})
    said = says(older)
    assert came_back(said, Language.VI) == without_signals(plan_of_text(tmp_path, AGENDA).agenda)


def test_columns_may_change_places_and_others_stand_among_them(tmp_path: Path) -> None:
    book = book_from(tmp_path, AGENDA)
    order = book.sheets[0]
    turned = type(order)(
        order.name,
        order.title,
        order.how,
        order.columns[::-1],
        tuple(type(row)(row.cells[::-1], row.level) for row in order.rows),
        order.printed,
    )
    turned_book = type(book)(
        book.title, book.language, (turned, *book.sheets[1:][::-1]), book.lists, book.name_of_lists, book.told
    )
    assert says(turned_book).tree == says(book).tree


# What the file is


def test_kinds_and_roles_are_drop_downs_and_lengths_are_real(tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    path = tmp_path / "a.xlsx"
    path.write_bytes(as_book_file(book_from(tmp_path, AGENDA)))
    parts: dict[str, str] = {}
    with_xml(path.read_bytes(), lambda name, text: parts.setdefault(name, text))
    order, cues = parts["xl/worksheets/sheet1.xml"], parts["xl/worksheets/sheet2.xml"]
    lists = re.findall(r'type="list"[^>]*sqref="([A-Z]+)4:[A-Z]+\d+"><formula1>([^<]+)<', order + cues)
    assert {column for column, _ in lists} >= {"A", "B", "C", "K"}
    assert all(source.startswith(("'Danh mục'!", "Danh")) for _, source in lists)
    book = CalamineWorkbook.from_path(str(path))
    kinds = {row[0] for row in zip(*book.get_sheet_by_name("Danh mục").to_python(), strict=True)}
    assert kinds
    row = book.get_sheet_by_name("Kịch bản").to_python()[4]
    assert row[7] in (timedelta_of(5), time_of(5))
    assert 'fitToWidth="1"' in order or "fitToHeight" in order
    assert "_xlnm.Print_Titles" in parts["xl/workbook.xml"]
    assert "customHeight" not in order


def timedelta_of(minutes: int) -> object:
    from datetime import timedelta

    return timedelta(minutes=minutes)


def time_of(minutes: int) -> object:
    from datetime import time as of_day

    return of_day(0, minutes)


LONG = AGENDA.partition("items:")[0] + "items:\n"


def test_the_title_of_a_narrow_sheet_stands_over_all_its_columns_in_lines_of_its_own(tmp_path: Path) -> None:
    """A program cuts at the edge of what is printed what is wider than its cell."""
    data = printed(plan_of_text(tmp_path, AGENDA.replace("Hội nghị thử", "Hội nghị tổng kết thi đua " * 8)))
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        names = [
            name.decode() for name in re.findall(rb'<sheet name="([^"]+)"', file.read("xl/workbook.xml"))
        ]
        sheet = file.read(f"xl/worksheets/sheet{names.index('Nhiệm vụ') + 1}.xml").decode()
    assert re.findall(r'<mergeCell ref="([^"]+)"', sheet) == ["A1:E1", "A2:E2"]
    heights = [float(height) for height in re.findall(r'<row r="[12]" [^>]*ht="([\d.]+)"', sheet)]
    assert heights[0] > 30 > heights[1]


def test_a_long_show_is_written_and_read_back_within_the_time_of_a_breath(tmp_path: Path) -> None:
    text = LONG
    for number in range(300):
        text += f"- title: Mục số {number}\n  kind: award\n  duration: 5'\n  mc: Kính mời đại biểu {number}\n"
        if number % 3 == 0:
            names = ", ".join(f"Ông Nguyễn Văn {number}-{each}" for each in range(5))
            text += f"  award: {{decision: Quyết định {number}, recipients: [{names}]}}\n"
        text += "  cues:\n" + f"  - {{to: mc, do: say, text: Mời {number}}}\n" * 3
    plan = plan_of_text(tmp_path, text)
    began = time.process_time()
    data = printed(plan)
    wrote = time.process_time()
    again = came_back(read_own(data, "a.xlsx", Language.VI), Language.VI)
    read = time.process_time()
    assert again == without_signals(plan.agenda)
    assert wrote - began < 3
    assert read - wrote < 3


def plan_of_text(folder: Path, text: str) -> Plan:
    from tests.printing.agendas import made

    return made(folder, text)
