"""The day at a glance on the console: on a large stage by itself, and by a key on any."""

from __future__ import annotations

from rich.cells import cell_len

from runofshow.core import commands as c
from runofshow.core.end_outlook import EndOutlook
from runofshow.core.picture import take_snapshot
from runofshow.core.presence import Senses
from runofshow.tui.caller_face import Look, stage
from runofshow.tui.faces import Face
from runofshow.tui.lines import Picture, cells
from runofshow.tui.panels.day import day_board, day_lines, day_now
from tests.core.shows import Stage, agenda, at, four_items, item
from tests.tui.desk import desk
from tests.tui.hall import Venue, hall_for, pen

OUTLOOK = EndOutlook(session_id="s1", low=at("8:50"), mid=at("8:55"), high=at("9:10"))


def texts(lines: Picture) -> list[str]:
    return ["".join(segment.text for segment in line).rstrip() for line in lines]


def late() -> Stage:
    """a took 15 minutes and not 10; b runs since 8:15, and it is 8:25."""
    show = Stage(four_items()).at("8:00")
    show.do(c.Start())
    show.at("8:15").do(c.Advance())
    return show.at("8:25")


def strip(show: Stage, width: int, outlook: EndOutlook | None = None) -> list[str]:
    snapshot = take_snapshot(show.state, show.now, Senses(outlook=outlook))
    day = day_now(snapshot, pen())
    assert day is not None
    lines = day_lines(day, snapshot.over_under, pen(), width)
    assert all(cells(line) == width for line in lines)
    return texts(lines)


def test_plan_and_course_stand_over_each_other_by_the_hours() -> None:
    assert strip(late(), 60) == [
        "15:00     15:10     15:20▼    15:30     15:40     15:50",
        "a Mục a ─╴b Mục b ───────────╴c ──╴d Mục d ─╴ 15:45        ║",
        "a Mục a ━━━━━━╸b Mục b ━━━────────╴c ──╴d Mục d ─╴ 15:50   ║",
        "                      chậm 5'                      hạn 16:00",
        "",
    ]


def test_the_end_fades_from_its_earliest_to_its_latest() -> None:
    course = strip(late(), 70, OUTLOOK)[2]
    assert "▓" in course
    assert course.index("▓") < course.index("▒") < course.rindex("░")
    # what stands in letters is not hidden, and the hard out stands in the fade
    assert "d Mục d" in course
    assert "▒║" in course or "░║" in course


def test_no_sign_hides_a_blank_between_words() -> None:
    show = Stage(agenda(item("1", 20), item("2", 40, title="Bế mạc đại hội")))
    show.at("8:00").do(c.Start())
    told = EndOutlook(session_id="s1", low=at("8:22"), mid=at("8:40"), high=at("9:00"))
    course = strip(show, 60, told)[2]
    assert "2 Bế mạc đại hội" in course
    assert "▒" in course


def test_a_sign_takes_the_cells_that_it_has() -> None:
    """A wide one two, a mark on the sign before it none; `strip` counts the cells of each line."""
    plan = strip(Stage(agenda(item("1", 20, title="Đoàn 北京 h\u0323\u0306p"), item("2", 40))), 60)[1]
    assert plan.startswith("1 Đoàn 北京 h\u0323\u0306p ")
    before = strip(Stage(agenda(item("1", 20, title="Đoàn Bắc Kinh"), item("2", 40))), 60)[1]
    assert cell_len(plan[: plan.index("2 Mục")]) == cell_len(before[: before.index("2 Mục")])


def test_titles_are_never_cut_inside_a_word() -> None:
    plan = agenda(
        item("1", 20, title="Báo cáo tổng kết phong trào thi đua"),
        item("2", 40, title="Khen thưởng"),
        item("3", 5),
    )
    show = Stage(plan)
    assert strip(show, 65)[1] == "1 Báo cáo tổng… ─╴2 Khen thưởng ──────────────────────╴3 ──╴"
    assert strip(show, 50)[1].startswith("1 Báo cáo… ")
    assert strip(show, 40)[1].startswith("1 ─")


def test_a_large_stage_has_the_day_and_a_low_or_narrow_one_does_not() -> None:
    picture = late().picture
    shown = {
        size: any(
            line.lstrip().startswith("15:00") for line in texts(stage(picture, pen(), *size, Look()).picture)
        )
        for size in ((160, 45), (200, 60), (159, 45), (160, 39), (80, 24))
    }
    assert shown == {(160, 45): True, (200, 60): True, (159, 45): False, (160, 39): False, (80, 24): False}


def test_the_board_has_the_hours_of_every_line() -> None:
    lines = texts(day_board(late().picture, pen(), 80, 24, 0).lines)
    assert " CẢ NGÀY" in lines
    assert " ✓ a    Mục a                                    15:00–15:10   15:00–15:15" in lines
    assert " ▶ b    Mục b                                    15:10–15:30   15:15–15:35   +5" in lines


def test_a_plan_without_hours_says_so() -> None:
    show = Stage(four_items(), floating=True)
    lines = texts(day_board(show.picture, pen(), 80, 24, 0).lines)
    assert any("chưa gắn với giờ" in line for line in lines)
    ended = late()
    ended.do(c.End(sure=True))
    assert day_now(ended.picture, pen()) is None


async def test_the_key_turns_to_the_day_and_back(venue: Venue) -> None:
    async with desk(hall_for(venue, four_items()), (100, 30)) as at_desk:
        await at_desk.press("o")
        assert at_desk.console.board.face is Face.DAY
        assert "CẢ NGÀY" in at_desk.screen
        await at_desk.press("f2")
        assert "CẢ NGÀY" not in at_desk.screen
