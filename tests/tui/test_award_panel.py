"""The award panel: its facts, and each of its keys."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Step
from runofshow.core.card_code import code_of
from runofshow.core.on_stage import Batch, OnStage
from runofshow.core.snapshot import Snapshot
from runofshow.core.value import replace
from runofshow.texts import Language
from runofshow.tui.dialogs.form import Form
from runofshow.tui.dialogs.question import Question
from runofshow.tui.faces import Face
from runofshow.tui.vietnamese_fields import Entry
from tests.tui.desk import Desk, desk
from tests.tui.hall import Hall, Venue
from tests.tui.rounds import round_agenda, round_hall

SIZES = [(80, 24), (120, 40), (200, 60)]


def running(snapshot: Snapshot) -> Batch:
    assert snapshot.round is not None
    assert snapshot.round.running is not None
    return snapshot.round.running


def coming(snapshot: Snapshot) -> Batch:
    assert snapshot.round is not None
    assert snapshot.round.next is not None
    return snapshot.round.next


def one(snapshot: Snapshot, recipient_id: str) -> OnStage:
    batches = (running(snapshot), coming(snapshot))
    return next(one for batch in batches for one in batch.people if one.recipient_id == recipient_id)


def stands_at(step: Step, now: Snapshot) -> bool:
    return running(now).step is step


async def later(at: Desk) -> None:
    """Longer than the guard time, and another key between: a space at once behind one is held down."""
    await at.press("home")
    at.it.hand.move(timedelta(seconds=3))
    moment = at.it.hand.now
    await at.until(lambda now: now.now >= moment)


async def panel(at: Desk) -> None:
    await at.press("a")
    assert at.console.board.face is Face.AWARD


async def fill(at: Desk, **values: str) -> None:
    form = at.dialog
    assert isinstance(form, Form)
    for name, value in values.items():
        form.query_one(f"#field-{name}", Entry).value = value
    await at.press("ctrl+s")


@pytest.mark.parametrize("size", SIZES)
async def test_the_panel_shows_batch_form_presenter_steps_names_and_what_space_does(
    venue: Venue, size: tuple[int, int]
) -> None:
    it = round_hall(venue, started=2)
    it.do(c.ChangeRecipient("r2-3", absent=True))
    it.do(c.ChangeRecipient("r2-4", proxy="bà Lê Thị Sáu"))
    it.do(c.See("r/r3-1"))
    it.do(c.See("r/r3-2", False))
    async with desk(it, size) as at:
        await panel(at)
        said = at.screen
        assert "Đợt 2/6" in said
        assert "Bằng khen của Chủ tịch UBND tỉnh" in said
        assert "Người trao: đồng chí Trần Minh Quang, Phó Chủ tịch UBND" in said
        assert "▶ MỜI LÊN" in said
        assert "○ xếp hàng" in said
        assert "bước tiếp: xếp hàng" in said
        assert "ĐỢT SAU 3/6" in said
        assert "báo vắng 1" in said
        assert "chưa thấy 8" in said
        lines = said.splitlines()
        absent = next(line for line in lines if "Trần Thu Hà" in line)
        assert "–" in absent
        assert "vắng mặt" in absent
        assert next(line for line in lines if "Trần Quang Vinh" in line).split()[0] == "3"
        assert "nhận thay: bà Lê Thị Sáu" in said
        # the count, whether it is late, when the round is over
        assert at.console.board.shown.count is not None
        assert "còn lại" in said
        assert "đúng giờ" in said or "chậm" in said or "sớm" in said
        assert "trao xong lúc" in said
        assert "các đợt trước" in said
        assert "đợt này" in said


async def test_space_goes_through_the_steps_with_their_music_to_the_next_batch(venue: Venue) -> None:
    it = round_hall(venue)
    async with desk(it) as at:
        await panel(at)
        said = {Step.LINE_UP: "xếp hàng", Step.PRESENTERS: "mời người trao", Step.HANDING: "trao"}
        steps = running(it.now).steps
        for step in steps[1:]:
            await later(at)
            if step in said:
                assert f"bước tiếp: {said[step]}" in at.screen
            if step is Step.HANDING:
                assert "Nhạc trao thưởng" in at.screen
            await at.press("space")
            await at.until(partial(stands_at, step))
        gone = {cue.cue_id for cue in at.engine.latest.cues if cue.gone_at is not None}
        assert {"b1-give", "b1-photo"} <= gone
        await at.until_said("chuyển sang mục 2.2")
        await later(at)
        await at.press("space")
        await at.until(lambda now: running(now).item_id == "b2")
        assert at.console.board.face is Face.AWARD


async def test_two_presses_within_the_guard_time_are_one_step(venue: Venue) -> None:
    async with desk(round_hall(venue)) as at:
        await panel(at)
        await later(at)
        first, second = running(at.engine.latest).steps[:2]
        assert running(at.engine.latest).step in (first, second)
        before = running(at.engine.latest).step
        await at.press("space", "space")
        await at.until(lambda now: running(now).step is not before)
        steps = running(at.engine.latest).steps
        step = running(at.engine.latest).step
        assert step is not None
        assert before is not None
        assert steps.index(step) == steps.index(before) + 1


async def test_who_is_absent_is_struck_out_the_tray_numbered_anew_and_u_takes_it_back(venue: Venue) -> None:
    async with desk(round_hall(venue)) as at:
        await panel(at)
        await at.press("down", "down", "x")
        await at.until(lambda now: one(now, "r1-3").absent)
        assert one(at.engine.latest, "r1-4").place == 3
        await at.until_said("Vắng mặt: Nguyễn Thu Hà")
        await at.press("u")
        await at.until(lambda now: not one(now, "r1-3").absent)
        await at.until_said("vắng mặt: Nguyễn Thu Hà")
        await at.press("U")
        await at.until(lambda now: one(now, "r1-3").absent)
        await at.press("delete")
        await at.until(lambda now: not one(now, "r1-3").absent)


async def test_a_key_that_is_held_marks_one_and_once(venue: Venue) -> None:
    async with desk(round_hall(venue)) as at:
        await panel(at)
        await at.press("x", "x", "x")
        await at.until(lambda now: one(now, "r1-1").absent)
        await at.press("down", "l", "l", "l")
        now = await at.until(lambda now: one(now, "r1-2") in coming(now).people)
        assert one(now, "r1-1").absent
        assert len(coming(now).people) == 11


async def test_on_behalf_is_a_field_of_one_line(venue: Venue) -> None:
    async with desk(round_hall(venue)) as at:
        await panel(at)
        await at.press("down", "p")
        await fill(at, proxy="anh Nguyễn Văn Bảy")
        await at.until(lambda now: one(now, "r1-2").proxy == "anh Nguyễn Văn Bảy")
        await at.until_said("nhận thay: anh Nguyễn Văn Bảy")


async def test_a_person_goes_to_the_later_batch_and_the_cursor_to_the_next_in_line(venue: Venue) -> None:
    async with desk(round_hall(venue)) as at:
        await panel(at)
        await at.press("l")
        now = await at.until(lambda now: "r1-1" in [each.recipient_id for each in coming(now).people])
        assert [each.place for each in running(now).people] == [*range(1, 10)]
        assert at.console.board.person == "r1-2"


async def test_a_name_is_added_a_presenter_changed_a_batch_split(venue: Venue) -> None:
    async with desk(round_hall(venue)) as at:
        await panel(at)
        await at.press("i")
        await fill(at, name="Ông Cao Bá Quát", unit="Trường Chu Văn An")
        now = await at.until(lambda now: len(running(now).people) == 11)
        assert (running(now).people[-1].name, running(now).people[-1].unit) == (
            "Ông Cao Bá Quát",
            "Trường Chu Văn An",
        )
        await at.press("g")
        await fill(at, presenter="đồng chí Lê Thị Hạnh, Phó Chủ tịch HĐND tỉnh")
        await at.until(lambda now: running(now).presenter == "đồng chí Lê Thị Hạnh, Phó Chủ tịch HĐND tỉnh")
        await at.press("7", "enter", "c")
        now = await at.until(lambda now: now.round is not None and now.round.batches == 7)
        assert len(running(now).people) == 6
        assert len(coming(now).people) == 5
        assert "Đợt 1/7" in at.screen


async def test_a_batch_is_not_split_before_its_first(venue: Venue) -> None:
    async with desk(round_hall(venue)) as at:
        await panel(at)
        await at.press("c")
        assert "người đứng đầu của đợt mới" in at.screen
        assert at.engine.latest.round is not None
        assert at.engine.latest.round.batches == 6


async def test_how_a_name_is_read_is_mended(venue: Venue) -> None:
    async with desk(round_hall(venue)) as at:
        await panel(at)
        await at.press("e")
        await fill(at, said="Nguyễn Thị Mai Phương", address="đồng chí")
        now = await at.until(lambda now: one(now, "r1-1").said != "")
        assert one(now, "r1-1").address == "đồng chí"
        await at.until_said("đọc: Nguyễn Thị Mai Phương")


async def test_enter_ticks_v_reports_missing_and_d_takes_all_missing_for_absent(venue: Venue) -> None:
    async with desk(round_hall(venue)) as at:
        await panel(at)
        await at.press("enter")
        await at.until(lambda now: one(now, "r1-1").here is True)
        # the same key at once would be one that is held
        await at.press("home", "enter")
        await at.until(lambda now: one(now, "r1-1").here is None)
        await at.press("v", "down", "down", "v")
        await at.until(lambda now: one(now, "r1-1").here is False and one(now, "r1-3").here is False)
        await at.press("d")
        now = await at.until(lambda now: one(now, "r1-1").absent and one(now, "r1-3").absent)
        assert [each.recipient_id for each in running(now).people if each.absent] == ["r1-1", "r1-3"]


async def test_a_scanned_card_ticks_its_person_wherever_they_are_listed(venue: Venue) -> None:
    async with desk(round_hall(venue)) as at:
        await panel(at)
        await at.press(*code_of("r2-5"), "enter")
        await at.until(lambda now: one(now, "r2-5").here is True)
        assert "Đã chờ: Trần Ngọc Diệp" in at.screen
        before = at.engine.latest.seq
        # nobody's card: refused in words, and no digit of it was a key
        await at.press(*code_of("nobody"), "enter")
        await at.until_said("✗")
        assert at.engine.latest.seq == before


async def test_keys_of_a_vietnamese_keyboard_ask_for_the_same(venue: Venue) -> None:
    async with desk(round_hall(venue)) as at:
        await at.press("â")
        assert at.console.board.face is Face.AWARD
        await at.press("ê")
        assert isinstance(at.dialog, Form)
        await at.press("escape")
        assert at.dialog is None


async def test_arrows_reach_the_people_of_the_next_batch(venue: Venue) -> None:
    async with desk(round_hall(venue), (80, 24)) as at:
        await panel(at)
        await at.press(*["down"] * 10)
        assert at.console.board.person == "r2-1"
        await at.press("x")
        await at.until(lambda now: one(now, "r2-1").absent)
        await at.press("home")
        assert at.console.board.person == "r1-1"
        await at.press("right")
        assert at.console.board.person == "r1-2"


async def test_a_long_batch_scrolls_to_the_chosen_name(venue: Venue) -> None:
    async with desk(round_hall(venue, round_agenda(2, 40)), (80, 24)) as at:
        await panel(at)
        names = [each.name for each in running(at.engine.latest).people]
        assert names[30] not in at.screen
        await at.press(*["down"] * 30)
        assert names[30] in at.screen
        assert f"{names[0]}  " not in at.screen


async def test_without_a_batch_on_stage_space_calls_as_everywhere(venue: Venue) -> None:
    async with desk(round_hall(venue, started=0)) as at:
        await panel(at)
        assert "ĐỢT SAU 1/6" in at.screen
        assert "chuyển sang mục 2.1" in at.screen
        at.it.hand.move(timedelta(minutes=10))
        await at.press("space")
        await at.until(lambda now: running(now).item_id == "b1")


async def test_behind_the_last_step_of_the_last_item_the_end_is_asked_about(venue: Venue) -> None:
    agenda = round_agenda(1, 3)
    session = agenda.sessions[0]
    it = round_hall(venue, replace(agenda, sessions=(replace(session, items=session.items[:2]),)))
    steps = running(it.now).steps
    while running(it.now).step is not steps[-1]:
        it.move(seconds=1)
        it.do(c.NextStep())
    it.move(seconds=1)
    async with desk(it) as at:
        await panel(at)
        await at.press("space")
        await at.pilot.pause()
        assert isinstance(at.dialog, Question)


async def test_where_nobody_is_honoured_the_panel_says_what_to_do(venue: Venue) -> None:
    agenda = round_agenda()
    session = agenda.sessions[0]
    it = round_hall(venue, replace(agenda, sessions=(replace(session, items=session.items[:1]),)), started=0)
    async with desk(it) as at:
        await panel(at)
        assert "không còn trao thưởng" in at.screen
        await at.press("x", "c", "down")
        assert at.console.board.face is Face.AWARD


async def test_the_panel_is_english_too_and_its_keys_are_in_help(venue: Venue) -> None:
    async with desk(round_hall(venue), (80, 24), Language.EN) as at:
        await panel(at)
        assert "Batch 1 of 6" in at.screen
        assert "next step" in at.screen
        for key in ("x absent", "p on behalf", "Enter waiting", "v missing", "l later", "g presenter"):
            assert key in at.screen


async def test_the_log_tells_each_of_it_and_what_an_undo_took_back(venue: Venue) -> None:
    it: Hall = round_hall(venue)
    it.move(seconds=2)
    for order in (
        c.NextStep(),
        c.ChangeRecipient("r1-1", absent=True),
        c.ChangeRecipient("r1-1", absent=False),
        c.ChangeRecipient("r1-2", proxy="bà Lê"),
        c.ChangeRecipient("r1-2", proxy=""),
        c.ChangeRecipient("r1-2", said="Lê"),
        c.MoveRecipient("r1-4"),
        c.AddRecipient("b1", "Ông Bảy"),
        c.See("r/r2-1"),
        c.See("r/r2-2", False),
        c.See("r/r2-2", None),
        c.ChangeRecipient("r1-3", absent=True),
        c.Undo(),
    ):
        it.do(order)
    async with desk(it, (120, 60)) as at:
        await at.press("f6")
        for said in (
            "vắng mặt: Nguyễn Thị Mai Phương",
            "không vắng nữa: Nguyễn Thị Mai Phương",
            "nhận thay Nguyễn Hoàng Minh: bà Lê",
            "tự lên nhận: Nguyễn Hoàng Minh",
            "sửa: Nguyễn Hoàng Minh",
            "Nguyễn Quang Vinh → 2.2 Trao Bằng khen, đợt 2",
            "thêm Ông Bảy → 2.1 Trao Bằng khen, đợt 1",
            "đã chờ: Trần Thị Mai Phương",
            "báo vắng: Trần Hoàng Minh",
            "chưa thấy: Trần Hoàng Minh",
            "hoàn tác  người nhận · vắng mặt: Nguyễn Thu Hà",
            "mời lên · 2.1",
        ):
            assert said in at.screen, said
