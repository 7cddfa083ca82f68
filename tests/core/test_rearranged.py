"""How the running order was changed while the show ran, as far as it stood at the end."""

from __future__ import annotations

from datetime import datetime

import pytest

from runofshow.core import commands as c
from runofshow.core.proposals.changes import EditItem, SkipItem
from runofshow.core.rearranged import (
    Change,
    GivenTo,
    Inserted,
    LaidAside,
    Moved,
    Rescheduled,
    Retimed,
    Skipped,
    What,
    rearranged,
)
from runofshow.core.recovery.changes import Shorten
from runofshow.core.refusal import Rest
from tests.core.shows import MINUTE, Stage, agenda, at, four_items, heading, item, minutes, two_sessions


@pytest.fixture
def stage() -> Stage:
    """8:00, and the first of four items runs."""
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    return stage


def changes(stage: Stage) -> list[tuple[datetime, str, What]]:
    return [(change.at, change.item_id, change.what) for change in rearranged(stage.entries)]


def test_what_one_order_changed_to_be_in_time_is_known_as_that() -> None:
    stage = Stage(agenda(item("a", 10), item("b", 10, min=minutes(5)), item("c", 10, may_drop=True)))
    stage.do(c.Start(sure=True), c.Skip("c"), c.Recover((Shorten(("b",), 300),)))
    assert {one.item_id: one.of_way for one in rearranged(stage.entries)} == {"b": True, "c": False}
    stage.do(c.Edit("b", duration=minutes(6)))
    assert not any(one.of_way for one in rearranged(stage.entries))


def test_what_an_agent_proposed_is_known_as_that_until_somebody_changes_it_again(stage: Stage) -> None:
    stage.do(c.Propose("Claude", "Cho kịp giờ", (SkipItem("c"), EditItem("b", seconds=420))), by="agent")
    stage.do(c.TakeProposal("d1"), c.Skip("d"))
    made = {one.item_id: (one.by, one.proposed_by) for one in rearranged(stage.entries)}
    assert made == {"b": ("caller", "Claude"), "c": ("caller", "Claude"), "d": ("caller", "")}
    stage.do(c.Edit("b", duration=minutes(6)))
    assert {one.proposed_by for one in rearranged(stage.entries) if one.item_id == "b"} == {""}


def test_a_show_that_kept_to_its_plan_was_changed_by_nobody(stage: Stage) -> None:
    stage.do(c.AddTime(MINUTE))
    stage.at("8:10").do(c.Advance(), c.Edit("b", title="Tham luận", mc="Xin mời", notes="Bục trái"))
    assert rearranged(stage.entries) == ()


def test_each_change_is_told_with_who_made_it_and_when(stage: Stage) -> None:
    stage.at("8:01").do(c.Skip("c"))
    stage.at("8:02").do(c.Move("d", "b"), by="stage")
    stage.at("8:03").do(c.Insert("b", "Tặng hoa", minutes(3), "other"))
    stage.at("8:04").do(c.Edit("b", duration=minutes(12)))
    stage.at("8:05").do(c.Edit("d", by="Bà Lê Thị Sáu", start=at("8:30"), until=at("8:50")))
    new_id = next(row.item_id for row in stage.picture.rows if row.title == "Tặng hoa")
    assert changes(stage) == [
        (at("8:01"), "c", Skipped()),
        (at("8:02"), "d", Moved()),
        (at("8:03"), new_id, Inserted()),
        (at("8:04"), "b", Retimed(minutes(20), minutes(12))),
        (at("8:05"), "d", Rescheduled(at("8:30"), at("8:50"))),
        (at("8:05"), "d", GivenTo(None, "Bà Lê Thị Sáu")),
    ]
    assert {change.item_id: change.by for change in rearranged(stage.entries)}["d"] == "caller"
    assert rearranged(stage.entries)[1].by == "stage"


def test_what_was_taken_back_by_undo_or_by_hand_is_no_change(stage: Stage) -> None:
    stage.at("8:01").do(c.Skip("c"), c.Undo(), c.Skip("d"))
    stage.at("8:02").do(c.Unskip("d"), c.Move("d", "b"))
    stage.at("8:03").do(c.Move("d", None), c.Edit("b", duration=minutes(12)))
    stage.at("8:04").do(c.Edit("b", duration=minutes(20)))
    assert changes(stage) == []


def test_what_was_made_again_counts_from_then(stage: Stage) -> None:
    stage.at("8:01").do(c.Skip("c"))
    stage.at("8:02").do(c.Undo())
    stage.at("8:03").do(c.Redo())
    assert changes(stage) == [(at("8:03"), "c", Skipped())]


def test_of_two_hands_at_one_thing_the_last_is_told(stage: Stage) -> None:
    stage.at("8:01").do(c.Move("d", "b"), c.Edit("b", duration=minutes(12)))
    stage.at("8:02").do(c.Move("d", "c"), by="stage")
    stage.at("8:03").do(c.Edit("b", duration=minutes(15)), c.Skip("c"))
    assert rearranged(stage.entries) == (
        Change(at("8:02"), "stage", "d", Moved()),
        Change(at("8:03"), "caller", "b", Retimed(minutes(20), minutes(15))),
        Change(at("8:03"), "caller", "c", Skipped()),
    )


def test_what_moves_beside_it_leaves_a_move_as_it_was(stage: Stage) -> None:
    stage.at("8:01").do(c.Move("d", "b"))
    stage.at("8:02").do(c.Move("c", "d"), c.Insert("a", "Tặng hoa", minutes(3), "other"))
    assert ("d", at("8:01")) in {(change.item_id, change.at) for change in rearranged(stage.entries)}


def test_an_inserted_item_that_is_moved_was_inserted_and_no_more(stage: Stage) -> None:
    stage.at("8:01").do(c.Insert("a", "Tặng hoa", minutes(3), "other"))
    new_id = next(row.item_id for row in stage.picture.rows if row.title == "Tặng hoa")
    stage.at("8:02").do(c.Move(new_id, "d"))
    assert changes(stage) == [(at("8:01"), new_id, Inserted())]


def test_what_is_left_behind_for_a_later_session_was_laid_aside() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start())
    stage.at("8:08").do(c.Jump("c", Rest.ASIDE))
    assert changes(stage) == [(at("8:08"), "b", LaidAside())]


def test_the_first_item_of_a_session_moved_to_another_one_has_moved() -> None:
    stage = Stage(two_sessions()).at("7:58")
    stage.do(c.Move("b", "c"))
    assert changes(stage) == [(at("7:58"), "b", Moved())]


def test_a_longer_part_is_no_change_of_its_heading() -> None:
    stage = Stage(agenda(heading("h", item("h1", 5), item("h2", 5)), item("a", 5))).at("8:00")
    stage.do(c.Edit("h1", duration=minutes(8)))
    stage.at("8:01").do(c.Move("h2", "h1"))
    assert changes(stage) == [
        (at("8:00"), "h1", Retimed(minutes(5), minutes(8))),
        (at("8:01"), "h2", Moved()),
    ]


def test_a_change_moves_with_the_clock_that_is_put_right(stage: Stage) -> None:
    stage.at("8:01").do(c.Skip("c"))
    stage.do(c.CorrectClock(10 * MINUTE))
    assert changes(stage) == [(at("8:11"), "c", Skipped())]


def test_a_plan_that_is_laid_on_the_clock_by_its_start_is_no_change() -> None:
    stage = Stage(four_items(), "19:00", floating=True).at("19:10")
    stage.do(c.Start(), c.Edit("b", by="Ông Nam"))
    assert changes(stage) == [(at("19:10"), "b", GivenTo(None, "Ông Nam"))]
