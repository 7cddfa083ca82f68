"""A key that is held down is one press: an undo takes one call a press, however long the finger stays."""

from __future__ import annotations

import threading

import pytest
from textual import events

from runofshow.core.snapshot import Phase
from runofshow.tui.keys import Act
from runofshow.tui.presses import Heard, Presses
from tests.tui.desk import Desk, desk
from tests.tui.hall import Venue
from tests.tui.states import running

PRESS, REPEAT, UNSURE = Heard.PRESS, Heard.REPEAT, Heard.UNSURE


def held(seconds: float, first: float, every: float) -> list[float]:
    """When a held key is heard: at once, after `first`, and then `every` so many seconds."""
    return [0.0, *(first + count * every for count in range(int((seconds - first) / every)))]


@pytest.mark.parametrize(
    ("first", "every"), [(0.25, 0.033), (0.5, 0.033), (0.66, 0.04), (1.0, 0.1), (0.5, 0.19)], ids=str
)
def test_a_key_held_for_five_seconds_is_one_press(first: float, every: float) -> None:
    presses, made = Presses(), 0
    times = held(5, first, every)
    for at, follows in zip(times, [*times[1:], 99.0], strict=True):
        said = presses.heard(Act.UNDO, at)
        made += said is PRESS or (said is UNSURE and follows - at > 0.2)
    assert made == 1


@pytest.mark.parametrize("gap", [0.7, 1.0, 3.0])
def test_two_presses_are_two(gap: float) -> None:
    presses = Presses()
    assert presses.heard(Act.UNDO, 10.0) is PRESS
    assert presses.heard(Act.UNDO, 10.0 + gap) in (PRESS, UNSURE)


@pytest.mark.parametrize("act", [Act.GO, Act.ADVANCE])
def test_a_held_call_is_made_once_and_two_presses_wait_for_nothing(act: Act) -> None:
    """The first repeat falls into the guard time of the call; the next press is heard at once."""
    presses = Presses()
    said = [presses.heard(act, at, "space") for at in (*held(5, 0.5, 0.033), 6.0, 6.8)]
    assert said[:2] == [PRESS, PRESS]
    assert said[-2:] == [PRESS, PRESS]
    assert set(said[2:-2]) == {REPEAT}


def test_another_key_for_the_same_order_is_a_press() -> None:
    presses = Presses()
    assert [presses.heard(Act.HOLD, at, key) for at, key in ((1.0, "h"), (1.1, "ctrl+t"))] == [PRESS, PRESS]


def test_another_key_between_makes_a_press_of_the_next() -> None:
    presses = Presses()
    said = [presses.heard(act, at) for act, at in ((Act.UNDO, 1.0), (Act.REDO, 1.1), (Act.UNDO, 1.2))]
    assert said == [PRESS, PRESS, PRESS]


def test_a_key_that_may_repeat_is_heard_each_time() -> None:
    presses = Presses()
    assert [presses.heard(Act.MORE, at) for at in (1.0, 1.03, 1.06)] == [PRESS] * 3


async def press_at(at: Desk, sign: str, *times: float) -> None:
    for time in times:
        key = events.Key({" ": "space"}.get(sign, sign), sign)
        key.time = 1_000_000 + time
        at.console.post_message(key)
    await at.pilot.pause()


def calls(at: Desk, since: int) -> list[str]:
    return [entry.do for entry in at.engine.log if entry.seq > since and entry.do != "tick"]


async def test_minutes_and_a_hold_may_be_pressed_quicker_than_they_are_written_down(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        since, held_up = at.engine.latest.seq, threading.Event()
        at.engine.call(held_up.wait)
        await at.press("plus", "plus", "h")
        held_up.set()
        await at.until(lambda now: now.phase is Phase.HELD)
        assert calls(at, since) == ["add_time", "add_time", "hold"]


async def test_u_held_down_takes_back_one_call_and_says_which(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("plus", "plus", "h")
        await at.until(lambda now: now.phase is Phase.HELD)
        since = at.engine.latest.seq
        await press_at(at, "u", *held(5, 0.66, 0.04))
        await at.until_said("Đã hoàn tác: tạm dừng.")
        # what comes behind the held key is heard behind all of it
        await at.press("t", "x", "enter")
        await at.until(lambda now: len(now.notes) == 1)
        assert calls(at, since) == ["undo", "note"]
        assert at.engine.latest.undoable == "add_time"


async def test_two_presses_take_back_two_calls_and_u_in_capitals_makes_them_again(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await at.press("plus", "h")
        await at.until(lambda now: now.phase is Phase.HELD)
        since = at.engine.latest.seq
        for sign, time, said in (
            ("u", 0, "Đã hoàn tác: tạm dừng."),
            ("u", 0.7, "Đã hoàn tác: đổi thời gian."),
            ("U", 2, "Đã làm lại: đổi thời gian."),
            ("U", 2.7, "Đã làm lại: tạm dừng."),
        ):
            await press_at(at, sign, time)
            await at.until_said(said)
            await at.until(lambda now: True)
        assert calls(at, since) == ["undo", "undo", "redo", "redo"]
        await press_at(at, "U", 5)
        await at.until_said("Không có lệnh nào vừa hoàn tác để làm lại.")


async def test_space_h_b_and_x_held_down_are_one_press_each(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        since = at.engine.latest.seq
        at.it.hand.passed += 1
        await press_at(at, " ", *held(3, 0.5, 0.04))
        await at.until(lambda now: calls(at, since) == ["go"])
        at.it.hand.passed += 1
        for start, sign, do in ((10, "h", "hold"), (20, "b", "back"), (30, "x", "skip")):
            if sign == "x":
                at.console.board.choose(at.row("6").item_id)
            since = at.engine.latest.seq
            await press_at(at, sign, *(start + time for time in held(3, 0.5, 0.04)))
            await at.until(lambda now, do=do, since=since: do in calls(at, since))  # type: ignore[misc]
            await at.press("t", "x", "enter")
            await at.until(lambda now, since=since: "note" in calls(at, since))  # type: ignore[misc]
            assert calls(at, since) == [do, "note"]


async def test_a_second_press_is_not_lost_when_another_key_follows_at_once(venue: Venue) -> None:
    async with desk(running(venue)) as at:
        await press_at(at, "h", 0)
        await at.until(lambda now: now.phase is Phase.HELD)
        await press_at(at, "h", 0.6)
        await press_at(at, "?", 0.65)
        await at.until(lambda now: now.phase is Phase.RUNNING)
