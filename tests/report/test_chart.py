"""The report's picture: plan against actual, a chart for each session of which anything ran."""

from __future__ import annotations

from datetime import datetime

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Leader
from runofshow.core.history import History
from runofshow.core.people import LEADER
from runofshow.core.value import replace
from runofshow.paper.chart.drawing import drawings
from runofshow.paper.sheet import Bar, Chart, Lane, Level, Paragraph, Tone
from runofshow.report import Account, overview
from runofshow.report.chart import charts
from runofshow.texts.report import EN, VI, ReportTexts
from tests.report.calling import DAY, HALL, Record, at, conference, minutes, ninh_hoa, two_days, whole_show


def account(history: History, words: ReportTexts = EN) -> Account:
    return Account(history, HALL, words, at("12:00:00"))


def drawn(history: History, words: ReportTexts = EN) -> list[Chart]:
    blocks = (block for section in charts(account(history, words)) for block in section.blocks)
    return [block for block in blocks if isinstance(block, Chart)]


def lane(history: History, label: str) -> Lane:
    (shown,) = drawn(history)
    return next(each for each in shown.lanes if each.label == label)


def bar(start: str, end: str, *, is_open: bool = False) -> Bar:
    def local(hour: str) -> datetime:
        return at(hour).astimezone(HALL).replace(tzinfo=None)

    return Bar(local(start), local(end), is_open)


def test_a_line_has_the_hours_of_the_plan_and_those_that_came_of_it() -> None:
    report = lane(whole_show().history, "3. Báo cáo tổng kết")
    assert (report.planned, report.actual) == (bar("08:25:00", "08:45:00"), bar("08:28:10", "08:49:00"))
    assert (report.off, report.tone, report.note) == ("+0:50", Tone.PLAIN, "Held for 2:10")
    closing = lane(whole_show().history, "4. Bế mạc")
    assert (closing.off, closing.tone) == ("+3:30", Tone.OVER)


def test_a_heading_goes_from_its_first_part_to_its_last() -> None:
    acts = lane(whole_show().history, "1. Văn nghệ chào mừng")
    assert acts.level is Level.HEADING
    assert (acts.planned, acts.actual) == (bar("08:00:00", "08:20:00"), bar("08:02:00", "08:22:10"))
    assert lane(whole_show().history, "1.2. Đơn ca").level is Level.PART


def test_what_came_in_has_no_plan_and_what_was_skipped_only_one() -> None:
    inserted = lane(whole_show().history, "2a. Phút mặc niệm")
    assert (inserted.planned, inserted.note) == (None, "Inserted")
    show = Record(conference()).do("08:00:00", c.Start()).do("08:01:00", c.Skip("m3"))
    skipped = lane(show.history, "3. Báo cáo tổng kết")
    assert (skipped.planned, skipped.actual) == (bar("08:25:00", "08:45:00"), None)
    assert (skipped.off, skipped.note) == ("", "Skipped")


def test_what_still_ran_is_open_where_the_record_stops() -> None:
    show = Record(conference()).do("08:00:00", c.Start()).do("08:09:00", c.TakeNote("mất điện"))
    assert lane(show.history, "1.1. Múa: Mùa xuân").actual == bar("08:00:00", "08:09:00", is_open=True)
    (shown,) = drawn(show.history)
    assert [post.label for post in shown.posts] == [
        "Planned end 08:55",
        "Hard out 09:00",
        "Journal stops 08:09",
    ]


def test_the_hard_out_is_firm_and_the_planned_end_is_not() -> None:
    (shown,) = drawn(whole_show().history, VI)
    assert [(post.label, post.firm) for post in shown.posts] == [
        ("Kết thúc theo kế hoạch 08:55", False),
        ("Hạn kết thúc 09:00", True),
    ]


def test_each_session_has_its_chart_and_one_of_which_nothing_ran_has_none() -> None:
    show = Record(two_days(), "13:00:00").do("14:00:00", c.Start())
    assert [each.title for each in drawn(show.history)] == ["Ngày thứ nhất · 27/3/2026"]
    tomorrow = DAY.replace(day=28)
    show.do("14:13:00", c.Advance()).do("08:01:00", c.Advance(), day=tomorrow)
    show.do("08:09:00", c.End(), day=tomorrow)
    assert [each.title for each in drawn(show.history)][1:] == ["Ngày thứ hai · 28/3/2026"]


def test_a_show_that_never_started_has_no_picture() -> None:
    assert list(charts(account(Record(conference()).history))) == []


@pytest.mark.parametrize("words", [VI, EN])
def test_the_picture_stands_behind_the_summary_with_words_for_those_who_do_not_see_it(
    words: ReportTexts,
) -> None:
    blocks = overview(account(whole_show().history, words)).blocks
    (place,) = (index for index, block in enumerate(blocks) if isinstance(block, Chart))
    shown = blocks[place]
    assert isinstance(shown, Chart)
    headings = [
        block.runs[0].text
        for block in blocks[:place]
        if isinstance(block, Paragraph) and block.style.value == "heading"
    ]
    assert headings == [words.summary, words.chart.title]
    for hour in ("08:02", "08:00", "09:02", "08:55"):
        assert hour in shown.told
    assert words.items in shown.told
    assert words.items in shown.instead


def test_every_item_of_ninh_hoa_has_its_line() -> None:
    agenda = ninh_hoa()
    history = Record(agenda).do("08:00:00", c.Start()).do("08:03:00", c.AddTime(minutes(1))).history
    (shown,) = drawn(history, VI)
    rows = [item for head in agenda.sessions[0].items for item in (head, *head.parts)]
    assert [each.label for each in shown.lanes] == [f"{row.number}. {row.title}" for row in rows]
    assert len(drawings(shown, landscape=False)) == 1


def test_the_hours_of_leaders_stand_among_the_posts() -> None:
    leaders = (
        Leader(
            "l1", "Đồng chí Trần Minh Quang, Phó Chủ tịch UBND tỉnh", at("08:10:00"), leaves_at=at("08:50:00")
        ),
        Leader("l2", "Bà Cao Thị Thơm", at("07:40:00")),
        Leader("l3", "Ông Đinh Công Tâm", at("15:00:00")),
    )
    show = Record(replace(conference(), leaders=leaders)).do("08:00:00", c.Start(sure=True))
    show.do("08:12:00", c.See(LEADER + "l1", True))
    (shown,) = drawn(show.history)
    assert [post.label for post in shown.posts][3:] == [
        "Đồng chí Trần Minh Quang came 08:12",
        "Đồng chí Trần Minh Quang leaves 08:50",
        "Bà Cao Thị Thơm, due 07:40",
    ]
