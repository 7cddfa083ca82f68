"""A vote is counted while its item runs and after it, said again, taken back, undone, and read aloud."""

from __future__ import annotations

from datetime import UTC
from typing import Any

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Agenda, Item, Role
from runofshow.core.evolve import replay
from runofshow.core.history import history
from runofshow.core.refusal import Reason
from runofshow.core.roles import may_ask
from runofshow.core.value import replace
from runofshow.core.views.roles import CallerView, HandView, view_of
from runofshow.core.vote import Vote
from tests.core.shows import Stage, agenda, heading, item, minutes

COUNTED = Vote(148, 2)
WORDS = "Mời {by|chủ tọa} biểu quyết.\n[[Kết quả biểu quyết: {result}.]]"


def voted(item_id: str, kind: str = "vote", **more: Any) -> Item:
    return replace(item(item_id, 10, mc=WORDS, **more), kind=kind)


def plan() -> Agenda:
    """8:00 a speech, 8:10 the vote v, 8:20 the heading h with the votes h1 and h2, 8:40 what is skipped."""
    part = replace(heading("h", voted("h1"), voted("h2")), kind="vote")
    return agenda(item("a", 10), voted("v"), part, voted("x"), start="8:00")


def at_the_vote() -> Stage:
    stage = Stage(plan()).at("8:00")
    stage.do(c.Skip("x"), c.Start())
    stage.at("8:10").do(c.Advance())
    return stage


def test_the_count_of_the_running_item_is_kept_with_it() -> None:
    stage = at_the_vote()
    assert stage.row("v").vote is None
    assert stage.do(c.CountVote(None, 148, 2)) == (e.VoteCounted("v", COUNTED),)
    assert stage.row("v").vote == COUNTED
    assert stage.current.row.vote == COUNTED
    assert replay(stage.entries) == stage.state


def test_a_count_said_again_replaces_the_former_and_an_empty_one_takes_it_back() -> None:
    stage = at_the_vote()
    stage.do(c.CountVote("v", 148, 2))
    assert stage.refusal(c.CountVote("v", 148, 2)) is Reason.EMPTY, "it is so already"
    stage.do(c.CountVote("v", 147, 2, 1))
    assert stage.row("v").vote == Vote(147, 2, 1)
    assert stage.do(c.CountVote("v")) == (e.VoteCounted("v", None),)
    assert stage.row("v").vote is None
    assert stage.refusal(c.CountVote("v")) is Reason.EMPTY


def test_nobody_in_favour_is_a_count_and_others_without_them_are_none() -> None:
    stage = at_the_vote()
    assert stage.refusal(c.CountVote("v", None, 2)) is Reason.EMPTY
    assert stage.refusal(c.CountVote("v", other=2)) is Reason.EMPTY
    stage.do(c.CountVote("v", 0, 150))
    assert stage.row("v").vote == Vote(0, 150)


def test_undo_gives_back_the_former_count_and_redo_the_later() -> None:
    stage = at_the_vote()
    stage.do(c.CountVote("v", 148, 2), c.CountVote("v", 147, 3))
    stage.do(c.Undo())
    assert stage.row("v").vote == COUNTED
    stage.do(c.Undo())
    assert stage.row("v").vote is None
    stage.do(c.Redo(), c.Redo())
    assert stage.row("v").vote == Vote(147, 3)
    assert replay(stage.entries) == stage.state
    assert [one.do for one in history(stage.entries).taken_back] == ["vote", "vote"]


def test_undo_of_what_was_called_since_keeps_the_count() -> None:
    stage = at_the_vote()
    stage.sleep(minutes(5)).do(c.Advance())
    stage.do(c.CountVote("v", 148, 2))
    stage.sleep(minutes(1)).do(c.Hold())
    stage.do(c.Undo())
    assert stage.row("v").vote == COUNTED


def test_a_vote_is_counted_after_its_item_and_after_the_show() -> None:
    stage = at_the_vote()
    stage.sleep(minutes(5)).do(c.Advance())
    stage.do(c.CountVote("v", 148, 2), c.End())
    assert stage.refusal(c.CountVote(None, 148)) is Reason.ENDED
    stage.do(c.CountVote("v", 149, 1))
    assert stage.row("v").vote == Vote(149, 1)
    assert [item.row.vote for item in history(stage.entries).items if item.row.vote] == [Vote(149, 1)]


def test_a_step_back_into_the_vote_keeps_its_count_and_one_out_of_it_drops_it() -> None:
    stage = at_the_vote()
    stage.do(c.CountVote("v", 148, 2))
    stage.sleep(minutes(1)).do(c.Advance(), c.Back())
    assert (stage.running, stage.row("v").vote) == ("v", COUNTED)
    stage.do(c.Back())
    assert (stage.running, stage.row("v").vote) == ("a", None), "it is to come again"
    stage.do(c.Undo())
    assert stage.row("v").vote == COUNTED


def test_what_is_not_voted_on_or_has_not_begun_has_no_count() -> None:
    stage = Stage(plan())
    assert stage.refusal(c.CountVote(None, 148)) is Reason.NOT_STARTED
    stage = at_the_vote()
    for item_id, reason in {
        "a": Reason.NOT_A_VOTE,
        "h": Reason.IS_HEADING,
        "h1": Reason.ITEM_UPCOMING,
        "x": Reason.ITEM_SKIPPED,
        "z": Reason.UNKNOWN_ITEM,
    }.items():
        assert stage.refusal(c.CountVote(item_id, 148)) is reason, item_id
        assert item_id == "z" or not stage.row(item_id).takes_vote
    assert stage.row("v").takes_vote


@pytest.mark.parametrize(
    ("kind", "also", "takes"),
    [
        ("vote", (), True),
        ("adopt_agenda", (), True),
        ("election", (), True),
        ("summary", ("vote",), True),
        ("speech", ("closing",), False),
    ],
)
def test_a_vote_an_adoption_and_an_election_take_a_count_and_so_does_what_shares_their_line(
    kind: str, also: tuple[str, ...], takes: bool
) -> None:
    stage = Stage(agenda(voted("v", kind, also=also))).at("8:00")
    stage.do(c.Start())
    assert stage.row("v").takes_vote is takes
    if takes:
        stage.do(c.CountVote(None, 148, 2))
    else:
        assert stage.refusal(c.CountVote(None, 148, 2)) is Reason.NOT_A_VOTE


def test_a_part_is_counted_and_its_heading_shows_none() -> None:
    stage = at_the_vote()
    stage.sleep(minutes(5)).do(c.Advance())
    stage.do(c.CountVote(None, 100))
    assert (stage.row("h1").vote, stage.row("h").vote) == (Vote(100), None)


def test_the_mc_reads_the_result_once_it_is_counted() -> None:
    stage = at_the_vote()
    assert stage.picture.saying.now == "Mời chủ tọa biểu quyết."
    stage.do(c.CountVote("v", 148, 2))
    assert stage.picture.saying.now.splitlines()[1:] == [
        "Kết quả biểu quyết: 148 đồng ý, 2 không đồng ý, 0 ý kiến khác."
    ]
    stage.do(c.CountVote("v"))
    assert stage.picture.saying.now == "Mời chủ tọa biểu quyết."


def test_an_english_formula_says_the_result_in_english() -> None:
    said = replace(voted("v"), mc="I invite the chair.\n[[Result of the vote: {result}.]]")
    stage = Stage(agenda(said)).at("8:00")
    stage.do(c.Start(), c.CountVote(None, 148, 2, 1))
    assert stage.picture.saying.now.endswith(
        "Result of the vote: 148 in favour, 2 against, 1 of another opinion."
    )


def test_the_views_have_the_count_of_the_row_and_of_what_runs() -> None:
    stage = at_the_vote()
    stage.do(c.CountVote("v", 148, 2))
    caller = view_of(Role.CALLER, stage.picture, UTC)
    assert isinstance(caller, CallerView)
    assert {row.item_id: row.vote for row in caller.items if row.vote} == {"v": COUNTED}
    mc = view_of(Role.MC, stage.picture, UTC)
    assert isinstance(mc, HandView)
    assert mc.current is not None
    assert mc.current.vote == COUNTED


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CALLER}))
def test_the_caller_alone_counts(role: Role) -> None:
    assert not may_ask(role, c.CountVote("v", 148), at_the_vote().state)
