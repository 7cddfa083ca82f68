"""A record that is read again: the show it was written from, with the calls that can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.evolve import apply, replay
from runofshow.core.record import UNDO_DEPTH
from runofshow.core.remembering import first_remembered
from runofshow.core.state import State
from tests.core.shows import MINUTE, Stage, four_items

CHOICE: list[c.Command] = [
    c.AddTime(MINUTE),
    c.Hold(),
    c.Resume(),
    c.Undo(),
    c.Undo(),
    c.Redo(),
    c.TakeNote("x"),
]


def written(calls: int, of: Random) -> Stage:
    """A show in which calls are made, taken back, made again, and notes taken in between, in any turn."""
    stage = Stage(four_items(), "8:00")
    stage.do(c.Start(sure=True))
    for _ in range(calls):
        stage.ask(of.choice(CHOICE))
    return stage


def one_by_one(entries: Sequence[e.Entry]) -> State:
    state: State | None = None
    for entry in entries:
        state = apply(state, entry)
    assert state is not None
    return state


@pytest.mark.parametrize("depth", [1, 2, 5, 20])
def test_a_record_read_again_is_the_show_with_what_can_be_taken_back(
    depth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # so that calls are forgotten in a short show too
    monkeypatch.setattr("runofshow.core.remembering.UNDO_DEPTH", depth)
    for seed in range(25):
        entries = written(80, Random(seed)).entries
        assert replay(entries) == one_by_one(entries), seed


def test_of_a_long_record_the_calls_that_are_forgotten_are_passed_over() -> None:
    stage = Stage(four_items(), "8:00")
    stage.do(c.Start(sure=True))
    for number in range(300):
        stage.ask(c.AddTime(MINUTE if number % 2 else -MINUTE))
    assert first_remembered(stage.entries) == len(stage.entries) - UNDO_DEPTH
    assert replay(stage.entries) == stage.state
