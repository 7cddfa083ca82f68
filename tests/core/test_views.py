"""What each role sees: what is theirs, and never what is not. Rules of views/roles.py."""

from __future__ import annotations

import json
from datetime import timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core.agenda import CUE_ROLES, AtStart, Award, Role
from runofshow.core.alarms import Alarm, AlarmCode
from runofshow.core.award import listed
from runofshow.core.commands import ClockFault
from runofshow.core.light import DARK, Light
from runofshow.core.value import replace
from runofshow.core.views.items import AHEAD, AwardView
from runofshow.core.views.roles import (
    CallerView,
    CuedView,
    DisplayView,
    HandView,
    SpeakerView,
    StageView,
    Views,
    view_of,
)
from runofshow.core.wire import as_json
from tests.core.shows import MINUTE, Stage, agenda, cue, heading, item, minutes

HERE = timezone(timedelta(hours=7))
AWARD = Award("Quyết định số 1", "Ông An", listed("Bà Bình", "Ông Cường"), called_before_reading=True)
HANDED = AwardView(
    decision="Quyết định số 1",
    presenter="Ông An",
    recipients=("Bà Bình", "Ông Cường"),
    called_before_reading=True,
)
SECRET = "Ông Ba chưa tới, kéo dài mục này"
HANDS = [role for role in Role if role in CUE_ROLES and role is not Role.STAGE]
"""Whose screen shows what is theirs alone; the stage sees the whole order beside it."""


def awards() -> Stage:
    """8:00 a 5', 8:05 h with h1 5' and h2 4' (awards), 8:14 b 20', 8:34 d 5'; it is 8:01 and a runs."""
    plan = agenda(
        item("a", 5, cue("music-a"), cue("mc-a", to=Role.MC), mc="Kính thưa {by}", by="Ông An"),
        heading(
            "h", item("h1", 5, award=AWARD, notes="Khay số 1"), item("h2", 4, cue("crew-h2", to=Role.CREW))
        ),
        item("b", 20, mc="Xin mời {title}"),
        item("d", 5),
        hard_out="9:00",
    )
    stage = Stage(replace(plan, backdrop="HỘI NGHỊ")).at("8:00")
    stage.do(c.Start())
    return stage.at("8:01")


def wire(role: Role, stage: Stage) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(json.dumps(as_json(view_of(role, stage.picture, HERE))))
    return read


def hand(role: Role, stage: Stage) -> HandView:
    view = view_of(role, stage.picture, HERE)
    assert isinstance(view, HandView)
    return view


# Who sees which kind of picture


def test_the_caller_sees_the_whole_snapshot() -> None:
    stage = awards()
    assert isinstance(view_of(Role.CALLER, stage.picture, HERE), CallerView)
    assert {"alarms", "messages", "items", "cues", "next_call"} <= wire(Role.CALLER, stage).keys()


def test_every_role_has_a_picture_with_the_same_head() -> None:
    stage = awards()
    head = {"seq", "mode", "phase", "now", "show", "session"}
    for role in Role:
        whole = wire(role, stage)
        assert head <= whole.keys(), role
        assert (whole["phase"], whole["show"]["title"]) == ("running", "Hội nghị")
        assert whole["now"] == "2020-03-27T15:01:00.000+07:00"


WORKS = {Role.MC, Role.MUSIC, Role.LIGHTS, Role.SCREEN, Role.CREW, Role.STAGE}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize(
    ("codes", "told"),
    [
        (["slow_disk"], "slow_disk"),
        (["slow_disk", "journal"], "journal"),
        (["web", "player"], None),
        ([], None),
    ],
)
def test_whoever_works_is_told_what_is_wrong_with_the_record_and_no_guest(
    role: Role, codes: list[str], told: str | None
) -> None:
    stage = awards()
    alarms = tuple(Alarm(AlarmCode(code), stage.picture.now, detail="Đĩa của Lan") for code in codes)
    whole: dict[str, Any] = as_json(view_of(role, replace(stage.picture, alarms=alarms), HERE))
    if role is Role.CALLER:
        assert [alarm["code"] for alarm in whole["alarms"]] == codes
    else:
        assert whole.get("record") == (told if role in WORKS else None)
        assert "Đĩa của Lan" not in str(whole)


# Hands


@pytest.mark.parametrize("role", HANDS)
def test_a_hand_sees_its_own_cues_and_no_others(role: Role) -> None:
    own = {"music": ["music-a"], "mc": ["mc-a"], "crew": ["crew-h2"]}.get(role.value, [])
    assert [row.cue_id for row in hand(role, awards()).cues] == own


def test_only_the_mc_has_the_words_with_the_names_in_them() -> None:
    stage = awards()
    assert (hand(Role.MC, stage).words, hand(Role.MC, stage).next_words) == ("Kính thưa ông An", "")
    stage.do(c.Jump("b"))
    assert hand(Role.MC, stage).next_words == "Xin mời Mục b"
    for role in set(HANDS) - {Role.MC}:
        assert (hand(role, stage).words, hand(role, stage).next_words) == ("", "")


def test_a_hand_sees_the_next_two_items_under_their_headings() -> None:
    view = hand(Role.MUSIC, awards())
    assert view.next
    assert view.after
    assert (view.next.item_id, view.next.heading) == ("h1", "Mục h")
    assert (view.after.item_id, view.after.heading) == ("h2", "Mục h")


def test_the_item_made_next_by_hand_comes_first() -> None:
    stage = awards()
    stage.do(c.Jump("b"))
    view = hand(Role.MUSIC, stage)
    assert view.next
    assert view.after
    assert (view.next.item_id, view.next.heading, view.after.item_id) == ("b", None, "h1")


def test_towards_the_end_there_is_nothing_next() -> None:
    stage = awards()
    stage.do(c.Skip("h1"), c.Skip("h2"), c.Skip("b"))
    last = hand(Role.MUSIC, stage)
    assert last.next
    assert last.next.item_id == "d"
    assert last.after is None
    stage.do(c.Advance())
    assert (hand(Role.MUSIC, stage).next, wire(Role.DISPLAY, stage)["next"]) == (None, None)


def test_the_mc_has_who_is_called_up_and_who_hands_over_now_and_next() -> None:
    stage = awards()
    assert [(need.item.item_id, need.award) for need in hand(Role.MC, stage).needs] == [
        ("a", None),
        ("h1", HANDED),
    ]
    stage.at("8:05").do(c.Advance())
    running, coming = wire(Role.MC, stage)["needs"]
    assert running["award"]["presenter"] == "Ông An"
    assert running["award"]["recipients"] == ["Bà Bình", "Ông Cường"]
    assert coming["item"]["item_id"] == "h2"


def test_who_is_absent_is_counted_on_no_tray() -> None:
    stage = Stage(agenda(item("a", 5, award=Award(recipients=listed("Bà Bình (vắng)", "Ông Cường")))))
    (need,) = hand(Role.CREW, stage).needs
    assert need.award is not None
    assert need.award.recipients == ("Ông Cường",)


def test_messages_reach_who_they_are_for_and_who_wrote_them() -> None:
    stage = awards()
    stage.do(c.SendMessage(Role.MC, "Đọc chậm lại"))
    stage.do(c.SendMessage(Role.CALLER, "Thiếu một khay"), by="crew")
    seen = {role: [m.text for m in hand(role, stage).messages] for role in HANDS}
    assert seen == {
        Role.MC: ["Đọc chậm lại"],
        Role.CREW: ["Thiếu một khay"],
        Role.MUSIC: [],
        Role.LIGHTS: [],
        Role.SCREEN: [],
    }


def test_the_crew_sees_who_is_needed_within_ten_minutes() -> None:
    """At 8:01: a runs, h1 is next, h2 comes at 8:10; b at 8:14 is beyond 8:11."""
    needs = hand(Role.CREW, awards()).needs
    assert [need.item.item_id for need in needs] == ["a", "h1", "h2"]
    assert (needs[1].award, needs[1].notes) == (HANDED, "Khay số 1")
    assert minutes(10) == AHEAD


def test_the_next_item_is_needed_however_far_it_is() -> None:
    stage = Stage(agenda(item("a", 30), item("b", 5))).at("8:00")
    stage.do(c.Start())
    assert [need.item.item_id for need in hand(Role.CREW, stage).needs] == ["a", "b"]


def test_before_the_first_item_the_crew_is_needed_for_it() -> None:
    stage = Stage(agenda(item("a", 30), item("b", 5))).at("7:55")
    assert [need.item.item_id for need in hand(Role.CREW, stage).needs] == ["a"]


def test_who_is_needed_is_told_to_the_crew_and_the_backdrop_to_the_screen() -> None:
    for role in set(HANDS) - {Role.CREW, Role.MC, Role.SCREEN}:
        assert hand(role, awards()).needs == ()
    shown = hand(Role.SCREEN, awards()).needs
    assert [(need.item.item_id, need.award, need.backdrop) for need in shown] == [
        ("a", None, "HỘI NGHỊ"),
        ("h1", None, "HỘI NGHỊ"),
    ]
    assert {need.backdrop for need in hand(Role.MC, awards()).needs} == {""}


def test_a_hand_reads_its_cue_with_track_and_mark() -> None:
    (first,) = wire(Role.MUSIC, awards())["cues"]
    assert {"cue_id", "phase", "expected_at", "standby_at", "track_title", "mark"} <= first.keys()
    assert (first["mark"], first["track_title"]) == ("plain", None)


def test_the_crew_reads_the_award_in_the_order_of_the_tray() -> None:
    running, award, _ = wire(Role.CREW, awards())["needs"]
    assert running["award"] is None
    assert award["award"] == {
        "decision": "Quyết định số 1",
        "reader": None,
        "form": None,
        "level": None,
        "presenter": "Ông An",
        "recipients": ["Bà Bình", "Ông Cường"],
        "called_before_reading": True,
    }
    assert award["item"]["heading"] == "Mục h"


# Screens that only show


def test_the_speaker_sees_the_count_and_their_messages() -> None:
    stage = awards()
    stage.do(c.SendMessage(Role.SPEAKER, "Còn 5 phút"), c.SendMessage(Role.MC, SECRET))
    view = view_of(Role.SPEAKER, stage.picture, HERE)
    assert isinstance(view, SpeakerView)
    assert view.current is not None
    assert [message.text for message in view.messages] == ["Còn 5 phút"]
    stage.do(c.SendMessage(Role.STAGE, "Mời kết luận"))
    told = wire(Role.STAGE, stage)["messages"]
    assert [(one["text"], one["answered_at"]) for one in told] == [("Mời kết luận", None)]
    whole = wire(Role.SPEAKER, stage)
    assert (whole["current"]["remaining_s"], whole["messages"][0]["text"]) == (240, "Còn 5 phút")
    assert "items" not in whole


def test_the_stage_sees_the_whole_running_order_and_how_late_it_is() -> None:
    stage = awards()
    stage.at("8:07")
    view = view_of(Role.STAGE, stage.picture, HERE)
    assert isinstance(view, StageView)
    assert [row.item_id for row in view.items] == ["a", "h", "h1", "h2", "b", "d"]
    whole = wire(Role.STAGE, stage)
    assert (whole["over_under_s"], whole["slack_s"]) == (120, 19 * 60)
    assert (whole["next"]["item_id"], whole["current"]["item_id"]) == ("h1", "a")
    assert "alarms" not in whole


def test_the_stage_has_its_own_cues_and_a_light_for_them_as_every_hand_has() -> None:
    """Of two shows alike but for whose the cue is, the stage's and the crew's screens say the same of it."""

    def seen(role: Role) -> list[tuple[Light, list[tuple[str, str, str]]]]:
        first = item("a", 5, cue("x", AtStart(2 * MINUTE), to=role), cue("y", to=Role.MUSIC))
        stage = Stage(agenda(first, item("b", 5, cue("z", to=role)))).at("8:00")
        calls = (c.Start(), c.StandBy("x"), c.Acknowledge("x"), c.Go("x"))
        told: list[tuple[Light, list[tuple[str, str, str]]]] = []
        for call in calls:
            stage.ask(call, by=role.value if isinstance(call, c.Acknowledge) else "caller")
            view = view_of(role, stage.picture, HERE)
            assert isinstance(view, CuedView)
            told.append((view.light, [(one.cue_id, one.phase, one.lamp) for one in view.cues]))
        return told

    assert [[one[0] for one in cues] for _, cues in seen(Role.STAGE)] == [["x", "z"]] * 4
    assert seen(Role.STAGE) == seen(Role.CREW)
    assert [light.state for light, _ in seen(Role.STAGE)] == ["soon", "standby", "ready", "go"]


def test_rows_that_are_as_they_were_keep_their_views_whatever_came_in_between() -> None:
    stage = awards()
    first = Views(stage.picture, HERE)
    caller, seconds_later = first.of(Role.CALLER), Views(stage.at("8:02").picture, HERE, first)
    crew, later = seconds_later.of(Role.CREW), seconds_later.of(Role.CALLER)
    assert isinstance(caller, CallerView)
    assert isinstance(later, CallerView)
    assert isinstance(crew, HandView)
    assert later.items is caller.items
    assert crew.cues == tuple(one for one in later.cues if one.to is Role.CREW)
    stage.do(c.Insert("b", "Tặng hoa", MINUTE))
    longer = Views(stage.picture, HERE, seconds_later).of(Role.CALLER)
    assert longer == view_of(Role.CALLER, stage.picture, HERE)


def test_without_cues_the_stage_has_a_dark_light() -> None:
    view = view_of(Role.STAGE, awards().picture, HERE)
    assert isinstance(view, StageView)
    assert (view.cues, view.light) == ((), DARK)


def test_the_display_shows_titles_names_and_the_backdrop() -> None:
    whole = wire(Role.DISPLAY, awards())
    assert (whole["current"]["title"], whole["current"]["by"]) == ("Mục a", "Ông An")
    assert (whole["next"]["title"], whole["next"]["heading"]) == ("Mục h1", "Mục h")
    assert whole["backdrop"] == "HỘI NGHỊ"


def test_the_display_keeps_what_a_plan_writes_for_its_readers_from_the_hall() -> None:
    plan = agenda(
        item("a", 5, title="Văn nghệ chào mừng (nếu có)", by="Đội múa (đã mời)"),
        heading("h", item("h1", 5, title="Tham luận (2020 - 2025)")),
    )
    stage = Stage(plan)
    stage.do(c.Start())
    whole = wire(Role.DISPLAY, stage)
    assert (whole["current"]["title"], whole["current"]["by"]) == ("Văn nghệ chào mừng", "Đội múa")
    assert (whole["next"]["title"], whole["next"]["heading"]) == ("Tham luận 2020 - 2025", "Mục h")
    assert wire(Role.STAGE, stage)["current"]["title"] == "Văn nghệ chào mừng (nếu có)"


@pytest.mark.parametrize("role", list(Role))
def test_before_the_first_item_nothing_runs(role: Role) -> None:
    whole = wire(role, Stage(agenda(item("a", 5))).at("7:55"))
    assert whole["current"] is None
    assert role is Role.SPEAKER or whole["next"]["item_id"] == "a"
    assert whole.get("backdrop", "") == ""


KEYS_OF_THE_DISPLAY = set(
    "seq term mode speed joins drill floating phase now show session current next backdrop names".split()
)
KEYS_OF_A_LINE = {"item_id", "number", "title", "kind", "by", "heading", "expected_start"}


@given(
    st.lists(st.sampled_from(["advance", "hold", "resume", "message", "alarm", "note", "go"]), max_size=12)
)
def test_the_display_never_holds_a_message_an_alarm_a_note_or_a_count(calls: list[str]) -> None:
    stage = Stage(agenda(item("a", 5, cue("x", AtStart(MINUTE))), item("b", 5), item("d", 5))).at("8:00")
    orders: dict[str, c.Command] = {
        "advance": c.Advance(),
        "hold": c.Hold(),
        "resume": c.Resume(),
        "message": c.SendMessage(Role.SPEAKER, SECRET),
        "note": c.TakeNote(SECRET),
        "go": c.Go(),
    }
    for call in calls:
        if call == "alarm":
            stage.ask(c.ReportClock(ClockFault.SLEPT, MINUTE), by="clock")
        else:
            stage.ask(orders[call])
        stage.sleep(MINUTE)
        view = view_of(Role.DISPLAY, stage.picture, HERE)
        assert isinstance(view, DisplayView)
        whole = as_json(view)
        assert whole.keys() == KEYS_OF_THE_DISPLAY
        for line in (whole["current"], whole["next"]):
            assert line is None or (isinstance(line, dict) and line.keys() == KEYS_OF_A_LINE)
        assert SECRET not in json.dumps(whole, ensure_ascii=False)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.CALLER])
def test_nobody_but_the_caller_is_sent_alarms_notes_or_what_was_said_to_others(role: Role) -> None:
    stage = awards()
    stage.do(c.TakeNote(SECRET), c.SendMessage(Role.CALLER, SECRET))
    stage.ask(c.ReportClock(ClockFault.SLEPT, MINUTE), by="clock")
    assert not isinstance(view_of(role, stage.picture, HERE), CallerView)
    sent = json.dumps(wire(role, stage), ensure_ascii=False)
    assert SECRET not in sent
    assert "slept" not in sent
