"""The player worked from the pages: decks that follow it, GO green when it is armed, silence in reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core import sound_events as s
from runofshow.core.agenda import Role
from runofshow.core.snapshot import CuePhase
from runofshow.core.sound import Deck, EndedWhy, Fault
from tests.web.pages.browser import Chromium, Page
from tests.web.pages.sounds import sounding_theatre, with_sound
from tests.web.pages.test_looks import TEXTS
from tests.web.pages.theatre import Theatre, theatre

TONE = "document.querySelector('.go').dataset.tone"
SAYS_GONE = "document.querySelector('.gone').checkVisibility()"
LENGTH = timedelta(seconds=60)
PATIENCE_S = 15


@pytest.fixture
def loud(tmp_path: Path) -> Iterator[Theatre]:
    """With a player that really plays."""
    with sounding_theatre(tmp_path) as opened:
        yield opened


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Theatre]:
    """With a player that tells what the test wants to be true."""
    with theatre(tmp_path, with_sound()) as opened:
        tell(opened, lambda at: s.PlayerCame("console", at))
        yield opened


def tell(hall: Theatre, *news: Callable[..., s.SoundNews]) -> None:
    """Have the player tell this, each dated now."""
    for one in news:
        hall.do(c.ReportSound(one(hall.now.now)), by="player")


def armed(track: str, cue: str | None, deck: Deck = Deck.A) -> Callable[..., s.SoundNews]:
    return lambda at: s.TrackArmed(deck, track, cue, LENGTH, at)


def begun(track: str, cue: str | None = None, deck: Deck = Deck.A) -> Callable[..., s.SoundNews]:
    return lambda at: s.TrackBegan(deck, track, cue, LENGTH, timedelta(), at)


def recorded(hall: Theatre) -> list[e.Event]:
    return [event for entry in hall.engine.log for event in entry.events]


def by_whom(hall: Theatre, kind: type[object]) -> list[str]:
    return [entry.by for entry in hall.engine.log if any(isinstance(event, kind) for event in entry.events)]


def wait_in_record(page: Page, hall: Theatre, holds: Callable[[list[e.Event]], bool]) -> None:
    """Until the record has it. The page is asked meanwhile, so that the wait is no busy one."""
    for _ in range(PATIENCE_S * 20):
        if holds(recorded(hall)):
            return
        page.js("new Promise(done => setTimeout(done, 50))")
    raise AssertionError(recorded(hall)[-5:])


def has(kind: type[object], **facts: object) -> Callable[[list[e.Event]], bool]:
    return lambda events: any(
        isinstance(event, kind) and all(getattr(event, name) == value for name, value in facts.items())
        for event in events
    )


# With a player that plays


def test_the_decks_follow_the_show_and_go_is_heard(loud: Theatre, chromium: Chromium) -> None:
    music = loud.screen(chromium, Role.MUSIC)
    loud.do(c.Start())
    music.wait_for_text("BÀN A ● ĐÃ NẠP", "[data-deck=A] .head")
    music.wait_for_text("Nhạc đón khách", "[data-deck=A]")
    music.wait_for_text("KHÔNG LỜI", "[data-deck=B]")
    music.wait_for(f"{TONE} === 'ready'")
    assert "● ĐÃ NẠP" in music.text(".go")
    music.tap(".go")
    music.wait_for_text("▶ ĐANG PHÁT", "[data-deck=A] .head")
    assert has(s.TrackBegan, track_id="reception", cue_id="doors.bed")(recorded(loud))
    assert by_whom(loud, e.CueGone) == ["music"]
    music.wait_for_text("Đã gọi: 1 Nhạc đón khách", "#hand > .told")
    counted = "document.querySelector('[data-deck=A] .left').textContent"
    music.wait_for(f"{counted} === '0:01'")
    music.wait_for(f"{counted} === '0:02'")


def test_what_is_played_by_hand_fades_stops_and_is_all_off_from_the_page(
    loud: Theatre, chromium: Chromium
) -> None:
    music = loud.screen(chromium, Role.MUSIC, 1280, 800)
    music.wait_for_text("● ĐÃ NẠP", "[data-deck=B]")
    call_up = "[data-key='track call_up']"
    music.tap(call_up)
    wait_in_record(music, loud, has(s.TrackBegan, track_id="call_up"))
    music.wait_for(f"document.querySelector(\"{call_up}\").dataset.heard === 'yes'")
    music.tap(".fade")
    music.wait_for_text("▽ NHỎ DẦN", ".decks")
    wait_in_record(music, loud, has(s.TrackEnded, track_id="call_up", why=EndedWhy.FADE))
    music.tap(call_up)
    music.wait_for_text("▶ ĐANG PHÁT", ".decks")
    music.tap(".stop")
    wait_in_record(music, loud, has(s.TrackEnded, track_id="call_up", why=EndedWhy.STOP))
    music.tap(call_up)
    music.wait_for_text("▶ ĐANG PHÁT", ".decks")
    music.tap(".panic")
    music.wait_for_text("LẦN NỮA: TẮT NGAY", ".panic")
    music.tap(".panic")
    wait_in_record(music, loud, has(s.PanicCalled, hard=True))
    wait_in_record(music, loud, has(s.TrackEnded, track_id="call_up", why=EndedWhy.PANIC))
    calls = [event for event in recorded(loud) if isinstance(event, s.PanicCalled)]
    assert [call.hard for call in calls] == [False, True]
    music.wait_for_text("Tắt mọi tiếng", ".panic", seconds=6)
    for kind in (s.TrackCalled, s.FadeCalled, s.StopCalled, s.PanicCalled):
        assert set(by_whom(loud, kind)) == {"music"}


# With one that tells what it is told to


def test_go_is_green_only_when_the_player_has_it_armed(told: Theatre, chromium: Chromium) -> None:
    music, caller = told.screen(chromium, Role.MUSIC), told.screen(chromium, Role.CALLER)
    told.do(c.Start())
    music.wait_for(f"{TONE} === 'standby'")
    assert "CHƯA NẠP" in music.text(".go")
    caller.wait_for("document.querySelector('.go').dataset.tone === 'standby'")
    tell(told, armed("reception", "doors.bed"))
    music.wait_for(f"{TONE} === 'ready'")
    caller.wait_for_text("● ĐÃ NẠP", ".go")
    caller.wait_for("document.querySelector('.go').dataset.tone === 'ready'")
    tell(told, lambda at: s.DeckCleared(Deck.A, at))
    music.wait_for(f"{TONE} === 'standby'")
    tell(told, begun("closing"), begun("call_up", deck=Deck.B))
    music.wait_for_text("CHƯA NẠP: hai bàn đang bận", ".go")
    # what sounds is no reason to load again
    assert music.js("document.querySelector('.arm')") is None


def test_what_failed_says_why_and_is_loaded_again(told: Theatre, chromium: Chromium) -> None:
    music = told.screen(chromium, Role.MUSIC)
    told.do(c.Start())
    fails = s.TrackFailed("reception", "doors.bed", Fault.CORRUPT, "", told.now.now)
    told.do(c.ReportSound(fails), by="player")
    music.wait_for_text("✗ KHÔNG PHÁT ĐƯỢC: tệp hỏng", ".coming-cue")
    music.wait_for_text("reception.wav", ".coming-cue")
    music.wait_for_text("✗ tệp hỏng", "[data-key='track reception']")
    assert music.js(TONE) == "failed"
    music.tap("[data-key='arm doors.bed']")
    music.wait_for_text("Đang nạp lại: Nhạc đón khách", "#hand > .told")
    assert has(s.ArmCalled, cue_id="doors.bed")(recorded(told))


def test_what_the_machine_carries_out_asks_no_hand(told: Theatre, chromium: Chromium) -> None:
    music = told.screen(chromium, Role.MUSIC)
    known = "document.querySelector('button.known')"
    told.do(c.Start())
    music.wait_for(f"{TONE} === 'standby'")
    assert told.now.cues[0].phase is CuePhase.STANDBY
    music.wait_for_text("SẴN SÀNG", "[data-cue='doors.fade']")
    assert not music.js(f"{known}.checkVisibility()")
    tell(told, armed("reception", "doors.bed"))
    music.wait_for(f"{TONE} === 'ready'")
    assert not music.js(f"{known}.checkVisibility()")


@pytest.mark.parametrize("sure", [False, True])
def test_the_anthem_is_silenced_only_by_who_is_sure(told: Theatre, chromium: Chromium, sure: bool) -> None:
    chromium.expected.append("409")
    music = told.screen(chromium, Role.MUSIC)
    told.do(c.Start(), c.Advance())
    tell(told, begun("anthem", "flag.anthem"))
    music.wait_for_text("KHÔNG LỜI", "[data-deck=A]")
    music.tap(".stop")
    music.wait_for_text("Quốc ca đang phát. Vẫn tắt?", "dialog")
    assert music.js("document.activeElement.value") == "no"
    if sure:
        music.tap("dialog button[value=yes]")
        wait_in_record(music, told, has(s.StopCalled))
    else:
        music.press("Enter", 13)
        music.wait_for("document.querySelector('dialog') === null")
        # asked in the same way, whatever is pressed
        music.tap(".panic")
        music.wait_for_text("cả Quốc ca", "dialog")
        music.press("Escape", 27)
        music.wait_for("document.querySelector('dialog') === null")
        assert not has(s.StopCalled)(recorded(told))
        assert not has(s.PanicCalled)(recorded(told))
        # what was refused is no first press
        assert music.text(".panic").endswith("Tắt mọi tiếng")


@pytest.mark.parametrize("size", [(360, 640), (844, 390), (1280, 800)])
def test_what_is_left_of_the_anthem_is_the_largest_number_while_it_sounds(
    told: Theatre, chromium: Chromium, size: tuple[int, int]
) -> None:
    music, caller = told.screen(chromium, Role.MUSIC, *size), told.screen(chromium, Role.CALLER, *size)
    told.do(c.Start(), c.Advance(), c.Go("flag.anthem"))
    tell(told, begun("anthem", "flag.anthem"))
    left = "/^(1:00|0:5[0-9])$/.test(document.querySelector('%s').textContent)"
    for page, count, label in (
        (caller, ".digits", ".counted .label"),
        (music, "#bar .counting", "#bar .named"),
        (music, "[data-deck=A] .left", "[data-deck=A] .label"),
    ):
        page.wait_for(left % count)
        assert page.text(label).endswith("còn lại" if "deck" in count else "Quốc ca còn")
    largest = (
        "(() => { const high = node => parseFloat(getComputedStyle(node).fontSize);"
        " const own = node => [...node.childNodes].some(one => one.nodeType === 3 && one.data.trim());"
        " const shown = [...document.querySelectorAll('body *')].filter(one => one.checkVisibility());"
        " const all = shown.filter(own);"
        " return high(document.querySelector('%s')) >= Math.max(...all.map(high)); })()"
    )
    assert caller.js(largest % ".digits")
    assert music.js(largest % "[data-deck=A] .left")
    assert music.js("document.documentElement.scrollWidth <= innerWidth")
    # while the show is held the anthem goes on
    told.do(c.Hold())
    caller.wait_for("document.documentElement.dataset.phase === 'held'")
    assert caller.js(left % ".digits")


def test_a_cue_before_its_stand_by_is_asked_about_and_then_about_the_anthem(
    told: Theatre, chromium: Chromium
) -> None:
    chromium.expected.append("409")
    music = told.screen(chromium, Role.MUSIC)
    told.do(c.Start(), c.Advance(), c.Go("flag.anthem"))
    tell(told, begun("anthem", "flag.anthem"))
    music.wait_for("document.querySelector('.go').dataset.cue === 'award.call'")
    music.wait_for_text("ĐANG PHÁT", ".decks")
    music.tap(".go")
    music.wait_for_text("Chưa đến lúc: 3 Nhạc mời", "dialog")
    music.tap("dialog button[value=no]")
    music.wait_for("document.querySelector('dialog') === null")
    assert not has(e.CueGone, cue_id="award.call")(recorded(told))
    music.js("new Promise(done => setTimeout(done, 720))")  # a second press within the guard is none
    music.tap(".go")
    music.wait_for_text("Chưa đến lúc", "dialog")
    music.tap("dialog button[value=yes]")
    music.wait_for_text("sẽ tắt Quốc ca giữa chừng", "dialog")
    music.tap("dialog button[value=yes]")
    wait_in_record(music, told, has(e.CueGone, cue_id="award.call"))


def test_nothing_can_be_pressed_while_the_network_is_gone(told: Theatre, chromium: Chromium) -> None:
    music, caller = told.screen(chromium, Role.MUSIC), told.screen(chromium, Role.CALLER)
    chromium.expected += ["ERR_CONNECTION", "ERR_INCOMPLETE", "ERR_EMPTY", "Failed to load"]
    able = "document.querySelectorAll(':is(.go, .fade, .stop, .panic, .track-button):not(:disabled)')"
    music.wait_for(f"{able}.length >= 9")
    told.stop_server()
    music.wait_for(f"document.documentElement.hasAttribute('data-lost') && {able}.length === 0")
    caller.wait_for("document.querySelector('.panic').matches(':disabled')")
    told.start_server()
    music.wait_for(f"{able}.length >= 9")


def test_an_answer_that_never_comes_is_said(told: Theatre, chromium: Chromium) -> None:
    music = told.screen(chromium, Role.MUSIC)
    music.wait_for("document.querySelector('.panic') !== null")
    music.js(
        "window.real = fetch; window.fetch = (url, how) => url.startsWith('/api/command')"
        " ? new Promise((_, fail) =>"
        " how.signal.addEventListener('abort', () => fail(new Error('silent')))) : real(url, how)"
    )
    music.tap(".panic")
    music.wait_for_text("Máy điều hành chưa trả lời", "#hand > .told")


def test_a_player_that_leaves_leaves_the_hand_to_answer(told: Theatre, chromium: Chromium) -> None:
    music, caller = told.screen(chromium, Role.MUSIC), told.screen(chromium, Role.CALLER)
    told.do(c.Start())
    music.wait_for(f"{TONE} === 'standby'")
    assert not music.js(SAYS_GONE)
    tell(told, lambda at: s.PlayerWent("console", "died", at))
    music.wait_for(SAYS_GONE)
    music.wait_for("document.querySelector('button.known').dataset.for === 'doors.bed'")
    music.wait_for("document.querySelector('.answer .drawer') !== null")
    assert music.js("document.querySelector('.go').checkVisibility()") is False
    caller.wait_for_text("KHÔNG CÓ MÁY PHÁT", ".booth")
    caller.wait_for_text("MÁY PHÁT NHẠC BỊ TẮT, đang tự mở lại: máy điều hành", ".alarms")
    caller.tap(".alarms button")
    caller.wait_for("document.querySelector('.alarms').children.length === 0")
    tell(told, lambda at: s.PlayerCame("console", at))
    music.wait_for("document.querySelector('.pad .drawer') !== null")
    assert not music.js(SAYS_GONE)


def test_the_caller_has_the_decks_and_every_order_of_sound(told: Theatre, chromium: Chromium) -> None:
    caller = told.screen(chromium, Role.CALLER)
    told.do(c.Start())
    tell(told, begun("call_up"))
    fails = s.TrackFailed("anthem", "flag.anthem", Fault.MISSING, "not there", told.now.now)
    told.do(c.ReportSound(fails), by="player")
    caller.wait_for_text("▶ ĐANG PHÁT", ".booth [data-deck=A]")
    caller.wait_for_text("✗ Quốc ca không lời [KHÔNG LỜI]: không tìm thấy tệp", ".failed")
    caller.wait_for_text("KHÔNG TÌM THẤY TỆP NHẠC: Quốc ca không lời", ".alarms")
    caller.js("document.querySelector('.failed button').click()")
    wait_in_record(caller, told, has(s.ArmCalled, cue_id="flag.anthem"))
    for name, kind in (("fade", s.FadeCalled), ("stop", s.StopCalled), ("panic", s.PanicCalled)):
        caller.js(f"document.querySelector('.booth .{name}').click()")
        wait_in_record(caller, told, has(kind))
        assert by_whom(told, kind) == ["caller"]
    caller.js("document.querySelector('[data-key=\"by hand\"]').click()")
    caller.wait_for_text("Quốc ca có lời (dự phòng) [CÓ LỜI]", "dialog")
    assert "Nhạc ký giao ước" not in caller.text("dialog"), "it has no file"
    caller.js(
        "[...document.querySelectorAll('dialog button')].find(b => b.innerText.includes('bế mạc')).click()"
    )
    wait_in_record(caller, told, has(s.TrackCalled, track_id="closing"))


def test_the_callers_go_is_asked_about_when_it_would_cut_the_anthem(
    told: Theatre, chromium: Chromium
) -> None:
    chromium.expected.append("409")
    caller = told.screen(chromium, Role.CALLER)
    told.do(c.Start(), c.Advance(), c.Go("flag.anthem"))
    tell(told, begun("anthem", "flag.anthem"))
    told.do(c.Advance())
    caller.wait_for_text("Nhạc mời đại biểu lên nhận thưởng", ".go")
    told.move(seconds=1)
    caller.tap(".go")
    caller.wait_for_text("Hiệu lệnh “Nhạc mời đại biểu lên nhận thưởng” sẽ tắt Quốc ca", "dialog")
    caller.tap("dialog button[value=yes]")
    wait_in_record(caller, told, has(e.CueGone, cue_id="award.call"))
    assert by_whom(told, e.CueGone)[-1] == "caller"


# What it owes the eye


def test_decks_go_and_silence_are_in_sight_on_a_phone_and_nothing_moves_in_a_rite(
    told: Theatre, chromium: Chromium
) -> None:
    music = told.screen(chromium, Role.MUSIC)
    told.do(c.Start(), c.Advance())
    tell(told, begun("anthem", "flag.anthem"), armed("call_up", "award.call", Deck.B))
    told.do(c.SendMessage(Role.MUSIC, "Chờ thêm một chút"))
    music.wait_for_text("KHÔNG LỜI", "[data-deck=A]")
    music.wait_for_text("Chờ thêm một chút", ".waiting")
    for what in ("[data-deck=A]", "[data-deck=B]", ".go", ".fade", ".stop", ".panic"):
        left, top, right, bottom = music.js(
            f"(() => {{ const box = document.querySelector('{what}').getBoundingClientRect();"
            " const hand = document.getElementById('hand').getBoundingClientRect();"
            f" const end = document.querySelector('{what}').closest('#hand') ? innerHeight : hand.top;"
            " return [box.left, box.top, innerWidth - box.right, end - box.bottom]; })()"
        )
        assert min(left, top, right, bottom) >= -1, (what, left, top, right, bottom)
    assert music.js("document.getAnimations().length") == 0


@pytest.mark.parametrize("role", [Role.MUSIC, Role.CALLER])
def test_sound_is_written_large_and_stands_out(told: Theatre, chromium: Chromium, role: Role) -> None:
    page = told.screen(chromium, role, 1280, 800)
    told.do(c.Start())
    fails = s.TrackFailed("call_up", "award.call", Fault.EMPTY, "", told.now.now)
    told.do(c.ReportSound(fails), by="player")
    tell(told, begun("sung"), armed("anthem", "flag.anthem", Deck.B))
    page.wait_for_text("CÓ LỜI", "[data-deck=A]")
    tell(told, lambda at: s.TrackFading(Deck.A, at + timedelta(seconds=9), at))
    page.wait_for_text("NHỎ DẦN", "[data-deck=A]")
    page.wait_for_text("tệp rỗng", "#main")
    for dark in (False, True):
        page.prefer(dark=dark, calm=True)
        page.js("new Promise(requestAnimationFrame)")
        texts = page.js(TEXTS)
        assert [one for one in texts if one["size"] < 16] == []
        assert [one for one in texts if one["contrast"] < 4.5 and not one["shape"]] == []
