"""What hands did to an award round while the show ran, as far as it stood at the end."""

from __future__ import annotations

from datetime import datetime

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Award
from runofshow.core.rearranged import Change, Inserted, Rescheduled, Retimed, What, rearranged
from runofshow.core.rearranged_lists import Absent, HandedBy, Listed, OnBehalf, PutIn, SplitOff
from runofshow.core.value import replace
from tests.core.ceremony import batch, people, three_batches, with_parts
from tests.core.shows import Stage, agenda, at, heading, item, minutes


@pytest.fixture
def stage() -> Stage:
    """8:10, and the first of three batches of three runs; Ông P hands over."""
    stage = Stage(three_batches(presenter="Ông P")).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance(sure=True))
    return stage


def changes(stage: Stage) -> list[tuple[datetime, str, What]]:
    return [(change.at, change.item_id, change.what) for change in rearranged(stage.entries)]


def test_each_change_of_a_round_is_told_with_who_made_it_and_when(stage: Stage) -> None:
    stage.at("8:11").do(c.Edit("h2", presenter="Bà Q; ông R"))
    stage.at("8:12").do(c.ChangeRecipient("a", absent=True))
    stage.at("8:13").do(c.ChangeRecipient("b", proxy="Bà Hoa"))
    stage.at("8:14").do(c.MoveRecipient("c"), by="stage")
    stage.at("8:15").do(c.AddRecipient("h3", "Ông Mới"))
    stage.at("8:16").do(c.SplitBatch("h3", "l"))
    assert changes(stage) == [
        (at("8:11"), "h2", HandedBy("Ông P", "Bà Q; ông R")),
        (at("8:12"), "h1", Absent("a", now=True)),
        (at("8:13"), "h1", OnBehalf("b", None, "Bà Hoa")),
        (at("8:14"), "h2", PutIn("c", "h1", "h2")),
        (at("8:15"), "x1", Listed("added-1")),
        (at("8:16"), "x1", SplitOff("h3")),
    ]
    assert {change.by for change in rearranged(stage.entries) if isinstance(change.what, PutIn)} == {"stage"}


def test_what_was_taken_back_by_undo_or_by_its_opposite_is_no_change(stage: Stage) -> None:
    stage.at("8:11").do(c.ChangeRecipient("a", absent=True), c.MoveRecipient("b"), c.SplitBatch("h3", "l"))
    stage.do(c.Undo(), c.ChangeRecipient("a", absent=False), c.MoveRecipient("b", "h1"))
    stage.do(c.AddRecipient("h2", "Ông Mới"), c.Undo(), c.Edit("h2", presenter="Bà Q"))
    stage.do(c.Edit("h2", presenter="Ông P"))
    assert changes(stage) == []


def test_who_was_put_elsewhere_twice_moved_once_by_the_last_hand(stage: Stage) -> None:
    stage.at("8:11").do(c.ChangeRecipient("a", proxy="Bà Hoa"), c.MoveRecipient("a"))
    stage.at("8:12").do(c.MoveRecipient("a", "h3"), by="stage")
    assert rearranged(stage.entries) == (
        Change(at("8:11"), "caller", "h3", OnBehalf("a", None, "Bà Hoa")),
        Change(at("8:12"), "stage", "h3", PutIn("a", "h1", "h3")),
    )


def test_who_went_along_with_a_split_has_not_moved_and_the_time_is_that_of_both(stage: Stage) -> None:
    stage.at("8:11").do(c.SplitBatch("h2", "e"), c.MoveRecipient("g", "x1"))
    assert changes(stage) == [(at("8:11"), "x1", SplitOff("h2")), (at("8:11"), "x1", PutIn("g", "h3", "h2"))]
    stage.at("8:12").do(c.Edit("x1", duration=minutes(4)))
    assert changes(stage)[-1] == (at("8:12"), "h2", Retimed(minutes(3), minutes(5)))


def test_a_batch_up_to_an_hour_that_is_split_keeps_its_hour_and_gets_another_by_hand() -> None:
    lasting = replace(batch("h1", "a", "b", length=10), until=at("8:10"))
    stage = Stage(with_parts(lasting, batch("h2", "c"))).at("8:00")
    stage.do(c.Start(), c.SplitBatch("h1", "b"))
    assert changes(stage) == [(at("8:00"), "x1", SplitOff("h1"))]
    stage.at("8:01").do(c.Edit("x1", until=at("8:20")))
    assert changes(stage)[1:] == [(at("8:01"), "h1", Rescheduled(None, at("8:20")))]


def test_who_was_put_in_a_batch_that_is_split_later_was_put_there_by_whoever_did_it(stage: Stage) -> None:
    stage.at("8:11").do(c.MoveRecipient("a"), by="stage")
    stage.at("8:12").do(c.SplitBatch("h2", "f"))
    assert [(change.by, change.item_id) for change in rearranged(stage.entries)] == [
        ("stage", "x1"),
        ("caller", "x1"),
    ]


def test_a_batch_that_is_inserted_for_somebody_new_was_inserted(stage: Stage) -> None:
    stage.at("8:11").do(c.Insert("h3", "Trao thêm", minutes(2), "award"), c.AddRecipient("x1", "Ông Mới"))
    assert changes(stage) == [(at("8:11"), "x1", Inserted()), (at("8:11"), "x1", Listed("added-1"))]


def test_who_is_absent_by_the_plan_and_comes_is_told_and_who_stays_away_is_not() -> None:
    away = replace(batch("h1"), award=Award(recipients=people("a", "b", absent=True)))
    stage = Stage(with_parts(away, batch("h2", "c"))).at("8:00")
    stage.do(c.Start(), c.ChangeRecipient("a", absent=False))
    assert changes(stage) == [(at("8:00"), "h1", Absent("a", now=False))]


def test_another_presenter_of_a_heading_is_one_change() -> None:
    parts = (batch("h1", "a"), batch("h2", "b", presenter="Bà Q"))
    stage = Stage(with_parts(*parts, presenter="Ông P")).at("8:00")
    stage.do(c.Edit("h", presenter="Ông Chủ tịch"), c.Edit("h2", title="Đợt hai"))
    assert changes(stage) == [(at("8:00"), "h", HandedBy("Ông P", "Ông Chủ tịch"))]


def test_who_is_named_by_hand_for_an_award_without_anybody_hands_over() -> None:
    stage = Stage(agenda(heading("h", item("h1", 3), item("h2", 3)), item("m2", 5))).at("8:00")
    stage.do(c.Edit("h1", presenter="Ông P"))
    assert changes(stage) == [(at("8:00"), "h1", HandedBy(None, "Ông P"))]
