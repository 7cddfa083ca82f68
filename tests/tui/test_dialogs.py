"""No dialog answers twice, and no key leaves an empty screen: after whatever was typed, SPACE is a GO."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from textual import events
from textual.app import App

from runofshow.core.events import NoteTaken
from runofshow.core.snapshot import Phase
from runofshow.texts.console import VI
from runofshow.tui.dialogs.form import Form
from runofshow.tui.dialogs.question import Question
from tests.tui.desk import Desk, desk
from tests.tui.hall import Venue
from tests.tui.states import before, last, running
from tests.tui.striking import KEYS, asked, settle, strike

CALLS = ("start", "go", "advance")


async def goes_on(at: Desk) -> None:
    """Whatever lies over the board is put away, and SPACE is a call that is recorded."""
    await settle(at)
    for _ in range(6):
        if at.dialog is None:
            break
        strike(at, "\x1b")
        await settle(at)
    assert at.console.screen_stack[1:] == [at.console.board]
    seq = at.engine.latest.seq
    at.it.hand.passed += 2
    strike(at, "2 ")
    await at.until(lambda now: any(entry.seq > seq and entry.do in CALLS for entry in at.engine.log))


FAST = (
    "e\r\r",
    "e\r\r\r\r",
    "tMất điện\r\r",
    "i\r\r",
    "mx\r\r",
    "/5\r\r",
    "/5\x1b\x1b",
    "e\x1b\x1b",
    "e\x13\x13",
    "e\x13\r\x1b",
    "??",
    "?q \x1b",
    "?\x1b\x1b",
    "ww",
    "w\x1b\x1bw",
    "q\x1b\x1b",
    "qk",
    "qkc",
    "q\r\r",
    "\x10\x10",
    "\x10\x1b\x1b",
    "\x10\r\r",
    "e\x10\x1b",
    "w\x10\x1b",
    "e\x11\r\x1b",
)


@pytest.mark.parametrize("in_one_read", [True, False])
async def test_fast_keys_answer_a_dialog_once_and_space_goes_on(venue: Venue, in_one_read: bool) -> None:
    async with desk(running(venue)) as at:
        for keys in FAST:
            if in_one_read:
                strike(at, keys)
            else:
                strike(at, keys[0])
                await settle(at)
                strike(at, keys[1:])
            await settle(at)
            assert at.console.is_running, keys
            assert at.console.failure is None, keys
            await goes_on(at)


async def test_what_is_typed_behind_the_key_of_a_form_is_written_into_it(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        seq = at.engine.latest.seq
        strike(at, "tnnus\r\r")
        await at.until(lambda now: now.seq == seq + 1)
        await settle(at)
        (entry,) = (entry for entry in at.engine.log if entry.seq > seq)
        (event,) = entry.events
        assert isinstance(event, NoteTaken)
        assert event.text == "nnus"
        assert at.dialog is None


async def test_what_is_typed_behind_the_key_of_a_form_with_choices_is_its_text(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        seq = at.engine.latest.seq
        strike(at, "mnnus\r")
        await at.until(lambda now: now.seq == seq + 1)
        assert at.engine.latest.messages[-1].text == "nnus"


async def test_a_note_is_a_note_until_an_arrow_says_what_else_it_is(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        for keys, kind in (((), "note"), (("down",), "incident"), (("up", "up"), "decision")):
            seq = at.engine.latest.seq
            await at.press("t", *keys, "M", "enter")
            await at.until(lambda now, seq=seq: now.seq == seq + 1)  # type: ignore[misc]
            assert (at.engine.latest.notes[-1].text, at.engine.latest.notes[-1].kind) == ("M", kind)
        await at.press("f6")
        await settle(at)
        assert "✎ sự cố: M" in at.screen
        assert "✎ M" in at.screen


async def test_of_two_keys_that_end_a_form_the_first_counts(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        seq = at.engine.latest.seq
        for keys, saved in (
            ("tMưa\r\x1b", True),
            ("tMưa\x1b\r", False),
            ("tMưa\x13\x1b", True),
            ("tMưa\x1b\x13", False),
        ):
            strike(at, keys)
            await settle(at)
            assert at.dialog is None, keys
            if saved:
                seq += 1
                await at.until(lambda now, seq=seq: now.seq == seq)  # type: ignore[misc]
                assert at.engine.latest.notes[-1].text == "Mưa", keys
        assert at.engine.latest.seq == seq
        strike(at, "i\t")
        await settle(at)
        strike(at, "Ban Tổ chức\x1b\x13\r")
        await settle(at)
        assert at.dialog is None
        await at.press("t", "x", "enter")
        await at.until(lambda now: now.seq > seq)
        assert [entry.do for entry in at.engine.log if entry.seq > seq] == ["note"]


async def test_of_two_answers_to_a_question_the_first_counts(venue: Venue) -> None:
    async with desk(last(venue)) as at:
        await at.press("n")
        await settle(at)
        assert VI.running.ask_end in asked(at)
        strike(at, "kc")
        await settle(at)
        assert at.dialog is None
        assert at.engine.latest.phase is Phase.RUNNING


async def test_a_yes_typed_before_the_question_stands_is_no_answer_to_it(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        strike(at, "qc")
        await settle(at)
        assert at.console.is_running
        assert isinstance(at.dialog, Question)


async def test_the_button_chosen_in_one_question_answers_no_other(venue: Venue) -> None:
    """One screen serves all questions; a yes left under the cursor must not meet the next Enter."""
    async with desk(last(venue)) as at:
        await at.press("end", "n")
        await settle(at)
        await at.press("right", "enter")
        await at.until(lambda now: now.phase is Phase.ENDED)
        await at.press("u")
        await at.until(lambda now: now.phase is not Phase.ENDED)
        await settle(at)
        strike(at, "q\r")
        await settle(at)
        assert at.console.is_running


async def test_a_click_and_enter_at_once_save_a_form_once(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        seq = at.engine.latest.seq
        await at.press("t")
        await settle(at)
        assert isinstance(at.dialog, Form)
        strike(at, "Mưa")
        await settle(at)
        at.dialog.query_one("#save").post_message(events.Key("enter", "\r"))
        strike(at, "\r\r")
        await settle(at)
        assert [entry.do for entry in at.engine.log if entry.seq > seq] == ["note"]
        await goes_on(at)


async def test_a_board_that_is_gone_comes_back_and_says_so(venue: Venue) -> None:
    async with desk(before(venue)) as at:
        App.pop_screen(at.console)
        await at.pilot.pause(0.6)
        assert at.console.screen is at.console.board
        await at.until_said(VI.board_lost)
        await at.press("space")
        await at.until(lambda now: now.phase is Phase.RUNNING)
        assert at.console.failure is not None


ANYTHING: Sequence[str] = (*"eitmw/?qnshubx+-JK.lk0123", *KEYS)


@pytest.mark.parametrize("seed", range(6))
async def test_after_a_burst_of_any_keys_in_any_dialog_space_is_a_go(venue: Venue, seed: int) -> None:
    chance = random.Random(seed)
    async with desk(running(venue), size=chance.choice([(80, 24), (120, 40), (60, 16)])) as at:
        for _ in range(5):
            strike(at, "".join(chance.choices(ANYTHING, k=chance.randint(1, 9))))
            if chance.random() < 0.3:
                await at.pilot.resize_terminal(chance.randint(30, 140), chance.randint(10, 45))
            await settle(at)
            if not at.console.is_running:
                # left by a yes, as it should be
                return
            assert at.console.failure is None
        if at.engine.latest.phase is Phase.ENDED:
            return
        await goes_on(at)
