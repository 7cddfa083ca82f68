"""Everything that cannot be read in a workbook of ours is told at once, each with its cell and a remedy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from runofshow.agenda_file.book.choices import LISTS, choices, chosen
from runofshow.agenda_file.book.columns import CARRIES, COLUMNS, HEAD_FIELDS, heads
from runofshow.agenda_file.fitting import keys
from runofshow.agenda_file.form import FORMS, PeriodForm
from runofshow.agenda_file.signal_form import GearForm, MscForm, SignalForm
from runofshow.documents.own.reading import read_own
from runofshow.paper.book import Book
from runofshow.paper.book_file import as_book_file
from runofshow.texts import Language
from tests.documents.own.books import book_from, complaints, says, typed, with_rows, with_xml
from tests.printing.agendas import AGENDA

ORDER, CUES = "Kịch bản", "Lệnh"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return book_from(tmp_path, AGENDA)


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "told"),
    [
        (ORDER, "H5", "mười phút", '"mười phút" không phải thời lượng; viết 0:10:00'),
        (ORDER, "H5", "240:00:00", '"240:00:00" không phải thời lượng; viết 0:10:00'),
        (ORDER, "G6", "25h70", '"25h70" không phải giờ trong ngày; viết như 7:30'),
        (ORDER, "P6", "mai", '"mai" không phải ngày; viết như 27/3/2026'),
        (ORDER, "C5", "Chào cở", 'không có trong danh sách của ô này; có phải ý bạn là "Chào cờ, Quốc ca"?'),
        (ORDER, "A5", "chương", '"chương" không có trong danh sách'),
        (ORDER, "M4", "Kính thưa", 'dòng phiên không có "Lời dẫn MC"'),
        (ORDER, "D5", "", "ô này để trống; ghi vào, hoặc xóa cả dòng"),
        (CUES, "B4", "Âm than", 'có phải ý bạn là "Âm thanh"?'),
        (CUES, "B4", "Ông Ba", "chọn một trong: MC; Âm thanh; Ánh sáng; Màn hình; Lễ tân; Sân khấu"),
        (CUES, "G4", "10", '"10" không phải thời lượng; viết 0:10:00'),
        (CUES, "E4", "lúc nào đó", '"lúc nào đó" không phải lúc của một lệnh; viết như: đầu mục'),
        (CUES, "F4", "quoc_cA", "quoc_ca"),
        (CUES, "A4", "9. Chào cò", 'không có mục "9. Chào cò" trong trang tính "Kịch bản"; có phải'),
        ("Người nhận", "A4", "Mục nào", 'không có mục "Mục nào"'),
        ("Người nhận", "H4", "ốm", '"ốm" không có trong danh sách của ô này'),
        ("Người nhận", "D4", "x" * 501, "501"),
        ("Khen thưởng", "H4", "mười", '"mười"'),
        ("Khen thưởng", "I4", "nhiều", '"nhiều" không có trong danh sách của ô này'),
        ("Bản nhạc", "A5", "quoc_ca", 'mã "quoc_ca" đã dùng ở dòng 4'),
        ("Bản nhạc", "F4", "to lắm", '"to lắm"'),
        ("Nhiệm vụ", "C4", "bao giờ xong", '"bao giờ xong" không phải ngày'),
    ],
)  # fmt: skip
def test_each_wrong_cell_is_told_with_its_place(
    book: Book, sheet: str, cell: str, value: str, told: str
) -> None:
    lines = complaints(says(typed(book, sheet, {cell: value})))
    here = [line for line in lines if line.startswith(f"kịch bản.xlsx, trang tính “{sheet}”, ô {cell}: ")]
    assert any(told in line for line in here), lines


def test_a_row_that_tells_of_somebody_without_a_name_is_told(book: Book) -> None:
    (told,) = complaints(says(typed(book, "Người nhận", {"C4": "", "D4": "Trạm Y tế"})))
    assert told.startswith("kịch bản.xlsx, trang tính “Người nhận”, ô C4: ô này để trống; ghi vào")


def test_in_english_too(tmp_path: Path) -> None:
    book = typed(book_from(tmp_path, AGENDA, Language.EN), "Cues", {"G4": "ten minutes"})
    assert complaints(says(book, Language.EN), Language.EN) == [
        'kịch bản.xlsx, sheet “Cues”, cell G4: "ten minutes" is not a length; write 0:10:00'
    ]


def test_all_are_told_at_once_in_the_order_of_the_sheets(book: Book) -> None:
    book = typed(book, CUES, {"G4": "x"})
    book = typed(book, ORDER, {"H5": "y", "G6": "z"})
    found = [re.search(r"ô (\w+):", line) for line in complaints(says(book))]
    assert [each and each[1] for each in found] == ["H5", "G6", "G4"]


def test_a_part_that_stands_under_no_item_is_told(book: Book) -> None:
    told = complaints(says(with_rows(book, ORDER, lambda rows: [rows[0], rows[4], *rows[1:4], rows[5]])))
    assert told[0].startswith("kịch bản.xlsx, trang tính “Kịch bản”, ô A5: dòng phần không đứng dưới mục nào")


def test_rows_of_an_item_that_was_taken_out_go_with_it_but_not_one_that_was_typed(book: Book) -> None:
    without = with_rows(book, ORDER, lambda rows: [rows[0], *rows[2:]])
    said = says(without)
    assert not said.wrong
    assert said.left_out == ("1. Chào cờ", "1. Chào cờ")
    (told,) = complaints(says(typed(without, CUES, {"A4": "1. Chào cờ Tổ quốc"})))
    assert 'ô A4: không có mục "1. Chào cờ Tổ quốc"' in told


def test_times_that_run_backwards_are_told_at_the_cell_of_the_hour(book: Book) -> None:
    told = complaints(says(typed(book, ORDER, {"G6": "7h10"})))
    assert any("ô G6: " in line and "7h10" in line for line in told)


def test_a_day_and_a_period_are_told_at_the_cell_of_the_period(book: Book) -> None:
    (told,) = complaints(says(typed(book, "Hội nghị", {"B10": "tháng 2/2027"})))
    assert told.startswith("kịch bản.xlsx, trang tính “Hội nghị”, ô B10: có cả")


def test_a_formula_without_a_value_a_mistake_and_a_truth_are_told(book: Book) -> None:
    def broken(name: str, text: str) -> str:
        if not name.endswith("sheet1.xml"):
            return text
        text = re.sub(r'<c r="H5"( s="\d+")?>.*?</c>', r'<c r="H5"\1><f>H6*2</f></c>', text)
        text = re.sub(r'<c r="G6"( s="\d+")?/>', r'<c r="G6"\1 t="e"><v>#REF!</v></c>', text)
        return re.sub(r'<c r="K6"( s="\d+")?/>', r'<c r="K6"\1 t="b"><v>1</v></c>', text)

    said = read_own(with_xml(as_book_file(book), broken), "kịch bản.xlsx", Language.VI)
    assert said is not None
    told = complaints(said)
    assert [re.search(r"ô (\w+):", line)[1] for line in told] == ["H5", "G6", "K6"]  # type: ignore[index]
    assert all("công thức chưa tính" in line for line in told)


def test_a_missing_column_and_a_missing_sheet_are_told_and_nothing_else(book: Book) -> None:
    def cut(name: str, text: str) -> str:
        return text.replace("Thời lượng<", "Bao lâu<")

    said = read_own(with_xml(as_book_file(book), cut), "kịch bản.xlsx", Language.VI)
    assert said is not None
    (told,) = complaints(said)
    assert told.startswith('kịch bản.xlsx, trang tính “Kịch bản”, dòng 3: thiếu cột "Thời lượng"; thêm lại')
    without = type(book)(
        book.title,
        book.language,
        (book.sheets[0], *book.sheets[2:]),
        book.lists,
        book.name_of_lists,
        book.told,
    )
    assert [line for line in complaints(says(without)) if "thiếu trang tính" in line]


# What the sheets hold is what the form has


BESIDE = {"guessed", "doubts", "signals", "gear", "list"}
"""What a workbook leaves out: of a list file it has the people."""


def test_every_key_of_the_form_has_a_column_but_for_guesses_signals_and_files() -> None:
    held = set().union(*CARRIES.values())
    for form in FORMS:
        if form not in (PeriodForm, SignalForm, GearForm, MscForm):
            assert set(keys(form)) - held <= BESIDE, form
    assert {field.path[1] for field in HEAD_FIELDS if field.path[0] == "period"} == set(keys(PeriodForm))


@pytest.mark.parametrize("language", Language)
def test_no_two_heads_of_a_sheet_and_no_two_choices_of_a_list_are_one(language: Language) -> None:
    for kind in COLUMNS:
        found = [head.casefold() for head in heads(kind, language)]
        assert len(set(found)) == len(found), kind
    for name in LISTS:
        for value, words in choices(name, language).items():
            assert chosen(name, words) == value
            assert chosen(name, words.upper()) == value
