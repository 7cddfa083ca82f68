"""When the other console calls, pages go there in place, with their role and whatever was half typed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.hall.access import Access
from runofshow.hall.kept_doors import Doors
from runofshow.hall.second import Second
from tests.web.pages.browser import Chromium
from tests.web.pages.plan import conference
from tests.web.pages.theatre import Theatre, theatre
from tests.web.pages.window import Browser

TERM = 16
FOLLOWED_S = 2.0
LOST = ["ERR_", "401", "Failed to load"]
"""What a browser says of a console that has gone, and of one that does not know it yet."""


def url(of: Theatre) -> str:
    return f"http://127.0.0.1:{of.port}"


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Theatre, Theatre]]:
    """Two consoles; the screens of the first are told of the second."""
    for name in ("1", "2"):
        (tmp_path / name).mkdir()
    with theatre(tmp_path / "1", conference()) as first, theatre(tmp_path / "2", conference()) as second:
        first.server.tell_second(Second((url(second),), 0)).result(5)
        yield first, second


def let_in(first: Theatre, second: Theatre) -> None:
    """The second has the first's doors from now on, and their browser watches it."""
    kept: list[Doors] = []
    first.engine.call(lambda: first.access.keep(kept.append)).result(5)
    second.stop_server()
    second.access = Access(None, kept[-1])
    second.start_server()
    second.server.tell_second(Second((url(first),), 0)).result(5)
    second.until(lambda _: any(guest.seen > 0 for guest in second.access.present))


def test_a_page_goes_on_at_the_other_console_in_place(
    both: tuple[Theatre, Theatre], engine: Browser[Any]
) -> None:
    first, second = both
    engine.expected += LOST
    mc, music = first.tabs(engine, Role.MC, Role.MUSIC)
    let_in(first, second)
    second.do(c.Advance())
    for page in (mc, music):
        page.js("window.before = 'here'")
    first.stop_server()
    gone = time.monotonic()
    second.server.tell_caller(TERM).result(5)
    for page in (mc, music):
        page.wait_for("document.documentElement.dataset.item === 'flag'", FOLLOWED_S)
    assert time.monotonic() - gone < FOLLOWED_S
    second.do(c.Advance())
    for page in (mc, music):
        page.wait_for("document.documentElement.dataset.item === 'report'")
        assert page.js("window.before") == "here"
        assert page.js("location.origin") == url(first)
    # orders go there in the same role
    assert {guest.role for guest in second.access.present if guest.screens} == {Role.MC, Role.MUSIC}
    music.wait_for("document.querySelector('button.known').dataset.for === 'report.music'")
    music.tap("button.known")
    second.until(
        lambda now: next(one for one in now.cues if one.cue_id == "report.music").acked_at is not None
    )
    assert first.now.current is None


def test_a_console_of_a_lower_term_than_the_one_seen_calls_nobody(
    both: tuple[Theatre, Theatre], chromium: Chromium
) -> None:
    first, second = both
    chromium.expected += LOST
    first.server.tell_second(Second((url(second),), TERM)).result(5)
    mc = first.screen(chromium, Role.MC)
    let_in(first, second)
    second.do(c.Advance())
    second.server.tell_caller(TERM).result(5)
    first.do(c.Advance(), c.Advance())
    mc.wait_for("document.documentElement.dataset.item === 'report'")
    second.server.tell_caller(TERM + 1).result(5)
    mc.wait_for("document.documentElement.dataset.item === 'flag'", FOLLOWED_S)
