"""Items that end at an hour: how long they are, and what their minutes can be made."""

from __future__ import annotations

from typing import Any

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda
from runofshow.core.events import ItemEdited
from runofshow.core.evolve import evolve
from runofshow.core.refusal import Reason
from runofshow.core.value import replace
from tests.core.shows import MINUTE, Stage, agenda, at, clock, heading, item, minutes


def with_tea(**more: Any) -> Agenda:
    """8:00 a 38'; tea up to 9:20, of which the catalogue says 15'; b 10'."""
    return agenda(item("a", 38), item("tea", 15, until=at("9:20"), assumed=True, **more), item("b", 10))


def at_tea(moment: str = "8:38") -> Stage:
    stage = Stage(with_tea()).at("8:00")
    stage.do(c.Start())
    stage.at(moment).do(c.Advance())
    return stage


def test_its_length_is_from_its_start_to_its_hour() -> None:
    row = Stage(with_tea()).row("tea")
    assert (row.planned, row.assumed) == (minutes(42), False)
    late = at_tea("8:50")
    assert (late.row("tea").planned, late.current.remaining) == (minutes(30), minutes(30))


def test_all_of_it_can_be_taken_and_no_more() -> None:
    stage = at_tea()
    assert stage.refusal(c.AddTime(-minutes(43))) is Reason.BAD_LENGTH
    stage.do(c.AddTime(-minutes(40)))
    assert clock(stage.row("tea").expected_end) == "8:40"
    stage.do(c.AddTime(minutes(50)))
    assert clock(stage.row("tea").expected_end) == "9:30"


def test_its_minutes_edited_set_another_hour() -> None:
    stage = Stage(with_tea())
    stage.do(c.Edit("tea", duration=minutes(20)))
    assert (stage.row("tea").planned, stage.starts()["b"]) == (minutes(20), "8:58")
    assert stage.row("tea").written.until == at("8:58")
    stage.do(c.Undo())
    assert (stage.row("tea").planned, stage.starts()["b"]) == (minutes(42), "9:20")


def test_the_running_ones_minutes_count_from_its_start() -> None:
    stage = at_tea("8:50")
    stage.at("9:00").do(c.Edit("tea", duration=minutes(15)))
    assert (clock(stage.row("tea").expected_end), stage.current.remaining) == ("9:05", minutes(5))


def test_a_plan_without_hours_keeps_the_minutes_that_were_edited() -> None:
    stage = Stage(with_tea(), "14:00", floating=True)
    stage.do(c.Edit("tea", duration=minutes(20)))
    stage.at("15:00").do(c.Start())
    assert stage.starts() == {"a": "15:00", "tea": "15:38", "b": "15:58"}


def test_the_hours_of_a_plan_without_a_clock_are_given_as_its_picture_has_them() -> None:
    stage = Stage(agenda(item("a", 10), item("b", 20), item("c", 5)), "19:00", floating=True)
    stage.do(c.Edit("b", start=at("19:15"), until=at("19:45")))
    row = stage.row("b")
    assert (clock(row.expected_start), row.planned) == ("19:15", minutes(30))
    stage.at("19:05").do(c.Start())
    assert (clock(stage.row("b").expected_start), stage.row("b").planned) == ("19:20", minutes(30))
    stage.do(c.Edit("b", start="", until=at("19:40")))
    assert (clock(stage.row("b").expected_start), stage.row("b").planned) == ("19:15", minutes(25))


def test_the_minutes_of_a_skipped_one_leave_its_hour() -> None:
    stage = Stage(with_tea())
    stage.do(c.Skip("tea"))
    assert stage.row("tea").planned == minutes(42)
    stage.do(c.Edit("tea", duration=minutes(20)), c.Unskip("tea"))
    assert stage.starts()["b"] == "9:20"
    stage.do(c.Skip("tea"), c.AddTime(-minutes(20), "tea"))
    assert stage.refusal(c.AddTime(-MINUTE, "tea")) is Reason.BAD_LENGTH


def test_a_hold_does_not_put_off_its_hour() -> None:
    stage = at_tea()
    stage.at("8:40").do(c.Hold())
    stage.at("8:50").do(c.Resume())
    assert clock(stage.row("tea").expected_end) == "9:20"


def test_a_protected_one_ends_no_earlier_than_its_plan_has_it() -> None:
    stage = Stage(with_tea(protected=True))
    assert stage.refusal(c.AddTime(-MINUTE, "tea")) is Reason.PROTECTED
    stage.do(c.AddTime(minutes(5), "tea"), c.AddTime(-minutes(5), "tea"))
    stage.do(c.Edit("tea", duration=minutes(50)), c.Edit("tea", duration=minutes(42)))
    assert stage.refusal(c.Edit("tea", duration=minutes(41))) is Reason.PROTECTED


def test_the_last_part_of_a_heading_gets_an_hour_of_its_own() -> None:
    parts = (item("h1", 10), item("h2", 10))
    stage = Stage(agenda(heading("h", *parts, until=at("9:00")), item("b", 5)))
    assert stage.row("h2").planned == minutes(50)
    stage.do(c.Edit("h2", duration=minutes(20)))
    assert (stage.row("h2").planned, stage.starts()["b"]) == (minutes(20), "8:30")


def test_another_hour_at_a_heading_is_that_of_the_last_part_that_runs() -> None:
    stage = Stage(agenda(heading("h", item("h1", 10), item("h2", 10)), item("b", 5)))
    written = stage.row("h").written
    edited = ItemEdited(replace(written, until=at("9:00")), written)
    skipped = Stage(stage.state.plan)
    skipped.do(c.Skip("h"))
    skipped.state, stage.state = evolve(skipped.state, edited), evolve(stage.state, edited)
    assert (stage.starts()["b"], skipped.starts()["b"]) == ("9:00", "8:00")
