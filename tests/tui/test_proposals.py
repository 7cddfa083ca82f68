"""What agents propose, at the console on key d: a small conference before it begins."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core.proposals.changes import (
    AnyProposed,
    EditItem,
    InsertItem,
    MoveItem,
    SkipItem,
    TimeForItem,
)
from runofshow.core.refusal import Refused
from runofshow.texts import Language
from runofshow.tui.canvas import Canvas
from runofshow.tui.dialogs.proposals import ProposalDialog
from tests.core.shows import four_items, minutes
from tests.tui.desk import Desk, desk
from tests.tui.hall import Hall, Venue, hall_for

HOUR = "14:55"
WHY = "Đại biểu về xa, nên kết thúc trước 11h30"
ALL: tuple[AnyProposed, ...] = (
    EditItem("b", title="Báo cáo tổng kết", seconds=900.0, mc="Kính mời đồng chí Chủ tịch."),
    InsertItem("Tặng hoa", 180.0, "gift", after="a"),
    MoveItem("d", before="c"),
    SkipItem("c"),
    TimeForItem("a", -120.0),
)


def hall(venue: Venue, *proposals: tuple[AnyProposed, ...]) -> Hall:
    it = hall_for(venue, four_items(), early=minutes(5))
    for number, changes in enumerate(proposals, start=1):
        made = it.do(c.Propose(f"Trợ lý {number}", WHY, changes), by="agent")
        assert not isinstance(made, Refused)
    return it


def said(at: Desk) -> str:
    assert isinstance(at.dialog, ProposalDialog)
    canvas = next(iter(at.dialog.query(Canvas)))
    return " ".join(" ".join("".join(one.text for one in line).split()) for line in canvas.picture)


async def ready(at: Desk) -> ProposalDialog:
    for _ in range(400):
        if isinstance(at.dialog, ProposalDialog) and at.dialog.look.chosen:
            return at.dialog
        await at.pilot.pause(0.01)
    raise AssertionError("never judged")


async def opened(at: Desk) -> ProposalDialog:
    await at.press("d")
    return await ready(at)


async def test_that_a_proposal_waits_is_said_once_and_stands_on_the_stage(venue: Venue) -> None:
    async with desk(hall(venue, ALL)) as at:
        await at.until_said("Tác nhân Trợ lý 1 có đề nghị sửa kịch bản. d để xem.")
        await at.until_said("d: 1 đề nghị")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_is_told_who_proposes_what_and_why(venue: Venue, size: tuple[int, int]) -> None:
    async with desk(hall(venue, ALL), size) as at:
        await opened(at)
        told = said(at)
        for words in (
            f"Tác nhân Trợ lý 1 đề nghị lúc {HOUR}: {WHY}",
            "b Mục b: tên mục «Mục b» thành «Báo cáo tổng kết»; lời MC là «Kính mời đồng chí Chủ tịch.»;"
            " thời lượng «20'» thành «15'»",
            "Thêm «Tặng hoa» (3') sau a Mục a",
            "Chuyển d Mục d lên trước c Mục c",
            "Bỏ c Mục c",
            "a Mục a: bớt 2'",
            "đã chọn 5",
        ):
            assert words in told, told


async def test_in_english_it_is_told_in_english(venue: Venue) -> None:
    async with desk(hall(venue, ALL), language=Language.EN) as at:
        await opened(at)
        assert "length “20'” becomes “15'”" in said(at)
        assert "Move d Mục d in front of c Mục c" in said(at)


async def test_all_of_it_is_taken_in_two_keys_and_undone_in_one(venue: Venue) -> None:
    async with desk(hall(venue, ALL)) as at:
        await opened(at)
        await at.press("enter")
        await at.until(lambda shown: not shown.proposals)
        await at.until_said("Đã nhận đề nghị của Trợ lý 1")
        assert at.row("b").title == "Báo cáo tổng kết"
        assert at.engine.log[-1].do == "take_proposal"
        await at.press("u")
        await at.until(lambda shown: shown.undoable is None)
        assert at.row("b").title == "Mục b"


async def test_some_of_it_is_taken_and_some_left(venue: Venue) -> None:
    async with desk(hall(venue, ALL)) as at:
        await opened(at)
        await at.press("a", "enter")
        assert "Chưa chọn dòng nào" in said(at)
        await at.press("down", "down", "down", "space", "enter")
        await at.until(lambda shown: not shown.proposals)
        await at.until_said("Đã nhận 1/5 thay đổi do Trợ lý 1 đề nghị")
        assert (at.row("b").title, at.engine.show.state.run("c").skipped) == ("Mục b", True)


async def test_none_of_it_is_taken_and_the_next_one_follows(venue: Venue) -> None:
    async with desk(hall(venue, ALL, (SkipItem("d"),))) as at:
        dialog = await opened(at)
        assert "đề nghị 1/2" in said(at)
        await at.press("right")
        await ready(at)
        assert dialog.look.proposal.who == "Trợ lý 2"
        await at.press("left")
        await ready(at)
        await at.press("x")
        await at.until(lambda shown: len(shown.proposals) == 1)
        await ready(at)
        assert (dialog.look.proposal.who, at.row("b").title) == ("Trợ lý 2", "Mục b")
        await at.press("escape")
        await at.until_said("d: 1 đề nghị")


async def test_what_cannot_be_taken_any_more_is_told_and_is_not_chosen(venue: Venue) -> None:
    it = hall(venue, (EditItem("b", title="Báo cáo"), SkipItem("d")))
    it.do(c.Edit("b", title="Báo cáo năm"))
    async with desk(it) as at:
        dialog = await opened(at)
        assert "không nhận được: Mục này đã được sửa sau khi đề nghị: để nguyên như đã sửa." in said(at)
        assert dialog.look.chosen == {1}
        await at.press("home", "space", "a", "a")
        assert dialog.look.chosen == {1}


async def test_changes_that_are_refused_together_say_why_and_nothing_is_made(venue: Venue) -> None:
    it = hall(venue, (TimeForItem("a", -300.0), TimeForItem("b", -60.0)))
    it.do(c.AddTime(minutes(-6), "a"))
    async with desk(it) as at:
        dialog = await opened(at)
        assert dialog.look.refused.keys() == {0}
        it.do(c.Skip("b"))
        it.do(c.Edit("b", protected=True))
        await at.press("enter")
        for _ in range(400):
            if dialog.look.status is not None:
                break
            await at.pilot.pause(0.01)
        assert dialog.look.status is not None
        assert dialog.look.status.bad
        assert len(at.engine.latest.proposals) == 1


async def test_without_a_proposal_the_key_says_so(venue: Venue) -> None:
    async with desk(hall(venue)) as at:
        await at.press("d")
        await at.until_said("Không có đề nghị nào đang chờ.")


async def test_the_record_says_that_an_agent_proposed_and_who_took_it(venue: Venue) -> None:
    it = hall(venue, (SkipItem("d"),))
    it.do(c.TakeProposal("d1"))
    async with desk(it, (120, 40)) as at:
        await at.press("f6")
        await at.until_said(f"Tác nhân         đề nghị  Trợ lý 1: {WHY}")
        assert "nhận đề nghị  Trợ lý 1" in at.screen
