"""Every screen follows the show, keeps its last picture when the network goes, and catches up by itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import CUE_ROLES, Role
from runofshow.core.alarms import AlarmCode
from tests.web.pages.browser import Chromium, Page
from tests.web.pages.plan import RECIPIENTS, SPEAKER, as_said, conference, minutes
from tests.web.pages.theatre import HALL_TIME, Theatre, theatre

LOST = "MẤT KẾT NỐI"


def test_every_screen_follows_the_show_from_item_to_item(hall: Theatre, chromium: Chromium) -> None:
    screens = {role: hall.screen(chromium, role) for role in Role}
    screens[Role.DISPLAY].wait_for_text("Chương trình bắt đầu lúc 08:00")
    hall.do(c.Advance())
    screens[Role.MC].wait_for_text("Nghiêm! Chào cờ!", "#main")
    screens[Role.MUSIC].wait_for_text("Quốc ca không lời", "#main")
    screens[Role.SPEAKER].wait_for_text("1 Chào cờ", "#main")
    hall.do(c.Advance())
    for role in (Role.SPEAKER, Role.DISPLAY, Role.STAGE, Role.CALLER, Role.CREW, Role.LIGHTS, Role.SCREEN):
        screens[role].wait_for_text("Báo cáo tổng kết phong trào thi đua", "#main")
    screens[Role.MC].wait_for_text(f"Xin trân trọng kính mời {as_said(SPEAKER)}, lên", "#main")
    screens[Role.DISPLAY].wait_for_text("Trao thưởng", ".coming")
    screens[Role.STAGE].wait_for("document.querySelector('.row[aria-current]').dataset.item === 'report'")
    hall.do(c.Advance())
    for name in RECIPIENTS:
        screens[Role.CREW].wait_for_text(name, ".people")
    screens[Role.CREW].wait_for_text("Khay: 3 phần")
    hall.do(c.End())
    screens[Role.DISPLAY].wait_for_text("Trân trọng cảm ơn quý vị đại biểu")
    screens[Role.CALLER].wait_for_text("Hội nghị đã kết thúc", ".go")


@pytest.fixture
def floating(tmp_path: Path) -> Iterator[Theatre]:
    """A show whose plan begins with its first call."""
    with theatre(tmp_path, conference(), floating=True) as opened:
        yield opened


def test_a_plan_without_hours_moves_on_with_the_clock(floating: Theatre, chromium: Chromium) -> None:
    """Nothing is sent for it: the page reckons it."""
    stage, music = floating.screen(chromium, Role.STAGE), floating.screen(chromium, Role.MUSIC)
    for _ in range(2):
        floating.move(minutes=3)
        report = next(row for row in floating.now.rows if row.item_id == "report")
        assert report.expected_start is not None
        stage.wait_for_text(f"{report.expected_start.astimezone(HALL_TIME):%H:%M}", "[data-item=report]")
        # ten seconds into "report", a minute before which the music stands by: that stands still
        music.wait_for_text("chuẩn bị sau 4:10", ".cues")
    floating.do(c.Start())
    stage.wait_for_text("ĐANG DIỄN RA 1 Chào cờ", ".top")


def test_the_pages_count_is_the_shows_count(hall: Theatre, chromium: Chromium) -> None:
    hall.do(c.Advance(), c.Advance())
    page = hall.screen(chromium, Role.SPEAKER)
    hall.move(minutes=2)
    for _ in range(3):
        wait_for_true_count(hall, page)
        hall.move(seconds=20)
    hall.do(c.Hold())
    page.wait_for_text("TẠM DỪNG", ".label")
    stood = page.text(".digits")
    hall.move(minutes=1)
    hall.do(c.SendMessage(Role.SPEAKER, "Chờ một chút"))
    page.wait_for_text("Chờ một chút")
    assert page.text(".digits") == stood
    # what a reload sees is the same: the hold is no part of the count
    page.ask("Page.reload")
    page.wait_for_text(stood, ".digits")
    hall.do(c.Resume(), c.AddTime(minutes(1)))
    wait_for_true_count(hall, page)


def test_three_seconds_without_news_are_told_and_the_last_picture_is_kept(
    hall: Theatre, chromium: Chromium
) -> None:
    hall.do(c.Advance(), c.Advance())
    pages = {role: hall.screen(chromium, role) for role in (Role.MC, Role.SPEAKER, Role.STAGE, Role.DISPLAY)}
    chromium.expected.append("ERR_")
    cut = time.monotonic()
    hall.stop_server()
    for role, page in pages.items():
        page.wait_for(f"/{LOST}/i.test(document.getElementById('connection').innerText)")
        assert time.monotonic() - cut < 6, role
        assert page.js("document.documentElement.hasAttribute('data-lost')")
    assert float(pages[Role.MC].js("getComputedStyle(document.querySelector('#hand button')).opacity")) < 1
    pages[Role.SPEAKER].wait_for_text("2 Báo cáo tổng kết phong trào thi đua")
    assert SPEAKER in pages[Role.MC].text("#main")
    stood = pages[Role.SPEAKER].text(".digits")
    hall.do(c.Advance())
    assert pages[Role.SPEAKER].text(".digits") == stood
    hall.start_server()
    for page in pages.values():
        page.wait_for("document.getElementById('connection').hidden", 20)
        page.wait_for_text("Trao thưởng", "#main")


def test_a_page_says_how_fast_a_rehearsal_runs_and_who_answers_in_it(
    tmp_path: Path, chromium: Chromium
) -> None:
    with theatre(tmp_path, mode=c.Mode.REHEARSAL, speed=10, drill=7) as hall:
        hall.screen(chromium, Role.MC).wait_for_text("TẬP DUYỆT ×10 · GIẢ LẬP", "#bar")


def test_a_fast_rehearsal_is_lost_since_its_own_moment(hall: Theatre, chromium: Chromium) -> None:
    """The page subtracted its own three seconds, and named another moment than a terminal does."""
    page = hall.screen(chromium, Role.MC)
    ago = page.js(
        """import("/assets/clock.js").then(({ serverClock }) => {
            const clock = serverClock();
            clock.hear("2020-03-27T08:00:00+07:00", 10);
            return clock.now() - clock.ago(3000);
        })"""
    )
    assert round(ago, -3) == 30_000


def test_news_within_three_seconds_is_no_alarm(hall: Theatre, chromium: Chromium) -> None:
    page = hall.screen(chromium, Role.MC)
    page.js(
        "window.banner = 0; new MutationObserver(() => { if (!document.getElementById('connection').hidden)"
        " window.banner += 1; }).observe(document.getElementById('connection'), {attributes: true})"
    )
    shown = page.text("#bar .time")
    page.wait_for(
        f"Number(document.querySelector('#bar .time').textContent.slice(-2)) % 60 ==="
        f" {(int(shown[-2:]) + 5) % 60}"
    )
    assert page.js("window.banner") == 0


def test_who_was_thrown_out_is_told_so(hall: Theatre, chromium: Chromium) -> None:
    page = hall.screen(chromium, Role.MUSIC)
    guest = next(guest for guest in hall.server.guests() if guest.role is Role.MUSIC)
    chromium.expected += ["401", "ERR_"]
    assert hall.server.throw_out(guest.guest_id).result(5)
    page.wait_for_text("Máy này không còn được vào", "#connection")


def test_the_display_shows_no_message_no_alarm_and_no_count(hall: Theatre, chromium: Chromium) -> None:
    display = hall.screen(chromium, Role.DISPLAY, 1920, 1080)
    caller = hall.screen(chromium, Role.CALLER)
    hall.do(c.Advance(), c.Advance())
    hall.move(minutes=14)
    hall.engine.call(lambda: hall.engine.show.raise_alarm(AlarmCode.LISTENER, "ổ đĩa đầy")).result(5)
    for role in (*CUE_ROLES, Role.SPEAKER, Role.STAGE):
        hall.do(c.SendMessage(role, "Tin nhắn bí mật 123"))
    hall.do(c.SendMessage(Role.CALLER, "Tin nhắn bí mật 123"), by="music")
    caller.wait_for_text("Tin nhắn bí mật 123")
    caller.wait_for_text("ổ đĩa đầy")
    caller.wait_for_text("+4:0", ".digits")
    hall.do(c.Advance())
    display.wait_for_text("Trao thưởng", ".running")
    whole = display.js("document.documentElement.outerHTML")
    for secret in ("bí mật", "ổ đĩa đầy", "quá giờ"):
        assert secret not in whole, secret
    assert not display.js(r"/\d:\d\d/.test(document.body.innerText)")


@pytest.mark.parametrize("width", [320, 390, 844])
def test_names_and_titles_are_never_cut(hall: Theatre, chromium: Chromium, width: int) -> None:
    hall.do(c.Advance(), c.Advance())
    for role in (Role.MC, Role.DISPLAY, Role.STAGE, Role.CREW):
        page = hall.screen(chromium, role, width, 700)
        page.wait_for_text("Báo cáo tổng kết phong trào thi đua", "#main")
        cut = page.js(
            """[...document.querySelectorAll('#main .by, #main .title, #main .words p')]
            .filter(node => node.offsetParent && (node.scrollWidth > node.clientWidth + 1
              && getComputedStyle(node).display !== 'inline'
              || node.getBoundingClientRect().right > innerWidth + 1
              || getComputedStyle(node).textOverflow === 'ellipsis'
              || getComputedStyle(node).hyphens === 'auto'))
            .map(node => node.textContent)"""
        )
        assert cut == [], (role, cut)
        assert SPEAKER in page.text("#main"), role


SECONDS = (
    "document.querySelector('.digits').textContent.replace('+', '').split(':')"
    ".reduce((sum, part) => sum * 60 + Number(part), 0)"
)


def wait_for_true_count(hall: Theatre, page: Page) -> None:
    """Until the page and the show, asked one after the other, tell the same second."""
    until = time.monotonic() + 5
    while True:
        shown = page.js(SECONDS)
        current = hall.now.current
        assert current is not None
        if abs(shown - current.remaining.total_seconds()) <= 1.2:
            return
        assert time.monotonic() < until, (shown, current.remaining)


def test_whoever_works_reads_that_the_record_cannot_be_written_and_no_guest(
    hall: Theatre, chromium: Chromium
) -> None:
    mc, guests = hall.screen(chromium, Role.MC), hall.screen(chromium, Role.DISPLAY)
    told = "document.getElementById('connection')"
    hall.engine.call(lambda: hall.engine.show.raise_alarm(AlarmCode.JOURNAL, "x")).result(5)
    mc.wait_for(f"!{told}.hidden && {told}.innerText.includes('NHẬT KÝ KHÔNG GHI ĐƯỢC')")
    assert guests.js(f"{told}.hidden")
    hall.engine.call(lambda: hall.engine.show.lower_alarm(AlarmCode.JOURNAL)).result(5)
    mc.wait_for(f"{told}.hidden")
