"""Changes of the agenda file in the console: listed, chosen, taken as calls, and undone like them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest

from runofshow.agenda_file.complaint import TOP, Complaint, Severity
from runofshow.agenda_file.reader import Reading
from runofshow.agenda_file.revision_offers import NewerPlan
from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Item
from runofshow.core.snapshot import ItemState, Phase
from runofshow.core.value import replace
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE, EN, VI
from runofshow.tui.canvas import Canvas
from runofshow.tui.dialogs.newer_plan import NewerPlanDialog
from runofshow.tui.keys import Act
from runofshow.tui.lines import Picture
from runofshow.tui.panels.newer_plan import NewerPlanLook, newer_plan_panel
from tests.tui.desk import Desk, desk
from tests.tui.hall import HALL_TIME, Hall, Venue, pen
from tests.tui.states import before, ended, running
from tests.tui.striking import settle, strike

WORDS = VI.newer_plan
LONG = "Trao tặng Cờ thi đua, Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh và Giấy khen của Chủ tịch thị xã"


def changed(plan: Agenda, change: Callable[[list[Item]], list[Item]]) -> Agenda:
    first = plan.sessions[0]
    return replace(
        plan, sessions=(replace(first, items=tuple(change(list(first.items)))), *plan.sessions[1:])
    )


def newer(plan: Agenda) -> Agenda:
    """Item 1 is gone, 8 is named, 9 and 10 have changed places, and two lines are new at the end."""

    def change(items: list[Item]) -> list[Item]:
        named = replace(items[7], by="Ông Trần Văn Minh")
        new = [
            Item(f"n{place}", "", title, "other", items[0].duration)
            for place, title in enumerate((LONG, "Chụp ảnh"))
        ]
        return [*items[1:7], named, items[9], items[8], *new]

    return changed(plan, change)


def text_of(picture: Picture) -> str:
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in picture)


def seen(at: Desk) -> str:
    """The dialog as it is read; empty while it is not laid out yet."""
    canvas = None if at.dialog is None else next(iter(at.dialog.query(Canvas)), None)
    return "" if canvas is None else text_of(canvas.picture)


async def until_seen(at: Desk, words: str) -> None:
    for _ in range(400):
        if words in seen(at):
            return
        await at.pilot.pause(0.01)
    raise AssertionError(f"never seen {words!r}; the dialog says:\n{seen(at)}")


async def opened(at: Desk, words: str = "[ ]") -> NewerPlanDialog:
    """The dialog with its list."""
    at.console.obey(Act.TAKE)
    await until_seen(at, words)
    assert isinstance(at.dialog, NewerPlanDialog)
    return at.dialog


def titles(it: Hall) -> list[str]:
    """Of what ran and will."""
    return [
        row.title for row in it.show.latest.rows if row.state is not ItemState.SKIPPED and not row.is_heading
    ]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_the_file_changes_is_listed_and_nothing_changes_before_enter(
    venue: Venue, size: tuple[int, int]
) -> None:
    it = before(venue)
    async with desk(it, size=size, reread=lambda: Reading(newer(it.agenda), ())) as at:
        seq = at.engine.latest.seq
        dialog = await opened(at)
        assert WORDS.title in seen(at)
        assert "người thực hiện “–” thành “Ông Trần Văn Minh”" in " ".join(seen(at).split())
        await at.press("a", "down", "space", "end")
        assert len(dialog.look.chosen) == len(dialog.look.offers or ()) - 1
        assert "› [x] - không còn: Văn nghệ chào mừng" in seen(at)
        assert at.engine.latest.seq == seq
        await at.press("escape")
        assert at.dialog is None
        assert at.engine.latest.seq == seq


async def test_all_that_is_taken_stands_in_the_show_and_is_undone_call_by_call(venue: Venue) -> None:
    it = before(venue)
    plan = newer(it.agenda)
    async with desk(it, reread=lambda: Reading(plan, ())) as at:
        was, agenda = titles(it), it.show.state.agenda
        dialog = await opened(at)
        count = len(dialog.look.offers or ())
        await at.press("a", "enter")
        await at.until_said(WORDS.taken.format(count=count))
        assert at.dialog is None
        now = titles(it)
        assert now[-4:] == ["Bế mạc Hội nghị", agenda.sessions[0].items[8].title, LONG, "Chụp ảnh"]
        assert "Tiết mục 1" not in now
        calls = it.show.state.calls
        assert [call.do for call in calls] == ["edit", "move", "insert", "insert", "skip"]
        # taken once, there is nothing more in it
        at.console.obey(Act.TAKE)
        await at.until_said(WORDS.nothing)
        for left in range(len(calls) - 1, -1, -1):
            at.console.obey(Act.UNDO)
            await at.until(partial(lambda left, _: len(it.show.state.calls) == left, left))
        assert titles(it) == was
        assert it.show.state.agenda == agenda


async def test_what_is_over_or_runs_is_shown_with_its_reason_and_cannot_be_chosen(venue: Venue) -> None:
    it = running(venue)
    plan = changed(it.agenda, lambda items: [*items[2:4], *items[5:]])
    async with desk(it, reread=lambda: Reading(plan, ())) as at:
        dialog = await opened(at, "không còn")
        assert VI.refusals.item_done in seen(at)
        # the heading that runs: what of it is to come can still be skipped
        assert [offer.is_open for offer in dialog.look.offers or ()] == [False, False, True]
        await at.press("space", "down", "space")
        assert dialog.look.chosen == frozenset()
        await at.press("enter")
        assert WORDS.none_chosen in seen(at)


async def test_a_line_that_is_refused_in_the_end_says_why_and_the_others_are_taken(venue: Venue) -> None:
    it = before(venue)
    plan = changed(it.agenda, lambda items: [*items[1:-1], replace(items[-1], by="Ông Bí thư")])
    async with desk(it, reread=lambda: Reading(plan, ())) as at:
        dialog = await opened(at)
        await at.press("a")
        assert len(dialog.look.chosen) == 2
        # meanwhile, from a phone, the show goes past what the file is without
        for _ in range(4):
            it.hand.passed += 300
            at.engine.ask(c.Advance(sure=True)).result(5)
        await at.press("enter")
        await until_seen(at, "✗")
        assert WORDS.some_refused.format(count=1, refused=1) in " ".join(seen(at).split())
        assert VI.refusals.item_done in seen(at)
        assert "✓" in seen(at)
        assert at.row("10").by == "Ông Bí thư"
        await at.press("space", "enter", "escape")
        assert at.dialog is None


async def test_a_file_with_an_error_says_its_first_complaint_and_changes_nothing(venue: Venue) -> None:
    wrong = Complaint(Severity.ERROR, "no_items", "hop/thang-3/agenda.yaml", TOP, ())
    it = before(venue)
    async with desk(it, reread=lambda: Reading(None, (wrong,))) as at:
        seq = at.engine.latest.seq
        at.console.obey(Act.TAKE)
        await at.until_said("agenda.yaml:1:")
        assert "thang-3" not in at.screen
        assert (at.dialog, at.engine.latest.seq) == (None, seq)


@pytest.mark.parametrize("language", Language)
async def test_a_file_that_changes_nothing_says_so(venue: Venue, language: Language) -> None:
    async with desk(before(venue), language=language) as at:
        at.console.obey(Act.TAKE)
        await at.until_said(CONSOLE[language].newer_plan.nothing)
        assert at.dialog is None


async def test_space_while_the_file_is_read_calls_nothing_and_esc_leaves(venue: Venue) -> None:
    it, let_go = before(venue), threading.Event()

    def slow() -> Reading:
        assert let_go.wait(10)
        return Reading(newer(it.agenda), ())

    async with desk(it, reread=slow) as at:
        seq = at.engine.latest.seq
        at.console.obey(Act.TAKE)
        strike(at, " \r ")
        await settle(at)
        assert WORDS.reading in seen(at)
        await at.press("escape")
        assert at.dialog is None
        let_go.set()
        await settle(at)
        assert (at.dialog, at.engine.latest.seq, at.engine.latest.phase) == (None, seq, Phase.BEFORE)


async def test_fast_keys_take_once_and_space_behind_them_is_a_go(venue: Venue) -> None:
    it = before(venue)
    async with desk(it, reread=lambda: Reading(newer(it.agenda), ())) as at:
        await opened(at)
        strike(at, "a\r\r\r")
        await at.until_said("Đã nhận")
        assert [call.do for call in it.show.state.calls] == ["edit", "move", "insert", "insert", "skip"]
        it.hand.passed += 2
        strike(at, " ")
        await at.until(lambda now: now.phase is not Phase.BEFORE)


async def test_a_vietnamese_keyboards_doubled_a_is_the_key_twice(venue: Venue) -> None:
    it = before(venue)
    async with desk(it, reread=lambda: Reading(newer(it.agenda), ())) as at:
        dialog = await opened(at)
        strike(at, "a")
        await settle(at)
        assert dialog.look.chosen
        strike(at, "<â")
        await settle(at)
        assert dialog.look.chosen == frozenset()


async def test_a_click_chooses_the_change_that_it_is_on(venue: Venue) -> None:
    it = before(venue)
    async with desk(it, size=(80, 24), reread=lambda: Reading(newer(it.agenda), ())) as at:
        dialog = await opened(at)
        line = next(y for y, said in enumerate(seen(at).splitlines()) if "- không còn" in said)
        canvas = dialog.query_one(Canvas)
        await at.pilot.click(canvas, offset=(30, line))
        await settle(at)
        last = len(dialog.look.offers or ()) - 1
        assert (dialog.look.at, dialog.look.chosen) == (last, frozenset({last}))
        await at.pilot.click(canvas, offset=(30, 0))
        await at.pilot.click(canvas, offset=(30, line))
        await settle(at)
        assert dialog.look.chosen == frozenset()


async def test_a_show_that_has_ended_takes_nothing_and_says_why(venue: Venue) -> None:
    it = ended(venue)
    async with desk(it, reread=lambda: Reading(newer(it.agenda), ())) as at:
        await opened(at, VI.refusals.ended)
        assert "[ ]" not in seen(at)


def test_a_rite_that_is_gone_is_chosen_by_itself_alone(venue: Venue) -> None:
    it = before(venue)
    plan = changed(it.agenda, lambda items: [items[0], *items[2:]])
    offers = NewerPlan(plan, HALL_TIME).offers(it.show.state, it.show.latest.now)
    look = NewerPlanLook(offers)
    assert [offer.is_asked for offer in offers] == [True]
    assert (look.is_open(0), look.of_all) == (True, frozenset())
    for words in (VI, EN):
        picture = newer_plan_panel(look, it.show.latest, pen(words.language), 80, 24).picture
        assert words.questions.protected_why in " ".join(text_of(picture).split())


@pytest.mark.parametrize("width", [20, 40, 80, 200])
@pytest.mark.parametrize("height", [6, 12, 24, 60])
def test_the_change_under_the_cursor_stands_in_full_and_no_line_is_wider(
    venue: Venue, width: int, height: int
) -> None:
    it = before(venue)
    offers = NewerPlan(newer(it.agenda), HALL_TIME).offers(it.show.state, it.show.latest.now)
    look = NewerPlanLook(offers)
    for place in range(len(offers)):
        look = replace(look, at=place)
        drawn = newer_plan_panel(look, it.show.latest, pen(), width, height)
        look, picture = replace(look, top=drawn.top), drawn.picture
        assert len(picture) == height
        assert all(sum(segment.cell_length for segment in line) == width for line in picture)
        if height == 60 or (width > 40 and height > 6):
            words = " ".join(text_of(picture).split())
            assert "".join(LONG.split()) in "".join(words.split()) or LONG not in offers[place].revision.title
