"""The MC's words scroll at a reading speed, and the commands of a rite are ticked off one by one."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Role
from runofshow.core.value import replace
from runofshow.tui.views.lectern import FASTEST, SLOWEST, Lectern, commands_in, paced, started, stepped
from tests.core.shows import agenda, item
from tests.line.guests import Told, do
from tests.screen.looking import Seat, calm_hall, seat
from tests.web.halls import Hall

SALUTE = "Kính mời quý vị đứng dậy làm lễ chào cờ.\nNghiêm!\nChào cờ!\n\nThôi!"
SILENCE = "Phút mặc niệm bắt đầu!\nThôi!"
LONG = "\n".join(f"Câu {n} của lời dẫn dài bảy tiếng." for n in range(1, 41))
"""Forty lines of eight words, each with an empty row beneath: a row lasts as long as four words."""
ROW_S = 60 * 4 / 150
"""Seconds a row takes at the pace it begins with."""


class Reading(Told):
    """The reader's seconds pass when told; the connection's threads keep to the real ones."""

    def __init__(self) -> None:
        super().__init__(time.monotonic())

    def __call__(self) -> float:
        is_reader = threading.current_thread() is threading.main_thread()
        return super().__call__() if is_reader else time.monotonic()


def rites(**more: object) -> Agenda:
    salute = replace(item("m1", 5, mc=SALUTE, protected=True), kind="flag_salute", **more)  # type: ignore[arg-type]
    silence = replace(item("m2", 1, mc=SILENCE, protected=True), kind="moment_of_silence")
    return agenda(salute, silence, item("m3", 10, mc="Xin trân trọng cảm ơn."))


@asynccontextmanager
async def lectern(
    folder: Path, plan: Agenda, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[Hall, Seat, Told]]:
    steady = Reading()
    with calm_hall(folder, plan) as opened:
        do(opened, c.Start())
        async with seat(opened, Role.MC, size, steady=steady) as at:
            await at.sees("LỜI DẪN BÂY GIỜ · m1")
            yield opened, at, steady


def marked(at: Seat) -> list[str]:
    """What the screen says is called next."""
    return [line.split("→ [ ] ")[1] for line in at.screen.splitlines() if "SẮP HÔ → [ ] " in line]


def sentences(at: Seat) -> list[str]:
    return [
        line.split(" của")[0] for line in map(str.strip, at.screen.splitlines()) if line.startswith("Câu")
    ]


def pass_by(at: Seat, steady: Told, seconds: float) -> None:
    """Time goes by in quarters of a second, as the screen beats."""
    for _ in range(round(seconds * 4)):
        steady.skip(0.25)
        at.app.board.beat()


# Reckoned


@given(
    st.integers(SLOWEST, FASTEST),
    st.floats(0.001, 2),
    st.lists(st.floats(0, 1), min_size=1, max_size=200),
)
def test_no_part_of_a_row_is_lost_however_slow_the_pace_and_uneven_the_beats(
    pace: int, rows_a_word: float, pauses: list[float]
) -> None:
    now, gone = 0.0, 0
    at = started(Lectern(pace), now)
    for pause in pauses:
        now += pause
        at, rows = stepped(at, now, rows_a_word)
        gone += rows
    due = now * pace / 60 * rows_a_word
    assert gone <= due + 1e-6
    assert due - gone < 1 + 1e-6


def test_a_machine_that_slept_does_not_jump_over_the_words() -> None:
    at, rows = stepped(started(Lectern(), 0.0), 600.0, 1.0)
    assert rows == 2, "one second at 150 words a minute"
    assert stepped(at, 600.0, 1.0)[1] == 0


def test_the_pace_has_a_slowest_and_a_fastest_step() -> None:
    assert paced(Lectern(), -1).pace == 140
    assert paced(Lectern(), -50).pace == 60
    assert paced(Lectern(), 50).pace == 340


def test_only_rites_have_commands_and_every_line_is_one() -> None:
    assert commands_in("flag_salute", SALUTE) == tuple(SALUTE.replace("\n\n", "\n").split("\n"))
    assert commands_in("moment_of_silence", "\n \n") == ()
    assert commands_in("opening", SALUTE) == ()


# Scrolled


async def test_the_words_scroll_at_the_pace_the_footer_says_until_c_stops_them(tmp_path: Path) -> None:
    async with lectern(tmp_path, agenda(item("m1", 10, mc=LONG), item("m2", 5))) as (_, at, steady):
        await at.sees("c ▼ tự cuộn", "- + 150 âm tiết/phút")
        assert sentences(at)[0] == "Câu 1"
        pass_by(at, steady, 30)
        assert sentences(at)[0] == "Câu 1", "nothing moves before it is asked for"
        await at.press("c")
        await at.sees("c ■ dừng cuộn")
        # three rows of heading and four sentences of two rows each
        pass_by(at, steady, 11.25 * ROW_S)
        assert sentences(at)[0] == "Câu 5"
        await at.press("c")
        await at.sees("c ▼ tự cuộn")
        pass_by(at, steady, 30)
        assert sentences(at)[0] == "Câu 5"


async def test_slower_and_faster_change_the_pace_while_it_scrolls(tmp_path: Path) -> None:
    async with lectern(tmp_path, agenda(item("m1", 10, mc=LONG), item("m2", 5))) as (_, at, steady):
        await at.press("minus")
        await at.sees("140 âm tiết/phút")
        await at.press("plus", "c", *["plus"] * 19)
        await at.sees("340 âm tiết/phút")
        pass_by(at, steady, 11.25 * 60 * 4 / 340)
        assert sentences(at)[0] == "Câu 5"


@pytest.mark.parametrize("key", ["up", "down", "pagedown", "home"])
async def test_the_readers_own_hand_stops_it(tmp_path: Path, key: str) -> None:
    async with lectern(tmp_path, agenda(item("m1", 10, mc=LONG), item("m2", 5))) as (_, at, steady):
        await at.press("c")
        pass_by(at, steady, 8)
        await at.press(key)
        await at.sees("Đã dừng tự cuộn")
        seen = sentences(at)
        pass_by(at, steady, 30)
        assert sentences(at) == seen


async def test_it_stops_at_the_end_and_where_all_is_in_sight_it_does_not_begin(tmp_path: Path) -> None:
    async with lectern(tmp_path, agenda(item("m1", 10, mc=LONG))) as (_, at, steady):
        await at.press("c")
        pass_by(at, steady, 80 * ROW_S)
        await at.sees("Câu 40", "c ▼ tự cuộn")
        await at.press("c")
        await at.sees("Lời dẫn đã hiện hết")
        assert "dừng cuộn" not in at.screen


async def test_it_waits_before_the_next_items_words_and_goes_on_when_asked(tmp_path: Path) -> None:
    plan = agenda(item("m1", 10, mc=LONG), item("m2", 10, mc=LONG))
    async with lectern(tmp_path, plan) as (_, at, steady):
        await at.press("c")
        pass_by(at, steady, 100 * ROW_S)
        await at.sees("Câu 40", "LỜI DẪN KẾ TIẾP · m2", "c ▼ tự cuộn")
        waiting = sentences(at)
        pass_by(at, steady, 30 * ROW_S)
        assert sentences(at) == waiting
        await at.press("c")
        pass_by(at, steady, 30 * ROW_S)
        await at.sees("c ■ dừng cuộn")
        assert "Câu 40" not in sentences(at)


async def test_it_goes_on_from_the_same_line_when_the_next_item_begins(tmp_path: Path) -> None:
    plan = agenda(item("m1", 10, mc="Một câu."), item("m2", 10, mc=LONG), item("m3", 5))
    async with lectern(tmp_path, plan) as (opened, at, steady):
        await at.press("c")
        pass_by(at, steady, 20 * ROW_S)
        seen = sentences(at)
        assert seen[0] != "Câu 1"
        do(opened, c.Advance())
        await at.sees("m2 Mục m2", "c ■ dừng cuộn")
        assert sentences(at)[:3] == seen[:3]
        pass_by(at, steady, 4 * ROW_S)
        assert sentences(at)[0] != seen[0]


async def test_words_read_aloud_are_never_hidden_by_a_note(tmp_path: Path) -> None:
    words = " ".join(f"tiếng{n}" for n in range(1, 400))
    async with lectern(tmp_path, agenda(item("m1", 10, mc=words))) as (_, at, steady):
        await at.press("c")
        for _ in range(12):
            pass_by(at, steady, 2)
            # beside the count stands how the passage begins that should be read by now
            read = [line for line in at.screen.splitlines() if "theo lời dẫn" not in line]
            shown = [int(found) for found in re.findall(r"\btiếng(\d+)\b", "\n".join(read))]
            assert shown == list(range(shown[0], shown[-1] + 1))


async def test_the_other_hands_keep_their_keys(tmp_path: Path) -> None:
    with calm_hall(tmp_path, rites()) as opened:
        do(opened, c.Start())
        async with seat(opened, Role.MUSIC) as at:
            await at.sees("ENTER Đã rõ")
            await at.press("c", "x", "u", "plus")
            await at.pilot.pause()
            assert "cuộn" in at.screen
            assert "âm tiết/phút" not in at.screen
            assert "SẮP HÔ" not in at.screen


# Ticked


async def test_a_rites_lines_are_ticked_one_by_one_and_the_next_one_is_marked(tmp_path: Path) -> None:
    async with lectern(tmp_path, rites(), (80, 40)) as (_, at, steady):
        await at.sees("KHẨU LỆNH · đã hô 0/4", "x đã hô", "u bỏ dấu")
        assert marked(at) == ["Kính mời quý vị đứng dậy làm lễ chào cờ."]
        await at.press("x")
        await at.sees("[✓] Kính mời quý vị", "đã hô 1/4")
        assert marked(at) == ["Nghiêm!"]
        steady.skip(1)
        await at.press("x")
        await at.sees("[✓] Nghiêm!")
        assert marked(at) == ["Chào cờ!"]
        await at.press("u")
        await at.sees("[ ] Nghiêm!")
        assert marked(at) == ["Nghiêm!"]


async def test_a_key_held_down_ticks_one_command(tmp_path: Path) -> None:
    async with lectern(tmp_path, rites(), (80, 40)) as (_, at, steady):
        await at.press("x", "x", "x")
        steady.skip(0.3)
        await at.press("x")
        await at.sees("đã hô 1/4")
        assert marked(at) == ["Nghiêm!"]


async def test_after_the_salute_the_silence_is_marked_and_each_item_keeps_its_ticks(tmp_path: Path) -> None:
    async with lectern(tmp_path, rites(), (80, 50)) as (opened, at, steady):
        for _ in range(4):
            await at.press("x")
            steady.skip(1)
        await at.sees("✓ KHẨU LỆNH · đã hô đủ 4/4")
        assert marked(at) == ["Phút mặc niệm bắt đầu!"]
        do(opened, c.Advance())
        await at.sees("LỜI DẪN BÂY GIỜ · m2")
        await at.press("x")
        await at.sees("đã hô 1/2")
        assert marked(at) == ["Thôi!"]
        do(opened, c.Undo())
        await at.sees("LỜI DẪN BÂY GIỜ · m1", "đã hô đủ 4/4", "đã hô 1/2")
        await at.press("u", "u")
        await at.sees("đã hô 3/4", "đã hô 0/2")
        assert marked(at) == ["Thôi!"]


async def test_a_tick_too_many_is_told_and_changes_nothing(tmp_path: Path) -> None:
    async with lectern(tmp_path, rites(), (80, 50)) as (_, at, steady):
        await at.press("u")
        await at.sees("Chưa đánh dấu khẩu lệnh nào")
        for _ in range(6):
            await at.press("x")
            steady.skip(1)
        assert marked(at) == []
        await at.press("x")
        await at.sees("Không còn khẩu lệnh nào", "đã hô đủ 4/4", "đã hô đủ 2/2")


async def test_the_command_to_call_is_brought_into_sight(tmp_path: Path) -> None:
    orders = "\n".join(f"Khẩu lệnh số {n}!" for n in range(1, 21))
    async with lectern(tmp_path, rites(mc=orders)) as (_, at, steady):
        for n in range(1, 20):
            assert marked(at) == [f"Khẩu lệnh số {n}!"]
            await at.press("x")
            steady.skip(1)
        assert "[✓] Khẩu lệnh số 19!" in at.screen


async def test_a_narrow_terminal_keeps_the_arrow_and_the_boxes(tmp_path: Path) -> None:
    async with lectern(tmp_path, rites(), (40, 30)) as (_, at, _steady):
        await at.press("x")
        await at.sees("[✓] Kính mời", "→ [ ] Nghiêm!")


async def test_ordinary_words_have_no_boxes_and_no_keys_for_them(tmp_path: Path) -> None:
    async with lectern(tmp_path, agenda(item("m1", 10, mc=SALUTE), item("m2", 5))) as (_, at, _steady):
        await at.press("x")
        assert "[" not in at.screen.replace("[✓]", "[")
        assert "đã hô" not in at.screen
