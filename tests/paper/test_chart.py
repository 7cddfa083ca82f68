"""Plan against actual as a picture: where everything stands, and what is drawn."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from runofshow.core.value import replace
from runofshow.paper.chart.drawing import drawings
from runofshow.paper.chart.layout import NOTE, SIZE, Layout, layouts, size_for
from runofshow.paper.lines import width_of
from runofshow.paper.markdown import as_markdown
from runofshow.paper.page import as_page
from runofshow.paper.sheet import Chart, Lane, Level, Paper, Post
from tests.paper.charts import EIGHT, LEGEND, LONG, after, bar, boxes, chart, element, many, words

PLANNED = {"stroke": "#000"}
UNDONE = {"stroke": "#555"}
ACTUAL = {"fill": "#8fa3b8"}
OVER = {"fill": "#7a1212"}


def of(*lanes: Lane, posts: tuple[Post, ...] = ()) -> Chart:
    return Chart("Buổi sáng", lanes, LEGEND, posts)


def pictures(shown: Chart) -> tuple[Layout, ...]:
    return layouts(shown, *size_for(landscape=False))


def test_a_bar_stands_at_its_hour_and_is_as_long_as_it_took() -> None:
    (drawing,) = drawings(of(Lane("1", bar(0, 60), bar(15, 45))), landscape=False)
    ((planned, whole),) = boxes(drawing, **PLANNED)
    ((actual, lasted),) = boxes(drawing, **ACTUAL)
    assert actual - planned == pytest.approx(whole / 4, abs=0.02)
    assert lasted == pytest.approx(whole / 2, abs=0.02)


def test_what_is_longer_than_its_plan_is_dark_from_there_on() -> None:
    (drawing,) = drawings(of(Lane("1", bar(0, 20), bar(5, 35))), landscape=False)
    ((_, whole),) = boxes(drawing, **PLANNED)
    ((actual, lasted),) = boxes(drawing, **ACTUAL)
    ((over, longer),) = boxes(drawing, **OVER)
    assert lasted > whole
    assert over == pytest.approx(actual + whole, abs=0.02)
    assert longer == pytest.approx(lasted - whole, abs=0.02)


def test_what_kept_its_length_has_nothing_dark_however_late_it_began() -> None:
    (drawing,) = drawings(of(Lane("1", bar(0, 20), bar(15, 35))), landscape=False)
    assert boxes(drawing, **OVER) == []


def test_a_moment_is_seen_in_a_whole_day() -> None:
    (drawing,) = drawings(
        of(Lane("1", bar(0, 1000), bar(0, 1000)), Lane("2", None, bar(9, 9))), landscape=False
    )
    assert min(width for _, width in boxes(drawing, **ACTUAL)) == pytest.approx(0.75)


def test_a_skipped_item_is_a_broken_outline_and_an_inserted_one_has_no_plan() -> None:
    (drawing,) = drawings(of(Lane("1", bar(0, 20)), Lane("2", None, bar(0, 9))), landscape=False)
    assert (len(boxes(drawing, **UNDONE)), len(boxes(drawing, **PLANNED))) == (1, 0)
    assert (len(boxes(drawing, **ACTUAL)), len(boxes(drawing, **OVER))) == (1, 0)


def test_an_end_that_nobody_knows_is_a_point() -> None:
    (over,) = drawings(of(Lane("1", bar(0, 20), bar(0, 9))), landscape=False)
    (still,) = drawings(of(Lane("1", bar(0, 20), bar(0, 9, is_open=True))), landscape=False)
    assert (over.svg.count("<polygon"), still.svg.count("<polygon")) == (0, 1)


@pytest.mark.parametrize("landscape", [False, True])
def test_every_word_stands_whole_in_the_picture(landscape: bool) -> None:
    (drawing,) = drawings(chart(), landscape)
    shown = words(drawing)
    for lane in chart().lanes:
        for text in (lane.label, lane.note, lane.off):
            assert text.replace(" ", "") in shown
    for text in (LEGEND.planned, LEGEND.over, LEGEND.undone, LEGEND.off, *(p.label for p in chart().posts)):
        assert text.replace(" ", "") in shown


def test_no_word_of_a_label_reaches_the_hours() -> None:
    (picture,) = pictures(of(Lane(LONG * 3, bar(0, 9)), Lane("x" * 300, bar(9, 20), note="y" * 200)))
    for at in picture.lanes:
        assert all(width_of(line, SIZE) < picture.scale.left for line in at.lines)
        assert all(width_of(line, NOTE) < picture.scale.left for line in at.notes)


def test_hours_are_written_over_and_under_the_lanes() -> None:
    (drawing,) = drawings(of(Lane("1", bar(0, 60), bar(0, 60))), landscape=False)
    hours = re.findall(r">(\d\d:\d\d)</text>", drawing.svg)
    assert hours == [hour for hour in hours[::2] for _ in range(2)]
    assert hours[::2] == ["08:00", "08:10", "08:20", "08:30", "08:40", "08:50", "09:00"]


def test_lengths_are_written_in_minutes_from_nothing_on() -> None:
    lengths = replace(of(Lane("1", bar(-480, -455), bar(-480, -445))), of_lengths=True)
    assert [text for _, text in pictures(lengths)[0].ticks] == [
        "0'",
        "5'",
        "10'",
        "15'",
        "20'",
        "25'",
        "30'",
        "35'",
    ]


def test_a_day_begins_with_its_date() -> None:
    night = of(Lane("1", bar(15 * 60, 18 * 60), bar(15 * 60, 18 * 60)))
    ((*_, last),) = ([text for _, text in picture.ticks] for picture in pictures(night))
    assert last == "02:00"
    assert "28/3" in [text for _, text in pictures(night)[0].ticks]


def test_a_line_over_all_lanes_tells_the_hard_out() -> None:
    (picture,) = pictures(chart())
    planned, hard = picture.marks
    assert (hard.post.label, hard.x) == ("Hạn 09:15", picture.scale.x(after(75)))
    assert hard.row != planned.row, "two labels would stand in one another"


def test_a_chart_without_a_bar_is_no_picture() -> None:
    assert drawings(of(Lane("1"), Lane("2")), landscape=False) == ()
    assert drawings(of(), landscape=True) == ()


@pytest.mark.parametrize("landscape", [False, True])
def test_three_hundred_items_stand_once_each_on_pages_that_they_fit_on(landscape: bool) -> None:
    width, tallest = size_for(landscape)
    made = layouts(many(300), width, tallest)
    assert [at.lane for picture in made for at in picture.lanes] == list(many(300).lanes)
    assert all(picture.height <= tallest for picture in made)
    assert all(picture.lanes[-1].lane.level is not Level.HEADING for picture in made[:-1])
    titles = [" ".join(picture.title) for picture in made]
    assert titles == ["Cả ngày", *("Cả ngày (tiếp)" for _ in made[1:])]


def test_a_line_that_is_higher_than_a_page_is_whole_on_one_of_its_own() -> None:
    tall = Lane("Nghị quyết " * 600, bar(5, 9), bar(5, 9))
    first, second, third = pictures(of(Lane("1", bar(0, 5)), tall, Lane("3", bar(9, 12))))
    assert [len(each.lanes) for each in (first, second, third)] == [1, 1, 1]
    assert " ".join(second.lanes[0].lines) == tall.label.strip()


_MINUTES = st.floats(0, 3000)
_BARS = st.none() | st.builds(lambda start, lasts: bar(start, start + lasts), _MINUTES, st.floats(0, 400))
_LANES = st.builds(Lane, st.text("Báo cáo tổng kết ", max_size=90), _BARS, _BARS, st.sampled_from(Level))
_POSTS = st.builds(Post, st.builds(after, st.floats(-600, 4000)), st.just("Hạn 11:30"), st.booleans())


@given(st.lists(_LANES, max_size=60), st.lists(_POSTS, max_size=4), st.booleans())
def test_everything_stands_where_it_can_be_seen(
    lanes: list[Lane], posts: list[Post], landscape: bool
) -> None:
    width, tallest = size_for(landscape)
    made = layouts(of(*lanes, posts=tuple(posts)), width, tallest)
    if any(lane.planned or lane.actual for lane in lanes):
        assert [at.lane for picture in made for at in picture.lanes] == lanes
        assert {mark.post for picture in made for mark in picture.marks} == set(posts)
    for picture in made:
        assert picture.height <= tallest
        scale = picture.scale
        hours = [scale.x(at) for at, _ in picture.ticks]
        assert hours[0] == scale.left
        assert hours[-1] == pytest.approx(scale.right)
        assert all(later - sooner > 20 for sooner, later in pairwise(hours))
        for at in picture.lanes:
            assert picture.top <= at.top < at.top + at.height <= picture.bottom + 0.01
            for each in (at.lane.planned, at.lane.actual):
                assert each is None or scale.hours.start <= each.start <= each.end <= scale.hours.end
        for mark in picture.marks:
            assert 0 <= mark.left <= mark.left + mark.width <= width + 0.01
        for one in picture.marks:
            for other in picture.marks:
                apart = one.left + one.width < other.left or other.left + other.width < one.left
                assert one is other or apart or one.row != other.row


@given(st.floats(0, 1), st.floats(1, 2000))
def test_an_hour_stands_as_far_along_as_it_is(share: float, minutes: float) -> None:
    (picture,) = pictures(of(Lane("1", bar(0, minutes))))
    scale = picture.scale
    at = scale.hours.start + (scale.hours.end - scale.hours.start) * share
    along = (scale.x(at) - scale.left) / (scale.right - scale.left)
    assert along == pytest.approx(share, abs=1e-6)
    assert scale.hours.start <= EIGHT < EIGHT + timedelta(minutes=minutes) <= scale.hours.end


HOSTILE = "</text></svg><script>alert(1)</script><image href='//evil.example'/> & \"x\""


def test_what_people_wrote_is_text_and_never_markup() -> None:
    lane = replace(chart().lanes[0], label=HOSTILE, note=HOSTILE, off=HOSTILE)
    hostile = replace(chart(), title=HOSTILE, told=HOSTILE, lanes=(lane,), posts=(Post(EIGHT, HOSTILE),))
    (drawing,) = drawings(hostile, landscape=False)
    plain = drawings(replace(chart(), lanes=chart().lanes[:1]), landscape=False)[0]
    assert {each.tag for each in element(drawing).iter()} == {each.tag for each in element(plain).iter()}
    page = LexborHTMLParser(as_page(Paper("x", "vi", (hostile,))))
    assert page.css("script, image, img") == []
    assert "alert(1)" in page.css("figure.chart svg desc")[0].text()


def test_a_picture_asks_nothing_of_any_address_and_has_words_for_those_who_do_not_see_it() -> None:
    (drawing,) = drawings(chart(), landscape=False)
    assert not re.search(r"https?:|//\w|url\(|href|@import| style=", drawing.svg)
    root = element(drawing)
    assert root.attrib["role"] == "img"
    assert (root[0].tag, root[0].text) == ("title", "Buổi sáng · 27/3/2026")
    assert (root[1].tag, root[1].text) == ("desc", chart().told)


def test_markdown_says_where_the_picture_is() -> None:
    assert as_markdown(Paper("x", "vi", (chart(),))).strip() == chart().instead


def test_a_page_has_each_picture_in_a_box_that_moves_by_itself() -> None:
    page = LexborHTMLParser(as_page(Paper("x", "vi", (many(100),))))
    assert len(page.css("figure.chart > svg")) == len(drawings(many(100), landscape=False)) > 1
    assert ".chart { margin: 4pt 0 8pt; overflow-x: auto" in page.css("style")[0].text()
