"""People who are looked for: speakers, leaders, the chair panel."""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import Any

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import Agenda, Item, Leader, Role
from runofshow.core.attendance import is_here, name_of
from runofshow.core.board import board_at
from runofshow.core.history import history
from runofshow.core.people_told import LeaderTold, SpeakerTold
from runofshow.core.picture import picture_of
from runofshow.core.presence import Presence, Senses
from runofshow.core.refusal import Reason, Refused
from runofshow.core.snapshot import Snapshot
from runofshow.core.value import replace
from runofshow.core.views.roles import CallerView, HandView, StageView, view_of
from runofshow.core.waiting import Asked
from tests.core.shows import Stage, agenda, at, heading, item, minutes

MINH, HOA = "Đồng chí Trần Minh Quang, Phó Chủ tịch UBND tỉnh", "Bà Lê Thị Hoa, Giám đốc Sở Nội vụ"
LOOKED_FOR = Senses(presence=Presence(1, frozenset({Role.CREW})))


def speech(item_id: str, by: str, length: float = 10, **more: Any) -> Item:
    return item(item_id, length, by=by, needs_person=True, **more)


def three_speeches() -> Agenda:
    """8:00 a 10' without a speaker, 8:10 b 20' by Minh, 8:30 c 5' by Hoa, 8:35 d 10' by the office."""
    return agenda(
        item("a", 10), speech("b", MINH, 20), speech("c", HOA, 5), speech("d", "Phòng Y tế"), hard_out="9:00"
    )


def with_leader(plan: Agenda, arrives: str | None = "8:10", awaited_by: str | None = None) -> Agenda:
    hour = None if arrives is None else at(arrives)
    return replace(plan, leaders=(*plan.leaders, Leader(f"l{len(plan.leaders)}", MINH, hour, awaited_by)))


def panel(plan: Agenda, *names: str) -> Agenda:
    session = plan.sessions[0]
    invited = replace(session.items[1], kind="presidium", by=None)
    items = (session.items[0], invited, *session.items[2:])
    return replace(plan, chair_panel=names, sessions=(replace(session, items=items),))


def picture(stage: Stage, senses: Senses = LOOKED_FOR) -> Snapshot:
    return picture_of(board_at(stage.state, stage.now), senses)


def start_of(stage: Stage, item_id: str) -> object:
    row = picture(stage).rows.of(item_id)
    assert row is not None
    return row.expected_start


# Speakers


def test_the_next_two_speakers_are_looked_for_with_their_hours() -> None:
    stage = Stage(three_speeches(), "8:00")
    stage.do(c.Start())
    speakers = picture(stage).people.speakers
    assert [(one.item_id, one.name, one.expected_start, one.here) for one in speakers] == [
        ("b", MINH, at("8:10"), None),
        ("c", HOA, at("8:30"), None),
    ]


def test_an_item_that_is_nothing_for_a_person_has_no_speaker() -> None:
    plan = agenda(item("a", 10), item("b", 10, by="Ban Tổ chức"), speech("c", HOA))
    stage = Stage(plan, "8:00")
    stage.do(c.Start())
    assert [one.item_id for one in picture(stage).people.speakers] == ["c"]


def test_a_speaker_is_missing_three_minutes_before_and_not_before() -> None:
    stage = Stage(three_speeches(), "8:00")
    stage.do(c.Start())
    stage.now = at("8:06:59")
    assert [one.is_missing for one in picture(stage).people.speakers] == [False, False]
    stage.now = at("8:07")
    assert [one.is_missing for one in picture(stage).people.speakers] == [True, False]


def test_the_warning_comes_with_the_clock_alone() -> None:
    """No order lies between the two pictures: the board that stands is asked again."""
    stage = Stage(three_speeches(), "8:00")
    stage.do(c.Start())
    board = board_at(stage.state, at("8:01"))
    before = picture_of(board, LOOKED_FOR)
    later = board_at(stage.state, at("8:07"), board)
    after = picture_of(later, LOOKED_FOR, before)
    assert later.rows is board.rows
    assert (before.waiting, [one.about for one in after.waiting]) == ((), ["s/b"])


def test_who_was_seen_is_not_missing() -> None:
    stage = Stage(three_speeches(), "8:00")
    stage.do(c.Start())
    stage.do(c.See("s/b"), by="crew")
    stage.now = at("8:08")
    assert [(one.here, one.is_missing) for one in picture(stage).people.speakers] == [
        (True, False),
        (None, False),
    ]


def test_who_was_looked_for_in_vain_is_missing() -> None:
    stage = Stage(three_speeches(), "8:08")
    stage.do(c.Start())
    stage.do(c.See("s/b", False), by="crew")
    stage.now = at("8:15")
    first = picture(stage).people.speakers[0]
    assert (first.here, first.is_missing) == (False, True)


def test_a_quick_rehearsal_leaves_a_person_as_much_time() -> None:
    stage = Stage(three_speeches(), "8:00", speed=2.0)
    stage.do(c.Start())
    stage.now = at("8:04")
    assert picture(stage).people.speakers[0].is_missing


def test_the_caller_is_told_who_is_missing_and_never_in_red() -> None:
    stage = Stage(three_speeches(), "8:00")
    stage.do(c.Start())
    stage.now = at("8:30")
    told = [one for one in picture(stage).waiting if one.what is Asked.PERSON]
    assert [(one.about, one.to, one.is_late, one.is_overdue, one.is_lost) for one in told] == [
        ("s/b", Role.CREW, True, False, False)
    ]
    assert told[0].since == at("8:00")


def test_before_the_first_item_the_wait_is_counted_from_the_session() -> None:
    stage = Stage(agenda(speech("a", MINH)), "7:58")
    told = picture(stage).waiting
    assert [(one.about, one.since) for one in told] == [("s/a", at("8:00"))]


def test_where_nobody_looks_for_speakers_nobody_is_warned() -> None:
    stage = Stage(three_speeches(), "8:00")
    stage.do(c.Start())
    stage.now = at("8:09")
    assert picture(stage, Senses(presence=Presence(1, frozenset({Role.MUSIC})))).waiting == ()
    assert picture(stage, Senses()).waiting == ()


def test_once_the_console_has_looked_for_anybody_it_is_warned_without_a_phone() -> None:
    stage = Stage(three_speeches(), "8:00")
    stage.do(c.Start())
    stage.do(c.See("s/c"))
    stage.now = at("8:09")
    assert [one.about for one in picture(stage, Senses()).waiting] == ["s/b"]


def test_a_substitute_has_not_been_seen_and_undo_brings_the_first_back() -> None:
    stage = Stage(three_speeches(), "8:00")
    stage.do(c.Start())
    stage.do(c.See("s/b"), by="crew")
    stage.do(c.Edit("b", by=HOA))
    assert (picture(stage).people.speakers[0].name, is_here(stage.state, "s/b")) == (HOA, None)
    stage.do(c.See("s/b"), by="crew")
    stage.do(c.Undo())
    assert (picture(stage).people.speakers[0].name, is_here(stage.state, "s/b")) == (MINH, True)


def test_a_heading_names_the_speaker_of_its_parts() -> None:
    plan = agenda(heading("a", item("a1", 5, needs_person=True), item("a2", 5, needs_person=True), by=MINH))
    speakers = picture(Stage(plan)).people.speakers
    assert [(one.item_id, one.name) for one in speakers] == [("a1", MINH), ("a2", MINH)]


def test_speakers_who_change_places_are_looked_for_in_the_new_order() -> None:
    stage = Stage(three_speeches(), "8:00")
    stage.do(c.Start())
    stage.do(c.See("s/c"), by="crew")
    stage.do(c.Move("c", "b"))
    assert [(one.item_id, one.here) for one in picture(stage).people.speakers] == [("c", True), ("b", None)]


# Leaders


def test_the_first_item_waits_for_a_leader_until_their_hour() -> None:
    stage = Stage(with_leader(three_speeches()), "7:55")
    assert (start_of(stage, "a"), start_of(stage, "b")) == (at("8:10"), at("8:20"))
    people = picture(stage).people
    assert (people.awaited, people.waits_until) == ((MINH,), at("8:10"))


def test_a_leader_who_is_there_holds_nothing() -> None:
    stage = Stage(with_leader(three_speeches()), "7:55")
    stage.do(c.See("l/l0"), by="crew")
    assert start_of(stage, "a") == at("8:00")
    assert picture(stage).people.awaited == ()
    stage.do(c.See("l/l0", None), by="crew")
    assert start_of(stage, "a") == at("8:10")


def test_a_later_hour_moves_the_forecast_and_undo_moves_it_back() -> None:
    stage = Stage(with_leader(three_speeches()), "7:55")
    stage.do(c.ChangeLeader("l0", arrives_at=at("8:25")))
    assert start_of(stage, "a") == at("8:25")
    stage.do(c.Undo())
    assert start_of(stage, "a") == at("8:10")


def test_a_board_that_stands_follows_a_leader_who_comes() -> None:
    stage = Stage(with_leader(three_speeches()), "7:55")
    before = board_at(stage.state, stage.now)
    stage.do(c.See("l/l0"), by="crew")
    assert board_at(stage.state, stage.now, before).ahead.spans["a"].start == at("8:00")


def test_a_leader_past_their_hour_holds_the_start_at_now() -> None:
    stage = Stage(with_leader(three_speeches()), "8:12")
    assert start_of(stage, "a") == at("8:12")


def test_the_count_before_the_show_is_up_to_the_leaders_hour() -> None:
    stage = Stage(with_leader(three_speeches()), "8:02")
    count = picture(stage).count
    assert count is not None
    assert count.at == at("8:10")


def test_a_later_item_waits_and_what_is_before_it_does_not() -> None:
    stage = Stage(with_leader(three_speeches(), "8:45", "c"), "8:00")
    stage.do(c.Start())
    assert (start_of(stage, "b"), start_of(stage, "c")) == (at("8:10"), at("8:45"))
    leader = picture(stage).people.leaders[0]
    assert (leader.item_id, leader.title, leader.here) == ("c", "Mục c", None)


def test_a_heading_waits_with_its_first_part() -> None:
    plan = agenda(item("a", 10), heading("b", item("b1", 5), item("b2", 5)))
    stage = Stage(with_leader(plan, "8:30", "b"), "8:00")
    stage.do(c.Start())
    assert (start_of(stage, "b1"), start_of(stage, "b2")) == (at("8:30"), at("8:35"))


def test_an_item_that_is_skipped_or_unknown_waits_for_nobody() -> None:
    stage = Stage(with_leader(with_leader(three_speeches(), "8:45", "c"), "9:00", "gone"), "8:00")
    stage.do(c.Skip("c"))
    assert [one.item_id for one in picture(stage).people.leaders] == [None, None]


def test_starting_without_the_leader_asks_first() -> None:
    stage = Stage(with_leader(three_speeches()), "8:00")
    assert stage.ask(c.Start()) == Refused(Reason.AWAITED, "a")
    assert stage.ask(c.Go()) == Refused(Reason.AWAITED, "a")
    stage.do(c.Start(sure=True))
    assert stage.state.current_id == "a"
    assert picture(stage).people.leaders[0].item_id is None


def test_starting_with_the_leader_asks_nothing() -> None:
    stage = Stage(with_leader(three_speeches(), None), "8:00")
    assert stage.ask(c.Start()) == Refused(Reason.AWAITED, "a")
    stage.do(c.See("l/l0"), by="crew")
    stage.do(c.Start())
    assert stage.state.current_id == "a"


def test_an_item_chosen_to_begin_waits_for_who_is_awaited_by_the_first() -> None:
    stage = Stage(with_leader(three_speeches()), "8:00")
    stage.do(c.Jump("b"))
    assert stage.ask(c.Go()) == Refused(Reason.AWAITED, "b")


def test_the_next_item_waits_for_the_last_of_several_leaders() -> None:
    plan = with_leader(three_speeches(), "8:10")
    plan = replace(plan, leaders=(*plan.leaders, Leader("l1", HOA, at("8:20"))))
    stage = Stage(plan, "7:55")
    people = picture(stage).people
    assert (people.awaited, people.waits_until, start_of(stage, "a")) == (
        (MINH, HOA),
        at("8:20"),
        at("8:20"),
    )


def test_a_leader_who_speaks_is_seen_once() -> None:
    stage = Stage(with_leader(three_speeches()), "8:00")
    stage.do(c.See("l/l0"), by="crew")
    assert is_here(stage.state, "s/b") is True
    assert stage.ask(c.See("s/b")) == Refused(Reason.EMPTY, "s/b")


def test_the_hours_of_leaders_move_with_a_plan_that_floats() -> None:
    stage = Stage(with_leader(three_speeches()), "7:00", floating=True)
    assert start_of(stage, "a") == at("7:10")
    stage.do(c.ChangeLeader("l0", arrives_at=at("7:20")))
    assert start_of(stage, "a") == at("7:20")
    stage.now += timedelta(days=3)
    stage.do(c.ChangeLeader("l0", arrives_at=stage.now + minutes(5)))
    assert start_of(stage, "a") == stage.now + minutes(5)


def test_a_leader_is_new_and_waits_for_an_item() -> None:
    stage = Stage(three_speeches(), "8:00")
    stage.do(c.ChangeLeader(name=f" {HOA} ", arrives_at=at("8:20"), awaited_by="b"))
    assert stage.state.agenda.leaders == (Leader("leader-1", HOA, at("8:20"), "b"),)
    stage.do(c.ChangeLeader("leader-1", arrives_at="", awaited_by=""))
    assert stage.state.agenda.leaders == (Leader("leader-1", HOA),)
    stage.do(c.ChangeLeader("leader-1", leaves_at=at("10:45")))
    assert picture(stage).people.leaders[0].leaves_at == at("10:45")
    stage.do(c.ChangeLeader("leader-1", leaves_at=""))
    assert stage.state.agenda.leaders == (Leader("leader-1", HOA),)
    stage.do(c.ChangeLeader(name=MINH))
    assert [one.leader_id for one in stage.state.agenda.leaders] == ["leader-1", "leader-2"]


@pytest.mark.parametrize(
    ("order", "refused"),
    [
        (c.ChangeLeader("l9"), Refused(Reason.UNKNOWN_PERSON, "l9")),
        (c.ChangeLeader(), Refused(Reason.EMPTY)),
        (c.ChangeLeader("l0", name=" "), Refused(Reason.EMPTY)),
        (c.ChangeLeader("l0", name="x" * 501), Refused(Reason.TOO_LONG)),
        (c.ChangeLeader("l0", awaited_by="z"), Refused(Reason.UNKNOWN_ITEM, "z")),
        (c.ChangeLeader("l0"), Refused(Reason.EMPTY, "l0")),
        (c.ChangeLeader("l0", arrives_at=at("8:00").replace(day=29)), Refused(Reason.BAD_LENGTH, "l0")),
        (c.ChangeLeader("l0", leaves_at=at("8:00").replace(day=29)), Refused(Reason.BAD_LENGTH, "l0")),
        (c.See("s/a"), Refused(Reason.UNKNOWN_PERSON, "s/a")),
        (c.See("s/z"), Refused(Reason.UNKNOWN_PERSON, "s/z")),
        (c.See("l/z"), Refused(Reason.UNKNOWN_PERSON, "l/z")),
        (c.See("p/2"), Refused(Reason.UNKNOWN_PERSON, "p/2")),
        (c.See("p/x"), Refused(Reason.UNKNOWN_PERSON, "p/x")),
        (c.See("?"), Refused(Reason.UNKNOWN_PERSON, "?")),
        (c.See("l/l0", None), Refused(Reason.EMPTY, "l/l0")),
    ],
)
def test_what_makes_no_sense_is_refused(order: c.Command, refused: Refused) -> None:
    stage = Stage(with_leader(panel(three_speeches(), HOA, "Ông Đinh Công Tâm")), "7:55")
    assert stage.ask(order) == refused


# The chair panel


def test_the_panel_is_shown_until_it_has_been_invited_up() -> None:
    stage = Stage(panel(three_speeches(), HOA, "Ông Đinh Công Tâm"), "8:00")
    stage.do(c.Start())
    coming = picture(stage).people.panel
    assert coming is not None
    assert (coming.item_id, coming.expected_start, coming.is_running) == ("b", at("8:10"), False)
    stage.do(c.See("p/1"), by="stage")
    stage.sleep(minutes(10)).do(c.Advance())
    running = picture(stage).people.panel
    assert running is not None
    assert running.is_running
    assert [(one.name, one.here) for one in running.seats] == [(HOA, None), ("Ông Đinh Công Tâm", True)]
    stage.sleep(minutes(10)).do(c.Advance())
    assert picture(stage).people.panel is None


def test_a_plan_without_a_panel_shows_none() -> None:
    assert picture(Stage(panel(three_speeches()), "8:00")).people.panel is None


def test_whoever_is_honoured_is_named_by_their_id() -> None:
    assert name_of(Stage(three_speeches()).state, "r/nobody") is None


# Who sees what


def test_caller_crew_stage_and_mc_see_them_and_nobody_else_does() -> None:
    stage = Stage(with_leader(three_speeches()), "7:55")
    shown = picture(stage)
    seen = {}
    for role in Role:
        view = view_of(role, shown, UTC)
        seen[role] = isinstance(view, CallerView | HandView | StageView) and view.people is not None
    assert {role for role, it in seen.items() if it} == {Role.CALLER, Role.CREW, Role.STAGE, Role.MC}


def test_a_plan_without_people_sends_none() -> None:
    view = view_of(Role.CREW, picture(Stage(agenda(item("a", 10)))), UTC)
    assert isinstance(view, HandView)
    assert view.people is None


# Afterwards


def test_it_is_told_when_leaders_came_and_who_was_not_there_in_time() -> None:
    plan = with_leader(with_leader(three_speeches(), "8:10"), "8:15", "c")
    plan = replace(plan, leaders=(plan.leaders[0], replace(plan.leaders[1], name="Ông Đinh Công Tâm")))
    stage = Stage(plan, "8:00")
    stage.sleep(minutes(2)).do(c.See("l/l0"), by="crew")
    stage.do(c.Start())
    stage.sleep(minutes(5)).do(c.Advance())
    stage.sleep(minutes(5)).do(c.Advance(sure=True))
    stage.sleep(minutes(1)).do(c.See("s/c"), by="crew")
    stage.sleep(minutes(1)).do(c.Advance())
    told = history(stage.entries)
    assert told.leaders == (
        LeaderTold(MINH, at("8:10"), at("8:02")),
        LeaderTold("Ông Đinh Công Tâm", at("8:15"), None),
    )
    assert told.late_speakers == (
        SpeakerTold("c", HOA, at("8:13")),
        SpeakerTold("d", "Phòng Y tế", None),
    )


def test_where_nobody_was_looked_for_nobody_was_late() -> None:
    stage = Stage(three_speeches(), "8:00")
    stage.do(c.Start())
    stage.sleep(minutes(5)).do(c.Advance())
    assert history(stage.entries).late_speakers == ()
