"""The order that takes a way back: all of it or none, and why not."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Leader
from runofshow.core.events import ItemEdited
from runofshow.core.recovery.changes import AnyChange, Before, Drop, Lengthen, Shorten
from runofshow.core.refusal import Reason, Refused
from runofshow.core.value import replace
from tests.core.shows import Stage, agenda, at, heading, item, minutes, session


def plan() -> Agenda:
    """8:00 a 10', b 10', c of two papers of 10', d 10' up to 8:55, e 10'; Ông An speaks last."""
    return replace(
        agenda(
            item("a", 10, min=minutes(5), may_drop=True),
            item("b", 10, min=minutes(5), may_drop=True, stretch=minutes(15)),
            heading("c", item("c1", 10, min=minutes(6)), item("c2", 10, min=minutes(6)), may_drop=True),
            item("d", 10, until=at("8:55"), min=minutes(5)),
            item("e", 10, protected=True, min=minutes(5), stretch=minutes(20)),
            item("f", 10, min=minutes(5), may_drop=True, stretch=minutes(15), by="Ông An"),
        ),
        leaders=(Leader("l", "Đồng chí An", leaves_at=at("10:00")),),
    )


def running() -> Stage:
    stage = Stage(plan(), "8:00")
    stage.do(c.Start(sure=True))
    return stage


@pytest.mark.parametrize(
    ("change", "reason", "about"),
    [
        (Shorten(("z",), 60), Reason.UNKNOWN_ITEM, "z"),
        (Shorten(("c",), 60), Reason.IS_HEADING, "c"),
        (Shorten(("a",), 300), Reason.ITEM_RUNNING, "a"),
        (Shorten(("b",), 299), Reason.BELOW_LEAST, "b"),
        (Shorten(("b", "c2"), 300), Reason.BELOW_LEAST, "c2"),
        (Shorten(("b",), 600), Reason.EMPTY, "b"),
        (Shorten(("d",), 299), Reason.BELOW_LEAST, "d"),
        (Shorten(("e",), 300), Reason.PROTECTED, "e"),
        (Shorten(("f",), 300), Reason.PROMISED, "f"),
        (Lengthen(("b",), 901), Reason.ABOVE_MOST, "b"),
        (Lengthen(("c1",), 660), Reason.ABOVE_MOST, "c1"),
        (Lengthen(("e",), 700), Reason.PROTECTED, "e"),
        (Drop("z"), Reason.UNKNOWN_ITEM, "z"),
        (Drop("a"), Reason.ITEM_RUNNING, "a"),
        (Drop("d"), Reason.MUST_STAY, "d"),
        (Drop("e"), Reason.PROTECTED, "e"),
        (Drop("f"), Reason.PROMISED, "f"),
        (Before("z", "b"), Reason.UNKNOWN_ITEM, "z"),
        (Before("e", "b"), Reason.PROTECTED, "e"),
        (Before("f", "z"), Reason.BAD_PLACE, "f"),
        (Before("f", "a"), Reason.BAD_PLACE, "f"),
    ],
)
def test_what_is_not_possible_is_refused(change: AnyChange, reason: Reason, about: str) -> None:
    stage = running()
    before = stage.state
    for changes in ((change,), (Drop("c"), change)) if about not in ("c", "c1", "c2") else ((change,),):
        assert stage.ask(c.Recover(changes)) == Refused(reason, about)
        assert stage.state == before


def test_what_is_skipped_or_of_a_session_that_is_over_is_refused() -> None:
    stage = running()
    stage.do(c.Skip("b"))
    assert stage.ask(c.Recover((Shorten(("b",), 300),))) == Refused(Reason.ITEM_SKIPPED, "b")
    two = Agenda(
        "Hội nghị",
        (
            session("s1", "8:00", item("a", 10), item("b", 10, min=minutes(5))),
            session("s2", "9:00", item("c", 10)),
        ),
    )
    stage = Stage(two, "8:00")
    stage.do(c.Start(sure=True), c.Skip("b"))
    stage.now = at("8:05")
    stage.do(c.Advance(sure=True))
    stage.now = at("9:00")
    stage.do(c.Advance(sure=True), c.Unskip("b"))
    assert stage.ask(c.Recover((Shorten(("b",), 300),))) == Refused(Reason.SESSION_OVER, "b")


def test_speakers_are_shortened_alike_and_those_who_are_shorter_stay() -> None:
    stage = running()
    stage.do(c.Edit("c1", duration=minutes(6)))
    events = stage.do(c.Recover((Shorten(("c1", "c2"), 420),)))
    assert [event.item.item_id for event in events if isinstance(event, ItemEdited)] == ["c2"]


def test_what_was_taken_from_an_item_counts_against_its_least() -> None:
    stage = running()
    stage.do(c.AddTime(minutes(-1), "b"))
    assert stage.ask(c.Recover((Shorten(("b",), 300),))) == Refused(Reason.BELOW_LEAST, "b")
    stage.do(c.Recover((Shorten(("b",), 360),)))


def test_a_break_up_to_an_hour_ends_so_long_after_its_start() -> None:
    stage = running()
    stage.do(c.Recover((Drop("b"), Drop("c"), Shorten(("d",), 300))))
    assert stage.state.order.places["d"].item.until == at("8:15")


def test_a_heading_is_left_out_with_all_that_is_to_come_of_it() -> None:
    stage = running()
    stage.do(c.Recover((Drop("c"),)))
    assert [stage.state.run(each).skipped for each in ("c1", "c2")] == [True, True]


def test_a_leaders_own_item_may_come_earlier() -> None:
    stage = running()
    stage.do(c.Recover((Before("f", "b"),)))
    assert [row.item_id for row in stage.picture.coming][:2] == ["f", "b"]


def test_what_may_be_longer_is_made_so() -> None:
    stage = running()
    stage.do(c.Recover((Lengthen(("b",), 900),)))
    assert stage.state.order.places["b"].item.duration == minutes(15)


def test_only_the_caller_may_ask_and_undo_takes_it_back() -> None:
    assert c.Recover.asked_by == frozenset({"caller"})
    assert "recover" in c.UNDOABLE


def test_an_ended_show_takes_none() -> None:
    stage = running()
    stage.do(c.End(sure=True))
    assert stage.refusal(c.Recover((Drop("b"),))) is Reason.ENDED
