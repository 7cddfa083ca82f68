"""Text measured in cells of the terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from runofshow.tui.lines import cells, cut, pad, spread, wrap, wrapped

TEXT = st.text(alphabet="aâệđ Ứ“”…漢字 \n", max_size=60)
WIDTH = st.integers(0, 80)


@given(TEXT, TEXT, WIDTH)
def test_no_line_is_wider_than_it_was_asked_to_be(left: str, right: str, width: int) -> None:
    one, two = (Segment(left.replace("\n", " ")),), (Segment(right.replace("\n", " ")),)
    assert cells(cut(one, width)) <= width
    assert cells(pad(one, width)) == width
    assert cells(spread(one, two, width)) == width


@given(TEXT, st.integers(1, 80))
def test_wrapped_lines_fit(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrap(text, width))


@given(TEXT, st.integers(2, 80))
def test_wrapping_loses_no_letter(text: str, width: int) -> None:
    assert "".join("".join(wrap(text, width)).split()) == "".join(text.split())


def test_a_name_is_wrapped_between_words() -> None:
    assert wrap("Đồng chí Trần Minh Quang, Phó Chủ tịch", 20) == ["Đồng chí Trần Minh", "Quang, Phó Chủ tịch"]


def test_what_is_cut_says_so() -> None:
    assert cut((Segment("Phong trào"),), 6)[0].text == "Phong…"
    lines = wrapped("một hai ba bốn", 8, Style(), 1)
    assert [segment.text for line in lines for segment in line] == ["một hai…"]


def test_a_right_end_that_does_not_fit_is_left_out_whole() -> None:
    line = spread((Segment("Thảo luận tại hội nghị"),), (Segment("chuẩn bị sau 3:56"),), 24)
    assert "".join(segment.text for segment in line).rstrip() == "Thảo luận tại hội nghị"
