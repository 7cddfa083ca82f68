"""The ways back on the caller's phone: told while it is late, asked once, taken whole, gone when all is
well."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Item, Role, Session
from runofshow.core.recovery.ways import ways_back
from tests.web.pages.browser import Chromium
from tests.web.pages.plan import EIGHT, minutes
from tests.web.pages.theatre import Theatre, theatre


@pytest.fixture
def late(tmp_path: Path) -> Iterator[Theatre]:
    """By plan it ends at 8:40, and the hall must be free at 8:30."""
    papers = tuple(
        Item(f"p{part}", f"2.{part}", f"Bài {part}", "paper", minutes(10), min=minutes(6)) for part in (1, 2)
    )
    items = (
        Item("m1", "1", "Khai mạc", "opening", minutes(5)),
        Item("m2", "2", "Tham luận", "paper", minutes(20), parts=papers),
        Item("m3", "3", "Giao lưu", "exchange", minutes(15), may_drop=True, importance=2),
    )
    session = Session("s1", "", EIGHT, hard_out=EIGHT + timedelta(minutes=30), items=items)
    with theatre(tmp_path, Agenda("Hội nghị tổng kết", (session,))) as opened:
        yield opened


def look(at: Theatre) -> None:
    """What the look ahead finds, at once."""
    show = at.engine.show
    found = ways_back(show.state, at.now.now)
    at.engine.call(lambda: show.sense_ways(found))


def test_a_way_back_is_told_asked_once_and_taken(late: Theatre, chromium: Chromium) -> None:
    late.do(c.Start(sure=True))
    look(late)
    caller = late.screen(chromium, Role.CALLER)
    caller.wait_for_text(" · sớm hơn 15'", ".ways")
    caller.wait_for_text("2 Tham luận: mỗi người còn 6' (−4' × 2)", ".ways")
    caller.wait_for_text("3 Giao lưu: bỏ (−15')", ".ways")
    caller.tap(".way")
    caller.wait_for_text("3 Giao lưu: bỏ (−15')", "dialog")
    caller.tap("dialog .danger")
    late.until(lambda now: now.undoable == "recover")
    caller.wait_for("document.querySelector('.ways').closest('section').hidden")


def test_while_nothing_is_in_danger_no_way_is_told(late: Theatre, chromium: Chromium) -> None:
    late.do(c.Start(sure=True), c.Skip("m3"))
    look(late)
    caller = late.screen(chromium, Role.CALLER)
    caller.wait_for_text("Khai mạc", ".item")
    assert caller.js("document.querySelector('.ways').closest('section').hidden") is True
