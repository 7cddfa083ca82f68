"""What is written at a heading: which part it holds for, and when the heading's cues are called."""

from __future__ import annotations

from typing import Any

import pytest

from runofshow.core import commands as c
from runofshow.core.agenda import (
    Agenda,
    AtStart,
    Award,
    BeforeEnd,
    ClockMode,
    Cue,
    GoMode,
    Handin,
    Item,
    OnWord,
)
from runofshow.core.award import listed
from runofshow.core.carrying import called_by_plan
from runofshow.core.refusal import Reason
from runofshow.core.running_order import running_order
from runofshow.core.signal import Osc, Signal, Trigger
from runofshow.core.signalling import signals_of
from runofshow.core.snapshot import CallCue, CallItem, CuePhase, Row
from runofshow.core.value import replace
from tests.core.shows import MINUTE, SECOND, Stage, agenda, at, clock, cue, heading, item, minutes, seconds


def three_parts(*cues: Cue, **said: Any) -> Agenda:
    """8:00 a 15'; the heading h of three parts of 10'; b 5'."""
    parts = (item("h1", 10), item("h2", 10), item("h3", 10))
    return agenda(item("a", 15), heading("h", *parts, cues=cues, **said), item("b", 5))


def parts_of(stage: Stage) -> list[Row]:
    return [stage.row(part) for part in ("h1", "h2", "h3")]


# Its hours


def test_a_fixed_start_at_a_heading_is_that_of_its_first_part() -> None:
    stage = Stage(three_parts(fixed_start=at("9:00")))
    assert stage.starts() == {"a": "8:00", "h1": "9:00", "h2": "9:10", "h3": "9:20", "b": "9:30"}
    assert (stage.row("h1").wait, stage.row("h").wait) == (minutes(45), minutes(45))


def test_the_first_part_that_is_not_skipped_waits_for_the_headings_hour() -> None:
    stage = Stage(three_parts(fixed_start=at("9:00")))
    stage.do(c.Skip("h1"))
    assert stage.starts() == {"a": "8:00", "h2": "9:00", "h3": "9:10", "b": "9:20"}
    stage.do(c.Unskip("h1"))
    assert stage.starts()["h2"] == "9:10"


def test_moved_and_chosen_parts_take_the_headings_hours_with_them() -> None:
    stage = Stage(three_parts(fixed_start=at("9:00"), until=at("10:00")))
    stage.do(c.Move("h3", "h1"))
    assert stage.starts() == {"a": "8:00", "h3": "9:00", "h1": "9:10", "h2": "9:20", "b": "10:00"}
    stage.at("8:00").do(c.Start(), c.Jump("h2"))
    assert (clock(stage.row("h2").expected_start), stage.row("h2").planned) == ("9:00", minutes(10))
    stage.at("9:00").do(c.Advance())
    # h3 and h1 follow; the last of them lasts up to the hour
    assert stage.starts() == {"a": "8:00", "h2": "9:00", "h3": "9:10", "h1": "9:20", "b": "10:00"}
    assert stage.row("h1").planned == minutes(40)


def test_a_first_part_with_a_later_hour_of_its_own_keeps_it() -> None:
    parts = (item("h1", 10, fixed_start=at("9:10")), item("h2", 10))
    stage = Stage(agenda(item("a", 5), heading("h", *parts, fixed_start=at("9:00"))))
    assert stage.starts()["h1"] == "9:10"


def test_until_at_a_heading_ends_its_last_part() -> None:
    stage = Stage(three_parts(until=at("9:00")))
    assert [row.planned for row in parts_of(stage)] == [minutes(10), minutes(10), minutes(25)]
    assert stage.starts()["b"] == "9:00"
    assert stage.row("h").planned == minutes(45)
    stage.at("8:00").do(c.Start(), c.Skip("h3"))
    assert [row.planned for row in parts_of(stage)][:2] == [minutes(10), minutes(35)]


# What holds for each part


def test_what_a_heading_says_holds_for_each_part_that_says_nothing() -> None:
    award = Award("QĐ 12", "Chủ tịch", listed("Đội 1"), called_before_reading=True)
    handin = Handin(None, False)
    plan = three_parts(
        by="Ban Tổ chức", notes="Khay số 2", backdrop="TRAO THƯỞNG", award=award, handin=handin, optional=True
    )
    said = [
        (row.by, row.notes, row.item.backdrop, row.award, row.handin, row.optional)
        for row in parts_of(Stage(plan))
    ]
    assert said == [("Ban Tổ chức", "Khay số 2", "TRAO THƯỞNG", award, handin, True)] * 3


def test_a_parts_own_word_comes_before_its_headings() -> None:
    own = item("h1", 10, by="Bà Lan", notes="Nhanh", backdrop="RIÊNG", award=Award(recipients=listed("Tổ 2")))
    shared = Award("QĐ 12", "Chủ tịch", listed("Đội 1"), called_before_reading=True)
    row = Stage(
        agenda(heading("h", own, by="Ban Tổ chức", notes="Chậm", backdrop="CHUNG", award=shared))
    ).row("h1")
    assert (row.by, row.notes, row.item.backdrop) == ("Bà Lan", "Nhanh", "RIÊNG")
    assert row.award == Award("QĐ 12", "Chủ tịch", listed("Tổ 2"), called_before_reading=True)
    denied = replace(own, award=Award(called_before_reading=False))
    assert Stage(agenda(heading("h", denied, award=shared))).row("h1").award == Award(
        "QĐ 12", "Chủ tịch", listed("Đội 1"), called_before_reading=False
    )


def test_a_clock_and_a_protection_hold_as_they_are_written_then_as_they_are_customary() -> None:
    def resolved(part: dict[str, Any], top: dict[str, Any]) -> Item:
        return Stage(agenda(heading("h", item("p", 5, **part), **top))).row("p").item

    custom = {"clock": ClockMode.DOWN}
    written = {"clock": ClockMode.UP, "protected": True, "clock_written": True, "protected_written": True}
    assert (resolved(custom, written).clock, resolved(custom, written).protected) == (ClockMode.UP, True)
    own = {"clock": ClockMode.UP_SOFT, "clock_written": True, "protected_written": True}
    assert (resolved(own, written).clock, resolved(own, written).protected) == (ClockMode.UP_SOFT, False)
    customary = {"clock": ClockMode.UP, "protected": True}
    assert (resolved(custom, customary).clock, resolved(custom, customary).protected) == (
        ClockMode.DOWN,
        True,
    )


def test_a_part_of_a_protected_heading_is_not_skipped_by_a_slip() -> None:
    parts = (item("h1", 10), item("h2", 10))
    stage = Stage(agenda(item("a", 5), heading("h", *parts, protected=True)))
    assert stage.refusal(c.Skip("h1")) is Reason.PROTECTED
    assert stage.refusal(c.AddTime(-MINUTE, "h1")) is Reason.PROTECTED


def test_a_headings_words_stand_before_the_first_parts_own() -> None:
    parts = (item("h1", 5, mc="Mời {by}: {title}.", by="bà Lan"), item("h2", 5, mc="Mời {by}.", by="ông Tú"))
    stage = Stage(
        agenda(heading("h", *parts, mc="Sau đây là {title}, do {by} điều hành.", by="Ban Tổ chức")), "8:00"
    )
    assert stage.row("h1").mc == "Sau đây là Mục h, do Ban Tổ chức điều hành.\nMời bà Lan: Mục h1."
    assert stage.row("h2").mc == "Mời ông Tú."
    stage.do(c.Skip("h1"))
    assert stage.row("h2").mc == "Sau đây là Mục h, do Ban Tổ chức điều hành.\nMời ông Tú."


def test_an_edit_changes_what_is_written_and_never_what_comes_from_the_heading() -> None:
    stage = Stage(three_parts(by="Ban Tổ chức", notes="Khay số 2", mc="Mở đầu.", until=at("9:00")))
    stage.do(c.Edit("h1", title="Đợt một"))
    written = stage.row("h1").written
    assert (written.title, written.by, written.notes, written.mc) == ("Đợt một", None, "", "")
    stage.do(c.Edit("h", notes="Khay số 3"))
    assert [row.notes for row in parts_of(stage)] == ["Khay số 3"] * 3


# Its cues


def called_on_time(stage: Stage) -> list[str]:
    """GO to the end, each at its own moment: what was called, in its order."""
    order = []
    while (call := stage.picture.next_call) is not None:
        match call:
            case CallCue(row):
                order.append(row.cue_id)
                moment = row.expected_at
            case CallItem(row):
                order.append(row.item_id)
                moment = row.expected_start
            case _:
                raise AssertionError(call)
        assert moment is not None
        stage.now = max(moment, stage.now + SECOND)
        stage.do(c.Go())
    return order


def test_a_cue_beyond_the_first_part_is_called_in_the_part_that_runs_then() -> None:
    stage = Stage(three_parts(cue("late", AtStart(12 * MINUTE)), cue("early", BeforeEnd(15 * MINUTE))))
    assert (stage.cue("late").item_id, stage.cue("early").item_id) == ("h2", "h2")
    assert (clock(stage.cue("late").expected_at), clock(stage.cue("early").expected_at)) == ("8:27", "8:30")
    stage.at("8:00").do(c.Start())
    stage.at("8:15").do(c.Advance())
    assert stage.picture.next_call is not None
    stage.at("8:25").do(c.Go())
    assert (stage.running, stage.cue("late").phase) == ("h2", CuePhase.LATER)
    stage.watch_until("8:27")
    assert stage.cue("late").phase is CuePhase.DUE
    stage.do(c.Go())
    assert (stage.cue("late").phase, stage.cue("late").item_id) == (CuePhase.GONE, "h2")
    stage.at("8:28").do(c.Go())
    assert stage.cue("early").phase is CuePhase.GONE
    stage.at("8:35").do(c.Advance())
    assert stage.cue("early").item_id == "h2"


def test_go_has_a_headings_cues_among_those_of_the_parts_by_their_moments() -> None:
    far = cue("far", AtStart(12 * MINUTE))
    near_end = cue("near end", BeforeEnd(4 * MINUTE))
    parts = (
        item("h1", 10, cue("h1 x", AtStart(3 * MINUTE))),
        item("h2", 10, cue("h2 at 1", AtStart(MINUTE)), cue("h2 at 3", AtStart(3 * MINUTE))),
        item("h3", 10, cue("h3 end", BeforeEnd(MINUTE))),
    )
    plan = agenda(heading("h", *parts, cues=(cue("first"), far, near_end)), item("b", 5))
    assert called_by_plan(plan, running_order(plan)) == {
        "h1": tuple(one for one in (plan.sessions[0].items[0].cues[0], *parts[0].cues)),
        "h2": (parts[1].cues[0], far, parts[1].cues[1]),
        "h3": (near_end, parts[2].cues[0]),
        "b": (),
    }
    stage = Stage(plan, "7:59")
    assert called_on_time(stage) == [
        *("h1", "first", "h1 x"),
        *("h2", "h2 at 1", "far", "h2 at 3"),
        *("h3", "near end", "h3 end", "b"),
    ]


def test_a_cue_of_the_clock_goes_in_the_part_that_runs_at_its_moment() -> None:
    stage = Stage(three_parts(cue("bell", AtStart(12 * MINUTE), go=GoMode.AUTO))).at("8:00")
    stage.do(c.Start())
    stage.at("8:15").do(c.Advance())
    stage.at("8:26").do(c.Advance())
    stage.watch_until("8:27")
    assert (stage.cue("bell").gone_at, stage.cue("bell").item_id) == (at("8:27"), "h2")


def test_a_part_that_lasts_longer_carries_the_cue_that_comes_due_in_it() -> None:
    stage = Stage(three_parts(cue("late", AtStart(12 * MINUTE)))).at("8:00")
    stage.do(c.Start())
    stage.at("8:15").do(c.Advance())
    stage.watch_until("8:27")
    assert (stage.cue("late").item_id, stage.cue("late").phase) == ("h1", CuePhase.DUE)
    stage.do(c.Advance())
    assert stage.cue("late").phase is CuePhase.MISSED


def test_an_overrun_of_a_part_puts_off_what_is_to_come_before_the_headings_end_and_not_what_has_come() -> (
    None
):
    """h1 runs to 8:25 and h2, h3 take 20' more: 21' before the end is 8:24, and 19' before it 8:26."""
    stage = Stage(three_parts(cue("came", BeforeEnd(21 * MINUTE)), cue("comes", BeforeEnd(19 * MINUTE))))
    stage.at("8:00").do(c.Start())
    stage.at("8:15").do(c.Advance())
    stage.at("8:24:30")
    assert (clock(stage.cue("came").expected_at), stage.cue("came").phase) == ("8:24", CuePhase.DUE)
    stage.at("8:29")
    assert (clock(stage.cue("came").expected_at), clock(stage.cue("comes").expected_at)) == ("8:24", "8:30")
    stage.at("8:31").do(c.Hold(), c.Undo())
    assert stage.state.cue("came").due_at == at("8:24")


def test_a_word_waits_through_the_parts_and_is_stood_down_with_the_last() -> None:
    stage = Stage(three_parts(cue("word", OnWord("Xin mời")))).at("8:00")
    stage.do(c.Start())
    for moment, leaf in (("8:15", "h1"), ("8:25", "h2"), ("8:35", "h3")):
        stage.at(moment).do(c.Advance())
        assert (stage.cue("word").item_id, stage.cue("word").phase) == (leaf, CuePhase.STANDBY)
    stage.at("8:45").do(c.Advance())
    assert stage.cue("word").phase is CuePhase.STOOD_DOWN
    stage.at("8:46").do(c.Back())
    assert (stage.cue("word").phase, stage.running) == (CuePhase.STANDBY, "h3")


def test_a_hold_in_any_part_delays_the_headings_cue() -> None:
    stage = Stage(three_parts(cue("late", AtStart(12 * MINUTE)))).at("8:00")
    stage.do(c.Start())
    stage.at("8:15").do(c.Advance())
    stage.at("8:16").do(c.Hold())
    stage.at("8:20").do(c.Resume())
    assert clock(stage.cue("late").expected_at) == "8:31"


def test_the_end_of_the_show_leaves_no_cue_of_a_heading_waiting() -> None:
    stage = Stage(three_parts(cue("late", AtStart(25 * MINUTE)), cue("word", OnWord("Xin mời")))).at("8:00")
    stage.do(c.Start())
    stage.at("8:15").do(c.Advance())
    stage.at("8:16").do(c.End())
    assert {row.phase for row in stage.picture.cues} == {CuePhase.STOOD_DOWN}


def test_a_returned_part_gives_back_the_headings_cues_that_went_in_it() -> None:
    stage = Stage(three_parts(cue("late", AtStart(12 * MINUTE)))).at("8:00")
    stage.do(c.Start())
    stage.at("8:15").do(c.Advance())
    stage.at("8:25").do(c.Advance())
    stage.at("8:27").do(c.Go())
    assert stage.cue("late").phase is CuePhase.GONE
    stage.at("8:28").do(c.Back())
    assert (stage.running, stage.cue("late").phase) == ("h1", CuePhase.DUE)


# Its signals


def test_a_signal_of_a_heading_goes_once_at_its_first_start_and_once_at_its_last_end() -> None:
    send = Osc("127.0.0.1", 53000, "/go")
    started = Signal("started", Trigger.ITEM_STARTED, send, item_id="h")
    ended = Signal("ended", Trigger.ITEM_ENDED, send, item_id="h")
    by_kind = Signal("award", Trigger.ITEM_STARTED, send, kind="award")
    part = Signal("part", Trigger.ITEM_STARTED, send, item_id="h2")
    (session,) = three_parts().sessions
    a, top, b = session.items
    session = replace(session, items=(a, replace(top, kind="award"), b))
    stage = Stage(Agenda("Hội nghị", (session,), signals=(started, ended, by_kind, part)))
    fired: list[tuple[str, str | None]] = []
    for _ in range(5):
        stage.sleep(minutes(10) + seconds(1)).do(c.Advance())
        fired += [(one.signal.signal_id, one.item_id) for one in signals_of(stage.state, stage.entries[-1])]
    assert fired == [("started", "h1"), ("award", "h1"), ("part", "h2"), ("ended", "h3")]


def test_what_else_happens_to_a_part_happens_to_its_heading_each_time() -> None:
    held = Signal("held", Trigger.HELD, Osc("127.0.0.1", 53000, "/go"), item_id="h")
    stage = Stage(replace(three_parts(), signals=(held,))).at("8:00")
    stage.do(c.Start(), c.Skip("h3"))
    fired = []
    for moment in ("8:15", "8:25"):
        stage.at(moment).do(c.Advance())
        stage.do(c.Hold())
        fired += [one.item_id for entry in stage.entries[-2:] for one in signals_of(stage.state, entry)]
    assert fired == ["h1", "h2"]


def test_a_headings_cue_that_was_missed_as_a_part_was_left_is_told_of_that_part() -> None:
    stage = Stage(three_parts(cue("q"), cue("later", AtStart(minutes(25))))).at("8:00")
    stage.do(c.Start())
    stage.at("8:15").do(c.Advance())
    stage.at("8:25").do(c.Advance())
    assert (stage.cue("q").phase, stage.cue("q").item_id) == (CuePhase.MISSED, "h1")
    stage.at("8:35").do(c.Advance())
    stage.at("8:38").do(c.Advance())
    assert (stage.cue("later").phase, stage.cue("later").item_id) == (CuePhase.STOOD_DOWN, "h3")


@pytest.mark.parametrize(
    ("own", "title", "form"),
    [
        (Award(), "Đợt 1/2", "Bằng khen của Chủ tịch UBND tỉnh"),
        (Award(), "Trao Giấy khen, đợt 1", "Giấy khen"),
        (Award(form="Kỷ niệm chương"), "Đợt 1/2", "Kỷ niệm chương"),
    ],
)
def test_the_form_in_the_title_of_a_heading_is_that_of_a_batch_that_names_none(
    own: Award, title: str, form: str
) -> None:
    parts = item("p1", 3, title=title, mc="Trao {form|phần thưởng}.", award=own)
    given = replace(heading("h", parts), title="Trao Bằng khen của Chủ tịch UBND tỉnh")
    stage = Stage(agenda(given)).at("8:00")
    stage.do(c.Start())
    assert stage.picture.saying.now == f"Trao {form}."
    assert stage.picture.round
    assert stage.picture.round.running
    assert stage.picture.round.running.form == form
