"""How high things stand on paper."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from runofshow.paper.heights import Type, line_starts, paragraph_height, row_height, told_height
from runofshow.paper.sheet import Cell, Column, Level, Paragraph, Row, Run, Style, cell, paragraph
from runofshow.paper.type_widths import word_width


def lines(text: str, width: float, size: float = 10) -> list[str]:
    starts = line_starts((Run(text),), Type(size), width)
    return [text[start:end] for start, end in pairwise((*starts, len(text)))]


def test_a_line_takes_the_words_that_fit() -> None:
    # ten points: a figure is 5 wide, a space 2.5
    assert lines("11 22 33", 26) == ["11 22 ", "33"]
    assert lines("11 22 33", 40) == ["11 22 33"]
    assert lines("11\n22", 40) == ["11\n", "22"]
    assert lines("", 40) == [""]


def test_a_tied_name_is_not_broken_and_a_word_without_end_is() -> None:
    assert lines("và Lê\u00a0Thị", 30) == ["và ", "Lê\u00a0Thị"]
    assert lines("1" * 10, 26) == ["11111", "11111"]
    assert lines("x " + "1" * 7, 26) == ["x ", "11111", "11"]


def test_a_line_may_end_behind_a_hyphen_before_a_letter() -> None:
    assert lines("12/KH-UBND", 40) == ["12/KH-", "UBND"]
    assert lines("11 2020-2025", 40) == ["11 ", "2020-202", "5"]


def test_bold_and_small_runs_have_their_own_widths() -> None:
    narrow = line_starts((Run("mmmm mmmm"),), Type(10), 69)
    bold = line_starts((Run("mmmm mmmm", bold=True),), Type(10), 69)
    small = line_starts((Run("mmmm mmmm", small=True),), Type(10), 60)
    assert (len(narrow), len(bold), len(small)) == (1, 2, 1)


def test_a_paragraph_is_its_lines_and_the_room_around_them() -> None:
    assert paragraph_height(paragraph("một"), 400) == 13 * 1.15 + 6
    assert paragraph_height(paragraph("một\nhai", Style.WORDS), 400) == 2 * 22 * 1.15 * 1.5 + 8


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    columns = (Column("Giờ", 1), Column("Mục", 3))
    low = row_height(Row((cell("7h"), cell("a"))), columns, 170, 12)
    high = row_height(Row((cell("7h"), cell("a", "b", "c"))), columns, 170, 12)
    assert low == told_height((Run("a"),), 300, Type(12)) + 0.5
    assert high - low == 2 * (12 * 1.15 + 3)
    assert row_height(Row((Cell(((Run("Sáng"),),)),), Level.SESSION), columns, 170, 12) == low


@given(st.text(st.sampled_from("ab ơ\u00a0đ-\n"), max_size=80), st.integers(20, 200))
def test_no_line_is_wider_than_its_column_and_no_letter_is_lost(text: str, width: int) -> None:
    parts = lines(text, width)
    assert "".join(parts) == text
    for part in parts:
        assert word_width(part.strip(" \n"), False, False) / 100 <= width


@given(st.text(st.sampled_from("ab ơ"), max_size=60), st.integers(30, 100))
def test_a_narrower_column_never_takes_fewer_lines(text: str, width: int) -> None:
    block = Paragraph((Run(text),))
    assert paragraph_height(block, width) >= paragraph_height(block, width + 40)
