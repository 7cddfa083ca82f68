"""Rows that are reckoned when somebody asks for them."""

from __future__ import annotations

from runofshow.core.reckoned import Reckoned


def test_a_member_is_reckoned_once_and_by_whoever_asks_first() -> None:
    asked: list[int] = []

    def square(at: int) -> int:
        asked.append(at)
        return at * at

    squares = Reckoned(5, square, {"three": 3})
    assert asked == []
    assert (squares.of("three"), squares.of("nine"), squares.of(None)) == (9, None, None)
    assert (squares[-1], squares[1:3], squares[3]) == (16, (1, 4), 9)
    assert asked == [3, 4, 1, 2]
    assert (len(squares), squares == (0, 1, 4, 9, 16), squares == squares, squares == [0]) == (
        5,
        True,
        True,
        False,
    )
    assert repr(squares) == "(0, 1, 4, 9, 16)"
    assert sorted(asked) == [0, 1, 2, 3, 4]
