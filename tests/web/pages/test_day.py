"""The day at a glance on the stage's page: each bar where the console's own arithmetic has it."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.day import Day, day_of
from runofshow.core.end_outlook import EndOutlook
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE
from runofshow.tui.formats import lateness
from tests.web.pages.browser import Chromium
from tests.web.pages.theatre import HALL_TIME, Theatre, example, theatre

BARS = """[...document.querySelectorAll('.day .%s > span')].map((one) => [
  one.textContent, one.title, one.dataset.state, parseFloat(one.style.left), parseFloat(one.style.width)])"""
PICTURES = os.environ.get("RUNOFSHOW_PICTURES")


def core_day(hall: Theatre) -> Day:
    now = hall.now
    hard_outs = [now.session.hard_out] if now.session.hard_out is not None else []
    found = day_of(
        now.rows, now.now, hard_outs, now.people.leaders, now.outlook, HALL_TIME, now.session.session_id
    )
    assert found is not None
    return found


@pytest.fixture
def hall(tmp_path: Path) -> Any:
    with theatre(tmp_path, example()) as found:
        yield found


def test_every_bar_stands_where_core_has_it_and_no_title_is_cut_inside_a_word(
    hall: Theatre, chromium: Chromium
) -> None:
    hall.do(c.Start())
    hall.advance_to("7")
    end = hall.now.session.expected_end
    low, high = end - timedelta(minutes=12), end + timedelta(minutes=9)
    told = EndOutlook(session_id="s1", low=low, mid=end, high=high, chance=0.71)
    hall.engine.call(lambda: hall.engine.show.sense_ahead(told)).result(5)
    for width, height in ((1280, 800), (1920, 1080), (390, 844)):
        page = hall.screen(chromium, Role.STAGE, width, height)
        page.wait_for("document.querySelectorAll('.day .course > span').length > 0")
        page.wait_for("document.querySelector('.day .edge') !== null")
        day = core_day(hall)
        hours = day.axis(64 / page.js("document.querySelector('.day').clientWidth"))
        for which in ("plan", "course"):
            spans = [(piece, piece.planned if which == "plan" else piece.expected) for piece in day.pieces]
            found = page.js(BARS % which)
            for (piece, span), (label, title, state, left, wide) in zip(spans, found, strict=True):
                assert span is not None
                share = hours.share(span.start)
                assert (title, state) == (f"{piece.number} {piece.title}", piece.state)
                assert left == pytest.approx(100 * share, abs=0.2)
                assert wide == pytest.approx(100 * (hours.share(span.end) - share), abs=0.2)
                whole = label.removesuffix("…")
                assert title.startswith(whole)
                assert label in ("", title) or title[len(whole)] in " ,:;–“(" or whole == piece.number
        at_now = page.js("parseFloat(document.querySelector('.day .now-line').style.left)")
        assert at_now == pytest.approx(100 * hours.share(hall.now.now), abs=0.5)
        late = page.js("document.querySelector('.day .late').textContent")
        assert late == lateness(hall.now.over_under, CONSOLE[Language.VI])
        assert "hạn " in page.js("document.querySelector('.day .posts').textContent")
        assert page.js(
            "document.querySelector('.day').scrollWidth <= document.querySelector('.day').clientWidth"
        )
        if PICTURES:
            page.screenshot(Path(PICTURES) / f"day-{width}.png")


def test_a_low_screen_keeps_its_room_for_the_order(hall: Theatre, chromium: Chromium) -> None:
    page = hall.screen(chromium, Role.STAGE, 844, 390)
    assert page.js("getComputedStyle(document.querySelector('.day')).display") == "none"


def test_a_plan_without_hours_has_no_day(tmp_path: Path, chromium: Chromium) -> None:
    with theatre(tmp_path, example(), floating=True) as hall:
        page = hall.screen(chromium, Role.STAGE, 1280, 800)
        assert page.js("document.querySelector('.day').hidden")
