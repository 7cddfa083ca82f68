"""Who calls the show of several consoles, and what is kept of the others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core.agenda import Role
from runofshow.core.evolve import replay
from runofshow.core.refusal import Reason
from runofshow.core.term import SLOTS, next_term
from runofshow.core.term_events import BranchKept, TookOver
from runofshow.core.views.roles import view_of
from tests.core.shows import Stage, at, four_items
from tests.core.test_views import HERE

APART = ('24fd0448 {"seq":9}', '24fd0449 {"seq":10}')


def taken(term: int = 1, who: str = "Laptop 2") -> c.TakeOver:
    return c.TakeOver(term, who)


def apart(*lines: str) -> c.KeepBranch:
    return c.KeepBranch("Laptop 1", 0, at("8:00"), lines or APART)


def test_each_console_takes_the_next_number_of_its_own_slot() -> None:
    assert [next_term(seen, 0) for seen in (0, 1, 15, 16)] == [16, 16, 16, 32]
    assert [next_term(seen, 1) for seen in (0, 1, 16, 17)] == [1, 17, 17, 33]
    assert next_term(16, 15) == 31


@pytest.mark.parametrize("slot", [-1, SLOTS])
def test_there_is_no_slot_beyond_the_last(slot: int) -> None:
    with pytest.raises(ValueError, match=f"slot {slot} of 16"):
        next_term(0, slot)


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 15), st.integers(0, 15))
def test_two_consoles_never_choose_the_same_term(seen: int, other: int, slot: int, its: int) -> None:
    mine = next_term(seen, slot)
    assert seen < mine <= seen + SLOTS
    assert slot == its or mine != next_term(other, its)


def test_whoever_takes_over_is_in_the_record_with_a_term_that_every_screen_is_told() -> None:
    stage = Stage(four_items()).at("8:00")
    assert stage.picture.term == 0
    assert stage.do(taken(1), by="console") == (TookOver(1, "Laptop 2", at("8:00")),)
    assert (stage.state.term, stage.picture.term) == (1, 1)
    assert {view_of(role, stage.picture, HERE).term for role in Role} == {1}


def test_a_term_that_is_not_higher_is_of_a_console_that_does_not_know_who_calls() -> None:
    stage = Stage(four_items())
    stage.do(taken(17), by="console")
    assert stage.refusal(taken(17), "console") is Reason.OLD_TERM
    assert stage.refusal(taken(16), "console") is Reason.OLD_TERM


def test_a_show_is_taken_over_before_it_begins_and_after_its_end() -> None:
    stage = Stage(four_items())
    stage.do(taken(1), by="console")
    stage.at("8:00").do(c.Start(), c.End())
    stage.do(taken(16), by="console")
    assert stage.state.term == 16


def test_undo_goes_back_behind_a_takeover_and_leaves_the_term_as_it_is() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.do(taken(1), by="console")
    stage.do(c.Undo())
    assert (stage.running, stage.state.term) == (None, 1)
    stage.do(c.Redo())
    assert (stage.running, stage.state.term) == ("a", 1)


def test_a_second_press_of_go_right_after_a_takeover_is_the_first_one() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.do(taken(1), by="console")
    assert stage.refusal(c.Go()) is Reason.GUARD


def test_what_another_wrote_is_kept_as_it_is_and_changes_nothing_in_the_show() -> None:
    stage = Stage(four_items()).at("8:00")
    before = stage.picture
    assert stage.do(apart(), by="console") == (BranchKept("Laptop 1", 0, at("8:00"), APART),)
    assert (stage.picture.rows, stage.picture.term) == (before.rows, 0)


def test_a_branch_that_is_handed_over_twice_is_kept_once_and_one_that_has_grown_again() -> None:
    stage = Stage(four_items())
    stage.do(apart(), by="console")
    assert stage.refusal(apart(), "console") is Reason.ALREADY_KEPT
    stage.do(apart(*APART, '24fd0450 {"seq":11}'), by="console")
    again = replay(stage.entries)
    assert again == stage.state
    assert len(again.branches) == 2


def test_there_is_no_branch_without_a_line() -> None:
    assert Stage(four_items()).refusal(c.KeepBranch("x", 0, at("8:00"), ()), "console") is Reason.EMPTY
