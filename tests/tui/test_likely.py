"""What is likely of the end, beside what the plan's arithmetic says."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core.end_outlook import EndOutlook
from runofshow.core.picture import take_snapshot
from runofshow.core.presence import Senses
from runofshow.core.recovery.ways import ways_back
from runofshow.core.value import replace
from runofshow.tui.panels.call_line import in_percent, time_line
from tests.core.shows import Stage, agenda, at, four_items, item, minutes
from tests.tui.hall import pen

FOUND = EndOutlook(session_id="s1", low=at("8:44"), mid=at("8:48"), high=at("9:03"), chance=0.71)


def said(outlook: EndOutlook | None, width: int = 120) -> str:
    stage = Stage(four_items(), "8:00")
    picture = take_snapshot(stage.state, stage.now, Senses(outlook=outlook))
    return "".join(segment.text for segment in time_line(picture, pen(), width)).strip()


def test_the_chance_of_the_hard_out_and_the_range_stand_behind_the_slack() -> None:
    assert said(FOUND).endswith("còn dư 15'  ·  kịp hạn 71 %  ·  dự báo 15:44–16:03 (80 %)")


def test_the_range_goes_first_where_room_is_short() -> None:
    assert said(FOUND, 74).endswith("còn dư 15'  ·  kịp hạn 71 %")
    assert said(FOUND, 60).endswith("còn dư 15'")


def test_without_a_hard_out_the_range_stands_alone() -> None:
    without = EndOutlook(session_id="s1", low=FOUND.low, mid=FOUND.mid, high=FOUND.high)
    assert said(without).endswith("  ·  dự báo 15:44–16:03 (80 %)")
    assert "kịp hạn" not in said(without)


def test_when_it_is_late_the_line_says_how_many_ways_back_there_are_and_by_which_key() -> None:
    plan = agenda(item("a", 10), item("b", 20, min=minutes(5)), item("c", 9, may_drop=True), hard_out="8:35")
    stage = Stage(plan, "8:00")
    stage.do(c.Start())
    senses = Senses(ways=ways_back(stage.state, stage.now))
    line = "".join(one.text for one in time_line(take_snapshot(stage.state, stage.now, senses), pen(), 120))
    assert "✗ quá hạn 4'" in line
    assert line.rstrip().endswith("r: 2 phương án")
    none = replace(senses, ways=replace(senses.ways, ways=()) if senses.ways else None)
    quiet = "".join(one.text for one in time_line(take_snapshot(stage.state, stage.now, none), pen(), 120))
    assert "phương án" not in quiet


@pytest.mark.parametrize(("chance", "told"), [(0.0, 1), (0.004, 1), (0.716, 72), (0.999, 99), (1.0, 99)])
def test_no_chance_is_said_to_be_certain(chance: float, told: int) -> None:
    assert in_percent(chance) == told
