"""The plan mended during the show: hours, protection, presenter, cues, and where items stand."""

from __future__ import annotations

from typing import Any

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Action, AfterCue, Agenda, Award, BeforeEnd, ClockMode, Item, Role
from runofshow.core.refusal import Reason, Rest
from runofshow.core.snapshot import CuePhase, ItemState
from runofshow.core.value import replace
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
    session,
    two_sessions,
)
from tests.core.sounds import AWARD, CLOSING, play


def concert(*items: Item) -> Agenda:
    return replace(agenda(*items), tracks=(AWARD, CLOSING))


def order(stage: Stage) -> list[str]:
    return [row.item_id for row in stage.picture.rows]


def running() -> Stage:
    """a is done, b runs since 8:10, c and d are to come."""
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    return stage


# What an item says


def test_a_fixed_start_that_is_set_makes_the_hall_wait_and_taken_away_lets_it_go() -> None:
    stage = running()
    stage.do(c.Edit("c", start=at("8:40")))
    assert stage.row("c").expected_start == at("8:40")
    stage.do(c.Edit("c", start=""))
    assert stage.row("c").expected_start == at("8:30")


def test_where_a_break_ends_can_be_moved_while_it_runs() -> None:
    stage = running()
    stage.do(c.Edit("b", until=at("8:25")))
    assert stage.row("b").item.until == at("8:25")
    assert stage.row("c").expected_start == at("8:25")
    stage.do(c.Undo())
    assert stage.row("c").expected_start == at("8:30")


def test_hours_that_cannot_be_are_refused() -> None:
    stage = running()
    assert [
        stage.refusal(c.Edit("a", until=at("9:00"))),
        stage.refusal(c.Edit("b", start=at("8:15"))),
        stage.refusal(c.Edit("b", until=at("8:10"))),
        stage.refusal(c.Edit("c", until=at("7:50"))),
        stage.refusal(c.Edit("c", start=at("8:00") + minutes(60 * 25))),
    ] == [
        Reason.ITEM_DONE,
        Reason.ITEM_RUNNING,
        Reason.BAD_LENGTH,
        Reason.BAD_LENGTH,
        Reason.BAD_LENGTH,
    ]


def test_an_hour_to_end_at_never_shortens_a_protected_item() -> None:
    stage = Stage(agenda(item("a", 10), item("b", 20, protected=True), item("c", 5))).at("8:00")
    stage.do(c.Start())
    assert stage.refusal(c.Edit("b", until=at("8:29"))) is Reason.PROTECTED
    stage.do(c.Edit("b", until=at("8:35")))
    assert stage.starts()["c"] == "8:35"
    stage.at("8:10").do(c.Advance())
    assert stage.refusal(c.Edit("b", until=at("8:20"))) is Reason.PROTECTED
    stage.do(c.Edit("b", until=at("8:30")))
    assert stage.starts()["c"] == "8:30"


@pytest.mark.parametrize(
    ("item_id", "more"),
    [
        ("tea", {"until": ""}),
        ("tea", {"until": "", "duration": minutes(20)}),
        ("tea", {"start": "8:50"}),
        ("h", {"until": ""}),
        ("h", {"until": "10:00"}),
    ],
    ids=str,
)
def test_no_hour_given_moved_or_taken_away_shortens_what_is_protected(
    item_id: str, more: dict[str, Any]
) -> None:
    """8:00 a 38'; tea up to 9:20, planned 42', said to be 15'; heading h up to 10:30, its last part 60'."""
    tea = item("tea", 15, until=at("9:20"), protected=True)
    h = heading("h", item("h1", 10), item("h2", 5, protected=True), until=at("10:30"))
    stage = Stage(agenda(item("a", 38), tea, h)).at("8:00")
    stage.do(c.Start())
    said: dict[str, Any] = {
        key: at(value) if isinstance(value, str) and value else value for key, value in more.items()
    }
    assert stage.refusal(c.Edit(item_id, **said)) is Reason.PROTECTED
    assert (stage.row("tea").planned, stage.row("h2").planned) == (minutes(42), minutes(60))


def test_an_hour_of_what_is_protected_goes_where_that_makes_it_no_shorter() -> None:
    stage = Stage(agenda(item("a", 30), item("b", 20, until=at("8:45"), protected=True))).at("8:00")
    stage.do(c.Start(), c.Edit("b", until=""))
    assert stage.row("b").planned == minutes(20)


def test_what_is_protected_and_has_less_than_its_plan_left_may_be_given_some_of_it() -> None:
    stage = Stage(agenda(item("a", 30), item("b", 20, protected=True))).at("8:00")
    stage.do(c.Start(), c.Edit("b", until=at("8:50")))
    stage.at("8:40").do(c.Advance())
    assert stage.row("b").planned == minutes(10)
    stage.do(c.Edit("b", until=at("8:55")))
    assert stage.refusal(c.Edit("b", until=at("8:54"))) is Reason.PROTECTED


def test_who_hands_an_award_over_is_named_changed_and_taken_away() -> None:
    stage = Stage(agenda(item("a", 5), item("b", 5, award=Award(presenter="Ông An"))))
    stage.do(c.Edit("b", presenter=" Bà Bình "), c.Edit("a", presenter="Ông Cả"))
    assert [stage.row(name).item.award for name in "ab"] == [
        Award(presenter="Ông Cả"),
        Award(presenter="Bà Bình"),
    ]
    stage.do(c.Edit("b", presenter=""))
    assert stage.row("b").item.award == Award()
    assert Stage(four_items()).refusal(c.Edit("c", presenter="")) is Reason.EMPTY


def test_protection_is_given_and_taken() -> None:
    stage = running()
    stage.do(c.Edit("c", protected=True))
    assert stage.refusal(c.Skip("c")) is Reason.PROTECTED
    stage.do(c.Edit("c", protected=False), c.Skip("c"))
    assert stage.row("c").state is ItemState.SKIPPED


# Cues


def test_a_cue_is_added_to_what_runs_or_is_to_come_and_undo_takes_it_out() -> None:
    stage = running()
    stage.do(c.AddCue("b", Role.MC, " Mời nghỉ ", at=BeforeEnd(minutes(1))))
    added = stage.cue("b.x1")
    assert (added.text, added.do, added.expected_at) == ("Mời nghỉ", Action.SAY, at("8:29"))
    stage.do(c.AddCue("c", Role.CREW, "Bưng khay"))
    assert stage.cue("c.x1").do is Action.DO
    stage.do(c.Undo(), c.Undo())
    assert stage.picture.cues == ()


def test_a_cue_that_makes_no_sense_is_not_added() -> None:
    stage = running()
    assert [
        stage.refusal(c.AddCue("z", Role.MC, "x")),
        stage.refusal(c.AddCue("a", Role.MC, "x")),
        stage.refusal(c.AddCue("c", Role.SPEAKER, "x")),
        stage.refusal(c.AddCue("c", Role.MC, " ")),
        stage.refusal(c.AddCue("c", Role.MC, "x" * 501)),
        stage.refusal(c.AddCue("c", Role.MUSIC, "x", track_id="nothing")),
        stage.refusal(c.AddCue("c", Role.LIGHTS, "x", track_id="nothing")),
        stage.refusal(c.AddCue("c", Role.MUSIC, "x", at=AfterCue("nothing"))),
    ] == [
        Reason.UNKNOWN_ITEM,
        Reason.ITEM_DONE,
        Reason.BAD_CUE,
        Reason.EMPTY,
        Reason.TOO_LONG,
        Reason.UNKNOWN_TRACK,
        Reason.BAD_CUE,
        Reason.UNKNOWN_CUE,
    ]


def test_a_cue_is_taken_out_and_an_added_one_never_gets_its_name() -> None:
    stage = Stage(agenda(item("a", 10, cue("q")), item("b", 10))).at("8:00")
    stage.do(
        c.AddCue("a", Role.MC, "Một", at=BeforeEnd(minutes(1))),
        c.StandBy("a.x1"),
        c.RemoveCue("a.x1"),
        c.RemoveCue("q"),
    )
    assert stage.picture.cues == ()
    stage.do(c.AddCue("a", Role.MC, "Hai"))
    assert stage.cue("a.x2").text == "Hai"


def test_a_gone_cue_and_one_that_another_follows_stay() -> None:
    stage = Stage(concert(item("a", 10, play("p", AWARD), cue("q", AfterCue("p"))))).at("8:00")
    assert stage.refusal(c.RemoveCue("p")) is Reason.BAD_FOLLOW
    assert stage.refusal(c.RemoveCue("z")) is Reason.UNKNOWN_CUE
    stage.do(c.Start(), c.Go("q"))
    assert stage.refusal(c.RemoveCue("q")) is Reason.CUE_OVER


def test_a_track_is_chosen_for_a_music_cue_and_taken_away() -> None:
    stage = Stage(concert(item("a", 10, cue("q"), play("p", AWARD), cue("m", to=Role.MC)))).at("8:00")
    stage.do(c.EditCue("q", track_id=CLOSING.track_id), c.EditCue("p", track_id=CLOSING.track_id))
    assert (stage.cue("q").do, stage.cue("q").track) == (Action.PLAY, CLOSING.track_id)
    assert stage.cue("p").track == CLOSING.track_id
    stage.do(c.EditCue("q", track_id=""))
    assert stage.cue("q").track is None
    assert stage.refusal(c.EditCue("q", track_id="nothing")) is Reason.UNKNOWN_TRACK
    assert stage.refusal(c.EditCue("m", track_id=CLOSING.track_id)) is Reason.BAD_CUE
    stage.do(c.AddCue("a", Role.MUSIC, "Nhạc kết", track_id=CLOSING.track_id))
    assert stage.cue("a.x1").do is Action.PLAY


# Insert, take out, move

LIKE = Item(
    "",
    "",
    "",
    "flag_salute",
    minutes(5),
    protected=True,
    needs_person=True,
    clock=ClockMode.MEDIA,
    mc="Chào cờ!",
    mc_assumed=True,
    cues=(cue(".c1"), cue(".c2", AfterCue(".c1", seconds(2)))),
)


def test_an_inserted_item_brings_what_its_kind_has() -> None:
    stage = running()
    stage.do(c.Insert("b", "Chào cờ", minutes(3), kind="flag_salute", like=LIKE))
    row = stage.row("x1")
    assert (row.item.protected, row.item.mc, row.item.mc_assumed, row.planned) == (
        True,
        "Chào cờ!",
        True,
        minutes(3),
    )
    assert (row.item.clock, row.unassigned) == (ClockMode.MEDIA, True)
    assert stage.picture.plan.cues["x1.c2"].at == AfterCue("x1.c1", seconds(2))


def test_an_inserted_heading_brings_its_parts_and_goes_with_the_last_of_them() -> None:
    stage = running()
    like = heading("p", item("p1", 4, cue("p1.c1")), item("p2", 6))
    stage.do(c.Insert("b", "Trao thưởng", minutes(10), like=like))
    assert order(stage) == ["a", "b", "x1", "x1-1", "x1-2", "c", "d"]
    assert (stage.row("x1-1").number, stage.row("x1-1").parent_id) == ("ba.1", "x1")
    assert "x1-1.c1" in stage.picture.plan.cues
    stage.do(c.Insert("x1-1", "Đợt thêm", minutes(3)), c.Remove("x1-1"), c.Remove("x1-2"))
    assert order(stage) == ["a", "b", "x1", "x2", "c", "d"]
    stage.do(c.Remove("x2"))
    assert order(stage) == ["a", "b", "c", "d"]
    stage.do(c.Undo(), c.Undo(), c.Undo())
    assert order(stage) == ["a", "b", "x1", "x1-1", "x2", "x1-2", "c", "d"]


def test_only_what_was_inserted_is_taken_out_again_and_only_while_it_is_to_come() -> None:
    stage = running()
    stage.do(c.Insert("b", "Tặng hoa", minutes(3)), c.Jump("x1"))
    assert stage.do(c.Remove("x1")) == (e.NextChosen(None, "x1"), e.ItemRemoved("x1"))
    assert order(stage) == ["a", "b", "c", "d"]
    stage.do(c.Undo())
    assert order(stage) == ["a", "b", "x1", "c", "d"]
    assert stage.row("x1").is_next
    assert stage.refusal(c.Remove("z")) is Reason.UNKNOWN_ITEM
    assert stage.refusal(c.Remove("c")) is Reason.NOT_INSERTED
    stage.at("8:30").do(c.Advance())
    assert stage.refusal(c.Remove("x1")) is Reason.ITEM_RUNNING
    stage.at("8:35").do(c.Advance())
    assert stage.refusal(c.Remove("x1")) is Reason.ITEM_DONE


def test_a_new_item_never_gets_what_was_recorded_of_one_taken_out() -> None:
    stage = running()
    stage.do(c.Insert("b", "Một", minutes(3), like=LIKE), c.Skip("x1", sure=True), c.Remove("x1"))
    stage.do(c.Insert("b", "Hai", minutes(3)))
    assert stage.row("x2").state is ItemState.UPCOMING


def test_a_heading_is_not_taken_out() -> None:
    stage = Stage(agenda(heading("h", item("h1", 5)), item("b", 5)))
    assert stage.refusal(c.Remove("h")) is Reason.NOT_INSERTED


def test_an_item_is_put_in_front_of_another_and_at_the_head_of_the_next_session() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start())
    stage.do(
        c.Insert(None, "Ổn định", minutes(5), before="c"), c.Insert(None, "Điểm danh", minutes(5), before="d")
    )
    assert order(stage) == ["a", "b", "x1", "c", "x2", "d"]
    assert (stage.row("x1").number, stage.row("x2").number) == ("0a", "ca")
    assert stage.row("x1").session_id == stage.row("c").session_id
    assert stage.row("x1").expected_start == at("9:00")
    assert stage.refusal(c.Insert(None, "x", minutes(5), before="a")) is Reason.BAD_PLACE
    assert stage.refusal(c.Insert(None, "x", minutes(5), before="z")) is Reason.UNKNOWN_ITEM


def test_an_item_moves_into_another_session_and_back() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start(), c.Move("b", "d"))
    assert order(stage) == ["a", "c", "b", "d"]
    assert stage.row("b").session_id == stage.row("d").session_id
    stage.do(c.Undo())
    assert order(stage) == ["a", "b", "c", "d"]
    second = stage.row("d").session_id
    stage.do(c.Move("b", None, second))
    assert order(stage) == ["a", "c", "d", "b"]
    stage.do(c.Move("d", None, stage.row("a").session_id))
    assert order(stage) == ["a", "d", "c", "b"]
    stage = Stage(two_sessions())
    stage.do(c.Move("a", None))
    assert order(stage) == ["b", "a", "c", "d"]


def test_no_session_is_emptied_and_nothing_is_put_where_it_is_never_called() -> None:
    day = agenda(item("a", 5), heading("h", item("h1", 5), item("h2", 5)))
    day = type(day)("Hội nghị", (*day.sessions, session("s2", "9:00", item("c", 5), item("d", 5))))
    stage = Stage(day).at("8:00")
    stage.do(c.Start())
    assert [
        stage.refusal(c.Move("h1", "c")),
        stage.refusal(c.Move("h1", None, "s2")),
        stage.refusal(c.Move("c", "z")),
        stage.refusal(c.Move("c", None, "s9")),
        stage.refusal(c.Move("c", "a")),
        stage.refusal(c.Move("c", "d", "s1")),
        stage.refusal(c.Move("c", "d")),
        stage.refusal(c.Move("d", None, "s2")),
    ] == [Reason.BAD_PLACE] * 8
    stage.do(c.Move("d", "h", "s1"))
    assert stage.refusal(c.Move("c", "h")) is Reason.BAD_PLACE


def test_nothing_moves_into_a_session_that_the_hall_has_left() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start())
    stage.at("8:10").do(c.Skip("b"), c.Advance(sure=True))
    stage.at("9:00").do(c.Advance(sure=True))
    assert stage.running == "c"
    assert stage.refusal(c.Move("d", None, stage.row("b").session_id)) is Reason.BAD_PLACE
    assert stage.refusal(c.Move("d", "b")) is Reason.BAD_PLACE
    assert stage.refusal(c.Insert(None, "x", minutes(1), before="b")) is Reason.BAD_PLACE


def test_what_was_laid_aside_is_taken_up_where_it_moves() -> None:
    stage = Stage(two_sessions()).at("8:00")
    stage.do(c.Start())
    stage.do(c.Jump("c", rest=Rest.ASIDE))
    assert stage.row("b").state is ItemState.ASIDE
    stage.do(c.Move("b", "d"))
    assert (stage.row("b").state, order(stage)) == (ItemState.UPCOMING, ["a", "c", "b", "d"])


def test_a_cue_added_to_the_running_item_is_called_in_its_turn() -> None:
    stage = running()
    stage.do(c.AddCue("b", Role.MC, "Mời nghỉ", at=BeforeEnd(minutes(1))), c.StandBy())
    assert stage.cue("b.x1").phase is CuePhase.STANDBY
