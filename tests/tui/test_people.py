"""Who is looked for, at the console: beside what comes next, and in a list of its own."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Leader, Role
from runofshow.core.value import replace
from runofshow.core.views.roles import HandView, view_of
from runofshow.texts import Language
from runofshow.texts.console import VI
from runofshow.texts.pages import PAGES
from runofshow.texts.screen import SCREEN
from runofshow.tui.canvas import Canvas
from runofshow.tui.dialogs.form import Form
from runofshow.tui.dialogs.people import PeopleDialog
from runofshow.tui.dialogs.question import Question
from runofshow.tui.panels.people import people_of
from runofshow.tui.views.hand import hand_body
from runofshow.tui.views.lectern import Lectern
from runofshow.tui.views.scene import Scene
from tests.agenda_file.given import agenda_of
from tests.tui.desk import Desk, desk
from tests.tui.hall import HALL_TIME, Hall, Venue, hall_for, pen

MINH = "Đồng chí Trần Minh Quang, Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh Bình Minh"
HOA = "Bà Lê Thị Hòa Bình, Giám đốc Sở Nội vụ tỉnh Bình Minh"
TEXT = f"""\
title: Hội nghị tổng kết
date: 27/3/2020
start: 8h00
chair_panel: ["{HOA}", "Ông Đinh Công Tâm, Chánh Văn phòng"]
items:
- {{title: Ổn định tổ chức, kind: settling, id: a, duration: 10', cues: []}}
- {{title: Mời đoàn chủ tọa, kind: presidium, id: p, duration: 2', cues: []}}
- {{title: Tham luận về nông thôn mới, kind: paper, id: b, by: "{MINH}", duration: 20', cues: []}}
- {{title: Tham luận về y tế, kind: paper, id: c, by: "{HOA}", duration: 5', cues: []}}
- {{title: Bế mạc, kind: closing, id: d, duration: 5', cues: []}}
"""


def plan(*leaders: Leader) -> Agenda:
    return replace(agenda_of(TEXT), leaders=leaders)


def hall(venue: Venue, *leaders: Leader) -> Hall:
    return hall_for(venue, plan(*leaders))


def listed(at: Desk) -> str:
    assert isinstance(at.dialog, PeopleDialog)
    canvas = next(iter(at.dialog.query(Canvas)))
    return "\n".join("".join(one.text for one in line).rstrip() for line in canvas.picture)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_whether_the_next_speaker_is_there_stands_beside_what_comes_next(
    venue: Venue, size: tuple[int, int]
) -> None:
    it = hall(venue)
    it.do(c.Start(sure=True))
    it.move(seconds=1)
    it.do(c.Advance())
    async with desk(it, size) as at:
        await at.until_said("○ chưa thấy người nói")
        # a title is never cut
        assert all(word in at.screen for word in ("Thường trực", "Minh"))
        at.engine.ask(c.See("s/b"), "crew").result()
        await at.until_said("✓ đã có mặt")


async def test_who_is_missing_is_told_in_the_band_above(venue: Venue) -> None:
    it = hall(venue)
    it.do(c.Start(sure=True))
    it.do(c.See("p/0"), "crew")
    async with desk(it) as at:
        warning = VI.people.warning.format(number="3")
        assert warning not in at.screen
        it.hand.move(timedelta(minutes=10))
        await at.until_said(warning)


async def test_the_list_ticks_who_is_there_and_who_is_not(venue: Venue) -> None:
    async with desk(hall(venue)) as at:
        await at.press("p")
        assert isinstance(at.dialog, PeopleDialog)
        await at.press("space")
        await at.until(lambda now: now.people.speakers[0].here is True)
        await at.press("down", "v")
        await at.until(lambda now: now.people.speakers[1].here is False)
        await at.press("up", "space")
        await at.until(lambda now: now.people.speakers[0].here is None)
        await at.press("end", "space")
        await at.until(lambda now: people_of(now.people)[-1].here is True)
        assert "1/2 đã có mặt" in listed(at)
        await at.press("escape")
        assert at.dialog is None


async def test_a_card_that_is_scanned_over_the_list_ticks_nobody(venue: Venue) -> None:
    async with desk(hall(venue)) as at:
        await at.press("p")
        await at.press(*"97060979", "enter")
        await at.pilot.pause()
        assert "✗ Thẻ không đọc được ở đây" in listed(at)
        await at.press("u")
        assert "✗ u hoàn tác ở màn hình điều hành" in listed(at)
        assert not at.engine.latest.seen
        await at.press("enter")
        await at.until(lambda now: bool(now.seen))


async def test_the_next_two_change_places_in_two_keys(venue: Venue) -> None:
    async with desk(hall(venue)) as at:
        await at.press("p", "J")
        now = await at.until(lambda now: now.people.speakers[0].item_id == "c")
        assert [one.name for one in now.people.speakers] == [HOA, MINH]


async def test_a_substitute_is_named_whole_and_has_not_been_seen(venue: Venue) -> None:
    it = hall(venue)
    async with desk(it) as at:
        await at.press("p", "space")
        await at.until(lambda now: now.people.speakers[0].here is True)
        await at.press("e")
        assert isinstance(at.dialog, Form)
        await at.press("end", *"X", "enter")
        now = await at.until(lambda now: now.people.speakers[0].name == f"{MINH}X")
        assert now.people.speakers[0].here is None


async def test_a_later_hour_of_a_leader_moves_the_start(venue: Venue) -> None:
    start = plan().sessions[0].start_at
    leader = Leader("l", MINH, start + timedelta(minutes=5))
    async with desk(hall(venue, leader)) as at:
        await at.until_said("chờ Đồng chí Trần Minh Quang")
        await at.press("p", "down", "down", "e")
        assert isinstance(at.dialog, Form)
        await at.press("tab", "end", *["backspace"] * 8, *"8h20", "enter")
        now = await at.until(lambda now: now.people.leaders[0].arrives_at == start + timedelta(minutes=20))
        assert now.next is not None
        assert now.next.expected_start == start + timedelta(minutes=20)


async def test_the_hour_at_which_a_leader_must_go_is_told_beside_them(venue: Venue) -> None:
    start = plan().sessions[0].start_at
    async with desk(hall(venue, Leader("l", MINH))) as at:
        await at.press("p", "down", "down", "e", "tab", "tab", *"8h35", "enter")
        await at.until(lambda now: now.people.leaders[0].leaves_at == start + timedelta(minutes=35))
        assert "về 08:35" in " ".join(listed(at).split())
        at.engine.ask(c.See("l/l"), "crew").result()
        await at.until(lambda now: now.people.leaders[0].here is True)
        await at.press("down", "up")
        assert "về 08:35" in " ".join(listed(at).split())


async def test_starting_without_the_leader_is_asked_about_by_name(venue: Venue) -> None:
    async with desk(hall(venue, Leader("l", MINH))) as at:
        await at.press("space")
        await at.until(lambda now: isinstance(at.dialog, Question))
        assert isinstance(at.dialog, Question)
        said = " ".join(str(one.render()) for one in at.dialog.query("Static"))
        assert MINH in said
        await at.press("escape")
        at.engine.ask(c.See("l/l"), "crew").result()
        await at.until(lambda now: now.people.leaders[0].here is True)
        it = at.it
        it.hand.move(timedelta(seconds=3))
        await at.press("space")
        await at.until(lambda now: now.current is not None)


async def test_a_leader_nobody_planned_is_added(venue: Venue) -> None:
    async with desk(hall(venue)) as at:
        await at.press("p", "i", *"Ba Hoa", "enter")
        now = await at.until(lambda now: bool(now.people.leaders))
        assert now.people.leaders[0].name == "Ba Hoa"


async def test_the_mcs_face_says_for_whom_the_next_item_waits(venue: Venue) -> None:
    async with desk(hall(venue, Leader("l", MINH))) as at:
        await at.press("f3")
        await at.until_said("chờ Đồng chí Trần Minh Quang")


def test_the_crews_terminal_lists_everybody_whole(venue: Venue) -> None:
    it = hall(venue, Leader("l", MINH))
    view = view_of(Role.CREW, it.show.latest, HALL_TIME)
    assert isinstance(view, HandView)
    scene = Scene(Role.CREW, it.show.latest.now, pen(), PAGES[Language.VI], SCREEN[Language.VI])
    drawn = hand_body(view, Lectern(), scene, 60)
    said = " ".join("".join(one.text for one in line).strip() for line in drawn.lines)
    assert all(name in said for name in (VI.people.next_speakers, VI.people.leaders, VI.people.chair_panel))
    assert "Chánh Văn phòng" in said
