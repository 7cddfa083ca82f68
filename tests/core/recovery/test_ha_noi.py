"""Hà Nội 2020: the leader twelve minutes late, the report six minutes over, the hall to be left at 11h30."""

from __future__ import annotations

from datetime import timedelta

from runofshow.core import commands as c
from runofshow.core.recovery.changes import Before, Drop, Shorten
from runofshow.core.recovery.outcome import Outcome, WayBack, WaysBack
from runofshow.core.recovery.ways import ways_back
from runofshow.core.value import replace
from tests.core.recovery.conferences import clock, ha_noi, in_trouble
from tests.core.shows import Stage, minutes

WAITING_PAPERS = ("m6.2", "m6.3", "m6.4", "m6.5")


def told(stage: Stage) -> WaysBack:
    found = ways_back(stage.state, stage.now)
    assert found is not None
    return found


def lines(way: WayBack) -> list[str]:
    """`6 9->7 x4`: number, each before and after, how many."""
    return [
        f"{step.number} {_whole(step.was)}->{_whole(step.to)}" + (f" x{step.count}" if step.count > 1 else "")
        for step in way.steps
    ]


def _whole(length: timedelta | None) -> int:
    return 0 if length is None else int(length / minutes(1))


def test_it_will_end_eight_minutes_late() -> None:
    stage = in_trouble(ha_noi())
    found = told(stage)
    assert stage.now == clock("8:53")
    assert (found.outcome, found.ends_at, found.hard_out) == (Outcome.LATE, clock("11:38"), clock("11:30"))


def test_three_ways_are_offered_the_fewest_changes_first() -> None:
    """Leave the conversation out; six minutes for each paper; or seven for each, and a break of thirteen."""
    ways = told(in_trouble(ha_noi())).ways
    assert [lines(way) for way in ways] == [["8 15->0"], ["6 9->6 x4"], ["6 9->7 x4", "7 15->13"]]
    assert [way.ends_at for way in ways] == [clock("11:23"), clock("11:26"), clock("11:28")]
    assert [way.saves for way in ways] == [minutes(15), minutes(12), minutes(10)]
    assert all(way.is_enough for way in ways)


def test_the_paper_that_runs_the_rites_and_the_leader_are_not_touched() -> None:
    touched = {
        item_id
        for way in told(in_trouble(ha_noi())).ways
        for change in way.changes
        for item_id in (change.item_ids if isinstance(change, Shorten) else (getattr(change, "item_id", ""),))
    }
    assert touched == {*WAITING_PAPERS, "m7", "m8"}


def test_the_third_is_taken_and_the_end_is_met() -> None:
    stage = in_trouble(ha_noi())
    way = told(stage).ways[2]
    assert way.changes == (Shorten(WAITING_PAPERS, 420), Shorten(("m7",), 780))
    stage.do(c.Recover(way.changes))
    assert told(stage).outcome is Outcome.FINE
    for lasts in (9, 7, 7, 7, 7, 13, 15, 35, 10, 20, 10):
        stage.now += minutes(lasts)
        stage.do(c.Advance(sure=True))
    stage.now += minutes(15)
    stage.do(c.End(sure=True))
    assert stage.now == clock("11:28")


def test_some_of_it_is_taken() -> None:
    stage = in_trouble(ha_noi())
    stage.do(c.Recover(told(stage).ways[2].changes[1:]))
    assert told(stage).ends_at == clock("11:36")


def test_without_leave_to_drop_anything_papers_and_the_break_give_way() -> None:
    ways = told(in_trouble(ha_noi(may_drop=False))).ways
    assert [lines(way) for way in ways] == [["6 9->6 x4"], ["6 9->7 x4", "7 15->13"]]


def test_when_no_way_is_enough_the_best_is_shown() -> None:
    stage = in_trouble(ha_noi(may_drop=False))
    stage.do(c.AddTime(minutes(30)))
    (way,) = told(stage).ways
    assert (way.is_enough, way.ends_at, way.saves) == (False, clock("11:51"), minutes(17))
    assert lines(way) == ["6 9->6 x4", "7 15->10"]


def test_a_leader_who_goes_at_a_quarter_to_eleven_hands_over_and_speaks_before_the_break() -> None:
    plan = ha_noi()
    leader = replace(plan.leaders[0], leaves_at=clock("10:45"), before_leaving=("m9",))
    found = told(in_trouble(replace(plan, leaders=(leader,))))
    (broken,) = found.broken
    assert (broken.number, broken.ends_at) == ("11", clock("11:13"))
    assert (Before("m9", "m7"), Before("m11", "m7")) in [way.changes[:2] for way in found.ways]
    assert all(way.is_enough for way in found.ways)


def test_one_undo_takes_it_all_back() -> None:
    stage = in_trouble(ha_noi())
    before = told(stage)
    stage.do(c.Recover(before.ways[2].changes))
    assert stage.picture.undoable == "recover"
    stage.do(c.Undo())
    assert told(stage).ways == before.ways


def test_a_break_that_is_dropped_by_hand_is_not_offered_again() -> None:
    stage = in_trouble(ha_noi())
    stage.do(c.Skip("m8"))
    assert not any(isinstance(change, Drop) for way in told(stage).ways for change in way.changes)
