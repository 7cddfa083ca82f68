"""Cues at a timecode: which the code sets going, which it leaves behind, and what it never does twice."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runofshow.core import commands as c
from runofshow.core import events as e
from runofshow.core.agenda import Action, AtTimecode, Cue, GoMode, Role, Track, TrackMark
from runofshow.core.evolve import apply
from runofshow.core.picture import take_snapshot
from runofshow.core.presence import Senses
from runofshow.core.snapshot import CuePhase
from runofshow.core.sound import Deck
from runofshow.core.sound_events import PlayerCame, TrackBegan
from runofshow.core.timecode import Rate, Timecode, TimecodeBy, code_of, moved, read_timecode
from runofshow.core.timecode_now import Movement, TimecodeHeard, timecode_now
from runofshow.core.timecode_passing import passed_by
from runofshow.core.value import replace
from tests.core.shows import Stage, agenda, at, cue, heading, item, seconds

AUTO = GoMode.AUTO


def code(text: str) -> Timecode:
    read = read_timecode(text)
    assert read is not None
    return read


def at_code(cue_id: str, text: str, **more: Any) -> Cue:
    return replace(cue(cue_id, AtTimecode(code(text)), go=AUTO), **more)


class Tape:
    """A tape of 25 frames a second that somebody plays to the stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.run_from: Timecode | None = None

    def wound_to(self, text: str) -> Tape:
        self.run_from = None
        self.code = code(text)
        return self

    def told(self, movement: Movement = Movement.RUNNING) -> tuple[e.Event, ...]:
        """The events of one frame."""
        if movement is not Movement.RUNNING:
            self.run_from = None
        elif self.run_from is None:
            self.run_from = self.code
        heard = TimecodeHeard(TimecodeBy.LTC, movement, self.stage.now, self.code, Rate.EUROPE, self.run_from)
        events = passed_by(self.stage.state, heard, self.stage.now)
        if events:
            entry = e.Entry(self.stage.state.seq + 1, self.stage.now, "timecode", "tick", events)
            self.stage.state = apply(self.stage.state, entry)
            self.stage.entries.append(entry)
        self.stage.tick()
        return events

    def plays(self, frames: int) -> list[e.Event]:
        """All that so many frames set going, one told after the other."""
        events: list[e.Event] = []
        for _ in range(frames):
            events += self.told()
            self.code = moved(self.code, 1, Rate.EUROPE)
            self.stage.now += seconds(0.04)
        return events

    def jumps(self, text: str) -> tuple[e.Event, ...]:
        """On while it runs."""
        self.code = code(text)
        return self.told()


def playing(*cues: Cue, start: str = "01:00:00:00") -> tuple[Stage, Tape]:
    """Item a runs, and the tape stands where it will be played from."""
    stage = Stage(agenda(item("a", 10, *cues), item("b", 5))).at("8:00")
    stage.do(c.Start())
    return stage, Tape(stage).wound_to(start)


def gone(events: list[e.Event] | tuple[e.Event, ...]) -> list[str]:
    return [event.cue_id for event in events if isinstance(event, e.CueGone)]


def missed(events: list[e.Event] | tuple[e.Event, ...]) -> list[tuple[str, str]]:
    return [(event.cue_id, event.reason) for event in events if isinstance(event, e.CueMissed)]


def test_a_cue_goes_with_its_frame_and_once() -> None:
    stage, tape = playing(at_code("x", "01:00:01:00"))
    assert tape.plays(25) == []
    now = stage.now
    assert tape.told() == (e.CueFellDue("x", now), e.CueGone("x", now, auto=True))
    assert tape.plays(100) == []
    assert stage.cue("x").phase is CuePhase.GONE


def test_the_frame_on_which_a_tape_begins_is_passed() -> None:
    _, tape = playing(at_code("x", "01:00:00:00"))
    assert gone(tape.plays(1)) == ["x"]


def test_a_frame_told_late_is_reckoned_from_its_own_moment() -> None:
    stage, tape = playing(at_code("x", "01:00:01:00"))
    tape.plays(5)
    events = tape.jumps("01:00:03:00")
    assert events == (e.CueFellDue("x", stage.now - seconds(2)), e.CueGone("x", stage.now, auto=True))


def test_a_tape_that_jumps_over_a_cue_by_more_than_its_tolerance_leaves_it_missed_for_good() -> None:
    stage, tape = playing(at_code("x", "01:00:01:00"), at_code("y", "01:00:58:00"))
    tape.plays(5)
    events = tape.jumps("01:01:00:00")
    assert missed(events) == [("x", "timecode")]
    assert gone(events) == ["y"]
    stage.sleep(seconds(1))
    assert tape.plays(5) == []
    assert stage.cue("x").phase is CuePhase.MISSED


def test_a_tape_that_was_wound_on_and_then_plays_passes_nothing_on_its_way() -> None:
    stage, tape = playing(at_code("x", "01:00:01:00"))
    tape.plays(5)
    tape.wound_to("01:05:00:00").told(Movement.STANDING)
    assert tape.plays(5) == []
    assert stage.cue("x").phase is CuePhase.STANDBY
    tape.wound_to("01:00:00:20")
    assert gone(tape.plays(10)) == ["x"]


def test_nothing_fires_twice_however_often_a_tape_is_wound_back() -> None:
    _, tape = playing(at_code("x", "01:00:01:00"))
    assert gone(tape.plays(30)) == ["x"]
    assert tape.wound_to("01:00:00:00").plays(30) == []


def test_a_code_that_stands_or_runs_back_or_is_lost_sets_nothing_going() -> None:
    stage, tape = playing(at_code("x", "01:00:00:00"))
    for movement in (Movement.STANDING, Movement.BACKWARD, Movement.LOST):
        assert tape.told(movement) == ()
    silent = TimecodeHeard(TimecodeBy.MTC, Movement.STANDING, stage.now)
    assert passed_by(stage.state, silent, stage.now) == ()


def test_only_the_cues_of_what_runs_and_of_its_heading_go() -> None:
    parts = (item("a1", 5, at_code("x", "01:00:01:00")), item("a2", 5, at_code("y", "01:00:01:00")))
    stage = Stage(agenda(heading("a", *parts, cues=(at_code("h", "01:00:01:00"),)))).at("8:00")
    tape = Tape(stage).wound_to("01:00:00:00")
    assert tape.plays(10) == []
    stage.do(c.Start())
    assert gone(tape.plays(30)) == ["h", "x"]
    stage.sleep(seconds(1)).do(c.Advance())
    assert gone(tape.plays(2)) == ["y"]


def test_an_item_that_begins_just_behind_the_code_still_has_its_cue_and_later_it_is_missed() -> None:
    for wait, expected in ((50, "gone"), (500, "missed")):
        plan = agenda(item("a", 10, at_code("x", "01:00:01:00")), item("b", 5))
        stage = Stage(plan).at("8:00")
        tape = Tape(stage).wound_to("01:00:00:00")
        tape.plays(30 + wait)
        stage.do(c.Start())
        events = tape.plays(2)
        assert (gone(events), missed(events)) == (
            (["x"], []) if expected == "gone" else ([], [("x", "timecode")])
        )


def test_in_a_hold_nothing_goes_and_after_the_show_nothing_does() -> None:
    stage, tape = playing(at_code("x", "01:00:00:05"), at_code("y", "01:00:00:15"))
    stage.do(c.Hold())
    assert tape.plays(10) == []
    stage.do(c.Resume())
    assert gone(tape.plays(2)) == ["x"]
    stage.do(c.End())
    assert tape.plays(10) == []


def test_midnight_is_no_jump() -> None:
    _, tape = playing(at_code("x", "00:00:00:01"), start="23:59:59:20")
    assert gone(tape.plays(12)) == ["x"]


def test_the_anthem_is_waited_for_as_long_as_the_cue_may_be_late() -> None:
    anthem = Track("anthem", "Quốc ca", "q.mp3", TrackMark.ANTHEM_WITHOUT_WORDS)
    stop = at_code("x", "01:00:01:00", do=Action.STOP, to=Role.MUSIC)
    plan = replace(agenda(item("a", 10, stop), item("b", 5)), tracks=(anthem,))
    stage = Stage(plan).at("8:00")
    stage.do(c.Start())
    stage.do(c.ReportSound(PlayerCame("console", stage.now)), by="player")
    began = TrackBegan(Deck.A, "anthem", None, seconds(60), seconds(0), stage.now)
    stage.do(c.ReportSound(began), by="player")
    tape = Tape(stage).wound_to("01:00:00:00")
    events = tape.plays(125)
    assert [type(event) for event in events] == [e.CueFellDue, e.CueMissed]
    assert missed(events) == [("x", "timecode")]


def test_what_a_code_set_going_stands_when_a_call_beside_it_is_taken_back() -> None:
    """A cue that sounded a second ago must not sound again because a minute was taken back."""
    stage, tape = playing(at_code("x", "01:00:01:00"), at_code("y", "01:00:01:00", tolerance=seconds(0.1)))
    tape.plays(10)
    stage.do(c.AddTime(seconds(60)))
    events = tape.jumps("01:00:02:00")
    assert (gone(events), missed(events)) == (["x"], [("y", "timecode")])
    stage.do(c.Undo())
    assert (stage.cue("x").phase, stage.cue("y").phase) == (CuePhase.GONE, CuePhase.MISSED)
    assert tape.plays(5) == []


def test_what_a_code_set_going_in_an_item_whose_start_is_taken_back_waits_again() -> None:
    stage, tape = playing(at_code("x", "01:00:01:00"))
    tape.plays(30)
    stage.do(c.Undo())
    assert stage.cue("x").phase not in (CuePhase.GONE, CuePhase.MISSED)
    stage.sleep(seconds(1)).do(c.Start())
    assert gone(tape.wound_to("01:00:00:20").plays(20)) == ["x"]


def test_an_item_that_is_left_before_its_code_comes_stands_its_cue_down() -> None:
    stage, _ = playing(at_code("x", "01:00:01:00"))
    stage.sleep(seconds(1)).do(c.Advance())
    assert stage.cue("x").phase is CuePhase.STOOD_DOWN


def test_a_cue_that_is_moved_to_a_code_goes_by_it_whoever_was_to_call_it() -> None:
    stage, tape = playing(cue("x"))
    stage.do(c.EditCue("x", at=AtTimecode(code("01:00:01:00"))))
    assert stage.cue("x").go is AUTO
    stage.do(c.AddCue("a", Role.LIGHTS, "Sáng", AtTimecode(code("01:00:01:00"))))
    assert len(gone(tape.plays(30))) == 2


def test_the_picture_says_the_code_without_its_frames_and_the_cue_at_which_one_it_goes() -> None:
    stage, _ = playing(at_code("x", "01:00:01:00"))
    heard = TimecodeHeard(TimecodeBy.LTC, Movement.RUNNING, at("8:00"), code("01:00:00:17"))
    now = take_snapshot(stage.state, stage.now, Senses(timecode=heard)).timecode
    assert now is not None
    assert (now.code, now.rate, now.movement) == ("01:00:00", Rate.EUROPE, Movement.RUNNING)
    assert stage.picture.timecode is None
    silent = timecode_now(TimecodeHeard(TimecodeBy.LTC, Movement.LOST, at("8:00"), detail="no device"))
    assert silent is not None
    assert (silent.code, silent.detail) == (None, "no device")
    assert stage.cue("x").timecode == "01:00:01:00"


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 60)), max_size=8))
def test_however_a_tape_is_wound_and_played_each_cue_goes_or_is_missed_once_at_most(
    runs: list[tuple[int, int]],
) -> None:
    _, tape = playing(*(at_code(f"x{n}", code_of(n * 500, Rate.EUROPE).text()) for n in range(6)))
    events: list[e.Event] = []
    for start, frames in runs:
        tape.wound_to(code_of(start, Rate.EUROPE).text())
        events += tape.plays(frames)
    settled = gone(events) + [cue_id for cue_id, _ in missed(events)]
    assert len(settled) == len(set(settled))
    passed = {start + ahead for start, frames in runs for ahead in range(frames)}
    assert set(settled) == {f"x{n}" for n in range(6) if n * 500 in passed}
