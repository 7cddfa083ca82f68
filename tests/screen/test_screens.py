"""The screens themselves: a real hall, a real connection, keys pressed, facts read."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import Button

from runofshow.clock import system_sources
from runofshow.core import commands as c
from runofshow.core.agenda import CUE_ROLES, Agenda, Award, BeforeEnd, ClockMode, Role
from runofshow.core.award import listed
from runofshow.core.snapshot import CuePhase
from runofshow.core.value import replace
from runofshow.line.address import Address
from runofshow.texts import Language
from runofshow.tui.remote import open_screen
from runofshow.web.network import LOOPBACK
from runofshow.web.server import HallServer
from tests.core.shows import agenda, cue, item, minutes
from tests.line.guests import Told, do, door
from tests.screen.looking import calm_hall, seat
from tests.terminal import Terminal
from tests.web.halls import HERE, Hall, plan

SCREENS = [role for role in Role if role is not Role.CALLER]


def caller_says(hall: Hall, role: Role, text: str) -> None:
    do(hall, c.SendMessage(role, text))


def phase_of(hall: Hall, cue_id: str) -> CuePhase:
    return next(cue.phase for cue in hall.engine.latest.cues if cue.cue_id == cue_id)


def one_item(**more: object) -> Agenda:
    only = item("m1", 10)
    return agenda(replace(only, **more), item("m2", 5))  # type: ignore[arg-type]


async def test_the_mc_sees_the_words_now_and_next_and_follows_the_show(opened: Hall) -> None:
    async with seat(opened, Role.MC, (80, 40)) as at:
        await at.sees("MC", "Chưa bắt đầu", "LỜI DẪN KẾ TIẾP", "Lời dẫn 1", "đã kết nối")
        do(opened, c.Start())
        await at.sees("LỜI DẪN BÂY GIỜ · m1", "Lời dẫn 1", "LỜI DẪN KẾ TIẾP · m2", "Lời dẫn 2", "còn lại")
        do(opened, c.Advance())
        await at.sees("LỜI DẪN BÂY GIỜ · m2", "Lời dẫn 3")


async def test_the_count_is_large_and_runs_between_pushes(opened: Hall) -> None:
    do(opened, c.Start())
    async with seat(opened, Role.MUSIC, (100, 40)) as at:
        await at.sees("█", "còn lại")
        shown = at.screen
        await at.until(lambda: at.screen != shown)


async def test_space_and_enter_answer_the_cue_that_waits(tmp_path: Path) -> None:
    later = item("m2", 5, cue("music2"), cue("music3"))
    with calm_hall(tmp_path, agenda(item("m1", 10), later)) as opened:
        do(opened, c.Start())
        async with seat(opened, Role.MUSIC) as at:
            do(opened, c.StandBy("music2"))
            await at.sees("◐ CHUẨN BỊ", "Lệnh music2", "ENTER Đã rõ")
            await at.press("space")
            await at.sees("● ĐÃ RÕ", "chờ lệnh ĐI", "Đã trả lời")
            assert phase_of(opened, "music2") is CuePhase.READY
            do(opened, c.StandBy("music3"))
            await at.sees("◐ CHUẨN BỊ", "Lệnh music3")
            await at.press("enter")
            await at.until(lambda: phase_of(opened, "music3") is CuePhase.READY)
            do(opened, c.Go("music2"))
            await at.sees("▶ ĐI!", "đã gọi")


async def test_an_answer_that_nobody_asked_for_sends_nothing(opened: Hall) -> None:
    async with seat(opened, Role.CREW) as at:
        await at.sees("CHƯA CÓ LỆNH")
        seq = opened.engine.latest.seq
        await at.press("space")
        await at.sees("Chưa có lệnh nào cần trả lời")
        assert opened.engine.latest.seq == seq


async def test_a_message_is_seen_and_a_digit_answers_it(opened: Hall) -> None:
    do(opened, c.Start())
    async with seat(opened, Role.CREW) as at:
        caller_says(opened, Role.CREW, "Mời đại biểu lên [cánh gà]")
        await at.sees("✉", "Mời đại biểu lên [cánh gà]", "2 Chờ một chút")
        await at.press("2")
        await at.sees_no_more("Mời đại biểu lên")
        last = opened.engine.latest.messages[-1]
        assert (last.text, last.to, last.by) == ("Chờ một chút", Role.CALLER, "crew")


async def test_m_writes_to_the_caller(opened: Hall) -> None:
    async with seat(opened, Role.LIGHTS) as at:
        await at.sees("đã kết nối")
        await at.press("m")
        await at.pilot.pause()
        assert str(at.app.screen.query_one("#save", Button).label) == "Gửi (Enter, Ctrl+S)"
        await at.press("q", "backspace", "đ", "è", "n", "enter")
        await at.until(lambda: bool(opened.engine.latest.messages))
        assert opened.engine.latest.messages[-1].text == "đèn"
        await at.sees("Đã gửi: đèn")


async def test_an_empty_message_is_complained_about_and_not_sent(opened: Hall) -> None:
    async with seat(opened, Role.LIGHTS) as at:
        await at.sees("đã kết nối")
        await at.press("m")
        await at.pilot.pause()
        await at.press("enter")
        await at.pilot.pause()
        assert len(at.app.screen_stack) > 2
        await at.press("escape")
        assert opened.engine.latest.messages == ()


async def test_what_a_vietnamese_keyboard_rewrites_asks_for_nothing(opened: Hall) -> None:
    async with seat(opened, Role.MC) as at:
        await at.sees("đã kết nối")
        await at.press("u", "backspace", "ú", "a", "backspace", "â")
        await at.pilot.pause()
        assert at.app.is_running
        assert len(at.app.screen_stack) == 2


async def test_a_lost_hall_is_said_in_red_over_the_dimmed_last_picture_and_caught_up_with(
    opened: Hall,
) -> None:
    do(opened, c.Start())
    steady = Told()
    async with seat(opened, Role.MC, (100, 30), steady=steady) as at:
        await at.sees("Lời dẫn 1")
        bright = at.colours("Lời dẫn 1")
        await at.loses(opened, steady)
        lost = re.search(r"MẤT KẾT NỐI từ (\d\d:\d\d:\d\d)", at.screen)
        assert lost is not None
        now = opened.engine.latest.now.astimezone(HERE)
        since = datetime.strptime(lost[1], "%H:%M:%S").time()  # noqa: DTZ007 - a time of day
        assert abs(_of_day(now.time().isoformat()) - _of_day(since.isoformat())) < 10
        assert "Lời dẫn 1" in at.screen
        assert at.colours("Lời dẫn 1") != bright
        do(opened, c.Advance())
        server = HallServer(opened.engine, opened.access, port=opened.port, tz=HERE, language=Language.VI)
        server.start().result(10)
        await at.sees("LỜI DẪN BÂY GIỜ · m2", "đã kết nối")
        assert "MẤT KẾT NỐI" not in at.screen
        assert at.colours("Lời dẫn 2") == bright
        server.stop().result(10)


async def test_the_count_stands_still_while_the_hall_is_lost(opened: Hall) -> None:
    do(opened, c.Start())
    steady = Told()
    async with seat(opened, Role.SPEAKER, (80, 24), steady=steady) as at:
        await at.sees("█")
        await at.loses(opened, steady)
        shown = at.screen
        steady.skip(600)
        at.app.board.beat()
        assert at.screen == shown


async def test_q_leaves_without_a_question(opened: Hall) -> None:
    do(opened, c.Start())
    async with seat(opened, Role.MC) as at:
        await at.sees("Lời dẫn 1")
        await at.press("q")
        await at.until(lambda: not at.app.is_running)
        assert at.app.return_code == 0


async def test_who_is_thrown_out_reads_it_and_leaves_with_an_error(opened: Hall) -> None:
    async with seat(opened, Role.MC) as at:
        await at.sees("đã kết nối")
        (guest,) = opened.access.present
        opened.server.throw_out(guest.guest_id).result(10)
        await at.sees("Máy này không còn được vào", "Bấm q để thoát")
        await at.press("q")
        await at.until(lambda: not at.app.is_running)
        assert at.app.return_code == 1


async def test_a_wrong_code_and_anothers_code_are_told(opened: Hall) -> None:
    async with seat(opened, Role.MC, address=Address(LOOPBACK, opened.port, "AAAAAA", None)) as at:
        await at.sees("Mã không đúng hoặc đã đổi")
    async with seat(opened, Role.MC, address=door(opened, Role.MUSIC)) as at:
        await at.sees("Mã này dành cho")


async def test_a_hall_that_is_not_there_yet_is_told_and_waited_for(opened: Hall) -> None:
    opened.server.stop().result(10)
    async with seat(opened, Role.MC) as at:
        await at.sees(f"Đang kết nối tới 127.0.0.1:{opened.port}", "Máy điều hành chưa trả lời")
        server = HallServer(opened.engine, opened.access, port=opened.port, tz=HERE, language=Language.VI)
        server.start().result(10)
        await at.sees("Lời dẫn 1")
        server.stop().result(10)


async def test_the_stage_has_the_whole_order_and_scrolls(tmp_path: Path) -> None:
    with calm_hall(tmp_path, plan(40)) as opened:
        do(opened, c.Start())
        async with seat(opened, Role.STAGE, (100, 20)) as at:
            await at.sees("K.HOẠCH  THỰC/DỰ", "LỆCH", "NỘI DUNG")
            await at.sees("Mục m1", "Mục m5", "đúng giờ", "▶")
            assert "Mục m40" not in at.screen
            await at.press("end")
            await at.sees("Mục m40")
            await at.press("home")
            await at.sees_no_more("Mục m40")
            await at.press("pagedown", "pagedown")
            await at.sees("Mục m25")
            await at.press(".")
            await at.sees("Mục m5")
            do(opened, c.Jump("m30"))
            do(opened, c.Advance())
            await at.sees("Mục m30", "Mục m31")


async def test_the_mcs_place_in_the_next_words_is_kept_when_they_become_the_current_ones(
    tmp_path: Path,
) -> None:
    words = "\n".join(f"Câu {n} của lời dẫn." for n in range(1, 30))
    long = agenda(*(item(f"m{n}", 10, mc=f"Mở đầu {n}.\n{words}") for n in (1, 2, 3)))
    with calm_hall(tmp_path, long) as opened:
        do(opened, c.Start())
        async with seat(opened, Role.MC, (80, 24)) as at:
            await at.sees("Mở đầu 1.", "dòng ↓")
            while "LỜI DẪN KẾ TIẾP · m2" not in at.screen:
                await at.press("pagedown")
                await at.pilot.pause()
            await at.press("pagedown")
            await at.until(lambda: "LỜI DẪN" not in at.screen)
            read = [line for line in at.screen.splitlines() if "Câu" in line]
            do(opened, c.Advance())
            await at.sees("m2 Mục m2")
            assert [line for line in at.screen.splitlines() if "Câu" in line][:3] == read[:3]
            await at.press("home")
            await at.sees("LỜI DẪN BÂY GIỜ · m2")


async def test_the_speaker_reads_the_message_and_puts_it_away(opened: Hall) -> None:
    do(opened, c.Start())
    async with seat(opened, Role.SPEAKER) as at:
        await at.sees("█", "còn lại")
        caller_says(opened, Role.SPEAKER, "Xin mời kết luận")
        await at.sees("✉ Xin mời kết luận")
        await at.press("enter")
        await at.sees_no_more("Xin mời kết luận")
        (told,) = opened.engine.latest.messages
        assert (told.text, told.answered_by) == ("Xin mời kết luận", "speaker")
        caller_says(opened, Role.SPEAKER, "Còn 1 phút")
        await at.sees("✉ Còn 1 phút")


async def test_the_chairman_reads_a_message_and_answers_it(opened: Hall) -> None:
    do(opened, c.Start())
    async with seat(opened, Role.STAGE) as at:
        await at.sees("Mục m1", "↑ ↓ cuộn   . về hiện tại   m nhắn")
        assert "CHƯA CÓ LỆNH" not in at.screen, "without cues there is no light"
        caller_says(opened, Role.STAGE, "Đại biểu tỉnh đến muộn")
        await at.sees("✉", "Đại biểu tỉnh đến muộn", "1 Đã rõ")
        await at.press("1")
        await at.sees_no_more("Đại biểu tỉnh đến muộn")
        assert opened.engine.latest.messages[0].answered_by == "stage"


async def test_the_hands_behind_the_stage_answer_their_cue_beside_the_whole_order(tmp_path: Path) -> None:
    first = item("m1", 10, cue("chairs", BeforeEnd(minutes(2)), to=Role.STAGE), cue("music"))
    with calm_hall(
        tmp_path, agenda(first, item("m2", 5, cue("table", to=Role.STAGE)), hard_out="9:00")
    ) as opened:
        do(opened, c.Start())
        async with seat(opened, Role.STAGE, (80, 24)) as at:
            await at.sees("█", "còn lại", "Mục m1", "Mục m2", "đúng giờ", "○ CHƯA CÓ LỆNH")
            lines = at.screen.splitlines()
            order = [next(n for n, line in enumerate(lines) if each in line) for each in ORDER_OF_THE_STAGE]
            assert order == sorted(order), "each cue stands beneath its item"
            assert "Lệnh music" not in at.screen
            do(opened, c.StandBy("chairs"))
            await at.sees("◐ CHUẨN BỊ", "ENTER Đã rõ")
            await at.press("enter")
            await at.until(lambda: phase_of(opened, "chairs") is CuePhase.READY)
            await at.sees("● ĐÃ RÕ", "chờ lệnh ĐI", "Đã trả lời")
            do(opened, c.Go("chairs"))
            await at.sees("▶ ĐI!")
            assert opened.engine.latest.answered == {Role.STAGE}


ORDER_OF_THE_STAGE = ("Mục m1 ", "Lệnh chairs  ", "Mục m2 ", "Lệnh table  ")


@pytest.mark.parametrize(
    ("clock", "says", "never"),
    [
        (ClockMode.DOWN, "■ hết giờ", "còn lại"),
        (ClockMode.UP, "quá giờ +", "hết giờ"),
        (ClockMode.UP_SOFT, "● đã qua", "quá giờ"),
    ],
)
async def test_past_the_end_a_speaker_reads_it_and_a_leader_does_not(
    tmp_path: Path, clock: ClockMode, says: str, never: str
) -> None:
    with calm_hall(tmp_path, one_item(clock=clock, duration=timedelta(seconds=1))) as opened:
        do(opened, c.Start())
        async with seat(opened, Role.SPEAKER) as at:
            await at.sees(says)
            assert never not in at.screen


async def test_the_display_shows_what_runs_and_what_comes_and_no_machinery(opened: Hall) -> None:
    do(opened, c.Start())
    steady = Told()
    async with seat(opened, Role.DISPLAY, steady=steady) as at:
        await at.sees("Đang diễn ra", "Mục m1", "Tiếp theo: Mục m2")
        assert "đã kết nối" not in at.screen
        assert "còn lại" not in at.screen
        await at.loses(opened, steady)
        await at.sees("MẤT KẾT NỐI từ", "Mục m1")


async def test_the_crew_reads_who_is_handed_what(tmp_path: Path) -> None:
    award = Award(
        "Quyết định 12/QĐ", "Đồng chí Bí thư", listed("Bà An", "Ông Bình"), called_before_reading=True
    )
    with calm_hall(tmp_path, one_item(award=award)) as opened:
        do(opened, c.Start())
        async with seat(opened, Role.CREW, (80, 40)) as at:
            await at.sees(
                "Quyết định 12/QĐ",
                "Đồng chí Bí thư",
                "1 … chưa thấy  Bà An",
                "2 … chưa thấy  Ông Bình",
                "khay 2 phần",
                "TRƯỚC khi đọc",
            )


async def test_the_mc_reads_the_words_of_an_award_before_its_names(tmp_path: Path) -> None:
    """As on the page; at 80x24 one cut line of the words was left under the names."""
    award = Award("Quyết định 12/QĐ", "Đồng chí Bí thư", listed(*(f"Bà An {n}" for n in range(1, 9))))
    with calm_hall(tmp_path, one_item(award=award, mc="Xin trân trọng kính mời")) as opened:
        do(opened, c.Start())
        async with seat(opened, Role.MC, (80, 24)) as at:
            await at.sees("Xin trân trọng kính mời", "Quyết định 12/QĐ")
            assert at.screen.index("Xin trân trọng kính mời") < at.screen.index("Quyết định 12/QĐ")


@pytest.mark.parametrize(("protected", "looks"), [(True, 1), (False, 2)])
async def test_a_light_that_calls_flashes_but_in_a_protected_item(
    tmp_path: Path, protected: bool, looks: int
) -> None:
    with calm_hall(tmp_path, agenda(item("m1", 10, cue("c1"), protected=protected), item("m2", 5))) as opened:
        do(opened, c.Start())
        steady = Told()
        async with seat(opened, Role.MUSIC, steady=steady) as at:
            await at.sees("◐ ĐẾN LÚC")
            seen = {frozenset(at.colours("ENTER Đã rõ"))}
            for _ in range(2):
                steady.skip(1)
                at.app.board.beat()
                seen.add(frozenset(at.colours("ENTER Đã rõ")))
            assert len(seen) == looks


async def test_the_backdrop_is_read_where_it_is_hung_and_shown(tmp_path: Path) -> None:
    """An award that does not say when the names are called is read too."""
    plan = replace(one_item(award=Award("Quyết định 12/QĐ")), backdrop="ĐẠI HỘI THI ĐUA")
    with calm_hall(tmp_path, plan) as opened:
        do(opened, c.Start())
        for role in (Role.CREW, Role.SCREEN):
            async with seat(opened, role, (80, 40)) as at:
                await at.sees("▭ Phông: ĐẠI HỘI THI ĐUA")
                assert ("Quyết định 12/QĐ" in at.screen) is (role is Role.CREW)


@pytest.mark.parametrize("protected", [True, False])
async def test_in_a_protected_item_nothing_on_any_screen_turns_red_or_bright(
    tmp_path: Path, protected: bool
) -> None:
    """A second long, past the hard out, each hand is called and the record is on a slow disk."""
    roles = [role for role in SCREENS if role is not Role.DISPLAY]
    cues = tuple(cue(f"c-{role}", to=role) for role in roles if role in CUE_ROLES)
    rite = replace(item("m1", 10, *cues, protected=protected), duration=timedelta(seconds=1))
    with calm_hall(tmp_path, agenda(rite, item("m2", 90), hard_out="9:00")) as opened:
        do(opened, c.Start())
        for role in roles:
            async with seat(opened, role, (120, 24), steady=Told()) as at:
                if role in CUE_ROLES:
                    await at.sees("◐ ĐẾN LÚC")
                    # called to stand by, due, and gone: the light is calm through all of it
                    seen = set(at.loud)
                    do(opened, c.Go(f"c-{role}"))
                    await at.sees("▶")
                    await at.until(lambda at=at: "ĐẾN LÚC" not in at.screen)  # type: ignore[misc]
                else:
                    await at.sees("quá giờ" if protected or role is Role.STAGE else "hết giờ")
                    seen = set()
                seen |= at.loud
                assert bool(seen) is not protected, (role, seen)


@pytest.mark.parametrize(
    ("size", "language"),
    [
        ((20, 5), Language.VI),
        ((40, 12), Language.EN),
        ((80, 24), Language.VI),
        ((200, 60), Language.EN),
    ],
)
async def test_every_screen_opens_in_any_terminal_and_follows_its_size(
    opened: Hall, size: tuple[int, int], language: Language
) -> None:
    do(opened, c.Start())
    do(opened, c.StandBy("music2"))
    for role in SCREENS:
        if role in CUE_ROLES or role is Role.SPEAKER:
            caller_says(opened, role, "Chờ thêm một chút, đồng chí Bí thư sắp đến")
        async with seat(opened, role, size, language) as at:
            await at.until(lambda at=at: at.app.board.shown is not None)  # type: ignore[misc]
            assert at.app.board.failure == ""
            lines = at.screen.splitlines()
            assert any(line.strip() for line in lines)
            assert role is not Role.DISPLAY or "Mục m1" in at.screen
            for at_size in ((1, 1), (7, 3), size):
                await at.pilot.resize_terminal(*at_size)
                await at.pilot.pause()
                assert at.app.board.failure == ""


async def test_on_the_smallest_terminal_a_hand_still_sees_the_cue_and_how_to_answer(opened: Hall) -> None:
    do(opened, c.Start())
    steady = Told()
    async with seat(opened, Role.MUSIC, (20, 5), steady=steady) as at:
        await at.sees("ĐẾN LÚC", "ENTER", "music1", ":")
        await at.loses(opened, steady)


# The command's way in


@pytest.mark.parametrize(
    ("role", "url", "code", "says"),
    [
        (Role.MC, "https://a/j/AAAAAA", None, "http://"),
        (Role.MC, "http://a:8765", None, "--code"),
        (Role.MC, "http://a:x/j/AAAAAA", None, "Cổng"),
        (Role.CALLER, "http://a:8765/j/AAAAAA", None, "bàn điều hành"),
    ],
)
def test_what_cannot_be_opened_is_wrong_usage_and_says_why(
    role: Role, url: str, code: str | None, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert open_screen(role, url, code, Language.VI, UTC, system_sources().steady) == 2
    assert says in capsys.readouterr().err


OPEN = """
import sys
from datetime import UTC
from runofshow.clock import system_sources
from runofshow.core.agenda import Role
from runofshow.texts import Language
from runofshow.tui.remote import open_screen
sys.exit(open_screen(Role(sys.argv[1]), sys.argv[2], None, Language.VI, UTC, system_sources().steady))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_it_opens_in_a_real_terminal_shows_the_halls_own_time_and_leaves(opened: Hall) -> None:
    environ = {"TERM": "xterm-256color", "PATH": "", "LANG": "C.UTF-8"}
    url = f"http://127.0.0.1:{opened.port}/j/{opened.access.codes[Role.MC]}"
    with Terminal([sys.executable, "-c", OPEN, "mc", url], environ, 80, 24) as terminal:
        terminal.wait_for("Lời dẫn 1")
        do(opened, c.Start())
        terminal.wait_for("LỜI DẪN BÂY GIỜ")
        hour = opened.engine.latest.now.astimezone(HERE).strftime("%H:")
        assert hour in terminal.lines[0], "this program was told UTC; the hall is seven hours ahead"
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    with Terminal([sys.executable, "-c", OPEN, "music", url], environ, 80, 24) as terminal:
        terminal.wait_for("Mã này dành cho")
        terminal.type("q")
        assert terminal.wait_for_end() == 1
        assert "Mã này dành cho" in terminal.text


def _of_day(time: str) -> float:
    hours, minutes, seconds = time.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(seconds)
