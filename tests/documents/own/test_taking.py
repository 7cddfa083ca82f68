"""A workbook that was edited is taken into the agenda it was printed of: what was changed, line by line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.agenda_file.editing.written import written
from runofshow.agenda_file.reader import read_agenda_text
from runofshow.agenda_file.returned.changes import Change, changes
from runofshow.agenda_file.returned.rows import rows_in_use
from runofshow.agenda_file.returned.taking import taken
from runofshow.agenda_file.returned.telling import change_line
from runofshow.agenda_file.writing import agenda_entry, write_agenda
from runofshow.core.agenda import AfterCue, Agenda, Item, Recipient
from runofshow.core.award import line_of
from runofshow.core.value import replace
from runofshow.documents.own.reading import checked
from runofshow.documents.own.said import Said
from runofshow.paper.book import Book, BookRow, Held
from runofshow.printing.book import book_of
from runofshow.printing.plan import plan_of
from runofshow.texts import Language
from tests.agenda_file.drawn import whole_text
from tests.documents.own.books import TODAY, as_typed, says, typed, with_rows
from tests.printing.agendas import AGENDA, AGENDAS, NOW, TZ

VI = Language.VI
ORDER, CUES, AWARDS, NAMES = "Kịch bản", "Lệnh", "Khen thưởng", "Người nhận"


def read(text: str) -> Agenda:
    reading = read_agenda_text(text, "a.yaml", folder=None, tz=TZ, today=TODAY, language=VI)
    assert reading.agenda is not None, (reading.errors, text)
    return reading.agenda


def printed(text: str) -> Book:
    return book_of(plan_of(read(text), TZ, VI, revision="1a2b3c4d", printed_at=NOW))


def entry(agenda: Agenda) -> dict[str, Any]:
    return agenda_entry(agenda, tz=TZ, today=TODAY, language=VI)


def changed(text: str, said: Said) -> tuple[Change, ...]:
    """What the paper changes in the agenda of the text."""
    agenda, found = read(text), checked(said, "a.xlsx", tz=TZ, today=TODAY, language=VI)
    assert found.agenda is not None, found.wrong
    return changes(
        agenda,
        entry(agenda),
        found.agenda,
        entry(found.agenda),
        tree=said.tree,
        ids=said.ids,
        carries=said.carries,
    )


def with_taken(text: str, accepted: tuple[Change, ...]) -> str:
    agenda = read(text)
    return taken(written(text), rows_in_use(agenda, entry(agenda)), accepted, VI).text


def lines(text: str, book: Book) -> list[str]:
    return [change_line(each, VI) for each in changed(text, says(book))]


def after(text: str, book: Book) -> str:
    return with_taken(text, changed(text, says(book)))


def facts(agenda: Agenda) -> list[Any]:
    """All that an agenda says, but for ids and numbers, which are counted."""

    def cues(item: Item) -> list[Any]:
        at = {cue.cue_id: number for number, cue in enumerate(item.cues)}
        return [
            (
                cue.to,
                cue.do,
                cue.text,
                (at.get(cue.at.cue_id), cue.at.wait) if isinstance(cue.at, AfterCue) else cue.at,
                cue.track_id,
                cue.standby_lead,
                cue.go,
                cue.tolerance,
                cue.fade,
                cue.pre_wait,
            )
            for cue in item.cues
        ]

    def fact(item: Item) -> Any:
        bare = replace(item, item_id="", number="", cues=(), parts=())
        return bare, cues(item), [fact(part) for part in item.parts]

    head = replace(agenda, sessions=(), signals=(), gear=())
    sessions = [
        (session.title, session.start_at, session.hard_out, [fact(item) for item in session.items])
        for session in agenda.sessions
    ]
    return [head, sessions]


@pytest.mark.parametrize("path", sorted(AGENDAS.glob("*.yaml")), ids=lambda path: path.stem)
def test_an_unchanged_workbook_changes_nothing(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert lines(text, printed(text)) == []


@given(st.integers(0, 10**9))
@settings(max_examples=25, deadline=None)
def test_what_is_taken_whole_makes_the_agenda_that_the_workbook_says(seed: int) -> None:
    chance = Random(seed)
    # a file that says nothing in vain: no empty list of cues at a heading, to wake when its parts are gone
    text = write_agenda(read(whole_text(chance, 5)), tz=TZ, today=TODAY, language=VI)
    book = edited_by_chance(printed(text), chance)
    said = says(book)
    found = checked(said, "a.xlsx", tz=TZ, today=TODAY, language=VI)
    if found.agenda is None:
        return  # hours that run backwards, a cue without its play: told, and nothing is taken
    done = after(text, book)
    assert facts(read(done)) == facts(found.agenda)


def edited_by_chance(book: Book, chance: Random) -> Book:
    """Rows moved, copied and taken out with what belongs to them, and cells written over."""
    for _ in range(chance.randint(1, 5)):
        what = chance.choice(
            [
                *("move", "copy", "gone", "title", "length", "cue", "cue_gone", "given", "names", "who"),
                *("honoured", "honoured_gone", "honoured_given", "honoured_cell"),
            ]
        )
        rows = book.sheets[0].rows
        items = [row for row in rows if row.cells[0].of in ("mục", "phần")]
        if not items:
            return book
        row = chance.choice(items)
        at = rows.index(row)
        match what:
            case "move" | "copy":
                book = with_rows(book, ORDER, set_elsewhere(row, chance, is_copied=what == "copy"))
            case "gone":
                label = row.cells[21].of
                book = with_rows(book, ORDER, without(row))
                for sheet in (CUES, AWARDS, NAMES):
                    book = with_rows(book, sheet, not_of(label))
            case "title" | "who":
                column = 3 if what == "title" else 4
                book = with_rows(book, ORDER, written_over(at, column, f"Sửa {chance.randint(0, 999)}"))
            case "length":
                book = with_rows(book, ORDER, written_over(at, 7, f"{chance.randint(1, 90)} phút"))
            case "given" if book.sheets[1].rows:
                number = chance.randrange(len(book.sheets[1].rows))
                label = str(chance.choice(items).cells[21].of)
                book = with_rows(book, CUES, written_over(number, 0, label))
            case "cue" | "cue_gone" if book.sheets[1].rows:
                number = chance.randrange(len(book.sheets[1].rows))
                if what == "cue":
                    book = with_rows(book, CUES, written_over(number, 3, f"Lệnh {chance.randint(0, 999)}"))
                else:
                    book = with_rows(book, CUES, without(book.sheets[1].rows[number]))
            case "honoured" | "honoured_gone" | "honoured_given" | "honoured_cell" if book.sheets[3].rows:
                book = with_rows(book, NAMES, with_somebody(what, chance, items))
            case "names":
                book = with_rows(book, NAMES, lambda all_: all_[::-1])
    return book


def with_somebody(what: str, chance: Random, items: list[BookRow]) -> Changing:
    """Somebody new, gone, called up elsewhere, or told otherwise."""

    def change(rows: list[BookRow]) -> list[BookRow]:
        if not rows:
            return rows
        at = chance.randrange(len(rows))
        if what == "honoured":
            new = as_typed(as_typed(rows[at], 2, f"Bà Mới {chance.randint(0, 99)} (truy tặng)"), 12, "")
            return [*rows[:at], new, *rows[at:]]
        if what == "honoured_gone":
            return [*rows[:at], *rows[at + 1 :]]
        if what == "honoured_given":
            return written_over(at, 0, str(chance.choice(items).cells[21].of))(rows)
        column, value = chance.choice(
            [(2, "Ông Khác"), (3, "Đơn vị khác"), (6, "bà Hai"), (7, "có"), (11, "")]
        )
        return written_over(at, column, value)(rows)

    return change


Changing = Callable[[list[BookRow]], list[BookRow]]


def set_elsewhere(row: BookRow, chance: Random, *, is_copied: bool) -> Changing:
    def change(rows: list[BookRow]) -> list[BookRow]:
        rest = rows if is_copied else [each for each in rows if each is not row]
        new = as_typed(row, 3, f"Bản sao {chance.randint(0, 999)}") if is_copied else row
        # behind the first session and its first item, so that a part has an item above it
        at = chance.randint(min(2, len(rest)), len(rest))
        return [*rest[:at], new, *rest[at:]]

    return change


def without(row: BookRow) -> Changing:
    return lambda rows: [each for each in rows if each is not row]


def not_of(label: object) -> Changing:
    return lambda rows: [each for each in rows if each.cells[0].of != label]


def written_over(at: int, column: int, value: str) -> Changing:
    def change(rows: list[BookRow]) -> list[BookRow]:
        return [*rows[:at], as_typed(rows[at], column, value), *rows[at + 1 :]]

    return change


# Change by change


def test_a_field_is_one_change_in_words_and_one_line_of_the_file() -> None:
    book = typed(printed(AGENDA), ORDER, {"H5": "7 phút", "E5": "Ban Tổ chức"})
    assert lines(AGENDA, book) == [
        "~ Chào cờ: Người thực hiện: (không ghi) thành Ban Tổ chức",
        "~ Chào cờ: Thời lượng: 5' thành 7'",
    ]
    was, now = AGENDA.splitlines(), after(AGENDA, book).splitlines()
    assert [line for line in now if line not in was] == ["  by: Ban Tổ chức", "  duration: 7'"]
    assert [line for line in was if line not in now] == ["  duration: 5'"]


def test_what_is_emptied_is_no_longer_said() -> None:
    book = typed(printed(AGENDA), ORDER, {"N6": "", "P6": "", "Q6": ""})
    assert lines(AGENDA, book) == [
        "~ Khai mạc: Ghi chú: Mục MẬT 0912345678 thành (không ghi)",
        "~ Khai mạc: Hạn nộp bài: 1/2/2027 thành (không ghi)",
    ]
    done = after(AGENDA, book)
    assert "Mục MẬT" not in done
    assert "handin" not in done


def test_comments_and_what_the_workbook_does_not_hold_stay() -> None:
    text = "# của tôi\n" + AGENDA.replace(
        "- title: Khai mạc\n", "# đã hỏi văn phòng\n- title: Khai mạc\n  doubts: [Ai đọc?]\n"
    )
    book = with_rows(typed(printed(text), ORDER, {"D6": "Khai mạc hội nghị"}), ORDER, swapped)
    done = after(text, book)
    assert done.startswith("# của tôi\n")
    assert "# đã hỏi văn phòng\n- title: Khai mạc hội nghị\n  doubts: [Ai đọc?]\n" in done


def swapped(rows: list[BookRow]) -> list[BookRow]:
    return [rows[0], rows[2], rows[1], *rows[3:]]


def test_rows_moved_new_and_gone_are_told_once_each() -> None:
    def change(rows: list[BookRow]) -> list[BookRow]:
        session, flag, opening, heading, part, _ = rows
        empty = BookRow((Held(),) * len(flag.cells))
        new = as_typed(as_typed(as_typed(empty, 3, "Mặc niệm"), 2, "Phút mặc niệm"), 7, "1 phút")
        return [session, opening, flag, new, heading, part]

    book = with_rows(printed(AGENDA), ORDER, change)
    assert lines(AGENDA, book) == [
        "↕ chuyển vị trí: Khai mạc (lên đầu)",
        "+ thêm mục: Mặc niệm (sau “Chào cờ”)",
        "- không còn: Tham luận",
    ]
    titles = [item.title for item in read(after(AGENDA, book)).sessions[0].items]
    assert titles == ["Khai mạc", "Chào cờ", "Mặc niệm", "Khen thưởng"]


def test_an_item_that_is_taken_out_takes_its_cues_and_names_along() -> None:
    book = with_rows(printed(AGENDA), ORDER, lambda rows: [rows[0], *rows[2:]])
    assert lines(AGENDA, book) == ["- không còn: Chào cờ (cùng 2 lệnh)"]
    assert "Chào MẬT" not in after(AGENDA, book)


def test_the_kind_of_a_new_row_is_guessed_by_its_title_and_marked() -> None:
    book = typed(printed(AGENDA), ORDER, {"A10": "mục", "D10": "Phát biểu chỉ đạo của Chủ tịch UBND"})
    done = after(AGENDA, book)
    assert read(done).sessions[0].items[-1].kind == "directive"
    assert "kind: directive\n  guessed: [kind]\n" in done


def test_a_part_may_become_an_item_and_an_item_a_part() -> None:
    book = typed(printed(AGENDA), ORDER, {"A9": "phần"})
    assert lines(AGENDA, book) == ["↕ chuyển vị trí: Tham luận (về sau “Giấy khen”)"]
    heading = read(after(AGENDA, book)).sessions[0].items[-1]
    assert [part.title for part in heading.parts] == ["Giấy khen", "Tham luận"]


def test_cues_are_new_changed_and_gone_one_by_one() -> None:
    book = typed(printed(AGENDA), CUES, {"E5": "đầu mục + 20 giây"})
    book = with_rows(book, CUES, lambda rows: rows[1:])
    book = typed(book, CUES, {"A40": "1", "B40": "Lễ tân", "D40": "Mở cửa"})
    assert lines(AGENDA, book) == [
        "~ Chào cờ: Sáng MẬT: Lúc: start + 10s thành start + 20s",
        "+ thêm lệnh: Chào cờ: Mở cửa (sau “Sáng MẬT”)",
        "- không còn: Chào cờ: Phát MẬT",
    ]
    cues = read(after(AGENDA, book)).sessions[0].items[0].cues
    assert [cue.text for cue in cues] == ["Sáng MẬT", "Mở cửa"]


@pytest.mark.parametrize("item", ["2. Khai mạc", "3.1. Giấy khen"])
def test_a_cue_that_is_given_to_another_item_leaves_its_own(item: str) -> None:
    """To one whose cues are assumed, and to one whose cues are the plan's."""
    book = typed(printed(AGENDA), CUES, {"A5": item})
    found = checked(says(book), "a.xlsx", tz=TZ, today=TODAY, language=VI)
    assert found.agenda is not None
    assert facts(read(after(AGENDA, book))) == facts(found.agenda)
    assert after(AGENDA, book).count("Sáng MẬT") == 1


def test_cues_that_were_assumed_come_in_whole() -> None:
    book = typed(printed(AGENDA), CUES, {"D6": "Mời lên bục"})
    (told,) = lines(AGENDA, book)
    assert told == "~ Khai mạc: Lệnh: (không ghi) thành 3" or told.startswith(
        "~ Khai mạc: Lệnh: (không ghi) thành "
    )
    assert read(after(AGENDA, book)).sessions[0].items[1].cues[0].text == "Mời lên bục"


def test_recipients_are_taken_in_their_new_order() -> None:
    book = with_rows(printed(AGENDA), NAMES, lambda rows: [rows[1], as_typed(rows[0], 2, "Ông Ba"), rows[0]])
    assert lines(AGENDA, book) == [
        "↕ chuyển vị trí: Giấy khen: Bà Hai MẬT (lên đầu)",
        "+ thêm người nhận: Giấy khen: Ông Ba (sau “Bà Hai MẬT”)",
    ]
    award = read(after(AGENDA, book)).sessions[0].items[2].parts[0].award
    assert award is not None
    assert [line_of(one) for one in award.recipients] == [
        "Bà Hai MẬT (nhận thay: anh Ba)",
        "Ông Ba",
        "Ông Nhận MẬT",
    ]


LISTED = """title: Hội nghị
date: 5/2/2027
items:
  - title: Trao Bằng khen
    kind: award
    award:
      decision: Quyết định số 1
      recipients:
        - Trường Ngọc Lan  # tập thể đầu
        - {name: Nguyễn Văn An, unit: Trạm Y tế, id: an}
        - Bà Lê Thị Bình (truy tặng)
        - Ông Trần Cao
  - title: Trao Giấy khen
    kind: award
    award:
      recipients: [Ông Đỗ Dũng]
"""


def people(text: str) -> list[list[Recipient]]:
    awards = [item.award for item in read(text).sessions[0].items]
    awards += [part.award for item in read(text).sessions[0].items for part in item.parts]
    return [list(award.recipients) for award in awards if award is not None and award.recipients]


def only_differing(was: str, now: str) -> tuple[list[str], list[str]]:
    """The lines that are gone, and those that are new."""
    mine, theirs = was.splitlines(), now.splitlines()
    return [each for each in mine if each not in theirs], [each for each in theirs if each not in mine]


def test_one_cell_of_somebody_is_one_change_and_one_line_of_the_file() -> None:
    book = typed(printed(LISTED), NAMES, {"D7": "Phòng Kinh tế", "H7": "có"})
    assert lines(LISTED, book) == [
        "~ Trao Bằng khen: Ông Trần Cao: Đơn vị: (không ghi) thành Phòng Kinh tế",
        "~ Trao Bằng khen: Ông Trần Cao: Vắng: (không ghi) thành có",
    ]
    was, now = only_differing(LISTED, after(LISTED, book))
    assert [line.strip() for line in was] == ["- Ông Trần Cao"]
    assert now == ["        - {name: Ông Trần Cao, unit: Phòng Kinh tế, absent: true}"]


def test_rows_of_people_that_go_come_and_change_places_leave_every_other_line() -> None:
    def change(rows: list[BookRow]) -> list[BookRow]:
        new = as_typed(as_typed(rows[3], 2, "Cô Út (nhận thay: anh Tư)"), 12, "")
        return [rows[0], rows[3], new, rows[1], rows[4]]

    done = after(LISTED, with_rows(printed(LISTED), NAMES, change))
    assert [[one.name for one in each] for each in people(done)] == [
        ["Trường Ngọc Lan", "Ông Trần Cao", "Cô Út", "Nguyễn Văn An"],
        ["Ông Đỗ Dũng"],
    ]
    assert people(done)[0][2].proxy == "anh Tư"
    assert "- Trường Ngọc Lan  # tập thể đầu" in done
    assert "- {name: Nguyễn Văn An, unit: Trạm Y tế, id: an}" in done


def test_names_sorted_without_their_hidden_column_are_still_themselves() -> None:
    def change(rows: list[BookRow]) -> list[BookRow]:
        seen = [list(row.cells[2:12]) for row in (rows[1], rows[0], rows[3], rows[2])]
        sorted_ = [
            replace(row, cells=(*row.cells[:2], *cells, *row.cells[12:]))
            for row, cells in zip(rows[:4], seen, strict=True)
        ]
        return [*sorted_, rows[4]]

    book = with_rows(printed(LISTED), NAMES, change)
    assert all(line.startswith("↕") for line in lines(LISTED, book))
    found = people(after(LISTED, book))[0]
    assert [(one.name, one.recipient_id) for one in found][:2] == [
        ("Nguyễn Văn An", "an"),
        ("Trường Ngọc Lan", "truong-ngoc-lan"),
    ]


def test_somebody_may_be_called_up_in_another_award() -> None:
    book = printed(LISTED)
    label = book.sheets[3].rows[4].cells[0].of
    book = typed(book, NAMES, {"A5": label})
    (told,) = lines(LISTED, book)
    assert told == "↕ chuyển vị trí: Trao Giấy khen: Nguyễn Văn An (lên đầu)"
    found = people(after(LISTED, book))
    assert [one.recipient_id for one in found[1]] == ["an", "do-dung"]


def test_a_batch_that_the_file_only_counts_is_written_down_once_somebody_changes_it() -> None:
    text = LISTED.replace("      decision:", "      batch: 2\n      decision:")
    book = printed(text)
    assert lines(text, book) == []
    book = typed(book, NAMES, {"D7": "Phòng Kinh tế"})
    (told,) = lines(text, book)
    assert told == "~ Đợt 2/2: Ông Trần Cao: Đơn vị: (không ghi) thành Phòng Kinh tế"
    done = after(text, book)
    assert "batch" not in done
    assert [len(each) for each in people(done)] == [1, 2, 2]
    book = typed(printed(text), AWARDS, {"B4": "Quyết định số 2"})
    assert only_differing(text, after(text, book)) == (
        ["      decision: Quyết định số 1"],
        ["      decision: Quyết định số 2"],
    )


def test_a_list_is_divided_by_a_number_in_its_row() -> None:
    book = typed(printed(LISTED), AWARDS, {"H4": 3})
    said = says(book)
    found = checked(said, "a.xlsx", tz=TZ, today=TODAY, language=VI)
    assert found.agenda is not None
    assert [part.title for part in found.agenda.sessions[0].items[0].parts] == ["Đợt 1/2", "Đợt 2/2"]
    done = after(LISTED, book)
    assert [len(each) for each in people(done)] == [1, 3, 1]
    assert people(done)[1][1].recipient_id == "an"


def test_a_whole_list_typed_for_an_award_is_one_change() -> None:
    text = LISTED.replace("      recipients: [Ông Đỗ Dũng]\n", "      form: Giấy khen\n")
    label = printed(text).sheets[0].rows[2].cells[-1].of
    rows = {f"A{row}": label for row in range(8, 68)} | {f"C{row}": f"Ông Thứ {row}" for row in range(8, 68)}
    book = typed(printed(text), NAMES, rows)
    (told,) = lines(text, book)
    assert told.startswith("~ Trao Giấy khen: Người nhận: (không ghi) thành Ông Thứ 8; Ông Thứ 9")
    assert len(people(after(text, book))[1]) == 60


def test_the_head_tracks_and_duties_are_taken_too() -> None:
    book = typed(printed(AGENDA), "Hội nghị", {"B6": "Hội trường B", "B8": "6/2/2027"})
    book = typed(book, "Bản nhạc", {"F5": 70})
    book = typed(book, "Nhiệm vụ", {"E4": "3/2/2027", "A5": "Gửi báo cáo"})
    told = lines(AGENDA, book)
    assert "~ Hội nghị: Địa điểm: Hội trường A thành Hội trường B" in told
    assert "~ Hội nghị: Ngày: 5/2/2027 thành 6/2/2027" in told
    assert "~ Nền MẬT: Âm lượng, phần trăm: 60 thành 70" in told
    assert "+ thêm việc: Gửi báo cáo (sau “Việc MẬT”)" in told
    agenda = read(after(AGENDA, book))
    assert (agenda.venue, agenda.tracks[1].volume, len(agenda.duties)) == ("Hội trường B", 70, 2)


def test_leaders_are_rows_of_their_own() -> None:
    text = LISTED.replace("items:", "leaders: [{name: Ông Một, arrives: 8h10}, {name: Bà Hai}]\nitems:", 1)
    book = typed(printed(text), "Lãnh đạo", {"B5": "8:30", "C5": "1", "A6": "Cô Ba"})
    told = lines(text, book)
    assert told[:2] == [
        "~ Bà Hai: Giờ đến: (không ghi) thành 8h30",
        "~ Bà Hai: Mục phải chờ: (không ghi) thành m1",
    ]
    assert told[2:] == ["+ thêm lãnh đạo: Cô Ba (sau “Bà Hai”)"]
    done = read(after(text, book))
    assert [one.name for one in done.leaders] == ["Ông Một", "Bà Hai", "Cô Ba"]
    assert done.leaders[1].awaited_by == "m1"


def test_a_second_session_is_taken() -> None:
    def change(rows: list[BookRow]) -> list[BookRow]:
        empty = BookRow((Held(),) * len(rows[0].cells))
        afternoon = as_typed(as_typed(as_typed(empty, 0, "phiên"), 3, "Buổi chiều"), 6, "13:30")
        return [as_typed(rows[0], 3, "Buổi sáng"), *rows[1:5], afternoon, rows[5]]

    book = with_rows(printed(AGENDA), ORDER, change)
    agenda = read(after(AGENDA, book))
    assert [session.title for session in agenda.sessions] == ["Buổi sáng", "Buổi chiều"]
    assert [item.title for item in agenda.sessions[1].items] == ["Tham luận"]


def test_a_session_without_a_title_is_called_by_its_number() -> None:
    def change(rows: list[BookRow]) -> list[BookRow]:
        empty = BookRow((Held(),) * len(rows[0].cells))
        return [*rows[:5], as_typed(as_typed(empty, 0, "phiên"), 6, "13:30"), rows[5]]

    agenda = read(after(AGENDA, with_rows(printed(AGENDA), ORDER, change)))
    assert [session.title for session in agenda.sessions][1:] == ["Phiên 2"]


def test_each_change_may_be_left_out() -> None:
    book = typed(printed(AGENDA), ORDER, {"D5": "Chào cờ Tổ quốc", "D6": "Khai mạc hội nghị"})
    found = changed(AGENDA, says(book))
    done = with_taken(AGENDA, found[1:])
    assert "title: Chào cờ\n" in done
    assert "title: Khai mạc hội nghị\n" in done


def test_an_id_that_a_signal_names_is_written_before_rows_move() -> None:
    text = AGENDA + 'signals:\n- {on: item_started, item: m2, osc: "127.0.0.1:9000", address: /go}\n'
    done = after(text, with_rows(printed(text), ORDER, swapped))
    (signal,) = read(done).signals
    items = read(done).sessions[0].items
    assert next(item.title for item in items if item.item_id == signal.item_id) == "Khai mạc"
