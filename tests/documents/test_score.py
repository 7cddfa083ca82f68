"""The scorer itself: what it takes for right, and what a miss costs."""

from __future__ import annotations

from runofshow.core.value import replace
from tests.documents.score import Item, Programme, score

OPENING = Item(title="Khai mạc", kind="opening", start="08:00", end="08:10", by="Bà Lê Thị Sen")
REPORT = Item(title="Báo cáo tổng kết", kind="report", start="08:10", end="08:30", by="Phòng Nội vụ")
PAPERS = Item(title="Tham luận", kind="paper", start="08:30", end="09:00")
CLOSING = Item(title="Tổng kết và bế mạc", kind="summary", also=("closing",), start="09:00", end="09:10")
TRUTH = Programme(title="Hội nghị tổng kết", items=(OPENING, REPORT, PAPERS, CLOSING))


def told(truth: Programme, got: Programme) -> tuple[float, list[str]]:
    each = score(truth, got)
    return round(each.total, 2), [miss.what for miss in each.misses]


def test_the_truth_itself_has_all_points() -> None:
    assert told(TRUTH, TRUTH) == (100, [])


def test_signs_and_case_are_not_words() -> None:
    shouted = replace(OPENING, title="KHAI MẠC.")
    assert told(TRUTH, replace(TRUTH, items=(shouted, REPORT, PAPERS, CLOSING))) == (100, [])


def test_a_missing_item_loses_its_part_of_every_share() -> None:
    assert told(TRUTH, replace(TRUTH, items=(OPENING, REPORT, PAPERS))) == (
        100 - (40 + 25 + 20) / 4,
        ["missing"],
    )


def test_an_invented_item_costs_one_point() -> None:
    guest = Item(title="Đại diện Liên đoàn Lao động", kind="other")
    assert told(TRUTH, replace(TRUTH, items=(OPENING, guest, REPORT, PAPERS, CLOSING))) == (99, ["invented"])


def test_items_out_of_order_are_missing_in_one_place_and_invented_in_another() -> None:
    _, misses = told(TRUTH, replace(TRUTH, items=(REPORT, OPENING, PAPERS, CLOSING)))
    assert sorted(misses) == ["invented", "missing"]


def test_an_hour_that_the_paper_does_not_give_is_a_miss() -> None:
    timeless = Programme(items=(Item(title="Khai mạc", kind="opening"), Item(title="Bế mạc", kind="closing")))
    assumed = replace(timeless, items=(replace(timeless.items[0], start="08:00"), timeless.items[1]))
    assert told(timeless, assumed) == (100 - 25 / 4, ["start"])


def test_the_second_kind_of_a_joined_line_has_half() -> None:
    swapped = replace(CLOSING, kind="closing", also=("summary",))
    assert told(TRUTH, replace(TRUTH, items=(OPENING, REPORT, PAPERS, swapped))) == (
        100 - 20 / 4 / 2,
        ["kind"],
    )


def test_a_second_kind_that_may_be_there_is_right_either_way() -> None:
    truth = Programme(items=(replace(CLOSING, also=("closing", "?pledge")),))
    for also in (("closing",), ("closing", "pledge")):
        assert told(truth, Programme(items=(replace(CLOSING, also=also),))) == (100, [])
    assert told(truth, Programme(items=(replace(CLOSING, also=("pledge",)),)))[1] == ["also"]


def test_a_plan_without_a_programme_loses_the_items_share_to_any_invention() -> None:
    decree = Programme(title="Quyết định")
    assert told(decree, decree) == (100, [])
    assert told(decree, replace(decree, items=(OPENING,))) == (59, ["invented"])


def test_either_of_two_right_readings_has_all_points() -> None:
    open_to_both = Programme(
        items=(replace(OPENING, title=("Khai mạc", "Bà Lê Thị Sen khai mạc")),),
        alternatives=((replace(CLOSING, kind=("summary", "closing")),),),
    )
    assert told(open_to_both, Programme(items=(replace(OPENING, title="Bà Lê Thị Sen khai mạc"),))) == (
        100,
        [],
    )
    assert told(open_to_both, Programme(items=(CLOSING,))) == (100, [])


def test_a_line_that_may_be_a_heading_is_neither_missed_nor_invented() -> None:
    heading = Item(title="Phần nghi thức", maybe=True)
    under = replace(OPENING, parent=0)
    truth = Programme(items=(heading, under))
    assert told(truth, Programme(items=(heading, under))) == (100, [])
    assert told(truth, Programme(items=(OPENING,))) == (100, [])
