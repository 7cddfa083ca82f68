"""What the MC says of what runs and of what comes next, wherever the order has gone."""

from __future__ import annotations

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda
from runofshow.core.running_order import running_order
from runofshow.core.saying import said_by_plan
from runofshow.core.words import Saying
from tests.core.shows import Stage, agenda, item, minutes, session

SPOKEN = "Xin cảm ơn {name}."


def three() -> Agenda:
    """8:00 a and b, each with a speaker, and c without."""
    return agenda(
        item("a", 10, mc="Mời {by}.", by="Ông An, Bí thư", thanks=SPOKEN),
        item("b", 10, mc="Mời {by}.", by="Bà Bình", thanks=SPOKEN),
        item("c", 10, mc="Kết thúc."),
    )


def test_who_runs_is_thanked_at_the_head_of_the_next_words() -> None:
    stage = Stage(three())
    assert stage.picture.saying == Saying("", "Mời ông An, Bí thư.")
    stage.do(c.Start())
    assert stage.picture.saying == Saying("Mời ông An, Bí thư.", "Xin cảm ơn ông An.\nMời bà Bình.")
    for _ in range(2):
        stage.sleep(minutes(1))
        stage.do(c.Advance())
    assert stage.picture.saying == Saying("Xin cảm ơn bà Bình.\nKết thúc.", "")


def test_thanks_go_to_who_spoke_and_not_to_who_was_skipped() -> None:
    stage = Stage(three())
    stage.do(c.Start())
    stage.do(c.Skip("b"))
    assert stage.picture.saying.next == "Xin cảm ơn ông An.\nKết thúc."


def test_nobody_is_thanked_across_two_sittings_but_at_the_end_of_the_first() -> None:
    first, second, _ = three().sessions[0].items
    plan = three()
    plan = Agenda(plan.title, (session("s1", "8:00", first), session("s2", "14:00", second)))
    stage = Stage(plan)
    stage.do(c.Start())
    said = stage.picture.saying
    assert said == Saying("Mời ông An, Bí thư.\nXin cảm ơn ông An.", "Mời bà Bình.\nXin cảm ơn bà Bình.")
    assert list(said_by_plan(running_order(plan).leaves)) == [said.now, said.next]


def test_by_plan_each_leaf_is_said_between_its_neighbours() -> None:
    assert list(said_by_plan(running_order(three()).leaves)) == [
        "Mời ông An, Bí thư.",
        "Xin cảm ơn ông An.\nMời bà Bình.",
        "Xin cảm ơn bà Bình.\nKết thúc.",
    ]
