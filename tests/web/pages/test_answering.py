"""The cue light: told, answered, gone; in words, shape and colour, and never flashing in a protected item."""

from __future__ import annotations

from pathlib import Path

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Action, AtStart, Role
from runofshow.core.snapshot import CuePhase, CueRow
from tests.core.shows import agenda, item
from tests.core.shows import cue as cue_of
from tests.web.pages.browser import Chromium, Page
from tests.web.pages.plan import minutes
from tests.web.pages.theatre import Theatre, theatre

STATE = "document.querySelector('.lamp').dataset.state"


def test_an_answer_tapped_on_the_phone_is_seen_by_the_show(hall: Theatre, chromium: Chromium) -> None:
    music = hall.screen(chromium, Role.MUSIC)
    hall.do(c.Advance(), c.Advance())
    music.wait_for(f"{STATE} === 'standby' || {STATE} === 'due'")
    assert music.text(".lamp .shape") == "◐"
    music.tap("button.known")
    music.wait_for(f"{STATE} === 'ready'")
    assert cue(hall, "report.music").acked_at is not None
    assert "● ĐÃ RÕ" in shown(music)
    assert "chờ lệnh ĐI" in shown(music)
    hall.do(c.Go("report.music"))
    music.wait_for(f"{STATE} === 'go'")
    assert "▶ ĐI!" in shown(music)


def test_the_button_is_there_and_does_nothing_while_nothing_is_asked(
    hall: Theatre, chromium: Chromium
) -> None:
    crew = hall.screen(chromium, Role.CREW)
    assert crew.text("button.known") == "ĐÃ RÕ"
    assert crew.js("document.querySelector('button.known').getAttribute('aria-disabled')") == "true"
    crew.js("window.asked = 0; window.real = fetch; window.fetch = (...how) => (asked++, real(...how))")
    crew.tap("button.known")
    assert crew.js("asked") == 0
    hall.do(c.Advance(), c.Advance(), c.StandBy("award.crew"))
    crew.wait_for("document.querySelector('button.known').dataset.for === 'award.crew'")
    crew.tap("button.known")
    crew.wait_for(f"{STATE} === 'ready'")


def test_the_keyboard_answers_too(hall: Theatre, chromium: Chromium) -> None:
    mc = hall.screen(chromium, Role.MC)
    hall.do(c.Advance(), c.Advance())
    mc.wait_for("document.querySelector('button.known').dataset.for === 'report.mc'")
    for _ in range(20):
        if mc.js("document.activeElement.matches('button.known')"):
            break
        mc.press("Tab", 9)
    assert mc.js("document.activeElement.matches('button.known:focus-visible')")
    mc.press("Enter", 13)
    mc.wait_for(f"{STATE} === 'ready'")
    assert cue(hall, "report.mc").phase is CuePhase.DUE  # its moment has come, and it is answered
    assert cue(hall, "report.mc").acked_at is not None


def test_a_refusal_is_said_in_words_and_the_button_answers_again(hall: Theatre, chromium: Chromium) -> None:
    music = hall.screen(chromium, Role.MUSIC)
    hall.do(c.Advance(), c.Advance())
    music.wait_for("document.querySelector('button.known').dataset.for === 'report.music'")
    # answered by another phone in the same moment
    music.js(
        "window.real = fetch; window.fetch = (url, how) => (url.startsWith('/api/command')"
        ' ? Promise.resolve(new Response(\'{"reason": "cue_over"}\', {status: 409})) : real(url, how))'
    )
    music.tap("button.known")
    music.wait_for_text("Không thực hiện: Hiệu lệnh này đã qua.", ".answer > .told")
    music.js("window.fetch = window.real")
    music.tap("button.known")
    music.wait_for(f"{STATE} === 'ready'")


@pytest.mark.parametrize("calm", [False, True])
def test_standby_flashes_unless_it_may_not(hall: Theatre, chromium: Chromium, calm: bool) -> None:
    music = hall.screen(chromium, Role.MUSIC)
    music.prefer(calm=calm)
    moves = "getComputedStyle(document.querySelector('.lamp')).animationName"
    hall.do(c.Advance())
    music.wait_for(f"{STATE} === 'standby'")
    assert music.js("document.documentElement.hasAttribute('data-protected')")
    assert music.js(moves) == "none"
    hall.do(c.Advance())
    music.wait_for("document.querySelector('button.known').dataset.for === 'report.music'")
    assert music.js(moves) == ("none" if calm else "call")
    music.tap("button.known")
    music.wait_for(f"{STATE} === 'ready'")
    assert music.js(moves) == "none"


def test_the_two_anthems_differ_in_word_and_in_form(hall: Theatre, chromium: Chromium) -> None:
    music = hall.screen(chromium, Role.MUSIC)
    hall.do(c.Advance())
    music.wait_for("document.querySelectorAll('.cues .badge').length === 2")
    forms = music.js(
        """[...document.querySelectorAll('.cues .badge')].map(node => {
        const look = getComputedStyle(node);
        return [node.innerText, look.borderRadius, look.backgroundColor, look.borderStyle]; })"""
    )
    without, sung = sorted(forms, key=lambda form: "CÓ LỜI" in form[0])
    assert "KHÔNG LỜI" in without[0]
    assert "CÓ LỜI" in sung[0]
    assert all(one != other for one, other in zip(without, sung, strict=True))
    hall.do(c.Go("flag.anthem"))
    music.wait_for_text("KHÔNG LỜI", ".deck.playing")


def test_the_music_operator_reads_that_what_comes_has_no_recording(
    tmp_path: Path, chromium: Chromium
) -> None:
    plan = agenda(item("a", 10, cue_of("x", do=Action.PLAY)))
    with theatre(tmp_path, plan) as hall:
        hall.screen(chromium, Role.MUSIC).wait_for_text("chưa có tệp", ".deck.coming .doing")


def test_a_message_is_answered_from_the_phone_with_one_tap(hall: Theatre, chromium: Chromium) -> None:
    mc, caller = hall.screen(chromium, Role.MC), hall.screen(chromium, Role.CALLER)
    hall.do(c.SendMessage(Role.MC, "Chờ 100% đại biểu <b>an tọa</b> & vỗ tay"))
    mc.wait_for_text("Chờ 100% đại biểu <b>an tọa</b> & vỗ tay", ".waiting")
    mc.tap(".waiting .quick button")
    mc.wait_for("document.querySelector('.waiting').childElementCount === 0")
    assert (hall.now.messages[-1].by, hall.now.messages[-1].text) == ("mc", "Đã rõ")
    caller.wait_for_text("MC nhắn", ".heard")


def test_the_speaker_sees_a_message_large_until_it_is_acknowledged(hall: Theatre, chromium: Chromium) -> None:
    hall.do(c.Advance(), c.Advance())
    speaker = hall.screen(chromium, Role.SPEAKER, 1024, 768)
    hall.do(c.SendMessage(Role.SPEAKER, "Xin mời kết luận"))
    speaker.wait_for_text("Xin mời kết luận", ".said-to")
    assert speaker.js("parseFloat(getComputedStyle(document.querySelector('.said-to .text')).fontSize)") > 60
    caller = hall.screen(chromium, Role.CALLER)
    speaker.tap(".said-to button.known")
    speaker.wait_for("document.querySelector('.said-to').childElementCount === 0")
    told = hall.now.messages[-1]
    assert told.answered_by == "speaker"
    caller.wait_for_text("✓ Người phát biểu đã rõ", ".heard")
    hall.do(c.AddTime(minutes(1)))
    speaker.wait_for("document.querySelector('.digits').textContent > '10'")
    assert speaker.text(".said-to") == ""


def test_the_chairman_reads_a_message_and_answers_it(hall: Theatre, chromium: Chromium) -> None:
    stage = hall.screen(chromium, Role.STAGE)
    hall.do(c.SendMessage(Role.STAGE, "Đại biểu tỉnh đến muộn 5 phút"))
    stage.wait_for_text("Đại biểu tỉnh đến muộn 5 phút", ".waiting")
    assert not stage.js("document.querySelector('.lamp').checkVisibility()"), "without cues there is no light"
    stage.tap(".waiting .quick button")
    stage.wait_for("document.querySelector('.waiting').childElementCount === 0")
    assert hall.now.messages[0].answered_by == "stage"
    assert hall.now.messages[-1].text == "Đã rõ"


def test_the_hands_behind_the_stage_answer_their_cue_beside_the_whole_order(
    hall: Theatre, chromium: Chromium
) -> None:
    hall.do(c.Advance())
    stage, caller = hall.screen(chromium, Role.STAGE), hall.screen(chromium, Role.CALLER)
    rows = stage.js("document.querySelectorAll('.order .row').length")
    hall.do(c.AddCue("report", Role.STAGE, "Micro số 2 lên bục", AtStart(minutes(1))))
    stage.wait_for_text("Micro số 2 lên bục", ".lamp")
    assert stage.js("document.querySelectorAll('.order .row').length") == rows
    assert stage.js("document.querySelector('.order .own').previousElementSibling.dataset.item") == "report"
    (cue,) = (one for one in hall.now.cues if one.to is Role.STAGE)
    hall.do(c.StandBy(cue.cue_id))
    stage.wait_for("document.querySelector('.lamp').dataset.state === 'standby'")
    stage.tap("#hand button.known")
    stage.wait_for("document.querySelector('.lamp').dataset.state === 'ready'")
    stage.wait_for_text("ĐÃ RÕ", ".order .own .phase")
    assert Role.STAGE in hall.now.answered
    caller.wait_for_text("Sân khấu", f"[data-key='{cue.cue_id}'] .who")


def test_the_speakers_light_turns_in_words_and_a_leaders_never_does(
    hall: Theatre, chromium: Chromium
) -> None:
    speaker = hall.screen(chromium, Role.SPEAKER)
    tone = "document.getElementById('main').dataset.tone"
    hall.do(c.Advance(), c.Advance())
    speaker.wait_for(f"{tone} === 'calm'")
    hall.move(minutes=9, seconds=10)
    speaker.wait_for(f"{tone} === 'soon'")
    assert "▲ còn 1 phút" in speaker.text(".label")
    hall.move(minutes=1)
    speaker.wait_for(f"{tone} === 'over'")
    assert "■ hết giờ" in speaker.text(".label")
    assert speaker.text(".digits").startswith("+")
    hall.do(c.Jump("leader"), c.Advance())
    hall.move(minutes=20)
    speaker.wait_for(f"{tone} === 'soft' && document.querySelector('.digits').textContent.startsWith('20:')")
    assert "đã qua" in speaker.text(".label")


def cue(hall: Theatre, cue_id: str) -> CueRow:
    return next(row for row in hall.now.cues if row.cue_id == cue_id)


def shown(page: Page) -> str:
    return " ".join(page.text(".lamp").split())
