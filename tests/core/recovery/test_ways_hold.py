"""What holds of every way back, whatever the conference and however late it is."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Item, Leader, Session
from runofshow.core.forecast import forecast
from runofshow.core.picture import take_snapshot
from runofshow.core.recovery.applied import applied
from runofshow.core.recovery.outcome import Outcome, WayBack, WaysBack
from runofshow.core.recovery.promises import promised
from runofshow.core.recovery.ways import ways_back
from runofshow.core.recovery.yielding import may_be_dropped
from runofshow.core.state import State
from runofshow.core.value import replace
from tests.core.shows import Stage, at, heading, item, minutes

CONFERENCES = 300


def some_conference(draw: Random) -> Agenda:
    """A morning with a hard out, of speakers, headings, breaks up to an hour, fixed hours, leaders; and
    perhaps an afternoon."""
    rows = tuple(_row(draw, f"m{number}") for number in range(1, draw.randint(4, 14)))
    total = sum((row.duration for row in rows), timedelta())
    start = at("8:00")
    morning = Session(
        "s1", "Sáng", start, hard_out=start + total + minutes(draw.randint(-30, 40)), items=rows
    )
    afternoon = Session("s2", "Chiều", start + total + minutes(60), items=(item("c1", 30, min=minutes(5)),))
    leaders = tuple(_leader(draw, number, rows, total) for number in range(draw.choice((0, 1, 2))))
    sessions = (morning, afternoon) if draw.random() < 0.3 else (morning,)
    return Agenda("Hội nghị", sessions, leaders=leaders)


def _row(draw: Random, item_id: str) -> Item:
    if draw.random() < 0.3:
        parts = tuple(_leaf(draw, f"{item_id}.{part}", "paper") for part in range(1, draw.randint(2, 5)))
        shared = draw.choice((None, minutes(4)))
        return replace(heading(item_id, *parts), min=shared, may_drop=draw.choice((None, None, True)))
    return _leaf(draw, item_id, draw.choice(("paper", "break", "video", "performance", "award", "other")))


def _leaf(draw: Random, item_id: str, kind: str) -> Item:
    long = draw.choice((5, 7, 10, 15, 20))
    start = at("8:00")
    leaf = item(
        item_id,
        long,
        protected=draw.random() < 0.25,
        min=draw.choice((None, minutes(4), minutes(4), minutes(7.5), minutes(25))),
        may_drop=draw.choice((None, None, True, False)),
        optional=draw.random() < 0.1,
        importance=draw.randint(1, 5),
        stretch=draw.choice((None, minutes(12), minutes(30))),
        by=draw.choice((None, "Ông An", "Bà Bình")),
        fixed_start=start + minutes(draw.randint(0, 120)) if draw.random() < 0.12 else None,
        until=start + minutes(draw.randint(20, 140)) if kind == "break" and draw.random() < 0.5 else None,
    )
    return replace(leaf, kind=kind)


def _leader(draw: Random, number: int, rows: tuple[Item, ...], total: timedelta) -> Leader:
    ids = [row.item_id for row in rows]
    return Leader(
        f"l{number}",
        draw.choice(("Đồng chí An", "Bà Hoa")),
        draw.choice((None, at("8:20"))),
        draw.choice((None, *ids)),
        draw.choice((None, at("8:00") + total * draw.random())),
        tuple(draw.sample(ids, draw.choice((0, 1, 2)))),
    )


def some_stage(draw: Random) -> Stage:
    """Somewhere in it: before its start, inside an item, in a hold, with an item chosen or given time."""
    stage = Stage(some_conference(draw))
    stage.now = at("8:00") + minutes(draw.choice((-5, 0, 12)))
    if draw.random() < 0.15:
        return stage
    stage.ask(c.Start(sure=True))
    for _ in range(draw.randint(0, 8)):
        stage.now += minutes(draw.choice((1, 5, 9, 18)))
        stage.ask(c.Advance(sure=True))
    waiting = [place.item.item_id for place in stage.state.order.leaves]
    if draw.random() < 0.3:
        stage.ask(c.AddTime(minutes(draw.choice((-2, 3))), draw.choice(waiting)))
    if draw.random() < 0.2:
        stage.ask(c.Jump(draw.choice(waiting)))
    if draw.random() < 0.2:
        stage.ask(c.Hold())
    stage.now += minutes(draw.choice((0, 2, 25)))
    stage.tick()
    return stage


@pytest.mark.parametrize("part", range(4))
def test_a_way_back_does_what_it_says_and_no_more(part: int) -> None:
    outcomes: dict[Outcome | None, int] = {}
    for number in range(CONFERENCES // 4):
        seed = part * 1_000_000 + number
        stage = some_stage(Random(seed))
        try:
            found = ways_back(stage.state, stage.now)
            outcome = None if found is None else found.outcome
            outcomes[outcome] = outcomes.get(outcome, 0) + 1
            for way in () if found is None else found.ways:
                assert found is not None
                assert_true(stage, found, way)
            if found is not None:
                assert_apart(found)
        except AssertionError as error:
            error.add_note(f"some_stage(Random({seed}))")
            raise
    assert outcomes[Outcome.LATE] > 15
    assert outcomes[Outcome.FINE] > 3


def assert_true(stage: Stage, found: WaysBack, way: WayBack) -> None:
    """The order is obeyed, comes to what was told, keeps what must be kept, and is undone to the field."""
    before, was = stage.state, forecast(stage.state, stage.now)
    stage.do(c.Recover(way.changes))
    after, then = stage.state, forecast(stage.state, stage.now)
    assert then.session_ends[found.session_id] == way.ends_at == found.ends_at - way.saves
    assert forecast(applied(before, way.changes, stage.now), stage.now).spans == then.spans
    if found.outcome is Outcome.LATE:
        assert way.saves >= timedelta()
        assert way.costs >= timedelta()
    else:
        assert way.ends_at <= was.planned_ends[found.session_id]
    if way.is_enough and found.hard_out is not None:
        assert way.ends_at <= found.hard_out
    assert_kept(before, after)
    for leader in before.agenda.leaders:
        own = [
            place.item.item_id for place in promised(before.order, leader) if place.item.item_id in then.spans
        ]
        if leader.leaves_at is not None and all(was.spans[one].end <= leader.leaves_at for one in own):
            assert all(then.spans[one].end <= leader.leaves_at for one in own)
    stage.do(c.Undo())
    assert as_shown(stage.state, stage) == as_shown(before, stage)


def assert_kept(before: State, after: State) -> None:
    own = {place.item.item_id for one in before.agenda.leaders for place in promised(before.order, one)}
    for place in before.order.leaves:
        item_id, was = place.item.item_id, place.item
        now, run = after.order.places[item_id].item, after.run(item_id)
        if was.protected or item_id in own or before.run(item_id).started_at is not None:
            assert (now.duration, now.until, run) == (was.duration, was.until, before.run(item_id))
        if now.duration < was.duration:
            assert was.min is not None
            assert now.duration + run.added >= was.min
        if now.duration > was.duration and was.until is None:
            assert was.stretch is not None
            assert now.duration + run.added <= was.stretch
        if run.skipped and not before.run(item_id).skipped:
            assert may_be_dropped(was)


def assert_apart(found: WaysBack) -> None:
    for at_, one in enumerate(found.ways):
        for other in found.ways[:at_]:
            shared = {_line(each) for each in one.changes} & {_line(each) for each in other.changes}
            assert len(shared) * 2 <= max(len(one.changes), len(other.changes)), (one.changes, other.changes)


def _line(change: object) -> object:
    return type(change), getattr(change, "item_ids", None) or getattr(change, "item_id", None)


def as_shown(state: State, stage: Stage) -> tuple[object, ...]:
    """Every field of the picture but the numbers of the record, and what undo and redo would do."""
    shown = take_snapshot(state, stage.now)
    apart = {"seq", "undoable", "redoable", "rows", "cues", "coming"}
    fields = tuple(getattr(shown, name) for name in shown.__struct_fields__ if name not in apart)
    return (*fields, tuple(shown.rows), tuple(shown.cues), tuple(shown.coming))
