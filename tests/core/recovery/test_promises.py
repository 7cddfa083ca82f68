"""What leaders who must go were promised."""

from __future__ import annotations

from typing import Any

import pytest

from runofshow.core.agenda import Award, Leader
from runofshow.core.recovery.promises import promised
from runofshow.core.recovery.yielding import may_be_dropped, may_be_shortened
from runofshow.core.running_order import running_order
from tests.core.shows import agenda, heading, item, minutes

MINH = "Đồng chí Trần Minh Quang, Phó Chủ tịch UBND tỉnh"
PLAN = agenda(
    item("a", 10, by="đồng chí Trần Minh Quang"),
    item("b", 10, by="Ông Minh Quang"),
    item("c", 10, award=Award(presenter="Trần Minh Quang, Phó Chủ tịch UBND tỉnh; bà Hoa")),
    item("d", 10, award=Award(reader="Đ/c TRẦN MINH QUANG")),
    heading("e", item("e1", 5), item("e2", 5)),
    item("f", 10, award=Award(presenter="Bà Hoa")),
)


def ids(leader: Leader) -> list[str]:
    return [place.item.item_id for place in promised(running_order(PLAN), leader)]


def test_a_leaders_own_items_are_those_that_name_them() -> None:
    assert ids(Leader("l", MINH)) == ["a", "c", "d"]


def test_an_item_is_promised_by_its_id_or_by_that_of_its_heading() -> None:
    assert ids(Leader("l", "Ông Nguyễn Tất", before_leaving=("e", "b"))) == ["b", "e1", "e2"]


def test_a_name_that_is_an_address_alone_is_looked_for_as_it_is() -> None:
    assert ids(Leader("l", "Bà")) == ["c", "f"]


@pytest.mark.parametrize(
    ("more", "drops"),
    [
        ({}, False),
        ({"optional": True}, True),
        ({"optional": True, "may_drop": False}, False),
        ({"may_drop": True}, True),
        ({"may_drop": True, "protected": True}, False),
    ],
)
def test_what_may_be_left_out(more: dict[str, Any], drops: bool) -> None:
    assert may_be_dropped(item("a", 10, **more)) is drops


def test_what_may_be_shortened_has_less_than_it_lasts() -> None:
    assert may_be_shortened(item("a", 10, min=minutes(9)))
    assert not may_be_shortened(item("a", 10, min=minutes(10)))
    assert not may_be_shortened(item("a", 10))
    assert not may_be_shortened(item("a", 10, min=minutes(9), protected=True))
