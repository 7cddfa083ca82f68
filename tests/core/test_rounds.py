"""A round as it stands: its batches and steps, who is in which, and what is expected."""

from __future__ import annotations

from datetime import timedelta

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Agenda, Award, AwardLevel, Item, Session, Step
from runofshow.core.board import board_at
from runofshow.core.evolve import evolve
from runofshow.core.on_stage import Batch
from runofshow.core.phases import ItemState
from runofshow.core.rounds import step_of
from runofshow.core.rounds_now import batch_of
from runofshow.core.value import replace
from runofshow.core.views.rounds import is_near, names_on_display
from tests.core.ceremony import batch, people, round_at, running, three_batches, with_parts
from tests.core.shows import SECOND, Stage, agenda, at, heading, item, minutes

READ_FIRST = (Step.READING, Step.CALL, Step.LINE_UP, Step.PRESENTERS, Step.HANDING, Step.PHOTO, Step.OFF)
CALLED_FIRST = (Step.CALL, Step.LINE_UP, Step.READING, Step.PRESENTERS, Step.HANDING, Step.PHOTO, Step.OFF)


def steps(stage: Stage) -> tuple[Step, ...]:
    return running(stage).steps


def started(plan: Agenda) -> Stage:
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    return stage


def after(stage: Stage, length: float = 3) -> Batch:
    """The batch that comes next, once this one has lasted so many minutes."""
    stage.sleep(minutes(length)).do(c.Advance())
    return running(stage)


def test_a_decision_is_read_with_the_first_batch_that_names_it() -> None:
    stage = started(
        with_parts(
            batch("h1", "a", decision="QĐ 1"),
            batch("h2", "b", decision="QĐ 1"),
            batch("h3", "c", decision="QĐ 2"),
        )
    )
    read = [Step.READING in one.steps for one in (running(stage), after(stage), after(stage))]
    assert read == [True, False, True]


def test_a_decision_is_read_with_the_batch_that_runs_first_whatever_the_plan_had() -> None:
    stage = Stage(three_batches()).at("8:00")
    stage.do(c.Start(), c.Jump("h2"))
    second = after(stage, 10)
    assert (second.item_id, second.steps) == ("h2", READ_FIRST)
    first = after(stage)
    assert (first.item_id, Step.READING in first.steps) == ("h1", False)


def test_recipients_come_up_before_the_reading_of_the_state_presidents_award() -> None:
    of_state = batch("h1", "a", decision="Quyết định số 5/QĐ-CTN", flowers=True)
    assert steps(started(with_parts(of_state))) == (*CALLED_FIRST[:5], Step.FLOWERS, *CALLED_FIRST[5:])
    written = batch("h1", "a", decision="QĐ 1", called_before_reading=True, photo=False)
    assert steps(started(with_parts(written))) == (*CALLED_FIRST[:5], Step.OFF)


def test_what_is_an_award_by_its_kind_alone_has_the_steps_and_nobody_on_its_list() -> None:
    alone = Item("h1", "1", "Trao thưởng", "award", minutes(3))
    shown = running(started(agenda(alone)))
    assert (shown.steps, shown.people, shown.presenter) == (READ_FIRST[1:], (), None)
    beside = Item("h1", "1", "Trao thưởng", "other", minutes(3), also=("award",), by="Ông Chủ tịch")
    assert running(started(agenda(beside))).presenter == "Ông Chủ tịch"


def test_a_batch_stands_at_the_last_step_it_still_has_when_the_one_it_stood_at_is_left_out() -> None:
    """Whatever is true of a record, a batch that runs stands somewhere."""
    stage = started(with_parts(batch("h1", "a", decision="QĐ 1")))
    for step, without, stands_at in (
        (Step.READING, {"decision": None}, Step.CALL),
        (Step.PHOTO, {"photo": False}, Step.HANDING),
    ):
        stage.sleep(SECOND).do(c.NextStep(Step.CALL), c.NextStep(step))
        written = stage.state.order.places["h1"].written
        assert written.award
        other = replace(written, award=replace(written.award, **without))
        state = evolve(stage.state, e.ItemEdited(other, written))
        assert state.current
        assert step_of(state, state.current) is stands_at


def test_batches_of_one_decision_or_one_title_under_no_heading_are_a_round() -> None:
    apart = (
        batch("m1", "a", decision="QĐ 1"),
        item("m2", 5),
        batch("m3", "b", decision="QĐ 1"),
        batch("m4", "c", decision="QĐ 2"),
        batch("m5", "d"),
    )
    plan = Agenda("Hội nghị", (Session("s1", "", at("8:00"), items=apart),))
    stage = started(plan)
    assert (round_at(stage).round_id, round_at(stage).batches) == ("m1", 2)
    stage.at("8:03").do(c.Advance())
    assert round_at(stage).running is None
    shown = round_at(stage).next
    assert shown
    assert (shown.item_id, shown.batch, Step.READING in shown.steps) == ("m3", 2, False)
    stage.at("8:08").do(c.Advance())
    stage.at("8:11").do(c.Advance())
    assert (round_at(stage).batches, Step.READING in steps(stage)) == (1, True)


def test_a_batch_without_a_heading_that_is_split_stays_one_round_and_is_read_once() -> None:
    stage = started(agenda(batch("m1", "a", "b", decision="QĐ 1"), item("m2", 5)))
    stage.do(c.SplitBatch("m1", "b"))
    assert (round_at(stage).batches, running(stage).batch, Step.READING in steps(stage)) == (2, 1, True)
    second = after(stage)
    assert (second.batch, Step.READING in second.steps) == (2, False)


def test_the_round_says_what_runs_and_what_follows_it() -> None:
    stage = Stage(three_batches(presenter="Ông P, Chủ tịch", reader="Bà R")).at("8:00")
    stage.do(c.Start())
    before = round_at(stage)
    assert (before.round_id, before.title, before.batches, before.left) == ("h", "Mục h", 3, 3)
    assert (before.running, before.expected_end, before.pace_s) == (None, at("8:19"), None)
    stage.at("8:10").do(c.Advance())
    stage.at("8:14").do(c.Advance())
    now = round_at(stage)
    assert (now.left, now.pace_s) == (1, 240)
    shown = now.running
    assert shown
    assert (shown.item_id, shown.number, shown.batch, shown.state) == ("h2", "h2", 2, ItemState.RUNNING)
    assert (shown.form, shown.level, shown.decision) == ("Bằng khen", None, "Quyết định số 12/QĐ-UBND")
    assert (shown.presenter, shown.reader, shown.step) == ("Ông P, Chủ tịch", "Bà R", Step.CALL)
    assert (shown.step_at, shown.expected_start, shown.took_s) == (at("8:14"), at("8:14"), None)
    assert now.next
    assert (now.next.item_id, now.next.step, now.next.step_at) == ("h3", None, None)
    assert now.after is None


def test_a_round_under_no_heading_keeps_its_id_from_its_first_item_to_its_last() -> None:
    items = (batch(one, one, decision="QĐ 1") for one in ("b1", "b2"))
    stage = Stage(agenda(*items, item("m2", 5))).at("8:00")
    stage.do(c.Start())
    first = round_at(stage)
    stage.at("8:03").do(c.Advance(sure=True))
    assert (first.round_id, round_at(stage).round_id, round_at(stage).batches) == ("b1", "b1", 2)


def test_nothing_is_shown_where_nobody_is_honoured_any_more() -> None:
    stage = Stage(three_batches()).at("8:00")
    stage.do(c.Start(), c.Skip("h"))
    assert stage.picture.round is None


def test_a_batch_that_is_over_or_left_out_says_so() -> None:
    stage = started(three_batches())
    stage.at("8:10").do(c.Advance())
    stage.at("8:14").do(c.Advance(), c.Skip("h3"))
    board, places = board_at(stage.state, stage.now), stage.state.order.places
    done, skipped = (batch_of(board, places[one], 1) for one in ("h1", "h3"))
    assert (done.state, done.took_s, skipped.state) == (ItemState.DONE, 240, ItemState.SKIPPED)


def test_a_round_whose_first_batch_is_skipped_counts_from_the_second() -> None:
    stage = Stage(three_batches()).at("8:00")
    stage.do(c.Start(), c.Skip("h1"))
    assert round_at(stage).batches == 2
    shown = round_at(stage).next
    assert shown
    assert (shown.item_id, shown.batch) == ("h2", 1)


def test_people_stand_as_listed_with_all_that_is_known_of_them() -> None:
    known = people("a", unit="Tổ 3", post="Tổ trưởng", address="đồng chí", said="A-na", note="Xe lăn")
    plan = with_parts(
        item("h1", 3, award=Award(recipients=(*known, *people("b", proxy="Bà C", posthumous=True))))
    )
    first, second = running(started(plan)).people
    assert (first.unit, first.post, first.address, first.said, first.note) == (
        "Tổ 3",
        "Tổ trưởng",
        "đồng chí",
        "A-na",
        "Xe lăn",
    )
    assert (first.person_id, first.place, first.is_collective, first.here) == ("r/a", 1, False, None)
    assert (second.proxy, second.posthumous, second.absent) == ("Bà C", True, False)


def test_two_of_one_name_are_told_apart_by_unit_or_by_a_count_in_the_whole_show() -> None:
    stage = started(
        with_parts(
            item("h1", 3, award=Award(recipients=people("a", "b"))),
            item("h2", 3, award=Award(recipients=people("c"))),
        )
    )
    stage.do(c.ChangeRecipient("b", name="Bà A", unit="Tổ 3"), c.ChangeRecipient("c", name="A", unit="Tổ 4"))
    assert stage.state.order.shown == {"a": "Ông A", "b": "Bà A (Tổ 3)", "c": "A (Tổ 4)"}
    stage.do(c.ChangeRecipient("c", unit="tổ 3"))
    assert stage.state.order.shown == {"a": "Ông A", "b": "Bà A (Tổ 3) [1]", "c": "A (tổ 3) [2]"}
    assert [one.shown for one in running(stage).people] == ["Ông A", "Bà A (Tổ 3) [1]"]
    stage.do(c.ChangeRecipient("b", name="Bà B"), c.ChangeRecipient("c", name="Bà C"))
    assert stage.state.order.shown == {}


def test_what_is_known_of_the_lists_is_kept_while_they_are_the_same() -> None:
    stage = started(three_batches())
    lists = stage.state.order.lists
    stage.do(c.Edit("m2", title="Bế mạc"))
    assert stage.state.order.lists is lists
    stage.do(c.ChangeRecipient("a", absent=True))
    assert stage.state.order.lists.of["h2"] is lists.of["h2"]


@pytest.mark.parametrize(
    ("ahead", "near"),
    [(minutes(1), False), (minutes(5), False), (minutes(11), True)],
)
def test_hands_see_the_round_when_it_comes_near(ahead: timedelta, near: bool) -> None:
    first = (item("m0", 10), item("m1", 10))
    plan = agenda(*first, heading("h", batch("h1", "a")), item("m2", 5))
    stage = started(plan)
    stage.at("8:09:30")
    assert is_near(stage.picture, ahead) is near
    stage.at("8:10").do(c.Advance())
    assert is_near(stage.picture, minutes(0))
    stage.at("8:20").do(c.Advance())
    assert is_near(stage.picture, minutes(0))
    stage.at("8:23").do(c.Advance())
    assert not is_near(stage.picture, ahead)


def test_the_names_stand_on_the_display_while_their_batch_runs_where_the_plan_wants_it() -> None:
    stage = started(three_batches(on_display=True))
    assert names_on_display(stage.picture) == ()
    stage.at("8:10").do(c.ChangeRecipient("b", absent=True), c.Advance())
    assert names_on_display(stage.picture) == ("Ông A", "Ông C")
    assert names_on_display(started(with_parts(batch("h1", "a"))).picture) == ()
    assert names_on_display(started(agenda(item("m1", 5))).picture) == ()


def test_the_level_and_the_form_are_told_by_what_is_written() -> None:
    shown = running(started(with_parts(batch("h1", "a", level=AwardLevel.COMMUNE, form="Giấy khen"))))
    assert (shown.level, shown.form) == (AwardLevel.COMMUNE, "Giấy khen")
