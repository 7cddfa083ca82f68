"""The day at a glance: bars by the hours, and what stands at one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core.day import Axis, Day, DayPost, Piece, PostKind, axis, day_of, label_of, spots, strips
from runofshow.core.end_outlook import EndOutlook
from runofshow.core.people_seen import LeaderNow
from runofshow.core.phases import ItemState
from runofshow.core.timeline import Span
from tests.core.shows import MINUTE, Stage, agenda, at, four_items, heading, item, minutes, two_sessions

HERE = timezone(timedelta(hours=7))


def day(
    stage: Stage,
    hard_outs: Sequence[datetime] = (),
    leaders: Sequence[LeaderNow] = (),
    outlook: EndOutlook | None = None,
    session: str = "s1",
) -> Day | None:
    return day_of(stage.picture.rows, stage.now, hard_outs, leaders, outlook, HERE, session)


def shown(found: Day | None) -> list[tuple[str, str, str]]:
    assert found is not None
    return [(piece.number, said(piece.planned), said(piece.expected)) for piece in found.pieces]


def said(span: Span | None) -> str:
    return "" if span is None else f"{span.start:%H:%M}-{span.end:%H:%M}"


def test_the_plan_stands_above_and_below_what_was_and_is_expected() -> None:
    stage = Stage(four_items()).at("8:03")
    stage.do(c.Start())
    stage.at("8:15").do(c.Advance())
    assert shown(day(stage)) == [
        ("a", "15:00-15:10", "15:03-15:15"),
        ("b", "15:10-15:30", "15:15-15:35"),
        ("c", "15:30-15:35", "15:35-15:40"),
        ("d", "15:35-15:45", "15:40-15:50"),
    ]


def test_a_heading_is_one_bar_with_all_its_parts_and_a_skipped_line_is_expected_nowhere() -> None:
    stage = Stage(agenda(heading("a", item("a1", 5), item("a2", 7)), item("b", 5), item("c", 5)))
    stage.do(c.Skip("b"))
    assert shown(day(stage)) == [
        ("a", "15:00-15:12", "15:00-15:12"),
        ("b", "15:12-15:17", ""),
        ("c", "15:17-15:22", "15:12-15:17"),
    ]


def test_a_break_to_an_hour_is_planned_no_longer_than_to_what_comes_next() -> None:
    stage = Stage(agenda(item("a", 20), item("b", 10, until=at("8:30")), item("c", 5))).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    assert shown(day(stage)) == [
        ("a", "15:00-15:20", "15:00-15:10"),
        ("b", "15:20-15:30", "15:10-15:30"),
        ("c", "15:30-15:35", "15:30-15:35"),
    ]


def test_what_was_moved_is_planned_where_it_was() -> None:
    stage = Stage(four_items())
    stage.do(c.Move("b", before="d"))
    found = day(stage)
    assert shown(found) == [
        ("a", "15:00-15:10", "15:00-15:10"),
        ("c", "15:30-15:35", "15:10-15:15"),
        ("b", "15:10-15:30", "15:15-15:35"),
        ("d", "15:35-15:45", "15:35-15:45"),
    ]
    assert found is not None
    planned = [(piece, piece.planned) for piece in found.pieces]
    bars = [(piece, span) for piece, span in planned if span is not None]
    assert [one.piece.number for one in strips(bars, found.axis(0.1), 45, len)] == ["a", "b", "c", "d"]


def test_what_came_in_later_has_no_plan() -> None:
    stage = Stage(agenda(item("a", 10), item("b", 5)))
    stage.do(c.Insert("a", "Phút mặc niệm", MINUTE))
    assert [(planned, expected) for _, planned, expected in shown(day(stage))] == [
        ("15:00-15:10", "15:00-15:10"),
        ("", "15:10-15:11"),
        ("15:10-15:15", "15:11-15:16"),
    ]


def test_it_is_the_day_of_the_session_with_all_that_day_and_no_other() -> None:
    plan = two_sessions()
    stage = Stage(plan)
    assert [number for number, *_ in shown(day(stage, session="s2"))] == ["a", "b", "c", "d"]
    late = at("17:30")
    posts = day(stage, [at("8:45"), late], session="s2")
    assert posts is not None
    # half past five is half past midnight there
    assert [post.at for post in posts.posts] == [at("8:45")]
    assert day(stage, session="another") is None


def test_hard_outs_and_leaders_stand_at_their_hours_until_they_are_there() -> None:
    leaders = [
        LeaderNow(person_id="p1", leader_id="l1", name="Bí thư", arrives_at=at("8:20"), leaves_at=at("8:40")),
        LeaderNow(person_id="p2", leader_id="l2", name="Chủ tịch", arrives_at=at("8:10"), here=True),
        LeaderNow(person_id="p3", leader_id="l3", name="Phó Chủ tịch"),
    ]
    found = day(Stage(four_items()), [at("9:00")], leaders)
    assert found is not None
    assert found.posts == (
        DayPost(PostKind.ARRIVES, at("8:20"), "Bí thư"),
        DayPost(PostKind.LEAVES, at("8:40"), "Bí thư"),
        DayPost(PostKind.HARD_OUT, at("9:00")),
    )


def test_the_hours_take_in_the_latest_end_and_every_post() -> None:
    outlook = EndOutlook(session_id="s1", low=at("8:40"), mid=at("8:50"), high=at("9:12"))
    found = day(Stage(four_items()), [at("9:00")], outlook=outlook)
    assert found is not None
    hours = found.axis(1 / 10)
    assert (f"{hours.start:%H:%M}", f"{hours.end:%H:%M}", hours.step) == ("15:00", "16:20", 10 * MINUTE)
    assert [f"{tick:%H:%M}" for tick in hours.ticks()][:2] == ["15:00", "15:10"]
    assert hours.share(at("8:40")) == 0.5
    alone = day(Stage(four_items()))
    assert alone is not None
    assert f"{alone.axis(1 / 10).end:%H:%M}" == "15:45"


def test_an_axis_has_whole_steps_of_at_least_the_share_and_ten_minutes() -> None:
    start = at("8:07")
    assert axis(start, start, 0.2) == Axis(at("8:06"), at("8:18"), 2 * MINUTE)
    days = axis(start, start + timedelta(days=9), 0.5)
    assert days.step == timedelta(days=5)


PIECE = Piece("4", "Báo cáo tổng kết, phương hướng", ItemState.UPCOMING, None, None)


def test_a_label_has_whole_words_or_the_number_or_nothing() -> None:
    labels = {room: label_of(PIECE, room, len) for room in (40, 32, 31, 20, 19, 10, 9, 1, 0)}
    assert labels == {
        40: "4 Báo cáo tổng kết, phương hướng",
        32: "4 Báo cáo tổng kết, phương hướng",
        31: "4 Báo cáo tổng kết, phương…",
        20: "4 Báo cáo tổng kết…",
        19: "4 Báo cáo tổng kết…",
        10: "4 Báo cáo…",
        9: "4",
        1: "4",
        0: "",
    }


def bars(*lengths: float) -> list[tuple[Piece, Span]]:
    found, start = [], at("8:00")
    for number, length in enumerate(lengths, start=1):
        piece = Piece(str(number), "Mục", ItemState.UPCOMING, None, None)
        found.append((piece, Span(start, start + minutes(length))))
        start += minutes(length)
    return found


def test_a_short_bar_has_a_cell_and_nothing_stands_beyond_the_room() -> None:
    hours = axis(at("8:00"), at("9:00"), 0.5)
    cut = [(one.left, one.right, one.label) for one in strips(bars(30, 0, 1, 29, 60), hours, 20, len)]
    assert cut == [(0, 10, "1 Mục"), (10, 11, ""), (11, 12, ""), (12, 20, "4 Mục")]


@given(st.lists(st.integers(0, 90), min_size=1, max_size=60), st.integers(1, 240))
def test_bars_never_lie_over_each_other(lengths: list[float], width: int) -> None:
    found = bars(*lengths)
    hours = axis(found[0][1].start, found[-1][1].end, 0.1)
    at_cell = 0
    for one in strips(found, hours, width, len):
        assert at_cell <= one.left < one.right <= width
        assert not one.label or len(one.label) < one.right - one.left
        at_cell = one.right


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 60)), max_size=12))
def test_labels_touch_no_other_and_stay_in_the_room(labels: list[tuple[float, float]]) -> None:
    found = list(zip(labels, spots(labels, 100, 2), strict=True))
    for (_, wide), spot in found:
        assert spot.left >= 0
        assert spot.left + wide <= 100.001
    taken: Any = [(spot.row, spot.left, spot.left + wide) for (_, wide), spot in found]
    for index, (row, start, end) in enumerate(taken):
        for other, left, right in taken[index + 1 :]:
            assert row != other or end + 1.999 <= left or right + 1.999 <= start
