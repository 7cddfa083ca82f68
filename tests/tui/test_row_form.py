"""The form of a row: an item can be mended in it whole, and what is wrong is said where the eye is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input, Select, Static

from runofshow.core import commands as c
from runofshow.core.agenda import Action, BeforeEnd, Role
from runofshow.core.snapshot import ItemState
from runofshow.core.vote import Vote
from runofshow.texts import Language
from runofshow.texts.console import CONSOLE, VI
from tests.tui.desk import Desk, desk
from tests.tui.hall import Venue, hall
from tests.tui.states import running


def field(at: Desk, name: str) -> Any:
    assert at.dialog is not None
    return at.dialog.query_one(f"#field-{name}")


async def opened(at: Desk, number: str) -> Screen[Any]:
    """The form of the row with this number."""
    at.console.board.choose(at.row(number).item_id)
    await at.press("e")
    await at.pilot.pause()
    assert at.dialog is not None
    return at.dialog


async def answered(at: Desk, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        widget = field(at, name)
        if isinstance(widget, Input | Select):
            widget.value = value
        else:
            widget.text = value
    await at.press("ctrl+s")
    await at.pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 16)])
async def test_what_is_wrong_stands_in_sight_at_the_field_that_has_the_focus(
    venue: Venue, size: tuple[int, int]
) -> None:
    async with desk(running(venue), size=size) as at:
        form = await opened(at, "5.3")
        await at.press(*["tab"] * 12)
        await answered(at, {"minutes": "xyz"})
        told = form.query_one(".told", Static)
        assert VI.forms.bad_minutes in str(told.render())
        assert form.focused is field(at, "minutes")
        for widget in (told, field(at, "minutes")):
            assert 0 <= widget.region.y < size[1], widget.region
            assert widget.region.height == widget.content_region.height


async def test_hours_protection_and_the_presenter_are_mended_in_the_form(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await opened(at, "6")
        await answered(at, {"start": "9h30", "until": "10:15", "protected": "yes"})
        await at.until(lambda now: at.row("6").protected)
        item = at.row("6").item
        assert (item.fixed_start, item.until) == (
            datetime(2020, 3, 27, 2, 30, tzinfo=UTC),
            datetime(2020, 3, 27, 3, 15, tzinfo=UTC),
        )
        await opened(at, "6")
        assert (field(at, "start").value, field(at, "until").value) == ("9h30", "10h15")
        await answered(at, {"start": "mai"})
        assert VI.forms.bad_hour in str(at.dialog.query_one(".told").render() if at.dialog else "")
        await answered(at, {"start": "", "until": ""})
        await at.until(lambda now: at.row("6").item.fixed_start is None and at.row("6").item.until is None)


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
async def test_how_a_vote_went_is_written_in_the_form_and_stands_at_what_runs(
    venue: Venue, size: tuple[int, int]
) -> None:
    it = running(venue)
    assert it.now.current is not None
    it.do(c.Insert(it.now.current.row.item_id, "Biểu quyết", timedelta(minutes=5), "vote"))
    async with desk(it, size=size) as at:
        await opened(at, "5.2a")
        assert not list(at.dialog.query("#field-in_favour") if at.dialog else ()), "it has not begun"
        await at.press("escape")
        it.do(c.Advance(sure=True))
        await at.until(lambda now: at.current == "5.2a")
        form = await opened(at, "5.2a")
        for name, text in (("against", "2"), ("in_favour", "150 phiếu"), ("in_favour", "100001")):
            await answered(at, {name: text})
            assert VI.forms.bad_votes in str(form.query_one(".told").render())
            assert form.focused is field(at, "in_favour")
        await answered(at, {"in_favour": "148"})
        await at.until(lambda now: at.row("5.2a").vote == Vote(148, 2))
        await at.until_said("148 đồng ý, 2 không đồng ý")
        await opened(at, "5.2a")
        assert [field(at, name).value for name in ("in_favour", "against", "other")] == ["148", "2", "0"]
        await answered(at, {"in_favour": "", "against": "", "other": ""})
        await at.until(lambda now: at.row("5.2a").vote is None)
        await at.pilot.resize_terminal(120, 40)
        await at.press("f6")
        await at.until_said(f"{VI.calls.vote}  148 đồng ý, 2 không đồng ý, 0 ý kiến khác · 5.2a Biểu quyết")
        await at.until_said(f"{VI.calls.vote}  – · 5.2a Biểu quyết")


async def test_a_cue_is_added_and_another_taken_out_in_the_form(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        item_id = at.row("6").item_id
        own = [cue.cue_id for cue in at.engine.latest.cues if cue.item_id == item_id]
        await opened(at, "6")
        await answered(
            at, {"cue1": "", "new_to": "crew", "new_text": "Bưng khay", "new_at": "cuối mục - 1 phút"}
        )
        await at.until(lambda now: any(cue.text == "Bưng khay" for cue in now.cues))
        await at.until(lambda now: own[0] not in {cue.cue_id for cue in now.cues})
        (added,) = [cue for cue in at.engine.latest.cues if cue.text == "Bưng khay"]
        assert (added.to, at.engine.latest.plan.cues[added.cue_id].at, added.do) == (
            Role.CREW,
            BeforeEnd(timedelta(minutes=1)),
            Action.DO,
        )


async def test_a_new_cue_without_a_hand_or_without_words_is_complained_about(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        form = await opened(at, "6")
        await answered(at, {"new_text": "Bưng khay"})
        assert VI.forms.new_cue_to in str(form.query_one(".told").render())
        await answered(at, {"new_text": "", "new_to": "crew"})
        assert form.focused is field(at, "new_text")


async def test_a_track_is_chosen_for_a_music_cue(venue: Venue) -> None:
    async with desk(hall(venue, "full-example"), size=(120, 60)) as at:
        now = at.engine.latest
        cue = next(cue for cue in now.cues if cue.to is Role.MUSIC and cue.do is Action.PLAY)
        row = next(row for row in now.rows if row.item_id == cue.item_id)
        own = [one for one in now.cues if one.item_id == row.item_id]
        number = own.index(cue) + 1
        other = next(track.track_id for track in at.it.agenda.tracks if track.track_id != cue.track)
        await opened(at, row.number)
        await answered(at, {f"cue{number}_track": other})
        await at.until(lambda now: any(one.cue_id == cue.cue_id and one.track == other for one in now.cues))


async def test_what_a_phone_has_changed_while_the_form_stood_is_kept(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await opened(at, "6")
        at.it.show.do(c.Edit(at.row("6").item_id, title="Thảo luận chung"), "caller")
        await answered(at, {"notes": "Bục trái"})
        await at.until(lambda now: at.row("6").notes == "Bục trái")
        assert at.row("6").title == "Thảo luận chung"


async def test_what_was_typed_for_a_row_that_has_gone_can_be_put_in_as_a_new_item(venue: Venue) -> None:
    async with desk(running(venue), size=(80, 24)) as at:
        inserted = c.Insert(at.row("6").item_id, "Tặng hoa", timedelta(minutes=3))
        at.it.show.do(inserted, "caller")
        await at.until(lambda now: any(row.number == "6a" for row in now.rows))
        await opened(at, "6a")
        at.it.show.do(c.Undo(), "caller")
        await answered(at, {"notes": "Bục trái", "new_to": "crew", "new_text": "Bưng khay", "minutes": "4"})
        await told(at, VI.forms.lost_row)
        assert field(at, "notes").text == "Bục trái"
        await at.press("ctrl+s")
        await at.until(lambda now: any(row.title == "Tặng hoa" for row in now.rows))
        row = next(row for row in at.engine.latest.rows if row.title == "Tặng hoa")
        rows = [one.item_id for one in at.engine.latest.rows]
        assert rows.index(row.item_id) == rows.index(at.row("6").item_id) + 1
        assert (row.notes, row.planned) == ("Bục trái", timedelta(minutes=4))
        (cue,) = [one for one in at.engine.latest.cues if one.item_id == row.item_id]
        assert (cue.to, cue.text) == (Role.CREW, "Bưng khay")
        assert at.dialog is None


async def test_a_form_that_the_show_refuses_comes_back_with_what_was_typed(venue: Venue) -> None:
    """The first order is obeyed, the second refused: only what was not obeyed is still to be saved."""
    async with desk(running(venue), size=(80, 24)) as at:
        await opened(at, "6")
        long = "Rất dài " * 70
        await answered(at, {"title": "Thảo luận chung", "cue1": long, "new_to": "crew", "new_text": "Khay"})
        await told(at, VI.refusals.too_long)
        assert at.row("6").title == "Thảo luận chung"
        assert at.dialog is not None
        assert at.dialog.focused is field(at, "cue1")
        assert field(at, "cue1").value == long.strip()
        at.it.show.do(c.Edit(at.row("6").item_id, notes="Bục trái"), "caller")
        await answered(at, {"cue1": "Ngắn", "minutes": "9", "until": "7h00"})
        await told(at, VI.refusals.bad_length)
        assert at.dialog is not None
        await answered(at, {"until": ""})
        await at.until(lambda now: any(cue.text == "Khay" for cue in now.cues))
        assert any(cue.text == "Ngắn" for cue in at.engine.latest.cues)
        assert (at.row("6").planned, at.row("6").notes) == (timedelta(minutes=9), "Bục trái")
        # the other forms too
        for key, name in (("t", "text"), ("i", "title")):
            await at.press(key)
            await at.pilot.pause()
            typed = "Mất điện " * 1200
            await answered(at, {name: typed})
            await told(at, VI.refusals.too_long)
            assert field(at, name).value == typed.strip()
            await at.press("escape")
            await at.pilot.pause()


async def told(at: Desk, words: str) -> None:
    """Wait until the form over the board says this, in sight."""
    for _ in range(400):
        said = at.dialog.query(".told").results(Static) if at.dialog is not None else ()
        if any(words in str(one.render()) for one in said):
            return
        await at.pilot.pause(0.01)
    raise AssertionError(f"no form says {words!r}")


async def test_what_saves_a_form_and_what_leaves_it_stand_in_sight(venue: Venue) -> None:
    async with desk(running(venue), size=(80, 24)) as at:
        form = await opened(at, "6")
        for size in ((80, 24), (120, 40), (60, 16)):
            await at.pilot.resize_terminal(*size)
            for _ in range(3):
                await at.pilot.pause()
            for name in ("#save", "#cancel"):
                assert form.region.contains_region(form.query_one(name).region), (size, name)
            assert form.query_one("#title").region.y == form.query_one(".card").region.y + 1
            # and what is typed stands above them
            foot = form.query_one(".foot").region.y
            for _ in range(4):
                assert form.focused is not None
                if form.focused.id not in ("save", "cancel"):
                    assert form.focused.region.bottom <= foot, (size, form.focused.id)
                await at.press("tab")


async def test_an_inserted_item_brings_its_kind_and_x_takes_it_out_again(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        at.console.board.choose(at.row("6").item_id)
        await at.press("i")
        await at.pilot.pause()
        await answered(at, {"title": "Chào cờ", "kind": "flag_salute", "place": "before"})
        await at.until(lambda now: any(row.title == "Chào cờ" for row in now.rows))
        row = next(row for row in at.engine.latest.rows if row.title == "Chào cờ")
        rows = [one.item_id for one in at.engine.latest.rows]
        assert rows.index(row.item_id) + 1 == rows.index(at.row("6").item_id)
        assert row.protected
        assert any(cue.item_id == row.item_id and cue.to is Role.MUSIC for cue in at.engine.latest.cues)
        at.console.board.choose(row.item_id)
        await at.press("x")
        await at.until(lambda now: row.item_id not in {one.item_id for one in now.rows})
        # another key between: the same one within half a second is one that is held
        await at.press("down")
        at.console.board.choose(at.row("6").item_id)
        await at.press("x")
        await at.until(lambda now: at.row("6").state is ItemState.SKIPPED)


async def test_j_and_k_carry_an_item_over_the_border_of_its_session(venue: Venue) -> None:
    async with desk(hall(venue, "full-example")) as at:
        sessions = at.it.agenda.sessions
        assert len(sessions) > 1
        last = sessions[0].items[-1]
        at.console.board.choose(last.item_id)
        await at.press("J")
        await at.until(lambda now: session_of(at, last.item_id) == sessions[1].session_id)
        at.console.board.choose(last.item_id)
        await at.press("K")
        await at.until(lambda now: session_of(at, last.item_id) == sessions[0].session_id)


def session_of(at: Desk, item_id: str) -> str:
    return next(row.session_id for row in at.engine.latest.rows if row.item_id == item_id)


@pytest.mark.parametrize("language", Language)
async def test_the_form_stands_at_every_size_in_both_languages(venue: Venue, language: Language) -> None:
    async with desk(running(venue), size=(80, 24), language=language) as at:
        form = await opened(at, "5.3")
        assert str(form.query_one("#title", Static).render()).startswith(
            CONSOLE[language].forms.edit_title.split(" ")[0]
        )
        for size in ((40, 12), (120, 40), (20, 5)):
            await at.pilot.resize_terminal(*size)
            await at.pilot.pause()
        await at.press("escape")
        await at.pilot.pause()
        assert at.dialog is None


async def test_the_kind_of_an_inserted_item_is_found_by_a_few_letters(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("i", *"Hoa", "tab", "tab", "tab", "enter")
        await at.press(*"trao", "enter")
        await at.press("ctrl+s")
        shown = await at.until(lambda snapshot: any(row.title == "Hoa" for row in snapshot.rows))
        assert next(row.kind for row in shown.rows if row.title == "Hoa") == "award"
