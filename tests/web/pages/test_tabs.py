"""Many tabs of one browser: it opens six connections to a machine, and all tabs and orders live with that."""

from __future__ import annotations

import time
from dataclasses import replace
from threading import Event

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from tests.line.relay import relay
from tests.web.pages.browser import Chromium, Page
from tests.web.pages.theatre import DRAWN, Theatre

MIXED = (
    Role.CALLER,
    Role.MC,
    Role.MUSIC,
    Role.CREW,
    Role.STAGE,
    Role.SPEAKER,
    Role.DISPLAY,
    Role.MC,
    Role.LIGHTS,
)
LOST = "document.documentElement.hasAttribute('data-lost')"
HEARD = "document.querySelector('#hand .told').textContent"


def test_nine_tabs_of_one_browser_are_all_live_and_go_is_answered_at_once(
    hall: Theatre, chromium: Chromium
) -> None:
    tabs = hall.tabs(chromium, *MIXED)
    caller = tabs[0]
    for number, item in enumerate(("flag", "report"), 1):
        caller.wait_for_text("ĐI" if number > 1 else "Bắt đầu mục 1", ".go")
        if number > 1:
            hall.do(c.Jump("report"), c.Advance())
        else:
            pressed = time.monotonic()
            caller.tap(".go")
            caller.wait_for("document.documentElement.dataset.item === 'flag'")
            assert time.monotonic() - pressed < 1
        for tab in tabs:
            tab.wait_for(f"document.documentElement.dataset.item === '{item}' && !{LOST}")
    # two tabs of one role are one screen to the hall
    assert {guest.role: guest.screens for guest in hall.server.guests()} == dict.fromkeys(set(MIXED), 1)


def test_each_tab_keeps_its_own_role(hall: Theatre, chromium: Chromium) -> None:
    mc, music, caller = hall.tabs(chromium, Role.MC, Role.MUSIC, Role.CALLER)
    hall.do(c.Advance(), c.Advance(), c.StandBy("award.crew"))
    music.wait_for("document.querySelector('button.known').dataset.for === 'report.music'")
    music.tap("button.known")
    music.wait_for("document.querySelector('.lamp').dataset.state === 'ready'")
    assert next(cue for cue in hall.now.cues if cue.cue_id == "report.music").acked_at is not None
    mc.tap("button.known")
    mc.wait_for("document.querySelector('.lamp').dataset.state === 'ready'")
    for tab, role in ((mc, Role.MC), (music, Role.MUSIC), (caller, Role.CALLER)):
        tab.ask("Page.reload")
        tab.wait_for(f"document.documentElement.dataset.role === '{role.value}' && {DRAWN}")


def test_who_is_thrown_out_as_one_role_stays_in_as_the_other(hall: Theatre, chromium: Chromium) -> None:
    mc, music = hall.tabs(chromium, Role.MC, Role.MUSIC)
    chromium.expected += ["401", "ERR_"]
    guest = next(guest for guest in hall.server.guests() if guest.role is Role.MUSIC)
    assert hall.server.throw_out(guest.guest_id).result(5)
    music.wait_for_text("Máy này không còn được vào", "#connection")
    hall.do(c.Advance())
    mc.wait_for_text("Nghiêm! Chào cờ!", "#main")
    assert not mc.js(LOST)
    # the new code is taken in another tab, and the old one goes on by itself when it is looked at
    again = chromium.tab_beside(mc, 390, 844)
    again.goto(hall.link(Role.MUSIC))
    again.wait_for(DRAWN)
    turn(music, away=True)
    turn(music, away=False)
    music.wait_for(f"!{LOST}")


def test_a_hidden_tab_gives_its_stream_up_and_catches_up_when_it_is_seen(
    hall: Theatre, chromium: Chromium
) -> None:
    mc, music = hall.tabs(chromium, Role.MC, Role.MUSIC)
    turn(music, away=True)
    music.js(
        "new Promise(done => { const look = async () => { const answer = await fetch('/api/snapshot?as=mc');"
        " done(answer.status); }; look(); })"
    )
    wait_for_screens(hall, {Role.MC: 1, Role.MUSIC: 0})
    hall.do(c.Advance())
    mc.wait_for_text("Nghiêm! Chào cờ!", "#main")
    assert music.js("document.documentElement.dataset.item") is None
    turn(music, away=False)
    music.wait_for("document.documentElement.dataset.item === 'flag'")
    assert not music.js(LOST)
    wait_for_screens(hall, {Role.MC: 1, Role.MUSIC: 1})
    mc.goto("about:blank")
    wait_for_screens(hall, {Role.MC: 0, Role.MUSIC: 1})


def test_nine_windows_of_a_browser_without_shared_workers_share_a_stream_all_the_same(
    hall: Theatre, chromium: Chromium
) -> None:
    tabs = bare_tabs(hall, chromium, *MIXED)
    tabs[0].tap(".go")
    for tab in tabs:
        tab.wait_for(f"document.documentElement.dataset.item === 'flag' && !{LOST}")
    # two windows of one role are one screen to the hall, and nine have found room in six connections
    wait_for_screens(hall, dict.fromkeys(set(MIXED), 1))
    # whoever leads goes: hidden, left, and at last without a word
    turn(tabs[0], away=True)
    see_next(hall, tabs[1:], "report")
    tabs[1].goto("about:blank")
    see_next(hall, tabs[2:], "award")
    tabs[2].js("BroadcastChannel.prototype.postMessage = () => {}")
    see_next(hall, tabs[3:], "leader")
    # who was away comes back, and follows who leads now
    turn(tabs[0], away=False)
    see_next(hall, [tabs[0], *tabs[3:]], "closing")


def see_next(hall: Theatre, tabs: list[Page], item: str, seconds: float = 10) -> None:
    hall.do(c.Advance())
    for tab in tabs:
        tab.wait_for(f"document.documentElement.dataset.item === '{item}' && !{LOST}", seconds)


def bare_tabs(hall: Theatre, chromium: Chromium, *roles: Role) -> list[Page]:
    """A window for each, all seen, of one browser without shared workers, as on Android; the first leads."""
    pages: list[Page] = []
    for place, role in enumerate(roles):
        page = chromium.tab_beside(pages[0], 390, 844) if pages else chromium.page(390, 844)
        bare = f"delete window.SharedWorker; Math.random = () => {(place + 1) / 20};"
        page.begin_with(bare)
        page.goto(hall.link(role))
        page.wait_for(f"location.pathname === '/{role.value}' && {DRAWN}")
        pages.append(page)
    return pages


def test_a_browser_with_neither_workers_nor_channels_has_a_stream_for_each_page(
    hall: Theatre, chromium: Chromium
) -> None:
    page = chromium.page(390, 844)
    page.begin_with("delete window.SharedWorker; delete window.BroadcastChannel")
    page.goto(hall.link(Role.CALLER))
    page.wait_for(DRAWN)
    page.tap(".go")
    page.wait_for("document.documentElement.dataset.item === 'flag'")
    turn(page, away=True)
    wait_for_screens(hall, {Role.CALLER: 0})
    hall.do(c.Advance())
    turn(page, away=False)
    page.wait_for("document.documentElement.dataset.item === 'report'")


def test_an_order_that_finds_no_connection_says_so_within_three_seconds(
    hall: Theatre, chromium: Chromium
) -> None:
    caller = hall.screen(chromium, Role.CALLER)
    chromium.expected.append("ERR_")
    caller.js("window.hogs = [...Array(6)].map(() => new EventSource('/api/events?as=caller'))")
    # the page's own stream has the sixth; before these are open an order would go first
    caller.wait_for("hogs.filter(hog => hog.readyState === EventSource.OPEN).length === 5")
    pressed = time.monotonic()
    caller.tap(".go")
    caller.wait_for_text("chưa trả lời", "#hand .told", 5)
    assert 2.5 < time.monotonic() - pressed < 4.5
    assert hall.now.current is None
    caller.js("hogs.forEach(hog => hog.close())")
    caller.tap(".go")
    caller.wait_for("document.documentElement.dataset.item === 'flag'")


def test_a_show_that_does_not_answer_is_told_by_every_page(hall: Theatre, chromium: Chromium) -> None:
    caller, stage = hall.tabs(chromium, Role.CALLER, Role.STAGE)
    thaw = Event()
    chromium.expected.append("ERR_")
    frozen = hall.engine.call(lambda: thaw.wait(30))
    caller.tap(".go")
    for tab in (caller, stage):
        tab.wait_for_text("MẤT KẾT NỐI", "#connection")
    caller.wait_for_text("chưa trả lời", "#hand .told")
    thaw.set()
    frozen.result(5)
    for tab in (caller, stage):
        tab.wait_for(f"!{LOST}", 20)


@pytest.mark.parametrize("has_workers", [True, False])
def test_tabs_whose_one_stream_has_gone_dead_have_another_by_themselves(
    hall: Theatre, chromium: Chromium, has_workers: bool
) -> None:
    chromium.expected.append("ERR_")
    with relay(hall.port) as between:
        away = replace(hall, port=between.port)
        tabs = away.tabs(chromium, *MIXED[1:4]) if has_workers else bare_tabs(away, chromium, *MIXED[1:4])
        # the phone left the network and is back: what was connected stays so, and never says a word again
        between.strand()
        # every connection that the browser kept is tried again before a new one is opened
        see_next(hall, tabs, "flag", 30)
        wait_for_screens(hall, dict.fromkeys(MIXED[1:4], 1), 20)


def test_every_tab_comes_back_when_the_server_does(hall: Theatre, chromium: Chromium) -> None:
    tabs = hall.tabs(chromium, *MIXED[:7])
    chromium.expected += ["ERR_"]
    hall.stop_server()
    for tab in tabs:
        tab.wait_for(LOST)
    hall.do(c.Advance())
    hall.start_server()
    for tab in tabs:
        tab.wait_for(f"!{LOST} && document.documentElement.dataset.item === 'flag'", 20)


def turn(page: Page, *, away: bool) -> None:
    """What the browser does to a tab when another is looked at."""
    state = "hidden" if away else "visible"
    page.js(
        f"Object.defineProperty(document, 'visibilityState', {{configurable: true, value: '{state}'}});"
        " document.dispatchEvent(new Event('visibilitychange'))"
    )


def wait_for_screens(hall: Theatre, screens: dict[Role, int], seconds: float = 10.0) -> None:
    until = time.monotonic() + seconds
    while (found := {guest.role: guest.screens for guest in hall.server.guests()}) != screens:
        assert time.monotonic() < until, found
        time.sleep(0.02)
