"""How many orders one sender may give. Time is a number here."""

from __future__ import annotations

from runofshow.hall.pace import SENDERS, Pace


def test_a_sender_has_a_burst_and_then_so_many_a_second() -> None:
    pace = Pace(2.0, 3)
    assert [pace.wait("a", 0.0) for _ in range(4)] == [0, 0, 0, 0.5]
    assert pace.wait("b", 0.0) == 0
    assert pace.wait("a", 0.5) == 0
    assert pace.wait("a", 0.5) == 0.5
    assert [pace.wait("a", 100.0) for _ in range(4)] == [0, 0, 0, 0.5]


def test_only_so_many_senders_are_remembered() -> None:
    pace = Pace(2.0, 3)
    for number in range(SENDERS + 50):
        pace.wait(str(number), 0.0)
    assert len(vars(pace)["_left"]) == SENDERS
