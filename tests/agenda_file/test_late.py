"""What gives way when the show is late, and leaders who must go, in the agenda file."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runofshow.agenda_file.complaint import Severity
from runofshow.agenda_file.writing import write_agenda
from runofshow.core.agenda import Item, Leader
from runofshow.core.running_order import running_order
from tests.agenda_file.given import HEAD, TODAY, TZ, agenda_of, local, read, spots

ITEMS = """\
start: 8h00
items:
- {title: Khai mạc, kind: opening, duration: 10', by: Ông An}
- {title: Tham luận, kind: paper, id: p, duration: 9', by: Bà Hòa}
- {title: Giải lao, kind: break, id: b, duration: 15'}
"""


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def one(written: str) -> Item:
    """The item that is written so, after a heading of its own."""
    return (
        agenda_of(f"{HEAD}start: 8h00\nitems: [{{title: X, by: Ông An, {written}}}]\n").sessions[0].items[0]
    )


def warned(items: str, head: str = "") -> list[tuple[str, int, int]]:
    reading = read(f"{HEAD}{head}start: 8h00\nitems:\n{items}")
    assert reading.agenda is not None, reading.errors
    told = ("min_", "gives_", "stretch_", "before_", "leaves_")
    return [spot for spot in spots(reading, Severity.WARNING) if spot[0].startswith(told)]


@pytest.mark.parametrize(
    ("kind", "lasts", "least"),
    [
        ("break", 15, 10),
        ("break", 10, None),
        ("paper", 9, 6),
        ("paper", 7, 5),
        ("paper", 5, None),
        ("discussion", 40, 27),
        ("performance", 20, 15),
        ("video", 15, None),
        ("report", 20, None),
        ("directive", 20, None),
    ],
)
def test_custom_leaves_two_thirds_of_what_may_give_way(kind: str, lasts: int, least: int | None) -> None:
    item = one(f"kind: {kind}, duration: {lasts}'")
    assert (item.min, item.min_assumed) == (least and minutes(least), least is not None)


def test_what_is_protected_gives_nothing_away_by_custom() -> None:
    assert one("kind: discussion, duration: 40', protected: true").min is None


def test_what_shares_its_line_with_a_rite_gives_nothing_away_by_custom() -> None:
    item = one("kind: performance, also: [opening], duration: 40'")
    assert (item.min, item.importance) == (None, 5)


def test_what_is_written_counts_before_custom() -> None:
    item = one("kind: paper, duration: 9', min: 8, may_drop: có, importance: 1, stretch: 12'")
    assert (item.min, item.min_assumed, item.stretch) == (minutes(8), False, minutes(12))
    assert (item.may_drop, item.importance, item.importance_written) == (True, 1, True)


@pytest.mark.parametrize(
    ("kind", "rank"),
    [("performance", 1), ("exchange", 2), ("break", 3), ("video", 4), ("paper", 5), ("report", 5)],
)
def test_custom_says_what_gives_way_first(kind: str, rank: int) -> None:
    assert one(f"kind: {kind}").importance == rank


@pytest.mark.parametrize("said", ["0", "6", "cao", "1.5"])
def test_another_importance_is_refused(said: str) -> None:
    reading = read(f"{HEAD}items: [{{title: X, kind: paper, importance: {said}}}]\n")
    assert [each.code for each in reading.errors] == ["bad_importance"]


def test_what_a_heading_says_holds_for_each_part_that_says_nothing() -> None:
    text = (
        f"{HEAD}items:\n- {{title: Tham luận, kind: paper, min: 6', may_drop: true, importance: 2,\n"
        "   stretch: 9', parts: [{title: A, kind: paper}, {title: B, kind: paper, duration: 8',\n"
        "   min: 7', may_drop: false, importance: 4, stretch: 8.5'}]}\n"
    )
    first, second = (place.item for place in running_order(agenda_of(text)).leaves)
    assert (first.min, first.min_assumed, first.may_drop) == (minutes(6), False, True)
    assert (first.importance, first.stretch) == (2, minutes(9))
    assert (second.min, second.may_drop, second.importance) == (minutes(7), False, 4)
    assert second.stretch == minutes(8.5)


def test_a_leader_goes_at_an_hour_and_after_what() -> None:
    head = "leaders: [{name: Bà Hoa, leaves: 10h45, before_leaving: [p, '3']}]\n"
    agenda = agenda_of(f"{HEAD}{head}{ITEMS}")
    assert agenda.leaders == (Leader("leader-1", "Bà Hoa", None, None, local(10, 45), ("p", "b")),)


def test_what_is_written_is_read_as_the_same() -> None:
    head = "leaders: [{name: Bà Hoa, leaves: 10h45, before_leaving: [p]}]\n"
    own = "- {title: X, kind: paper, min: 6', may_drop: false, importance: 3, stretch: 9'}\n"
    agenda = agenda_of(f"{HEAD}{head}{ITEMS}{own}")
    text = write_agenda(agenda, tz=TZ, today=TODAY)
    assert agenda_of(text) == agenda
    assert text.count("min:") == 1


# Advice


def test_a_least_length_above_the_length_is_advised_about() -> None:
    assert warned("- {title: X, kind: paper, duration: 7', min: 8'}\n") == [("min_above_length", 5, 46)]
    assert warned("- {title: X, kind: paper, duration: 7', min: 7'}\n") == []


def test_what_is_protected_and_may_give_way_is_advised_about() -> None:
    protected = "- {title: X, kind: opening, min: 5', may_drop: true}\n"
    assert [code for code, *_ in warned(protected)] == ["gives_way_protected"] * 2
    assert warned("- {title: X, kind: opening, may_drop: false}\n") == []
    assert [code for code, *_ in warned("- {title: X, kind: opening, min: 5', may_drop: false}\n")] == [
        "gives_way_protected"
    ]


def test_a_longest_length_below_the_length_is_advised_about() -> None:
    assert warned("- {title: X, kind: paper, duration: 7', stretch: 6'}\n") == [
        ("stretch_below_length", 5, 50)
    ]


@pytest.mark.parametrize(
    ("leader", "code"),
    [
        ("leaves: 10h00, before_leaving: ['9']", "before_leaving_no_item"),
        ("before_leaving: ['1']", "leaves_unsaid"),
        ("leaves: 8h00, arrives: 8h00", "leaves_before_arriving"),
        ("leaves: 8h18, before_leaving: [p]", "leaves_too_early"),
        ("leaves: 8h19, before_leaving: [p]", ""),
        ("arrives: 8h00", ""),
    ],
)
def test_a_leader_who_must_go_is_advised_about(leader: str, code: str) -> None:
    items = ITEMS.partition("items:\n")[2]
    told = warned(items, f"leaders: [{{name: Bà Hoa, {leader}}}]\n")
    assert [each[0] for each in told] == ([code] if code else [])


def test_an_item_that_names_the_leader_is_to_be_over_before_they_go() -> None:
    items = ITEMS.partition("items:\n")[2]
    told = warned(items, "leaders: [{name: 'Đồng chí Hòa, Giám đốc Sở Nội vụ', leaves: 8h15}]\n")
    assert [each[0] for each in told] == ["leaves_too_early"]
