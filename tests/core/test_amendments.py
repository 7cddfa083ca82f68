"""Changing the running order while the show runs: skip, move, edit, insert."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import AfterCue, Agenda, AtStart, GoMode, Role
from runofshow.core.amend import between, siblings
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import CuePhase, ItemState
from runofshow.core.timeline import plan_times
from tests.core.shows import (
    Stage,
    agenda,
    at,
    cue,
    four_items,
    heading,
    item,
    minutes,
    seconds,
    two_sessions,
)
from tests.core.sounds import AWARD, CLOSING, play


def order(stage: Stage) -> list[str]:
    return [row.item_id for row in stage.picture.rows]


def numbers(stage: Stage) -> list[str]:
    return [row.number for row in stage.picture.rows]


def with_heading() -> Agenda:
    return agenda(item("a", 5), heading("h", item("h1", 5), item("h2", 5), item("h3", 5)), item("b", 5))


def running() -> Stage:
    """a is done, b runs, c and d are to come."""
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    return stage


# Skip and unskip


def test_a_skipped_item_is_passed_over_and_its_cues_are_stood_down() -> None:
    stage = Stage(agenda(item("a", 5), item("b", 5, cue("x")), item("c", 5))).at("8:00")
    assert stage.do(c.Skip("b")) == (e.CueStoodDown("x", at("8:00")), e.ItemSkipped("b"))
    assert (stage.row("b").state, stage.cue("x").phase) == (ItemState.SKIPPED, CuePhase.STOOD_DOWN)
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance())
    assert stage.running == "c"


def test_an_unskipped_item_is_to_come_again_and_so_are_its_cues() -> None:
    stage = Stage(agenda(item("a", 5), item("b", 5, cue("x"), cue("called")))).at("8:00")
    stage.do(c.Go("called"), c.Skip("b"), c.Unskip("b"))
    assert stage.row("b").state is ItemState.UPCOMING
    assert stage.cue("x").phase is CuePhase.LATER
    assert stage.cue("called").phase is CuePhase.GONE, "what had been called stays called"


def test_a_heading_is_skipped_as_far_as_it_is_to_come() -> None:
    stage = Stage(with_heading()).at("8:00")
    stage.do(c.Start())
    stage.at("8:05").do(c.Advance(), c.Skip("h"))
    assert [stage.row(part).state.value for part in ("h1", "h2", "h3")] == ["running", "skipped", "skipped"]
    assert stage.refusal(c.Skip("h")) is Reason.ITEM_RUNNING
    stage.do(c.Unskip("h"))
    assert [stage.row(part).state.value for part in ("h1", "h2", "h3")] == ["running", "upcoming", "upcoming"]


def test_a_protected_item_is_skipped_only_when_asked_twice() -> None:
    plan = agenda(item("a", 5), item("b", 5, protected=True), heading("h", item("h1", 5, protected=True)))
    stage = Stage(plan)
    assert stage.refusal(c.Skip("b")) is Reason.PROTECTED
    assert stage.refusal(c.Skip("h")) is Reason.PROTECTED
    stage.do(c.Skip("b", sure=True), c.Skip("h", sure=True))
    assert stage.row("b").state is ItemState.SKIPPED


def test_skipping_what_was_chosen_lets_the_order_decide_again() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start(), c.Jump("d"))
    assert stage.do(c.Skip("d")) == (e.ItemSkipped("d"), e.NextChosen(None, "d"))
    stage.do(c.Unskip("d"))
    assert stage.picture.next is not None
    assert stage.picture.next.item_id == "b"
    stage.do(c.Undo(), c.Undo())
    assert stage.picture.next.item_id == "d"


def test_only_what_is_to_come_can_be_skipped_and_only_what_is_skipped_unskipped() -> None:
    stage = running()
    assert stage.refusal(c.Skip("a")) is Reason.ITEM_DONE
    assert stage.refusal(c.Skip("b")) is Reason.ITEM_RUNNING
    assert stage.refusal(c.Skip("z")) is Reason.UNKNOWN_ITEM
    assert stage.refusal(c.Unskip("c")) is Reason.NOT_SKIPPED
    assert stage.refusal(c.Unskip("z")) is Reason.UNKNOWN_ITEM
    stage.do(c.Skip("c"))
    assert stage.refusal(c.Skip("c")) is Reason.ITEM_SKIPPED


# Move


def test_an_item_to_come_moves_in_front_of_another() -> None:
    stage = running()
    assert stage.do(c.Move("d", "c")) == (e.ItemMoved("d", "c", None),)
    assert order(stage) == ["a", "b", "d", "c"]
    assert stage.starts() == {"a": "8:00", "b": "8:10", "d": "8:30", "c": "8:40"}
    assert stage.row("c").late_by == minutes(10)


def test_an_item_moves_to_the_end_while_the_show_runs() -> None:
    stage = running()
    stage.do(c.Move("c", None))
    assert order(stage) == ["a", "b", "d", "c"]


def test_nothing_moves_in_front_of_what_has_begun() -> None:
    stage = running()
    assert stage.refusal(c.Move("d", "a")) is Reason.BAD_PLACE
    assert stage.refusal(c.Move("d", "b")) is Reason.BAD_PLACE
    assert stage.refusal(c.Move("a", None)) is Reason.ITEM_DONE
    assert stage.refusal(c.Move("b", None)) is Reason.ITEM_RUNNING


def test_a_move_that_moves_nothing_or_nowhere_is_refused() -> None:
    stage = Stage(with_heading())
    for before in ("h2", "h1", "b", "z"):
        assert stage.refusal(c.Move("h1", before)) is Reason.BAD_PLACE
    assert stage.refusal(c.Move("b", None)) is Reason.BAD_PLACE
    assert stage.refusal(c.Move("z", None)) is Reason.UNKNOWN_ITEM


def test_parts_move_within_their_heading_and_a_heading_with_its_parts() -> None:
    stage = Stage(with_heading())
    stage.do(c.Move("h3", "h1"))
    assert order(stage) == ["a", "h", "h3", "h1", "h2", "b"]
    stage.do(c.Move("h", None))
    assert order(stage) == ["a", "b", "h", "h3", "h1", "h2"]


def test_a_heading_that_has_begun_stays_whichever_part_it_began_with() -> None:
    stage = Stage(with_heading()).at("8:00")
    stage.do(c.Jump("h2"), c.Start())
    assert stage.refusal(c.Move("h", None)) is Reason.ITEM_RUNNING


def test_an_edit_changes_what_it_names_and_nothing_else() -> None:
    plan = agenda(
        item("a", 5, assumed=True, mc="Lời", mc_assumed=True, notes="Ghi", by="Ông An"), item("b", 5)
    )
    stage = Stage(plan)
    stage.do(c.Edit("a", title="  Khai mạc "))
    row = stage.row("a")
    assert (row.title, row.by, row.mc, row.notes) == ("Khai mạc", "Ông An", "Lời", "Ghi")
    assert (row.assumed, row.mc_assumed) == (True, True)
    stage.do(c.Edit("a", by="", mc="Kính mời", notes="", duration=minutes(7)))
    row = stage.row("a")
    assert (row.title, row.by, row.mc, row.notes) == ("Khai mạc", None, "Kính mời", "")
    assert (row.assumed, row.mc_assumed, row.planned) == (False, False, minutes(7))
    assert stage.starts()["b"] == "8:07"


def test_an_edit_of_a_part_or_a_heading_reaches_it() -> None:
    stage = Stage(with_heading())
    stage.do(c.Edit("h2", by="Bà Bình"), c.Edit("h", title="Tham luận"))
    assert (stage.row("h2").by, stage.row("h").title) == ("Bà Bình", "Tham luận")


def test_the_running_item_can_be_reworded_and_what_is_done_too_but_not_made_longer() -> None:
    stage = running()
    stage.do(c.Edit("b", duration=minutes(25)), c.Edit("a", title="Khác"))
    assert stage.current.remaining == minutes(25)
    assert stage.refusal(c.Edit("a", duration=minutes(9))) is Reason.ITEM_DONE


def test_an_edit_that_makes_no_sense_is_refused() -> None:
    plan = agenda(item("a", 10), item("p", 10, protected=True), heading("h", item("h1", 5)))
    stage = Stage(plan)
    stage.do(c.AddTime(-minutes(6), "a"))
    refusals = [
        stage.refusal(c.Edit("z", title="x")),
        stage.refusal(c.Edit("h", duration=minutes(9))),
        stage.refusal(c.Edit("a", duration=minutes(0))),
        stage.refusal(c.Edit("a", duration=minutes(24 * 60 + 1))),
        stage.refusal(c.Edit("a", duration=minutes(5))),  # 6 of them are already taken
        stage.refusal(c.Edit("p", duration=minutes(9))),
        stage.refusal(c.Edit("a", title=" ")),
        stage.refusal(c.Edit("a", title="x" * 501)),
        stage.refusal(c.Edit("a", mc="x" * 10_001)),
        stage.refusal(c.Edit("a")),
    ]
    assert refusals == [
        Reason.UNKNOWN_ITEM,
        Reason.IS_HEADING,
        Reason.BAD_LENGTH,
        Reason.BAD_LENGTH,
        Reason.BAD_LENGTH,
        Reason.PROTECTED,
        Reason.EMPTY,
        Reason.TOO_LONG,
        Reason.TOO_LONG,
        Reason.EMPTY,
    ]
    stage.do(c.Edit("p", duration=minutes(11)))


# Insert


def test_an_inserted_item_stands_behind_the_one_it_was_put_after() -> None:
    stage = running()
    stage.do(c.Insert("b", " Tặng hoa ", minutes(5), kind="gift", by=" Cháu Hoa "))
    assert order(stage) == ["a", "b", "x1", "c", "d"]
    row = stage.row("x1")
    assert (row.title, row.kind, row.by, row.number, row.planned) == (
        "Tặng hoa",
        "gift",
        "Cháu Hoa",
        "ba",
        minutes(5),
    )
    assert (row.planned_start, row.late_by, row.expected_start) == (None, None, at("8:30"))
    assert stage.picture.over_under == minutes(5)


def test_numbers_on_the_paper_stay_and_new_ones_are_4a_and_4b() -> None:
    plan = agenda(item("m3", 5, number="3"), item("m4", 5, number="4"), item("m5", 5, number="5"))
    stage = Stage(plan)
    stage.do(
        c.Insert("m4", "Một", minutes(1)), c.Insert("m4", "Hai", minutes(1)), c.Insert("x1", "Ba", minutes(1))
    )
    assert order(stage) == ["m3", "m4", "x2", "x1", "x3", "m5"]
    assert numbers(stage) == ["3", "4", "4b", "4a", "4c", "5"]


def test_numbers_past_the_alphabet_are_still_their_own() -> None:
    stage = Stage(agenda(item("m1", 5, number="4.1")))
    for _ in range(28):
        stage.do(c.Insert("m1", "Thêm", minutes(1)))
    assert [stage.row(f"x{count}").number for count in (1, 26, 27, 28)] == ["4.1a", "4.1z", "4.1aa", "4.1bb"]


def test_behind_a_letter_comes_the_letter_twice() -> None:
    stage = Stage(agenda(item("m1", 5, number="a"), item("m2", 5, number="b")))
    stage.do(c.Insert("m1", "Thêm", minutes(1)))
    assert numbers(stage) == ["a", "aa", "b"]


def test_a_part_is_inserted_behind_a_part_and_an_item_behind_a_heading() -> None:
    stage = Stage(with_heading())
    stage.do(c.Insert("h1", "Một", minutes(1)), c.Insert("h", "Hai", minutes(1)))
    assert order(stage) == ["a", "h", "h1", "x1", "h2", "h3", "x2", "b"]
    assert (stage.row("x1").parent_id, stage.row("x2").parent_id) == ("h", None)


def test_an_item_is_inserted_first_only_before_the_show() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Insert(None, "Ổn định", minutes(5)))
    assert (order(stage)[0], numbers(stage)[0]) == ("x1", "0a")
    stage.do(c.Start())
    assert stage.refusal(c.Insert(None, "Ổn định", minutes(5))) is Reason.BAD_PLACE


def test_an_insertion_that_makes_no_sense_is_refused() -> None:
    stage = running()
    long = minutes(24 * 60 + 1)
    refusals = [
        stage.refusal(c.Insert("b", " ", minutes(1))),
        stage.refusal(c.Insert("b", "x" * 501, minutes(1))),
        stage.refusal(c.Insert("b", "x", minutes(0))),
        stage.refusal(c.Insert("b", "x", long)),
        stage.refusal(c.Insert("b", "x", minutes(1), kind="a b")),
        stage.refusal(c.Insert("b", "x", minutes(1), kind="k" * 41)),
        stage.refusal(c.Insert("z", "x", minutes(1))),
        stage.refusal(c.Insert("a", "x", minutes(1))),
    ]
    assert refusals == [
        Reason.EMPTY,
        Reason.TOO_LONG,
        Reason.BAD_LENGTH,
        Reason.BAD_LENGTH,
        Reason.BAD_KIND,
        Reason.BAD_KIND,
        Reason.UNKNOWN_ITEM,
        Reason.BAD_PLACE,
    ]


# The agenda by itself


def test_siblings_are_those_of_the_same_level() -> None:
    plan = with_heading()
    assert [row.item_id for row in siblings(plan, "b")] == ["a", "h", "b"]
    assert [row.item_id for row in siblings(plan, "h2")] == ["h1", "h2", "h3"]
    assert siblings(plan, "z") == ()


def leaves(plan: Agenda) -> list[str]:
    return [leaf.item_id for s in plan.sessions for row in s.items for leaf in (row.parts or (row,))]


@pytest.mark.parametrize(
    ("first", "last", "kept"),
    [
        (None, None, ["a", "h1", "h2", "h3", "b"]),
        ("h", None, ["h1", "h2", "h3", "b"]),
        ("h2", "h2", ["h2"]),
        (None, "h", ["a", "h1", "h2", "h3"]),
        ("h3", "b", ["h3", "b"]),
        ("a", "a", ["a"]),
        ("b", None, ["b"]),
    ],
)
def test_a_stretch_of_the_agenda_is_rehearsed_by_itself(
    first: str | None, last: str | None, kept: list[str]
) -> None:
    assert leaves(between(with_heading(), first, last)) == kept


def test_a_session_of_which_nothing_is_rehearsed_is_left_out() -> None:
    assert [session.session_id for session in between(two_sessions(), "c", None).sessions] == ["s2"]


def test_a_stretch_begins_when_the_plan_has_it_so_hours_keep_their_distance() -> None:
    plan = agenda(item("a", 30), item("b", 8), item("c", 15, until=at("9:20")), item("d", 10), start="8:00")
    stretch = between(plan, "c", None)
    assert stretch.sessions[0].start_at == at("8:38")
    assert plan_times(stretch)["c"].end - plan_times(stretch)["c"].start == minutes(42)


def test_a_whole_session_that_is_kept_begins_at_its_own_hour() -> None:
    assert between(two_sessions(), "c", None).sessions[0].start_at == at("9:00")
    assert between(two_sessions(), "a", "b").sessions[0].start_at == at("8:00")


def test_a_stretch_without_its_ends_is_none() -> None:
    with pytest.raises(KeyError):
        between(with_heading(), "z", None)
    with pytest.raises(ValueError, match="a"):
        between(with_heading(), "b", "a")


# Cues


def test_a_cue_is_reworded_and_moved_and_is_no_longer_assumed() -> None:
    plan = agenda(item("a", 10, cue("x", assumed=True), cue("y")), item("b", 5))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start(), c.EditCue("x", text="Nhạc mới", at=AtStart(minutes(2)), go=GoMode.AUTO))
    changed = stage.cue("x")
    assert (changed.text, changed.expected_at, changed.go) == ("Nhạc mới", at("8:02"), GoMode.AUTO)
    assert not changed.assumed
    assert stage.cue("y").text == "Lệnh y"
    stage.do(c.Undo())
    assert (stage.cue("x").text, stage.cue("x").expected_at, stage.cue("x").assumed) == (
        "Lệnh x",
        at("8:00"),
        True,
    )


def test_an_edit_of_a_cue_that_makes_no_sense_is_refused() -> None:
    stage = Stage(agenda(item("a", 10, cue("x"), cue("y")))).at("8:00")
    stage.do(c.Start(), c.Go("x"))
    assert stage.refusal(c.EditCue("x", text="muộn rồi")) is Reason.CUE_OVER
    assert stage.refusal(c.EditCue("z", text="không có")) is Reason.UNKNOWN_CUE
    assert stage.refusal(c.EditCue("y", text="  ")) is Reason.EMPTY
    assert stage.refusal(c.EditCue("y")) is Reason.EMPTY
    assert stage.refusal(c.EditCue("y", text="x" * 501)) is Reason.TOO_LONG


def followers() -> Stage:
    """a: two tracks and what follows each, two MC's turns; b: a track of its own."""
    a = (
        play("bed", AWARD),
        cue("after bed", AfterCue("bed")),
        play("closing", CLOSING, AfterCue("bed", seconds(5))),
        cue("mc", to=Role.MC),
        cue("free"),
        play("lost", AWARD, AfterCue("nowhere")),
    )
    return Stage(agenda(item("a", 10, *a), item("b", 5, play("other", AWARD)))).at("8:00")


def test_a_cue_may_be_made_to_follow_another_of_its_item() -> None:
    stage = followers()
    stage.do(c.EditCue("free", at=AfterCue("closing", seconds(2))))
    assert stage.picture.plan.cues["free"].at == AfterCue("closing", seconds(2))
    stage.do(c.EditCue("free", at=AfterCue("lost")))
    assert stage.picture.plan.cues["free"].at == AfterCue("lost")


@pytest.mark.parametrize(
    ("cue_id", "followed", "reason"),
    [
        ("free", "none", Reason.UNKNOWN_CUE),
        ("free", "other", Reason.BAD_FOLLOW),
        ("free", "mc", Reason.BAD_FOLLOW),
        ("bed", "bed", Reason.BAD_FOLLOW),
        ("bed", "closing", Reason.BAD_FOLLOW),
    ],
    ids=["unknown", "of another item", "no track", "itself", "a circle"],
)
def test_a_cue_follows_only_the_track_of_another_cue_of_its_item(
    cue_id: str, followed: str, reason: Reason
) -> None:
    stage = followers()
    assert stage.ask(c.EditCue(cue_id, at=AfterCue(followed))) == Refused(reason, followed)


def test_cues_that_follow_each_other_in_an_agenda_lead_no_edit_astray() -> None:
    circle = (play("x", AWARD, AfterCue("y")), play("y", AWARD, AfterCue("x")), cue("z"))
    stage = Stage(agenda(item("a", 10, *circle))).at("8:00")
    stage.do(c.EditCue("z", at=AfterCue("x")))
    assert stage.refusal(c.EditCue("x", at=AfterCue("y", seconds(1)))) is Reason.BAD_FOLLOW
