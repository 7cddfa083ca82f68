"""Who is looked for, on the page of who calls the show: ticked there, named when asked, warned of in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Item, Leader, Role, Session
from tests.web.pages.browser import Chromium
from tests.web.pages.plan import EIGHT, minutes
from tests.web.pages.theatre import Theatre, theatre

SPEAKERS = (
    "Bà Phạm Thị Kim Liên, Chủ tịch Hội Liên hiệp Phụ nữ phường",
    "Ông Võ Văn Sáu, Chủ tịch Hội Cựu chiến binh",
)
LEADER = "Đồng chí Nguyễn Hữu Thắng, Phó Chủ tịch Ủy ban nhân dân tỉnh"


@pytest.fixture
def waiting(tmp_path: Path) -> Iterator[Theatre]:
    """The first item waits for a leader who comes at 8:10."""
    leader = Leader("l1", LEADER, EIGHT + timedelta(minutes=10))
    items = tuple(
        Item(f"t{place}", str(place), f"Tham luận {place}", "paper", minutes(7), by=name, needs_person=True)
        for place, name in enumerate(SPEAKERS, start=1)
    )
    agenda = Agenda("Hội nghị tổng kết", (Session("s1", "", EIGHT, items=items),), leaders=(leader,))
    with theatre(tmp_path, agenda) as opened:
        opened.move(minutes=6)
        yield opened


def test_the_caller_is_asked_by_name_and_may_tick_who_has_come(waiting: Theatre, chromium: Chromium) -> None:
    chromium.expected.append("409")
    caller = waiting.screen(chromium, Role.CALLER)
    caller.wait_for_text(f"○ chờ {LEADER} · dự kiến đến 08:10", ".top .people-line")
    caller.tap(".go")
    caller.js("window.tapped = performance.now()")
    caller.wait_for_text(f"Chưa thấy {LEADER}. Vẫn bắt đầu", "dialog")
    caller.js("document.querySelector('dialog').close()")
    for name in SPEAKERS:
        caller.wait_for_text(name, ".looked-for")
    caller.js(f"document.querySelector('[data-key=\"{waiting.now.people.leaders[0].person_id}\"]').click()")
    waiting.until(lambda now: now.people.leaders[0].here is True)
    caller.wait_for("!document.querySelector('.top .people-line')?.innerText.includes('chờ')")
    # two taps within the guard time are one
    caller.wait_for("performance.now() - window.tapped > 700")
    caller.tap(".go")
    waiting.until(lambda now: now.current is not None)


def test_a_speaker_who_is_not_there_is_told_three_minutes_before(
    waiting: Theatre, chromium: Chromium
) -> None:
    waiting.do(c.See(waiting.now.people.leaders[0].person_id), c.Start())
    caller = waiting.screen(chromium, Role.CALLER)
    speaker = waiting.now.people.speakers[0]
    caller.wait_for_text("○ chưa thấy người nói", ".top .people-line")
    waiting.do(c.See(speaker.person_id, False))
    caller.wait_for_text("✗ tìm không thấy người nói", ".top .people-line")
    assert speaker.expected_start is not None
    waiting.move(seconds=max((speaker.expected_start - waiting.now.now).total_seconds() - 150, 1))
    caller.wait_for_text(speaker.name, ".late")
    waiting.do(c.See(speaker.person_id))
    caller.wait_for_text("✓ đã có mặt", ".top .people-line")
    caller.wait_for(f"!document.querySelector('.late').innerText.includes({speaker.name!r})")
