"""A rehearsal of the joins: the clock jumps over the middle of each item, and the MC's links are timed."""

from __future__ import annotations

from typing import Any

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Agenda, AtStart, BeforeEnd, GoMode
from runofshow.core.count import CountLabel
from runofshow.core.history import history
from runofshow.core.joins import Link, jump_due, links
from runofshow.core.learning import lengths
from runofshow.core.refusal import Reason
from runofshow.core.snapshot import CallEnd, CallItem, CuePhase, Phase
from runofshow.core.value import replace
from runofshow.core.views.head import CalledNext, called_next
from tests.core.shows import Stage, agenda, at, cue, four_items, item, minutes, seconds


def joins(plan: Agenda | None = None, **more: Any) -> Stage:
    return Stage(plan or four_items(), mode=c.Mode.REHEARSAL, joins=True, **more).at("8:00")


def jumped(stage: Stage) -> Stage:
    """After the jump that is due."""
    by = jump_due(stage.picture)
    assert by is not None
    stage.do(c.JumpClock(by), by="joins")
    return stage


def test_half_a_minute_after_its_start_an_item_is_half_a_minute_before_its_end() -> None:
    stage = joins()
    stage.do(c.Start())
    assert jump_due(stage.at("8:00:29").picture) is None
    # a is ten minutes long
    assert jump_due(stage.at("8:00:30").picture) == minutes(9)
    jumped(stage)
    assert (stage.now, stage.current.remaining, stage.current.elapsed) == (
        at("8:09:30"),
        seconds(30),
        minutes(9.5),
    )
    assert jump_due(stage.picture) is None
    # nobody is late by it
    assert stage.picture.over_under == minutes(0)


def test_a_cue_in_the_middle_is_stood_down_and_those_at_the_edges_come_as_in_the_show() -> None:
    plan = agenda(
        item(
            "a",
            10,
            cue("first"),
            cue("middle", AtStart(minutes(5)), go=GoMode.AUTO),
            cue("last", BeforeEnd(seconds(20)), go=GoMode.AUTO),
        ),
        item("b", 10),
    )
    stage = joins(plan)
    stage.do(c.Start(), c.Go("first"))
    jumped(stage.at("8:00:30"))
    assert [stage.cue(each).phase for each in ("first", "middle", "last")] == [
        CuePhase.GONE,
        CuePhase.STOOD_DOWN,
        CuePhase.STANDBY,
    ]
    stage.at("8:09:40")
    assert stage.cue("last").phase is CuePhase.GONE


def test_the_clock_jumps_over_no_short_item_out_of_no_hold_and_in_no_show() -> None:
    short = joins(agenda(item("a", 1), item("b", 10)))
    short.do(c.Start())
    assert jump_due(short.at("8:00:30").picture) is None
    held = joins()
    held.do(c.Start(), c.Hold())
    assert jump_due(held.at("8:01").picture) is None
    assert held.refusal(c.JumpClock(minutes(5)), "joins") is Reason.NOT_STARTED
    assert joins().refusal(c.JumpClock(minutes(5)), "joins") is Reason.NOT_STARTED
    whole = Stage(four_items(), mode=c.Mode.REHEARSAL).at("8:00")
    whole.do(c.Start())
    assert jump_due(whole.at("8:01").picture) is None
    assert whole.refusal(c.JumpClock(minutes(-5)), "joins") is Reason.BAD_LENGTH
    assert whole.refusal(c.JumpClock(minutes(5000)), "joins") is Reason.BAD_LENGTH
    live = Stage(four_items()).at("8:00")
    live.do(c.Start())
    assert live.refusal(c.JumpClock(minutes(5)), "joins") is Reason.NOT_ALLOWED


def test_nothing_is_jumped_while_the_anthem_sounds() -> None:
    stage = joins()
    stage.do(c.Start())
    shown = stage.at("8:01").picture
    assert jump_due(shown) is not None
    assert jump_due(replace(shown, sound=replace(shown.sound, anthem=True))) is None


def test_go_ends_the_item_alone_and_a_stopwatch_counts_the_link() -> None:
    stage = joins()
    stage.do(c.Start())
    jumped(stage.at("8:00:30"))
    call = stage.picture.next_call
    assert isinstance(call, CallEnd)
    assert (call.row.item_id, called_next(call)) == ("a", CalledNext(what="end", id="a"))
    stage.at("8:10:04").do(c.Go())
    assert (stage.running, stage.picture.phase) == (None, Phase.RUNNING)
    assert isinstance(stage.picture.next_call, CallItem)
    count = stage.at("8:10:46").picture.count
    assert count is not None
    assert (count.label, count.length(stage.now)) == (CountLabel.LINK, seconds(42))
    stage.do(c.Go())
    assert (stage.running, stage.picture.link_since) == ("b", None)
    assert links(stage.entries) == (Link("a", "b", seconds(42)),)
    assert history(stage.entries).links == (Link("a", "b", seconds(42)),)


def test_before_the_first_item_and_behind_the_last_nothing_is_counted() -> None:
    stage = joins(agenda(item("a", 1)))
    assert stage.picture.link_since is None
    stage.do(c.Start())
    assert stage.picture.next_call is None
    stage.at("8:01").do(c.End())
    assert stage.picture.count is None
    assert links(stage.entries) == ()


def test_a_repeated_item_is_led_to_by_nobody_and_an_undone_link_is_none() -> None:
    stage = joins()
    stage.do(c.Start())
    stage.at("8:00:20").do(c.Advance())
    stage.at("8:00:50").do(c.Advance())
    stage.at("8:01:00").do(c.Undo())
    assert links(stage.entries) == ()
    stage.at("8:01:10").do(c.Redo(), c.Back())
    # a waits for another take
    assert stage.picture.link_since is None
    stage.at("8:02").do(c.Advance())
    stage.at("8:02:20").do(c.Advance())
    stage.at("8:03").do(c.Advance())
    assert [(one.after_id, one.length) for one in links(stage.entries)] == [
        ("a", seconds(30)),
        ("a", seconds(40)),
    ]


def test_items_of_which_the_middle_was_jumped_over_teach_no_length() -> None:
    stage = joins()
    stage.do(c.Start())
    jumped(stage.at("8:00:30"))
    stage.at("8:10").do(c.Advance())
    told = history(stage.entries)
    a = told.items[0]
    assert (a.actual, a.is_jumped, a.length) == (minutes(10), True, None)
    assert lengths(told) == {}


def test_a_record_of_anything_else_has_no_links() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    assert links(stage.entries) == ()
    assert links([e.Entry(1, at("8:00"), "caller", "start", (e.ItemStarted("a", at("8:00")),))]) == ()
