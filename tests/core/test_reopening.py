"""Whether a record can be of an agenda."""

from __future__ import annotations

from runofshow.core import commands as c
from runofshow.core.reopening import unknown_ids
from tests.core.shows import Stage, agenda, cue, four_items, heading, item, minutes


def test_what_came_in_during_the_show_is_known_also_when_it_was_taken_back_and_made_again() -> None:
    plan = agenda(heading("h", item("h1", 5, cue("open"))), item("b", 20))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start(), c.Go("open"), c.Insert("h", "Tặng hoa", minutes(5)))
    stage.do(c.Undo(), c.Undo(), c.Redo(), c.Redo())
    stage.at("8:01").do(c.Edit("b", title="Khác"), c.Advance(), c.AddTime(minutes(1)), c.Undo())
    assert unknown_ids(plan, stage.entries[1:]) == ()


def test_what_an_agenda_lacks_is_named() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Skip("c"), c.Edit("d", title="Khác"), c.Undo())
    other = agenda(item("a", 10), item("b", 20))
    assert unknown_ids(other, stage.entries[1:]) == ("c", "d")
