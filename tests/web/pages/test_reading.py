"""The MC reads from the page: the words stay put, scroll at a reading pace, and commands are ticked off."""

from __future__ import annotations

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from tests.web.pages.browser import Chromium
from tests.web.pages.plan import SPEAKER, as_said
from tests.web.pages.theatre import Theatre

TOP_OF = "(() => document.querySelector('.say[data-item=\"{item}\"]').getBoundingClientRect().top)()"


def test_the_commands_of_a_flag_salute_are_ticked_off_one_by_one(hall: Theatre, chromium: Chromium) -> None:
    mc = hall.screen(chromium, Role.MC)
    hall.do(c.Advance())
    mc.wait_for("document.querySelectorAll('.commands li').length === 3")
    step = "document.querySelector('.commands [aria-current]').innerText"
    assert "Kính mời quý vị làm lễ chào cờ." in mc.js(step)
    mc.tap(".commands li:nth-child(1) label")
    assert "Nghiêm! Chào cờ!" in mc.js(step)
    # what else changes does not lose the ticks
    hall.do(c.Hold())
    mc.wait_for("document.documentElement.dataset.phase === 'held'")
    assert mc.js("document.querySelectorAll('.commands :checked').length") == 1


def test_words_being_read_stay_where_they_are_when_their_item_begins(
    hall: Theatre, chromium: Chromium
) -> None:
    mc = hall.screen(chromium, Role.MC, 390, 500)
    hall.do(c.Advance())
    mc.wait_for("document.querySelector('.say.next')?.dataset.item === 'report'")
    mc.js("document.querySelector('.say.next').scrollIntoView()")
    before = mc.js(TOP_OF.format(item="report"))
    hall.do(c.Advance())
    mc.wait_for("document.querySelector('.say.now')?.dataset.item === 'report'")
    assert abs(mc.js(TOP_OF.format(item="report")) - before) <= 2


def test_words_scroll_by_themselves_at_the_chosen_pace(hall: Theatre, chromium: Chromium) -> None:
    mc = hall.screen(chromium, Role.MC, 320, 480)
    hall.do(c.Advance())
    mc.wait_for("document.querySelectorAll('.commands li').length === 3")
    mc.tap(".prompter button[title='Cuộn nhanh hơn']")
    assert mc.text(".pace") == "160"
    mc.tap(".prompter .scroll")
    mc.wait_for("document.getElementById('main').scrollTop > 20")
    assert mc.js("document.querySelector('.scroll').getAttribute('aria-pressed')") == "true"
    mc.tap(".prompter .scroll")
    stood = mc.js("document.getElementById('main').scrollTop")
    mc.js(
        "new Promise(done => { let frames = 0;"
        " const next = () => ++frames > 10 ? done() : requestAnimationFrame(next); next(); })"
    )
    assert mc.js("document.getElementById('main').scrollTop") == stood


def test_scrolling_waits_before_the_next_words_and_goes_on_when_asked(
    hall: Theatre, chromium: Chromium
) -> None:
    mc = hall.screen(chromium, Role.MC, 320, 480)
    hall.do(c.Advance())
    mc.wait_for("document.querySelectorAll('.commands li').length === 3")
    mc.js(
        "for (let step = 0; step < 11; step++) document.querySelector('[title=\"Cuộn nhanh hơn\"]').click()"
    )
    mc.tap(".prompter .scroll")
    mc.wait_for("document.querySelector('.scroll').getAttribute('aria-pressed') === 'false'")
    below = (
        "document.querySelector('.say.next').getBoundingClientRect().top"
        " - document.getElementById('main').getBoundingClientRect().top"
    )
    assert mc.js(f"Math.abs({below} - document.getElementById('main').clientHeight / 3)") < 8
    stood = mc.js("document.getElementById('main').scrollTop")
    mc.tap(".prompter .scroll")
    mc.wait_for(f"document.getElementById('main').scrollTop > {stood}")


def test_the_next_words_come_into_view_once_these_have_been_said(hall: Theatre, chromium: Chromium) -> None:
    mc = hall.screen(chromium, Role.MC, 390, 500)
    hall.do(c.Advance(), c.Advance(), c.Go("report.mc"))
    mc.wait_for("document.querySelector('.say.now')?.dataset.item === 'report'")
    assert mc.js("document.getElementById('main').scrollTop") == 0
    hall.move(minutes=3)
    mc.wait_for("document.getElementById('main').scrollTop > 0")


def test_an_edit_of_the_name_reaches_the_words(hall: Theatre, chromium: Chromium) -> None:
    mc = hall.screen(chromium, Role.MC)
    hall.do(c.Advance(), c.Advance())
    mc.wait_for_text(as_said(SPEAKER), ".words")
    hall.do(c.Edit("report", by="Đồng chí Lê Văn Hùng, Chủ tịch UBND tỉnh"))
    mc.wait_for_text("kính mời đồng chí Lê Văn Hùng, Chủ tịch UBND tỉnh, lên", ".words")


def test_the_screen_is_kept_awake_by_the_browser_where_it_can(hall: Theatre, chromium: Chromium) -> None:
    mc = hall.screen(chromium, Role.MC)
    assert mc.js("isSecureContext")
    mc.wait_for("document.querySelector('.menu summary').dataset.awake === 'yes'")
    assert mc.js("document.querySelector('video') === null")


def test_without_https_the_first_tap_keeps_the_screen_awake_by_a_playing_video(
    hall: Theatre, chromium: Chromium
) -> None:
    page = chromium.page(390, 844)
    page.begin_with("delete Navigator.prototype.wakeLock")
    page.goto(hall.link(Role.MC))
    page.wait_for("document.querySelector('.menu summary')?.dataset.awake === 'no'")
    assert "Chạm một lần để giữ màn hình sáng" in page.js("document.querySelector('.awake-word').textContent")
    page.tap("#bar .when")
    page.wait_for("document.querySelector('.menu summary').dataset.awake === 'yes'")
    page.wait_for(
        "document.querySelector('video').currentTime > 0 && !document.querySelector('video').paused"
    )
    # too small or covered by nothing of its own, a browser would not count it as watched
    assert page.js("document.querySelector('video').getBoundingClientRect().width") == 390
