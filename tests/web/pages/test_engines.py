"""What every engine has to do with the pages: Chromium, Firefox, and WebKit, which is on every iPhone."""

from __future__ import annotations

from typing import Any

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from tests.web.pages.theatre import DRAWN, Theatre
from tests.web.pages.window import Browser

LOST = "document.documentElement.hasAttribute('data-lost')"


def test_tabs_of_mixed_roles_are_live_and_go_is_answered(hall: Theatre, engine: Browser[Any]) -> None:
    roles = (Role.CALLER, Role.MC, Role.MUSIC, Role.CREW, Role.STAGE, Role.SPEAKER, Role.DISPLAY, Role.MC)
    tabs = hall.tabs(engine, *roles)
    tabs[0].tap(".go")
    for tab in tabs:
        tab.wait_for(f"document.documentElement.dataset.item === 'flag' && !{LOST}")
    hall.do(c.Advance())
    for tab in tabs:
        tab.wait_for("document.documentElement.dataset.item === 'report'")


def test_a_hand_answers_and_writes(hall: Theatre, engine: Browser[Any]) -> None:
    music = hall.screen(engine, Role.MUSIC)
    hall.do(c.Advance(), c.Advance())
    music.wait_for("document.querySelector('button.known').dataset.for === 'report.music'")
    music.tap("button.known")
    music.wait_for("document.querySelector('.lamp').dataset.state === 'ready'")
    hall.do(c.SendMessage(Role.MUSIC, "Chờ một chút"))
    music.wait_for_text("Chờ một chút", ".waiting")
    music.tap(".waiting .quick button")
    music.wait_for("document.querySelector('.waiting').childElementCount === 0")
    assert hall.now.messages[-1].text == "Đã rõ"


def test_a_page_is_live_after_every_back_and_forward(hall: Theatre, engine: Browser[Any]) -> None:
    page = hall.screen(engine, Role.MC)
    hall.do(c.Advance())
    # more often than a browser has connections
    for step in range(8):
        page.goto(f"http://127.0.0.1:{hall.port}/?choose")
        page.go(-1)
        page.wait_for(f"location.pathname === '/mc' && {DRAWN}")
        hall.do(c.Hold() if step % 2 == 0 else c.Resume())
        phase = "held" if step % 2 == 0 else "running"
        page.wait_for(f"document.documentElement.dataset.phase === '{phase}'")
        assert not page.js(LOST)


def test_a_page_comes_back_with_the_server(hall: Theatre, engine: Browser[Any]) -> None:
    tabs = hall.tabs(engine, Role.STAGE, Role.MC)
    engine.expected += ["ERR_"]
    hall.stop_server()
    for tab in tabs:
        tab.wait_for(LOST)
    hall.do(c.Advance())
    hall.start_server()
    for tab in tabs:
        tab.wait_for(f"!{LOST} && document.documentElement.dataset.item === 'flag'", 20)
