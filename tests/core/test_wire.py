"""The snapshot as JSON: the names that programs rely on, moments with their offset, lengths in seconds."""

from __future__ import annotations

import json
from datetime import timedelta, timezone
from typing import Any

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import AtStart, Role
from runofshow.core.alarms import Alarm, AlarmCode
from runofshow.core.commands import ClockFault
from runofshow.core.value import replace
from runofshow.core.views.head import alarm_view
from runofshow.core.views.roles import view_of
from runofshow.core.wire import as_json, as_json_of_old, here, moment, seconds, written
from tests.core.shows import MINUTE, Stage, agenda, at, cue, four_items, heading, item, minutes, two_sessions

HERE = timezone(timedelta(hours=7))


def wire(stage: Stage) -> dict[str, Any]:
    """As a program reads it."""
    read: dict[str, Any] = json.loads(json.dumps(as_json(view_of(Role.CALLER, stage.picture, HERE))))
    return read


def told() -> Stage:
    plan = agenda(
        item("a", 10, cue("x", AtStart(5 * MINUTE)), by="Ông An", number="1"),
        heading("h", item("h1", 7, cue("y")), cues=()),
        hard_out="9:00",
    )
    plan = replace(plan, organiser="UBND thị xã", venue="Hội trường A")
    stage = Stage(plan).at("8:01")
    stage.do(c.Start(), c.AddTime(MINUTE), c.SendMessage(Role.MC, "Đọc chậm lại"))
    return stage.at("8:03")


def test_the_snapshot_has_every_name_that_was_promised() -> None:
    whole = wire(told())
    promised = (
        "seq mode phase now show session current next items cues next_call over_under_s expected_end hard_out"
        " slack_s alarms messages"
    )
    assert set(promised.split()) <= whole.keys()
    assert {"title", "organiser", "venue"} <= whole["show"].keys()
    current = (
        "item_id number title kind by started_at planned_s added_s elapsed_s remaining_s overrun_s protected"
    )
    assert set(current.split()) <= whole["current"].keys()
    rows = (
        "item_id parent_id number title kind by state planned_start expected_start expected_end actual_start"
        " actual_end planned_s assumed"
    )
    assert all(set(rows.split()) <= row.keys() for row in whole["items"])
    cues = "cue_id item_id number to do text phase expected_at standby_at"
    assert all(set(cues.split()) <= row.keys() for row in whole["cues"])
    assert {"what", "id"} <= whole["next_call"].keys()
    assert all({"id", "to", "text", "at", "by"} <= message.keys() for message in whole["messages"])


def test_the_values_are_those_of_the_picture() -> None:
    whole = wire(told())
    assert (whole["mode"], whole["phase"], whole["now"]) == (
        "live",
        "running",
        "2020-03-27T15:03:00.000+07:00",
    )
    assert whole["show"] == {"title": "Hội nghị", "organiser": "UBND thị xã", "venue": "Hội trường A"}
    assert whole["current"] == {
        "item_id": "a",
        "number": "1",
        "session": "Buổi s1",
        "title": "Mục a",
        "kind": "other",
        "by": "Ông An",
        "clock": "down",
        "started_at": "2020-03-27T15:01:00.000+07:00",
        "planned_s": 600,
        "added_s": 60,
        "elapsed_s": 120,
        "remaining_s": 540,
        "overrun_s": 0,
        "held_s": 0,
        "protected": False,
        "vote": None,
    }
    assert (whole["over_under_s"], whole["slack_s"]) == (120, 2460)
    assert (whole["expected_end"], whole["hard_out"]) == (
        "2020-03-27T15:19:00.000+07:00",
        "2020-03-27T16:00:00.000+07:00",
    )
    assert (whole["next"]["item_id"], whole["next"]["cues"], whole["next"]["mc"]) == ("h1", ["y"], "")
    assert whole["next_call"] == {"what": "cue", "id": "x"}
    assert [row["parent_id"] for row in whole["items"]] == [None, None, "h"]
    assert [cue["phase"] for cue in whole["cues"]] == ["later", "later"]


def test_what_is_unknown_is_null() -> None:
    whole = wire(Stage(agenda(item("a", 5))))
    assert (whole["current"], whole["hard_out"], whole["slack_s"]) == (None, None, None)
    assert (whole["items"][0]["by"], whole["items"][0]["actual_start"]) == (None, None)
    stage = Stage(four_items()).at("8:00")
    stage.do(c.Start())
    stage.at("8:01").do(c.End())
    ended = wire(stage)
    assert (ended["phase"], ended["next"], ended["next_call"]) == ("ended", None, None)


def test_the_next_call_is_a_cue_an_item_or_the_wait_for_a_session() -> None:
    stage = Stage(two_sessions()).at("8:00")
    assert wire(stage)["next_call"] == {"what": "item", "id": "a"}
    stage.do(c.Start())
    stage.at("8:10").do(c.Advance())
    assert wire(stage)["next_call"]["what"] == "session"


def test_an_alarm_says_since_when() -> None:
    stage = Stage(four_items()).at("8:00")
    stage.do(c.ReportClock(ClockFault.SLEPT, minutes(1)), by="clock")
    (alarm,) = wire(stage)["alarms"]
    assert (alarm["code"], alarm["since"]) == ("slept", "2020-03-27T15:00:00.000+07:00")


def test_lengths_are_seconds_to_the_millisecond_and_whole_where_they_are() -> None:
    assert (seconds(minutes(2)), seconds(timedelta(milliseconds=1500)), seconds(None)) == (120, 1.5, None)
    assert repr(seconds(minutes(2))) == "120"
    assert seconds(-timedelta(microseconds=1234567)) == -1.235
    assert repr(seconds(-timedelta(microseconds=1))) == "0"
    assert moment(at("8:00") + timedelta(microseconds=1999), HERE) == "2020-03-27T15:00:00.001+07:00"


def test_a_file_takes_half_a_character_of_an_old_record() -> None:
    told = here(alarm_view(Alarm(AlarmCode.WEB, at("8:00"), detail="\ud800")), HERE)
    with pytest.raises(UnicodeEncodeError):
        written(told)
    assert as_json_of_old(told)["detail"] == "\ud800"
    since = as_json_of_old(told)["since"]
    assert since == as_json(here(alarm_view(Alarm(AlarmCode.WEB, at("8:00"))), HERE))["since"]
