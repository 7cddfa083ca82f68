"""Rows that are higher than a page, in two."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from runofshow.paper.heights import BORDER_PT, Type, cell_height
from runofshow.paper.sheet import Row, cell
from runofshow.paper.torn import torn_row

TYPE = Type(11)
texts = st.lists(st.sampled_from(("Âm", "thanh,", "đầu", "mục", "+", "10", "giây:", "Nhạc")), min_size=1).map(
    " ".join
)


@given(st.lists(texts, min_size=1, max_size=3), st.integers(40, 120), st.integers(10, 90))
def test_what_stays_is_never_higher_than_its_room(lines: list[str], width: int, room: int) -> None:
    parts = torn_row(Row((cell(*lines),)), (width,), TYPE, room, "(tiếp)")
    if parts is not None:
        assert cell_height(parts[0].cells[0], width, TYPE) + BORDER_PT <= room


def test_a_line_that_fills_its_room_is_not_torn_where_its_mark_needs_another() -> None:
    row = Row((cell("Âm thanh, đầu mục + 10 giây: Nhạc mời lên lễ đài, rồi nhỏ dần khi Chủ tọa nói"),))
    assert torn_row(row, (119,), TYPE, 23, "(tiếp)") is None
    parts = torn_row(row, (119,), TYPE, 36, "(tiếp)")
    assert parts is not None
