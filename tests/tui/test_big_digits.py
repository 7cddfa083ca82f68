"""The digits of the hall: all of them, in all sizes, and never moving sideways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.tui.big_digits import GLYPHS, SIZES, Size, big, size_for, width_of

COUNTS = st.text(alphabet=GLYPHS, min_size=1, max_size=9)
sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.rows} rows")


@sizes
def test_every_glyph_is_drawn_and_differs_from_every_other(size: Size) -> None:
    drawn = {glyph: tuple(big(glyph, size)) for glyph in GLYPHS}
    assert len(set(drawn.values())) == len(GLYPHS)
    assert all(set("".join(lines)) <= set(" ▀▄█") for lines in drawn.values())


@sizes
@given(count=COUNTS)
def test_a_drawing_is_as_wide_and_high_as_its_size_says(size: Size, count: str) -> None:
    lines = big(count, size)
    assert len(lines) == size.rows
    assert {len(line) for line in lines} == {width_of(count, size)}


@sizes
def test_a_running_second_moves_no_digit(size: Size) -> None:
    assert width_of("4:11", size) == width_of("8:00", size)
    first = width_of("4", size)
    assert [line[:first] for line in big("4:26", size)] == [line[:first] for line in big("4:25", size)]


def test_the_largest_size_that_fits_is_taken_and_none_where_none_does() -> None:
    assert size_for("0:00", 1000, 1000) == SIZES[0]
    assert size_for("0:00", 1000, 2) is None
    assert size_for("0:00", 10, 50) is None


@given(COUNTS, st.integers(0, 200), st.integers(0, 30))
def test_what_is_said_to_fit_fits(count: str, width: int, rows: int) -> None:
    size = size_for(count, width, rows)
    if size is not None:
        assert width_of(count, size) <= width
        assert size.rows <= rows


def test_three_rows_look_like_this() -> None:
    assert big("1:07", SIZES[-1]) == [" ▄█  ▄ █▀▀█ ▀▀▀█", "  █    █  █    █", "  █  ▀ █▄▄█    █"]
