"""Names in a file beside the agenda, as the office made it: nobody is lost, and each doubt is told."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
import xlsxwriter

from runofshow.agenda_file.complaint import complaint_line
from runofshow.agenda_file.name_lists.list_file import NoList, read_list
from runofshow.agenda_file.name_lists.people import people_of
from runofshow.agenda_file.reader import Reading, read_agenda, read_plan
from runofshow.core.agenda import Item, Recipient
from runofshow.texts import Language
from tests.agenda_file import drawn_words as words
from tests.agenda_file.given import HEAD, TODAY, TZ
from tests.agenda_file.test_writing import reread

Rows = Sequence[Sequence[str]]
HEADS = ("STT", "Họ và tên", "Đơn vị", "Chức vụ", "Ghi chú")
ROWS: Rows = (
    ("SỞ NỘI VỤ",),
    ("DANH SÁCH KHEN THƯỞNG",),
    HEADS,
    ("I", "TẬP THỂ (01)"),
    ("1", "Trường THCS Ngọc Lan"),
    ("II", "CÁ NHÂN"),
    ("2", "Ông Đinh Công Tâm", "Hợp tác xã Bến Xanh", "Giám đốc", "nhận thay: bà Lê Thị Sáu"),
    ("3", "Bà Cao Thị Thơm", "Sở Y tế", "", "đi xe lăn"),
    ("", "Tổng cộng: 03"),
)


def csv(rows: Rows, mark: str = ",") -> str:
    return "".join(mark.join(f'"{cell}"' if mark in cell else cell for cell in row) + "\r\n" for row in rows)


def workbook(path: Path, rows: Rows) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell.isdecimal():
                sheet.write_number(at, column, int(cell))
            elif cell:
                sheet.write_string(at, column, cell)
    book.close()


def agenda(folder: Path, file: str, more: str = "") -> Reading:
    path = folder / "agenda.yaml"
    text = f"{HEAD}items:\n- title: Giấy khen\n  kind: award\n  award:\n    list: {file}\n{more}"
    path.write_text(text, encoding="utf-8")
    return read_agenda(path, tz=TZ, today=TODAY)


def of_csv(folder: Path, rows: Rows, more: str = "") -> Reading:
    (folder / "ds.csv").write_text(csv(rows), encoding="utf-8")
    return agenda(folder, "ds.csv", more)


def items(reading: Reading) -> tuple[Item, ...]:
    assert reading.agenda is not None, reading.errors
    assert reread(reading.agenda) == reading.agenda
    return reading.agenda.sessions[0].items


def people(reading: Reading) -> tuple[Recipient, ...]:
    return tuple(
        one
        for item in items(reading)
        for row in (item, *item.parts)
        if row.award
        for one in row.award.recipients
    )


def told(reading: Reading, code: str) -> list[dict[str, str]]:
    return [dict(each.about) for each in reading.complaints if each.code == code]


EXPECTED = (
    Recipient("truong-thcs-ngoc-lan", "Trường THCS Ngọc Lan", collective=True),
    Recipient(
        "dinh-cong-tam",
        "Ông Đinh Công Tâm",
        "Hợp tác xã Bến Xanh",
        "Giám đốc",
        collective=False,
        proxy="bà Lê Thị Sáu",
    ),
    Recipient("cao-thi-thom", "Bà Cao Thị Thơm", "Sở Y tế", note="đi xe lăn", collective=False),
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1258"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_list_saved_as_text_is_read_in_every_encoding(encoding: str, mark: str, tmp_path: Path) -> None:
    text = csv(ROWS, mark)
    if encoding == "cp1258":
        text = _apart(text)
    (tmp_path / "ds.csv").write_bytes(text.encode(encoding))
    assert people(agenda(tmp_path, "ds.csv")) == EXPECTED


def _apart(text: str) -> str:
    """As the old code page has it: tones stand apart, hats do not."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    made = ""
    for sign in text:
        letters = unicodedata.normalize("NFD", sign)
        tone = "".join(each for each in letters if each in tones)
        made += unicodedata.normalize("NFC", "".join(each for each in letters if each not in tones)) + tone
    return made


def test_a_workbook_is_read_as_its_text_is(tmp_path: Path) -> None:
    workbook(tmp_path / "Danh sách.xlsx", ROWS)
    reading = agenda(tmp_path, "Danh sách.xlsx")
    assert people(reading) == EXPECTED
    assert told(reading, "list_row_left_out")[0]["cells"] == "A9"


def test_a_show_that_is_opened_reads_the_list_too(tmp_path: Path) -> None:
    of_csv(tmp_path, ROWS)
    opened = read_plan(tmp_path / "agenda.yaml", tz=TZ, today=TODAY)
    assert people(opened) == EXPECTED


def test_every_column_says_its_own(tmp_path: Path) -> None:
    heads = "TT|HỌ TÊN|Chức vụ, nơi công tác|Xưng hô|Cách đọc|Nhận thay|Truy tặng|Vắng|Ghi chú|Số áo"
    row = "1|Nguyễn Văn An|Trưởng phòng|đồng chí|Nguyễn-An|bà Hoa|x|có lý do|hàng ghế 2|41"
    reading = of_csv(tmp_path, [heads.split("|"), row.split("|")])
    assert people(reading) == (
        Recipient(
            "nguyen-van-an",
            "Nguyễn Văn An",
            post="Trưởng phòng",
            address="đồng chí",
            said="Nguyễn-An",
            note="hàng ghế 2; có lý do",
            posthumous=True,
            proxy="bà Hoa",
            absent=True,
        ),
    )
    assert told(reading, "list_column_unknown")[0]["known"] == "Số áo"


def test_a_column_of_collectives_says_that_they_are(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, [("Tên tập thể", "Đơn vị"), ("Phòng Văn hóa", "Quận 1"), ("Tổ 3", "Quận 1")])
    assert [(one.name, one.collective) for one in people(reading)] == [
        ("Phòng Văn hóa", True),
        ("Tổ 3", True),
    ]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (("Họ", "Tên"), ("Nguyễn", "Văn An")),
        (("Họ đệm", "Tên"), ("Nguyễn Văn", "An")),
        (("Họ lót", "Tên"), ("Nguyễn Văn", "An")),
        (("Họ và tên đệm", "Tên"), ("Nguyễn Văn", "An")),
        (("Họ", "Tên đệm", "Tên"), ("Nguyễn", "Văn", "An")),
        (("Họ", "Họ và tên"), ("Nguyễn", "Nguyễn Văn An")),
        (("Last name", "First name"), ("Nguyễn Văn", "An")),
        (("Họ và tên", ""), ("Nguyễn Văn", "An")),
    ],
)
def test_columns_of_one_name_are_one_name(
    heads: tuple[str, ...], cells: tuple[str, ...], tmp_path: Path
) -> None:
    reading = of_csv(tmp_path, [("STT", *heads, "Đơn vị"), ("1", *cells, "Sở Y tế")])
    assert [(one.name, one.unit) for one in people(reading)] == [("Nguyễn Văn An", "Sở Y tế")]
    assert told(reading, "list_column_unknown") == []


def test_a_remark_without_a_head_beside_one_name_is_no_name(tmp_path: Path) -> None:
    rows = [("Họ và tên", "", "Đơn vị"), ("Ông An", "", "Sở Y tế"), ("Bà Bình", "gọi lại", "Sở Y tế")]
    assert [one.name for one in people(of_csv(tmp_path, rows))] == ["Ông An", "Bà Bình"]


def test_a_column_of_names_needs_no_others(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, [("Họ và tên",), ("Ông Nguyễn Văn An (vắng)",), ("Bà Lê Thị Bình",)])
    assert [(one.name, one.absent) for one in people(reading)] == [
        ("Ông Nguyễn Văn An", True),
        ("Bà Lê Thị Bình", False),
    ]


@pytest.mark.parametrize(
    "foot",
    [
        [("", "Ký tên", "")],
        [("Tổng cộng", "3", "")],
        [("Cộng", "", "3")],
        [("", "Tổng cộng: 03 người", "")],
        [("", "TONG CONG: 03", "")],
        [("", "Người lập biểu", ""), ("", "Nguyễn Thị Hoa", "")],
        [("", "", "Thủ trưởng đơn vị"), ("", "(Ký, ghi rõ họ tên)", ""), ("", "Nguyễn Thị Hoa", "")],
        [("Ninh Hòa, ngày 20 tháng 3 năm 2020", "", ""), ("", "TM. ỦY BAN NHÂN DÂN", "")],
    ],
)
def test_sums_and_signatures_below_a_list_are_nobody_and_each_is_told(foot: Rows, tmp_path: Path) -> None:
    rows = [
        ("STT", "Họ và tên", "Đơn vị"),
        ("1", "Tống Công Danh", "Sở Y tế"),
        ("2", "Tổ 3", "Quận 1"),
        *foot,
    ]
    reading = of_csv(tmp_path, rows)
    assert [one.name for one in people(reading)] == ["Tống Công Danh", "Tổ 3"]
    words = [" | ".join(cell for cell in row if cell) for row in foot]
    assert [about["words"] for about in told(reading, "list_row_left_out")] == words


def test_who_has_a_number_below_the_signatures_is_somebody(tmp_path: Path) -> None:
    rows = [("STT", "Họ và tên"), ("1", "Ông A"), ("", "Người lập biểu"), ("2", "Bà B")]
    assert [one.name for one in people(of_csv(tmp_path, rows))] == ["Ông A", "Bà B"]


def test_a_number_where_a_name_belongs_is_nobody(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, [("STT", "Họ và tên"), ("1", "Ông A"), ("2", "15")])
    assert [one.name for one in people(reading)] == ["Ông A"]
    assert told(reading, "list_row_without_name")[0]["words"] == "2 | 15"


def test_rows_of_blanks_below_the_names_are_no_rows(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, [("STT", "Họ và tên", "Đơn vị"), ("1", "Ông A", "Sở Y tế"), (" ", "", " ")])
    assert [one.name for one in people(reading)] == ["Ông A"]


def test_batches_of_the_list_are_those_of_the_award(tmp_path: Path) -> None:
    rows = [("Họ và tên", "Đợt"), ("A", "Đợt 2"), ("B", "Đợt 1"), ("C", ""), ("D", "2")]
    (heading,) = items(of_csv(tmp_path, rows, "    batch: 3\n"))
    assert [part.title for part in heading.parts] == ["Đợt 1/2", "Đợt 2/2"]
    assert [[one.name for one in part.award.recipients] for part in heading.parts if part.award] == [
        ["B", "C"],
        ["A", "D"],
    ]
    assert told(of_csv(tmp_path, rows, "    batch: 3\n"), "list_has_batches")


@pytest.mark.parametrize(
    ("cells", "titles"),
    [
        (["1", "5", "5", "99"], ["Đợt 1", "Đợt 5", "Đợt 99"]),
        (["Đợt 4", "Đợt 3", "", ""], ["Đợt 3", "Đợt 4"]),
        (["2", "1"], ["Đợt 1/2", "Đợt 2/2"]),
        (["1", "Tập thể"], ["Đợt 1", "Tập thể"]),
    ],
)
def test_batches_keep_the_numbers_that_the_office_gave_them(
    cells: list[str], titles: list[str], tmp_path: Path
) -> None:
    rows = [("Họ và tên", "Đợt"), *(("Ông " + "ABCD"[at], cell) for at, cell in enumerate(cells))]
    (heading,) = items(of_csv(tmp_path, rows))
    assert [part.title for part in heading.parts] == titles


@pytest.mark.parametrize(
    ("cells", "unclear"),
    [
        (["1", "x", "2", "0"], "B3, B5"),
        (["1", "1", "", "2"], "B4"),
        (["", "1", "2", "2"], "B2"),
        (["", "1", "", "2"], "B2"),
        (["1", "", "2", ""], None),
        (["Tập thể", "", "Cá nhân", "Cá nhân"], "B3"),
        (["", "", "", ""], None),
    ],
)
def test_a_row_of_no_clear_batch_is_told(cells: list[str], unclear: str | None, tmp_path: Path) -> None:
    reading = of_csv(
        tmp_path, [("Họ và tên", "Đợt"), *(("Ông " + "ABCD"[at], cell) for at, cell in enumerate(cells))]
    )
    assert len(people(reading)) == 4
    assert [about["cells"] for about in told(reading, "list_batch_unclear")] == ([unclear] if unclear else [])


def test_batches_with_names_keep_their_order_and_their_names(tmp_path: Path) -> None:
    rows = [("Họ và tên", "Đợt"), ("A", "Tập thể"), ("B", "Cá nhân"), ("C", "Tập thể")]
    (heading,) = items(of_csv(tmp_path, rows))
    assert [part.title for part in heading.parts] == ["Tập thể", "Cá nhân"]


def test_a_size_divides_a_list(tmp_path: Path) -> None:
    rows = [("Họ và tên",), *((f"Ông Người {n}",) for n in range(25))]
    (heading,) = items(of_csv(tmp_path, rows, "    batch: 10\n"))
    assert [len(part.award.recipients) for part in heading.parts if part.award] == [10, 10, 5]


FORMS: Rows = (
    ("Họ và tên", "Hình thức khen thưởng"),
    ("A", "Huân chương Lao động hạng Ba"),
    ("B", "Giấy khen"),
    ("C", ""),
    ("D", "Bằng khen"),
)


def test_an_award_takes_the_rows_of_its_form_and_those_of_no_award_are_told(tmp_path: Path) -> None:
    medal = "- {title: Huân chương Lao động hạng Ba, kind: award, award: {list: ds.csv}}\n"
    reading = of_csv(tmp_path, FORMS, medal)
    assert [one.name for one in people(reading)] == ["B", "C", "A"]
    (left,) = told(reading, "list_form_left")
    assert (left["form"], left["count"]) == ("Bằng khen", "1")


def test_a_form_that_the_list_lacks_is_an_error_with_those_it_has(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, FORMS, "    form: Kỷ niệm chương\n")
    (about,) = told(reading, "list_without_form")
    assert about["known"] == "Huân chương Lao động hạng Ba; Giấy khen; Bằng khen"
    assert reading.agenda is None


def test_a_merged_cell_says_the_same_of_all_its_rows(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "ds.xlsx")
    sheet = book.add_worksheet()
    for at, row in enumerate([("Họ và tên", "Đơn vị"), ("A", ""), ("B", ""), ("C", "Sở Nội vụ")]):
        sheet.write_row(at, 0, row)
    sheet.merge_range("B2:B3", "Sở Y tế")
    book.close()
    assert [one.unit for one in people(agenda(tmp_path, "ds.xlsx"))] == ["Sở Y tế", "Sở Y tế", "Sở Nội vụ"]


def test_a_list_outside_the_folder_of_the_agenda_is_read_and_told(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").write_text(csv(ROWS), encoding="utf-8")
    folder = tmp_path / "hoi nghi"
    folder.mkdir()
    for file in "../ds.csv", str(tmp_path / "ds.csv"):
        reading = agenda(folder, file)
        assert people(reading) == EXPECTED
        assert [about["file"] for about in told(reading, "list_elsewhere")] == [file]
    (folder / "ds.csv").write_text(csv(ROWS), encoding="utf-8")
    assert told(agenda(folder, "ds.csv"), "list_elsewhere") == []


def test_a_list_that_is_not_there_is_told_with_the_one_that_is_like_it(tmp_path: Path) -> None:
    (tmp_path / "danh-sach.csv").write_text("Họ và tên\nA\n", encoding="utf-8")
    reading = agenda(tmp_path, "danh-sach-1.csv")
    (wrong,) = reading.errors
    assert (wrong.code, wrong.line) == ("list_missing", 7)
    assert dict(wrong.about)["suggestion"] == "danh-sach.csv"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "list_empty"),
        (b"Hang,Gia\n1,2\n", "list_without_names"),
        ("Họ và tên,Đơn vị\n".encode(), "list_empty"),
        (b"PK\x03\x04 nothing", "list_damaged"),
        (b"\xd0\xcf\x11\xe0 old", "list_damaged"),
        ("Họ và tên,Đơn vị\n".encode() + b"A,B\n" * 5_001, "list_too_long"),
        ("Họ và tên\n".encode() + b"A\n" * 5_100, "list_too_long"),
        ("Họ và tên,Đơn vị\n".encode() + b"A" * 600 + b",B\n", "list_bad_cell"),
        ("Họ và tên,Đơn vị\nA\u202eB,B\n".encode(), "list_bad_cell"),
        ("Họ và tên,Đơn vị\n".encode() + b"A" * 10_000_000, "list_too_big"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_a_file_that_gives_no_list_is_an_error_and_not_a_show_without_people(
    content: bytes, code: str, tmp_path: Path
) -> None:
    (tmp_path / "ds.csv").write_bytes(content)
    reading = agenda(tmp_path, "ds.csv")
    assert reading.agenda is None
    assert code in {each.code for each in reading.errors}
    assert all(complaint_line(each, language) for each in reading.errors for language in Language)


@pytest.mark.parametrize("heads", [("Họ và tên", "Đơn vị"), ("Họ và tên",)])
@pytest.mark.parametrize("file", ["ds.csv", "ds.xlsx"])
def test_a_list_of_as_many_as_may_be_is_read_below_its_title_and_heads(
    file: str, heads: tuple[str, ...], tmp_path: Path
) -> None:
    rows = [
        ("DANH SÁCH KHEN THƯỞNG",),
        heads,
        *((f"Ông Số {n}", "Sở Y tế")[: len(heads)] for n in range(5_000)),
    ]
    for more, expected in ([], 5_000), ([("Ông Quá",)], "list_too_long"):
        if file == "ds.csv":
            (tmp_path / file).write_text(csv([*rows, *more]), encoding="utf-8")
        else:
            workbook(tmp_path / file, [*rows, *more])
        assert _read(tmp_path / file) == expected


def _read(path: Path) -> int | str:
    try:
        return len(people_of(read_list(path))[0])
    except NoList as error:
        return error.code


def test_a_folder_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "ds.csv").mkdir()
    assert [each.code for each in agenda(tmp_path, "ds.csv").errors] == ["list_no_file"]


def test_names_stand_in_one_place(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, ROWS, "    recipients: [A]\n")
    assert [each.code for each in reading.errors] == ["list_and_recipients"]


def test_a_row_without_a_name_is_told_and_not_taken(tmp_path: Path) -> None:
    reading = of_csv(tmp_path, [HEADS, ("1", "Ông A", "Sở Y tế"), ("2", "", "Sở Nội vụ", "Chánh văn phòng")])
    (about,) = told(reading, "list_row_without_name")
    assert (about["cells"], about["words"]) == ("A3", "2 | Sở Nội vụ | Chánh văn phòng")
    assert len(people(reading)) == 1


def five_hundred() -> tuple[list[list[str]], dict[str, set[int]]]:
    """500 rows of an office, and the rows of each kind of doubt, as their numbers in the file."""
    chance = Random(13)
    rows = [list(HEADS)]
    doubts: dict[str, set[int]] = {name: set() for name in ("apart", "blanks", "unitless", "twins")}
    seen: set[tuple[str, str]] = set()
    while len(rows) < 501:
        at = len(rows) + 1
        parts = [chance.choice(words.SURNAMES), chance.choice(words.MIDDLE), chance.choice(words.GIVEN)]
        name, unit = f"{chance.choice(('Ông', 'Bà'))} {' '.join(parts)}", f"Phòng số {chance.randrange(60)}"
        if (" ".join(parts), unit) in seen:
            continue
        if at % 25 == 0:
            _, name, unit, *_ = rows[at - 10]
            name, unit = " ".join(unicodedata.normalize("NFC", name).split()), unit or "Phòng số 3"
            rows[at - 10][2] = unit
            doubts["unitless"].discard(at - 9)
            doubts["twins"] |= {at, at - 9}
        elif at % 20 == 0:
            unit = ""
            doubts["unitless"].add(at)
        seen.add((" ".join(parts), unit))
        if at % 7 == 0:
            apart = unicodedata.normalize("NFD", name)
            if apart != name:
                doubts["apart"].add(at)
            name = apart
        if at % 11 == 0:
            name = name.replace(" ", "  ", 1)
            doubts["blanks"].add(at)
        rows.append([str(at - 1), name, unit, "", ""])
    return rows, doubts


@pytest.mark.parametrize("file", ["ds.csv", "ds.xlsx"])
def test_of_five_hundred_nobody_is_lost_and_each_doubt_is_named(file: str, tmp_path: Path) -> None:
    rows, doubts = five_hundred()
    if file == "ds.csv":
        (tmp_path / file).write_text(csv(rows), encoding="utf-8")
    else:
        workbook(tmp_path / file, rows)
    reading = agenda(tmp_path, file, "    batch: 10\n")
    found = people(reading)
    assert [(one.name, one.unit) for one in found] == [
        (" ".join(unicodedata.normalize("NFC", row[1]).split()), row[2]) for row in rows[1:]
    ]
    assert len({one.recipient_id for one in found}) == 500
    assert len(items(reading)[0].parts) == 50
    (apart,), (blanks,) = told(reading, "list_letters_mended"), told(reading, "list_blanks_mended")
    assert int(apart["count"]) == len(doubts["apart"])
    assert int(blanks["count"]) == len(doubts["blanks"])
    assert _rows_in(apart["cells"]) <= doubts["apart"]
    unitless = [each["who"] for each in told(reading, "recipient_without_unit")]
    assert {int(who.rpartition(":")[2].rstrip("]")) for who in unitless} == doubts["unitless"]
    twins = [each["who"] + each["others"] for each in told(reading, "same_name_twice")]
    named = {int(number) for who in twins for number in _numbers(who, file)}
    assert named == doubts["twins"]


def _rows_in(cells: str) -> set[int]:
    return {int(cell[1:]) for cell in cells.rstrip("…").split(", ") if cell[1:].isdecimal()}


def _numbers(who: str, file: str) -> list[str]:
    return [rest.partition("]")[0] for rest in who.split(f"[{file}:")[1:]]


def test_a_line_over_all_columns_parts_the_list_whatever_its_first_column_holds(tmp_path: Path) -> None:
    rows = [("STT", "Đơn vị", "Họ và tên"), ("I", "TẬP THỂ", ""), ("1", "", "Quỹ A"), ("II", "CÁ NHÂN", "")]
    reading = of_csv(tmp_path, [*rows, ("2", "Tổ 3", "Hờ A Chớ")])
    (item,) = items(reading)
    assert item.award is not None
    assert [one.collective for one in item.award.recipients] == [True, False]
    assert not told(reading, "list_row_without_name")
