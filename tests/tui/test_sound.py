"""Sound on the console: keys pressed at a show whose player tells its news, facts read off the screen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.command import CommandPalette
from textual.widgets import OptionList

from runofshow.core import commands as c
from runofshow.core import sound_events as s
from runofshow.core.agenda import Action, Role
from runofshow.core.snapshot import CuePhase, CueRow, Lamp, Phase, Snapshot
from runofshow.core.sound import (
    ArmOrder,
    Deck,
    EndedWhy,
    FadeOrder,
    Fault,
    PanicOrder,
    PlayOrder,
    SoundOrder,
    StopOrder,
)
from runofshow.texts import Language
from runofshow.texts.console import EN, VI
from runofshow.texts.pages import PAGES
from runofshow.tui.answers import aware
from runofshow.tui.big_digits import SIZES, big
from runofshow.tui.colours import DARK
from runofshow.tui.command_palette import recordings
from runofshow.tui.dialogs.question import Question
from runofshow.tui.formats import count_down
from runofshow.tui.lamps import shape, style
from runofshow.tui.panels.big_count import number
from tests.core.shows import agenda, cue, item, two_sessions
from tests.core.test_rites import rite
from tests.tui.desk import Desk, desk
from tests.tui.hall import Hall, Venue, hall_for, pen
from tests.tui.sounds import (
    ANTHEM,
    Player,
    anthem,
    armed,
    by_hand,
    died,
    fading,
    failed,
    idle,
    not_armed,
    too_fast,
    welcome,
)

HAND_FADE = timedelta(seconds=2)


def orders(snapshot: Snapshot, after: int) -> list[SoundOrder]:
    """What the player was told since the call with that number."""
    return [call.order for call in snapshot.sound.calls if call.number > after]


def last_call(it: Hall) -> int:
    calls = it.now.sound.calls
    return calls[-1].number if calls else 0


async def told(at: Desk, after: int, count: int = 1) -> list[SoundOrder]:
    snapshot = await at.until(lambda now: len(orders(now, after)) >= count)
    return orders(snapshot, after)


def offered(at: Desk) -> str:
    """What the palette has found."""
    assert isinstance(at.dialog, CommandPalette)
    found = at.dialog.query_one(OptionList)
    return "\n".join(str(found.get_option_at_index(at).prompt) for at in range(found.option_count))


async def asked(at: Desk) -> tuple[str, str]:
    """The question that lies over the board, once it stands, and what is said of it."""
    for _ in range(400):
        # one that has just been pushed has no words yet
        if isinstance(at.dialog, Question) and at.dialog.is_mounted:
            title, why = (str(at.dialog.query_one(part).render()) for part in ("#title", "#why"))
            if title:
                return title, why
        await at.pilot.pause(0.01)
    raise AssertionError(f"nothing was asked; the screen says:\n{at.screen}")


# The music face


async def test_a_cue_that_names_no_recording_is_not_said_to_be_over(venue: Venue) -> None:
    plan = agenda(item("a", 5, cue("text", do=Action.PLAY)), item("b", 5))
    it = hall_for(venue, plan, early=timedelta())
    Player(it)
    it.do(c.Start())
    hands = PAGES[Language.VI].hands
    async with desk(it) as at:
        await at.press("f4")
        assert "Lệnh text" in at.screen
        assert hands.nothing_comes not in at.screen
        assert hands.nothing_to_load in at.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_the_decks_say_what_they_do_with_what_and_for_how_long(
    venue: Venue, size: tuple[int, int]
) -> None:
    async with desk(anthem(venue), size) as at:
        await at.press("f4")
        for fact in (
            "BÀN A  ▶ ĐANG PHÁT",
            "■ KHÔNG LỜI",
            "còn lại",
            "1:05",
            "BÀN B  ● ĐÃ NẠP",
            "Nhạc mặc niệm",
        ):
            assert fact in at.screen
        # 65 seconds less the 23 that were heard
        assert at.engine.latest.sound.decks[0].remaining == timedelta(seconds=42)
        assert "█" in at.screen
        assert "Máy phát: máy này" in at.screen


async def test_in_english_too(venue: Venue) -> None:
    async with desk(anthem(venue), language=Language.EN) as at:
        await at.press("f4")
        for fact in (
            "DECK A  ▶ PLAYING",
            "■ WITHOUT WORDS",
            "DECK B  ● ARMED",
            "Player: this machine",
            "PLAY BY HAND",
        ):
            assert fact in at.screen


async def test_the_count_of_a_deck_runs(venue: Venue) -> None:
    async with desk(anthem(venue)) as at:
        await at.press("f2")
        await at.until_said("còn 0:42")
        at.it.hand.move(timedelta(seconds=3))
        await at.until_said("còn 0:39")


async def test_a_loop_counts_what_was_heard_of_it(venue: Venue) -> None:
    async with desk(welcome(venue)) as at:
        await at.press("f4")
        assert "đã phát · phát lặp" in at.screen


async def test_what_fades_says_so_and_where_the_player_is(venue: Venue) -> None:
    async with desk(fading(venue)) as at:
        await at.press("f4")
        assert "BÀN A  ▽ NHỎ DẦN" in at.screen
        assert "BÀN B  ▶ ĐANG PHÁT" in at.screen
        assert "Máy phát: máy âm thanh" in at.screen


async def test_empty_decks_say_that_they_are(venue: Venue) -> None:
    async with desk(idle(venue)) as at:
        await at.press("f4")
        assert at.screen.count("○ TRỐNG") == 2


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_track_that_failed_says_why_and_what_to_do(venue: Venue, size: tuple[int, int]) -> None:
    async with desk(failed(venue), size) as at:
        await at.press("f4")
        assert "KHÔNG PHÁT ĐƯỢC: không tìm thấy tệp" in at.screen
        assert "Chép tệp vào đúng chỗ rồi bấm l để nạp lại." in at.screen
        assert "KHÔNG TÌM THẤY TỆP NHẠC: Quốc ca không lời" in at.screen
        # the band says it too, in as many words as there is room for
        band = next(line for line in at.screen.splitlines() if "SPACE   ▶" in line)
        assert "✗ KHÔNG PHÁT ĐƯỢC" in band


async def test_the_level_is_shown_where_it_is_heard_and_nowhere_else(venue: Venue) -> None:
    async with desk(anthem(venue), levels=lambda: {Deck.A: -14.2}) as at:
        await at.press("f4")
        await at.until_said("-14 dB")
        assert at.screen.count("mức") == 1
    async with desk(anthem(venue)) as at:
        await at.press("f4")
        assert " dB" not in at.screen


async def test_a_deck_without_sound_says_so(venue: Venue) -> None:
    async with desk(anthem(venue), levels=lambda: {Deck.A: -90.0}) as at:
        await at.press("f4")
        await at.until_said("mức không có tiếng")


async def test_without_a_player_the_operator_is_told_to_play_by_hand(venue: Venue) -> None:
    async with desk(by_hand(venue)) as at:
        await at.press("f4")
        assert VI.sound.by_hand in at.screen
        assert VI.sound.by_hand_advice in at.screen
        assert "LỆNH NHẠC KẾ TIẾP" in at.screen


async def test_a_fast_rehearsal_says_why_there_is_no_music(venue: Venue) -> None:
    async with desk(too_fast(venue), language=Language.EN) as at:
        await at.press("f4")
        assert EN.sound.by_hand_rehearsal in at.screen
        assert EN.sound.by_hand_advice not in at.screen


# The keys


async def test_f7_fades_and_f8_stops_on_any_face(venue: Venue) -> None:
    it = welcome(venue)
    before = last_call(it)
    async with desk(it) as at:
        await at.press("f7")
        assert await told(at, before) == [FadeOrder(None, timedelta(seconds=3))]
        await at.until_said(VI.sound.done_fade)
        await at.press("f4", "f8")
        assert (await told(at, before, 2))[1] == StopOrder(None)


async def test_a_second_panic_within_three_seconds_is_hard(venue: Venue) -> None:
    it = welcome(venue)
    before = last_call(it)
    async with desk(it) as at:
        await at.press("f9")
        assert await told(at, before) == [PanicOrder(hard=False)]
        at.it.hand.move(timedelta(seconds=3))
        await at.press("f9")
        assert (await told(at, before, 2))[1] == PanicOrder(hard=True)
        await at.until_said(VI.sound.done_panic_hard)


async def test_a_panic_after_three_seconds_is_soft_again(venue: Venue) -> None:
    it = welcome(venue)
    before = last_call(it)
    async with desk(it) as at:
        await at.press("f9")
        await told(at, before)
        at.it.hand.move(timedelta(seconds=3.1))
        await at.until(lambda now: now.now - now.sound.calls[-1].at > timedelta(seconds=3))
        await at.press("f9")
        assert (await told(at, before, 2))[1] == PanicOrder(hard=False)


@pytest.mark.parametrize(
    ("keys", "track"), [(("1",), "reception"), (("7",), "call_up"), (("0", "2"), "award_bed")]
)
async def test_a_digit_plays_a_track_of_the_page_by_hand(
    venue: Venue, keys: tuple[str, ...], track: str
) -> None:
    it = welcome(venue)
    before = last_call(it)
    async with desk(it) as at:
        await at.press("f4", *keys)
        assert await told(at, before) == [PlayOrder(track, None, HAND_FADE, timedelta())]
        await at.until_said("Phát tay: ")


async def test_the_list_says_which_track_sounds_and_turns_its_pages(venue: Venue) -> None:
    async with desk(welcome(venue)) as at:
        await at.press("f4")
        assert any("1 ▶ Nhạc đón khách" in line and "ĐANG PHÁT" in line for line in at.screen.splitlines())
        assert "0 trang 1/2" in at.screen
        await at.press("pagedown")
        assert "0 trang 2/2" in at.screen
        assert "Nhạc ký giao ước" in at.screen
        await at.press("0")
        assert "0 trang 1/2" in at.screen
        await at.press("0", "9")
        await at.until_said("Không có bản nhạc số 9.")


async def test_digits_do_nothing_on_the_stage(venue: Venue) -> None:
    it = welcome(venue)
    async with desk(it) as at:
        seq = at.engine.latest.seq
        await at.press("1", "2", "0")
        assert at.engine.latest.seq == seq


@pytest.mark.parametrize("key", ["f7", "f8", "f9", "1"])
async def test_without_a_player_the_refusal_is_said_in_words(venue: Venue, key: str) -> None:
    async with desk(by_hand(venue)) as at:
        seq = at.engine.latest.seq
        await at.press("f4", key)
        await at.until_said("✗ Không có máy phát nhạc")
        assert at.engine.latest.seq == seq


@pytest.mark.parametrize("key", ["l", "enter"])
async def test_what_failed_is_loaded_again(venue: Venue, key: str) -> None:
    it = failed(venue)
    before = last_call(it)
    async with desk(it) as at:
        await at.press("f4", key)
        assert await told(at, before) == [ArmOrder("anthem_khong_loi", ANTHEM)]
        await at.until_said("Đang nạp lại: Quốc ca không lời")


async def test_the_palette_plays_a_track_found_without_marks(venue: Venue) -> None:
    it = welcome(venue)
    before = last_call(it)
    async with desk(it) as at:
        await at.press("ctrl+p")
        assert isinstance(at.dialog, CommandPalette)
        await at.press(*"hanh khuc")
        await at.pilot.pause(0.5)
        await at.press("enter")
        assert await told(at, before) == [PlayOrder("march", None, HAND_FADE, timedelta())]


def test_the_palette_names_the_two_anthems_apart(venue: Venue) -> None:
    said = [text for _, text in recordings(VI, idle(venue).agenda.tracks)]
    assert "Phát tay: Quốc ca không lời [KHÔNG LỜI]" in said
    assert "Phát tay: Quốc ca có lời (dự phòng) [CÓ LỜI]" in said


async def test_the_footer_has_the_keys_of_sound_while_something_sounds(venue: Venue) -> None:
    async with desk(anthem(venue)) as at:
        assert "F7 nhỏ dần   F8 dừng nhạc   F9 tắt hết" in at.screen
    async with desk(idle(venue)) as at:
        assert "F7" not in at.screen
        await at.press("f4")
        assert "1–9 phát tay   F7 nhỏ dần" in at.screen


# The anthem


@pytest.mark.parametrize(
    ("key", "why", "order"),
    [
        ("f7", VI.sound.ask_anthem_fade, FadeOrder(None, timedelta(seconds=3))),
        ("f8", VI.sound.ask_anthem_stop, StopOrder(None)),
        ("f9", VI.sound.ask_anthem_panic, PanicOrder(hard=False)),
        (
            "1",
            VI.sound.ask_anthem_play.format(title="Nhạc đón khách"),
            PlayOrder("reception", None, HAND_FADE, timedelta()),
        ),
    ],
)
async def test_the_anthem_is_silenced_only_after_a_question_whose_default_is_no(
    venue: Venue, key: str, why: str, order: SoundOrder
) -> None:
    it = anthem(venue)
    before = last_call(it)
    async with desk(it) as at:
        await at.press("f4")
        for no in ("enter", "escape"):
            await at.press(key)
            assert await asked(at) == ("Quốc ca đang phát. Vẫn tắt?", why)
            await at.press(no)
            assert orders(at.engine.latest, before) == []
        await at.press(key)
        await asked(at)
        await at.press("c")
        assert await told(at, before) == [order]


async def test_a_rite_is_left_only_after_a_question_whatever_the_key(venue: Venue) -> None:
    it = hall_for(venue, rite(), early=timedelta())
    it.do(c.Start())
    it.move(seconds=60)
    it.do(c.Advance())
    it.move(seconds=2)
    title = VI.questions.unplayed.format(title="Mục flag")
    async with desk(it, (80, 24)) as at:
        for keys in (["n"], ["b"], ["end", "enter", "n"]):
            await at.press(*keys)
            assert (await asked(at))[0] == title
            await at.press("enter")
            assert (at.dialog, at.current) == (None, "flag")
        await at.press("n")
        await asked(at)
        await at.press("c")
        await at.until(lambda now: now.current is not None and now.current.row.number == "report")


async def test_a_step_back_over_a_pause_goes_only_after_a_question(venue: Venue) -> None:
    it = hall_for(venue, two_sessions(), early=timedelta())
    it.do(c.Start())
    for minutes in (10, 20, 30):
        it.hand.move(timedelta(minutes=minutes))
        it.do(c.Advance())
    async with desk(it, (80, 24)) as at:
        for answer, runs in (("enter", "c"), ("c", "b")):
            await at.press("b")
            assert (await asked(at))[0] == VI.questions.long_over.format(title="Mục b")
            await at.press(answer)
            await at.until(lambda now, runs=runs: now.current is not None and now.current.row.number == runs)  # type: ignore[misc]


async def test_a_cue_that_would_cut_the_anthem_goes_by_space_only_after_the_question(venue: Venue) -> None:
    it = anthem(venue)
    it.do(c.Advance(sure=True))
    it.move(seconds=2)
    while (cue := getattr(it.now.next_call, "cue", None)) is not None and cue.to is not Role.MUSIC:
        it.do(c.Go())
        it.move(seconds=1)
    assert cue is not None
    before = last_call(it)
    async with desk(it) as at:
        await at.press("space")
        _, why = await asked(at)
        assert cue.text in why
        await at.press("escape")
        assert orders(at.engine.latest, before) == []
        await at.press("space")
        await asked(at)
        await at.press("c")
        (order,) = await told(at, before)
        assert isinstance(order, PlayOrder)
        assert order.cue_id == cue.cue_id


async def test_a_sting_over_the_anthem_needs_no_question(venue: Venue) -> None:
    it = anthem(venue)
    before = last_call(it)
    async with desk(it) as at:
        await at.press("f4", "0", "1")
        (order,) = await told(at, before)
        assert isinstance(order, PlayOrder)
        assert order.track_id == "bell"


# The call


def go_cap(it: Hall) -> bool:
    """Whether GO is green."""
    call = it.now.next_call
    cue = getattr(call, "cue", None)
    assert cue is not None
    assert cue.cue_id == ANTHEM
    assert isinstance(cue, CueRow)
    return cue.lamp is Lamp.READY


def test_go_is_green_only_when_the_track_is_armed(venue: Venue) -> None:
    it = armed(venue)
    assert go_cap(it)
    Player.clears(Player(it), Deck.A)
    it.do(c.Acknowledge(ANTHEM), by="music")
    # a hand that answers for the machine proves nothing
    assert not go_cap(it)
    assert not go_cap(not_armed(venue))
    assert not go_cap(failed(venue))


async def test_the_call_line_says_armed_or_why_not(venue: Venue) -> None:
    async with desk(armed(venue)) as at:
        assert "Âm thanh: ● ĐÃ NẠP · khi nghe “Chào cờ!”" in at.screen
    async with desk(not_armed(venue)) as at:
        assert "Âm thanh: ◐ CHƯA NẠP: hai bàn đang bận" in at.screen
    async with desk(armed(venue), (80, 24)) as at:
        assert "● ĐÃ NẠP" in next(line for line in at.screen.splitlines() if "SPACE   ▶" in line)


def test_not_armed_is_amber_failed_is_red_armed_is_green(venue: Venue) -> None:
    for state, sign, ink in (
        (armed, "●", DARK.green),
        (not_armed, "◐", DARK.amber),
        (failed, "✗", DARK.red),
    ):
        it = state(venue)
        draws = aware(pen(agenda=it.agenda), it.now)
        cue = next(one for one in it.now.cues if one.cue_id == ANTHEM)
        assert (shape(cue), style(cue, draws)) == (sign, ink)


def test_nobody_is_waited_for_where_the_machine_plays(venue: Venue) -> None:
    it = not_armed(venue)
    it.move(seconds=40)
    cue = next(one for one in it.now.cues if one.cue_id == ANTHEM)
    assert cue.phase is CuePhase.STANDBY
    assert ANTHEM not in aware(pen(), it.now).waiting


# What sounds, on every face


@pytest.mark.parametrize("face", ["f2", "f3", "f4", "f6"])
async def test_what_sounds_stands_beside_the_times_of_the_show(venue: Venue, face: str) -> None:
    async with desk(anthem(venue)) as at:
        await at.press(face)
        assert "♪ Quốc ca không lời  ■ KHÔNG LỜI   còn 0:42" in at.screen


async def test_where_there_is_little_room_its_time_is_left_and_nothing_else_goes(venue: Venue) -> None:
    it = anthem(venue)
    async with desk(it, (75, 24)) as at:
        line = next(line for line in at.screen.splitlines() if "hạn " in line)
        assert "còn dư" in line
        assert line.endswith("♪ 0:42")


async def test_the_display_of_the_hall_says_nothing_of_it(venue: Venue) -> None:
    async with desk(anthem(venue)) as at:
        await at.press("f5")
        assert "♪" not in at.screen
        assert "0:42" not in at.screen


async def test_silence_is_not_mentioned(venue: Venue) -> None:
    async with desk(idle(venue)) as at:
        assert "♪" not in at.screen.splitlines()[-2]


# Alarms and the log


async def test_a_player_that_died_is_an_alarm_in_words(venue: Venue) -> None:
    async with desk(died(venue)) as at:
        assert "MÁY PHÁT NHẠC BỊ TẮT, đang tự mở lại: Phóng sự Một năm thi đua · máy điều hành" in at.screen
        # the palette's word speaks of all alarms, and all go, whatever they are about
        at.engine.ask(c.ReportClock(c.ClockFault.SLEPT, timedelta(minutes=1))).result(5)
        await at.until(lambda now: len(now.alarms) == 2)
        await at.press("ctrl+p", *"canh bao")
        for _ in range(400):
            if "Đã xem: ẩn mọi cảnh báo" in offered(at):
                break
            await at.pilot.pause(0.01)
        await at.press("enter")
        await at.until(lambda now: not now.alarms)


async def test_the_log_tells_what_the_player_told(venue: Venue) -> None:
    it = anthem(venue)
    player = Player(it)
    player.begins(Deck.A, "anthem_khong_loi", ANTHEM, within=timedelta(seconds=24))
    player.ends(Deck.A, "anthem_khong_loi", EndedWhy.END, ANTHEM)
    player.fails("clip", Fault.CORRUPT, "no audio stream")
    it.do(c.FadeSound(track_id="reception"))
    it.do(c.ReportSignal(s.SignalFailed("qlab", "refused", 3, it.now.now)), by="signals")
    async with desk(it) as at:
        await at.press("f6")
        for fact in (
            "máy phát",
            "đã nạp bàn B: Nhạc mặc niệm",
            "đang phát bàn A: Quốc ca không lời [KHÔNG LỜI]",
            "phát tiếp bàn A từ 0:24: Quốc ca không lời",
            "Quốc ca không lời [KHÔNG LỜI]: hết bài",
            "không phát được Phóng sự Một năm thi đua [TIẾNG CLIP]: tệp hỏng · no audio stream",
            "nhỏ dần rồi tắt  Nhạc đón khách · 0:03",
            "điều khiển",
            "không gửi được qlab, 3 lần · máy có đó nhưng phần mềm nhận chưa mở",
            "có máy phát: máy này",
        ):
            assert fact in at.screen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (180, 48)])
async def test_while_the_anthem_sounds_its_time_left_is_the_count(
    venue: Venue, size: tuple[int, int]
) -> None:
    it = anthem(venue)
    left = next(deck.remaining for deck in it.now.sound.decks if deck.remaining is not None)
    shown = number(it.now.count, it.now.now, pen())
    assert shown is not None
    assert (shown.text, shown.label) == (count_down(left), "Quốc ca còn")
    async with desk(it, size=size) as at:
        assert "Quốc ca còn" in at.screen
        stage = drawn_high(at.screen, count_down(left))
        await at.press("f4")
        assert "còn lại" in at.screen
        assert drawn_high(at.screen, count_down(left)) >= stage >= 5
        await at.press("f2", "h")
        await at.until(lambda now: now.phase is Phase.HELD)
        assert "Quốc ca còn" in at.screen


def drawn_high(screen: str, text: str) -> int:
    """How many lines high `text` stands on the screen, as large as it is anywhere."""
    return max(size.rows for size in SIZES if all(line.rstrip() in screen for line in big(text, size)))
