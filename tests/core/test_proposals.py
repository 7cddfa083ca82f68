"""What agents propose: it changes nothing, and is judged again when somebody takes it."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Award, Item
from runofshow.core.evolve import replay
from runofshow.core.proposals.changes import (
    AnyProposed,
    EditItem,
    InsertItem,
    MoveItem,
    SkipItem,
    TimeForItem,
)
from runofshow.core.proposals.events import EditsProposed, ProposalAnswered
from runofshow.core.proposals.judging import LONGEST_NAME, LONGEST_WHY, MOST_OF_A_SHOW, MOST_WAITING, why_not
from runofshow.core.refusal import Reason, Refused
from runofshow.core.state import State
from runofshow.core.value import replace
from runofshow.core.views.proposals import proposals_view
from runofshow.core.wire import as_json
from tests.core.shows import Stage, agenda, at, four_items, heading, item, minutes

HERE = timezone(timedelta(hours=7))
WHO = "Claude"


def with_rite() -> Agenda:
    """a 10', the salute 5' which is protected, a heading of b1 and the rite b2, d 10'."""
    return agenda(
        item("a", 10),
        item("chao", 5, protected=True),
        heading("b", item("b1", 5), item("b2", 5, protected=True)),
        heading("n", item("n1", 5), protected=True),
        item("d", 10),
    )


def proposed(stage: Stage, *changes: AnyProposed, who: str = WHO, why: str = "Cho kịp giờ") -> Any:
    return stage.ask(c.Propose(who, why, changes), "agent")


def said(state: State, item_id: str) -> Item:
    return state.order.places[item_id].item


SHORTER = EditItem("b", seconds=600.0)
LATER = MoveItem("b", before="d")


def test_a_proposal_is_written_down_and_changes_nothing() -> None:
    stage = Stage(four_items())
    before = stage.state
    events = proposed(stage, SHORTER, LATER)
    assert events == (EditsProposed("d1", WHO, "Cho kịp giờ", (SHORTER, LATER), stage.now),)
    (one,) = stage.state.proposals
    assert one.waits
    assert one.was == {"b": said(before, "b"), "d": said(before, "d")}
    same = replace(stage.state, proposals=(), seq=before.seq)
    assert same == before
    assert stage.state.call_seq == before.call_seq, "no press of the caller is stale by it"


def test_what_is_taken_is_made_in_one_call_and_undone_by_one_press() -> None:
    stage = Stage(four_items())
    proposed(
        stage, SHORTER, LATER, InsertItem("Tặng hoa", 180.0, after="a"), SkipItem("c"), TimeForItem("d", 60.0)
    )
    was = stage.state.agenda
    events = stage.ask(c.TakeProposal("d1"))
    assert isinstance(events, tuple)
    assert events[0] == ProposalAnswered("d1", (0, 1, 2, 3, 4), stage.now, "caller")
    order = [place.item.item_id for place in stage.state.order.leaves]
    assert order == ["a", "x1", "c", "b", "d"]
    assert said(stage.state, "b").duration == minutes(10)
    assert stage.state.run("c").skipped
    assert stage.state.run("d").added == minutes(1)
    stage.ask(c.Undo())
    assert (stage.state.agenda, stage.state.run("c").skipped) == (was, False)
    assert not stage.state.proposals[0].waits, "what was said stays said"
    assert stage.state.undone[-1].do == "take_proposal"
    stage.ask(c.Redo())
    assert stage.state.run("c").skipped
    assert replay(stage.entries) == stage.state


def test_some_of_it_may_be_taken() -> None:
    stage = Stage(four_items())
    proposed(stage, SHORTER, SkipItem("c"))
    events = stage.ask(c.TakeProposal("d1", (1, 1)))
    assert isinstance(events, tuple)
    assert events[0] == ProposalAnswered("d1", (1,), stage.now, "caller")
    assert (said(stage.state, "b").duration, stage.state.run("c").skipped) == (minutes(20), True)


def test_what_is_declined_is_answered_once_and_cannot_be_taken_back() -> None:
    stage = Stage(four_items())
    proposed(stage, SHORTER)
    assert stage.ask(c.DeclineProposal("d1")) == (ProposalAnswered("d1", (), stage.now, "caller"),)
    answered = Refused(Reason.ALREADY_ANSWERED, "d1")
    assert stage.ask(c.DeclineProposal("d1")) == stage.ask(c.TakeProposal("d1")) == answered
    assert stage.ask(c.Undo()) == Refused(Reason.NOTHING_TO_UNDO)


def test_nobody_knows_another_proposal_nor_a_change_that_it_lacks() -> None:
    stage = Stage(four_items())
    proposed(stage, SHORTER)
    for order in (c.TakeProposal("d9"), c.DeclineProposal("d9")):
        assert stage.ask(order) == Refused(Reason.UNKNOWN_PROPOSAL, "d9")
    assert stage.ask(c.TakeProposal("d1", (0, 1))) == Refused(Reason.UNKNOWN_PROPOSAL, "d1")


@pytest.mark.parametrize(
    "change",
    [
        EditItem("chao", title="Chào cờ và Quốc ca"),
        EditItem("chao", seconds=600.0),
        SkipItem("chao"),
        TimeForItem("chao", 60.0),
        MoveItem("chao", before="a"),
        EditItem("b", title="Phần b"),
        SkipItem("b"),
        SkipItem("n1"),
    ],
    ids=str,
)
def test_what_is_protected_is_touched_by_no_proposal(change: AnyProposed) -> None:
    stage = Stage(with_rite())
    assert proposed(stage, EditItem("a", title="Khác"), change) == Refused(Reason.PROTECTED, change.item_id)  # type: ignore[union-attr]
    assert stage.state.proposals == ()


def test_nor_by_one_that_is_taken_after_it_became_protected() -> None:
    stage = Stage(four_items())
    proposed(stage, SHORTER)
    stage.ask(c.Edit("b", protected=True))
    assert stage.ask(c.TakeProposal("d1")) == Refused(Reason.PROTECTED, "b")
    assert stage.state.proposals[0].waits


@pytest.mark.parametrize(
    ("change", "reason", "about"),
    [
        (EditItem("zz", title="Khác"), Reason.UNKNOWN_ITEM, "zz"),
        (EditItem("b"), Reason.EMPTY, "b"),
        (SkipItem("zz"), Reason.UNKNOWN_ITEM, "zz"),
        (MoveItem("b", "zz"), Reason.BAD_PLACE, "b"),
        (InsertItem("Mới", 60.0, after="zz"), Reason.UNKNOWN_ITEM, "zz"),
        (TimeForItem("b", 0.0), Reason.BAD_LENGTH, "b"),
    ],
    ids=str,
)
def test_what_the_show_would_not_obey_is_not_even_proposed(
    change: AnyProposed, reason: Reason, about: str
) -> None:
    assert proposed(Stage(four_items()), change) == Refused(reason, about)


def test_words_that_a_person_has_changed_since_are_not_overwritten() -> None:
    stage = Stage(four_items())
    proposed(stage, EditItem("b", title="Báo cáo tổng kết năm", seconds=600.0), SkipItem("c"))
    stage.ask(c.Edit("b", duration=minutes(15)))
    assert stage.ask(c.TakeProposal("d1")) == Refused(Reason.CHANGED_SINCE, "b")
    assert why_not(stage.state, stage.state.proposals[0], 0, stage.now) == Refused(Reason.CHANGED_SINCE, "b")
    assert why_not(stage.state, stage.state.proposals[0], 1, stage.now) is None
    assert isinstance(stage.ask(c.TakeProposal("d1", (1,))), tuple)


def test_a_field_that_the_proposal_leaves_alone_may_have_changed() -> None:
    stage = Stage(four_items())
    proposed(stage, EditItem("b", title="Báo cáo", start=at("8:15"), presenter="Đồng chí Bí thư"))
    stage.ask(c.Edit("b", notes="Có máy chiếu"))
    assert isinstance(stage.ask(c.TakeProposal("d1")), tuple)
    item_b = said(stage.state, "b")
    assert (item_b.title, item_b.notes, item_b.fixed_start) == ("Báo cáo", "Có máy chiếu", at("8:15"))
    assert item_b.award == Award(presenter="Đồng chí Bí thư")


def test_what_the_show_has_gone_past_is_refused_when_it_is_taken() -> None:
    stage = Stage(four_items())
    proposed(stage, SkipItem("a"), SkipItem("c"))
    stage.at("8:00").ask(c.Start())
    assert stage.ask(c.TakeProposal("d1")) == Refused(Reason.ITEM_RUNNING, "a")
    assert isinstance(stage.ask(c.TakeProposal("d1", (1,))), tuple)


def test_an_item_that_was_taken_out_again_is_no_longer_edited() -> None:
    stage = Stage(four_items())
    stage.ask(c.Insert("a", "Tặng hoa", minutes(3)))
    proposed(stage, EditItem("x1", title="Hoa"))
    stage.ask(c.Remove("x1"))
    assert stage.ask(c.TakeProposal("d1")) == Refused(Reason.UNKNOWN_ITEM, "x1")


def test_a_proposal_says_who_and_why_in_few_words() -> None:
    stage = Stage(four_items())
    assert proposed(stage, SHORTER, who=" ") == proposed(stage, SHORTER, why="") == Refused(Reason.EMPTY)
    assert proposed(stage, SHORTER, who="x" * (LONGEST_NAME + 1)) == Refused(Reason.TOO_LONG)
    assert proposed(stage, SHORTER, why="x" * (LONGEST_WHY + 1)) == Refused(Reason.TOO_LONG)


def test_no_more_wait_than_a_person_can_look_at_nor_are_made_in_one_show() -> None:
    stage = Stage(four_items())
    for _ in range(MOST_WAITING):
        proposed(stage, SHORTER)
    assert proposed(stage, SHORTER) == Refused(Reason.TOO_MANY)
    for number in range(1, MOST_OF_A_SHOW + 1):
        stage.ask(c.DeclineProposal(f"d{number}"))
        if number + MOST_WAITING <= MOST_OF_A_SHOW:
            assert isinstance(proposed(stage, SHORTER), tuple)
    assert proposed(stage, SHORTER) == Refused(Reason.TOO_MANY)


def test_nothing_is_proposed_or_taken_of_a_show_that_is_over() -> None:
    stage = Stage(four_items())
    proposed(stage, SHORTER)
    stage.at("8:00").ask(c.Start())
    stage.ask(c.End())
    ended = Refused(Reason.ENDED)
    assert (
        proposed(stage, SHORTER)
        == stage.ask(c.TakeProposal("d1"))
        == stage.ask(c.DeclineProposal("d1"))
        == ended
    )


def test_the_picture_has_what_waits() -> None:
    stage = Stage(four_items())
    proposed(stage, SHORTER)
    proposed(stage, SkipItem("c"))
    stage.ask(c.DeclineProposal("d1"))
    assert [one.proposal_id for one in stage.picture.proposals] == ["d2"]


ITEMS = st.sampled_from("a chao b b1 b2 n n1 d zz".split())
CHANGES = st.one_of(
    st.builds(
        EditItem,
        ITEMS,
        title=st.sampled_from([None, "Khác", ""]),
        seconds=st.sampled_from([None, 60.0, 900.0]),
    ),
    st.builds(SkipItem, ITEMS),
    st.builds(MoveItem, ITEMS, before=ITEMS | st.none()),
    st.builds(TimeForItem, ITEMS, st.sampled_from([-120.0, 60.0])),
    st.builds(InsertItem, st.just("Mới"), st.just(60.0), after=ITEMS | st.none(), before=ITEMS | st.none()),
)


@given(st.lists(CHANGES, min_size=1, max_size=4), st.booleans(), st.booleans())
def test_whatever_is_proposed_and_taken_no_rite_is_ever_another(
    changes: list[AnyProposed], begins: bool, taken: bool
) -> None:
    """Its words, its length, its place among the others that were there, and that it is not left out."""
    stage = Stage(with_rite())
    if begins:
        stage.at("8:00").ask(c.Start())
    before = stage.state
    came = proposed(stage, *changes)
    assert replace(stage.state, proposals=(), seq=before.seq) == before
    if taken and isinstance(came, tuple) and isinstance(stage.ask(c.TakeProposal("d1")), tuple):
        for rite in ("chao", "b2", "n1"):
            now, was = said(stage.state, rite), said(before, rite)
            assert (now.title, now.duration, now.protected) == (was.title, was.duration, was.protected)
            assert stage.state.run(rite) == before.run(rite)
        stage.do(c.Undo())
        assert stage.state.agenda == before.agenda


def test_the_caller_is_sent_what_each_change_says_and_no_more() -> None:
    """An hour comes as the hall has it; what the change leaves as it is has no field."""
    stage = Stage(four_items())
    proposed(stage, EditItem("b", seconds=600.0, start=at("9:00")), MoveItem("d", before="c"))
    (sent,) = proposals_view(stage.state.proposals, HERE)
    assert (sent.proposal_id, sent.who, sent.why, sent.at) == ("d1", WHO, "Cho kịp giờ", stage.now)
    told: Any = as_json(sent)
    edited, moved = told["changes"]
    assert edited == {
        "what": "edit",
        "item_id": "b",
        "seconds": 600,
        "start_at": at("9:00").astimezone(HERE).isoformat(timespec="milliseconds"),
    }
    assert moved == {"what": "move", "item_id": "d", "before": "c"}
