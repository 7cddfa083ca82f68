"""The words of a line, less what is no word of it."""

from __future__ import annotations

import unicodedata
from datetime import timedelta

import pytest

from runofshow.documents.finding.words.labels import clean_label

CHAO_CO = "Chào cờ"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("- Chào cờ;", None),
        ("– Chào cờ.", None),
        ("* Chào cờ", None),
        ("+ Chào cờ", None),
        ("❖ Chào cờ", None),
        ("• Chào cờ:", None),
        ("\uf0b7 Chào cờ", None),
        ("1. Chào cờ", "1"),
        ("1) Chào cờ", "1"),
        ("1/ Chào cờ", "1"),
        ("1- Chào cờ", "1"),
        ("01. Chào cờ", "01"),
        ("(1) Chào cờ", "1"),
        ("a) Chào cờ", "a"),
        ("đ) Chào cờ", "đ"),
        ("a. Chào cờ", "a"),
        ("I. Chào cờ", "I"),
        ("IV. Chào cờ", "IV"),
        ("3.7. Chào cờ", "3.7"),
        ("3.7 Chào cờ", "3.7"),
        ("Bước 2: Chào cờ", "Bước 2"),
        ("- 3. Chào cờ", "3"),
    ],
)
def test_bullets_numbers_and_closing_signs_are_no_words(text: str, number: str | None) -> None:
    label = clean_label(text)
    assert (label.title, label.number) == (CHAO_CO, number)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Chào cờ (5 phút)", 5),
        ("Chào cờ (5')", 5),
        ("Chào cờ (khoảng 5 phút)", 5),
        ("Chào cờ (thời gian: 5 phút)", 5),
        ("Chào cờ (từ 3 - 5 phút)", 5),
        ("Chào cờ: 5 phút", 5),
        ("Chào cờ - 5 phút", 5),
        ("Chào cờ (1 giờ 30 phút)", 90),
    ],
)
def test_a_length_is_taken_off_and_read(text: str, minutes: int) -> None:
    label = clean_label(text)
    assert (label.title, label.length) == (CHAO_CO, timedelta(minutes=minutes))


@pytest.mark.parametrize("text", ["giải lao 15p", "giải lao 15 phút", "giải lao 15'"])
def test_behind_a_break_a_number_of_minutes_is_its_length(text: str) -> None:
    label = clean_label(text)
    assert (label.title, label.length) == ("giải lao", timedelta(minutes=15))


def test_a_length_of_each_is_not_that_of_all() -> None:
    label = clean_label("Tham luận (5 phút/tham luận)")
    assert (label.title, label.length, label.length_text) == ("Tham luận", None, "5 phút/tham luận")


@pytest.mark.parametrize(
    "text",
    [
        "Báo cáo tham luận của các cơ quan, đơn vị (từ 3 - 4 tham luận)",
        "Phát động phong trào thi đua giai đoạn (2020 - 2025)",
        "Chiếu video sơ kết 05 năm thực hiện Chỉ thị số 34-CT/TW",
        "03 tiết mục văn nghệ",
        "5 năm nhìn lại",
        "Bế mạc Hội nghị (kèm đề cương)",
    ],
)
def test_counts_years_and_numbers_of_papers_stay(text: str) -> None:
    label = clean_label(f"- {text};")
    assert (label.title, label.number, label.length) == (text, None, None)


def test_what_may_be_is_marked_and_stays_as_written() -> None:
    label = clean_label("- Văn nghệ chào mừng (nếu có);")
    assert label.optional
    assert label.title == "Văn nghệ chào mừng (nếu có)"


def test_a_second_sentence_of_what_may_be_is_a_note() -> None:
    label = clean_label("- Báo cáo tổng kết (Có đề cương). Có thể xây dựng phóng sự, video clip;")
    assert label.title == "Báo cáo tổng kết (Có đề cương)"
    assert label.notes == "Có thể xây dựng phóng sự, video clip"


def test_words_come_out_composed() -> None:
    assert clean_label(unicodedata.normalize("NFD", "- Chào cờ")).title == CHAO_CO
