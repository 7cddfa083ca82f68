"""The music operator's keys in a terminal: what they ask of the player, and what is done without the hall."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from runofshow.core import commands as c
from runofshow.core import sound_events as s
from runofshow.core.agenda import Action, Agenda, AtStart, OnWord, Role, Track, TrackMark
from runofshow.core.events import Entry
from runofshow.core.snapshot import CuePhase
from runofshow.core.sound import (
    Armed,
    ArmOrder,
    Deck,
    FadeOrder,
    Fault,
    PanicOrder,
    PlayOrder,
    Sounding,
    SoundOrder,
    StopOrder,
)
from runofshow.core.value import replace
from runofshow.core.views.sound import call_of
from runofshow.line.address import Address
from runofshow.line.played_here import PlayedHere, PlaysHere, Silence
from runofshow.live import BY_PLAYER
from runofshow.players.post import order_of
from runofshow.tui.big_digits import SIZES, big
from runofshow.tui.dialogs.question import Question
from runofshow.web.network import LOOPBACK
from tests.core.shows import agenda, cue, item
from tests.line.guests import Told, do
from tests.line.relay import relay
from tests.screen.looking import Seat, calm_hall, seat
from tests.web.halls import Hall

THEN = datetime(2020, 3, 27, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
FADE, STOP, SOFTLY, HARD = FadeOrder(None, 3 * SECOND), StopOrder(None), PanicOrder(False), PanicOrder(True)


def music() -> Agenda:
    """A bed at once, the anthem an hour later; eleven recordings, the last without a file."""
    titles = ("Nhạc nền", "Quốc ca", *(f"Bản {n}" for n in range(3, 11)))
    tracks = [Track(f"t{n}", title, f"{n}.wav") for n, title in enumerate(titles, 1)]
    tracks[1] = replace(tracks[1], mark=TrackMark.ANTHEM_WITHOUT_WORDS)
    bed = cue("bed", OnWord("Mời"), do=Action.PLAY, track_id="t1")
    anthem = cue("anthem", AtStart(), do=Action.PLAY, track_id="t2")
    plan = agenda(item("m1", 60, bed), item("m2", 10, anthem))
    return replace(plan, tracks=(*tracks, Track("t11", "Bản thiếu")))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Hall]:
    with calm_hall(tmp_path, music()) as opened:
        yield opened


def tells(hall: Hall, *news: s.SoundNews) -> None:
    """The player of the console tells, and is believed."""
    for one in news:
        assert isinstance(hall.engine.ask(c.ReportSound(one), BY_PLAYER).result(10), Entry)


def armed(deck: Deck, track_id: str, cue_id: str) -> s.TrackArmed:
    return s.TrackArmed(deck, track_id, cue_id, 3 * MINUTE, THEN)


def began(deck: Deck, track_id: str) -> s.TrackBegan:
    return s.TrackBegan(deck, track_id, None, 3 * MINUTE, timedelta(), THEN)


def has_player(hall: Hall) -> None:
    """The console plays, and has armed what comes."""
    tells(hall, s.PlayerCame("console", THEN), armed(Deck.A, "t1", "bed"), armed(Deck.B, "t2", "anthem"))


def orders(hall: Hall) -> list[SoundOrder]:
    return [call.order for call in hall.engine.latest.sound.calls]


async def told(at: Seat, hall: Hall, *wanted: SoundOrder) -> None:
    await at.until(lambda: orders(hall) == [*wanted], f"{wanted}, but {orders(hall)}")


async def asked(at: Seat, title: str) -> None:
    """A question lies over the board."""

    def says() -> bool:
        top = at.app.screen
        return isinstance(top, Question) and title in str(top.query_one("#title").render())

    await at.until(says, title)
    # the same screen may still have the words of the question before, and not yet its own focus
    await at.pilot.pause()


async def says(at: Seat, key: str) -> None:
    """Answer the question, and see it go."""
    await at.press(key)
    await at.until(lambda: at.app.screen is at.app.board, "that the question has gone")


@dataclass
class Here:
    """The player of this very machine, as the desk knows it."""

    decks: Mapping[Deck, Armed | Sounding] = field(default_factory=dict)
    levels: Mapping[Deck, float] = field(default_factory=dict)
    is_ours: bool = True
    failure: str = ""
    silenced: list[Silence] = field(default_factory=list)
    left: list[bool] = field(default_factory=list)

    def ways(self) -> PlaysHere:
        def now() -> PlayedHere:
            return PlayedHere(self.decks, self.levels, self.is_ours, self.failure)

        return PlaysHere(lambda: None, lambda: self.left.append(True), self.silenced.append, now)


async def plays_here(at: Seat, track_id: str) -> None:
    """The machine of this screen has the place, and the track sounds."""
    await at.sees("đã kết nối")
    at.app.connection.order(order_of(s.PlayerCame("music", THEN), THEN, timedelta()), lambda answer: None)
    await at.sees("Máy phát: máy này")
    at.app.connection.order(order_of(began(Deck.A, track_id), THEN, timedelta()), lambda answer: None)
    await at.sees("▶ ĐANG PHÁT")


# What is seen


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_decks_what_comes_the_light_and_the_keys_are_in_sight(
    opened: Hall, size: tuple[int, int]
) -> None:
    has_player(opened)
    do(opened, c.Start())
    tells(opened, began(Deck.A, "t3"))
    async with seat(opened, Role.MUSIC, size) as at:
        await at.sees("Máy phát: máy điều hành", "BÀN A  ▶ ĐANG PHÁT", "Bản 3", "còn lại")
        await at.sees("BÀN B  ● ĐÃ NẠP", "■ KHÔNG LỜI", "3:00")
        await at.sees("LỆNH NHẠC KẾ TIẾP", "CHƯA NẠP", "PHÁT TAY", "0 trang 1/2", "3 ▶ Bản 3")
        await at.sees("g ▶ ĐI m1 Lệnh bed", "F7 nhỏ dần", "F8 dừng nhạc", "F9 tắt hết", "1–9 phát tay")
        assert " dB" not in at.screen, "nobody hears it here"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_is_left_of_the_anthem_is_the_count_while_it_sounds(
    opened: Hall, size: tuple[int, int]
) -> None:
    has_player(opened)
    do(opened, c.Start())
    async with seat(opened, Role.MUSIC, size) as at:
        await at.sees("BÀN B  ● ĐÃ NẠP")
        assert "Quốc ca còn" not in at.screen
        tells(opened, began(Deck.B, "t2"))
        await at.sees("Quốc ca còn", "BÀN B  ▶ ĐANG PHÁT")
        # THEN is the plan's hour, so all of it is left, or has just been heard
        rests = ("3:00", "2:59", "0:00")
        rows = 5 if size[1] < 30 else 9
        large = next(one for one in SIZES if one.rows == rows)
        assert any(all(line.rstrip() in at.screen for line in big(rest, large)) for rest in rests), at.screen


async def test_a_track_that_failed_says_why_and_what_to_do(opened: Hall) -> None:
    has_player(opened)
    do(opened, c.Start())
    tells(opened, s.DeckCleared(Deck.A, THEN), s.TrackFailed("t1", "bed", Fault.MISMATCH, "", THEN))
    async with seat(opened, Role.MUSIC) as at:
        await at.sees("KHÔNG PHÁT ĐƯỢC: khác bản đã chọn", "→ Chép đúng bản đã chọn rồi bấm l để nạp lại.")
        await at.press("l")
        await told(at, opened, ArmOrder("t1", "bed"))
        await at.sees("Đang nạp lại: Nhạc nền")


async def test_where_all_is_armed_there_is_nothing_to_load_again(opened: Hall) -> None:
    has_player(opened)
    async with seat(opened, Role.MUSIC) as at:
        await at.sees("ĐÃ NẠP")
        await at.press("l")
        await at.sees("Không có hiệu lệnh nhạc nào cần nạp lại.")
        assert orders(opened) == []


# The keys


@pytest.mark.parametrize("key", ["g", "f6"])
async def test_go_calls_the_next_music_cue(opened: Hall, key: str) -> None:
    has_player(opened)
    do(opened, c.Start())
    async with seat(opened, Role.MUSIC) as at:
        await at.sees("● ĐÃ NẠP", "g ▶ ĐI")
        await at.press(key)
        await told(at, opened, PlayOrder("t1", "bed", timedelta(), timedelta()))
        await at.sees("Đã gọi: m1 Lệnh bed")


async def test_go_before_the_stand_by_is_asked_about_first(opened: Hall) -> None:
    has_player(opened)
    do(opened, c.Start())
    do(opened, c.Go("bed"))
    async with seat(opened, Role.MUSIC) as at:
        await at.sees("g ▶ ĐI m2 Lệnh anthem")
        for no in ("escape", "enter"):
            await at.press("g")
            await asked(at, "Chưa đến lúc: m2 Lệnh anthem. Vẫn phát?")
            await says(at, no)
        assert len(orders(opened)) == 1
        await at.press("g")
        await asked(at, "Chưa đến lúc")
        await says(at, "c")
        await at.until(lambda: len(orders(opened)) == 2)
        gone = next(one for one in opened.engine.latest.cues if one.cue_id == "anthem")
        assert gone.phase is CuePhase.GONE


async def test_fade_stop_and_panic_and_a_second_panic_is_hard(opened: Hall) -> None:
    has_player(opened)
    tells(opened, began(Deck.A, "t3"))
    async with seat(opened, Role.MUSIC) as at:
        await at.sees("▶ ĐANG PHÁT")
        await at.press("f7")
        await told(at, opened, FADE)
        await at.sees("Nhỏ dần rồi tắt.")
        await at.press("f8")
        await told(at, opened, FADE, STOP)
        await at.press("f9")
        await told(at, opened, FADE, STOP, SOFTLY)
        await at.sees("Tắt mọi tiếng.")
        await at.until(lambda: _last_known_call(at) == SOFTLY)
        await at.press("f9")
        await told(at, opened, FADE, STOP, SOFTLY, HARD)


async def test_digits_play_by_hand_and_0_turns_the_page(opened: Hall) -> None:
    has_player(opened)
    hand_fade = 2 * SECOND
    async with seat(opened, Role.MUSIC) as at:
        await at.sees("PHÁT TAY")
        await at.press("3")
        await told(at, opened, PlayOrder("t3", None, hand_fade, timedelta()))
        await at.sees("Phát tay: Bản 3")
        await at.press("0")
        await at.sees("0 trang 2/2", "Bản 10", "chưa có tệp")
        await at.press("1")
        await at.until(lambda: len(orders(opened)) == 2)
        await at.press("2")
        await at.sees("Bản thiếu: chưa có tệp")
        await at.press("3")
        await at.sees("Không có bản nhạc số 3.")
        assert orders(opened)[1:] == [PlayOrder("t10", None, hand_fade, timedelta())]


async def test_a_message_is_answered_with_f3_while_digits_play(opened: Hall) -> None:
    has_player(opened)
    async with seat(opened, Role.MUSIC) as at:
        do(opened, c.SendMessage(Role.MUSIC, "Chờ thêm"))
        await at.sees("✉", "Chờ thêm", "F2 Đã rõ", "F3 Chờ một chút", "F5 Cần người hỗ trợ")
        await at.press("f3")
        await at.sees_no_more("✉")
        assert opened.engine.latest.messages[-1].text == "Chờ một chút"
        assert orders(opened) == []


async def test_the_anthem_is_silenced_only_after_a_question_whose_default_is_no(opened: Hall) -> None:
    has_player(opened)
    tells(opened, began(Deck.B, "t2"))
    async with seat(opened, Role.MUSIC) as at:
        await at.sees("▶ ĐANG PHÁT")
        # a button that was just pressed takes no enter for a moment, so that is tried once
        for key, no in (("f7", "enter"), ("f8", "escape"), ("f9", "escape"), ("3", "escape")):
            await at.press(key)
            await asked(at, "Quốc ca đang phát. Vẫn tắt?")
            await says(at, no)
        assert orders(opened) == []
        await at.press("f8")
        await asked(at, "Quốc ca đang phát. Vẫn tắt?")
        await says(at, "c")
        await told(at, opened, STOP)


async def test_without_a_player_the_keys_of_sound_say_so_and_digits_answer(opened: Hall) -> None:
    do(opened, c.SendMessage(Role.MUSIC, "Chờ thêm"))
    async with seat(opened, Role.MUSIC) as at:
        await at.sees("Chờ thêm", "2 Chờ một chút")
        await at.press("f7")
        await at.sees("Không có máy phát nhạc")
        await at.press("2")
        await at.sees_no_more("✉")
        assert orders(opened) == []


# The player of this very machine


async def test_where_it_plays_is_said_and_that_this_machine_waits(opened: Hall) -> None:
    has_player(opened)
    here = Here(is_ours=False)
    async with seat(opened, Role.MUSIC, player=here.ways()) as at:
        await at.sees("Máy phát: máy điều hành · máy này chờ đến lúc im tiếng sẽ nhận phát")
        here.failure = "OSError: mpv"
        await at.sees("✗ Máy này không phát được nữa: OSError: mpv")
        await at.press("q")
        await at.until(lambda: not at.app.is_running)
    assert here.left == [True]


async def test_the_level_is_shown_where_it_is_heard(opened: Hall) -> None:
    here = Here(levels={Deck.A: -14.0})
    async with seat(opened, Role.MUSIC, player=here.ways()) as at:
        await plays_here(at, "t3")
        await at.sees("-14 dB")


async def test_silence_does_not_wait_for_a_hall_that_is_lost(opened: Hall) -> None:
    here, steady = Here(), Told()
    async with seat(opened, Role.MUSIC, steady=steady, player=here.ways()) as at:
        await plays_here(at, "t3")
        here.decks = {Deck.A: Sounding("t3", None, opened.engine.latest.now, None)}
        await at.loses(opened, steady)
        await at.sees("▶ ĐANG PHÁT", "đã phát")
        await at.press("f7")
        await at.sees("đã tắt tiếng ngay tại máy này")
        await at.press("f8", "f9", "f9")
        assert here.silenced == [FADE, STOP, SOFTLY, HARD]
        # to play is the record's alone
        await at.press("4")
        await at.sees("Chưa gửi được")
        assert len(here.silenced) == 4


async def test_the_anthem_is_asked_about_also_without_the_hall(opened: Hall) -> None:
    here, steady = Here(), Told()
    async with seat(opened, Role.MUSIC, steady=steady, player=here.ways()) as at:
        await plays_here(at, "t2")
        await at.loses(opened, steady)
        await at.press("f8")
        await asked(at, "Quốc ca đang phát. Vẫn tắt?")
        await says(at, "escape")
        assert here.silenced == []
        await at.press("f8")
        await asked(at, "Quốc ca đang phát. Vẫn tắt?")
        await says(at, "c")
        await at.until(lambda: here.silenced == [STOP])


async def test_silence_comes_within_a_second_where_the_hall_does_not_answer(opened: Hall) -> None:
    here = Here()
    with relay(opened.port) as network:
        code = opened.access.codes[Role.MUSIC]
        way = Address(LOOPBACK, network.port, code, None)
        async with seat(opened, Role.MUSIC, address=way, player=here.ways()) as at:
            await plays_here(at, "t3")
            network.hush()
            await at.press("f8")
            await at.until(lambda: here.silenced == [STOP])
            await at.sees("đã tắt tiếng ngay tại máy này")
            network.speak()


async def test_another_players_music_is_not_silenced_here(opened: Hall) -> None:
    has_player(opened)
    here, steady = Here(is_ours=False), Told()
    async with seat(opened, Role.MUSIC, steady=steady, player=here.ways()) as at:
        await at.sees("Máy phát")
        await at.loses(opened, steady)
        await at.press("f8")
        await at.sees("Chưa gửi được")
        assert here.silenced == []


async def test_leaving_is_asked_about_while_this_machine_plays(opened: Hall) -> None:
    here = Here(decks={Deck.A: Sounding("t3", None, THEN, None)})
    async with seat(opened, Role.MUSIC, player=here.ways()) as at:
        await at.sees("đã kết nối")
        await at.press("q")
        await asked(at, "Máy này đang phát nhạc. Vẫn thoát?")
        await says(at, "enter")
        assert at.app.is_running
        here.decks = {Deck.A: Armed("t3", None, None)}
        await at.press("q")
        await at.until(lambda: not at.app.is_running)


def _last_known_call(at: Seat) -> SoundOrder | None:
    shown = at.app.board.shown
    sound = getattr(shown, "sound", None)
    return call_of(sound.calls[-1]).order if sound is not None and sound.calls else None
