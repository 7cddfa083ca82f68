"""How wide text is, and where its lines are broken."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.paper.lines import broken, width_of

_TEXT = st.text("aăâáặBĐđêệghiklMmnôơợpuưựWy 1,.\n", max_size=80)


def test_a_word_is_as_wide_as_its_letters_in_times() -> None:
    # C 667, h 500, a 444, o 500 thousandths of the type
    assert width_of("Chao", 10) == pytest.approx(21.11)
    assert width_of("Chào", 10) == pytest.approx(21.11)
    assert width_of("Chào", 10, bold=True) == pytest.approx(22.78)


def test_a_letter_is_as_wide_however_its_marks_are_written() -> None:
    assert width_of(unicodedata.normalize("NFD", "Nguyễn Thị Ợ"), 9) == width_of("Nguyễn Thị Ợ", 9)


def test_lines_are_broken_between_words() -> None:
    assert broken("Báo cáo tổng kết năm", 60, 12) == ("Báo cáo", "tổng kết", "năm")
    assert broken("Kính mời\nĐại biểu", 100, 12) == ("Kính mời", "Đại biểu")


@given(_TEXT, st.floats(15, 200), st.booleans())
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: float, bold: bool) -> None:
    lines = broken(text, width, 9, bold)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line, 9, bold) <= width for line in lines)
