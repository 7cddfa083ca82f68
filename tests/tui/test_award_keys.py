"""Keys of the award panel when there is little for them to do: each says why, or whom it was about."""

from __future__ import annotations

from textual.widgets import Select, Static

from runofshow.core import commands as c
from runofshow.core.agenda import Award
from runofshow.core.card_code import code_of
from runofshow.core.refusal import Reason
from runofshow.core.value import replace
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.tui.asking import refusal
from runofshow.tui.dialogs.form import Form
from runofshow.tui.scanning import Digits, Scanned, ToPlace
from tests.tui.desk import desk
from tests.tui.hall import Venue
from tests.tui.rounds import round_agenda, round_hall
from tests.tui.striking import strike
from tests.tui.test_award_panel import coming, fill, one, panel


async def test_who_is_absent_is_not_ticked_by_a_slip(venue: Venue) -> None:
    it = round_hall(venue)
    it.do(c.ChangeRecipient("r1-1", absent=True))
    async with desk(it) as at:
        await panel(at)
        for key in ("enter", "v"):
            await at.press(key)
            await at.until_said("Nguyễn Thị Mai Phương đã ghi vắng mặt. x: không vắng nữa.")
            await at.press("escape")
        assert one(at.engine.latest, "r1-1").here is None


def test_a_phone_that_was_quicker_is_no_empty_text() -> None:
    words = CONSOLE[Language.VI]
    assert refusal(c.See("r/r1-1"), Reason.EMPTY, words) == "Đã ghi như vậy rồi."
    assert refusal(c.TakeNote(""), Reason.EMPTY, words) == "Chưa viết gì."


async def test_all_who_are_missing_are_named_whole_and_one_undo_has_them_back(venue: Venue) -> None:
    it = round_hall(venue)
    for place in (2, 4, 5, 7):
        it.do(c.See(f"r/r1-{place}", False))
    async with desk(it) as at:
        await panel(at)
        await at.press("d")
        await at.until(lambda now: one(now, "r1-7").absent)
        said = " ".join(at.screen.split())
        names = ("Nguyễn Hoàng Minh", "Nguyễn Quang Vinh", "Nguyễn Ngọc Diệp", "Nguyễn Bích Thủy")
        assert f"Vắng mặt 4: {'; '.join(names)}. Khay và danh sách MC đã đánh số lại." in said
        await at.press("u")
        await at.until(lambda now: not one(now, "r1-2").absent)
        assert not any(one(at.engine.latest, f"r1-{place}").absent for place in (2, 4, 5, 7))
        said = " ".join(at.screen.split())
        assert "Đã hoàn tác: " in said
        assert all(f"vắng mặt: {name}" in said for name in names)
        await at.press("escape", "d", "escape", "d")
        await at.until(lambda now: one(now, "r1-7").absent)
        await at.until_said("Không ai trong đợt này bị báo vắng.")


async def test_a_batch_with_nobody_left_says_so_and_a_name_is_put_where_nobody_is_yet(venue: Venue) -> None:
    agenda = round_agenda(2, 1)
    session = agenda.sessions[0]
    heading = session.items[1]
    bare = replace(heading.parts[1], award=Award(form="Giấy khen"))
    heading = replace(heading, parts=(heading.parts[0], bare))
    items = (session.items[0], heading, *session.items[2:])
    it = round_hall(venue, replace(agenda, sessions=(replace(session, items=items),)))
    async with desk(it) as at:
        await panel(at)
        assert "ĐỢT SAU 2/2 · Giấy khen" in at.screen
        assert "Đợt này chưa có danh sách người nhận." in at.screen
        assert "Chưa ghi người trao" not in at.screen
        await at.press("x")
        await at.until_said("Đợt này không còn ai lên nhận")
        await at.press("i")
        form = at.dialog
        assert isinstance(form, Form)
        form.query_one("#field-batch", Select).value = "b2"
        await fill(at, name="Bà Trần Thị Sáu")
        await at.until(lambda now: [each.name for each in coming(now).people] == ["Bà Trần Thị Sáu"])
        await at.until_said("Đã thêm: Bà Trần Thị Sáu · Đợt 2/2 · Giấy khen.")


async def test_where_nobody_is_honoured_any_more_each_key_says_so(venue: Venue) -> None:
    agenda = round_agenda(1, 2)
    it = round_hall(venue, agenda, started=2)
    async with desk(it) as at:
        await panel(at)
        for key in ("x", "i", "g", "d", "c", "l", "p", "enter"):
            await at.press(key)
            await at.until_said("✗ Từ đây đến hết kịch bản không còn trao thưởng.")
            await at.press("escape")
            assert "✗ Từ đây" not in at.screen
        # a late card is still read
        await at.press(*code_of("r1-2"), "enter")
        await at.until_said("Đã chờ: Nguyễn Hoàng Minh · Một đợt · số 2 trong khay")


async def test_who_cannot_go_to_a_later_batch_stays_under_the_cursor(venue: Venue) -> None:
    async with desk(round_hall(venue, round_agenda(2, 3), started=2)) as at:
        await panel(at)
        await at.press("down", "l")
        await at.until_said("✗ Không còn đợt nào cùng hình thức sau đợt này")
        await at.press("x")
        await at.until_said("Vắng mặt: Trần Hoàng Minh.")


async def test_the_code_of_a_card_is_nobodys_name(venue: Venue) -> None:
    async with desk(round_hall(venue)) as at:
        await panel(at)
        for key, field in (("p", "proxy"), ("i", "name"), ("g", "presenter")):
            await at.press(key)
            await fill(at, **{field: code_of("r1-2")})
            assert isinstance(at.dialog, Form)
            told = [str(one.render()) for one in at.dialog.query(".wrong.told").results(Static)]
            assert told == ["✗ Đây là mã thẻ, không phải tên."]
            await at.press("escape")
            await at.pilot.pause()


async def test_a_card_is_read_on_the_stage_too_and_its_enter_jumps_nowhere(venue: Venue) -> None:
    async with desk(round_hall(venue)) as at:
        await at.press("down", *code_of("r1-2"), "enter")
        await at.until_said("Đã chờ: Nguyễn Hoàng Minh")
        assert one(at.engine.latest, "r1-2").here
        assert [entry.do for entry in at.engine.log][-1] == "see"


async def test_a_card_that_a_vni_keyboard_rewrites_is_nobodys_order_and_telex_letters_are(
    venue: Venue,
) -> None:
    it = round_hall(venue)
    async with desk(it) as at:
        await panel(at)
        await at.press("a")
        before = at.engine.latest.seq
        # 12345 behind an `a`, each mark in the place of the one before, then digits
        strike(at, "<á<à<ả<ã<ạ6789\r")
        await at.until_said("✗ Bộ gõ tiếng Việt đã sửa mã thẻ: quét lại")
        await at.pilot.pause(0.2)
        assert at.engine.latest.seq == before
        await at.press(*code_of("r1-2"), "enter")
        await at.until_said("Đã chờ: Nguyễn Hoàng Minh")
        await at.press("a")
        strike(at, "<ã")
        await at.until(lambda now: one(now, "r1-1").absent)


def test_digits_that_were_begun_and_left_spoil_no_card() -> None:
    digits = Digits()
    assert digits.sign("5", 10.0)
    for at, sign in enumerate("97060979"):
        assert digits.sign(sign, 20.0 + at / 100)
    assert digits.enter(20.1) == Scanned("97060979")
    assert digits.sign("5", 30.0)
    assert digits.enter(33.0) == ToPlace(5)
    assert digits.sign("5", 40.0)
    assert digits.enter(47.0) is None
