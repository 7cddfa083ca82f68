"""Cues: who carries them, in which order they are called, and what becomes of them as time passes."""

from __future__ import annotations

import pytest

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Agenda, AtStart, BeforeEnd, GoMode, OnWord, Role, Track, TrackMark
from runofshow.core.calls import next_standby
from runofshow.core.evolve import replay
from runofshow.core.refusal import Reason
from runofshow.core.snapshot import CallCue, CallItem, CuePhase
from runofshow.core.value import replace
from tests.core.shows import MINUTE, Stage, agenda, at, cue, heading, item, minutes, seconds

AUTO = GoMode.AUTO


def phase(stage: Stage, cue_id: str = "x") -> CuePhase:
    return stage.cue(cue_id).phase


def call(stage: Stage) -> str | None:
    """What GO will do: the id of a cue or of an item."""
    match stage.picture.next_call:
        case CallCue(row):
            return row.cue_id
        case CallItem(row):
            return row.item_id
        case _:
            return None


def calls_to_the_end(stage: Stage) -> list[str]:
    """What GO calls, pressed each second until nothing is left."""
    called = []
    while (next_id := call(stage)) is not None:
        called.append(next_id)
        stage.sleep(seconds(1)).do(c.Go())
    return called


# The calling order


def test_go_calls_the_cues_of_the_running_item_from_its_start_to_its_end_and_then_the_next_item() -> None:
    plan = agenda(
        item(
            "a",
            10,
            cue("end", BeforeEnd(MINUTE)),
            cue("late", AtStart(2 * MINUTE)),
            cue("sooner to the end", BeforeEnd(3 * MINUTE)),
            cue("first"),
            cue("second"),
        ),
        item("b", 5, cue("b first")),
    )
    stage = Stage(plan).at("8:00")
    assert calls_to_the_end(stage) == [
        "a",
        "first",
        "second",
        "late",
        "sooner to the end",
        "end",
        "b",
        "b first",
    ]


def test_a_word_is_called_behind_the_cue_it_is_written_after() -> None:
    plan = agenda(
        item(
            "a",
            10,
            cue("end", BeforeEnd(MINUTE)),
            cue("thanks", OnWord("Cảm ơn")),
            cue("anthem", AtStart(MINUTE)),
            cue("sit", OnWord("An tọa")),
        )
    )
    assert calls_to_the_end(Stage(plan).at("8:00")) == ["a", "anthem", "sit", "end", "thanks"]


def test_a_word_written_first_is_called_first_also_under_a_heading() -> None:
    salute = item("h1", 5, cue("salute", OnWord("Chào cờ!")), cue("sit", AtStart(MINUTE)))
    plan = agenda(heading("h", salute, cues=(cue("close", BeforeEnd(MINUTE)),)))
    assert calls_to_the_end(Stage(plan).at("8:00")) == ["h1", "salute", "sit", "close"]


def test_auto_cues_are_never_in_the_way_of_go() -> None:
    plan = agenda(item("a", 10, cue("auto", AtStart(MINUTE), go=AUTO), cue("hand")), item("b", 5))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    assert call(stage) == "hand"
    stage.sleep(seconds(1)).do(c.Go())
    assert call(stage) == "b"


def test_advance_ignores_the_cues_that_are_left() -> None:
    stage = Stage(agenda(item("a", 5, cue("x")), item("b", 5))).at("8:00")
    stage.do(c.Start())
    stage.at("8:01").do(c.Advance())
    assert stage.running == "b"


def test_go_with_a_cue_calls_that_cue_and_no_other() -> None:
    plan = agenda(item("a", 5, cue("x"), cue("y")), item("b", 5, cue("z")))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    assert stage.at("8:01").do(c.Go("z")) == (e.CueGone("z", at("8:01")),)
    assert call(stage) == "x"
    stage.at("8:02").do(c.Advance())
    assert call(stage) is None, "called before its item began, it is not called again"


def test_a_cue_is_called_once_and_must_be_known() -> None:
    stage = Stage(agenda(item("a", 5, cue("x")))).at("8:00")
    stage.do(c.Start(), c.Go("x"))
    for command in (c.Go("x"), c.StandBy("x"), c.Acknowledge("x")):
        assert stage.refusal(command) is Reason.CUE_OVER
    for command in (c.Go("z"), c.StandBy("z"), c.Acknowledge("z")):
        assert stage.refusal(command) is Reason.UNKNOWN_CUE


# The phases through time


def test_a_hand_cue_is_later_then_at_standby_then_due_and_then_gone() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", AtStart(5 * MINUTE), standby_lead=MINUTE)))).at("8:00")
    stage.do(c.Start())
    row = stage.cue("x")
    assert (row.expected_at, row.standby_at) == (at("8:05"), at("8:04"))
    seen = []
    for moment in ("8:03:59", "8:04", "8:04:59", "8:05", "8:07"):
        stage.watch_until(moment)
        seen.append(phase(stage).value)
    assert seen == ["later", "standby", "standby", "due", "due"]
    stage.do(c.Go())
    assert (phase(stage), stage.cue("x").gone_at) == (CuePhase.GONE, at("8:07"))
    assert stage.facts() == [e.CueStoodBy("x", at("8:04"), auto=True), e.CueFellDue("x", at("8:05"))]


def test_an_answered_cue_is_ready_until_it_is_due() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", AtStart(5 * MINUTE))))).at("8:00")
    stage.do(c.Start())
    stage.at("8:04").do(c.Acknowledge("x"), by="music")
    assert (phase(stage), stage.cue("x").acked_at) == (CuePhase.READY, at("8:04"))
    assert stage.refusal(c.Acknowledge("x")) is Reason.CUE_OVER
    stage.at("8:05")
    assert phase(stage) is CuePhase.DUE


def test_a_fact_that_a_sleeping_machine_saw_late_is_written_with_its_own_moment() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", AtStart(5 * MINUTE))))).at("8:00")
    stage.do(c.Start())
    stage.at("8:06")
    assert stage.facts() == [e.CueStoodBy("x", at("8:06"), auto=True), e.CueFellDue("x", at("8:05"))]


def test_the_cues_of_the_first_item_stand_by_before_the_show() -> None:
    stage = Stage(agenda(item("a", 10, cue("x"))), "7:58")
    stage.watch_until("7:58:59")
    assert phase(stage) is CuePhase.LATER
    stage.watch_until("7:59")
    assert phase(stage) is CuePhase.STANDBY
    stage.at("8:05")
    assert phase(stage) is CuePhase.STANDBY, "its item has not begun, so it is not due"


def test_the_cues_of_the_next_item_stand_by_for_its_expected_start() -> None:
    stage = Stage(agenda(item("a", 10), item("b", 5, cue("x")))).at("8:00")
    stage.do(c.Start(), c.AddTime(MINUTE))
    stage.watch_until("8:09:30")
    assert phase(stage) is CuePhase.LATER
    stage.watch_until("8:10")
    assert phase(stage) is CuePhase.STANDBY


def test_a_cue_that_was_due_is_missed_with_its_item_and_one_that_was_not_is_stood_down() -> None:
    plan = agenda(
        item("a", 10, cue("due"), cue("far", AtStart(5 * MINUTE)), cue("word", OnWord("Thôi!"))), item("b", 5)
    )
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    events = stage.at("8:02").do(c.Advance())
    assert set(events[:-2]) == {
        e.CueMissed("due", at("8:02"), "item_left"),
        e.CueStoodDown("far", at("8:02")),
        e.CueStoodDown("word", at("8:02")),
    }
    assert phase(stage, "due") is CuePhase.MISSED
    assert phase(stage, "far") is CuePhase.STOOD_DOWN
    assert phase(stage, "word") is CuePhase.STOOD_DOWN


def test_the_end_of_the_show_stands_down_whatever_waits() -> None:
    stage = Stage(agenda(item("a", 10), item("b", 5, cue("x")))).at("8:00")
    stage.do(c.Start())
    stage.at("8:09:30").do(c.End())
    assert phase(stage) is CuePhase.STOOD_DOWN
    assert stage.sleep(minutes(5)).tick() == ()


def test_a_hold_delays_a_cue_after_the_start_and_not_the_one_at_the_start() -> None:
    stage = Stage(agenda(item("a", 10, cue("start"), cue("x", AtStart(5 * MINUTE))))).at("8:00")
    stage.do(c.Start())
    stage.at("8:02").do(c.Hold())
    stage.at("8:12")
    assert (stage.cue("x").expected_at, phase(stage)) == (at("8:15"), CuePhase.LATER)
    assert stage.cue("start").expected_at == at("8:00")
    stage.do(c.Resume())
    stage.watch_until("8:15")
    assert phase(stage) is CuePhase.DUE


# Stand-by by hand


def test_s_stands_by_the_next_cue_of_the_running_item_and_then_of_the_item_that_follows() -> None:
    far = AtStart(5 * MINUTE)
    plan = agenda(item("a", 20, cue("x", far), cue("y", far)), item("b", 5, cue("z")), item("c", 5, cue("w")))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    told = [stage.do(c.StandBy())[0] for _ in range(3)]
    assert told == [e.CueStoodBy(cue_id, at("8:00")) for cue_id in ("x", "y", "z")]
    assert stage.refusal(c.StandBy()) is Reason.NO_CUE
    assert phase(stage, "x") is CuePhase.STANDBY
    assert next_standby(stage.state, {}) is None


def test_s_before_the_start_is_for_the_first_item() -> None:
    stage = Stage(agenda(item("a", 10, cue("x"))), "7:00")
    assert stage.do(c.StandBy()) == (e.CueStoodBy("x", at("7:00")),)


def test_a_hand_is_told_once_to_stand_by() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", AtStart(5 * MINUTE))))).at("8:00")
    stage.do(c.StandBy("x"))
    assert stage.refusal(c.StandBy("x")) is Reason.CUE_OVER
    stage.do(c.Start())
    stage.watch_until("8:05")
    assert stage.facts(e.CueStoodBy) == []


# Auto cues


def auto(tolerance: float = 3) -> Agenda:
    return agenda(
        item("a", 10, cue("x", AtStart(5 * MINUTE), go=AUTO, tolerance=seconds(tolerance))), item("b", 5)
    )


def test_an_auto_cue_goes_at_its_moment() -> None:
    stage = Stage(auto()).at("8:00")
    stage.do(c.Start())
    stage.watch_until("8:04:59")
    assert phase(stage) is CuePhase.STANDBY
    stage.watch_until("8:05")
    assert (phase(stage), stage.cue("x").gone_at) == (CuePhase.GONE, at("8:05"))
    assert stage.facts(e.CueGone) == [e.CueGone("x", at("8:05"), auto=True)]
    stage.watch(minutes(1))
    assert len(stage.facts(e.CueGone)) == 1


def test_an_auto_cue_at_the_start_goes_with_the_start() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", go=AUTO)))).at("8:00")
    stage.do(c.Start())
    assert (phase(stage), stage.cue("x").gone_at) == (CuePhase.GONE, at("8:00"))


@pytest.mark.parametrize(
    ("late", "becomes"), [(3, CuePhase.GONE), (3.1, CuePhase.MISSED), (600, CuePhase.MISSED)]
)
def test_an_auto_cue_found_late_goes_within_its_tolerance_and_never_after(
    late: float, becomes: CuePhase
) -> None:
    stage = Stage(auto()).at("8:00")
    stage.do(c.Start())
    stage.sleep(minutes(5) + seconds(late))
    assert phase(stage) is becomes
    assert stage.sleep(minutes(1)).tick() == ()


def test_an_auto_cue_that_came_during_a_crash_is_missed_after_the_restart() -> None:
    stage = Stage(auto()).at("8:00")
    stage.do(c.Start())
    again = Stage(auto())
    again.state, again.entries = replay(stage.entries), list(stage.entries)
    again.at("8:05:30")
    assert again.facts(e.CueMissed) == [e.CueMissed("x", at("8:05:30"), "late")]


def test_a_missed_cue_can_still_be_called_by_hand() -> None:
    stage = Stage(auto()).at("8:00")
    stage.do(c.Start())
    stage.at("8:05:30").tick()
    assert phase(stage) is CuePhase.MISSED
    assert stage.do(c.Go("x")) == (e.CueGone("x", at("8:05:30")),)
    assert phase(stage) is CuePhase.GONE
    assert stage.refusal(c.Go("x")) is Reason.CUE_OVER


def test_no_auto_cue_goes_in_a_hold() -> None:
    plan = agenda(item("a", 10, cue("x", BeforeEnd(5 * MINUTE), go=AUTO)), item("b", 5))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    stage.watch_until("8:04").do(c.Hold())
    stage.watch_until("8:08")
    assert (phase(stage), stage.cue("x").expected_at) == (CuePhase.STANDBY, at("8:09"))
    stage.do(c.Resume())
    stage.watch_until("8:09")
    assert stage.cue("x").gone_at == at("8:09")


def test_an_auto_cue_that_fell_due_as_the_hold_began_goes_after_it() -> None:
    stage = Stage(auto(), tick=False).at("8:00")
    stage.do(c.Start())
    stage.at("8:05:01").do(c.Hold())
    stage.tick()
    assert phase(stage) is CuePhase.DUE
    stage.at("8:20").do(c.Resume())
    stage.tick()
    assert (phase(stage), stage.cue("x").gone_at) == (CuePhase.GONE, at("8:20"))


def test_an_auto_cue_on_a_word_never_goes_by_itself() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", OnWord("Chào cờ!"), go=AUTO)))).at("8:00")
    stage.do(c.Start())
    stage.watch_until("8:10")
    assert phase(stage) is CuePhase.STANDBY


def test_a_rehearsal_at_speed_gives_an_auto_cue_its_tolerance_in_real_seconds() -> None:
    # a tick each quarter of a second is one each 15 show seconds at 60 times the speed
    stage = Stage(auto(), speed=60.0).at("8:00")
    stage.do(c.Start())
    stage.at("8:05:14")
    assert phase(stage) is CuePhase.GONE


def test_a_slow_rehearsal_has_no_smaller_tolerance() -> None:
    stage = Stage(auto(), speed=0.5).at("8:00")
    stage.do(c.Start())
    stage.at("8:05:03")
    assert phase(stage) is CuePhase.GONE


# Cues on a word and before the end


def test_a_cue_on_a_word_is_never_due_and_stands_by_for_its_item() -> None:
    stage = Stage(agenda(item("a", 10), item("b", 5, cue("x", OnWord("Chào cờ!"))))).at("8:00")
    stage.do(c.Start())
    row = stage.cue("x")
    assert (row.expected_at, row.word, row.standby_at) == (None, "Chào cờ!", at("8:09"))
    stage.watch_until("8:09")
    assert phase(stage) is CuePhase.STANDBY
    stage.at("8:10").do(c.Advance())
    stage.at("8:14")
    assert phase(stage) is CuePhase.STANDBY
    stage.do(c.Go())
    assert phase(stage) is CuePhase.GONE


def test_a_cue_before_the_end_waits_for_added_time() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", BeforeEnd(MINUTE))))).at("8:00")
    stage.do(c.Start())
    stage.at("8:08:30").do(c.AddTime(2 * MINUTE))
    assert (stage.cue("x").expected_at, stage.cue("x").standby_at) == (at("8:11"), at("8:10"))
    stage.watch_until("8:10:59")
    assert phase(stage) is CuePhase.STANDBY
    stage.watch_until("8:11")
    assert phase(stage) is CuePhase.DUE


def test_a_cue_that_was_due_before_the_end_is_punctual_to_the_new_end_when_time_is_added() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", BeforeEnd(MINUTE))))).at("8:00")
    stage.do(c.Start())
    stage.watch_until("8:09:30").do(c.AddTime(5 * MINUTE))
    assert phase(stage) is CuePhase.LATER, "its hand is told again when the new end comes near"
    stage.watch_until("8:13:59")
    assert phase(stage) is CuePhase.STANDBY
    stage.watch_until("8:14")
    assert stage.facts(e.CueFellDue) == [e.CueFellDue("x", at("8:09")), e.CueFellDue("x", at("8:14"))]
    assert stage.state.cue("x").due_at == at("8:14")


def test_a_longer_item_has_its_end_and_its_cues_later() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", BeforeEnd(MINUTE))))).at("8:00")
    stage.do(c.Start(), c.Edit("a", duration=minutes(15)))
    assert stage.cue("x").expected_at == at("8:14")


def test_a_cue_before_the_end_of_an_item_past_its_time_keeps_its_moment() -> None:
    stage = Stage(agenda(item("a", 10, cue("x", BeforeEnd(MINUTE))))).at("8:00")
    stage.do(c.Start())
    stage.at("8:13")
    assert stage.cue("x").expected_at == at("8:09")


# Headings


def award() -> Agenda:
    cues = (cue("open"), cue("word", OnWord("Trao giải")), cue("close", BeforeEnd(MINUTE)))
    parts = (item("h1", 5, cue("h1 x")), item("h2", 5), item("h3", 5))
    return agenda(item("a", 5), heading("h", *parts, cues=cues), item("b", 5))


def carriers(stage: Stage) -> dict[str, str]:
    return {row.cue_id: row.item_id for row in stage.picture.cues if row.cue_id != "h1 x"}


def test_the_cues_of_a_heading_are_carried_by_its_first_and_last_part() -> None:
    stage = Stage(award()).at("8:00")
    assert carriers(stage) == {"open": "h1", "word": "h1", "close": "h3"}
    assert calls_to_the_end(stage) == ["a", "h1", "open", "word", "h1 x", "h2", "h3", "close", "b"]


def test_a_skipped_part_hands_the_cues_of_its_heading_on() -> None:
    stage = Stage(award()).at("8:00")
    stage.do(c.Skip("h1"), c.Skip("h3"))
    assert carriers(stage) == {"open": "h2", "word": "h2", "close": "h2"}
    assert (stage.cue("open").expected_at, stage.cue("close").expected_at) == (at("8:05"), at("8:09"))


def test_with_all_parts_skipped_the_cues_of_the_heading_are_stood_down() -> None:
    stage = Stage(award()).at("8:00")
    stage.do(c.Skip("h"))
    assert {phase(stage, cue_id) for cue_id in ("open", "word", "close")} == {CuePhase.STOOD_DOWN}
    assert stage.cue("open").item_id == "h"
    stage.do(c.Unskip("h2"))
    assert phase(stage, "open") is not CuePhase.STOOD_DOWN


def test_a_cue_left_to_a_part_that_is_done_is_stood_down() -> None:
    # the last part is skipped when the one before it has already run
    stage = Stage(award()).at("8:00")
    stage.do(c.Start(), c.Jump("h1"))
    for moment in ("8:05", "8:10", "8:15"):
        stage.at(moment).do(c.Advance())
    stage.at("8:16").do(c.Back())
    stage.at("8:17").do(c.Jump("b"), c.Advance(), c.Skip("h3"))
    assert stage.cue("close").item_id == "h2"
    assert phase(stage, "close") is CuePhase.STOOD_DOWN
    assert stage.sleep(minutes(1)).tick() == ()


# What a row of the cue board says


def test_a_cue_on_a_track_says_which_recording_that_is() -> None:
    anthem = Track("quoc_ca", "Quốc ca", mark=TrackMark.ANTHEM_WITHOUT_WORDS)
    plan = agenda(
        item("a", 5, cue("x", track_id="quoc_ca"), cue("y", track_id="lost"), cue("z"), number="2.1")
    )
    stage = Stage(replace(plan, tracks=(anthem,)))
    x, y, z = stage.picture.cues
    assert (x.number, x.track_title, x.mark) == ("2.1", "Quốc ca", TrackMark.ANTHEM_WITHOUT_WORDS)
    assert (y.track, y.track_title, y.mark) == ("lost", None, TrackMark.PLAIN)
    assert (z.track, z.track_title, z.to) == (None, None, Role.MUSIC)


def test_the_picture_shows_the_cues_of_the_next_item_its_headings_first_ones_included() -> None:
    stage = Stage(award()).at("8:00")
    stage.do(c.Start())
    assert [row.cue_id for row in stage.picture.next_cues] == ["open", "word", "h1 x"]
