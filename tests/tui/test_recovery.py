"""The ways back at the console, on key r: Hà Nội 2020, late with a hard out."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Leader, Role
from runofshow.core.value import replace
from runofshow.core.views.roles import HandView, SpeakerView, StageView, view_of
from runofshow.texts import Language
from runofshow.texts.console import EN, VI
from runofshow.tui.canvas import Canvas
from runofshow.tui.dialogs.recovery import RecoveryDialog
from tests.core.recovery.conferences import ha_noi
from tests.core.shows import agenda, item, minutes
from tests.tui.desk import Desk, desk
from tests.tui.hall import HALL_TIME, Hall, Venue, hall_for


def in_trouble(venue: Venue, plan: Agenda | None = None) -> Hall:
    """8h53, the first paper has begun, and the end is expected at 11h38."""
    it = hall_for(venue, plan or ha_noi(tz=HALL_TIME), early=minutes(0))
    it.do(c.Start(sure=True))
    it.do(c.See("l/leader-1"))
    for lasts in (32, 5, 10, 10, 26):
        it.hand.passed += lasts * 60
        it.do(c.Advance(sure=True))
    return it


def said(at: Desk) -> str:
    assert isinstance(at.dialog, RecoveryDialog)
    canvas = next(iter(at.dialog.query(Canvas)))
    return "\n".join("".join(one.text for one in line).rstrip() for line in canvas.picture)


async def opened(at: Desk) -> None:
    await at.press("r")
    for _ in range(400):
        if isinstance(at.dialog, RecoveryDialog) and at.dialog.look.is_reckoned:
            return
        await at.pilot.pause(0.01)
    raise AssertionError("never reckoned")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 50)])
async def test_the_ways_are_told_with_what_they_save(venue: Venue, size: tuple[int, int]) -> None:
    async with desk(in_trouble(venue), size) as at:
        await opened(at)
        told = " ".join(said(at).split())
        for words in ("quá hạn", "kết thúc", "mỗi người còn 6'", "(−15')", "còn 13'"):
            assert words in told, said(at)


async def test_the_first_way_is_told_in_one_line(venue: Venue) -> None:
    async with desk(in_trouble(venue), (120, 40)) as at:
        await opened(at)
        assert "Dự kiến kết thúc 11:38, quá hạn 11:30 là 8'." in said(at)
        assert "▶ 1 kết thúc 11:23" in said(at)
        assert "3 kết thúc 11:28" in said(at)


async def test_a_way_is_chosen_and_taken_in_two_keys_and_undone_in_one(venue: Venue) -> None:
    async with desk(in_trouble(venue)) as at:
        before = at.engine.latest
        await opened(at)
        await at.press("3", "enter")
        now = await at.until(lambda shown: shown.session.expected_end < before.session.expected_end)
        assert now.session.expected_end.astimezone(HALL_TIME).strftime("%H:%M") == "11:28"
        await at.until_said("Đã đổi: dự kiến kết thúc 11:28. u hoàn tác.")
        assert at.dialog is None
        await at.press("u")
        again = await at.until(lambda shown: shown.session.expected_end == before.session.expected_end)
        assert tuple(again.rows) == tuple(before.rows)


async def test_mc_and_speakers_have_their_new_times_at_once(venue: Venue) -> None:
    async with desk(in_trouble(venue)) as at:
        await opened(at)
        await at.press("2", "enter")
        now = await at.until(lambda shown: shown.undoable == "recover")
        mc, stage = (view_of(role, now, HALL_TIME) for role in (Role.MC, Role.STAGE))
        assert isinstance(mc, HandView)
        assert isinstance(stage, StageView)
        assert mc.next is not None
        assert mc.next.number == "6.2"
        lengths = {row.number: row.planned_s for row in stage.items}
        assert [lengths[f"6.{part}"] for part in range(1, 6)] == [540, 360, 360, 360, 360]
        at.it.hand.move(minutes(9))
        await at.press("n")
        now = await at.until(lambda shown: shown.current is not None and shown.current.row.number == "6.2")
        speaker = view_of(Role.SPEAKER, now, HALL_TIME)
        assert isinstance(speaker, SpeakerView)
        assert speaker.current is not None
        assert speaker.current.planned_s == 360


async def test_some_changes_are_left_out_and_the_rest_is_weighed(venue: Venue) -> None:
    async with desk(in_trouble(venue), (120, 40)) as at:
        await opened(at)
        await at.press("3", "space")
        for _ in range(400):
            if "kết thúc 11:36" in said(at) and "quá hạn 6'" in said(at):
                break
            await at.pilot.pause(0.01)
        assert "[ ] 6 Báo cáo tham luận" in said(at)
        await at.press("enter")
        now = await at.until(lambda shown: shown.undoable == "recover")
        assert {row.number: row.planned_s for row in now.rows}["7"] == 780


async def test_with_nothing_ticked_nothing_is_taken(venue: Venue) -> None:
    async with desk(in_trouble(venue)) as at:
        await opened(at)
        await at.press("space", "enter")
        assert VI.recovery.none_ticked in " ".join(said(at).split())
        await at.press("escape")
        assert at.engine.latest.undoable != "recover"


async def test_after_a_call_that_was_made_meanwhile_it_is_reckoned_again(venue: Venue) -> None:
    async with desk(in_trouble(venue)) as at:
        await opened(at)
        at.engine.ask(c.AddTime(minutes(-3)), "caller").result(5)
        await at.until(lambda shown: shown.undoable == "add_time")
        await at.press("1", "enter")
        for _ in range(400):
            if VI.recovery.stale in said(at):
                break
            await at.pilot.pause(0.01)
        assert "Dự kiến kết thúc 11:35" in said(at)
        assert at.engine.latest.undoable == "add_time"


async def test_when_no_way_is_enough_it_says_by_how_much(venue: Venue) -> None:
    async with desk(in_trouble(venue, ha_noi(may_drop=False, tz=HALL_TIME))) as at:
        at.engine.ask(c.AddTime(minutes(30)), "caller").result(5)
        await at.until(lambda shown: shown.undoable == "add_time")
        await opened(at)
        assert "Không còn cách nào trong phạm vi cho phép: quá hạn ít nhất 21'." in said(at)


@pytest.mark.parametrize(
    ("language", "words"),
    [(Language.VI, VI.recovery.fine_out), (Language.EN, EN.recovery.fine_out)],
)
async def test_when_nothing_is_in_danger_it_says_so(venue: Venue, language: Language, words: str) -> None:
    plan = agenda(item("a", 10), item("b", 10), hard_out="9:00")
    async with desk(hall_for(venue, plan), language=language) as at:
        await opened(at)
        assert words.partition("{end}")[0] in said(at)


async def test_when_it_is_early_it_says_what_may_be_longer(venue: Venue) -> None:
    plan = agenda(item("a", 10), item("b", 10, stretch=minutes(30)), item("c", 10))
    it = hall_for(venue, plan, early=minutes(0))
    it.do(c.Start(sure=True))
    it.hand.passed += 60
    it.do(c.Advance(sure=True))
    async with desk(it) as at:
        await opened(at)
        assert VI.recovery.early_none.format(by="9'") in said(at)
    it = hall_for(venue, plan, early=minutes(0))
    it.do(c.Start(sure=True))
    it.hand.passed += 240
    it.do(c.Jump("c"))
    it.do(c.Advance(sure=True))
    async with desk(it) as at:
        await opened(at)
        assert "Sớm 6' so với kế hoạch. Có thể kéo dài:" in said(at)
        assert "b Mục b: được 16' (+6')" in said(at)


async def test_a_leader_who_must_go_is_named_with_the_item_that_comes_earlier(venue: Venue) -> None:
    plan = agenda(item("a", 10), item("b", 10), item("c", 10), item("d", 20, by="Đồng chí Lê An"))
    leaves_at = plan.sessions[0].start_at + minutes(40)
    leader = Leader("l", "Đồng chí Lê An, Bí thư Tỉnh ủy", leaves_at=leaves_at)
    it = hall_for(venue, replace(plan, leaders=(leader,)), early=minutes(0))
    it.do(c.Start(sure=True))
    async with desk(it) as at:
        await opened(at)
        told = " ".join(said(at).split())
        assert "Đồng chí Lê An, Bí thư Tỉnh ủy về lúc 15:40, mà mục d Mục d đến 15:50 mới xong." in told
        assert "d Mục d: lên trước mục c" in told
        assert "kịp giờ về" in told


async def test_a_click_puts_the_cursor_on_a_change_and_a_second_one_leaves_it_out(venue: Venue) -> None:
    async with desk(in_trouble(venue), (120, 40)) as at:
        await opened(at)
        dialog = at.dialog
        assert isinstance(dialog, RecoveryDialog)
        line, left, _, spot = next(one for one in dialog._panel.spots if one[3] == (2, 1))
        canvas = next(iter(dialog.query(Canvas)))
        for _ in range(2):
            await at.pilot.click(canvas, offset=(left + 6, line))
            await at.pilot.pause()
        assert (dialog.look.way, dialog.look.at) == spot
        assert dialog.look.left_out == {1}
