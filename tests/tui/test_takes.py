"""The takes of each item at the console: in figures and as bars, as much as the screen has room for."""

from __future__ import annotations

import pytest

from runofshow.core.agenda import Agenda
from runofshow.core.beside import Beside, beside
from runofshow.core.commands import Mode
from runofshow.core.history import History
from runofshow.core.value import replace
from runofshow.texts import Language
from runofshow.tui.canvas import Canvas
from runofshow.tui.dialogs.takes import TakesDialog
from runofshow.tui.keys import Act
from runofshow.tui.lines import Picture, cells
from runofshow.tui.panels.takes import TakesLook, takes_panel
from tests.core.shows import Stage, agenda, item
from tests.core.test_learning import rehearsed
from tests.tui.desk import Desk, desk
from tests.tui.hall import Venue, hall_for, pen


def plan() -> Agenda:
    return agenda(
        item("1", 10, title="Báo cáo tổng kết công tác thi đua, khen thưởng năm 2019"),
        item("2", 7, title="Tham luận"),
        item("3", 5, title="Bế mạc"),
    )


def practice(*lengths: float) -> History:
    return replace(rehearsed(plan(), *lengths), mode=Mode.REHEARSAL)


def found() -> Beside:
    return beside(practice(14, 9, 5), (practice(12, 8.4, 5), practice(11, 8, 5), practice(10, 12.2, 5)))


def text(picture: Picture) -> list[str]:
    return ["".join(segment.text for segment in line) for line in picture]


def drawn(
    width: int, height: int = 20, look: TakesLook | None = None, language: Language = Language.VI
) -> list[str]:
    shown = Stage(plan(), mode=Mode.REHEARSAL).picture
    picture = takes_panel(look or TakesLook(found()), shown, pen(language), width, height)
    assert len(picture) == height
    assert all(cells(line) == width for line in picture)
    return text(picture)


def test_each_item_has_its_plan_each_take_now_the_median_the_range_and_a_bar() -> None:
    lines = drawn(140)
    paper = next(line for line in lines if "Tham luận" in line)
    assert paper.split()[3:10] == ["7'", "8:24", "8:00", "12:12", "9:00", "8:42", "6:33–13:06"]
    # the longest of all is fourteen minutes: the plan of seven in the middle, the median, the longest take
    assert paper[-16:] == "████████│█░░░░  "
    heads = next(line for line in lines if "K.HOẠCH" in line)
    assert " ".join(heads.split()) == "NỘI DUNG K.HOẠCH TẬP 1 TẬP 2 TẬP 3 LẦN NÀY GIỮA 80 %"
    # each figure stands under its head
    assert heads.index("GIỮA") + len("GIỮA") == paper.index("8:42") + len("8:42")


def test_what_has_no_room_goes_the_bar_first_and_the_oldest_take_last() -> None:
    assert "█" in "".join(drawn(120))
    assert "█" not in "".join(drawn(90))
    assert "6:33–13:06" in "".join(drawn(90))
    narrow = drawn(60)
    assert not any("6:33–13:06" in line for line in narrow)
    paper = next(line for line in narrow if "Tham luận" in line)
    assert paper.split()[3:] == ["7'", "8:24", "8:00", "9:00", "8:42"]
    assert not any("tập 3" in line for line in narrow)


def test_a_list_longer_than_the_screen_is_scrolled_and_leaves_no_room_empty() -> None:
    assert not any("Bế mạc" in line for line in drawn(100, 6))
    assert any("Bế mạc" in line for line in drawn(100, 6, TakesLook(found(), top=9)))


@pytest.mark.parametrize("width", [20, 40, 200])
def test_it_is_drawn_whole_at_any_width(width: int) -> None:
    assert any("14:00" in line for line in drawn(width)) == (width > 20)
    assert takes_panel(TakesLook(found()), Stage(plan()).picture, pen(), 0, 5) == []


def test_with_nothing_to_compare_it_says_so_and_while_it_reads_too() -> None:
    assert any("Chưa có gì để so" in line for line in drawn(100, look=TakesLook(beside(practice(10), ()))))
    assert any("Đang đọc" in line for line in drawn(100, look=TakesLook()))
    assert any("TAKE 1" in line for line in drawn(140, language=Language.EN))


def seen(at: Desk) -> str:
    canvas = None if at.dialog is None else next(iter(at.dialog.query(Canvas)), None)
    return "" if canvas is None else "\n".join(text(canvas.picture))


async def until_seen(at: Desk, words: str) -> None:
    for _ in range(400):
        if words in seen(at):
            return
        await at.pilot.pause(0.01)
    raise AssertionError(f"never seen {words!r}; the dialog says:\n{seen(at)}")


async def test_the_palette_opens_it_and_escape_closes_it(venue: Venue) -> None:
    async with desk(hall_for(venue, plan()), compared=found) as at:
        at.console.obey(Act.TAKES)
        await until_seen(at, "Tham luận")
        await at.press("down", "pagedown", "up", "q")
        assert isinstance(at.dialog, TakesDialog)
        assert at.dialog.look.top == 1
        await at.press("escape")
        assert at.dialog is None


async def test_records_that_cannot_be_read_are_said_and_the_show_goes_on(venue: Venue) -> None:
    def broken() -> Beside:
        raise OSError("đĩa hỏng")

    async with desk(hall_for(venue, plan()), compared=broken) as at:
        at.console.obey(Act.TAKES)
        await until_seen(at, "đĩa hỏng")
